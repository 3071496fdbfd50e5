/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs to lay out, and whether a layout is tidy. */

#include "config.h"

#include <math.h>

#include "layout-help.h"

#define WIDTH 200.0

static const double ports[LAYOUT_MAX_PORTS] = { 48, 72, 96, 120, 144, 168, 192, 216 };

LayoutGraph *
layout_graph_new (void)
{
  LayoutGraph *graph = g_new0 (LayoutGraph, 1);

  graph->boxes = g_array_new (FALSE, TRUE, sizeof (GenlockSignalLayoutBox));
  graph->links = g_array_new (FALSE, TRUE, sizeof (GenlockSignalLayoutLink));
  graph->keys = g_ptr_array_new_with_free_func (g_free);

  return graph;
}

void
layout_graph_free (LayoutGraph *graph)
{
  g_array_unref (graph->boxes);
  g_array_unref (graph->links);
  g_ptr_array_unref (graph->keys);
  g_free (graph);
}

GenlockSignalLayoutBox *
layout_graph_box (LayoutGraph *graph,
                  guint index)
{
  return &g_array_index (graph->boxes, GenlockSignalLayoutBox, index);
}

guint
layout_graph_add (LayoutGraph *graph,
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

  g_assert_cmpuint (n_ports, <=, LAYOUT_MAX_PORTS);
  g_ptr_array_add (graph->keys, key);
  box.key = key;
  g_array_append_val (graph->boxes, box);

  return graph->boxes->len - 1;
}

void
layout_graph_link (LayoutGraph *graph,
                   guint from,
                   guint from_port,
                   guint to,
                   guint to_port)
{
  GenlockSignalLayoutLink link = { from, from_port, to, to_port };

  g_array_append_val (graph->links, link);
}

void
layout_graph_fix (LayoutGraph *graph,
                  guint index,
                  double x,
                  double y)
{
  GenlockSignalLayoutBox *box = layout_graph_box (graph, index);

  box->is_fixed = TRUE;
  box->x = x;
  box->y = y;
}

gboolean
layout_graph_try (LayoutGraph *graph,
                  GCancellable *cancellable,
                  GError **error)
{
  return genlock_signal_layout_run ((GenlockSignalLayoutBox *) (gpointer) graph->boxes->data,
                                    graph->boxes->len,
                                    (const GenlockSignalLayoutLink *) (gpointer)
                                    graph->links->data,
                                    graph->links->len, cancellable, error);
}

void
layout_graph_run (LayoutGraph *graph)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = layout_graph_try (graph, NULL, &error);

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

void
layout_graph_assert_tidy (LayoutGraph *graph)
{
  for (guint i = 0; i < graph->boxes->len; i++)
    {
      const GenlockSignalLayoutBox *box = layout_graph_box (graph, i);

      g_assert_true (isfinite (box->x) && isfinite (box->y));
      if (!box->is_fixed)
        {
          g_assert_cmpfloat (fmod (box->x, GENLOCK_SIGNAL_LAYOUT_GRID), ==, 0.0);
          g_assert_cmpfloat (fmod (box->y, GENLOCK_SIGNAL_LAYOUT_GRID), ==, 0.0);
        }
      for (guint j = 0; j < i; j++)
        {
          const GenlockSignalLayoutBox *other = layout_graph_box (graph, j);

          if ((!box->is_fixed || !other->is_fixed) && is_over (box, other))
            g_error ("%s at %g, %g is over %s at %g, %g", box->key, box->x, box->y, other->key,
                     other->x, other->y);
        }
    }
}

guint
layout_graph_count_backward (LayoutGraph *graph)
{
  guint n = 0;

  for (guint i = 0; i < graph->links->len; i++)
    {
      const GenlockSignalLayoutLink *link = &g_array_index (graph->links, GenlockSignalLayoutLink,
                                                            i);
      const GenlockSignalLayoutBox *from = layout_graph_box (graph, link->from_box);

      n += layout_graph_box (graph, link->to_box)->x < from->x + from->width;
    }

  return n;
}

/* A show of @n_boxes: three tenths sources, three tenths sends, the rest in four stages between;
 * some links skip stages, and @loops of a hundred lead back. */
LayoutGraph *
layout_graph_make (guint seed,
                   guint n_boxes,
                   guint n_links,
                   guint loops)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  LayoutGraph *graph = layout_graph_new ();
  guint n_sources = n_boxes * 3 / 10;
  guint n_devices = n_boxes - 2 * n_sources;

  for (guint i = 0; i < n_boxes; i++)
    {
      GenlockSignalKind kind = GENLOCK_SIGNAL_DEVICE;

      if (i < n_sources)
        kind = GENLOCK_SIGNAL_SOURCE;
      else if (i >= n_sources + n_devices)
        kind = GENLOCK_SIGNAL_SEND;
      layout_graph_add (graph, kind, (guint) g_rand_int_range (rand, 1, LAYOUT_MAX_PORTS + 1));
    }

  for (guint i = 0; i < n_links; i++)
    {
      guint from = (guint) g_rand_int_range (rand, 0, (gint32) (n_sources + n_devices));
      guint to = (guint) g_rand_int_range (rand, (gint32) MAX (from + 1, n_sources),
                                           (gint32) n_boxes);
      guint from_port = g_rand_int (rand) % LAYOUT_MAX_PORTS;
      guint to_port = g_rand_int (rand) % LAYOUT_MAX_PORTS;
      gboolean is_loop = (guint) g_rand_int_range (rand, 0, 100) < loops;

      layout_graph_link (graph, is_loop ? to : from, from_port, is_loop ? from : to, to_port);
    }

  return graph;
}
