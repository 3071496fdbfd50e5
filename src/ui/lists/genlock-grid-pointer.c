/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pointer in the grid: cells are clicked and dragged over, rows picked and carried away. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-drag.h"
#include "ui/lists/genlock-grid-private.h"

/* More rows are more than a picture under the pointer can be about. */
#define DRAG_ROWS_MAX 10000

/* How close to the edge the list scrolls while the block is extended, in pixels. */
#define EDGE 24

static GenlockCell *
pick_cell_at (GenlockGrid *grid,
              double x,
              double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (grid->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *cell = widget != NULL ? gtk_widget_get_ancestor (widget, GENLOCK_TYPE_CELL) : NULL;

  return cell != NULL ? GENLOCK_CELL (cell) : NULL;
}

/* The lines between rows and columns belong to the cell before them. */
static GenlockCell *
pick_cell (GenlockGrid *grid,
           double x,
           double y)
{
  static const double offsets[][2] = { { 0, 0 }, { 0, -2 }, { -2, 0 }, { 2, 0 } };

  for (guint i = 0; i < G_N_ELEMENTS (offsets); i++)
    {
      GenlockCell *cell = pick_cell_at (grid, x + offsets[i][0], y + offsets[i][1]);

      if (cell != NULL)
        return cell;
    }

  return NULL;
}

/* The place of a cell among the visible columns; FALSE for the head. */
static gboolean
find_place (GenlockGrid *grid,
            GenlockCell *cell,
            guint *column)
{
  return g_ptr_array_find (genlock_grid_get_visible (grid), genlock_cell_get_data (cell), column);
}

static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
select_range (GenlockGrid *grid,
              guint row)
{
  guint first = MIN (grid->select_anchor, row);

  genlock_row_selection_select_only (grid->selection, first,
                                     MAX (grid->select_anchor, row) - first + 1);
}

static void
toggle_row (GenlockGrid *grid,
            guint row)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);

  if (gtk_selection_model_is_selected (model, row))
    gtk_selection_model_unselect_item (model, row);
  else
    gtk_selection_model_select_item (model, row, FALSE);

  grid->select_anchor = row;
}

static void
press_head (GenlockGrid *grid,
            guint row,
            GdkModifierType state)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);
  guint anchor = grid->select_anchor;

  if (!(state & (GDK_SHIFT_MASK | GDK_CONTROL_MASK))
      && gtk_selection_model_is_selected (model, row))
    {
      /* It may be the beginning of carrying all of them away. */
      grid->clear_on_release = TRUE;
      return;
    }

  genlock_grid_set_cursor (grid, row, grid->column, FALSE);
  grid->select_anchor = anchor;

  if (state & GDK_SHIFT_MASK)
    {
      select_range (grid, row);
      return;
    }

  if (state & GDK_CONTROL_MASK)
    toggle_row (grid, row);
  else
    genlock_row_selection_select_only (grid->selection, row, 1);

  grid->select_anchor = row;
}

static void
press_cell (GenlockGrid *grid,
            guint row,
            guint column,
            GdkModifierType state)
{
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);

  if (state & GDK_CONTROL_MASK)
    {
      genlock_grid_set_cursor (grid, row, column, FALSE);
      toggle_row (grid, row);
      return;
    }

  if (!(state & GDK_SHIFT_MASK) && gtk_selection_model_is_selected (model, row))
    {
      grid->clear_on_release = TRUE;
      return;
    }

  genlock_row_selection_select_only (grid->selection, 0, 0);
  genlock_grid_set_cursor (grid, row, column, (state & GDK_SHIFT_MASK) != 0);
  grid->dragging = TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GenlockGrid *grid)
{
  GenlockCell *cell = pick_cell (grid, x, y);
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint row, column;

  grid->dragging = grid->clear_on_release = FALSE;

  if (cell == NULL || genlock_cell_get_editor (cell) != NULL
      || genlock_cell_get_position (cell) == GTK_INVALID_LIST_POSITION)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  row = genlock_cell_get_position (cell);
  if (is_touch (GTK_GESTURE (gesture)))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  if (!genlock_grid_finish_editing (grid))
    return;

  /* A row that would be gone to when it comes is not waited for any more. */
  g_clear_pointer (&grid->wanted_id, g_free);
  g_clear_pointer (&grid->wanted_ids, g_ptr_array_unref);
  if (!find_place (grid, cell, &column))
    press_head (grid, row, state);
  else if (n_press == 2)
    {
      genlock_grid_set_cursor (grid, row, column, FALSE);
      genlock_grid_edit (grid);
    }
  else
    press_cell (grid, row, column, state);
}

static void
released_cb (GtkGestureClick *gesture,
             int n_press,
             double x,
             double y,
             GenlockGrid *grid)
{
  GenlockCell *cell = pick_cell (grid, x, y);
  guint column = grid->column;

  grid->dragging = FALSE;
  if (cell == NULL || genlock_cell_get_position (cell) == GTK_INVALID_LIST_POSITION)
    return;

  if (grid->clear_on_release || (is_touch (GTK_GESTURE (gesture)) && n_press == 1))
    {
      gboolean head = !find_place (grid, cell, &column);
      guint row = genlock_cell_get_position (cell);

      grid->clear_on_release = FALSE;
      genlock_row_selection_select_only (grid->selection, row, head ? 1 : 0);
      genlock_grid_set_cursor (grid, row, head ? grid->column : column, FALSE);
    }
  else if (is_touch (GTK_GESTURE (gesture)) && n_press == 2)
    {
      genlock_grid_edit (grid);
    }
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double offset_x,
                double offset_y,
                GenlockGrid *grid)
{
  double x, y;
  GenlockCell *cell;
  guint column;

  if (!grid->dragging || genlock_grid_is_editing (grid))
    return;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  cell = pick_cell (grid, x + offset_x, y + offset_y);

  if (cell == NULL)
    {
      /* Past the edge the block grows row by row. */
      if (y + offset_y > gtk_widget_get_height (GTK_WIDGET (grid->view)) - EDGE)
        genlock_grid_move (grid, 1, 0, TRUE);
      else if (y + offset_y < EDGE)
        genlock_grid_move (grid, -1, 0, TRUE);
      return;
    }

  if (find_place (grid, cell, &column)
      && (genlock_cell_get_position (cell) != grid->row || column != grid->column))
    genlock_grid_set_cursor (grid, genlock_cell_get_position (cell), column, TRUE);
}

void
genlock_grid_show_menu (GenlockGrid *grid,
                        double x,
                        double y)
{
  if (grid->menu_model == NULL)
    return;

  if (grid->menu == NULL)
    {
      grid->menu = gtk_popover_menu_new_from_model (grid->menu_model);
      gtk_popover_set_has_arrow (GTK_POPOVER (grid->menu), FALSE);
      gtk_widget_set_halign (grid->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (grid->menu, GTK_WIDGET (grid));
    }

  gtk_popover_set_pointing_to (GTK_POPOVER (grid->menu), &(GdkRectangle) { x, y, 1, 1 });
  gtk_popover_popup (GTK_POPOVER (grid->menu));
}

void
genlock_grid_set_menu (GenlockGrid *grid,
                       GMenuModel *menu)
{
  g_clear_pointer (&grid->menu, gtk_widget_unparent);
  g_set_object (&grid->menu_model, menu);
}

static void
menu_cb (GtkGestureClick *gesture,
         int n_press,
         double x,
         double y,
         GenlockGrid *grid)
{
  GenlockCell *cell = pick_cell (grid, x, y);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);
  GenlockGridBlock block;
  guint row, column;

  if (cell == NULL || genlock_cell_get_editor (cell) != NULL
      || genlock_cell_get_position (cell) == GTK_INVALID_LIST_POSITION
      || !genlock_grid_finish_editing (grid))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  row = genlock_cell_get_position (cell);
  column = grid->column;
  find_place (grid, cell, &column);

  /* What was picked before stays picked where the pointer is in it. */
  if (!gtk_selection_model_is_selected (model, row)
      && !(genlock_grid_get_block (grid, &block) && row >= block.top
           && row < block.top + block.n_rows && column >= block.left
           && column < block.left + block.n_columns))
    {
      genlock_row_selection_select_only (grid->selection, 0, 0);
      genlock_grid_set_cursor (grid, row, column, FALSE);
    }

  genlock_grid_show_menu (grid, x, y);
}

static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double x,
            double y,
            GenlockGrid *grid)
{
  GenlockCell *cell = pick_cell (grid, x, y);
  GtkSelectionModel *model = GTK_SELECTION_MODEL (grid->selection);
  g_autoptr (GtkBitset) rows = NULL;
  g_autoptr (GenlockDragRows) drag = NULL;
  GtkBitsetIter iter;
  guint row;

  if (cell == NULL || genlock_cell_get_position (cell) == GTK_INVALID_LIST_POSITION
      || !gtk_selection_model_is_selected (model, genlock_cell_get_position (cell)))
    return NULL;

  rows = gtk_selection_model_get_selection (model);
  drag = genlock_drag_rows_new (grid->list->table);
  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row);
       more && drag->ids->len < DRAG_ROWS_MAX;
       more = gtk_bitset_iter_next (&iter, &row))
    {
      GenlockRecord *record = genlock_grid_get_record (grid, row);

      if (record != NULL)
        genlock_drag_rows_add (drag, record);
    }

  grid->clear_on_release = FALSE;
  return drag->ids->len > 0 ? genlock_drag_rows_to_content (drag) : NULL;
}

static void
drag_begin_cb (GtkDragSource *source,
               GdkDrag *drag,
               GenlockGrid *grid)
{
  genlock_drag_set_icon (drag, GTK_WIDGET (grid), genlock_row_selection_get_size (grid->selection));
}

void
genlock_grid_init_pointer (GenlockGrid *grid)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *menu = gtk_gesture_click_new ();
  GtkDragSource *source = gtk_drag_source_new ();
  GtkGesture *gestures[] = { click, drag, menu, GTK_GESTURE (source) };

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), grid);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), grid);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), grid);
  g_signal_connect (menu, "pressed", G_CALLBACK (menu_cb), grid);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), grid);
  g_signal_connect (source, "drag-begin", G_CALLBACK (drag_begin_cb), grid);
  gtk_drag_source_set_actions (source, GDK_ACTION_COPY);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (menu), GDK_BUTTON_SECONDARY);

  for (guint i = 0; i < G_N_ELEMENTS (gestures); i++)
    {
      gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (gestures[i]),
                                                  GTK_PHASE_CAPTURE);
      gtk_widget_add_controller (GTK_WIDGET (grid->view), GTK_EVENT_CONTROLLER (gestures[i]));
    }

  /* One claim is for all of them, or the claim of the click would end the drags. */
  gtk_gesture_group (drag, click);
  gtk_gesture_group (GTK_GESTURE (source), click);
}
