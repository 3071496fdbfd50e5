/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Network addresses of older data as rows. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-devices.h"
#include "interchange/genlock-legacy-show.h"

static void
read_note (GenlockLegacyObject *object,
           GenlockRecord *record)
{
  g_autofree char *category = genlock_legacy_object_dup_text (object, "category", NULL);
  g_autofree char *notes = genlock_legacy_object_dup_text (object, "notes", "note", NULL);
  g_autofree char *note = NULL;

  if (category != NULL && notes != NULL)
    note = g_strdup_printf ("%s (%s)", notes, category);
  else
    note = g_strdup (notes != NULL ? notes : category);
  genlock_legacy_object_put_text (object, record, GENLOCK_ADDRESS_NOTE, "notes", note);
}

static char *
dup_pair (const char *device_id,
          const char *ip)
{
  return g_strdup_printf ("%s\n%s", device_id, ip);
}

static void
read_address (GenlockLegacyShow *self,
              GenlockLegacyObject *object,
              gconstpointer data)
{
  g_autofree char *id = genlock_legacy_object_dup_text (object, "id", NULL);
  g_autofree char *uuid = genlock_legacy_object_dup_text (object, "uuid", NULL);
  g_autofree char *ip = genlock_legacy_object_dup_text (object, "ip", "ipAddress", "address", NULL);
  g_autofree char *name = genlock_legacy_object_dup_text (object, "device", "deviceName", "name",
                                                          NULL);
  const GenlockLegacyRow *device = genlock_legacy_show_find (self, &genlock_devices, name);
  GenlockRecord *record;
  GenlockImportRow *row;

  if (ip == NULL)
    {
      genlock_legacy_object_report (object, name != NULL ? GENLOCK_IMPORT_LOST
                                                         : GENLOCK_IMPORT_INFO, NULL, name,
                                    N_("The line has no address"));
      return;
    }

  record = genlock_legacy_show_new_row (self, &genlock_addresses,
                                        uuid != NULL ? uuid : id != NULL ? id : ip);
  genlock_legacy_object_put_text (object, record, GENLOCK_ADDRESS_IP, "ip", ip);
  if (device != NULL)
    {
      genlock_record_set_text (record, GENLOCK_ADDRESS_DEVICE_ID,
                               genlock_record_get_id (device->record));
      g_hash_table_add (self->addresses, dup_pair (genlock_record_get_id (device->record), ip));
    }
  else
    {
      genlock_legacy_object_put_text (object, record, GENLOCK_ADDRESS_HOSTNAME, "device", name);
    }
  genlock_legacy_object_set (object, record, GENLOCK_ADDRESS_HOSTNAME, "hostname", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_ADDRESS_PORT, "port", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_ADDRESS_MASK, "mask", "subnetMask", "subnet",
                             NULL);
  genlock_legacy_object_set (object, record, GENLOCK_ADDRESS_GATEWAY, "gateway", NULL);
  genlock_legacy_object_set (object, record, GENLOCK_ADDRESS_VLAN, "vlan", NULL);
  read_note (object, record);
  row = genlock_import_plan_add_row (self->legacy->plan, self->show, record, object->file,
                                     object->place);
  if (row != NULL)
    row->entry.is_sample = genlock_legacy_is_sample (&genlock_addresses, id, name);
}

static void
add_own_address (GenlockLegacyShow *self,
                 const GenlockLegacyRow *device)
{
  const char *id = genlock_record_get_id (device->record);
  GenlockLegacyObject reader;
  GenlockRecord *record;

  if (!g_hash_table_add (self->addresses, dup_pair (id, device->ip)))
    return;

  genlock_legacy_object_init (&reader, self->legacy->plan, self->show->title, device->file,
                              device->place, NULL);
  record = genlock_legacy_show_new_row (self, &genlock_addresses, id);
  genlock_record_set_text (record, GENLOCK_ADDRESS_DEVICE_ID, id);
  genlock_legacy_object_put_text (&reader, record, GENLOCK_ADDRESS_IP, "ip", device->ip);
  genlock_legacy_show_add_record (self, record, device->file, device->place);
}

void
genlock_legacy_show_read_addresses (GenlockLegacyShow *self)
{
  genlock_legacy_show_each (self, "ipaddresses", read_address, NULL);
  for (guint i = 0; i < self->devices->len; i++)
    {
      const GenlockLegacyRow *device = g_ptr_array_index (self->devices, i);

      if (device->ip != NULL)
        add_own_address (self, device);
    }
}
