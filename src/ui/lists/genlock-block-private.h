/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the ways to plan a change of many cells share. */

#pragma once

#include "ui/lists/genlock-block.h"

G_BEGIN_DECLS

/* (transfer full): an empty plan of a gesture called @verb. */
GenlockPlan *genlock_plan_new (const char *verb);

/* Drops a batch without changes and returns @plan. */
GenlockPlan *genlock_plan_seal (GenlockPlan *plan);

void genlock_plan_add_misfit (GenlockPlan *plan,
                              guint row,
                              const GenlockRecord *before,
                              const GenlockColumn *column,
                              const char *text,
                              const GError *error);

/**
 * genlock_plan_write:
 * @plan: the plan
 * @row: the row, for a misfit
 * @column: the column
 * @before: (nullable): the row as it is
 * @text: what the cell is to say
 * @names: (nullable): what linked rows are called
 * @into: gets what @text says
 *
 * Returns: whether the cell changes; where it does not fit the plan says so
 */
gboolean genlock_plan_write (GenlockPlan *plan,
                             guint row,
                             const GenlockColumn *column,
                             const GenlockRecord *before,
                             const char *text,
                             GenlockNames *names,
                             GenlockRecord *into);

/* Has all cells of some rows of @block say @text. */
void genlock_block_set_rows (const GenlockBlock *block,
                             GenlockPlan *plan,
                             const char *text,
                             guint first,
                             guint n_rows);

/* (transfer full): a partial row with the id of @before. */
GenlockRecord *genlock_record_for_update (const GenlockRecord *before);

G_END_DECLS
