/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a query in their order, as row numbers. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <string.h>

#include "core/store/genlock-ddl.h"
#include "core/store/genlock-haystack.h"
#include "core/store/genlock-order-keys.h"
#include "core/store/genlock-order.h"
#include "core/store/genlock-query-sql.h"

struct _GenlockOrder
{
  gatomicrefcount ref_count;
  GenlockQuery *scope;       /* owned, nullable: whose rows the rest is about */
  GArray *base;              /* owned, nullable: all of them in the default order */
  GenlockIds *ids;           /* owned, nullable: numbers by id … */
  GArray *id_rowids;         /* owned, nullable: … and the row of each (element-type gint64) */
  GenlockHaystack *haystack; /* owned, nullable */
  GenlockSortKeys *keys;     /* owned, nullable: of all of them, by … */
  GenlockQuery *keys_query;  /* owned, nullable: … the sort of this query */
};

GenlockOrder *
genlock_order_new (void)
{
  GenlockOrder *order = g_new0 (GenlockOrder, 1);

  g_atomic_ref_count_init (&order->ref_count);

  return order;
}

GenlockOrder *
genlock_order_ref (GenlockOrder *order)
{
  g_atomic_ref_count_inc (&order->ref_count);

  return order;
}

void
genlock_order_forget_keys (GenlockOrder *order)
{
  g_clear_pointer (&order->keys, genlock_sort_keys_free);
  g_clear_pointer (&order->keys_query, genlock_query_free);
}

void
genlock_order_forget (GenlockOrder *order,
                      gboolean rows)
{
  genlock_order_forget_keys (order);
  g_clear_pointer (&order->haystack, genlock_haystack_free);

  if (!rows)
    return;

  g_clear_pointer (&order->scope, genlock_query_free);
  g_clear_pointer (&order->base, g_array_unref);
  g_clear_pointer (&order->ids, genlock_ids_free);
  g_clear_pointer (&order->id_rowids, g_array_unref);
}

void
genlock_order_unref (GenlockOrder *order)
{
  if (!g_atomic_ref_count_dec (&order->ref_count))
    return;

  genlock_order_forget (order, TRUE);
  g_free (order);
}

/* The default order may be asked for as that of its first field. */
static gboolean
is_plain_order (const GenlockQuery *query)
{
  const guint *names = query->table->name_fields;

  if (genlock_query_is_plain_order (query))
    return TRUE;

  return names != NULL && query->ids == NULL && query->sort_child == NULL
         && query->sort_field == names[0] && query->then_field == 0 && !query->descending;
}

static GArray *
read_rowids (GenlockStatement *statement,
             GError **error)
{
  g_autoptr (GArray) rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GenlockStatementResult result;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      gint64 rowid = genlock_statement_read_int (statement, 0);

      g_array_append_val (rowids, rowid);
    }

  return result == GENLOCK_STATEMENT_DONE ? g_steal_pointer (&rowids) : NULL;
}

/* @limit: 0 = all */
static GArray *
read_base (GenlockDatabase *database,
           const GenlockQuery *query,
           guint limit,
           GError **error)
{
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *terms = genlock_ddl_default_order (query->table, NULL);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s%s ORDER BY %s%srowid%s",
                                          query->table->name, scope, terms != NULL ? terms : "",
                                          terms != NULL ? ", " : "",
                                          limit > 0 ? " LIMIT :limit" : "");
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);

  if (statement == NULL)
    return NULL;

  genlock_query_sql_bind_scope (query, statement);
  if (limit > 0)
    genlock_statement_bind_int (statement, ":limit", limit);

  return read_rowids (statement, error);
}

/* Sorts are stable: what one leaves equal stays in the order of the base. */
static GArray *
sort_base (GenlockDatabase *database,
           const GenlockQuery *query,
           GArray *base,
           GError **error)
{
  g_autoptr (GenlockQuery) by_field = genlock_query_new (query->table);
  g_autoptr (GenlockSortKeys) keys = genlock_sort_keys_new (base->len);
  g_auto (GenlockRowids) places = { 0 };
  g_autofree guint *sorted = NULL;
  GArray *rowids;

  genlock_query_set_parent (by_field, query->parent_id);
  genlock_query_set_deleted (by_field, query->include_deleted, !query->include_live);
  genlock_query_set_sort (by_field, query->then_field, FALSE);
  genlock_rowids_init (&places, (const gint64 *) base->data, base->len);
  if (!genlock_order_keys_read (database, by_field, &places, base->len, keys, error))
    return NULL;

  sorted = genlock_sort_keys_sort (keys, FALSE);
  rowids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), base->len);
  for (guint i = 0; i < base->len; i++)
    g_array_append_val (rowids, g_array_index (base, gint64, sorted[i]));

  return rowids;
}

static gboolean
ensure_base (GenlockOrder *order,
             GenlockDatabase *database,
             const GenlockQuery *query,
             GError **error)
{
  if (order->scope != NULL && genlock_query_same_scope (order->scope, query))
    return TRUE;

  genlock_order_forget (order, TRUE);
  order->base = read_base (database, query, 0, error);
  if (order->base == NULL)
    return FALSE;

  if (query->then_field != 0)
    {
      g_autoptr (GArray) base = g_steal_pointer (&order->base);

      order->base = sort_base (database, query, base, error);
      if (order->base == NULL)
        return FALSE;
    }

  order->scope = genlock_query_copy (query);

  return TRUE;
}

static gboolean
ensure_haystack (GenlockOrder *order,
                 GenlockDatabase *database,
                 const GenlockQuery *query,
                 GError **error)
{
  if (order->haystack == NULL)
    order->haystack = genlock_haystack_new (database, query, order->base->len, error);

  return order->haystack != NULL;
}

static gboolean
ensure_ids (GenlockOrder *order,
            GenlockDatabase *database,
            const GenlockQuery *query,
            GError **error)
{
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *table = genlock_query_sql_table (query, database, order->base->len);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid, id FROM %s%s", table, scope);
  g_autoptr (GArray) rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GenlockIds) ids = NULL;
  g_autoptr (GenlockStatement) statement = NULL;
  GenlockStatementResult result;

  if (order->ids != NULL)
    return TRUE;

  statement = genlock_database_prepare (database, sql, error);
  if (statement == NULL)
    return FALSE;

  ids = genlock_ids_new ();
  genlock_query_sql_bind_scope (query, statement);

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    {
      gint64 rowid = genlock_statement_read_int (statement, 0);

      g_array_append_val (rowids, rowid);
      genlock_ids_add (ids, genlock_statement_read_text (statement, 1));
    }

  if (result == GENLOCK_STATEMENT_FAILED)
    return FALSE;

  order->ids = g_steal_pointer (&ids);
  order->id_rowids = g_steal_pointer (&rowids);

  return TRUE;
}

/* The places in the default order of the rows that the filters let pass. */
static gboolean
read_passed (GenlockDatabase *database,
             const GenlockQuery *query,
             const GenlockRowids *places,
             guint n_rows,
             guint8 *passed,
             GError **error)
{
  g_autofree char *where = genlock_query_sql_where (query, GENLOCK_QUERY_ALL_FILTERS);
  g_autofree char *table = genlock_query_sql_table (query, database, n_rows);
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s%s", table, where);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  g_autoptr (GArray) rowids = NULL;

  if (statement == NULL)
    return FALSE;

  genlock_query_sql_bind (query, GENLOCK_QUERY_ALL_FILTERS, statement);
  rowids = read_rowids (statement, error);
  if (rowids == NULL)
    return FALSE;

  for (guint i = 0; i < rowids->len; i++)
    {
      guint place = genlock_rowids_find (places, g_array_index (rowids, gint64, i));

      if (place != GENLOCK_ROWIDS_NONE)
        passed[place] = 1;
    }

  return TRUE;
}

/* Leaves in @passed only what the search finds. */
static void
apply_search (GenlockOrder *order,
              const GenlockQuery *query,
              const GenlockRowids *places,
              guint8 *passed)
{
  g_autoptr (GArray) found = genlock_haystack_search (order->haystack, query->search);

  /* Two bits: passed before, found now. */
  for (guint i = 0; i < found->len; i++)
    {
      guint place = genlock_rowids_find (places, g_array_index (found, gint64, i));

      if (place != GENLOCK_ROWIDS_NONE)
        passed[place] |= 2;
    }

  for (guint i = 0; i < order->base->len; i++)
    passed[i] = passed[i] == 3;
}

/* (transfer full) (nullable): which rows filters and search let pass, by their places */
static guint8 *
find_passed (GenlockOrder *order,
             GenlockDatabase *database,
             const GenlockQuery *query,
             const GenlockRowids *places,
             GError **error)
{
  guint n_rows = order->base->len;
  g_autofree guint8 *passed = g_new0 (guint8, n_rows + 1);

  if (query->filters->len == 0)
    memset (passed, 1, n_rows);
  else if (!read_passed (database, query, places, n_rows, passed, error))
    return NULL;

  if (query->search != NULL)
    {
      if (!ensure_haystack (order, database, query, error))
        return NULL;

      apply_search (order, query, places, passed);
    }

  return g_steal_pointer (&passed);
}

static gboolean
read_keys (GenlockOrder *order,
           GenlockDatabase *database,
           const GenlockQuery *query,
           const GenlockRowids *places,
           GenlockSortKeys *keys,
           GError **error)
{
  g_autofree guint *numbers = NULL;

  if (query->sort_child == NULL && !query->sort_count)
    return genlock_order_keys_read (database, query, places, order->base->len, keys, error);

  if (!ensure_ids (order, database, query, error))
    return FALSE;

  numbers = g_new (guint, order->id_rowids->len);
  for (guint i = 0; i < order->id_rowids->len; i++)
    numbers[i] = genlock_rowids_find (places, g_array_index (order->id_rowids, gint64, i));

  if (query->sort_count)
    return genlock_order_keys_read_counts (database, query, order->ids, numbers,
                                           order->id_rowids->len, keys, error);

  return genlock_order_keys_read_child (database, query, order->ids, numbers,
                                        order->id_rowids->len, keys, error);
}

/* The sort of @query, and nothing else of it than its rows. The default order by its first field
 * the other way round is a sort like any other. */
static GenlockQuery *
make_keys_query (const GenlockQuery *query)
{
  GenlockQuery *all = genlock_query_copy (query);

  g_array_set_size (all->filters, 0);
  genlock_query_set_search (all, NULL);
  all->descending = FALSE;
  if (all->sort_field == 0 && !all->sort_count && all->table->name_fields != NULL)
    all->sort_field = all->table->name_fields[0];

  return all;
}

/* Kept, so that turning the sort round, searching and filtering read nothing again. */
static gboolean
ensure_keys (GenlockOrder *order,
             GenlockDatabase *database,
             const GenlockQuery *query,
             const GenlockRowids *places,
             GError **error)
{
  g_autoptr (GenlockQuery) all = make_keys_query (query);
  g_autoptr (GenlockSortKeys) keys = NULL;

  if (order->keys != NULL && genlock_query_equal (order->keys_query, all))
    return TRUE;

  genlock_order_forget_keys (order);
  keys = genlock_sort_keys_new (order->base->len);
  if (!read_keys (order, database, all, places, keys, error))
    return FALSE;

  order->keys = g_steal_pointer (&keys);
  order->keys_query = g_steal_pointer (&all);

  return TRUE;
}

static GArray *
combine (GenlockOrder *order,
         const guint *sorted,
         const guint8 *passed)
{
  GArray *rowids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), order->base->len);

  for (guint i = 0; i < order->base->len; i++)
    {
      guint place = sorted != NULL ? sorted[i] : i;

      if (passed == NULL || passed[place])
        g_array_append_val (rowids, g_array_index (order->base, gint64, place));
    }

  return rowids;
}

/* The rows that the query names, in its order. */
static GArray *
pick (GenlockOrder *order,
      GenlockDatabase *database,
      const GenlockQuery *query,
      GError **error)
{
  GArray *rowids;

  if (!ensure_ids (order, database, query, error))
    return NULL;

  rowids = g_array_sized_new (FALSE, FALSE, sizeof (gint64), query->ids->len);
  for (guint i = 0; i < query->ids->len; i++)
    {
      guint number = genlock_ids_find (order->ids, query->ids->pdata[i]);

      if (number != GENLOCK_IDS_NONE)
        g_array_append_val (rowids, g_array_index (order->id_rowids, gint64, number));
    }

  return rowids;
}

/* All in one transaction: one state of the database. */
static GArray *
run (GenlockOrder *order,
     GenlockDatabase *database,
     const GenlockQuery *query,
     GError **error)
{
  g_auto (GenlockRowids) places = { 0 };
  g_autofree guint8 *passed = NULL;
  g_autofree guint *sorted = NULL;

  if (!ensure_base (order, database, query, error))
    return NULL;

  if (query->ids != NULL)
    return pick (order, database, query, error);
  if (is_plain_order (query) && genlock_query_is_unfiltered (query))
    return g_array_ref (order->base);

  genlock_rowids_init (&places, (const gint64 *) order->base->data,
                       order->base->len);

  if (!genlock_query_is_unfiltered (query))
    {
      passed = find_passed (order, database, query, &places, error);
      if (passed == NULL)
        return NULL;
    }

  if (!is_plain_order (query))
    {
      if (!ensure_keys (order, database, query, &places, error))
        return NULL;

      sorted = genlock_sort_keys_sort (order->keys, query->descending);
    }

  return combine (order, sorted, passed);
}

gboolean
genlock_order_warm (GenlockOrder *order,
                    GenlockDatabase *database,
                    const GenlockQuery *query,
                    GError **error)
{
  return ensure_base (order, database, query, error)
         && ensure_haystack (order, database, query, error);
}

GArray *
genlock_order_run (GenlockOrder *order,
                   GenlockDatabase *database,
                   const GenlockQuery *query,
                   GError **error)
{
  gboolean inside = genlock_database_in_transaction (database);
  GArray *rowids;

  if (!inside && !genlock_database_begin_read (database, error))
    return NULL;

  rowids = run (order, database, query, error);
  if (!inside)
    genlock_database_rollback (database);

  return rowids;
}

/* Appends the first rows with @word in @field, as many as are missing to @limit, in the order of
 * @query behind that. */
static gboolean
append_choice (GenlockDatabase *database,
               const GenlockQuery *query,
               const GenlockField *field,
               const char *word,
               guint limit,
               GArray *rowids,
               GError **error)
{
  const GenlockField *then = genlock_table_get_field (query->table, query->then_field);
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *natural = genlock_ddl_natural_order (query->table, query->then_field, NULL);
  g_autofree char *terms = genlock_ddl_default_order (query->table, NULL);
  g_autofree char *sql =
    g_strdup_printf ("SELECT rowid FROM %s%s %s %s = :word ORDER BY nullif(%s, '') IS NULL, %s, "
                     "%s, rowid LIMIT :limit", query->table->name, scope,
                     *scope != '\0' ? "AND" : "WHERE", field->name, then->name, natural, terms);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  g_autoptr (GArray) found = NULL;

  if (statement == NULL)
    return FALSE;

  genlock_query_sql_bind_scope (query, statement);
  genlock_statement_bind_text (statement, ":word", word);
  genlock_statement_bind_int (statement, ":limit", limit - rowids->len);
  found = read_rowids (statement, error);
  if (found == NULL)
    return FALSE;

  g_array_append_vals (rowids, found->data, found->len);

  return TRUE;
}

/* By a field of few words the first rows are those of its first words. */
static gboolean
sorts_by_choice (const GenlockQuery *query)
{
  return query->sort_field != 0 && query->sort_child == NULL && !query->descending
         && query->then_field != 0 && query->table->name_fields != NULL
         && genlock_table_get_field (query->table, query->sort_field)->type == GENLOCK_ENUM
         && genlock_table_get_field (query->table, query->then_field)->type == GENLOCK_TEXT;
}

static GArray *
read_choices (GenlockDatabase *database,
              const GenlockQuery *query,
              guint limit,
              GError **error)
{
  const GenlockField *field = genlock_table_get_field (query->table, query->sort_field);
  g_autoptr (GArray) rowids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; field->choices[i].word != NULL && rowids->len < limit; i++)
    if (!append_choice (database, query, field, field->choices[i].word, limit, rowids, error))
      return NULL;

  /* Who has none of the words stands behind them. */
  return rowids->len == limit ? g_steal_pointer (&rowids) : NULL;
}

GArray *
genlock_order_head (GenlockDatabase *database,
                    GenlockScopeSizes *sizes,
                    const GenlockQuery *query,
                    guint limit,
                    guint *n_rows,
                    GError **error)
{
  gboolean plain = is_plain_order (query);

  *n_rows = 0;
  if (!genlock_query_is_unfiltered (query) || (!plain && !sorts_by_choice (query)))
    return NULL;

  if (!genlock_scope_sizes_get (sizes, database, query, n_rows, error))
    return NULL;

  if (plain)
    return read_base (database, query, limit, error);

  /* A short list is sorted as soon. */
  return *n_rows > limit ? read_choices (database, query, limit, error) : NULL;
}
