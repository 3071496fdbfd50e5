/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows of a query have which value. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-counting.h"
#include "core/store/genlock-order.h"
#include "core/store/genlock-query-sql.h"
#include "core/store/genlock-rowids.h"

static void
clear_count (gpointer data)
{
  GenlockCount *count = data;

  g_free (count->word);
}

/* As a filter takes it. */
static char *
make_word (GenlockStatement *statement,
           guint place,
           const GenlockField *field)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];
  const char *text = genlock_statement_read_text (statement, place);

  if (text == NULL)
    return NULL;
  if (field->type == GENLOCK_BOOL)
    return g_strdup (genlock_statement_read_int (statement, place) ? "true" : "false");
  if (field->type == GENLOCK_REAL)
    return g_strdup (g_ascii_formatd (number, sizeof number, "%.15g",
                                      genlock_statement_read_real (statement, place)));

  return g_strdup (text);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  const GenlockCount *first = a;
  const GenlockCount *second = b;

  if (first->n != second->n)
    return first->n < second->n ? 1 : -1;

  return g_strcmp0 (first->word, second->word);
}

/* Adds up what @statement has in its rows "value, how many". */
static GArray *
read_counts (GenlockStatement *statement,
             const GenlockField *field,
             GError **error)
{
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (GenlockCount));
  GenlockStatementResult result;

  g_array_set_clear_func (counts, clear_count);

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      GenlockCount count = {
        .word = make_word (statement, 0, field),
        .n = (guint) genlock_statement_read_int (statement, 1),
      };

      g_array_append_val (counts, count);
    }

  if (result == GENLOCK_STATEMENT_FAILED)
    return NULL;

  g_array_sort (counts, compare);

  return g_steal_pointer (&counts);
}

static GArray *
count_filtered (GenlockDatabase *database,
                const GenlockQuery *query,
                guint field,
                GError **error)
{
  const GenlockField *described = genlock_table_get_field (query->table, field);
  g_autofree char *where = genlock_query_sql_where (query, field);
  g_autofree char *sql = g_strdup_printf ("SELECT nullif(%s, '') AS word, count(*) FROM %s%s "
                                          "GROUP BY word", described->name, query->table->name,
                                          where);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  genlock_query_sql_bind (query, field, statement);

  return read_counts (statement, described, error);
}

static void
add_one (GHashTable *words,
         GArray *counts,
         char *word)
{
  const char *key = word != NULL ? word : "";
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (words, key));
  GenlockCount count = { .word = word, .n = 1 };

  if (place > 0)
    {
      g_array_index (counts, GenlockCount, place - 1).n++;
      g_free (word);
      return;
    }

  g_array_append_val (counts, count);
  g_hash_table_insert (words, g_strdup (key), GUINT_TO_POINTER (counts->len));
}

/* The search is not SQL's: rows that it finds are counted one by one. */
static GArray *
count_found (GenlockDatabase *database,
             const GenlockQuery *query,
             guint field,
             GError **error)
{
  const GenlockField *described = genlock_table_get_field (query->table, field);
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid, nullif(%s, '') FROM %s%s",
                                          described->name, query->table->name, scope);
  g_autoptr (GenlockOrder) order = genlock_order_new ();
  g_autoptr (GArray) found = genlock_order_run (order, database, query, error);
  g_autoptr (GArray) counts = g_array_new (FALSE, FALSE, sizeof (GenlockCount));
  g_autoptr (GHashTable) words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_auto (GenlockRowids) rowids = { 0 };
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  g_array_set_clear_func (counts, clear_count);

  if (found == NULL)
    return NULL;

  statement = genlock_database_prepare (database, sql, error);
  if (statement == NULL)
    return NULL;

  genlock_query_sql_bind_scope (query, statement);
  genlock_rowids_init (&rowids, (const gint64 *) found->data, found->len);

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    if (genlock_rowids_find (&rowids, genlock_statement_read_int (statement, 0))
        != GENLOCK_ROWIDS_NONE)
      add_one (words, counts, make_word (statement, 1, described));

  if (result == GENLOCK_STATEMENT_FAILED)
    return NULL;

  g_array_sort (counts, compare);

  return g_steal_pointer (&counts);
}

GArray *
genlock_counting_run (GenlockDatabase *database,
                      const GenlockQuery *query,
                      guint field,
                      GError **error)
{
  g_autoptr (GenlockQuery) others = genlock_query_copy (query);

  genlock_query_set_filter (others, field, NULL, FALSE);
  genlock_query_set_sort (others, 0, FALSE);

  return query->search != NULL ? count_found (database, others, field, error)
         : count_filtered (database, others, field, error);
}
