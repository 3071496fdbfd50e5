/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What other programs wrote and nobody can show: texts, and places on the canvas. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal/genlock-rules-private.h"
#include "signal/genlock-signal-place.h"

/* The texts that people find a row by. */
static const struct
{
  const GenlockTable *table;
  guint field;
} texts[] = {
  { &genlock_sources, GENLOCK_SOURCE_LABEL },
  { &genlock_sources, GENLOCK_SOURCE_NAME },
  { &genlock_devices, GENLOCK_DEVICE_LABEL },
  { &genlock_devices, GENLOCK_DEVICE_NAME },
  { &genlock_sends, GENLOCK_SEND_LABEL },
  { &genlock_sends, GENLOCK_SEND_NAME },
  { &genlock_connections, GENLOCK_CONNECTION_CABLE_LABEL },
};

static void
add_text (const GenlockRecord *record,
          guint field,
          const char *text,
          GPtrArray *found)
{
  g_autofree char *shown = genlock_signal_dup_shown (text);
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockSignalFact facts[] = {
    { "field", genlock_table_get_field (table, field)->name },
    { NULL, NULL },
  };

  genlock_signal_problem_add (
    found, GENLOCK_RULE_ODD_TEXT, GENLOCK_SEVERITY_WARNING, record, facts,
    g_strdup_printf (_("“%s” is too long, or holds characters that cannot be shown: type it anew"),
                     shown));
}

static void
check_texts (const GenlockRecord *record,
             GPtrArray *found)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      const char *text = texts[i].table == table ? genlock_record_get_text (record, texts[i].field)
                                                 : NULL;

      if (text != NULL && !genlock_signal_is_shown_whole (text))
        add_text (record, texts[i].field, text, found);
    }
}

static void
check_place (GenlockSignalCheck *check,
             const GenlockRecord *place,
             GPtrArray *found)
{
  const char *id = genlock_signal_place_get_node (place);
  GenlockSignalKind kind;
  GenlockSignalNode *node = NULL;
  g_autofree char *name = NULL;

  if (id != NULL && genlock_signal_place_get_kind (place, &kind))
    node = genlock_signal_graph_get_node (check->graph, kind, id);
  if (node == NULL || node->record == NULL)
    return;

  name = genlock_signal_node_dup_name (node);
  genlock_signal_problem_add (found, GENLOCK_RULE_PLACE, GENLOCK_SEVERITY_INFO, node->record,
                              (GenlockSignalFact[]) { { NULL, NULL } },
                              g_strdup_printf (_("%s stands where no canvas reaches: move it to "
                                                 "give it a place"), name));
}

void
genlock_signal_rules_check_odd (GenlockSignalCheck *check,
                                GPtrArray *found)
{
  GHashTableIter iter;
  const GenlockSignalNode *node;
  const GenlockSignalRow *row;
  const GenlockRecord *place;

  g_hash_table_iter_init (&iter, check->graph->nodes);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &node))
    if (node->record != NULL)
      check_texts (node->record, found);

  g_hash_table_iter_init (&iter, check->graph->rows);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &row))
    check_texts (row->record, found);

  g_hash_table_iter_init (&iter, check->places);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &place))
    check_place (check, place, found);
}
