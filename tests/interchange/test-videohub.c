/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a Videohub: a router with its labels and crosspoints. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "import-fixture.h"

static const char dump[] =
  "PROTOCOL PREAMBLE:\nVersion: 2.7\n\n"
  "VIDEOHUB DEVICE:\nModel name: Smart Videohub 12x12\nFriendly name: FOH Router\n\n"
  "INPUT LABELS:\n0 CAM 1\n1 Input 2\n2 Gr\xc3\xb6\xc3\x9f" "e\n\n"
  "OUTPUT LABELS:\n0 DSM\n1 Output 2\n2 Output Wall\n\n"
  "VIDEO OUTPUT LOCKS:\n0 U\n\n"
  "VIDEO OUTPUT ROUTING:\n0 2\n1 0\n2 x\n9999 1\n\n";

static const char *
get_label (GenlockRecord *spec,
           const char *id)
{
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);

  for (guint i = 0; i < ports->len; i++)
    if (g_strcmp0 (genlock_record_get_id (ports->pdata[i]), id) == 0)
      return genlock_record_get_text (ports->pdata[i], GENLOCK_EQUIPMENT_IO_PORT_LABEL);

  return NULL;
}

static void
test_dump (ImportFixture *fixture,
           gconstpointer data)
{
  static const char * const routes[][2] = { { "IN 3", "OUT 1" }, { "IN 1", "OUT 2" } };
  g_autoptr (GenlockImportPlan) plan = import_read_text ("hub.txt", dump);
  g_autoptr (GenlockImportPlan) again = import_read_text ("hub.txt", dump);
  g_autoptr (GPtrArray) connections = import_list (plan, &genlock_connections);
  GenlockRecord *device = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                              "FOH Router");
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MANUFACTURER,
                                            "Blackmagic Design");
  GenlockImportCounts counts;

  g_assert_cmpstr (genlock_record_get_text (device, GENLOCK_DEVICE_CATEGORY), ==, "ROUTER");
  g_assert_cmpstr (genlock_record_get_text (device, GENLOCK_DEVICE_NOTE), ==,
                   "IN 1: CAM 1\nIN 3: Größe\nOUT 1: DSM\nOUT 3: Output Wall");
  g_assert_cmpuint (connections->len, ==, G_N_ELEMENTS (routes));
  for (guint i = 0; i < connections->len; i++)
    {
      const GenlockImportEntry *entry = g_ptr_array_index (connections, i);

      g_assert_cmpstr (get_label (spec, genlock_record_get_text (
                                    entry->record, GENLOCK_CONNECTION_INTERMEDIATE_INPUT)), ==,
                       routes[i][0]);
      g_assert_cmpstr (get_label (spec, genlock_record_get_text (
                                    entry->record, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT)), ==,
                       routes[i][1]);
    }
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "line 24", "2 x");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "line 25", "9999 1");

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

/* With line ends of Windows, and no name but the file's. */
static void
test_labels_alone (ImportFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text ("Stage.txt", "INPUT LABELS:\r\n1 CAM 2\r\n\r\n");
  import_find (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "Stage");
  g_assert_cmpuint (import_count (plan, &genlock_connections), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/videohub/dump", test_dump);
  import_add_test ("/videohub/labels-alone", test_labels_alone);

  return g_test_run ();
}
