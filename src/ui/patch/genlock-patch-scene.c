/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the patch: boxes with their ports, cables, and what is under the pointer. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-scene.h"

/* In pixels at 100 %, lines of the grid: of a box with ports on one side, or on both. */
#define NARROW 208
#define WIDE 304

#define FOOT 10

/* How far outside of its box a port still takes the pointer. */
#define PORT_REACH 10

static void
clear_port (gpointer data)
{
  g_free (((GenlockPatchPort *) data)->label);
}

static void
free_box (gpointer data)
{
  GenlockPatchBox *box = data;

  g_free (box->key);
  g_free (box->head);
  g_free (box->name);
  g_free (box->detail);
  g_array_unref (box->ports);
  g_free (box);
}

static void
free_cable (gpointer data)
{
  GenlockPatchCable *cable = data;

  g_free (cable->key);
  g_free (cable);
}

double
genlock_patch_snap (double value)
{
  return round (value / GENLOCK_PATCH_GRID) * GENLOCK_PATCH_GRID;
}

/* Boxes. */

static char *
dup_node_key (GenlockSignalKind kind,
              const char *word,
              const char *id)
{
  return g_strdup_printf ("%d:%s:%s", kind, word != NULL ? word : "", id);
}

static void
describe (GenlockPatchBox *box)
{
  const GenlockSignalNode *node = box->node;
  const char *head = NULL;
  const char *detail = NULL;

  switch (node->record != NULL ? node->kind : GENLOCK_SIGNAL_UNKNOWN)
    {
    case GENLOCK_SIGNAL_SOURCE:
      head = genlock_record_get_text (node->record, GENLOCK_SOURCE_LABEL);
      box->name = g_strdup (genlock_record_get_text (node->record, GENLOCK_SOURCE_NAME));
      detail = genlock_record_get_text (node->record, GENLOCK_SOURCE_TYPE);
      break;

    case GENLOCK_SIGNAL_DEVICE:
      head = genlock_record_get_text (node->record, GENLOCK_DEVICE_LABEL);
      box->name = g_strdup (genlock_record_get_text (node->record, GENLOCK_DEVICE_NAME));
      break;

    case GENLOCK_SIGNAL_SEND:
      head = genlock_record_get_text (node->record, GENLOCK_SEND_LABEL);
      box->name = g_strdup (genlock_record_get_text (node->record, GENLOCK_SEND_NAME));
      detail = genlock_record_get_text (node->record, GENLOCK_SEND_TYPE);
      break;

    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }
  if (box->name == NULL)
    box->name = genlock_signal_node_dup_name (node);
  if (node->spec != NULL)
    detail = genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL);
  box->head = g_strdup (head);
  box->detail = g_strdup (detail);
}

static void
add_ports (GenlockPatchBox *box,
           gboolean outputs)
{
  guint n = 0;

  for (guint i = 0; i < box->node->ports->len; i++)
    {
      const GenlockSignalPort *port = box->node->ports->pdata[i];
      GenlockPatchPort shown = { port, NULL, GENLOCK_PATCH_HEAD + (n + 0.5) * GENLOCK_PATCH_ROW };

      if (port->is_output != outputs)
        continue;

      shown.label = genlock_signal_port_dup_label (port);
      g_array_append_val (box->ports, shown);
      n++;
    }
  if (!outputs)
    box->n_inputs = n;
}

static GenlockPatchBox *
make_box (GenlockSignalNode *node)
{
  GenlockPatchBox *box = g_new0 (GenlockPatchBox, 1);
  guint n_outputs;
  double height;

  box->node = node;
  box->key = dup_node_key (node->kind, node->word, node->id);
  box->ports = g_array_new (FALSE, FALSE, sizeof (GenlockPatchPort));
  g_array_set_clear_func (box->ports, clear_port);
  describe (box);
  add_ports (box, FALSE);
  add_ports (box, TRUE);
  n_outputs = box->ports->len - box->n_inputs;
  box->width = box->n_inputs > 0 && n_outputs > 0 ? WIDE : NARROW;
  height = GENLOCK_PATCH_HEAD + MAX (box->n_inputs, n_outputs) * GENLOCK_PATCH_ROW + FOOT;
  box->height = ceil (height / GENLOCK_PATCH_GRID) * GENLOCK_PATCH_GRID;

  return box;
}

static void
add_boxes (GenlockPatchScene *scene,
           GenlockSignalGraph *graph)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);

  for (guint i = 0; i < nodes->len; i++)
    {
      GenlockPatchBox *box = make_box (nodes->pdata[i]);

      g_ptr_array_add (scene->boxes, box);
      g_hash_table_insert (scene->by_key, box->key, box);
      for (guint j = 0; j < box->ports->len; j++)
        {
          GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, j);

          g_hash_table_insert (scene->by_port, (gpointer) port->port, port);
        }
    }
}

static void
place (GenlockPatchScene *scene,
       GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      GenlockSignalKind kind;
      double x, y;
      g_autofree char *key = NULL;
      GenlockPatchBox *box;

      if (!genlock_signal_place_read (places->pdata[i], &kind, &x, &y))
        continue;

      key = dup_node_key (kind, NULL,
                          genlock_record_get_text (places->pdata[i], GENLOCK_GRAPH_NODE_NODE_ID));
      box = g_hash_table_lookup (scene->by_key, key);
      if (box == NULL)
        continue;

      box->x = x;
      box->y = y;
      box->is_placed = TRUE;
    }
}

/* Cables. */

char *
genlock_patch_link_dup_key (const GenlockSignalLink *link)
{
  return g_strdup_printf ("%d:%s", link->part, genlock_record_get_id (link->row->record));
}

static GenlockConnectorFamily
get_family (const GenlockSignalLink *link)
{
  const GenlockConnector *connector =
    link->from->connector != NULL ? link->from->connector : link->to->connector;

  return connector != NULL ? connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

static void
add_cable (GenlockPatchScene *scene,
           const GenlockSignalLink *link)
{
  const GenlockPatchPort *from = g_hash_table_lookup (scene->by_port, link->from);
  const GenlockPatchPort *to = g_hash_table_lookup (scene->by_port, link->to);
  GenlockPatchCable *cable;

  if (from == NULL || to == NULL)
    return;

  cable = g_new0 (GenlockPatchCable, 1);
  cable->link = link;
  cable->key = genlock_patch_link_dup_key (link);
  cable->from = genlock_patch_scene_get_box (scene, link->from->node);
  cable->to = genlock_patch_scene_get_box (scene, link->to->node);
  cable->from_y = from->y;
  cable->to_y = to->y;
  cable->family = get_family (link);
  g_ptr_array_add (scene->cables, cable);
  g_hash_table_insert (scene->by_cable, cable->key, cable);
}

static guint
hash_pair (gconstpointer data)
{
  const GenlockPatchCable *cable = data;

  return g_direct_hash (cable->from) * 31 + g_direct_hash (cable->to);
}

static gboolean
is_same_pair (gconstpointer a,
              gconstpointer b)
{
  const GenlockPatchCable *one = a;
  const GenlockPatchCable *other = b;

  return one->from == other->from && one->to == other->to;
}

static void
bundle (GenlockPatchScene *scene)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (hash_pair, is_same_pair);

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];
      GenlockPatchCable *first = g_hash_table_lookup (pairs, cable);

      if (first == NULL)
        g_hash_table_add (pairs, first = cable);
      first->n_bundled++;
    }
}

GenlockPatchScene *
genlock_patch_scene_new (GenlockSignalGraph *graph,
                         GPtrArray *places)
{
  GenlockPatchScene *scene = g_new0 (GenlockPatchScene, 1);
  g_autoptr (GPtrArray) rows = NULL;

  scene->boxes = g_ptr_array_new_with_free_func (free_box);
  scene->cables = g_ptr_array_new_with_free_func (free_cable);
  scene->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  scene->by_port = g_hash_table_new (NULL, NULL);
  scene->by_cable = g_hash_table_new (g_str_hash, g_str_equal);
  add_boxes (scene, graph);
  place (scene, places);
  rows = genlock_signal_graph_list_rows (graph);
  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        add_cable (scene, &row->links[j]);
    }
  bundle (scene);

  return scene;
}

void
genlock_patch_scene_free (GenlockPatchScene *scene)
{
  g_hash_table_unref (scene->by_cable);
  g_hash_table_unref (scene->by_port);
  g_hash_table_unref (scene->by_key);
  g_ptr_array_unref (scene->cables);
  g_ptr_array_unref (scene->boxes);
  g_free (scene);
}

GenlockPatchBox *
genlock_patch_scene_find_box (const GenlockPatchScene *scene,
                              const char *key)
{
  return key != NULL ? g_hash_table_lookup (scene->by_key, key) : NULL;
}

GenlockPatchCable *
genlock_patch_scene_find_cable (const GenlockPatchScene *scene,
                                const char *key)
{
  return key != NULL ? g_hash_table_lookup (scene->by_cable, key) : NULL;
}

GenlockPatchBox *
genlock_patch_scene_get_box (const GenlockPatchScene *scene,
                             const GenlockSignalNode *node)
{
  g_autofree char *key = dup_node_key (node->kind, node->word, node->id);

  return g_hash_table_lookup (scene->by_key, key);
}

GenlockPatchPort *
genlock_patch_box_find_port (const GenlockPatchBox *box,
                             const char *id,
                             gboolean is_output)
{
  for (guint i = 0; id != NULL && i < box->ports->len; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      if (port->port->is_output == is_output && g_str_equal (port->port->id, id))
        return port;
    }

  return NULL;
}

void
genlock_patch_box_get_plug (const GenlockPatchBox *box,
                            const GenlockPatchPort *port,
                            double *x,
                            double *y)
{
  *x = port->port->is_output ? box->x + box->width : box->x;
  *y = box->y + port->y;
}

void
genlock_patch_cable_get_curve (const GenlockPatchCable *cable,
                               gboolean folded,
                               GenlockPatchCurve *curve)
{
  double from_y = cable->from->y + (folded ? cable->from->height / 2 : cable->from_y);
  double to_y = cable->to->y + (folded ? cable->to->height / 2 : cable->to_y);

  if (cable->link->part != GENLOCK_SIGNAL_CROSSPOINT)
    {
      genlock_patch_curve_make (cable->from->x + cable->from->width, from_y, cable->to->x, to_y,
                                curve);
      return;
    }

  /* Inside of its box, from the left to the right. */
  *curve = (GenlockPatchCurve) {
    { cable->from->x, cable->from->x + cable->from->width / 2,
      cable->from->x + cable->from->width / 2, cable->from->x + cable->from->width },
    { from_y, from_y, to_y, to_y },
  };
}

/* What is where. */

static GenlockPatchPort *
hit_port (GenlockPatchBox *box,
          double x,
          double y)
{
  gboolean both = box->n_inputs > 0 && box->n_inputs < box->ports->len;
  gboolean left = x < box->x + box->width / 2;

  for (guint i = 0; i < box->ports->len; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      if (fabs (y - box->y - port->y) < GENLOCK_PATCH_ROW / 2.0
          && (!both || left == !port->port->is_output))
        return port;
    }

  return NULL;
}

static gboolean
is_inside (const GenlockPatchBox *box,
           double x,
           double y,
           double reach)
{
  return x >= box->x - reach && x < box->x + box->width + reach && y >= box->y
         && y < box->y + box->height;
}

static GenlockPatchCable *
hit_cable (const GenlockPatchScene *scene,
           double x,
           double y,
           double reach,
           gboolean folded)
{
  GenlockPatchArea place = { x - reach, y - reach, 2 * reach, 2 * reach };
  GenlockPatchCable *nearest = NULL;
  double best = reach;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];
      GenlockPatchCurve curve;
      GenlockPatchArea area;
      double distance;

      if (folded && cable->n_bundled == 0)
        continue;

      genlock_patch_cable_get_curve (cable, folded, &curve);
      genlock_patch_curve_get_area (&curve, &area);
      if (!genlock_patch_area_meets (&area, &place))
        continue;

      distance = genlock_patch_curve_get_distance (&curve, x, y);
      if (distance <= best)
        {
          best = distance;
          nearest = cable;
        }
    }

  return nearest;
}

gboolean
genlock_patch_scene_hit (const GenlockPatchScene *scene,
                         double x,
                         double y,
                         double reach,
                         gboolean folded,
                         GenlockPatchHit *hit)
{
  *hit = (GenlockPatchHit) { NULL };

  /* The last lies on top. */
  for (guint i = scene->boxes->len; i > 0; i--)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i - 1];
      GenlockPatchPort *port;

      if (!is_inside (box, x, y, folded ? 0 : PORT_REACH))
        continue;

      port = folded ? NULL : hit_port (box, x, y);
      if (port == NULL && !is_inside (box, x, y, 0))
        continue;

      hit->box = box;
      hit->port = port;
      return TRUE;
    }

  hit->cable = hit_cable (scene, x, y, reach, folded);
  return hit->cable != NULL;
}

void
genlock_patch_scene_get_area (const GenlockPatchScene *scene,
                              GenlockPatchArea *area)
{
  double left = INFINITY, top = INFINITY, right = -INFINITY, bottom = -INFINITY;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      left = MIN (left, box->x);
      top = MIN (top, box->y);
      right = MAX (right, box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }

  *area = (GenlockPatchArea) { 0 };
  if (scene->boxes->len > 0)
    *area = (GenlockPatchArea) { left, top, right - left, bottom - top };
}

GenlockPatchBox *
genlock_patch_scene_step (const GenlockPatchScene *scene,
                          const GenlockPatchBox *from,
                          int dx,
                          int dy)
{
  GenlockPatchBox *nearest = NULL;
  double best = INFINITY;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];
      double x = box->x + box->width / 2 - from->x - from->width / 2;
      double y = box->y + box->height / 2 - from->y - from->height / 2;
      double along = dx * x + dy * y;
      double across = fabs (dx != 0 ? y : x);
      double distance = along + 2 * across;

      if (box != from && along > 0 && across <= 4 * along && distance < best)
        {
          best = distance;
          nearest = box;
        }
    }

  return nearest;
}
