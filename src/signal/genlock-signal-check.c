/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a show, looked for where something changed. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "signal/genlock-signal-check-private.h"
#include "signal/genlock-signal-place.h"

GenlockConnectorFamily
genlock_signal_port_get_family (const GenlockSignalPort *port)
{
  return port->connector != NULL ? port->connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

GenlockLink
genlock_signal_port_get_link (const GenlockSignalPort *port)
{
  return port->connector != NULL ? port->connector->link : GENLOCK_LINK_UNKNOWN;
}

const char *
genlock_signal_link_get_group (const GenlockSignalLink *link)
{
  const char *group = genlock_record_get_text (link->row->record, GENLOCK_CONNECTION_LINK_GROUP);

  return group != NULL && *group != '\0' ? group : NULL;
}

/* A port or node goes: nothing may be kept by its address. */
static void
forget_cb (gpointer data,
           gpointer user_data)
{
  GenlockSignalCheck *check = user_data;

  g_hash_table_remove (check->states, data);
  g_hash_table_remove (check->found, data);
}

GenlockSignalCheck *
genlock_signal_check_new (GenlockSignalGraph *graph,
                          GenlockLibrary *library)
{
  GenlockSignalCheck *check = g_new0 (GenlockSignalCheck, 1);
  GHashTableIter iter;
  GenlockSignalNode *node;

  check->graph = graph;
  check->library = library != NULL ? genlock_library_ref (library) : NULL;
  check->states = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  check->found = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_ptr_array_unref);
  check->general = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_signal_problem_free);
  check->abilities = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) genlock_signal_abilities_free);
  check->dismissals = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                             (GDestroyNotify) genlock_record_unref);
  check->addresses = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) genlock_record_unref);
  check->places = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                         (GDestroyNotify) genlock_record_unref);
  graph->forget = forget_cb;
  graph->forget_data = check;

  g_hash_table_iter_init (&iter, graph->nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    {
      genlock_signal_graph_touch_node (graph, node);
      for (guint i = 0; i < node->ports->len; i++)
        genlock_signal_graph_touch_port (graph, node->ports->pdata[i]);
    }

  return check;
}

void
genlock_signal_check_free (GenlockSignalCheck *check)
{
  check->graph->forget = NULL;
  check->graph->forget_data = NULL;
  g_clear_pointer (&check->library, genlock_library_unref);
  g_clear_pointer (&check->converters, g_ptr_array_unref);
  g_hash_table_unref (check->states);
  g_hash_table_unref (check->found);
  g_ptr_array_unref (check->general);
  g_hash_table_unref (check->abilities);
  g_hash_table_unref (check->dismissals);
  g_hash_table_unref (check->addresses);
  g_hash_table_unref (check->places);
  g_free (check);
}

static GHashTable *
get_kept (GenlockSignalCheck *check,
          const GenlockTable *table)
{
  if (table == &genlock_dismissals)
    return check->dismissals;
  if (table == &genlock_graph_nodes)
    return check->places;

  return table == &genlock_addresses ? check->addresses : NULL;
}

/* Of places only those are kept that nobody can show. */
static gboolean
is_kept (GenlockRecord *row)
{
  GenlockSignalKind kind;
  double x;
  double y;

  if (genlock_record_get_bool (row, GENLOCK_META_IS_DELETED))
    return FALSE;

  return genlock_record_get_table (row) != &genlock_graph_nodes
         || !genlock_signal_place_read (row, &kind, &x, &y);
}

gboolean
genlock_signal_check_set (GenlockSignalCheck *check,
                          GenlockRecord *row)
{
  GHashTable *kept = get_kept (check, genlock_record_get_table (row));

  if (kept == NULL)
    genlock_signal_graph_set (check->graph, row);
  else if (is_kept (row))
    g_hash_table_replace (kept, (char *) genlock_record_get_id (row), genlock_record_ref (row));
  else
    return g_hash_table_remove (kept, genlock_record_get_id (row));

  return TRUE;
}

gboolean
genlock_signal_check_remove (GenlockSignalCheck *check,
                             const GenlockTable *table,
                             const char *id)
{
  GHashTable *kept = get_kept (check, table);

  if (table == &genlock_equipment_specs)
    g_hash_table_remove (check->abilities, id);
  if (kept != NULL)
    return g_hash_table_remove (kept, id);

  genlock_signal_graph_remove (check->graph, table, id);

  return TRUE;
}

const GenlockSignalState *
genlock_signal_check_get_state (GenlockSignalCheck *check,
                                const GenlockSignalPort *port)
{
  static const GenlockSignalState nothing;
  const GenlockSignalState *state = g_hash_table_lookup (check->states, port);

  return state != NULL ? state : &nothing;
}

gboolean
genlock_signal_check_get_format (GenlockSignalCheck *check,
                                 const GenlockSignalPort *port,
                                 GenlockFormat *format)
{
  *format = genlock_signal_check_get_state (check, port)->format;

  return !genlock_format_is_empty (format);
}

/* What was touched and all that stands downstream of it. */
static GHashTable *
collect_stale (GenlockSignalCheck *check)
{
  GenlockSignalGraph *graph = check->graph;
  GHashTable *stale = g_hash_table_new (NULL, NULL);
  g_autoptr (GPtrArray) waiting = g_ptr_array_new ();

  for (guint i = 0; i < graph->touched_ports->len; i++)
    g_ptr_array_add (waiting, graph->touched_ports->pdata[i]);

  /* Which input a converter takes hangs on which of them are fed. */
  for (guint i = 0; i < graph->touched_nodes->len; i++)
    {
      const GenlockSignalNode *node = graph->touched_nodes->pdata[i];

      for (guint j = 0; node->passage == GENLOCK_SIGNAL_PASSAGE_FED && j < node->ports->len; j++)
        g_ptr_array_add (waiting, node->ports->pdata[j]);
    }

  while (waiting->len > 0)
    {
      gpointer port = g_ptr_array_steal_index_fast (waiting, waiting->len - 1);
      g_autoptr (GPtrArray) next = NULL;

      if (!g_hash_table_add (stale, port))
        continue;

      next = genlock_signal_port_list_downstream (port);
      for (guint i = 0; next != NULL && i < next->len; i++)
        g_ptr_array_add (waiting, next->pdata[i]);
    }

  return stale;
}

/* Keeps what was found at a port or node; most have nothing. */
static void
keep (GenlockSignalCheck *check,
      gpointer subject,
      GPtrArray *found)
{
  if (found->len > 0)
    g_hash_table_insert (check->found, subject, g_ptr_array_ref (found));
  else
    g_hash_table_remove (check->found, subject);
}

static GPtrArray *
begin (GPtrArray **found)
{
  /* What somebody kept is no longer ours. */
  if (*found == NULL || (*found)->len > 0)
    {
      g_clear_pointer (found, g_ptr_array_unref);
      *found = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_signal_problem_free);
    }

  return *found;
}

static void
check_ports (GenlockSignalCheck *check,
             GHashTable *stale,
             GHashTable *nodes)
{
  g_autoptr (GPtrArray) found = NULL;
  GHashTableIter iter;
  gpointer at;

  g_hash_table_iter_init (&iter, stale);
  while (g_hash_table_iter_next (&iter, &at, NULL))
    {
      const GenlockSignalPort *port = at;

      begin (&found);
      genlock_signal_rules_check_port (check, port, found);
      for (guint i = 0; port->in != NULL && i < port->in->len; i++)
        genlock_signal_rules_check_link (check, port->in->pdata[i], found);
      keep (check, at, found);
      g_hash_table_add (nodes, port->node);
    }

  g_hash_table_iter_init (&iter, nodes);
  while (g_hash_table_iter_next (&iter, &at, NULL))
    {
      genlock_signal_rules_check_node (check, at, begin (&found));
      keep (check, at, found);
    }
}

static void
add_found (GenlockSignalCheck *check,
           GHashTable *again,
           GenlockSignalPort *port)
{
  if (g_hash_table_contains (check->found, port))
    g_hash_table_add (again, port);
}

/* What was found where a node is named is said again with its new name. */
static void
collect_renamed (GenlockSignalCheck *check,
                 GHashTable *again)
{
  for (guint i = 0; i < check->graph->renamed_nodes->len; i++)
    {
      const GenlockSignalNode *node = check->graph->renamed_nodes->pdata[i];

      for (guint j = 0; j < node->ports->len; j++)
        {
          GenlockSignalPort *port = node->ports->pdata[j];

          add_found (check, again, port);
          for (guint k = 0; port->in != NULL && k < port->in->len; k++)
            add_found (check, again, ((GenlockSignalLink *) port->in->pdata[k])->from);
          for (guint k = 0; port->out != NULL && k < port->out->len; k++)
            add_found (check, again, ((GenlockSignalLink *) port->out->pdata[k])->to);
        }
    }
}

/* Whether a dismissal is about the rule and the row of a problem, whatever the facts. */
static gboolean
is_dismissal_of (const GenlockRecord *record,
                 const GenlockSignalProblem *problem)
{
  return g_strcmp0 (genlock_record_get_text (record, GENLOCK_DISMISSAL_RULE),
                    genlock_signal_rules_get ()[problem->rule].word) == 0
         && g_strcmp0 (genlock_record_get_text (record, GENLOCK_DISMISSAL_TABLE_NAME),
                       problem->table->name) == 0;
}

static void
match_dismissals (GenlockSignalCheck *check,
                  GHashTable *by_record,
                  GenlockSignalProblem *problem)
{
  GPtrArray *records = g_hash_table_lookup (by_record, problem->record_id);

  problem->reason = NULL;
  problem->reopened = NULL;
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const GenlockRecord *record = records->pdata[i];
      const char *reason = genlock_record_get_text (record, GENLOCK_DISMISSAL_REASON);

      if (!is_dismissal_of (record, problem))
        continue;

      if (g_strcmp0 (genlock_record_get_text (record, GENLOCK_DISMISSAL_FACTS),
                     problem->facts) == 0)
        problem->reason = reason != NULL ? reason : "";
      else
        problem->reopened = reason != NULL ? reason : "";
    }

  /* One that fits outweighs those of other facts. */
  if (problem->reason != NULL)
    problem->reopened = NULL;
}

static GHashTable *
index_dismissals (GenlockSignalCheck *check)
{
  GHashTable *by_record = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                                 (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, check->dismissals);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    {
      const char *id = genlock_record_get_text (record, GENLOCK_DISMISSAL_RECORD_ID);
      GPtrArray *records;

      if (id == NULL)
        continue;

      records = g_hash_table_lookup (by_record, id);
      if (records == NULL)
        {
          records = g_ptr_array_new ();
          g_hash_table_insert (by_record, (char *) id, records);
        }
      g_ptr_array_add (records, record);
    }

  return by_record;
}

guint
genlock_signal_check_update (GenlockSignalCheck *check)
{
  g_autoptr (GHashTable) stale = collect_stale (check);
  g_autoptr (GHashTable) nodes = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < check->graph->touched_nodes->len; i++)
    g_hash_table_add (nodes, check->graph->touched_nodes->pdata[i]);

  for (guint i = 0; i < check->graph->renamed_nodes->len; i++)
    g_hash_table_add (nodes, check->graph->renamed_nodes->pdata[i]);

  genlock_signal_carry (check, stale);
  collect_renamed (check, stale);
  check_ports (check, stale, nodes);
  g_ptr_array_set_size (check->general, 0);
  genlock_signal_rules_check_show (check, check->general);
  genlock_signal_rules_check_odd (check, check->general);
  genlock_signal_graph_settle (check->graph);

  return g_hash_table_size (stale);
}

static int
compare_problems (gconstpointer a,
                  gconstpointer b)
{
  const GenlockSignalProblem *first = *(GenlockSignalProblem * const *) a;
  const GenlockSignalProblem *second = *(GenlockSignalProblem * const *) b;
  int order = (first->reason != NULL) - (second->reason != NULL);

  if (order == 0)
    order = (int) first->severity - (int) second->severity;
  if (order == 0)
    order = strcmp (first->sentence, second->sentence);
  if (order == 0)
    order = strcmp (first->record_id, second->record_id);

  return order != 0 ? order : strcmp (first->facts, second->facts);
}

static GenlockSignalProblem *
copy_problem (const GenlockSignalProblem *problem)
{
  GenlockSignalProblem *copy = g_new0 (GenlockSignalProblem, 1);

  copy->rule = problem->rule;
  copy->severity = problem->severity;
  copy->table = problem->table;
  copy->record_id = g_strdup (problem->record_id);
  copy->sentence = g_strdup (problem->sentence);
  copy->facts = g_strdup (problem->facts);

  return copy;
}

/* What was found at the ends of the connection, about it or about the ends. */
static void
copy_found (GenlockSignalCheck *check,
            const GenlockSignalPort *port,
            const GenlockSignalRow *row,
            GPtrArray *copies)
{
  GPtrArray *found = g_hash_table_lookup (check->found, port);

  for (guint i = 0; found != NULL && i < found->len; i++)
    {
      const GenlockSignalProblem *problem = found->pdata[i];

      if (problem->port == port || (problem->link != NULL && problem->link->row == row))
        g_ptr_array_add (copies, copy_problem (problem));
    }
}

GPtrArray *
genlock_signal_check_try (GenlockSignalCheck *check,
                          GenlockRecord *row)
{
  GPtrArray *copies = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_signal_problem_free);
  const char *id = genlock_record_get_id (row);
  GenlockSignalRow *tried = genlock_signal_graph_get_row (check->graph, id);
  g_autoptr (GenlockRecord) before = tried != NULL ? genlock_record_ref (tried->record) : NULL;

  genlock_signal_graph_set (check->graph, row);
  genlock_signal_check_update (check);
  tried = genlock_signal_graph_get_row (check->graph, id);
  for (guint i = 0; tried != NULL && i < tried->n_links; i++)
    {
      const GenlockSignalLink *link = &tried->links[i];

      copy_found (check, link->to, tried, copies);
      if (link->from != link->to && (i == 0 || tried->links[i - 1].to != link->from))
        copy_found (check, link->from, tried, copies);
    }

  if (before != NULL)
    genlock_signal_graph_set (check->graph, before);
  else
    genlock_signal_graph_remove (check->graph, &genlock_connections, id);
  genlock_signal_check_update (check);
  g_ptr_array_sort (copies, compare_problems);

  return copies;
}

char **
genlock_signal_check_list_dismissals (GenlockSignalCheck *check,
                                      const GenlockSignalProblem *problem)
{
  g_autoptr (GHashTable) by_record = index_dismissals (check);
  GPtrArray *records = g_hash_table_lookup (by_record, problem->record_id);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; records != NULL && i < records->len; i++)
    if (is_dismissal_of (records->pdata[i], problem)
        && g_strcmp0 (genlock_record_get_text (records->pdata[i], GENLOCK_DISMISSAL_FACTS),
                      problem->facts) == 0)
      g_strv_builder_add (builder, genlock_record_get_id (records->pdata[i]));

  return g_strv_builder_end (builder);
}

GPtrArray *
genlock_signal_check_list (GenlockSignalCheck *check)
{
  GPtrArray *problems = g_ptr_array_new ();
  g_autoptr (GHashTable) by_record = index_dismissals (check);
  GHashTableIter iter;
  GPtrArray *found;

  g_hash_table_iter_init (&iter, check->found);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &found))
    for (guint i = 0; i < found->len; i++)
      g_ptr_array_add (problems, found->pdata[i]);
  for (guint i = 0; i < check->general->len; i++)
    g_ptr_array_add (problems, check->general->pdata[i]);

  for (guint i = 0; i < problems->len; i++)
    match_dismissals (check, by_record, problems->pdata[i]);
  g_ptr_array_sort (problems, compare_problems);

  return problems;
}
