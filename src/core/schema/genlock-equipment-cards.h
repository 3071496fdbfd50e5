/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card in a slot of a frame; without a slot it is not placed. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID = GENLOCK_N_META,
  GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER,
  GENLOCK_EQUIPMENT_CARD_LABEL,
  GENLOCK_EQUIPMENT_CARD_N_FIELDS,
};

extern const GenlockTable genlock_equipment_cards;

G_END_DECLS
