/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was printed when. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_PRINT_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_PRINT_SHEET,
  GENLOCK_PRINT_AT,
  GENLOCK_PRINT_AUTHOR,
  GENLOCK_PRINT_REVISION,
  GENLOCK_PRINT_N_FIELDS,
};

extern const GenlockTable genlock_prints;

G_END_DECLS
