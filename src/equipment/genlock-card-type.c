/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A kind of card that can be put into a slot: an entry of the palette. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-card-type.h"
#include "equipment/genlock-slot-rules.h"

G_DEFINE_BOXED_TYPE (GenlockCardType, genlock_card_type, genlock_card_type_ref,
                     genlock_card_type_unref)

static void
forget_meta (GenlockRecord *record)
{
  for (guint i = 0; i < GENLOCK_N_META; i++)
    genlock_record_unset (record, i);
}

/* A card of one's own: its label and its live ports in their order. */
static GenlockRecord *
copy_card (const GenlockRecord *card)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (card);
  GenlockRecord *copy = genlock_record_new (&genlock_equipment_cards);

  genlock_record_set_null (copy, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  genlock_record_set_value (copy, GENLOCK_EQUIPMENT_CARD_LABEL,
                            genlock_record_get_value (card, GENLOCK_EQUIPMENT_CARD_LABEL));
  genlock_record_clear_children (copy, &genlock_equipment_card_io);

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockRecord *port = genlock_record_copy (g_array_index (ports, GenlockPort, i).record);

      forget_meta (port);
      genlock_record_unset (port, GENLOCK_PORT_PARENT_ID);
      genlock_record_add_child (copy, port);
    }

  return copy;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_strcmp0 (*(const char * const *) a, *(const char * const *) b);
}

char *
genlock_card_dup_signature (const GenlockRecord *card)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (card);
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *signature = g_string_new (NULL);

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i);
      g_autofree char *folded =
        genlock_ports_fold (genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE));

      g_ptr_array_add (words, g_strdup_printf ("%c%s\n", port->is_output ? 'O' : 'I', folded));
    }

  g_ptr_array_sort (words, compare_texts);
  for (guint i = 0; i < words->len; i++)
    g_string_append (signature, words->pdata[i]);

  return g_string_free (signature, FALSE);
}

GenlockCardType *
genlock_card_type_new (const GenlockRecord *card,
                       const char *label,
                       const char *family)
{
  GenlockCardType *type;

  g_return_val_if_fail (genlock_record_get_table (card) == &genlock_equipment_cards, NULL);

  type = g_atomic_rc_box_new0 (GenlockCardType);
  type->card = copy_card (card);
  if (label == NULL)
    label = genlock_record_get_name (card);
  if (*label == '\0')
    label = _("Card");
  type->label = g_strdup (label);
  if (!genlock_record_has (type->card, GENLOCK_EQUIPMENT_CARD_LABEL))
    genlock_record_set_text (type->card, GENLOCK_EQUIPMENT_CARD_LABEL, label);
  type->family = g_strdup (family);
  type->count = genlock_ports_count (type->card);
  type->key = genlock_ports_fold (type->label);
  type->signature = genlock_card_dup_signature (type->card);

  return type;
}

GenlockCardType *
genlock_card_type_ref (GenlockCardType *type)
{
  return g_atomic_rc_box_acquire (type);
}

static void
clear_type (gpointer data)
{
  GenlockCardType *type = data;

  g_free (type->label);
  g_free (type->family);
  g_free (type->key);
  g_free (type->signature);
  genlock_record_unref (type->card);
}

void
genlock_card_type_unref (GenlockCardType *type)
{
  g_atomic_rc_box_release_full (type, clear_type);
}

gboolean
genlock_card_type_matches (const GenlockCardType *type,
                           const GenlockRecord *card)
{
  g_autofree char *signature = genlock_card_dup_signature (card);

  return g_str_equal (type->signature, signature);
}

GenlockRecord *
genlock_card_type_make_card (const GenlockCardType *type,
                             const char *spec_id,
                             guint slot)
{
  GPtrArray *ports = genlock_record_get_children (type->card, &genlock_equipment_card_io);
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, NULL);

  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID, spec_id);
  if (slot > 0)
    genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  genlock_record_set_value (card, GENLOCK_EQUIPMENT_CARD_LABEL,
                            genlock_record_get_value (type->card, GENLOCK_EQUIPMENT_CARD_LABEL));
  genlock_record_clear_children (card, &genlock_equipment_card_io);

  for (guint i = 0; i < ports->len; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, NULL);

      for (guint field = GENLOCK_PORT_PORT_TYPE; field < GENLOCK_PORT_N_FIELDS; field++)
        if (!genlock_record_is_absent (ports->pdata[i], field))
          genlock_record_set_value (port, field,
                                    genlock_record_get_value (ports->pdata[i], field));
      genlock_record_add_child (card, port);
    }

  return card;
}

/* @seen: what was collected already. */
static void
collect (GPtrArray *types,
         GHashTable *seen,
         GenlockCardType *type)
{
  g_autoptr (GenlockCardType) owned = type;
  char *key = g_strdup_printf ("%s\n%s", type->key, type->signature);

  if (g_hash_table_add (seen, key))
    g_ptr_array_add (types, g_steal_pointer (&owned));
}

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  const GenlockCardType *first = *(GenlockCardType * const *) a;
  const GenlockCardType *second = *(GenlockCardType * const *) b;

  return g_utf8_collate (first->label, second->label);
}

GPtrArray *
genlock_card_types_collect (GPtrArray *specs)
{
  GPtrArray *types = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_card_type_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < specs->len; i++)
    {
      const GenlockRecord *spec = specs->pdata[i];
      g_autoptr (GPtrArray) cards = genlock_ports_list_cards (spec);
      g_autoptr (GenlockSlotRules) rules =
        genlock_slot_rules_read (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS),
                                 NULL);

      for (guint j = 0; rules != NULL && j < rules->card_types->len; j++)
        collect (types, seen, genlock_card_type_ref (rules->card_types->pdata[j]));

      for (guint j = 0; j < cards->len; j++)
        {
          GenlockCardType *known = rules != NULL
                                   ? genlock_slot_rules_find_type (rules, cards->pdata[j])
                                   : NULL;

          collect (types, seen, genlock_card_type_new (cards->pdata[j], NULL,
                                                       known != NULL ? known->family : NULL));
        }
    }

  g_ptr_array_sort (types, compare_types);

  return types;
}
