/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A frame as the card-slot editor sees it: its slots, what sits there, what fits. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-slot-plan-private.h"

struct _GenlockSlotPlan
{
  GenlockRecord *spec; /* owned */
  GenlockSlotRules *rules; /* owned */
  char *problem; /* owned, nullable */
  GenlockSlot slots[GENLOCK_SLOTS_MAX];
  guint n_slots;
  GPtrArray *unplaced; /* owned (element-type GenlockRecord), elements unowned */
};

static guint
get_slot_number (const GenlockRecord *card)
{
  gint64 slot = genlock_record_get_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);

  return slot >= 1 && slot <= GENLOCK_SLOTS_MAX ? (guint) slot : 0;
}

static guint
count_slots (const GenlockSlotPlan *plan,
             GPtrArray *cards)
{
  gint64 said = genlock_record_get_int (plan->spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS);
  const char *architecture = genlock_record_get_text (plan->spec,
                                                      GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE);
  guint n_slots = plan->rules->n_slots;

  if (said > 0)
    return (guint) MIN (said, GENLOCK_SLOTS_MAX);

  for (guint i = 0; i < cards->len; i++)
    n_slots = MAX (n_slots, get_slot_number (cards->pdata[i]));

  return n_slots == 0 && g_strcmp0 (architecture, "CARD_BASED") == 0 ? 1 : n_slots;
}

static void
place_cards (GenlockSlotPlan *plan,
             GPtrArray *cards)
{
  for (guint i = 0; i < cards->len; i++)
    {
      GenlockRecord *card = cards->pdata[i];
      guint number = get_slot_number (card);
      GenlockSlot *slot = number > 0 ? &plan->slots[number - 1] : NULL;

      if (slot == NULL || number > plan->n_slots || slot->card != NULL)
        {
          g_ptr_array_add (plan->unplaced, card);
          continue;
        }

      slot->card = card;
      slot->family = genlock_slot_plan_get_family (plan, card);
      slot->count = genlock_ports_count (card);
    }
}

GenlockSlotPlan *
genlock_slot_plan_new (GenlockRecord *spec)
{
  GenlockSlotPlan *plan = g_atomic_rc_box_new0 (GenlockSlotPlan);
  g_autoptr (GPtrArray) cards = genlock_ports_list_cards (spec);
  g_autoptr (GError) error = NULL;

  plan->spec = genlock_record_ref (spec);
  plan->unplaced = g_ptr_array_new ();
  plan->rules = genlock_slot_rules_read (genlock_record_get_text (spec,
                                                                  GENLOCK_EQUIPMENT_SPEC_SPECS),
                                         &error);
  if (plan->rules == NULL)
    {
      plan->problem = g_strdup (error->message);
      plan->rules = genlock_slot_rules_new ();
    }

  for (guint i = 0; i < GENLOCK_SLOTS_MAX; i++)
    {
      plan->slots[i].number = i + 1;
      plan->slots[i].rule = &plan->rules->slots[i];
    }

  plan->n_slots = count_slots (plan, cards);
  place_cards (plan, cards);

  return plan;
}

GenlockSlotPlan *
genlock_slot_plan_ref (GenlockSlotPlan *plan)
{
  return g_atomic_rc_box_acquire (plan);
}

static void
clear_plan (gpointer data)
{
  GenlockSlotPlan *plan = data;

  g_ptr_array_unref (plan->unplaced);
  genlock_slot_rules_free (plan->rules);
  g_free (plan->problem);
  genlock_record_unref (plan->spec);
}

void
genlock_slot_plan_unref (GenlockSlotPlan *plan)
{
  g_atomic_rc_box_release_full (plan, clear_plan);
}

GenlockRecord *
genlock_slot_plan_get_spec (const GenlockSlotPlan *plan)
{
  return plan->spec;
}

const char *
genlock_slot_plan_get_problem (const GenlockSlotPlan *plan)
{
  return plan->problem;
}

const GenlockSlotRules *
genlock_slot_plan_get_rules (const GenlockSlotPlan *plan)
{
  return plan->rules;
}

guint
genlock_slot_plan_get_n_slots (const GenlockSlotPlan *plan)
{
  return plan->n_slots;
}

const GenlockSlot *
genlock_slot_plan_get_slot (const GenlockSlotPlan *plan,
                            guint number)
{
  g_return_val_if_fail (number >= 1 && number <= plan->n_slots, NULL);

  return &plan->slots[number - 1];
}

const GenlockSlot *
genlock_slot_plan_find_card (const GenlockSlotPlan *plan,
                             const char *card_id)
{
  for (guint i = 0; i < plan->n_slots; i++)
    if (plan->slots[i].card != NULL
        && g_strcmp0 (genlock_record_get_id (plan->slots[i].card), card_id) == 0)
      return &plan->slots[i];

  return NULL;
}

guint
genlock_slot_plan_get_highest (const GenlockSlotPlan *plan)
{
  guint highest = plan->n_slots;

  while (highest > 0 && plan->slots[highest - 1].card == NULL)
    highest--;

  return highest;
}

GPtrArray *
genlock_slot_plan_get_unplaced (const GenlockSlotPlan *plan)
{
  return plan->unplaced;
}

GPtrArray *
genlock_slot_plan_get_card_types (const GenlockSlotPlan *plan)
{
  return plan->rules->card_types;
}

GenlockRecord *
genlock_slot_plan_get_card (const GenlockSlotPlan *plan,
                            const char *card_id)
{
  const GenlockSlot *slot = genlock_slot_plan_find_card (plan, card_id);

  if (slot != NULL)
    return slot->card;

  for (guint i = 0; i < plan->unplaced->len; i++)
    if (g_strcmp0 (genlock_record_get_id (plan->unplaced->pdata[i]), card_id) == 0)
      return plan->unplaced->pdata[i];

  return NULL;
}

const char *
genlock_slot_plan_get_family (const GenlockSlotPlan *plan,
                              const GenlockRecord *card)
{
  const GenlockCardType *type = genlock_slot_rules_find_type (plan->rules, card);

  return type != NULL ? type->family : NULL;
}

GenlockCardType *
genlock_slot_plan_copy_card (const GenlockSlotPlan *plan,
                             const char *card_id)
{
  GenlockRecord *card = genlock_slot_plan_get_card (plan, card_id);

  if (card == NULL)
    return NULL;

  return genlock_card_type_new (card, NULL, genlock_slot_plan_get_family (plan, card));
}

static char *
dup_families (const GenlockSlotRule *rule)
{
  return g_strjoinv (", ", rule->families);
}

static char *
check_family (const GenlockSlotPlan *plan,
              guint slot,
              const char *family)
{
  const GenlockSlotRule *rule = &plan->rules->slots[slot - 1];
  g_autofree char *families = NULL;

  /* What is not known is never held against a card. */
  if (rule->families == NULL || family == NULL
      || g_strv_contains ((const char * const *) rule->families, family))
    return NULL;

  families = dup_families (rule);

  return g_strdup_printf (_("Slot %1$u takes cards of the family %2$s, this one is of %3$s. "
                            "Choose another slot."), slot, families, family);
}

static char *
check_direction (const GenlockSlotPlan *plan,
                 guint slot,
                 const GenlockPortCount *count)
{
  switch (plan->rules->slots[slot - 1].direction)
    {
    case GENLOCK_SLOT_EITHER:
      return NULL;

    case GENLOCK_SLOT_INPUT:
      if (count->n_outputs == 0)
        return NULL;
      return g_strdup_printf (ngettext ("Slot %u is for inputs and this card has %u output. "
                                        "Choose another slot.",
                                        "Slot %u is for inputs and this card has %u outputs. "
                                        "Choose another slot.", count->n_outputs),
                              slot, count->n_outputs);

    case GENLOCK_SLOT_OUTPUT:
      if (count->n_inputs == 0)
        return NULL;
      return g_strdup_printf (ngettext ("Slot %u is for outputs and this card has %u input. "
                                        "Choose another slot.",
                                        "Slot %u is for outputs and this card has %u inputs. "
                                        "Choose another slot.", count->n_inputs),
                              slot, count->n_inputs);
    }

  g_assert_not_reached ();
}

static char *
check_parent (const GenlockSlotPlan *plan,
              guint slot,
              const GenlockRecord *leaving)
{
  guint parent = plan->rules->slots[slot - 1].parent;

  if (parent == 0 || parent > plan->n_slots)
    return NULL;

  if (plan->slots[parent - 1].card != NULL && plan->slots[parent - 1].card != leaving)
    return NULL;

  return g_strdup_printf (_("Slot %1$u is on the card in slot %2$u. Put a card there first."),
                          slot, parent);
}

gboolean
genlock_slot_plan_check (const GenlockSlotPlan *plan,
                         guint slot,
                         const char *family,
                         const GenlockPortCount *count,
                         const GenlockRecord *leaving,
                         char **reason)
{
  g_autofree char *why = NULL;

  if (slot < 1 || slot > plan->n_slots)
    why = g_strdup_printf (ngettext ("There is no slot %u: the frame has %u slot.",
                                     "There is no slot %u: the frame has %u slots.",
                                     plan->n_slots), slot, plan->n_slots);
  if (why == NULL)
    why = check_family (plan, slot, family);
  if (why == NULL)
    why = check_direction (plan, slot, count);
  if (why == NULL)
    why = check_parent (plan, slot, leaving);

  if (reason != NULL)
    *reason = g_strdup (why);

  return why == NULL;
}

gboolean
genlock_slot_plan_takes (const GenlockSlotPlan *plan,
                         guint slot,
                         const GenlockCardType *type,
                         char **reason)
{
  return genlock_slot_plan_check (plan, slot, type->family, &type->count, NULL, reason);
}

gboolean
genlock_slot_plan_takes_card (const GenlockSlotPlan *plan,
                              guint slot,
                              const char *card_id,
                              char **reason)
{
  const GenlockRecord *card = genlock_slot_plan_get_card (plan, card_id);
  const GenlockSlot *from = genlock_slot_plan_find_card (plan, card_id);
  GenlockPortCount count;

  if (from != NULL)
    return genlock_slot_plan_check (plan, slot, from->family, &from->count, card, reason);

  if (card == NULL)
    {
      if (reason != NULL)
        *reason = g_strdup (_("This card is no longer there. Choose another one."));
      return FALSE;
    }

  count = genlock_ports_count (card);

  return genlock_slot_plan_check (plan, slot, genlock_slot_plan_get_family (plan, card), &count,
                                  card, reason);
}

const char *
genlock_slot_plan_get_card_name (const GenlockRecord *card)
{
  const char *name = genlock_record_get_name (card);

  return *name != '\0' ? name : _("Card");
}

char *
genlock_slot_plan_dup_slot_name (const GenlockSlotPlan *plan,
                                 guint slot)
{
  const char *label = plan->rules->slots[slot - 1].label;

  if (label == NULL || *label == '\0')
    return g_strdup_printf (_("Slot %u"), slot);

  /* Translators: a slot by its number and by what its maker calls it */
  return g_strdup_printf (_("Slot %1$u (%2$s)"), slot, label);
}

char *
genlock_slot_plan_dup_description (const GenlockSlotPlan *plan,
                                   guint slot)
{
  const GenlockSlot *at = genlock_slot_plan_get_slot (plan, slot);
  g_autofree char *name = genlock_slot_plan_dup_slot_name (plan, slot);
  g_autofree char *ports = NULL;

  if (at->card == NULL && !at->rule->may_be_empty)
    /* Translators: %1$s is “Slot 1” */
    return g_strdup_printf (_("%1$s of %2$u, empty, needs a card"), name, plan->n_slots);

  if (at->card == NULL)
    return g_strdup_printf (_("%1$s of %2$u, empty"), name, plan->n_slots);

  ports = genlock_port_count_dup_words (&at->count);

  /* Translators: “Slot 3 of 20, 12G-SDI input card, 4 inputs” */
  return g_strdup_printf (_("%1$s of %2$u, %3$s, %4$s"), name, plan->n_slots,
                          genlock_slot_plan_get_card_name (at->card), ports);
}

char *
genlock_slot_plan_dup_hint (const GenlockSlotPlan *plan,
                            guint slot)
{
  const GenlockSlotRule *rule = genlock_slot_plan_get_slot (plan, slot)->rule;
  const char *kind = NULL;
  g_autofree char *families = NULL;

  switch (rule->direction)
    {
    case GENLOCK_SLOT_EITHER:
      kind = _("Takes cards");
      break;

    case GENLOCK_SLOT_INPUT:
      kind = _("Takes input cards");
      break;

    case GENLOCK_SLOT_OUTPUT:
      kind = _("Takes output cards");
      break;
    }

  if (rule->families == NULL)
    return rule->direction == GENLOCK_SLOT_EITHER ? NULL : g_strdup (kind);

  families = dup_families (rule);

  /* Translators: %1$s is “Takes input cards” */
  return g_strdup_printf (_("%1$s (family: %2$s)"), kind, families);
}

char *
genlock_slot_plan_dup_summary (const GenlockSlotPlan *plan)
{
  GenlockPortCount count = genlock_ports_count (plan->spec);
  g_autofree char *ports = genlock_port_count_dup_words (&count);
  g_autofree char *slots = NULL;
  g_autofree char *cards = NULL;
  guint n_cards = 0;

  for (guint i = 0; i < plan->n_slots; i++)
    n_cards += plan->slots[i].card != NULL;

  slots = g_strdup_printf (ngettext ("%u slot", "%u slots", plan->n_slots), plan->n_slots);
  cards = g_strdup_printf (ngettext ("%u card", "%u cards", n_cards), n_cards);

  /* Translators: “20 slots, 6 cards, 24 inputs, 8 outputs” */
  return g_strdup_printf (_("%1$s, %2$s, %3$s"), slots, cards, ports);
}
