/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of the grid. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-cell-editor.h"
#include "ui/lists/genlock-grid-private.h"

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
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (grid->view)) == GTK_TEXT_DIR_RTL;
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

/* Where its cell has gone the grid holds the focus itself. */
static gboolean
is_for_rows (GenlockGrid *grid)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (grid));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL
         && (focus == GTK_WIDGET (grid) || gtk_widget_is_ancestor (focus, grid->rows));
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

  if (genlock_grid_is_editing (grid) || (state & (GDK_ALT_MASK | GDK_SUPER_MASK))
      || !is_for_rows (grid))
    return GDK_EVENT_PROPAGATE;

  /* Rows may have changed since the last key: this one is about the row that had the cursor, or
   * goes on with what was typed there. */
  genlock_grid_settle (grid);
  if (genlock_grid_is_editing (grid))
    {
      GtkWidget *editor = genlock_cell_get_editor (grid->edited);

      if (editor != NULL)
        genlock_cell_editor_forward (GENLOCK_CELL_EDITOR (editor), key);
      return GDK_EVENT_STOP;
    }

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
  gtk_widget_add_controller (GTK_WIDGET (grid), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect (controller, "enter", G_CALLBACK (focus_entered_cb), grid);
  gtk_widget_add_controller (grid->rows, controller);
}
