/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Leaves out of a change to cables what would be no cable. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "signal/genlock-signal-ends.h"
#include "ui/cables/genlock-cables-sift.h"

/* What is left out of a batch. */
typedef struct
{
  guint n_half;
  guint n_fed;
  char *fed; /* owned, nullable: an input that is fed already */
} Left;

/* (transfer full): the row as the change would have it. */
static GenlockRecord *
merge (GenlockSignalGraph *graph,
       const GenlockOp *op)
{
  const GenlockSignalRow *row =
    genlock_signal_graph_get_row (graph, genlock_record_get_id (op->record));
  GenlockRecord *after;

  if (op->kind == GENLOCK_OP_INSERT || row == NULL)
    return genlock_record_copy (op->record);

  after = genlock_record_copy (row->record);
  for (guint i = genlock_connections.n_meta; i < genlock_connections.n_fields; i++)
    if (!genlock_record_is_absent (op->record, i))
      genlock_record_set_value (after, i, genlock_record_get_value (op->record, i));

  return after;
}

static gboolean
moves_ends (const GenlockRecord *update)
{
  static const guint fields[] = {
    GENLOCK_CONNECTION_SOURCE_ID, GENLOCK_CONNECTION_INTERMEDIATE_ID,
    GENLOCK_CONNECTION_INTERMEDIATE_INPUT, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
    GENLOCK_CONNECTION_DESTINATION_ID, GENLOCK_CONNECTION_DESTINATION_INPUT,
  };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (!genlock_record_is_absent (update, fields[i]))
      return TRUE;

  return FALSE;
}

/* (transfer full): the cables that go, or go elsewhere, and make room. */
static GHashTable *
list_leaving (const GenlockBatch *batch)
{
  GHashTable *ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->table == &genlock_connections
          && (op->kind == GENLOCK_OP_DELETE
              || (op->kind == GENLOCK_OP_UPDATE && moves_ends (op->record))))
        g_hash_table_add (ids, (gpointer) genlock_record_get_id (op->record));
    }

  return ids;
}

/* Whether a cable that stays feeds the port, or another one of the batch. */
static gboolean
is_fed_by_other (const GenlockSignalPort *port,
                 GHashTable *leaving,
                 GHashTable *taken)
{
  for (guint i = 0; port->in != NULL && i < port->in->len; i++)
    {
      const GenlockSignalLink *link = port->in->pdata[i];

      if (!g_hash_table_contains (leaving, genlock_record_get_id (link->row->record)))
        return TRUE;
    }

  return !g_hash_table_add (taken, (gpointer) port);
}

/* Half a cable is none, and an input takes one signal. */
static gboolean
is_left_out (GenlockSignalGraph *graph,
             const GenlockOp *op,
             GHashTable *leaving,
             GHashTable *taken,
             Left *left)
{
  g_autoptr (GenlockRecord) after = NULL;
  const GenlockSignalPort *to;

  if (op->table != &genlock_connections
      || (op->kind != GENLOCK_OP_INSERT
          && (op->kind != GENLOCK_OP_UPDATE
              || !moves_ends (op->record))))
    return FALSE;

  after = merge (graph, op);
  if (!genlock_signal_ends_are_whole (after))
    {
      left->n_half++;
      return TRUE;
    }

  to = genlock_signal_ends_find_input (graph, after);
  if (to == NULL || !is_fed_by_other (to, leaving, taken))
    return FALSE;

  left->n_fed++;
  if (left->fed == NULL)
    left->fed = genlock_signal_port_dup_name (to);
  return TRUE;
}

static char *
dup_left (const Left *left)
{
  GString *words = g_string_new (NULL);

  if (left->n_half > 0)
    g_string_append_printf (words,
                            ngettext ("%u row without both ends was left out",
                                      "%u rows without both ends were left out", left->n_half),
                            left->n_half);
  if (left->n_fed > 0)
    {
      g_string_append (words, words->len > 0 ? ". " : "");
      if (left->n_fed == 1)
        g_string_append_printf (words, _("%s is fed already: take that cable out first"),
                                left->fed);
      else
        /* Translators: an input, and how many cables were left out: “R1 IN 1” */
        g_string_append_printf (words, _("%1$s and others are fed already: %2$u cables were "
                                         "left out"), left->fed, left->n_fed);
    }

  return g_string_free (words, FALSE);
}

static void
copy_op (GenlockBatch *batch,
         const GenlockOp *op)
{
  switch (op->kind)
    {
    case GENLOCK_OP_INSERT:
      genlock_batch_insert (batch, genlock_record_ref (op->record));
      break;

    case GENLOCK_OP_UPDATE:
      genlock_batch_update (batch, genlock_record_ref (op->record));
      break;

    case GENLOCK_OP_DELETE:
      genlock_batch_delete (batch, op->table, genlock_record_get_id (op->record));
      break;

    case GENLOCK_OP_UNDELETE:
      genlock_batch_undelete (batch, op->table, genlock_record_get_id (op->record));
      break;
    }
}

gboolean
genlock_cables_sift (GenlockSignalGraph *graph,
                     const GenlockBatch *batch,
                     GenlockBatch **rest,
                     char **words)
{
  g_autoptr (GHashTable) leaving = list_leaving (batch);
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  g_autoptr (GenlockBatch) kept = genlock_batch_new (genlock_batch_get_verb (batch));
  Left left = { 0 };

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (!is_left_out (graph, op, leaving, taken, &left))
        copy_op (kept, op);
    }

  if (left.n_half + left.n_fed == 0)
    return FALSE;

  *rest = g_steal_pointer (&kept);
  *words = dup_left (&left);
  g_free (left.fed);
  return TRUE;
}
