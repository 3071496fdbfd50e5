/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that an entry of the library becomes. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-library-private.h"

/* Adds the ports of a device or of one of its cards. */
typedef struct
{
  const GenlockLibraryDevice *device; /* (nullable): random ids without */
  GenlockRecord *parent; /* unowned */
  guint slot; /* 0 for the device's own ports */
} Expansion;

static char *
make_id (const GenlockLibraryDevice *device,
         const GenlockTable *table,
         const char *place)
{
  g_autofree char *revision = g_strdup_printf ("%u", device->revision);

  return genlock_uuid_from (device->id, revision, table->name, place, NULL);
}

/* Of all rows of an entry only these places exist, so no two share an id: "" is the device,
 * "INPUT 3" its third input, "slot 2" a card, "slot 2 OUTPUT 1" a port of it. */
static char *
make_port_id (const Expansion *expansion,
              const GenlockTable *table,
              gboolean is_output,
              guint index)
{
  const char *direction = is_output ? "OUTPUT" : "INPUT";
  g_autofree char *place = NULL;

  if (expansion->device == NULL)
    return NULL;
  if (expansion->slot > 0)
    place = g_strdup_printf ("slot %u %s %u", expansion->slot, direction, index);
  else
    place = g_strdup_printf ("%s %u", direction, index);

  return make_id (expansion->device, table, place);
}

static void
add_port_cb (const GenlockLibraryPorts *ports,
             const char *label,
             guint index,
             gpointer user_data)
{
  const Expansion *expansion = user_data;
  const GenlockTable *table = &genlock_equipment_io_ports;
  g_autofree char *id = make_port_id (expansion, table, ports->is_output, index);
  GenlockRecord *record = genlock_record_new_row (table, id);

  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE,
                           ports->is_output ? "OUTPUT" : "INPUT");
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE, ports->io_type);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_LABEL, label);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_IO_PORT_FORMAT, ports->format);
  genlock_record_set_int (record, GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX, index);
  genlock_record_add_child (expansion->parent, record);
}

static void
add_card_port_cb (const GenlockLibraryPorts *ports,
                  const char *label,
                  guint index,
                  gpointer user_data)
{
  const Expansion *expansion = user_data;
  const GenlockTable *table = &genlock_equipment_card_io;
  g_autofree char *id = make_port_id (expansion, table, ports->is_output, index);
  GenlockRecord *record = genlock_record_new_row (table, id);

  genlock_record_set_text (record, GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE,
                           ports->is_output ? "OUTPUT" : "INPUT");
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE, ports->io_type);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_CARD_IO_LABEL, label);
  genlock_record_set_text (record, GENLOCK_EQUIPMENT_CARD_IO_FORMAT, ports->format);
  genlock_record_set_int (record, GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX, index);
  genlock_record_add_child (expansion->parent, record);
}

static void
add_card (const GenlockLibraryDeviceEntry *entry,
          const GenlockLibraryPlaced *placed,
          GenlockRecord *spec)
{
  g_autofree char *place = g_strdup_printf ("slot %u", placed->slot);
  g_autofree char *id = make_id (&entry->device, &genlock_equipment_cards, place);
  GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, id);
  Expansion expansion = { &entry->device, card, placed->slot };

  genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, placed->slot);
  genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_LABEL, placed->card->card.model);
  genlock_library_foreach_port (placed->card->ports, add_card_port_cb, &expansion);
  genlock_record_add_child (spec, card);
}

/* The cards that are made for the frame, for the palette. */
static JsonArray *
describe_cards (const GenlockLibrary *library,
                const GenlockLibraryDeviceEntry *entry)
{
  g_autoptr (GPtrArray) cards = genlock_library_list_cards (library, &entry->device);
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < cards->len; i++)
    {
      const GenlockLibraryCardEntry *card = cards->pdata[i];
      JsonObject *object = json_object_new ();

      json_object_set_string_member (object, "label", card->card.model);
      json_object_set_string_member (object, "family",
                                     genlock_library_find_family (entry, &card->card));
      json_object_set_array_member (object, "ports", genlock_library_describe_ports (card->ports));
      json_array_add_object_element (array, object);
    }

  return array;
}

static void
add_detail (JsonObject *details,
            const char *name,
            JsonNode *value,
            gpointer user_data)
{
  json_object_set_member (user_data, name, json_node_copy (value));
}

/* What the columns cannot say: where the row comes from, slots and cards, and any details. */
static char *
describe (const GenlockLibrary *library,
          const GenlockLibraryDeviceEntry *entry)
{
  g_autoptr (JsonObject) specs = json_object_new ();
  JsonObject *origin = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  json_object_set_string_member (origin, "id", entry->device.id);
  json_object_set_int_member (origin, "revision", entry->device.revision);
  json_object_set_object_member (specs, "library", origin);
  if (entry->device.is_card_based)
    {
      json_object_set_array_member (specs, "slots", genlock_library_describe_slots (entry));
      json_object_set_array_member (specs, "cardTypes", describe_cards (library, entry));
    }
  if (entry->details != NULL)
    json_object_foreach_member (entry->details, add_detail, specs);
  node = json_node_init_object (json_node_alloc (), specs);

  return genlock_json_canonicalize (node);
}

static void
set_columns (GenlockRecord *spec,
             const GenlockLibrary *library,
             const GenlockLibraryDeviceEntry *entry)
{
  const GenlockLibraryDevice *device = &entry->device;

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, device->category);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, device->manufacturer);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, device->model);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE,
                           device->is_card_based ? "CARD_BASED" : "DIRECT");
  if (device->is_card_based)
    genlock_record_set_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, device->card_slots);
  genlock_record_set_bool (spec, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO, entry->format_by_io);
  genlock_record_set_bool (spec, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
                           device->is_secondary_device);
  if (entry->formats != NULL)
    genlock_record_take_text (spec, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                              genlock_json_canonicalize (entry->formats));
  genlock_record_take_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS, describe (library, entry));
}

GenlockRecord *
genlock_library_expand (const GenlockLibrary *library,
                        const GenlockLibraryDevice *device)
{
  const GenlockLibraryDeviceEntry *entry = (const GenlockLibraryDeviceEntry *) device;
  g_autofree char *id = genlock_library_dup_spec_id (device);
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, id);
  Expansion expansion = { device, spec, 0 };

  set_columns (spec, library, entry);
  genlock_record_clear_children (spec, &genlock_equipment_io_ports);
  genlock_library_foreach_port (entry->ports, add_port_cb, &expansion);
  genlock_record_clear_children (spec, &genlock_equipment_cards);
  for (guint i = 0; i < entry->placed->len; i++)
    add_card (entry, entry->placed->pdata[i], spec);

  return spec;
}

char *
genlock_library_dup_spec_id (const GenlockLibraryDevice *device)
{
  return make_id (device, &genlock_equipment_specs, "");
}

char *
genlock_library_read_origin (const GenlockRecord *spec,
                             guint *revision)
{
  const char *specs = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS);
  g_autoptr (JsonNode) root = NULL;
  JsonNode *library = NULL;
  JsonNode *id = NULL;

  if (revision != NULL)
    *revision = 0;
  if (specs != NULL)
    root = genlock_json_parse (specs, strlen (specs), NULL, NULL);
  if (root != NULL && JSON_NODE_HOLDS_OBJECT (root))
    library = json_object_get_member (json_node_get_object (root), "library");
  if (library != NULL && JSON_NODE_HOLDS_OBJECT (library))
    id = json_object_get_member (json_node_get_object (library), "id");
  if (id == NULL || !JSON_NODE_HOLDS_VALUE (id) || json_node_get_value_type (id) != G_TYPE_STRING)
    return NULL;

  if (revision != NULL)
    *revision = (guint) CLAMP (json_object_get_int_member_with_default (
                                 json_node_get_object (library), "revision", 0), 0, G_MAXINT);

  return json_node_dup_string (id);
}

GenlockRecord *
genlock_library_make_card (const GenlockLibrary *library,
                           const GenlockLibraryCard *card)
{
  const GenlockLibraryCardEntry *entry = (const GenlockLibraryCardEntry *) card;
  GenlockRecord *record = genlock_record_new_row (&genlock_equipment_cards, NULL);
  Expansion expansion = { NULL, record, 0 };

  genlock_record_set_text (record, GENLOCK_EQUIPMENT_CARD_LABEL, card->model);
  genlock_record_clear_children (record, &genlock_equipment_card_io);
  genlock_library_foreach_port (entry->ports, add_card_port_cb, &expansion);

  return record;
}
