/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sources and sends of older data as rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-instant.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-vocabulary.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-legacy-show.h"

/* Where the fields that both tables have stand. */
typedef struct
{
  const GenlockTable *table;
  GenlockVocabulary types;
  guint label;
  guint type;
  guint name;
  guint h_res;
  guint v_res;
  guint rate;
  guint scan;
  guint standard;
  guint note;
  guint secondary_device;
  guint blanking;
  guint equipment_id;
  const char *preset_type; /* (nullable): where the list says what its rows are */
} Places;

static const Places source_places = {
  .table = &genlock_sources,
  .types = GENLOCK_VOCABULARY_SOURCE_TYPE,
  .label = GENLOCK_SOURCE_LABEL,
  .type = GENLOCK_SOURCE_TYPE,
  .name = GENLOCK_SOURCE_NAME,
  .h_res = GENLOCK_SOURCE_H_RES,
  .v_res = GENLOCK_SOURCE_V_RES,
  .rate = GENLOCK_SOURCE_RATE,
  .scan = GENLOCK_SOURCE_SCAN,
  .standard = GENLOCK_SOURCE_STANDARD,
  .note = GENLOCK_SOURCE_NOTE,
  .secondary_device = GENLOCK_SOURCE_SECONDARY_DEVICE,
  .blanking = GENLOCK_SOURCE_BLANKING,
  .equipment_id = GENLOCK_SOURCE_EQUIPMENT_ID,
};

#define SEND_PLACES(word) { \
  .table = &genlock_sends, \
  .types = GENLOCK_VOCABULARY_SEND_TYPE, \
  .label = GENLOCK_SEND_LABEL, \
  .type = GENLOCK_SEND_TYPE, \
  .name = GENLOCK_SEND_NAME, \
  .h_res = GENLOCK_SEND_H_RES, \
  .v_res = GENLOCK_SEND_V_RES, \
  .rate = GENLOCK_SEND_RATE, \
  .scan = GENLOCK_SEND_SCAN, \
  .standard = GENLOCK_SEND_STANDARD, \
  .note = GENLOCK_SEND_NOTE, \
  .secondary_device = GENLOCK_SEND_SECONDARY_DEVICE, \
  .blanking = GENLOCK_SEND_BLANKING, \
  .equipment_id = GENLOCK_SEND_EQUIPMENT_ID, \
  .preset_type = (word), \
}

static const Places send_places = SEND_PLACES (NULL);
static const Places record_places = SEND_PLACES ("RECORD");
static const Places stream_places = SEND_PLACES ("STREAM");

/* VideoDept's own converter made a date of every text that begins like one. */
static void
check_note (GenlockLegacyObject *object,
            const char *note)
{
  if (note != NULL && strlen (note) == GENLOCK_INSTANT_LENGTH
      && genlock_instant_parse (note, NULL))
    genlock_legacy_object_report (object, GENLOCK_IMPORT_CHANGED, "note", note,
                                  N_("VideoDept made a time of a text that began with a date; "
                                     "what stood behind the date is gone"));
}

/* What a standard such as "1080i" says beyond the numbers. */
static void
read_standard (GenlockRecord *record,
               const Places *places)
{
  const char *standard = genlock_record_get_text (record, places->standard);
  GenlockFormat format = { 0 };

  if (standard == NULL || !genlock_format_parse (standard, NULL))
    return;

  format.h_res = (int) genlock_record_get_int (record, places->h_res);
  format.v_res = (int) genlock_record_get_int (record, places->v_res);
  format.rate = genlock_record_get_real (record, places->rate);
  format.scan = genlock_scan_from_word (genlock_record_get_text (record, places->scan));
  if (!genlock_format_propose (standard, &format))
    return;

  if (format.h_res > 0 && format.v_res > 0)
    {
      genlock_record_set_int (record, places->h_res, format.h_res);
      genlock_record_set_int (record, places->v_res, format.v_res);
    }
  if (format.rate > 0)
    genlock_record_set_real (record, places->rate, format.rate);
  if (format.scan != GENLOCK_SCAN_UNKNOWN)
    genlock_record_set_text (record, places->scan, genlock_scan_to_word (format.scan));
}

static void
read_type (GenlockLegacyObject *object,
           GenlockRecord *record,
           const Places *places)
{
  g_autofree char *type = genlock_legacy_object_dup_text (object, "type", NULL);
  const char *known;

  if (type == NULL)
    type = places->preset_type != NULL
           ? g_strdup (places->preset_type)
           : genlock_legacy_object_dup_text (object, "category", NULL);
  known = type != NULL ? genlock_vocabulary_canonical (places->types, type) : NULL;
  genlock_record_set_text (record, places->type, "");
  genlock_legacy_object_put_text (object, record, places->type, "type",
                                  known != NULL ? known : type);
}

static void
read_fields (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             GenlockRecord *record,
             const Places *places,
             const char *label,
             const char *name)
{
  read_type (object, record, places);
  genlock_legacy_object_put_text (object, record, places->label, "id", label);
  genlock_legacy_object_put_text (object, record, places->name, "name", name);
  genlock_legacy_object_set (object, record, places->h_res, "hRes", NULL);
  genlock_legacy_object_set (object, record, places->v_res, "vRes", NULL);
  genlock_legacy_object_set (object, record, places->rate, "rate", "frameRate", NULL);
  genlock_legacy_object_set (object, record, places->scan, "scan", NULL);
  genlock_legacy_object_set (object, record, places->standard, "standard", NULL);
  genlock_legacy_object_set (object, record, places->note, "note", "notes", NULL);
  genlock_legacy_object_set (object, record, places->secondary_device, "secondaryDevice", NULL);
  genlock_legacy_object_set (object, record, places->blanking, "blanking", NULL);
  genlock_legacy_show_link_equipment (self, object, record, places->equipment_id);
  check_note (object, genlock_record_get_text (record, places->note));
  read_standard (record, places);
}

/* A place of a list that nobody filled: an id, a rate by default, and nothing else. */
static gboolean
is_blank (GenlockLegacyObject *object,
          const char *label,
          const char *name)
{
  static const char * const names[] = { "type", "note", "notes", "outputs", "output", "hRes",
                                        "h_res", "secondaryDevice", "outputConnector" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (!genlock_legacy_is_empty (json_object_get_member (object->object, names[i])))
        return FALSE;
    }
  if (name != NULL)
    return FALSE;

  genlock_legacy_object_report (object, GENLOCK_IMPORT_INFO, NULL, label,
                                N_("An empty line of the list"));
  genlock_legacy_object_ignore (object, "id", "uuid", "rate", "standard", "blanking", NULL);

  return TRUE;
}

static char *
dup_key (GenlockLegacyObject *object,
         const char *uuid,
         const char *label)
{
  return g_strdup (uuid != NULL ? uuid : label != NULL ? label : object->place);
}

static GenlockRecord *
output_new (GenlockRecord *source,
            const char *connector,
            guint index)
{
  g_autofree char *key = g_strdup_printf ("%u", index);
  g_autofree char *id = genlock_uuid_from (genlock_record_get_id (source),
                                           genlock_source_outputs.name, key, NULL);
  GenlockRecord *record = genlock_record_new_row (&genlock_source_outputs, id);

  genlock_record_set_text (record, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                           connector != NULL ? connector : "Unknown");
  genlock_record_set_int (record, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, index + 1);

  return record;
}

static void
register_output (GenlockLegacyShow *self,
                 GenlockLegacyObject *output,
                 GenlockRecord *source,
                 GenlockRecord *record)
{
  static const char * const names[] = { "uuid", "id" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *id = genlock_legacy_get_string (output->object, names[i]);
      g_autofree char *scoped = NULL;

      if (id == NULL)
        continue;
      /* "out-1" is unique within its source only. */
      scoped = g_strdup_printf ("%s\n%s", genlock_record_get_id (source), id);
      g_hash_table_insert (self->outputs, g_steal_pointer (&scoped), record);
      g_hash_table_insert (self->outputs, g_ascii_strdown (id, -1), record);
    }
}

static void
read_output (GenlockLegacyShow *self,
             GenlockLegacyObject *source,
             GenlockRecord *record,
             JsonObject *object,
             const char *place,
             guint index,
             gboolean system_wide)
{
  g_autofree char *connector = NULL;
  GenlockLegacyObject output;
  GenlockRecord *child;

  genlock_legacy_object_init (&output, self->legacy->plan, source->show, source->file, place,
                              object);
  connector = genlock_legacy_object_dup_connector (&output, "connector", "type", NULL);
  child = output_new (record, NULL, index);
  genlock_legacy_object_put_text (&output, child, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "connector",
                                  connector);
  /* A format per output that the program did not use is no format of the output. */
  if (!system_wide)
    {
      genlock_legacy_object_set (&output, child, GENLOCK_SOURCE_OUTPUT_H_RES, "hRes", NULL);
      genlock_legacy_object_set (&output, child, GENLOCK_SOURCE_OUTPUT_V_RES, "vRes", NULL);
      genlock_legacy_object_set (&output, child, GENLOCK_SOURCE_OUTPUT_RATE, "rate", NULL);
      genlock_legacy_object_set (&output, child, GENLOCK_SOURCE_OUTPUT_STANDARD, "standard", NULL);
      genlock_legacy_object_set (&output, child, GENLOCK_SOURCE_OUTPUT_BLANKING, "blanking", NULL);
    }
  register_output (self, &output, record, child);
  genlock_legacy_object_ignore (&output, "id", "uuid", "outputIndex", "sourceUuid", "sourceId",
                                NULL);
  genlock_legacy_object_finish (&output);
  genlock_record_add_child (record, child);
}

static void
add_plain_output (GenlockLegacyObject *source,
                  GenlockRecord *record,
                  const char *text,
                  guint index)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  const char *known = genlock_vocabulary_canonical (GENLOCK_VOCABULARY_CONNECTOR, clean);
  GenlockRecord *child;

  if (*clean == '\0' || strcmp (clean, "-") == 0)
    return;

  child = output_new (record, NULL, index);
  genlock_legacy_object_put_text (source, child, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "output",
                                  known != NULL ? known : clean);
  genlock_record_add_child (record, child);
}

/* "HDMI" or, as our own sheets write it, "HDMI|SDI". */
static void
read_plain_output (GenlockLegacyObject *object,
                   GenlockRecord *record)
{
  g_autofree char *text = genlock_legacy_object_dup_text (object, "output", "outputConnector",
                                                          NULL);
  g_auto (GStrv) parts = text != NULL ? g_strsplit (text, "|", -1) : NULL;

  for (guint i = 0; parts != NULL && parts[i] != NULL; i++)
    add_plain_output (object, record, parts[i], i);
}

static void
read_outputs (GenlockLegacyShow *self,
              GenlockLegacyObject *object,
              GenlockRecord *record)
{
  g_autofree char *mode = genlock_legacy_object_dup_text (object, "formatAssignmentMode", NULL);
  JsonArray *outputs = genlock_legacy_object_get_array (object, "outputs", NULL);
  gboolean system_wide = g_strcmp0 (mode, "system-wide") == 0;

  genlock_record_clear_children (record, &genlock_source_outputs);
  if (outputs == NULL)
    {
      read_plain_output (object, record);
      return;
    }

  for (guint i = 0; i < json_array_get_length (outputs); i++)
    {
      JsonNode *node = json_array_get_element (outputs, i);
      g_autofree char *place = g_strdup_printf ("%s.outputs[%u]", object->place, i);
      g_autofree char *text = NULL;

      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          read_output (self, object, record, json_node_get_object (node), place, i, system_wide);
          continue;
        }
      text = genlock_legacy_dup_value (node);
      if (JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == G_TYPE_STRING)
        add_plain_output (object, record, text, i);
      else if (!genlock_legacy_is_empty (node))
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "outputs", text,
                                      N_("This is not an output"));
    }
  genlock_legacy_object_ignore (object, "output", NULL);
}

static void
read_source (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             gconstpointer data)
{
  g_autofree char *label = genlock_legacy_object_dup_text (object, "id", "label", NULL);
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "uuid", NULL);
  g_autofree char *name = genlock_legacy_object_dup_text (object, "name", NULL);
  g_autofree char *key = dup_key (object, uuid, label);
  GenlockRecord *record;

  if (is_blank (object, label, name))
    return;

  record = genlock_legacy_show_new_row (self, &genlock_sources, key);
  if (name == NULL)
    name = label != NULL ? g_strdup (label) : genlock_legacy_object_dup_text (object, "type", NULL);
  read_fields (self, object, record, &source_places, label, name != NULL ? name : object->place);
  read_outputs (self, object, record);
  genlock_legacy_show_add (self, object, record, label, name, uuid);
}

static void
read_send (GenlockLegacyShow *self,
           GenlockLegacyObject *object,
           gconstpointer data)
{
  const Places *places = data;
  g_autofree char *label = genlock_legacy_object_dup_text (object, "id", "label", NULL);
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "uuid", NULL);
  g_autofree char *name = genlock_legacy_object_dup_text (object, "name", "deviceName", "device",
                                                          NULL);
  g_autofree char *key = dup_key (object, uuid, label);
  g_autofree char *connector = NULL;
  GenlockRecord *record;

  if (is_blank (object, label, name))
    return;

  record = genlock_legacy_show_new_row (self, &genlock_sends, key);
  if (name == NULL)
    name = label != NULL ? g_strdup (label) : genlock_legacy_object_dup_text (object, "type", NULL);
  read_fields (self, object, record, places, label, name != NULL ? name : object->place);
  connector = genlock_legacy_object_dup_connector (object, "outputConnector", "output",
                                                   "connector", NULL);
  genlock_legacy_object_put_text (object, record, GENLOCK_SEND_OUTPUT_CONNECTOR, "output",
                                  connector);
  genlock_legacy_show_add (self, object, record, label, name, uuid);
}

void
genlock_legacy_show_read_sources (GenlockLegacyShow *self)
{
  genlock_legacy_show_spend (self, "sources", read_source, NULL);
  genlock_legacy_show_spend (self, "computers", read_source, NULL);
}

void
genlock_legacy_show_read_sends (GenlockLegacyShow *self)
{
  genlock_legacy_show_spend (self, "sends", read_send, &send_places);
  genlock_legacy_show_spend (self, "records", read_send, &record_places);
  genlock_legacy_show_spend (self, "streams", read_send, &stream_places);
}
