/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names in our own sheets become links again: equipment, devices, both ends of a cable. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"
#include "interchange/genlock-sheet-ends.h"
#include "interchange/genlock-table-csv.h"

#define HEADS "UID,Cable ID,Source Device,Source Port,Source Connector,Destination Device," \
  "Destination Port,Length,Length Unit,Tested\r\n"

/* The show of gala.vdpx in the database; returns its id. */
static char *
import_gala (ImportFixture *fixture)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);

  import_compare (fixture, plan);
  import_apply (fixture, plan);

  return g_strdup (genlock_record_get_id (import_find_record (plan, &genlock_productions,
                                                              GENLOCK_PRODUCTION_SHOW_NAME,
                                                              "Gala")));
}

static char *
dup_sheet (ImportFixture *fixture,
           const char *show,
           const GenlockTable *table)
{
  g_autoptr (GError) error = NULL;
  GString *sheet = genlock_table_csv_print (fixture->store, show, table, &error);

  g_assert_no_error (error);

  return g_string_free (sheet, FALSE);
}

static void
replace (char **text,
         const char *from,
         const char *to)
{
  GString *all = g_string_new (*text);

  g_assert_cmpuint (g_string_replace (all, from, to, 0), ==, 1);
  g_free (*text);
  *text = g_string_free (all, FALSE);
}

static GenlockRecord *
find (ImportFixture *fixture,
      const GenlockTable *table,
      const char *show,
      const char *name)
{
  g_autoptr (GError) error = NULL;
  GenlockRecord *record = genlock_store_find (fixture->store, table, name, show, &error);

  g_assert_no_error (error);

  return record;
}

/* The rows of the sheets of a show that was edited, into the show. */
static GenlockImportPlan *
import_sheet (ImportFixture *fixture,
              const char *sheet)
{
  GenlockImportPlan *plan = import_read_text ("sheet.csv", sheet);

  import_compare (fixture, plan);
  genlock_import_plan_choose_different (plan, TRUE);
  import_apply (fixture, plan);

  return plan;
}

/* What the connection with this cable id says of its ends, as its row in the sheet. */
static void
assert_cable (ImportFixture *fixture,
              const char *show,
              const char *cable,
              const char *ends)
{
  g_autofree char *sheet = dup_sheet (fixture, show, &genlock_connections);
  g_autofree char *wanted = g_strdup_printf (",%s,%s,", cable, ends);

  if (strstr (sheet, wanted) == NULL)
    g_error ("“%s” is not in\n%s", wanted, sheet);
}

static void
test_equipment (ImportFixture *fixture,
                gconstpointer data)
{
  g_autofree char *show = import_gala (fixture);
  g_autofree char *sheet = dup_sheet (fixture, show, &genlock_devices);
  g_autoptr (GenlockRecord) sony = find (fixture, &genlock_equipment_specs, NULL, "HDCU-3500");
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockRecord) changed = NULL;
  g_autoptr (GenlockRecord) emptied = NULL;
  g_autoptr (GenlockRecord) kept = NULL;

  replace (&sheet, "CAM A,CAMERA,Generic HDC-3500", "CAM A,CAMERA,sony  hdcu-3500");
  replace (&sheet, "CAM B,CAMERA,Sony HDC-3500", "CAM B,CAMERA,");
  replace (&sheet, "1A,Media 1 main,MEDIA_SERVER,\"Generic Watchout (0 in, 1 out)\"",
           "1A,Media 1 main,MEDIA_SERVER,Nobody knows");
  plan = import_sheet (fixture, sheet);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 2, EQUIPMENT", "Nobody knows");

  changed = find (fixture, &genlock_devices, show, "CAM A");
  g_assert_cmpstr (genlock_record_get_text (changed, GENLOCK_DEVICE_EQUIPMENT_ID), ==,
                   genlock_record_get_id (sony));
  emptied = find (fixture, &genlock_devices, show, "CAM B");
  g_assert_false (genlock_record_has (emptied, GENLOCK_DEVICE_EQUIPMENT_ID));
  kept = find (fixture, &genlock_devices, show, "Media 1 main");
  g_assert_true (genlock_record_has (kept, GENLOCK_DEVICE_EQUIPMENT_ID));
}

static void
test_addresses (ImportFixture *fixture,
                gconstpointer data)
{
  g_autofree char *show = import_gala (fixture);
  g_autoptr (GenlockRecord) router = find (fixture, &genlock_devices, show, "ROUTER 01");
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockImportPlan) again = NULL;
  GenlockImportCounts counts;
  g_autofree char *sheet = dup_sheet (fixture, show, &genlock_addresses);
  g_autofree char *more = g_strconcat (sheet, ",ROUTER 01,eth0,,10.0.2.77,,,,\r\n", NULL);

  plan = import_sheet (fixture, more);
  g_assert_cmpstr (genlock_record_get_text (import_find_record (plan, &genlock_addresses,
                                                                GENLOCK_ADDRESS_IP, "10.0.2.77"),
                                            GENLOCK_ADDRESS_DEVICE_ID), ==,
                   genlock_record_get_id (router));
  again = import_read_text ("sheet.csv", more);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

/* Cables that are there get other ends; all that the sheet does not say stays. */
static void
test_moved (ImportFixture *fixture,
            gconstpointer data)
{
  g_autofree char *show = import_gala (fixture);
  g_autofree char *sheet = dup_sheet (fixture, show, &genlock_connections);
  g_autoptr (GenlockImportPlan) plan = NULL;

  replace (&sheet, ",,Q8,OUT 2,SDI,DST 2,", ",C1,Q8,OUT 2,SDI,FOH 1,");
  replace (&sheet, ",,SRC 5,1,SDI,ROUTER 01,IN 2,", ",C2,src 3,2,,ROUTER 01,IN 2,");
  replace (&sheet, ",,SRC 4,1,SDI,ROUTER 01,IN 1,", ",C3,SRC 4,1,SDI,Q8,IN 4,");
  replace (&sheet, ",,SRC 4,1,SDI,DST 1,", ",C4,ROUTER 01,OUT 2,,DST 1,");
  replace (&sheet, ",,SRC 3,1,HDMI,Q8,IN 1,", ",C5,SRC 99,1,HDMI,Q8,IN 1,");
  plan = import_sheet (fixture, sheet);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 3, Source Device", "SRC 99");

  assert_cable (fixture, show, "C1", "Q8,OUT 2,SDI,FOH 1,,SDI");
  assert_cable (fixture, show, "C2", "SRC 3,2,SDI,ROUTER 01,IN 2,SDI");
  assert_cable (fixture, show, "C3", "SRC 4,1,SDI,Q8,IN 4,SDI");
  /* It leads through a snake, which stays behind a source. */
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 10, Source Device", "ROUTER 01");
  assert_cable (fixture, show, "C4", "SRC 4,1,SDI,DST 1,,SDI");
  assert_cable (fixture, show, "C5", "SRC 3,1,HDMI,Q8,IN 1,HDMI");
}

static void
test_added (ImportFixture *fixture,
            gconstpointer data)
{
  static const char sheet[] = HEADS
                              ",N1,SRC 3,,SDI,DST 2,,50,ft,yes\r\n"
                              ",N2,SRC 5,1,,Q8,IN 3,\"7,5\",m,\r\n"
                              ",N3,ROUTER 01,IN 1,,ROUTER 01,OUT 1,,,\r\n"
                              ",N4,Q8,OUT 3,,ROUTER 01,SPARE,12,furlongs,\r\n"
                              ",N5,Nobody,,,,,,,\r\n"
                              ",N6,,,,DST 1,,,,\r\n"
                              ",N7,SRC 3,,SDI,DST 3,,\"1,200\",m,\r\n"
                              ",N8,SRC 3,,SDI,DST 3,,\"0,125\",m,\r\n";
  g_autofree char *show = import_gala (fixture);
  guint n_before = import_count_live (fixture, &genlock_connections);
  g_autoptr (GenlockRecord) production = find (fixture, &genlock_productions, NULL, "Gala");
  const GenlockImportOptions options = { .production = production };
  g_autoptr (GBytes) bytes = g_bytes_new_static (sheet, strlen (sheet));
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockRecord) first = NULL;
  g_autoptr (GenlockRecord) unclear = NULL;
  g_autoptr (GenlockRecord) clear = NULL;

  plan = genlock_import_read_bytes ("cables.csv", bytes, &options, NULL, &error);
  g_assert_no_error (error);
  import_compare (fixture, plan);
  import_apply (fixture, plan);
  g_assert_cmpuint (import_count_live (fixture, &genlock_connections), ==, n_before + 7);

  assert_cable (fixture, show, "N1", "SRC 3,2,SDI,DST 2,,HDMI");
  assert_cable (fixture, show, "N2", "SRC 5,1,SDI,Q8,IN 3,SDI");
  assert_cable (fixture, show, "N3", "ROUTER 01,IN 1,SDI,ROUTER 01,OUT 1,SDI");
  assert_cable (fixture, show, "N4", "Q8,OUT 3,HDMI,ROUTER 01,SPARE,");
  assert_cable (fixture, show, "N6", ",,,DST 1,,SDI");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 5, Length", "12");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 6, Source Device", "Nobody");

  first = find (fixture, &genlock_connections, show, "N1");
  g_assert_cmpfloat (genlock_record_get_real (first, GENLOCK_CONNECTION_LENGTH_M), ==, 15.24);
  g_assert_true (genlock_record_get_bool (first, GENLOCK_CONNECTION_TESTED));
  g_assert_true (import_has_note (plan, "row 5, Length"));

  /* 1.2 m or 1.2 km: nobody can tell. */
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 8, Length", "1,200");
  unclear = find (fixture, &genlock_connections, show, "N7");
  g_assert_false (genlock_record_has (unclear, GENLOCK_CONNECTION_LENGTH_M));
  clear = find (fixture, &genlock_connections, show, "N8");
  g_assert_cmpfloat (genlock_record_get_real (clear, GENLOCK_CONNECTION_LENGTH_M), ==, 0.125);
}

static guint
count_ports (GenlockRecord *spec)
{
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);
  GPtrArray *cards = genlock_record_get_children (spec, &genlock_equipment_cards);
  guint n = ports != NULL ? ports->len : 0;

  for (guint i = 0; cards != NULL && i < cards->len; i++)
    n += genlock_record_get_children (cards->pdata[i], &genlock_equipment_card_io)->len;

  return n;
}

/* A row a port: edited, added, left out, and what the sheet has no column for stays. */
static void
test_ports (ImportFixture *fixture,
            gconstpointer data)
{
  g_autofree char *show = import_gala (fixture);
  g_autofree char *sheet = dup_sheet (fixture, show, &genlock_equipment_specs);
  g_autoptr (GenlockRecord) before = find (fixture, &genlock_equipment_specs, NULL, "HDCU-3500");
  g_autofree char *id = g_strdup (genlock_record_get_id (before));
  g_autofree char *more = NULL;
  g_autoptr (GenlockImportPlan) same = import_read_text ("equipment.csv", sheet);
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockImportPlan) refused = NULL;
  g_autoptr (GenlockRecord) after = NULL;
  GenlockImportCounts counts;
  GPtrArray *cards;

  import_compare (fixture, same);
  genlock_import_plan_count (same, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], >, 3);

  replace (&sheet, ",Camera Input,input,", ",Camera in,input,");
  more = g_strdup_printf ("%s%s,HDCU-3500,Sony,,,CCU,,,MON,output,,HDMI 2.0,,,1080p50\r\n"
                          "%s,HDCU-3500,Sony,,,CCU,,,TX 1,output,,12G-SDI,2,Option,\r\n"
                          ",Box,Nobody,,converter,,,,IN,in,,HDMI,,,\r\n", sheet, id, id);
  plan = import_sheet (fixture, more);
  after = find (fixture, &genlock_equipment_specs, NULL, "HDCU-3500");
  g_assert_cmpstr (genlock_record_get_id (after), ==, id);
  g_assert_cmpuint (count_ports (after), ==, count_ports (before) + 2);
  cards = genlock_record_get_children (after, &genlock_equipment_cards);
  g_assert_cmpuint (cards->len, ==, 1);
  g_assert_cmpint (genlock_record_get_int (cards->pdata[0], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER), ==,
                   2);
  g_free (sheet);
  sheet = dup_sheet (fixture, show, &genlock_equipment_specs);
  g_assert_nonnull (strstr (sheet, ",Camera in,input,"));
  g_assert_nonnull (strstr (sheet, ",MON,output,hdmi,HDMI 2.0,,,1080p50\r\n"));
  g_assert_nonnull (strstr (sheet, ",TX 1,output,sdi,12G-SDI,2,Option,\r\n"));

  replace (&sheet, ",Camera in,input,", ",Camera in,sideways,");
  refused = import_read_text ("equipment.csv", sheet);
  import_compare (fixture, refused);
  genlock_import_plan_count (refused, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
  g_assert_null (genlock_import_plan_find (refused, id));
}

/* A row that says a crosspoint and the cable behind it keeps the one where the other changes. */
static void
test_crosspoint (void)
{
  g_autoptr (GenlockRecord) row = genlock_record_new (&genlock_connections);
  GenlockSheetEnds ends;

  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, "router");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, "in");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, "out");
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_ID, "wall");
  genlock_sheet_ends_init (&ends, row);
  ends.to.id = "monitor";
  g_assert_true (genlock_sheet_ends_apply (&ends, row));
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT), ==, "in");
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT), ==,
                   "out");
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   "monitor");
}

/* The column of the workbook is read in place of ours. */
static void
test_alias (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;
  GenlockRecord *send;

  plan = import_read_text ("sends.csv", "UID,ID,TYPE,SEND NAME,IN\r\n,DST 1,MONITOR,A,HDMI\r\n");
  send = import_find_record (plan, &genlock_sends, GENLOCK_SEND_NAME, "A");
  g_assert_cmpstr (genlock_record_get_text (send, GENLOCK_SEND_OUTPUT_CONNECTOR), ==, "HDMI");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/sheet-links/equipment", test_equipment);
  import_add_test ("/sheet-links/addresses", test_addresses);
  import_add_test ("/sheet-links/moved", test_moved);
  import_add_test ("/sheet-links/added", test_added);
  import_add_test ("/sheet-links/ports", test_ports);
  import_add_test ("/sheet-links/alias", test_alias);
  g_test_add_func ("/sheet-links/crosspoint", test_crosspoint);

  return g_test_run ();
}
