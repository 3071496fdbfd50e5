/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changing what a store holds, on its store thread. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/store/genlock-store-private.h"
#include "core/store/genlock-undo.h"

static gboolean
step_equal (const GenlockStep *a,
            const GenlockStep *b)
{
  return a->id == b->id && a->n_rows == b->n_rows && g_strcmp0 (a->name, b->name) == 0;
}

/* Takes over what is in @undo and @redo. */
static void
take_steps (GenlockStore *self,
            GenlockStep *undo,
            GenlockStep *redo)
{
  gboolean differs = !step_equal (&self->steps[FALSE], undo)
                     || !step_equal (&self->steps[TRUE], redo);

  genlock_step_clear (&self->steps[FALSE]);
  genlock_step_clear (&self->steps[TRUE]);
  self->steps[FALSE] = *undo;
  self->steps[TRUE] = *redo;
  memset (undo, 0, sizeof *undo);
  memset (redo, 0, sizeof *redo);

  if (differs)
    genlock_store_emit_undo_changed (self);
}

static GenlockJob *
next_untold (GenlockStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  GenlockJob *job = g_queue_peek_nth (&self->outbox, self->n_told);

  if (job == NULL)
    return NULL;

  self->n_told++;

  return genlock_job_ref (job);
}

/* Emits "changed" for every job that is done, in the order in which they were. */
static void
tell_changes (GenlockStore *self)
{
  GenlockJob *next;

  while ((next = next_untold (self)) != NULL)
    {
      g_autoptr (GenlockJob) job = next;

      if (job->changes == NULL)
        continue;

      take_steps (self, &job->undo, &job->redo);
      if (genlock_changes_get_length (job->changes) > 0)
        genlock_store_emit_changed (self, job->changes);
    }
}

static GenlockJob *
next_told (GenlockStore *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->n_told == 0)
    return NULL;

  self->n_told--;

  return g_queue_pop_head (&self->outbox);
}

static void
return_job (GenlockJob *job)
{
  if (job->task == NULL)
    return;

  if (job->error != NULL)
    g_task_return_error (job->task, g_steal_pointer (&job->error));
  else
    g_task_return_pointer (job->task, genlock_changes_ref (job->changes),
                           (GDestroyNotify) genlock_changes_unref);
}

static gboolean
empty_outbox_cb (gpointer user_data)
{
  g_autoptr (GenlockStore) self = g_object_ref (user_data);
  GenlockJob *next;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->outbox_source, g_source_unref);
  g_mutex_unlock (&self->mutex);

  tell_changes (self);

  while ((next = next_told (self)) != NULL)
    {
      g_autoptr (GenlockJob) job = next;

      return_job (job);
    }

  return G_SOURCE_REMOVE;
}

/* In the store thread. */
void
genlock_store_job_done_cb (GenlockJob *job,
                           gpointer user_data)
{
  GenlockStore *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  job->finished = TRUE;
  g_queue_push_tail (&self->outbox, job);
  g_cond_broadcast (&self->done);

  if (self->outbox_source != NULL)
    return;

  self->outbox_source = g_idle_source_new ();
  g_source_set_priority (self->outbox_source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->outbox_source, empty_outbox_cb, self, NULL);
  g_source_attach (self->outbox_source, self->context);
}

void
genlock_store_read_steps (GenlockStore *store)
{
  GenlockDatabase *database = genlock_readers_borrow (store->readers, TRUE, NULL);
  g_auto (GenlockStep) undo = { 0 };
  g_auto (GenlockStep) redo = { 0 };

  if (database == NULL)
    return;

  if (genlock_undo_peek (database, FALSE, &undo, NULL)
      && genlock_undo_peek (database, TRUE, &redo, NULL))
    take_steps (store, &undo, &redo);

  genlock_readers_return (store->readers, database);
}

/* FALSE with an error where this store may not write. */
static gboolean
check_writable (GenlockStore *store,
                GError **error)
{
  if (store->writer != NULL)
    return TRUE;

  if (store->closed)
    g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                         N_("The database is closed."));
  else
    g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY,
                         N_("The database is open for reading only. Close Genlock where it is "
                            "open for writing, then try again."));

  return FALSE;
}

/* @job: (transfer full) */
static GenlockChanges *
run_job (GenlockStore *store,
         GenlockJob *job,
         GError **error)
{
  g_autoptr (GenlockJob) mine = job;

  if (!check_writable (store, error))
    return NULL;

  g_mutex_lock (&store->mutex);
  genlock_writer_push (store->writer, genlock_job_ref (job));
  while (!job->finished)
    g_cond_wait (&store->done, &store->mutex);
  g_mutex_unlock (&store->mutex);

  tell_changes (store);

  if (job->error != NULL)
    {
      g_propagate_error (error, g_steal_pointer (&job->error));
      return NULL;
    }

  return genlock_changes_ref (job->changes);
}

/* @job: (transfer full) */
static void
push_job (GenlockStore *store,
          GenlockJob *job,
          gpointer tag,
          GAsyncReadyCallback callback,
          gpointer user_data)
{
  GError *error = NULL;

  job->task = g_task_new (store, job->cancellable, callback, user_data);
  g_task_set_source_tag (job->task, tag);

  /* What was committed is committed, whatever was cancelled since. */
  g_task_set_check_cancellable (job->task, FALSE);

  if (check_writable (store, &error))
    {
      genlock_writer_push (store->writer, job);
      return;
    }

  g_task_return_error (job->task, error);
  genlock_job_unref (job);
}

static GenlockJob *
make_apply (GenlockStore *store,
            GenlockBatch *batch,
            GCancellable *cancellable)
{
  GenlockJob *job = genlock_job_new (GENLOCK_JOB_APPLY, store->author, cancellable);

  job->batch = genlock_batch_ref (batch);

  return job;
}

static GenlockJob *
make_undo (GenlockStore *store,
           gint64 step)
{
  GenlockJob *job = genlock_job_new (GENLOCK_JOB_UNDO, store->author, NULL);

  job->step = step;

  return job;
}

GenlockChanges *
genlock_store_apply (GenlockStore *store,
                     GenlockBatch *batch,
                     GCancellable *cancellable,
                     GError **error)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);
  g_return_val_if_fail (batch != NULL, NULL);

  return run_job (store, make_apply (store, batch, cancellable), error);
}

void
genlock_store_apply_async (GenlockStore *store,
                           GenlockBatch *batch,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));
  g_return_if_fail (batch != NULL);

  push_job (store, make_apply (store, batch, cancellable), genlock_store_apply_async, callback,
            user_data);
}

GenlockChanges *
genlock_store_apply_finish (GenlockStore *store,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
genlock_store_get_step (GenlockStore *store,
                        gboolean redo,
                        GenlockStep *step)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));

  *step = store->steps[redo ? TRUE : FALSE];
  step->name = g_strdup (step->name);
}

GenlockChanges *
genlock_store_undo (GenlockStore *store,
                    gint64 step,
                    GError **error)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);

  return run_job (store, make_undo (store, step), error);
}

GenlockChanges *
genlock_store_redo (GenlockStore *store,
                    GError **error)
{
  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);

  return run_job (store, genlock_job_new (GENLOCK_JOB_REDO, store->author, NULL), error);
}

void
genlock_store_undo_async (GenlockStore *store,
                          gint64 step,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));

  push_job (store, make_undo (store, step), genlock_store_undo_async, callback, user_data);
}

void
genlock_store_redo_async (GenlockStore *store,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_return_if_fail (GENLOCK_IS_STORE (store));

  push_job (store, genlock_job_new (GENLOCK_JOB_REDO, store->author, NULL),
            genlock_store_redo_async, callback, user_data);
}

GenlockChanges *
genlock_store_undo_finish (GenlockStore *store,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
