/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exports: of one moment, and never onto the database. */

#define G_LOG_DOMAIN "test-export"

#include "config.h"

#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-snapshot.h"
#include "import-fixture.h"
#include "interchange/genlock-show-file.h"
#include "interchange/genlock-table-csv.h"

/* Exports beside a writer, and what it writes at least meanwhile. */
#define N_EXPORTS 40
#define N_WRITES 40

static void
add_show (ImportFixture *fixture,
          GenlockRecord **show)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  *show = genlock_record_new_row (&genlock_productions, NULL);
  genlock_record_set_text (*show, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (*show, GENLOCK_PRODUCTION_SHOW_NAME, "Kickoff");
  genlock_batch_insert (batch, genlock_record_ref (*show));
  changes = genlock_store_apply (fixture->store, batch, NULL, &error);
  g_assert_no_error (error);
}

/* A source and a send at once: there are never more of the ones than of the others. */
static void
add_pair (GenlockStore *store,
          GenlockRecord *show)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;
  GenlockRecord *source = genlock_record_new_row (&genlock_sources, NULL);
  GenlockRecord *send = genlock_record_new_row (&genlock_sends, NULL);

  genlock_record_set_text (source, GENLOCK_SOURCE_PRODUCTION_ID, genlock_record_get_id (show));
  genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, "Camera");
  genlock_record_set_text (source, GENLOCK_SOURCE_NAME, "CAM");
  genlock_record_set_text (send, GENLOCK_SEND_PRODUCTION_ID, genlock_record_get_id (show));
  genlock_record_set_text (send, GENLOCK_SEND_TYPE, "MONITOR");
  genlock_record_set_text (send, GENLOCK_SEND_NAME, "DSM");
  genlock_batch_insert (batch, source);
  genlock_batch_insert (batch, send);
  changes = genlock_store_apply (store, batch, NULL, &error);
  g_assert_no_error (error);
}

static guint
count (const char *text,
       const char *part)
{
  guint n = 0;

  for (const char *found = strstr (text, part); found != NULL; found = strstr (found + 1, part))
    n++;

  return n;
}

typedef struct
{
  const char *path;
  GenlockRecord *show;
  int n_written; /* atomic */
  int stop;      /* atomic */
} Writing;

static gpointer
write_cb (gpointer data)
{
  Writing *writing = data;
  g_autoptr (GMainContext) context = g_main_context_new ();
  g_autoptr (GenlockStore) store = NULL;
  g_autoptr (GError) error = NULL;

  g_main_context_push_thread_default (context);
  store = genlock_store_open (writing->path, GENLOCK_STORE_WRITE, &error);
  g_assert_no_error (error);
  while (!g_atomic_int_get (&writing->stop))
    {
      add_pair (store, writing->show);
      g_atomic_int_inc (&writing->n_written);
    }
  genlock_store_close (store);
  g_clear_object (&store);
  g_main_context_pop_thread_default (context);

  return NULL;
}

static void
test_one_moment (ImportFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GError) error = NULL;
  Writing writing = { fixture->database };
  GThread *thread;

  add_show (fixture, &show);
  genlock_store_close (fixture->store);
  g_clear_object (&fixture->store);
  fixture->store = genlock_store_open (fixture->database, GENLOCK_STORE_READ, &error);
  g_assert_no_error (error);

  writing.show = show;
  thread = g_thread_new ("writer", write_cb, &writing);
  for (guint i = 0; i < N_EXPORTS || g_atomic_int_get (&writing.n_written) < N_WRITES; i++)
    {
      g_autoptr (GString) text = genlock_show_file_print (fixture->store,
                                                          genlock_record_get_id (show), &error);

      g_assert_no_error (error);
      g_assert_cmpuint (count (text->str, "\"CAM\""), ==, count (text->str, "\"DSM\""));
    }
  g_atomic_int_set (&writing.stop, 1);
  g_thread_join (thread);
}

static guint
count_rows (GenlockSnapshot *snapshot,
            const GenlockTable *table)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_snapshot_list (snapshot, query, &error);

  g_assert_no_error (error);

  return rows->len;
}

static void
test_snapshot (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GenlockRecord) found = NULL;
  g_autoptr (GError) error = NULL;
  GenlockSnapshot *snapshot;

  add_show (fixture, &show);
  add_pair (fixture->store, show);
  snapshot = genlock_snapshot_new (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_rows (snapshot, &genlock_sources), ==, 1);
  add_pair (fixture->store, show);
  g_assert_cmpuint (count_rows (snapshot, &genlock_sources), ==, 1);
  g_assert_cmpuint (count_rows (snapshot, &genlock_sends), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sends), ==, 2);
  found = genlock_snapshot_get (snapshot, &genlock_sends, genlock_record_get_id (show), &error);
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
  g_assert_null (found);
  genlock_snapshot_free (snapshot);

  snapshot = genlock_snapshot_new (fixture->store, NULL);
  g_assert_cmpuint (count_rows (snapshot, &genlock_sends), ==, 2);
  genlock_snapshot_free (snapshot);
}

/* Whether a second process gets the file's locks: with record locks of our own it must not. */
static gboolean
has_locks (const char *database)
{
  g_autofree char *index = g_strconcat (database, "-shm", NULL);
  g_autofree char *locks = NULL;
  g_autofree char *inode = NULL;
  GStatBuf info;

  g_assert_cmpint (g_stat (index, &info), ==, 0);
  inode = g_strdup_printf (":%" G_GUINT64_FORMAT " ", (guint64) info.st_ino);
  g_assert_true (g_file_get_contents ("/proc/locks", &locks, NULL, NULL));

  return strstr (locks, inode) != NULL;
}

static void
assert_refused_as_import (const char *path)
{
  const char *paths[] = { path, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_read (paths, NULL, NULL, NULL, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "database that is open"));
}

static void
test_own_database (ImportFixture *fixture,
                   gconstpointer data)
{
  static const char * const endings[] = { "", "-wal", "-shm", ".lock" };
  g_autofree char *link_path = g_build_filename (fixture->folder, "show.genlock", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GenlockRecord) show = NULL;
  g_autoptr (GError) error = NULL;

  add_show (fixture, &show);
  g_assert_cmpint (symlink (fixture->database, link_path), ==, 0);
  g_assert_true (has_locks (fixture->database));

  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      g_autofree char *path = g_strconcat (fixture->database, endings[i], NULL);

      assert_refused_as_import (path);
      g_assert_false (genlock_database_backup (fixture->database, path, NULL, &error));
      g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
      g_clear_error (&error);
      g_assert_false (genlock_show_file_write (fixture->store, genlock_record_get_id (show), path,
                                               &error));
      g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_TXTBSY);
      g_clear_error (&error);
    }
  assert_refused_as_import (link_path);
  g_assert_false (genlock_table_csv_write (fixture->store, genlock_record_get_id (show),
                                           &genlock_sources, link_path, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_TXTBSY);
  g_clear_error (&error);

  g_assert_true (has_locks (fixture->database));
  add_pair (fixture->store, show);

  /* Once it is closed it is a file as any other: another program's. */
  genlock_store_close (fixture->store);
  {
    const char *paths[] = { fixture->database, NULL };
    g_autoptr (GenlockImportPlan) plan = genlock_import_read (paths, NULL, NULL, NULL, NULL,
                                                              &error);

    g_assert_null (plan);
    g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN);
  }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/export/one-moment", test_one_moment);
  import_add_test ("/export/snapshot", test_snapshot);
  import_add_test ("/export/own-database", test_own_database);

  return g_test_run ();
}
