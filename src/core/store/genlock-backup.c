/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a database in the folder "backups" beside it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/model/genlock-instant.h"
#include "core/store/genlock-backup.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-open-files.h"

/* Pages copied between two looks at the cancellable. */
#define PAGES 4096

#define DAILY "daily-"
#define BEFORE_MIGRATION "before-migration-"

static gboolean
set_failed (GError **error,
            const char *what,
            const char *path)
{
  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED, "%s %s: %s", what, path,
               g_strerror (errno));

  return FALSE;
}

static gboolean
sync_path (const char *path,
           int flags,
           GError **error)
{
  int descriptor = open (path, flags | O_CLOEXEC);
  gboolean done = descriptor >= 0 && fsync (descriptor) == 0;

  if (!done)
    set_failed (error, "Cannot save", path);
  if (descriptor >= 0)
    close (descriptor);

  return done;
}

gboolean
genlock_backup_sync (const char *path,
                     GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  return sync_path (path, O_RDONLY, error) && sync_path (folder, O_RDONLY | O_DIRECTORY, error);
}

static gboolean
copy_pages (GenlockDatabase *source,
            GenlockDatabase *target,
            GCancellable *cancellable,
            GError **error)
{
  sqlite3 *handle = genlock_database_get_handle (target);
  sqlite3_backup *backup = sqlite3_backup_init (handle, "main",
                                                genlock_database_get_handle (source), "main");
  int code = SQLITE_OK;
  gboolean cancelled = FALSE;

  while (backup != NULL && (code == SQLITE_OK || code == SQLITE_BUSY || code == SQLITE_LOCKED))
    {
      cancelled = g_cancellable_set_error_if_cancelled (cancellable, error);
      if (cancelled)
        break;

      code = sqlite3_backup_step (backup, PAGES);
    }

  if (backup == NULL)
    code = sqlite3_errcode (handle);
  else
    sqlite3_backup_finish (backup);

  if (cancelled)
    return FALSE;

  if (code != SQLITE_DONE)
    genlock_store_error_set_sqlite (error, code, sqlite3_errstr (code));

  return code == SQLITE_DONE;
}

gboolean
genlock_backup_check (const char *path,
                      GError **error)
{
  g_autoptr (GenlockDatabase) database = genlock_database_open (path, GENLOCK_DATABASE_READ, error);
  gint64 application_id;
  gint64 n_whole;

  if (database == NULL
      || !genlock_database_query_int (database, "PRAGMA application_id", &application_id, error))
    return FALSE;

  if (application_id != GENLOCK_DATABASE_APPLICATION_ID)
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN,
                   "%s is no database of Genlock. Choose another file.", path);
      return FALSE;
    }

  if (!genlock_database_query_int (database,
                                   "SELECT count(*) FROM pragma_quick_check "
                                   "WHERE quick_check = 'ok'", &n_whole, error))
    return FALSE;

  if (n_whole == 1)
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED,
               "%s is damaged. Restore one of the daily backups, or salvage what it holds.", path);

  return FALSE;
}

/* As one file: a write-ahead log beside it would be forgotten by whoever copies it on. */
static gboolean
write_copy (GenlockDatabase *source,
            const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GenlockDatabase) target = genlock_database_open (path, GENLOCK_DATABASE_CREATE, error);

  return target != NULL
         && copy_pages (source, target, cancellable, error)
         && genlock_database_execute (target, "PRAGMA journal_mode = DELETE", error);
}

static void
remove_copy (const char *path)
{
  static const char * const endings[] = { "", "-wal", "-shm", "-journal" };

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *name = g_strconcat (path, endings[i], NULL);

      g_unlink (name);
    }
}

gboolean
genlock_backup_copy (GenlockDatabase *source,
                     const char *target,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *part = g_strdup_printf ("%s.part-%d", target, (int) getpid ());
  gboolean done;

  remove_copy (part);
  done = write_copy (source, part, cancellable, error)
         && genlock_backup_check (part, error)
         && sync_path (part, O_RDONLY, error)
         && (g_rename (part, target) == 0 || set_failed (error, "Cannot write", target))
         && genlock_backup_sync (target, error);

  remove_copy (part);

  return done;
}

/* A copy never takes the place of a database in use, nor of a file that a database's log stands
 * beside: the log would be played into the copy. */
static gboolean
check_target (const char *path,
              const char *target,
              GError **error)
{
  g_autofree char *log = g_strconcat (target, "-wal", NULL);

  if (!genlock_open_files_is_part_of (target, path) && !genlock_open_files_has (target)
      && !g_file_test (log, G_FILE_TEST_EXISTS))
    return TRUE;

  g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
               "%s is a database in use. Choose another name for the copy.", target);

  return FALSE;
}

gboolean
genlock_database_backup (const char *path,
                         const char *target,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GenlockDatabase) source = NULL;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                   "There is no database %s yet.", path);
      return FALSE;
    }

  if (!check_target (path, target, error))
    return FALSE;

  source = genlock_database_open (path, GENLOCK_DATABASE_READ, error);

  return source != NULL && genlock_backup_copy (source, target, cancellable, error);
}

static char *
get_folder (const char *path)
{
  g_autofree char *parent = g_path_get_dirname (path);

  return g_build_filename (parent, "backups", NULL);
}

/* "daily-2026-11-22-genlock.db" */
static char *
get_backup_path (const char *path,
                 const char *prefix,
                 const char *stamp)
{
  g_autofree char *folder = get_folder (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (prefix, stamp, "-", base, NULL);

  return g_build_filename (folder, name, NULL);
}

static char *
dup_today (void)
{
  g_autofree char *now = genlock_instant_dup_now ();

  return g_strndup (now, strlen ("YYYY-MM-DD"));
}

static int
compare_newest (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char * const *) b, *(const char * const *) a);
}

/* (transfer full) (element-type filename): names begin with @prefix, newest first. */
static GPtrArray *
list_backups (const char *path,
              const char *prefix)
{
  g_autofree char *folder_path = get_folder (path);
  g_autofree char *base = g_path_get_basename (path);
  g_autofree char *ending = g_strconcat ("-", base, NULL);
  g_autoptr (GDir) folder = g_dir_open (folder_path, 0, NULL);
  GPtrArray *backups = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ending))
      g_ptr_array_add (backups, g_build_filename (folder_path, name, NULL));

  g_ptr_array_sort (backups, compare_newest);

  return backups;
}

static gboolean
make_folder (const char *path,
             GError **error)
{
  g_autofree char *folder = get_folder (path);

  return g_mkdir_with_parents (folder, 0700) == 0 || set_failed (error, "Cannot make", folder);
}

gboolean
genlock_backup_daily (GenlockDatabase *source,
                      GError **error)
{
  const char *path = genlock_database_get_path (source);
  g_autofree char *today = dup_today ();
  g_autofree char *target = get_backup_path (path, DAILY, today);
  g_autoptr (GPtrArray) backups = NULL;

  if (g_file_test (target, G_FILE_TEST_EXISTS))
    return TRUE;

  if (!make_folder (path, error) || !genlock_backup_copy (source, target, NULL, error))
    return FALSE;

  backups = list_backups (path, DAILY);
  for (guint i = GENLOCK_BACKUP_DAYS; i < backups->len; i++)
    g_unlink (backups->pdata[i]);

  return TRUE;
}

gboolean
genlock_backup_before_migration (GenlockDatabase *source,
                                 guint version,
                                 GError **error)
{
  const char *path = genlock_database_get_path (source);
  g_autofree char *now = genlock_instant_dup_now ();
  g_autofree char *stamp = g_strdup_printf ("%u-%s", version, g_strdelimit (now, ":", '.'));
  g_autofree char *target = get_backup_path (path, BEFORE_MIGRATION, stamp);

  return make_folder (path, error) && genlock_backup_copy (source, target, NULL, error);
}

GPtrArray *
genlock_database_list_backups (const char *path)
{
  GPtrArray *backups = list_backups (path, DAILY);
  g_autoptr (GPtrArray) migrations = list_backups (path, BEFORE_MIGRATION);

  g_ptr_array_extend_and_steal (backups, g_steal_pointer (&migrations));

  return backups;
}
