/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the patch: boxes with their ports, and cables between them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "core/schema/genlock-graph-nodes.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-scene-private.h"

double
genlock_patch_snap (double value)
{
  return round (value / GENLOCK_PATCH_GRID) * GENLOCK_PATCH_GRID;
}

static char *
dup_node_key (GenlockSignalKind kind,
              const char *word,
              const char *id)
{
  return g_strdup_printf ("%d:%s:%s", kind, word != NULL ? word : "", id);
}

static GenlockPatchBox *
make_box (GenlockSignalNode *node)
{
  return genlock_patch_box_new (node, dup_node_key (node->kind, node->word, node->id));
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
      g_hash_table_insert (scene->by_node, box->node, box);
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
      genlock_node_view_read (genlock_record_get_text (places->pdata[i], GENLOCK_GRAPH_NODE_VIEW),
                              &box->view);
    }
}

static void
add_cable (GenlockPatchScene *scene,
           const GenlockSignalLink *link)
{
  GenlockPatchPort *from = g_hash_table_lookup (scene->by_port, link->from);
  GenlockPatchPort *to = g_hash_table_lookup (scene->by_port, link->to);
  GenlockPatchCable *cable;

  if (from == NULL || to == NULL)
    return;

  cable = genlock_patch_cable_new (link, genlock_patch_scene_get_box (scene, link->from->node),
                                   from, genlock_patch_scene_get_box (scene, link->to->node), to);
  g_ptr_array_add (scene->cables, cable);
  g_hash_table_insert (scene->by_cable, cable->key, cable);
}

static void
arrange (GenlockPatchScene *scene)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    genlock_patch_box_arrange (scene->boxes->pdata[i], &scene->options);
  genlock_patch_cables_arrange (scene->cables, &scene->options);
}

GenlockPatchScene *
genlock_patch_scene_new (GenlockSignalGraph *graph,
                         GPtrArray *places)
{
  GenlockPatchScene *scene = g_new0 (GenlockPatchScene, 1);
  g_autoptr (GPtrArray) rows = NULL;

  scene->boxes = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_patch_box_free);
  scene->cables = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_patch_cable_free);
  scene->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  scene->by_node = g_hash_table_new (NULL, NULL);
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
  arrange (scene);

  return scene;
}

void
genlock_patch_scene_free (GenlockPatchScene *scene)
{
  g_hash_table_unref (scene->by_cable);
  g_hash_table_unref (scene->by_port);
  g_hash_table_unref (scene->by_node);
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
  return g_hash_table_lookup (scene->by_node, node);
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

void
genlock_patch_scene_set_options (GenlockPatchScene *scene,
                                 const GenlockPatchOptions *options)
{
  scene->options = *options;
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      box->kept_x = box->x;
      box->kept_y = box->y;
    }
  arrange (scene);
}

void
genlock_patch_scene_open_box (GenlockPatchScene *scene,
                              GenlockPatchBox *box,
                              gboolean open)
{
  if (box->is_open == open)
    return;

  box->is_open = open;
  arrange (scene);
}

gboolean
genlock_patch_scene_hides_free (const GenlockPatchScene *scene,
                                const GenlockPatchBox *box)
{
  return box->view.hides_free == GENLOCK_VIEW_YES
         || (box->view.hides_free == GENLOCK_VIEW_USUAL && scene->options.hides_free);
}
