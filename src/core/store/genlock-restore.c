/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts a backup in the place of a database, whose own file is kept. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <errno.h>
#include <glib/gstdio.h>

#include "core/model/genlock-instant.h"
#include "core/store/genlock-backup.h"
#include "core/store/genlock-lock.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-migrate.h"

/* How long to wait for another process that writes, in milliseconds. */
#define LOCK_WAIT 5000

static char *
add_ending (const char *path,
            const char *ending)
{
  return g_strconcat (path, ending, NULL);
}

static gboolean
copy_file (const char *from,
           const char *to,
           GError **error)
{
  g_autoptr (GFile) source = g_file_new_for_path (from);
  g_autoptr (GFile) target = g_file_new_for_path (to);

  return g_file_copy (source, target, G_FILE_COPY_NOFOLLOW_SYMLINKS, NULL, NULL, NULL, error)
         && genlock_backup_sync (to, error);
}

/* Folds the write-ahead log into the file. A damaged file is kept with its log as it is. */
static void
settle (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockDatabase) database = NULL;

  database = genlock_database_open (path, GENLOCK_DATABASE_WRITE, &error);
  if (database == NULL
      || !genlock_database_execute (database, "PRAGMA wal_checkpoint(TRUNCATE)", &error))
    g_info ("%s is kept with its log: %s", path, error->message);
}

static gboolean
keep (const char *path,
      GError **error)
{
  g_autofree char *now = genlock_instant_dup_now ();
  g_autofree char *ending = g_strconcat (".before-restore-", g_strdelimit (now, ":", '.'), NULL);
  g_autofree char *kept = add_ending (path, ending);
  g_autofree char *log = add_ending (path, "-wal");
  g_autofree char *kept_log = add_ending (kept, "-wal");

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    return TRUE;

  settle (path);

  return copy_file (path, kept, error)
         && (!g_file_test (log, G_FILE_TEST_EXISTS) || copy_file (log, kept_log, error));
}

/* The log of the old file must never be played into the new one, so it goes first: what it held
 * stands beside the kept copy. */
static gboolean
replace (const char *path,
         const char *fresh,
         GError **error)
{
  g_autofree char *log = add_ending (path, "-wal");
  g_autofree char *index = add_ending (path, "-shm");

  g_unlink (log);
  g_unlink (index);

  if (g_rename (fresh, path) != 0)
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   "Cannot replace %s: %s", path, g_strerror (errno));
      return FALSE;
    }

  return genlock_backup_sync (path, error);
}

/* A whole copy of the backup beside @path, of a version that this program can read. */
static gboolean
bring (const char *backup,
       const char *fresh,
       GError **error)
{
  g_autoptr (GenlockDatabase) source = NULL;
  guint version;

  if (!g_file_test (backup, G_FILE_TEST_IS_REGULAR))
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   "There is no backup %s.", backup);
      return FALSE;
    }

  if (!genlock_backup_check (backup, error))
    return FALSE;

  source = genlock_database_open (backup, GENLOCK_DATABASE_READ, error);

  return source != NULL
         && genlock_migrate_check_version (source, &version, error)
         && genlock_backup_copy (source, fresh, NULL, error);
}

gboolean
genlock_database_restore (const char *path,
                          const char *backup,
                          GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *fresh = add_ending (path, ".restoring");
  g_autoptr (GenlockLock) lock = NULL;
  gboolean done;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED, "Cannot make %s: %s",
                   folder, g_strerror (errno));
      return FALSE;
    }

  lock = genlock_lock_take (path, LOCK_WAIT, error);
  if (lock == NULL)
    return FALSE;

  done = bring (backup, fresh, error) && keep (path, error) && replace (path, fresh, error);
  g_unlink (fresh);

  return done;
}
