/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One state of the database, read from many times while others go on writing. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-load.h"
#include "core/store/genlock-order.h"
#include "core/store/genlock-snapshot.h"
#include "core/store/genlock-store-private.h"

struct _GenlockSnapshot
{
  GenlockReaders *readers; /* owned */
  GenlockDatabase *database; /* borrowed, in a read transaction */
};

GenlockSnapshot *
genlock_snapshot_new (GenlockStore *store,
                      GError **error)
{
  GenlockDatabase *database = genlock_readers_borrow (store->readers, TRUE, error);
  GenlockSnapshot *snapshot;

  if (database == NULL)
    return NULL;

  if (!genlock_database_begin_read (database, error))
    {
      genlock_readers_return (store->readers, database);
      return NULL;
    }

  snapshot = g_new0 (GenlockSnapshot, 1);
  snapshot->readers = genlock_readers_ref (store->readers);
  snapshot->database = database;

  return snapshot;
}

void
genlock_snapshot_free (GenlockSnapshot *snapshot)
{
  genlock_database_rollback (snapshot->database);
  genlock_readers_return (snapshot->readers, snapshot->database);
  genlock_readers_unref (snapshot->readers);
  g_free (snapshot);
}

GenlockRecord *
genlock_snapshot_get (GenlockSnapshot *snapshot,
                      const GenlockTable *table,
                      const char *id,
                      GError **error)
{
  return genlock_load_row (snapshot->database, table, id, NULL, error);
}

GPtrArray *
genlock_snapshot_list (GenlockSnapshot *snapshot,
                       const GenlockQuery *query,
                       GError **error)
{
  g_autoptr (GenlockOrder) order = genlock_order_new ();
  g_autoptr (GArray) rowids = genlock_order_run (order, snapshot->database, query, error);

  if (rowids == NULL)
    return NULL;

  return genlock_load_rows (snapshot->database, genlock_query_get_table (query),
                            (const gint64 *) rowids->data, rowids->len, error);
}
