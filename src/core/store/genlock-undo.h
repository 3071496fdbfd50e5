/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo and redo over the steps that the database keeps: 1,000 of them, 30 days. */

#pragma once

#include "core/store/genlock-changes.h"
#include "core/store/genlock-database.h"
#include "core/store/genlock-step.h"

G_BEGIN_DECLS

/**
 * genlock_undo_peek:
 * @database: a connection
 * @redo: whether to look for what redo would do instead of undo
 * @step: (out caller-allocates): the step; its id is 0 where there is none
 * @error: #GenlockStoreError
 *
 * Returns: whether it could be read
 */
gboolean genlock_undo_peek (GenlockDatabase *database,
                            gboolean redo,
                            GenlockStep *step,
                            GError **error);

/**
 * genlock_undo_run:
 * @database: a connection that may write, with no transaction open
 * @step: the step to undo, 0 for the newest
 * @author: (nullable): as in genlock_transaction_apply()
 * @device: (nullable): as there
 * @cancellable: (nullable): stops with nothing changed
 * @error: %GENLOCK_STORE_ERROR_NOTHING where there is no such step or it is undone already, and
 *   those of genlock_transaction_apply()
 *
 * Writes the old values as a new change. A field that has changed since stays as it is, a row
 * that cannot come back without a row that is gone stays deleted; both are counted
 * (genlock_changes_get_n_left()). What the undo itself does is kept with the step, for redo.
 *
 * Returns: (transfer full) (nullable): what changed
 */
GenlockChanges *genlock_undo_run (GenlockDatabase *database,
                                  gint64 step,
                                  const char *author,
                                  const char *device,
                                  GCancellable *cancellable,
                                  GError **error);

/* The same for what was undone last; a new change drops what could be redone. */
GenlockChanges *genlock_undo_run_redo (GenlockDatabase *database,
                                       const char *author,
                                       const char *device,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
