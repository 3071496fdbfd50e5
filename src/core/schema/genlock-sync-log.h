/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diagnostic journal of syncs; local, capped. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_SYNC_LOG_ID,
  GENLOCK_SYNC_LOG_SYNC_DIRECTION,
  GENLOCK_SYNC_LOG_STARTED_AT,
  GENLOCK_SYNC_LOG_COMPLETED_AT,
  GENLOCK_SYNC_LOG_STATUS,
  GENLOCK_SYNC_LOG_RECORDS_SYNCED,
  GENLOCK_SYNC_LOG_CONFLICTS_DETECTED,
  GENLOCK_SYNC_LOG_ERRORS,
  GENLOCK_SYNC_LOG_SERVER_ID,
  GENLOCK_SYNC_LOG_N_FIELDS,
};

extern const GenlockTable genlock_sync_log;

G_END_DECLS
