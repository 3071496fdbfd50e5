/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An output of a source; a format that is null is the source's own. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_SOURCE_OUTPUT_SOURCE_ID = GENLOCK_N_META,
  GENLOCK_SOURCE_OUTPUT_CONNECTOR,
  GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX,
  GENLOCK_SOURCE_OUTPUT_H_RES,
  GENLOCK_SOURCE_OUTPUT_V_RES,
  GENLOCK_SOURCE_OUTPUT_RATE,
  GENLOCK_SOURCE_OUTPUT_SCAN,
  GENLOCK_SOURCE_OUTPUT_STANDARD,
  GENLOCK_SOURCE_OUTPUT_BLANKING,
  GENLOCK_SOURCE_OUTPUT_N_FIELDS,
};

extern const GenlockTable genlock_source_outputs;

G_END_DECLS
