/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of every transaction: rules, tracking, log, and what it says to those who show it. */

#pragma once

#include "core/store/genlock-changes.h"
#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_settle:
 * @work: all that a transaction has changed
 * @changes: (out) (transfer full): what that was; empty where it is to be rolled back
 * @error: those of genlock_rules_check(), #GenlockStoreError
 *
 * Returns: whether the transaction may be committed
 */
gboolean genlock_settle (GenlockWork *work,
                         GenlockChanges **changes,
                         GError **error);

G_END_DECLS
