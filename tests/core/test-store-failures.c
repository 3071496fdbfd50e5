/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The disk fails at every write there is: a change is there whole or not at all, and the database
 * goes on working once the disk does. */

#define G_LOG_DOMAIN "test-store-failures"

#include "config.h"

#include <sqlite3.h>

#include "core/schema/genlock-sources.h"
#include "core/store/genlock-store.h"
#include "failing-vfs.h"
#include "store-fixture.h"

#define MAX_CALLS 5000

typedef GenlockChanges *(*Change) (StoreFixture *fixture,
                                   GError **error);

static GenlockChanges *
import (StoreFixture *fixture,
        GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");

  for (guint i = 0; i < 200; i++)
    {
      GenlockRecord *source = make_source (100 + i, 1, "Laptop");

      genlock_record_add_child (source, make_output (1000 + i, 1, "HDMI"));
      genlock_batch_insert (batch, source);
    }

  return genlock_transaction_apply (fixture->database, batch, "Ana", "desk", NULL, error);
}

/* Enough for the indexes to be dropped and made anew. */
static GenlockChanges *
import_many (StoreFixture *fixture,
             GError **error)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");

  for (guint i = 0; i < 5000; i++)
    genlock_batch_insert (batch, make_source (100 + i, 1, "Laptop"));

  return genlock_transaction_apply (fixture->database, batch, "Ana", "desk", NULL, error);
}

static GenlockChanges *
take_back (StoreFixture *fixture,
           GError **error)
{
  return genlock_undo_run (fixture->database, 0, "Ana", "desk", NULL, error);
}

static gint64
count_all (StoreFixture *fixture)
{
  return ask (fixture, "SELECT (SELECT count(*) FROM undo_steps) + "
              "(SELECT count(*) FROM change_log) + (SELECT count(*) FROM sync_dirty) + "
              "(SELECT count(*) FROM sqlite_schema)");
}

static void
assert_whole (StoreFixture *fixture)
{
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM pragma_integrity_check "
                        "WHERE integrity_check <> 'ok'"), ==, 0);
}

/* Fails at the first call, then at a later one, until the change gets through. What it writes on
 * its way is mostly the same, so the steps grow. */
static void
fail_everywhere (StoreFixture *fixture,
                 Change change,
                 int code)
{
  g_autofree char *before = dump (fixture);
  gint64 n_before = count_all (fixture);
  guint n_failures = 0;

  for (guint n_calls = 0; n_calls < MAX_CALLS; n_calls += 1 + n_calls / 10)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GenlockChanges) changes = NULL;
      g_autofree char *after = NULL;

      failing_vfs_arm (n_calls, code);
      changes = change (fixture, &error);
      failing_vfs_disarm ();
      g_assert_false (genlock_database_in_transaction (fixture->database));

      if (changes != NULL)
        break;

      g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
      n_failures++;
      after = dump (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (n_before, ==, count_all (fixture));
    }

  g_assert_cmpuint (n_failures, >, 0);
  g_assert_cmpint (n_before, !=, count_all (fixture));
  assert_whole (fixture);
}

static void
reopen (StoreFixture *fixture)
{
  g_autofree char *before = dump (fixture);
  g_autofree char *after = NULL;

  genlock_database_free (fixture->database);
  fixture->database = genlock_database_open (fixture->dir.file, GENLOCK_DATABASE_WRITE, NULL);
  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
fail_all (StoreFixture *fixture,
          int code)
{
  insert (fixture, make_show (1, "Gala"));
  fail_everywhere (fixture, import, code);
  reopen (fixture);
  execute (fixture, "UPDATE sources SET version = 1, seq = rowid");
  fail_everywhere (fixture, take_back, code);
  reopen (fixture);
}

static void
test_full (StoreFixture *fixture,
           gconstpointer data)
{
  fail_all (fixture, SQLITE_FULL);
}

static void
test_write_error (StoreFixture *fixture,
                  gconstpointer data)
{
  fail_all (fixture, SQLITE_IOERR_WRITE);
}

static void
test_sync_error (StoreFixture *fixture,
                 gconstpointer data)
{
  fail_all (fixture, SQLITE_IOERR_FSYNC);
}

static void
test_many (StoreFixture *fixture,
           gconstpointer data)
{
  insert (fixture, make_show (1, "Gala"));
  execute (fixture, "PRAGMA cache_size = 50"); /* so that much is written before the commit */
  fail_everywhere (fixture, import_many, SQLITE_FULL);
  reopen (fixture);
}

/* Another writer holds the database: nothing is done, and it can be tried again. */
static void
test_busy (StoreFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockDatabase) other = genlock_database_open (fixture->dir.file,
                                                             GENLOCK_DATABASE_WRITE, NULL);
  GenlockBatch *batch = genlock_batch_new ("ADD");

  sqlite3_busy_timeout (genlock_database_get_handle (fixture->database), 1);
  g_assert_true (genlock_database_begin_write (other, NULL));
  genlock_batch_insert (batch, make_show (1, "Gala"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_LOCKED);
  genlock_database_rollback (other);
  insert (fixture, make_show (1, "Gala"));
}

static void
test_read_only (StoreFixture *fixture,
                gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");

  genlock_database_free (fixture->database);
  fixture->database = genlock_database_open (fixture->dir.file, GENLOCK_DATABASE_READ, NULL);
  genlock_batch_insert (batch, make_show (1, "Gala"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_READ_ONLY);
}

static void
copy_file (const char *from,
           const char *to)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;
  gsize length;

  g_file_get_contents (from, &content, &length, &error);
  g_assert_no_error (error);
  g_file_set_contents (to, content, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A first start, or an older SQLite, that was killed in the middle of a change leaves a rollback
 * journal beside a file that is half written. */
static void
test_journal (StoreFixture *fixture,
              gconstpointer data)
{
  g_autofree char *journal = g_strconcat (fixture->dir.file, "-journal", NULL);
  g_autofree char *copy = g_build_filename (fixture->dir.path, "killed.db", NULL);
  g_autofree char *copied = g_strconcat (copy, "-journal", NULL);
  g_autoptr (GError) error = NULL;
  GenlockStore *store;
  sqlite3 *raw;

  insert (fixture, make_show (1, "Gala"));
  genlock_database_free (fixture->database);
  g_assert_cmpint (sqlite3_open (fixture->dir.file, &raw), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (raw, "PRAGMA journal_mode = DELETE; PRAGMA cache_size = 1; BEGIN;"
                                 "UPDATE productions SET show_name = 'half written';"
                                 "CREATE TABLE more (a); INSERT INTO more "
                                 "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n "
                                 "WHERE i < 2000) SELECT hex (randomblob (200)) FROM n",
                                 NULL, NULL, NULL), ==, SQLITE_OK);
  copy_file (fixture->dir.file, copy);
  copy_file (journal, copied);
  sqlite3_close (raw);

  store = genlock_store_open (copy, GENLOCK_STORE_WRITE, &error);
  g_assert_no_error (error);
  genlock_store_close (store);
  g_assert_false (g_file_test (copied, G_FILE_TEST_EXISTS));
  fixture->database = genlock_database_open (copy, GENLOCK_DATABASE_WRITE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM productions WHERE show_name = 'Gala'"), ==,
                   1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sqlite_schema WHERE name = 'more'"), ==, 0);
  assert_whole (fixture);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();

  store_test ("/store-failures/full", test_full);
  store_test ("/store-failures/write-error", test_write_error);
  store_test ("/store-failures/sync-error", test_sync_error);
  store_test ("/store-failures/many", test_many);
  store_test ("/store-failures/busy", test_busy);
  store_test ("/store-failures/read-only", test_read_only);
  store_test ("/store-failures/journal", test_journal);

  return g_test_run ();
}
