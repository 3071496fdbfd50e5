/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few connections that read, lent to one thread at a time. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-readers.h"

/* For workers; each has a page cache. One more is opened for the owner's thread. */
#define MAX_READERS 2

struct _GenlockReaders
{
  gatomicrefcount ref_count;
  char *path; /* owned */
  GMutex mutex;
  GCond returned;
  GPtrArray *idle; /* owned (element-type GenlockDatabase), the last used at the end */
  guint n_lent;
  gboolean closed;
};

GenlockReaders *
genlock_readers_new (const char *path)
{
  GenlockReaders *readers = g_new0 (GenlockReaders, 1);

  g_atomic_ref_count_init (&readers->ref_count);
  readers->path = g_strdup (path);
  readers->idle = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_database_free);
  g_mutex_init (&readers->mutex);
  g_cond_init (&readers->returned);

  return readers;
}

GenlockReaders *
genlock_readers_ref (GenlockReaders *readers)
{
  g_atomic_ref_count_inc (&readers->ref_count);

  return readers;
}

void
genlock_readers_unref (GenlockReaders *readers)
{
  if (!g_atomic_ref_count_dec (&readers->ref_count))
    return;

  g_ptr_array_unref (readers->idle);
  g_mutex_clear (&readers->mutex);
  g_cond_clear (&readers->returned);
  g_free (readers->path);
  g_free (readers);
}

GenlockDatabase *
genlock_readers_borrow (GenlockReaders *readers,
                        gboolean urgent,
                        GError **error)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&readers->mutex);
  GenlockDatabase *database;

  while (!readers->closed && !urgent && readers->n_lent >= MAX_READERS)
    g_cond_wait (&readers->returned, &readers->mutex);

  if (readers->closed)
    {
      g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED,
                           N_("The database is closed."));
      return NULL;
    }

  if (readers->idle->len > 0)
    database = g_ptr_array_steal_index (readers->idle, readers->idle->len - 1);
  else
    database = genlock_database_open (readers->path, GENLOCK_DATABASE_READ, error);

  if (database != NULL)
    readers->n_lent++;

  return database;
}

void
genlock_readers_return (GenlockReaders *readers,
                        GenlockDatabase *database)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&readers->mutex);

  genlock_database_set_cancellable (database, NULL);
  g_ptr_array_add (readers->idle, database);
  readers->n_lent--;
  g_cond_broadcast (&readers->returned);
}

void
genlock_readers_close (GenlockReaders *readers)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&readers->mutex);

  readers->closed = TRUE;
  g_cond_broadcast (&readers->returned);

  while (readers->n_lent > 0)
    g_cond_wait (&readers->returned, &readers->mutex);

  g_ptr_array_set_size (readers->idle, 0);
}
