/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of others' device libraries share: cards that frames take, and how rows form. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-equipment-check.h"
#include "equipment/genlock-ports.h"
#include "interchange/genlock-easyschematic.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-library-import.h"
#include "interchange/genlock-library-own.h"
#include "interchange/genlock-netbox.h"

/* What cards without a frame are kept as: a name in the database, so not translated. */
#define CARDS_MODEL "Cards"

static void
card_free (gpointer data)
{
  GenlockLibraryImportCard *card = data;

  g_free (card->id);
  g_free (card->manufacturer);
  genlock_card_type_unref (card->type);
  g_free (card->place);
  g_free (card);
}

void
genlock_library_import_init (GenlockLibraryImport *self,
                             GenlockImportPlan *plan)
{
  *self = (GenlockLibraryImport) {
    .plan = plan,
    .cards = g_ptr_array_new_with_free_func (card_free),
    .templates = g_ptr_array_new_with_free_func (genlock_easyschematic_template_free),
    .types = g_ptr_array_new_with_free_func (genlock_netbox_type_free),
    .own = g_ptr_array_new_with_free_func (genlock_library_own_file_free),
  };
}

void
genlock_library_import_clear (GenlockLibraryImport *self)
{
  g_clear_pointer (&self->cards, g_ptr_array_unref);
  g_clear_pointer (&self->templates, g_ptr_array_unref);
  g_clear_pointer (&self->types, g_ptr_array_unref);
  g_clear_pointer (&self->own, g_ptr_array_unref);
}

gboolean
genlock_library_import_refuse (GenlockLibraryImport *self,
                               guint file,
                               const char *place,
                               const char *sentence,
                               GError **error)
{
  /* Translators: a file, a place in it, and what is wrong there */
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_RULES, _("“%1$s”: %2$s: %3$s"),
               (const char *) g_ptr_array_index (self->plan->names, file), place, sentence);

  return FALSE;
}

gboolean
genlock_library_import_check_count (GenlockLibraryImport *self,
                                    guint n_ports,
                                    guint max,
                                    guint file,
                                    const char *place,
                                    GError **error)
{
  g_autofree char *sentence = NULL;

  if (n_ports <= max)
    return TRUE;

  sentence = g_strdup_printf (_("There are %1$u ports, more than the %2$u that there may be. Check "
                                "the file."), n_ports, max);

  return genlock_library_import_refuse (self, file, place, sentence, error);
}

void
genlock_library_import_report (GenlockLibraryImport *self,
                               GenlockImportSeverity severity,
                               guint file,
                               const char *place,
                               const char *value,
                               const char *reason)
{
  genlock_import_report_add (self->plan->report, severity,
                             g_ptr_array_index (self->plan->names, file), NULL, place, value,
                             reason);
}

GenlockRecord *
genlock_library_import_make_spec (const char *origin,
                                  const char *category,
                                  const char *manufacturer,
                                  const char *model)
{
  g_autofree char *maker = genlock_import_ports_fold (manufacturer);
  g_autofree char *name = genlock_import_ports_fold (model);
  g_autofree char *id = genlock_uuid_from ("", "", "", genlock_equipment_specs.name, origin, maker,
                                           name, NULL);
  GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, id);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, category);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, manufacturer);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "DIRECT");
  genlock_record_clear_children (spec, &genlock_equipment_io_ports);
  genlock_record_clear_children (spec, &genlock_equipment_cards);

  return spec;
}

GenlockRecord *
genlock_library_import_make_card (GenlockRecord *spec,
                                  guint slot,
                                  const char *label)
{
  GenlockRecord *card;

  if (spec != NULL)
    {
      g_autofree char *number = g_strdup_printf ("%u", slot);
      g_autofree char *id = genlock_uuid_from (genlock_record_get_id (spec),
                                               genlock_equipment_cards.name, number, label, NULL);

      card = genlock_record_new_row (&genlock_equipment_cards, id);
      genlock_record_add_child (spec, genlock_record_ref (card));
    }
  else
    card = genlock_record_new (&genlock_equipment_cards);

  if (slot > 0)
    genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, slot);
  if (*label != '\0')
    genlock_record_set_text (card, GENLOCK_EQUIPMENT_CARD_LABEL, label);
  genlock_record_clear_children (card, &genlock_equipment_card_io);

  return card;
}

/* How many ports of a direction there are, and how many of them are called so. */
static void
count_ports (GPtrArray *ports,
             const char *direction,
             const char *label,
             guint *n_ports,
             guint *n_labels)
{
  *n_ports = 0;
  *n_labels = 0;
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    {
      if (g_strcmp0 (genlock_record_get_text (ports->pdata[i], GENLOCK_PORT_PORT_TYPE), direction)
          != 0)
        continue;
      ++*n_ports;
      *n_labels += g_strcmp0 (genlock_record_get_text (ports->pdata[i], GENLOCK_PORT_LABEL), label)
                   == 0;
    }
}

void
genlock_library_import_add_port (GenlockRecord *parent,
                                 const char *direction,
                                 const char *io_type,
                                 const char *label)
{
  const GenlockTable *table = genlock_ports_get_table (genlock_record_get_table (parent));
  g_autofree char *number = NULL;
  g_autofree char *id = NULL;
  GenlockRecord *port;
  guint n_ports;
  guint n_labels;

  if (strcmp (direction, "BOTH") == 0)
    {
      genlock_library_import_add_port (parent, "INPUT", io_type, label);
      genlock_library_import_add_port (parent, "OUTPUT", io_type, label);
      return;
    }

  count_ports (genlock_record_get_children (parent, table), direction, label, &n_ports, &n_labels);
  number = g_strdup_printf ("%u", n_labels);
  if (genlock_record_get_id (parent) != NULL)
    {
      id = genlock_uuid_from (genlock_record_get_id (parent), table->name, direction,
                              label != NULL ? label : "", number, NULL);
      port = genlock_record_new_row (table, id);
    }
  else
    port = genlock_record_new (table);
  genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, direction);
  genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, io_type);
  if (label != NULL)
    genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
  genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, n_ports + 1);
  genlock_record_add_child (parent, port);
}

void
genlock_library_import_place_card (GenlockRecord *spec,
                                   guint slot,
                                   GenlockLibraryImportCard *card)
{
  g_autoptr (GenlockRecord) placed = NULL;
  GPtrArray *ports = genlock_record_get_children (card->type->card, &genlock_equipment_card_io);

  placed = genlock_library_import_make_card (spec, slot, card->type->label);
  for (guint i = 0; ports != NULL && i < ports->len; i++)
    genlock_library_import_add_port (placed,
                                     genlock_record_get_text (ports->pdata[i],
                                                              GENLOCK_PORT_PORT_TYPE),
                                     genlock_record_get_text (ports->pdata[i],
                                                              GENLOCK_PORT_IO_TYPE),
                                     genlock_record_get_text (ports->pdata[i],
                                                              GENLOCK_PORT_LABEL));
  card->is_used = TRUE;
}

GenlockLibraryImportCard *
genlock_library_import_add_card (GenlockLibraryImport *self,
                                 const char *id,
                                 const char *manufacturer,
                                 GenlockRecord *card,
                                 const char *family,
                                 guint file,
                                 const char *place)
{
  GenlockLibraryImportCard *entry = g_new0 (GenlockLibraryImportCard, 1);

  entry->id = g_strdup (id);
  entry->manufacturer = g_strdup (manufacturer);
  entry->type = genlock_card_type_new (card, NULL, family);
  entry->file = file;
  entry->place = g_strdup (place);
  g_ptr_array_add (self->cards, entry);

  return entry;
}

/* The JSON of all that has no field. */
static gboolean
set_details (GenlockRecord *spec,
             JsonObject *details,
             const GenlockSlotRules *rules,
             GError **error)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *text = NULL;

  if (details != NULL)
    json_node_set_object (node, details);
  else
    json_node_take_object (node, json_object_new ());
  text = genlock_json_canonicalize (node);
  if (rules != NULL)
    {
      g_autofree char *written = genlock_slot_rules_write (rules, text, error);

      if (written == NULL)
        return FALSE;
      g_free (text);
      text = g_steal_pointer (&written);
    }
  if (strcmp (text, "{}") != 0)
    genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_SPECS, text);

  return TRUE;
}

gboolean
genlock_library_import_add_spec (GenlockLibraryImport *self,
                                 GenlockRecord *spec,
                                 JsonObject *details,
                                 const GenlockSlotRules *rules,
                                 guint file,
                                 const char *place,
                                 GError **error)
{
  g_autoptr (GenlockRecord) owned = spec;
  g_autoptr (GError) failed = NULL;
  GenlockImportRow *row;

  if (rules != NULL)
    {
      genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "CARD_BASED");
      if (rules->n_slots > 0)
        genlock_record_set_int (spec, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, rules->n_slots);
    }
  if (!set_details (spec, details, rules, &failed) || !genlock_equipment_check (spec, &failed))
    return genlock_library_import_refuse (self, file, place, failed->message, error);

  row = genlock_import_plan_add_row (self->plan, genlock_import_plan_get_equipment (self->plan),
                                     genlock_record_ref (spec), file, place);
  if (row == NULL)
    genlock_library_import_report (self, GENLOCK_IMPORT_INFO, file, place,
                                   genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL),
                                   N_("This equipment stands in the files before: that one "
                                      "counts"));
  else
    row->match = GENLOCK_IMPORT_MATCH_PORTS;

  return TRUE;
}

/* The cards of one maker that no frame takes, from @first on, as one piece of equipment. */
static gboolean
keep_cards (GenlockLibraryImport *self,
            guint first,
            GError **error)
{
  const GenlockLibraryImportCard *named = self->cards->pdata[first];
  g_autoptr (GenlockSlotRules) rules = genlock_slot_rules_new ();
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GenlockRecord) spec = genlock_library_import_make_spec (
    "cards", "OTHER", named->manufacturer, CARDS_MODEL);
  GenlockImportRow *row;

  for (guint i = first; i < self->cards->len; i++)
    {
      GenlockLibraryImportCard *card = self->cards->pdata[i];

      if (card->is_used || strcmp (card->manufacturer, named->manufacturer) != 0)
        continue;
      card->is_used = TRUE;
      genlock_library_import_report (self, GENLOCK_IMPORT_INFO, card->file, card->place,
                                     card->type->label,
                                     N_("This card sits in no frame of these files: it is kept "
                                        "with its maker's cards, from where every frame is "
                                        "offered it"));
      if (g_hash_table_add (labels, genlock_import_ports_fold (card->type->label)))
        g_ptr_array_add (rules->card_types, genlock_card_type_ref (card->type));
    }

  if (!genlock_library_import_add_spec (self, genlock_record_ref (spec), NULL, rules, named->file,
                                        named->place, error))
    return FALSE;

  /* It has no ports by which another could be known as the same. */
  row = genlock_import_plan_find_row (self->plan, genlock_record_get_id (spec));
  row->match = GENLOCK_IMPORT_MATCH_ID;

  return TRUE;
}

gboolean
genlock_library_import_finish (GenlockLibraryImport *self,
                               GCancellable *cancellable,
                               GError **error)
{
  if (!genlock_easyschematic_finish (self, cancellable, error)
      || !genlock_netbox_finish (self, cancellable, error)
      || !genlock_library_own_finish (self, error))
    return FALSE;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const GenlockLibraryImportCard *card = self->cards->pdata[i];

      if (!card->is_used && !keep_cards (self, i, error))
        return FALSE;
    }

  return TRUE;
}
