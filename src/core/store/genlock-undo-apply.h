/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The opposite of a step, as far as nobody has gone on from it. */

#pragma once

#include "core/store/genlock-step-text.h"

G_BEGIN_DECLS

/**
 * genlock_undo_apply:
 * @work: of an open transaction; its n_left counts what stays as it is
 * @items: (element-type GenlockStepItem): what the step changed
 * @error: #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_undo_apply (GenlockWork *work,
                             GArray *items,
                             GError **error);

G_END_DECLS
