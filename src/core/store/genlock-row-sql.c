/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in SQL, derived from the descriptions: columns, statements, binding and reading. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-row-sql.h"

static void
append_columns (GString *sql,
                const GenlockTable *table,
                const char *prefix)
{
  for (guint i = 0; i < table->n_fields; i++)
    {
      g_string_append (sql, i > 0 ? ", " : "");
      g_string_append (sql, prefix);
      g_string_append (sql, genlock_table_get_field (table, i)->name);
    }
}

char *
genlock_row_sql_columns (const GenlockTable *table,
                         const char *prefix)
{
  GString *sql = g_string_new (NULL);

  append_columns (sql, table, prefix != NULL ? prefix : "");

  return g_string_free (sql, FALSE);
}

char *
genlock_row_sql_insert (const GenlockTable *table)
{
  GString *sql = g_string_new (NULL);

  g_string_append_printf (sql, "INSERT INTO %s (", table->name);
  append_columns (sql, table, "");
  g_string_append (sql, ") VALUES (");
  append_columns (sql, table, ":");
  g_string_append (sql, ")");
  if (genlock_table_replicates (table))
    g_string_append (sql, " ON CONFLICT (id) DO NOTHING");

  return g_string_free (sql, FALSE);
}

char *
genlock_row_sql_update (const GenlockTable *table,
                        guint64 fields)
{
  GString *sql = g_string_sized_new (512);
  const char *separator = "";

  g_string_append_printf (sql, "UPDATE %s SET ", table->name);
  for (guint i = 0; i < table->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      {
        const char *name = genlock_table_get_field (table, i)->name;

        g_string_append (sql, separator);
        g_string_append (sql, name);
        g_string_append (sql, " = :");
        g_string_append (sql, name);
        separator = ", ";
      }
  g_string_append (sql, " WHERE id = :row");

  return g_string_free (sql, FALSE);
}

char *
genlock_row_sql_select (const GenlockTable *table,
                        const char *where)
{
  GString *sql = g_string_sized_new (512);

  g_string_append (sql, "SELECT ");
  append_columns (sql, table, "");
  g_string_append (sql, " FROM ");
  g_string_append (sql, table->name);
  if (where != NULL)
    {
      g_string_append (sql, " WHERE ");
      g_string_append (sql, where);
    }

  return g_string_free (sql, FALSE);
}

GenlockRecord *
genlock_row_sql_read (GenlockStatement *statement,
                      const GenlockTable *table)
{
  GenlockRecord *record = genlock_record_new (table);
  GenlockValue *values = genlock_record_peek_values (record);

  for (guint i = 0; i < table->n_fields; i++)
    genlock_statement_read_value (statement, i, &values[i]);

  return record;
}

GPtrArray *
genlock_row_sql_list (GenlockDatabase *database,
                      const GenlockTable *table,
                      const char *where,
                      const char *id,
                      GError **error)
{
  g_autofree char *sql = genlock_row_sql_select (table, where);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) rows = NULL;
  GenlockStatementResult result;

  if (statement == NULL)
    return NULL;

  if (id != NULL)
    genlock_statement_bind_text (statement, ":id", id);

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    g_ptr_array_add (rows, genlock_row_sql_read (statement, table));

  return result == GENLOCK_STATEMENT_DONE ? g_steal_pointer (&rows) : NULL;
}

/* Every edit reads a row or two by their ids: the text is written once for each table. */
static const char *
get_select_by_id (const GenlockTable *table)
{
  static GMutex mutex;
  static GHashTable *texts; /* GenlockTable to text */
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);
  char *text;

  if (texts == NULL)
    texts = g_hash_table_new (NULL, NULL);

  text = g_hash_table_lookup (texts, table);
  if (text == NULL)
    {
      text = genlock_row_sql_select (table, "id = :id");
      g_hash_table_insert (texts, (gpointer) table, text);
    }

  return text;
}

GenlockRecord *
genlock_row_sql_get (GenlockDatabase *database,
                     const GenlockTable *table,
                     const char *id,
                     GError **error)
{
  g_autoptr (GenlockStatement) statement =
    genlock_database_prepare (database, get_select_by_id (table), error);
  GenlockStatementResult result;

  if (statement == NULL)
    return NULL;

  genlock_statement_bind_text_at (statement, 0, id);
  result = genlock_statement_step (statement, error);
  if (result == GENLOCK_STATEMENT_ROW)
    return genlock_row_sql_read (statement, table);

  if (result == GENLOCK_STATEMENT_DONE)
    g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
                         N_("There is no such row. It may have been removed meanwhile."));

  return NULL;
}

gboolean
genlock_row_sql_write_insert (GenlockDatabase *database,
                              const GenlockRecord *record,
                              GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_autofree char *sql = genlock_row_sql_insert (table);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    genlock_statement_bind_value_at (statement, i, genlock_record_get_value (record, i));

  return genlock_statement_run (statement, error);
}

gboolean
genlock_row_sql_write_update (GenlockDatabase *database,
                              const GenlockRecord *record,
                              guint64 fields,
                              GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_autofree char *sql = genlock_row_sql_update (table, fields);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  guint place = 0;

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < table->n_fields; i++)
    if (fields & (G_GUINT64_CONSTANT (1) << i))
      genlock_statement_bind_value_at (statement, place++, genlock_record_get_value (record, i));

  genlock_statement_bind_text_at (statement, place, genlock_record_get_id (record));

  return genlock_statement_run (statement, error);
}
