/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and indexes as SQL, derived from the descriptions. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-ddl.h"

static const char *
get_type (const GenlockField *field)
{
  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_BOOL:
      return "INTEGER";

    case GENLOCK_REAL:
      return "REAL";

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      return "TEXT";
    }

  g_assert_not_reached ();
}

static void
append_default (GString *sql,
                const GenlockField *field)
{
  switch (field->type)
    {
    case GENLOCK_BOOL:
      g_string_append_printf (sql, " DEFAULT %d", strcmp (field->preset, "true") == 0);
      return;

    case GENLOCK_INT:
    case GENLOCK_REAL:
      g_string_append_printf (sql, " DEFAULT %s", field->preset);
      return;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      g_string_append_printf (sql, " DEFAULT '%s'", field->preset);
      return;
    }

  g_assert_not_reached ();
}

static void
append_check (GString *sql,
              const GenlockField *field)
{
  if (field->type == GENLOCK_BOOL)
    {
      g_string_append_printf (sql, " CHECK (%s IN (0, 1))", field->name);
      return;
    }

  if (field->type != GENLOCK_ENUM)
    return;

  /* SQLite makes a table of more than two words behind an IN, for every row that it checks. */
  g_string_append (sql, " CHECK (");
  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    g_string_append_printf (sql, "%s%s = '%s'", choice == field->choices ? "" : " OR ",
                            field->name, choice->word);
  g_string_append_c (sql, ')');
}

static gboolean
is_key (const GenlockTable *table,
        const GenlockField *field)
{
  const char *key = genlock_table_replicates (table) ? "id" : table->primary_key;

  return g_strcmp0 (key, field->name) == 0;
}

static void
append_column (GString *sql,
               const GenlockTable *table,
               const GenlockField *field)
{
  g_string_append_printf (sql, "  %s %s", field->name, get_type (field));

  if (!(field->flags & GENLOCK_NULLABLE))
    g_string_append (sql, " NOT NULL");

  if (is_key (table, field))
    g_string_append (sql, " PRIMARY KEY");

  if (field->preset != NULL)
    append_default (sql, field);

  append_check (sql, field);

  if (field->type == GENLOCK_LINK)
    g_string_append_printf (sql, " REFERENCES %s (id) DEFERRABLE INITIALLY DEFERRED",
                            field->target->name);
}

static void
append_table (GString *sql,
              const GenlockTable *table)
{
  gboolean compound = table->primary_key != NULL && strchr (table->primary_key, ',') != NULL;

  g_string_append_printf (sql, "CREATE TABLE %s (\n", table->name);
  for (guint i = 0; i < table->n_fields; i++)
    {
      append_column (sql, table, genlock_table_get_field (table, i));
      g_string_append (sql, i + 1 < table->n_fields || compound ? ",\n" : "\n");
    }

  if (compound)
    g_string_append_printf (sql, "  PRIMARY KEY (%s)\n) STRICT, WITHOUT ROWID;\n",
                            table->primary_key);
  else
    g_string_append (sql, ") STRICT;\n");
}

/* A link that may be null mostly is, and so is what the store's own tables say of few rows: such
 * rows need no entry. */
static gboolean
is_sparse (const GenlockTable *table,
           const char *columns)
{
  guint index;

  if (!genlock_table_find_field (table, columns, &index))
    return FALSE;

  return (genlock_table_get_field (table, index)->flags & GENLOCK_NULLABLE)
         && (genlock_table_get_field (table, index)->type == GENLOCK_LINK
             || !genlock_table_replicates (table));
}

/* "production_id, at" of prints is called prints_production_id_at. */
static void
append_index (GString *sql,
              const GenlockTable *table,
              const char *columns)
{
  g_auto (GStrv) names = g_strsplit (columns, ", ", -1);
  g_autofree char *joined = g_strjoinv ("_", names);

  g_string_append_printf (sql, "CREATE INDEX %s_%s ON %s (%s)", table->name, joined,
                          table->name, columns);
  if (is_sparse (table, columns))
    g_string_append_printf (sql, " WHERE %s IS NOT NULL", columns);
  g_string_append (sql, ";\n");
}

/* The columns by which the index for the default order begins, the order itself aside. */
static char *
dup_order_head (const GenlockTable *table)
{
  if (table->nested_as != NULL || table->name_fields == NULL || table->name_fields[0] == 0)
    return NULL;

  if (table->parent_field == 0)
    return g_strdup ("is_deleted");

  return g_strdup_printf ("%s, is_deleted", table->fields[table->parent_field].name);
}

static gboolean
begins_an_index (const GenlockTable *table,
                 const char *column)
{
  gsize length = strlen (column);
  g_autofree char *head = dup_order_head (table);

  if (head != NULL && g_str_has_prefix (head, column))
    return TRUE;

  for (guint i = 0; table->indexes != NULL && table->indexes[i] != NULL; i++)
    if (strncmp (table->indexes[i], column, length) == 0
        && (table->indexes[i][length] == '\0' || table->indexes[i][length] == ','))
      return TRUE;

  return FALSE;
}

/* An index that only repeats the head of the one for the default order is left out. */
static void
append_described (GString *sql,
                  const GenlockTable *table)
{
  g_autofree char *head = dup_order_head (table);

  for (guint i = 0; table->indexes != NULL && table->indexes[i] != NULL; i++)
    if (head == NULL || !g_str_has_prefix (head, table->indexes[i]))
      append_index (sql, table, table->indexes[i]);

  if (head != NULL)
    {
      g_autofree char *order = genlock_ddl_default_order (table, NULL);

      g_string_append_printf (sql, "CREATE INDEX %s_order ON %s (%s, %s);\n", table->name,
                              table->name, head, order);
    }
}

/* Rows that no server has acknowledged are found by their null seq, those that went with another
 * row by deleted_with, and what hangs on a row by its links. */
static void
append_indexes (GString *sql,
                const GenlockTable *table)
{
  append_described (sql, table);

  if (!genlock_table_replicates (table))
    return;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);

      if ((field->type == GENLOCK_LINK || field->type == GENLOCK_REF)
          && !begins_an_index (table, field->name))
        append_index (sql, table, field->name);
    }

  append_index (sql, table, "seq");
  g_string_append_printf (sql, "CREATE INDEX %s_deleted_with ON %s (deleted_with) "
                          "WHERE deleted_with IS NOT NULL;\n", table->name, table->name);
}

char *
genlock_ddl_natural_order (const GenlockTable *table,
                           guint field,
                           const char *prefix)
{
  const GenlockField *described = genlock_table_get_field (table, field);
  const char *before = prefix != NULL ? prefix : "";
  const char *name = described->name;
  GString *terms = g_string_new (NULL);

  if (described->flags & GENLOCK_NULLABLE)
    g_string_append_printf (terms, "%s%s IS NULL, ", before, name);

  g_string_append_printf (terms, "rtrim(%s%s, '0123456789') COLLATE NOCASE, length(%s%s), "
                          "%s%s COLLATE NOCASE",
                          before, name, before, name, before, name);

  return g_string_free (terms, FALSE);
}

char *
genlock_ddl_default_order (const GenlockTable *table,
                           const char *prefix)
{
  GString *terms;

  if (table->name_fields == NULL || table->name_fields[0] == 0)
    return NULL;

  terms = g_string_new (NULL);
  for (guint i = 0; table->name_fields[i] != 0; i++)
    {
      g_autofree char *order = genlock_ddl_natural_order (table, table->name_fields[i], prefix);

      g_string_append_printf (terms, "%s%s", i > 0 ? ", " : "", order);
    }

  return g_string_free (terms, FALSE);
}

char *
genlock_ddl_table (const GenlockTable *table)
{
  GString *sql = g_string_new (NULL);

  append_table (sql, table);
  append_indexes (sql, table);

  return g_string_free (sql, FALSE);
}

char *
genlock_ddl_schema (void)
{
  GString *sql = g_string_new (NULL);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      g_autofree char *table = genlock_ddl_table (genlock_schema_tables[i]);

      g_string_append_printf (sql, "%s%s", i > 0 ? "\n" : "", table);
    }

  return g_string_free (sql, FALSE);
}

gboolean
genlock_ddl_create (GenlockDatabase *database,
                    GError **error)
{
  g_autofree char *schema = genlock_ddl_schema ();
  g_autofree char *sql = g_strdup_printf ("%s"
                                          "PRAGMA application_id = %d;"
                                          "PRAGMA user_version = %d;",
                                          schema, GENLOCK_DATABASE_APPLICATION_ID,
                                          GENLOCK_DDL_VERSION);

  if (!genlock_database_begin_write (database, error))
    return FALSE;

  if (!genlock_database_execute (database, sql, error))
    {
      genlock_database_rollback (database);
      return FALSE;
    }

  return genlock_database_commit (database, error);
}
