/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has done for it in worker threads. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <stdlib.h>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "core/store/genlock-difference.h"
#include "core/store/genlock-list-work.h"
#include "core/store/genlock-load.h"

/* As many rows as a view asks for at first. */
#define HEAD_ROWS 256

#define LARGE_ORDER 20000

void
genlock_refresh_free (GenlockRefresh *refresh)
{
  genlock_query_free (refresh->query);
  genlock_order_unref (refresh->order);
  genlock_scope_sizes_unref (refresh->sizes);
  g_clear_pointer (&refresh->before, g_array_unref);
  g_clear_pointer (&refresh->after, g_array_unref);
  g_clear_pointer (&refresh->splices, g_array_unref);
  g_clear_pointer (&refresh->rowids, g_array_unref);
  g_clear_pointer (&refresh->records, g_ptr_array_unref);
  g_free (refresh);
}

/* The records of the rows that now stand where people look. */
static gboolean
load_window (GenlockRefresh *refresh,
             GenlockDatabase *database,
             GError **error)
{
  const GenlockTable *table = genlock_query_get_table (refresh->query);
  guint end = MIN (refresh->first + refresh->n_rows, refresh->after->len);

  refresh->rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = refresh->first; i < end; i++)
    g_array_append_val (refresh->rowids, g_array_index (refresh->after, gint64, i));

  refresh->records = genlock_load_rows (database, table, (const gint64 *) refresh->rowids->data,
                                        refresh->rowids->len, error);

  return refresh->records != NULL;
}

static gboolean
run_head (GenlockRefresh *refresh,
          GenlockDatabase *database,
          GError **error)
{
  GError *failed = NULL;

  refresh->after = genlock_order_head (database, refresh->sizes, refresh->query, HEAD_ROWS,
                                       &refresh->n_total, &failed);
  if (failed != NULL)
    {
      g_propagate_error (error, failed);
      return FALSE;
    }

  refresh->is_head = refresh->after != NULL && refresh->after->len < refresh->n_total;

  return TRUE;
}

static gboolean
run_refresh (GenlockRefresh *refresh,
             GenlockDatabase *database,
             GError **error)
{
  if (refresh->warm)
    return genlock_order_warm (refresh->order, database, refresh->query, error);

  if (refresh->head_is_enough && !run_head (refresh, database, error))
    return FALSE;

  if (refresh->after == NULL)
    {
      refresh->after = genlock_order_run (refresh->order, database, refresh->query, error);
      if (refresh->after == NULL)
        return FALSE;

      refresh->n_total = refresh->after->len;
    }

  if (!refresh->is_head)
    refresh->splices = genlock_difference ((const gint64 *) refresh->before->data,
                                           refresh->before->len,
                                           (const gint64 *) refresh->after->data,
                                           refresh->after->len);

  return load_window (refresh, database, error);
}

/* The C library keeps what large blocks leave, several times what the list itself takes. */
static void
give_back_memory (GenlockRefresh *refresh)
{
#ifdef __GLIBC__
  if (refresh->before->len >= LARGE_ORDER)
    malloc_trim (0);
#endif
}

gpointer
genlock_refresh_work (GenlockReaders *readers,
                      gpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  GenlockRefresh *refresh = data;
  GenlockDatabase *database = genlock_readers_borrow (readers, FALSE, error);
  gboolean done = FALSE;

  if (refresh->forget_text || refresh->forget_rows)
    genlock_order_forget (refresh->order, refresh->forget_rows);
  if (refresh->forget_keys)
    genlock_order_forget_keys (refresh->order);

  if (database == NULL)
    return NULL;

  genlock_database_set_cancellable (database, cancellable);
  if (genlock_database_begin_read (database, error))
    done = run_refresh (refresh, database, error);

  genlock_database_rollback (database);
  genlock_readers_return (readers, database);
  give_back_memory (refresh);

  return done ? refresh : NULL;
}

void
genlock_fetch_free (GenlockFetch *fetch)
{
  g_clear_pointer (&fetch->rowids, g_array_unref);
  g_clear_pointer (&fetch->records, g_ptr_array_unref);
  g_free (fetch);
}

gpointer
genlock_fetch_work (GenlockReaders *readers,
                    gpointer data,
                    GCancellable *cancellable,
                    GError **error)
{
  GenlockFetch *fetch = data;
  GenlockDatabase *database = genlock_readers_borrow (readers, FALSE, error);

  if (database == NULL)
    return NULL;

  genlock_database_set_cancellable (database, cancellable);

  if (genlock_database_begin_read (database, error))
    fetch->records = genlock_load_rows (database, fetch->table,
                                        (const gint64 *) fetch->rowids->data, fetch->rowids->len,
                                        error);

  genlock_database_rollback (database);
  genlock_readers_return (readers, database);

  return fetch->records != NULL ? fetch : NULL;
}
