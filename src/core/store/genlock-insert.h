/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding rows, one or a hundred thousand. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_insert_rows:
 * @records: (element-type GenlockRecord): rows with ids, and with the rows nested in them
 * @error: %GENLOCK_STORE_ERROR_EXISTS where a live row has the id of one of them,
 *   #GenlockModelError, #GenlockStoreError
 *
 * Adds @records, parents before children whatever their order. Where an id stands as a tombstone
 * the row is undeleted and takes the values given.
 *
 * Returns: whether there was no error
 */
gboolean genlock_insert_rows (GenlockWork *work,
                              GPtrArray *records,
                              GError **error);

G_END_DECLS
