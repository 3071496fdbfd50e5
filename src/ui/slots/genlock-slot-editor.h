/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The card-slot editor: which card sits in which slot of a frame. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSlotEditor:
 *
 * The chassis with its bays, a palette of cards beside it where there is room, and what a gesture
 * does in words below. A card is dragged from the palette to a slot, from slot to slot, or off the
 * chassis to remove it; the same by keyboard: arrows, Enter chooses a card, Alt and an arrow moves
 * it, Delete removes it, Ctrl+C and Ctrl+V copy it. Each gesture is one step of undo.
 *
 * Signals:
 * - "card-selected" (const char *id): the card under the cursor is another one; %NULL for none
 * - "adopted" (const char *id): a frame of the shipped library was copied by a gesture and stands
 *   in the database from now on
 * - "stale" (): the store has refused a gesture, as the frame is no longer what the editor shows:
 *   read it anew
 */
#define GENLOCK_TYPE_SLOT_EDITOR (genlock_slot_editor_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotEditor, genlock_slot_editor, GENLOCK, SLOT_EDITOR, GtkWidget)

GtkWidget *genlock_slot_editor_new (void);

/* (nullable): where frames are. */
void genlock_slot_editor_set_store (GenlockSlotEditor *self,
                                    GenlockStore *store);

/**
 * genlock_slot_editor_set_spec:
 * @self: the editor
 * @spec: (nullable): the frame with its children
 * @shipped: whether @spec is not in the database: the first gesture then copies it there in the
 *   same step
 *
 * Shows @spec as it is now; the cursor stays where it was in the same frame.
 */
void genlock_slot_editor_set_spec (GenlockSlotEditor *self,
                                   GenlockRecord *spec,
                                   gboolean shipped);

/* (nullable): the id of the card under the cursor. */
const char *genlock_slot_editor_get_selected (GenlockSlotEditor *self);

G_END_DECLS
