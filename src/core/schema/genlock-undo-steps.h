/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be undone and redone: 1,000 steps, 30 days, local to its database. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_UNDO_STEP_ID,
  GENLOCK_UNDO_STEP_AT,
  GENLOCK_UNDO_STEP_VERB,
  GENLOCK_UNDO_STEP_TABLE_NAME,
  GENLOCK_UNDO_STEP_N_ROWS,
  GENLOCK_UNDO_STEP_NAME,
  GENLOCK_UNDO_STEP_PRODUCTION_ID,
  GENLOCK_UNDO_STEP_AUTHOR,
  GENLOCK_UNDO_STEP_UNDONE, /* null: to be undone; the greatest: to be redone next */
  GENLOCK_UNDO_STEP_CHANGES,
  GENLOCK_UNDO_STEP_N_FIELDS,
};

extern const GenlockTable genlock_undo_steps;

G_END_DECLS
