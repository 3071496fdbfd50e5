/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting a row with what hangs on it, and bringing both back. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_cascade_delete:
 * @row: a row; nothing happens where it is deleted already
 * @error: #GenlockStoreError
 *
 * Tombstones @row and, marked with its id, every live row that hangs on it as the descriptions
 * say; links that are to be emptied are.
 *
 * Returns: whether there was no error
 */
gboolean genlock_cascade_delete (GenlockWork *work,
                                 GenlockWorkRow *row,
                                 GError **error);

/* The second half of it: what hangs on @row, which is deleted already. */
gboolean genlock_cascade_spread (GenlockWork *work,
                                 GenlockWorkRow *row,
                                 GError **error);

/**
 * genlock_cascade_undelete:
 * @row: a row; nothing happens where it is live
 * @error: %GENLOCK_STORE_ERROR_CONFLICT where a row that it cannot do without is deleted
 *
 * Revives @row and the rows marked with its id, and with the id of a row so revived. A row whose
 * other end or parent is still deleted stays and takes that row's id as its mark; a link to a
 * deleted row that may be empty is emptied; a card whose slot is taken is not placed.
 *
 * Returns: whether there was no error
 */
gboolean genlock_cascade_undelete (GenlockWork *work,
                                   GenlockWorkRow *row,
                                   GError **error);

/**
 * genlock_cascade_find_blocker:
 * @row: a row
 * @reviving: (nullable) (element-type GenlockWorkRow): rows that count as live
 * @blocker: (out) (nullable): the deleted row without which @row cannot be live
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_cascade_find_blocker (GenlockWork *work,
                                       GenlockWorkRow *row,
                                       GHashTable *reviving,
                                       GenlockWorkRow **blocker,
                                       GError **error);

/* Empties the links of a live row that name a deleted one and may be empty. */
gboolean genlock_cascade_empty_dead_links (GenlockWork *work,
                                           GenlockWorkRow *row,
                                           GError **error);

G_END_DECLS
