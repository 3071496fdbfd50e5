/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What one gesture wants changed: rows to add, change, delete and restore. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockOpKind:
 * @GENLOCK_OP_INSERT: a whole row with its children; where the id stands as a tombstone the row
 *   is undeleted with these values
 * @GENLOCK_OP_UPDATE: the id and the fields to change; where children are given they are the
 *   whole set, as a nested array of a PUT (design of the HTTP API): a known id updates, others
 *   take the child at the same place or are made, a child that no entry names is deleted
 * @GENLOCK_OP_DELETE: tombstones the row and what hangs on it
 * @GENLOCK_OP_UNDELETE: revives the row and what went with it
 */
typedef enum
{
  GENLOCK_OP_INSERT,
  GENLOCK_OP_UPDATE,
  GENLOCK_OP_DELETE,
  GENLOCK_OP_UNDELETE,
} GenlockOpKind;

typedef struct
{
  GenlockOpKind kind;
  const GenlockTable *table;
  GenlockRecord *record; /* owned; of a deletion only the id */
} GenlockOp;

/**
 * GenlockBatch:
 *
 * Data only: built anywhere, applied by a store in one transaction, all of it or nothing; one
 * undo step. Reference-counted.
 */
typedef struct _GenlockBatch GenlockBatch;

/**
 * genlock_batch_new:
 * @verb: a word of genlock_verbs ("EDIT"): what people call the gesture
 *
 * Returns: (transfer full): an empty batch
 */
GenlockBatch *genlock_batch_new (const char *verb);

GenlockBatch *genlock_batch_ref (GenlockBatch *batch);
void genlock_batch_unref (GenlockBatch *batch);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockBatch, genlock_batch_unref)

/* @record: (transfer full); a record without an id gets a random one. */
void genlock_batch_insert (GenlockBatch *batch,
                           GenlockRecord *record);

/* @record: (transfer full) */
void genlock_batch_update (GenlockBatch *batch,
                           GenlockRecord *record);
void genlock_batch_delete (GenlockBatch *batch,
                           const GenlockTable *table,
                           const char *id);
void genlock_batch_undelete (GenlockBatch *batch,
                             const GenlockTable *table,
                             const char *id);

const char *genlock_batch_get_verb (const GenlockBatch *batch);

/* The number of ops. */
guint genlock_batch_get_length (const GenlockBatch *batch);

/* 0 to 1: how much of it is applied; from any thread, while a store applies it. */
double genlock_batch_get_fraction (const GenlockBatch *batch);

/* (transfer none): op @index. */
const GenlockOp *genlock_batch_get_op (const GenlockBatch *batch,
                                       guint index);

G_END_DECLS
