/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The links that a connection implies. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "signal/genlock-signal-private.h"

/* Links of a port stand in the order of their rows, however they came. */
static int
compare_links (const GenlockSignalLink *a,
               const GenlockSignalLink *b)
{
  int order = strcmp (genlock_record_get_id (a->row->record),
                      genlock_record_get_id (b->row->record));

  return order != 0 ? order : (int) a->part - (int) b->part;
}

static void
insert_link (GPtrArray **links,
             GenlockSignalLink *link)
{
  guint low = 0;
  guint high;

  if (*links == NULL)
    *links = g_ptr_array_sized_new (1);

  high = (*links)->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (compare_links ((*links)->pdata[middle], link) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  g_ptr_array_insert (*links, (int) low, link);
}

static void
remove_link (GPtrArray **links,
             GenlockSignalLink *link)
{
  g_ptr_array_remove (*links, link);
  if ((*links)->len == 0)
    g_clear_pointer (links, g_ptr_array_unref);
}

static void
add_link (GenlockSignalGraph *graph,
          GenlockSignalRow *row,
          GenlockSignalPart part,
          GenlockSignalPort *from,
          GenlockSignalPort *to)
{
  GenlockSignalLink *link = &row->links[row->n_links++];

  *link = (GenlockSignalLink) { from, to, row, part };
  insert_link (&from->out, link);
  insert_link (&to->in, link);
  genlock_signal_graph_touch_port (graph, from);
  genlock_signal_graph_touch_port (graph, to);
}

static void
drop_unused (GenlockSignalGraph *graph,
             GenlockSignalPort *port)
{
  if (port->record != NULL || port->in != NULL || port->out != NULL)
    return;

  genlock_signal_graph_touch_node (graph, port->node);
  genlock_signal_graph_forget_port (graph, port);
  g_hash_table_remove (port->node->by_key, port->key);
  g_ptr_array_remove (port->node->ports, port);
}

void
genlock_signal_row_detach (GenlockSignalGraph *graph,
                           GenlockSignalRow *row)
{
  GenlockSignalPort *ports[2 * G_N_ELEMENTS (row->links)];
  guint n_ports = 0;

  for (guint i = 0; i < row->n_links; i++)
    {
      GenlockSignalLink *link = &row->links[i];

      ports[n_ports++] = link->from;
      ports[n_ports++] = link->to;

      genlock_signal_graph_touch_port (graph, link->from);
      genlock_signal_graph_touch_port (graph, link->to);
      remove_link (&link->from->out, link);
      remove_link (&link->to->in, link);
    }

  /* A port may be an end of several of them. */
  for (guint i = 0; i < n_ports; i++)
    {
      gboolean is_again = FALSE;

      for (guint j = 0; j < i; j++)
        is_again = is_again || ports[j] == ports[i];
      if (!is_again)
        drop_unused (graph, ports[i]);
    }

  row->n_links = 0;
  memset (row->nodes, 0, sizeof row->nodes);
}

static GenlockSignalNode *
claim (GenlockSignalGraph *graph,
       const GenlockRecord *record,
       guint type_field,
       guint id_field)
{
  const char *word = genlock_record_get_text (record, type_field);
  const char *id = genlock_record_get_text (record, id_field);
  const GenlockTable *table = genlock_field_get_ref_table (
    genlock_table_get_field (&genlock_connections, id_field), word);
  g_autofree char *own_id = NULL;

  if (table == &genlock_devices && id != NULL)
    return genlock_signal_graph_claim_node (graph, GENLOCK_SIGNAL_DEVICE, NULL, id);
  if (table == &genlock_sends && id != NULL)
    return genlock_signal_graph_claim_node (graph, GENLOCK_SIGNAL_SEND, NULL, id);

  /* Nobody says that two rows without an id mean the same. */
  if (id == NULL)
    own_id = g_strdup_printf ("%s/%u", genlock_record_get_id (record), id_field);

  return genlock_signal_graph_claim_node (graph, GENLOCK_SIGNAL_UNKNOWN, word,
                                          id != NULL ? id : own_id);
}

static gboolean
says (const GenlockRecord *record,
      guint type_field,
      guint id_field)
{
  return genlock_record_has (record, type_field) || genlock_record_has (record, id_field);
}

static GenlockSignalPort *
claim_port (GenlockSignalRow *row,
            GenlockSignalNode *node,
            gboolean is_output,
            guint field)
{
  return genlock_signal_node_claim_port (node, is_output,
                                         genlock_record_get_text (row->record, field),
                                         genlock_record_get_id (row->record));
}

static void
add_through (GenlockSignalGraph *graph,
             GenlockSignalRow *row,
             GenlockSignalPort *from,
             GenlockSignalPort *to)
{
  GenlockSignalNode *device = row->nodes[1];
  gboolean in = genlock_record_has (row->record, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
  gboolean out = genlock_record_has (row->record, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);
  gboolean passes = (in && out) || (from != NULL && to != NULL);
  GenlockSignalPort *input = NULL;
  GenlockSignalPort *output = NULL;

  if (from != NULL || passes)
    input = claim_port (row, device, FALSE, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
  if (to != NULL || passes)
    output = claim_port (row, device, TRUE, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);

  if (from != NULL)
    add_link (graph, row, GENLOCK_SIGNAL_ENTRY, from, input);
  if (passes)
    add_link (graph, row, GENLOCK_SIGNAL_CROSSPOINT, input, output);
  if (to != NULL)
    add_link (graph, row, GENLOCK_SIGNAL_EXIT, output, to);
}

void
genlock_signal_row_attach (GenlockSignalGraph *graph,
                           GenlockSignalRow *row)
{
  const GenlockRecord *record = row->record;
  const char *source = genlock_record_get_text (record, GENLOCK_CONNECTION_SOURCE_ID);
  GenlockSignalPort *from = NULL;
  GenlockSignalPort *to = NULL;

  if (source != NULL)
    row->nodes[0] = genlock_signal_graph_claim_node (graph, GENLOCK_SIGNAL_SOURCE, NULL, source);
  if (says (record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, GENLOCK_CONNECTION_INTERMEDIATE_ID))
    row->nodes[1] = claim (graph, record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE,
                           GENLOCK_CONNECTION_INTERMEDIATE_ID);
  if (says (record, GENLOCK_CONNECTION_DESTINATION_TYPE, GENLOCK_CONNECTION_DESTINATION_ID))
    row->nodes[2] = claim (graph, record, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           GENLOCK_CONNECTION_DESTINATION_ID);

  if (row->nodes[0] != NULL && (row->nodes[1] != NULL || row->nodes[2] != NULL))
    from = claim_port (row, row->nodes[0], TRUE, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID);
  if (row->nodes[2] != NULL && (row->nodes[1] != NULL || row->nodes[0] != NULL))
    to = claim_port (row, row->nodes[2], FALSE, GENLOCK_CONNECTION_DESTINATION_INPUT);

  if (row->nodes[1] != NULL)
    add_through (graph, row, from, to);
  else if (from != NULL && to != NULL)
    add_link (graph, row, GENLOCK_SIGNAL_DIRECT, from, to);
}
