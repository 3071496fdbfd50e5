/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A port that a device always has. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_EQUIPMENT_IO_PORT_EQUIPMENT_ID = GENLOCK_N_META,
  GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE,
  GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE,
  GENLOCK_EQUIPMENT_IO_PORT_LABEL,
  GENLOCK_EQUIPMENT_IO_PORT_FORMAT,
  GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX,
  GENLOCK_EQUIPMENT_IO_PORT_N_FIELDS,
};

extern const GenlockTable genlock_equipment_io_ports;

G_END_DECLS
