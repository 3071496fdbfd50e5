/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to the rows of a list page: new, duplicate, delete. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-duplicate-dialog.h"
#include "ui/lists/genlock-series.h"
#include "ui/lists/genlock-table-page-private.h"

gboolean
genlock_table_page_is_ready (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->list == NULL || !genlock_store_get_writable (self->store)
      || !genlock_grid_finish_editing (self->grid))
    return FALSE;

  genlock_grid_settle (self->grid);
  return TRUE;
}

GtkBitset *
genlock_table_page_list_block_rows (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  return genlock_grid_list_rows (self->grid);
}

char **
genlock_table_page_dup_row_ids (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (page);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  GtkBitsetIter iter;
  guint row;

  for (gboolean more = self->list != NULL && gtk_bitset_iter_init_first (&iter, rows, &row);
       more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      g_autoptr (GenlockRow) item = g_list_model_get_item (G_LIST_MODEL (self->list), row);
      GenlockRecord *record = item != NULL ? genlock_row_get_record (item) : NULL;

      if (record != NULL)
        g_strv_builder_add (builder, genlock_record_get_id (record));
    }

  return g_strv_builder_end (builder);
}

GPtrArray *
genlock_table_page_list_block_columns (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GPtrArray *columns = genlock_grid_list_columns (self->grid);
  GenlockGridBlock block;

  if (genlock_row_selection_get_size (genlock_grid_get_selection (self->grid)) > 0
      || !genlock_grid_get_block (self->grid, &block))
    return columns;

  if (block.left + block.n_columns < columns->len)
    g_ptr_array_remove_range (columns, block.left + block.n_columns,
                              columns->len - block.left - block.n_columns);
  if (block.left > 0)
    g_ptr_array_remove_range (columns, 0, block.left);

  return columns;
}

static void
add_new (GenlockTablePage *page,
         GenlockGathered *gathered,
         gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  const char * const *types = genlock_type_chips_get_chosen (self->chips);
  GenlockRecord *record = genlock_record_new_row (self->kind->table, NULL);
  GenlockBatch *batch = genlock_batch_new ("ADD");

  genlock_record_set_text (record, self->kind->table->parent_field, self->production_id);
  if (self->kind->prefix != NULL)
    genlock_record_take_text (record, self->kind->label,
                              genlock_series_next_label (self->kind->prefix, gathered->labels));
  if (self->kind->name != 0)
    genlock_record_set_text (record, self->kind->name, _(self->kind->new_name));
  if (types != NULL)
    genlock_record_set_text (record, self->kind->type, types[0]);
  else
    genlock_list_kind_set_default_type (self->kind, record);

  /* A search would hide what is new. */
  genlock_table_page_clear_search (page);
  genlock_grid_go_to (self->grid, genlock_record_get_id (record), TRUE);
  genlock_batch_insert (batch, record);
  genlock_table_page_apply (page, batch, NULL);
}

void
genlock_table_page_add_empty (GenlockTablePage *page)
{
  g_autoptr (GtkBitset) none = gtk_bitset_new_empty ();

  genlock_table_page_with_rows (page, none, add_new, NULL, NULL);
}

static void
new_action (GtkWidget *widget,
            const char *action_name,
            GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  gboolean taken = FALSE;

  if (!genlock_table_page_is_ready (page))
    return;

  g_signal_emit_by_name (page, "new", &taken);
  if (!taken)
    genlock_table_page_add_empty (page);
}

static void
duplicate (GenlockTablePage *page,
           GenlockGathered *gathered,
           gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  guint n_copies = GPOINTER_TO_UINT (user_data);
  GenlockBatch *batch = genlock_block_duplicate (self->kind, gathered->records, n_copies,
                                                 gathered->labels, gathered->names, ids);
  g_autofree char *count = genlock_table_page_dup_count (page, ids->len);

  if (ids->len == 0)
    {
      genlock_batch_unref (batch);
      return;
    }

  genlock_grid_go_to (self->grid, g_ptr_array_index (ids, 0), FALSE);
  genlock_table_page_apply (page, batch, g_strdup_printf (_("%s added"), count));
}

static void
duplicate_action (GtkWidget *widget,
                  const char *action_name,
                  GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) rows = NULL;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  genlock_table_page_with_rows (page, rows, duplicate, GUINT_TO_POINTER (1), NULL);
}

static void
copies_chosen_cb (GenlockDuplicateDialog *dialog,
                  guint n_copies,
                  GenlockTablePage *page)
{
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (page);

  genlock_table_page_with_rows (page, rows, duplicate, GUINT_TO_POINTER (n_copies), NULL);
}

static void
ask_copies (GenlockTablePage *page,
            GenlockGathered *gathered,
            gpointer user_data)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page)));
  GtkWidget *dialog;

  if (gathered->records->len == 0)
    return;

  dialog = genlock_duplicate_dialog_new (window, self->kind, gathered);
  g_signal_connect_object (dialog, "chosen", G_CALLBACK (copies_chosen_cb), page, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
duplicate_many_action (GtkWidget *widget,
                       const char *action_name,
                       GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) rows = NULL;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  genlock_table_page_with_rows (page, rows, ask_copies, NULL, NULL);
}

void
genlock_table_page_delete_records (GenlockTablePage *page,
                                   GPtrArray *records)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");
  gboolean taken = FALSE;
  guint n = records->len;
  g_autofree char *count = genlock_table_page_dup_count (page, n);
  char *text;

  g_signal_emit_by_name (page, "delete", records, &taken);
  if (taken)
    return;

  for (guint i = 0; i < n; i++)
    genlock_batch_delete (batch, self->kind->table,
                          genlock_record_get_id (g_ptr_array_index (records, i)));

  if (n == 1)
    text = g_strdup_printf (_("“%s” deleted"),
                            genlock_record_get_name (g_ptr_array_index (records, 0)));
  else
    text = g_strdup_printf (_("%s deleted"), count);

  genlock_table_page_apply (page, g_steal_pointer (&batch), text);
}

static void
delete_rows (GenlockTablePage *page,
             GenlockGathered *gathered,
             gpointer user_data)
{
  genlock_table_page_delete_records (page, gathered->records);
}

static void
delete_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);
  g_autoptr (GtkBitset) rows = NULL;

  if (!genlock_table_page_is_ready (page))
    return;

  rows = genlock_table_page_list_block_rows (page);
  if (!gtk_bitset_is_empty (rows))
    genlock_table_page_with_rows (page, rows, delete_rows, NULL, NULL);
}

/* Delete takes rows away where rows are selected, else it empties cells. */
static void
delete_key_action (GtkWidget *widget,
                   const char *action_name,
                   GVariant *parameter)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (widget));

  if (genlock_grid_is_editing (self->grid))
    return;

  if (genlock_row_selection_get_size (genlock_grid_get_selection (self->grid)) > 0)
    gtk_widget_activate_action (widget, "page.delete", NULL);
  else
    gtk_widget_activate_action (widget, "page.clear", NULL);
}

static void
edit_action (GtkWidget *widget,
             const char *action_name,
             GVariant *parameter)
{
  genlock_grid_edit (genlock_table_page_get_private (GENLOCK_TABLE_PAGE (widget))->grid);
}

static void
select_none_action (GtkWidget *widget,
                    const char *action_name,
                    GVariant *parameter)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (widget));

  genlock_row_selection_select_only (genlock_grid_get_selection (self->grid), 0, 0);
}

void
genlock_table_page_update_actions (GenlockTablePage *page)
{
  static const char * const on_rows[] = {
    "page.duplicate", "page.duplicate-many", "page.edit", "page.delete", "page.cut", "page.clear",
    "page.fill-down", "page.fill-series",
  };
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  gboolean writable = genlock_store_get_writable (self->store);
  gboolean rows = genlock_grid_get_cursor_row (self->grid) != GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < G_N_ELEMENTS (on_rows); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (page), on_rows[i], writable && rows);

  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.copy", rows);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.new", writable);
  gtk_widget_action_set_enabled (GTK_WIDGET (page), "page.paste", writable);
}

void
genlock_table_page_install_actions (GenlockTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GdkModifierType both = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  gtk_widget_class_install_action (widget_class, "page.new", NULL, new_action);
  gtk_widget_class_install_action (widget_class, "page.duplicate", NULL, duplicate_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, GDK_CONTROL_MASK,
                                       "page.duplicate", NULL);
  gtk_widget_class_install_action (widget_class, "page.duplicate-many", NULL,
                                   duplicate_many_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_d, both, "page.duplicate-many", NULL);
  gtk_widget_class_install_action (widget_class, "page.edit", NULL, edit_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "page.edit", NULL);
  gtk_widget_class_install_action (widget_class, "page.delete", NULL, delete_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, GDK_CONTROL_MASK,
                                       "page.delete", NULL);
  gtk_widget_class_install_action (widget_class, "page.delete-key", NULL, delete_key_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "page.delete-key", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "page.delete-key",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "page.select-none", NULL, select_none_action);
}
