/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables that carry one picture together: dual and quad link. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-check-private.h"
#include "signal/genlock-signal-private.h"
#include "signal/genlock-signal-split.h"

static int
compare_legs (gconstpointer a,
              gconstpointer b)
{
  const GenlockSignalLink *first = *(GenlockSignalLink * const *) a;
  const GenlockSignalLink *second = *(GenlockSignalLink * const *) b;

  if (first->from->number != second->from->number)
    return first->from->number < second->from->number ? -1 : 1;
  if (first->to->number != second->to->number)
    return first->to->number < second->to->number ? -1 : 1;

  return g_strcmp0 (genlock_record_get_id (first->row->record),
                    genlock_record_get_id (second->row->record));
}

GPtrArray *
genlock_link_set_list (const GenlockSignalLink *link)
{
  const char *group = genlock_signal_link_get_group (link);
  const GenlockSignalNode *node = link->from->node;
  GPtrArray *links = g_ptr_array_new ();

  if (group == NULL || !genlock_signal_link_is_cable (link))
    {
      g_ptr_array_add (links, (gpointer) link);
      return links;
    }

  for (guint i = 0; i < node->rows->len; i++)
    {
      GenlockSignalRow *row = node->rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        {
          GenlockSignalLink *other = &row->links[j];

          if (genlock_signal_link_is_cable (other) && other->from->node == node
              && other->to->node == link->to->node
              && g_strcmp0 (genlock_signal_link_get_group (other), group) == 0)
            g_ptr_array_add (links, other);
        }
    }
  g_ptr_array_sort (links, compare_legs);

  return links;
}

guint
genlock_link_set_extend (GPtrArray *links)
{
  guint n_before = links->len;

  for (guint i = 0; i < n_before; i++)
    {
      g_autoptr (GPtrArray) set = genlock_link_set_list (links->pdata[i]);

      for (guint j = 0; j < set->len; j++)
        if (!g_ptr_array_find (links, set->pdata[j], NULL))
          g_ptr_array_add (links, set->pdata[j]);
    }

  return links->len - n_before;
}

/* (nullable): the first link of a connection that is a cable. */
static const GenlockSignalLink *
find_cable (GenlockSignalGraph *graph,
            const char *id)
{
  const GenlockSignalRow *row = genlock_signal_graph_get_row (graph, id);

  for (guint i = 0; row != NULL && i < row->n_links; i++)
    if (genlock_signal_link_is_cable (&row->links[i]))
      return &row->links[i];

  return NULL;
}

/* (transfer full): what no set of the show is called yet: "D1" for two cables, "Q1" for four. */
static char *
make_name (GenlockSignalGraph *graph,
           guint n_links)
{
  g_autoptr (GHashTable) used = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  const GenlockSignalRow *row;

  g_hash_table_iter_init (&iter, graph->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      const char *group = genlock_record_get_text (row->record, GENLOCK_CONNECTION_LINK_GROUP);

      if (group != NULL)
        g_hash_table_add (used, (char *) group);
    }

  for (guint i = 1;; i++)
    {
      const char *prefix = n_links == 2 ? "D" : n_links == 4 ? "Q" : "M";
      g_autofree char *name = g_strdup_printf ("%s%u", prefix, i);

      if (!g_hash_table_contains (used, name))
        return g_steal_pointer (&name);
    }
}

/* @group: (nullable) */
static void
set_group (GenlockBatch *batch,
           const GenlockSignalLink *link,
           const char *group)
{
  GenlockRecord *patch = genlock_record_new (&genlock_connections);

  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (link->row->record));
  genlock_record_set_text (patch, GENLOCK_CONNECTION_LINK_GROUP, group);
  genlock_batch_update (batch, patch);
}

GenlockBatch *
genlock_link_set_join (GenlockSignalGraph *graph,
                       const char * const *ids,
                       char **reason)
{
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autofree char *name = NULL;
  GenlockBatch *batch;

  *reason = NULL;
  for (guint i = 0; ids[i] != NULL; i++)
    {
      const GenlockSignalLink *link = find_cable (graph, ids[i]);
      const GenlockSignalLink *first = links->len > 0 ? links->pdata[0] : link;

      if (link == NULL)
        continue;
      if (link->from->node != first->from->node || link->to->node != first->to->node)
        {
          *reason = g_strdup (_("Only cables between the same two ends can carry one picture."));
          return NULL;
        }
      g_ptr_array_add (links, (gpointer) link);
    }
  if (links->len < 2 || links->len > GENLOCK_LINK_SET_MAX)
    {
      *reason = g_strdup_printf (_("Select 2 to %u cables that carry one picture together."),
                                 GENLOCK_LINK_SET_MAX);
      return NULL;
    }

  batch = genlock_batch_new ("EDIT");
  name = make_name (graph, links->len);
  for (guint i = 0; i < links->len; i++)
    set_group (batch, links->pdata[i], name);

  return batch;
}

GenlockBatch *
genlock_link_set_part (GenlockSignalGraph *graph,
                       const char * const *ids)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  g_autoptr (GPtrArray) links = g_ptr_array_new ();

  for (guint i = 0; ids[i] != NULL; i++)
    {
      const GenlockSignalLink *link = find_cable (graph, ids[i]);

      if (link != NULL && genlock_signal_link_get_group (link) != NULL
          && !g_ptr_array_find (links, link, NULL))
        g_ptr_array_add (links, (gpointer) link);
    }
  genlock_link_set_extend (links);
  for (guint i = 0; i < links->len; i++)
    set_group (batch, links->pdata[i], NULL);

  return batch;
}

guint
genlock_link_set_count (GenlockSignalCheck *check,
                        const GenlockSignalPort *from,
                        const GenlockSignalPort *to)
{
  GenlockLink kind = genlock_signal_port_get_link (to);
  GenlockFormat format;

  if (kind == GENLOCK_LINK_UNKNOWN)
    kind = genlock_signal_port_get_link (from);
  if (genlock_link_get_info (kind) == NULL
      || !genlock_signal_check_get_format (check, from, &format)
      || !genlock_format_is_complete (&format))
    return 1;

  return genlock_link_count (&format, genlock_link_get_default_sampling (kind), kind);
}

/* (transfer container) (nullable): @n free ports like @first, from it on. */
static GPtrArray *
list_free (const GenlockSignalPort *first,
           guint n)
{
  g_autoptr (GPtrArray) ports = g_ptr_array_new ();
  gboolean begun = FALSE;

  for (guint i = 0; i < first->node->ports->len && ports->len < n; i++)
    {
      const GenlockSignalPort *port = first->node->ports->pdata[i];
      const GPtrArray *links = port->is_output ? port->out : port->in;

      begun = begun || port == first;
      if (begun && port->record != NULL && port->is_output == first->is_output
          && port->connector == first->connector && port->card == first->card
          && (links == NULL || links->len == 0))
        g_ptr_array_add (ports, (gpointer) port);
    }

  return ports->len == n ? g_steal_pointer (&ports) : NULL;
}

GenlockBatch *
genlock_link_set_build (GenlockSignalGraph *graph,
                        const GenlockSignalPort *from,
                        const GenlockSignalPort *to,
                        guint n_links,
                        const char *production_id)
{
  g_autoptr (GPtrArray) outputs = NULL;
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  g_autofree char *name = NULL;

  g_return_val_if_fail (n_links >= 2 && n_links <= GENLOCK_LINK_SET_MAX, NULL);

  if (!from->is_output || to->is_output)
    return NULL;

  outputs = list_free (from, n_links);
  inputs = list_free (to, n_links);
  if (outputs == NULL || inputs == NULL)
    return NULL;

  batch = genlock_batch_new ("ADD");
  name = make_name (graph, n_links);
  for (guint i = 0; i < n_links; i++)
    {
      GenlockRecord *row = genlock_signal_connect_make (outputs->pdata[i], inputs->pdata[i],
                                                        production_id);

      if (row == NULL)
        return NULL;

      genlock_record_set_text (row, GENLOCK_CONNECTION_LINK_GROUP, name);
      genlock_batch_insert (batch, row);
    }

  return g_steal_pointer (&batch);
}

GenlockBatch *
genlock_link_set_offer (GenlockSignalCheck *check,
                        const GenlockSignalPort *from,
                        const GenlockSignalPort *to,
                        const char *production_id,
                        guint *n_links)
{
  guint n = 0;
  GenlockBatch *batch = NULL;

  if (from->is_output && !to->is_output
      && genlock_signal_port_get_family (from) == genlock_signal_port_get_family (to))
    n = genlock_link_set_count (check, from, to);
  if (n >= 2 && n <= GENLOCK_LINK_SET_MAX)
    batch = genlock_link_set_build (check->graph, from, to, n, production_id);
  *n_links = batch != NULL ? n : 0;

  return batch;
}
