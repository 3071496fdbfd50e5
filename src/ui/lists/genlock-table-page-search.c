/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search of a list page. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/lists/genlock-table-page-private.h"

const char *
genlock_table_page_get_search (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

/* The entry tells of what was typed a while later, and then of what was set here, too: by then a
 * person may have gone to another row. Only what is new begins at the first one. */
static void
search (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  const char *text = genlock_table_page_get_search (page);

  if (g_str_equal (self->searched != NULL ? self->searched : "", text))
    return;

  g_free (self->searched);
  self->searched = g_strdup (text);
  genlock_grid_start_over (self->grid);
  genlock_table_page_update_query (page);
  genlock_table_page_refresh_soon (page);
}

static void
search_changed_cb (GtkSearchEntry *entry,
                   GenlockTablePage *page)
{
  search (page);
}

static void
search_stopped_cb (GtkSearchEntry *entry,
                   GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  gtk_search_bar_set_search_mode (self->search_bar, FALSE);
  genlock_table_page_clear_search (page);
  gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

/* Enter goes on to what was found. */
static void
search_activate_cb (GtkSearchEntry *entry,
                    GenlockTablePage *page)
{
  genlock_grid_set_cursor (genlock_table_page_get_private (page)->grid, 0, 0, FALSE);
}

void
genlock_table_page_clear_search (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  search (page);
}

void
genlock_table_page_bind_search (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, search_changed_cb);
  gtk_widget_class_bind_template_callback (klass, search_stopped_cb);
  gtk_widget_class_bind_template_callback (klass, search_activate_cb);
}
