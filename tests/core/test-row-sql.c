/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random rows of every table go into SQL and come back the same. */

#define G_LOG_DOMAIN "test-row-sql"

#include "config.h"

#include "core/store/genlock-ddl.h"
#include "core/store/genlock-row-sql.h"
#include "random-record.h"
#include "temp-dir.h"

static GenlockDatabase *
create (TempDir *dir)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (dir->file, GENLOCK_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  genlock_ddl_create (database, &error);
  g_assert_no_error (error);
  g_assert_true (genlock_database_execute (database, "PRAGMA foreign_keys = OFF", NULL));

  return database;
}

static GenlockRecord *
make (GRand *random,
      const GenlockTable *table)
{
  GenlockRecord *record = random_record_new (table, random);

  genlock_record_set_text (record, GENLOCK_META_CREATED_AT, "2026-11-22T08:00:00.000Z");
  genlock_record_set_text (record, GENLOCK_META_UPDATED_AT, "2026-11-22T08:00:00.001Z");

  return record;
}

static void
assert_same (const GenlockRecord *a,
             const GenlockRecord *b)
{
  const GenlockTable *table = genlock_record_get_table (a);

  for (guint i = 0; i < table->n_fields; i++)
    if (!genlock_value_equal (genlock_record_get_value (a, i), genlock_record_get_value (b, i)))
      g_error ("%s of %s differs", genlock_table_get_field (table, i)->name, table->name);
}

static void
test_round_trip (TempDir *dir,
                 gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GRand) random = g_rand_new_with_seed (20261122);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    for (guint j = 0; j < 20; j++)
      {
        const GenlockTable *table = genlock_schema_tables[i];
        g_autoptr (GenlockRecord) record = NULL;
        g_autoptr (GenlockRecord) read = NULL;
        g_autoptr (GError) error = NULL;

        if (!genlock_table_replicates (table))
          continue;

        record = make (random, table);
        genlock_row_sql_write_insert (database, record, &error);
        g_assert_no_error (error);
        g_assert_cmpuint (genlock_database_get_n_changed (database), ==, 1);
        read = genlock_row_sql_get (database, table, genlock_record_get_id (record), &error);
        g_assert_no_error (error);
        assert_same (record, read);
      }
}

static void
test_update (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GenlockRecord) before = NULL;
      g_autoptr (GenlockRecord) after = NULL;
      g_autoptr (GenlockRecord) read = NULL;
      guint64 all;

      if (!genlock_table_replicates (table))
        continue;

      all = (G_GUINT64_CONSTANT (1) << table->n_fields) - 2;
      before = make (random, table);
      after = make (random, table);
      genlock_record_set_text (after, GENLOCK_META_ID, genlock_record_get_id (before));
      g_assert_true (genlock_row_sql_write_insert (database, before, NULL));
      g_assert_true (genlock_row_sql_write_update (database, after, all, NULL));
      read = genlock_row_sql_get (database, table, genlock_record_get_id (before), NULL);
      assert_same (after, read);
    }
}

static void
test_taken (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GRand) random = g_rand_new_with_seed (7);
  g_autoptr (GenlockRecord) record = make (random, genlock_schema_tables[0]);
  g_autoptr (GError) error = NULL;

  g_assert_true (genlock_row_sql_write_insert (database, record, NULL));
  g_assert_true (genlock_row_sql_write_insert (database, record, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (genlock_database_get_n_changed (database), ==, 0);
}

static void
test_missing (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_row_sql_get (database, genlock_schema_tables[0], "nobody", &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/row-sql/round-trip", test_round_trip);
  temp_dir_test ("/row-sql/update", test_update);
  temp_dir_test ("/row-sql/taken", test_taken);
  temp_dir_test ("/row-sql/missing", test_missing);

  return g_test_run ();
}
