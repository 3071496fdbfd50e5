/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the grid draws first: the rows and columns that are seen; the rest comes frame by frame. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/lists/genlock-grid-private.h"

/* In pixels: a row of the usual text, what stands above the rows in a window, and beside them
 * where the window is wide enough for the list of shows. A guess before the first layout: what it
 * misses comes with the next frame. */
#define ROW_HEIGHT 26
#define ABOVE 90
#define BESIDE 290
#define WIDE 860

/* With each frame after the first, until all are there. */
#define MORE_ROWS 16

gboolean
genlock_grid_column_is_visible (GenlockGridColumn *column)
{
  return column->later || gtk_column_view_column_get_visible (column->view);
}

static void
get_monitor_size (GtkWidget *widget,
                  int *width,
                  int *height)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (widget));
  g_autoptr (GdkMonitor) monitor = g_list_model_get_item (monitors, 0);
  GdkRectangle area = { 0 };

  if (monitor != NULL)
    gdk_monitor_get_geometry (monitor, &area);
  *width = area.width;
  *height = area.height;
}

/* How much of the list is seen; 0 where nobody knows. */
static void
guess_size (GenlockGrid *grid,
            int *width,
            int *height)
{
  GtkWidget *widget = GTK_WIDGET (grid);
  GtkRoot *root = gtk_widget_get_root (widget);

  *width = gtk_widget_get_width (widget);
  *height = gtk_widget_get_height (widget);
  if (*width > 0 && *height > 0)
    return;

  *width = *height = 0;
  if (!GTK_IS_WINDOW (root))
    return;

  if (gtk_window_is_maximized (GTK_WINDOW (root)))
    get_monitor_size (widget, width, height);
  else
    gtk_window_get_default_size (GTK_WINDOW (root), width, height);
  *width = MAX (*width >= WIDE ? *width - BESIDE : *width, 0);
  *height = MAX (*height - ABOVE, 0);
}

/* Columns that begin behind the edge wait. */
static void
hold_columns (GenlockGrid *grid,
              int width)
{
  GListModel *columns = gtk_column_view_get_columns (grid->view);
  int end = 0;

  grid->holding = TRUE;
  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (columns, i);
      GenlockGridColumn *column = g_object_get_data (G_OBJECT (view), "genlock-column");

      if (!gtk_column_view_column_get_visible (view))
        continue;

      column->later = end > width;
      end += gtk_column_view_column_get_fixed_width (view);
      if (column->later)
        gtk_column_view_column_set_visible (view, FALSE);
    }
  grid->holding = FALSE;
}

/* (nullable) */
static GenlockGridColumn *
find_waiting_column (GenlockGrid *grid)
{
  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      if (column->later)
        return column;
    }

  return NULL;
}

/* Returns: whether there was one that waited */
static gboolean
show_next_column (GenlockGrid *grid)
{
  GenlockGridColumn *column = find_waiting_column (grid);

  if (column == NULL)
    return FALSE;

  grid->holding = TRUE;
  column->later = FALSE;
  gtk_column_view_column_set_visible (column->view, TRUE);
  grid->holding = FALSE;
  return TRUE;
}

/* Before the grid gets the rows of another list. */
void
genlock_grid_show_first (GenlockGrid *grid)
{
  int width, height;

  if (grid->more_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (grid), grid->more_id);
  grid->more_id = 0;

  guess_size (grid, &width, &height);
  if (width == 0 || height == 0)
    return;

  genlock_first_rows_begin (grid->first_rows, height / ROW_HEIGHT + 1);
  hold_columns (grid, width);
}

static gboolean
more_cb (GtkWidget *widget,
         GdkFrameClock *clock,
         gpointer user_data)
{
  GenlockGrid *grid = GENLOCK_GRID (widget);

  /* Ticks come before the frame that they belong to: this one draws what is there first. */
  if (grid->n_frames++ == 0
      || show_next_column (grid)
      || genlock_first_rows_add (grid->first_rows, MORE_ROWS))
    return G_SOURCE_CONTINUE;

  grid->more_id = 0;
  return G_SOURCE_REMOVE;
}

/* Once the first rows are drawn the others come. */
void
genlock_grid_show_more (GenlockGrid *grid)
{
  if (grid->more_id != 0 || genlock_grid_get_n_rows (grid) == 0)
    return;

  grid->n_frames = 0;
  if (genlock_first_rows_get_limit (grid->first_rows) != G_MAXUINT
      || find_waiting_column (grid) != NULL)
    grid->more_id = gtk_widget_add_tick_callback (GTK_WIDGET (grid), more_cb, NULL, NULL);
}

/* At once, for whoever looks further. */
void
genlock_grid_show_all (GenlockGrid *grid)
{
  while (show_next_column (grid))
    ;
  genlock_first_rows_add (grid->first_rows, G_MAXUINT);
}
