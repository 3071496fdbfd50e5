/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists: they hold what their query says, and tell no more than what differs. */

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-list.h"
#include "core/store/genlock-store-private.h"
#include "store-help.h"

/* What somebody sees who follows a list by its signals alone. */
typedef struct
{
  GenlockList *list; /* owned */
  GPtrArray *rows; /* owned (element-type GenlockRow) */
  guint n_told; /* items-changed so far */
  guint n_rows_told; /* rows that these took away and added */
} Watch;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  gpointer user_data)
{
  Watch *watch = user_data;

  watch->n_told++;
  watch->n_rows_told += removed + added;
  g_assert_cmpuint (position + removed, <=, watch->rows->len);

  if (removed > 0)
    g_ptr_array_remove_range (watch->rows, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (watch->rows, (int) (position + i),
                        g_list_model_get_item (model, position + i));

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, watch->rows->len);

  /* Between two signals too the list is what was told of it. */
  for (guint i = 0; i < watch->rows->len; i += 1 + watch->rows->len / 16)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (model, i);
      GenlockRow *seen = g_ptr_array_index (watch->rows, i);

      if (genlock_row_get_record (row) != NULL && genlock_row_get_record (seen) != NULL)
        g_assert_true (row == seen);
    }
}

static gboolean
is_settled (gpointer data)
{
  Watch *watch = data;

  if (genlock_list_get_loading (watch->list))
    return FALSE;

  for (guint i = 0; i < watch->rows->len; i++)
    if (genlock_row_get_record (g_ptr_array_index (watch->rows, i)) == NULL)
      return FALSE;

  return TRUE;
}

static void
settle (Watch *watch)
{
  store_help_wait (is_settled, watch);
}

static void
watch_start (Watch *watch,
             GenlockStore *store,
             const GenlockQuery *query)
{
  watch->list = genlock_list_new (store, query);
  watch->rows = g_ptr_array_new_with_free_func (g_object_unref);
  watch->n_told = 0;
  watch->n_rows_told = 0;
  g_signal_connect (watch->list, "items-changed", G_CALLBACK (items_changed_cb), watch);
  settle (watch);
}

static void
watch_end (Watch *watch)
{
  g_ptr_array_unref (watch->rows);
  g_signal_handlers_disconnect_by_func (watch->list, items_changed_cb, watch);
  g_object_unref (watch->list);
}

static void
watch_forget (Watch *watch)
{
  watch->n_told = 0;
  watch->n_rows_told = 0;
}

static guint
count_children (GenlockRecord *record)
{
  GPtrArray *children = genlock_record_get_children (record, &genlock_source_outputs);

  return children != NULL ? children->len : 0;
}

typedef struct
{
  Watch *watch;
  GPtrArray *expected;
} Comparison;

/* After a change of many rows those that are looked at follow by and by. */
static gboolean
has_same_rows (gpointer data)
{
  Comparison *comparison = data;
  GPtrArray *rows = comparison->watch->rows;

  if (!is_settled (comparison->watch) || rows->len != comparison->expected->len)
    return FALSE;

  for (guint i = 0; i < rows->len; i++)
    {
      GenlockRecord *record = genlock_row_get_record (g_ptr_array_index (rows, i));
      GenlockRecord *right = g_ptr_array_index (comparison->expected, i);

      if (!genlock_record_equal (record, right)
          || count_children (record) != count_children (right))
        return FALSE;
    }

  return TRUE;
}

static gboolean
has_same_length (gpointer data)
{
  Comparison *comparison = data;

  return is_settled (comparison->watch)
         && comparison->watch->rows->len == comparison->expected->len;
}

/* The list, and what was told of it, becomes what the store answers: what settled first may have
 * been the query for the change before. */
static void
assert_right (Watch *watch,
              GenlockStore *store)
{
  GListModel *model = G_LIST_MODEL (watch->list);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) expected = NULL;
  Comparison comparison;

  settle (watch);
  expected = genlock_store_list (store, genlock_list_get_query (watch->list), &error);
  g_assert_no_error (error);

  comparison.watch = watch;
  comparison.expected = expected;
  store_help_wait (has_same_length, &comparison);
  g_assert_cmpuint (g_list_model_get_n_items (model), ==, expected->len);

  for (guint i = 0; i < expected->len; i++)
    {
      g_autoptr (GenlockRow) row = g_list_model_get_item (model, i);

      g_assert_true (row == g_ptr_array_index (watch->rows, i));
      g_assert_cmpstr (genlock_record_get_id (genlock_row_get_record (row)), ==,
                       genlock_record_get_id (g_ptr_array_index (expected, i)));
    }

  store_help_wait (has_same_rows, &comparison);
}

static GenlockQuery *
query_sources (const char *show_id)
{
  GenlockQuery *query = genlock_query_new (&genlock_sources);

  genlock_query_set_parent (query, show_id);

  return query;
}

static const char *
id_at (Watch *watch,
       guint position)
{
  return genlock_record_get_id (genlock_row_get_record (g_ptr_array_index (watch->rows,
                                                                           position)));
}

static void
edit_text (GenlockStore *store,
           const char *id,
           guint field,
           const char *text)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *edit = genlock_record_new (&genlock_sources);

  genlock_record_set_text (edit, GENLOCK_META_ID, id);
  genlock_record_set_text (edit, field, text);
  genlock_batch_update (batch, edit);
  store_help_apply (store, batch);
}

static void
test_open (TempDir *dir,
           gconstpointer data)
{
  static const guint sizes[] = { 0, 1, 200, 1000 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autofree char *id = store_help_add_show (store, sizes[i]);
      g_autoptr (GenlockQuery) query = query_sources (id);
      Watch watch;

      watch_start (&watch, store, query);
      g_assert_cmpuint (watch.rows->len, ==, sizes[i]);
      assert_right (&watch, store);
      watch_end (&watch);
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
  g_autoptr (GenlockQuery) query = query_sources (id);
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
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GenlockRow) row = NULL;
  g_autofree char *id = NULL;
  GenlockBatch *batch;
  guint n_notified = 0;
  Watch watch;

  watch_start (&watch, store, query);
  watch_forget (&watch);
  row = g_object_ref (g_ptr_array_index (watch.rows, 300));
  id = g_strdup (id_at (&watch, 300));
  g_signal_connect (row, "notify::note", G_CALLBACK (note_cb), &n_notified);

  /* The order stays: the row says so itself, before apply returns. */
  edit_text (store, id, GENLOCK_SOURCE_NOTE, "spare");
  g_assert_cmpuint (n_notified, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (genlock_row_get_record (row), GENLOCK_SOURCE_NOTE), ==,
                   "spare");
  g_assert_false (genlock_list_get_loading (watch.list));
  assert_right (&watch, store);
  g_assert_cmpuint (watch.n_told, ==, 0);

  edit_text (store, id, GENLOCK_SOURCE_LABEL, "SRC 5000");
  assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 2);
  g_assert_true (g_ptr_array_index (watch.rows, 599) == row);

  watch_forget (&watch);
  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, &genlock_sources, id);
  store_help_apply (store, batch);
  assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);

  watch_forget (&watch);
  genlock_changes_unref (genlock_store_undo (store, 0, NULL));
  assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);
  g_assert_true (g_ptr_array_index (watch.rows, 599) == row);

  watch_forget (&watch);
  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, store_help_source (show, "SRC 250a", "New", "DP"));
  store_help_apply (store, batch);
  assert_right (&watch, store);
  g_assert_cmpuint (watch.n_rows_told, ==, 1);

  watch_end (&watch);
}

/* A child that changes shows in its parent's row. */
static void
test_children (TempDir *dir,
               gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = query_sources (show);
  GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);
  GenlockBatch *batch = genlock_batch_new ("ADD");
  Watch watch;

  genlock_query_set_search (query, "hdmi");
  watch_start (&watch, store, query);
  g_assert_cmpuint (watch.rows->len, ==, 10);

  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_SOURCE_ID, id_at (&watch, 3));
  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "Fibre");
  genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, 2);
  genlock_batch_insert (batch, output);
  store_help_apply (store, batch);
  g_assert_cmpuint (count_children (genlock_row_get_record (g_ptr_array_index (watch.rows, 3))),
                    ==, 2);
  assert_right (&watch, store);

  genlock_query_set_search (query, "fibre");
  genlock_list_set_query (watch.list, query);
  assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, ==, 1);
  watch_end (&watch);
}

static void
test_queries (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 400);
  g_autofree char *other = store_help_add_show (store, 30);
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GenlockQuery) shows = genlock_query_new (&genlock_productions);
  Watch watch;

  watch_start (&watch, store, NULL);
  g_assert_cmpuint (watch.rows->len, ==, 0);

  genlock_list_set_query (watch.list, query);
  assert_right (&watch, store);

  /* The latest counts, however fast they follow each other. */
  genlock_query_set_search (query, "1");
  genlock_list_set_query (watch.list, query);
  genlock_query_set_search (query, "12");
  genlock_list_set_query (watch.list, query);
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, TRUE);
  genlock_list_set_query (watch.list, query);
  assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, >, 0);

  genlock_list_set_query (watch.list, shows);
  assert_right (&watch, store);
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (watch.list))
                 == genlock_row_get_type_for_table (&genlock_productions));
  g_assert_cmpuint (watch.rows->len, ==, 2);

  genlock_query_set_search (query, NULL);
  genlock_query_set_parent (query, other);
  genlock_list_set_query (watch.list, query);
  assert_right (&watch, store);
  g_assert_cmpuint (watch.rows->len, ==, 30);

  genlock_list_set_query (watch.list, query);
  genlock_list_set_query (watch.list, NULL);
  settle (&watch);
  g_assert_cmpuint (watch.rows->len, ==, 0);
  watch_end (&watch);
}

/* What is kept of a show is not believed once another show has been looked at, however briefly. */
static void
test_shows (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autofree char *other = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) here = query_sources (show);
  g_autoptr (GenlockQuery) there = query_sources (other);
  g_autoptr (GenlockRecord) first = genlock_store_find (store, &genlock_sources, "SRC 1", show,
                                                        NULL);
  g_autoptr (GenlockRecord) second = genlock_store_find (store, &genlock_sources, "SRC 3", show,
                                                         NULL);
  Watch watch;

  genlock_query_set_search (here, "hdmi");
  watch_start (&watch, store, here);

  /* Looked at. */
  genlock_list_set_query (watch.list, there);
  assert_right (&watch, store);
  edit_text (store, genlock_record_get_id (first), GENLOCK_SOURCE_LABEL, "SRC 99");
  genlock_list_set_query (watch.list, here);
  assert_right (&watch, store);
  g_assert_cmpstr (id_at (&watch, 9), ==, genlock_record_get_id (first));

  /* Left before there was anything to see. */
  genlock_list_set_query (watch.list, there);
  edit_text (store, genlock_record_get_id (second), GENLOCK_SOURCE_LABEL, NULL);
  genlock_list_set_query (watch.list, here);
  assert_right (&watch, store);
  watch_end (&watch);
}

static void
test_find (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 3000);
  g_autofree char *other = store_help_add_show (store, 1);
  g_autoptr (GenlockQuery) query = query_sources (show);
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
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) records = NULL;

  store_help_wait (is_loaded, list);
  genlock_list_fetch_async (list, positions, G_N_ELEMENTS (positions), NULL, fetched_cb, &records);
  store_help_wait (is_there, &records);
  g_assert_cmpuint (records->len, ==, 3);
  g_assert_cmpstr (genlock_record_get_name (g_ptr_array_index (records, 1)), ==, "SRC 1501");
  g_assert_cmpuint (count_children (g_ptr_array_index (records, 2)), ==, 1);
}

/* Asked before the order is there: the rows are waited for, none is left out. */
static void
test_fetch_early (TempDir *dir,
                  gconstpointer data)
{
  static const guint positions[] = { 0, 1500, 1999 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 2000);
  g_autoptr (GenlockQuery) query = query_sources (show);
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
  g_autoptr (GenlockQuery) query = query_sources (show);
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

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean open;
} Gate;

static gpointer
wait_at_gate (GenlockReaders *readers,
              gpointer data,
              GCancellable *cancellable,
              GError **error)
{
  Gate *gate = data;

  g_mutex_lock (&gate->mutex);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return NULL;
}

static void
open_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

/* A page is asked for, and before its turn has come its rows stand somewhere else. */
static void
test_turned (TempDir *dir,
             gconstpointer data)
{
  static const guint positions[] = { 200, 400, 600 };
  Gate gate = { 0 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);

  store_help_wait (is_loaded, list);

  /* Two of the three workers are busy: the third does what follows one after the other. */
  genlock_store_run_detached (store, wait_at_gate, &gate, NULL);
  genlock_store_run_detached (store, wait_at_gate, &gate, NULL);
  genlock_query_set_sort (query, 0, TRUE);
  genlock_list_set_query (list, query);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), positions[i]));

  for (guint i = 0; i < rows->len; i++)
    store_help_wait (has_record, g_ptr_array_index (rows, i));

  g_assert_cmpstr (genlock_record_get_name (genlock_row_get_record (g_ptr_array_index (rows, 2))),
                   ==, "SRC 601");
  open_gate (&gate);
  genlock_store_close (store);
}

static char *
random_word (void)
{
  static const char * const words[] = { "CAM", "Laptop", "gfx", "Straße", "Playback", "HDMI" };
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

  return g_strdup_printf ("%s %d", word, g_test_rand_int_range (1, 30));
}

static void
add_random_op (GenlockBatch *batch,
               GPtrArray *rows,
               const char *show)
{
  g_autofree char *label = random_word ();
  g_autofree char *name = random_word ();
  int what = rows->len > 0 ? g_test_rand_int_range (0, 10) : 0;
  GenlockRecord *edit;
  const char *id;
  guint chosen;

  if (what < 3)
    {
      genlock_batch_insert (batch, store_help_source (show, label, name,
                                                      what == 0 ? NULL : "SDI"));
      return;
    }

  chosen = (guint) g_test_rand_int_range (0, (int) rows->len);
  id = genlock_record_get_id (g_ptr_array_index (rows, chosen));
  if (what == 3)
    {
      genlock_batch_delete (batch, &genlock_sources, id);
      return;
    }

  edit = genlock_record_new (&genlock_sources);
  genlock_record_set_text (edit, GENLOCK_META_ID, id);
  if (what < 6)
    genlock_record_set_text (edit, GENLOCK_SOURCE_LABEL, what == 4 ? NULL : label);
  else if (what < 8)
    genlock_record_set_text (edit, GENLOCK_SOURCE_NAME, name);
  else
    genlock_record_set_text (edit, GENLOCK_SOURCE_NOTE, name);
  genlock_batch_update (batch, edit);
}

static void
apply_random (GenlockStore *store,
              const char *show)
{
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, NULL);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("PASTE");
  g_autoptr (GenlockChanges) changes = NULL;
  int n = g_test_rand_bit () ? 1 : g_test_rand_int_range (1, 40);

  if (g_test_rand_int_range (0, 8) == 0)
    {
      changes = genlock_store_undo (store, 0, NULL);
      return;
    }

  /* Some batches touch a row twice after deleting it and are refused: that changes nothing. */
  for (int i = 0; i < n; i++)
    add_random_op (batch, rows, show);
  changes = genlock_store_apply (store, batch, NULL, NULL);
}

static void
set_random_query (Watch *watch,
                  const char *show)
{
  static const char * const searches[] = { NULL, "cam", "1", "laptop 2", "strasse", "sdi" };
  const char * const words[] = { "", "Laptop", NULL };
  g_autoptr (GenlockQuery) query = query_sources (show);
  guint sorts[] = { 0, GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME, GENLOCK_SOURCE_NOTE };

  genlock_query_set_search (query, searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))]);
  genlock_query_set_sort (query, sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))],
                          g_test_rand_bit ());
  if (g_test_rand_int_range (0, 4) == 0)
    genlock_query_set_sort_child (query, &genlock_source_outputs,
                                  GENLOCK_SOURCE_OUTPUT_CONNECTOR, g_test_rand_bit ());
  if (g_test_rand_int_range (0, 3) == 0)
    genlock_query_set_filter (query, GENLOCK_SOURCE_NOTE, words, g_test_rand_bit ());

  genlock_list_set_query (watch->list, query);
}

/* Whatever happens in whatever order: the list says what the store says. */
static void
test_random (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 40);
  g_autofree char *other = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = query_sources (show);
  Watch watch;

  watch_start (&watch, store, query);

  for (guint round = 0; round < 150; round++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        set_random_query (&watch, g_test_rand_int_range (0, 6) == 0 ? other : show);
      apply_random (store, show);

      /* Sometimes the next change comes before the list has caught up. */
      if (g_test_rand_bit ())
        assert_right (&watch, store);
      else
        g_main_context_iteration (NULL, FALSE);
    }

  assert_right (&watch, store);
  watch_end (&watch);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/list/open", test_open);
  temp_dir_test ("/list/head", test_head);
  temp_dir_test ("/list/single", test_single);
  temp_dir_test ("/list/children", test_children);
  temp_dir_test ("/list/queries", test_queries);
  temp_dir_test ("/list/shows", test_shows);
  temp_dir_test ("/list/find", test_find);
  temp_dir_test ("/list/fetch", test_fetch);
  temp_dir_test ("/list/fetch-early", test_fetch_early);
  temp_dir_test ("/list/scroll", test_scroll);
  temp_dir_test ("/list/turned", test_turned);
  temp_dir_test ("/list/random", test_random);

  return g_test_run ();
}
