/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists never stay behind what they show, whatever comes between a question and its answer. */

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
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

static const char *
get_text (ListWatch *watch,
          guint position,
          guint field)
{
  GenlockRecord *record = list_watch_record (watch, position);

  /* A row that is still to come says nothing. */
  return record != NULL ? genlock_record_get_text (record, field) : NULL;
}

/* What is kept of a show is not believed once another show has been looked at, however briefly. */
static void
test_shows (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autofree char *other = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) here = list_watch_query (show);
  g_autoptr (GenlockQuery) there = list_watch_query (other);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  ListWatch watch;

  genlock_query_set_search (here, "hdmi");
  list_watch_start (&watch, store, here);
  first = g_strdup (list_watch_id (&watch, 0));
  second = g_strdup (list_watch_id (&watch, 1));
  third = g_strdup (list_watch_id (&watch, 2));

  /* Looked at. */
  genlock_list_set_query (watch.list, there);
  list_watch_assert_right (&watch, store);
  list_watch_edit (store, first, GENLOCK_SOURCE_LABEL, "SRC 99");
  genlock_list_set_query (watch.list, here);
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 9), ==, first);

  /* Left before there was anything to see. */
  genlock_list_set_query (watch.list, there);
  list_watch_edit (store, second, GENLOCK_SOURCE_LABEL, NULL);
  genlock_list_set_query (watch.list, here);
  list_watch_assert_right (&watch, store);

  /* Nothing at all was looked at. */
  genlock_list_set_query (watch.list, NULL);
  list_watch_edit (store, third, GENLOCK_SOURCE_LABEL, "SRC 98");
  genlock_list_set_query (watch.list, here);
  list_watch_assert_right (&watch, store);
  list_watch_end (&watch);
}

/* The order among equals is as it would be had it been asked for first. */
static void
test_equals (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockQuery) plain = list_watch_query (show);
  g_autofree char *id = NULL;
  WorkerGate gate;
  ListWatch watch;

  genlock_query_set_search (query, "hdmi");
  genlock_query_set_sort (query, GENLOCK_SOURCE_TYPE, FALSE);
  genlock_query_set_sort_then (query, GENLOCK_SOURCE_SCAN);
  list_watch_start (&watch, store, query);
  id = g_strdup (list_watch_id (&watch, 7));

  worker_gate_close (&gate, store, 0);
  genlock_list_set_query (watch.list, plain);
  list_watch_edit (store, id, GENLOCK_SOURCE_SCAN, "I");
  genlock_list_set_query (watch.list, query);
  worker_gate_open (&gate);
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 0), ==, id);
  list_watch_end (&watch);
  genlock_store_close (store);
}

/* What rows were sorted by is not believed once something has changed, whatever was shown then. */
static void
test_sorted (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) plain = list_watch_query (show);
  g_autoptr (GenlockQuery) sorted = list_watch_query (show);
  g_autofree char *id = NULL;
  ListWatch watch;

  genlock_query_set_sort (sorted, GENLOCK_SOURCE_SCAN, FALSE);
  list_watch_start (&watch, store, sorted);
  id = g_strdup (list_watch_id (&watch, 12));

  /* The other way round, and with a search: of what was kept. */
  genlock_query_set_sort (sorted, GENLOCK_SOURCE_SCAN, TRUE);
  genlock_list_set_query (watch.list, sorted);
  list_watch_assert_right (&watch, store);

  genlock_list_set_query (watch.list, plain);
  list_watch_assert_right (&watch, store);
  list_watch_edit (store, id, GENLOCK_SOURCE_SCAN, "I");
  genlock_query_set_search (sorted, "laptop");
  genlock_list_set_query (watch.list, sorted);
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 0), ==, id);
  list_watch_end (&watch);
}

static char *
add_spec (GenlockStore *store,
          const char *model)
{
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);
  GenlockBatch *batch = genlock_batch_new ("ADD");
  char *id = g_strdup (genlock_record_get_id (spec));

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "CAMERA");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Example");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "DIRECT");
  genlock_batch_insert (batch, spec);
  store_help_apply (store, batch);

  return id;
}

/* Equals are in the order of what they lead to, by its name. */
static void
test_equals_linked (TempDir *dir,
                    gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 5);
  g_autofree char *first = add_spec (store, "Alpha");
  g_autofree char *last = add_spec (store, "Zeta");
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autofree char *id = NULL;
  GenlockRecord *edit = genlock_record_new (&genlock_equipment_specs);
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  ListWatch watch;

  genlock_query_set_sort (query, GENLOCK_SOURCE_TYPE, FALSE);
  genlock_query_set_sort_then (query, GENLOCK_SOURCE_EQUIPMENT_ID);
  list_watch_start (&watch, store, query);
  id = g_strdup (list_watch_id (&watch, 3));
  list_watch_edit (store, id, GENLOCK_SOURCE_EQUIPMENT_ID, last);
  list_watch_edit (store, list_watch_id (&watch, 0), GENLOCK_SOURCE_EQUIPMENT_ID, first);
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 1), ==, id);

  genlock_record_set_text (edit, GENLOCK_META_ID, last);
  genlock_record_set_text (edit, GENLOCK_EQUIPMENT_SPEC_MODEL, "Aaa");
  genlock_batch_update (batch, edit);
  store_help_apply (store, batch);
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (list_watch_id (&watch, 0), ==, id);
  list_watch_end (&watch);
}

/* A page is asked for, and before its turn has come its rows stand somewhere else. */
static void
test_turned (TempDir *dir,
             gconstpointer data)
{
  static const guint positions[] = { 200, 400, 600 };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 1000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  WorkerGate gate;

  store_help_wait (is_loaded, list);
  worker_gate_close (&gate, store, 1);
  genlock_query_set_sort (query, 0, TRUE);
  genlock_list_set_query (list, query);
  for (guint i = 0; i < G_N_ELEMENTS (positions); i++)
    g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (list), positions[i]));

  for (guint i = 0; i < rows->len; i++)
    store_help_wait (has_record, g_ptr_array_index (rows, i));

  g_assert_cmpstr (genlock_record_get_name (genlock_row_get_record (g_ptr_array_index (rows, 2))),
                   ==, "SRC 601");
  worker_gate_open (&gate);
  genlock_store_close (store);
}

/* Changes while a query waits for its turn, and after it was answered but before anybody heard. */
static void
test_landing (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 300);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autofree char *id = NULL;
  WorkerGate gate;
  ListWatch watch;

  list_watch_start (&watch, store, query);
  id = g_strdup (list_watch_id (&watch, 7));
  worker_gate_close (&gate, store, 1);

  for (guint round = 0; round < 4; round++)
    {
      g_autofree char *name = g_strdup_printf ("Laptop 30%u", round);

      genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, round % 2 != 0);
      genlock_query_set_search (query, round < 2 ? NULL : "30");
      genlock_list_set_query (watch.list, query);
      if (round > 0)
        worker_gate_let_work (&gate, store);

      list_watch_edit (store, id, GENLOCK_SOURCE_NAME, name);
      list_watch_assert_right (&watch, store);
    }

  worker_gate_open (&gate);
  list_watch_end (&watch);
  genlock_store_close (store);
}

typedef struct
{
  GenlockStore *store; /* unowned */
  char *ids[3]; /* owned */
} Answering;

typedef struct
{
  const GenlockQuery *query; /* unowned */
  guint n_left; /* items-changed until it is set */
} Interruption;

static void
interrupt_cb (GenlockList *list,
              guint position,
              guint removed,
              guint added,
              gpointer user_data)
{
  Interruption *interruption = user_data;

  if (interruption->n_left > 0 && --interruption->n_left == 0)
    genlock_list_set_query (list, interruption->query);
}

static void
delete_some (GenlockStore *store,
             ListWatch *watch)
{
  GenlockBatch *batch = genlock_batch_new ("DELETE");

  for (guint i = 50; i < 300; i += 100)
    genlock_batch_delete (batch, &genlock_sources, list_watch_id (watch, i));

  store_help_apply (store, batch);
}

/* Somebody who is told of a part of the new order wants something else at once. */
static void
test_interrupted (TempDir *dir,
                  gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 400);
  g_autoptr (GenlockQuery) shows = genlock_query_new (&genlock_productions);
  g_autoptr (GenlockQuery) sorted = list_watch_query (show);
  const GenlockQuery *next[] = { shows, NULL, sorted };

  genlock_query_set_sort (sorted, 0, TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (next); i++)
    {
      g_autoptr (GenlockQuery) query = list_watch_query (show);
      Interruption interruption = { next[i], 2 };
      ListWatch watch;

      list_watch_start (&watch, store, query);
      g_signal_connect (watch.list, "items-changed", G_CALLBACK (interrupt_cb), &interruption);
      delete_some (store, &watch);
      list_watch_settle (&watch);
      g_assert_cmpuint (interruption.n_left, ==, 0);
      g_assert_true (genlock_query_equal (genlock_list_get_query (watch.list), next[i]));
      if (next[i] != NULL)
        list_watch_assert_right (&watch, store);
      else
        g_assert_cmpuint (watch.rows->len, ==, 0);
      list_watch_end (&watch);
    }
}

static void
change_cb (GenlockList *list,
           guint position,
           guint removed,
           guint added,
           gpointer user_data)
{
  Answering *answering = user_data;
  GenlockStore *store = g_steal_pointer (&answering->store);

  if (store != NULL)
    list_watch_edit (store, answering->ids[0], GENLOCK_SOURCE_LABEL, "SRC 5000");
}

/* Whoever is told of the first rows changes one: no second query runs beside the one for the
 * rest. */
static void
test_changed_early (TempDir *dir,
                    gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 6000);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GenlockList) list = genlock_list_new (store, query);
  g_autoptr (GenlockRecord) first = genlock_store_find (store, &genlock_sources, "SRC 1", show,
                                                        NULL);
  g_autofree char *id = g_strdup (genlock_record_get_id (first));
  Answering answering = { store, { id } };
  guint position = 0;

  g_signal_connect (list, "items-changed", G_CALLBACK (change_cb), &answering);
  store_help_wait (is_loaded, list);
  g_assert_null (answering.store);
  g_assert_true (genlock_list_find (list, id, &position));
  g_assert_cmpuint (position, ==, 4999);
  g_signal_handlers_disconnect_by_func (list, change_cb, &answering);
}

static gboolean
has_moved (gpointer data)
{
  ListWatch *watch = data;

  return g_strcmp0 (get_text (watch, watch->rows->len - 1, GENLOCK_SOURCE_LABEL), "SRC 600") == 0;
}

/* Another process writes, and goes: the list follows, and goes on where this store takes over. */
static void
test_other_writer (TempDir *dir,
                   gconstpointer data)
{
  g_autoptr (GenlockStore) writer = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (writer, 50);
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_APP);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  ListWatch watch;

  g_assert_false (genlock_store_get_writable (store));
  list_watch_start (&watch, store, query);
  list_watch_edit (writer, list_watch_id (&watch, 3), GENLOCK_SOURCE_NOTE, "spare");
  list_watch_edit (writer, list_watch_id (&watch, 4), GENLOCK_SOURCE_LABEL, "SRC 600");
  store_help_wait (has_moved, &watch);
  list_watch_assert_right (&watch, store);

  genlock_store_close (writer);
  while (!genlock_store_get_writable (store))
    g_main_context_iteration (NULL, TRUE);

  list_watch_edit (store, list_watch_id (&watch, 0), GENLOCK_SOURCE_LABEL, "SRC 601");
  list_watch_assert_right (&watch, store);
  g_assert_cmpstr (get_text (&watch, 49, GENLOCK_SOURCE_LABEL), ==, "SRC 601");
  list_watch_end (&watch);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/list/stale/shows", test_shows);
  temp_dir_test ("/list/stale/sorted", test_sorted);
  temp_dir_test ("/list/stale/equals", test_equals);
  temp_dir_test ("/list/stale/equals-linked", test_equals_linked);
  temp_dir_test ("/list/stale/turned", test_turned);
  temp_dir_test ("/list/stale/landing", test_landing);
  temp_dir_test ("/list/stale/interrupted", test_interrupted);
  temp_dir_test ("/list/stale/changed-early", test_changed_early);
  temp_dir_test ("/list/stale/other-writer", test_other_writer);

  return g_test_run ();
}
