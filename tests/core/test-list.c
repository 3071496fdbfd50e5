/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: they hold what their query says, and tell no more than what differs. */

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "list-watch.h"

static void
test_open (TempDir *dir,
           gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 200, 1000 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *id = store_help_add_show (store, sizes[i]);
      g_autoptr (GenlockQuery) query = list_watch_query (id);
      ListWatch watch;

      list_watch_start (&watch, store, query);
      g_assert_cmpuint (watch.rows->len, ==, sizes[i]);
      list_watch_assert_right (&watch, store);
      list_watch_end (&watch);
    }
}

static gboolean
has_items (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

static gboolean
has_record (gpointer data)
{
  return genlock_row_get_record (data) != NULL;
}

static gboolean
is_loaded (gpointer data)
{
  return !genlock_list_get_loading (data);
}

static void
count_cb (GListModel *model,
          guint position,
          guint removed,
          guint added,
          gpointer user_data)
{
  ++*(guint *) user_data;
}

/* The first rows come at once with the right length, the order behind them without a word. */
static void
test_head (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (id);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRow) first = NULL;
  g_autoptr (GenlockRow) last = NULL;
  guint n_told = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (count_cb), &n_told);
  g_assert_true (genlock_list_get_loading (list));
  store_help_wait (has_items, list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1000);
  first = g_list_model_get_item (G_LIST_MODEL (list), 0);
  g_assert_nonnull (genlock_row_get_record (first));
  g_assert_cmpstr (genlock_record_get_name (genlock_row_get_record (first)), ==, "SRC 1");
  store_help_wait (is_loaded, list);
  g_assert_cmpuint (n_told, ==, 1);

  last = g_list_model_get_item (G_LIST_MODEL (list), 999);
  g_assert_null (genlock_row_get_record (last));
  store_help_wait (has_record, last);
  g_assert_cmpstr (genlock_record_get_name (genlock_row_get_record (last)), ==, "SRC 1000");
}

static void
note_cb (GObject *object,
         GParamSpec *pspec,
         gpointer user_data)
{
  ++*(guint *) user_data;
}

/* One edit is told as one: its row, at most taken away and put back. */
static void
test_single (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 600);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockRow) row = NULL;
  g_autofree char *id = NULL;
  GenlockBatch *batch;
  guint n_notified = 0;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  list_watch_forget (&watch);
  row = g_object_ref (g_ptr_array_index (watch.rows, 300));
  id = g_strdup (list_watch_id (&watch, 300));
  g_signal_connect (row, "notify::note", G_CALLBACK (note_cb), &n_notified);

  /* The order stays: the row says so itself, before apply returns. */
  list_watch_edit (store, id, GENLOCK_SOURCE_NOTE, "spare");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (genlock_row_get_record (row), GENLOCK_SOURCE_NOTE), ==,
                   "spare");
  g_assert_false (genlock_list_get_loading (watch.list));
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_told, ==, 0);

  list_watch_edit (store, id, GENLOCK_SOURCE_LABEL, "SRC 5000");
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 2);
  g_assert_true (g_ptr_array_index (watch.rows, 599) == row);

  list_watch_forget (&watch);
  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, &genlock_sources, id);
  store_help_apply (store, batch);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);

  list_watch_forget (&watch);
  genlock_changes_unref (genlock_store_undo (store, 0, NULL));
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);
  g_assert_true (g_ptr_array_index (watch.rows, 599) == row);

  list_watch_forget (&watch);
  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, store_help_source (show, "SRC 250a", "New", "DP"));
  store_help_apply (store, batch);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);

  list_watch_end (&watch);
}

/* A child that changes shows in its parent's row. */
static void
test_children (TempDir *dir,
               gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);
  GenlockBatch *batch = genlock_batch_new ("ADD");
  ListWatch watch;

  genlock_query_set_search (query, "hdmi");
  list_watch_start (&watch, store, query);
  g_assert_cmpuint (watch.rows->len, ==, 10);

  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_SOURCE_ID, list_watch_id (&watch, 3));
  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "Fibre");
  genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, 2);
  genlock_batch_insert (batch, output);
  store_help_apply (store, batch);
  g_assert_cmpuint (list_watch_count_outputs (list_watch_record (&watch, 3)), ==, 2);
  list_watch_assert_right (&watch, store);

  genlock_query_set_search (query, "fibre");
  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, ==, 1);
  list_watch_end (&watch);
}

static void
test_queries (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 400);
  g_autofree char *other = store_help_add_show (store, 30);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockQuery) shows = genlock_query_new (&genlock_productions);
  ListWatch watch;

  list_watch_start (&watch, store, NULL);
  g_assert_cmpuint (watch.rows->len, ==, 0);

  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);

  /* The latest counts, however fast they follow each other. */
  genlock_query_set_search (query, "1");
  genlock_list_set_query (watch.list, query);
  genlock_query_set_search (query, "12");
  genlock_list_set_query (watch.list, query);
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, TRUE);
  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, >, 0);

  genlock_list_set_query (watch.list, shows);
  list_watch_assert_right (&watch, store);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (watch.list))
                 == genlock_row_get_type_for_table (&genlock_productions));
  g_assert_cmpuint (watch.rows->len, ==, 2);

  genlock_query_set_search (query, NULL);
  genlock_query_set_parent (query, other);
  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, ==, 30);

  genlock_list_set_query (watch.list, query);
  genlock_list_set_query (watch.list, NULL);
  list_watch_settle (&watch);
  g_assert_cmpuint (watch.rows->len, ==, 0);
  list_watch_end (&watch);
}

static void
test_find (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 3000);
  g_autofree char *other = store_help_add_show (store, 1);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRecord) far = NULL;
  g_autoptr (GenlockRecord) near = NULL;
  g_autoptr (GenlockRecord) away = NULL;
  guint position = 0;

  store_help_wait (is_loaded, list);
  near = genlock_store_find (store, &genlock_sources, "SRC 2", show, NULL);
  far = genlock_store_find (store, &genlock_sources, "SRC 2900", show, NULL);
  away = genlock_store_find (store, &genlock_sources, "SRC 1", other, NULL);

  g_assert_true (genlock_list_find (list, genlock_record_get_id (near), &position));
  g_assert_cmpuint (position, ==, 1);
  g_assert_true (genlock_list_find (list, genlock_record_get_id (far), &position));
  g_assert_cmpuint (position, ==, 2899);
  g_assert_false (genlock_list_find (list, genlock_record_get_id (away), &position));
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  *(GPtrArray **) user_data = genlock_list_fetch_finish (GENLOCK_LIST (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
test_fetch (TempDir *dir,
            gconstpointer data)
{
  static const guint positions[] = { 0, 1500, 1999, 2000 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 2000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) records = NULL;

  store_help_wait (is_loaded, list);
  genlock_list_fetch_async (list, positions, G_N_ELEMENTS (positions), NULL, fetched_cb, &records);
  store_help_wait (is_there, &records);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpstr (genlock_record_get_name (g_ptr_array_index (records, 1)), ==, "SRC 1501");
  g_assert_cmpuint (list_watch_count_outputs (g_ptr_array_index (records, 2)), ==, 1);
}

/* Asked before the order is there: the rows are waited for, none is left out. */
static void
test_fetch_early (TempDir *dir,
                  gconstpointer data)
{
  static const guint positions[] = { 0, 1500, 1999 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 2000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) records = NULL;

  store_help_wait (has_items, list);
  g_assert_true (genlock_list_get_loading (list));
  genlock_list_fetch_async (list, positions, G_N_ELEMENTS (positions), NULL, fetched_cb, &records);
  store_help_wait (is_there, &records);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpstr (genlock_record_get_name (g_ptr_array_index (records, 2)), ==, "SRC 2000");
}

/* Scrolled far and fast: whatever is still looked at in the end gets its record. */
static void
test_scroll (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  store_help_wait (is_loaded, list);
  for (guint start = 0; start + 50 <= 20000; start += 25)
    {
      g_ptr_array_set_size (rows, 0);
      for (guint i = 0; i < 50; i++)
        g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), start + i));
      if (start % 1000 == 0)
        g_main_context_iteration (NULL, FALSE);
    }

  for (guint i = 0; i < rows->len; i++)
    store_help_wait (has_record, g_ptr_array_index (rows, i));

  g_assert_cmpstr (genlock_record_get_name (genlock_row_get_record (g_ptr_array_index (rows, 49))),
                   ==, "SRC 20000");
}

/* Where every second row goes a view that asked for it is told once, and sees what is right. */
static void
test_runs (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 500);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  ListWatch watch;

  list_watch_start (&watch, store, query);
  genlock_query_set_search (query, "3");
  list_watch_forget (&watch);
  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_told, >, 4);

  genlock_list_set_max_runs (watch.list, 4);
  genlock_query_set_search (query, "4");
  list_watch_forget (&watch);
  genlock_list_set_query (watch.list, query);
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_told, ==, 1);

  /* A few are told one by one as ever. */
  list_watch_forget (&watch);
  list_watch_edit (store, list_watch_id (&watch, 20), GENLOCK_SOURCE_LABEL, "SRC 9994");
  list_watch_assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 2);
  list_watch_end (&watch);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/list/open", test_open);
  temp_dir_test ("/list/head", test_head);
  temp_dir_test ("/list/single", test_single);
  temp_dir_test ("/list/runs", test_runs);
  temp_dir_test ("/list/children", test_children);
  temp_dir_test ("/list/queries", test_queries);
  temp_dir_test ("/list/find", test_find);
  temp_dir_test ("/list/fetch", test_fetch);
  temp_dir_test ("/list/fetch-early", test_fetch_early);
  temp_dir_test ("/list/scroll", test_scroll);

  return g_test_run ();
}
