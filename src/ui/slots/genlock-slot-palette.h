/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cards to choose from: those of the frame, the user's own, those used last. */

#pragma once

#include <gtk/gtk.h>

#include "equipment/genlock-slot-plan.h"

G_BEGIN_DECLS

/**
 * GenlockSlotPalette:
 *
 * A list with a search. Each card can be dragged out as %GENLOCK_TYPE_CARD_TYPE.
 *
 * Signals:
 * - "chosen" (GenlockCardType *type, const char *card_id): Enter or a double click on a card;
 *   @card_id: (nullable): where it is one of the frame's that is set aside
 * - "carrying" (GenlockCardType *type, const char *card_id): a card is dragged out; %NULL when that
 *   has ended
 */
#define GENLOCK_TYPE_SLOT_PALETTE (genlock_slot_palette_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotPalette, genlock_slot_palette, GENLOCK, SLOT_PALETTE, GtkWidget)

GtkWidget *genlock_slot_palette_new (void);

/**
 * genlock_slot_palette_set_types:
 * @self: the palette
 * @frame: (element-type GenlockCardType): cards made for the frame
 * @own: (element-type GenlockCardType): other cards that the user has; those that @frame has too
 *   are left out
 *
 * Which cards there are; the search stays.
 */
void genlock_slot_palette_set_types (GenlockSlotPalette *self,
                                     GPtrArray *frame,
                                     GPtrArray *own);

/* Cards of @plan (nullable) that are in no slot stand first. */
void genlock_slot_palette_set_aside (GenlockSlotPalette *self,
                                     GenlockSlotPlan *plan);

/**
 * genlock_slot_palette_set_slot:
 * @self: the palette
 * @plan: (nullable): a frame
 * @slot: one of its slots
 *
 * For choosing a card for @slot: those that it does not take are dim and say why. %NULL takes
 * all.
 */
void genlock_slot_palette_set_slot (GenlockSlotPalette *self,
                                    GenlockSlotPlan *plan,
                                    guint slot);

/* Empties the search and puts the focus there. */
void genlock_slot_palette_start (GenlockSlotPalette *self);

/* @type was put into a frame: it is one of those used last, for this user, from now on. */
void genlock_slot_palette_remember (const GenlockCardType *type);

G_END_DECLS
