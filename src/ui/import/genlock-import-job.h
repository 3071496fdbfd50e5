/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long parts of an import, in workers: reading files, writing rows. */

#pragma once

#include "core/store/genlock-store.h"
#include "interchange/genlock-import.h"

G_BEGIN_DECLS

/**
 * GenlockImportJob:
 *
 * Reads files into a plan and compares that with the database, or carries a plan out.
 * Reference-counted (atomically).
 */
typedef struct _GenlockImportJob GenlockImportJob;

/**
 * genlock_import_job_new:
 * @store: the database
 * @files: a model of #GFile
 * @options: (nullable): what they are read with; copied
 *
 * Returns: (transfer full): a job that is to be run once
 */
GenlockImportJob *genlock_import_job_new (GenlockStore *store,
                                          GListModel *files,
                                          const GenlockImportOptions *options);

/* (transfer full): one that reads @bytes, called @name. */
GenlockImportJob *genlock_import_job_new_bytes (GenlockStore *store,
                                                const char *name,
                                                GBytes *bytes);

/**
 * genlock_import_job_new_plan:
 * @store: the database
 * @plan: a plan that was compared, which nobody touches until it is applied
 * @keep: whether the files are kept beside the database
 *
 * Returns: (transfer full): a job that is to be applied once
 */
GenlockImportJob *genlock_import_job_new_plan (GenlockStore *store,
                                               GenlockImportPlan *plan,
                                               gboolean keep);

GenlockImportJob *genlock_import_job_ref (GenlockImportJob *job);
void genlock_import_job_unref (GenlockImportJob *job);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockImportJob, genlock_import_job_unref)

void genlock_import_job_run_async (GenlockImportJob *job,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);

/**
 * genlock_import_job_run_finish:
 * @result: what the callback got
 * @error: #GenlockImportError, #GenlockStoreError, %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full) (nullable): a plan that is compared
 */
GenlockImportPlan *genlock_import_job_run_finish (GAsyncResult *result,
                                                  GError **error);

/* 0 to 1: how much is read, or applied; from the thread that started it. */
double genlock_import_job_get_fraction (GenlockImportJob *job);

/* (transfer none) (nullable) (element-type GenlockRecord): once it is done, the live shows, where
 * the plan asks into which one. */
GPtrArray *genlock_import_job_get_shows (GenlockImportJob *job);

/**
 * genlock_import_job_apply_async:
 * @job: one of genlock_import_job_new_plan()
 * @cancellable: (nullable): stops it with nothing imported
 *
 * Writes what is chosen in one transaction.
 */
void genlock_import_job_apply_async (GenlockImportJob *job,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);

/* (transfer full) (nullable): what changed. */
GenlockChanges *genlock_import_job_apply_finish (GAsyncResult *result,
                                                 GError **error);

G_END_DECLS
