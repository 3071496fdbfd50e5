/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a store in each of its modes. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-store-private.h"

#define LOCK_WAIT 5000 /* ms */

/* In any thread. @files: (out) (nullable): none where the store is only to read */
static gboolean
open_files (const char *path,
            GenlockStoreMode mode,
            GenlockStoreFiles **files,
            GError **error)
{
  g_autoptr (GError) locked = NULL;
  guint wait = mode == GENLOCK_STORE_WRITE ? LOCK_WAIT : 0;

  *files = NULL;
  if (mode != GENLOCK_STORE_READ)
    {
      *files = genlock_store_files_open (path, wait, &locked);
      if (*files != NULL)
        return TRUE;

      if (mode == GENLOCK_STORE_WRITE
          || (!g_error_matches (locked, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED)
              && !g_error_matches (locked, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY)))
        {
          g_propagate_error (error, g_steal_pointer (&locked));
          return FALSE;
        }
    }

  return genlock_store_files_check_readable (path, error);
}

GenlockStore *
genlock_store_open (const char *path,
                    GenlockStoreMode mode,
                    GError **error)
{
  GenlockStoreFiles *files;

  g_return_val_if_fail (path != NULL, NULL);

  if (!open_files (path, mode, &files, error))
    return NULL;

  return genlock_store_new_for_files (path, mode, files);
}

typedef struct
{
  char *path; /* owned */
  GenlockStoreMode mode;
  GenlockStoreFiles *files; /* owned, nullable */
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  g_clear_pointer (&opening->files, genlock_store_files_close);
  g_free (opening->path);
  g_free (opening);
}

static void
open_in_thread (GTask *task,
                gpointer source_object,
                gpointer task_data,
                GCancellable *cancellable)
{
  Opening *opening = task_data;
  g_autoptr (GError) error = NULL;

  if (open_files (opening->path, opening->mode, &opening->files, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
genlock_store_open_async (const char *path,
                          GenlockStoreMode mode,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Opening *opening = g_new0 (Opening, 1);

  opening->path = g_strdup (path);
  opening->mode = mode;
  g_task_set_source_tag (task, genlock_store_open_async);
  g_task_set_task_data (task, opening, opening_free);
  g_task_run_in_thread (task, open_in_thread);
}

GenlockStore *
genlock_store_open_finish (GAsyncResult *result,
                           GError **error)
{
  Opening *opening = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_async_result_is_tagged (result, genlock_store_open_async), NULL);

  if (!g_task_propagate_boolean (G_TASK (result), error))
    return NULL;

  return genlock_store_new_for_files (opening->path, opening->mode,
                                      g_steal_pointer (&opening->files));
}
