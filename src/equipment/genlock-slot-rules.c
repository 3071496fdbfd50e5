/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which slots a frame has and which cards go where: what its details say. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "equipment/genlock-slot-rules-private.h"

const char * const genlock_slot_directions[] = {
  [GENLOCK_SLOT_EITHER] = "EITHER",
  [GENLOCK_SLOT_INPUT] = "INPUT",
  [GENLOCK_SLOT_OUTPUT] = "OUTPUT",
};

void
genlock_slot_rule_clear (GenlockSlotRule *rule)
{
  g_clear_pointer (&rule->families, g_strfreev);
  g_clear_pointer (&rule->label, g_free);
}

GenlockSlotRules *
genlock_slot_rules_new (void)
{
  GenlockSlotRules *rules = g_new0 (GenlockSlotRules, 1);

  for (guint i = 0; i < GENLOCK_SLOTS_MAX; i++)
    rules->slots[i].may_be_empty = TRUE;
  rules->card_types = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_card_type_unref);

  return rules;
}

void
genlock_slot_rules_free (GenlockSlotRules *rules)
{
  for (guint i = 0; i < GENLOCK_SLOTS_MAX; i++)
    genlock_slot_rule_clear (&rules->slots[i]);
  g_ptr_array_unref (rules->card_types);
  g_free (rules);
}

void
genlock_slot_rules_set (GenlockSlotRules *rules,
                        guint number,
                        const GenlockSlotRule *rule)
{
  GenlockSlotRule copy = *rule;

  g_return_if_fail (number >= 1 && number <= GENLOCK_SLOTS_MAX);

  copy.families = g_strdupv (rule->families);
  copy.label = g_strdup (rule->label);
  genlock_slot_rule_clear (&rules->slots[number - 1]);
  rules->slots[number - 1] = copy;
  rules->n_slots = MAX (rules->n_slots, number);
}

/* A label without the number at its end. */
static char *
dup_stem (const char *folded)
{
  gsize length = strlen (folded);

  while (length > 0 && g_ascii_isdigit (folded[length - 1]))
    length--;

  return g_strndup (folded, length);
}

static GenlockCardType *
find_by_label (const GenlockSlotRules *rules,
               const char *key)
{
  for (guint i = 0; i < rules->card_types->len; i++)
    {
      GenlockCardType *type = rules->card_types->pdata[i];

      if (*key != '\0' && g_str_equal (key, type->key))
        return type;
    }

  return NULL;
}

static GenlockCardType *
find_by_ports (const GenlockSlotRules *rules,
               const GenlockRecord *card)
{
  GenlockPortCount count = genlock_ports_count (card);
  GenlockCardType *found = NULL;
  g_autofree char *signature = NULL;

  if (count.n_inputs + count.n_outputs == 0)
    return NULL;

  signature = genlock_card_dup_signature (card);
  for (guint i = 0; i < rules->card_types->len; i++)
    {
      GenlockCardType *type = rules->card_types->pdata[i];

      if (!g_str_equal (type->signature, signature))
        continue;
      if (found != NULL && g_strcmp0 (found->family, type->family) != 0)
        return NULL;
      if (found == NULL)
        found = type;
    }

  return found;
}

GenlockCardType *
genlock_slot_rules_find_type (const GenlockSlotRules *rules,
                              const GenlockRecord *card)
{
  g_autofree char *key = genlock_ports_fold (genlock_record_get_name (card));
  g_autofree char *stem = dup_stem (key);
  GenlockCardType *found = find_by_label (rules, key);

  if (found == NULL)
    found = find_by_label (rules, stem);

  return found != NULL ? found : find_by_ports (rules, card);
}
