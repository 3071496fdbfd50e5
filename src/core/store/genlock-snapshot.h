/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One state of the database, read from many times while others go on writing. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSnapshot:
 *
 * A read transaction: all that it answers is of one moment, that of its first read. Used by one
 * thread at a time, and not for long: the log beside the database grows meanwhile.
 */
typedef struct _GenlockSnapshot GenlockSnapshot;

/**
 * genlock_snapshot_new:
 * @store: a store
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable): a snapshot, to be freed before @store is closed
 */
GenlockSnapshot *genlock_snapshot_new (GenlockStore *store,
                                       GError **error);
void genlock_snapshot_free (GenlockSnapshot *snapshot);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSnapshot, genlock_snapshot_free)

/* As genlock_store_get(). */
GenlockRecord *genlock_snapshot_get (GenlockSnapshot *snapshot,
                                     const GenlockTable *table,
                                     const char *id,
                                     GError **error);

/* As genlock_store_list(). */
GPtrArray *genlock_snapshot_list (GenlockSnapshot *snapshot,
                                  const GenlockQuery *query,
                                  GError **error);

G_END_DECLS
