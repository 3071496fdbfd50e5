/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Change tracking in the database: the entries of sync_dirty. */

#pragma once

#include "core/store/genlock-tracking.h"
#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_dirty_read:
 * @database: a connection
 * @table: a replicating table
 * @id: a row
 * @dirty: (out caller-allocates): its entry; of kind %GENLOCK_DIRTY_NONE where it has none
 * @error: #GenlockStoreError, %GENLOCK_STORE_ERROR_DAMAGED where the entry cannot be understood
 *
 * Returns: whether there was no error
 */
gboolean genlock_dirty_read (GenlockDatabase *database,
                             const GenlockTable *table,
                             const char *id,
                             GenlockDirty *dirty,
                             GError **error);

/* Stores the entry, or removes it where it is of kind %GENLOCK_DIRTY_NONE. */
gboolean genlock_dirty_write (GenlockDatabase *database,
                              const GenlockTable *table,
                              const char *id,
                              const GenlockDirty *dirty,
                              GError **error);

/**
 * genlock_dirty_track:
 * @work: all that a transaction has changed
 * @error: #GenlockStoreError
 *
 * Brings the entries of all changed rows up to date; rows that are as the server has them by now
 * may change once more.
 *
 * Returns: whether there was no error
 */
gboolean genlock_dirty_track (GenlockWork *work,
                              GError **error);

G_END_DECLS
