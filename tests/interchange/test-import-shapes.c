/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every shape that older data comes in is told by its content. */

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
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"

static GenlockRecord *
find_show (GenlockImportPlan *plan,
           const char *name)
{
  return import_find_record (plan, &genlock_productions, GENLOCK_PRODUCTION_SHOW_NAME, name);
}

/* The value of video-production-storage in its wrapper. */
static void
test_state (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-state.json", NULL);
  GenlockRecord *show = find_show (plan, "Kickoff");
  GenlockRecord *source = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "GFX A");
  GenlockRecord *camera = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "CAM 1");
  GPtrArray *outputs = genlock_record_get_children (camera, &genlock_source_outputs);

  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_CLIENT), ==, "ACME");
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_LOAD_IN), ==,
                   "2026-02-01T00:00:00.000Z");
  g_assert_cmpstr (genlock_record_get_text (source, GENLOCK_SOURCE_LABEL), ==, "SRC 1");
  g_assert_cmpstr (genlock_record_get_text (source, GENLOCK_SOURCE_TYPE), ==, "Laptop");
  g_assert_cmpstr (genlock_record_get_text (source, GENLOCK_SOURCE_SECONDARY_DEVICE), ==,
                   "HDMI > FIBER");
  g_assert_cmpfloat (genlock_record_get_real (camera, GENLOCK_SOURCE_RATE), ==, 59.94);
  g_assert_cmpstr (genlock_record_get_text (camera, GENLOCK_SOURCE_BLANKING), ==, "RBv1");
  g_assert_cmpuint (outputs->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (g_ptr_array_index (outputs, 0),
                                            GENLOCK_SOURCE_OUTPUT_CONNECTOR), ==, "SDI");
  g_assert_cmpuint (import_count (plan, &genlock_connections), ==, 2);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.checklist[0]", "Order laptops");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.checklist[1]", "Cached row");
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
}

/* The same without its wrapper, and as a JavaScript string. */
static void
test_bare_state (ImportFixture *fixture,
                 gconstpointer data)
{
  static const char bare[] = "{\"production\":{\"client\":\"C\",\"showName\":\"S\"},"
                             "\"sources\":[{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"A\"}]}";
  g_autoptr (GenlockImportPlan) plan = import_read_text ("bare.json", bare);
  g_autofree char *escaped = g_strescape (bare, NULL);
  g_autofree char *quoted = g_strdup_printf ("\"%s\"", escaped);
  g_autoptr (GenlockImportPlan) copied = import_read_text ("copied.txt", quoted);
  g_autofree char *single = g_strdup_printf ("'%s'\n", bare);
  g_autoptr (GenlockImportPlan) literal = import_read_text ("literal.txt", single);
  GenlockRecord *first = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "A");
  GenlockRecord *second = import_find_record (copied, &genlock_sources, GENLOCK_SOURCE_NAME, "A");

  g_assert_cmpstr (genlock_record_get_id (first), ==, genlock_record_get_id (second));
  import_find (literal, &genlock_sources, GENLOCK_META_ID, genlock_record_get_id (first));
}

static void
test_export (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-export.json", NULL);
  GenlockRecord *source = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "GFX A");
  GenlockRecord *output = g_ptr_array_index (genlock_record_get_children (source,
                                                                          &genlock_source_outputs),
                                             0);

  g_assert_cmpstr (genlock_record_get_text (find_show (plan, "Kickoff"),
                                            GENLOCK_PRODUCTION_LOAD_IN), ==,
                   "2026-02-01T00:00:00.000Z");
  g_assert_cmpint (genlock_record_get_int (output, GENLOCK_SOURCE_OUTPUT_H_RES), ==, 3840);
  g_assert_cmpfloat (genlock_record_get_real (output, GENLOCK_SOURCE_OUTPUT_RATE), ==, 59.94);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "shows[0].usedEquipmentIds[0]", "missing-id");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "shows[0].sources[0].category", "COMPUTER");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "shows[0].production.fieldVersions", "{");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "shows[0].version", "3");
  g_assert_false (import_has_note (plan, "shows[0].production.show_name"));
}

static void
test_project (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);

  find_show (plan, "Gala");
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 3);
  g_assert_cmpuint (import_count (plan, &genlock_sends), ==, 3);
  g_assert_cmpuint (import_count (plan, &genlock_devices), ==, 8);
}

/* Values are text that is parsed again; both equipment keys count, and the main one's alias. */
static void
test_local_storage (ImportFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockImportPlan) empty = import_read_data ("kickoff-storage.json", NULL);
  g_autoptr (GenlockImportPlan) plan = import_read_data ("storage.json", NULL);
  GenlockRecord *show = find_show (plan, "Kickoff");

  g_assert_cmpuint (genlock_import_plan_get_shows (empty)->len, ==, 0);
  g_assert_cmpuint (import_count (plan, &genlock_productions), ==, 1);
  /* The backup is the older copy. */
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_ROOM), ==, "stale");
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_STATUS), ==, "ARCHIVED");
  import_find (plan, &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_MODEL, "New name");
  import_find (plan, &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_MODEL, "Stranded");
  /* These two, and what was made for the switcher. */
  g_assert_cmpuint (import_count (plan, &genlock_equipment_specs), ==, 3);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "app-preferences", "{");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "production-logs", "[");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "vd-venue-store", "{");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "uiPrefs-checklist-prod-9", "[");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "auth_token", NULL);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "user_name", "Kim");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "production-store.theme", "dark");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "production-store.connectorTypes", "[");
}

/* Pairs of key and value, as Object.entries() gives them. */
static void
test_entries (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text ("entries.json",
                           "[[\"production-store\",\"{\\\"production\\\":{\\\"showName\\\":"
                           "\\\"E\\\",\\\"client\\\":\\\"C\\\"},\\\"sources\\\":[]}\"],"
                           "[\"user_id\",\"7\"]]");
  find_show (plan, "E");
}

/* Of two copies in one dump the one modified last counts. */
static void
test_database (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("database.json", NULL);
  g_autoptr (GenlockImportPlan) nested = import_read_text (
    "nested.json", "{\"VideoDeptDB\":{\"projects\":[{\"key\":\"p\",\"value\":{\"production\":"
    "{\"showName\":\"N\",\"client\":\"C\"}}}],\"changes\":[]}}");

  g_assert_cmpstr (genlock_record_get_text (find_show (plan, "Kickoff"), GENLOCK_PRODUCTION_ROOM),
                   ==, "B");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "changes", "[");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "projects[0].sources", "1");
  find_show (nested, "N");
}

static void
test_api (ImportFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("regatta-api.json", NULL);
  GenlockRecord *show = find_show (plan, "Regatta");
  GenlockRecord *send = import_find_record (plan, &genlock_sends, GENLOCK_SEND_LABEL, "SEND 1");
  GenlockRecord *device = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                              "Switcher");
  GenlockRecord *cable = import_find_record (plan, &genlock_connections,
                                             GENLOCK_CONNECTION_CABLE_LABEL, "C1");
  GenlockRecord *spec = import_find_record (plan, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, "Six");
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);

  g_assert_cmpuint (import_count (plan, &genlock_productions), ==, 1);
  /* The day as it is written, whatever it is in UTC. */
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_LOAD_IN), ==,
                   "2026-07-01T00:00:00.000Z");
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_STATUS), ==, "READY");
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 2);
  g_assert_cmpuint (import_count (plan, &genlock_sends), ==, 3);
  g_assert_cmpstr (genlock_record_get_text (send, GENLOCK_SEND_NAME), ==, "WALL");
  import_find (plan, &genlock_sends, GENLOCK_SEND_TYPE, "STREAM");
  import_find (plan, &genlock_sends, GENLOCK_SEND_TYPE, "RECORD");
  g_assert_cmpstr (genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID), ==,
                   genlock_record_get_id (spec));
  g_assert_cmpuint (ports->len, ==, 2);
  g_assert_cmpfloat (genlock_record_get_real (cable, GENLOCK_CONNECTION_LENGTH_M), ==, 7.62);
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                   genlock_record_get_id (g_ptr_array_index (ports, 0)));
  g_assert_nonnull (genlock_record_get_text (cable, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID));
  g_assert_cmpuint (import_count (plan, &genlock_connections), ==, 2);
  import_assert_note (plan, GENLOCK_IMPORT_LOST,
                      "/api/cables/production/5f9b3c52-1111-4111-8111-111111111111[1]"
                      ".outputPortUuid", "nowhere");
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
}

/* A path that a client posted whole stays one row. */
static void
test_api_connection (ImportFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("regatta-api.json", NULL);
  GenlockRecord *row = import_find_record (plan, &genlock_connections,
                                           GENLOCK_CONNECTION_SIGNAL_PATH, "[{\"hop\":1}]");

  g_assert_nonnull (genlock_record_get_text (row, GENLOCK_CONNECTION_SOURCE_ID));
  g_assert_nonnull (genlock_record_get_text (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID));
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE), ==,
                   "DEVICE");
  g_assert_cmpuint (strlen (genlock_record_get_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT)),
                    ==, 36);
  g_assert_cmpstr (genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE), ==, "SEND");
}

/* Replies in a list with their addresses, and rows by the show that they name. */
static void
test_api_list (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text (
    "replies.json",
    "[{\"url\":\"https://host/api/productions\",\"data\":[{\"id\":\"p1\",\"showName\":\"One\","
    "\"client\":\"C\"},{\"id\":\"p2\",\"showName\":\"Two\",\"client\":\"C\"}]},"
    "{\"url\":\"https://host/api/sources\",\"data\":{\"data\":["
    "{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"A\",\"productionId\":\"p2\"},"
    "{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"B\",\"production_id\":\"p1\"},"
    "{\"id\":\"SRC 2\",\"type\":\"CAM\",\"name\":\"D\",\"production_id\":\"p3\"}]}}]");
  g_assert_cmpstr (genlock_record_get_text (import_find_record (plan, &genlock_sources,
                                                                GENLOCK_SOURCE_NAME, "A"),
                                            GENLOCK_SOURCE_PRODUCTION_ID), ==,
                   genlock_record_get_id (find_show (plan, "Two")));
  /* A show that the dump lacks is called by its id. */
  g_assert_cmpstr (genlock_record_get_text (import_find_record (plan, &genlock_sources,
                                                                GENLOCK_SOURCE_NAME, "D"),
                                            GENLOCK_SOURCE_PRODUCTION_ID), ==,
                   genlock_record_get_id (find_show (plan, "p3")));
}

static void
test_equipment (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("equipment.json", NULL);
  GenlockRecord *frame = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "Frame 4");
  GenlockRecord *eye = import_find_record (plan, &genlock_equipment_specs,
                                           GENLOCK_EQUIPMENT_SPEC_MODEL, "Eye");
  GenlockRecord *box = import_find_record (plan, &genlock_equipment_specs,
                                           GENLOCK_EQUIPMENT_SPEC_MODEL, "Box");
  GPtrArray *cards = genlock_record_get_children (frame, &genlock_equipment_cards);

  g_assert_cmpstr (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==,
                   "SWITCHER");
  g_assert_cmpstr (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE), ==,
                   "CARD_BASED");
  g_assert_cmpstr (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS), ==,
                   "[\"4K 59.94\",\"HD\"]");
  g_assert_cmpstr (genlock_record_get_text (frame, GENLOCK_EQUIPMENT_SPEC_SPECS), ==,
                   "{\"type\":\"cam-switcher\"}");
  g_assert_cmpuint (cards->len, ==, 2);
  for (guint i = 0; i < cards->len; i++)
    g_assert_cmpint (genlock_record_get_int (g_ptr_array_index (cards, i),
                                             GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER), ==, i + 1);
  g_assert_cmpuint (genlock_record_get_children (g_ptr_array_index (cards, 0),
                                                 &genlock_equipment_card_io)->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (eye, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==, "CAMERA");
  g_assert_cmpstr (genlock_record_get_text (eye, GENLOCK_EQUIPMENT_SPEC_SPECS), ==,
                   "{\"colour\":\"white\",\"type\":\"ptz\",\"zoom\":30}");
  g_assert_cmpstr (genlock_record_get_text (box, GENLOCK_EQUIPMENT_SPEC_CATEGORY), ==, "OTHER");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "[2].category", "teapot");
  g_assert_null (((GenlockImportShow *) g_ptr_array_index (genlock_import_plan_get_shows (plan), 0))
                 ->title);
  g_assert_cmpuint (import_apply (fixture, plan), >, 3);
}

/* Two cards in one slot: a show is not lost by that, the second card is not placed. */
static void
test_show_with_cards (ImportFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text (
    "show.json",
    "{\"state\":{\"production\":{\"id\":\"p\",\"showName\":\"S\",\"client\":\"C\"},"
    "\"equipmentSpecs\":[{\"id\":\"f\",\"category\":\"router\",\"manufacturer\":\"M\",\"model\":"
    "\"F\",\"ioArchitecture\":\"card-based\",\"cardSlots\":2,\"cards\":[{\"slotNumber\":1},"
    "{\"slotNumber\":1},{\"slotNumber\":65}]}]},\"version\":0}");
  GenlockRecord *frame = import_find_record (plan, &genlock_equipment_specs,
                                             GENLOCK_EQUIPMENT_SPEC_MODEL, "F");
  GPtrArray *cards = genlock_record_get_children (frame, &genlock_equipment_cards);

  g_assert_cmpuint (cards->len, ==, 3);
  g_assert_true (genlock_record_has (cards->pdata[0], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));
  g_assert_false (genlock_record_has (cards->pdata[1], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));
  g_assert_false (genlock_record_has (cards->pdata[2], GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER));
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "state.equipmentSpecs[0].cards[1].slotNumber",
                      "1");
}

static void
test_plain_lists (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) projects = NULL;
  g_autoptr (GenlockImportPlan) sources = NULL;
  g_autoptr (GenlockImportPlan) logs = NULL;

  projects = import_read_text ("projects.json", "[{\"production\":{\"showName\":\"P\",\"client\":"
                               "\"C\"},\"sources\":[]},{\"production\":{\"showName\":\"Q\"}}]");
  sources = import_read_text ("breakout.json", "[{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"A\","
                              "\"outputs\":[]}]");
  logs = import_read_text ("logs.json", "[{\"id\":\"1\",\"timestamp\":5,\"action\":\"add\"}]");

  find_show (projects, "P");
  find_show (projects, "Q");
  g_assert_false (genlock_import_plan_asks_show (projects));
  /* A list that names no show gets one with the name of its file. */
  find_show (sources, "breakout");
  g_assert_true (genlock_import_plan_asks_show (sources));
  g_assert_cmpuint (genlock_import_plan_get_shows (logs)->len, ==, 0);
}

/* What a show has in several files: the export first, then the server's, then the browser's. */
static void
test_precedence (ImportFixture *fixture,
                 gconstpointer data)
{
  static const char api[] =
    "{\"/api/productions\":[{\"id\":\"prod-9\",\"client\":\"ACME\",\"showName\":\"Kickoff\","
    "\"room\":\"server\",\"loadIn\":\"2026-02-01\"}],\"/api/routers/production/prod-9\":["
    "{\"id\":\"r\",\"name\":\"R\",\"model\":\"M\"}],\"/api/sources/production/prod-9\":["
    "{\"id\":\"SRC 7\",\"type\":\"CAM\",\"name\":\"FROM API\"}]}";
  g_autofree char *path = g_build_filename (fixture->folder, "api.json", NULL);
  g_autofree char *state = import_dup_data ("kickoff-state.json");
  g_autofree char *export = import_dup_data ("kickoff-export.json");
  const char *paths[] = { state, path, export, NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;

  g_file_set_contents (path, api, -1, NULL);
  plan = genlock_import_read (paths, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (import_count (plan, &genlock_productions), ==, 1);
  g_assert_cmpstr (genlock_record_get_text (find_show (plan, "Kickoff"), GENLOCK_PRODUCTION_ROOM),
                   ==, NULL);
  import_find (plan, &genlock_sources, GENLOCK_SOURCE_LABEL, "COMP 1");
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 1);
  /* What the export leaves out comes from the server, and then from the browser. */
  import_find (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "R");
  import_find (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "E2 ID.0");
  /* An empty list of the export is one that was emptied. */
  g_assert_cmpuint (import_count (plan, &genlock_sends), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/shapes/state", test_state);
  import_add_test ("/import/shapes/bare-state", test_bare_state);
  import_add_test ("/import/shapes/export", test_export);
  import_add_test ("/import/shapes/project", test_project);
  import_add_test ("/import/shapes/local-storage", test_local_storage);
  import_add_test ("/import/shapes/entries", test_entries);
  import_add_test ("/import/shapes/database", test_database);
  import_add_test ("/import/shapes/api", test_api);
  import_add_test ("/import/shapes/api-connection", test_api_connection);
  import_add_test ("/import/shapes/api-list", test_api_list);
  import_add_test ("/import/shapes/equipment", test_equipment);
  import_add_test ("/import/shapes/show-with-cards", test_show_with_cards);
  import_add_test ("/import/shapes/plain-lists", test_plain_lists);
  import_add_test ("/import/shapes/precedence", test_precedence);

  return g_test_run ();
}
