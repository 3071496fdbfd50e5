/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of equipment that a show uses. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_DEVICE_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_DEVICE_EQUIPMENT_ID,
  GENLOCK_DEVICE_LABEL,
  GENLOCK_DEVICE_NAME,
  GENLOCK_DEVICE_CATEGORY,
  GENLOCK_DEVICE_NOTE,
  GENLOCK_DEVICE_N_FIELDS,
};

extern const GenlockTable genlock_devices;

G_END_DECLS
