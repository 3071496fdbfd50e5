/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Loaded into a program of GTK: says when its first frame was drawn, and the one with its rows. */

#include "config.h"

#include <gtk/gtk.h>
#include <stdlib.h>
#include <time.h>
#include <unistd.h>

/* In the environment: CLOCK_MONOTONIC in microseconds just before the program was started. */
#define START "GENLOCK_BENCH_START"

/* In the environment: how many rows the frame has to show; 0 for any frame. */
#define ROWS "GENLOCK_BENCH_ROWS"

static gint64 started;
static guint n_rows;
static double any_frame;

static double
get_processor (clockid_t clock)
{
  struct timespec time;

  clock_gettime (clock, &time);

  return (double) time.tv_sec * 1000 + (double) time.tv_nsec / 1000000;
}

/* A row that is still being read has no name. */
static gboolean
has_name (GListModel *model,
          guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (model, position);
  g_autofree char *name = NULL;

  if (item == NULL || g_object_class_find_property (G_OBJECT_GET_CLASS (item), "name") == NULL)
    return FALSE;

  g_object_get (item, "name", &name, NULL);

  return name != NULL && *name != '\0';
}

/* Whether rows with something to say fill the view but for less than one, or all are there. */
static gboolean
is_filled (GtkColumnView *view)
{
  GListModel *model = G_LIST_MODEL (gtk_column_view_get_model (view));
  GtkWidget *list = gtk_widget_get_first_child (GTK_WIDGET (view));
  graphene_rect_t bounds;
  float bottom = 0;
  float height;
  guint n = 0;

  while (list != NULL && !GTK_IS_LIST_VIEW (list))
    list = gtk_widget_get_next_sibling (list);

  height = list != NULL ? (float) gtk_widget_get_height (list) : 0;
  if (model == NULL || height == 0)
    return FALSE;

  for (GtkWidget *row = gtk_widget_get_first_child (list);
       row != NULL && bottom < height && gtk_widget_get_mapped (row);
       row = gtk_widget_get_next_sibling (row), n++)
    {
      if (!has_name (model, n) || !gtk_widget_compute_bounds (row, list, &bounds))
        return FALSE;

      bottom = bounds.origin.y + 2 * bounds.size.height;
    }

  return bottom >= height || n == n_rows;
}

static gboolean
shows_rows (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  if (GTK_IS_COLUMN_VIEW (widget))
    return is_filled (GTK_COLUMN_VIEW (widget));

  for (GtkWidget *child = gtk_widget_get_first_child (widget);
       child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (shows_rows (child))
      return TRUE;

  return FALSE;
}

static GtkWidget *
get_window (void)
{
  g_autoptr (GtkWidget) window = g_list_model_get_item (gtk_window_get_toplevels (), 0);

  return window != NULL && gtk_widget_get_mapped (window) ? window : NULL;
}

/* The program ends as it does by a person's hand, so that the next start finds all in order. */
static gboolean
close_cb (gpointer user_data)
{
  GtkWidget *window = get_window ();

  if (window != NULL)
    gtk_window_close (GTK_WINDOW (window));

  return G_SOURCE_REMOVE;
}

static gboolean
after_paint_cb (GSignalInvocationHint *hint,
                guint n_values,
                const GValue *values,
                gpointer user_data)
{
  double now = (double) (g_get_monotonic_time () - started) / 1000;
  double processor = get_processor (CLOCK_PROCESS_CPUTIME_ID);
  double thread = get_processor (CLOCK_THREAD_CPUTIME_ID);
  GtkWidget *window = get_window ();

  if (window == NULL)
    return TRUE;

  if (any_frame == 0)
    any_frame = now;
  if (n_rows > 0 && !shows_rows (window))
    return TRUE;

  g_printerr ("FRAMES %.2f %.2f %.2f %.2f\n", any_frame, now, processor, thread);
  g_idle_add_full (G_PRIORITY_LOW, close_cb, NULL, NULL);

  return FALSE;
}

__attribute__ ((constructor))
static void
init (void)
{
  const char *start = g_getenv (START);
  const char *rows = g_getenv (ROWS);

  /* Not in what the program starts itself. */
  unsetenv ("LD_PRELOAD");
  if (start == NULL)
    return;

  started = g_ascii_strtoll (start, NULL, 10);
  n_rows = rows != NULL ? (guint) g_ascii_strtoull (rows, NULL, 10) : 0;
  g_type_class_ref (GDK_TYPE_FRAME_CLOCK);
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK), 0,
                              after_paint_cb, NULL, NULL);
}
