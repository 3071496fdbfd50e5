/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules across rows, judged by the state after a whole transaction. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_rules_check:
 * @work: all that a transaction has changed
 * @error: %GENLOCK_STORE_ERROR_CONFLICT, %GENLOCK_STORE_ERROR_SHOW_LOCKED
 *
 * Links of rows that came or changed name live rows; a slot has one live card and is one of the
 * frame's; no show that somebody else has locked was touched (unlocking it is allowed: it says so
 * itself, and a server has the last word).
 *
 * Returns: whether the rules are kept
 */
gboolean genlock_rules_check (GenlockWork *work,
                              GError **error);

/**
 * genlock_rules_unplace:
 * @row: a live row
 * @error: #GenlockStoreError
 *
 * Empties the slot of a card where another one has taken it or the frame has no such slot.
 *
 * Returns: whether there was no error
 */
gboolean genlock_rules_unplace (GenlockWork *work,
                                GenlockWorkRow *row,
                                GError **error);

/**
 * genlock_rules_keep_slots:
 * @row: a live row
 * @error: #GenlockStoreError
 *
 * Leaves a frame as many slots as the transaction found where a card is in one of those that would
 * go.
 *
 * Returns: whether there was no error
 */
gboolean genlock_rules_keep_slots (GenlockWork *work,
                                   GenlockWorkRow *row,
                                   GError **error);

/**
 * genlock_rules_is_dead_link:
 * @row: a row
 * @field: any of its fields
 * @dead: (out): whether it names a row that is deleted or was never there
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_rules_is_dead_link (GenlockWork *work,
                                     GenlockWorkRow *row,
                                     guint field,
                                     gboolean *dead,
                                     GError **error);

G_END_DECLS
