/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The long parts of an import, in workers: reading files, writing rows. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-productions.h"
#include "ui/import/genlock-import-job.h"

struct _GenlockImportJob
{
  gatomicrefcount references;
  GenlockStore *store; /* owned */
  GPtrArray *files; /* owned (element-type GFile) */
  char *name; /* owned, nullable: of the bytes */
  GBytes *bytes; /* owned, nullable: in place of files */
  GenlockRecord *production; /* owned, nullable */
  char *show_name; /* owned, nullable */
  char *client; /* owned, nullable */
  char **answers; /* owned, nullable */
  int permille; /* atomic: how much is read */
  GPtrArray *shows; /* owned, nullable (element-type GenlockRecord) */
  GenlockImportPlan *plan; /* owned, nullable: to be applied */
  GenlockBatch *batch; /* owned, nullable: what is being applied; only touched by the caller */
  gboolean keep;
};

static GenlockImportJob *
job_new (GenlockStore *store)
{
  GenlockImportJob *job = g_new0 (GenlockImportJob, 1);

  g_atomic_ref_count_init (&job->references);
  job->store = g_object_ref (store);
  job->files = g_ptr_array_new_with_free_func (g_object_unref);

  return job;
}

GenlockImportJob *
genlock_import_job_new (GenlockStore *store,
                        GListModel *files,
                        const GenlockImportOptions *options)
{
  GenlockImportJob *job = job_new (store);

  for (guint i = 0; i < g_list_model_get_n_items (files); i++)
    g_ptr_array_add (job->files, g_list_model_get_item (files, i));
  if (options == NULL)
    return job;

  if (options->production != NULL)
    job->production = genlock_record_ref (options->production);
  job->show_name = g_strdup (options->show_name);
  job->client = g_strdup (options->client);
  job->answers = g_strdupv ((char **) options->answers);

  return job;
}

GenlockImportJob *
genlock_import_job_new_bytes (GenlockStore *store,
                              const char *name,
                              GBytes *bytes)
{
  GenlockImportJob *job = job_new (store);

  job->name = g_strdup (name);
  job->bytes = g_bytes_ref (bytes);

  return job;
}

GenlockImportJob *
genlock_import_job_new_plan (GenlockStore *store,
                             GenlockImportPlan *plan,
                             gboolean keep)
{
  GenlockImportJob *job = job_new (store);

  job->plan = genlock_import_plan_ref (plan);
  job->keep = keep;

  return job;
}

GenlockImportJob *
genlock_import_job_ref (GenlockImportJob *job)
{
  g_atomic_ref_count_inc (&job->references);

  return job;
}

void
genlock_import_job_unref (GenlockImportJob *job)
{
  if (!g_atomic_ref_count_dec (&job->references))
    return;

  g_object_unref (job->store);
  g_ptr_array_unref (job->files);
  g_free (job->name);
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_clear_pointer (&job->production, genlock_record_unref);
  g_free (job->show_name);
  g_free (job->client);
  g_strfreev (job->answers);
  g_clear_pointer (&job->shows, g_ptr_array_unref);
  g_clear_pointer (&job->plan, genlock_import_plan_unref);
  g_clear_pointer (&job->batch, genlock_batch_unref);
  g_free (job);
}

static void
progress_cb (double fraction,
             gpointer user_data)
{
  GenlockImportJob *job = user_data;

  g_atomic_int_set (&job->permille, (int) (fraction * 1000));
}

/* (transfer full) (nullable) (array zero-terminated=1) */
static char **
dup_paths (GenlockImportJob *job,
           GError **error)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < job->files->len; i++)
    {
      GFile *file = g_ptr_array_index (job->files, i);
      char *path = g_file_get_path (file);

      if (path == NULL)
        {
          g_autofree char *name = g_file_get_parse_name (file);

          g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                       _("“%s” is not on this computer: copy it here first"), name);
          return NULL;
        }
      g_ptr_array_add (paths, path);
    }
  g_ptr_array_add (paths, NULL);

  return (char **) g_ptr_array_steal (paths, NULL);
}

static GenlockImportPlan *
read_files (GenlockImportJob *job,
            GCancellable *cancellable,
            GError **error)
{
  const GenlockImportOptions options = {
    .production = job->production,
    .show_name = job->show_name,
    .client = job->client,
    .answers = (const char * const *) job->answers,
  };
  g_auto (GStrv) paths = NULL;

  if (job->bytes != NULL)
    return genlock_import_read_bytes (job->name, job->bytes, &options, cancellable, error);

  paths = dup_paths (job, error);
  if (paths == NULL)
    return NULL;

  return genlock_import_read ((const char * const *) paths, &options, cancellable, progress_cb,
                              job, error);
}

static GenlockImportPlan *
read_and_compare (GenlockImportJob *job,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (GenlockImportPlan) plan = read_files (job, cancellable, error);

  if (plan == NULL || !genlock_import_plan_compare (plan, job->store, cancellable, error))
    return NULL;

  if (genlock_import_plan_asks_show (plan))
    {
      g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);

      job->shows = genlock_store_list (job->store, query, error);
      if (job->shows == NULL)
        return NULL;
    }

  return g_steal_pointer (&plan);
}

static void
run_in_thread (GTask *task,
               gpointer source,
               gpointer task_data,
               GCancellable *cancellable)
{
  GError *error = NULL;
  GenlockImportPlan *plan = read_and_compare (task_data, cancellable, &error);

  if (plan != NULL)
    g_task_return_pointer (task, plan, (GDestroyNotify) genlock_import_plan_unref);
  else
    g_task_return_error (task, error);
}

void
genlock_import_job_run_async (GenlockImportJob *job,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, genlock_import_job_run_async);
  g_task_set_task_data (task, genlock_import_job_ref (job),
                        (GDestroyNotify) genlock_import_job_unref);
  g_task_run_in_thread (task, run_in_thread);
}

GenlockImportPlan *
genlock_import_job_run_finish (GAsyncResult *result,
                               GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

double
genlock_import_job_get_fraction (GenlockImportJob *job)
{
  if (job->batch != NULL)
    return genlock_batch_get_fraction (job->batch);

  return g_atomic_int_get (&job->permille) / 1000.0;
}

GPtrArray *
genlock_import_job_get_shows (GenlockImportJob *job)
{
  return job->shows;
}

static void
applied_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GenlockImportJob *job = g_task_get_task_data (task);
  GError *error = NULL;
  GenlockChanges *changes = genlock_store_apply_finish (GENLOCK_STORE (source), result, &error);

  if (changes != NULL)
    {
      g_task_return_pointer (task, changes, (GDestroyNotify) genlock_changes_unref);
      return;
    }

  genlock_import_plan_drop_originals (job->plan);
  g_task_return_error (task, error);
}

/* Gathers what is chosen; a batch of 100,000 rows takes longer than a frame. */
static void
build_in_thread (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  GenlockImportJob *job = task_data;
  GError *error = NULL;

  if (job->keep
      && !genlock_import_plan_keep_originals (job->plan, genlock_store_get_path (job->store),
                                              &error))
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, genlock_import_plan_build_batch (job->plan),
                           (GDestroyNotify) genlock_batch_unref);
}

static void
built_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GenlockImportJob *job = g_task_get_task_data (task);
  GCancellable *cancellable;
  GError *error = NULL;
  g_autoptr (GenlockBatch) batch = g_task_propagate_pointer (G_TASK (result), &error);

  if (batch == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job->batch = genlock_batch_ref (batch);
  cancellable = g_task_get_cancellable (task);
  genlock_store_apply_async (job->store, batch, cancellable, applied_cb, g_steal_pointer (&task));
}

void
genlock_import_job_apply_async (GenlockImportJob *job,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (GTask) building = g_task_new (NULL, cancellable, built_cb, task);

  g_task_set_source_tag (task, genlock_import_job_apply_async);
  g_task_set_task_data (task, genlock_import_job_ref (job),
                        (GDestroyNotify) genlock_import_job_unref);
  /* What was written stays written, also when somebody cancels at that moment. */
  g_task_set_check_cancellable (task, FALSE);
  /* The task for the caller keeps the job until the other is done. */
  g_task_set_task_data (building, job, NULL);
  g_task_run_in_thread (building, build_in_thread);
}

GenlockChanges *
genlock_import_job_apply_finish (GAsyncResult *result,
                                 GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
