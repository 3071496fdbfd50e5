/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages that are lists: the sources of a show, its sends, its devices, the ports of a device. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-record-format.h"
#include "core/schema/genlock-equipment-specs.h"
#include "ui/common/genlock-page.h"
#include "ui/common/genlock-toasts.h"
#include "ui/lists/genlock-table-page-private.h"

enum
{
  PROP_STORE = 1,
  PROP_KIND,
};

enum
{
  CHECK,
  COMPLETE,
  DELETE,
  EDIT,
  MOVED,
  NEW,
  PRODUCTION_CHANGED,
  REORDER,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void genlock_table_page_page_init (GenlockPageInterface *iface);

/* Not one type per list: gtk_widget_dispose_template() of GTK 4.8 looks for the template in the
 * class of the object alone. */
G_DEFINE_TYPE_WITH_CODE (GenlockTablePage, genlock_table_page, ADW_TYPE_BIN,
                         G_ADD_PRIVATE (GenlockTablePage)
                         G_IMPLEMENT_INTERFACE (GENLOCK_TYPE_PAGE,
                                                genlock_table_page_page_init))

GenlockTablePagePrivate *
genlock_table_page_get_private (GenlockTablePage *page)
{
  return genlock_table_page_get_instance_private (page);
}

static void
items_changed_cb (GenlockTablePage *page)
{
  genlock_table_page_get_private (page)->n_item_changes++;
  genlock_table_page_update_stack (page);
}

void
genlock_table_page_update_query (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GenlockQuery) query = NULL;
  const GenlockColumn *sort;
  gboolean descending;

  if (self->list == NULL || self->restoring)
    return;

  query = genlock_query_new (self->kind->table);
  genlock_query_set_parent (query, self->production_id);
  if (genlock_table_page_arrange (page, query))
    {
      genlock_grid_set_search (self->grid, genlock_table_page_get_search (page));
      genlock_list_set_query (self->list, query);
      return;
    }

  genlock_query_set_search (query, genlock_table_page_get_search (page));
  genlock_query_set_filter (query, self->kind->type, genlock_type_chips_get_chosen (self->chips),
                            FALSE);

  sort = genlock_grid_get_sort (self->grid, &descending);
  if (sort != NULL && sort->kind == GENLOCK_COLUMN_OUTPUTS)
    genlock_query_set_sort_child (query, self->kind->outputs, sort->field, descending);
  else if (sort != NULL)
    genlock_query_set_sort (query, sort->field, descending);
  else if (self->kind->place != 0)
    genlock_query_set_sort (query, self->kind->place_group != 0 ? self->kind->place_group
                                                                : self->kind->place, FALSE);

  /* Rows of one direction stand by place, unless a column sorts. */
  if (self->kind->place != 0)
    genlock_query_set_sort_then (query, self->kind->place);

  genlock_grid_set_search (self->grid, genlock_table_page_get_search (page));
  genlock_list_set_query (self->list, query);
}

static void
types_counted_cb (GObject *source,
                  GAsyncResult *result,
                  gpointer user_data)
{
  g_autoptr (GenlockTablePage) page = user_data;
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, &error);

  if (counts == NULL || self->chips == NULL)
    return;

  genlock_type_chips_set_counts (self->chips, counts);
  self->types_offered = FALSE;
}

static gboolean
refresh_cb (gpointer data)
{
  GenlockTablePage *page = data;
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  self->refresh_id = 0;
  if (!genlock_table_page_count_types (page))
    genlock_store_count_async (self->store, genlock_list_get_query (self->list), self->kind->type,
                               self->cancellable, types_counted_cb, g_object_ref (page));

  genlock_table_page_count_words (page);
  genlock_table_page_update_inspector (page);
  return G_SOURCE_REMOVE;
}

/* Counts again, once for a burst of changes. */
void
genlock_table_page_refresh_soon (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->refresh_id == 0 && self->list != NULL)
    self->refresh_id = g_timeout_add (50, refresh_cb, page);
}

static void
format_chosen_cb (GenlockSelectionBar *bar,
                  const GenlockFormat *format,
                  GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (page);
  char buffer[GENLOCK_FORMAT_TEXT_SIZE];

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);

      if (column->kind == GENLOCK_COLUMN_FORMAT)
        genlock_table_page_set_rows (page, rows, column, genlock_format_print (format, buffer));
    }
}

static void
type_chosen_cb (GenlockSelectionBar *bar,
                const char *type,
                GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);
  g_autoptr (GtkBitset) rows = genlock_table_page_list_block_rows (page);

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);

      if (column->kind == GENLOCK_COLUMN_FIELD && column->field == self->kind->type)
        genlock_table_page_set_rows (page, rows, column, type);
    }
}

/* The types that many rows can be given at once; most gestures need none. */
static void
offer_types (GenlockTablePage *page,
             GenlockSelectionBar *bar)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  g_autoptr (GPtrArray) columns = genlock_grid_list_all_columns (self->grid);

  self->types_offered = TRUE;
  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);
      g_auto (GStrv) types = NULL;

      if (column->kind != GENLOCK_COLUMN_FIELD || column->field != self->kind->type)
        continue;

      types = genlock_table_page_dup_offers (column, page);
      genlock_selection_bar_set_types (bar, (const char * const *) types);
    }
}

/* Few look at more than one row at once. */
static void
update_selection_bar (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  guint n = genlock_row_selection_get_size (genlock_grid_get_selection (self->grid));
  GtkWidget *bar = adw_bin_get_child (self->selection_place);

  if (bar == NULL && n >= 2)
    {
      bar = g_object_new (GENLOCK_TYPE_SELECTION_BAR, NULL);
      g_signal_connect_object (bar, "format", G_CALLBACK (format_chosen_cb), page, 0);
      g_signal_connect_object (bar, "type", G_CALLBACK (type_chosen_cb), page, 0);
      genlock_selection_bar_set_has_format (GENLOCK_SELECTION_BAR (bar),
                                            self->kind->format[0] != 0);
      adw_bin_set_child (self->selection_place, bar);
    }
  if (n >= 2 && !self->types_offered)
    offer_types (page, GENLOCK_SELECTION_BAR (bar));
  if (bar != NULL)
    genlock_selection_bar_set_count (GENLOCK_SELECTION_BAR (bar), n);
}

static void
moved_cb (GenlockGrid *grid,
          GenlockTablePage *page)
{
  update_selection_bar (page);
  genlock_table_page_update_actions (page);
  genlock_table_page_update_inspector (page);
  g_signal_emit (page, signals[MOVED], 0);
}

static void
edited_cb (GenlockGrid *grid,
           GenlockRow *row,
           gpointer update,
           GenlockTablePage *page)
{
  genlock_table_page_apply_row (page, row, update);
}

static void
edit_apart_cb (GenlockGrid *grid,
               GenlockRow *row,
               guint number,
               GenlockTablePage *page)
{
  GenlockRecord *record = genlock_row_get_record (row);

  if (record != NULL)
    g_signal_emit (page, signals[EDIT], 0, genlock_record_get_id (record), number);
}

static void
sorted_cb (GenlockGrid *grid,
           GenlockTablePage *page)
{
  genlock_grid_start_over (grid);
  genlock_table_page_update_query (page);
  genlock_table_page_save_state_soon (page);
}

static void
arranged_cb (GenlockGrid *grid,
             GenlockTablePage *page)
{
  genlock_table_page_save_state_soon (page);
}

static void
reorder_cb (GenlockGrid *grid,
            gpointer ids,
            const char *before_id,
            GenlockTablePage *page)
{
  g_signal_emit (page, signals[REORDER], 0, ids, before_id);
}

static void
types_chosen_cb (GenlockTypeChips *chips,
                 GenlockTablePage *page)
{
  genlock_grid_start_over (genlock_table_page_get_private (page)->grid);
  genlock_table_page_update_query (page);
  genlock_table_page_refresh_soon (page);
}

static void
store_changed_cb (GenlockTablePage *page,
                  GenlockChanges *changes)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->production_id != NULL
      && (changes == NULL
          || genlock_changes_touch (changes, self->kind->table,
                                    genlock_list_kind_is_of_show (self->kind)
                                    ? self->production_id : NULL)))
    genlock_table_page_refresh_soon (page);
}

static void
writable_cb (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);
  gboolean writable = genlock_store_get_writable (self->store);

  genlock_grid_set_editable (self->grid, writable);
  if (self->inspector != NULL)
    genlock_row_inspector_set_editable (self->inspector, writable);
  genlock_table_page_update_actions (page);
}

static const char *
genlock_table_page_get_new_label (GenlockPage *page)
{
  return _(genlock_table_page_get_private (GENLOCK_TABLE_PAGE (page))->kind->new_label);
}

static void
drop_list (GenlockTablePagePrivate *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->refresh_id, g_source_remove);
  g_clear_handle_id (&self->loading_id, g_source_remove);
  genlock_grid_set_model (self->grid, NULL);
  g_clear_object (&self->list);
  g_hash_table_remove_all (self->words);
}

static void
genlock_table_page_set_production (GenlockPage *iface,
                                   const char *production_id)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (iface);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (g_strcmp0 (self->production_id, production_id) == 0)
    return;

  genlock_grid_finish_editing (self->grid);
  genlock_table_page_save_state (page);
  drop_list (self);
  /* Another show may have no row that could be looked at instead. */
  genlock_table_page_update_inspector (page);
  g_free (self->production_id);
  self->production_id = g_strdup (production_id);
  genlock_table_page_watch_marks (page);
  g_signal_emit (page, signals[PRODUCTION_CHANGED], 0);
  if (production_id == NULL)
    return;

  self->cancellable = g_cancellable_new ();
  self->list = genlock_list_new (self->store, NULL);
  g_signal_connect_object (self->list, "notify::loading",
                           G_CALLBACK (genlock_table_page_update_stack), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "notify::error",
                           G_CALLBACK (genlock_table_page_update_stack), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "items-changed", G_CALLBACK (items_changed_cb), page,
                           G_CONNECT_SWAPPED);

  self->restoring = TRUE;
  genlock_table_page_restore_state (page);
  genlock_type_chips_clear (self->chips);
  genlock_table_page_clear_search (page);
  self->restoring = FALSE;

  genlock_table_page_update_query (page);
  genlock_grid_set_model (self->grid, G_LIST_MODEL (self->list));
  genlock_table_page_update_stack (page);
  genlock_table_page_refresh_soon (page);
}

static void
genlock_table_page_start_search (GenlockPage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (page));

  gtk_search_bar_set_search_mode (self->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static gboolean
genlock_table_page_finish_editing (GenlockPage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (page));

  return genlock_grid_finish_editing (self->grid)
         && (self->inspector == NULL || genlock_row_inspector_finish_editing (self->inspector));
}

static void
genlock_table_page_page_init (GenlockPageInterface *iface)
{
  iface->get_new_label = genlock_table_page_get_new_label;
  iface->set_production = genlock_table_page_set_production;
  iface->get_inspector = genlock_table_page_get_inspector;
  iface->start_search = genlock_table_page_start_search;
  iface->finish_editing = genlock_table_page_finish_editing;
}

/* The next key is for the rows, also where they come in a moment. */
static gboolean
genlock_table_page_grab_focus (GtkWidget *widget)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (widget));

  if (self->list != NULL
      && (g_list_model_get_n_items (G_LIST_MODEL (self->list)) > 0
          || genlock_list_get_loading (self->list)))
    return genlock_grid_take_focus (self->grid);

  /* Not the page itself, which asks here first. */
  return gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
show_all_action (GtkWidget *widget,
                 const char *action_name,
                 GVariant *parameter)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (widget);

  genlock_table_page_clear_search (page);
  genlock_type_chips_clear (genlock_table_page_get_private (page)->chips);
}

static void
reload_action (GtkWidget *widget,
               const char *action_name,
               GVariant *parameter)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (widget));

  genlock_list_set_query (self->list, NULL);
  genlock_table_page_update_query (GENLOCK_TABLE_PAGE (widget));
}

/* Whether a column says what a linked row is called. */
static gboolean
has_links (const GenlockListKind *kind)
{
  for (guint i = kind->table->n_meta; i < kind->table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (kind->table, i);

      if (field->type == GENLOCK_LINK && field->width > 0)
        return TRUE;
    }

  return FALSE;
}

static void
genlock_table_page_constructed (GObject *object)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (object);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  G_OBJECT_CLASS (genlock_table_page_parent_class)->constructed (object);

  self->names = genlock_names_new (has_links (self->kind) ? self->store : NULL,
                                   &genlock_equipment_specs);
  genlock_grid_setup (self->grid, self->kind, self->names, genlock_table_page_dup_offers, page);

  genlock_type_chips_set_kind (self->chips, self->kind);
  genlock_table_page_add_column_actions (page);
  genlock_table_page_init_menus (page);
  g_signal_connect_object (self->store, "changed", G_CALLBACK (store_changed_cb), page,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->store, "notify::writable", G_CALLBACK (writable_cb), page,
                           G_CONNECT_SWAPPED);
  writable_cb (page);
}

static void
genlock_table_page_set_property (GObject *object,
                                 guint property_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (object));

  if (property_id == PROP_STORE)
    self->store = g_value_dup_object (value);
  else if (property_id == PROP_KIND)
    self->kind = g_value_get_pointer (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
genlock_table_page_get_property (GObject *object,
                                 guint property_id,
                                 GValue *value,
                                 GParamSpec *pspec)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (object));

  if (property_id == PROP_STORE)
    g_value_set_object (value, self->store);
  else if (property_id == PROP_KIND)
    g_value_set_pointer (value, (gpointer) self->kind);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
}

static void
genlock_table_page_dispose (GObject *object)
{
  GenlockTablePage *page = GENLOCK_TABLE_PAGE (object);
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  if (self->grid != NULL)
    {
      genlock_table_page_save_state (page);
      drop_list (self);
    }

  g_clear_handle_id (&self->save_id, g_source_remove);
  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_TABLE_PAGE);
  g_clear_object (&self->inspector);
  g_clear_object (&self->group);
  g_clear_pointer (&self->inspected_rows, gtk_bitset_unref);
  g_clear_object (&self->column_actions);
  g_clear_object (&self->checked);
  g_clear_object (&self->names);
  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_table_page_parent_class)->dispose (object);
}

static void
genlock_table_page_finalize (GObject *object)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (GENLOCK_TABLE_PAGE (object));

  g_free (self->production_id);
  g_free (self->searched);
  g_hash_table_unref (self->words);

  G_OBJECT_CLASS (genlock_table_page_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    klass, "/org/genlock/Genlock/ui/lists/genlock-table-page.ui");
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, stack);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, search_bar);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, search_entry);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, filter_bar);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, chips);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, columns_button);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, grid);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, selection_place);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, foot_place);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, work_place);
  gtk_widget_class_bind_template_child_private (klass, GenlockTablePage, row_menu);
  genlock_table_page_bind_search (klass);
  gtk_widget_class_bind_template_callback (klass, types_chosen_cb);
  gtk_widget_class_bind_template_callback (klass, moved_cb);
  gtk_widget_class_bind_template_callback (klass, edited_cb);
  gtk_widget_class_bind_template_callback (klass, edit_apart_cb);
  gtk_widget_class_bind_template_callback (klass, sorted_cb);
  gtk_widget_class_bind_template_callback (klass, arranged_cb);
  gtk_widget_class_bind_template_callback (klass, reorder_cb);
}

static void
genlock_table_page_class_init (GenlockTablePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = genlock_table_page_constructed;
  object_class->set_property = genlock_table_page_set_property;
  object_class->get_property = genlock_table_page_get_property;
  object_class->dispose = genlock_table_page_dispose;
  object_class->finalize = genlock_table_page_finalize;
  widget_class->grab_focus = genlock_table_page_grab_focus;

  g_object_class_install_property (
    object_class, PROP_STORE,
    g_param_spec_object ("store", NULL, NULL, GENLOCK_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (
    object_class, PROP_KIND,
    g_param_spec_pointer ("kind", NULL, NULL,
                          G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS));

  signals[CHECK] = g_signal_new ("check", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                 g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[NEW] = g_signal_new ("new", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                               g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 0);
  signals[PRODUCTION_CHANGED] = g_signal_new ("production-changed", GENLOCK_TYPE_TABLE_PAGE,
                                              G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                              G_TYPE_NONE, 0);
  signals[COMPLETE] = g_signal_new ("complete", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[DELETE] = g_signal_new ("delete", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0,
                                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN,
                                  1, G_TYPE_POINTER);
  signals[EDIT] = g_signal_new ("edit", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[REORDER] = g_signal_new ("reorder", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  signals[MOVED] = g_signal_new ("moved", GENLOCK_TYPE_TABLE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL,
                                 NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (GENLOCK_TYPE_GRID);
  g_type_ensure (GENLOCK_TYPE_TYPE_CHIPS);
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "page.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "page.reload", NULL, reload_action);
  genlock_table_page_install_actions (klass);
  genlock_table_page_install_cells (klass);
  genlock_table_page_install_clipboard (klass);
}

static void
genlock_table_page_init (GenlockTablePage *page)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  self->words = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_strfreev);
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_search_bar_connect_entry (self->search_bar, GTK_EDITABLE (self->search_entry));
}

GtkWidget *
genlock_table_page_new (GenlockStore *store,
                        const GenlockListKind *kind)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (kind != NULL, NULL);

  return g_object_new (GENLOCK_TYPE_TABLE_PAGE, "store", store, "kind", kind, NULL);
}

void
genlock_table_page_go_to (GenlockTablePage *page,
                          const char *id,
                          gboolean edit)
{
  g_return_if_fail (GENLOCK_IS_TABLE_PAGE (page));

  genlock_grid_go_to (genlock_table_page_get_private (page)->grid, id, edit);
}

void
genlock_table_page_select (GenlockTablePage *page,
                           GPtrArray *ids)
{
  g_return_if_fail (GENLOCK_IS_TABLE_PAGE (page));

  genlock_grid_select (genlock_table_page_get_private (page)->grid, ids);
}

GPtrArray *
genlock_table_page_list_selected (GenlockTablePage *page)
{
  g_return_val_if_fail (GENLOCK_IS_TABLE_PAGE (page), NULL);

  return genlock_grid_list_selected (genlock_table_page_get_private (page)->grid);
}

const char *
genlock_table_page_get_production (GenlockTablePage *page)
{
  return genlock_table_page_get_private (page)->production_id;
}

GenlockStore *
genlock_table_page_get_store (GenlockTablePage *page)
{
  return genlock_table_page_get_private (page)->store;
}

void
genlock_table_page_add_menu (GenlockTablePage *page,
                             GMenuModel *section)
{
  GenlockTablePagePrivate *self = genlock_table_page_get_private (page);

  g_menu_prepend_section (G_MENU (self->row_menu), NULL, section);
}

void
genlock_table_page_set_foot (GenlockTablePage *page,
                             GtkWidget *foot)
{
  adw_bin_set_child (genlock_table_page_get_private (page)->foot_place, foot);
}

GtkWidget *
genlock_sources_page_new (GenlockStore *store)
{
  return genlock_table_page_new (store, &genlock_list_kind_sources);
}

GtkWidget *
genlock_sends_page_new (GenlockStore *store)
{
  return genlock_table_page_new (store, &genlock_list_kind_sends);
}
