/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a query as SQL. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-query-sql.h"

/* A look-up by key costs about this many times what a step of a pass through the table costs. */
#define LOOK_UP_COST 4

static const char *
next_word (const GString *sql)
{
  return sql->len == 0 ? " WHERE " : " AND ";
}

static GString *
begin_scope (const GenlockQuery *query)
{
  GString *sql = g_string_new (NULL);
  const GenlockTable *table = query->table;

  if (query->parent_id != NULL)
    g_string_append_printf (sql, "%s%s = :parent", next_word (sql),
                            table->fields[table->parent_field].name);

  if (genlock_table_replicates (table) && query->include_live != query->include_deleted)
    g_string_append_printf (sql, "%sis_deleted = %d", next_word (sql), query->include_deleted);

  return sql;
}

static gboolean
has_null (const GenlockFilter *filter)
{
  return g_strv_contains ((const char * const *) filter->words, "");
}

/* Empty text counts as no value: that is how people see it. */
static void
append_filter (GString *sql,
               const GenlockQuery *query,
               const GenlockFilter *filter,
               guint number)
{
  const char *name = genlock_table_get_field (query->table, filter->field)->name;
  const char *comma = "";

  if (has_null (filter) != filter->exclude)
    g_string_append_printf (sql, "%s(%s IS NULL OR %s = '' OR ", next_word (sql), name, name);
  else
    g_string_append_printf (sql, "%s(%s IS NOT NULL AND %s <> '' AND ", next_word (sql), name,
                            name);

  g_string_append_printf (sql, "%s %sIN (", name, filter->exclude ? "NOT " : "");

  for (guint i = 0; filter->words[i] != NULL; i++)
    if (filter->words[i][0] != '\0')
      {
        g_string_append_printf (sql, "%s:filter%u_%u", comma, number, i);
        comma = ", ";
      }

  g_string_append (sql, "))");
}

char *
genlock_query_sql_scope (const GenlockQuery *query)
{
  return g_string_free (begin_scope (query), FALSE);
}

char *
genlock_query_sql_where (const GenlockQuery *query,
                         guint but)
{
  GString *sql = begin_scope (query);

  for (guint i = 0; i < query->filters->len; i++)
    {
      const GenlockFilter *filter = &g_array_index (query->filters, GenlockFilter, i);

      if (filter->field != but)
        append_filter (sql, query, filter, i);
    }

  return g_string_free (sql, FALSE);
}

gboolean
genlock_query_sql_takes_pass (const GenlockQuery *query,
                              GenlockDatabase *database,
                              guint n_rows)
{
  g_autofree char *last = g_strdup_printf ("SELECT max(rowid) FROM %s", query->table->name);
  gint64 n_most = 0;

  return genlock_database_query_int (database, last, &n_most, NULL)
         && (gint64) n_rows * LOOK_UP_COST >= n_most;
}

char *
genlock_query_sql_table (const GenlockQuery *query,
                         GenlockDatabase *database,
                         guint n_rows)
{
  gboolean pass = genlock_query_sql_takes_pass (query, database, n_rows);

  return g_strconcat (query->table->name, pass ? " NOT INDEXED" : NULL, NULL);
}

static void
bind_word (GenlockStatement *statement,
           const char *name,
           const GenlockField *field,
           const char *word)
{
  switch (field->type)
    {
    case GENLOCK_BOOL:
      genlock_statement_bind_int (statement, name, strcmp (word, "true") == 0);
      return;

    case GENLOCK_INT:
      genlock_statement_bind_int (statement, name, g_ascii_strtoll (word, NULL, 10));
      return;

    case GENLOCK_REAL:
      genlock_statement_bind_real (statement, name, g_ascii_strtod (word, NULL));
      return;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      genlock_statement_bind_text (statement, name, word);
      return;
    }

  g_assert_not_reached ();
}

void
genlock_query_sql_bind_scope (const GenlockQuery *query,
                              GenlockStatement *statement)
{
  if (query->parent_id != NULL)
    genlock_statement_bind_text (statement, ":parent", query->parent_id);
}

void
genlock_query_sql_bind (const GenlockQuery *query,
                        guint but,
                        GenlockStatement *statement)
{
  genlock_query_sql_bind_scope (query, statement);

  for (guint i = 0; i < query->filters->len; i++)
    {
      const GenlockFilter *filter = &g_array_index (query->filters, GenlockFilter, i);
      const GenlockField *field = genlock_table_get_field (query->table, filter->field);

      for (guint word = 0; filter->field != but && filter->words[word] != NULL; word++)
        {
          g_autofree char *name = g_strdup_printf (":filter%u_%u", i, word);

          if (filter->words[word][0] != '\0')
            bind_word (statement, name, field, filter->words[word]);
        }
    }
}
