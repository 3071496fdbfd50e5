/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first step of the layout: what links two boxes, and in which column a box stands. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>

#include "signal/genlock-layout-private.h"

/* How often every box is asked whether it stands better in another column. */
#define N_PULLS 16

/* A box while its column is looked for. */
typedef struct
{
  guint index;
  guint layer;
  guint rank;     /* among the devices, with the signal */
  int out;        /* links to devices that are not ranked yet */
  int in;         /* links from such */
  int fed;        /* links from sources less those to sends */
  GArray *edges;  /* (element-type guint): edges that begin here */
  GArray *back;   /* (element-type guint): edges that end here */
} Place;

typedef struct
{
  GenlockLayout *layout;
  Place *places;   /* (array length=n_boxes) */
} Layers;

guint
genlock_layout_role (const GenlockSignalLayoutBox *box)
{
  switch (box->kind)
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

static guint
get_role (Layers *layers,
          guint box)
{
  return genlock_layout_role (&layers->layout->boxes[box]);
}

/* The edge that the @i-th number of @indexes says. */
static GenlockLayoutEdge *
get_edge (Layers *layers,
          const GArray *indexes,
          guint i)
{
  return genlock_layout_edge (layers->layout, g_array_index (indexes, guint, i));
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
  const GenlockLayoutEdge *first = a;
  const GenlockLayoutEdge *second = b;

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
turn (GenlockLayoutEdge *edge)
{
  *edge = (GenlockLayoutEdge) {
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
  GArray *edges = layers->layout->edges;
  guint n = 0;

  g_array_sort (edges, compare_edges);
  for (guint i = 0; i < edges->len; n++)
    {
      GenlockLayoutEdge merged = *genlock_layout_edge (layers->layout, i);

      merged.from_y *= merged.weight;
      merged.to_y *= merged.weight;
      for (i++; i < edges->len; i++)
        {
          const GenlockLayoutEdge *edge = genlock_layout_edge (layers->layout, i);

          if (edge->from != merged.from || edge->to != merged.to)
            break;
          merged.weight += edge->weight;
          merged.from_y += edge->from_y * edge->weight;
          merged.to_y += edge->to_y * edge->weight;
        }
      merged.from_y /= merged.weight;
      merged.to_y /= merged.weight;
      *genlock_layout_edge (layers->layout, n) = merged;
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
      GenlockLayoutEdge edge = { .from = link->from_box, .to = link->to_box, .weight = 1 };

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
      g_array_append_val (layers->layout->edges, edge);
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
  for (guint i = 0; i < layers->layout->edges->len; i++)
    {
      const GenlockLayoutEdge *edge = genlock_layout_edge (layers->layout, i);

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
  for (guint i = 0; i < layers->layout->edges->len; i++)
    {
      const GenlockLayoutEdge *edge = genlock_layout_edge (layers->layout, i);
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
      const GenlockLayoutEdge *edge = genlock_layout_edge (layers->layout, is_out
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

  for (guint i = 0; i < layers->layout->edges->len; i++)
    {
      GenlockLayoutEdge *edge = genlock_layout_edge (layers->layout, i);

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
      const GenlockLayoutEdge *edge = get_edge (layers, place->back, i);

      *lowest = MAX (*lowest, layers->places[edge->from].layer + 1);
      pull -= (int) edge->weight;
    }
  for (guint i = 0; i < place->edges->len; i++)
    {
      const GenlockLayoutEdge *edge = get_edge (layers, place->edges, i);

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
          const GenlockLayoutEdge *edge = get_edge (layers, place->back, j);

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

void
genlock_layout_make_layers (GenlockLayout *layout,
                            const GenlockSignalLayoutLink *links,
                            guint n_links)
{
  g_autofree Place *places = g_new0 (Place, layout->n_boxes);
  Layers layers = { .layout = layout, .places = places };

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      places[i].index = i;
      places[i].edges = g_array_new (FALSE, FALSE, sizeof (guint));
      places[i].back = g_array_new (FALSE, FALSE, sizeof (guint));
    }

  read_links (&layers, links, n_links);
  break_loops (&layers);
  choose_layers (&layers);

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      layout->layers[i] = places[i].layer;
      g_array_unref (places[i].edges);
      g_array_unref (places[i].back);
    }
}
