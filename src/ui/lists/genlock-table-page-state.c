/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of a list page, and how it is remembered for each show. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-accessible.h"
#include "ui/common/genlock-menu-later.h"
#include "ui/lists/genlock-list-state.h"
#include "ui/lists/genlock-table-page-private.h"

/* A burst of changes, such as a column being dragged wider, is written once, in milliseconds. */
#define SAVE_DELAY 500

void
genlock_table_page_save_state (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_auto (GenlockListState) state = { 0 };
  const GenlockColumn *sort;
  guint row = genlock_grid_get_cursor_row (self->grid);
  GtkWidget *widget = GTK_WIDGET (page);

  g_clear_handle_id (&self->save_id, g_source_remove);
  if (self->production_id == NULL || widget == NULL)
    return;

  state.columns = genlock_grid_dup_arrangement (self->grid);
  /* The parts of a piece of equipment are looked at for a moment: no two remember apart. */
  if (!genlock_list_kind_is_of_show (self->kind))
    {
      genlock_list_state_save (self->kind->table->name, GENLOCK_LIST_STATE_LAST, &state);
      return;
    }

  sort = genlock_grid_get_sort (self->grid, &state.descending);
  state.sort = sort != NULL ? g_strdup (sort->id) : NULL;

  if (row != GTK_INVALID_LIST_POSITION)
    {
      g_autoptr (GenlockRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), row);
      GenlockRecord *record = item != NULL ? genlock_row_get_record (item) : NULL;

      state.row = record != NULL ? g_strdup (genlock_record_get_id (record)) : NULL;
    }

  genlock_list_state_save (self->kind->table->name, self->production_id, &state);
}

static gboolean
save_cb (gpointer data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (data);

  self->save_id = 0;
  genlock_table_page_save_state (data);
  return G_SOURCE_REMOVE;
}

static void
update_column_actions (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);
      GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self->column_actions),
                                                    column->id);
      gboolean visible = genlock_grid_get_column_visible (self->grid, column->id);

      g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (visible));
    }
}

void
genlock_table_page_save_state_soon (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->column_actions != NULL)
    update_column_actions (page);
  if (!self->restoring && self->save_id == 0)
    self->save_id = g_timeout_add (SAVE_DELAY, save_cb, page);
}

void
genlock_table_page_restore_state (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_auto (GenlockListState) state = { 0 };

  genlock_list_state_load (self->kind->table->name,
                           genlock_list_kind_is_of_show (self->kind) ? self->production_id
                                                                     : GENLOCK_LIST_STATE_LAST,
                           &state);
  genlock_grid_set_arrangement (self->grid, (const char * const *) state.columns);
  genlock_grid_set_sort (self->grid, state.sort, state.descending);
  update_column_actions (page);
  if (state.row != NULL)
    genlock_grid_go_to (self->grid, state.row, FALSE);
}

static void
column_state_cb (GSimpleAction *action,
                 GVariant *state,
                 GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  genlock_grid_set_column_visible (self->grid, g_action_get_name (G_ACTION (action)),
                                   g_variant_get_boolean (state));
  g_simple_action_set_state (action, state);
}

static void
reset_columns_action (GSimpleAction *action,
                      GVariant *parameter,
                      GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  genlock_grid_set_arrangement (self->grid, NULL);
}

void
genlock_table_page_add_column_actions (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);
  g_autoptr (GSimpleAction) reset = g_simple_action_new ("reset", NULL);

  self->column_actions = g_simple_action_group_new ();
  g_signal_connect_object (reset, "activate", G_CALLBACK (reset_columns_action), page, 0);
  g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (reset));

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);
      g_autoptr (GSimpleAction) action =
        g_simple_action_new_stateful (column->id, NULL, g_variant_new_boolean (!column->hidden));

      g_signal_connect_object (action, "change-state", G_CALLBACK (column_state_cb), page, 0);
      g_action_map_add_action (G_ACTION_MAP (self->column_actions), G_ACTION (action));
    }

  gtk_widget_insert_action_group (GTK_WIDGET (page), "columns",
                                  G_ACTION_GROUP (self->column_actions));
}

static GMenuModel *
make_columns_menu (GenlockTablePagePrivate *self)
{
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);
  g_autoptr (GMenu) shown = g_menu_new ();
  g_autoptr (GMenu) reset = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);
      g_autofree char *action = g_strconcat ("columns.", column->id, NULL);

      g_menu_append (shown, _(column->title), action);
    }

  g_menu_append (reset, genlock_list_kind_is_of_show (self->kind) ? _("As for a new show")
                                                                  : _("As they were at first"),
                 "columns.reset");
  g_menu_append_section (menu, _("Columns"), G_MENU_MODEL (shown));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (reset));
  return G_MENU_MODEL (menu);
}

void
genlock_table_page_init_menus (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GMenuModel) columns = make_columns_menu (self);

  genlock_menu_button_set_model_later (self->columns_button, columns);
  genlock_accessible_set_label (GTK_WIDGET (self->columns_button), _("Columns"));
  genlock_grid_set_menu (self->grid, self->row_menu);
}
