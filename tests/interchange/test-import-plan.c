/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan: what it finds in the database, what can be chosen, and what comes of it. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/model/genlock-json-reader.h"
#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"

static const char * const files[] = {
  "kickoff-state.json", "kickoff-export.json", "storage.json", "database.json", "gala.vdpx",
  "regatta-api.json", "equipment.json", "traps.json",
};

/* The same file again changes nothing, in the same run and in another. */
static void
test_twice (ImportFixture *fixture,
            gconstpointer data)
{
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GenlockImportPlan) first = import_read_data (files[i], NULL);
      g_autoptr (GenlockImportPlan) second = import_read_data (files[i], NULL);
      g_autoptr (GenlockBatch) batch = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;
      GenlockImportCounts counts;

      import_compare (fixture, first);
      import_apply (fixture, first);
      before = import_dup_state (fixture);
      import_compare (fixture, second);
      genlock_import_plan_count (second, &counts);
      /* Files of one show differ; those rows are left alone. */
      g_assert_cmpuint (counts.n[GENLOCK_IMPORT_NEW], ==, 0);
      g_assert_cmpuint (counts.n[GENLOCK_IMPORT_DELETED], ==, 0);
      g_assert_cmpuint (counts.n_chosen, ==, 0);
      batch = genlock_import_plan_build_batch (second);
      g_assert_cmpuint (genlock_batch_get_length (batch), ==, 0);
      after = import_dup_state (fixture);
      g_assert_cmpstr (before, ==, after);
    }
}

static void
test_undo (ImportFixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  g_autofree char *before = import_dup_state (fixture);
  g_autofree char *imported = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) undo = NULL;
  g_autoptr (GenlockChanges) redo = NULL;

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  imported = import_dup_state (fixture);
  g_assert_cmpstr (imported, !=, before);
  undo = genlock_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  undone = import_dup_state (fixture);
  g_assert_cmpstr (undone, ==, before);
  redo = genlock_store_redo (fixture->store, &error);
  g_assert_no_error (error);
  redone = import_dup_state (fixture);
  g_assert_cmpstr (redone, ==, imported);
}

/* After undo the rows are tombstones: importing again revives them with the same ids. */
static void
test_revive (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  g_autoptr (GenlockImportPlan) again = import_read_data ("gala.vdpx", NULL);
  g_autofree char *imported = NULL;
  g_autofree char *revived = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) undo = NULL;
  GenlockImportCounts counts;

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  imported = import_dup_state (fixture);
  undo = genlock_store_undo (fixture->store, 0, &error);
  g_assert_no_error (error);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_NEW], ==, 0);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_DELETED], >, 0);
  g_assert_cmpuint (counts.n_chosen, ==, counts.n[GENLOCK_IMPORT_DELETED]);
  import_apply (fixture, again);
  revived = import_dup_state (fixture);
  g_assert_cmpstr (revived, ==, imported);
}

static void
rename_row (ImportFixture *fixture,
            const GenlockTable *table,
            const char *id,
            guint field,
            const char *text)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *record = genlock_record_new (table);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = NULL;

  genlock_record_set_text (record, GENLOCK_META_ID, id);
  genlock_record_set_text (record, field, text);
  genlock_batch_update (batch, record);
  changes = genlock_store_apply (fixture->store, batch, NULL, &error);
  g_assert_no_error (error);
}

static char *
dup_name (ImportFixture *fixture,
          const char *id)
{
  g_autoptr (GenlockRecord) row = genlock_store_get (fixture->store, &genlock_sources, id, NULL);

  return g_strdup (genlock_record_get_text (row, GENLOCK_SOURCE_NAME));
}

/* A row that was edited since stays as it is, unless the preview says otherwise. */
static void
test_different (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-state.json", NULL);
  g_autoptr (GenlockImportPlan) again = import_read_data ("kickoff-state.json", NULL);
  g_autofree char *id = NULL;
  g_autofree char *kept = NULL;
  g_autofree char *taken = NULL;
  GenlockImportEntry *entry;

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  id = g_strdup (genlock_record_get_id (import_find_record (plan, &genlock_sources,
                                                            GENLOCK_SOURCE_NAME, "GFX A")));
  rename_row (fixture, &genlock_sources, id, GENLOCK_SOURCE_NAME, "GFX Z");
  import_compare (fixture, again);
  entry = import_find (again, &genlock_sources, GENLOCK_SOURCE_NAME, "GFX A");
  g_assert_cmpint (entry->state, ==, GENLOCK_IMPORT_DIFFERENT);
  g_assert_cmphex (entry->fields, ==, G_GUINT64_CONSTANT (1) << GENLOCK_SOURCE_NAME);
  g_assert_false (entry->children_differ);
  g_assert_false (entry->is_chosen);
  g_assert_cmpuint (import_apply (fixture, again), ==, 0);
  kept = dup_name (fixture, id);
  g_assert_cmpstr (kept, ==, "GFX Z");
  genlock_import_plan_choose_different (again, TRUE);
  g_assert_true (entry->is_chosen);
  g_assert_cmpuint (import_apply (fixture, again), ==, 1);
  taken = dup_name (fixture, id);
  g_assert_cmpstr (taken, ==, "GFX A");
}

/* Children that differ make their parent differ, and come with it. */
static void
test_children (ImportFixture *fixture,
               gconstpointer data)
{
  static const char one[] = "{\"production\":{\"showName\":\"S\"},\"sources\":[{\"id\":\"SRC 1\","
                            "\"type\":\"CAM\",\"name\":\"A\","
                            "\"outputs\":[{\"connector\":\"SDI\"}]}]}";
  static const char two[] = "{\"production\":{\"showName\":\"S\"},\"sources\":[{\"id\":\"SRC 1\","
                            "\"type\":\"CAM\",\"name\":\"A\",\"outputs\":[{\"connector\":\"HDMI\"},"
                            "{\"connector\":\"SDI\"}]}]}";
  g_autoptr (GenlockImportPlan) plan = import_read_text ("one.json", one);
  g_autoptr (GenlockImportPlan) again = import_read_text ("two.json", two);
  g_autoptr (GenlockImportPlan) third = import_read_text ("two.json", two);
  GenlockImportEntry *entry;

  import_compare (fixture, plan);
  import_apply (fixture, plan);
  import_compare (fixture, again);
  entry = import_find (again, &genlock_sources, GENLOCK_SOURCE_NAME, "A");
  g_assert_cmpint (entry->state, ==, GENLOCK_IMPORT_DIFFERENT);
  g_assert_true (entry->children_differ);
  g_assert_cmphex (entry->fields, ==, 0);
  genlock_import_plan_choose (again, entry, TRUE);
  g_assert_cmpuint (import_apply (fixture, again), >, 0);
  import_compare (fixture, third);
  g_assert_cmpint (import_find (third, &genlock_sources, GENLOCK_SOURCE_NAME, "A")->state, ==,
                   GENLOCK_IMPORT_EQUAL);
}

/* What a chosen row needs comes along; a cable whose end stays out stays out too. */
static void
test_needs (ImportFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-state.json", NULL);
  GPtrArray *shows = genlock_import_plan_get_shows (plan);
  GenlockImportCounts counts;

  import_compare (fixture, plan);
  for (guint i = 0; i < shows->len; i++)
    genlock_import_plan_choose_show (plan, g_ptr_array_index (shows, i), FALSE, TRUE);
  genlock_import_plan_count (plan, &counts);
  g_assert_cmpuint (counts.n_chosen, ==, 0);
  g_assert_cmpuint (import_apply (fixture, plan), ==, 0);

  genlock_import_plan_choose (plan, import_find (plan, &genlock_devices, GENLOCK_DEVICE_NAME,
                                                 "E2 ID.0"), TRUE);
  import_apply (fixture, plan);
  g_assert_cmpuint (import_count_live (fixture, &genlock_productions), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_specs), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_devices), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 0);

  import_compare (fixture, plan);
  genlock_import_plan_choose (plan, import_find (plan, &genlock_sources, GENLOCK_SOURCE_NAME,
                                                 "GFX A"), FALSE);
  import_apply (fixture, plan);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_connections), ==, 1);
}

/* What VideoDept makes by itself can be left out, with all that hangs on it. */
static void
test_samples (ImportFixture *fixture,
              gconstpointer data)
{
  static const char text[] =
    "{\"production\":{\"id\":\"prod-001\",\"client\":\"Sample Client\",\"showName\":"
    "\"Annual Conference 2024\"},\"sources\":[{\"id\":\"SRC 3\",\"type\":\"LAPTOP\","
    "\"name\":\"GFX A\"}"
    "%s],\"videoSwitchers\":[{\"id\":\"e2-0\",\"name\":\"E2 ID.0\",\"type\":\"E2\","
    "\"ip\":\"10.0.0.1\","
    "\"inputs\":[{\"id\":\"E2 ID.0 IN 1.1\",\"connector\":\"HDMI\",\"feed\":\"[SRC 3]\"}]}]}";
  g_autofree char *pure_text = g_strdup_printf (text, "");
  g_autofree char *mixed_text = g_strdup_printf (text, ",{\"id\":\"SRC 4\",\"type\":\"CAM\","
                                                 "\"name\":\"Mine\"}");
  g_autoptr (GenlockImportPlan) pure = import_read_text ("pure.json", pure_text);
  g_autoptr (GenlockImportPlan) mixed = import_read_text ("mixed.json", mixed_text);
  GenlockImportCounts counts;

  import_compare (fixture, pure);
  genlock_import_plan_count (pure, &counts);
  /* The show, a source, a device with its equipment and address, and the cable between them. */
  g_assert_cmpuint (counts.n_samples, ==, 6);
  g_assert_cmpuint (counts.n_chosen, ==, 6);
  genlock_import_plan_choose_samples (pure, FALSE);
  g_assert_cmpuint (import_apply (fixture, pure), ==, 0);

  import_compare (fixture, mixed);
  genlock_import_plan_choose_samples (mixed, FALSE);
  import_apply (fixture, mixed);
  g_assert_cmpuint (import_count_live (fixture, &genlock_productions), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 1);
  g_assert_cmpuint (import_count_live (fixture, &genlock_devices), ==, 0);
  g_assert_cmpuint (import_count_live (fixture, &genlock_equipment_specs), ==, 0);
}

/* Equipment that is there under its make and model takes the place of the file's. */
static void
test_found_equipment (ImportFixture *fixture,
                      gconstpointer data)
{
  static const char library[] =
    "[{\"id\":\"lib-ccu\",\"category\":\"ccu\",\"manufacturer\":\"SONY\",\"model\":\"hdcu-3500\","
    "\"ioArchitecture\":\"direct\",\"inputs\":[{\"id\":\"f\",\"type\":\"SMPTE Fiber\",\"label\":"
    "\"Fibre\"}],\"outputs\":[{\"id\":\"o\",\"type\":\"SDI\",\"label\":\"SDI 1\"}]}]";
  g_autoptr (GenlockImportPlan) first = import_read_text ("library.json", library);
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);
  g_autoptr (GenlockImportPlan) again = import_read_data ("gala.vdpx", NULL);
  GenlockRecord *spec = import_find_record (first, &genlock_equipment_specs,
                                            GENLOCK_EQUIPMENT_SPEC_MODEL, "hdcu-3500");
  GenlockRecord *input = g_ptr_array_index (genlock_record_get_children (
                                              spec, &genlock_equipment_io_ports), 0);
  GenlockRecord *device;
  GenlockRecord *cable;
  GenlockImportCounts counts;

  import_compare (fixture, first);
  import_apply (fixture, first);
  import_compare (fixture, plan);
  device = import_find_record (plan, &genlock_devices, GENLOCK_DEVICE_NAME, "CCU 1");
  cable = import_find_record (plan, &genlock_connections, GENLOCK_CONNECTION_CABLE_TYPE,
                              "SMPTE FIBER");
  g_assert_cmpstr (genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID), ==,
                   genlock_record_get_id (spec));
  /* Its port of the same connector stands for the one that the file made up. */
  g_assert_cmpstr (genlock_record_get_text (cable, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                   genlock_record_get_id (input));
  import_apply (fixture, plan);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

/* Lists that name no show go where the options say, and do so again. */
static void
test_options (ImportFixture *fixture,
              gconstpointer data)
{
  static const char list[] = "[{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"A\",\"outputs\":[]}]";
  g_autoptr (GBytes) bytes = g_bytes_new_static (list, strlen (list));
  GenlockImportOptions named = { NULL, "Summit", "ACME" };
  GenlockImportOptions into = { NULL, NULL, NULL };
  g_autoptr (GenlockImportPlan) fresh = NULL;
  g_autoptr (GenlockImportPlan) existing = NULL;
  g_autoptr (GenlockRecord) production = NULL;
  GenlockImportCounts counts;

  fresh = genlock_import_read_bytes ("list.json", bytes, &named, NULL, NULL);
  import_compare (fixture, fresh);
  import_apply (fixture, fresh);
  production = genlock_store_find (fixture->store, &genlock_productions, "Summit", NULL, NULL);
  g_assert_cmpstr (genlock_record_get_text (production, GENLOCK_PRODUCTION_CLIENT), ==, "ACME");
  into.production = production;
  existing = genlock_import_read_bytes ("list.json", bytes, &into, NULL, NULL);
  import_compare (fixture, existing);
  genlock_import_plan_count (existing, &counts);
  g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==, 1);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

static gboolean
has_twin (GenlockImportPlan *plan)
{
  const GenlockImportShow *show = genlock_import_plan_get_shows (plan)->pdata[0];

  return show->has_twin;
}

/* The same show with another load-in is another one; the preview can say so. */
static void
test_twins (ImportFixture *fixture,
            gconstpointer data)
{
  static const char later[] = "{\"production\":{\"showName\":\"KICKOFF\",\"client\":\"ACME\","
                              "\"loadIn\":\"2026-04-01\"},\"version\":1}";
  g_autoptr (GenlockImportPlan) first = import_read_data ("kickoff-state.json", NULL);
  g_autoptr (GenlockImportPlan) again = import_read_data ("kickoff-state.json", NULL);
  g_autoptr (GenlockImportPlan) other = import_read_text ("later.json", later);

  import_compare (fixture, first);
  g_assert_false (has_twin (first));
  import_apply (fixture, first);
  import_compare (fixture, again);
  g_assert_false (has_twin (again));
  import_compare (fixture, other);
  g_assert_true (has_twin (other));
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (dir != NULL && g_dir_read_name (dir) != NULL)
    n++;

  return n;
}

static void
test_originals (ImportFixture *fixture,
                gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "imports", NULL);
  g_autoptr (GError) error = NULL;

  for (guint run = 0; run < 2; run++)
    {
      g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-state.json", "gala.vdpx",
                                                             NULL);

      g_assert_true (genlock_import_plan_keep_originals (plan, fixture->database, &error));
      g_assert_no_error (error);
      /* The same bytes are kept once. */
      g_assert_cmpuint (count_files (folder), ==, 2);
    }
  for (guint run = 0; run < 2; run++)
    {
      /* The same name with other bytes is another file. */
      g_autoptr (GenlockImportPlan) plan = import_read_text ("gala.vdpx",
                                                             "{\"state\":{},\"version\":0}");

      g_assert_true (genlock_import_plan_keep_originals (plan, fixture->database, &error));
      g_assert_cmpuint (count_files (folder), ==, 3);
    }
}

static void
test_originals_fail (ImportFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "imports", NULL);
  g_autoptr (GenlockImportPlan) plan = import_read_data ("kickoff-state.json", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (folder, "in the way", -1, NULL));
  g_assert_false (genlock_import_plan_keep_originals (plan, fixture->database, &error));
  g_assert_nonnull (error);
}

/* The report as JSON is JSON, and has what the text has. */
static void
test_report (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("traps.json", NULL);
  g_autofree char *json = genlock_import_plan_write_json (plan);
  g_autofree char *text = genlock_import_plan_print (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) root = genlock_json_parse (json, strlen (json), NULL, &error);
  JsonObject *object;

  g_assert_no_error (error);
  object = json_node_get_object (root);
  g_assert_cmpint (json_object_get_int_member (object, "new"), >, 10);
  g_assert_cmpuint (json_array_get_length (json_object_get_array_member (object, "shows")), ==, 2);
  g_assert_nonnull (strstr (json, "\"reason\":\"Genlock has no field for this\""));
  g_assert_nonnull (strstr (text, "state.sources[3].rate: fast"));
}

/* A note keeps its first places and counts the rest. */
static void
test_many_notes (ImportFixture *fixture,
                 gconstpointer data)
{
  g_autoptr (GString) text = g_string_new ("{\"production\":{\"showName\":\"S\"},\"sources\":[");
  g_autoptr (GenlockImportPlan) plan = NULL;
  GPtrArray *notes;

  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (text, "%s{\"id\":\"SRC %u\",\"name\":\"A\",\"type\":\"CAM\",\"x\":%u}",
                            i > 0 ? "," : "", i, i);
  g_string_append (text, "]}");
  plan = import_read_text ("many.json", text->str);
  notes = genlock_import_report_get_notes (genlock_import_plan_get_report (plan));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpuint (((GenlockImportNote *) g_ptr_array_index (notes, 0))->count, ==, 1500);
  g_assert_cmpuint (((GenlockImportNote *) g_ptr_array_index (notes, 0))->places->len, ==,
                    GENLOCK_IMPORT_MAX_PLACES);
  g_assert_cmpuint (genlock_import_report_count (genlock_import_plan_get_report (plan),
                                                 GENLOCK_IMPORT_LOST), ==, 1500);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/plan/twice", test_twice);
  import_add_test ("/import/plan/undo", test_undo);
  import_add_test ("/import/plan/revive", test_revive);
  import_add_test ("/import/plan/different", test_different);
  import_add_test ("/import/plan/children", test_children);
  import_add_test ("/import/plan/needs", test_needs);
  import_add_test ("/import/plan/samples", test_samples);
  import_add_test ("/import/plan/found-equipment", test_found_equipment);
  import_add_test ("/import/plan/options", test_options);
  import_add_test ("/import/plan/twins", test_twins);
  import_add_test ("/import/plan/originals", test_originals);
  import_add_test ("/import/plan/originals-fail", test_originals_fail);
  import_add_test ("/import/plan/report", test_report);
  import_add_test ("/import/plan/many-notes", test_many_notes);

  return g_test_run ();
}
