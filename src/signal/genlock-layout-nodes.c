/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout between columns and order: boxes and lanes as nodes, links cut into steps, parts. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "signal/genlock-layout-private.h"

/* More lanes than that are not worth their time: the longest links get none then. */
#define MAX_LANES 40000

/* The box that stands for the part of @box; @parents lead there. */
static guint
find_part (guint *parents,
           guint box)
{
  while (parents[box] != box)
    {
      parents[box] = parents[parents[box]];
      box = parents[box];
    }

  return box;
}

static guint
add_node (GenlockLayout *layout,
          guint box,
          guint part,
          guint layer)
{
  GenlockLayoutNode node = { .box = box, .part = part, .layer = layer };

  if (box == GENLOCK_LAYOUT_LANE)
    {
      node.height = GENLOCK_LAYOUT_LANE_GAP;
    }
  else
    {
      node.height = genlock_layout_snap_up (layout->boxes[box].height + GENLOCK_LAYOUT_BOX_GAP);
      node.is_fixed = layout->boxes[box].is_fixed;
      node.y = node.is_fixed ? layout->boxes[box].y : 0.0;
    }
  g_array_append_val (layout->nodes, node);

  return layout->nodes->len - 1;
}

/* For each box the one that stands for its part: the first. */
static guint *
find_parts (const GenlockLayout *layout)
{
  guint *parents = g_new (guint, layout->n_boxes);

  for (guint i = 0; i < layout->n_boxes; i++)
    parents[i] = i;
  for (guint i = 0; i < layout->edges->len; i++)
    {
      guint from = find_part (parents, genlock_layout_edge (layout, i)->from);
      guint to = find_part (parents, genlock_layout_edge (layout, i)->to);

      parents[MAX (from, to)] = MIN (from, to);
    }
  for (guint i = 0; i < layout->n_boxes; i++)
    parents[i] = find_part (parents, i);

  return parents;
}

/* A node for each box with links, its index in @nodes; the others are put aside. */
static guint
add_boxes (GenlockLayout *layout,
           guint *nodes)
{
  g_autofree guint *roots = find_parts (layout);
  g_autofree guint *parts = g_new0 (guint, layout->n_boxes);
  g_autofree gboolean *is_linked = g_new0 (gboolean, layout->n_boxes);
  guint n_parts = 0;

  for (guint i = 0; i < layout->edges->len; i++)
    {
      is_linked[genlock_layout_edge (layout, i)->from] = TRUE;
      is_linked[genlock_layout_edge (layout, i)->to] = TRUE;
    }

  /* The first box of a part stands for it, so that a part has its number before its other boxes. */
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      if (!is_linked[i])
        {
          g_array_append_val (layout->single, i);
          continue;
        }
      if (roots[i] == i)
        parts[i] = n_parts++;
      nodes[i] = add_node (layout, i, parts[roots[i]], layout->layers[i]);
    }

  return n_parts;
}

/* The longest way through columns that still gets lanes, in columns. */
static guint
get_longest (const GenlockLayout *layout)
{
  g_autofree guint *counts = g_new0 (guint, layout->n_layers + 1);
  guint64 n_lanes = 0;

  for (guint i = 0; i < layout->edges->len; i++)
    {
      const GenlockLayoutEdge *edge = genlock_layout_edge (layout, i);

      counts[layout->layers[edge->to] - layout->layers[edge->from]]++;
    }
  for (guint i = 2; i <= layout->n_layers; i++)
    {
      n_lanes += (guint64) counts[i] * (i - 1);
      if (n_lanes > MAX_LANES)
        return i - 1;
    }

  return layout->n_layers;
}

static void
add_segment (GenlockLayout *layout,
             guint from,
             guint to,
             double from_y,
             double to_y,
             guint weight)
{
  GenlockLayoutSegment segment = {
    .from = from,
    .to = to,
    .from_y = from_y,
    .to_y = to_y,
    .weight = weight,
  };

  g_array_append_val (layout->segments, segment);
}

/* Cuts every edge into steps of one column, with a lane in each column between. */
static void
cut_edges (GenlockLayout *layout,
           const guint *nodes)
{
  guint longest = get_longest (layout);

  for (guint i = 0; i < layout->edges->len; i++)
    {
      const GenlockLayoutEdge *edge = genlock_layout_edge (layout, i);
      guint layer = layout->layers[edge->from];
      guint last = layout->layers[edge->to];
      guint node = nodes[edge->from];
      guint part = genlock_layout_node (layout, node)->part;
      double y = edge->from_y;

      if (last - layer > longest)
        continue;
      for (layer++; layer < last; layer++)
        {
          guint lane = add_node (layout, GENLOCK_LAYOUT_LANE, part, layer);

          add_segment (layout, node, lane, y, 0.0, edge->weight);
          node = lane;
          y = 0.0;
        }
      add_segment (layout, node, nodes[edge->to], y, edge->to_y, edge->weight);
    }
}

static int
compare_from (gconstpointer a,
              gconstpointer b)
{
  const GenlockLayoutSegment *first = a;
  const GenlockLayoutSegment *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  if (first->from_y < second->from_y || first->from_y > second->from_y)
    return first->from_y < second->from_y ? -1 : 1;

  return (first->to > second->to) - (first->to < second->to);
}

static int
compare_to (gconstpointer a,
            gconstpointer b,
            gpointer user_data)
{
  const GenlockLayout *layout = user_data;
  const GenlockLayoutSegment *first = genlock_layout_segment (layout, *(const guint *) a);
  const GenlockLayoutSegment *second = genlock_layout_segment (layout, *(const guint *) b);

  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  if (first->to_y < second->to_y || first->to_y > second->to_y)
    return first->to_y < second->to_y ? -1 : 1;

  return (first->from > second->from) - (first->from < second->from);
}

static void
index_segments (GenlockLayout *layout)
{
  g_array_sort (layout->segments, compare_from);
  for (guint i = 0; i < layout->segments->len; i++)
    {
      GenlockLayoutNode *node = genlock_layout_node (layout,
                                                     genlock_layout_segment (layout, i)->from);

      if (node->n_out++ == 0)
        node->first_out = i;
      g_array_append_val (layout->in, i);
    }

  g_array_sort_with_data (layout->in, compare_to, layout);
  for (guint i = 0; i < layout->in->len; i++)
    {
      GenlockLayoutSegment *segment = genlock_layout_segment (layout,
                                                              g_array_index (layout->in, guint, i));
      GenlockLayoutNode *node = genlock_layout_node (layout, segment->to);

      if (node->n_in == 0)
        node->first_in = i;
      segment->in_rank = node->n_in++;
    }
}

static void
free_part (gpointer data)
{
  GenlockLayoutPart *part = data;

  g_ptr_array_unref (part->layers);
  g_free (part);
}

static void
add_to_part (GenlockLayout *layout,
             guint index)
{
  GenlockLayoutNode *node = genlock_layout_node (layout, index);
  GenlockLayoutPart *part = g_ptr_array_index (layout->parts, node->part);
  GArray *column;

  while (part->layers->len <= node->layer - part->first_layer)
    g_ptr_array_add (part->layers, g_array_new (FALSE, FALSE, sizeof (guint)));
  column = genlock_layout_column (part, node->layer - part->first_layer);
  node->place = column->len;
  g_array_append_val (column, index);
}

/* Sorts the nodes into their parts: boxes first, in the order of their keys. */
static void
make_parts (GenlockLayout *layout,
            guint n_parts)
{
  layout->parts = g_ptr_array_new_with_free_func (free_part);
  for (guint i = 0; i < n_parts; i++)
    {
      GenlockLayoutPart *part = g_new0 (GenlockLayoutPart, 1);

      part->first_layer = G_MAXUINT;
      part->layers = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
      g_ptr_array_add (layout->parts, part);
    }
  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (layout, i);
      GenlockLayoutPart *part = g_ptr_array_index (layout->parts, node->part);

      part->first_layer = MIN (part->first_layer, node->layer);
    }
  for (guint i = 0; i < layout->nodes->len; i++)
    add_to_part (layout, i);
}

void
genlock_layout_make_nodes (GenlockLayout *layout)
{
  g_autofree guint *nodes = g_new0 (guint, layout->n_boxes);
  guint n_parts = add_boxes (layout, nodes);

  cut_edges (layout, nodes);
  index_segments (layout);
  make_parts (layout, n_parts);
}
