/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of what no show should be: loops, tangles, odd numbers; called off; very large. */

#include "config.h"

#include <math.h>

#include "layout-help.h"

static void
test_loops (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint source = layout_graph_add (graph, GENLOCK_SIGNAL_SOURCE, 2);
  guint router = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, 4);
  guint switcher = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, 4);
  guint send = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 2);

  layout_graph_link (graph, source, 0, router, 0);
  layout_graph_link (graph, router, 0, switcher, 0);
  layout_graph_link (graph, router, 1, switcher, 1);
  layout_graph_link (graph, switcher, 0, router, 1);
  layout_graph_link (graph, switcher, 1, send, 0);
  layout_graph_link (graph, router, 2, router, 2);
  layout_graph_link (graph, send, 0, send, 1);
  layout_graph_link (graph, send, 1, source, 1);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  g_assert_cmpfloat (layout_graph_box (graph, source)->x, <, layout_graph_box (graph, router)->x);
  g_assert_cmpfloat (layout_graph_box (graph, router)->x, <, layout_graph_box (graph, switcher)->x);
  g_assert_cmpfloat (layout_graph_box (graph, switcher)->x, <, layout_graph_box (graph, send)->x);
}

/* Nothing but devices in rings, all linked with all, links of all kinds to nowhere. */
static void
test_tangles (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();

  for (guint i = 0; i < 40; i++)
    layout_graph_add (graph, i < 30 ? GENLOCK_SIGNAL_DEVICE : i < 35 ? GENLOCK_SIGNAL_SOURCE
                    : GENLOCK_SIGNAL_SEND, 3);
  for (guint i = 0; i < 40; i++)
    for (guint j = 0; j < 40; j++)
      if (i < 20 || i >= 30)
        layout_graph_link (graph, i, j % 5, j, G_MAXUINT);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);

  layout_graph_link (graph, 40, 0, 1, 0);
  layout_graph_link (graph, 1, 0, G_MAXUINT, G_MAXUINT);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
}

static void
test_odd_numbers (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, -5.0, 0.0, 1e300, -1e300, 1e-300, 33.3 };
  g_autoptr (LayoutGraph) graph = layout_graph_make (9, 70, 120, 10);

  for (guint i = 0; i < graph->boxes->len; i++)
    {
      GenlockSignalLayoutBox *box = layout_graph_box (graph, i);

      box->width = i % 3 == 0 ? odd[i % G_N_ELEMENTS (odd)] : box->width;
      box->height = i % 4 == 0 ? odd[i / 2 % G_N_ELEMENTS (odd)] : box->height;
      box->ports = i % 5 == 0 ? odd : i % 5 == 1 ? NULL : box->ports;
      box->n_ports = i % 5 == 0 ? G_N_ELEMENTS (odd) : box->n_ports;
      if (i % 7 == 0)
        layout_graph_fix (graph, i, odd[i / 7 % 5], odd[i / 7 % 4]);
    }

  layout_graph_run (graph);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      GenlockSignalLayoutBox *box = layout_graph_box (graph, i);

      box->is_fixed = FALSE;
      g_assert_true (isfinite (box->x) && isfinite (box->y));
    }
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);

  /* Far out, but a place: it stays, and nothing follows it there. */
  layout_graph_fix (graph, 40, 1e300, -1e12);
  layout_graph_run (graph);
  g_assert_cmpfloat (layout_graph_box (graph, 40)->x, ==, 1e300);
  g_assert_cmpfloat (layout_graph_box (graph, 40)->y, ==, -1e12);
  for (guint i = 0; i < graph->boxes->len; i++)
    if (i != 40)
      g_assert_cmpfloat (fabs (layout_graph_box (graph, i)->y), <, 1e8);
}

static void
test_same_keys (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (5, 40, 60, 0);

  for (guint i = 0; i < graph->boxes->len; i++)
    layout_graph_box (graph, i)->key = i % 2 == 0 ? "same" : NULL;
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
}

static void
test_cancelled (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (1, 40, 60, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  layout_graph_box (graph, 3)->x = 123.0;
  g_cancellable_cancel (cancellable);
  is_done = layout_graph_try (graph, cancellable, &error);
  g_assert_false (is_done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (layout_graph_box (graph, 3)->x, ==, 123.0);
}

/* A worker whose layout is called off while it runs. */
typedef struct
{
  LayoutGraph *graph;
  GCancellable *cancellable;
  gboolean is_running;  /* atomic */
  gboolean is_done;
  gboolean is_cancelled;
} Worker;

static gpointer
work (gpointer data)
{
  Worker *worker = data;
  g_autoptr (GError) error = NULL;

  g_atomic_int_set (&worker->is_running, TRUE);
  do
    {
      worker->is_done = layout_graph_try (worker->graph, worker->cancellable, &error);
    }
  while (worker->is_done);
  worker->is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  return NULL;
}

static void
test_worker (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (2, 500, 1500, 5);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Worker worker = { .graph = graph, .cancellable = cancellable };
  GThread *thread = g_thread_new ("layout", work, &worker);

  while (!g_atomic_int_get (&worker.is_running))
    g_thread_yield ();
  g_cancellable_cancel (cancellable);
  g_thread_join (thread);
  g_assert_true (worker.is_cancelled);
}

static void
test_large (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (4, 1000, 3000, 2);

  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
}

/* A chain of devices as long as a show has them, and a link from each to the last. */
static void
test_long (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();

  for (guint i = 0; i < 1000; i++)
    {
      layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, 2);
      if (i > 0)
        layout_graph_link (graph, i - 1, 0, i, 0);
      layout_graph_link (graph, i, 1, 999, 1);
    }
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 1; i < 1000; i++)
    g_assert_cmpfloat (layout_graph_box (graph, i)->x, >, layout_graph_box (graph, i - 1)->x);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout-odd/loops", test_loops);
  g_test_add_func ("/layout-odd/tangles", test_tangles);
  g_test_add_func ("/layout-odd/odd-numbers", test_odd_numbers);
  g_test_add_func ("/layout-odd/same-keys", test_same_keys);
  g_test_add_func ("/layout-odd/cancelled", test_cancelled);
  g_test_add_func ("/layout-odd/worker", test_worker);
  g_test_add_func ("/layout-odd/large", test_large);
  g_test_add_func ("/layout-odd/long", test_long);

  return g_test_run ();
}
