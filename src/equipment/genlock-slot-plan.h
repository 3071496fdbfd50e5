/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame as the card-slot editor sees it: its slots, what sits there, what fits. */

#pragma once

#include "equipment/genlock-slot-rules.h"

G_BEGIN_DECLS

/**
 * GenlockSlot:
 * @number: from 1
 * @rule: what it takes; never %NULL
 * @card: (nullable): the card in it, with its ports
 * @family: (nullable): the card's family, where it is known
 * @count: the card's ports
 */
typedef struct
{
  guint number;
  const GenlockSlotRule *rule;
  GenlockRecord *card;
  const char *family;
  GenlockPortCount count;
} GenlockSlot;

/**
 * GenlockSlotPlan:
 *
 * Made anew from the spec whenever that changes; read only, reference-counted (atomically). All
 * questions are pure and cheap enough to be asked at every motion of the pointer.
 */
typedef struct _GenlockSlotPlan GenlockSlotPlan;

/**
 * genlock_slot_plan_new:
 * @spec: a spec with its children, as genlock_store_get() gives it
 *
 * Details that cannot be read are no rules: every card may go everywhere, and
 * genlock_slot_plan_get_problem() says why.
 *
 * Returns: (transfer full): the plan
 */
GenlockSlotPlan *genlock_slot_plan_new (GenlockRecord *spec);
GenlockSlotPlan *genlock_slot_plan_ref (GenlockSlotPlan *plan);
void genlock_slot_plan_unref (GenlockSlotPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSlotPlan, genlock_slot_plan_unref)

/* (transfer none) */
GenlockRecord *genlock_slot_plan_get_spec (const GenlockSlotPlan *plan);

/* (nullable): what cannot be read in the spec's details, as a sentence. */
const char *genlock_slot_plan_get_problem (const GenlockSlotPlan *plan);

/**
 * genlock_slot_plan_get_n_slots:
 * @plan: a plan
 *
 * Returns: as many as the spec says; where it says nothing, up to the last that a card or a rule
 *   names, of a card-based frame at least 1; 0 to 64
 */
guint genlock_slot_plan_get_n_slots (const GenlockSlotPlan *plan);

/* (transfer none): slot @number, 1 to the number of slots. */
const GenlockSlot *genlock_slot_plan_get_slot (const GenlockSlotPlan *plan,
                                               guint number);

/* (nullable) (transfer none): the slot in which card @card_id sits. */
const GenlockSlot *genlock_slot_plan_find_card (const GenlockSlotPlan *plan,
                                                const char *card_id);

/* The highest slot with a card; 0 = all are empty. */
guint genlock_slot_plan_get_highest (const GenlockSlotPlan *plan);

/* (transfer none) (element-type GenlockRecord): cards that are in no slot, or in one that the
 * frame does not have or that another card has: to be shown beside the frame and placed. */
GPtrArray *genlock_slot_plan_get_unplaced (const GenlockSlotPlan *plan);

/* (transfer none) (element-type GenlockCardType): the cards made for this frame: the palette's
 * first part. */
GPtrArray *genlock_slot_plan_get_card_types (const GenlockSlotPlan *plan);

/**
 * genlock_slot_plan_copy_card:
 * @plan: a plan
 * @card_id: a card of the frame, placed or not
 *
 * Returns: (transfer full) (nullable): what Ctrl+C takes: a type to be placed in this frame or
 *   another one
 */
GenlockCardType *genlock_slot_plan_copy_card (const GenlockSlotPlan *plan,
                                              const char *card_id);

/**
 * genlock_slot_plan_takes:
 * @plan: a plan
 * @slot: 1 to the number of slots
 * @type: a card
 * @reason: (out) (optional) (transfer full) (nullable): why not, as a sentence; %NULL where it does
 *
 * Whether the slot takes such a card, whatever sits in it now. Asked WHILE dragging, of every slot
 * that is to be dimmed.
 *
 * Returns: whether it does
 */
gboolean genlock_slot_plan_takes (const GenlockSlotPlan *plan,
                                  guint slot,
                                  const GenlockCardType *type,
                                  char **reason);

/* The same for card @card_id of the frame. */
gboolean genlock_slot_plan_takes_card (const GenlockSlotPlan *plan,
                                       guint slot,
                                       const char *card_id,
                                       char **reason);

/**
 * genlock_slot_plan_dup_slot_name:
 * @plan: a plan
 * @slot: a slot
 *
 * Returns: (transfer full): "Slot 3", with the maker's label where there is one: "Slot 3 (CTRL)"
 */
char *genlock_slot_plan_dup_slot_name (const GenlockSlotPlan *plan,
                                       guint slot);

/**
 * genlock_slot_plan_dup_description:
 * @plan: a plan
 * @slot: a slot
 *
 * Returns: (transfer full): the accessible name: "Slot 3 of 20, 12G-SDI input card, 4 inputs",
 *   "Slot 5 of 20, empty", "Slot 1 of 20, empty, needs a card"
 */
char *genlock_slot_plan_dup_description (const GenlockSlotPlan *plan,
                                         guint slot);

/**
 * genlock_slot_plan_dup_hint:
 * @plan: a plan
 * @slot: a slot
 *
 * Returns: (transfer full) (nullable): what the slot takes, for a tooltip: "Takes input cards
 *   (family: input, vfc)"; %NULL where it takes any
 */
char *genlock_slot_plan_dup_hint (const GenlockSlotPlan *plan,
                                  guint slot);

/**
 * genlock_slot_plan_dup_summary:
 * @plan: a plan
 *
 * Returns: (transfer full): "20 slots, 6 cards, 24 inputs, 8 outputs"
 */
char *genlock_slot_plan_dup_summary (const GenlockSlotPlan *plan);

G_END_DECLS
