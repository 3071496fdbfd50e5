/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list page shows: its rows, or why there are none. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-table-page-private.h"

/* A page that has nothing to show after this long, in milliseconds, says that it is loading. */
#define PATIENCE 300

static gboolean
is_narrowed (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return *genlock_table_page_get_search (page) != '\0'
         || genlock_type_chips_get_chosen (self->chips) != NULL;
}

static gboolean
loading_cb (gpointer data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (data);

  self->loading_id = 0;
  gtk_stack_set_visible_child_name (self->stack, "loading");
  return G_SOURCE_REMOVE;
}

/* What is shown in place of the rows; most shows have rows. */
static void
ensure_states (GenlockTablePagePrivate *self)
{
  static const char * const names[] = { "empty", "nothing-found", "error" };
  g_autoptr (GtkBuilder) builder = NULL;
  AdwStatusPage *empty;

  if (gtk_stack_get_child_by_name (self->stack, "empty") != NULL)
    return;

  builder = gtk_builder_new_from_resource (
    "/org/genlock/Genlock/ui/lists/genlock-table-page-states.ui");
  empty = ADW_STATUS_PAGE (gtk_builder_get_object (builder, "empty"));
  adw_status_page_set_icon_name (empty, self->kind->icon_name);
  adw_status_page_set_title (empty, _(self->kind->empty_title));
  adw_status_page_set_description (empty, _(self->kind->empty_text));
  gtk_button_set_label (GTK_BUTTON (gtk_builder_get_object (builder, "new_button")),
                        _(self->kind->new_label));
  gtk_widget_set_visible (GTK_WIDGET (gtk_builder_get_object (builder, "import_button")),
                          genlock_list_kind_is_of_show (self->kind));

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_stack_add_named (self->stack,
                         GTK_WIDGET (gtk_builder_get_object (builder, names[i])), names[i]);
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

  if (!g_str_equal (name, "rows"))
    ensure_states (self);
  if (error != NULL)
    adw_status_page_set_description (
      ADW_STATUS_PAGE (gtk_stack_get_child_by_name (self->stack, "error")), error);

  gtk_stack_set_visible_child_name (self->stack, name);
  gtk_widget_set_visible (self->filter_bar, n > 0 || is_narrowed (page));
}
