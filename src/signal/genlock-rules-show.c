/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What only the show as a whole can tell: labels and addresses used twice, lengths. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-rules-private.h"

GHashTable *
genlock_signal_index_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

void
genlock_signal_index_add (GHashTable *index,
                          char *text,
                          gconstpointer row)
{
  g_autofree char *key = text;
  GPtrArray *rows;

  if (key == NULL || *g_strstrip (key) == '\0')
    return;

  rows = g_hash_table_lookup (index, key);
  if (rows == NULL)
    {
      rows = g_ptr_array_new ();
      g_hash_table_insert (index, g_steal_pointer (&key), rows);
    }
  g_ptr_array_add (rows, (gpointer) row);
}

static int
compare_records (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (genlock_record_get_id (*(GenlockRecord * const *) a),
                 genlock_record_get_id (*(GenlockRecord * const *) b));
}

static void
report_duplicates (GHashTable *index,
                   const char *sentence,
                   GPtrArray *found)
{
  GHashTableIter iter;
  const char *text;
  GPtrArray *rows;

  g_hash_table_iter_init (&iter, index);
  while (g_hash_table_iter_next (&iter, (gpointer *) &text, (gpointer *) &rows))
    {
      g_autofree char *shown = genlock_signal_dup_shown (text);
      g_autofree char *n = g_strdup_printf ("%u", rows->len);
      const GenlockSignalFact facts[] = { { "count", n }, { "text", text }, { NULL, NULL } };
      GenlockSignalProblem *problem;

      if (rows->len < 2)
        continue;

      g_ptr_array_sort (rows, compare_records);
      problem = genlock_signal_problem_add (found, GENLOCK_RULE_DUPLICATE,
                                            GENLOCK_SEVERITY_WARNING, rows->pdata[0], facts, NULL);
      problem->sentence = genlock_signal_fill (sentence, shown, n, NULL);
    }
}

static const char *
get_text (const GenlockRecord *record,
          guint field)
{
  const char *text = genlock_record_get_text (record, field);

  return text != NULL ? text : "";
}

static void
check_labels (GenlockSignalCheck *check,
              GPtrArray *found)
{
  static const struct
  {
    GenlockSignalKind kind;
    guint label;
    const char *sentence;
  } labels[] = {
    { GENLOCK_SIGNAL_SOURCE, GENLOCK_SOURCE_LABEL, N_("%2$s sources have the label “%1$s”") },
    { GENLOCK_SIGNAL_DEVICE, GENLOCK_DEVICE_LABEL, N_("%2$s devices have the label “%1$s”") },
    { GENLOCK_SIGNAL_SEND, GENLOCK_SEND_LABEL, N_("%2$s sends have the label “%1$s”") },
  };

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (GHashTable) index = genlock_signal_index_new ();
      GHashTableIter iter;
      GenlockSignalNode *node;

      g_hash_table_iter_init (&iter, check->graph->nodes);
      while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
        if (node->kind == labels[i].kind && node->record != NULL)
          genlock_signal_index_add (index, g_strdup (get_text (node->record, labels[i].label)),
                                    node->record);

      report_duplicates (index, _(labels[i].sentence), found);
    }
}

static void
check_addresses (GenlockSignalCheck *check,
                 GPtrArray *found)
{
  g_autoptr (GHashTable) index = genlock_signal_index_new ();
  GHashTableIter iter;
  gpointer record;

  g_hash_table_iter_init (&iter, check->addresses);
  while (g_hash_table_iter_next (&iter, NULL, &record))
    genlock_signal_index_add (index, g_strdup (get_text (record, GENLOCK_ADDRESS_IP)), record);

  report_duplicates (index, _("%2$s devices have the address %1$s"), found);
}

static void
check_half_path (const GenlockSignalRow *row,
                 GPtrArray *found)
{
  g_autofree char *label = NULL;

  if (row->n_links > 0)
    return;

  label = genlock_signal_dup_shown (get_text (row->record, GENLOCK_CONNECTION_CABLE_LABEL));

  genlock_signal_problem_add (found, GENLOCK_RULE_HALF_PATH, GENLOCK_SEVERITY_WARNING, row->record,
                              (GenlockSignalFact[]) { { NULL, NULL } },
                              *label == '\0'
                              ? g_strdup (_("A cable has one end only: connect the other or "
                                            "delete it"))
                              : g_strdup_printf (_("%s has one end only: connect the other or "
                                                   "delete it"), label));
}

/* Where nobody keeps lengths nobody misses one. */
static void
check_lengths (const GenlockSignalRow *first,
               guint n_with,
               guint n_without,
               GPtrArray *found)
{
  g_autofree char *n = g_strdup_printf ("%u", n_without);
  const GenlockSignalFact facts[] = { { "count", n }, { NULL, NULL } };

  if (n_with == 0 || n_without == 0)
    return;

  genlock_signal_problem_add (found, GENLOCK_RULE_NO_LENGTH, GENLOCK_SEVERITY_WARNING,
                              first->record, facts,
                              g_strdup_printf (ngettext ("%u cable has no length yet",
                                                         "%u cables have no length yet",
                                                         n_without), n_without));
}

void
genlock_signal_rules_check_show (GenlockSignalCheck *check,
                                 GPtrArray *found)
{
  g_autoptr (GHashTable) cables = genlock_signal_index_new ();
  g_autoptr (GHashTable) strands = genlock_signal_index_new ();
  g_autoptr (GHashTable) sets = genlock_signal_index_new ();
  const GenlockSignalRow *first = NULL;
  guint n_with = 0;
  guint n_without = 0;
  GHashTableIter iter;
  const GenlockSignalRow *row;

  g_hash_table_iter_init (&iter, check->graph->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    {
      check_half_path (row, found);
      genlock_signal_index_sets (sets, row);
      genlock_signal_index_strands (strands, row->record);
      genlock_signal_index_add (
        cables, g_strdup (get_text (row->record, GENLOCK_CONNECTION_CABLE_LABEL)), row->record);

      if (row->n_links != 1 || !genlock_signal_link_is_cable (&row->links[0]))
        continue;
      if (genlock_record_has (row->record, GENLOCK_CONNECTION_LENGTH_M))
        n_with++;
      else
        {
          n_without++;
          if (first == NULL || strcmp (genlock_record_get_id (row->record),
                                       genlock_record_get_id (first->record)) < 0)
            first = row;
        }
    }

  report_duplicates (cables,
                     _("%2$s cables have the label “%1$s”"), found);
  genlock_signal_rules_check_strands (strands, found);
  genlock_signal_rules_check_sets (check, sets, found);
  check_lengths (first, n_with, n_without, found);
  check_labels (check, found);
  check_addresses (check, found);
}
