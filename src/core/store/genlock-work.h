/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a transaction has looked at: how it found them and how it leaves them. */

#pragma once

#include "core/model/genlock-record.h"
#include "core/store/genlock-batch.h"
#include "core/store/genlock-database.h"

G_BEGIN_DECLS

#define GENLOCK_FIELD_BIT(index) (G_GUINT64_CONSTANT (1) << (index))

/**
 * GenlockWorkRow:
 * @table: its table
 * @before: (nullable): as the transaction found it; %NULL where it was not there
 * @after: as it is now, in the database too; the same record as @before until it changes
 * @is_fresh: it was added just now and @after lacks the meta fields but for the id
 * @is_renewed: it was added again over its tombstone
 */
typedef struct
{
  const GenlockTable *table;
  GenlockRecord *before;
  GenlockRecord *after;
  gboolean is_fresh;
  gboolean is_renewed;
} GenlockWorkRow;

/**
 * GenlockWork:
 * @database: has a transaction open
 * @cancellable: (nullable)
 * @author: (nullable)
 * @device: (nullable)
 * @now: the time of all changes
 * @instant: the same as an instant
 * @is_sweeping: whether this transaction also removes what is too old to keep
 * @rows: (element-type GenlockWorkRow): in the order in which they were looked at
 * @n_writes: counts what was written
 * @n_left: what undo could not put back
 * @batch: (nullable) (transfer none): what is being applied, which is told how far it is
 *
 * Every change is written at once, so that queries see it, and remembered here, so that links,
 * tracking, undo and the log look at the whole of it in the end.
 */
typedef struct
{
  GenlockDatabase *database;
  GCancellable *cancellable;
  const char *author;
  const char *device;
  char *now;
  gint64 instant;
  gboolean is_sweeping;
  GPtrArray *rows;
  guint n_writes;
  guint n_left;
  GenlockBatch *batch;

  /*< private >*/
  GHashTable *tables; /* (element-type GenlockTable GHashTable): rows by id */
  guint n_looks;
  double begun; /* the fraction with which this part began */
  double share; /* of this part in the whole */
  guint n_part; /* looks at rows that this part will take */
  guint n_part_looks; /* and has taken */
} GenlockWork;

/* The texts have to outlive it. */
void genlock_work_init (GenlockWork *work,
                        GenlockDatabase *database,
                        const char *author,
                        const char *device,
                        GCancellable *cancellable);
void genlock_work_clear (GenlockWork *work);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockWork, genlock_work_clear)

/* To be asked once per row of a loop: FALSE and %G_IO_ERROR_CANCELLED once it is cancelled. */
gboolean genlock_work_go_on (GenlockWork *work,
                             GError **error);

/**
 * genlock_work_begin_part:
 * @n_looks: how often genlock_work_go_on() will be asked in this part
 * @share: of the time that the whole takes, 0 to 1, which all parts share
 *
 * For those who look on: what follows is the next part.
 */
void genlock_work_begin_part (GenlockWork *work,
                              guint n_looks,
                              double share);

/* (transfer none) (nullable): the row where it was looked at already. */
GenlockWorkRow *genlock_work_peek (GenlockWork *work,
                                   const GenlockTable *table,
                                   const char *id);

/**
 * genlock_work_find:
 * @table: a replicating table
 * @id: an id
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer none) (nullable): the row, whole, live or deleted
 */
GenlockWorkRow *genlock_work_find (GenlockWork *work,
                                   const GenlockTable *table,
                                   const char *id,
                                   GError **error);

/**
 * genlock_work_list:
 * @table: a replicating table
 * @where: a condition with the parameter :id
 * @id: what it stands for
 * @error: #GenlockStoreError
 *
 * Returns: (transfer container) (nullable) (element-type GenlockWorkRow): the rows, whole
 */
GPtrArray *genlock_work_list (GenlockWork *work,
                              const GenlockTable *table,
                              const char *where,
                              const char *id,
                              GError **error);

/**
 * genlock_work_insert:
 * @statement: genlock_row_sql_insert() of the table
 * @record: a row with its id; what is absent gets its preset or null
 * @taken: (out): whether a row has that id already; then nothing was done
 * @error: #GenlockModelError of a value or rule, #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_work_insert (GenlockWork *work,
                              GenlockStatement *statement,
                              GenlockRecord *record,
                              gboolean *taken,
                              GError **error);

/**
 * genlock_work_write:
 * @row: a row that is whole
 * @after: (transfer full): how it is to be, whole
 * @error: #GenlockStoreError
 *
 * Writes the fields that differ, with time and author; nothing where none does.
 *
 * Returns: whether there was no error
 */
gboolean genlock_work_write (GenlockWork *work,
                             GenlockWorkRow *row,
                             GenlockRecord *after,
                             GError **error);

/* The same for the two fields of a deletion: FALSE as @deleted revives. */
gboolean genlock_work_mark (GenlockWork *work,
                            GenlockWorkRow *row,
                            gboolean deleted,
                            const char *deleted_with,
                            GError **error);

gboolean genlock_work_row_is_live (const GenlockWorkRow *row);
gboolean genlock_work_row_was_live (const GenlockWorkRow *row);

/* Bits of the fields that differ from what the transaction found, those that the store keeps for
 * itself (times, author, version, seq) aside; all bits of a row that was not there. */
guint64 genlock_work_row_get_changed (const GenlockWorkRow *row);

/**
 * genlock_work_find_target:
 * @row: a row
 * @field: any of its fields
 * @names: (out): whether @field names a row of ours
 * @target: (out) (transfer none) (nullable): that row; %NULL where it was never there
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_work_find_target (GenlockWork *work,
                                   GenlockWorkRow *row,
                                   guint field,
                                   gboolean *names,
                                   GenlockWorkRow **target,
                                   GError **error);

/**
 * genlock_work_find_production:
 * @row: any row
 * @id: (out) (transfer none) (nullable): the show that it belongs to, if it belongs to one
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_work_find_production (GenlockWork *work,
                                       GenlockWorkRow *row,
                                       const char **id,
                                       GError **error);

G_END_DECLS
