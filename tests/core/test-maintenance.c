/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Migrations, backups, restoring, checking and salvaging, on real files that are really damaged. */

#define G_LOG_DOMAIN "test-maintenance"

#include "config.h"

#include <fcntl.h>
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-backup.h"
#include "core/store/genlock-ddl.h"
#include "core/store/genlock-lock.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-migrate.h"
#include "core/store/genlock-row-sql.h"
#include "temp-dir.h"

#define N_SOURCES 3000

typedef struct
{
  TempDir dir;
  char *other; /* owned: a file that is not there yet */
} Fixture;

static void
set_up (Fixture *self,
        gconstpointer data)
{
  temp_dir_set_up (&self->dir, data);
  self->other = g_build_filename (self->dir.path, "other.db", NULL);
}

static void
tear_down (Fixture *self,
           gconstpointer data)
{
  temp_dir_tear_down (&self->dir, data);
  g_free (self->other);
}

static GenlockDatabase *
open_database (const char *path,
               GenlockDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (path, mode, &error);

  g_assert_no_error (error);

  return database;
}

static void
write_row (GenlockDatabase *database,
           GenlockRecord *record)
{
  g_autoptr (GError) error = NULL;

  genlock_record_set_text (record, GENLOCK_META_CREATED_AT, "2026-11-22T08:00:00.000Z");
  genlock_record_set_text (record, GENLOCK_META_UPDATED_AT, "2026-11-22T08:00:00.000Z");
  genlock_row_sql_write_insert (database, record, &error);
  g_assert_no_error (error);
}

static char *
add_show (GenlockDatabase *database,
          const char *name)
{
  g_autoptr (GenlockRecord) show = genlock_record_new_row (&genlock_productions, NULL);

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, name);
  write_row (database, show);

  return g_strdup (genlock_record_get_id (show));
}

static void
add_sources (GenlockDatabase *database,
             const char *show)
{
  for (guint i = 0; i < N_SOURCES; i++)
    {
      g_autoptr (GenlockRecord) source = genlock_record_new_row (&genlock_sources, NULL);
      g_autofree char *name = g_strdup_printf ("CAM %u", i);

      genlock_record_set_text (source, GENLOCK_SOURCE_PRODUCTION_ID, show);
      genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, "Camera");
      genlock_record_set_text (source, GENLOCK_SOURCE_NAME, name);
      write_row (database, source);
    }
}

/* A show with many sources, closed cleanly. */
static void
make_database (const char *path)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_CREATE);
  g_autofree char *show = NULL;
  g_autoptr (GError) error = NULL;

  genlock_migrate (database, &error);
  g_assert_no_error (error);
  g_assert_true (genlock_database_begin_write (database, NULL));
  show = add_show (database, "Kick-off");
  add_sources (database, show);
  g_assert_true (genlock_database_commit (database, NULL));
}

static gint64
count_rows (const char *path,
            const char *table)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_READ);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", table);
  gint64 n_rows;

  g_assert_true (genlock_database_query_int (database, sql, &n_rows, NULL));

  return n_rows;
}

static guint
count_problems (const char *path)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  genlock_database_verify (path, problems, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < MIN (problems->len, 3); i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);

  return problems->len;
}

static void
execute (const char *path,
         const char *sql)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_WRITE);
  g_autoptr (GError) error = NULL;

  genlock_database_execute (database, "PRAGMA foreign_keys = OFF", &error);
  g_assert_no_error (error);
  genlock_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static void
test_migrate (Fixture *self,
              gconstpointer data)
{
  static const GenlockMigration migrations[] = {
    { GENLOCK_DDL_VERSION + 1, "ALTER TABLE productions ADD COLUMN hall TEXT;" },
    { GENLOCK_DDL_VERSION + 2, "UPDATE productions SET hall = room; "
                               "CREATE INDEX productions_hall ON productions (hall);" },
    { 0, NULL },
  };
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  guint version;

  make_database (self->dir.file);
  database = open_database (self->dir.file, GENLOCK_DATABASE_WRITE);
  genlock_migrate_with (database, migrations, GENLOCK_DDL_VERSION + 2, &error);
  g_assert_no_error (error);

  backups = genlock_database_list_backups (self->dir.file);
  g_assert_cmpuint (backups->len, ==, 1);
  g_assert_cmpint (count_rows (backups->pdata[0], "sources"), ==, N_SOURCES);
  g_assert_true (genlock_database_execute (database, "SELECT hall FROM productions", NULL));

  /* This program knows less than that now. */
  g_assert_false (genlock_migrate (database, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NEWER);
  g_clear_error (&error);
  g_assert_false (genlock_migrate_check_version (database, &version, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NEWER);
}

static void
test_migrate_fails (Fixture *self,
                    gconstpointer data)
{
  static const GenlockMigration broken_sql[] = {
    { GENLOCK_DDL_VERSION + 1, "DELETE FROM sources; SELECT nonsense FROM nowhere;" },
    { 0, NULL },
  };
  static const GenlockMigration broken_links[] = {
    { GENLOCK_DDL_VERSION + 1, "PRAGMA defer_foreign_keys = ON; DELETE FROM productions;" },
    { 0, NULL },
  };
  const GenlockMigration *cases[] = { broken_sql, broken_links };

  make_database (self->dir.file);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GenlockDatabase) database = open_database (self->dir.file, GENLOCK_DATABASE_WRITE);
      g_autoptr (GError) error = NULL;
      guint version;

      g_assert_false (genlock_migrate_with (database, cases[i], GENLOCK_DDL_VERSION + 1, &error));
      g_assert_nonnull (error);
      g_test_message ("%s", error->message);
      g_assert_true (genlock_migrate_check_version (database, &version, NULL));
      g_assert_cmpuint (version, ==, GENLOCK_DDL_VERSION);
      g_assert_cmpint (count_rows (self->dir.file, "sources"), ==, N_SOURCES);
      g_assert_cmpint (count_rows (self->dir.file, "productions"), ==, 1);
    }
}

static void
test_backup (Fixture *self,
             gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *log = g_strconcat (self->other, "-wal", NULL);

  g_assert_false (genlock_database_backup (self->dir.file, self->other, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_clear_error (&error);

  /* Open and in the middle of its log: what is committed is in the copy. */
  make_database (self->dir.file);
  database = open_database (self->dir.file, GENLOCK_DATABASE_WRITE);
  g_free (add_show (database, "Second"));
  genlock_database_backup (self->dir.file, self->other, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (self->other, "productions"), ==, 2);
  g_assert_false (g_file_test (log, G_FILE_TEST_EXISTS));
  g_assert_cmpuint (count_problems (self->other), ==, 0);

  g_assert_false (genlock_database_backup (self->dir.file, "/nowhere/at/all.db", NULL, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);

  /* The database itself is no place for its copy. */
  g_assert_false (genlock_database_backup (self->dir.file, self->dir.file, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
}

static void
test_backup_cancelled (Fixture *self,
                       gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;

  make_database (self->dir.file);
  g_cancellable_cancel (cancellable);
  g_assert_false (genlock_database_backup (self->dir.file, self->other, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

  folder = g_dir_open (self->dir.path, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    g_assert_true (g_str_has_prefix (name, "test.db"));
}

static gint64
clock_cb (gpointer user_data)
{
  return *(gint64 *) user_data;
}

static void
test_daily (Fixture *self,
            gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GPtrArray) backups = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *newest = NULL;
  gint64 now;

  make_database (self->dir.file);
  database = open_database (self->dir.file, GENLOCK_DATABASE_WRITE);
  g_assert_true (genlock_instant_parse ("2026-11-22T08:00:00.000Z", &now));
  genlock_instant_set_clock (clock_cb, &now);

  for (guint i = 0; i < GENLOCK_BACKUP_DAYS + 5; i++)
    {
      g_assert_true (genlock_backup_daily (database, &error));
      g_assert_true (genlock_backup_daily (database, &error));
      g_assert_no_error (error);
      now += GENLOCK_INSTANT_DAY;
    }

  genlock_instant_set_clock (NULL, NULL);
  backups = genlock_database_list_backups (self->dir.file);
  g_assert_cmpuint (backups->len, ==, GENLOCK_BACKUP_DAYS);
  newest = g_path_get_basename (backups->pdata[0]);
  g_assert_cmpstr (newest, ==, "daily-2026-12-10-test.db");
}

static void
test_restore (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) folder = NULL;
  const char *name;
  guint n_kept = 0;

  make_database (self->dir.file);
  g_assert_true (genlock_database_backup (self->dir.file, self->other, NULL, NULL));
  execute (self->dir.file, "DELETE FROM sources");
  g_assert_cmpint (count_rows (self->dir.file, "sources"), ==, 0);

  genlock_database_restore (self->dir.file, self->other, &error);
  g_assert_no_error (error);
  g_assert_cmpint (count_rows (self->dir.file, "sources"), ==, N_SOURCES);

  folder = g_dir_open (self->dir.path, 0, NULL);
  while ((name = g_dir_read_name (folder)) != NULL)
    if (g_str_has_prefix (name, "test.db.before-restore-") && !g_str_has_suffix (name, "m")
        && !g_str_has_suffix (name, "l"))
      {
        g_autofree char *kept = g_build_filename (self->dir.path, name, NULL);

        g_assert_cmpint (count_rows (kept, "sources"), ==, 0);
        n_kept++;
      }
  g_assert_cmpuint (n_kept, ==, 1);
}

static void
test_restore_refused (Fixture *self,
                      gconstpointer data)
{
  g_autoptr (GenlockLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  make_database (self->dir.file);
  g_assert_false (genlock_database_restore (self->dir.file, self->other, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_clear_error (&error);

  g_assert_true (g_file_set_contents (self->other, "no database at all, only words", -1, NULL));
  g_assert_false (genlock_database_restore (self->dir.file, self->other, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN);
  g_assert_cmpint (count_rows (self->dir.file, "sources"), ==, N_SOURCES);
}

static void
test_lock (Fixture *self,
           gconstpointer data)
{
  g_autoptr (GenlockLock) lock = NULL;
  g_autoptr (GError) error = NULL;

  lock = genlock_lock_take (self->dir.file, 0, &error);
  g_assert_no_error (error);
  g_assert_null (genlock_lock_take (self->dir.file, 30, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED);
  g_assert_nonnull (strstr (error->message, "process"));
  g_clear_error (&error);

  g_clear_pointer (&lock, genlock_lock_release);
  lock = genlock_lock_take (self->dir.file, 0, &error);
  g_assert_no_error (error);
}

static void
test_verify (Fixture *self,
             gconstpointer data)
{
  static const struct
  {
    const char *what;
    const char *sql;
  } cases[] = {
    { "link", "UPDATE sources SET equipment_id = '2b1e4c1e-0000-4000-8000-000000000001' "
              "WHERE name = 'CAM 1'" },
    { "value", "UPDATE sources SET h_res = -5 WHERE name = 'CAM 1'" },
    { "day", "UPDATE productions SET load_in = 'soon'" },
    { "rule", "UPDATE productions SET load_in = '2026-05-02T00:00:00.000Z', "
              "load_out = '2026-05-01T00:00:00.000Z'" },
    { "parent", "UPDATE productions SET is_deleted = 1" },
  };

  make_database (self->dir.file);
  g_assert_cmpuint (count_problems (self->dir.file), ==, 0);
  g_assert_true (genlock_database_backup (self->dir.file, self->other, NULL, NULL));

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].what);
      execute (self->dir.file, cases[i].sql);
      g_assert_cmpuint (count_problems (self->dir.file), ==, 1);
      g_assert_true (genlock_database_restore (self->dir.file, self->other, NULL));
    }
}

static void
add_card (GenlockDatabase *database,
          const char *spec)
{
  g_autoptr (GenlockRecord) card = genlock_record_new_row (&genlock_equipment_cards, NULL);

  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID, spec);
  genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, 3);
  write_row (database, card);
}

static void
test_verify_slots (Fixture *self,
                   gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GenlockRecord) spec = genlock_record_new_row (&genlock_equipment_specs, NULL);

  make_database (self->dir.file);
  database = open_database (self->dir.file, GENLOCK_DATABASE_WRITE);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "SWITCHER");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Generic");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame");
  write_row (database, spec);
  add_card (database, genlock_record_get_id (spec));
  g_assert_cmpuint (count_problems (self->dir.file), ==, 0);
  add_card (database, genlock_record_get_id (spec));
  g_assert_cmpuint (count_problems (self->dir.file), ==, 1);
}

/* Overwrites @n_pages in the middle of the file with rubbish. */
static void
damage (const char *path,
        guint first,
        guint n_pages)
{
  char rubbish[4096];
  int descriptor = open (path, O_RDWR);

  memset (rubbish, 0xa5, sizeof rubbish);
  for (guint i = 0; i < n_pages; i++)
    g_assert_cmpint (pwrite (descriptor, rubbish, sizeof rubbish, (first + i) * sizeof rubbish), ==,
                     sizeof rubbish);

  close (descriptor);
}

static guint
count_pages (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_size / 4096;
}

static void
test_salvage (Fixture *self,
              gconstpointer data)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  guint64 n_rows = 0;

  make_database (self->dir.file);
  damage (self->dir.file, count_pages (self->dir.file) / 2, 8);
  g_assert_cmpuint (count_problems (self->dir.file), >, 0);
  g_assert_false (genlock_backup_check (self->dir.file, NULL));

  genlock_database_salvage (self->dir.file, self->other, &n_rows, problems, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (problems->len, >, 0);
  g_assert_cmpuint (n_rows, >, N_SOURCES * 3 / 4);
  g_assert_cmpint (count_rows (self->other, "sources"), >, N_SOURCES * 3 / 4);
  g_assert_cmpint (count_rows (self->other, "productions"), ==, 1);
  g_assert_cmpuint (count_problems (self->other), ==, 0);

  /* The damaged file was not touched, and the new one is not overwritten. */
  g_assert_cmpuint (count_problems (self->dir.file), >, 0);
  g_assert_false (genlock_database_salvage (self->dir.file, self->other, &n_rows, problems,
                                            &error));
  g_assert_nonnull (error);
}

/* Wherever a single page is lost, what is salvaged is a whole database. */
static void
test_salvage_any_page (Fixture *self,
                       gconstpointer data)
{
  g_autofree char *whole = g_build_filename (self->dir.path, "whole.db", NULL);
  guint n_hopeless = 0;
  guint n_pages;

  make_database (whole);
  n_pages = count_pages (whole);

  for (guint i = 1; i < n_pages; i += n_pages / 40)
    {
      g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
      g_autoptr (GFile) from = g_file_new_for_path (whole);
      g_autoptr (GFile) to = g_file_new_for_path (self->dir.file);
      g_autoptr (GError) error = NULL;
      guint64 n_rows = 0;

      g_assert_true (g_file_copy (from, to, G_FILE_COPY_OVERWRITE, NULL, NULL, NULL, NULL));
      damage (self->dir.file, i, 1);

      /* Without the pages that say which tables there are nothing can be read. */
      if (!genlock_database_salvage (self->dir.file, self->other, &n_rows, problems, &error))
        {
          g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED);
          g_assert_false (g_file_test (self->other, G_FILE_TEST_EXISTS));
          n_hopeless++;
          continue;
        }

      g_assert_no_error (error);
      g_assert_cmpuint (count_problems (self->other), ==, 0);
      g_assert_cmpint (g_unlink (self->other), ==, 0);
    }

  g_assert_cmpuint (n_hopeless, <, 8);
}

#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/migrate/steps", test_migrate);
  ADD ("/migrate/fails", test_migrate_fails);
  ADD ("/backup/copy", test_backup);
  ADD ("/backup/cancelled", test_backup_cancelled);
  ADD ("/backup/daily", test_daily);
  ADD ("/restore/replaces", test_restore);
  ADD ("/restore/refused", test_restore_refused);
  ADD ("/lock/one-holder", test_lock);
  ADD ("/verify/rules", test_verify);
  ADD ("/verify/slots", test_verify_slots);
  ADD ("/salvage/damage", test_salvage);
  ADD ("/salvage/any-page", test_salvage_any_page);

  return g_test_run ();
}
