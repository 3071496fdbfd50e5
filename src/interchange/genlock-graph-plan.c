/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where boxes and ports stand when a show is drawn for others. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>

#include "core/schema/genlock-graph-nodes.h"
#include "interchange/genlock-graph-plan.h"

#define MAX_PLACE 1e6

static const char * const node_words[] = {
  [GENLOCK_SIGNAL_SOURCE] = "SOURCE",
  [GENLOCK_SIGNAL_DEVICE] = "DEVICE",
  [GENLOCK_SIGNAL_SEND] = "SEND",
  [GENLOCK_SIGNAL_UNKNOWN] = "",
};

gboolean
genlock_graph_plan_is_linked (const GenlockSignalPort *port)
{
  return (port->in != NULL && port->in->len > 0) || (port->out != NULL && port->out->len > 0);
}

static char *
make_key (const char *type,
          const char *id)
{
  return g_strconcat (type != NULL ? type : "", " ", id, NULL);
}

static void
read_places (GenlockGraphPlan *plan,
             GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const char *id = genlock_record_get_text (places->pdata[i], GENLOCK_GRAPH_NODE_NODE_ID);

      if (id != NULL)
        g_hash_table_insert (plan->places,
                             make_key (genlock_record_get_text (places->pdata[i],
                                                                GENLOCK_GRAPH_NODE_NODE_TYPE),
                                       id),
                             places->pdata[i]);
    }
}

/* @rows: (out): how many rows of ports the box has */
static GArray *
list_offsets (GenlockGraphPlan *plan,
              const GenlockSignalNode *node,
              guint *rows)
{
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (double));
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      double offset;

      if (!genlock_graph_plan_is_linked (port))
        continue;

      offset = GENLOCK_GRAPH_PLAN_HEAD + GENLOCK_GRAPH_PLAN_ROW * (n[port->is_output]++ + 0.5);
      g_array_append_val (offsets, offset);
      g_hash_table_insert (plan->ports, (gpointer) port,
                           GUINT_TO_POINTER (g_hash_table_size (plan->ports) + 1));
    }
  *rows = MAX (n[0], n[1]);

  return offsets;
}

static void
add_box (GenlockGraphPlan *plan,
         GenlockSignalNode *node)
{
  guint rows;
  GArray *offsets = list_offsets (plan, node, &rows);
  g_autofree char *place_key = make_key (node_words[node->kind], node->id);
  g_autofree char *name = genlock_signal_node_dup_name (node);
  g_autofree char *order = g_utf8_collate_key_for_filename (name, -1);
  const GenlockRecord *place = g_hash_table_lookup (plan->places, place_key);
  GenlockSignalLayoutBox box = {
    .kind = node->kind,
    .width = GENLOCK_GRAPH_PLAN_WIDTH,
    .height = GENLOCK_GRAPH_PLAN_HEAD + GENLOCK_GRAPH_PLAN_ROW * rows + GENLOCK_GRAPH_PLAN_FOOT,
  };

  g_ptr_array_add (plan->keys, g_strconcat (order, "\n", place_key, NULL));
  g_ptr_array_add (plan->offsets, offsets);
  box.key = plan->keys->pdata[plan->keys->len - 1];
  box.ports = (const double *) offsets->data;
  box.n_ports = offsets->len;
  if (place != NULL)
    {
      box.is_fixed = TRUE;
      box.x = genlock_record_get_real (place, GENLOCK_GRAPH_NODE_X);
      box.y = genlock_record_get_real (place, GENLOCK_GRAPH_NODE_Y);
    }
  g_array_append_val (plan->boxes, box);
}

guint
genlock_graph_plan_get_place (const GenlockSignalPort *port)
{
  guint place = 0;

  for (guint i = 0; port->node->ports->pdata[i] != port; i++)
    place += genlock_graph_plan_is_linked (port->node->ports->pdata[i]);

  return place;
}

static void
lay_out (GenlockGraphPlan *plan)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (GenlockSignalLayoutLink));

  for (guint i = 0; i < plan->nodes->len; i++)
    g_hash_table_insert (numbers, plan->nodes->pdata[i], GUINT_TO_POINTER (i));

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const GenlockSignalRow *row = plan->rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        {
          const GenlockSignalLink *link = &row->links[j];
          GenlockSignalLayoutLink line = {
            GPOINTER_TO_UINT (g_hash_table_lookup (numbers, link->from->node)),
            genlock_graph_plan_get_place (link->from),
            GPOINTER_TO_UINT (g_hash_table_lookup (numbers, link->to->node)),
            genlock_graph_plan_get_place (link->to),
          };

          if (link->part != GENLOCK_SIGNAL_CROSSPOINT)
            g_array_append_val (links, line);
        }
    }

  genlock_signal_layout_run ((GenlockSignalLayoutBox *) plan->boxes->data, plan->boxes->len,
                             (const GenlockSignalLayoutLink *) links->data, links->len, NULL,
                             NULL);
}

/* A place that another program wrote may be no number, or far away. */
static double
round_place (double place)
{
  return isfinite (place) ? CLAMP (round (place), -MAX_PLACE, MAX_PLACE) : 0;
}

GenlockGraphPlan *
genlock_graph_plan_new (GenlockSignalGraph *graph,
                        GPtrArray *places)
{
  GenlockGraphPlan *plan = g_new0 (GenlockGraphPlan, 1);

  plan->nodes = genlock_signal_graph_list_nodes (graph);
  plan->rows = genlock_signal_graph_list_rows (graph);
  plan->keys = g_ptr_array_new_with_free_func (g_free);
  plan->offsets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  plan->boxes = g_array_new (FALSE, FALSE, sizeof (GenlockSignalLayoutBox));
  plan->ports = g_hash_table_new (NULL, NULL);
  plan->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (places != NULL)
    read_places (plan, places);
  for (guint i = 0; i < plan->nodes->len; i++)
    add_box (plan, plan->nodes->pdata[i]);
  lay_out (plan);
  for (guint i = 0; i < plan->boxes->len; i++)
    {
      GenlockSignalLayoutBox *box = &g_array_index (plan->boxes, GenlockSignalLayoutBox, i);

      box->x = round_place (box->x);
      box->y = round_place (box->y);
    }

  return plan;
}

void
genlock_graph_plan_free (GenlockGraphPlan *plan)
{
  g_ptr_array_unref (plan->nodes);
  g_ptr_array_unref (plan->rows);
  g_ptr_array_unref (plan->keys);
  g_ptr_array_unref (plan->offsets);
  g_array_unref (plan->boxes);
  g_hash_table_unref (plan->ports);
  g_hash_table_unref (plan->places);
  g_free (plan);
}

GPtrArray *
genlock_graph_plan_load_places (GenlockStore *store,
                                const char *production_id,
                                GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_graph_nodes);

  genlock_query_set_parent (query, production_id);

  return genlock_store_list (store, query, error);
}
