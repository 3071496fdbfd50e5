/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment lists of older data as rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/model/genlock-vocabulary.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-legacy-equipment.h"

/* A card and its ports as they are read; slots that are taken. */
typedef struct
{
  GenlockLegacyObject *object;
  GenlockRecord *record;
  guint64 slots;
} Spec;

const char *
genlock_legacy_find_category (const char *word,
                              gboolean *is_exact)
{
  const char *category = genlock_vocabulary_category (word);
  char theirs[64];
  char ours[64];

  *is_exact = word != NULL
              && strcmp (genlock_legacy_squeeze (word, theirs, sizeof theirs),
                         genlock_legacy_squeeze (category, ours, sizeof ours)) == 0;

  return category;
}

static GenlockRecord *
child_new (const GenlockTable *table,
           GenlockRecord *parent,
           const char *key)
{
  g_autofree char *id = genlock_uuid_from (genlock_record_get_id (parent), table->name, key, NULL);

  return genlock_record_new_row (table, id);
}

/* The fields of a port stand at the same places in both tables. */
static void
read_port (Spec *spec,
           GenlockRecord *parent,
           const GenlockTable *table,
           JsonObject *object,
           const char *place,
           const char *direction,
           guint index)
{
  GenlockLegacyObject port;
  g_autofree char *key = NULL;
  g_autofree char *type = NULL;
  g_autofree char *connector = NULL;
  GenlockRecord *record;

  genlock_legacy_object_init (&port, spec->object->plan, NULL, spec->object->file, place, object);
  type = genlock_legacy_object_dup_text (&port, "portType", "direction", NULL);
  if (direction == NULL)
    direction = type != NULL && g_ascii_strncasecmp (type, "out", 3) == 0 ? "OUTPUT" : "INPUT";
  key = g_strdup_printf ("%s %u", direction, index);
  record = child_new (table, parent, key);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE, direction);
  genlock_record_set_int (record, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, index + 1);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, "Unknown");
  connector = genlock_legacy_object_dup_connector (&port, "ioType", "type", "connector", NULL);
  genlock_legacy_object_put_text (&port, record, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, "type",
                                  connector);
  genlock_legacy_object_set (&port, record, GENLOCK_EQUIPMENT_IO_PORT_LABEL, "label", "portLabel",
                             "name", "id", NULL);
  genlock_legacy_object_set (&port, record, GENLOCK_EQUIPMENT_IO_PORT_FORMAT, "format", NULL);
  genlock_legacy_object_set (&port, record, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, "portIndex",
                             NULL);
  genlock_legacy_object_ignore (&port, "id", "uuid", "equipmentUuid", "equipmentId", "cardUuid",
                                "cardId", NULL);
  genlock_legacy_object_finish (&port);
  genlock_record_add_child (parent, record);
}

static void
read_ports (Spec *spec,
            GenlockRecord *parent,
            const GenlockTable *table,
            JsonArray *array,
            const char *place,
            const char *direction)
{
  guint counts[2] = { 0, 0 };

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *object = genlock_legacy_get_element (array, i);
      g_autofree char *at = genlock_legacy_join_index (place, i);
      const char *type;
      gboolean is_output;

      if (object == NULL)
        {
          genlock_legacy_object_report (spec->object, GENLOCK_IMPORT_LOST, at, NULL,
                                        N_("This is not a port"));
          continue;
        }
      type = genlock_legacy_get_string (object, "port_type");
      if (type == NULL)
        type = genlock_legacy_get_string (object, "portType");
      is_output = direction != NULL ? strcmp (direction, "OUTPUT") == 0
                                    : type != NULL && g_ascii_strncasecmp (type, "out", 3) == 0;
      read_port (spec, parent, table, object, at, is_output ? "OUTPUT" : "INPUT",
                 counts[is_output]++);
    }
}

static void
read_slot (Spec *spec,
           GenlockLegacyObject *card,
           GenlockRecord *record)
{
  gint64 slot;

  genlock_legacy_object_set (card, record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, "slotNumber",
                             "slot", NULL);
  if (!genlock_record_has (record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER))
    return;

  slot = genlock_record_get_int (record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
  if (spec->slots & (G_GUINT64_CONSTANT (1) << (slot - 1)))
    {
      g_autofree char *text = g_strdup_printf ("%" G_GINT64_FORMAT, slot);

      genlock_record_set_null (record, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER);
      genlock_legacy_object_report (card, GENLOCK_IMPORT_CHANGED, "slotNumber", text,
                                    N_("Another card is in that slot: this one is not placed"));
      return;
    }
  spec->slots |= G_GUINT64_CONSTANT (1) << (slot - 1);
}

static void
read_card (Spec *spec,
           JsonObject *object,
           const char *place,
           guint index)
{
  g_autofree char *key = g_strdup_printf ("%u", index);
  GenlockRecord *record = child_new (&genlock_equipment_cards, spec->record, key);
  g_autofree char *inputs = genlock_legacy_join (place, "inputs");
  g_autofree char *outputs = genlock_legacy_join (place, "outputs");
  g_autofree char *ports = genlock_legacy_join (place, "ports");
  GenlockLegacyObject card;

  genlock_legacy_object_init (&card, spec->object->plan, NULL, spec->object->file, place, object);
  read_slot (spec, &card, record);
  genlock_legacy_object_set (&card, record, GENLOCK_EQUIPMENT_CARD_LABEL, "label", "name", "type",
                             NULL);
  genlock_record_add_child (spec->record, record);
  genlock_record_clear_children (record, &genlock_equipment_card_io);
  read_ports (spec, record, &genlock_equipment_card_io,
              genlock_legacy_object_get_array (&card, "inputs", NULL), inputs, "INPUT");
  read_ports (spec, record, &genlock_equipment_card_io,
              genlock_legacy_object_get_array (&card, "outputs", NULL), outputs, "OUTPUT");
  read_ports (spec, record, &genlock_equipment_card_io,
              genlock_legacy_object_get_array (&card, "equipment_card_io", "ports", NULL), ports,
              NULL);
  genlock_legacy_object_ignore (&card, "id", "uuid", "equipmentUuid", "equipmentId", NULL);
  genlock_legacy_object_finish (&card);
}

static void
read_children (Spec *spec)
{
  GenlockLegacyObject *object = spec->object;
  g_autofree char *inputs = genlock_legacy_join (object->place, "inputs");
  g_autofree char *outputs = genlock_legacy_join (object->place, "outputs");
  g_autofree char *ports = genlock_legacy_join (object->place, "ports");
  JsonArray *cards;

  genlock_record_clear_children (spec->record, &genlock_equipment_io_ports);
  genlock_record_clear_children (spec->record, &genlock_equipment_cards);
  read_ports (spec, spec->record, &genlock_equipment_io_ports,
              genlock_legacy_object_get_array (object, "inputs", NULL), inputs, "INPUT");
  read_ports (spec, spec->record, &genlock_equipment_io_ports,
              genlock_legacy_object_get_array (object, "outputs", NULL), outputs, "OUTPUT");
  read_ports (spec, spec->record, &genlock_equipment_io_ports,
              genlock_legacy_object_get_array (object, "equipment_io_ports", "ports", NULL), ports,
              NULL);
  cards = genlock_legacy_object_get_array (object, "cards", "equipment_cards", NULL);
  for (guint i = 0; cards != NULL && i < json_array_get_length (cards); i++)
    {
      JsonObject *card = genlock_legacy_get_element (cards, i);
      g_autofree char *place = g_strdup_printf ("%s.cards[%u]", object->place, i);

      if (card != NULL)
        read_card (spec, card, place, i);
      else
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, place, NULL,
                                      N_("This is not a card"));
    }
}

static void
read_architecture (Spec *spec)
{
  g_autofree char *word = genlock_legacy_object_dup_text (spec->object, "ioArchitecture", NULL);
  GPtrArray *cards = genlock_record_get_children (spec->record, &genlock_equipment_cards);
  gboolean has_cards = cards != NULL && cards->len > 0;

  if (word != NULL)
    has_cards = g_ascii_strncasecmp (word, "card", 4) == 0 || strstr (word, "card") != NULL;
  genlock_record_set_text (spec->record, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE,
                           has_cards ? "CARD_BASED" : "DIRECT");
}

/* What has no field of its own goes into the details, so that it stays. */
static void
read_details (Spec *spec,
              const char *category)
{
  JsonNode *details = genlock_legacy_object_get (spec->object, "specs", NULL);
  g_autoptr (JsonObject) rest = genlock_legacy_object_dup_rest (spec->object);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  if (rest == NULL)
    rest = json_object_new ();
  if (category != NULL)
    json_object_set_string_member (rest, "type", category);
  if (details != NULL && JSON_NODE_HOLDS_OBJECT (details))
    {
      json_object_iter_init (&iter, json_node_get_object (details));
      while (json_object_iter_next (&iter, &name, &member))
        json_object_set_member (rest, name, json_node_copy (member));
    }
  else if (details != NULL)
    {
      json_object_set_member (rest, "specs", json_node_copy (details));
    }
  if (json_object_get_size (rest) == 0)
    return;

  json_node_set_object (node, rest);
  genlock_legacy_object_put_json (spec->object, spec->record, GENLOCK_EQUIPMENT_SPEC_SPECS, "specs",
                                  node);
}

static void
read_fields (Spec *spec)
{
  GenlockLegacyObject *object = spec->object;
  GenlockRecord *record = spec->record;
  g_autofree char *word = genlock_legacy_object_dup_text (object, "category", NULL);
  gboolean is_exact;
  const char *category = genlock_legacy_find_category (word, &is_exact);

  if (word == NULL)
    genlock_legacy_object_report (object, GENLOCK_IMPORT_CHANGED, "category", NULL,
                                  N_("The category is missing: it goes under “Other”"));
  else if (!is_exact && strcmp (category, "OTHER") == 0)
    genlock_legacy_object_report (object, GENLOCK_IMPORT_CHANGED, "category", word,
                                  N_("The category is not known: it goes under “Other”, and the "
                                     "word stays in the details"));
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_CATEGORY, category);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Generic");
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "manufacturer",
                             NULL);
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_MODEL, "model", "name", "id",
                             NULL);
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, "cardSlots", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO, "formatByIO",
                             "formatByIo", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
                             "isSecondaryDevice", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                             "deviceFormats", NULL);
  genlock_legacy_object_ignore (object, "id", "uuid", NULL);
  read_children (spec);
  read_architecture (spec);
  read_details (spec, is_exact ? NULL : word);
}

static void
spec_free (gpointer data)
{
  GenlockLegacySpec *spec = data;

  genlock_record_unref (spec->record);
  g_free (spec->id);
  g_free (spec->uuid);
  g_free (spec);
}

static void
register_spec (GenlockLegacy *self,
               GenlockLegacySpec *spec)
{
  const char *model = genlock_record_get_text (spec->record, GENLOCK_EQUIPMENT_SPEC_MODEL);
  g_autofree char *folded = genlock_import_ports_fold (model);
  GPtrArray *specs = g_hash_table_lookup (self->specs_by_model, folded);

  if (specs == NULL)
    {
      specs = g_ptr_array_new ();
      g_hash_table_insert (self->specs_by_model, g_steal_pointer (&folded), specs);
    }
  g_ptr_array_add (specs, spec);
  if (spec->id != NULL)
    g_hash_table_insert (self->specs_by_id, g_ascii_strdown (spec->id, -1), spec);
  if (spec->uuid != NULL)
    g_hash_table_insert (self->specs_by_id, g_ascii_strdown (spec->uuid, -1), spec);
}

static void
add_spec (GenlockLegacy *self,
          GenlockLegacyObject *object,
          const char *id,
          const char *uuid)
{
  g_autofree char *place_key = g_strdup_printf ("%s/%s",
                                                genlock_legacy_get_string (object->object,
                                                                           "manufacturer"),
                                                genlock_legacy_get_string (object->object,
                                                                           "model"));
  g_autofree char *row_id = genlock_uuid_from ("", "", "", "equipment_specs",
                                               uuid != NULL ? uuid : id != NULL ? id : place_key,
                                               NULL);
  g_autoptr (GenlockRecord) record = genlock_record_new_row (&genlock_equipment_specs, row_id);
  Spec reading = { object, record, 0 };
  GenlockLegacySpec *spec;
  GenlockImportRow *row;

  read_fields (&reading);
  genlock_legacy_object_finish (object);
  row = genlock_import_plan_add_row (self->plan, genlock_import_plan_get_equipment (self->plan),
                                     genlock_record_ref (record), object->file, object->place);
  if (row == NULL)
    {
      genlock_legacy_object_report (object, GENLOCK_IMPORT_INFO, NULL, place_key,
                                    N_("A newer copy of this equipment is imported"));
      return;
    }

  row->match = GENLOCK_IMPORT_MATCH_PORTS;
  spec = g_new0 (GenlockLegacySpec, 1);
  spec->record = g_steal_pointer (&record);
  spec->id = g_strdup (id);
  spec->uuid = g_strdup (uuid);
  g_ptr_array_add (self->specs, spec);
  register_spec (self, spec);
}

static void
read_row (GenlockLegacy *self,
          const GenlockLegacyList *list,
          guint index)
{
  JsonNode *node = g_ptr_array_index (list->rows, index);
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  g_autofree char *place = genlock_legacy_join_index (list->place, index);
  g_autofree char *id = NULL;
  g_autofree char *uuid = NULL;
  GenlockLegacyObject reader;

  if (object == NULL)
    {
      genlock_legacy_report (self, GENLOCK_IMPORT_LOST, list->file, place, NULL,
                             N_("This is not a piece of equipment"));
      return;
    }

  genlock_legacy_object_init (&reader, self->plan, NULL, list->file, place, object);
  id = genlock_legacy_object_dup_text (&reader, "id", NULL);
  uuid = genlock_legacy_object_dup_text (&reader, "uuid", NULL);
  if (genlock_legacy_object_is (&reader, "isDeleted", NULL))
    {
      genlock_legacy_object_report (&reader, GENLOCK_IMPORT_INFO, NULL, id,
                                    N_("Deleted in VideoDept"));
      return;
    }
  if (genlock_legacy_find_spec (self, uuid != NULL ? uuid : id) != NULL)
    {
      genlock_legacy_object_report (&reader, GENLOCK_IMPORT_INFO, NULL, uuid != NULL ? uuid : id,
                                    N_("A newer copy of this equipment is imported"));
      return;
    }
  add_spec (self, &reader, id, uuid);
}

static int
compare_lists (gconstpointer a,
               gconstpointer b)
{
  const GenlockLegacyList *first = *(GenlockLegacyList * const *) a;
  const GenlockLegacyList *second = *(GenlockLegacyList * const *) b;

  if (first->modified != second->modified)
    return first->modified > second->modified ? -1 : 1;

  return first->rank == second->rank ? 0 : first->rank > second->rank ? -1 : 1;
}

void
genlock_legacy_read_equipment (GenlockLegacy *self)
{
  self->specs = g_ptr_array_new_with_free_func (spec_free);
  /* g_ptr_array_sort() is stable: lists as old keep the order of the files. */
  g_ptr_array_sort (self->equipment, compare_lists);
  for (guint i = 0; i < self->equipment->len; i++)
    {
      const GenlockLegacyList *list = g_ptr_array_index (self->equipment, i);

      for (guint row = 0; row < list->rows->len; row++)
        read_row (self, list, row);
    }
}

const GenlockLegacySpec *
genlock_legacy_find_spec (GenlockLegacy *self,
                          const char *id)
{
  g_autofree char *folded = id != NULL ? g_ascii_strdown (id, -1) : NULL;

  return folded != NULL ? g_hash_table_lookup (self->specs_by_id, folded) : NULL;
}
