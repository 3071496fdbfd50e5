/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random edits against a model: undo and redo walk exactly along the states that were, rules hold
 * after each step, and what replication would send is the difference to what the server has. */

#define G_LOG_DOMAIN "test-store-property"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/store/genlock-dirty.h"
#include "core/store/genlock-references.h"
#include "random-edits.h"
#include "store-fixture.h"

#define N_SEEDS 6
#define N_BATCHES 150

/* The state is the same where every row of @expected is there, and rows beside them are only the
 * tombstones of rows that were added later. */
static void
assert_state (StoreFixture *fixture,
              const char *expected,
              guint seed)
{
  g_autofree char *is = dump (fixture);
  g_auto (GStrv) rows = g_strsplit (expected, "\n", -1);
  g_auto (GStrv) present = g_strsplit (is, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; present[i] != NULL; i++)
    g_hash_table_add (known, present[i]);

  for (guint i = 0; rows[i] != NULL; i++)
    if (*rows[i] != '\0' && !g_hash_table_remove (known, rows[i]))
      g_error ("seed %u: not there: %s\nin\n%s", seed, rows[i], is);

  for (guint i = 0; present[i] != NULL; i++)
    if (*present[i] != '\0' && g_hash_table_contains (known, present[i])
        && strstr (present[i], " is_deleted=true") == NULL)
      g_error ("seed %u: not there before: %s\nin\n%s", seed, present[i], expected);
}

static void
assert_none (StoreFixture *fixture,
             const char *sql,
             guint seed)
{
  if (ask (fixture, sql) != 0)
    g_error ("seed %u: %s", seed, sql);
}

static void
assert_links (StoreFixture *fixture,
              const GenlockTable *target,
              const GenlockReference *reference,
              guint seed)
{
  const GenlockField *field = &reference->table->fields[reference->field];
  g_autofree char *word = NULL;
  g_autofree char *sql = NULL;

  if (reference->word != NULL)
    word = g_strdup_printf ("AND a.%s = '%s'", reference->table->fields[field->ref_field].name,
                            reference->word);

  sql = g_strdup_printf ("SELECT count(*) FROM %s AS a LEFT JOIN %s AS b ON b.id = a.%s "
                         "WHERE a.is_deleted = 0 AND a.%s IS NOT NULL %s "
                         "AND (b.id IS NULL OR b.is_deleted = 1)",
                         reference->table->name, target->name, field->name, field->name,
                         word != NULL ? word : "");
  assert_none (fixture, sql, seed);
}

/* No live row names a deleted one; a slot has one card; marks are those of deleted rows only. */
static void
assert_rules (StoreFixture *fixture,
              guint seed)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      guint n_references;
      const GenlockReference *references = genlock_references_to (table, &n_references);
      g_autofree char *sql = NULL;

      for (guint j = 0; j < n_references; j++)
        if (genlock_table_replicates (references[j].table))
          assert_links (fixture, table, &references[j], seed);

      if (!genlock_table_replicates (table))
        continue;

      sql = g_strdup_printf ("SELECT count(*) FROM %s "
                             "WHERE is_deleted = 0 AND deleted_with IS NOT NULL", table->name);
      assert_none (fixture, sql, seed);
    }

  assert_none (fixture, "SELECT count(*) FROM (SELECT 1 FROM equipment_cards WHERE is_deleted = 0 "
               "AND slot_number IS NOT NULL GROUP BY equipment_id, slot_number "
               "HAVING count(*) > 1)", seed);
  assert_none (fixture, "SELECT count(*) FROM equipment_cards AS a JOIN equipment_specs AS b "
               "ON b.id = a.equipment_id WHERE a.is_deleted = 0 AND a.slot_number > b.card_slots",
               seed);
}

/* What the server has: every row as it was when it was acknowledged. */
static GHashTable *
acknowledge (StoreFixture *fixture)
{
  GHashTable *server = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                              (GDestroyNotify) genlock_record_unref);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GPtrArray) rows = NULL;
      g_autofree char *sql = NULL;

      if (!genlock_table_replicates (table))
        continue;

      sql = g_strdup_printf ("UPDATE %s SET version = 1, seq = rowid", table->name);
      execute (fixture, sql);
      rows = genlock_row_sql_list (fixture->database, table, NULL, NULL, NULL);
      for (guint j = 0; j < rows->len; j++)
        g_hash_table_insert (server, (gpointer) genlock_record_get_id (rows->pdata[j]),
                             genlock_record_ref (rows->pdata[j]));
    }

  execute (fixture, "DELETE FROM sync_dirty");

  return server;
}

/* The entry that the difference between a row and the server's asks for. */
static void
assert_entry (const GenlockRecord *row,
              const GenlockRecord *theirs,
              const GenlockDirty *dirty,
              guint seed)
{
  const GenlockTable *table = genlock_record_get_table (row);
  gboolean is_dead = genlock_record_get_bool (row, GENLOCK_META_IS_DELETED);
  gboolean was_dead = genlock_record_get_bool (theirs, GENLOCK_META_IS_DELETED);
  GenlockDirtyKind kind = is_dead != was_dead
                          ? (is_dead ? GENLOCK_DIRTY_DELETE : GENLOCK_DIRTY_UNDELETE)
                          : !is_dead && !genlock_record_equal (row, theirs)
                          ? GENLOCK_DIRTY_UPDATE : GENLOCK_DIRTY_NONE;

  if (dirty->kind != kind)
    g_error ("seed %u: %s %s: kind %d, expected %d", seed, table->name,
             genlock_record_get_id (row), dirty->kind, kind);

  /* Of a row that the server has deleted all is told when it comes back, whatever it said then. */
  if (kind == GENLOCK_DIRTY_NONE || was_dead)
    return;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    if (!genlock_value_equal (genlock_record_get_value (dirty->shadow, i),
                              genlock_record_get_value (theirs, i)))
      g_error ("seed %u: %s of %s %s: wrong in the shadow", seed, table->fields[i].name,
               table->name, genlock_record_get_id (row));

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockValue *was = genlock_record_get_value (theirs, i);
      gboolean differs = !genlock_value_equal (genlock_record_get_value (row, i), was);

      if (differs != !genlock_record_is_absent (dirty->seen, i)
          || (differs && !genlock_value_equal (genlock_record_get_value (dirty->seen, i), was)))
        g_error ("seed %u: %s of %s %s: wrong in what was seen", seed, table->fields[i].name,
                 table->name, genlock_record_get_id (row));
    }
}

static void
assert_dirty (StoreFixture *fixture,
              GHashTable *server,
              guint seed)
{
  gint64 n_entries = 0;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GPtrArray) rows = NULL;

      if (!genlock_table_replicates (table))
        continue;

      rows = genlock_row_sql_list (fixture->database, table, "version = 1", NULL, NULL);
      for (guint j = 0; j < rows->len; j++)
        {
          const char *id = genlock_record_get_id (rows->pdata[j]);
          g_auto (GenlockDirty) dirty = { .kind = GENLOCK_DIRTY_NONE };
          g_autoptr (GError) error = NULL;

          genlock_dirty_read (fixture->database, table, id, &dirty, &error);
          g_assert_no_error (error);
          assert_entry (rows->pdata[j], g_hash_table_lookup (server, id), &dirty, seed);
          n_entries += dirty.kind != GENLOCK_DIRTY_NONE;
        }
    }

  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM sync_dirty WHERE kind <> 'INSERT'"), ==,
                   n_entries);
}

/* The model of undo: the states before each step, and those after each undone one. */
typedef struct
{
  GPtrArray *past; /* owned (element-type utf8) */
  GPtrArray *future; /* owned (element-type utf8) */
} Model;

static void
edit (StoreFixture *fixture,
      Model *model,
      GenlockBatch *made,
      guint *n_done,
      guint seed)
{
  g_autoptr (GenlockBatch) batch = made;
  char *before = dump (fixture);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = genlock_transaction_apply (fixture->database, batch, "Ana",
                                                                  "desk", NULL, &error);

  if (changes != NULL && genlock_changes_get_length (changes) > 0)
    {
      g_ptr_array_add (model->past, before);
      g_ptr_array_set_size (model->future, 0);
      (*n_done)++;
      return;
    }

  assert_state (fixture, before, seed);
  g_free (before);
}

static void
take_back (StoreFixture *fixture,
           GPtrArray *from,
           GPtrArray *to,
           gboolean is_redo,
           guint seed)
{
  char *here = dump (fixture);
  g_autofree char *there = NULL;
  g_autoptr (GenlockChanges) changes = NULL;

  if (from->len == 0)
    {
      g_free (here);
      return;
    }

  there = g_ptr_array_steal_index (from, from->len - 1);
  changes = is_redo ? redo (fixture) : undo (fixture, 0);
  if (genlock_changes_get_n_left (changes) != 0)
    g_error ("seed %u: %u left", seed, genlock_changes_get_n_left (changes));
  assert_state (fixture, there, seed);
  g_ptr_array_add (to, here);
}

/* Returns how many batches changed something. */
static guint
walk (StoreFixture *fixture,
      guint seed)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GPtrArray) past = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) future = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GHashTable) server = NULL;
  Model model = { past, future };
  g_autofree char *end = NULL;
  guint n_done = 0;

  while (n_done == 0)
    edit (fixture, &model, random_edits_new_world (random), &n_done, seed);

  for (guint i = 0; i < N_BATCHES; i++)
    {
      int what = g_rand_int_range (random, 0, 10);

      if (what == 0)
        take_back (fixture, past, future, FALSE, seed);
      else if (what == 1)
        take_back (fixture, future, past, TRUE, seed);
      else
        edit (fixture, &model, random_edits_new (random), &n_done, seed);

      assert_rules (fixture, seed);
      if (i == N_BATCHES / 3)
        server = acknowledge (fixture);
      else if (server != NULL)
        assert_dirty (fixture, server, seed);
    }

  while (future->len > 0)
    take_back (fixture, future, past, TRUE, seed);

  end = dump (fixture);
  while (past->len > 0)
    {
      take_back (fixture, past, future, FALSE, seed);
      assert_rules (fixture, seed);
      assert_dirty (fixture, server, seed);
    }
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM productions WHERE is_deleted = 0"), ==, 0);

  while (future->len > 0)
    {
      take_back (fixture, future, past, TRUE, seed);
      assert_rules (fixture, seed);
      assert_dirty (fixture, server, seed);
    }
  assert_state (fixture, end, seed);

  return n_done;
}

/* GENLOCK_SEED=n walks that one alone. */
static void
test_walks (void)
{
  const char *only = g_getenv ("GENLOCK_SEED");
  guint first = only != NULL ? (guint) atoi (only) : 1;
  guint n_seeds = only != NULL ? 1 : g_test_thorough () ? 500 : N_SEEDS;

  guint n_done = 0;

  for (guint seed = first; seed < first + n_seeds; seed++)
    {
      StoreFixture fixture;

      store_fixture_set_up (&fixture, NULL);
      execute (&fixture, "PRAGMA synchronous = OFF");
      n_done += walk (&fixture, seed);
      store_fixture_tear_down (&fixture, NULL);
    }

  /* Walks that are mostly refused prove little. */
  if (only == NULL)
    g_assert_cmpuint (n_done, >, n_seeds * N_BATCHES / 5);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/store-property/walks", test_walks);

  return g_test_run ();
}
