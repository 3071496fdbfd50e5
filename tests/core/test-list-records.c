/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of a list follow what changes while they are read, told or asked for. */

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "list-watch.h"
#include "worker-gate.h"

static gboolean
is_loaded (gpointer data)
{
  return !genlock_list_get_loading (data);
}

static gboolean
has_record (gpointer data)
{
  return genlock_row_get_record (data) != NULL;
}

static gboolean
has_items (gpointer data)
{
  return g_list_model_get_n_items (data) > 0;
}

/* The records of a page are read; before they come one of the rows changes. */
static void
test_fetched (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRecord) known = NULL;
  g_autoptr (GenlockRow) row = NULL;
  g_autoptr (GenlockRow) beside = NULL;
  WorkerGate gate;

  store_help_wait (is_loaded, list);
  known = genlock_store_find (store, &genlock_sources, "SRC 501", show, NULL);
  worker_gate_close (&gate, store, 1);
  row = g_list_model_get_item (G_LIST_MODEL (list), 500);
  beside = g_list_model_get_item (G_LIST_MODEL (list), 501);
  worker_gate_let_work (&gate, store);
  list_watch_edit (store, genlock_record_get_id (known), GENLOCK_SOURCE_NOTE, "spare");

  store_help_wait (has_record, beside);
  store_help_wait (has_record, row);
  g_assert_cmpstr (genlock_record_get_text (genlock_row_get_record (row), GENLOCK_SOURCE_NOTE), ==,
                   "spare");
  worker_gate_open (&gate);
  genlock_store_close (store);
}

typedef struct
{
  GPtrArray *records; /* owned (element-type GenlockRecord), nullable */
  GError *error; /* owned, nullable */
} Answer;

static void
answered_cb (GObject *object,
             GAsyncResult *result,
             gpointer user_data)
{
  Answer *answer = user_data;

  answer->records = genlock_list_fetch_finish (GENLOCK_LIST (object), result, &answer->error);
}

static gboolean
is_answered (gpointer data)
{
  Answer *answer = data;

  return answer->records != NULL || answer->error != NULL;
}

static void
answer_clear (Answer *answer)
{
  g_clear_pointer (&answer->records, g_ptr_array_unref);
  g_clear_error (&answer->error);
}

/* Whole rows to be copied are as they are when they come. */
static void
test_rows (TempDir *dir,
           gconstpointer data)
{
  static const guint positions[] = { 3, 4 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 10);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  Answer answer = { NULL, NULL };
  WorkerGate gate;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  worker_gate_close (&gate, store, 1);
  genlock_list_fetch_async (watch.list, positions, G_N_ELEMENTS (positions), NULL, answered_cb,
                            &answer);
  worker_gate_let_work (&gate, store);
  list_watch_edit (store, list_watch_id (&watch, 4), GENLOCK_SOURCE_NOTE, "spare");

  store_help_wait (is_answered, &answer);
  g_assert_no_error (answer.error);
  g_assert_cmpuint (answer.records->len, ==, 2);
  g_assert_cmpstr (genlock_record_get_text (g_ptr_array_index (answer.records, 1),
                                            GENLOCK_SOURCE_NOTE), ==, "spare");
  answer_clear (&answer);
  worker_gate_open (&gate);
  list_watch_end (&watch);
  genlock_store_close (store);
}

/* Rows that were asked for by their places are those, or none: never others. */
static void
test_rows_turned (TempDir *dir,
                  gconstpointer data)
{
  static const guint positions[] = { 0, 900 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  Answer answer = { NULL, NULL };

  store_help_wait (has_items, list);
  g_assert_true (genlock_list_get_loading (list));
  genlock_list_fetch_async (list, positions, G_N_ELEMENTS (positions), NULL, answered_cb, &answer);
  genlock_query_set_sort (query, 0, TRUE);
  genlock_list_set_query (list, query);

  store_help_wait (is_answered, &answer);
  g_assert_error (answer.error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  answer_clear (&answer);
}

/* A child that moves leaves the row that it was in. */
static void
test_child (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 10);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  GenlockRecord *edit = genlock_record_new (&genlock_source_outputs);
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GPtrArray *outputs;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  outputs = genlock_record_get_children (list_watch_record (&watch, 2), &genlock_source_outputs);
  genlock_record_set_text (edit, GENLOCK_META_ID,
                           genlock_record_get_id (g_ptr_array_index (outputs, 0)));
  genlock_record_set_text (edit, GENLOCK_SOURCE_OUTPUT_SOURCE_ID, list_watch_id (&watch, 5));
  genlock_batch_update (batch, edit);
  store_help_apply (store, batch);
  g_assert_cmpuint (list_watch_count_outputs (list_watch_record (&watch, 2)), ==, 0);
  g_assert_cmpuint (list_watch_count_outputs (list_watch_record (&watch, 5)), ==, 2);

  genlock_changes_unref (genlock_store_undo (store, 0, NULL));
  g_assert_cmpuint (list_watch_count_outputs (list_watch_record (&watch, 2)), ==, 1);
  g_assert_cmpuint (list_watch_count_outputs (list_watch_record (&watch, 5)), ==, 1);
  list_watch_end (&watch);
}

typedef struct
{
  GenlockStore *store; /* unowned */
  char *ids[3]; /* owned */
} Answering;

/* Somebody answers the first change of a row by changing all three of them. */
static void
answer_change_cb (GenlockRow *row,
                  GParamSpec *pspec,
                  gpointer user_data)
{
  Answering *answering = user_data;
  GenlockStore *store = g_steal_pointer (&answering->store);

  for (guint i = 0; store != NULL && i < G_N_ELEMENTS (answering->ids); i++)
    list_watch_edit (store, answering->ids[i], GENLOCK_SOURCE_NOTE, "second");
}

/* Rows that change while their change is being told show the latest. */
static void
test_answered (TempDir *dir,
               gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 10);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  Answering answering = { store, { NULL } };
  ListWatch watch;

  list_watch_start (&watch, store, query);
  for (guint i = 0; i < G_N_ELEMENTS (answering.ids); i++)
    {
      GenlockRecord *edit = genlock_record_new (&genlock_sources);

      answering.ids[i] = g_strdup (list_watch_id (&watch, i));
      genlock_record_set_text (edit, GENLOCK_META_ID, answering.ids[i]);
      genlock_record_set_text (edit, GENLOCK_SOURCE_NOTE, "first");
      genlock_batch_update (batch, edit);
      g_signal_connect (g_ptr_array_index (watch.rows, i), "notify::note",
                        G_CALLBACK (answer_change_cb), &answering);
    }

  store_help_apply (store, batch);
  for (guint i = 0; i < G_N_ELEMENTS (answering.ids); i++)
    {
      g_assert_cmpstr (genlock_record_get_text (list_watch_record (&watch, i),
                                                GENLOCK_SOURCE_NOTE),
                       ==, "second");
      g_signal_handlers_disconnect_by_func (g_ptr_array_index (watch.rows, i), answer_change_cb,
                                            &answering);
      g_free (answering.ids[i]);
    }

  list_watch_assert_right (&watch, store);
  list_watch_end (&watch);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/list/records/fetched", test_fetched);
  temp_dir_test ("/list/records/rows", test_rows);
  temp_dir_test ("/list/records/rows-turned", test_rows_turned);
  temp_dir_test ("/list/records/child", test_child);
  temp_dir_test ("/list/records/answered", test_answered);

  return g_test_run ();
}
