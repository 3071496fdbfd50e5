/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people call a cable. */

#pragma once

#include "core/store/genlock-store.h"
#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

/**
 * genlock_cable_end_dup_text:
 * @store: where the rows are
 * @end: an end of a cable
 *
 * Returns: (transfer full): the cable and what its other end is on: "C 12 from SRC 3", "to DST 4";
 *   "" where nothing is known
 */
char *genlock_cable_end_dup_text (GenlockStore *store,
                                  const GenlockCableEnd *end);

/**
 * genlock_cable_dup_name:
 * @store: where the rows are
 * @connection: a connection, live or deleted
 *
 * Returns: (transfer full): its label, else what it joins: "SRC 3 → SW 1 → DST 4"
 */
char *genlock_cable_dup_name (GenlockStore *store,
                              const GenlockRecord *connection);

/**
 * genlock_cables_dup_unplugged:
 * @store: where the rows are
 * @changes: what a deletion changed
 *
 * Returns: (transfer full) (nullable): "Unplugged: C 12, C 13 and 4 more"; %NULL where no cable
 *   ended on what was deleted
 */
char *genlock_cables_dup_unplugged (GenlockStore *store,
                                    const GenlockChanges *changes);

G_END_DECLS
