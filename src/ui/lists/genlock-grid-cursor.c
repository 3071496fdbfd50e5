/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the grid, its block of cells, and the keys that move them. */

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

  return focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (grid));
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
  else if (genlock_grid_has_focus (grid))
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

void
genlock_grid_set_cursor (GenlockGrid *grid,
                         guint row,
                         guint column,
                         gboolean extend)
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
  genlock_grid_grab_cursor (grid);
  g_signal_emit_by_name (grid, "moved");
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

/* The row that is waited for has come. */
static gboolean
go_to_wanted (GenlockGrid *grid)
{
  guint position;

  if (grid->wanted_id == NULL || !find_row (grid, grid->wanted_id, &position))
    return FALSE;

  g_clear_pointer (&grid->wanted_id, g_free);
  genlock_row_selection_select_only (grid->selection, 0, 0);
  genlock_grid_set_cursor (grid, position, grid->column, FALSE);

  if (grid->wanted_edit)
    {
      GPtrArray *visible = genlock_grid_get_visible (grid);

      for (guint i = 0; i < visible->len; i++)
        {
          GenlockGridColumn *column = g_ptr_array_index (visible, i);

          if (column->column->kind == GENLOCK_COLUMN_FIELD
              && column->column->field == grid->list->name)
            genlock_grid_set_cursor (grid, position, i, FALSE);
        }

      genlock_grid_edit (grid);
    }

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
  if (n_rows == 0 || go_to_wanted (grid))
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
  genlock_grid_update_state (grid);

  if ((focused || grid->to_top) && !genlock_grid_is_editing (grid))
    scroll_to_new (grid);
  if (focused)
    genlock_grid_grab_cursor (grid);
  grid->to_top = FALSE;

  g_signal_emit_by_name (grid, "moved");
  return G_SOURCE_REMOVE;
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

/* On to the next cell, at the end of a row to the next row; FALSE at the last cell of all. */
static gboolean
move_on (GenlockGrid *grid,
         int by)
{
  guint n_columns = genlock_grid_get_visible (grid)->len;
  gint64 place = (gint64) grid->row * n_columns + grid->column + by;

  if (place < 0 || place >= (gint64) genlock_grid_get_n_rows (grid) * n_columns)
    return FALSE;

  genlock_grid_set_cursor (grid, place / n_columns, place % n_columns, FALSE);
  return TRUE;
}

static int
get_page (GenlockGrid *grid)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (grid->scroller);
  GenlockCell *cell = genlock_grid_find_cell (grid, grid->row, grid->column);
  int height = cell != NULL ? gtk_widget_get_height (GTK_WIDGET (cell)) : 0;

  return height > 0 ? MAX ((int) gtk_adjustment_get_page_size (adjustment) / (height + 1) - 1, 1)
                    : 10;
}

static gboolean
move_by_key (GenlockGrid *grid,
             guint keyval,
             gboolean control,
             gboolean extend)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (grid)) == GTK_TEXT_DIR_RTL;
  int ahead = rtl ? -1 : 1;
  int far = control ? G_MAXINT / 2 : 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      genlock_grid_move (grid, -far, 0, extend);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      genlock_grid_move (grid, far, 0, extend);
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      genlock_grid_move (grid, 0, -far * ahead, extend);
      return TRUE;

    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      genlock_grid_move (grid, 0, far * ahead, extend);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      genlock_grid_move (grid, control ? -G_MAXINT / 2 : 0, -G_MAXINT / 2, extend);
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      genlock_grid_move (grid, control ? G_MAXINT / 2 : 0, G_MAXINT / 2, extend);
      return TRUE;

    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      genlock_grid_move (grid, -get_page (grid), 0, extend);
      return TRUE;

    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      genlock_grid_move (grid, get_page (grid), 0, extend);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Space, Ctrl+A and Escape are about whole rows. */
static gboolean
select_by_key (GenlockGrid *grid,
               guint keyval,
               gboolean control)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);

  if (keyval == GDK_KEY_space || keyval == GDK_KEY_KP_Space)
    {
      if (gtk_selection_model_is_selected (model, grid->row))
        gtk_selection_model_unselect_item (model, grid->row);
      else
        gtk_selection_model_select_item (model, grid->row, FALSE);
      return TRUE;
    }

  if (control && (keyval == GDK_KEY_a || keyval == GDK_KEY_A))
    {
      genlock_row_selection_select_only (grid->selection, 0, genlock_grid_get_n_rows (grid));
      return TRUE;
    }

  if (keyval == GDK_KEY_Escape
      && (genlock_row_selection_get_size (grid->selection) > 0
          || grid->row != grid->anchor_row || grid->column != grid->anchor_column))
    {
      genlock_row_selection_select_only (grid->selection, 0, 0);
      genlock_grid_set_cursor (grid, grid->row, grid->column, FALSE);
      return TRUE;
    }

  return FALSE;
}

/* The menu of the row, at the cell of the cursor. */
static void
open_menu (GenlockGrid *grid)
{
  GenlockCell *cell = genlock_grid_find_cell (grid, grid->row, grid->column);
  graphene_rect_t bounds;

  if (cell != NULL
      && gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (grid->view), &bounds))
    genlock_grid_show_menu (grid, bounds.origin.x + 8, bounds.origin.y + bounds.size.height);
}

/* Ctrl+Tab leaves the grid, in which Tab goes from cell to cell. */
static void
leave (GenlockGrid *grid,
       GtkDirectionType direction)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));

  gtk_widget_set_can_focus (GTK_WIDGET (grid->view), FALSE);
  gtk_widget_child_focus (GTK_WIDGET (root), direction);
  gtk_widget_set_can_focus (GTK_WIDGET (grid->view), TRUE);
}

/* Typing begins an edit with what is typed. */
static gboolean
begins_text (guint keyval)
{
  gunichar character = gdk_keyval_to_unicode (keyval);

  return (character != 0 && !g_unichar_iscntrl (character))
         || (keyval >= GDK_KEY_dead_grave && keyval <= GDK_KEY_dead_greek)
         || keyval == GDK_KEY_Multi_key;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *key,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GenlockGrid *grid)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (genlock_grid_is_editing (grid) || (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
      || focus == NULL || !gtk_widget_is_ancestor (focus, grid->rows))
    return GDK_EVENT_PROPAGATE;

  if (move_by_key (grid, keyval, control, extend) || select_by_key (grid, keyval, control))
    return GDK_EVENT_STOP;

  if (control && (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab))
    {
      leave (grid, extend ? GTK_DIR_TAB_BACKWARD : GTK_DIR_TAB_FORWARD);
      return GDK_EVENT_STOP;
    }

  if (control)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Menu || (extend && keyval == GDK_KEY_F10))
    {
      open_menu (grid);
      return GDK_EVENT_STOP;
    }

  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      return move_on (grid, extend ? -1 : 1);

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_F2:
      genlock_grid_edit (grid);
      return GDK_EVENT_STOP;

    default:
      if (!begins_text (keyval))
        return GDK_EVENT_PROPAGATE;

      genlock_grid_start_editing (grid, "", key);
      return GDK_EVENT_STOP;
    }
}

/* Coming from elsewhere with Tab, the focus lands on the first cell that takes it. */
static void
focus_entered_cb (GtkEventControllerFocus *focus,
                  GenlockGrid *grid)
{
  genlock_grid_follow (grid);
}

void
genlock_grid_init_keys (GenlockGrid *grid)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect (controller, "key-pressed", G_CALLBACK (key_pressed_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid->view), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "enter", G_CALLBACK (focus_entered_cb), grid);
  gtk_widget_add_controller (grid->rows, controller);
}
