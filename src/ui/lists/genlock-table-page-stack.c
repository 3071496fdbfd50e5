/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list page shows: its rows, or why there are none. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/lists/genlock-table-page-private.h"

/* A page that has nothing to show after this long, in milliseconds, says that it is loading. */
#define PATIENCE 300

const char *
genlock_table_page_get_search (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
}

static gboolean
is_narrowed (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return *genlock_table_page_get_search (page) != '\0' || genlock_type_chips_get_chosen (self->chips) != NULL;
}

static gboolean
loading_cb (gpointer data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (data);

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

void
genlock_table_page_update_stack (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  guint n = self->list != NULL ? g_list_model_get_n_items (G_LIST_MODEL (self->list)) : 0;
  g_autofree char *error = NULL;
  const char *name;

  if (self->list != NULL)
    g_object_get (self->list, "error", &error, NULL);

  if (n == 0 && error == NULL && (self->list == NULL || genlock_list_get_loading (self->list)))
    {
      if (self->loading_id == 0 && gtk_stack_get_visible_child_name (self->stack) != NULL)
        self->loading_id = g_timeout_add (PATIENCE, loading_cb, page);
      return;
    }

  g_clear_handle_id (&self->loading_id, g_source_remove);

  if (n > 0)
    name = "rows";
  else if (error != NULL)
    name = "error";
  else
    name = is_narrowed (page) ? "nothing-found" : "empty";

  if (error != NULL)
    adw_status_page_set_description (self->error_page, error);

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_bar, n > 0 || is_narrowed (page));
}
