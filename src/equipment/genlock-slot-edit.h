/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on the cards of a frame: what each would do, and the batch that does it. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-slot-plan.h"
#include "equipment/genlock-spec-usage.h"

G_BEGIN_DECLS

/**
 * GenlockDropKind:
 * @GENLOCK_DROP_NOTHING: nothing changes (a card dropped where it is) or nothing may (refused)
 * @GENLOCK_DROP_PLACE: a new card comes into an empty slot
 * @GENLOCK_DROP_REPLACE: a new card comes into a slot, the one there goes
 * @GENLOCK_DROP_MOVE: a card goes to an empty slot, or beside the frame
 * @GENLOCK_DROP_SWAP: two cards change their slots
 * @GENLOCK_DROP_REMOVE: a card goes, with its ports
 */
typedef enum
{
  GENLOCK_DROP_NOTHING,
  GENLOCK_DROP_PLACE,
  GENLOCK_DROP_REPLACE,
  GENLOCK_DROP_MOVE,
  GENLOCK_DROP_SWAP,
  GENLOCK_DROP_REMOVE,
} GenlockDropKind;

/**
 * GenlockDrop:
 * @kind: what would happen
 * @is_refused: whether it is not possible; @text says why
 * @text: (nullable): a sentence to show before the drop and to announce after it: "Swaps “12G-SDI
 *   input” and “HDMI output”"; the reason where it is refused; %NULL where nothing happens
 * @from: the slot from which a card comes, 0 = beside the frame or from the palette
 * @to: the slot where it goes, 0 = out of the frame
 * @leaving: (nullable): the card that goes with its ports: look for cables first
 *   (genlock-port-map.h)
 *
 * What a gesture would do, found out before it happens.
 */
typedef struct
{
  GenlockDropKind kind;
  gboolean is_refused;
  char *text;
  guint from;
  guint to;
  GenlockRecord *leaving;

  /*< private >*/
  GenlockSlotPlan *plan;
  GenlockRecord *card;
  GenlockCardType *type;
} GenlockDrop;

void genlock_drop_free (GenlockDrop *drop);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockDrop, genlock_drop_free)

/**
 * genlock_drop_type:
 * @plan: the frame
 * @type: an entry of the palette, or a card that was copied
 * @to: a slot
 *
 * Returns: (transfer full): what dropping @type there would do: place or replace
 */
GenlockDrop *genlock_drop_type (GenlockSlotPlan *plan,
                                GenlockCardType *type,
                                guint to);

/**
 * genlock_drop_card:
 * @plan: the frame
 * @card_id: a card of it, placed or not
 * @to: a slot; 0 = out of the frame
 *
 * A card on an empty slot moves; on a taken one the two swap, if both fit (a card from beside the
 * frame sends the other one there); out of the frame it is removed.
 *
 * Returns: (transfer full): what would happen
 */
GenlockDrop *genlock_drop_card (GenlockSlotPlan *plan,
                                const char *card_id,
                                guint to);

/**
 * genlock_drop_set_aside:
 * @plan: the frame
 * @card_id: a card in a slot
 *
 * Returns: (transfer full): a move beside the frame: the card keeps its ports and their cables
 */
GenlockDrop *genlock_drop_set_aside (GenlockSlotPlan *plan,
                                     const char *card_id);

/**
 * genlock_drop_build:
 * @drop: a drop
 *
 * Returns: (transfer full) (nullable): the batch that does it, one step of undo; %NULL where
 *   nothing happens or it is refused. Should someone else have taken the slot meanwhile, the store
 *   refuses it (%GENLOCK_STORE_ERROR_CONFLICT) and nothing changes
 */
GenlockBatch *genlock_drop_build (const GenlockDrop *drop);

/**
 * genlock_drop_get_new_card:
 * @drop: a drop that places or replaces
 *
 * Returns: (transfer none) (nullable): the card that comes, with its ids: what to select
 *   afterwards, and the new side of a port map
 */
GenlockRecord *genlock_drop_get_new_card (const GenlockDrop *drop);

/**
 * genlock_drop_dup_cables:
 * @drop: a drop
 * @usage: where its frame is used
 *
 * Cables follow the card that is moved, as they end on its ports, whatever its slot; those of a
 * card that goes land on the one that comes (genlock-port-map.h).
 *
 * Returns: (transfer full) (nullable): what it means for cables, to be shown before the drop: "4
 *   cables stay on it", "3 cables land on new ports, 1 port is left over"; %NULL where no cable
 *   ends there
 */
char *genlock_drop_dup_cables (const GenlockDrop *drop,
                               GenlockSpecUsage *usage);

/**
 * GenlockSlotSkip:
 * @slot: a slot
 * @reason: why it is left as it is, as a sentence
 */
typedef struct
{
  guint slot;
  char *reason;
} GenlockSlotSkip;

/**
 * GenlockFill:
 * @slots: (element-type guint): the slots that get a card
 * @skipped: (element-type GenlockSlotSkip): the others
 * @text: "Fills 6 slots, leaves 2 as they are"
 */
typedef struct
{
  GArray *slots;
  GArray *skipped;
  char *text;

  /*< private >*/
  GenlockSlotPlan *plan;
  GenlockCardType *type;
} GenlockFill;

/**
 * genlock_fill_new:
 * @plan: the frame
 * @type: a card
 * @from: a slot
 * @to: another one, in either order; both are included
 *
 * Slots with a card in them and slots that do not take such a card are skipped.
 *
 * Returns: (transfer full): which slots would be filled
 */
GenlockFill *genlock_fill_new (GenlockSlotPlan *plan,
                               GenlockCardType *type,
                               guint from,
                               guint to);
void genlock_fill_free (GenlockFill *fill);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockFill, genlock_fill_free)

/* (transfer full) (nullable): "Undo fill of 8 slots"; %NULL where none would be filled. */
GenlockBatch *genlock_fill_build (const GenlockFill *fill);

/**
 * GenlockResizeChoice:
 * @GENLOCK_RESIZE_REFUSE: only where no card is in the way
 * @GENLOCK_RESIZE_MOVE: cards above go to the lowest free slots that take them, what does not fit
 *   is set aside beside the frame
 * @GENLOCK_RESIZE_REMOVE: cards above are removed
 *
 * What happens to cards in slots that the frame would no longer have.
 */
typedef enum
{
  GENLOCK_RESIZE_REFUSE,
  GENLOCK_RESIZE_MOVE,
  GENLOCK_RESIZE_REMOVE,
} GenlockResizeChoice;

/**
 * genlock_resize_describe:
 * @plan: the frame
 * @n_slots: how many slots it is to have
 * @choice: what to do with cards that are in the way
 *
 * Returns: (transfer full) (nullable): what would happen to them: "“12G-SDI input” moves from slot
 *   9 to slot 2. …", or why it is refused; %NULL where no card is in the way
 */
char *genlock_resize_describe (GenlockSlotPlan *plan,
                               guint n_slots,
                               GenlockResizeChoice choice);

/**
 * genlock_resize_list_leaving:
 * @plan: the frame
 * @n_slots: how many slots it is to have
 *
 * Returns: (transfer container) (element-type GenlockRecord): the cards that
 *   %GENLOCK_RESIZE_REMOVE would remove: look for cables first (genlock_port_map_new_for_cards())
 */
GPtrArray *genlock_resize_list_leaving (GenlockSlotPlan *plan,
                                        guint n_slots);

/**
 * genlock_resize_is_same:
 * @asked: the frame as it was when somebody was asked
 * @now: as it is
 * @n_slots: how many slots are wanted
 *
 * Returns: whether the same cards of the same frame are in the way, and would go to the same slots
 */
gboolean genlock_resize_is_same (GenlockSlotPlan *asked,
                                 GenlockSlotPlan *now,
                                 guint n_slots);

/**
 * genlock_resize_build:
 * @plan: the frame
 * @n_slots: 1 to 64
 * @choice: what to do with cards that are in the way
 * @error: %GENLOCK_EQUIPMENT_ERROR_LIMIT for a number that is none of slots,
 *   %GENLOCK_EQUIPMENT_ERROR_REFUSED for cards in the way: offer the other choices
 *
 * Returns: (transfer full) (nullable): the batch
 */
GenlockBatch *genlock_resize_build (GenlockSlotPlan *plan,
                                    guint n_slots,
                                    GenlockResizeChoice choice,
                                    GError **error);

/**
 * genlock_card_remove_build:
 * @plan: the frame
 * @card_ids: (array zero-terminated=1): cards of it, placed or not
 *
 * Several at once; for one drop it out of the frame. Look for cables first
 * (genlock_port_map_new_for_cards()) and append the map to the batch.
 *
 * Returns: (transfer full) (nullable): the batch; %NULL where none of the cards is there
 */
GenlockBatch *genlock_card_remove_build (const GenlockSlotPlan *plan,
                                         const char * const *card_ids);

G_END_DECLS
