/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading for a store in worker threads. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-store-private.h"

/* What a worker is handed, and what comes back. */
typedef struct
{
  GenlockStoreWork work;
  gpointer data; /* owned */
  GDestroyNotify free_data;
  GDestroyNotify free_result;
  GenlockReaders *readers; /* owned */
  GMainContext *context; /* owned */
  GTask *task; /* owned: only touched by the owner's thread */
  GCancellable *cancellable; /* owned, nullable */
  gpointer result;
  GError *error;
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  if (work->free_data != NULL && work->data != NULL)
    work->free_data (work->data);
  if (work->free_result != NULL && work->result != NULL)
    work->free_result (work->result);

  genlock_readers_unref (work->readers);
  g_main_context_unref (work->context);
  g_clear_object (&work->cancellable);
  g_clear_object (&work->task);
  g_clear_error (&work->error);
  g_free (work);
}

/* In the owner's thread. */
static gboolean
work_done_cb (gpointer user_data)
{
  Work *work = user_data;

  if (work->error != NULL)
    g_task_return_error (work->task, g_steal_pointer (&work->error));
  else
    g_task_return_pointer (work->task, g_steal_pointer (&work->result), work->free_result);

  return G_SOURCE_REMOVE;
}

/* Once what came of it is handed on, the owner's thread may have freed it. */
void
genlock_store_work_cb (gpointer data,
                       gpointer user_data)
{
  Work *work = data;
  g_autoptr (GMainContext) context = g_main_context_ref (work->context);
  g_autoptr (GSource) source = g_idle_source_new ();

  if (!g_cancellable_set_error_if_cancelled (work->cancellable, &work->error))
    work->result = work->work (work->readers, work->data, work->cancellable, &work->error);

  /* What was handed in may be what comes back. */
  if (work->result == work->data)
    work->data = NULL;

  if (work->task == NULL)
    {
      work_free (work);
      return;
    }

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, work_done_cb, work, work_free);
  g_source_attach (source, context);
}

static Work *
work_new (GenlockStore *store,
          GenlockStoreWork work,
          gpointer data,
          GDestroyNotify free_data)
{
  Work *handed = g_new0 (Work, 1);

  handed->work = work;
  handed->data = data;
  handed->free_data = free_data;
  handed->readers = genlock_readers_ref (store->readers);
  handed->context = g_main_context_ref (store->context);

  return handed;
}

void
genlock_store_run_async (GenlockStore *store,
                         GenlockStoreWork work,
                         gpointer data,
                         GDestroyNotify free_data,
                         GDestroyNotify free_result,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  Work *handed = work_new (store, work, data, free_data);

  handed->free_result = free_result;
  handed->task = g_task_new (store, cancellable, callback, user_data);
  g_set_object (&handed->cancellable, cancellable);
  g_task_set_source_tag (handed->task, genlock_store_run_async);

  if (store->workers != NULL)
    {
      g_thread_pool_push (store->workers, handed, NULL);
      return;
    }

  g_task_return_new_error (handed->task, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                           N_("The database is closed."));
  work_free (handed);
}

void
genlock_store_run_detached (GenlockStore *store,
                            GenlockStoreWork work,
                            gpointer data,
                            GDestroyNotify free_data)
{
  g_thread_pool_push (store->workers, work_new (store, work, data, free_data), NULL);
}

gpointer
genlock_store_run_finish (GenlockStore *store,
                          GAsyncResult *result,
                          GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
