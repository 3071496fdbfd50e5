/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Databases of every version, opened by this one: the tables of a fresh one, and no row lost. */

#define G_LOG_DOMAIN "test-migrations"

#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"
#include "core/schema/genlock-schema.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-ddl.h"
#include "core/store/genlock-maintenance.h"
#include "core/store/genlock-store.h"
#include "temp-dir.h"

/* The day of the newest fixture: what a store remembers ages. */
#define TODAY "2026-11-22T20:00:00.000Z"

static gint64
clock_cb (gpointer user_data)
{
  gint64 now;

  g_assert_true (genlock_instant_parse (TODAY, &now));

  return now;
}

static char *
dup_data (guint version,
          const char *ending)
{
  g_autofree char *name = g_strdup_printf ("released-%u.%s", version, ending);

  return g_test_build_filename (G_TEST_DIST, "core", "data", name, NULL);
}

static GenlockDatabase *
open_database (const char *path,
               GenlockDatabaseMode mode)
{
  g_autoptr (GError) error = NULL;
  GenlockDatabase *database = genlock_database_open (path, mode, &error);

  g_assert_no_error (error);

  return database;
}

static void
load (const char *path,
      guint version)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_CREATE);
  g_autofree char *file = dup_data (version, "sql");
  g_autofree char *sql = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (file, &sql, NULL, &error);
  g_assert_no_error (error);
  genlock_database_execute (database, sql, &error);
  g_assert_no_error (error);
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* (transfer full): one space for many, and none of the quotes that ALTER TABLE sets. */
static char *
squeeze (const char *sql,
         gsize length)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < length; i++)
    {
      if (sql[i] == '"')
        continue;
      if (!g_ascii_isspace (sql[i]))
        g_string_append_c (text, sql[i]);
      else if (text->len > 0 && text->str[text->len - 1] != ' ')
        g_string_append_c (text, ' ');
    }
  if (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);

  return g_string_free (text, FALSE);
}

/* Columns in any order, since a migration adds them at the end. */
static void
append_columns (GPtrArray *lines,
                const char *table,
                const char *sql)
{
  const char *start = strchr (sql, '(') + 1;
  guint depth = 1;

  for (const char *c = start; depth > 0; c++)
    {
      g_assert_cmpint (*c, !=, '\0');
      depth += (*c == '(') - (*c == ')');
      if (depth > 1 || (depth == 1 && *c != ','))
        continue;
      {
        g_autofree char *column = squeeze (start, (gsize) (c - start));

        g_ptr_array_add (lines, g_strdup_printf ("%s: %s", table, column));
      }
      start = c + 1;
    }

  g_ptr_array_add (lines, g_strdup_printf ("%s%s", table, start));
}

/* (transfer full): every column with its rules and every index, a line each. */
static char *
describe (const char *path)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_READ);
  g_autoptr (GenlockStatement) statement = NULL;
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  statement = genlock_database_prepare (database, "SELECT type, name, sql FROM sqlite_schema "
                                        "WHERE sql IS NOT NULL", NULL);
  g_assert_nonnull (statement);
  while (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
    {
      const char *sql = genlock_statement_get_text (statement, "sql");

      if (strcmp (genlock_statement_get_text (statement, "type"), "table") == 0)
        append_columns (lines, genlock_statement_get_text (statement, "name"), sql);
      else
        g_ptr_array_add (lines, squeeze (sql, strlen (sql)));
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
append_row (GString *text,
            const GenlockTable *table,
            GenlockStatement *statement)
{
  g_string_append_printf (text, "%s\n", table->name);
  for (guint i = 0; i < table->n_fields; i++)
    {
      const char *name = genlock_table_get_field (table, i)->name;
      const char *value = genlock_statement_get_text (statement, name);

      if (strcmp (value, "NULL") != 0)
        g_string_append_printf (text, "  %s %s\n", name, value);
    }
}

/* (transfer full): every value of every row as SQL writes it, by the fields of this version. */
static char *
dump (const char *path)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_READ);
  GString *text = g_string_new (NULL);

  for (guint t = 0; genlock_schema_tables[t] != NULL; t++)
    {
      const GenlockTable *table = genlock_schema_tables[t];
      g_autoptr (GString) sql = g_string_new ("SELECT ");
      g_autoptr (GenlockStatement) statement = NULL;
      g_autoptr (GError) error = NULL;

      for (guint i = 0; i < table->n_fields; i++)
        g_string_append_printf (sql, "%squote(%s) AS %s", i > 0 ? ", " : "",
                                genlock_table_get_field (table, i)->name,
                                genlock_table_get_field (table, i)->name);
      g_string_append_printf (sql, " FROM %s ORDER BY 1, 2", table->name);
      statement = genlock_database_prepare (database, sql->str, &error);
      g_assert_no_error (error);
      while (genlock_statement_step (statement, &error) == GENLOCK_STATEMENT_ROW)
        append_row (text, table, statement);
      g_assert_no_error (error);
    }

  return g_string_free (text, FALSE);
}

/* GENLOCK_UPDATE_GOLDEN=1 writes the file anew; what changed is for the review. */
static void
assert_rows (const char *path,
             guint version)
{
  g_autofree char *file = dup_data (version, "rows");
  g_autofree char *rows = dump (path);
  g_autofree char *golden = NULL;

  if (g_getenv ("GENLOCK_UPDATE_GOLDEN") != NULL)
    g_assert_true (g_file_set_contents (file, rows, -1, NULL));

  g_assert_true (g_file_get_contents (file, &golden, NULL, NULL));
  g_assert_cmpstr (rows, ==, golden);
}

/* A fixture that has no row in a table shows nothing about it. */
static void
assert_full (const char *path,
             guint version)
{
  g_autoptr (GenlockDatabase) database = open_database (path, GENLOCK_DATABASE_READ);
  g_autoptr (GenlockStatement) statement = NULL;

  statement = genlock_database_prepare (database, "SELECT name FROM sqlite_schema "
                                        "WHERE type = 'table'", NULL);
  while (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
    {
      const char *name = genlock_statement_get_text (statement, "name");
      g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s", name);
      gint64 n_rows;

      g_assert_true (genlock_database_query_int (database, sql, &n_rows, NULL));
      if (n_rows == 0)
        g_error ("released-%u.sql has no row in %s", version, name);
    }
}

static void
assert_readable (GenlockStore *store)
{
  for (guint t = 0; genlock_schema_tables[t] != NULL; t++)
    {
      const GenlockTable *table = genlock_schema_tables[t];
      g_autoptr (GenlockQuery) query = NULL;
      g_autoptr (GPtrArray) rows = NULL;
      g_autoptr (GError) error = NULL;

      if (!genlock_table_replicates (table) || table->nested_as != NULL)
        continue;
      query = genlock_query_new (table);
      genlock_query_set_deleted (query, TRUE, FALSE);
      rows = genlock_store_list (store, query, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, >, 0);
    }
}

/* What the fixtures say of their own making: a source deleted, then a show, a send renamed and
 * taken back. */
static void
assert_undo (GenlockStore *store)
{
  g_autoptr (GenlockRecord) source = NULL;
  g_autoptr (GenlockRecord) send = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GenlockChanges) changes = genlock_store_undo (store, 0, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (genlock_changes_get_n_left (changes), ==, 0);
    }
  source = genlock_store_find (store, &genlock_sources, "CAM 3", NULL, &error);
  g_assert_no_error (error);
  g_assert_false (genlock_record_get_bool (source, GENLOCK_META_IS_DELETED));
  send = genlock_store_find (store, &genlock_sends, "DST 7", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (genlock_record_get_text (send, GENLOCK_SEND_NAME), ==, "Screen left");
}

static void
test_version (TempDir *dir,
              guint version)
{
  g_autofree char *fresh = g_build_filename (dir->path, "fresh.db", NULL);
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockDatabase) derived = NULL;
  g_autoptr (GenlockStore) store = NULL;
  g_autofree char *has = NULL;
  g_autofree char *wanted = NULL;
  g_autoptr (GError) error = NULL;

  load (dir->file, version);
  assert_full (dir->file, version);
  store = genlock_store_open (dir->file, GENLOCK_STORE_WRITE, &error);
  g_assert_no_error (error);

  derived = open_database (fresh, GENLOCK_DATABASE_CREATE);
  g_assert_true (genlock_ddl_create (derived, NULL));
  has = describe (dir->file);
  wanted = describe (fresh);
  g_assert_cmpstr (has, ==, wanted);

  assert_rows (dir->file, version);
  assert_readable (store);
  assert_undo (store);
  genlock_store_close (store);
  g_assert_true (genlock_database_verify (dir->file, problems, NULL));
  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *) problems->pdata[i]);
  g_assert_cmpuint (problems->len, ==, 0);
}

/* Every version that was ever released; the present one joins them with its release. */
static void
test_released (void)
{
  genlock_instant_set_clock (clock_cb, NULL);
  for (guint version = 1; version <= MAX (GENLOCK_DDL_VERSION - 1, 1); version++)
    {
      TempDir dir = { 0 };

      temp_dir_set_up (&dir, NULL);
      test_version (&dir, version);
      temp_dir_tear_down (&dir, NULL);
    }
  genlock_instant_set_clock (NULL, NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/migrations/released", test_released);

  return g_test_run ();
}
