/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the row of a device of older data, with its equipment and ports. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-legacy-device.h"

void
genlock_legacy_device_init (GenlockLegacyDevice *device,
                            GenlockLegacyObject *object,
                            const char *category,
                            const char *kind,
                            gboolean needs_ports)
{
  *device = (GenlockLegacyDevice) {
    .category = category,
    .kind = kind,
    .needs_ports = needs_ports,
  };
  device->label = genlock_legacy_object_dup_text (object, "id", NULL);
  device->name = genlock_legacy_object_dup_text (object, "name", "label", NULL);
  device->uuid = genlock_legacy_object_dup_text (object, "uuid", NULL);
  device->manufacturer = genlock_legacy_object_dup_text (object, "manufacturer", NULL);
  device->model = genlock_legacy_object_dup_text (object, "model", NULL);
  device->ports = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_port_free);
  device->note = g_string_new (NULL);
  if (device->name == NULL)
    device->name = g_strdup (device->label != NULL ? device->label : kind);
}

void
genlock_legacy_device_clear (GenlockLegacyDevice *device)
{
  g_free (device->label);
  g_free (device->name);
  g_free (device->uuid);
  g_free (device->manufacturer);
  g_free (device->model);
  g_clear_pointer (&device->ports, g_ptr_array_unref);
  g_string_free (device->note, TRUE);
}

void
genlock_legacy_device_add_line (GenlockLegacyDevice *device,
                                const char *title,
                                const char *text)
{
  if (text == NULL || *text == '\0')
    return;
  if (device->note->len > 0)
    g_string_append_c (device->note, '\n');
  if (title != NULL)
    g_string_append_printf (device->note, "%s: ", title);
  g_string_append (device->note, text);
}

void
genlock_legacy_device_add_member (GenlockLegacyDevice *device,
                                  GenlockLegacyObject *object,
                                  const char *title,
                                  const char *name)
{
  g_autofree char *text = genlock_legacy_object_dup_text (object, name, NULL);

  genlock_legacy_device_add_line (device, title, text);
}

/* Equipment that the device names by its id comes before any search. */
static void
link_spec (GenlockLegacyShow *self,
           GenlockLegacyObject *object,
           GenlockLegacyDevice *device,
           GenlockRecord *record)
{
  const char *spec;

  genlock_legacy_show_link_equipment (self, object, record, GENLOCK_DEVICE_EQUIPMENT_ID);
  if (genlock_record_has (record, GENLOCK_DEVICE_EQUIPMENT_ID))
    {
      const GenlockImportRow *row;

      spec = genlock_record_get_text (record, GENLOCK_DEVICE_EQUIPMENT_ID);
      row = genlock_import_plan_find_row (self->legacy->plan, spec);
      g_free (device->manufacturer);
      g_free (device->model);
      device->manufacturer = g_strdup (genlock_record_get_text (
                                         row->parsed, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
      device->model = g_strdup (genlock_record_get_text (row->parsed,
                                                         GENLOCK_EQUIPMENT_SPEC_MODEL));
    }
  if (device->manufacturer == NULL && device->model == NULL && device->ports->len == 0)
    return;

  spec = genlock_legacy_provide_spec (self->legacy, device->category, device->manufacturer,
                                      device->model, device->kind, device->ports,
                                      device->needs_ports, object->file, object->place);
  genlock_record_set_text (record, GENLOCK_DEVICE_EQUIPMENT_ID, spec);
}

/* "ROUTER 01 IN 3" on the device "ROUTER 01" is "IN 3". */
static char *
dup_port_label (const GenlockLegacyDevice *device,
                const char *id)
{
  gsize length = strlen (device->name);

  if (g_ascii_strncasecmp (id, device->name, length) == 0 && id[length] != '\0')
    {
      const char *rest = id + length + strspn (id + length, " -_:.");

      if (*rest != '\0')
        return g_strdup (rest);
    }

  return g_strdup (id);
}

static void
read_port (GenlockLegacyShow *self,
           GenlockLegacyObject *owner,
           GenlockLegacyDevice *device,
           JsonObject *object,
           const char *place,
           gboolean is_output,
           guint index)
{
  GenlockLegacyObject reader;
  GenlockLegacyPort *port;
  g_autofree char *id = NULL;
  g_autofree char *label = NULL;
  g_autofree char *connector = NULL;

  genlock_legacy_object_init (&reader, self->legacy->plan, owner->show, owner->file, place, object);
  id = genlock_legacy_object_dup_text (&reader, "id", NULL);
  connector = genlock_legacy_object_dup_connector (&reader, "connector", "type", "ioType", NULL);
  label = genlock_legacy_object_dup_text (&reader, "label", "portLabel", "name", NULL);
  if (label == NULL)
    label = id != NULL ? dup_port_label (device, id)
                       : g_strdup_printf ("%s %u", is_output ? "OUT" : "IN", index + 1);
  port = genlock_legacy_port_new (is_output, label, connector);
  port->legacy_id = g_steal_pointer (&id);
  port->uuid = genlock_legacy_object_dup_text (&reader, "uuid", NULL);
  port->format = genlock_legacy_object_dup_text (&reader, "format", NULL);
  port->feed = genlock_legacy_object_dup_text (&reader, "feed", NULL);
  port->send = genlock_legacy_object_dup_text (&reader, "send", "destination", NULL);
  port->routed = genlock_legacy_object_dup_text (&reader, "routedInput", NULL);
  port->note = genlock_legacy_object_dup_text (&reader, "notes", "note", NULL);
  port->strand = genlock_legacy_object_dup_text (&reader, "strand", NULL);
  port->place = g_strdup (place);
  g_ptr_array_add (device->ports, port);
  genlock_legacy_object_finish (&reader);
}

void
genlock_legacy_device_read_ports (GenlockLegacyShow *self,
                                  GenlockLegacyObject *object,
                                  GenlockLegacyDevice *device,
                                  const char *name,
                                  gboolean is_output)
{
  JsonArray *ports = genlock_legacy_object_get_array (object, name, NULL);

  for (guint i = 0; ports != NULL && i < json_array_get_length (ports); i++)
    {
      JsonObject *port = genlock_legacy_get_element (ports, i);
      const char *known = port != NULL ? g_hash_table_lookup (self->legacy->places, port) : NULL;
      g_autofree char *place = NULL;

      place = known != NULL ? g_strdup (known)
                            : g_strdup_printf ("%s.%s[%u]", object->place, name, i);
      if (port != NULL)
        read_port (self, object, device, port, place, is_output, i);
      else
        genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, name, NULL,
                                      N_("This is not a port"));
    }
}

/* Ports that the server keeps in a list of their own. */
static void
take_device_ports (GenlockLegacyShow *self,
                   GenlockLegacyDevice *device)
{
  g_autofree char *uuid = device->uuid != NULL ? g_ascii_strdown (device->uuid, -1) : NULL;
  GPtrArray *ports = uuid != NULL ? g_hash_table_lookup (self->device_ports, uuid) : NULL;

  while (ports != NULL && ports->len > 0)
    g_ptr_array_add (device->ports, g_ptr_array_steal_index (ports, 0));
}

/* "1A" is written on a server; "e2-0" and what only repeats the name say nothing to a person. */
static gboolean
is_for_people (const GenlockLegacyDevice *device)
{
  if (device->label == NULL || strcmp (device->label, device->name) == 0)
    return FALSE;

  for (const char *at = device->label; *at != '\0'; at++)
    {
      if (g_ascii_islower (*at))
        return FALSE;
    }

  return TRUE;
}

GenlockLegacyRow *
genlock_legacy_device_add (GenlockLegacyShow *self,
                           GenlockLegacyObject *object,
                           GenlockLegacyDevice *device)
{
  const char *key = device->uuid != NULL ? device->uuid
                    : device->label != NULL ? device->label : device->name;
  GenlockRecord *record = genlock_legacy_show_new_row (self, &genlock_devices, key);
  GenlockLegacyRow *row;

  take_device_ports (self, device);
  link_spec (self, object, device, record);
  genlock_record_set_text (record, GENLOCK_DEVICE_CATEGORY, device->category);
  genlock_legacy_object_put_text (object, record, GENLOCK_DEVICE_NAME, "name", device->name);
  if (is_for_people (device))
    genlock_legacy_object_put_text (object, record, GENLOCK_DEVICE_LABEL, "id", device->label);
  genlock_legacy_object_put_text (object, record, GENLOCK_DEVICE_NOTE, "note", device->note->str);
  row = genlock_legacy_show_add (self, object, record, device->label, device->name, device->uuid);
  row->ports = g_steal_pointer (&device->ports);
  genlock_legacy_show_register_ports (self, row);
  row->ip = genlock_legacy_object_dup_text (object, "ip", "ipAddress", NULL);

  return row;
}

/* The server lists ports apart from their devices. */
static void
read_device_port (GenlockLegacyShow *self,
                  GenlockLegacyObject *object,
                  gconstpointer data)
{
  g_autofree char *device = genlock_legacy_object_dup_text (object, "deviceUuid", NULL);
  g_autofree char *id = genlock_legacy_object_dup_text (object, "id", NULL);
  g_autofree char *label = genlock_legacy_object_dup_text (object, "portLabel", "label", "id",
                                                           NULL);
  g_autofree char *direction = genlock_legacy_object_dup_text (object, "direction", "portType",
                                                               NULL);
  g_autofree char *connector = genlock_legacy_object_dup_connector (object, "ioType", "type", NULL);
  g_autofree char *key = device != NULL ? g_ascii_strdown (device, -1) : NULL;
  GenlockLegacyPort *port;
  GPtrArray *ports;

  if (key == NULL)
    {
      genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, NULL, label,
                                    N_("The port belongs to no device"));
      return;
    }

  port = genlock_legacy_port_new (direction != NULL
                                  && g_ascii_strncasecmp (direction, "out", 3) == 0,
                                  label != NULL ? label : "?", connector);
  port->legacy_id = g_steal_pointer (&id);
  port->uuid = genlock_legacy_object_dup_text (object, "uuid", NULL);
  port->note = genlock_legacy_object_dup_text (object, "note", NULL);
  port->place = g_strdup (object->place);
  genlock_legacy_object_ignore (object, "specPortUuid", NULL);
  ports = g_hash_table_lookup (self->device_ports, key);
  if (ports == NULL)
    {
      ports = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_port_free);
      g_hash_table_insert (self->device_ports, g_steal_pointer (&key), ports);
    }
  g_ptr_array_add (ports, port);
}

void
genlock_legacy_show_read_device_ports (GenlockLegacyShow *self)
{
  genlock_legacy_show_each (self, "deviceports", read_device_port, NULL);
}

void
genlock_legacy_show_report_device_ports (GenlockLegacyShow *self)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, self->device_ports);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GPtrArray *ports = value;

      for (guint i = 0; i < ports->len; i++)
        {
          const GenlockLegacyPort *port = g_ptr_array_index (ports, i);

          genlock_legacy_show_report (self, GENLOCK_IMPORT_LOST, self->project->file, port->place,
                                      port->label, N_("The port belongs to no device"));
        }
    }
}
