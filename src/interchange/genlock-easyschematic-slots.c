/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots of EasySchematic's templates, slots on cards in slots, and the cards in them. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-slot-plan.h"
#include "interchange/genlock-easyschematic-private.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-legacy.h"

/* Slots that are to be read: those of the frame, and those on cards in slots. */
typedef struct _Level Level;
struct _Level
{
  const GenlockEasyschematicTemplate *template;
  GenlockLibraryImportCard *card; /* whose slots they are; %NULL for the frame's own */
  guint parent; /* the slot that the card is in */
  const Level *around; /* nullable: where the card is */
};

/* A frame on its way. */
typedef struct
{
  GenlockLibraryImport *import;
  GenlockRecord *spec;
  GenlockSlotRules *rules; /* owned */
  gboolean taken[GENLOCK_SLOTS_MAX + 1];
  guint n_last; /* the highest slot so far */
  GPtrArray *levels; /* owned (element-type Level), in the order in which they are read */
} Frame;

G_GNUC_PRINTF (5, 6)
static gboolean
refuse (Frame *frame,
        const Level *level,
        const char *place,
        GError **error,
        const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  return genlock_library_import_refuse (frame->import, level->template->file, place, sentence,
                                        error);
}

/* (nullable): what a slot says its number is: a sheet does, templates only count. */
static char *
dup_number (JsonObject *slot)
{
  static const char * const names[] = { "slot", "slotNumber", "number" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (slot, names[i]);

      if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
        continue;
      if (json_node_get_value_type (node) == G_TYPE_STRING)
        return g_strstrip (g_strdup (json_node_get_string (node)));
      return genlock_legacy_dup_value (node);
    }

  return NULL;
}

/* Returns: the number of a slot, 0 with @error. */
static guint
find_number (Frame *frame,
             const Level *level,
             JsonObject *slot,
             const char *place,
             GError **error)
{
  g_autofree char *text = dup_number (slot);
  guint64 number = frame->n_last + 1;

  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 1, GENLOCK_SLOTS_MAX, &number, NULL))
    {
      refuse (frame, level, place, error, _("There is no slot %1$s. Slots go from 1 to %2$d."),
              text, GENLOCK_SLOTS_MAX);
      return 0;
    }
  if (number > GENLOCK_SLOTS_MAX)
    {
      refuse (frame, level, place, error,
              _("There are more than the %d slots that a frame may have, with those on its cards."),
              GENLOCK_SLOTS_MAX);
      return 0;
    }
  if (frame->taken[number])
    {
      refuse (frame, level, place, error, _("Slot %u stands twice. Leave one."),
              (guint) number);
      return 0;
    }

  frame->taken[number] = TRUE;
  frame->n_last = MAX (frame->n_last, (guint) number);

  return (guint) number;
}

static void
set_rule (Frame *frame,
          JsonObject *slot,
          guint number,
          guint parent)
{
  const char *label = genlock_legacy_get_string (slot, "label");
  const char *family = genlock_legacy_get_string (slot, "slotFamily");
  const char *families[] = { family, NULL };
  g_autofree char *text = g_strdup_printf ("%u", number);
  GenlockSlotRule rule = { .may_be_empty = TRUE, .parent = parent };

  if (family != NULL && *family != '\0')
    rule.families = (GStrv) families;
  if (label != NULL && *label != '\0' && strcmp (label, text) != 0)
    rule.label = (char *) label;
  genlock_slot_rules_set (frame->rules, number, &rule);
}

static GenlockLibraryImportCard *
find_card (Frame *frame,
           const char *id)
{
  for (guint i = 0; i < frame->import->cards->len; i++)
    {
      GenlockLibraryImportCard *card = frame->import->cards->pdata[i];

      if (card->template != NULL && g_strcmp0 (card->id, id) == 0)
        return card;
    }

  return NULL;
}

/* A card by its template; the slots that it has itself are read behind all others. */
static gboolean
add_card (Frame *frame,
          const Level *level,
          GenlockLibraryImportCard *card,
          guint number,
          const char *place,
          GError **error)
{
  Level *inner;

  for (const Level *around = level; around != NULL; around = around->around)
    if (around->card == card)
      return refuse (frame, level, place, error,
                     _("The card “%s” is in a slot on itself, without end. Take it out of there."),
                     card->type->label);

  genlock_library_import_place_card (frame->spec, number, card);
  inner = g_new0 (Level, 1);
  inner->template = card->template;
  inner->card = card;
  inner->parent = number;
  inner->around = level;
  g_ptr_array_add (frame->levels, inner);

  return TRUE;
}

/* (transfer full): of a drawn device, the ports that are on a card. */
static JsonArray *
list_ports (JsonObject *device,
            JsonArray *ids)
{
  JsonArray *all = genlock_legacy_get_array (device, "ports");
  JsonArray *ports = json_array_new ();
  g_autoptr (GHashTable) wanted = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (ids); i++)
    {
      JsonNode *node = json_array_get_element (ids, i);

      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        g_hash_table_add (wanted, (gpointer) json_node_get_string (node));
    }
  for (guint i = 0; all != NULL && i < json_array_get_length (all); i++)
    {
      JsonObject *port = genlock_legacy_get_element (all, i);
      const char *id = port != NULL ? genlock_legacy_get_string (port, "id") : NULL;

      if (id != NULL && g_hash_table_contains (wanted, id))
        json_array_add_object_element (ports, json_object_ref (port));
    }

  return ports;
}

/* A card that the slot itself describes, with its ports. */
static gboolean
add_own_card (Frame *frame,
              const Level *level,
              JsonObject *slot,
              guint number,
              guint index,
              GError **error)
{
  const char *label = genlock_legacy_get_string (slot, "cardLabel");
  JsonArray *ids = genlock_legacy_get_array (slot, "portIds");
  g_autoptr (JsonArray) ports = NULL;
  g_autoptr (GenlockRecord) card = NULL;
  g_autofree char *list = g_strdup_printf ("slots[%u].ports", index);

  if (genlock_legacy_get_array (slot, "ports") != NULL)
    ports = json_array_ref (genlock_legacy_get_array (slot, "ports"));
  else if (ids != NULL)
    ports = list_ports (level->template->object, ids);
  if (label == NULL && (ports == NULL || json_array_get_length (ports) == 0))
    return TRUE;

  card = genlock_library_import_make_card (frame->spec, number, label != NULL ? label : "");

  return genlock_easyschematic_add_ports (frame->import, level->template, card, ports, list,
                                          error);
}

static gboolean
fill_slot (Frame *frame,
           const Level *level,
           JsonObject *slot,
           guint number,
           guint index,
           const char *place,
           GError **error)
{
  const char *id = genlock_legacy_get_string (slot, "defaultCardId");
  GenlockLibraryImportCard *card;

  if (id == NULL)
    return add_own_card (frame, level, slot, number, index, error);

  card = find_card (frame, id);
  if (card != NULL)
    return add_card (frame, level, card, number, place, error);

  genlock_library_import_report (frame->import, GENLOCK_IMPORT_LOST, level->template->file, place,
                                 id,
                                 N_("The card of this slot is not in the files: the slot stays "
                                    "empty"));

  return TRUE;
}

/* Slots of a drawn device say in which other they are; all stand in one list. */
static gboolean
read_parents (Frame *frame,
              const Level *level,
              JsonArray *slots,
              const guint *numbers,
              GError **error)
{
  guint n_slots = json_array_get_length (slots);
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree int *parents = g_new0 (int, n_slots + 1);
  int cyclic;

  for (guint i = 0; i < n_slots; i++)
    {
      const char *id = genlock_legacy_get_string (genlock_legacy_get_element (slots, i), "slotId");

      if (id != NULL)
        g_hash_table_insert (places, (gpointer) id, GINT_TO_POINTER ((int) i + 1));
    }
  for (guint i = 0; i < n_slots; i++)
    {
      const char *id = genlock_legacy_get_string (genlock_legacy_get_element (slots, i),
                                                  "parentSlotId");

      parents[i] = id != NULL ? GPOINTER_TO_INT (g_hash_table_lookup (places, id)) - 1 : -1;
    }

  cyclic = genlock_equipment_check_parents (parents, n_slots);
  if (cyclic >= 0)
    {
      g_autofree char *place = genlock_easyschematic_dup_place (
        level->template, genlock_legacy_get_element (slots, (guint) cyclic), "slots",
        (guint) cyclic);

      return refuse (frame, level, place, error,
                     _("This slot is in itself, by way of the slots around it. Take one out."));
    }
  for (guint i = 0; i < n_slots; i++)
    if (parents[i] >= 0)
      set_rule (frame, genlock_legacy_get_element (slots, i), numbers[i],
                numbers[parents[i]]);

  return TRUE;
}

static gboolean
add_slot (Frame *frame,
          const Level *level,
          JsonArray *slots,
          guint index,
          guint *number,
          GError **error)
{
  JsonObject *slot = genlock_legacy_get_element (slots, index);
  g_autofree char *place = NULL;

  if (slot == NULL)
    return refuse (frame, level, level->template->place, error,
                   _("There is something in “slots” that is not a slot."));

  place = genlock_easyschematic_dup_place (level->template, slot, "slots", index);
  *number = find_number (frame, level, slot, place, error);
  if (*number == 0)
    return FALSE;

  set_rule (frame, slot, *number, level->parent);

  return fill_slot (frame, level, slot, *number, index, place, error);
}

/* Two slots of one list with one id: which one a card is in could not be told. */
static gboolean
check_ids (Frame *frame,
           const Level *level,
           JsonArray *slots,
           const char *member,
           GError **error)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < json_array_get_length (slots); i++)
    {
      JsonObject *slot = genlock_legacy_get_element (slots, i);
      const char *id = slot != NULL ? genlock_legacy_get_string (slot, member) : NULL;
      g_autofree char *place = NULL;

      if (id == NULL || g_hash_table_add (ids, (gpointer) id))
        continue;
      place = genlock_easyschematic_dup_place (level->template, slot, "slots", i);
      return refuse (frame, level, place, error, _("Slot “%s” stands twice. Leave one."), id);
    }

  return TRUE;
}

static gboolean
add_slots (Frame *frame,
           const Level *level,
           GError **error)
{
  JsonArray *slots = genlock_legacy_get_array (level->template->object, "slots");
  guint n_slots = slots != NULL ? json_array_get_length (slots) : 0;
  guint numbers[GENLOCK_SLOTS_MAX] = { 0 };

  if (n_slots > GENLOCK_SLOTS_MAX)
    return refuse (frame, level, level->template->place, error,
                   _("There are more than the %d slots that a frame may have, with those on its "
                     "cards."), GENLOCK_SLOTS_MAX);
  if (n_slots > 0
      && (!check_ids (frame, level, slots, "id", error)
          || !check_ids (frame, level, slots, "slotId", error)))
    return FALSE;

  for (guint i = 0; i < n_slots; i++)
    if (!add_slot (frame, level, slots, i, &numbers[i], error))
      return FALSE;

  return level->card != NULL || n_slots == 0
         || read_parents (frame, level, slots, numbers, error);
}

static gboolean
takes (const GenlockSlotRules *rules,
       const char *family)
{
  for (guint i = 0; family != NULL && i < rules->n_slots; i++)
    if (rules->slots[i].families != NULL
        && g_strv_contains ((const char * const *) rules->slots[i].families, family))
      return TRUE;

  return FALSE;
}

/* Cards of the families that the slots take. */
static void
offer_cards (Frame *frame)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < frame->import->cards->len; i++)
    {
      GenlockLibraryImportCard *card = frame->import->cards->pdata[i];

      if (card->template == NULL || !takes (frame->rules, card->type->family))
        continue;
      card->is_used = TRUE;
      if (g_hash_table_add (labels, genlock_import_ports_fold (card->type->label)))
        g_ptr_array_add (frame->rules->card_types, genlock_card_type_ref (card->type));
    }
}

GenlockSlotRules *
genlock_easyschematic_read_slots (GenlockLibraryImport *self,
                                  const GenlockEasyschematicTemplate *template,
                                  GenlockRecord *spec,
                                  GError **error)
{
  g_autoptr (GPtrArray) levels = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockSlotRules) rules = genlock_slot_rules_new ();
  Frame frame = { .import = self, .spec = spec, .rules = rules, .levels = levels };
  Level *own = g_new0 (Level, 1);

  own->template = template;
  g_ptr_array_add (levels, own);
  for (guint i = 0; i < levels->len; i++)
    if (!add_slots (&frame, levels->pdata[i], error))
      return NULL;

  offer_cards (&frame);

  return g_steal_pointer (&rules);
}
