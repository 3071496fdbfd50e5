/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database holds of a plan, read once. */

#pragma once

#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/**
 * GenlockImportStored:
 * @groups: (element-type GHashTable): owned; one per group of the plan, in its order: id →
 *   GenlockRecord, live and deleted rows; %NULL where nothing can be there
 * @productions: (element-type GenlockRecord): owned; one per show, %NULL where there is none
 * @equipment: (nullable) (element-type GenlockRecord): owned; the library, where the plan has any
 */
typedef struct
{
  GPtrArray *groups;
  GPtrArray *productions;
  GPtrArray *equipment;
} GenlockImportStored;

void genlock_import_stored_clear (GenlockImportStored *stored);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockImportStored, genlock_import_stored_clear)

/**
 * genlock_import_stored_read:
 * @stored: (out): what is filled
 * @plan: a plan
 * @snapshot: the database
 * @cancellable: (nullable): looked at between tables
 * @error: #GenlockStoreError
 *
 * Returns: whether it could be read; to be cleared in either case
 */
gboolean genlock_import_stored_read (GenlockImportStored *stored,
                                     GenlockImportPlan *plan,
                                     GenlockSnapshot *snapshot,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS
