/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole rows from the database: with their children, and theirs. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-load.h"
#include "core/store/genlock-row-sql.h"

/* How the children of one table are read, and theirs. */
typedef struct
{
  const GenlockTable *table;
  char *live;        /* owned: SQL for a live parent :id */
  char *dead;        /* owned: SQL for a dead one, gone with :with */
  GPtrArray *nested; /* owned (element-type Nested) */
} Nested;

static void
nested_free (gpointer data)
{
  Nested *nested = data;

  g_free (nested->live);
  g_free (nested->dead);
  g_ptr_array_unref (nested->nested);
  g_free (nested);
}

/* Children stand in the order of their places, those without one last, else as they were made. */
static char *
make_order (const GenlockTable *table)
{
  GString *order = g_string_new (NULL);

  for (guint i = 0; table->place_fields != NULL && table->place_fields[i] != 0; i++)
    {
      const char *name = table->fields[table->place_fields[i]].name;

      g_string_append_printf (order, "%s IS NULL, %s, ", name, name);
    }

  g_string_append (order, "rowid");

  return g_string_free (order, FALSE);
}

static char *
make_sql (const GenlockTable *table,
          const char *condition,
          const char *order)
{
  const char *link = table->fields[table->parent_field].name;
  g_autofree char *where = g_strdup_printf ("%s = :id AND %s ORDER BY %s", link, condition, order);

  return genlock_row_sql_select (table, where);
}

static GPtrArray *
make_nested (const GenlockTable *parent)
{
  GPtrArray *all = g_ptr_array_new_with_free_func (nested_free);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_is_nested (genlock_schema_tables[i], parent))
      {
        const GenlockTable *table = genlock_schema_tables[i];
        g_autofree char *order = make_order (table);
        Nested *nested = g_new0 (Nested, 1);

        nested->table = table;
        nested->live = make_sql (table, "is_deleted = 0", order);
        nested->dead = make_sql (table, "is_deleted = 1 AND deleted_with = :with", order);
        nested->nested = make_nested (table);
        g_ptr_array_add (all, nested);
      }

  return all;
}

static gboolean
load_children (GenlockDatabase *database,
               GPtrArray *all,
               GenlockRecord *record,
               GError **error);

static gboolean
load_table (GenlockDatabase *database,
            const Nested *nested,
            GenlockRecord *record,
            GError **error)
{
  gboolean dead = genlock_record_get_bool (record, GENLOCK_META_IS_DELETED);
  const char *id = genlock_record_get_id (record);
  const char *with = genlock_record_get_text (record, GENLOCK_META_DELETED_WITH);
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  statement = genlock_database_prepare (database, dead ? nested->dead : nested->live, error);
  if (statement == NULL)
    return FALSE;

  genlock_record_clear_children (record, nested->table);
  genlock_statement_bind_text (statement, ":id", id);
  if (dead)
    genlock_statement_bind_text (statement, ":with", with != NULL ? with : id);

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      GenlockRecord *child = genlock_row_sql_read (statement, nested->table);

      genlock_record_add_child (record, child);
      if (!load_children (database, nested->nested, child, error))
        return FALSE;
    }

  return result == GENLOCK_STATEMENT_DONE;
}

static gboolean
load_children (GenlockDatabase *database,
               GPtrArray *all,
               GenlockRecord *record,
               GError **error)
{
  for (guint i = 0; i < all->len; i++)
    if (!load_table (database, g_ptr_array_index (all, i), record, error))
      return FALSE;

  return TRUE;
}

static void
unref_record (gpointer data)
{
  if (data != NULL)
    genlock_record_unref (data);
}

GPtrArray *
genlock_load_rows (GenlockDatabase *database,
                   const GenlockTable *table,
                   const gint64 *rowids,
                   gsize n,
                   GError **error)
{
  g_autofree char *sql = genlock_row_sql_select (table, "rowid = :rowid");
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) nested = make_nested (table);
  g_autoptr (GPtrArray) records = g_ptr_array_new_full ((guint) n, unref_record);

  for (gsize i = 0; statement != NULL && i < n; i++)
    {
      GenlockStatementResult result;
      GenlockRecord *record = NULL;

      genlock_statement_bind_int (statement, ":rowid", rowids[i]);
      result = genlock_statement_step (statement, error);
      if (result == GENLOCK_STATEMENT_FAILED)
        return NULL;

      if (result == GENLOCK_STATEMENT_ROW)
        record = genlock_row_sql_read (statement, table);

      genlock_statement_reset (statement);
      g_ptr_array_add (records, record);

      if (record != NULL && !load_children (database, nested, record, error))
        return NULL;
    }

  return statement != NULL ? g_steal_pointer (&records) : NULL;
}

GenlockRecord *
genlock_load_row (GenlockDatabase *database,
                  const GenlockTable *table,
                  const char *id,
                  gint64 *rowid,
                  GError **error)
{
  g_autofree char *columns = genlock_row_sql_columns (table, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT %s, rowid AS row_number FROM %s WHERE id = :id",
                                          columns, table->name);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  g_autoptr (GPtrArray) nested = NULL;
  g_autoptr (GenlockRecord) record = NULL;
  GenlockStatementResult result;

  if (statement == NULL)
    return NULL;

  genlock_statement_bind_text (statement, ":id", id);
  result = genlock_statement_step (statement, error);

  if (result == GENLOCK_STATEMENT_DONE)
    g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
                 "There is no %s with the id “%s”.", table->label, id);

  if (result != GENLOCK_STATEMENT_ROW)
    return NULL;

  record = genlock_row_sql_read (statement, table);
  if (rowid != NULL)
    *rowid = genlock_statement_read_int (statement, table->n_fields);

  nested = make_nested (table);

  return load_children (database, nested, record, error) ? g_steal_pointer (&record) : NULL;
}
