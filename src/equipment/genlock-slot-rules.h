/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which slots a frame has and which cards go where: what its details say. */

#pragma once

#include "equipment/genlock-card-type.h"
#include "equipment/genlock-equipment-error.h"

G_BEGIN_DECLS

/* Slots that a frame may have, as card_slots and slot_number are bounded. */
#define GENLOCK_SLOTS_MAX 64

/*
 * The JSON of equipment_specs.specs, as far as cards are concerned. All of it may be left out;
 * other keys belong to others and are kept.
 *
 *     {
 *       "slots": [
 *         {"slot": 1, "families": ["control"], "mayBeEmpty": false, "label": "CTRL"},
 *         {"slot": 3, "to": 10, "families": ["input"], "direction": "INPUT"},
 *         {"slot": 11, "to": 14, "families": ["output", "vfc"], "direction": "OUTPUT"},
 *         {"slot": 15, "parent": 3}
 *       ],
 *       "cardTypes": [
 *         {"label": "12G-SDI input", "family": "input",
 *          "ports": [{"portType": "INPUT", "ioType": "12G-SDI", "labels": "IN [1-4]"}]}
 *       ]
 *     }
 *
 * slots: one entry for a slot or for those from "slot" to "to", 1 to 64, no slot in two entries.
 *   "families": the families of cards that it takes; left out: any. "direction": INPUT (cards
 *   without outputs), OUTPUT (cards without inputs) or EITHER, which is meant when it is left out.
 *   "mayBeEmpty": true when left out. "label": what the maker calls it, where that is not its
 *   number. "parent": the slot whose card carries this slot.
 * cardTypes: the cards that are made for the frame. "ports" may give one "label" or, as a pattern
 *   (genlock-port-pattern.h), "labels" of several; "format" is taken as well. Places are counted
 *   from 1 for each direction.
 *
 * Which family a card that sits in a slot has is never written into its row (which has a slot and
 * a label, no more): it is that of the frame's card type with the card's label (case, white space
 * and a number at its end aside), else with the same ports. So two people who place, move and
 * rename two cards change two rows and nothing that they share. A card that no type matches has no
 * known family and is never refused because of it.
 */

typedef enum
{
  GENLOCK_SLOT_EITHER,
  GENLOCK_SLOT_INPUT,
  GENLOCK_SLOT_OUTPUT,
} GenlockSlotDirection;

/**
 * GenlockSlotRule:
 * @families: (nullable): which cards it takes; %NULL = any
 * @direction: which ports they may have
 * @may_be_empty: whether the frame works without a card in it
 * @label: (nullable): what the maker calls it
 * @parent: the slot whose card carries this one; 0 = the frame itself
 */
typedef struct
{
  GStrv families;
  GenlockSlotDirection direction;
  gboolean may_be_empty;
  char *label;
  guint parent;
} GenlockSlotRule;

/**
 * GenlockSlotRules:
 * @slots: by number less one; slots of which nothing is said have the rule that allows everything
 * @n_slots: the highest slot that is named; 0 = none
 * @card_types: (element-type GenlockCardType): in their order
 */
typedef struct
{
  GenlockSlotRule slots[GENLOCK_SLOTS_MAX];
  guint n_slots;
  GPtrArray *card_types;
} GenlockSlotRules;

/**
 * genlock_slot_rules_new:
 *
 * Returns: (transfer full): rules that allow everything, without card types
 */
GenlockSlotRules *genlock_slot_rules_new (void);
void genlock_slot_rules_free (GenlockSlotRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSlotRules, genlock_slot_rules_free)

/**
 * genlock_slot_rules_read:
 * @specs: (nullable): the JSON of a spec's details
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES naming the place ("slots[2].direction: …"); slots that
 *   are out of range, in two entries, or each other's parents are such errors too;
 *   %GENLOCK_EQUIPMENT_ERROR_LIMIT for a card type with too many ports
 *
 * Returns: (transfer full) (nullable): what they say
 */
GenlockSlotRules *genlock_slot_rules_read (const char *specs,
                                           GError **error);

/**
 * genlock_slot_rules_write:
 * @rules: rules
 * @specs: (nullable): the details so far
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES where @specs is no JSON object
 *
 * Returns: (transfer full) (nullable): @specs with "slots" and "cardTypes" as @rules has them,
 *   all other keys kept, as canonical JSON
 */
char *genlock_slot_rules_write (const GenlockSlotRules *rules,
                                const char *specs,
                                GError **error);

/**
 * genlock_slot_rules_add_type:
 * @specs: (nullable): the details so far
 * @type: a card type
 * @error: %GENLOCK_EQUIPMENT_ERROR_RULES where @specs is no JSON object
 *
 * Returns: (transfer full) (nullable): @specs with @type behind its card types, in place of one
 *   with the same label; all else kept
 */
char *genlock_slot_rules_add_type (const char *specs,
                                   const GenlockCardType *type,
                                   GError **error);

/**
 * genlock_slot_rules_find_type:
 * @rules: rules
 * @card: a card with its ports
 *
 * Returns: (transfer none) (nullable): the card type that @card is of, see above; %NULL where none
 *   or, by its ports, more than one with different families
 */
GenlockCardType *genlock_slot_rules_find_type (const GenlockSlotRules *rules,
                                               const GenlockRecord *card);

/* Sets what slot @number (1 to 64) takes: a copy of @rule. */
void genlock_slot_rules_set (GenlockSlotRules *rules,
                             guint number,
                             const GenlockSlotRule *rule);

G_END_DECLS
