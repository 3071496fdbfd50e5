/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the grid: their order, widths, visibility, and which of them sorts. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "ui/common/genlock-text-scale.h"
#include "ui/lists/genlock-grid-private.h"

/* In pixels at the usual size of text: of a character of average width, of the padding of a
 * cell, and of the head. */
#define CHARACTER 9
#define PADDING 20
#define HEAD_WIDTH 48

/* A column may be drawn as narrow as this. */
#define WIDTH_MIN 32

static int
get_default_width (const GenlockColumn *column)
{
  int width = column != NULL ? (int) column->width * CHARACTER + PADDING : HEAD_WIDTH;

  return (int) (width * genlock_text_scale_get ());
}

/* The rows are sorted by the database. The view's sorter only says by which column: it asks the
 * first one first, and turns its answer round where the order is descending. */
static int
probe_cb (gconstpointer a,
          gconstpointer b,
          gpointer user_data)
{
  GenlockGridColumn *column = user_data;

  if (column->grid->probed == NULL)
    column->grid->probed = column->column;

  return -1;
}

const GenlockColumn *
genlock_grid_get_sort (GenlockGrid *grid,
                       gboolean *descending)
{
  GtkSorter *sorter = gtk_column_view_get_sorter (grid->view);

  grid->probed = NULL;
  *descending = gtk_sorter_compare (sorter, grid, grid->view) == GTK_ORDERING_LARGER;
  return grid->probed;
}

static GenlockGridColumn *
find_column (GenlockGrid *grid,
             const char *id)
{
  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      if (column->column != NULL && strcmp (column->column->id, id) == 0)
        return column;
    }

  return NULL;
}

void
genlock_grid_set_sort (GenlockGrid *grid,
                       const char *id,
                       gboolean descending)
{
  GenlockGridColumn *column = id != NULL ? find_column (grid, id) : NULL;

  gtk_column_view_sort_by_column (grid->view, column != NULL ? column->view : NULL,
                                  descending ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* The titles stand in the first row of the view, in the order of the columns. They show the sort
 * as an arrow; here it is said in words. */
void
genlock_grid_name_titles (GenlockGrid *grid)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (grid->view));
  GtkWidget *title = gtk_widget_get_first_child (header);
  GListModel *columns = gtk_column_view_get_columns (grid->view);
  gboolean descending;
  const GenlockColumn *sort = genlock_grid_get_sort (grid, &descending);

  for (guint i = 0; title != NULL && i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (columns, i);
      GenlockGridColumn *column = g_object_get_data (G_OBJECT (view), "genlock-column");
      gboolean sorts = column->column != NULL && column->column == sort;
      const char *order = descending ? _("sorted downwards") : _("sorted upwards");

      gtk_accessible_update_property (GTK_ACCESSIBLE (title),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      column->column != NULL ? _(column->column->title) : _("Row"),
                                      GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, sorts ? order : "",
                                      -1);
      title = gtk_widget_get_next_sibling (title);
    }
}

static void
sorter_changed_cb (GtkSorter *sorter,
                   GtkSorterChange change,
                   GenlockGrid *grid)
{
  genlock_grid_name_titles (grid);
  g_signal_emit_by_name (grid, "sorted");
}

static void
arranged (GenlockGrid *grid)
{
  if (grid->holding)
    return;

  g_clear_pointer (&grid->visible, g_ptr_array_unref);

  /* The columns go one by one with their view. */
  if (grid->arranging || grid->view == NULL)
    return;

  genlock_grid_update_state (grid);
  genlock_grid_name_titles (grid);
  g_signal_emit_by_name (grid, "arranged");
}

static void
columns_changed_cb (GListModel *columns,
                    guint position,
                    guint removed,
                    guint added,
                    GenlockGrid *grid)
{
  arranged (grid);
}

static void
column_notify_cb (GtkColumnViewColumn *view,
                  GParamSpec *pspec,
                  GenlockGridColumn *column)
{
  arranged (column->grid);
}

static void
set_defaults (GenlockGrid *grid)
{
  GListModel *columns = gtk_column_view_get_columns (grid->view);

  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);
      g_autoptr (GtkColumnViewColumn) now = g_list_model_get_item (columns, i);

      column->later = FALSE;
      gtk_column_view_column_set_fixed_width (column->view, get_default_width (column->column));
      gtk_column_view_column_set_visible (column->view,
                                          column->column == NULL || !column->column->hidden);
      if (now != column->view)
        gtk_column_view_insert_column (grid->view, i, column->view);
    }
}

void
genlock_grid_init_columns (GenlockGrid *grid)
{
  grid->arranging = TRUE;

  for (guint i = 0; i < grid->grid_columns->len; i++)
    {
      GenlockGridColumn *column = g_ptr_array_index (grid->grid_columns, i);

      if (column->column != NULL)
        {
          /* The database does not know what is counted here. */
          if (column->column->kind != GENLOCK_COLUMN_PORTS)
            {
              g_autoptr (GtkSorter) sorter =
                GTK_SORTER (gtk_custom_sorter_new (probe_cb, column, NULL));

              gtk_column_view_column_set_sorter (column->view, sorter);
            }
          gtk_column_view_column_set_resizable (column->view, TRUE);
        }

      gtk_column_view_append_column (grid->view, column->view);
      g_signal_connect (column->view, "notify::visible", G_CALLBACK (column_notify_cb), column);
      g_signal_connect (column->view, "notify::fixed-width", G_CALLBACK (column_notify_cb),
                        column);
    }

  set_defaults (grid);
  g_signal_connect_object (gtk_column_view_get_columns (grid->view), "items-changed",
                           G_CALLBACK (columns_changed_cb), grid, 0);
  g_signal_connect_object (gtk_column_view_get_sorter (grid->view), "changed",
                           G_CALLBACK (sorter_changed_cb), grid, 0);
  grid->arranging = FALSE;
  genlock_grid_name_titles (grid);
}

static GPtrArray *
list_columns (GenlockGrid *grid,
              gboolean hidden)
{
  GPtrArray *list = g_ptr_array_new ();
  GListModel *columns = gtk_column_view_get_columns (grid->view);

  for (guint i = 0; i < g_list_model_get_n_items (columns); i++)
    {
      g_autoptr (GtkColumnViewColumn) view = g_list_model_get_item (columns, i);
      GenlockGridColumn *column = g_object_get_data (G_OBJECT (view), "genlock-column");

      if (column->column != NULL && (hidden || genlock_grid_column_is_visible (column)))
        g_ptr_array_add (list, (gpointer) column->column);
    }

  return list;
}

GPtrArray *
genlock_grid_list_columns (GenlockGrid *grid)
{
  return list_columns (grid, FALSE);
}

GPtrArray *
genlock_grid_list_all_columns (GenlockGrid *grid)
{
  return list_columns (grid, TRUE);
}

char **
genlock_grid_dup_arrangement (GenlockGrid *grid)
{
  g_autoptr (GPtrArray) columns = list_columns (grid, TRUE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; i < columns->len; i++)
    {
      const GenlockColumn *column = g_ptr_array_index (columns, i);
      GenlockGridColumn *grid_column = find_column (grid, column->id);
      g_autofree char *text =
        g_strdup_printf ("%s:%d:%d", column->id,
                         gtk_column_view_column_get_fixed_width (grid_column->view),
                         genlock_grid_column_is_visible (grid_column));

      g_strv_builder_add (builder, text);
    }

  return g_strv_builder_end (builder);
}

void
genlock_grid_set_arrangement (GenlockGrid *grid,
                              const char * const *columns)
{
  guint place = 1;

  grid->arranging = TRUE;
  set_defaults (grid);

  for (; columns != NULL && *columns != NULL; columns++)
    {
      g_auto (GStrv) parts = g_strsplit (*columns, ":", 3);
      GenlockGridColumn *column = find_column (grid, parts[0] != NULL ? parts[0] : "");

      /* A column that an older or newer version knew. */
      if (column == NULL || g_strv_length (parts) != 3)
        continue;

      gtk_column_view_insert_column (grid->view, place++, column->view);
      gtk_column_view_column_set_fixed_width (column->view, MAX (atoi (parts[1]), WIDTH_MIN));
      gtk_column_view_column_set_visible (column->view, atoi (parts[2]) != 0);
    }

  grid->arranging = FALSE;
  arranged (grid);
}

gboolean
genlock_grid_get_column_visible (GenlockGrid *grid,
                                 const char *id)
{
  GenlockGridColumn *column = find_column (grid, id);

  return column != NULL && genlock_grid_column_is_visible (column);
}

void
genlock_grid_set_column_visible (GenlockGrid *grid,
                                 const char *id,
                                 gboolean visible)
{
  GenlockGridColumn *column = find_column (grid, id);

  if (column == NULL)
    return;

  column->later = FALSE;
  gtk_column_view_column_set_visible (column->view, visible);
}
