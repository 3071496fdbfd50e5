/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store thread: does one transaction after the other on the connection that writes. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-transaction.h"
#include "core/store/genlock-undo.h"
#include "core/store/genlock-writer.h"

struct _GenlockWriter
{
  GThread *thread; /* owned */
  GAsyncQueue *jobs; /* owned (element-type GenlockJob) */
  GenlockDatabase *database; /* unowned */
  GenlockWriterDone done;
  gpointer user_data;
};

/* Pushed to say that no job follows. */
static GenlockJob last_job;

GenlockJob *
genlock_job_new (GenlockJobKind kind,
                 const char *author,
                 GCancellable *cancellable)
{
  GenlockJob *job = g_new0 (GenlockJob, 1);

  g_atomic_ref_count_init (&job->ref_count);
  job->kind = kind;
  job->author = g_strdup (author);
  g_set_object (&job->cancellable, cancellable);

  return job;
}

GenlockJob *
genlock_job_ref (GenlockJob *job)
{
  g_atomic_ref_count_inc (&job->ref_count);

  return job;
}

void
genlock_job_unref (GenlockJob *job)
{
  if (!g_atomic_ref_count_dec (&job->ref_count))
    return;

  g_clear_pointer (&job->batch, genlock_batch_unref);
  g_clear_pointer (&job->changes, genlock_changes_unref);
  g_clear_object (&job->cancellable);
  g_clear_object (&job->task);
  g_clear_error (&job->error);
  genlock_step_clear (&job->undo);
  genlock_step_clear (&job->redo);
  g_free (job->author);
  g_free (job);
}

static GenlockChanges *
run_job (GenlockDatabase *database,
         GenlockJob *job)
{
  const char *device = g_get_host_name ();

  switch (job->kind)
    {
    case GENLOCK_JOB_APPLY:
      return genlock_transaction_apply (database, job->batch, job->author, device,
                                        job->cancellable, &job->error);

    case GENLOCK_JOB_UNDO:
      return genlock_undo_run (database, job->step, job->author, device, job->cancellable,
                               &job->error);

    case GENLOCK_JOB_REDO:
      return genlock_undo_run_redo (database, job->author, device, job->cancellable,
                                    &job->error);
    }

  g_assert_not_reached ();
}

static gpointer
run_thread (gpointer user_data)
{
  GenlockWriter *writer = user_data;

  for (;;)
    {
      GenlockJob *job = g_async_queue_pop (writer->jobs);

      if (job == &last_job)
        return NULL;

      job->changes = run_job (writer->database, job);
      if (job->changes != NULL)
        {
          genlock_undo_peek (writer->database, FALSE, &job->undo, NULL);
          genlock_undo_peek (writer->database, TRUE, &job->redo, NULL);
        }

      writer->done (job, writer->user_data);
    }
}

GenlockWriter *
genlock_writer_new (GenlockDatabase *database,
                    GenlockWriterDone done,
                    gpointer user_data)
{
  GenlockWriter *writer = g_new0 (GenlockWriter, 1);

  writer->jobs = g_async_queue_new ();
  writer->database = database;
  writer->done = done;
  writer->user_data = user_data;
  writer->thread = g_thread_new ("genlock-store", run_thread, writer);

  return writer;
}

void
genlock_writer_free (GenlockWriter *writer)
{
  g_async_queue_push (writer->jobs, &last_job);
  g_thread_join (writer->thread);
  g_async_queue_unref (writer->jobs);
  g_free (writer);
}

void
genlock_writer_push (GenlockWriter *writer,
                     GenlockJob *job)
{
  g_async_queue_push (writer->jobs, job);
}
