/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows and columns of cells with a cursor, edited in place as in a spreadsheet. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/lists/genlock-grid-private.h"

enum
{
  MOVED,
  EDITED,
  SORTED,
  ARRANGED,
  N_SIGNALS,
};

G_DEFINE_FINAL_TYPE (GenlockGrid, genlock_grid, ADW_TYPE_BIN)

static void
grid_column_free (gpointer data)
{
  GenlockGridColumn *column = data;

  /* The view may hold its cells for longer than the grid lives. */
  g_signal_handlers_disconnect_by_data (gtk_column_view_column_get_factory (column->view), column);
  for (guint i = 0; i < column->cells->len; i++)
    g_signal_handlers_disconnect_by_data (g_ptr_array_index (column->cells, i), column);

  g_clear_object (&column->view);
  g_ptr_array_unref (column->cells);
  g_free (column);
}

guint
genlock_grid_get_n_rows (GenlockGrid *grid)
{
  return g_list_model_get_n_items (G_LIST_MODEL (grid->selection));
}

GenlockRecord *
genlock_grid_get_record (GenlockGrid *grid,
                         guint row)
{
  g_autoptr (GenlockRow) item = g_list_model_get_item (G_LIST_MODEL (grid->selection), row);

  return item != NULL ? genlock_row_get_record (item) : NULL;
}

GPtrArray *
genlock_grid_get_visible (GenlockGrid *grid)
{
  GListModel *columns = gtk_column_view_get_columns (grid->view);

  if (grid->visible != NULL)
    return grid->visible;

  grid->visible = g_ptr_array_new ();
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (columns, i);
      GenlockGridColumn *column = g_object_get_data (G_OBJECT (view), "genlock-column");

      if (column->column != NULL && genlock_grid_column_is_visible (column))
        g_ptr_array_add (grid->visible, column);
    }

  return grid->visible;
}

GenlockCell *
genlock_grid_find_cell (GenlockGrid *grid,
                        guint row,
                        guint column)
{
  GPtrArray *visible = genlock_grid_get_visible (grid);
  GPtrArray *cells;

  if (column >= visible->len)
    return NULL;

  cells = ((GenlockGridColumn *) g_ptr_array_index (visible, column))->cells;
  for (guint i = 0; i < cells->len; i++)
    if (genlock_cell_get_position (g_ptr_array_index (cells, i)) == row)
      return g_ptr_array_index (cells, i);

  return NULL;
}

static void
name_cell (GenlockCell *cell)
{
  GenlockGridColumn *column = genlock_cell_get_data (cell);
  GenlockRow *row = genlock_cell_get_item (cell);
  GenlockRecord *record = row != NULL ? genlock_row_get_record (row) : NULL;
  const char *text = genlock_cell_get_text (cell);
  const char *tip = gtk_widget_get_tooltip_text (GTK_WIDGET (cell));
  g_autofree char *label = NULL;

  if (record == NULL || text == NULL)
    return;

  if (column->column != NULL)
    {
      g_autofree char *name = genlock_names_dup_row (column->grid->names, record);

      label = g_strdup_printf ("%s, %s", _(column->column->title), name);
    }
  else
    label = g_strdup_printf (_("Row %s"), text);

  gtk_accessible_update_property (GTK_ACCESSIBLE (cell),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  column->column == NULL && tip != NULL ? tip : text,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static gboolean
name_cells_cb (gpointer data)
{
  GenlockGrid *grid = data;

  grid->names_id = 0;
  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      for (guint j = 0; j < column->cells->len; j++)
        if (gtk_widget_get_mapped (g_ptr_array_index (column->cells, j)))
          name_cell (g_ptr_array_index (column->cells, j));
    }

  return G_SOURCE_REMOVE;
}

/* Screen readers hear the names of cells once scrolling has come to rest: naming each of them as
 * it is bound costs more than drawing it. */
static void
name_cells_soon (GenlockGrid *grid)
{
  if (grid->names_id != 0)
    g_source_remove (grid->names_id);

  grid->names_id = g_timeout_add_full (G_PRIORITY_LOW, 120, name_cells_cb, grid, NULL);
}

/* What is marked says why where the pointer rests. */
static void
update_mark (GenlockCell *cell,
             const GenlockColumn *column,
             const GenlockRecord *record,
             GenlockNames *names)
{
  g_autofree char *tip = NULL;
  GenlockMark mark;

  if (column->derived == NULL || !column->derived->is_marked)
    return;

  mark = genlock_column_get_mark (column, record, names, &tip);
  genlock_cell_set_mark (cell, mark);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), tip);
}

/* What is wrong with the row stands at its head. */
static void
update_head (GenlockGrid *grid,
             GenlockCell *cell,
             const GenlockRecord *record)
{
  g_autofree char *tip = NULL;
  GenlockMark mark = grid->marks != NULL && record != NULL
                     ? grid->marks (record, &tip, grid->marks_data)
                     : GENLOCK_MARK_NONE;

  genlock_cell_take_text (cell, g_strdup_printf ("%u", genlock_cell_get_position (cell) + 1));
  genlock_cell_set_mark (cell, mark);
  gtk_widget_set_tooltip_text (GTK_WIDGET (cell), tip);
}

static void
update_cell (GenlockCell *cell)
{
  GenlockGridColumn *column = genlock_cell_get_data (cell);
  GenlockRow *row = genlock_cell_get_item (cell);
  GenlockRecord *record = row != NULL ? genlock_row_get_record (row) : NULL;

  if (column->column == NULL)
    update_head (column->grid, cell, record);
  else if (record == NULL)
    genlock_cell_take_text (cell, NULL);
  else
    {
      genlock_cell_take_text (cell, genlock_column_print (column->column, record,
                                                          column->grid->names));
      update_mark (cell, column->column, record, column->grid->names);
    }
}

void
genlock_grid_update_row (GenlockGrid *grid,
                         guint row)
{
  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      for (guint j = 0; j < column->cells->len; j++)
        if (genlock_cell_get_position (g_ptr_array_index (column->cells, j)) == row)
          update_cell (g_ptr_array_index (column->cells, j));
    }

  name_cells_soon (grid);
}

static void
record_changed_cb (GenlockRow *row,
                   GParamSpec *pspec,
                   GenlockCell *head)
{
  GenlockGridColumn *column = genlock_cell_get_data (head);
  GenlockGrid *grid = column->grid;
  guint position = genlock_cell_get_position (head);
  g_autoptr (GtkBitset) rows = genlock_grid_list_rows (grid);

  genlock_grid_update_row (grid, position);

  /* Whoever shows what is selected shows it anew. */
  if (gtk_bitset_contains (rows, position))
    g_signal_emit_by_name (grid, "moved");
}

static void
position_changed_cb (GtkListItem *item,
                     GParamSpec *pspec,
                     GenlockCell *head)
{
  if (gtk_list_item_get_item (item) != NULL)
    update_cell (head);
}

static GenlockCellStyle
get_style (const GenlockColumn *column)
{
  if (column == NULL)
    return GENLOCK_CELL_HEAD;
  if (column->connector)
    return GENLOCK_CELL_CONNECTORS;
  if (column->derived != NULL && column->derived->is_path)
    return GENLOCK_CELL_PATH;

  return column->numeric ? GENLOCK_CELL_NUMBER : GENLOCK_CELL_TEXT;
}

/* The view may drop the child of an item before the factory hears of it. */
static void
cell_destroyed_cb (GtkWidget *cell,
                   GenlockGridColumn *column)
{
  g_ptr_array_remove_fast (column->cells, cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem *item,
          GenlockGridColumn *column)
{
  GtkWidget *cell = genlock_cell_new (get_style (column->column), &column->grid->look, item,
                                      column);

  if (column->column == NULL)
    {
      gtk_widget_set_focusable (cell, FALSE);
      g_signal_connect_object (item, "notify::position", G_CALLBACK (position_changed_cb), cell, 0);
    }

  g_ptr_array_add (column->cells, cell);
  g_signal_connect (cell, "destroy", G_CALLBACK (cell_destroyed_cb), column);
  gtk_list_item_set_child (item, cell);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem *item,
         GenlockGridColumn *column)
{
  GenlockCell *cell = GENLOCK_CELL (gtk_list_item_get_child (item));
  GenlockGrid *grid = column->grid;
  guint index;

  update_cell (cell);
  name_cells_soon (grid);

  /* One handler for the whole row: the head tells the others. */
  if (column->column == NULL)
    g_signal_connect (gtk_list_item_get_item (item), "notify::record",
                      G_CALLBACK (record_changed_cb), cell);
  else if (g_ptr_array_find (genlock_grid_get_visible (grid), column, &index))
    genlock_grid_update_cell_state (grid, cell, gtk_list_item_get_position (item), index);
}

static void
unbind_cb (GtkSignalListItemFactory *factory,
           GtkListItem *item,
           GenlockGridColumn *column)
{
  GtkWidget *cell = gtk_list_item_get_child (item);

  if (cell == NULL)
    return;

  if (column->column == NULL)
    g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (item), record_changed_cb, cell);
  else if (GENLOCK_CELL (cell) == column->grid->edited)
    genlock_grid_put_off_editing (column->grid);
}

static void
add_column (GenlockGrid *grid,
            const GenlockColumn *column)
{
  GenlockGridColumn *grid_column = g_new0 (GenlockGridColumn, 1);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  grid_column->grid = grid;
  grid_column->column = column;
  grid_column->cells = g_ptr_array_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), grid_column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), grid_column);
  g_signal_connect (factory, "unbind", G_CALLBACK (unbind_cb), grid_column);

  grid_column->view = gtk_column_view_column_new (column != NULL ? _(column->title) : "", factory);
  g_object_set_data (G_OBJECT (grid_column->view), "genlock-column", grid_column);
  g_ptr_array_add (grid->grid_columns, grid_column);
}

static void
names_changed_cb (GenlockNames *names,
                  GenlockGrid *grid)
{
  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      for (guint j = 0; j < column->cells->len; j++)
        if (genlock_cell_get_item (g_ptr_array_index (column->cells, j)) != NULL)
          update_cell (g_ptr_array_index (column->cells, j));
    }

  name_cells_soon (grid);
}

static void
selection_changed_cb (GtkSelectionModel *model,
                      guint position,
                      guint n_items,
                      GenlockGrid *grid)
{
  /* While rows come and go the places are not the person's choice. */
  if (grid->settle_id == 0)
    genlock_grid_remember_selection (grid);

  g_signal_emit_by_name (grid, "moved");
}

/* Before the view drops rows, and the focus with them. */
static void
items_change_cb (GListModel *model,
                 guint position,
                 guint removed,
                 guint added,
                 GenlockGrid *grid)
{
  grid->had_focus |= genlock_grid_has_focus (grid);
  grid->changing = TRUE;
}

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  GenlockGrid *grid)
{
  grid->changing = FALSE;
  genlock_grid_hold_focus (grid);
  genlock_grid_follow (grid);
  genlock_grid_show_more (grid);
}

static void
genlock_grid_snapshot (GtkWidget *widget,
                       GtkSnapshot *snapshot)
{
  GTK_WIDGET_CLASS (genlock_grid_parent_class)->snapshot (widget, snapshot);
  genlock_grid_snapshot_gap (GENLOCK_GRID (widget), snapshot);
}

static void
genlock_grid_dispose (GObject *object)
{
  GenlockGrid *grid = GENLOCK_GRID (object);

  g_clear_handle_id (&grid->settle_id, g_source_remove);
  g_clear_handle_id (&grid->top_id, g_source_remove);
  g_clear_handle_id (&grid->names_id, g_source_remove);
  genlock_grid_end_drop (grid);

  if (grid->edited != NULL)
    genlock_grid_cancel_editing (grid);
  g_clear_pointer (&grid->menu, gtk_widget_unparent);
  if (grid->view != NULL)
    {
      /* The view takes its columns and its order away one by one when it goes. */
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_columns (grid->view), grid);
      g_signal_handlers_disconnect_by_data (gtk_column_view_get_sorter (grid->view), grid);
      gtk_column_view_set_model (grid->view, NULL);
    }

  /* Before the template, which would unparent it behind the back of the bin. */
  adw_bin_set_child (ADW_BIN (object), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (object), GENLOCK_TYPE_GRID);
  g_clear_object (&grid->menu_model);
  g_clear_object (&grid->first_rows);
  g_clear_object (&grid->selection);
  g_clear_object (&grid->names);

  G_OBJECT_CLASS (genlock_grid_parent_class)->dispose (object);
}

static void
genlock_grid_finalize (GObject *object)
{
  GenlockGrid *grid = GENLOCK_GRID (object);

  g_clear_pointer (&grid->visible, g_ptr_array_unref);
  g_clear_pointer (&grid->grid_columns, g_ptr_array_unref);
  g_clear_pointer (&grid->columns, g_array_unref);
  g_clear_pointer (&grid->selected_ids, g_ptr_array_unref);
  g_clear_pointer (&grid->look.marks, g_regex_unref);
  g_free (grid->row_id);
  g_free (grid->wanted_id);
  g_clear_pointer (&grid->wanted_ids, g_ptr_array_unref);
  g_free (grid->unfinished);
  g_free (grid->unfinished_id);

  G_OBJECT_CLASS (genlock_grid_parent_class)->finalize (object);
}

/* Rows may come before their page is looked at. */
static void
genlock_grid_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (genlock_grid_parent_class)->map (widget);
  name_cells_soon (GENLOCK_GRID (widget));
}

static void
genlock_grid_class_init (GenlockGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = genlock_grid_dispose;
  object_class->finalize = genlock_grid_finalize;
  widget_class->map = genlock_grid_map;
  widget_class->snapshot = genlock_grid_snapshot;

  g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, GENLOCK_TYPE_ROW, G_TYPE_POINTER);
  g_signal_new ("edit-apart", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, GENLOCK_TYPE_ROW, G_TYPE_UINT);
  g_signal_new ("sorted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
  g_signal_new ("reorder", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_STRING);
  g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/genlock/Genlock/ui/lists/genlock-grid.ui");
  gtk_widget_class_bind_template_child (widget_class, GenlockGrid, scroller);
  gtk_widget_class_bind_template_child (widget_class, GenlockGrid, view);
}

/* GTK before 4.12 scrolls the titles and the rows of a view that reads from the right each in its
 * own direction. There the columns stand as in a language that reads from the left; the cells keep
 * their texts on the right. */
static void
keep_columns_together (GenlockGrid *grid)
{
  if (gtk_get_minor_version () >= 12)
    return;

  gtk_widget_set_direction (GTK_WIDGET (grid->view), GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (gtk_widget_get_first_child (GTK_WIDGET (grid->view)),
                            GTK_TEXT_DIR_LTR);
  gtk_widget_set_direction (grid->rows, GTK_TEXT_DIR_LTR);
}

static void
genlock_grid_init (GenlockGrid *grid)
{
  gtk_widget_init_template (GTK_WIDGET (grid));

  grid->editable = TRUE;
  grid->gap_at = -1;
  grid->grid_columns = g_ptr_array_new_with_free_func (grid_column_free);
  grid->selected_ids = g_ptr_array_new_with_free_func (g_free);
  grid->selection = genlock_row_selection_new (NULL);
  g_signal_connect_object (grid->selection, "selection-changed",
                           G_CALLBACK (selection_changed_cb), grid, 0);

  /* The list of rows is a part of the view that has no name of its own. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (grid->view));
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      grid->rows = child;

  keep_columns_together (grid);
  genlock_grid_init_scrolling (grid);
  genlock_grid_init_keys (grid);
  genlock_grid_init_pointer (grid);
}

void
genlock_grid_setup (GenlockGrid *grid,
                    const GenlockListKind *list,
                    GenlockNames *names,
                    GenlockGridOffers offers,
                    gpointer user_data)
{
  grid->list = list;
  grid->names = g_object_ref (names);
  grid->offers = offers;
  grid->offers_data = user_data;
  grid->columns = genlock_columns_new (list);

  add_column (grid, NULL);
  for (guint i = 0; i < grid->columns->len; i++)
    add_column (grid, &g_array_index (grid->columns, GenlockColumn, i));

  genlock_grid_init_columns (grid);
  genlock_grid_init_drop (grid);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(list->table->label_plural), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (grid->rows), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _(list->table->label_plural), -1);
  g_signal_connect_object (names, "changed", G_CALLBACK (names_changed_cb), grid, 0);
  g_signal_connect_object (grid->selection, "items-changed", G_CALLBACK (items_change_cb), grid,
                           0);
  grid->first_rows = genlock_first_rows_new (GTK_SELECTION_MODEL (grid->selection));
  gtk_column_view_set_model (grid->view, GTK_SELECTION_MODEL (grid->first_rows));

  /* After the view, which has its rows in order by then. */
  g_signal_connect_object (grid->selection, "items-changed", G_CALLBACK (items_changed_cb), grid,
                           G_CONNECT_AFTER);
}

void
genlock_grid_set_marks (GenlockGrid *grid,
                        GenlockGridMarks marks,
                        gpointer user_data)
{
  GenlockGridColumn *heads = g_ptr_array_index (grid->grid_columns, 0);

  grid->marks = marks;
  grid->marks_data = user_data;
  for (guint i = 0; i < heads->cells->len; i++)
    if (genlock_cell_get_item (heads->cells->pdata[i]) != NULL)
      update_cell (heads->cells->pdata[i]);

  name_cells_soon (grid);
}

void
genlock_grid_set_model (GenlockGrid *grid,
                        GListModel *model)
{
  genlock_grid_cancel_editing (grid);
  g_clear_pointer (&grid->row_id, g_free);
  g_ptr_array_set_size (grid->selected_ids, 0);
  grid->row = grid->anchor_row = grid->select_anchor = 0;
  if (model != NULL)
    genlock_grid_show_first (grid);
  genlock_row_selection_set_model (grid->selection, model);
}

void
genlock_grid_start_over (GenlockGrid *grid)
{
  g_clear_pointer (&grid->row_id, g_free);
  grid->row = grid->anchor_row = grid->select_anchor = 0;
  grid->to_top = TRUE;
}

GListModel *
genlock_grid_get_model (GenlockGrid *grid)
{
  return genlock_row_selection_get_model (grid->selection);
}

GenlockRowSelection *
genlock_grid_get_selection (GenlockGrid *grid)
{
  return grid->selection;
}

void
genlock_grid_set_editable (GenlockGrid *grid,
                           gboolean editable)
{
  grid->editable = editable;
  if (!editable)
    genlock_grid_cancel_editing (grid);
}

/* A pattern that finds any of the words of @text. */
static GRegex *
compile_words (const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\n", -1);
  g_autoptr (GString) pattern = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      {
        g_autofree char *escaped = g_regex_escape_string (words[i], -1);

        g_string_append_printf (pattern, "%s%s", pattern->len > 0 ? "|" : "", escaped);
      }

  return pattern->len > 0 ? g_regex_new (pattern->str, G_REGEX_CASELESS, 0, NULL) : NULL;
}

void
genlock_grid_set_search (GenlockGrid *grid,
                         const char *text)
{
  g_clear_pointer (&grid->look.marks, g_regex_unref);
  grid->look.marks = compile_words (text != NULL ? text : "");

  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      for (guint j = 0; j < column->cells->len; j++)
        genlock_cell_remark (g_ptr_array_index (column->cells, j));
    }
}
