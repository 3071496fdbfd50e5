/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cables and connections that VideoDept's server keeps as rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-legacy-show.h"

#define METRES_PER_FOOT 0.3048

/* Where a cable comes from: the port of a device, or an output of a source. */
static gboolean
set_origin (GenlockLegacyShow *self,
            GenlockRecord *connection,
            const char *id)
{
  g_autofree char *folded = id != NULL ? g_ascii_strdown (id, -1) : NULL;
  const GenlockLegacyPlug *plug = genlock_legacy_show_find_port (self, id);
  GenlockRecord *output = folded != NULL ? g_hash_table_lookup (self->outputs, folded) : NULL;
  const GenlockLegacyRow *row;

  if (plug != NULL && plug->port->is_output)
    {
      genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
      genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                               genlock_record_get_id (plug->device->record));
      genlock_record_set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
                               genlock_legacy_port_get_name (plug->port));
      return TRUE;
    }
  if (output != NULL)
    {
      genlock_record_set_text (connection, GENLOCK_CONNECTION_SOURCE_ID,
                               genlock_record_get_text (output, GENLOCK_SOURCE_OUTPUT_SOURCE_ID));
      genlock_record_set_text (connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                               genlock_record_get_id (output));
      return TRUE;
    }

  row = genlock_legacy_show_find (self, &genlock_sources, id);
  if (row != NULL)
    genlock_record_set_text (connection, GENLOCK_CONNECTION_SOURCE_ID,
                             genlock_record_get_id (row->record));

  return row != NULL;
}

static gboolean
set_end (GenlockLegacyShow *self,
         GenlockRecord *connection,
         const char *id)
{
  const GenlockLegacyPlug *plug = genlock_legacy_show_find_port (self, id);
  const GenlockLegacyRow *row;

  if (plug != NULL && !plug->port->is_output)
    {
      genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE, "DEVICE");
      genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_ID,
                               genlock_record_get_id (plug->device->record));
      genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_INPUT,
                               genlock_legacy_port_get_name (plug->port));
      return TRUE;
    }

  row = genlock_legacy_show_find (self, &genlock_sends, id);
  if (row != NULL)
    {
      genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
      genlock_record_set_text (connection, GENLOCK_CONNECTION_DESTINATION_ID,
                               genlock_record_get_id (row->record));
    }

  return row != NULL;
}

static void
read_cable (GenlockLegacyShow *self,
            GenlockLegacyObject *object,
            gconstpointer data)
{
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "uuid", "id", NULL);
  g_autofree char *from = genlock_legacy_object_dup_text (object, "outputPortUuid", "outputPortId",
                                                          NULL);
  g_autofree char *to = genlock_legacy_object_dup_text (object, "inputPortUuid", "inputPortId",
                                                        NULL);
  g_autoptr (GenlockRecord) record = NULL;
  gboolean has_origin;
  gboolean has_end;
  double feet;

  record = genlock_legacy_show_new_row (self, &genlock_connections,
                                        uuid != NULL ? uuid : object->place);
  has_origin = set_origin (self, record, from);
  has_end = set_end (self, record, to);
  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_CABLE_LABEL, "label", "id", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_CABLE_TYPE, "cableType", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_NOTE, "note", "notes", NULL);
  if (genlock_legacy_object_get_number (object, &feet, "lengthFt", NULL) && feet >= 0
      && feet <= 1000000)
    genlock_record_set_real (record, GENLOCK_CONNECTION_LENGTH_M, feet * METRES_PER_FOOT);
  if (has_origin && has_end)
    {
      genlock_legacy_show_add_record (self, g_steal_pointer (&record), object->file, object->place);
      return;
    }

  genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST,
                                has_origin ? "inputPortUuid" : "outputPortUuid",
                                has_origin ? to : from,
                                N_("The cable ends on a port that the files do not hold"));
}

/* A port by its id, uuid or label on that device; any other text stays as it is. */
static void
set_port (GenlockLegacyShow *self,
          GenlockLegacyObject *object,
          GenlockRecord *record,
          guint field,
          const char *name,
          const GenlockLegacyRow *device)
{
  g_autofree char *text = genlock_legacy_object_dup_text (object, name, NULL);
  const char *found = text;

  for (guint i = 0; text != NULL && device != NULL && i < device->ports->len; i++)
    {
      const GenlockLegacyPort *port = g_ptr_array_index (device->ports, i);

      if (g_strcmp0 (port->uuid, text) == 0 || g_strcmp0 (port->legacy_id, text) == 0
          || g_strcmp0 (port->label, text) == 0)
        {
          found = genlock_legacy_port_get_name (port);
          break;
        }
    }
  genlock_legacy_object_put_text (object, record, field, name, found);
}

static gboolean
read_source (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             GenlockRecord *record)
{
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "sourceUuid", NULL);
  g_autofree char *id = genlock_legacy_object_dup_text (object, "sourceId", NULL);
  g_autofree char *output = genlock_legacy_object_dup_text (object, "sourceOutputId",
                                                            "sourceOutputUuid", NULL);
  GenlockLegacyRow *row = genlock_legacy_show_find (self, &genlock_sources, uuid);
  g_autofree char *scoped = NULL;
  GenlockRecord *found;

  if (row == NULL)
    row = genlock_legacy_show_find (self, &genlock_sources, id);
  if (row == NULL)
    {
      if (uuid != NULL || id != NULL)
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "sourceId",
                                      uuid != NULL ? uuid : id,
                                      N_("The files hold no source of this id"));
      return FALSE;
    }

  genlock_record_set_text (record, GENLOCK_CONNECTION_SOURCE_ID,
                           genlock_record_get_id (row->record));
  scoped = g_strdup_printf ("%s\n%s", genlock_record_get_id (row->record),
                            output != NULL ? output : "");
  found = g_hash_table_lookup (self->outputs, scoped);
  if (found != NULL)
    genlock_record_set_text (record, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                             genlock_record_get_id (found));
  else if (output != NULL)
    genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "sourceOutputId", output,
                                  N_("The source has no output of this id"));

  return TRUE;
}

static gboolean
read_intermediate (GenlockLegacyShow *self,
                   GenlockLegacyObject *object,
                   GenlockRecord *record)
{
  g_autofree char *id = genlock_legacy_object_dup_text (object, "intermediateUuid",
                                                        "intermediateId", NULL);
  const GenlockLegacyRow *row = genlock_legacy_show_find (self, &genlock_devices, id);

  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE,
                             "intermediateType", NULL);
  set_port (self, object, record, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, "intermediateInput", row);
  set_port (self, object, record, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, "intermediateOutput",
            row);
  if (row == NULL)
    {
      if (id != NULL)
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "intermediateId", id,
                                      N_("The files hold no device of this id"));
      return FALSE;
    }

  genlock_record_set_text (record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (record, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                           genlock_record_get_id (row->record));

  return TRUE;
}

static gboolean
read_destination (GenlockLegacyShow *self,
                  GenlockLegacyObject *object,
                  GenlockRecord *record)
{
  g_autofree char *id = genlock_legacy_object_dup_text (object, "destinationUuid", "destinationId",
                                                        NULL);
  const GenlockLegacyRow *send = genlock_legacy_show_find (self, &genlock_sends, id);
  const GenlockLegacyRow *device = send == NULL
                                   ? genlock_legacy_show_find (self, &genlock_devices, id) : NULL;

  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_DESTINATION_TYPE,
                             "destinationType", NULL);
  set_port (self, object, record, GENLOCK_CONNECTION_DESTINATION_INPUT, "destinationInput", device);
  if (send == NULL && device == NULL)
    {
      if (id != NULL)
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, "destinationId", id,
                                      N_("The files hold no send or device of this id"));
      return FALSE;
    }

  genlock_record_set_text (record, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           send != NULL ? "SEND" : "DEVICE");
  genlock_record_set_text (record, GENLOCK_CONNECTION_DESTINATION_ID,
                           genlock_record_get_id (send != NULL ? send->record : device->record));

  return TRUE;
}

static void
read_connection (GenlockLegacyShow *self,
                 GenlockLegacyObject *object,
                 gconstpointer data)
{
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "uuid", "id", NULL);
  g_autoptr (GenlockRecord) record = NULL;
  gboolean says_something;

  record = genlock_legacy_show_new_row (self, &genlock_connections,
                                        uuid != NULL ? uuid : object->place);
  says_something = read_source (self, object, record);
  says_something = read_intermediate (self, object, record) || says_something;
  says_something = read_destination (self, object, record) || says_something;
  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_SIGNAL_PATH, "signalPath", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_CONNECTION_NOTE, "note", "notes", NULL);
  if (says_something)
    genlock_legacy_show_add_record (self, g_steal_pointer (&record), object->file, object->place);
}

void
genlock_legacy_show_read_cables (GenlockLegacyShow *self)
{
  genlock_legacy_show_each (self, "cables", read_cable, NULL);
  genlock_legacy_show_each (self, "connections", read_connection, NULL);
}
