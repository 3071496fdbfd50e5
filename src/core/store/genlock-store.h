/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One database file: opened, read, changed in transactions, undone, backed up. */

#pragma once

#include <gio/gio.h>

#include "core/store/genlock-batch.h"
#include "core/store/genlock-changes.h"
#include "core/store/genlock-count.h"
#include "core/store/genlock-query.h"
#include "core/store/genlock-step.h"
#include "core/store/genlock-store-error.h"

G_BEGIN_DECLS

/**
 * GenlockStoreMode:
 * @GENLOCK_STORE_READ: never takes the lock, never writes, never migrates; a missing file is
 *   %GENLOCK_STORE_ERROR_NOT_FOUND
 * @GENLOCK_STORE_WRITE: takes the lock, waiting up to 5 s, or fails with
 *   %GENLOCK_STORE_ERROR_LOCKED; creates a missing file, migrates, makes the daily backup
 * @GENLOCK_STORE_APP: takes the lock if it is free, else opens for reading and takes over when
 *   it gets free ("writable" changes)
 */
typedef enum
{
  GENLOCK_STORE_READ,
  GENLOCK_STORE_WRITE,
  GENLOCK_STORE_APP,
} GenlockStoreMode;

/**
 * GenlockStore:
 *
 * Lives in the thread that opened it and that thread's main context, where its signals are
 * emitted. A store thread of its own has the only connection that writes; reads run in the
 * caller (sync functions) or in a worker (async functions) on read connections.
 *
 * Properties: "path" (string), "writable" (boolean).
 *
 * Signals: "changed" (GenlockChanges *changes): after each commit, this process's own and, by
 * polling, other processes'; changes is %NULL where nothing is known but that something changed
 * (another process wrote, the lock was taken over). "undo-changed": genlock_store_get_step()
 * says something else now.
 */
#define GENLOCK_TYPE_STORE (genlock_store_get_type ())
G_DECLARE_FINAL_TYPE (GenlockStore, genlock_store, GENLOCK, STORE, GObject)

/**
 * genlock_store_dup_default_path:
 *
 * Returns: (transfer full): $XDG_DATA_HOME/genlock/genlock.db
 */
char *genlock_store_dup_default_path (void);

/**
 * genlock_store_open:
 * @path: the database file; its folder is made where it is missing
 * @mode: see #GenlockStoreMode
 * @error: #GenlockStoreError
 *
 * Blocks: on the first start, a migration or a check this can take seconds.
 *
 * Returns: (transfer full) (nullable): the open store
 */
GenlockStore *genlock_store_open (const char *path,
                                  GenlockStoreMode mode,
                                  GError **error);

/* The same in a worker thread; the store belongs to the caller's thread. */
void genlock_store_open_async (const char *path,
                               GenlockStoreMode mode,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GenlockStore *genlock_store_open_finish (GAsyncResult *result,
                                         GError **error);

/**
 * genlock_store_close:
 * @store: a store
 *
 * Waits for the store thread to finish what was handed to it, closes cleanly and drops the
 * lock. Called by dispose too.
 */
void genlock_store_close (GenlockStore *store);

const char *genlock_store_get_path (GenlockStore *store);
gboolean genlock_store_get_writable (GenlockStore *store);

/* (nullable): who works here: written to last_modified_by and the change log; the default is
 * the user's real name at the host's name. */
void genlock_store_set_author (GenlockStore *store,
                               const char *author);

/**
 * genlock_store_apply:
 * @store: a store
 * @batch: what to change
 * @cancellable: (nullable): stops a long batch with nothing changed
 * @error: #GenlockStoreError, #GenlockModelError of a value or a rule
 *
 * One transaction with change tracking, undo step and change log; durable when this returns.
 *
 * Returns: (transfer full) (nullable): what changed
 */
GenlockChanges *genlock_store_apply (GenlockStore *store,
                                     GenlockBatch *batch,
                                     GCancellable *cancellable,
                                     GError **error);

/* The same on the store thread, in the order of the calls. "changed" is emitted before
 * @callback. */
void genlock_store_apply_async (GenlockStore *store,
                                GenlockBatch *batch,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
GenlockChanges *genlock_store_apply_finish (GenlockStore *store,
                                            GAsyncResult *result,
                                            GError **error);

/* What undo (@redo = FALSE) or redo would take back next; as last known, never blocks. */
void genlock_store_get_step (GenlockStore *store,
                             gboolean redo,
                             GenlockStep *step);

/**
 * genlock_store_undo:
 * @store: a store
 * @step: a step, or 0 for the newest
 * @error: #GenlockStoreError
 *
 * Writes the old values as a new change; a field that somebody else has changed since stays
 * (genlock_changes_get_n_left()).
 *
 * Returns: (transfer full) (nullable): what changed
 */
GenlockChanges *genlock_store_undo (GenlockStore *store,
                                    gint64 step,
                                    GError **error);
GenlockChanges *genlock_store_redo (GenlockStore *store,
                                    GError **error);
void genlock_store_undo_async (GenlockStore *store,
                               gint64 step,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void genlock_store_redo_async (GenlockStore *store,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GenlockChanges *genlock_store_undo_finish (GenlockStore *store,
                                           GAsyncResult *result,
                                           GError **error);

/**
 * genlock_store_get:
 * @store: a store
 * @table: a table
 * @id: a row's id
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the row, live or deleted, with its children
 */
GenlockRecord *genlock_store_get (GenlockStore *store,
                                  const GenlockTable *table,
                                  const char *id,
                                  GError **error);

/**
 * genlock_store_find:
 * @store: a store
 * @table: a table
 * @name: an id, or the value of one of the table's name fields where that is unique
 * @parent_id: (nullable): only among the rows of this parent
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND, %GENLOCK_STORE_ERROR_AMBIGUOUS
 *
 * Returns: (transfer full) (nullable): the row, as genlock_store_get()
 */
GenlockRecord *genlock_store_find (GenlockStore *store,
                                   const GenlockTable *table,
                                   const char *name,
                                   const char *parent_id,
                                   GError **error);

/**
 * genlock_store_list:
 * @store: a store
 * @query: which rows
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type GenlockRecord): all of them with their
 *   children
 */
GPtrArray *genlock_store_list (GenlockStore *store,
                               const GenlockQuery *query,
                               GError **error);
void genlock_store_list_async (GenlockStore *store,
                               const GenlockQuery *query,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
GPtrArray *genlock_store_list_finish (GenlockStore *store,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * genlock_store_count_async:
 * @query: which rows; a filter on @field itself is not applied
 * @field: a field
 *
 * How many rows have which value of @field: the chips of a filter row, most first.
 */
void genlock_store_count_async (GenlockStore *store,
                                const GenlockQuery *query,
                                guint field,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);

/* (transfer full) (element-type GenlockCount) */
GArray *genlock_store_count_finish (GenlockStore *store,
                                    GAsyncResult *result,
                                    GError **error);

G_END_DECLS
