/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a frame, read. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "equipment/genlock-port-pattern.h"
#include "equipment/genlock-slot-rules-private.h"

/* An object that is read, and where it stands. */
typedef struct
{
  JsonObject *object;
  const char *place;
  GError **error;
} Entry;

static gboolean
refuse (GError **error,
        const char *place,
        const char *key,
        const char *sentence)
{
  /* Translators: a place in a text and what is wrong there */
  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_RULES,
               _("%1$s%2$s: %3$s"), place, key, sentence);

  return FALSE;
}

/* (nullable): the member, %NULL where it is absent or null. */
static JsonNode *
get (const Entry *entry,
     const char *key)
{
  JsonNode *node = json_object_get_member (entry->object, key);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
read_text (const Entry *entry,
           const char *key,
           const char **text)
{
  JsonNode *node = get (entry, key);

  *text = NULL;
  if (node == NULL)
    return TRUE;

  if (json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse (entry->error, entry->place, key, _("This has to be a text."));

  *text = json_node_get_string (node);

  return TRUE;
}

/* @preset: what is meant where it is absent; 0 where it has to be there. */
static gboolean
read_slot (const Entry *entry,
           const char *key,
           guint preset,
           guint *slot)
{
  JsonNode *node = get (entry, key);
  gint64 value = preset;

  if (node != NULL && json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (entry->error, entry->place, key, _("This has to be the number of a slot."));

  if (node != NULL)
    value = json_node_get_int (node);

  if (value < 1 || value > GENLOCK_SLOTS_MAX)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, value);
      g_autofree char *sentence =
        node == NULL
        ? g_strdup (_("The number of the slot is missing."))
        : g_strdup_printf (_("There is no slot %1$s. Slots go from 1 to %2$d."), number,
                           GENLOCK_SLOTS_MAX);

      return refuse (entry->error, entry->place, key, sentence);
    }

  *slot = (guint) value;

  return TRUE;
}

static gboolean
read_families (const Entry *entry,
               GenlockSlotRule *rule)
{
  JsonNode *node = get (entry, "families");
  g_autoptr (GStrvBuilder) builder = NULL;
  JsonArray *array;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return refuse (entry->error, entry->place, "families",
                   _("This has to be a list of families. Leave it out for any."));

  builder = g_strv_builder_new ();
  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *family = json_array_get_element (array, i);

      if (json_node_get_value_type (family) != G_TYPE_STRING
          || *json_node_get_string (family) == '\0')
        return refuse (entry->error, entry->place, "families", _("A family has to be a text."));

      g_strv_builder_add (builder, json_node_get_string (family));
    }

  rule->families = g_strv_builder_end (builder);

  return TRUE;
}

static gboolean
read_direction (const Entry *entry,
                GenlockSlotRule *rule)
{
  const char *word;

  if (!read_text (entry, "direction", &word))
    return FALSE;

  if (word == NULL)
    return TRUE;

  for (guint i = 0; i < GENLOCK_N_SLOT_DIRECTIONS; i++)
    if (strcmp (word, genlock_slot_directions[i]) == 0)
      {
        rule->direction = i;
        return TRUE;
      }

  return refuse (entry->error, entry->place, "direction",
                 _("This has to be INPUT, OUTPUT or EITHER."));
}

static gboolean
read_rule (const Entry *entry,
           GenlockSlotRule *rule)
{
  JsonNode *node = get (entry, "mayBeEmpty");
  const char *label;

  if (!read_families (entry, rule) || !read_direction (entry, rule)
      || !read_text (entry, "label", &label))
    return FALSE;

  rule->label = g_strdup (label);
  rule->may_be_empty = TRUE;
  if (node != NULL)
    {
      if (json_node_get_value_type (node) != G_TYPE_BOOLEAN)
        return refuse (entry->error, entry->place, "mayBeEmpty",
                       _("This has to be true or false."));
      rule->may_be_empty = json_node_get_boolean (node);
    }

  return get (entry, "parent") == NULL || read_slot (entry, "parent", 0, &rule->parent);
}

/* @said: which slots were named by an entry before. */
static gboolean
read_entry (const Entry *entry,
            GenlockSlotRules *rules,
            gboolean *said)
{
  GenlockSlotRule rule = { 0 };
  guint from;
  guint to;
  gboolean ok = TRUE;

  if (!read_slot (entry, "slot", 0, &from) || !read_slot (entry, "to", from, &to))
    return FALSE;

  if (to < from)
    return refuse (entry->error, entry->place, "to",
                   _("The last slot stands before the first one."));

  for (guint slot = from; slot <= to; slot++)
    {
      g_autofree char *sentence = g_strdup_printf (_("Slot %u stands in another entry already."),
                                                   slot);

      if (said[slot - 1])
        return refuse (entry->error, entry->place, "slot", sentence);
      said[slot - 1] = TRUE;
    }

  ok = read_rule (entry, &rule);
  for (guint slot = from; ok && slot <= to; slot++)
    genlock_slot_rules_set (rules, slot, &rule);
  genlock_slot_rule_clear (&rule);

  return ok;
}

/* A slot on a card in a slot … has to end at the frame. */
static gboolean
check_parents (const GenlockSlotRules *rules,
               GError **error)
{
  for (guint slot = 1; slot <= GENLOCK_SLOTS_MAX; slot++)
    {
      guint at = slot;
      guint n_steps = 0;

      while (at != 0 && n_steps++ <= GENLOCK_SLOTS_MAX)
        at = rules->slots[at - 1].parent;

      if (at != 0)
        {
          g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_RULES,
                       _("slots: Slot %u is on a card that is in a slot on itself."), slot);
          return FALSE;
        }
    }

  return TRUE;
}

static gboolean
read_labels (const Entry *entry,
             GStrv *labels)
{
  const char *label;
  const char *pattern;
  g_autoptr (GError) failed = NULL;

  if (!read_text (entry, "label", &label) || !read_text (entry, "labels", &pattern))
    return FALSE;

  if (pattern == NULL)
    {
      *labels = g_new0 (char *, 2);
      (*labels)[0] = g_strdup (label != NULL ? label : "");
      return TRUE;
    }

  *labels = genlock_port_pattern_expand (pattern, GENLOCK_PORT_PATTERN_MAX, &failed);

  return *labels != NULL
         || refuse (entry->error, entry->place, "labels", failed->message);
}

static gboolean
check_port (const Entry *entry,
            const char *port_type,
            const char *io_type)
{
  if (g_strcmp0 (port_type, "INPUT") != 0 && g_strcmp0 (port_type, "OUTPUT") != 0)
    return refuse (entry->error, entry->place, "portType", _("This has to be INPUT or OUTPUT."));

  if (io_type == NULL || *io_type == '\0')
    return refuse (entry->error, entry->place, "ioType", _("The connector is missing."));

  return TRUE;
}

/* @numbers: the last place of each direction. */
static gboolean
read_port (const Entry *entry,
           GenlockRecord *card,
           guint *numbers)
{
  const char *port_type;
  const char *io_type;
  const char *format;
  g_auto (GStrv) labels = NULL;
  guint *number;

  if (!read_text (entry, "portType", &port_type) || !read_text (entry, "ioType", &io_type)
      || !read_text (entry, "format", &format) || !check_port (entry, port_type, io_type)
      || !read_labels (entry, &labels))
    return FALSE;

  number = &numbers[strcmp (port_type, "OUTPUT") == 0];
  if (numbers[0] + numbers[1] + g_strv_length (labels) > GENLOCK_CARD_PORTS_MAX)
    {
      g_set_error (entry->error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT,
                   _("%1$s: The card has more than %2$d ports. Check the file."), entry->place,
                   GENLOCK_CARD_PORTS_MAX);
      return FALSE;
    }

  for (guint i = 0; labels[i] != NULL; i++)
    {
      GenlockRecord *port = genlock_record_new (&genlock_equipment_card_io);

      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, port_type);
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, io_type);
      genlock_record_set_text (port, GENLOCK_PORT_LABEL, *labels[i] != '\0' ? labels[i] : NULL);
      genlock_record_set_text (port, GENLOCK_PORT_FORMAT, format);
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, ++*number);
      genlock_record_add_child (card, port);
    }

  return TRUE;
}

typedef gboolean (*ReadEntry) (const Entry *entry,
                               gpointer first,
                               gpointer second);

/* Each object of an array, with its place. */
static gboolean
read_array (const Entry *parent,
            const char *key,
            ReadEntry read,
            gpointer first,
            gpointer second)
{
  JsonNode *node = get (parent, key);
  JsonArray *array;

  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (parent->error, parent->place, key, _("This has to be a list."));

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *whole = g_strdup_printf ("%s%s[%u]", parent->place, key, i);
      g_autofree char *place = g_strdup_printf ("%s.", whole);
      Entry entry = { .place = place, .error = parent->error };

      if (!JSON_NODE_HOLDS_OBJECT (element))
        return refuse (parent->error, whole, "", _("This has to be an object."));

      entry.object = json_node_get_object (element);
      if (!read (&entry, first, second))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_slot_cb (const Entry *entry,
              gpointer rules,
              gpointer said)
{
  return read_entry (entry, rules, said);
}

static gboolean
read_port_cb (const Entry *entry,
              gpointer card,
              gpointer numbers)
{
  return read_port (entry, card, numbers);
}

static gboolean
read_type_cb (const Entry *entry,
              gpointer data,
              gpointer unused)
{
  GenlockSlotRules *rules = data;
  g_autoptr (GenlockRecord) card = genlock_record_new (&genlock_equipment_cards);
  guint numbers[2] = { 0, 0 };
  const char *label;
  const char *family;

  if (!read_text (entry, "label", &label) || !read_text (entry, "family", &family))
    return FALSE;

  if (label == NULL || *label == '\0')
    return refuse (entry->error, entry->place, "label", _("The name of the card is missing."));

  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_LABEL, label);
  genlock_record_clear_children (card, &genlock_equipment_card_io);
  if (!read_array (entry, "ports", read_port_cb, card, numbers))
    return FALSE;

  g_ptr_array_add (rules->card_types, genlock_card_type_new (card, label, family));

  return TRUE;
}

JsonNode *
genlock_slot_rules_parse (const char *specs,
                          GError **error)
{
  g_autoptr (GError) failed = NULL;
  g_autoptr (JsonNode) node = genlock_json_parse (specs, strlen (specs), NULL, &failed);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return g_steal_pointer (&node);

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_RULES,
               _("The details are no JSON object: %s"),
               failed != NULL ? failed->message : _("something else stands there"));

  return NULL;
}

GenlockSlotRules *
genlock_slot_rules_read (const char *specs,
                         GError **error)
{
  g_autoptr (GenlockSlotRules) rules = genlock_slot_rules_new ();
  g_autoptr (JsonNode) node = NULL;
  gboolean said[GENLOCK_SLOTS_MAX] = { FALSE };
  Entry entry = { .place = "", .error = error };

  if (specs == NULL || strcmp (specs, "null") == 0)
    return g_steal_pointer (&rules);

  node = genlock_slot_rules_parse (specs, error);
  if (node == NULL)
    return NULL;

  entry.object = json_node_get_object (node);
  if (!read_array (&entry, "slots", read_slot_cb, rules, said)
      || !check_parents (rules, error)
      || !read_array (&entry, "cardTypes", read_type_cb, rules, NULL))
    return NULL;

  return g_steal_pointer (&rules);
}
