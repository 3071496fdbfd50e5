/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture comes from: a laptop, a camera, a media server. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_SOURCE_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_SOURCE_LABEL,
  GENLOCK_SOURCE_TYPE,
  GENLOCK_SOURCE_NAME,
  GENLOCK_SOURCE_H_RES,
  GENLOCK_SOURCE_V_RES,
  GENLOCK_SOURCE_RATE,
  GENLOCK_SOURCE_SCAN,
  GENLOCK_SOURCE_STANDARD,
  GENLOCK_SOURCE_NOTE,
  GENLOCK_SOURCE_SECONDARY_DEVICE,
  GENLOCK_SOURCE_BLANKING,
  GENLOCK_SOURCE_EQUIPMENT_ID,
  GENLOCK_SOURCE_N_FIELDS,
};

extern const GenlockTable genlock_sources;

G_END_DECLS
