/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo: words, bounds, and what happens when others have gone on since. */

#define G_LOG_DOMAIN "test-undo"

#include "config.h"

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-prints.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-steps.h"
#include "store-fixture.h"

static void
rename_source (StoreFixture *fixture,
               guint number,
               const char *name)
{
  GenlockRecord *patch = make_patch (&genlock_sources, number);

  genlock_record_set_text (patch, GENLOCK_SOURCE_NAME, name);
  update (fixture, patch);
}

static const char *
name_of (StoreFixture *fixture,
         guint number)
{
  return say (fixture, &genlock_sources, number, GENLOCK_SOURCE_NAME);
}

static void
build (StoreFixture *fixture)
{
  GenlockRecord *source = make_source (2, 1, "Laptop 1");

  insert (fixture, make_show (1, "Gala"));
  genlock_record_add_child (source, make_output (3, 1, "HDMI"));
  insert (fixture, source);
}

static void
peek (StoreFixture *fixture,
      gboolean redo,
      GenlockStep *step)
{
  g_autoptr (GError) error = NULL;

  genlock_undo_peek (fixture->database, redo, step, &error);
  g_assert_no_error (error);
}

static void
test_words (StoreFixture *fixture,
            gconstpointer data)
{
  g_auto (GenlockStep) one = { 0 };
  g_auto (GenlockStep) many = { 0 };
  g_auto (GenlockStep) none = { 0 };
  g_auto (GenlockStep) again = { 0 };
  GenlockBatch *batch = genlock_batch_new ("DELETE");

  peek (fixture, FALSE, &none);
  g_assert_cmpint (none.id, ==, 0);

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  peek (fixture, FALSE, &one);
  g_assert_cmpstr (one.verb, ==, "EDIT");
  g_assert_true (one.table == &genlock_sources);
  g_assert_cmpuint (one.n_rows, ==, 1);
  g_assert_cmpstr (one.name, ==, "Laptop 2");

  for (guint i = 10; i < 13; i++)
    {
      g_autofree char *id = make_id (i);

      insert (fixture, make_source (i, 1, "Camera"));
      genlock_batch_delete (batch, &genlock_sources, id);
    }
  apply_quietly (fixture, batch);
  peek (fixture, FALSE, &many);
  g_assert_cmpstr (many.verb, ==, "DELETE");
  g_assert_cmpuint (many.n_rows, ==, 3);
  g_assert_null (many.name);

  undo_quietly (fixture);
  peek (fixture, TRUE, &again);
  g_assert_cmpint (again.id, ==, many.id);
}

static void
test_back_and_forth (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *end = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  rename_source (fixture, 2, "Laptop 3");
  delete_row (fixture, &genlock_sources, 2);
  end = dump (fixture);

  undo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 3");
  g_assert_true (is_live (fixture, &genlock_source_outputs, 3));
  undo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 2");
  undo_quietly (fixture);
  undo_quietly (fixture);
  g_assert_false (is_live (fixture, &genlock_sources, 2));
  undo_quietly (fixture);
  g_assert_false (is_live (fixture, &genlock_productions, 1));
  g_assert_null (genlock_undo_run (fixture->database, 0, "Ana", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING);

  for (guint i = 0; i < 5; i++)
    redo_quietly (fixture);
  redone = dump (fixture);
  g_assert_cmpstr (redone, ==, end);
  g_clear_error (&error);
  g_assert_null (genlock_undo_run_redo (fixture->database, "Ana", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING);
}

static void
test_new_change_ends_redo (StoreFixture *fixture,
                           gconstpointer data)
{
  g_auto (GenlockStep) step = { 0 };

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  undo_quietly (fixture);
  rename_source (fixture, 2, "Laptop 9");
  peek (fixture, TRUE, &step);
  g_assert_cmpint (step.id, ==, 0);
}

/* Somebody prints between an undo and its redo. */
static void
test_history_is_no_step (StoreFixture *fixture,
                         gconstpointer data)
{
  g_auto (GenlockStep) step = { 0 };
  GenlockRecord *print = genlock_record_new_row (&genlock_prints, NULL);
  g_autofree char *show = make_id (1);

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  undo_quietly (fixture);
  genlock_record_set_text (print, GENLOCK_PRINT_PRODUCTION_ID, show);
  genlock_record_set_text (print, GENLOCK_PRINT_SHEET, "cables");
  genlock_record_set_text (print, GENLOCK_PRINT_AT, "2026-11-22T08:00:00.000Z");
  genlock_record_set_int (print, GENLOCK_PRINT_REVISION, 1);
  insert (fixture, print);
  peek (fixture, TRUE, &step);
  g_assert_cmpint (step.id, !=, 0);
  redo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 2");
}

/* The toast of an older change takes back that one only. */
static void
test_one_step (StoreFixture *fixture,
               gconstpointer data)
{
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GError) error = NULL;

  build (fixture);
  delete_row (fixture, &genlock_source_outputs, 3);
  peek (fixture, FALSE, &step);
  rename_source (fixture, 2, "Laptop 2");
  changes = undo (fixture, step.id);
  g_assert_cmpint (genlock_changes_get_step (changes), ==, step.id);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 0);
  g_assert_true (is_live (fixture, &genlock_source_outputs, 3));
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 2");

  g_assert_null (genlock_undo_run (fixture->database, step.id, "Ana", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOTHING);

  undo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 1");
  redo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 2");
  redo_quietly (fixture);
  g_assert_false (is_live (fixture, &genlock_source_outputs, 3));
}

/* What replication has changed since is not touched; the other field of the edit is. */
static void
test_changed_since (StoreFixture *fixture,
                    gconstpointer data)
{
  GenlockRecord *patch = make_patch (&genlock_sources, 2);
  g_autoptr (GenlockChanges) changes = NULL;
  g_autoptr (GenlockChanges) again = NULL;

  build (fixture);
  genlock_record_set_text (patch, GENLOCK_SOURCE_NAME, "Laptop 2");
  genlock_record_set_text (patch, GENLOCK_SOURCE_NOTE, "by the stage");
  update (fixture, patch);
  execute (fixture, "UPDATE sources SET name = 'Ben''s'");

  changes = undo (fixture, 0);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Ben's");
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_NOTE), ==, "");

  again = redo (fixture);
  g_assert_cmpuint (genlock_changes_get_n_left (again), ==, 0);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Ben's");
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_NOTE), ==, "by the stage");
}

/* Nothing of the step can be taken back: it is done with, and the one before is next. */
static void
test_all_changed_since (StoreFixture *fixture,
                        gconstpointer data)
{
  g_autoptr (GenlockChanges) changes = NULL;
  g_auto (GenlockStep) step = { 0 };
  g_auto (GenlockStep) redone = { 0 };

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  execute (fixture, "UPDATE sources SET name = 'Ben''s'");
  changes = undo (fixture, 0);
  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 0);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  peek (fixture, FALSE, &step);
  g_assert_cmpstr (step.verb, ==, "ADD");
  peek (fixture, TRUE, &redone);
  g_assert_cmpint (redone.id, ==, 0);
}

/* What others have hung on a row meanwhile goes with it, and comes back with it. */
static void
test_undo_of_an_addition (StoreFixture *fixture,
                          gconstpointer data)
{
  build (fixture);
  execute (fixture,
           "INSERT INTO source_outputs (id, created_at, updated_at, source_id, connector) VALUES "
           "('00000063-0000-4000-8000-000000000000', '2026-11-22T08:00:00.000Z', "
           "'2026-11-22T08:00:00.000Z', '00000002-0000-4000-8000-000000000000', 'SDI')");
  undo_quietly (fixture);
  g_assert_false (is_live (fixture, &genlock_sources, 2));
  g_assert_false (is_live (fixture, &genlock_source_outputs, 0x63));
  redo_quietly (fixture);
  g_assert_true (is_live (fixture, &genlock_sources, 2));
  g_assert_true (is_live (fixture, &genlock_source_outputs, 3));
  g_assert_true (is_live (fixture, &genlock_source_outputs, 0x63));
}

static void
test_parent_has_gone_since (StoreFixture *fixture,
                            gconstpointer data)
{
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GenlockChanges) changes = NULL;

  build (fixture);
  delete_row (fixture, &genlock_source_outputs, 3);
  peek (fixture, FALSE, &step);
  delete_row (fixture, &genlock_sources, 2);
  changes = undo (fixture, step.id);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  g_assert_false (is_live (fixture, &genlock_source_outputs, 3));

  undelete_row (fixture, &genlock_sources, 2);
  g_assert_true (is_live (fixture, &genlock_source_outputs, 3));
}

static void
test_link_has_gone_since (StoreFixture *fixture,
                          gconstpointer data)
{
  GenlockRecord *patch = make_patch (&genlock_sources, 2);
  GenlockRecord *other = make_patch (&genlock_sources, 2);
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GenlockChanges) changes = NULL;

  build (fixture);
  insert (fixture, make_frame (4, "E2", 2));
  insert (fixture, make_frame (5, "S3", 2));
  genlock_record_take_text (patch, GENLOCK_SOURCE_EQUIPMENT_ID, make_id (4));
  update (fixture, patch);
  genlock_record_take_text (other, GENLOCK_SOURCE_EQUIPMENT_ID, make_id (5));
  update (fixture, other);
  peek (fixture, FALSE, &step);
  delete_row (fixture, &genlock_equipment_specs, 4);

  changes = undo (fixture, step.id);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  g_assert_cmpstr (say (fixture, &genlock_sources, 2, GENLOCK_SOURCE_EQUIPMENT_ID), ==,
                   "00000005-0000-4000-8000-000000000000");
}

static void
test_slot_is_taken_since (StoreFixture *fixture,
                          gconstpointer data)
{
  g_auto (GenlockStep) step = { 0 };
  g_autoptr (GenlockChanges) changes = NULL;

  insert (fixture, make_frame (4, "E2", 2));
  insert (fixture, make_card (5, 4, 1));
  delete_row (fixture, &genlock_equipment_cards, 5);
  peek (fixture, FALSE, &step);
  insert (fixture, make_card (6, 4, 1));
  changes = undo (fixture, step.id);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  g_assert_true (is_live (fixture, &genlock_equipment_cards, 5));
  g_assert_cmpstr (say (fixture, &genlock_equipment_cards, 5, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER),
                   ==, "");
}

static void
test_rule_is_broken_since (StoreFixture *fixture,
                           gconstpointer data)
{
  GenlockRecord *patch = make_patch (&genlock_productions, 1);
  g_autoptr (GenlockChanges) changes = NULL;

  build (fixture);
  execute (fixture, "UPDATE productions SET load_in = '2026-05-10T00:00:00.000Z'");
  genlock_record_set_text (patch, GENLOCK_PRODUCTION_LOAD_IN, "2026-05-02T00:00:00.000Z");
  update (fixture, patch);
  execute (fixture, "UPDATE productions SET load_out = '2026-05-04T00:00:00.000Z'");
  changes = undo (fixture, 0);
  g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 1);
  g_assert_cmpstr (say (fixture, &genlock_productions, 1, GENLOCK_PRODUCTION_LOAD_IN), ==,
                   "2026-05-02");
}

static void
test_locked_since (StoreFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  execute (fixture, "UPDATE productions SET locked_by = 'Ben'");
  g_assert_null (genlock_undo_run (fixture->database, 0, "Ana", NULL, NULL, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_SHOW_LOCKED);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 2");
}

/* The same steps serve whoever opens the database next. */
static void
test_survives (StoreFixture *fixture,
               gconstpointer data)
{
  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  genlock_database_free (fixture->database);
  fixture->database = genlock_database_open (fixture->dir.file, GENLOCK_DATABASE_WRITE, NULL);
  undo_quietly (fixture);
  g_assert_cmpstr (name_of (fixture, 2), ==, "Laptop 1");
}

static void
test_damaged (StoreFixture *fixture,
              gconstpointer data)
{
  static const char * const texts[] = {
    "nonsense", "{}", "[]", "{\"t\":\"nobody\",\"new\":[]}", "{\"t\":\"sources\"}",
    "{\"t\":\"sources\",\"id\":\"a\"}", "{\"t\":\"sources\",\"id\":\"a\",\"from\":1,\"to\":2}",
    "{\"t\":\"sources\",\"id\":\"a\",\"from\":{\"name\":1},\"to\":{\"name\":\"b\"}}",
  };

  build (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *sql = g_strdup_printf ("UPDATE undo_steps SET changes = '%s'", texts[i]);
      g_autoptr (GError) error = NULL;

      execute (fixture, sql);
      g_assert_null (genlock_undo_run (fixture->database, 0, "Ana", NULL, NULL, &error));
      g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED);
      g_assert_true (is_live (fixture, &genlock_sources, 2));
    }
}

/* A clock that moves by 1 ms with each look at it, so that every 32nd transaction sweeps. */
static gint64
clock_cb (gpointer user_data)
{
  gint64 *now = user_data;

  return (*now)++;
}

static void
test_bounds (StoreFixture *fixture,
             gconstpointer data)
{
  gint64 now = 0;

  genlock_instant_parse ("2026-11-22T08:00:00.000Z", &now);
  genlock_instant_set_clock (clock_cb, &now);
  build (fixture);

  execute (fixture,
           "INSERT INTO undo_steps (id, at, verb, table_name, n_rows, changes) "
           "WITH RECURSIVE n (i) AS (SELECT 1795334390000 UNION ALL SELECT i + 1 FROM n "
           "WHERE i < 1795334391999) "
           "SELECT i, '2026-11-22T08:00:00.000Z', 'EDIT', 'sources', 1, '' FROM n;"
           "INSERT INTO undo_steps (id, at, verb, table_name, n_rows, changes) VALUES "
           "(1792656000000, '2026-10-22T08:00:00.000Z', 'EDIT', 'sources', 1, '');"
           "INSERT INTO change_log (table_name, record_id, fields, at) VALUES "
           "('sources', 'old', '{}', '2026-08-20T08:00:00.000Z'),"
           "('sources', 'young', '{}', '2026-09-20T08:00:00.000Z')");
  for (guint i = 0; i < 64; i++)
    rename_source (fixture, 2, i % 2 == 0 ? "A" : "B");

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM undo_steps"), <=, GENLOCK_STEPS_MAX + 32);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM undo_steps"), >=, GENLOCK_STEPS_MAX);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM undo_steps WHERE id = 1792656000000"), ==,
                   0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM change_log WHERE record_id = 'old'"), ==, 0);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM change_log WHERE record_id = 'young'"), ==,
                   1);
  genlock_instant_set_clock (NULL, NULL);
}

/* The id of a step that a new change has dropped is not given to another one. */
static void
test_ids_are_not_reused (StoreFixture *fixture,
                         gconstpointer data)
{
  gint64 now = 0;
  g_auto (GenlockStep) dropped = { 0 };
  g_auto (GenlockStep) next = { 0 };

  genlock_instant_parse ("2026-11-22T08:00:00.000Z", &now);
  genlock_instant_set_clock (clock_cb, &now);
  build (fixture);
  rename_source (fixture, 2, "Laptop 2");
  peek (fixture, FALSE, &dropped);
  undo_quietly (fixture);
  rename_source (fixture, 2, "Laptop 3");
  peek (fixture, FALSE, &next);
  g_assert_cmpint (next.id, >, dropped.id);
  genlock_instant_set_clock (NULL, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/undo/words", test_words);
  store_test ("/undo/back-and-forth", test_back_and_forth);
  store_test ("/undo/new-change-ends-redo", test_new_change_ends_redo);
  store_test ("/undo/history-is-no-step", test_history_is_no_step);
  store_test ("/undo/one-step", test_one_step);
  store_test ("/undo/changed-since", test_changed_since);
  store_test ("/undo/all-changed-since", test_all_changed_since);
  store_test ("/undo/undo-of-an-addition", test_undo_of_an_addition);
  store_test ("/undo/parent-has-gone-since", test_parent_has_gone_since);
  store_test ("/undo/link-has-gone-since", test_link_has_gone_since);
  store_test ("/undo/slot-is-taken-since", test_slot_is_taken_since);
  store_test ("/undo/rule-is-broken-since", test_rule_is_broken_since);
  store_test ("/undo/locked-since", test_locked_since);
  store_test ("/undo/survives", test_survives);
  store_test ("/undo/damaged", test_damaged);
  store_test ("/undo/bounds", test_bounds);
  store_test ("/undo/ids-are-not-reused", test_ids_are_not_reused);

  return g_test_run ();
}
