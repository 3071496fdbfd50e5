/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function through which people's changes reach the database. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-prints.h"
#include "core/store/genlock-cascade.h"
#include "core/store/genlock-changes-private.h"
#include "core/store/genlock-insert.h"
#include "core/store/genlock-nested.h"
#include "core/store/genlock-settle.h"
#include "core/store/genlock-steps.h"
#include "core/store/genlock-transaction.h"
#include "core/store/genlock-work.h"

/* Of the time that a transaction of 100,000 rows was measured to take; see
 * genlock_work_begin_part(). */
#define OPS_SHARE 0.75

/* A row and those nested in it. */
static guint
count_record (const GenlockRecord *record)
{
  guint n = 1;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *children = table->nested_as != NULL
                            ? genlock_record_get_children (record, table) : NULL;

      for (guint j = 0; children != NULL && j < children->len; j++)
        n += count_record (children->pdata[j]);
    }

  return n;
}

static guint
count_rows (GenlockBatch *batch)
{
  guint n = 0;

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    n += count_record (genlock_batch_get_op (batch, i)->record);

  return n;
}

/* What the batch did, in words: the first table of which an op changed something. */
static void
count (GenlockStep *step,
       const GenlockOp *op,
       const char **id)
{
  if (step->table == NULL)
    {
      step->table = op->table;
      *id = genlock_record_get_id (op->record);
    }

  if (step->table == op->table)
    step->n_rows++;
}

static gboolean
update (GenlockWork *work,
        const GenlockOp *op,
        GError **error)
{
  GenlockWorkRow *row = genlock_work_find (work, op->table, genlock_record_get_id (op->record),
                                           error);

  if (row == NULL)
    return FALSE;

  if (!genlock_work_row_is_live (row))
    {
      g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
                           N_("This was deleted meanwhile. Restore it first."));
      return FALSE;
    }

  return genlock_nested_apply (work, row, op->record, error);
}

static gboolean
apply_op (GenlockWork *work,
          const GenlockOp *op,
          GError **error)
{
  GenlockWorkRow *row;

  switch (op->kind)
    {
    case GENLOCK_OP_INSERT:
      g_assert_not_reached ();

    case GENLOCK_OP_UPDATE:
      return update (work, op, error);

    case GENLOCK_OP_DELETE:
      row = genlock_work_find (work, op->table, genlock_record_get_id (op->record), error);
      return row != NULL && genlock_cascade_delete (work, row, error);

    case GENLOCK_OP_UNDELETE:
      row = genlock_work_find (work, op->table, genlock_record_get_id (op->record), error);
      return row != NULL && genlock_cascade_undelete (work, row, error);
    }

  g_assert_not_reached ();
}

/* Insertions that follow one another are done together. */
static gboolean
apply_insertions (GenlockWork *work,
                  GenlockBatch *batch,
                  guint *index,
                  GenlockStep *step,
                  const char **id,
                  GError **error)
{
  g_autoptr (GPtrArray) records = g_ptr_array_new ();
  guint n_ops = genlock_batch_get_length (batch);

  for (; *index < n_ops && genlock_batch_get_op (batch, *index)->kind == GENLOCK_OP_INSERT;
       (*index)++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, *index);

      g_ptr_array_add (records, op->record);
      count (step, op, id);
    }

  return genlock_insert_rows (work, records, error);
}

static gboolean
apply_ops (GenlockWork *work,
           GenlockBatch *batch,
           GenlockStep *step,
           const char **id,
           GError **error)
{
  guint n_ops = genlock_batch_get_length (batch);
  guint i = 0;

  while (i < n_ops)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);
      guint n_writes = work->n_writes;

      if (!genlock_work_go_on (work, error))
        return FALSE;

      if (op->kind == GENLOCK_OP_INSERT)
        {
          if (!apply_insertions (work, batch, &i, step, id, error))
            return FALSE;
          continue;
        }

      if (!apply_op (work, op, error))
        return FALSE;

      if (work->n_writes > n_writes)
        count (step, op, id);
      i++;
    }

  return TRUE;
}

/* Says of a single row what it is called, and of all the show that they are about. */
static gboolean
add_step (GenlockWork *work,
          GenlockStep *step,
          const char *id,
          GError **error)
{
  GenlockWorkRow *row = genlock_work_peek (work, step->table, id);
  const char *production_id = NULL;

  if (row != NULL && !genlock_work_find_production (work, row, &production_id, error))
    return FALSE;

  if (row != NULL && step->n_rows == 1)
    step->name = g_strdup (genlock_record_get_name (row->after));

  return genlock_steps_add (work, step, production_id, error);
}

/* Rows of prints say what happened: that cannot be undone, and what was undone before can still be
 * redone. */
static gboolean
is_history (const GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->kind != GENLOCK_OP_INSERT || op->table != &genlock_prints)
        return FALSE;
    }

  return TRUE;
}

static GenlockChanges *
run (GenlockWork *work,
     GenlockBatch *batch,
     GError **error)
{
  g_auto (GenlockStep) step = { .verb = genlock_batch_get_verb (batch) };
  g_autoptr (GenlockChanges) changes = NULL;
  const char *id = NULL;

  genlock_work_begin_part (work, count_rows (batch), OPS_SHARE);
  if (!apply_ops (work, batch, &step, &id, error) || !genlock_settle (work, &changes, error))
    return NULL;

  if (genlock_changes_get_length (changes) == 0)
    {
      genlock_database_rollback (work->database);
      return g_steal_pointer (&changes);
    }

  if (!is_history (batch) && !add_step (work, &step, id, error))
    return NULL;

  genlock_changes_set_step (changes, step.id);
  if (g_cancellable_set_error_if_cancelled (work->cancellable, error))
    return NULL;

  genlock_database_set_cancellable (work->database, NULL);
  if (!genlock_database_commit (work->database, error))
    return NULL;

  return g_steal_pointer (&changes);
}

GenlockChanges *
genlock_transaction_apply (GenlockDatabase *database,
                           GenlockBatch *batch,
                           const char *author,
                           const char *device,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (GenlockWork) work = { 0 };
  GenlockChanges *changes;

  if (genlock_batch_get_length (batch) == 0)
    return genlock_changes_new ();

  if (g_cancellable_set_error_if_cancelled (cancellable, error)
      || !genlock_database_begin_write (database, error))
    return NULL;

  genlock_work_init (&work, database, author, device, cancellable);
  work.batch = batch;
  genlock_database_set_cancellable (database, cancellable);
  changes = run (&work, batch, error);
  genlock_database_set_cancellable (database, NULL);
  if (changes == NULL)
    genlock_database_rollback (database);

  return changes;
}
