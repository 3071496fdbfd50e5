/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A few connections that read, lent to one thread at a time. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * GenlockReaders:
 *
 * Reference-counted (atomically) and safe to use from any thread. One connection is kept for
 * those who cannot wait: the owner's thread never queues behind workers.
 */
typedef struct _GenlockReaders GenlockReaders;

GenlockReaders *genlock_readers_new (const char *path);
GenlockReaders *genlock_readers_ref (GenlockReaders *readers);
void genlock_readers_unref (GenlockReaders *readers);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockReaders, genlock_readers_unref)

/**
 * genlock_readers_borrow:
 * @readers: readers
 * @urgent: whether the caller is the owner's thread
 * @error: #GenlockStoreError
 *
 * Waits for a worker to give one back where all are lent.
 *
 * Returns: (nullable): a connection, to be given back by genlock_readers_return()
 */
GenlockDatabase *genlock_readers_borrow (GenlockReaders *readers,
                                         gboolean urgent,
                                         GError **error);
void genlock_readers_return (GenlockReaders *readers,
                             GenlockDatabase *database);

/* Waits for all to be given back and closes them; from now on none is lent. */
void genlock_readers_close (GenlockReaders *readers);

G_END_DECLS
