/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what when; append-only, 90 days, local to its database. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_CHANGE_LOG_ID,
  GENLOCK_CHANGE_LOG_PRODUCTION_ID,
  GENLOCK_CHANGE_LOG_TABLE_NAME,
  GENLOCK_CHANGE_LOG_RECORD_ID,
  GENLOCK_CHANGE_LOG_FIELDS,
  GENLOCK_CHANGE_LOG_AUTHOR,
  GENLOCK_CHANGE_LOG_DEVICE,
  GENLOCK_CHANGE_LOG_AT,
  GENLOCK_CHANGE_LOG_N_FIELDS,
};

extern const GenlockTable genlock_change_log;

G_END_DECLS
