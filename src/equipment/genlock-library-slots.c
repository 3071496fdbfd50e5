/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots of a frame in the library's files, and the cards that it comes with. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "equipment/genlock-library-private.h"

static const char * const directions[] = {
  [GENLOCK_LIBRARY_SLOT_INPUT] = "INPUT",
  [GENLOCK_LIBRARY_SLOT_OUTPUT] = "OUTPUT",
  [GENLOCK_LIBRARY_SLOT_EITHER] = "EITHER",
  NULL,
};

static void
slots_free (gpointer data)
{
  GenlockLibrarySlots *slots = data;

  g_strfreev (slots->families);
  g_free (slots->label);
  g_free (slots);
}

static void
placed_free (gpointer data)
{
  GenlockLibraryPlaced *placed = data;

  g_free (placed->card_id);
  g_free (placed);
}

/* One slot, or several in a row. */
static void
read_numbers (GenlockLibraryReader *reader,
              JsonObject *object,
              guint card_slots,
              guint *first,
              guint *last)
{
  *first = (guint) genlock_library_reader_int (reader, object, "slot", 1, card_slots, 0);
  *last = *first;
  if (*first > 0 && json_object_has_member (object, "to"))
    *last = (guint) genlock_library_reader_int (reader, object, "to", *first, card_slots, *first);
}

/* Adds the slots to @taken, a bit each, where bit 0 is slot 1. */
static void
take (GenlockLibraryReader *reader,
      guint first,
      guint last,
      guint64 *taken)
{
  for (guint slot = MAX (first, 1); slot <= last; slot++)
    {
      guint64 bit = G_GUINT64_CONSTANT (1) << (slot - 1);

      if (*taken & bit)
        genlock_library_reader_complain (reader, "slot", "slot %u stands twice", slot);
      *taken |= bit;
    }
}

static char *
print_slots (guint64 slots)
{
  GString *text = g_string_new (NULL);

  for (guint slot = 1; slot <= GENLOCK_LIBRARY_MAX_SLOTS; slot++)
    if (slots >> (slot - 1) & 1)
      g_string_append_printf (text, "%s%u", text->len > 0 ? ", " : "", slot);

  return g_string_free (text, FALSE);
}

static GenlockLibrarySlots *
read_group (GenlockLibraryReader *reader,
            JsonObject *object,
            guint card_slots)
{
  static const char * const known[] = {
    "slot", "to", "direction", "families", "label", "mayBeEmpty", NULL,
  };
  GenlockLibrarySlots *slots = g_new0 (GenlockLibrarySlots, 1);
  const char *direction = genlock_library_reader_text (reader, object, "direction", 20, TRUE);

  genlock_library_reader_check_keys (reader, object, known);
  read_numbers (reader, object, card_slots, &slots->first, &slots->last);
  slots->families = genlock_library_reader_texts (reader, object, "families");
  slots->label = g_strdup (genlock_library_reader_text (reader, object, "label", 100, FALSE));
  slots->may_be_empty = genlock_library_reader_bool (reader, object, "mayBeEmpty", TRUE);
  while (directions[slots->direction] != NULL
         && g_strcmp0 (directions[slots->direction], direction) != 0)
    slots->direction++;
  if (direction != NULL && directions[slots->direction] == NULL)
    genlock_library_reader_complain (reader, "direction",
                                     "“%s” is neither INPUT, OUTPUT nor EITHER", direction);

  return slots;
}

static guint64
read_groups (GenlockLibraryReader *reader,
             JsonObject *object,
             GenlockLibraryDeviceEntry *entry)
{
  JsonArray *array = genlock_library_reader_array (reader, object, "slots", TRUE);
  guint64 taken = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *group = genlock_library_reader_object (reader, array, "slots", i);
      gsize place = genlock_library_reader_enter (reader, "slots", (int) i);

      if (group != NULL)
        {
          GenlockLibrarySlots *slots = read_group (reader, group, entry->device.card_slots);

          take (reader, slots->first, slots->last, &taken);
          g_ptr_array_add (entry->slots, slots);
        }
      genlock_library_reader_leave (reader, place);
    }

  return taken;
}

static void
read_placed_group (GenlockLibraryReader *reader,
                   JsonObject *group,
                   GenlockLibraryDeviceEntry *entry,
                   guint64 *taken)
{
  static const char * const known[] = { "slot", "to", "card", NULL };
  const char *card = genlock_library_reader_text (reader, group, "card", 200, TRUE);
  guint first;
  guint last;

  genlock_library_reader_check_keys (reader, group, known);
  read_numbers (reader, group, entry->device.card_slots, &first, &last);
  take (reader, first, last, taken);
  for (guint slot = first; card != NULL && slot > 0 && slot <= last; slot++)
    {
      GenlockLibraryPlaced *placed = g_new0 (GenlockLibraryPlaced, 1);

      placed->slot = slot;
      placed->card_id = g_strdup (card);
      g_ptr_array_add (entry->placed, placed);
    }
}

static guint64
read_placed (GenlockLibraryReader *reader,
             JsonObject *object,
             GenlockLibraryDeviceEntry *entry)
{
  JsonArray *array = genlock_library_reader_array (reader, object, "placed", FALSE);
  guint64 taken = 0;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *group = genlock_library_reader_object (reader, array, "placed", i);
      gsize place = genlock_library_reader_enter (reader, "placed", (int) i);

      if (group != NULL)
        read_placed_group (reader, group, entry, &taken);
      genlock_library_reader_leave (reader, place);
    }

  return taken;
}

static int
compare_slots (gconstpointer a,
               gconstpointer b)
{
  const GenlockLibraryPlaced *first = *(const GenlockLibraryPlaced * const *) a;
  const GenlockLibraryPlaced *second = *(const GenlockLibraryPlaced * const *) b;

  return (int) first->slot - (int) second->slot;
}

void
genlock_library_read_slots (GenlockLibraryReader *reader,
                            JsonObject *object,
                            GenlockLibraryDeviceEntry *entry)
{
  guint64 all;
  guint64 described;
  guint64 taken;

  entry->slots = g_ptr_array_new_with_free_func (slots_free);
  entry->placed = g_ptr_array_new_with_free_func (placed_free);
  if (!entry->device.is_card_based)
    {
      if (json_object_has_member (object, "cardSlots") || json_object_has_member (object, "slots")
          || json_object_has_member (object, "placed"))
        genlock_library_reader_complain (reader, "ioArchitecture", "DIRECT has no slots");
      return;
    }

  entry->device.card_slots = (guint) genlock_library_reader_int (reader, object, "cardSlots", 1,
                                                                 GENLOCK_LIBRARY_MAX_SLOTS, 0);
  if (entry->device.card_slots == 0)
    return;
  all = G_MAXUINT64 >> (GENLOCK_LIBRARY_MAX_SLOTS - entry->device.card_slots);
  described = read_groups (reader, object, entry);
  taken = read_placed (reader, object, entry);
  g_ptr_array_sort (entry->placed, compare_slots);
  entry->device.n_cards = entry->placed->len;
  if (described != all)
    {
      g_autofree char *missing = print_slots (all & ~described);

      genlock_library_reader_complain (reader, "slots", "do not say what slots %s are", missing);
    }
  for (guint i = 0; i < entry->slots->len; i++)
    {
      const GenlockLibrarySlots *slots = entry->slots->pdata[i];

      for (guint slot = MAX (slots->first, 1); slot <= slots->last; slot++)
        if (!slots->may_be_empty && !(taken >> (slot - 1) & 1))
          genlock_library_reader_complain (reader, "placed", "slot %u may not be empty", slot);
    }
}

static JsonObject *
describe_group (const GenlockLibrarySlots *slots)
{
  JsonObject *object = json_object_new ();
  JsonArray *families = json_array_new ();

  for (guint i = 0; slots->families[i] != NULL; i++)
    json_array_add_string_element (families, slots->families[i]);
  json_object_set_int_member (object, "slot", slots->first);
  if (slots->last > slots->first)
    json_object_set_int_member (object, "to", slots->last);
  json_object_set_array_member (object, "families", families);
  json_object_set_string_member (object, "direction", directions[slots->direction]);
  json_object_set_boolean_member (object, "mayBeEmpty", slots->may_be_empty);
  if (slots->label != NULL)
    json_object_set_string_member (object, "label", slots->label);

  return object;
}

JsonArray *
genlock_library_describe_slots (const GenlockLibraryDeviceEntry *entry)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < entry->slots->len; i++)
    json_array_add_object_element (array, describe_group (entry->slots->pdata[i]));

  return array;
}

const char *
genlock_library_find_family (const GenlockLibraryDeviceEntry *entry,
                             const GenlockLibraryCard *card)
{
  for (guint i = 0; i < entry->slots->len; i++)
    {
      const GenlockLibrarySlots *slots = entry->slots->pdata[i];

      for (guint j = 0; slots->families[j] != NULL; j++)
        if (g_strv_contains (card->families, slots->families[j]))
          return slots->families[j];
    }

  return NULL;
}

static gboolean
takes_direction (const GenlockLibrarySlots *slots,
                 const GenlockLibraryCard *card)
{
  switch (slots->direction)
    {
    case GENLOCK_LIBRARY_SLOT_INPUT:
      return card->n_outputs == 0;

    case GENLOCK_LIBRARY_SLOT_OUTPUT:
      return card->n_inputs == 0;

    case GENLOCK_LIBRARY_SLOT_EITHER:
      break;
    }

  return TRUE;
}

gboolean
genlock_library_slot_takes (const GenlockLibraryDeviceEntry *entry,
                            guint slot,
                            const GenlockLibraryCard *card,
                            const char **reason)
{
  for (guint i = 0; i < entry->slots->len; i++)
    {
      const GenlockLibrarySlots *slots = entry->slots->pdata[i];

      if (slot < slots->first || slot > slots->last)
        continue;
      for (guint j = 0; slots->families[j] != NULL; j++)
        if (g_strv_contains (card->families, slots->families[j]))
          {
            *reason = "its direction";
            return takes_direction (slots, card);
          }
      break;
    }
  *reason = "its family";

  return FALSE;
}
