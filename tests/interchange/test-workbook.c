/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A planning workbook's sheets as CSV: chosen together they are one show. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"

static GenlockImportPlan *
read_all (void)
{
  return import_read_data ("workbook/SOURCES.csv", "workbook/SENDS.csv", "workbook/E2.csv",
                           "workbook/ROUTER_01.csv", "workbook/FIBER_SNAKE.csv", "workbook/IP.csv",
                           NULL);
}

static void
test_lists (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  GenlockRecord *titles = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                              "SRC 1");
  GenlockRecord *camera = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                              "SRC 2");
  GenlockRecord *monitor = import_find_record (plan, &genlock_sends, GENLOCK_SEND_LABEL, "DST 2");

  import_find (plan, &genlock_productions, GENLOCK_PRODUCTION_SHOW_NAME, "workbook");
  g_assert_true (genlock_import_plan_asks_show (plan));
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 3);
  g_assert_cmpstr (genlock_record_get_text (titles, GENLOCK_SOURCE_TYPE), ==, "Laptop");
  g_assert_cmpint (genlock_record_get_int (titles, GENLOCK_SOURCE_H_RES), ==, 1920);
  g_assert_cmpfloat (genlock_record_get_real (titles, GENLOCK_SOURCE_RATE), ==, 50);
  g_assert_cmpuint (genlock_record_get_children (titles, &genlock_source_outputs)->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (camera, GENLOCK_SOURCE_NOTE), ==,
                   "near \"aisle\", left");
  g_assert_cmpstr (genlock_record_get_text (monitor, GENLOCK_SEND_NOTE), ==, "55\"");
  g_assert_cmpstr (genlock_record_get_text (monitor, GENLOCK_SEND_OUTPUT_CONNECTOR), ==, "HDMI");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "row 5", "SRC 3");
}

/* What a spreadsheet shows for a broken formula is no value. */
static void
test_errors (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("workbook/SOURCES.csv", NULL);
  GenlockRecord *titles = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                              "SRC 1");

  g_assert_false (genlock_record_has (titles, GENLOCK_SOURCE_STANDARD));
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "row 3, column G", "#NAME?");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "row 6, column G", "#REF!");
}

/* Several switchers in one sheet, each with its address; feeds resolved across files. */
static void
test_switchers (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  GenlockRecord *first = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                             "E2 ID.0");
  GenlockRecord *second = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                              "E2 ID.1");
  GenlockRecord *feed = import_find_record (plan, &genlock_connections, GENLOCK_CONNECTION_NOTE,
                                            "test first");
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs, GENLOCK_META_ID,
                                            genlock_record_get_text (first,
                                                                     GENLOCK_DEVICE_EQUIPMENT_ID));

  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_DEVICE_CATEGORY), ==, "SWITCHER");
  g_assert_cmpstr (genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER), ==,
                   "Barco");
  /* Frames with the same cards are one piece of equipment. */
  g_assert_cmpstr (genlock_record_get_text (second, GENLOCK_DEVICE_EQUIPMENT_ID), ==,
                   genlock_record_get_id (spec));
  g_assert_cmpstr (genlock_record_get_text (feed, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   genlock_record_get_id (import_find_record (plan, &genlock_sources,
                                                              GENLOCK_SOURCE_LABEL, "SRC 1")));
  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_DEVICE_NOTE), ==, "OUT 1.2: MVR 0.1");
  g_assert_cmpstr (genlock_record_get_text (
                     import_find_record (plan, &genlock_addresses, GENLOCK_ADDRESS_IP, "10.0.2.2"),
                     GENLOCK_ADDRESS_DEVICE_ID), ==, genlock_record_get_id (second));
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "row 7", "E2 ID.0 IN 1.3");
}

static void
test_router (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  GenlockRecord *router = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                              "ROUTER 01");
  g_autoptr (GPtrArray) rows = import_list (plan, &genlock_connections);
  guint n_crosspoints = 0;

  g_assert_cmpstr (genlock_record_get_text (router, GENLOCK_DEVICE_CATEGORY), ==, "ROUTER");
  g_assert_cmpstr (genlock_record_get_text (router, GENLOCK_DEVICE_NOTE), ==, "2x2");
  for (guint i = 0; i < rows->len; i++)
    {
      GenlockRecord *row = ((GenlockImportEntry *) g_ptr_array_index (rows, i))->record;

      n_crosspoints += g_strcmp0 (genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID),
                                  genlock_record_get_id (router)) == 0
                       && genlock_record_has (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT)
                       && genlock_record_has (row, GENLOCK_CONNECTION_DESTINATION_ID);
    }
  g_assert_cmpuint (n_crosspoints, ==, 1);
}

/* Tx and Rx say which way a line leads. */
static void
test_snake (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  GenlockRecord *first = import_find_record (plan, &genlock_connections,
                                             GENLOCK_CONNECTION_STRAND, "1");
  GenlockRecord *second = import_find_record (plan, &genlock_connections,
                                              GENLOCK_CONNECTION_STRAND, "2");

  g_assert_true (genlock_record_has (first, GENLOCK_CONNECTION_SOURCE_ID));
  g_assert_true (genlock_record_has (first, GENLOCK_CONNECTION_DESTINATION_ID));
  g_assert_cmpstr (genlock_record_get_text (first, GENLOCK_CONNECTION_SNAKE), ==,
                   "FIBER SNAKE 01");
  g_assert_cmpstr (genlock_record_get_text (second, GENLOCK_CONNECTION_NOTE), ==, "TIMER");
}

/* Latin letters of an older encoding, and only the addresses that are used. */
static void
test_addresses (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  GenlockRecord *stage = import_find_record (plan, &genlock_addresses, GENLOCK_ADDRESS_IP,
                                             "10.0.2.7");

  g_assert_cmpstr (genlock_record_get_text (stage, GENLOCK_ADDRESS_HOSTNAME), ==, "Bühne links");
  g_assert_cmpuint (import_count (plan, &genlock_addresses), ==, 3);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "row 4", "10.0.2.8");
}

static void
test_twice (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = read_all ();
  g_autoptr (GenlockImportPlan) again = read_all ();
  GenlockImportCounts counts;

  import_compare (fixture, plan);
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/workbook/lists", test_lists);
  import_add_test ("/workbook/errors", test_errors);
  import_add_test ("/workbook/switchers", test_switchers);
  import_add_test ("/workbook/router", test_router);
  import_add_test ("/workbook/snake", test_snake);
  import_add_test ("/workbook/addresses", test_addresses);
  import_add_test ("/workbook/twice", test_twice);

  return g_test_run ();
}
