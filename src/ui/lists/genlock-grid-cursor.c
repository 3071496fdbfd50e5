/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the grid, its block of cells, and how both follow their rows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/store/genlock-list.h"
#include "ui/lists/genlock-grid-private.h"

/* More selected rows than this are not followed when they move. */
#define FOLLOWED_MAX 200

static guint
get_last_column (GenlockGrid *grid)
{
  GPtrArray *visible = genlock_grid_get_visible (grid);

  return visible->len > 0 ? visible->len - 1 : 0;
}

gboolean
genlock_grid_get_block (GenlockGrid *grid,
                        GenlockGridBlock *block)
{
  guint n_rows = genlock_grid_get_n_rows (grid);

  if (n_rows == 0 || genlock_grid_get_visible (grid)->len == 0)
    return FALSE;

  block->top = MIN (MIN (grid->row, grid->anchor_row), n_rows - 1);
  block->n_rows = MIN (MAX (grid->row, grid->anchor_row), n_rows - 1) - block->top + 1;
  block->left = MIN (MIN (grid->column, grid->anchor_column), get_last_column (grid));
  block->n_columns = MIN (MAX (grid->column, grid->anchor_column), get_last_column (grid))
                     - block->left + 1;
  return TRUE;
}

void
genlock_grid_update_cell_state (GenlockGrid *grid,
                                GenlockCell *cell,
                                guint row,
                                guint column)
{
  GenlockGridBlock block;
  gboolean in_block;

  if (!genlock_grid_get_block (grid, &block))
    return;

  in_block = block.n_rows * block.n_columns > 1
             && row >= block.top && row < block.top + block.n_rows
             && column >= block.left && column < block.left + block.n_columns;

  genlock_cell_set_state (cell, in_block, row == grid->row && column == grid->column);
}

void
genlock_grid_update_state (GenlockGrid *grid)
{
  GPtrArray *visible = genlock_grid_get_visible (grid);

  for (guint i = 0; i < visible->len; i++)
    {
      GPtrArray *cells = ((GenlockGridColumn *) g_ptr_array_index (visible, i))->cells;

      for (guint j = 0; j < cells->len; j++)
        {
          GenlockCell *cell = g_ptr_array_index (cells, j);

          genlock_grid_update_cell_state (grid, cell, genlock_cell_get_position (cell), i);
        }
    }
}

/* Where a column stands in the view; any of its cells tells. */
static gboolean
find_bounds (GenlockGrid *grid,
             guint column,
             graphene_rect_t *bounds)
{
  GenlockGridColumn *grid_column = g_ptr_array_index (genlock_grid_get_visible (grid), column);

  for (guint i = 0; i < grid_column->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (grid_column->cells, i);

      if (gtk_widget_get_mapped (cell) && gtk_widget_get_width (cell) > 0
          && gtk_widget_compute_bounds (cell, GTK_WIDGET (grid->view), bounds))
        return TRUE;
    }

  return FALSE;
}

static void
scroll_to (GenlockGrid *grid)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_hadjustment (grid->scroller);
  double width = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  graphene_rect_t bounds;

  if (grid->column > 0 || grid->row >= genlock_first_rows_get_limit (grid->first_rows))
    genlock_grid_show_all (grid);
  gtk_widget_activate_action (grid->rows, "list.scroll-to-item", "u", grid->row);

  /* The first column brings the numbers of the rows along. */
  if (grid->column == 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_lower (adjustment));
      return;
    }

  if (!find_bounds (grid, grid->column, &bounds))
    return;

  if (bounds.origin.x < 0)
    gtk_adjustment_set_value (adjustment, value + bounds.origin.x);
  else if (bounds.origin.x + bounds.size.width > width)
    gtk_adjustment_set_value (adjustment, value + MIN (bounds.origin.x, bounds.origin.x
                                                       + bounds.size.width - width));
}

void
genlock_grid_grab_cursor (GenlockGrid *grid)
{
  GenlockCell *cell = genlock_grid_find_cell (grid, grid->row, grid->column);

  if (cell != NULL && !genlock_grid_is_editing (grid))
    gtk_widget_grab_focus (GTK_WIDGET (cell));
}

gboolean
genlock_grid_has_focus (GenlockGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == GTK_WIDGET (grid)
                           || gtk_widget_is_ancestor (focus, GTK_WIDGET (grid)));
}

/* A row that goes takes the focus along, and the next key with it: until the cursor has a cell
 * again the grid has the focus. */
void
genlock_grid_hold_focus (GenlockGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (grid->had_focus && root != NULL
      && (focus == NULL || gtk_widget_is_ancestor (GTK_WIDGET (grid), focus)))
    gtk_root_set_focus (root, GTK_WIDGET (grid));
}

gboolean
genlock_grid_take_focus (GenlockGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));

  if (root == NULL)
    return FALSE;

  gtk_root_set_focus (root, GTK_WIDGET (grid));
  genlock_grid_grab_cursor (grid);
  genlock_grid_follow (grid);
  return TRUE;
}

static gboolean
scroll_again_cb (GtkWidget *widget,
                 GdkFrameClock *clock,
                 gpointer user_data)
{
  GenlockGrid *grid = GENLOCK_GRID (widget);

  /* Ticks come before the layout of their frame. */
  if (grid->scrolls_left-- > 1)
    return G_SOURCE_CONTINUE;

  if (genlock_grid_get_n_rows (grid) <= grid->row)
    return G_SOURCE_REMOVE;

  scroll_to (grid);

  /* A cell that was not laid out yet could not take the focus. */
  if (grid->edited != NULL && genlock_cell_get_editor (grid->edited) != NULL)
    gtk_widget_grab_focus (genlock_cell_get_editor (grid->edited));
  else if (!genlock_grid_resume_editing (grid) && genlock_grid_has_focus (grid))
    genlock_grid_grab_cursor (grid);

  return G_SOURCE_REMOVE;
}

/* A row that has just come has no height before the next layout. */
static void
scroll_to_new (GenlockGrid *grid)
{
  scroll_to (grid);
  if (grid->scrolls_left <= 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (grid), scroll_again_cb, NULL, NULL);
  grid->scrolls_left = 3;
}

static void
remember_row (GenlockGrid *grid)
{
  GenlockRecord *record = genlock_grid_get_record (grid, grid->row);

  g_free (grid->row_id);
  grid->row_id = record != NULL ? g_strdup (genlock_record_get_id (record)) : NULL;
}

static void
move_cursor (GenlockGrid *grid,
             guint row,
             guint column,
             gboolean extend,
             gboolean grab)
{
  guint n_rows = genlock_grid_get_n_rows (grid);

  if (n_rows == 0)
    return;

  grid->row = MIN (row, n_rows - 1);
  grid->column = MIN (column, get_last_column (grid));

  if (!extend)
    {
      grid->anchor_row = grid->row;
      grid->anchor_column = grid->column;
      grid->select_anchor = grid->row;
    }

  remember_row (grid);
  scroll_to (grid);
  genlock_grid_update_state (grid);
  if (grab)
    genlock_grid_grab_cursor (grid);
  g_signal_emit_by_name (grid, "moved");
}

void
genlock_grid_set_cursor (GenlockGrid *grid,
                         guint row,
                         guint column,
                         gboolean extend)
{
  move_cursor (grid, row, column, extend, TRUE);
}

void
genlock_grid_set_block (GenlockGrid *grid,
                        const GenlockGridBlock *block)
{
  genlock_grid_set_cursor (grid, block->top, block->left, FALSE);
  grid->anchor_row = block->top + MAX (block->n_rows, 1) - 1;
  grid->anchor_column = block->left + MAX (block->n_columns, 1) - 1;
  genlock_grid_update_state (grid);
  g_signal_emit_by_name (grid, "moved");
}

guint
genlock_grid_get_cursor_row (GenlockGrid *grid)
{
  return grid->row < genlock_grid_get_n_rows (grid) ? grid->row : GTK_INVALID_LIST_POSITION;
}

GtkBitset *
genlock_grid_list_rows (GenlockGrid *grid)
{
  GenlockGridBlock block;

  if (genlock_row_selection_get_size (grid->selection) > 0)
    return gtk_selection_model_get_selection (GTK_SELECTION_MODEL (grid->selection));

  if (!genlock_grid_get_block (grid, &block))
    return gtk_bitset_new_empty ();

  return gtk_bitset_new_range (block.top, block.n_rows);
}

static gboolean
find_row (GenlockGrid *grid,
          const char *id,
          guint *position)
{
  GListModel *model = genlock_grid_get_model (grid);

  if (GENLOCK_IS_LIST (model))
    return genlock_list_find (GENLOCK_LIST (model), id, position);

  for (guint i = 0; model != NULL && i < g_list_model_get_n_items (model); i++)
    {
      GenlockRecord *record = genlock_grid_get_record (grid, i);

      if (record != NULL && g_strcmp0 (genlock_record_get_id (record), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

void
genlock_grid_remember_selection (GenlockGrid *grid)
{
  g_autoptr (GtkBitset) rows = NULL;
  GtkBitsetIter iter;
  guint row;

  g_ptr_array_set_size (grid->selected_ids, 0);
  if (genlock_row_selection_get_size (grid->selection) > FOLLOWED_MAX)
    return;

  rows = gtk_selection_model_get_selection (GTK_SELECTION_MODEL (grid->selection));
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row);
       more;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      GenlockRecord *record = genlock_grid_get_record (grid, row);

      if (record != NULL)
        g_ptr_array_add (grid->selected_ids, g_strdup (genlock_record_get_id (record)));
    }
}

/* Rows that moved stay selected. */
static void
follow_selection (GenlockGrid *grid)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GtkBitset) all = NULL;
  guint position;

  if (grid->selected_ids->len == 0)
    return;

  rows = gtk_bitset_new_empty ();
  for (guint i = 0; i < grid->selected_ids->len; i++)
    if (find_row (grid, g_ptr_array_index (grid->selected_ids, i), &position))
      gtk_bitset_add (rows, position);

  all = gtk_bitset_new_range (0, genlock_grid_get_n_rows (grid));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (grid->selection), rows, all);
}

/* The row that is waited for has come. Where the focus is elsewhere, as in the list of shows, it
 * stays there unless the row is to be edited. */
static gboolean
go_to_wanted (GenlockGrid *grid,
              gboolean focused)
{
  guint position;

  if (grid->wanted_id == NULL || !find_row (grid, grid->wanted_id, &position))
    return FALSE;

  g_clear_pointer (&grid->wanted_id, g_free);
  genlock_row_selection_select_only (grid->selection, 0, 0);
  move_cursor (grid, position, grid->column, FALSE, focused || grid->wanted_edit);

  if (grid->wanted_edit)
    {
      GPtrArray *visible = genlock_grid_get_visible (grid);
      guint name = grid->list->name != 0 ? grid->list->name : grid->list->label;

      for (guint i = 0; i < visible->len; i++)
        {
          GenlockGridColumn *column = g_ptr_array_index (visible, i);

          if (column->column->kind == GENLOCK_COLUMN_FIELD
              && column->column->field == name)
            genlock_grid_set_cursor (grid, position, i, FALSE);
        }

      genlock_grid_edit (grid);
    }

  scroll_to_new (grid);
  return TRUE;
}

/* The same for rows that are to be selected. */
static gboolean
select_wanted (GenlockGrid *grid,
               gboolean focused)
{
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GtkBitset) all = NULL;
  guint position;

  if (grid->wanted_ids == NULL)
    return FALSE;

  rows = gtk_bitset_new_empty ();
  for (guint i = 0; i < grid->wanted_ids->len; i++)
    if (find_row (grid, grid->wanted_ids->pdata[i], &position))
      gtk_bitset_add (rows, position);
  if (gtk_bitset_is_empty (rows))
    return FALSE;

  g_clear_pointer (&grid->wanted_ids, g_ptr_array_unref);
  g_clear_pointer (&grid->wanted_id, g_free);
  move_cursor (grid, gtk_bitset_get_minimum (rows), grid->column, FALSE, focused);
  all = gtk_bitset_new_range (0, genlock_grid_get_n_rows (grid));
  gtk_selection_model_set_selection (GTK_SELECTION_MODEL (grid->selection), rows, all);
  scroll_to_new (grid);
  return TRUE;
}

static gboolean
settle_cb (gpointer data)
{
  GenlockGrid *grid = data;
  gboolean focused = grid->had_focus || genlock_grid_has_focus (grid);
  guint n_rows = genlock_grid_get_n_rows (grid);
  guint position;

  grid->settle_id = 0;
  grid->had_focus = FALSE;
  if (n_rows == 0)
    {
      g_ptr_array_set_size (grid->selected_ids, 0);
      g_signal_emit_by_name (grid, "moved");
      return G_SOURCE_REMOVE;
    }

  if (select_wanted (grid, focused) || go_to_wanted (grid, focused))
    return G_SOURCE_REMOVE;

  if (grid->row_id != NULL && find_row (grid, grid->row_id, &position))
    {
      int by = (int) position - (int) grid->row;

      grid->row = position;
      grid->anchor_row = CLAMP ((int) grid->anchor_row + by, 0, (int) n_rows - 1);
    }

  grid->row = MIN (grid->row, n_rows - 1);
  grid->anchor_row = MIN (grid->anchor_row, n_rows - 1);
  remember_row (grid);
  follow_selection (grid);
  genlock_grid_remember_selection (grid);
  genlock_grid_update_state (grid);

  if ((focused || grid->to_top) && !genlock_grid_is_editing (grid))
    scroll_to_new (grid);
  if (focused)
    genlock_grid_grab_cursor (grid);
  genlock_grid_resume_editing (grid);
  grid->to_top = FALSE;

  g_signal_emit_by_name (grid, "moved");
  return G_SOURCE_REMOVE;
}

void
genlock_grid_settle (GenlockGrid *grid)
{
  if (grid->settle_id == 0)
    return;

  g_source_remove (grid->settle_id);
  settle_cb (grid);
}

void
genlock_grid_follow (GenlockGrid *grid)
{
  if (grid->settle_id == 0)
    grid->settle_id = g_idle_add_full (G_PRIORITY_DEFAULT, settle_cb, grid, NULL);
}

void
genlock_grid_go_to (GenlockGrid *grid,
                    const char *id,
                    gboolean edit)
{
  g_free (grid->wanted_id);
  grid->wanted_id = g_strdup (id);
  grid->wanted_edit = edit;
  genlock_grid_follow (grid);
}

void
genlock_grid_select (GenlockGrid *grid,
                     GPtrArray *ids)
{
  g_clear_pointer (&grid->wanted_ids, g_ptr_array_unref);
  grid->wanted_ids = g_ptr_array_ref (ids);
  genlock_grid_follow (grid);
}

GPtrArray *
genlock_grid_list_selected (GenlockGrid *grid)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  genlock_grid_settle (grid);
  for (guint i = 0; i < grid->selected_ids->len; i++)
    g_ptr_array_add (ids, g_strdup (grid->selected_ids->pdata[i]));

  return ids;
}

static guint
shift (guint from,
       int by,
       guint n)
{
  gint64 to = (gint64) from + by;

  return CLAMP (to, 0, (gint64) n - 1);
}

void
genlock_grid_move (GenlockGrid *grid,
                   int rows,
                   int columns,
                   gboolean extend)
{
  guint n_rows = genlock_grid_get_n_rows (grid);
  guint n_columns = genlock_grid_get_visible (grid)->len;

  if (n_rows == 0 || n_columns == 0)
    return;

  genlock_grid_set_cursor (grid, shift (grid->row, rows, n_rows),
                           shift (grid->column, columns, n_columns), extend);
}

static gboolean
back_to_top_cb (gpointer data)
{
  GenlockGrid *grid = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (grid->scroller);
  GenlockCell *cell = genlock_grid_find_cell (grid, grid->row, grid->column);
  int height = cell != NULL ? gtk_widget_get_height (GTK_WIDGET (cell)) : 0;

  grid->top_id = 0;
  if ((grid->row + 1.0) * (height + 1) <= gtk_adjustment_get_page_size (adjustment))
    gtk_adjustment_set_value (adjustment, 0);

  return G_SOURCE_REMOVE;
}

/* The view keeps its middle in place where it gets lower, as when the bar of the selection comes:
 * that would cut the first row. */
static void
size_changed_cb (GtkAdjustment *adjustment,
                 GenlockGrid *grid)
{
  double page_size = gtk_adjustment_get_page_size (adjustment);

  if (page_size == grid->page_size)
    return;

  grid->page_size = page_size;
  if (grid->at_top && gtk_adjustment_get_value (adjustment) > 0 && grid->top_id == 0)
    grid->top_id = g_idle_add_full (G_PRIORITY_HIGH_IDLE, back_to_top_cb, grid, NULL);
}

static void
scrolled_cb (GtkAdjustment *adjustment,
             GenlockGrid *grid)
{
  if (grid->top_id == 0)
    grid->at_top = gtk_adjustment_get_value (adjustment) == 0;
}

void
genlock_grid_init_scrolling (GenlockGrid *grid)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (grid->scroller);

  grid->at_top = TRUE;
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (size_changed_cb), grid, 0);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (scrolled_cb), grid, 0);
}
