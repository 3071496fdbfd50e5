/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A port that a card brings. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_EQUIPMENT_CARD_IO_CARD_ID = GENLOCK_N_META,
  GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE,
  GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE,
  GENLOCK_EQUIPMENT_CARD_IO_LABEL,
  GENLOCK_EQUIPMENT_CARD_IO_FORMAT,
  GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX,
  GENLOCK_EQUIPMENT_CARD_IO_N_FIELDS,
};

extern const GenlockTable genlock_equipment_card_io;

G_END_DECLS
