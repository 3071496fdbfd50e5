/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks where the cables of devices land that become another piece of equipment. */

#pragma once

#include <adwaita.h>

#include "equipment/genlock-device-swap.h"

G_BEGIN_DECLS

/**
 * GenlockSwapDialog:
 *
 * Shows a map of ports for each device that has cables. What it was opened with is applied when
 * everything is decided and no cable has changed meanwhile.
 *
 * Signals:
 * - "apply" (gpointer swaps): the maps are decided and current; the dialog closes itself
 * - "cancelled" (): it was closed otherwise
 */
#define GENLOCK_TYPE_SWAP_DIALOG (genlock_swap_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSwapDialog, genlock_swap_dialog, GENLOCK, SWAP_DIALOG, AdwWindow)

/**
 * genlock_swap_dialog_new:
 * @parent: (nullable): the window
 * @store: where the cables are
 * @swaps: (element-type GenlockDeviceSwap): with maps
 *
 * Returns: (transfer floating): the dialog
 */
GtkWindow *genlock_swap_dialog_new (GtkWindow *parent,
                                    GenlockStore *store,
                                    GPtrArray *swaps);

G_END_DECLS
