/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped library, read once for all who need it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-shipped.h"

/* What was read last, and from where; it never changes. Whoever asks while it is being read waits
 * for it. */
static GMutex mutex;
static GenlockLibrary *library;
static char *library_folder;

/* (transfer full) (nullable) */
static GenlockLibrary *
read_once (const char *folder,
           GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GenlockLibrary *read;

  if (library != NULL && g_strcmp0 (library_folder, folder) == 0)
    return genlock_library_ref (library);

  read = genlock_library_new (folder, error);
  if (read == NULL)
    return NULL;

  g_clear_pointer (&library, genlock_library_unref);
  g_free (library_folder);
  library = genlock_library_ref (read);
  library_folder = g_strdup (folder);

  return read;
}

static void
read_cb (GTask *task,
         gpointer source,
         gpointer folder,
         GCancellable *cancellable)
{
  GError *error = NULL;
  GenlockLibrary *read = read_once (folder, &error);

  if (read != NULL)
    g_task_return_pointer (task, read, (GDestroyNotify) genlock_library_unref);
  else
    g_task_return_error (task, error);
}

void
genlock_shipped_load_async (GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, genlock_shipped_load_async);
  g_task_set_task_data (task, genlock_library_find_folder (), g_free);
  g_task_run_in_thread (task, read_cb);
}

GenlockLibrary *
genlock_shipped_load_finish (GAsyncResult *result,
                             GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
