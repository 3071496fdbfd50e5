/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout: nothing overlaps, signals go to the right, what is fixed stays, whatever comes in. */

#include "config.h"

#include <math.h>

#include "signal/genlock-signal-layout.h"

#define WIDTH 200.0
#define MAX_PORTS 8

/* A graph to lay out; the boxes point into it. */
typedef struct
{
  GArray *boxes;    /* (element-type GenlockSignalLayoutBox) */
  GArray *links;    /* (element-type GenlockSignalLayoutLink) */
  GPtrArray *keys;  /* (element-type utf8) */
} Graph;

static const double ports[MAX_PORTS] = { 48, 72, 96, 120, 144, 168, 192, 216 };

static Graph *
graph_new (void)
{
  Graph *graph = g_new0 (Graph, 1);

  graph->boxes = g_array_new (FALSE, TRUE, sizeof (GenlockSignalLayoutBox));
  graph->links = g_array_new (FALSE, TRUE, sizeof (GenlockSignalLayoutLink));
  graph->keys = g_ptr_array_new_with_free_func (g_free);

  return graph;
}

static void
graph_free (Graph *graph)
{
  g_array_unref (graph->boxes);
  g_array_unref (graph->links);
  g_ptr_array_unref (graph->keys);
  g_free (graph);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Graph, graph_free)

static GenlockSignalLayoutBox *
get_box (Graph *graph,
         guint index)
{
  return &g_array_index (graph->boxes, GenlockSignalLayoutBox, index);
}

/* Adds a box with @n_ports ports on each side; answers its index. */
static guint
add_box (Graph *graph,
         GenlockSignalKind kind,
         guint n_ports)
{
  GenlockSignalLayoutBox box = {
    .kind = kind,
    .width = WIDTH,
    .height = 56.0 + 24.0 * n_ports,
    .ports = ports,
    .n_ports = n_ports,
  };
  char *key = g_strdup_printf ("%05u", graph->boxes->len);

  g_assert_cmpuint (n_ports, <=, MAX_PORTS);
  g_ptr_array_add (graph->keys, key);
  box.key = key;
  g_array_append_val (graph->boxes, box);

  return graph->boxes->len - 1;
}

static void
add_link (Graph *graph,
          guint from,
          guint from_port,
          guint to,
          guint to_port)
{
  GenlockSignalLayoutLink link = { from, from_port, to, to_port };

  g_array_append_val (graph->links, link);
}

static void
fix_box (Graph *graph,
         guint index,
         double x,
         double y)
{
  GenlockSignalLayoutBox *box = get_box (graph, index);

  box->is_fixed = TRUE;
  box->x = x;
  box->y = y;
}

static void
run (Graph *graph)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  is_done = genlock_signal_layout_run ((GenlockSignalLayoutBox *) (gpointer) graph->boxes->data,
                                       graph->boxes->len,
                                       (const GenlockSignalLayoutLink *) (gpointer)
                                       graph->links->data,
                                       graph->links->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (is_done);
}

static double
fit_size (double size)
{
  return isnan (size) ? 0.0 : CLAMP (size, 0.0, GENLOCK_SIGNAL_LAYOUT_MAX_SIZE);
}

static gboolean
is_over (const GenlockSignalLayoutBox *a,
         const GenlockSignalLayoutBox *b)
{
  return a->x < b->x + fit_size (b->width) && b->x < a->x + fit_size (a->width)
         && a->y < b->y + fit_size (b->height) && b->y < a->y + fit_size (a->height);
}

/* Boxes are on the grid, and none is over another unless both are fixed. */
static void
assert_tidy (Graph *graph)
{
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      const GenlockSignalLayoutBox *box = get_box (graph, i);

      g_assert_true (isfinite (box->x) && isfinite (box->y));
      if (!box->is_fixed)
        {
          g_assert_cmpfloat (fmod (box->x, GENLOCK_SIGNAL_LAYOUT_GRID), ==, 0.0);
          g_assert_cmpfloat (fmod (box->y, GENLOCK_SIGNAL_LAYOUT_GRID), ==, 0.0);
        }
      for (guint j = 0; j < i; j++)
        {
          const GenlockSignalLayoutBox *other = get_box (graph, j);

          if ((!box->is_fixed || !other->is_fixed) && is_over (box, other))
            g_error ("%s at %g, %g is over %s at %g, %g", box->key, box->x, box->y, other->key,
                     other->x, other->y);
        }
    }
}

/* How many links lead to the left. */
static guint
count_backward (Graph *graph)
{
  guint n = 0;

  for (guint i = 0; i < graph->links->len; i++)
    {
      const GenlockSignalLayoutLink *link = &g_array_index (graph->links, GenlockSignalLayoutLink,
                                                            i);
      const GenlockSignalLayoutBox *from = get_box (graph, link->from_box);

      n += get_box (graph, link->to_box)->x < from->x + from->width;
    }

  return n;
}

/* A show of @n_boxes: three tenths sources, three tenths sends, the rest in four stages between;
 * some links skip stages, and @loops of a hundred lead back. */
static Graph *
make_random (guint seed,
             guint n_boxes,
             guint n_links,
             guint loops)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  Graph *graph = graph_new ();
  guint n_sources = n_boxes * 3 / 10;
  guint n_devices = n_boxes - 2 * n_sources;

  for (guint i = 0; i < n_boxes; i++)
    add_box (graph,
             i < n_sources ? GENLOCK_SIGNAL_SOURCE
             : i < n_sources + n_devices ? GENLOCK_SIGNAL_DEVICE : GENLOCK_SIGNAL_SEND,
             (guint) g_rand_int_range (rand, 1, MAX_PORTS + 1));

  for (guint i = 0; i < n_links; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) (n_sources + n_devices));
      guint to = (guint) g_rand_int_range (rand, (gint32) MAX (from + 1, n_sources),
                                           (gint32) n_boxes);

      if ((guint) g_rand_int_range (rand, 0, 100) < loops)
        add_link (graph, to, g_rand_int (rand) % MAX_PORTS, from, g_rand_int (rand) % MAX_PORTS);
      else
        add_link (graph, from, g_rand_int (rand) % MAX_PORTS, to, g_rand_int (rand) % MAX_PORTS);
    }

  return graph;
}

/* Source, converter, router, send: all to the right, one straight line. */
static void
test_chain (void)
{
  g_autoptr (Graph) graph = graph_new ();
  guint send = add_box (graph, GENLOCK_SIGNAL_SEND, 1);
  guint router = add_box (graph, GENLOCK_SIGNAL_DEVICE, 1);
  guint source = add_box (graph, GENLOCK_SIGNAL_SOURCE, 1);
  guint converter = add_box (graph, GENLOCK_SIGNAL_DEVICE, 1);

  add_link (graph, source, 0, converter, 0);
  add_link (graph, converter, 0, router, 0);
  add_link (graph, router, 0, send, 0);
  run (graph);
  assert_tidy (graph);
  g_assert_cmpuint (count_backward (graph), ==, 0);
  g_assert_cmpfloat (get_box (graph, source)->x, ==, 0.0);
  for (guint i = 0; i < graph->boxes->len; i++)
    g_assert_cmpfloat (get_box (graph, i)->y, ==, 0.0);
}

/* Ports decide who is above: a router whose inputs are taken from below upwards. */
static void
test_ports (void)
{
  g_autoptr (Graph) graph = graph_new ();
  guint router = add_box (graph, GENLOCK_SIGNAL_DEVICE, MAX_PORTS);

  for (guint i = 0; i < MAX_PORTS; i++)
    {
      guint source = add_box (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = add_box (graph, GENLOCK_SIGNAL_SEND, 1);

      add_link (graph, source, 0, router, MAX_PORTS - 1 - i);
      add_link (graph, router, MAX_PORTS - 1 - i, send, 0);
    }
  run (graph);
  assert_tidy (graph);
  for (guint i = 3; i < graph->boxes->len; i++)
    g_assert_cmpfloat (get_box (graph, i)->y, <, get_box (graph, i - 2)->y);
}

/* Sources share the left edge and sends theirs, however short the way between them is. */
static void
test_columns (void)
{
  g_autoptr (Graph) graph = make_random (3, 100, 180, 0);
  double left = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;

  for (guint i = 0; i < 30; i++)
    {
      add_link (graph, i, 0, 40, 0);
      add_link (graph, 40, 0, 70 + i, 0);
    }
  run (graph);
  assert_tidy (graph);
  g_assert_cmpuint (count_backward (graph), ==, 0);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      left = MIN (left, get_box (graph, i)->x);
      right = MAX (right, get_box (graph, i)->x);
    }
  for (guint i = 0; i < 30; i++)
    {
      g_assert_cmpfloat (get_box (graph, i)->x, ==, left);
      g_assert_cmpfloat (get_box (graph, 70 + i)->x, ==, right);
    }
}

/* Two chains that could cross do not. */
static void
test_crossings (void)
{
  g_autoptr (Graph) graph = graph_new ();
  guint boxes[12];

  for (guint i = 0; i < 12; i++)
    boxes[i] = add_box (graph, i < 4 ? GENLOCK_SIGNAL_SOURCE
                               : i < 8 ? GENLOCK_SIGNAL_DEVICE : GENLOCK_SIGNAL_SEND, 2);
  for (guint i = 0; i < 4; i++)
    {
      add_link (graph, boxes[i], 0, boxes[4 + (i * 3 + 1) % 4], 0);
      add_link (graph, boxes[4 + (i * 3 + 1) % 4], 0, boxes[8 + (i + 2) % 4], 0);
    }
  add_link (graph, boxes[0], 1, boxes[4 + 4 % 4], 1);
  run (graph);
  assert_tidy (graph);
  for (guint i = 0; i < 4; i++)
    {
      const GenlockSignalLayoutBox *box = get_box (graph, boxes[i]);

      g_assert_cmpfloat (get_box (graph, boxes[4 + (i * 3 + 1) % 4])->y, ==, box->y);
      g_assert_cmpfloat (get_box (graph, boxes[8 + (i + 2) % 4])->y, ==, box->y);
    }
}

static void
test_few (void)
{
  g_autoptr (Graph) graph = graph_new ();

  run (graph);
  g_assert_true (genlock_signal_layout_run (NULL, 0, NULL, 0, NULL, NULL));

  add_box (graph, GENLOCK_SIGNAL_UNKNOWN, 0);
  run (graph);
  g_assert_cmpfloat (get_box (graph, 0)->x, ==, 0.0);
  g_assert_cmpfloat (get_box (graph, 0)->y, ==, 0.0);

  fix_box (graph, 0, 17.0, -3.5);
  run (graph);
  g_assert_cmpfloat (get_box (graph, 0)->x, ==, 17.0);
  g_assert_cmpfloat (get_box (graph, 0)->y, ==, -3.5);
}

/* A show that nobody has patched yet: sources left of devices, sends right, in a compact block. */
static void
test_unpatched (void)
{
  g_autoptr (Graph) graph = graph_new ();
  double ends[3] = { 0.0, 0.0, 0.0 };
  double begins[3] = { G_MAXDOUBLE, G_MAXDOUBLE, G_MAXDOUBLE };
  double bottom = 0.0;

  for (guint i = 0; i < 90; i++)
    add_box (graph, i % 3 == 0 ? GENLOCK_SIGNAL_SOURCE
                    : i % 3 == 1 ? GENLOCK_SIGNAL_DEVICE : GENLOCK_SIGNAL_SEND, i % 5);
  run (graph);
  assert_tidy (graph);
  for (guint i = 0; i < 90; i++)
    {
      const GenlockSignalLayoutBox *box = get_box (graph, i);

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
  g_autoptr (Graph) graph = graph_new ();
  guint alone;

  for (guint i = 0; i < 20; i++)
    {
      guint source = add_box (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = add_box (graph, GENLOCK_SIGNAL_SEND, 1);

      add_link (graph, source, 0, send, 0);
    }
  alone = add_box (graph, GENLOCK_SIGNAL_SEND, 1);
  run (graph);
  assert_tidy (graph);
  for (guint i = 0; i < 40; i += 2)
    {
      g_assert_cmpfloat (get_box (graph, i)->x, ==, 0.0);
      g_assert_cmpfloat (get_box (graph, i)->y, ==, get_box (graph, i + 1)->y);
      if (i > 0)
        g_assert_cmpfloat (get_box (graph, i)->y, >, get_box (graph, i - 2)->y);
      g_assert_cmpfloat (get_box (graph, alone)->y, >, get_box (graph, i)->y);
    }
  g_assert_cmpfloat (get_box (graph, alone)->x, ==, get_box (graph, 1)->x);
}

/* What is fixed stays to the bit, the others are laid around it. */
static void
test_fixed (void)
{
  for (guint seed = 0; seed < 40; seed++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
      g_autoptr (Graph) graph = make_random (seed, 60, seed % 4 * 30, seed % 3 * 10);
      g_autofree GenlockSignalLayoutBox *before = NULL;
      guint chance = 1 + seed % 9;

      for (guint i = 0; i < graph->boxes->len; i++)
        if ((guint) g_rand_int_range (rand, 0, 10) < chance)
          fix_box (graph, i, g_rand_double_range (rand, -500.0, 2000.0),
                   g_rand_double_range (rand, -500.0, 2000.0));
      before = g_memdup2 (graph->boxes->data,
                          graph->boxes->len * sizeof (GenlockSignalLayoutBox));
      run (graph);
      assert_tidy (graph);
      for (guint i = 0; i < graph->boxes->len; i++)
        {
          if (!before[i].is_fixed)
            continue;
          g_assert_cmpfloat (get_box (graph, i)->x, ==, before[i].x);
          g_assert_cmpfloat (get_box (graph, i)->y, ==, before[i].y);
        }
    }
}

/* One hand-placed router: its sources come to its left, its sends to its right, at its height. */
static void
test_around_fixed (void)
{
  g_autoptr (Graph) graph = graph_new ();
  guint router = add_box (graph, GENLOCK_SIGNAL_DEVICE, MAX_PORTS);

  for (guint i = 0; i < 4; i++)
    {
      guint source = add_box (graph, GENLOCK_SIGNAL_SOURCE, 1);
      guint send = add_box (graph, GENLOCK_SIGNAL_SEND, 1);

      add_link (graph, source, 0, router, i);
      add_link (graph, router, i, send, 0);
    }
  fix_box (graph, router, 5003.0, -2001.0);
  run (graph);
  assert_tidy (graph);
  g_assert_cmpuint (count_backward (graph), ==, 0);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      g_assert_cmpfloat (fabs (get_box (graph, i)->x - 5003.0), <, 1000.0);
      g_assert_cmpfloat (fabs (get_box (graph, i)->y + 2001.0), <, 500.0);
    }
}

static void
shuffle (Graph *graph,
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
    *get_box (graph, where[i]) = boxes[i];

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
      g_autoptr (Graph) graph = make_random (seed, 80, 40 + seed * 10, 5);
      g_autoptr (Graph) other = make_random (seed, 80, 40 + seed * 10, 5);
      g_autofree guint *where = g_new (guint, graph->boxes->len);

      if (seed % 2 == 1)
        {
          fix_box (graph, 30, 100.0, 100.0);
          fix_box (other, 30, 100.0, 100.0);
        }
      shuffle (other, rand, where);
      run (graph);
      run (other);
      for (guint i = 0; i < graph->boxes->len; i++)
        {
          g_assert_cmpstr (get_box (graph, i)->key, ==, get_box (other, where[i])->key);
          g_assert_cmpfloat (get_box (graph, i)->x, ==, get_box (other, where[i])->x);
          g_assert_cmpfloat (get_box (graph, i)->y, ==, get_box (other, where[i])->y);
        }
    }
}

/* Laying out again what is laid out changes nothing. */
static void
test_again (void)
{
  g_autoptr (Graph) graph = make_random (1, 80, 160, 5);
  g_autofree GenlockSignalLayoutBox *before = NULL;

  run (graph);
  before = g_memdup2 (graph->boxes->data, graph->boxes->len * sizeof (GenlockSignalLayoutBox));
  run (graph);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      g_assert_cmpfloat (get_box (graph, i)->x, ==, before[i].x);
      g_assert_cmpfloat (get_box (graph, i)->y, ==, before[i].y);
    }
}

static void
test_loops (void)
{
  g_autoptr (Graph) graph = graph_new ();
  guint source = add_box (graph, GENLOCK_SIGNAL_SOURCE, 2);
  guint router = add_box (graph, GENLOCK_SIGNAL_DEVICE, 4);
  guint switcher = add_box (graph, GENLOCK_SIGNAL_DEVICE, 4);
  guint send = add_box (graph, GENLOCK_SIGNAL_SEND, 2);

  add_link (graph, source, 0, router, 0);
  add_link (graph, router, 0, switcher, 0);
  add_link (graph, router, 1, switcher, 1);
  add_link (graph, switcher, 0, router, 1);
  add_link (graph, switcher, 1, send, 0);
  add_link (graph, router, 2, router, 2);
  add_link (graph, send, 0, send, 1);
  add_link (graph, send, 1, source, 1);
  run (graph);
  assert_tidy (graph);
  g_assert_cmpfloat (get_box (graph, source)->x, <, get_box (graph, router)->x);
  g_assert_cmpfloat (get_box (graph, router)->x, <, get_box (graph, switcher)->x);
  g_assert_cmpfloat (get_box (graph, switcher)->x, <, get_box (graph, send)->x);
}

/* Nothing but devices in rings, all linked with all, links of all kinds to nowhere. */
static void
test_tangles (void)
{
  g_autoptr (Graph) graph = graph_new ();

  for (guint i = 0; i < 40; i++)
    add_box (graph, i < 30 ? GENLOCK_SIGNAL_DEVICE : i < 35 ? GENLOCK_SIGNAL_SOURCE
                    : GENLOCK_SIGNAL_SEND, 3);
  for (guint i = 0; i < 40; i++)
    for (guint j = 0; j < 40; j++)
      if (i < 20 || i >= 30)
        add_link (graph, i, j % 5, j, G_MAXUINT);
  run (graph);
  assert_tidy (graph);

  add_link (graph, 40, 0, 1, 0);
  add_link (graph, 1, 0, G_MAXUINT, G_MAXUINT);
  run (graph);
  assert_tidy (graph);
}

static void
test_odd_numbers (void)
{
  static const double odd[] = { NAN, INFINITY, -INFINITY, -5.0, 0.0, 1e300, -1e300, 1e-300, 33.3 };
  g_autoptr (Graph) graph = make_random (9, 70, 120, 10);

  for (guint i = 0; i < graph->boxes->len; i++)
    {
      GenlockSignalLayoutBox *box = get_box (graph, i);

      box->width = i % 3 == 0 ? odd[i % G_N_ELEMENTS (odd)] : box->width;
      box->height = i % 4 == 0 ? odd[i / 2 % G_N_ELEMENTS (odd)] : box->height;
      box->ports = i % 5 == 0 ? odd : i % 5 == 1 ? NULL : box->ports;
      box->n_ports = i % 5 == 0 ? G_N_ELEMENTS (odd) : box->n_ports;
      if (i % 7 == 0)
        fix_box (graph, i, odd[i / 7 % 5], odd[i / 7 % 4]);
    }

  run (graph);
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      GenlockSignalLayoutBox *box = get_box (graph, i);

      box->is_fixed = FALSE;
      g_assert_true (isfinite (box->x) && isfinite (box->y));
    }
  run (graph);
  assert_tidy (graph);

  /* Far out, but a place: it stays, and nothing follows it there. */
  fix_box (graph, 40, 1e300, -1e12);
  run (graph);
  g_assert_cmpfloat (get_box (graph, 40)->x, ==, 1e300);
  g_assert_cmpfloat (get_box (graph, 40)->y, ==, -1e12);
  for (guint i = 0; i < graph->boxes->len; i++)
    if (i != 40)
      g_assert_cmpfloat (fabs (get_box (graph, i)->y), <, 1e8);
}

static void
test_same_keys (void)
{
  g_autoptr (Graph) graph = make_random (5, 40, 60, 0);

  for (guint i = 0; i < graph->boxes->len; i++)
    get_box (graph, i)->key = i % 2 == 0 ? "same" : NULL;
  run (graph);
  assert_tidy (graph);
}

static void
test_cancelled (void)
{
  g_autoptr (Graph) graph = make_random (1, 40, 60, 0);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gboolean is_done;

  get_box (graph, 3)->x = 123.0;
  g_cancellable_cancel (cancellable);
  is_done = genlock_signal_layout_run ((GenlockSignalLayoutBox *) (gpointer) graph->boxes->data,
                                       graph->boxes->len,
                                       (const GenlockSignalLayoutLink *) (gpointer)
                                       graph->links->data,
                                       graph->links->len, cancellable, &error);
  g_assert_false (is_done);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpfloat (get_box (graph, 3)->x, ==, 123.0);
}

/* A worker whose layout is called off while it runs. */
typedef struct
{
  Graph *graph;
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
      worker->is_done = genlock_signal_layout_run ((GenlockSignalLayoutBox *) (gpointer)
                                                   worker->graph->boxes->data,
                                                   worker->graph->boxes->len,
                                                   (const GenlockSignalLayoutLink *) (gpointer)
                                                   worker->graph->links->data,
                                                   worker->graph->links->len, worker->cancellable,
                                                   &error);
    }
  while (worker->is_done);
  worker->is_cancelled = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  return NULL;
}

static void
test_worker (void)
{
  g_autoptr (Graph) graph = make_random (2, 500, 1500, 5);
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
  g_autoptr (Graph) graph = make_random (4, 1000, 3000, 2);

  run (graph);
  assert_tidy (graph);
}

/* A chain of devices as long as a show has them, and a link from each to the last. */
static void
test_long (void)
{
  g_autoptr (Graph) graph = graph_new ();

  for (guint i = 0; i < 1000; i++)
    {
      add_box (graph, GENLOCK_SIGNAL_DEVICE, 2);
      if (i > 0)
        add_link (graph, i - 1, 0, i, 0);
      add_link (graph, i, 1, 999, 1);
    }
  run (graph);
  assert_tidy (graph);
  for (guint i = 1; i < 1000; i++)
    g_assert_cmpfloat (get_box (graph, i)->x, >, get_box (graph, i - 1)->x);
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
  g_test_add_func ("/layout/shuffled", test_shuffled);
  g_test_add_func ("/layout/again", test_again);
  g_test_add_func ("/layout/loops", test_loops);
  g_test_add_func ("/layout/tangles", test_tangles);
  g_test_add_func ("/layout/odd-numbers", test_odd_numbers);
  g_test_add_func ("/layout/same-keys", test_same_keys);
  g_test_add_func ("/layout/cancelled", test_cancelled);
  g_test_add_func ("/layout/worker", test_worker);
  g_test_add_func ("/layout/large", test_large);
  g_test_add_func ("/layout/long", test_long);

  return g_test_run ();
}
