/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rig of an older show: devices with their equipment, feeds as connections, addresses. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"

static GenlockRecord *
find_device (GenlockImportPlan *plan,
             const char *name)
{
  return import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME, name);
}

static GenlockRecord *
find_spec (GenlockImportPlan *plan,
           const char *device)
{
  return import_find_record (plan, &genlock_equipment_specs, GENLOCK_META_ID,
                             genlock_record_get_text (find_device (plan, device),
                                                      GENLOCK_DEVICE_EQUIPMENT_ID));
}

/* The label of a port of the device's equipment, by its id. */
static const char *
get_port_label (GenlockImportPlan *plan,
                const char *device,
                const char *id)
{
  GPtrArray *ports = genlock_record_get_children (find_spec (plan, device),
                                                  &genlock_equipment_io_ports);

  for (guint i = 0; i < ports->len; i++)
    {
      if (g_strcmp0 (genlock_record_get_id (g_ptr_array_index (ports, i)), id) == 0)
        return genlock_record_get_text (g_ptr_array_index (ports, i),
                                        GENLOCK_EQUIPMENT_IO_PORT_LABEL);
    }

  return NULL;
}

/* The connection that the port of a file's place became. */
static GenlockRecord *
find_connection (GenlockImportPlan *plan,
                 const char *place)
{
  g_autoptr (GPtrArray) entries = import_list (plan, &genlock_connections);

  for (guint i = 0; i < entries->len; i++)
    {
      GenlockImportEntry *entry = g_ptr_array_index (entries, i);

      if (strcmp (entry->place, place) == 0)
        return entry->record;
    }
  g_error ("no connection came of %s", place);

  return NULL;
}

static void
test_inputs (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *feed = find_connection (plan, "videoSwitchers[0].inputs[0]");
  GenlockRecord *source = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                              "SRC 3");
  GPtrArray *outputs = genlock_record_get_children (source, &genlock_source_outputs);

  /* "gfx a [src 3]", in any case, out of the output with the input's connector. */
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   genlock_record_get_id (source));
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID), ==,
                   genlock_record_get_id (g_ptr_array_index (outputs, 0)));
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_DESTINATION_TYPE), ==,
                   "DEVICE");
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (find_device (plan, "Q8")));
  g_assert_cmpstr (get_port_label (plan, "Q8",
                                   genlock_record_get_text (feed,
                                                            GENLOCK_CONNECTION_DESTINATION_INPUT)),
                   ==, "IN 1");
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_NOTE), ==, "via extender");
}

/* A feed that names another device's port, and a name without a display id. */
static void
test_chain (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *chain = find_connection (plan, "videoSwitchers[0].inputs[1]");
  GenlockRecord *named = find_connection (plan, "routers[0].inputs[1]");

  g_assert_cmpstr (genlock_record_get_text (chain, GENLOCK_CONNECTION_INTERMEDIATE_ID), ==,
                   genlock_record_get_id (find_device (plan, "ROUTER 01")));
  g_assert_cmpstr (get_port_label (plan, "ROUTER 01",
                                   genlock_record_get_text (
                                     chain, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT)), ==, "OUT 2");
  g_assert_cmpstr (genlock_record_get_text (chain, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (find_device (plan, "Q8")));
  g_assert_cmpstr (genlock_record_get_text (named, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   genlock_record_get_id (import_find_record (plan, &genlock_sources,
                                                              GENLOCK_SOURCE_NAME, "CAM 1")));
}

static void
test_outputs (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *first = find_connection (plan, "videoSwitchers[0].outputs[0]");
  GenlockRecord *second = find_connection (plan, "videoSwitchers[0].outputs[1]");

  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (import_find_record (plan, &genlock_sends,
                                                              GENLOCK_SEND_LABEL, "DST 1")));
  g_assert_cmpstr (genlock_record_get_text (second, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (import_find_record (plan, &genlock_sends,
                                                              GENLOCK_SEND_LABEL, "DST 2")));
  /* What goes by no send stays with the device. */
  g_assert_cmpstr (genlock_record_get_text (find_device (plan, "Q8"), GENLOCK_DEVICE_NOTE), ==,
                   "IN 3: Spare laptop\nOUT 3: MVR");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "videoSwitchers[0].outputs[2]", "MVR");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "videoSwitchers[0].layers", "[");
}

/* A router's output says what it carries and where it goes: a crosspoint and a link. */
static void
test_crosspoint (ImportFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *row = find_connection (plan, "routers[0].outputs[0]");
  const char *input = genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
  const char *output = genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);

  g_assert_cmpstr (get_port_label (plan, "ROUTER 01", input), ==, "IN 1");
  g_assert_cmpstr (get_port_label (plan, "ROUTER 01", output), ==, "OUT 1");
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (import_find_record (plan, &genlock_sends,
                                                              GENLOCK_SEND_LABEL, "FOH 1")));
  g_assert_false (genlock_record_has (row, GENLOCK_CONNECTION_SOURCE_ID));
}

/* Each end may name the other; the cable between them is one. */
static void
test_cameras (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *cable = import_find_record (plan, &genlock_connections,
                                             GENLOCK_CONNECTION_CABLE_TYPE, "SMPTE FIBER");
  GenlockRecord *camera = find_device (plan, "CAM A");

  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_INTERMEDIATE_ID), ==,
                   genlock_record_get_id (camera));
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (find_device (plan, "CCU 1")));
  g_assert_cmpfloat (genlock_record_get_real (cable, GENLOCK_CONNECTION_LENGTH_M), ==, 91.44);
  g_assert_cmpstr (genlock_record_get_text (camera, GENLOCK_DEVICE_NOTE), ==,
                   "centre\nFormat: 1080i50\nLens: zoom\nMax. zoom: 86\nShooting distance: 120\n"
                   "Support: tripod, heavy tripod");
  g_assert_nonnull (strstr (genlock_record_get_text (find_device (plan, "CCU 1"),
                                                     GENLOCK_DEVICE_NOTE),
                            "Reference: Tri-level\nCCU1-OUT1: PGM, "));
}

static void
test_media_servers (ImportFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *server = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_LABEL, "1A");
  GenlockRecord *spec = find_spec (plan, "Media 1 main");
  GenlockRecord *port = g_ptr_array_index (genlock_record_get_children (
                                             spec, &genlock_equipment_io_ports), 0);

  g_assert_cmpstr (genlock_record_get_text (server, GENLOCK_DEVICE_CATEGORY), ==, "MEDIA_SERVER");
  g_assert_cmpstr (genlock_record_get_text (server, GENLOCK_DEVICE_NOTE), ==,
                   "Computer: Display Station\nPair: 1");
  g_assert_cmpstr (genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_LABEL), ==,
                   "Wall left");
  g_assert_cmpstr (genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_FORMAT), ==,
                   "3840×1080 50");
  /* Two servers with the same outputs are one piece of equipment. */
  g_assert_true (spec == find_spec (plan, "Media 1 backup"));
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "mediaServerLayers[0]", "Background");
}

/* Each line leads through the snake, from and to what is known beyond it. */
static void
test_snake (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *first = import_find_record (plan, &genlock_connections, GENLOCK_CONNECTION_STRAND,
                                             "1");
  GenlockRecord *second = import_find_record (plan, &genlock_connections,
                                              GENLOCK_CONNECTION_STRAND, "2");
  g_autoptr (GPtrArray) rows = import_list (plan, &genlock_connections);
  guint n_lines = 0;

  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_CONNECTION_SNAKE), ==, "VIDEO SNAKE");
  g_assert_true (genlock_record_has (first, GENLOCK_CONNECTION_SOURCE_ID));
  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_CONNECTION_DESTINATION_TYPE), ==,
                   "SEND");
  g_assert_cmpstr (get_port_label (plan, "VIDEO SNAKE",
                                   genlock_record_get_text (
                                     first, GENLOCK_CONNECTION_INTERMEDIATE_INPUT)), ==, "IN 1");
  g_assert_false (genlock_record_has (second, GENLOCK_CONNECTION_SOURCE_ID));
  g_assert_cmpstr (genlock_record_get_text (second, GENLOCK_CONNECTION_NOTE), ==, "Spare > Stage");
  for (guint i = 0; i < rows->len; i++)
    n_lines += genlock_record_has (((GenlockImportEntry *) g_ptr_array_index (rows, i))->record,
                                   GENLOCK_CONNECTION_SNAKE);
  /* The third line is not in use. */
  g_assert_cmpuint (n_lines, ==, 2);
}

static void
test_addresses (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *switcher = import_find_record (plan, &genlock_addresses, GENLOCK_ADDRESS_IP,
                                                "10.0.2.9");
  GenlockRecord *ccu = import_find_record (plan, &genlock_addresses, GENLOCK_ADDRESS_IP,
                                           "10.0.2.21");
  GenlockRecord *desk = import_find_record (plan, &genlock_addresses, GENLOCK_ADDRESS_IP,
                                            "10.0.2.50");

  /* The switcher's own address and the list's are one row. */
  g_assert_cmpstr (genlock_record_get_text (switcher, GENLOCK_ADDRESS_DEVICE_ID), ==,
                   genlock_record_get_id (find_device (plan, "Q8")));
  g_assert_cmpstr (genlock_record_get_text (switcher, GENLOCK_ADDRESS_NOTE), ==, "main (VIDEO)");
  /* "CCU1" is the device "CCU 1". */
  g_assert_cmpstr (genlock_record_get_text (ccu, GENLOCK_ADDRESS_DEVICE_ID), ==,
                   genlock_record_get_id (find_device (plan, "CCU 1")));
  g_assert_false (genlock_record_has (desk, GENLOCK_ADDRESS_DEVICE_ID));
  g_assert_cmpstr (genlock_record_get_text (desk, GENLOCK_ADDRESS_HOSTNAME), ==, "Lighting desk");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "ipAddresses[3]", "Nothing yet");
  g_assert_cmpuint (import_count (plan, &genlock_addresses), ==, 3);
}

/* What Genlock has no table for is named field by field. */
static void
test_rest (ImportFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);

  import_assert_note (plan, GENLOCK_IMPORT_LOST, "ledScreens[0].tileModel", "3.9 mm");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "ledScreens[0].dimensionsFt",
                      "{\"height\":\"9' 10\\\"\"");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "projectionScreens[0].ratio", "1.78");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "presets[0]", "Walk-in");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "serverAllocations[0]", "1A");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "uiPreferences", "{");
}

static void
test_stored (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);

  import_compare (fixture, plan);
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
  g_assert_cmpuint (import_count_live (fixture, &genlock_connections), ==,
                    import_count (plan, &genlock_connections));
  g_assert_cmpuint (import_count_live (fixture, &genlock_devices), ==, 8);
  g_assert_cmpuint (import_count_live (fixture, &genlock_addresses), ==, 3);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/feeds/inputs", test_inputs);
  import_add_test ("/import/feeds/chain", test_chain);
  import_add_test ("/import/feeds/outputs", test_outputs);
  import_add_test ("/import/feeds/crosspoint", test_crosspoint);
  import_add_test ("/import/feeds/cameras", test_cameras);
  import_add_test ("/import/feeds/media-servers", test_media_servers);
  import_add_test ("/import/feeds/snake", test_snake);
  import_add_test ("/import/feeds/addresses", test_addresses);
  import_add_test ("/import/feeds/rest", test_rest);
  import_add_test ("/import/feeds/stored", test_stored);

  return g_test_run ();
}
