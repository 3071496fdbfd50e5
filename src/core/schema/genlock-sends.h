/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture goes: a screen, a projector, a recorder, a stream. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_SEND_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_SEND_LABEL,
  GENLOCK_SEND_TYPE,
  GENLOCK_SEND_NAME,
  GENLOCK_SEND_H_RES,
  GENLOCK_SEND_V_RES,
  GENLOCK_SEND_RATE,
  GENLOCK_SEND_SCAN,
  GENLOCK_SEND_STANDARD,
  GENLOCK_SEND_NOTE,
  GENLOCK_SEND_SECONDARY_DEVICE,
  GENLOCK_SEND_OUTPUT_CONNECTOR,
  GENLOCK_SEND_BLANKING,
  GENLOCK_SEND_EQUIPMENT_ID,
  GENLOCK_SEND_N_FIELDS,
};

extern const GenlockTable genlock_sends;

G_END_DECLS
