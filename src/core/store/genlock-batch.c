/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one gesture wants changed: rows to add, change, delete and restore. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/model/genlock-uuid.h"
#include "core/store/genlock-batch-private.h"

struct _GenlockBatch
{
  gatomicrefcount ref_count;
  char *verb; /* owned */
  GArray *ops; /* owned (element-type GenlockOp) */
  int permille; /* atomic: how much is applied */
};

static void
clear_op (gpointer data)
{
  GenlockOp *op = data;

  genlock_record_unref (op->record);
}

GenlockBatch *
genlock_batch_new (const char *verb)
{
  GenlockBatch *batch = g_new0 (GenlockBatch, 1);

  g_atomic_ref_count_init (&batch->ref_count);
  batch->verb = g_strdup (verb);
  batch->ops = g_array_new (FALSE, FALSE, sizeof (GenlockOp));
  g_array_set_clear_func (batch->ops, clear_op);

  return batch;
}

GenlockBatch *
genlock_batch_ref (GenlockBatch *batch)
{
  g_atomic_ref_count_inc (&batch->ref_count);

  return batch;
}

void
genlock_batch_unref (GenlockBatch *batch)
{
  if (!g_atomic_ref_count_dec (&batch->ref_count))
    return;

  g_array_unref (batch->ops);
  g_free (batch->verb);
  g_free (batch);
}

static void
add (GenlockBatch *batch,
     GenlockOpKind kind,
     GenlockRecord *record)
{
  GenlockOp op = { .kind = kind, .table = genlock_record_get_table (record), .record = record };

  g_array_append_val (batch->ops, op);
}

void
genlock_batch_name_rows (GenlockRecord *record)
{
  if (genlock_record_get_id (record) == NULL)
    genlock_record_take_text (record, GENLOCK_META_ID, genlock_uuid_new ());

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *children = genlock_record_get_children (record, table);

      for (guint j = 0; children != NULL && j < children->len; j++)
        {
          genlock_record_set_text (children->pdata[j], table->parent_field,
                                   genlock_record_get_id (record));
          genlock_batch_name_rows (children->pdata[j]);
        }
    }
}

void
genlock_batch_insert (GenlockBatch *batch,
                      GenlockRecord *record)
{
  genlock_batch_name_rows (record);
  add (batch, GENLOCK_OP_INSERT, record);
}

void
genlock_batch_update (GenlockBatch *batch,
                      GenlockRecord *record)
{
  g_return_if_fail (genlock_record_get_id (record) != NULL);

  add (batch, GENLOCK_OP_UPDATE, record);
}

static GenlockRecord *
name (const GenlockTable *table,
      const char *id)
{
  GenlockRecord *record = genlock_record_new (table);

  genlock_record_set_text (record, GENLOCK_META_ID, id);

  return record;
}

void
genlock_batch_delete (GenlockBatch *batch,
                      const GenlockTable *table,
                      const char *id)
{
  add (batch, GENLOCK_OP_DELETE, name (table, id));
}

void
genlock_batch_undelete (GenlockBatch *batch,
                        const GenlockTable *table,
                        const char *id)
{
  add (batch, GENLOCK_OP_UNDELETE, name (table, id));
}

const char *
genlock_batch_get_verb (const GenlockBatch *batch)
{
  return batch->verb;
}

guint
genlock_batch_get_length (const GenlockBatch *batch)
{
  return batch->ops->len;
}

const GenlockOp *
genlock_batch_get_op (const GenlockBatch *batch,
                      guint index)
{
  g_return_val_if_fail (index < batch->ops->len, NULL);

  return &g_array_index (batch->ops, GenlockOp, index);
}

double
genlock_batch_get_fraction (const GenlockBatch *batch)
{
  return g_atomic_int_get (&batch->permille) / 1000.0;
}

void
genlock_batch_set_fraction (GenlockBatch *batch,
                            double fraction)
{
  g_atomic_int_set (&batch->permille, (int) (fraction * 1000));
}
