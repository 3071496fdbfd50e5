/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store thread: does one transaction after the other on the connection that writes. */

#pragma once

#include <gio/gio.h>

#include "core/store/genlock-batch.h"
#include "core/store/genlock-changes.h"
#include "core/store/genlock-database.h"
#include "core/store/genlock-step.h"

G_BEGIN_DECLS

typedef enum
{
  GENLOCK_JOB_APPLY,
  GENLOCK_JOB_UNDO,
  GENLOCK_JOB_REDO,
} GenlockJobKind;

/**
 * GenlockJob:
 *
 * A transaction to do, then what came of it. Reference-counted (atomically); its first part is
 * not changed once it is pushed, its second not once it is done.
 */
typedef struct
{
  gatomicrefcount ref_count;

  GenlockJobKind kind;
  GenlockBatch *batch;       /* owned, nullable: to apply */
  gint64 step;               /* to undo */
  char *author;              /* owned, nullable */
  GCancellable *cancellable; /* owned, nullable */
  GTask *task;               /* owned, nullable: only touched by the owner's thread */

  GenlockChanges *changes; /* owned, nullable */
  GError *error;           /* owned, nullable */
  GenlockStep undo;        /* the steps after it; ids are 0 where it failed */
  GenlockStep redo;
  gboolean finished;       /* guarded by whoever waits for it */
} GenlockJob;

GenlockJob *genlock_job_new (GenlockJobKind kind,
                             const char *author,
                             GCancellable *cancellable);
GenlockJob *genlock_job_ref (GenlockJob *job);
void genlock_job_unref (GenlockJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockJob, genlock_job_unref)

typedef struct _GenlockWriter GenlockWriter;

/* Called in the store thread. @job: (transfer full) */
typedef void (*GenlockWriterDone) (GenlockJob *job,
                                   gpointer user_data);

/**
 * genlock_writer_new:
 * @database: (transfer none): the connection that writes; nobody else uses it until the writer
 *   is freed
 *
 * Returns: (transfer full): the running store thread
 */
GenlockWriter *genlock_writer_new (GenlockDatabase *database,
                                   GenlockWriterDone done,
                                   gpointer user_data);

/* Waits until everything that was pushed is done. */
void genlock_writer_free (GenlockWriter *writer);

/* @job: (transfer full) */
void genlock_writer_push (GenlockWriter *writer,
                          GenlockJob *job);

G_END_DECLS
