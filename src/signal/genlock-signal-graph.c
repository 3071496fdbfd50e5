/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show, kept up row by row. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-signal-private.h"

/* Which field of a row that is a node names its equipment. */
static const struct
{
  const GenlockTable *table;
  GenlockSignalKind kind;
  guint equipment;
} node_tables[] = {
  { &genlock_sources, GENLOCK_SIGNAL_SOURCE, GENLOCK_SOURCE_EQUIPMENT_ID },
  { &genlock_devices, GENLOCK_SIGNAL_DEVICE, GENLOCK_DEVICE_EQUIPMENT_ID },
  { &genlock_sends, GENLOCK_SIGNAL_SEND, GENLOCK_SEND_EQUIPMENT_ID },
};

static void
free_node (GenlockSignalNode *node)
{
  g_hash_table_unref (node->by_key);
  g_ptr_array_unref (node->ports);
  g_ptr_array_unref (node->rows);
  g_clear_pointer (&node->record, genlock_record_unref);
  g_clear_pointer (&node->spec, genlock_record_unref);
  g_free (node->id);
  g_free (node->word);
  g_free (node->key);
  g_free (node);
}

static void
free_row (GenlockSignalRow *row)
{
  genlock_record_unref (row->record);
  g_free (row);
}

static char *
make_key (GenlockSignalKind kind,
          const char *word,
          const char *id)
{
  if (kind == GENLOCK_SIGNAL_UNKNOWN)
    return g_strdup_printf ("%d%s\n%s", (int) kind, word != NULL ? word : "", id);

  return g_strdup_printf ("%d%s", (int) kind, id);
}

GenlockSignalNode *
genlock_signal_graph_claim_node (GenlockSignalGraph *graph,
                                 GenlockSignalKind kind,
                                 const char *word,
                                 const char *id)
{
  g_autofree char *key = make_key (kind, word, id);
  GenlockSignalNode *node = g_hash_table_lookup (graph->nodes, key);

  if (node != NULL)
    return node;

  node = g_new0 (GenlockSignalNode, 1);
  node->kind = kind;
  node->id = g_strdup (id);
  node->word = g_strdup (word);
  node->key = g_steal_pointer (&key);
  node->by_key = g_hash_table_new (g_str_hash, g_str_equal);
  node->ports = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_signal_port_free);
  node->rows = g_ptr_array_new ();
  g_hash_table_insert (graph->nodes, node->key, node);
  genlock_signal_graph_touch_node (graph, node);

  return node;
}

void
genlock_signal_graph_touch_node (GenlockSignalGraph *graph,
                                 GenlockSignalNode *node)
{
  if (node->is_touched)
    return;

  node->is_touched = TRUE;
  g_ptr_array_add (graph->touched_nodes, node);
}

void
genlock_signal_graph_touch_port (GenlockSignalGraph *graph,
                                 GenlockSignalPort *port)
{
  genlock_signal_graph_touch_node (graph, port->node);
  if (port->is_touched)
    return;

  port->is_touched = TRUE;
  g_ptr_array_add (graph->touched_ports, port);
}

void
genlock_signal_graph_forget_port (GenlockSignalGraph *graph,
                                  GenlockSignalPort *port)
{
  if (port->is_touched)
    g_ptr_array_remove_fast (graph->touched_ports, port);
  if (graph->forget != NULL)
    graph->forget (port, graph->forget_data);
}

void
genlock_signal_graph_settle (GenlockSignalGraph *graph)
{
  for (guint i = 0; i < graph->touched_ports->len; i++)
    ((GenlockSignalPort *) graph->touched_ports->pdata[i])->is_touched = FALSE;
  for (guint i = 0; i < graph->touched_nodes->len; i++)
    ((GenlockSignalNode *) graph->touched_nodes->pdata[i])->is_touched = FALSE;

  for (guint i = 0; i < graph->renamed_nodes->len; i++)
    ((GenlockSignalNode *) graph->renamed_nodes->pdata[i])->is_renamed = FALSE;

  g_ptr_array_set_size (graph->touched_ports, 0);
  g_ptr_array_set_size (graph->touched_nodes, 0);
  g_ptr_array_set_size (graph->renamed_nodes, 0);
}

/* A node without a row is there for the connections that name it alone. */
static void
drop_unused (GenlockSignalGraph *graph,
             GenlockSignalNode *node)
{
  if (node->record != NULL || node->rows->len > 0)
    return;

  if (node->is_touched)
    g_ptr_array_remove_fast (graph->touched_nodes, node);
  if (node->is_renamed)
    g_ptr_array_remove_fast (graph->renamed_nodes, node);
  if (graph->forget != NULL)
    graph->forget (node, graph->forget_data);
  g_hash_table_remove (graph->nodes, node->key);
}

static void
drop_ports (GenlockSignalGraph *graph,
            GenlockSignalNode *node)
{
  for (guint i = 0; i < node->ports->len; i++)
    genlock_signal_graph_forget_port (graph, node->ports->pdata[i]);

  g_hash_table_remove_all (node->by_key);
  g_ptr_array_set_size (node->ports, 0);
}

/* The ports anew and, where they were linked, the connections that name the node. */
static void
rebuild_node (GenlockSignalGraph *graph,
              GenlockSignalNode *node)
{
  for (guint i = 0; i < node->rows->len; i++)
    genlock_signal_row_detach (graph, node->rows->pdata[i]);

  drop_ports (graph, node);
  genlock_signal_node_make_ports (node);
  genlock_signal_graph_touch_node (graph, node);
  for (guint i = 0; i < node->ports->len; i++)
    genlock_signal_graph_touch_port (graph, node->ports->pdata[i]);

  for (guint i = 0; i < node->rows->len; i++)
    genlock_signal_row_attach (graph, node->rows->pdata[i]);
}

/* (array length=n): the nodes that @row names, each once. */
static guint
list_named (GenlockSignalRow *row,
            GenlockSignalNode **nodes)
{
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (row->nodes); i++)
    {
      gboolean is_new = row->nodes[i] != NULL;

      for (guint j = 0; j < n; j++)
        is_new = is_new && nodes[j] != row->nodes[i];
      if (is_new)
        nodes[n++] = row->nodes[i];
    }

  return n;
}

static void
remove_row (GenlockSignalGraph *graph,
            const char *id)
{
  GenlockSignalRow *row = g_hash_table_lookup (graph->rows, id);
  GenlockSignalNode *nodes[GENLOCK_SIGNAL_ROW_NODES];
  guint n_nodes;

  if (row == NULL)
    return;

  n_nodes = list_named (row, nodes);
  genlock_signal_row_detach (graph, row);
  for (guint i = 0; i < n_nodes; i++)
    {
      g_ptr_array_remove_fast (nodes[i]->rows, row);
      genlock_signal_graph_touch_node (graph, nodes[i]);
      drop_unused (graph, nodes[i]);
    }

  if (graph->forget != NULL)
    graph->forget (row, graph->forget_data);
  g_hash_table_remove (graph->rows, id);
}

/* What stood on a cable is not given to another. */
static void
note_label (GenlockSignalGraph *graph,
            const GenlockRecord *connection)
{
  const char *label = genlock_record_get_text (connection, GENLOCK_CONNECTION_CABLE_LABEL);

  if (label != NULL && *label != '\0')
    g_hash_table_add (graph->old_labels, g_strdup (label));
}

static void
set_row (GenlockSignalGraph *graph,
         GenlockRecord *record)
{
  const char *id = genlock_record_get_id (record);
  GenlockSignalNode *nodes[GENLOCK_SIGNAL_ROW_NODES];
  GenlockSignalRow *row;
  guint n_nodes;

  remove_row (graph, id);
  row = g_new0 (GenlockSignalRow, 1);
  row->record = genlock_record_ref (record);
  g_hash_table_insert (graph->rows, (char *) genlock_record_get_id (row->record), row);
  genlock_signal_row_attach (graph, row);

  n_nodes = list_named (row, nodes);
  for (guint i = 0; i < n_nodes; i++)
    g_ptr_array_add (nodes[i]->rows, row);
}

static GenlockRecord *
find_spec (GenlockSignalGraph *graph,
           const GenlockRecord *record,
           guint equipment)
{
  const char *id = genlock_record_get_text (record, equipment);

  return id != NULL ? g_hash_table_lookup (graph->specs, id) : NULL;
}

/* Whether @record is the same device under another name: of a router with a thousand ports nothing
 * has to be worked out anew. */
static gboolean
is_renaming (const GenlockSignalNode *node,
             const GenlockRecord *record,
             const GenlockRecord *spec)
{
  static const guint fields[] = { GENLOCK_DEVICE_EQUIPMENT_ID, GENLOCK_DEVICE_CATEGORY };

  if (node->kind != GENLOCK_SIGNAL_DEVICE || node->record == NULL || node->spec != spec)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!genlock_value_equal (genlock_record_get_value (node->record, fields[i]),
                              genlock_record_get_value (record, fields[i])))
      return FALSE;

  /* The problems of others name cameras. */
  return g_strcmp0 (genlock_signal_node_get_category (node), "CAMERA") != 0;
}

static void
note_renaming (GenlockSignalGraph *graph,
               GenlockSignalNode *node)
{
  if (node->is_renamed)
    return;

  node->is_renamed = TRUE;
  g_ptr_array_add (graph->renamed_nodes, node);
}

static void
set_node (GenlockSignalGraph *graph,
          guint kind,
          GenlockRecord *record)
{
  GenlockSignalNode *node = genlock_signal_graph_claim_node (graph, node_tables[kind].kind, NULL,
                                                             genlock_record_get_id (record));
  GenlockRecord *spec = find_spec (graph, record, node_tables[kind].equipment);
  gboolean is_same = is_renaming (node, record, spec);

  genlock_record_ref (record);
  g_clear_pointer (&node->record, genlock_record_unref);
  node->record = record;
  if (is_same)
    {
      note_renaming (graph, node);
      return;
    }

  g_clear_pointer (&node->spec, genlock_record_unref);
  node->spec = spec != NULL ? genlock_record_ref (spec) : NULL;
  rebuild_node (graph, node);
}

static void
remove_node (GenlockSignalGraph *graph,
             guint kind,
             const char *id)
{
  GenlockSignalNode *node = genlock_signal_graph_get_node (graph, node_tables[kind].kind, id);

  if (node == NULL)
    return;

  g_clear_pointer (&node->record, genlock_record_unref);
  g_clear_pointer (&node->spec, genlock_record_unref);
  rebuild_node (graph, node);
  drop_unused (graph, node);
}

/* @spec: (nullable): %NULL where it went. */
static void
set_spec (GenlockSignalGraph *graph,
          const char *id,
          GenlockRecord *spec)
{
  GHashTableIter iter;
  GenlockSignalNode *node;

  if (spec != NULL)
    g_hash_table_insert (graph->specs, g_strdup (id), genlock_record_ref (spec));
  else if (!g_hash_table_remove (graph->specs, id))
    return;

  g_hash_table_iter_init (&iter, graph->nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      const char *own = NULL;

      if (node->record != NULL)
        own = genlock_record_get_text (node->record, node_tables[node->kind].equipment);
      if (g_strcmp0 (own, id) != 0)
        continue;

      g_clear_pointer (&node->spec, genlock_record_unref);
      node->spec = spec != NULL ? genlock_record_ref (spec) : NULL;
      /* The connections of a node name no new nodes: the walk stays sound. */
      rebuild_node (graph, node);
    }
}

void
genlock_signal_graph_set (GenlockSignalGraph *graph,
                          GenlockRecord *row)
{
  const GenlockTable *table = genlock_record_get_table (row);
  const char *id = genlock_record_get_id (row);

  if (id == NULL)
    return;
  if (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED))
    {
      if (table == &genlock_connections)
        note_label (graph, row);
      genlock_signal_graph_remove (graph, table, id);
      return;
    }

  if (table == &genlock_connections)
    set_row (graph, row);
  else if (table == &genlock_equipment_specs)
    set_spec (graph, id, row);

  for (guint i = 0; i < G_N_ELEMENTS (node_tables); i++)
    if (node_tables[i].table == table)
      set_node (graph, i, row);
}

void
genlock_signal_graph_remove (GenlockSignalGraph *graph,
                             const GenlockTable *table,
                             const char *id)
{
  if (table == &genlock_connections)
    {
      const GenlockSignalRow *row = g_hash_table_lookup (graph->rows, id);

      if (row != NULL)
        note_label (graph, row->record);
      remove_row (graph, id);
    }
  else if (table == &genlock_equipment_specs)
    set_spec (graph, id, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (node_tables); i++)
    if (node_tables[i].table == table)
      remove_node (graph, i, id);
}

/* What others rest on comes first, so that nothing is worked out twice. */
static guint
get_rank (const GenlockTable *table)
{
  if (table == &genlock_equipment_specs)
    return 0;

  return table == &genlock_connections ? 2 : 1;
}

GenlockSignalGraph *
genlock_signal_graph_new (GPtrArray *rows)
{
  GenlockSignalGraph *graph = g_new0 (GenlockSignalGraph, 1);

  graph->nodes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                        (GDestroyNotify) free_node);
  graph->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) free_row);
  graph->specs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) genlock_record_unref);
  graph->old_labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  graph->touched_ports = g_ptr_array_new ();
  graph->touched_nodes = g_ptr_array_new ();
  graph->renamed_nodes = g_ptr_array_new ();

  for (guint rank = 0; rows != NULL && rank < 3; rank++)
    for (guint i = 0; i < rows->len; i++)
      if (get_rank (genlock_record_get_table (rows->pdata[i])) == rank)
        genlock_signal_graph_set (graph, rows->pdata[i]);

  return graph;
}

void
genlock_signal_graph_free (GenlockSignalGraph *graph)
{
  g_hash_table_unref (graph->nodes);
  g_hash_table_unref (graph->rows);
  g_hash_table_unref (graph->specs);
  g_hash_table_unref (graph->old_labels);
  g_ptr_array_unref (graph->touched_ports);
  g_ptr_array_unref (graph->touched_nodes);
  g_ptr_array_unref (graph->renamed_nodes);
  g_free (graph);
}

GenlockSignalNode *
genlock_signal_graph_get_node (GenlockSignalGraph *graph,
                               GenlockSignalKind kind,
                               const char *id)
{
  g_autofree char *key = make_key (kind, NULL, id);

  return g_hash_table_lookup (graph->nodes, key);
}

GenlockSignalRow *
genlock_signal_graph_get_row (GenlockSignalGraph *graph,
                              const char *id)
{
  return g_hash_table_lookup (graph->rows, id);
}

typedef struct
{
  GenlockSignalNode *node;
  char *order; /* owned */
} Sorted;

static int
compare_sorted (gconstpointer a,
                gconstpointer b)
{
  const Sorted *first = a;
  const Sorted *second = b;
  int order = (int) first->node->kind - (int) second->node->kind;

  if (order == 0)
    order = strcmp (first->order, second->order);

  return order != 0 ? order : strcmp (first->node->key, second->node->key);
}

GPtrArray *
genlock_signal_graph_list_nodes (GenlockSignalGraph *graph)
{
  GPtrArray *nodes = g_ptr_array_new ();
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (Sorted));
  GHashTableIter iter;
  GenlockSignalNode *node;

  g_hash_table_iter_init (&iter, graph->nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      g_autofree char *name = genlock_signal_node_dup_name (node);
      Sorted entry = { node, g_utf8_collate_key_for_filename (name, -1) };

      g_array_append_val (sorted, entry);
    }

  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    {
      Sorted *entry = &g_array_index (sorted, Sorted, i);

      g_ptr_array_add (nodes, entry->node);
      g_free (entry->order);
    }

  return nodes;
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  const GenlockSignalRow *first = *(GenlockSignalRow * const *) a;
  const GenlockSignalRow *second = *(GenlockSignalRow * const *) b;

  return strcmp (genlock_record_get_id (first->record), genlock_record_get_id (second->record));
}

GPtrArray *
genlock_signal_graph_list_rows (GenlockSignalGraph *graph)
{
  GPtrArray *rows = g_ptr_array_sized_new (g_hash_table_size (graph->rows));
  GHashTableIter iter;
  GenlockSignalRow *row;

  g_hash_table_iter_init (&iter, graph->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    g_ptr_array_add (rows, row);

  g_ptr_array_sort (rows, compare_rows);

  return rows;
}

const char *
genlock_signal_node_get_category (const GenlockSignalNode *node)
{
  if (node->kind != GENLOCK_SIGNAL_DEVICE)
    return NULL;
  if (node->spec != NULL)
    return genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY);

  return node->record != NULL ? genlock_record_get_text (node->record, GENLOCK_DEVICE_CATEGORY)
                              : NULL;
}
