/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How others in this folder read from a store. */

#pragma once

#include "core/store/genlock-readers.h"
#include "core/store/genlock-scope-sizes.h"
#include "core/store/genlock-store-files.h"
#include "core/store/genlock-store-watch.h"
#include "core/store/genlock-store.h"
#include "core/store/genlock-writer.h"

G_BEGIN_DECLS

struct _GenlockStore
{
  GObject parent_instance;

  char *path; /* owned */
  GenlockStoreMode mode;
  char *author; /* owned, nullable */
  GMainContext *context; /* owned: of the thread that opened the store */
  GThread *owner; /* unowned: that thread */
  gboolean closed;

  GenlockReaders *readers; /* owned */
  GenlockScopeSizes *sizes; /* owned */
  GThreadPool *workers; /* owned */
  GenlockStoreFiles *files; /* owned, nullable: where this store may write */
  GenlockWriter *writer; /* owned, nullable */
  GenlockStep steps[2]; /* what undo and redo would do */

  GSource *backup_source; /* owned, nullable: while this store may write */
  GSource *watch_source; /* owned, nullable: while this store may not write */
  GenlockStoreWatch *watch; /* owned, nullable: with a worker while @watching */
  gboolean watching;

  /* Between the store thread and the owner's. */
  GMutex mutex;
  GCond done;
  GQueue outbox; /* owned (element-type GenlockJob): done, not all of it told yet */
  guint n_told; /* of the jobs in the outbox, from its head, "changed" was emitted */
  GSource *outbox_source; /* owned, nullable: will empty the outbox */
};

/* @files: (transfer full) (nullable): none where the store is only to read. In the owner's
 * thread. */
GenlockStore *genlock_store_new_for_files (const char *path,
                                           GenlockStoreMode mode,
                                           GenlockStoreFiles *files);

/* For GenlockWriter: takes what came of a job, in the store thread. */
void genlock_store_job_done_cb (GenlockJob *job,
                                gpointer user_data);

/* For the pool of workers. */
void genlock_store_work_cb (gpointer data,
                            gpointer user_data);

/* Reads anew what undo and redo would do. */
void genlock_store_read_steps (GenlockStore *store);

void genlock_store_emit_changed (GenlockStore *store,
                                 GenlockChanges *changes);
void genlock_store_emit_undo_changed (GenlockStore *store);

/**
 * GenlockStoreWork:
 * @readers: where to borrow a connection
 * @data: what was handed in
 * @cancellable: (nullable): to be handed on to the connection
 * @error: #GenlockStoreError
 *
 * Runs in a worker thread.
 *
 * Returns: (transfer full) (nullable): the result, which may be @data; %NULL with @error set
 */
typedef gpointer (*GenlockStoreWork) (GenlockReaders *readers,
                                      gpointer data,
                                      GCancellable *cancellable,
                                      GError **error);

/**
 * genlock_store_run_async:
 * @store: a store
 * @work: what to do
 * @data: (transfer full): for it; freed in the owner's thread
 * @free_data: for @data
 * @free_result: for a result that nobody takes
 *
 * Unlike g_task_run_in_thread() this leaves no reference to be dropped in the worker's thread.
 */
void genlock_store_run_async (GenlockStore *store,
                              GenlockStoreWork work,
                              gpointer data,
                              GDestroyNotify free_data,
                              GDestroyNotify free_result,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* The same where nobody waits for what comes of it, unless the store is closed. */
void genlock_store_run_detached (GenlockStore *store,
                                 GenlockStoreWork work,
                                 gpointer data,
                                 GDestroyNotify free_data);

/* (transfer full) (nullable) */
gpointer genlock_store_run_finish (GenlockStore *store,
                                   GAsyncResult *result,
                                   GError **error);

G_END_DECLS
