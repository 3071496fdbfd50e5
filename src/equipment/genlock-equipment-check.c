/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a piece of equipment from a file can be true. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-card-type.h"
#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-port-edit.h"
#include "equipment/genlock-slot-plan-private.h"

static gboolean
refuse (GenlockEquipmentError code,
        const char *place,
        const char *sentence,
        GError **error)
{
  /* Translators: a place in a file, and what is wrong there */
  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, (int) code, _("%1$s: %2$s"), place, sentence);

  return FALSE;
}

/* Every value that is there, by its field; @place: of the row, with a point behind it. */
static gboolean
check_values (const GenlockRecord *row,
              const char *place,
              GError **error)
{
  const GenlockTable *table = genlock_record_get_table (row);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      g_autofree char *where = g_strconcat (place, field->json, NULL);
      g_autoptr (GError) failed = NULL;

      if (i == table->parent_field || genlock_record_is_absent (row, i))
        continue;

      if (!genlock_value_validate (table, i, genlock_record_get_value (row, i), &failed))
        return refuse (GENLOCK_EQUIPMENT_ERROR_RULES, where, failed->message, error);
    }

  return TRUE;
}

static gboolean
check_ports (const GenlockRecord *parent,
             const char *place,
             guint max,
             GError **error)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  GPtrArray *ports = genlock_record_get_children (parent, table);
  g_autofree char *list = g_strconcat (place, "ports", NULL);

  if (ports != NULL && ports->len > max)
    {
      g_autofree char *sentence =
        g_strdup_printf (_("There are %1$u ports, more than the %2$u that there may be. Check the "
                           "file."), ports->len, max);

      return refuse (GENLOCK_EQUIPMENT_ERROR_LIMIT, list, sentence, error);
    }

  for (guint i = 0; ports != NULL && i < ports->len; i++)
    {
      g_autofree char *where = g_strdup_printf ("%s[%u].", list, i);

      if (!check_values (ports->pdata[i], where, error))
        return FALSE;
    }

  return TRUE;
}

/* @taken: which card sits in which slot so far, counted from 1; 0 for none. */
static gboolean
check_slot (const GenlockRecord *card,
            guint index,
            const char *place,
            guint *taken,
            GError **error)
{
  gint64 slot = genlock_record_get_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  g_autofree char *where = g_strconcat (place, "slotNumber", NULL);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, slot);
  g_autofree char *sentence = NULL;

  if (!genlock_record_has (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return TRUE;

  if (slot < 1 || slot > GENLOCK_SLOTS_MAX)
    sentence = g_strdup_printf (_("There is no slot %1$s. Slots go from 1 to %2$d."), number,
                                GENLOCK_SLOTS_MAX);
  else if (taken[slot] != 0)
    sentence = g_strdup_printf (_("Slot %1$s is that of cards[%2$u] already. Two cards cannot be "
                                  "in one slot."), number, taken[slot] - 1);

  if (sentence != NULL)
    return refuse (GENLOCK_EQUIPMENT_ERROR_RULES, where, sentence, error);

  taken[slot] = index + 1;

  return TRUE;
}

static gboolean
check_cards (const GenlockRecord *spec,
             guint *taken,
             GError **error)
{
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("cards[%u].", i);

      if (!check_slot (cards->pdata[i], i, place, taken, error)
          || !check_values (cards->pdata[i], place, error)
          || !check_ports (cards->pdata[i], place, GENLOCK_CARD_PORTS_MAX, error))
        return FALSE;
    }

  return TRUE;
}

/* Cards against the frame that they are in. */
static gboolean
check_fit (GenlockRecord *spec,
           const guint *taken,
           GError **error)
{
  g_autoptr (GenlockSlotPlan) plan = genlock_slot_plan_new (spec);

  if (genlock_slot_plan_get_problem (plan) != NULL)
    return refuse (GENLOCK_EQUIPMENT_ERROR_RULES, "specs", genlock_slot_plan_get_problem (plan),
                   error);

  for (guint number = 1; number <= GENLOCK_SLOTS_MAX; number++)
    {
      const GenlockSlot *slot = NULL;
      g_autofree char *where = NULL;
      g_autofree char *reason = NULL;
      GenlockPortCount none = { 0, 0 };

      if (taken[number] == 0)
        continue;

      if (number <= genlock_slot_plan_get_n_slots (plan))
        slot = genlock_slot_plan_get_slot (plan, number);
      if (genlock_slot_plan_check (plan, number, slot != NULL ? slot->family : NULL,
                                   slot != NULL ? &slot->count : &none, NULL, &reason))
        continue;

      where = g_strdup_printf ("cards[%u].slotNumber", taken[number] - 1);
      return refuse (GENLOCK_EQUIPMENT_ERROR_RULES, where, reason, error);
    }

  return TRUE;
}

gboolean
genlock_equipment_check (GenlockRecord *spec,
                         GError **error)
{
  guint taken[GENLOCK_SLOTS_MAX + 1] = { 0 };

  g_return_val_if_fail (genlock_record_get_table (spec) == &genlock_equipment_specs, FALSE);

  return check_values (spec, "", error)
         && check_ports (spec, "", GENLOCK_PORTS_MAX, error)
         && check_cards (spec, taken, error)
         && check_fit (spec, taken, error);
}

int
genlock_equipment_check_parents (const int *parents,
                                 guint n_slots)
{
  for (guint slot = 0; slot < n_slots; slot++)
    {
      int at = (int) slot;
      guint n_steps = 0;

      while (at >= 0 && at < (int) n_slots && n_steps++ <= n_slots)
        at = parents[at];

      if (at >= 0 && at < (int) n_slots)
        return (int) slot;
    }

  return -1;
}
