/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be wrong with a piece of equipment or a gesture on it. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockEquipmentError:
 * @GENLOCK_EQUIPMENT_ERROR_LIMIT: more ports, slots or labels than there may be
 * @GENLOCK_EQUIPMENT_ERROR_RULES: the details of a frame (slots, card types) cannot be read
 * @GENLOCK_EQUIPMENT_ERROR_REFUSED: the gesture is not possible: a card that does not fit, a frame
 *   whose slots are taken, a cable without a choice
 * @GENLOCK_EQUIPMENT_ERROR_USED: shows use it
 * @GENLOCK_EQUIPMENT_ERROR_CELLS: cells of a table cannot be read
 *
 * Messages are sentences in the user's language, to be shown as they are: what happened and what
 * to do next. (This library makes sentences with numbers and names in them, so it translates
 * itself, unlike the core.)
 */
typedef enum
{
  GENLOCK_EQUIPMENT_ERROR_LIMIT,
  GENLOCK_EQUIPMENT_ERROR_RULES,
  GENLOCK_EQUIPMENT_ERROR_REFUSED,
  GENLOCK_EQUIPMENT_ERROR_USED,
  GENLOCK_EQUIPMENT_ERROR_CELLS,
} GenlockEquipmentError;

#define GENLOCK_EQUIPMENT_ERROR (genlock_equipment_error_quark ())
GQuark genlock_equipment_error_quark (void);

G_END_DECLS
