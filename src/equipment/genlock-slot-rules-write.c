/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a frame, written. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "equipment/genlock-slot-rules-private.h"

static gboolean
says_something (const GenlockSlotRule *rule)
{
  return rule->families != NULL || rule->direction != GENLOCK_SLOT_EITHER || !rule->may_be_empty
         || rule->label != NULL || rule->parent != 0;
}

static gboolean
rules_equal (const GenlockSlotRule *a,
             const GenlockSlotRule *b)
{
  static const char * const none[] = { NULL };

  return a->direction == b->direction && a->may_be_empty == b->may_be_empty
         && a->parent == b->parent && g_strcmp0 (a->label, b->label) == 0
         && g_strv_equal (a->families != NULL ? (const char * const *) a->families : none,
                          b->families != NULL ? (const char * const *) b->families : none);
}

static JsonObject *
write_rule (const GenlockSlotRule *rule,
            guint from,
            guint to)
{
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "slot", from);
  if (to > from)
    json_object_set_int_member (object, "to", to);
  if (rule->families != NULL)
    {
      JsonArray *families = json_array_new ();

      for (guint i = 0; rule->families[i] != NULL; i++)
        json_array_add_string_element (families, rule->families[i]);
      json_object_set_array_member (object, "families", families);
    }
  if (rule->direction != GENLOCK_SLOT_EITHER)
    json_object_set_string_member (object, "direction", genlock_slot_directions[rule->direction]);
  if (!rule->may_be_empty)
    json_object_set_boolean_member (object, "mayBeEmpty", FALSE);
  if (rule->label != NULL)
    json_object_set_string_member (object, "label", rule->label);
  if (rule->parent != 0)
    json_object_set_int_member (object, "parent", rule->parent);

  return object;
}

static JsonArray *
write_slots (const GenlockSlotRules *rules)
{
  JsonArray *array = json_array_new ();
  guint from = 0;

  while (from < rules->n_slots)
    {
      guint to = from;

      while (to + 1 < rules->n_slots && rules_equal (&rules->slots[from], &rules->slots[to + 1]))
        to++;
      if (says_something (&rules->slots[from]))
        json_array_add_object_element (array, write_rule (&rules->slots[from], from + 1, to + 1));
      from = to + 1;
    }

  return array;
}

static void
write_text (JsonObject *object,
            const char *key,
            const GenlockRecord *record,
            guint field)
{
  if (genlock_record_has (record, field))
    json_object_set_string_member (object, key, genlock_record_get_text (record, field));
}

static JsonArray *
write_ports (const GenlockCardType *type)
{
  g_autoptr (GArray) ports = genlock_ports_list_own (type->card);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockRecord *record = g_array_index (ports, GenlockPort, i).record;
      JsonObject *port = json_object_new ();

      write_text (port, "portType", record, GENLOCK_PORT_PORT_TYPE);
      write_text (port, "ioType", record, GENLOCK_PORT_IO_TYPE);
      write_text (port, "label", record, GENLOCK_PORT_LABEL);
      write_text (port, "format", record, GENLOCK_PORT_FORMAT);
      json_array_add_object_element (array, port);
    }

  return array;
}

static JsonObject *
write_type (const GenlockCardType *type)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "label", type->label);
  if (type->family != NULL)
    json_object_set_string_member (object, "family", type->family);
  json_object_set_array_member (object, "ports", write_ports (type));

  return object;
}

static JsonArray *
write_types (const GenlockSlotRules *rules)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < rules->card_types->len; i++)
    json_array_add_object_element (array, write_type (rules->card_types->pdata[i]));

  return array;
}

static JsonNode *
parse (const char *specs,
       GError **error)
{
  gboolean is_empty = specs == NULL || strcmp (specs, "null") == 0;

  return genlock_slot_rules_parse (is_empty ? "{}" : specs, error);
}

char *
genlock_slot_rules_write (const GenlockSlotRules *rules,
                          const char *specs,
                          GError **error)
{
  g_autoptr (JsonNode) node = parse (specs, error);
  g_autoptr (JsonArray) slots = NULL;
  g_autoptr (JsonArray) types = NULL;
  JsonObject *object;

  if (node == NULL)
    return NULL;

  object = json_node_get_object (node);
  slots = write_slots (rules);
  types = write_types (rules);
  json_object_remove_member (object, "slots");
  json_object_remove_member (object, "cardTypes");
  if (json_array_get_length (slots) > 0)
    json_object_set_array_member (object, "slots", g_steal_pointer (&slots));
  if (json_array_get_length (types) > 0)
    json_object_set_array_member (object, "cardTypes", g_steal_pointer (&types));

  return genlock_json_canonicalize (node);
}

/* Whether an entry that stands there already goes by this label. */
static gboolean
is_named (JsonNode *entry,
          const char *label)
{
  JsonNode *other = JSON_NODE_HOLDS_OBJECT (entry)
                    ? json_object_get_member (json_node_get_object (entry), "label")
                    : NULL;
  g_autofree char *key = genlock_ports_fold (label);
  g_autofree char *other_key = NULL;

  if (other == NULL || json_node_get_value_type (other) != G_TYPE_STRING)
    return FALSE;

  other_key = genlock_ports_fold (json_node_get_string (other));

  return g_str_equal (key, other_key);
}

char *
genlock_slot_rules_add_type (const char *specs,
                             const GenlockCardType *type,
                             GError **error)
{
  g_autoptr (JsonNode) node = parse (specs, error);
  JsonArray *types = json_array_new ();
  JsonNode *before;

  if (node == NULL)
    {
      json_array_unref (types);
      return NULL;
    }

  before = json_object_get_member (json_node_get_object (node), "cardTypes");
  if (before != NULL && JSON_NODE_HOLDS_ARRAY (before))
    for (guint i = 0; i < json_array_get_length (json_node_get_array (before)); i++)
      {
        JsonNode *entry = json_array_get_element (json_node_get_array (before), i);

        if (!is_named (entry, type->label))
          json_array_add_element (types, json_node_copy (entry));
      }

  json_array_add_object_element (types, write_type (type));
  json_object_set_array_member (json_node_get_object (node), "cardTypes", types);

  return genlock_json_canonicalize (node);
}
