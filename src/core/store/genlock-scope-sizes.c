/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows each show has, so that a list knows its length before it has its order. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "core/store/genlock-query-sql.h"
#include "core/store/genlock-scope-sizes.h"

struct _GenlockScopeSizes
{
  gatomicrefcount ref_count;
  GMutex mutex;
  GHashTable *sizes; /* owned (element-type utf8 guint): "table/show" or "table/" */
  guint64 serial;    /* counts what was forgotten: what was counted before is not believed */
};

GenlockScopeSizes *
genlock_scope_sizes_new (void)
{
  GenlockScopeSizes *sizes = g_new0 (GenlockScopeSizes, 1);

  g_atomic_ref_count_init (&sizes->ref_count);
  g_mutex_init (&sizes->mutex);
  sizes->sizes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  return sizes;
}

GenlockScopeSizes *
genlock_scope_sizes_ref (GenlockScopeSizes *sizes)
{
  g_atomic_ref_count_inc (&sizes->ref_count);

  return sizes;
}

void
genlock_scope_sizes_unref (GenlockScopeSizes *sizes)
{
  if (!g_atomic_ref_count_dec (&sizes->ref_count))
    return;

  g_hash_table_unref (sizes->sizes);
  g_mutex_clear (&sizes->mutex);
  g_free (sizes);
}

static char *
make_key (const GenlockTable *table,
          const char *parent_id)
{
  return g_strconcat (table->name, "/", parent_id, NULL);
}

/* Lists are opened on rows of a show and on those that belong to nothing. */
static gboolean
is_counted (const GenlockTable *table)
{
  return genlock_table_replicates (table)
         && (table->parent_field == 0
             || table->fields[table->parent_field].target == &genlock_productions);
}

static guint64
get_serial (GenlockScopeSizes *sizes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sizes->mutex);

  return sizes->serial;
}

/* @key: (transfer full) */
static void
keep (GenlockScopeSizes *sizes,
      guint64 serial,
      char *key,
      guint n_rows)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sizes->mutex);

  if (sizes->serial == serial)
    g_hash_table_insert (sizes->sizes, key, GUINT_TO_POINTER (n_rows));
  else
    g_free (key);
}

static gboolean
count_table (GenlockScopeSizes *sizes,
             GenlockDatabase *database,
             const GenlockTable *table,
             GError **error)
{
  const char *parent = table->parent_field != 0 ? table->fields[table->parent_field].name : "''";
  g_autofree char *sql = g_strdup_printf ("SELECT %s AS parent, count(*) FROM %s "
                                          "WHERE is_deleted = 0 GROUP BY parent",
                                          parent, table->name);
  guint64 serial = get_serial (sizes);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  GenlockStatementResult result;

  if (statement == NULL)
    return FALSE;

  while ((result = genlock_statement_step (statement, error)) == GENLOCK_STATEMENT_ROW)
    keep (sizes, serial, make_key (table, genlock_statement_read_text (statement, 0)),
          (guint) genlock_statement_read_int (statement, 1));

  return result == GENLOCK_STATEMENT_DONE;
}

gboolean
genlock_scope_sizes_count_all (GenlockScopeSizes *sizes,
                               GenlockDatabase *database,
                               GError **error)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (is_counted (genlock_schema_tables[i])
        && !count_table (sizes, database, genlock_schema_tables[i], error))
      return FALSE;

  return TRUE;
}

static gboolean
look_up (GenlockScopeSizes *sizes,
         const char *key,
         guint *n_rows)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sizes->mutex);
  gpointer size;

  if (!g_hash_table_lookup_extended (sizes->sizes, key, NULL, &size))
    return FALSE;

  *n_rows = GPOINTER_TO_UINT (size);

  return TRUE;
}

static gboolean
count_scope (GenlockDatabase *database,
             const GenlockQuery *query,
             guint *n_rows,
             GError **error)
{
  g_autofree char *scope = genlock_query_sql_scope (query);
  g_autofree char *sql = g_strdup_printf ("SELECT count(*) FROM %s%s", query->table->name, scope);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);

  if (statement == NULL)
    return FALSE;

  genlock_query_sql_bind_scope (query, statement);
  if (genlock_statement_step (statement, error) == GENLOCK_STATEMENT_FAILED)
    return FALSE;

  *n_rows = (guint) genlock_statement_read_int (statement, 0);

  return TRUE;
}

gboolean
genlock_scope_sizes_get (GenlockScopeSizes *sizes,
                         GenlockDatabase *database,
                         const GenlockQuery *query,
                         guint *n_rows,
                         GError **error)
{
  guint64 serial = get_serial (sizes);
  gboolean kept = is_counted (query->table) && query->include_live && !query->include_deleted
                  && (query->parent_id != NULL || query->table->parent_field == 0);
  g_autofree char *key = make_key (query->table, query->parent_id);

  if (kept && look_up (sizes, key, n_rows))
    return TRUE;

  if (!count_scope (database, query, n_rows, error))
    return FALSE;

  if (kept)
    keep (sizes, serial, g_steal_pointer (&key), *n_rows);

  return TRUE;
}

static gboolean
is_of_table (gpointer key,
             gpointer value,
             gpointer user_data)
{
  const GenlockTable *table = user_data;
  g_autofree char *prefix = make_key (table, NULL);

  return g_str_has_prefix (key, prefix);
}

void
genlock_scope_sizes_forget (GenlockScopeSizes *sizes,
                            const GenlockChanges *changes)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&sizes->mutex);
  const GenlockTable *forgotten = NULL;

  sizes->serial++;

  if (changes == NULL)
    g_hash_table_remove_all (sizes->sizes);

  for (guint i = 0; changes != NULL && i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      gboolean moved = change->fields >> change->table->parent_field & 1;

      /* One of many rows of an import is enough. */
      if ((change->came || change->went || moved) && change->table != forgotten)
        {
          forgotten = change->table;
          g_hash_table_foreach_remove (sizes->sizes, is_of_table, (gpointer) forgotten);
        }
    }
}
