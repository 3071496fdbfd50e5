/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a database file: the lock, the checks, the writing connection. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/store/genlock-ddl.h"
#include "core/store/genlock-migrate.h"
#include "core/store/genlock-store-files.h"

#define CHECK_INTERVAL ((gint64) 7 * 24 * 60 * 60) /* s */

static gint64
get_seconds (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

static gboolean
make_folder (const char *path,
             GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
               "The folder %s cannot be made: %s. Check the permissions of the folder above it.",
               folder, g_strerror (errno));

  return FALSE;
}

/* An empty file is what a first start leaves that was cut off. */
static gboolean
is_fresh (const char *path)
{
  GStatBuf status;

  return g_stat (path, &status) != 0 || status.st_size == 0;
}

static gboolean
quick_check (GenlockDatabase *database,
             GError **error)
{
  g_autoptr (GenlockStatement) statement = NULL;
  const char *found;

  statement = genlock_database_prepare (database, "PRAGMA quick_check(1)", error);
  if (statement == NULL || genlock_statement_step (statement, error) == GENLOCK_STATEMENT_FAILED)
    return FALSE;

  found = genlock_statement_read_text (statement, 0);
  if (g_strcmp0 (found, "ok") == 0)
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED,
               "The database is damaged (%s). Restore a backup or salvage what it still holds.",
               found);

  return FALSE;
}

/* What a first start leaves that was cut off before there was a write-ahead log: a rollback
 * journal, which no connection that only reads may play back. SQLite does it at the first look of
 * one that may write. */
static gboolean
play_back (const char *path,
           GError **error)
{
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autoptr (GenlockDatabase) database = NULL;

  if (!g_file_test (journal, G_FILE_TEST_EXISTS))
    return TRUE;

  database = genlock_database_open (path, GENLOCK_DATABASE_WRITE, error);

  return database != NULL;
}

/* Before anything is written: whose file it is, and whether it is whole. */
static gboolean
check_file (const char *path,
            GenlockLock *lock,
            GError **error)
{
  g_autoptr (GenlockDatabase) database = NULL;
  gint64 now = get_seconds ();
  guint version;

  if (is_fresh (path))
    {
      genlock_lock_set_checked (lock, now);
      return TRUE;
    }

  if (!play_back (path, error))
    return FALSE;

  database = genlock_database_open (path, GENLOCK_DATABASE_READ, error);
  if (database == NULL || !genlock_migrate_check_version (database, &version, error))
    return FALSE;

  if (genlock_lock_is_clean (lock) && ABS (now - genlock_lock_get_checked (lock)) < CHECK_INTERVAL)
    return TRUE;

  if (!quick_check (database, error))
    return FALSE;

  genlock_lock_set_checked (lock, now);

  return TRUE;
}

GenlockStoreFiles *
genlock_store_files_open (const char *path,
                          guint wait,
                          GError **error)
{
  g_autoptr (GenlockLock) lock = NULL;
  g_autoptr (GenlockDatabase) writer = NULL;
  GenlockStoreFiles *files;

  if (!make_folder (path, error))
    return NULL;

  lock = genlock_lock_take (path, wait, error);
  if (lock == NULL || !check_file (path, lock, error))
    return NULL;

  writer = genlock_database_open (path, GENLOCK_DATABASE_CREATE, error);
  if (writer == NULL || !genlock_migrate (writer, error))
    return NULL;

  files = g_new0 (GenlockStoreFiles, 1);
  files->lock = g_steal_pointer (&lock);
  files->writer = g_steal_pointer (&writer);

  return files;
}

void
genlock_store_files_close (GenlockStoreFiles *files)
{
  g_autoptr (GError) error = NULL;

  /* Closing does the same where nobody reads; this also where somebody does. */
  if (!genlock_database_execute (files->writer, "PRAGMA wal_checkpoint(PASSIVE)", &error))
    g_message ("Cannot write the log back into the database: %s", error->message);

  genlock_database_free (files->writer);
  genlock_lock_release (files->lock);
  g_free (files);
}

gboolean
genlock_store_files_check_readable (const char *path,
                                    GError **error)
{
  g_autoptr (GenlockDatabase) database = NULL;
  guint version;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
                   "There is no database %s.", path);
      return FALSE;
    }

  database = genlock_database_open (path, GENLOCK_DATABASE_READ, error);
  if (database == NULL || !genlock_migrate_check_version (database, &version, error))
    return FALSE;

  if (version == GENLOCK_DDL_VERSION)
    return TRUE;

  g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY,
                       N_("The database is from an older Genlock. Open it in this one for writing "
                          "first: that updates it."));

  return FALSE;
}
