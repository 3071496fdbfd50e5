/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The traps of older data, one test each. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"

static GenlockRecord *
find_source (GenlockImportPlan *plan,
             const char *name)
{
  return import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_NAME, name);
}

/* Two rows of one display id, and a source with a send's id, are rows of their own. */
static void
test_display_ids (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *a = find_source (plan, "A");
  GenlockRecord *b = find_source (plan, "B");
  GenlockRecord *send = import_find_record (plan, &genlock_sends, GENLOCK_SEND_LABEL, "DST 1");
  GenlockRecord *source = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                              "DST 1");

  g_assert_cmpstr (genlock_record_get_text (a, GENLOCK_SOURCE_LABEL), ==,
                   genlock_record_get_text (b, GENLOCK_SOURCE_LABEL));
  g_assert_cmpstr (genlock_record_get_id (a), !=, genlock_record_get_id (b));
  g_assert_cmpstr (genlock_record_get_id (send), !=, genlock_record_get_id (source));
  g_assert_cmpuint (import_apply (fixture, plan), >, 0);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 8);
}

/* A row in front does not move the others: their ids follow from their own. */
static void
test_stable_ids (ImportFixture *fixture,
                 gconstpointer data)
{
  static const char before[] = "{\"production\":{\"showName\":\"S\",\"client\":\"C\"},\"sources\":["
                               "{\"id\":\"SRC 2\",\"type\":\"CAM\",\"name\":\"A\"}]}";
  static const char after[] = "{\"production\":{\"showName\":\"S\",\"client\":\"C\"},\"sources\":["
                              "{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"New\"},"
                              "{\"id\":\"SRC 2\",\"type\":\"CAM\",\"name\":\"A\"}]}";
  g_autoptr (GenlockImportPlan) first = import_read_text ("a.json", before);
  g_autoptr (GenlockImportPlan) second = import_read_text ("b.json", after);

  g_assert_cmpstr (genlock_record_get_id (find_source (first, "A")), ==,
                   genlock_record_get_id (find_source (second, "A")));
}

/* The same uuid in two shows is two rows; the same show name for two clients two shows. */
static void
test_identity (ImportFixture *fixture,
               gconstpointer data)
{
  static const char both[] =
    "{\"shows\":[{\"production\":{\"id\":\"prod-001\",\"showName\":\"S\",\"client\":\"One\"},"
    "\"sources\":[{\"uuid\":\"2b1e4c1e-0000-4000-8000-0000000000aa\",\"type\":\"CAM\","
    "\"name\":\"A\"}]},"
    "{\"production\":{\"id\":\"prod-001\",\"showName\":\"S\",\"client\":\"Two\"},"
    "\"sources\":[{\"uuid\":\"2b1e4c1e-0000-4000-8000-0000000000aa\",\"type\":\"CAM\","
    "\"name\":\"A\"}]}]}";
  g_autoptr (GenlockImportPlan) plan = import_read_text ("both.json", both);

  g_assert_cmpuint (import_count (plan, &genlock_productions), ==, 2);
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 2);
}

/* camelCase beside snake_case, null beside absent beside "". */
static void
test_naming (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *show = import_find_record (plan, &genlock_productions,
                                            GENLOCK_PRODUCTION_SHOW_NAME, "Traps");
  GenlockRecord *source = find_source (plan, "C");

  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_CLIENT), ==, "Fern & Söhne");
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_VENUE), ==, "Hall 7");
  g_assert_false (genlock_record_has (show, GENLOCK_PRODUCTION_ROOM));
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_STATUS), ==, "READY");
  g_assert_cmpint (genlock_record_get_int (source, GENLOCK_SOURCE_H_RES), ==, 1920);
  g_assert_cmpint (genlock_record_get_int (source, GENLOCK_SOURCE_V_RES), ==, 1080);
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.production.location.city", "Ulm");
}

/* A number as text, also with a comma; what is none is reported. */
static void
test_numbers (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *d = find_source (plan, "D");

  g_assert_cmpfloat (genlock_record_get_real (find_source (plan, "C"), GENLOCK_SOURCE_RATE), ==,
                     29.97);
  g_assert_false (genlock_record_has (d, GENLOCK_SOURCE_RATE));
  /* Zero pixels are none. */
  g_assert_false (genlock_record_has (d, GENLOCK_SOURCE_H_RES));
  g_assert_false (genlock_record_has (find_source (plan, "E"), GENLOCK_SOURCE_H_RES));
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[3].rate", "fast");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[4].hRes", "1920.5");
}

/* ISO with a time, milliseconds, and a completedAt beyond 32 bits. */
static void
test_dates (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *show = import_find_record (plan, &genlock_productions,
                                            GENLOCK_PRODUCTION_SHOW_NAME, "Traps");

  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_LOAD_IN), ==,
                   "2026-01-10T00:00:00.000Z");
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_LOAD_OUT), ==,
                   "2026-01-13T00:00:00.000Z");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.checklist[1]",
                      "Array {\"completed\":true,\"completedAt\":4102444800000");
}

static void
test_days_in_order (ImportFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;
  GenlockRecord *show;

  plan = import_read_text ("order.json", "{\"production\":{\"showName\":\"S\",\"client\":\"C\","
                           "\"loadIn\":\"2026-03-05\",\"loadOut\":\"2026-03-01\"},\"version\":1}");
  show = import_find_record (plan, &genlock_productions, GENLOCK_PRODUCTION_SHOW_NAME, "S");
  g_assert_false (genlock_record_has (show, GENLOCK_PRODUCTION_LOAD_OUT));
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "production.loadOut", "2026-03-01");
}

/* An empty id of the show is no id; no name at all is the file's. */
static void
test_no_names (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  g_autoptr (GenlockImportPlan) nameless = import_read_text (
    "nameless.json", "{\"production\":{\"id\":\"\"},\"sources\":[]}");

  g_assert_cmpuint (import_count (plan, &genlock_productions), ==, 1);
  import_find (nameless, &genlock_productions, GENLOCK_PRODUCTION_SHOW_NAME, "nameless.json");
  import_assert_note (nameless, GENLOCK_IMPORT_CHANGED, "production.showName", NULL);
}

/* References to what is not there are reported, and what can be is kept as text. */
static void
test_orphans (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *camera = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "CAM 1");
  GenlockRecord *switcher = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "S");

  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[4].equipmentUuid",
                      "no-such-equipment");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.usedEquipmentIds[0]", "gone");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "state.cameras[0]", "CCU 404");
  g_assert_cmpstr (genlock_record_get_text (camera, GENLOCK_DEVICE_NOTE), ==, "CCU: CCU 404");
  g_assert_cmpstr (genlock_record_get_text (switcher, GENLOCK_DEVICE_NOTE), ==,
                   "IN 2: Z [SRC 1]\nIN 3: [SRC 99]");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "state.videoSwitchers[0].inputs[2]",
                      "[SRC 99]");
}

/* Of two sources with one id the feed's name decides; else neither. */
static void
test_ambiguous_feeds (ImportFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  g_autoptr (GPtrArray) connections = import_list (plan, &genlock_connections);
  GenlockImportEntry *only = g_ptr_array_index (connections, 0);

  g_assert_cmpuint (connections->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (only->record, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   genlock_record_get_id (find_source (plan, "B")));
}

/* "output" as text, "outputs" as null, as texts, as objects. */
static void
test_outputs (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GPtrArray *one = genlock_record_get_children (find_source (plan, "C"), &genlock_source_outputs);
  GPtrArray *two = genlock_record_get_children (find_source (plan, "65' 7\" wall – “wide”"),
                                                &genlock_source_outputs);
  GPtrArray *objects = genlock_record_get_children (find_source (plan, "12"),
                                                    &genlock_source_outputs);
  GPtrArray *none = genlock_record_get_children (find_source (plan, "A"), &genlock_source_outputs);

  g_assert_cmpuint (one->len, ==, 1);
  g_assert_cmpuint (two->len, ==, 2);
  g_assert_cmpint (genlock_record_get_int (g_ptr_array_index (two, 1),
                                           GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX), ==, 2);
  /* The list's misspelling of opticalCON. */
  g_assert_nonnull (strstr (genlock_record_get_text (g_ptr_array_index (objects, 0),
                                                     GENLOCK_SOURCE_OUTPUT_CONNECTOR),
                            "opticalCON"));
  /* A format per output that was not in use. */
  g_assert_false (genlock_record_has (g_ptr_array_index (objects, 1),
                                      GENLOCK_SOURCE_OUTPUT_H_RES));
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[10].outputs[1].hRes", "1280");
  g_assert_cmpuint (none->len, ==, 0);
}

/* Unknown words of open lists stay, those of closed lists are reported. */
static void
test_unknown_words (ImportFixture *fixture,
                    gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);

  g_assert_cmpstr (genlock_record_get_text (find_source (plan, "C"), GENLOCK_SOURCE_TYPE), ==,
                   "TELEPROMPTER X");
  g_assert_false (genlock_record_has (find_source (plan, "D"), GENLOCK_SOURCE_BLANKING));
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[3].blanking", "RBv9");
}

/* A note that VideoDept turned into a time stays, and is reported. */
static void
test_notes_as_times (ImportFixture *fixture,
                     gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);

  g_assert_cmpstr (genlock_record_get_text (find_source (plan, "D"), GENLOCK_SOURCE_NOTE), ==,
                   "2026-02-01T00:00:00.000Z");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "state.sources[3].note", "2026-02-01");
}

/* Rows that were deleted in either spelling stay out; empty lines of a list too. */
static void
test_deleted_rows (ImportFixture *fixture,
                   gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);

  import_assert_note (plan, GENLOCK_IMPORT_INFO, "state.sources[5]", "F");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "state.sources[6]", "G");
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "state.sends[1]", "DST 2");
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 8);
  g_assert_cmpuint (import_count (plan, &genlock_sends), ==, 1);
}

/* A stream key is named, its value never. */
static void
test_secrets (ImportFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("regatta-api.json", NULL);
  g_autofree char *text = genlock_import_plan_print (plan);
  g_autofree char *json = genlock_import_plan_write_json (plan);

  import_assert_note (plan, GENLOCK_IMPORT_LOST,
                      "/api/streams/production/5f9b3c52-1111-4111-8111-111111111111[0].streamKey",
                      NULL);
  g_assert_null (strstr (text, "s3cr3t"));
  g_assert_null (strstr (json, "s3cr3t"));
}

/* Feet and inches, quotation marks, and what is no row or too long. */
static void
test_odd_values (ImportFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  GenlockRecord *longest = import_find_record (plan, &genlock_sources, GENLOCK_SOURCE_LABEL,
                                               "SRC 9");

  find_source (plan, "65' 7\" wall – “wide”");
  g_assert_cmpint (g_utf8_strlen (genlock_record_get_text (longest, GENLOCK_SOURCE_NAME), -1), ==,
                   200);
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "state.sources[11].name", "NNN");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[8]", "not an object");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "state.sources[7].colour", "{\"deep\":[1,2]}");
}

static void
test_empty_state (ImportFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("empty.json",
                                                         "{\"state\":{},\"version\":0}");

  g_assert_cmpuint (genlock_import_plan_get_shows (plan)->len, ==, 0);
  import_assert_note (plan, GENLOCK_IMPORT_INFO, "state", NULL);
  g_assert_cmpuint (import_apply (fixture, plan), ==, 0);
}

/* Every member of every row of the data is either in a record or in the report. */
static void
test_nothing_in_silence (ImportFixture *fixture,
                         gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text (
    "silence.json",
    "{\"production\":{\"showName\":\"S\",\"client\":\"C\",\"mystery\":1},"
    "\"sources\":[{\"id\":\"1\","
    "\"name\":\"A\",\"type\":\"CAM\",\"mystery\":2,\"outputs\":[{\"connector\":\"SDI\","
    "\"mystery\":3}]}],\"sends\":[{\"id\":\"2\",\"name\":\"B\",\"type\":\"OTHER\",\"mystery\":4}],"
    "\"routers\":[{\"id\":\"3\",\"name\":\"R\",\"mystery\":5,\"inputs\":[{\"id\":\"IN 1\","
    "\"mystery\":6}]}],\"cameras\":[{\"id\":\"4\",\"name\":\"K\",\"mystery\":7}],\"ipAddresses\":["
    "{\"ip\":\"10.0.0.1\",\"mystery\":8}],\"cableSnakes\":[{\"id\":\"5\",\"name\":\"N\","
    "\"mystery\":9,\"connections\":[{\"id\":\"1\",\"mystery\":10}]}],\"mystery\":11,"
    "\"ledScreens\":[{\"id\":\"L\",\"mystery\":12}],\"equipmentSpecs\":[{\"id\":\"e\",\"model\":"
    "\"M\",\"inputs\":[{\"id\":\"i\",\"type\":\"SDI\",\"mystery\":13}]}],\"mediaServers\":["
    "{\"id\":\"1A\",\"name\":\"Z\",\"outputs\":[{\"id\":\"o\",\"mystery\":14}]}]}");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "production.mystery", "1");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "sources[0].mystery", "2");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "sources[0].outputs[0].mystery", "3");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "sends[0].mystery", "4");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "routers[0].mystery", "5");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "routers[0].inputs[0].mystery", "6");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "cameras[0].mystery", "7");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "ipAddresses[0].mystery", "8");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "cableSnakes[0].mystery", "9");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "cableSnakes[0].connections[0].mystery", "10");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "mystery", "11");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "ledScreens[0].mystery", "12");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "equipmentSpecs[0].inputs[0].mystery", "13");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "mediaServers[0].outputs[0].mystery", "14");
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/traps/display-ids", test_display_ids);
  import_add_test ("/import/traps/stable-ids", test_stable_ids);
  import_add_test ("/import/traps/identity", test_identity);
  import_add_test ("/import/traps/naming", test_naming);
  import_add_test ("/import/traps/numbers", test_numbers);
  import_add_test ("/import/traps/dates", test_dates);
  import_add_test ("/import/traps/days-in-order", test_days_in_order);
  import_add_test ("/import/traps/no-names", test_no_names);
  import_add_test ("/import/traps/orphans", test_orphans);
  import_add_test ("/import/traps/ambiguous-feeds", test_ambiguous_feeds);
  import_add_test ("/import/traps/outputs", test_outputs);
  import_add_test ("/import/traps/unknown-words", test_unknown_words);
  import_add_test ("/import/traps/notes-as-times", test_notes_as_times);
  import_add_test ("/import/traps/deleted-rows", test_deleted_rows);
  import_add_test ("/import/traps/secrets", test_secrets);
  import_add_test ("/import/traps/odd-values", test_odd_values);
  import_add_test ("/import/traps/empty-state", test_empty_state);
  import_add_test ("/import/traps/nothing-in-silence", test_nothing_in_silence);

  return g_test_run ();
}
