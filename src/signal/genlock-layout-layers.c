/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step of the layout: which box stands in which column, and what links them. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>

#include "signal/genlock-layout-private.h"

/* More lanes than that are not worth their time: the longest links get none then. */
#define MAX_LANES 40000

/* How often every box is asked whether it stands better in another column. */
#define N_PULLS 16

/* All links between two boxes, in the direction in which they are drawn. */
typedef struct
{
  guint from;
  guint to;
  double from_y;
  double to_y;
  guint weight;
} Edge;

/* A box while its column is looked for. */
typedef struct
{
  guint index;
  guint layer;
  guint node;     /* once there is one */
  guint rank;     /* among the devices, with the signal */
  int out;        /* links to devices that are not ranked yet */
  int in;         /* links from such */
  int fed;        /* links from sources less those to sends */
  guint parent;   /* towards the one that stands for its part */
  GArray *edges;  /* (element-type guint): edges that begin here */
  GArray *back;   /* (element-type guint): edges that end here */
} Place;

typedef struct
{
  GenlockLayout *layout;
  GArray *edges;   /* (element-type Edge) */
  Place *places;   /* (array length=n_boxes) */
} Layers;

static Edge *
get_edge (Layers *layers,
          guint index)
{
  return &g_array_index (layers->edges, Edge, index);
}

static guint
get_role (Layers *layers,
          guint box)
{
  switch (layers->layout->boxes[box].kind)
    {
    case GENLOCK_SIGNAL_SOURCE:
      return 0;
    case GENLOCK_SIGNAL_SEND:
      return 2;
    case GENLOCK_SIGNAL_DEVICE:
    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }

  return 1;
}

static double
get_port (const GenlockSignalLayoutBox *box,
          guint port)
{
  double y = port < box->n_ports ? box->ports[port] : NAN;

  return isfinite (y) ? CLAMP (y, 0.0, box->height) : box->height / 2.0;
}

static int
compare_edges (gconstpointer a,
               gconstpointer b)
{
  const Edge *first = a;
  const Edge *second = b;

  if (first->from != second->from)
    return first->from < second->from ? -1 : 1;
  if (first->to != second->to)
    return first->to < second->to ? -1 : 1;
  if (first->from_y < second->from_y || first->from_y > second->from_y)
    return first->from_y < second->from_y ? -1 : 1;

  return (first->to_y > second->to_y) - (first->to_y < second->to_y);
}

/* Turns @edge round where it would lead to the left. */
static void
turn (Edge *edge)
{
  *edge = (Edge) {
    .from = edge->to,
    .to = edge->from,
    .from_y = edge->to_y,
    .to_y = edge->from_y,
    .weight = edge->weight,
  };
}

/* Makes one edge of all those between the same two boxes, at the middle of their ports. */
static void
merge_edges (Layers *layers)
{
  GArray *edges = layers->edges;
  guint n = 0;

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; n++)
    {
      Edge merged = *get_edge (layers, i);

      merged.from_y *= merged.weight;
      merged.to_y *= merged.weight;
      for (i++; i < edges->len; i++)
        {
          const Edge *edge = get_edge (layers, i);

          if (edge->from != merged.from || edge->to != merged.to)
            break;
          merged.weight += edge->weight;
          merged.from_y += edge->from_y * edge->weight;
          merged.to_y += edge->to_y * edge->weight;
        }
      merged.from_y /= merged.weight;
      merged.to_y /= merged.weight;
      *get_edge (layers, n) = merged;
    }
  g_array_set_size (edges, n);
}

static void
read_links (Layers *layers,
            const GenlockSignalLayoutLink *links,
            guint n_links)
{
  const GenlockLayout *layout = layers->layout;

  for (guint i = 0; i < n_links; i++)
    {
      const GenlockSignalLayoutLink *link = &links[i];
      guint from_role;
      guint to_role;
      Edge edge = { .from = link->from_box, .to = link->to_box, .weight = 1 };

      if (edge.from >= layout->n_boxes || edge.to >= layout->n_boxes || edge.from == edge.to)
        continue;

      from_role = get_role (layers, edge.from);
      to_role = get_role (layers, edge.to);
      if (from_role == to_role && from_role != 1)
        continue;

      edge.from_y = get_port (&layout->boxes[edge.from], link->from_port);
      edge.to_y = get_port (&layout->boxes[edge.to], link->to_port);
      if (from_role > to_role)
        turn (&edge);
      g_array_append_val (layers->edges, edge);
    }
  merge_edges (layers);
}

static void
index_edges (Layers *layers)
{
  for (guint i = 0; i < layers->layout->n_boxes; i++)
    {
      g_array_set_size (layers->places[i].edges, 0);
      g_array_set_size (layers->places[i].back, 0);
    }
  for (guint i = 0; i < layers->edges->len; i++)
    {
      const Edge *edge = get_edge (layers, i);

      g_array_append_val (layers->places[edge->from].edges, i);
      g_array_append_val (layers->places[edge->to].back, i);
    }
}

/* Devices that feed no other come first (they go to the end), then those that no other feeds, then
 * by how much more leaves them than arrives. */
static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *first = a;
  const Place *second = b;
  int first_class = first->out == 0 ? 0 : first->in == 0 ? 1 : 2;
  int second_class = second->out == 0 ? 0 : second->in == 0 ? 1 : 2;

  if (first_class != second_class)
    return first_class - second_class;
  if (first->out - first->in != second->out - second->in)
    return second->out - second->in < first->out - first->in ? -1 : 1;
  if (first->fed != second->fed)
    return first->fed > second->fed ? -1 : 1;

  return (first->index > second->index) - (first->index < second->index);
}

static void
count_device_links (Layers *layers)
{
  for (guint i = 0; i < layers->edges->len; i++)
    {
      const Edge *edge = get_edge (layers, i);
      Place *from = &layers->places[edge->from];
      Place *to = &layers->places[edge->to];
      guint from_role = get_role (layers, edge->from);
      guint to_role = get_role (layers, edge->to);

      if (from_role == 1 && to_role == 1)
        {
          from->out += (int) edge->weight;
          to->in += (int) edge->weight;
        }
      else if (from_role == 0)
        {
          to->fed += (int) edge->weight;
        }
      else
        {
          from->fed -= (int) edge->weight;
        }
    }
}

/* Takes @place out of the devices that are left. */
static void
drop_place (Layers *layers,
            GTree *left,
            Place *place)
{
  g_tree_remove (left, place);
  for (guint i = 0; i < place->edges->len + place->back->len; i++)
    {
      gboolean is_out = i < place->edges->len;
      const Edge *edge = get_edge (layers, is_out
                                           ? g_array_index (place->edges, guint, i)
                                           : g_array_index (place->back, guint,
                                                            i - place->edges->len));
      Place *other = &layers->places[is_out ? edge->to : edge->from];

      if (!g_tree_remove (left, other))
        continue;

      *(is_out ? &other->in : &other->out) -= (int) edge->weight;
      g_tree_insert (left, other, other);
    }
}

/* Ranks the devices so that few links lead back (Eades, Lin and Smyth 1993), and turns those. */
static void
break_loops (Layers *layers)
{
  g_autoptr (GTree) left = g_tree_new (compare_places);
  guint n_boxes = layers->layout->n_boxes;
  guint first = 0;
  guint last = n_boxes;

  index_edges (layers);
  count_device_links (layers);
  for (guint i = 0; i < n_boxes; i++)
    if (get_role (layers, i) == 1)
      g_tree_insert (left, &layers->places[i], &layers->places[i]);

  for (GTreeNode *node = g_tree_node_first (left); node != NULL; node = g_tree_node_first (left))
    {
      Place *place = g_tree_node_key (node);

      place->rank = place->out == 0 ? --last : first++;
      drop_place (layers, left, place);
    }

  for (guint i = 0; i < layers->edges->len; i++)
    {
      Edge *edge = get_edge (layers, i);

      if (get_role (layers, edge->from) == 1 && get_role (layers, edge->to) == 1
          && layers->places[edge->from].rank > layers->places[edge->to].rank)
        turn (edge);
    }
  merge_edges (layers);
  index_edges (layers);
}

/* The devices with the signal, as Place. */
static GPtrArray *
list_devices (Layers *layers)
{
  guint n_boxes = layers->layout->n_boxes;
  g_autofree Place **by_rank = g_new0 (Place *, n_boxes);
  GPtrArray *devices = g_ptr_array_new ();

  for (guint i = 0; i < n_boxes; i++)
    if (get_role (layers, i) == 1)
      by_rank[layers->places[i].rank] = &layers->places[i];
  for (guint i = 0; i < n_boxes; i++)
    if (by_rank[i] != NULL)
      g_ptr_array_add (devices, by_rank[i]);

  return devices;
}

/* How far @place may go: to @lowest on the left and @highest on the right; says how much it is
 * drawn to the right. */
static int
get_pull (Layers *layers,
          const Place *place,
          guint *lowest,
          guint *highest)
{
  int pull = 0;

  *lowest = 1;
  *highest = layers->layout->n_layers - 2;
  for (guint i = 0; i < place->back->len; i++)
    {
      const Edge *edge = get_edge (layers, g_array_index (place->back, guint, i));

      *lowest = MAX (*lowest, layers->places[edge->from].layer + 1);
      pull -= (int) edge->weight;
    }
  for (guint i = 0; i < place->edges->len; i++)
    {
      const Edge *edge = get_edge (layers, g_array_index (place->edges, guint, i));

      *highest = MIN (*highest, layers->places[edge->to].layer - 1);
      pull += (int) edge->weight;
    }

  return pull;
}

/* Moves devices as long as that makes the links shorter. */
static void
pull_devices (Layers *layers,
              GPtrArray *devices)
{
  gboolean is_moved = TRUE;

  for (guint round = 0; is_moved && round < N_PULLS; round++)
    {
      is_moved = FALSE;
      for (guint i = 0; i < devices->len; i++)
        {
          Place *place = g_ptr_array_index (devices, round % 2 == 0 ? devices->len - 1 - i : i);
          guint lowest;
          guint highest;
          int pull = get_pull (layers, place, &lowest, &highest);
          guint layer = pull > 0 ? highest : pull < 0 ? lowest : place->layer;

          is_moved = is_moved || layer != place->layer;
          place->layer = layer;
        }
    }
}

/* Sources in the first column, sends in the last one, every link to the right. */
static void
choose_layers (Layers *layers)
{
  GenlockLayout *layout = layers->layout;
  g_autoptr (GPtrArray) devices = list_devices (layers);
  guint last = 1;

  for (guint i = 0; i < devices->len; i++)
    {
      Place *place = g_ptr_array_index (devices, i);

      place->layer = 1;
      for (guint j = 0; j < place->back->len; j++)
        {
          const Edge *edge = get_edge (layers, g_array_index (place->back, guint, j));

          place->layer = MAX (place->layer, layers->places[edge->from].layer + 1);
        }
      if (place->edges->len + place->back->len > 0)
        last = MAX (last, place->layer + 1);
    }

  layout->n_layers = last + 1;
  for (guint i = 0; i < layout->n_boxes; i++)
    if (get_role (layers, i) == 2)
      layers->places[i].layer = last;
  pull_devices (layers, devices);
}

static Place *
find_part (Layers *layers,
           Place *place)
{
  while (place->parent != place->index)
    {
      place->parent = layers->places[place->parent].parent;
      place = &layers->places[place->parent];
    }

  return place;
}

static guint
add_node (Layers *layers,
          guint box,
          guint part,
          guint layer)
{
  GenlockLayout *layout = layers->layout;
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

/* A node for each box with links; the others are put aside. */
static guint
add_boxes (Layers *layers)
{
  GenlockLayout *layout = layers->layout;
  g_autofree guint *parts = g_new0 (guint, layout->n_boxes);
  guint n_parts = 0;

  for (guint i = 0; i < layers->edges->len; i++)
    {
      Place *from = find_part (layers, &layers->places[get_edge (layers, i)->from]);
      Place *to = find_part (layers, &layers->places[get_edge (layers, i)->to]);

      if (from->index < to->index)
        to->parent = from->index;
      else
        from->parent = to->index;
    }

  /* The first box of a part stands for it, so that a part has its number before its other boxes. */
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      Place *place = &layers->places[i];
      const Place *root = find_part (layers, place);

      if (place->edges->len + place->back->len == 0)
        {
          g_array_append_val (layout->single, i);
          continue;
        }
      if (root == place)
        parts[i] = n_parts++;
      place->node = add_node (layers, i, parts[root->index], place->layer);
    }

  return n_parts;
}

/* The longest way through columns that still gets lanes, in columns. */
static guint
get_longest (Layers *layers)
{
  g_autofree guint *counts = g_new0 (guint, layers->layout->n_layers + 1);
  guint64 n_lanes = 0;

  for (guint i = 0; i < layers->edges->len; i++)
    {
      const Edge *edge = get_edge (layers, i);

      counts[layers->places[edge->to].layer - layers->places[edge->from].layer]++;
    }
  for (guint i = 2; i <= layers->layout->n_layers; i++)
    {
      n_lanes += (guint64) counts[i] * (i - 1);
      if (n_lanes > MAX_LANES)
        return i - 1;
    }

  return layers->layout->n_layers;
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
cut_edges (Layers *layers)
{
  GenlockLayout *layout = layers->layout;
  guint longest = get_longest (layers);

  for (guint i = 0; i < layers->edges->len; i++)
    {
      const Edge *edge = get_edge (layers, i);
      guint layer = layers->places[edge->from].layer;
      guint last = layers->places[edge->to].layer;
      guint node = layers->places[edge->from].node;
      guint part = genlock_layout_node (layout, node)->part;
      double y = edge->from_y;

      if (last - layer > longest)
        continue;
      for (layer++; layer < last; layer++)
        {
          guint lane = add_node (layers, GENLOCK_LAYOUT_LANE, part, layer);

          add_segment (layout, node, lane, y, 0.0, edge->weight);
          node = lane;
          y = 0.0;
        }
      add_segment (layout, node, layers->places[edge->to].node, y, edge->to_y, edge->weight);
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
genlock_layout_make_layers (GenlockLayout *layout,
                            const GenlockSignalLayoutLink *links,
                            guint n_links)
{
  g_autoptr (GArray) edges = g_array_new (FALSE, FALSE, sizeof (Edge));
  g_autofree Place *places = g_new0 (Place, layout->n_boxes);
  Layers layers = { .layout = layout, .edges = edges, .places = places };
  guint n_parts;

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      places[i].index = i;
      places[i].parent = i;
      places[i].edges = g_array_new (FALSE, FALSE, sizeof (guint));
      places[i].back = g_array_new (FALSE, FALSE, sizeof (guint));
    }

  read_links (&layers, links, n_links);
  break_loops (&layers);
  choose_layers (&layers);
  n_parts = add_boxes (&layers);
  cut_edges (&layers);
  index_segments (layout);
  make_parts (layout, n_parts);

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      g_array_unref (places[i].edges);
      g_array_unref (places[i].back);
    }
}
