/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A show with devices and cables for the tests of equipment. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-productions.h"
#include "core/store/genlock-load.h"
#include "show-help.h"

GenlockRecord *
load_row (StoreFixture *fixture,
          const GenlockTable *table,
          guint number)
{
  g_autofree char *id = make_id (number);
  g_autoptr (GError) error = NULL;
  GenlockRecord *record = genlock_load_row (fixture->database, table, id, NULL, &error);

  g_assert_no_error (error);

  return record;
}

void
add_port (GenlockRecord *spec,
          gboolean output,
          const char *io_type,
          const char *label,
          guint place)
{
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);

  genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, output ? "OUTPUT" : "INPUT");
  genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, io_type);
  genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
  genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, place);
  genlock_record_add_child (spec, port);
}

const char *
port_id (GenlockRecord *spec,
         const char *label)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockRecord *port = g_array_index (ports, GenlockPort, i).record;

      if (g_strcmp0 (genlock_record_get_text (port, GENLOCK_PORT_LABEL), label) == 0)
        return genlock_record_get_id (port);
    }

  g_error ("There is no port “%s”", label);
}

void
set_up_show (StoreFixture *fixture)
{
  g_autofree char *spec_id = make_id (SPEC);

  insert (fixture, make_show (SHOW, "Kick-off"));
  insert (fixture, make_source (SOURCE, SHOW, "CAM"));
  insert (fixture, make_send (SEND, SHOW, "WALL"));
  for (guint number = DEVICE; number <= OTHER_DEVICE; number++)
    {
      GenlockRecord *device = make_device (number, SHOW, "SW");

      genlock_record_set_text (device, GENLOCK_DEVICE_EQUIPMENT_ID, spec_id);
      insert (fixture, device);
    }
}

void
connect (StoreFixture *fixture,
         guint number,
         guint device,
         const char *input,
         const char *output,
         gboolean ends_there)
{
  GenlockRecord *row = genlock_record_new_row (&genlock_connections, NULL);
  g_autofree char *device_id = make_id (device);

  genlock_record_take_text (row, GENLOCK_META_ID, make_id (number));
  genlock_record_take_text (row, GENLOCK_CONNECTION_PRODUCTION_ID, make_id (SHOW));
  genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_ID, make_id (SOURCE));
  if (ends_there)
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, "DEVICE");
      genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_ID, device_id);
      genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT, input);
    }
  else
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, device_id);
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, input);
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, output);
      genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
      genlock_record_take_text (row, GENLOCK_CONNECTION_DESTINATION_ID, make_id (SEND));
    }

  insert (fixture, row);
}

GenlockSpecUsage *
read_usage (StoreFixture *fixture,
            guint n_cables)
{
  g_autoptr (GPtrArray) shows = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GPtrArray) devices = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GPtrArray) connections = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  g_ptr_array_add (shows, load_row (fixture, &genlock_productions, SHOW));
  g_ptr_array_add (devices, load_row (fixture, &genlock_devices, DEVICE));
  g_ptr_array_add (devices, load_row (fixture, &genlock_devices, OTHER_DEVICE));
  for (guint i = 0; i < n_cables; i++)
    g_ptr_array_add (connections, load_row (fixture, &genlock_connections, FIRST_CABLE + i));

  return genlock_spec_usage_new (shows, devices, none, none, connections);
}
