/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout: nothing overlaps, signals go to the right, what is fixed stays. */

#include "config.h"

#include <math.h>

#include "layout-help.h"

/* Source, converter, router, send: all to the right, one straight line. */
static void
test_chain (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint send = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 1);
  guint router = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, 1);
  guint source = layout_graph_add (graph, GENLOCK_SIGNAL_SOURCE, 1);
  guint converter = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, 1);

  layout_graph_link (graph, source, 0, converter, 0);
  layout_graph_link (graph, converter, 0, router, 0);
  layout_graph_link (graph, router, 0, send, 0);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  g_assert_cmpuint (layout_graph_count_backward (graph), ==, 0);
  g_assert_cmpfloat (layout_graph_box (graph, source)->x, ==, 0.0);
  for (guint i = 0; i < graph->boxes->len; i++)
    g_assert_cmpfloat (layout_graph_box (graph, i)->y, ==, 0.0);
}

/* Ports decide who is above: a router whose inputs are taken from below upwards. */
static void
test_ports (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint router = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, LAYOUT_MAX_PORTS);

  for (guint i = 0; i < LAYOUT_MAX_PORTS; i++)
    {
      guint source = layout_graph_add (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 1);

      layout_graph_link (graph, source, 0, router, LAYOUT_MAX_PORTS - 1 - i);
      layout_graph_link (graph, router, LAYOUT_MAX_PORTS - 1 - i, send, 0);
    }
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 3; i < graph->boxes->len; i++)
    g_assert_cmpfloat (layout_graph_box (graph, i)->y, <, layout_graph_box (graph, i - 2)->y);
}

/* Sources share the left edge and sends theirs, however short the way between them is. */
static void
test_columns (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (3, 100, 180, 0);
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < 30; i++)
    {
      layout_graph_link (graph, i, 0, 40, 0);
      layout_graph_link (graph, 40, 0, 70 + i, 0);
    }
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  g_assert_cmpuint (layout_graph_count_backward (graph), ==, 0);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      left = MIN (left, layout_graph_box (graph, i)->x);
      right = MAX (right, layout_graph_box (graph, i)->x);
    }
  for (guint i = 0; i < 30; i++)
    {
      g_assert_cmpfloat (layout_graph_box (graph, i)->x, ==, left);
      g_assert_cmpfloat (layout_graph_box (graph, 70 + i)->x, ==, right);
    }
}

/* Two chains that could cross do not. */
static void
test_crossings (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint boxes[12];

  for (guint i = 0; i < 12; i++)
    boxes[i] = layout_graph_add (graph, i < 4 ? GENLOCK_SIGNAL_SOURCE
                               : i < 8 ? GENLOCK_SIGNAL_DEVICE : GENLOCK_SIGNAL_SEND, 2);
  for (guint i = 0; i < 4; i++)
    {
      layout_graph_link (graph, boxes[i], 0, boxes[4 + (i * 3 + 1) % 4], 0);
      layout_graph_link (graph, boxes[4 + (i * 3 + 1) % 4], 0, boxes[8 + (i + 2) % 4], 0);
    }
  layout_graph_link (graph, boxes[0], 1, boxes[4 + 4 % 4], 1);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 0; i < 4; i++)
    {
      const GenlockSignalLayoutBox *box = layout_graph_box (graph, boxes[i]);

      g_assert_cmpfloat (layout_graph_box (graph, boxes[4 + (i * 3 + 1) % 4])->y, ==, box->y);
      g_assert_cmpfloat (layout_graph_box (graph, boxes[8 + (i + 2) % 4])->y, ==, box->y);
    }
}

static void
test_few (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();

  layout_graph_run (graph);
  g_assert_true (genlock_signal_layout_run (NULL, 0, NULL, 0, NULL, NULL));

  layout_graph_add (graph, GENLOCK_SIGNAL_UNKNOWN, 0);
  layout_graph_run (graph);
  g_assert_cmpfloat (layout_graph_box (graph, 0)->x, ==, 0.0);
  g_assert_cmpfloat (layout_graph_box (graph, 0)->y, ==, 0.0);

  layout_graph_fix (graph, 0, 17.0, -3.5);
  layout_graph_run (graph);
  g_assert_cmpfloat (layout_graph_box (graph, 0)->x, ==, 17.0);
  g_assert_cmpfloat (layout_graph_box (graph, 0)->y, ==, -3.5);
}

/* A show that nobody has patched yet: sources left of devices, sends right, in a compact block. */
static void
test_unpatched (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  double ends[3] = { 0.0, 0.0, 0.0 };
  double begins[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  double bottom = 0.0;

  for (guint i = 0; i < 90; i++)
    layout_graph_add (graph, i % 3 == 0 ? GENLOCK_SIGNAL_SOURCE
                    : i % 3 == 1 ? GENLOCK_SIGNAL_DEVICE : GENLOCK_SIGNAL_SEND, i % 5);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 0; i < 90; i++)
    {
      const GenlockSignalLayoutBox *box = layout_graph_box (graph, i);

      begins[i % 3] = MIN (begins[i % 3], box->x);
      ends[i % 3] = MAX (ends[i % 3], box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }
  g_assert_cmpfloat (ends[0], <, begins[1]);
  g_assert_cmpfloat (ends[1], <, begins[2]);
  g_assert_cmpfloat (ends[2], <, 4.0 * bottom);
  g_assert_cmpfloat (bottom, <, 4.0 * ends[2]);
}

/* Parts that no link connects stand below each other, boxes without links below them. */
static void
test_parts (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint alone;

  for (guint i = 0; i < 20; i++)
    {
      guint source = layout_graph_add (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 1);

      layout_graph_link (graph, source, 0, send, 0);
    }
  alone = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 1);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 0; i < 40; i += 2)
    {
      g_assert_cmpfloat (layout_graph_box (graph, i)->x, ==, 0.0);
      g_assert_cmpfloat (layout_graph_box (graph, i)->y, ==, layout_graph_box (graph, i + 1)->y);
      if (i > 0)
        g_assert_cmpfloat (layout_graph_box (graph, i)->y, >, layout_graph_box (graph, i - 2)->y);
      g_assert_cmpfloat (layout_graph_box (graph, alone)->y, >, layout_graph_box (graph, i)->y);
    }
  g_assert_cmpfloat (layout_graph_box (graph, alone)->x, ==, layout_graph_box (graph, 1)->x);
}

/* What is fixed stays to the bit, the others are laid around it. */
static void
test_fixed (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (LayoutGraph) graph = layout_graph_make (seed, 60, seed % 4 * 30, seed % 3 * 10);
      g_autofree GenlockSignalLayoutBox *before = NULL;
      guint chance = 1 + seed % 9;

      for (guint i = 0; i < graph->boxes->len; i++)
        if ((guint) g_rand_int_range (rand, 0, 10) < chance)
          layout_graph_fix (graph, i, g_rand_double_range (rand, -500.0, 2000.0),
                            g_rand_double_range (rand, -500.0, 2000.0));
      before = g_memdup2 (graph->boxes->data,
                          graph->boxes->len * sizeof (GenlockSignalLayoutBox));
      layout_graph_run (graph);
      layout_graph_assert_tidy (graph);
      for (guint i = 0; i < graph->boxes->len; i++)
        {
          if (!before[i].is_fixed)
            continue;
          g_assert_cmpfloat (layout_graph_box (graph, i)->x, ==, before[i].x);
          g_assert_cmpfloat (layout_graph_box (graph, i)->y, ==, before[i].y);
        }
    }
}

/* One hand-placed router: its sources come to its left, its sends to its right, at its height. */
static void
test_around_fixed (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_new ();
  guint router = layout_graph_add (graph, GENLOCK_SIGNAL_DEVICE, LAYOUT_MAX_PORTS);

  for (guint i = 0; i < 4; i++)
    {
      guint source = layout_graph_add (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = layout_graph_add (graph, GENLOCK_SIGNAL_SEND, 1);

      layout_graph_link (graph, source, 0, router, i);
      layout_graph_link (graph, router, i, send, 0);
    }
  layout_graph_fix (graph, router, 5003.0, -2001.0);
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  g_assert_cmpuint (layout_graph_count_backward (graph), ==, 0);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      g_assert_cmpfloat (fabs (layout_graph_box (graph, i)->x - 5003.0), <, 1000.0);
      g_assert_cmpfloat (fabs (layout_graph_box (graph, i)->y + 2001.0), <, 500.0);
    }
}

/* Of a finished layout a few boxes are laid out again, all others fixed: they find back. */
static void
test_selection (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (6, 90, 120, 0);
  g_autofree GenlockSignalLayoutBox *before = NULL;

  layout_graph_run (graph);
  before = g_memdup2 (graph->boxes->data, graph->boxes->len * sizeof (GenlockSignalLayoutBox));
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      layout_graph_box (graph, i)->is_fixed = i % 30 != 0;
      layout_graph_box (graph, i)->x += i % 30 == 0 ? 77.0 : 0.0;
    }
  layout_graph_run (graph);
  layout_graph_assert_tidy (graph);
  for (guint i = 0; i < graph->boxes->len; i++)
    g_assert_cmpfloat (layout_graph_box (graph, i)->x, ==, before[i].x);
}

static void
shuffle (LayoutGraph *graph,
         GRand *rand,
         guint *where)
{
  guint n = graph->boxes->len;
  g_autofree GenlockSignalLayoutBox *boxes = g_memdup2 (graph->boxes->data, n * sizeof *boxes);

  for (guint i = 0; i < n; i++)
    where[i] = i;
  for (guint i = n; i > 1; i--)
    {
      guint j = g_rand_int (rand) % i;
      guint swap = where[i - 1];

      where[i - 1] = where[j];
      where[j] = swap;
    }
  for (guint i = 0; i < n; i++)
    *layout_graph_box (graph, where[i]) = boxes[i];

  for (guint i = graph->links->len; i > 0; i--)
    {
      GenlockSignalLayoutLink *link = &g_array_index (graph->links, GenlockSignalLayoutLink, i - 1);
      GenlockSignalLayoutLink *other = &g_array_index (graph->links, GenlockSignalLayoutLink,
                                                       g_rand_int (rand) % i);
      GenlockSignalLayoutLink swap = *link;

      *link = *other;
      *other = swap;
    }
  for (guint i = 0; i < graph->links->len; i++)
    {
      GenlockSignalLayoutLink *link = &g_array_index (graph->links, GenlockSignalLayoutLink, i);

      link->from_box = where[link->from_box];
      link->to_box = where[link->to_box];
    }
}

static void
test_shuffled (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (LayoutGraph) graph = layout_graph_make (seed, 80, 40 + seed * 10, 5);
      g_autoptr (LayoutGraph) other = layout_graph_make (seed, 80, 40 + seed * 10, 5);
      g_autofree guint *where = g_new (guint, graph->boxes->len);

      if (seed % 2 == 1)
        {
          layout_graph_fix (graph, 30, 100.0, 100.0);
          layout_graph_fix (other, 30, 100.0, 100.0);
        }
      shuffle (other, rand, where);
      layout_graph_run (graph);
      layout_graph_run (other);
      for (guint i = 0; i < graph->boxes->len; i++)
        {
          const GenlockSignalLayoutBox *one = layout_graph_box (graph, i);
          const GenlockSignalLayoutBox *two = layout_graph_box (other, where[i]);

          g_assert_cmpstr (one->key, ==, two->key);
          g_assert_cmpfloat (one->x, ==, two->x);
          g_assert_cmpfloat (one->y, ==, two->y);
        }
    }
}

/* Laying out again what is laid out changes nothing. */
static void
test_again (void)
{
  g_autoptr (LayoutGraph) graph = layout_graph_make (1, 80, 160, 5);
  g_autofree GenlockSignalLayoutBox *before = NULL;

  layout_graph_run (graph);
  before = g_memdup2 (graph->boxes->data, graph->boxes->len * sizeof (GenlockSignalLayoutBox));
  layout_graph_run (graph);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      g_assert_cmpfloat (layout_graph_box (graph, i)->x, ==, before[i].x);
      g_assert_cmpfloat (layout_graph_box (graph, i)->y, ==, before[i].y);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/layout/chain", test_chain);
  g_test_add_func ("/layout/ports", test_ports);
  g_test_add_func ("/layout/columns", test_columns);
  g_test_add_func ("/layout/crossings", test_crossings);
  g_test_add_func ("/layout/few", test_few);
  g_test_add_func ("/layout/unpatched", test_unpatched);
  g_test_add_func ("/layout/parts", test_parts);
  g_test_add_func ("/layout/fixed", test_fixed);
  g_test_add_func ("/layout/around-fixed", test_around_fixed);
  g_test_add_func ("/layout/selection", test_selection);
  g_test_add_func ("/layout/shuffled", test_shuffled);
  g_test_add_func ("/layout/again", test_again);

  return g_test_run ();
}
