/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one function through which people's changes reach the database. */

#pragma once

#include "core/store/genlock-batch.h"
#include "core/store/genlock-changes.h"
#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * genlock_transaction_apply:
 * @database: a connection that may write, with no transaction open
 * @batch: what to change
 * @author: (nullable): who changes it, for last_modified_by, the change log and locked shows
 * @device: (nullable): on which computer, for the change log
 * @cancellable: (nullable): stops with nothing changed
 * @error: #GenlockStoreError, #GenlockModelError of a value or a rule, %G_IO_ERROR_CANCELLED
 *
 * One transaction: the rows, what replication must know of them, the undo step and the change
 * log; all of it durable on return, or nothing. Links, slots and locks are judged by the state
 * after the whole batch, so that two cards can swap their slots. A batch that changes nothing
 * writes nothing.
 *
 * Returns: (transfer full) (nullable): what changed, empty where nothing did
 */
GenlockChanges *genlock_transaction_apply (GenlockDatabase *database,
                                           GenlockBatch *batch,
                                           const char *author,
                                           const char *device,
                                           GCancellable *cancellable,
                                           GError **error);

G_END_DECLS
