/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of the sheet of equipment. */

#pragma once

#include "interchange/genlock-equipment-csv.h"

G_BEGIN_DECLS

/* In the order in which they are written; the names are those of other planners' device sheets. */
typedef enum
{
  GENLOCK_EQUIPMENT_CSV_UID,
  GENLOCK_EQUIPMENT_CSV_MODEL,
  GENLOCK_EQUIPMENT_CSV_MANUFACTURER,
  GENLOCK_EQUIPMENT_CSV_LABEL,
  GENLOCK_EQUIPMENT_CSV_DEVICE_TYPE,
  GENLOCK_EQUIPMENT_CSV_CATEGORY,
  GENLOCK_EQUIPMENT_CSV_CARD_SLOTS,
  GENLOCK_EQUIPMENT_CSV_PORT_UID,
  GENLOCK_EQUIPMENT_CSV_PORT_LABEL,
  GENLOCK_EQUIPMENT_CSV_PORT_DIRECTION,
  GENLOCK_EQUIPMENT_CSV_PORT_SIGNAL,
  GENLOCK_EQUIPMENT_CSV_PORT_CONNECTOR,
  GENLOCK_EQUIPMENT_CSV_SLOT,
  GENLOCK_EQUIPMENT_CSV_CARD,
  GENLOCK_EQUIPMENT_CSV_FORMATS,
  GENLOCK_EQUIPMENT_CSV_N_COLUMNS,
} GenlockEquipmentCsvColumn;

extern const char * const genlock_equipment_csv_heads[];

G_END_DECLS
