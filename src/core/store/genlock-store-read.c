/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading rows of a store: one, by name, all of a query, how many. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-counting.h"
#include "core/store/genlock-load.h"
#include "core/store/genlock-order.h"
#include "core/store/genlock-store-private.h"

/* A worker waits for its turn as all of them do. */
static gboolean
is_urgent (GenlockStore *store)
{
  return store->owner == g_thread_self ();
}

GenlockRecord *
genlock_store_get (GenlockStore *store,
                   const GenlockTable *table,
                   const char *id,
                   GError **error)
{
  GenlockReaders *readers = store->readers;
  GenlockDatabase *database = genlock_readers_borrow (readers, is_urgent (store), error);
  GenlockRecord *record;

  if (database == NULL)
    return NULL;

  record = genlock_load_row (database, table, id, NULL, error);
  genlock_readers_return (readers, database);

  return record;
}

/* "(id = :name OR label = :name …) AND is_deleted = 0 …" */
static char *
make_condition (const GenlockTable *table,
                const char *parent_id)
{
  GString *sql = g_string_new ("SELECT rowid FROM ");

  g_string_append_printf (sql, "%s WHERE (id = :name", table->name);
  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    g_string_append_printf (sql, " OR %s = :name", table->fields[table->name_fields[i]].name);
  g_string_append (sql, ")");

  /* An id names a deleted row too. */
  if (genlock_table_replicates (table))
    g_string_append (sql, " AND (is_deleted = 0 OR id = :name)");
  if (parent_id != NULL)
    g_string_append_printf (sql, " AND %s = :parent", table->fields[table->parent_field].name);

  g_string_append (sql, " LIMIT 2");

  return g_string_free (sql, FALSE);
}

static gint64
find_rowid (GenlockDatabase *database,
            const GenlockTable *table,
            const char *name,
            const char *parent_id,
            GError **error)
{
  g_autofree char *sql = make_condition (table, parent_id);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, error);
  GenlockStatementResult result;
  gint64 rowid;

  if (statement == NULL)
    return 0;

  genlock_statement_bind_text (statement, ":name", name);
  if (parent_id != NULL)
    genlock_statement_bind_text (statement, ":parent", parent_id);

  result = genlock_statement_step (statement, error);
  if (result == GENLOCK_STATEMENT_FAILED)
    return 0;

  if (result == GENLOCK_STATEMENT_DONE)
    {
      g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND,
                   "There is no %s “%s”.", table->label, name);
      return 0;
    }

  rowid = genlock_statement_read_int (statement, 0);
  result = genlock_statement_step (statement, error);
  if (result == GENLOCK_STATEMENT_ROW)
    g_set_error (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_AMBIGUOUS,
                 "There is more than one %s “%s”. Use its id instead.", table->label, name);

  return result == GENLOCK_STATEMENT_DONE ? rowid : 0;
}

GenlockRecord *
genlock_store_find (GenlockStore *store,
                    const GenlockTable *table,
                    const char *name,
                    const char *parent_id,
                    GError **error)
{
  GenlockReaders *readers = store->readers;
  GenlockDatabase *database = genlock_readers_borrow (readers, is_urgent (store), error);
  g_autoptr (GPtrArray) records = NULL;
  gint64 rowid;

  if (database == NULL)
    return NULL;

  rowid = find_rowid (database, table, name, parent_id, error);
  if (rowid != 0)
    records = genlock_load_rows (database, table, &rowid, 1, error);

  genlock_readers_return (readers, database);

  return records != NULL ? g_ptr_array_steal_index (records, 0) : NULL;
}

static GPtrArray *
list_rows (GenlockDatabase *database,
           const GenlockQuery *query,
           GError **error)
{
  g_autoptr (GenlockOrder) order = genlock_order_new ();
  g_autoptr (GArray) rowids = NULL;

  /* One state for the order and the rows. */
  if (!genlock_database_begin_read (database, error))
    return NULL;

  rowids = genlock_order_run (order, database, query, error);
  if (rowids == NULL)
    return NULL;

  return genlock_load_rows (database, genlock_query_get_table (query),
                            (const gint64 *) rowids->data, rowids->len, error);
}

static GPtrArray *
borrow_and_list (GenlockReaders *readers,
                 gboolean urgent,
                 const GenlockQuery *query,
                 GCancellable *cancellable,
                 GError **error)
{
  GenlockDatabase *database = genlock_readers_borrow (readers, urgent, error);
  GPtrArray *rows;

  if (database == NULL)
    return NULL;

  genlock_database_set_cancellable (database, cancellable);
  rows = list_rows (database, query, error);
  genlock_database_rollback (database);
  genlock_readers_return (readers, database);

  return rows;
}

static gpointer
list_work (GenlockReaders *readers,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  return borrow_and_list (readers, FALSE, data, cancellable, error);
}

GPtrArray *
genlock_store_list (GenlockStore *store,
                    const GenlockQuery *query,
                    GError **error)
{
  return borrow_and_list (store->readers, is_urgent (store), query, NULL, error);
}

void
genlock_store_list_async (GenlockStore *store,
                          const GenlockQuery *query,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  genlock_store_run_async (store, list_work, genlock_query_copy (query),
                           (GDestroyNotify) genlock_query_free,
                           (GDestroyNotify) g_ptr_array_unref, cancellable, callback, user_data);
}

GPtrArray *
genlock_store_list_finish (GenlockStore *store,
                           GAsyncResult *result,
                           GError **error)
{
  return genlock_store_run_finish (store, result, error);
}

typedef struct
{
  GenlockQuery *query; /* owned */
  guint field;
} Counting;

static void
counting_free (gpointer data)
{
  Counting *counting = data;

  genlock_query_free (counting->query);
  g_free (counting);
}

static gpointer
count_work (GenlockReaders *readers,
            gpointer data,
            GCancellable *cancellable,
            GError **error)
{
  Counting *counting = data;
  GenlockDatabase *database = genlock_readers_borrow (readers, FALSE, error);
  GArray *counts;

  if (database == NULL)
    return NULL;

  genlock_database_set_cancellable (database, cancellable);
  counts = genlock_counting_run (database, counting->query, counting->field, error);
  genlock_readers_return (readers, database);

  return counts;
}

void
genlock_store_count_async (GenlockStore *store,
                           const GenlockQuery *query,
                           guint field,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data)
{
  Counting *counting = g_new0 (Counting, 1);

  counting->query = genlock_query_copy (query);
  counting->field = field;
  genlock_store_run_async (store, count_work, counting, counting_free,
                           (GDestroyNotify) g_array_unref, cancellable, callback, user_data);
}

GArray *
genlock_store_count_finish (GenlockStore *store,
                            GAsyncResult *result,
                            GError **error)
{
  return genlock_store_run_finish (store, result, error);
}
