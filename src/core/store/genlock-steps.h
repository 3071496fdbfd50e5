/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of undo_steps: added, found, replaced, bounded. */

#pragma once

#include "core/store/genlock-step.h"
#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/* How many steps are kept, and for how many days. */
#define GENLOCK_STEPS_MAX 1000
#define GENLOCK_STEPS_DAYS 30

/**
 * genlock_steps_add:
 * @work: all that a transaction has changed
 * @step: verb, table, number and name of it; its id is set
 * @production_id: (nullable): the show that it is about
 * @error: #GenlockStoreError
 *
 * Adds the step for undo and drops what could be redone; now and then also what is too old or
 * too much.
 *
 * Returns: whether there was no error
 */
gboolean genlock_steps_add (GenlockWork *work,
                            GenlockStep *step,
                            const char *production_id,
                            GError **error);

/**
 * genlock_steps_find:
 * @database: a connection
 * @redo: whether to find what can be redone instead of undone
 * @id: a step, 0 for the one that is next
 * @step: (out caller-allocates): its id is 0 where there is none
 * @changes: (out) (optional) (transfer full): its text
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_steps_find (GenlockDatabase *database,
                             gboolean redo,
                             gint64 id,
                             GenlockStep *step,
                             char **changes,
                             GError **error);

/**
 * genlock_steps_turn:
 * @work: all that the undo or redo of a step has changed
 * @id: the step
 * @undone: whether it is undone now
 * @error: #GenlockStoreError
 *
 * What has just been changed takes the place of what the step changed, to be taken back by the
 * opposite; a step by which nothing changed is forgotten.
 *
 * Returns: whether there was no error
 */
gboolean genlock_steps_turn (GenlockWork *work,
                             gint64 id,
                             gboolean undone,
                             GError **error);

G_END_DECLS
