/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the cables of cards land that are about to go. */

#pragma once

#include <adwaita.h>

#include "equipment/genlock-port-map.h"

G_BEGIN_DECLS

/**
 * GenlockSlotMapDialog:
 *
 * Shows where each cable would land and what would be left over, lets a person change it, and looks
 * once more at the facts before it says that they agreed.
 *
 * Signals: "accepted" (): the map is decided and current; the dialog closes. Closed without it,
 * nothing is to happen.
 */
#define GENLOCK_TYPE_SLOT_MAP_DIALOG (genlock_slot_map_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotMapDialog, genlock_slot_map_dialog, GENLOCK, SLOT_MAP_DIALOG,
                      AdwWindow)

/**
 * genlock_slot_map_dialog_new:
 * @parent: (nullable): the window of the editor
 * @store: where the frame is
 * @spec_id: the frame
 * @leaving: (element-type GenlockRecord): cards of it that go; one where @coming is given
 * @coming: (nullable): the card that comes instead
 * @usage: where the frame is used
 * @words: what is about to happen, a sentence
 *
 * Returns: (transfer none): a dialog to be presented
 */
GenlockSlotMapDialog *genlock_slot_map_dialog_new (GtkWindow *parent,
                                                   GenlockStore *store,
                                                   const char *spec_id,
                                                   GPtrArray *leaving,
                                                   GenlockRecord *coming,
                                                   GenlockSpecUsage *usage,
                                                   const char *words);

/* (transfer none): what was decided. */
const GenlockPortMap *genlock_slot_map_dialog_get_map (GenlockSlotMapDialog *self);

/* (transfer full): one map for cards that go and the card that comes, or none. */
GenlockPortMap *genlock_slot_map_new (GPtrArray *leaving,
                                      GenlockRecord *coming,
                                      GenlockSpecUsage *usage);

G_END_DECLS
