/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Batches: what they change, what they refuse, and that they do all of it or nothing. */

#define G_LOG_DOMAIN "test-transaction"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/resource.h>

#include "core/model/genlock-model-error.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "store-fixture.h"

static void
test_insert (StoreFixture *fixture,
             gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");
  GenlockRecord *source = make_source (2, 1, "Laptop 1");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GenlockRecord) row = NULL;
  g_autofree char *show = make_id (1);

  genlock_record_add_child (source, make_output (3, 1, "HDMI"));
  genlock_batch_insert (batch, source);
  genlock_batch_insert (batch, make_show (1, "Gala")); /* the parent may come last */
  changes = apply (fixture, batch);

  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 3);
  g_assert_cmpint (genlock_changes_get_step (changes), >, 0);
  g_assert_true (genlock_changes_touch (changes, &genlock_sources, show));
  g_assert_true (genlock_changes_touch (changes, &genlock_sources, NULL));
  g_assert_false (genlock_changes_touch (changes, &genlock_sources, "another"));
  for (guint i = 0; i < 3; i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      g_assert_cmpstr (change->production_id, ==, show);
      g_assert_true (change->came);
      g_assert_false (change->went);
    }

  row = get (fixture, &genlock_sources, 2);
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_META_LAST_MODIFIED_BY), ==, "Ana");
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_META_CREATED_AT), ==,
                   genlock_record_get_text (row, GENLOCK_META_UPDATED_AT));
  g_assert_cmpint (genlock_record_get_int (row, GENLOCK_META_VERSION), ==, 0);
  g_assert_false (genlock_record_has (row, GENLOCK_META_SEQ));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sync_dirty"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM undo_steps"), ==, 1);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM change_log"), ==, 3);
}

static void
test_insert_fills_presets (StoreFixture *fixture,
                           gconstpointer data)
{
  GenlockRecord *show = make_patch (&genlock_productions, 1);

  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, "Gala");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "");
  insert (fixture, show);
  g_assert_cmpstr (say (fixture, &genlock_productions, 1, GENLOCK_PRODUCTION_STATUS), ==,
                   "PLANNING");
  g_assert_cmpstr (say (fixture, &genlock_productions, 1, GENLOCK_PRODUCTION_VENUE), ==, "");
}

static void
test_update (StoreFixture *fixture,
             gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = make_patch (&genlock_sources, 2);
  g_autoptr (GenlockChanges) changes = NULL;
  const GenlockChange *change;

  insert (fixture, make_show (1, "Gala"));
  insert (fixture, make_source (2, 1, "Laptop 1"));
  genlock_record_set_text (patch, GENLOCK_SOURCE_NAME, "Laptop 2");
  genlock_record_set_int (patch, GENLOCK_SOURCE_H_RES, 1920);
  genlock_record_set_int (patch, GENLOCK_META_VERSION, 77); /* the store's own: not looked at */
  genlock_batch_update (batch, patch);
  changes = apply (fixture, batch);

  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 1);
  change = genlock_changes_get (changes, 0);
  g_assert_true (change->fields & (G_GUINT64_CONSTANT (1) << GENLOCK_SOURCE_NAME));
  g_assert_true (change->fields & (G_GUINT64_CONSTANT (1) << GENLOCK_SOURCE_H_RES));
  g_assert_false (change->fields & (G_GUINT64_CONSTANT (1) << GENLOCK_SOURCE_V_RES));
  g_assert_false (change->came || change->went);
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_NAME), ==, "Laptop 2");
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_TYPE), ==, "Laptop");
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_META_VERSION), ==, "0");
}

static void
test_nothing_changed (StoreFixture *fixture,
                      gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *there = make_patch (&genlock_sources, 2);
  GenlockRecord *back = make_patch (&genlock_sources, 2);
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *updated_at = NULL;
  gint64 n_steps;

  insert (fixture, make_show (1, "Gala"));
  insert (fixture, make_source (2, 1, "Laptop 1"));
  updated_at = g_strdup (say (fixture, &genlock_sources, 2, GENLOCK_META_UPDATED_AT));
  n_steps = ask (fixture, "SELECT count(*) FROM undo_steps");

  genlock_record_set_text (there, GENLOCK_SOURCE_NAME, "Laptop 2");
  genlock_record_set_text (back, GENLOCK_SOURCE_NAME, "Laptop 1");
  genlock_batch_update (batch, there);
  genlock_batch_update (batch, back);
  changes = apply (fixture, batch);

  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 0);
  g_assert_cmpint (genlock_changes_get_step (changes), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM undo_steps"), ==, n_steps);
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_META_UPDATED_AT), ==, updated_at);
}

static void
test_detour (StoreFixture *fixture,
             gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *there = make_patch (&genlock_sources, 2);
  GenlockRecord *back = make_patch (&genlock_sources, 2);
  GenlockRecord *other = make_patch (&genlock_sources, 3);
  g_autoptr (GenlockChanges) changes = NULL;

  insert (fixture, make_show (1, "Gala"));
  insert (fixture, make_source (2, 1, "Laptop 1"));
  insert (fixture, make_source (3, 1, "Laptop 3"));
  execute (fixture, "UPDATE sources SET updated_at = '2020-01-01T00:00:00.000Z', "
           "last_modified_by = 'Ben'");

  genlock_record_set_text (there, GENLOCK_SOURCE_NAME, "Laptop 2");
  genlock_record_set_text (back, GENLOCK_SOURCE_NAME, "Laptop 1");
  genlock_record_set_text (other, GENLOCK_SOURCE_NAME, "Laptop 4");
  genlock_batch_update (batch, there);
  genlock_batch_update (batch, back);
  genlock_batch_update (batch, other);
  changes = apply (fixture, batch);

  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 1);
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_META_LAST_MODIFIED_BY), ==, "Ben");
  g_assert_cmpstr (say (fixture, &genlock_sources, 3, GENLOCK_META_LAST_MODIFIED_BY), ==, "Ana");
}

static void
test_come_and_gone (StoreFixture *fixture,
                    gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *id = make_id (2);

  insert (fixture, make_show (1, "Gala"));
  genlock_batch_insert (batch, make_source (2, 1, "Laptop 1"));
  genlock_batch_delete (batch, &genlock_sources, id);
  changes = apply (fixture, batch);
  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sources"), ==, 0);
}

static GenlockBatch *
patch_name (const GenlockTable *table,
            guint number,
            guint field,
            const char *name)
{
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *patch = make_patch (table, number);

  genlock_record_set_text (patch, field, name);
  genlock_batch_update (batch, patch);

  return batch;
}

static void
test_refused (StoreFixture *fixture,
              gconstpointer data)
{
  GenlockBatch *batch;
  GenlockRecord *record;

  insert (fixture, make_show (1, "Gala"));
  insert (fixture, make_source (2, 1, "Laptop 1"));
  delete_row (fixture, &genlock_sources, 2);

  refuse (fixture, patch_name (&genlock_sources, 99, GENLOCK_SOURCE_NAME, "Nobody"),
          GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
  refuse (fixture, patch_name (&genlock_sources, 2, GENLOCK_SOURCE_NAME, "Deleted"),
          GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
  refuse (fixture, patch_name (&genlock_productions, 1, GENLOCK_PRODUCTION_SHOW_NAME, ""),
          GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_MISSING);
  refuse (fixture, patch_name (&genlock_productions, 1, GENLOCK_PRODUCTION_STATUS, "SOON"),
          GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_RANGE);

  /* The first row is fine, the second is not: neither comes. */
  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, make_source (3, 1, "Laptop 3"));
  genlock_batch_insert (batch, make_source (4, 1, ""));
  refuse (fixture, batch, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_MISSING);

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, make_show (1, "Gala again"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_EXISTS);

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, make_source (5, 1, "Twice"));
  genlock_batch_insert (batch, make_source (5, 1, "Twice"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_EXISTS);

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, make_source (6, 99, "No such show"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);

  batch = genlock_batch_new ("ADD");
  record = make_source (6, 1, "No show");
  genlock_record_unset (record, GENLOCK_SOURCE_PRODUCTION_ID);
  genlock_batch_insert (batch, record);
  refuse (fixture, batch, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_MISSING);

  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, &genlock_sources, "00000099-0000-4000-8000-000000000000");
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
}

static void
test_parent_is_gone (StoreFixture *fixture,
                     gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");

  insert (fixture, make_show (1, "Gala"));
  delete_row (fixture, &genlock_productions, 1);
  genlock_batch_insert (batch, make_source (2, 1, "Laptop 1"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
}

static void
test_locked (StoreFixture *fixture,
             gconstpointer data)
{
  GenlockRecord *show = make_show (1, "Gala");
  GenlockRecord *mine = make_show (2, "Awards");
  GenlockRecord *patch;
  GenlockBatch *batch;

  insert (fixture, make_show (3, "Free"));
  genlock_record_set_text (show, GENLOCK_PRODUCTION_LOCKED_BY, "Ben");
  genlock_record_set_text (mine, GENLOCK_PRODUCTION_LOCKED_BY, "Ana");
  insert (fixture, show);
  insert (fixture, mine);
  insert (fixture, make_source (4, 2, "Laptop 1"));

  batch = genlock_batch_new ("ADD");
  genlock_batch_insert (batch, make_source (5, 1, "Laptop 2"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);
  refuse (fixture, patch_name (&genlock_productions, 1, GENLOCK_PRODUCTION_VENUE, "Hall"),
          GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);
  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, &genlock_productions, "00000001-0000-4000-8000-000000000000");
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);

  /* Nothing leaves it for another show either. */
  execute (fixture, "UPDATE productions SET locked_by = 'Ben' WHERE show_name = 'Awards'");
  refuse (fixture, patch_name (&genlock_sources, 4, GENLOCK_SOURCE_PRODUCTION_ID,
                               "00000003-0000-4000-8000-000000000000"),
          GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);

  /* Unlocking says what it does, and nothing else may come along. */
  batch = patch_name (&genlock_productions, 1, GENLOCK_PRODUCTION_LOCKED_BY, NULL);
  genlock_batch_insert (batch, make_source (5, 1, "Laptop 2"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);
  patch = make_patch (&genlock_productions, 1);
  genlock_record_set_null (patch, GENLOCK_PRODUCTION_LOCKED_BY);
  update (fixture, patch);
  insert (fixture, make_source (5, 1, "Laptop 2"));
}

static void
test_insert_over_tombstone (StoreFixture *fixture,
                            gconstpointer data)
{
  GenlockRecord *source = make_source (2, 1, "Laptop 1");
  GenlockRecord *again = make_source (2, 1, "Laptop 1, again");

  insert (fixture, make_show (1, "Gala"));
  genlock_record_add_child (source, make_output (3, 1, "HDMI"));
  genlock_record_add_child (source, make_output (4, 2, "SDI"));
  insert (fixture, source);
  delete_row (fixture, &genlock_sources, 2);
  g_assert_false (is_live (fixture, &genlock_source_outputs, 3));

  genlock_record_add_child (again, make_output (3, 1, "DP"));
  genlock_record_add_child (again, make_output (5, 3, "VGA"));
  insert (fixture, again);
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_NAME), ==, "Laptop 1, again");
  g_assert_true (is_live (fixture, &genlock_source_outputs, 3));
  g_assert_cmpstr (say (fixture, &genlock_source_outputs, 3, GENLOCK_SOURCE_OUTPUT_CONNECTOR), ==,
                   "DP");
  g_assert_false (is_live (fixture, &genlock_source_outputs, 4));
  g_assert_true (is_live (fixture, &genlock_source_outputs, 5));
}

static void
test_reimport_after_deleting_the_show (StoreFixture *fixture,
                                       gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 2; i++)
    {
      GenlockBatch *batch = genlock_batch_new ("IMPORT");
      GenlockRecord *source = make_source (2, 1, "Laptop 1");

      genlock_record_add_child (source, make_output (3, 1, "HDMI"));
      genlock_batch_insert (batch, source);
      genlock_batch_insert (batch, make_show (1, "Gala"));
      apply_quietly (fixture, batch);
      if (i == 0)
        {
          before = dump (fixture);
          delete_row (fixture, &genlock_productions, 1);
        }
    }

  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_cancelled (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("ADD");
  g_autoptr (GError) error = NULL;

  genlock_batch_insert (batch, make_show (1, "Gala"));
  g_cancellable_cancel (cancellable);
  g_assert_null (genlock_transaction_apply (fixture->database, batch, "Ana", "desk", cancellable,
                                            &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (genlock_database_in_transaction (fixture->database));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM productions"), ==, 0);
}

/* Cancels when the row of that number is written. */
typedef struct
{
  GCancellable *cancellable;
  guint n_rows;
} Canceller;

static void
update_cb (gpointer user_data,
           int operation,
           const char *schema,
           const char *table,
           sqlite3_int64 row)
{
  Canceller *canceller = user_data;

  if (canceller->n_rows-- == 0)
    g_cancellable_cancel (canceller->cancellable);
}

static void
test_cancelled_half_way (StoreFixture *fixture,
                         gconstpointer data)
{
  const guint moments[] = { 0, 1, 100, 5998, 5999, 6000, 6001 };

  insert (fixture, make_show (1, "Gala"));

  for (guint i = 0; i < G_N_ELEMENTS (moments); i++)
    {
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
      g_autofree char *before = dump (fixture);
      g_autofree char *after = NULL;
      g_autoptr (GError) error = NULL;
      Canceller canceller = { cancellable, moments[i] };

      for (guint j = 0; j < 6000; j++)
        genlock_batch_insert (batch, make_source (1000 + j, 1, "Laptop"));

      sqlite3_update_hook (genlock_database_get_handle (fixture->database), update_cb, &canceller);
      g_assert_null (genlock_transaction_apply (fixture->database, batch, "Ana", "desk",
                                                cancellable, &error));
      sqlite3_update_hook (genlock_database_get_handle (fixture->database), NULL, NULL);
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);

      after = dump (fixture);
      g_assert_cmpstr (before, ==, after);
      g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' "
                            "AND tbl_name = 'sources' AND sql IS NOT NULL"), ==, 5);
    }
}

/* What those see who look on while rows are written. */
typedef struct
{
  GenlockBatch *batch;
  double last;
  guint n_steps;
  gboolean goes_back;
} Onlooker;

static void
look_cb (gpointer user_data,
         int operation,
         const char *schema,
         const char *table,
         sqlite3_int64 row)
{
  Onlooker *onlooker = user_data;
  double fraction = genlock_batch_get_fraction (onlooker->batch);

  onlooker->goes_back |= fraction < onlooker->last;
  onlooker->n_steps += fraction > onlooker->last;
  onlooker->last = fraction;
}

static void
test_fraction (StoreFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("IMPORT");
  Onlooker onlooker = { .batch = batch };

  insert (fixture, make_show (1, "Gala"));
  for (guint i = 0; i < 6000; i++)
    genlock_batch_insert (batch, make_source (1000 + i, 1, "Laptop"));
  g_assert_cmpfloat (genlock_batch_get_fraction (batch), ==, 0);

  sqlite3_update_hook (genlock_database_get_handle (fixture->database), look_cb, &onlooker);
  apply_quietly (fixture, genlock_batch_ref (batch));
  sqlite3_update_hook (genlock_database_get_handle (fixture->database), NULL, NULL);

  g_assert_false (onlooker.goes_back);
  g_assert_cmpuint (onlooker.n_steps, >, 50);
  g_assert_cmpfloat (onlooker.last, >, 0.5);
  g_assert_cmpfloat (onlooker.last, <=, 1);
}

static void
test_full_disk (StoreFixture *fixture,
                gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  g_autofree char *limit = NULL;

  insert (fixture, make_show (1, "Gala"));
  limit = g_strdup_printf ("PRAGMA max_page_count = %" G_GINT64_FORMAT,
                           ask (fixture, "PRAGMA page_count") + 50);
  ask (fixture, limit);

  for (guint i = 0; i < 6000; i++)
    genlock_batch_insert (batch, make_source (1000 + i, 1, "Laptop"));
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sqlite_schema WHERE type = 'index' "
                        "AND tbl_name = 'sources' AND sql IS NOT NULL"), ==, 5);

  ask (fixture, "PRAGMA max_page_count = 1000000");
  insert (fixture, make_source (2, 1, "Laptop 1"));
}

/* The file may not grow any more: what SQLite writes before and at the commit fails. */
static void
test_file_cannot_grow (StoreFixture *fixture,
                       gconstpointer data)
{
  g_autofree char *wal = g_strconcat (fixture->dir.file, "-wal", NULL);
  const rlim_t room[] = { 4096, 100000, 1000000 };
  struct rlimit before;

  signal (SIGXFSZ, SIG_IGN);
  getrlimit (RLIMIT_FSIZE, &before);
  insert (fixture, make_show (1, "Gala"));

  for (guint i = 0; i < G_N_ELEMENTS (room); i++)
    {
      GenlockBatch *batch = genlock_batch_new ("IMPORT");
      struct rlimit tight = before;
      GStatBuf info;

      for (guint j = 0; j < 6000; j++)
        genlock_batch_insert (batch, make_source (1000 + j, 1, "Laptop"));

      g_assert_cmpint (g_stat (wal, &info), ==, 0);
      tight.rlim_cur = (rlim_t) info.st_size + room[i];
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &tight), ==, 0);
      refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
      g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
    }

  insert (fixture, make_source (2, 1, "Laptop 1"));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM pragma_integrity_check "
                        "WHERE integrity_check <> 'ok'"), ==, 0);
}

static void
test_many (StoreFixture *fixture,
           gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  g_autoptr (GenlockChanges) changes = NULL;
  gint64 n_indexes = ask (fixture, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'");

  genlock_batch_insert (batch, make_show (1, "Gala"));
  for (guint i = 0; i < 6000; i++)
    {
      GenlockRecord *source = make_source (1000 + i, 1, "Laptop");

      genlock_record_add_child (source, make_output (10000 + i, 1, "HDMI"));
      genlock_batch_insert (batch, source);
    }
  changes = apply (fixture, batch);

  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 12001);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sqlite_schema WHERE type = 'index'"), ==,
                   n_indexes);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM pragma_integrity_check "
                        "WHERE integrity_check <> 'ok'"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM change_log"), ==, 3);
  g_assert_cmpint (ask (fixture, "SELECT json_extract (fields, '$.rows.after') FROM change_log "
                        "WHERE table_name = 'sources'"), ==, 6000);
  undo_quietly (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sources WHERE is_deleted = 0"), ==, 0);
  redo_quietly (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM source_outputs WHERE is_deleted = 0"), ==,
                   6000);
}

/* What another program wrote behind our back and no JSON can say. */
static void
test_infinity (StoreFixture *fixture,
               gconstpointer data)
{
  GenlockRecord *place = genlock_record_new_row (&genlock_graph_nodes, NULL);
  g_autoptr (GenlockRecord) row = NULL;

  insert (fixture, make_show (1, "Kick-off"));
  insert (fixture, make_source (2, 1, "CAM"));
  genlock_record_take_text (place, GENLOCK_META_ID, make_id (3));
  genlock_record_take_text (place, GENLOCK_GRAPH_NODE_PRODUCTION_ID, make_id (1));
  genlock_record_set_text (place, GENLOCK_GRAPH_NODE_NODE_TYPE, "SOURCE");
  genlock_record_take_text (place, GENLOCK_GRAPH_NODE_NODE_ID, make_id (2));
  genlock_record_set_real (place, GENLOCK_GRAPH_NODE_X, 1.5);
  genlock_record_set_real (place, GENLOCK_GRAPH_NODE_Y, 2.5);
  insert (fixture, place);
  execute (fixture, "UPDATE graph_nodes SET x = 9e999");
  row = get (fixture, &genlock_graph_nodes, 3);
  g_assert_false (genlock_record_has (row, GENLOCK_GRAPH_NODE_X));
  g_assert_cmpfloat (genlock_record_get_real (row, GENLOCK_GRAPH_NODE_Y), ==, 2.5);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/transaction/infinity", test_infinity);
  store_test ("/transaction/insert", test_insert);
  store_test ("/transaction/insert-fills-presets", test_insert_fills_presets);
  store_test ("/transaction/update", test_update);
  store_test ("/transaction/nothing-changed", test_nothing_changed);
  store_test ("/transaction/detour", test_detour);
  store_test ("/transaction/come-and-gone", test_come_and_gone);
  store_test ("/transaction/refused", test_refused);
  store_test ("/transaction/parent-is-gone", test_parent_is_gone);
  store_test ("/transaction/locked", test_locked);
  store_test ("/transaction/insert-over-tombstone", test_insert_over_tombstone);
  store_test ("/transaction/reimport", test_reimport_after_deleting_the_show);
  store_test ("/transaction/cancelled", test_cancelled);
  store_test ("/transaction/cancelled-half-way", test_cancelled_half_way);
  store_test ("/transaction/fraction", test_fraction);
  store_test ("/transaction/full-disk", test_full_disk);
  store_test ("/transaction/file-cannot-grow", test_file_cannot_grow);
  store_test ("/transaction/many", test_many);

  return g_test_run ();
}
