/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists where a change or a query fails: nothing else is shown for it, and they come back. */

#include "config.h"

#include <sqlite3.h>

#include "core/model/genlock-row.h"
#include "core/schema/genlock-sources.h"
#include "failing-vfs.h"
#include "list-watch.h"
#include "worker-gate.h"

static char *
get_error (GenlockList *list)
{
  char *error;

  g_object_get (list, "error", &error, NULL);

  return error;
}

static gboolean
has_failed (gpointer data)
{
  g_autofree char *error = get_error (data);

  return error != NULL && !genlock_list_get_loading (data);
}

static gboolean
has_recovered (gpointer data)
{
  g_autofree char *error = get_error (data);

  return error == NULL && !genlock_list_get_loading (data);
}

/* Nothing can be read any more. Returns (transfer full): what mend() takes. */
static GenlockReaders *
break_readers (GenlockStore *store)
{
  GenlockReaders *readers = store->readers;

  store->readers = genlock_readers_new ("/nonexistent/genlock.db");

  return readers;
}

static void
mend (GenlockStore *store,
      GenlockReaders *readers)
{
  genlock_readers_unref (store->readers);
  store->readers = readers;
}

/* The order and the records of a change cannot be read; the next change brings both. */
static void
test_next_change (TempDir *dir,
                  gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 50);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autofree char *id = NULL;
  GenlockReaders *readers;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  id = g_strdup (list_watch_id (&watch, 4));
  readers = break_readers (store);
  list_watch_edit (store, id, GENLOCK_SOURCE_LABEL, "SRC 600");
  store_help_wait (has_failed, watch.list);
  mend (store, readers);

  /* By itself it would move no row. */
  list_watch_edit (store, list_watch_id (&watch, 0), GENLOCK_SOURCE_NOTE, "spare");
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 49), ==, id);
  store_help_wait (has_recovered, watch.list);
  list_watch_end (&watch);
}

static void
note_all (GenlockStore *store,
          ListWatch *watch)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");

  for (guint i = 0; i < watch->rows->len; i++)
    {
      GenlockRecord *edit = genlock_record_new (&genlock_sources);

      genlock_record_set_text (edit, GENLOCK_META_ID, list_watch_id (watch, i));
      genlock_record_set_text (edit, GENLOCK_SOURCE_NOTE, "spare");
      genlock_batch_update (batch, edit);
    }

  store_help_apply (store, batch);
}

/* Without any further change too. */
static void
test_retry (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 50);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  GenlockReaders *readers;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  readers = break_readers (store);
  list_watch_edit (store, list_watch_id (&watch, 4), GENLOCK_SOURCE_LABEL, "SRC 600");
  store_help_wait (has_failed, watch.list);
  mend (store, readers);
  store_help_wait (has_recovered, watch.list);
  list_watch_assert_right (&watch, store);

  /* Records alone, of more rows than are read at once. */
  readers = break_readers (store);
  note_all (store, &watch);
  store_help_wait (has_failed, watch.list);
  mend (store, readers);
  store_help_wait (has_recovered, watch.list);
  list_watch_assert_right (&watch, store);
  list_watch_end (&watch);
}

/* Another query fails: what is there is no answer to it. */
static void
test_query (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 50);
  g_autofree char *other = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockQuery) next = list_watch_query (other);
  GenlockReaders *readers;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  readers = break_readers (store);
  genlock_list_set_query (watch.list, next);
  store_help_wait (has_failed, watch.list);
  g_assert_cmpuint (watch.rows->len, ==, 0);

  mend (store, readers);
  store_help_wait (has_recovered, watch.list);
  g_assert_cmpuint (watch.rows->len, ==, 20);
  list_watch_assert_right (&watch, store);

  /* Nobody waits for it any more. */
  readers = break_readers (store);
  genlock_list_set_query (watch.list, query);
  store_help_wait (has_failed, watch.list);
  genlock_list_set_query (watch.list, NULL);
  g_assert_true (has_recovered (watch.list));
  mend (store, readers);
  list_watch_end (&watch);
}

/* The records of a page cannot be read, then they can. */
static void
test_page (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRow) row = NULL;
  GenlockReaders *readers;

  store_help_wait (has_recovered, list);
  readers = break_readers (store);
  row = g_list_model_get_item (G_LIST_MODEL (list), 700);
  store_help_wait (has_failed, list);
  g_assert_null (genlock_row_get_record (row));
  mend (store, readers);
  store_help_wait (has_recovered, list);
  g_assert_nonnull (genlock_row_get_record (row));
}

static gboolean
is_answered (gpointer data)
{
  return *(GError **) data != NULL;
}

static void
refused_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GPtrArray) rows = genlock_list_fetch_finish (GENLOCK_LIST (object), result,
                                                          user_data);

  g_assert_null (rows);
}

/* Only the first rows came, then no more: who wants others hears so at once. */
static void
test_rest (TempDir *dir,
           gconstpointer data)
{
  static const guint position = 900;
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = NULL;
  g_autoptr (GError) error = NULL;
  GenlockReaders *readers;
  WorkerGate gate;

  worker_gate_close (&gate, store, 1);
  list = genlock_list_new (store, query);
  worker_gate_let_work (&gate, store);
  readers = break_readers (store);
  store_help_wait (has_failed, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000);

  genlock_list_fetch_async (list, &position, 1, NULL, refused_cb, &error);
  store_help_wait (is_answered, &error);
  mend (store, readers);
  store_help_wait (has_recovered, list);
  worker_gate_open (&gate);
  genlock_store_close (store);
}

static GenlockBatch *
make_wrong_batch (ListWatch *watch)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *edit = genlock_record_new (&genlock_sources);
  GenlockRecord *wrong = genlock_record_new (&genlock_sources);

  genlock_record_set_text (edit, GENLOCK_META_ID, list_watch_id (watch, 3));
  genlock_record_set_text (edit, GENLOCK_SOURCE_LABEL, "SRC 600");
  genlock_batch_update (batch, edit);
  genlock_record_set_text (wrong, GENLOCK_META_ID, "2b1e4c1e-0000-4000-8000-000000000001");
  genlock_record_set_text (wrong, GENLOCK_SOURCE_NAME, "Nobody");
  genlock_batch_update (batch, wrong);

  return batch;
}

/* A batch is refused half way, or the disk fails under it: the list has heard of nothing. */
static void
test_batch (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 50);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockBatch) wrong = NULL;
  g_autoptr (GenlockBatch) right = genlock_batch_new ("DELETE");
  g_autoptr (GError) refused = NULL;
  g_autoptr (GError) failed = NULL;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  list_watch_forget (&watch);
  wrong = make_wrong_batch (&watch);
  genlock_batch_delete (right, &genlock_sources, list_watch_id (&watch, 7));

  g_assert_null (genlock_store_apply (store, wrong, NULL, &refused));
  g_assert_nonnull (refused);
  failing_vfs_arm (0, SQLITE_FULL);
  g_assert_null (genlock_store_apply (store, right, NULL, &failed));
  failing_vfs_disarm ();
  g_assert_nonnull (failed);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_told, ==, 0);

  store_help_apply (store, g_steal_pointer (&right));
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, ==, 49);
  list_watch_end (&watch);
}

/* What was asked of a store is answered when it closes; then it says that it is closed, and the
 * list of the store that is opened next shows what is there. */
static void
test_closed (TempDir *dir,
             gconstpointer data)
{
  static const guint position = 0;
  GenlockStore *store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRow) row = NULL;
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;
  ListWatch watch;

  store_help_wait (has_recovered, list);
  genlock_query_set_search (query, "hdmi");
  genlock_list_set_query (list, query);
  genlock_store_close (store);
  store_help_wait (has_recovered, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 500);

  row = g_list_model_get_item (G_LIST_MODEL (list), 499);
  genlock_list_fetch_async (list, &position, 1, NULL, refused_cb, &error);
  store_help_wait (is_answered, &error);
  genlock_query_set_search (query, "sdi");
  genlock_list_set_query (list, query);
  store_help_wait (has_failed, list);
  message = get_error (list);
  g_assert_cmpstr (message, ==, "The database is closed.");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 0);
  g_object_unref (store);

  store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  list_watch_start (&watch, store, query);
  list_watch_assert_right (&watch, store);
  list_watch_edit (store, list_watch_id (&watch, 3), GENLOCK_SOURCE_LABEL, "SRC 6000");
  list_watch_assert_right (&watch, store);
  list_watch_end (&watch);
  g_object_unref (store);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  failing_vfs_install ();

  temp_dir_test ("/list/failures/next-change", test_next_change);
  temp_dir_test ("/list/failures/retry", test_retry);
  temp_dir_test ("/list/failures/query", test_query);
  temp_dir_test ("/list/failures/page", test_page);
  temp_dir_test ("/list/failures/rest", test_rest);
  temp_dir_test ("/list/failures/batch", test_batch);
  temp_dir_test ("/list/failures/closed", test_closed);

  return g_test_run ();
}
