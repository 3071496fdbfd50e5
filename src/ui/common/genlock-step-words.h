/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of undo and redo in words. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * genlock_step_dup_label:
 * @step: a step; its id may be 0
 * @redo: whether it would be redone
 *
 * Returns: (transfer full): for tooltips: "Undo delete of 12 sources", "Redo edit of “SRC 3”";
 *   "Undo" or "Redo" where there is no step
 */
char *genlock_step_dup_label (const GenlockStep *step,
                              gboolean redo);

/* (transfer full): the same for a menu, where a long name is cut short. */
char *genlock_step_dup_short_label (const GenlockStep *step,
                                    gboolean redo);

/**
 * genlock_step_dup_done:
 * @step: a step
 * @redo: whether it was redone
 *
 * Returns: (transfer full): for a toast once it is done: "Delete of 12 sources undone"
 */
char *genlock_step_dup_done (const GenlockStep *step,
                             gboolean redo);

/**
 * genlock_words_dup_count:
 * @table: a table
 * @n: how many
 *
 * Returns: (transfer full): "12 sources", "1 send"
 */
char *genlock_words_dup_count (const GenlockTable *table,
                               guint n);

G_END_DECLS
