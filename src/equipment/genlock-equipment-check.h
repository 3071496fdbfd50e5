/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a piece of equipment from a file can be true. */

#pragma once

#include "core/model/genlock-record.h"
#include "equipment/genlock-equipment-error.h"

G_BEGIN_DECLS

/**
 * genlock_equipment_check:
 * @spec: a spec from outside, with its ports and cards nested in it
 * @error: %GENLOCK_EQUIPMENT_ERROR_LIMIT, %GENLOCK_EQUIPMENT_ERROR_RULES or #GenlockModelError;
 *   the message begins with the place: "cards[2].slotNumber: There is no slot 65. …"
 *
 * What an import asks before anything is written: every value by its field's rule, card slots 1 to
 * 64, cards in slots that the frame has and no two in one, at most 256 ports on a card
 * (%GENLOCK_CARD_PORTS_MAX) and 4,096 on the device itself (%GENLOCK_PORTS_MAX), details that can
 * be read with no slot on a card in a slot on itself, cards that their slots take.
 *
 * Returns: whether it may be stored
 */
gboolean genlock_equipment_check (GenlockRecord *spec,
                                  GError **error);

/**
 * genlock_equipment_check_parents:
 * @parents: (array length=n_slots): of each slot, counted from 0, the slot that it is in; -1 for
 *   none
 * @n_slots: how many
 *
 * For files whose slots are nested in slots: those of EasySchematic.
 *
 * Returns: a slot that is in itself by some way, -1 where none is
 */
int genlock_equipment_check_parents (const int *parents,
                                     guint n_slots);

G_END_DECLS
