/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection: what it is set to, what it refuses, and what it says then. */

#define G_LOG_DOMAIN "test-database"

#include "config.h"

#include <glib/gstdio.h>
#include <string.h>

#include "core/store/genlock-ddl.h"
#include "temp-dir.h"

static GenlockDatabase *
create (TempDir *dir)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (dir->file, GENLOCK_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  genlock_ddl_create (database, &error);
  g_assert_no_error (error);

  return database;
}

static GenlockDatabase *
open_reader (TempDir *dir)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (dir->file, GENLOCK_DATABASE_READ, &error);

  g_assert_no_error (error);

  return database;
}

static gint64
ask (GenlockDatabase *database,
     const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value;

  genlock_database_query_int (database, sql, &value, &error);
  g_assert_no_error (error);

  return value;
}

static void
test_settings (TempDir *dir,
               gconstpointer data)
{
  g_autoptr (GenlockDatabase) writer = create (dir);
  g_autoptr (GenlockDatabase) reader = NULL;
  int value = -1;

  g_assert_cmpint (ask (writer, "PRAGMA application_id"), ==, 0x474e4c4b);
  g_assert_cmpint (ask (writer, "PRAGMA user_version"), ==, GENLOCK_DDL_VERSION);
  g_assert_cmpint (ask (writer, "PRAGMA foreign_keys"), ==, 1);
  g_assert_cmpint (ask (writer, "PRAGMA synchronous"), ==, 2);
  g_assert_cmpint (ask (writer, "PRAGMA mmap_size"), ==, 0);
  g_assert_cmpint (ask (writer, "PRAGMA trusted_schema"), ==, 0);
  g_assert_cmpint (ask (writer, "SELECT journal_mode = 'wal' FROM pragma_journal_mode"), ==, 1);
  sqlite3_db_config (genlock_database_get_handle (writer), SQLITE_DBCONFIG_DEFENSIVE, -1, &value);
  g_assert_cmpint (value, ==, 1);

  reader = open_reader (dir);
  g_assert_cmpint (ask (reader, "PRAGMA foreign_keys"), ==, 1);
  sqlite3_db_config (genlock_database_get_handle (reader), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, -1,
                     &value);
  g_assert_cmpint (value, ==, 1);
}

static void
test_reader_never_writes (TempDir *dir,
                          gconstpointer data)
{
  g_autoptr (GenlockDatabase) writer = create (dir);
  g_autoptr (GenlockDatabase) reader = open_reader (dir);
  g_autoptr (GError) error = NULL;

  g_assert_false (genlock_database_execute (reader, "DELETE FROM productions", &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY);
}

static void
test_missing (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_database_open (dir->file, GENLOCK_DATABASE_READ, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "cannot be opened"));
  g_clear_error (&error);
  g_assert_null (genlock_database_open (dir->file, GENLOCK_DATABASE_WRITE, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_assert_false (g_file_test (dir->file, G_FILE_TEST_EXISTS));
}

static void
test_foreign (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize length_before;
  gsize length_after;
  sqlite3 *other;

  g_assert_true (g_file_set_contents (dir->file, "No database, but long enough to be taken for one"
                                      "by a careless program that looks at sizes only: 100 bytes",
                                      -1, NULL));
  g_assert_null (genlock_database_open (dir->file, GENLOCK_DATABASE_WRITE, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN);
  g_clear_error (&error);
  g_unlink (dir->file);

  g_assert_cmpint (sqlite3_open (dir->file, &other), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (other, "CREATE TABLE moz_places (id INTEGER)", NULL, NULL, NULL),
                   ==, SQLITE_OK);
  sqlite3_close (other);

  g_assert_true (g_file_get_contents (dir->file, &before, &length_before, NULL));
  g_assert_null (genlock_database_open (dir->file, GENLOCK_DATABASE_CREATE, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FOREIGN);
  g_assert_true (g_file_get_contents (dir->file, &after, &length_after, NULL));
  g_assert_cmpmem (before, length_before, after, length_after);
}

static void
test_damaged (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *contents = NULL;
  gsize length;
  gint64 n;

  g_clear_pointer (&database, genlock_database_free);
  g_assert_true (g_file_get_contents (dir->file, &contents, &length, NULL));
  memset (contents + 4096, 0x5a, length - 4096);
  g_assert_true (g_file_set_contents (dir->file, contents, (gssize) length, NULL));

  database = genlock_database_open (dir->file, GENLOCK_DATABASE_READ, &error);
  if (database != NULL)
    genlock_database_query_int (database, "SELECT count(*) FROM sources", &n, &error);
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED);
}

static void
test_full (TempDir *dir,
           gconstpointer data)
{
  static const char fill[] =
    "INSERT INTO change_log (table_name, record_id, fields, at) "
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 9999) "
    "SELECT 'sources', i || '', '{}', '' FROM n";
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GError) error = NULL;
  g_autofree char *limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                                            ask (database, "PRAGMA page_count"));

  ask (database, limit);
  g_assert_true (genlock_database_begin_write (database, NULL));
  g_assert_false (genlock_database_execute (database, fill, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "disk is full"));
  genlock_database_rollback (database);
  g_assert_false (genlock_database_in_transaction (database));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM change_log"), ==, 0);
}

static void
test_busy (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockDatabase) one = create (dir);
  g_autoptr (GenlockDatabase) two = genlock_database_open (dir->file, GENLOCK_DATABASE_WRITE, NULL);
  g_autoptr (GError) error = NULL;

  sqlite3_busy_timeout (genlock_database_get_handle (two), 1);
  g_assert_true (genlock_database_begin_write (one, NULL));
  g_assert_false (genlock_database_begin_write (two, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED);
  genlock_database_rollback (one);
}

static void
test_cancel (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  gint64 n;

  g_cancellable_cancel (cancellable);
  genlock_database_set_cancellable (database, cancellable);
  g_assert_true (genlock_database_begin_write (database, NULL));
  g_assert_false (genlock_database_query_int (database,
                                              "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL "
                                              "SELECT i + 1 FROM n) SELECT count(*) FROM n", &n,
                                              &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  genlock_database_rollback (database);
  g_assert_false (genlock_database_in_transaction (database));

  genlock_database_set_cancellable (database, NULL);
  g_assert_cmpint (ask (database, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                        "WHERE i < 99999) SELECT count(*) FROM n"), ==, 99999);
}

static void
test_foreign_key (TempDir *dir,
                  gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GError) error = NULL;

  /* Deferred: a child may come before its parent, but not without one. */
  g_assert_true (genlock_database_begin_write (database, NULL));
  g_assert_true (genlock_database_execute (database,
                                           "INSERT INTO addresses (id, created_at, updated_at, "
                                           "production_id, ip) VALUES ('a', '', '', 'p', '')",
                                           NULL));
  g_assert_false (genlock_database_commit (database, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
  g_assert_false (genlock_database_in_transaction (database));
  g_assert_cmpint (ask (database, "SELECT count(*) FROM addresses"), ==, 0);
}

static void
test_statements (TempDir *dir,
                 gconstpointer data)
{
  static const char select[] = "SELECT :a AS a, :b AS b, :c AS c";
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GenlockStatement) first = genlock_database_prepare (database, select, NULL);
  GenlockStatement *kept = first;
  GenlockStatement *twin;

  genlock_statement_bind_text (first, ":a", "one");
  genlock_statement_bind_int (first, ":b", 2);
  genlock_statement_bind_real (first, ":c", 59.94);
  g_assert_cmpint (genlock_statement_step (first, NULL), ==, GENLOCK_STATEMENT_ROW);

  twin = genlock_database_prepare (database, select, NULL);
  g_assert_true (twin != first);
  g_assert_cmpint (genlock_statement_step (twin, NULL), ==, GENLOCK_STATEMENT_ROW);
  g_assert_true (genlock_statement_is_null (twin, "a"));
  g_assert_null (genlock_statement_get_text (twin, "a"));
  genlock_statement_release (twin);

  g_assert_cmpstr (genlock_statement_get_text (first, "a"), ==, "one");
  g_assert_cmpint (genlock_statement_get_int (first, "b"), ==, 2);
  g_assert_cmpfloat (genlock_statement_get_real (first, "c"), ==, 59.94);
  g_assert_cmpint (genlock_statement_step (first, NULL), ==, GENLOCK_STATEMENT_DONE);
  g_clear_pointer (&first, genlock_statement_release);

  /* What is released is kept, and forgets what was bound. */
  first = genlock_database_prepare (database, select, NULL);
  g_assert_true (first == kept);
  g_assert_cmpint (genlock_statement_step (first, NULL), ==, GENLOCK_STATEMENT_ROW);
  g_assert_true (genlock_statement_is_null (first, "a"));
}

static void
test_many_statements (TempDir *dir,
                      gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *sql = g_strdup_printf ("SELECT %u", i);

      g_assert_cmpint (ask (database, sql), ==, i);
    }
}

static void
test_data_version (TempDir *dir,
                   gconstpointer data)
{
  g_autoptr (GenlockDatabase) writer = create (dir);
  g_autoptr (GenlockDatabase) reader = open_reader (dir);
  gint64 before = genlock_database_get_data_version (reader);

  g_assert_cmpint (genlock_database_get_data_version (reader), ==, before);
  g_assert_true (genlock_database_execute (writer,
                                           "INSERT INTO sync_dirty (table_name, record_id, kind) "
                                           "VALUES ('sources', 'a', 'UPDATE')", NULL));
  g_assert_cmpint (genlock_database_get_data_version (reader), !=, before);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/database/settings", test_settings);
  temp_dir_test ("/database/reader-never-writes", test_reader_never_writes);
  temp_dir_test ("/database/missing", test_missing);
  temp_dir_test ("/database/foreign", test_foreign);
  temp_dir_test ("/database/damaged", test_damaged);
  temp_dir_test ("/database/full", test_full);
  temp_dir_test ("/database/busy", test_busy);
  temp_dir_test ("/database/cancel", test_cancel);
  temp_dir_test ("/database/foreign-key", test_foreign_key);
  temp_dir_test ("/database/statements", test_statements);
  temp_dir_test ("/database/many-statements", test_many_statements);
  temp_dir_test ("/database/data-version", test_data_version);

  return g_test_run ();
}
