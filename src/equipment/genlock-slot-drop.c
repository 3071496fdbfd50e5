/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card dropped on a slot: what would happen, and the batch that does it. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-edit.h"
#include "equipment/genlock-slot-plan-private.h"

void
genlock_drop_free (GenlockDrop *drop)
{
  g_free (drop->text);
  genlock_slot_plan_unref (drop->plan);
  g_clear_pointer (&drop->leaving, genlock_record_unref);
  g_clear_pointer (&drop->card, genlock_record_unref);
  g_clear_pointer (&drop->type, genlock_card_type_unref);
  g_free (drop);
}

static GenlockDrop *
drop_new (GenlockSlotPlan *plan,
          guint to)
{
  GenlockDrop *drop = g_new0 (GenlockDrop, 1);

  drop->plan = genlock_slot_plan_ref (plan);
  drop->to = to;

  return drop;
}

/* @reason: (transfer full) */
static GenlockDrop *
drop_refuse (GenlockDrop *drop,
             char *reason)
{
  drop->kind = GENLOCK_DROP_NOTHING;
  drop->is_refused = TRUE;
  g_free (drop->text);
  drop->text = reason;

  return drop;
}

GenlockDrop *
genlock_drop_type (GenlockSlotPlan *plan,
                   GenlockCardType *type,
                   guint to)
{
  GenlockDrop *drop = drop_new (plan, to);
  const GenlockSlot *slot;
  char *reason;

  if (!genlock_slot_plan_takes (plan, to, type, &reason))
    return drop_refuse (drop, reason);

  slot = genlock_slot_plan_get_slot (plan, to);
  drop->type = genlock_card_type_ref (type);
  if (slot->card == NULL)
    {
      drop->kind = GENLOCK_DROP_PLACE;
      drop->text = g_strdup_printf (_("Puts “%1$s” into slot %2$u"), type->label, to);
    }
  else
    {
      drop->kind = GENLOCK_DROP_REPLACE;
      drop->leaving = genlock_record_ref (slot->card);
      drop->text = g_strdup_printf (_("Replaces “%1$s” in slot %2$u with “%3$s”"),
                                    genlock_slot_plan_get_card_name (slot->card), to, type->label);
    }

  return drop;
}

static GenlockDrop *
drop_out (GenlockDrop *drop)
{
  drop->kind = GENLOCK_DROP_REMOVE;
  drop->leaving = genlock_record_ref (drop->card);
  drop->text = g_strdup_printf (_("Removes “%s” from the frame"),
                                genlock_slot_plan_get_card_name (drop->card));

  return drop;
}

/* The card in the slot goes where the dragged one came from. */
static GenlockDrop *
drop_swap (GenlockDrop *drop,
           const GenlockSlot *there)
{
  const char *name = genlock_slot_plan_get_card_name (drop->card);
  const char *other = genlock_slot_plan_get_card_name (there->card);
  g_autofree char *reason = NULL;

  drop->kind = GENLOCK_DROP_SWAP;
  if (drop->from == 0)
    {
      drop->text = g_strdup_printf (_("Puts “%1$s” into slot %2$u and sets “%3$s” aside"), name,
                                    drop->to, other);
      return drop;
    }

  if (!genlock_slot_plan_check (drop->plan, drop->from, there->family, &there->count, NULL,
                                &reason))
    /* Translators: %2$s is a sentence that says why */
    return drop_refuse (drop, g_strdup_printf (_("“%1$s” cannot go there in exchange: %2$s"),
                                               other, reason));

  drop->text = g_strdup_printf (_("Swaps “%1$s” in slot %2$u and “%3$s” in slot %4$u"), name,
                                drop->from, other, drop->to);

  return drop;
}

GenlockDrop *
genlock_drop_card (GenlockSlotPlan *plan,
                   const char *card_id,
                   guint to)
{
  GenlockRecord *card = genlock_slot_plan_get_card (plan, card_id);
  const GenlockSlot *from = genlock_slot_plan_find_card (plan, card_id);
  GenlockDrop *drop = drop_new (plan, to);
  const GenlockSlot *there;
  char *reason;

  if (card == NULL)
    return drop_refuse (drop, g_strdup (_("This card is no longer there. Choose another one.")));

  drop->card = genlock_record_ref (card);
  drop->from = from != NULL ? from->number : 0;
  if (to == 0)
    return drop_out (drop);

  if (to == drop->from)
    return drop;

  if (!genlock_slot_plan_takes_card (plan, to, card_id, &reason))
    return drop_refuse (drop, reason);

  there = genlock_slot_plan_get_slot (plan, to);
  if (there->card != NULL)
    return drop_swap (drop, there);

  drop->kind = GENLOCK_DROP_MOVE;
  drop->text = drop->from == 0
               ? g_strdup_printf (_("Puts “%1$s” into slot %2$u"),
                                  genlock_slot_plan_get_card_name (card), to)
               : g_strdup_printf (_("Moves “%1$s” from slot %2$u to slot %3$u"),
                                  genlock_slot_plan_get_card_name (card), drop->from, to);

  return drop;
}

GenlockDrop *
genlock_drop_set_aside (GenlockSlotPlan *plan,
                        const char *card_id)
{
  const GenlockSlot *from = genlock_slot_plan_find_card (plan, card_id);
  GenlockDrop *drop = drop_new (plan, 0);

  if (from == NULL)
    return drop;

  drop->card = genlock_record_ref (from->card);
  drop->from = from->number;
  drop->kind = GENLOCK_DROP_MOVE;
  drop->text = g_strdup_printf (_("Sets “%1$s” from slot %2$u aside"),
                                genlock_slot_plan_get_card_name (from->card), from->number);

  return drop;
}

/* @slot: 0 = beside the frame */
static void
add_move (GenlockBatch *batch,
          const GenlockRecord *card,
          guint slot)
{
  GenlockRecord *patch = genlock_record_new (&genlock_equipment_cards);

  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (card));
  if (slot > 0)
    genlock_record_set_int (patch, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  else
    genlock_record_set_null (patch, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  genlock_batch_update (batch, patch);
}

void
genlock_slot_plan_add_type (GenlockSlotPlan *plan,
                            const GenlockCardType *type,
                            const GenlockRecord *card,
                            GenlockBatch *batch)
{
  const GenlockRecord *spec = genlock_slot_plan_get_spec (plan);
  const char *specs = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS);
  g_autofree char *written = NULL;
  GenlockRecord *patch;

  if (type->family == NULL || genlock_slot_plan_get_problem (plan) != NULL
      || g_strcmp0 (genlock_slot_plan_get_family (plan, card), type->family) == 0)
    return;

  written = genlock_slot_rules_add_type (specs, type, NULL);
  if (written == NULL)
    return;

  patch = genlock_record_new (&genlock_equipment_specs);
  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (spec));
  genlock_record_set_text (patch, GENLOCK_EQUIPMENT_SPEC_SPECS, written);
  genlock_batch_update (batch, patch);
}

static const char *
get_verb (const GenlockDrop *drop)
{
  switch (drop->kind)
    {
    case GENLOCK_DROP_PLACE:
      return "ADD";

    case GENLOCK_DROP_REPLACE:
      return "EDIT";

    case GENLOCK_DROP_SWAP:
    case GENLOCK_DROP_MOVE:
      return "MOVE";

    case GENLOCK_DROP_REMOVE:
      return "DELETE";

    case GENLOCK_DROP_NOTHING:
      break;
    }

  g_assert_not_reached ();
}

/* Made when it is first needed: a drop is described at every motion of the pointer. */
GenlockRecord *
genlock_drop_get_new_card (const GenlockDrop *drop)
{
  const GenlockRecord *spec = genlock_slot_plan_get_spec (drop->plan);
  GenlockDrop *mutable = (GenlockDrop *) drop;

  if (drop->type == NULL)
    return NULL;

  if (drop->card == NULL)
    mutable->card = genlock_card_type_make_card (drop->type, genlock_record_get_id (spec),
                                                 drop->to);

  return drop->card;
}

GenlockBatch *
genlock_drop_build (const GenlockDrop *drop)
{
  GenlockBatch *batch;

  if (drop->kind == GENLOCK_DROP_NOTHING)
    return NULL;

  batch = genlock_batch_new (get_verb (drop));
  switch (drop->kind)
    {
    case GENLOCK_DROP_PLACE:
    case GENLOCK_DROP_REPLACE:
      if (drop->leaving != NULL)
        genlock_batch_delete (batch, &genlock_equipment_cards,
                              genlock_record_get_id (drop->leaving));
      genlock_batch_insert (batch, genlock_record_copy (genlock_drop_get_new_card (drop)));
      genlock_slot_plan_add_type (drop->plan, drop->type, drop->card, batch);
      break;

    case GENLOCK_DROP_SWAP:
      add_move (batch, genlock_slot_plan_get_slot (drop->plan, drop->to)->card, drop->from);
      add_move (batch, drop->card, drop->to);
      break;

    case GENLOCK_DROP_MOVE:
      add_move (batch, drop->card, drop->to);
      break;

    case GENLOCK_DROP_REMOVE:
      genlock_batch_delete (batch, &genlock_equipment_cards, genlock_record_get_id (drop->card));
      break;

    case GENLOCK_DROP_NOTHING:
      break;
    }

  return batch;
}
