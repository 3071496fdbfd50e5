/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store without the lock looks for: others' commits, and the lock getting free. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-store-watch.h"

struct _GenlockStoreWatch
{
  char *path; /* owned */
  gboolean take_lock;
  GenlockDatabase *database; /* owned, nullable */
  gint64 version;            /* of the data, as the connection counts */
  gboolean changed;
  GenlockStoreFiles *files; /* owned, nullable */
};

GenlockStoreWatch *
genlock_store_watch_new (const char *path,
                         gboolean take_lock)
{
  GenlockStoreWatch *watch = g_new0 (GenlockStoreWatch, 1);

  watch->path = g_strdup (path);
  watch->take_lock = take_lock;
  watch->database = genlock_database_open (path, GENLOCK_DATABASE_READ, NULL);
  if (watch->database != NULL)
    watch->version = genlock_database_get_data_version (watch->database);

  return watch;
}

void
genlock_store_watch_free (GenlockStoreWatch *watch)
{
  g_clear_pointer (&watch->database, genlock_database_free);
  g_clear_pointer (&watch->files, genlock_store_files_close);
  g_free (watch->path);
  g_free (watch);
}

static void
try_lock (GenlockStoreWatch *watch)
{
  g_autoptr (GError) error = NULL;

  if (!watch->take_lock)
    return;

  watch->files = genlock_store_files_open (watch->path, 0, &error);

  /* What has to be said of a damaged file was said when it was opened for reading. */
  if (watch->files == NULL && !g_error_matches (error, GENLOCK_STORE_ERROR,
                                                GENLOCK_STORE_ERROR_LOCKED))
    g_debug ("Cannot take over the database: %s", error->message);
}

void
genlock_store_watch_look (GenlockStoreWatch *watch)
{
  gint64 version = 0;

  if (watch->database == NULL)
    watch->database = genlock_database_open (watch->path, GENLOCK_DATABASE_READ, NULL);
  if (watch->database != NULL)
    version = genlock_database_get_data_version (watch->database);

  watch->changed = version != watch->version;
  watch->version = version;

  try_lock (watch);
}

gboolean
genlock_store_watch_saw_change (GenlockStoreWatch *watch)
{
  return watch->changed;
}

GenlockStoreFiles *
genlock_store_watch_steal_files (GenlockStoreWatch *watch)
{
  return g_steal_pointer (&watch->files);
}
