/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the store puts together what a transaction changed. */

#pragma once

#include "core/store/genlock-changes.h"

G_BEGIN_DECLS

/* (transfer full): no change yet; to be filled before anybody else sees it. */
GenlockChanges *genlock_changes_new (void);

/* @change: copied, with its texts. */
void genlock_changes_add (GenlockChanges *changes,
                          const GenlockChange *change);
void genlock_changes_set_step (GenlockChanges *changes,
                               gint64 step);
void genlock_changes_set_n_left (GenlockChanges *changes,
                                 guint n_left);

G_END_DECLS
