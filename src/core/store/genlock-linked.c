/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the rows that a link can lead to. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-linked.h"

/* (nullable): an SQL expression over the columns of a table. */
typedef char *(*Expression) (const GenlockTable *table);

static char *
make_name (const GenlockTable *table)
{
  GString *sql = g_string_new ("coalesce(");

  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    g_string_append_printf (sql, "nullif(%s, ''), ", table->fields[table->name_fields[i]].name);

  g_string_append (sql, "'', '')");

  return g_string_free (sql, FALSE);
}

static char *
make_text (const GenlockTable *table)
{
  GString *sql = g_string_new ("''");

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);

      if ((field->flags & GENLOCK_SEARCHED) && field->type != GENLOCK_LINK)
        g_string_append_printf (sql, " || coalesce(%s || char(10), '')", field->name);
    }

  return g_string_free (sql, FALSE);
}

static gboolean
read_table (GHashTable *texts,
            GenlockDatabase *database,
            const GenlockTable *table,
            Expression expression,
            GError **error)
{
  g_autofree char *column = expression (table);
  g_autofree char *sql = g_strdup_printf ("SELECT id, %s FROM %s", column, table->name);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  GenlockStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    g_hash_table_insert (texts, g_strdup (genlock_statement_read_text (statement, 0)),
                         g_strdup (genlock_statement_read_text (statement, 1)));

  return result == GENLOCK_STATEMENT_DONE;
}

static GHashTable *
read_targets (GenlockDatabase *database,
              const GenlockField *field,
              Expression expression,
              GError **error)
{
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  if (field->target != NULL && !read_table (texts, database, field->target, expression, error))
    return NULL;

  for (const GenlockRefTarget *target = field->ref_targets;
       target != NULL && target->word != NULL;
       target++)
    if (!read_table (texts, database, target->table, expression, error))
      return NULL;

  return g_steal_pointer (&texts);
}

GHashTable *
genlock_linked_names (GenlockDatabase *database,
                      const GenlockField *field,
                      GError **error)
{
  return read_targets (database, field, make_name, error);
}

GHashTable *
genlock_linked_texts (GenlockDatabase *database,
                      const GenlockField *field,
                      GError **error)
{
  return read_targets (database, field, make_text, error);
}
