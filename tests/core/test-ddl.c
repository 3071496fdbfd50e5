/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The derived SQL: equal to the golden file, runs, and its indexes serve what they are for. */

#define G_LOG_DOMAIN "test-ddl"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-sources.h"
#include "core/store/genlock-ddl.h"
#include "temp-dir.h"

/* GENLOCK_UPDATE_GOLDEN=1 writes the file anew; what changed is for the review. */
static void
test_golden (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "core", "data",
                                                 "schema.sql", NULL);
  g_autofree char *schema = genlock_ddl_schema ();
  g_autofree char *golden = NULL;

  if (g_getenv ("GENLOCK_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (path, schema, -1, NULL));

  g_assert_true (g_file_get_contents (path, &golden, NULL, NULL));
  g_assert_cmpstr (schema, ==, golden);
}

static GenlockDatabase *
create (TempDir *dir)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (dir->file, GENLOCK_DATABASE_CREATE, &error);

  g_assert_no_error (error);
  genlock_ddl_create (database, &error);
  g_assert_no_error (error);

  return database;
}

static void
test_once (TempDir *dir,
           gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autoptr (GError) error = NULL;

  g_assert_false (genlock_ddl_create (database, &error));
  g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
  g_assert_false (genlock_database_in_transaction (database));
}

static void
test_checks (TempDir *dir,
             gconstpointer data)
{
  static const char * const refused[] = {
    "INSERT INTO productions (id, created_at, updated_at, client, show_name, status) "
    "VALUES ('a', '', '', '', '', 'SOON')",
    "INSERT INTO productions (id, created_at, updated_at, client, show_name, is_deleted) "
    "VALUES ('a', '', '', '', '', 2)",
    "INSERT INTO productions (id, created_at, updated_at, client, show_name, version) "
    "VALUES ('a', '', '', '', '', 'one')",
    "INSERT INTO productions (id, created_at, updated_at, client) VALUES ('a', '', '', '')",
    "INSERT INTO sync_dirty (table_name, record_id) VALUES ('sources', 'a')",
  };
  g_autoptr (GenlockDatabase) database = create (dir);

  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (genlock_database_execute (database, refused[i], &error));
      g_assert_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED);
    }
}

/* How SQLite would run a statement. */
static char *
explain (GenlockDatabase *database,
         const char *sql)
{
  g_autofree char *explained = g_strdup_printf ("EXPLAIN QUERY PLAN %s", sql);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, explained, NULL);
  GString *plan = g_string_new (NULL);

  g_assert_nonnull (statement);
  while (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
    g_string_append_printf (plan, "%s\n", genlock_statement_get_text (statement, "detail"));

  return g_string_free (plan, FALSE);
}

static void
test_default_order (TempDir *dir,
                    gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autofree char *order = genlock_ddl_default_order (table, "a.");
      g_autofree char *parent = NULL;
      g_autofree char *sql = NULL;
      g_autofree char *plan = NULL;

      if (order == NULL || table->nested_as != NULL)
        continue;

      if (table->parent_field != 0)
        parent = g_strdup_printf ("a.%s = 'p' AND", table->fields[table->parent_field].name);
      sql = g_strdup_printf ("SELECT a.id FROM %s AS a WHERE %s a.is_deleted = 0 "
                             "ORDER BY %s, a.rowid", table->name, parent != NULL ? parent : "",
                             order);
      plan = explain (database, sql);
      g_assert_nonnull (strstr (plan, "_order ("));
      g_assert_null (strstr (plan, "TEMP B-TREE"));
    }
}

static void
test_lookups (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockDatabase) database = create (dir);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];

      for (guint j = table->n_meta; j < table->n_fields; j++)
        {
          const GenlockField *field = genlock_table_get_field (table, j);
          g_autofree char *sql = NULL;
          g_autofree char *plan = NULL;

          if (field->type != GENLOCK_LINK && field->type != GENLOCK_REF)
            continue;

          sql = g_strdup_printf ("SELECT id FROM %s WHERE %s = 'a'", table->name, field->name);
          plan = explain (database, sql);
          g_assert_true (g_str_has_prefix (plan, "SEARCH"));
        }

      if (genlock_table_replicates (table))
        {
          g_autofree char *sql = g_strdup_printf ("SELECT id FROM %s WHERE seq IS NULL",
                                                  table->name);
          g_autofree char *plan = explain (database, sql);

          g_assert_true (g_str_has_prefix (plan, "SEARCH"));
          g_assert_nonnull (strstr (plan, "_seq"));
        }
    }
}

static const char insert_show[] =
  "INSERT INTO productions (id, created_at, updated_at, client, show_name) "
  "VALUES ('p', '', '', '', '')";

static const char insert_source[] =
  "INSERT INTO sources (id, created_at, updated_at, production_id, type, name, label) "
  "VALUES (:id, '', '', 'p', '', '', :label)";

static void
test_natural (TempDir *dir,
              gconstpointer data)
{
  static const char * const ordered[] = {
    "cam 1", "CAM 2", "CAM 10", "Src 1", "SRC 2", "SRC 10", "SRC 10A", "SRC 3A", NULL,
  };
  g_autoptr (GenlockDatabase) database = create (dir);
  g_autofree char *order = genlock_ddl_natural_order (&genlock_sources, GENLOCK_SOURCE_LABEL, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT label FROM sources ORDER BY %s", order);
  g_autoptr (GenlockStatement) select = NULL;

  g_assert_true (genlock_database_begin_write (database, NULL));
  g_assert_true (genlock_database_execute (database, insert_show, NULL));
  for (guint i = G_N_ELEMENTS (ordered); i > 0; i--)
    {
      g_autoptr (GenlockStatement) insert = NULL;
      g_autofree char *id = g_strdup_printf ("%u", i);

      insert = genlock_database_prepare (database, insert_source, NULL);
      genlock_statement_bind_text (insert, ":id", id);
      genlock_statement_bind_text (insert, ":label", ordered[i - 1]);
      g_assert_true (genlock_statement_run (insert, NULL));
    }
  g_assert_true (genlock_database_commit (database, NULL));

  select = genlock_database_prepare (database, sql, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (ordered); i++)
    {
      g_assert_cmpint (genlock_statement_step (select, NULL), ==, GENLOCK_STATEMENT_ROW);
      g_assert_cmpstr (genlock_statement_get_text (select, "label"), ==, ordered[i]);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ddl/golden", test_golden);
  temp_dir_test ("/ddl/once", test_once);
  temp_dir_test ("/ddl/checks", test_checks);
  temp_dir_test ("/ddl/default-order", test_default_order);
  temp_dir_test ("/ddl/lookups", test_lookups);
  temp_dir_test ("/ddl/natural", test_natural);

  return g_test_run ();
}
