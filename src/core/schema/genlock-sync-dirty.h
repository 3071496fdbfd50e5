/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changed row was when it last matched the server. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_SYNC_DIRTY_TABLE_NAME,
  GENLOCK_SYNC_DIRTY_RECORD_ID,
  GENLOCK_SYNC_DIRTY_KIND,
  GENLOCK_SYNC_DIRTY_SEEN,
  GENLOCK_SYNC_DIRTY_SHADOW,
  GENLOCK_SYNC_DIRTY_SHADOW_SEQ,
  GENLOCK_SYNC_DIRTY_N_FIELDS,
};

extern const GenlockTable genlock_sync_dirty;

G_END_DECLS
