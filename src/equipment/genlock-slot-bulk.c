/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on many slots: filling them, and changing how many there are. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-edit.h"
#include "equipment/genlock-slot-plan-private.h"

/* Where a card goes whose slot goes. */
typedef struct
{
  const GenlockSlot *from;
  guint to; /* 0 = beside the frame */
} Move;

static void
clear_skip (gpointer data)
{
  g_free (((GenlockSlotSkip *) data)->reason);
}

static void
consider (GenlockFill *fill,
          guint number)
{
  GenlockSlotSkip skip = { .slot = number };
  const GenlockSlot *slot;

  if (!genlock_slot_plan_takes (fill->plan, number, fill->type, &skip.reason))
    {
      g_array_append_val (fill->skipped, skip);
      return;
    }

  slot = genlock_slot_plan_get_slot (fill->plan, number);
  if (slot->card == NULL)
    {
      g_array_append_val (fill->slots, number);
      return;
    }

  skip.reason = g_strdup_printf (_("Slot %1$u has “%2$s” in it."), number,
                                 genlock_slot_plan_get_card_name (slot->card));
  g_array_append_val (fill->skipped, skip);
}

static char *
dup_fill_text (const GenlockFill *fill)
{
  g_autofree char *fills = g_strdup_printf (ngettext ("Fills %u slot", "Fills %u slots",
                                                      fill->slots->len), fill->slots->len);
  g_autofree char *leaves = NULL;

  if (fill->skipped->len == 0)
    return g_steal_pointer (&fills);

  leaves = g_strdup_printf (ngettext ("leaves %u as it is", "leaves %u as they are",
                                      fill->skipped->len), fill->skipped->len);

  /* Translators: “Fills 6 slots, leaves 2 as they are” */
  return g_strdup_printf (_("%1$s, %2$s"), fills, leaves);
}

GenlockFill *
genlock_fill_new (GenlockSlotPlan *plan,
                  GenlockCardType *type,
                  guint from,
                  guint to)
{
  GenlockFill *fill = g_new0 (GenlockFill, 1);
  guint first = MAX (MIN (from, to), 1);
  guint last = MIN (MAX (from, to), genlock_slot_plan_get_n_slots (plan));

  fill->plan = genlock_slot_plan_ref (plan);
  fill->type = genlock_card_type_ref (type);
  fill->slots = g_array_new (FALSE, FALSE, sizeof (guint));
  fill->skipped = g_array_new (FALSE, FALSE, sizeof (GenlockSlotSkip));
  g_array_set_clear_func (fill->skipped, clear_skip);

  for (guint number = first; number <= last; number++)
    consider (fill, number);

  fill->text = dup_fill_text (fill);

  return fill;
}

void
genlock_fill_free (GenlockFill *fill)
{
  g_array_unref (fill->slots);
  g_array_unref (fill->skipped);
  g_free (fill->text);
  genlock_slot_plan_unref (fill->plan);
  genlock_card_type_unref (fill->type);
  g_free (fill);
}

GenlockBatch *
genlock_fill_build (const GenlockFill *fill)
{
  GenlockRecord *spec = genlock_slot_plan_get_spec (fill->plan);
  GenlockBatch *batch;

  if (fill->slots->len == 0)
    return NULL;

  batch = genlock_batch_new ("FILL");
  for (guint i = 0; i < fill->slots->len; i++)
    {
      GenlockRecord *card =
        genlock_card_type_make_card (fill->type, genlock_record_get_id (spec),
                                     g_array_index (fill->slots, guint, i));

      genlock_batch_insert (batch, card);
      if (i + 1 == fill->slots->len)
        genlock_slot_plan_add_type (fill->plan, fill->type, card, batch);
    }

  return batch;
}

/* The lowest slot that is empty, stays, takes the card and is not promised to another one. */
static guint
find_free (GenlockSlotPlan *plan,
           guint n_slots,
           const GenlockSlot *card,
           gboolean *promised)
{
  for (guint number = 1; number <= MIN (n_slots, genlock_slot_plan_get_n_slots (plan)); number++)
    if (!promised[number] && genlock_slot_plan_get_slot (plan, number)->card == NULL
        && genlock_slot_plan_check (plan, number, card->family, &card->count, NULL, NULL))
      {
        promised[number] = TRUE;
        return number;
      }

  return 0;
}

/* (transfer full) (element-type Move): the cards in slots above @n_slots. */
static GArray *
list_moves (GenlockSlotPlan *plan,
            guint n_slots)
{
  GArray *moves = g_array_new (FALSE, FALSE, sizeof (Move));
  gboolean promised[GENLOCK_SLOTS_MAX + 1] = { FALSE };

  for (guint number = n_slots + 1; number <= genlock_slot_plan_get_n_slots (plan); number++)
    {
      Move move = { .from = genlock_slot_plan_get_slot (plan, number) };

      if (move.from->card == NULL)
        continue;

      move.to = find_free (plan, n_slots, move.from, promised);
      g_array_append_val (moves, move);
    }

  return moves;
}

static char *
dup_refusal (GArray *moves,
             guint n_slots)
{
  const Move *last = &g_array_index (moves, Move, moves->len - 1);

  return g_strdup_printf (ngettext ("%1$u card is in a slot above %2$u, up to slot %3$u. Move it "
                                    "to another slot or remove it.",
                                    "%1$u cards are in slots above %2$u, up to slot %3$u. Move "
                                    "them to other slots or remove them.", moves->len),
                          moves->len, n_slots, last->from->number);
}

static void
append_move (GString *text,
             const Move *move,
             GenlockResizeChoice choice)
{
  const char *name = genlock_slot_plan_get_card_name (move->from->card);

  if (text->len > 0)
    g_string_append_c (text, ' ');

  if (choice == GENLOCK_RESIZE_REMOVE)
    g_string_append_printf (text, _("“%1$s” in slot %2$u is removed."), name, move->from->number);
  else if (move->to == 0)
    g_string_append_printf (text, _("“%1$s” in slot %2$u is set aside: no free slot takes it."),
                            name, move->from->number);
  else
    g_string_append_printf (text, _("“%1$s” moves from slot %2$u to slot %3$u."), name,
                            move->from->number, move->to);
}

char *
genlock_resize_describe (GenlockSlotPlan *plan,
                         guint n_slots,
                         GenlockResizeChoice choice)
{
  g_autoptr (GArray) moves = list_moves (plan, n_slots);
  GString *text;

  if (moves->len == 0)
    return NULL;

  if (choice == GENLOCK_RESIZE_REFUSE)
    return dup_refusal (moves, n_slots);

  text = g_string_new (NULL);
  for (guint i = 0; i < moves->len; i++)
    append_move (text, &g_array_index (moves, Move, i), choice);

  return g_string_free (text, FALSE);
}

GPtrArray *
genlock_resize_list_leaving (GenlockSlotPlan *plan,
                             guint n_slots)
{
  g_autoptr (GArray) moves = list_moves (plan, n_slots);
  GPtrArray *cards = g_ptr_array_new ();

  for (guint i = 0; i < moves->len; i++)
    g_ptr_array_add (cards, g_array_index (moves, Move, i).from->card);

  return cards;
}

gboolean
genlock_resize_is_same (GenlockSlotPlan *asked,
                        GenlockSlotPlan *now,
                        guint n_slots)
{
  g_autoptr (GArray) then = list_moves (asked, n_slots);
  g_autoptr (GArray) moves = list_moves (now, n_slots);

  if (then->len != moves->len
      || g_strcmp0 (genlock_record_get_id (genlock_slot_plan_get_spec (asked)),
                    genlock_record_get_id (genlock_slot_plan_get_spec (now))) != 0)
    return FALSE;

  for (guint i = 0; i < moves->len; i++)
    {
      const Move *a = &g_array_index (then, Move, i);
      const Move *b = &g_array_index (moves, Move, i);

      if (a->from->number != b->from->number || a->to != b->to
          || g_strcmp0 (genlock_record_get_id (a->from->card),
                        genlock_record_get_id (b->from->card)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
add_move (GenlockBatch *batch,
          const Move *move,
          GenlockResizeChoice choice)
{
  const char *id = genlock_record_get_id (move->from->card);
  GenlockRecord *patch;

  if (choice == GENLOCK_RESIZE_REMOVE)
    {
      genlock_batch_delete (batch, &genlock_equipment_cards, id);
      return;
    }

  patch = genlock_record_new (&genlock_equipment_cards);
  genlock_record_set_text (patch, GENLOCK_META_ID, id);
  if (move->to > 0)
    genlock_record_set_int (patch, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, move->to);
  else
    genlock_record_set_null (patch, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  genlock_batch_update (batch, patch);
}

GenlockBatch *
genlock_resize_build (GenlockSlotPlan *plan,
                      guint n_slots,
                      GenlockResizeChoice choice,
                      GError **error)
{
  g_autoptr (GArray) moves = NULL;
  GenlockBatch *batch;
  GenlockRecord *patch;

  if (n_slots < 1 || n_slots > GENLOCK_SLOTS_MAX)
    {
      g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
                   _("A frame has 1 to %d slots. Choose a number between them."),
                   GENLOCK_SLOTS_MAX);
      return NULL;
    }

  moves = list_moves (plan, n_slots);
  if (moves->len > 0 && choice == GENLOCK_RESIZE_REFUSE)
    {
      g_autofree char *refusal = dup_refusal (moves, n_slots);

      g_set_error_literal (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED,
                           refusal);
      return NULL;
    }

  batch = genlock_batch_new ("EDIT");
  patch = genlock_record_new (&genlock_equipment_specs);
  genlock_record_set_text (patch, GENLOCK_META_ID,
                           genlock_record_get_id (genlock_slot_plan_get_spec (plan)));
  genlock_record_set_int (patch, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, n_slots);
  genlock_batch_update (batch, patch);
  for (guint i = 0; i < moves->len; i++)
    add_move (batch, &g_array_index (moves, Move, i), choice);

  return batch;
}

GenlockBatch *
genlock_card_remove_build (const GenlockSlotPlan *plan,
                           const char * const *card_ids)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("DELETE");

  for (guint i = 0; card_ids[i] != NULL; i++)
    if (genlock_slot_plan_get_card (plan, card_ids[i]) != NULL)
      genlock_batch_delete (batch, &genlock_equipment_cards, card_ids[i]);

  return genlock_batch_get_length (batch) > 0 ? g_steal_pointer (&batch) : NULL;
}
