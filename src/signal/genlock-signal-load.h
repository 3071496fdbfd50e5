/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a show that its signal graph and its rules look at. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSignalTable:
 * @table: a table whose rows belong to a show
 * @equipment: the field that names a row's equipment; 0 for none
 */
typedef struct
{
  const GenlockTable *table;
  guint equipment;
} GenlockSignalTable;

/* What a show's graph is made of, beside the equipment: what the rules look at, and the places of
 * boxes. %NULL ends it. */
extern const GenlockSignalTable genlock_signal_tables[];

/**
 * genlock_signal_load:
 * @store: a store
 * @production_id: a show
 * @error: #GenlockStoreError
 *
 * Blocks for a few queries and a look-up for each piece of equipment; all of one moment.
 *
 * Returns: (transfer full) (nullable) (element-type GenlockRecord): its live sources, devices,
 *   sends, connections, dismissals, addresses and places, the equipment that they are, and deleted
 *   connections whose cables had labels
 */
GPtrArray *genlock_signal_load (GenlockStore *store,
                                const char *production_id,
                                GError **error);

G_END_DECLS
