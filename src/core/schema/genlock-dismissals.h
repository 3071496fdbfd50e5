/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem that someone has put aside. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_DISMISSAL_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_DISMISSAL_RULE,
  GENLOCK_DISMISSAL_TABLE_NAME,
  GENLOCK_DISMISSAL_RECORD_ID,
  GENLOCK_DISMISSAL_FACTS,
  GENLOCK_DISMISSAL_REASON,
  GENLOCK_DISMISSAL_N_FIELDS,
};

extern const GenlockTable genlock_dismissals;

G_END_DECLS
