/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows that are dragged to another place of the same list. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-drag.h"
#include "ui/lists/genlock-grid-private.h"

/* How close to the edge the list scrolls under the pointer, in pixels; how far and how often, in
 * milliseconds. */
#define EDGE 28
#define STEP 14
#define INTERVAL 30

/* The line that shows where rows would land, in pixels. */
#define LINE 2

/* The row before which they would land, the number of rows for the end; @at: where that is. */
static guint
find_gap (GenlockGrid *grid,
          double y,
          double *at)
{
  GenlockGridColumn *head = g_ptr_array_index (grid->grid_columns, 0);
  guint n_rows = genlock_grid_get_n_rows (grid);
  guint gap = n_rows;
  double end = 0;

  for (guint i = 0; i < head->cells->len; i++)
    {
      GtkWidget *cell = g_ptr_array_index (head->cells, i);
      guint row = genlock_cell_get_position (GENLOCK_CELL (cell));
      graphene_rect_t bounds;

      if (row == GTK_INVALID_LIST_POSITION || !gtk_widget_get_mapped (cell)
          || !gtk_widget_compute_bounds (cell, GTK_WIDGET (grid), &bounds))
        continue;

      end = MAX (end, bounds.origin.y + bounds.size.height);
      if (y < bounds.origin.y + bounds.size.height / 2 && row < gap)
        {
          gap = row;
          *at = bounds.origin.y;
        }
    }

  if (gap == n_rows)
    *at = end;
  return gap;
}

static void
show_gap (GenlockGrid *grid,
          double at)
{
  if (grid->gap_at == at)
    return;

  grid->gap_at = at;
  gtk_widget_queue_draw (GTK_WIDGET (grid));
}

static gboolean
scroll_cb (gpointer data)
{
  GenlockGrid *grid = data;
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (grid->scroller);
  double height = gtk_widget_get_height (GTK_WIDGET (grid));
  double top = gtk_widget_get_height (gtk_widget_get_first_child (GTK_WIDGET (grid->view)));
  int step = grid->drag_y < top + EDGE ? -STEP : grid->drag_y > height - EDGE ? STEP : 0;
  double at;

  if (step != 0)
    {
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
      find_gap (grid, grid->drag_y, &at);
      show_gap (grid, at);
    }

  return G_SOURCE_CONTINUE;
}

static void
stop (GenlockGrid *grid)
{
  g_clear_handle_id (&grid->drag_scroll_id, g_source_remove);
  show_gap (grid, -1);
}

/* Rows of this very list, in the order that is a person's. */
static gboolean
takes (GenlockGrid *grid,
       const GenlockDragRows *rows)
{
  GenlockRecord *any = genlock_grid_get_record (grid, 0);
  gboolean descending;

  return rows != NULL && any != NULL && rows->table == grid->list->table && grid->editable
         && genlock_grid_get_sort (grid, &descending) == NULL
         && g_strcmp0 (rows->production_id,
                       genlock_record_get_text (any, grid->list->table->parent_field)) == 0;
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double x,
           double y,
           GenlockGrid *grid)
{
  const GValue *value = gtk_drop_target_get_value (target);
  double at;

  if (value == NULL || !takes (grid, g_value_get_boxed (value)))
    {
      stop (grid);
      return 0;
    }

  grid->drag_y = y;
  find_gap (grid, y, &at);
  show_gap (grid, at);
  if (grid->drag_scroll_id == 0)
    grid->drag_scroll_id = g_timeout_add (INTERVAL, scroll_cb, grid);

  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target,
          GenlockGrid *grid)
{
  stop (grid);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         GenlockGrid *grid)
{
  GenlockDragRows *rows = g_value_get_boxed (value);
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  GenlockRecord *before;
  double at;
  guint gap;

  stop (grid);
  if (!takes (grid, rows))
    return FALSE;

  gap = find_gap (grid, y, &at);
  before = gap < genlock_grid_get_n_rows (grid) ? genlock_grid_get_record (grid, gap) : NULL;
  for (guint i = 0; i < rows->ids->len; i++)
    g_ptr_array_add (ids, g_ptr_array_index (rows->ids, i));
  g_ptr_array_add (ids, NULL);

  g_signal_emit_by_name (grid, "reorder", ids->pdata,
                         before != NULL ? genlock_record_get_id (before) : NULL);
  return TRUE;
}

void
genlock_grid_init_drop (GenlockGrid *grid)
{
  GtkDropTarget *target;

  if (grid->list->place == 0)
    return;

  target = gtk_drop_target_new (GENLOCK_TYPE_DRAG_ROWS, GDK_ACTION_COPY);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), grid);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), grid);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (target));
}

void
genlock_grid_end_drop (GenlockGrid *grid)
{
  g_clear_handle_id (&grid->drag_scroll_id, g_source_remove);
}

void
genlock_grid_snapshot_gap (GenlockGrid *grid,
                           GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (grid);
  GdkRGBA color;

  if (grid->gap_at < 0)
    return;

  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (widget), "accent_color",
                                       &color))
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (0, MAX (grid->gap_at - LINE / 2.0, 0),
                                                  gtk_widget_get_width (widget), LINE));
}
