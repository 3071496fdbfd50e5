/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files this process has open through SQLite, which nothing else in it may touch. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gstdio.h>

#include "core/store/genlock-open-files.h"

static GMutex mutex;
static GHashTable *counts; /* owned (element-type filename guint), nullable: how often */

void
genlock_open_files_add (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint count;

  if (counts == NULL)
    counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, path));
  g_hash_table_insert (counts, g_strdup (path), GUINT_TO_POINTER (count + 1));
}

void
genlock_open_files_remove (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, path));

  if (count > 1)
    g_hash_table_insert (counts, g_strdup (path), GUINT_TO_POINTER (count - 1));
  else
    g_hash_table_remove (counts, path);

  if (g_hash_table_size (counts) == 0)
    g_clear_pointer (&counts, g_hash_table_unref);
}

static gboolean
is_one_of (const GStatBuf *file,
           const char *database)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal", ".lock" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (database, endings[i], NULL);
      GStatBuf other;

      if (g_stat (path, &other) == 0
          && other.st_dev == file->st_dev && other.st_ino == file->st_ino)
        return TRUE;
    }

  return FALSE;
}

gboolean
genlock_open_files_has (const char *path)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  GHashTableIter iter;
  gpointer database;
  GStatBuf file;

  if (counts == NULL || g_stat (path, &file) != 0)
    return FALSE;

  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &database, NULL))
    if (is_one_of (&file, database))
      return TRUE;

  return FALSE;
}

gboolean
genlock_open_files_is_part_of (const char *path,
                               const char *database)
{
  GStatBuf file;

  return g_stat (path, &file) == 0 && is_one_of (&file, database);
}
