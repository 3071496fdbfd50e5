/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of gestures on a piece of equipment: formats, details, copies, variants. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-spec-edit.h"
#include "frame-help.h"
#include "show-help.h"

/* What the only op of @batch (transfer full) sets. */
static char *
take_text (GenlockBatch *batch,
           guint field)
{
  char *text;

  g_assert_nonnull (batch);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 1);
  text = g_strdup (genlock_record_get_text (genlock_batch_get_op (batch, 0)->record, field));
  genlock_batch_unref (batch);

  return text;
}

static void
test_formats (void)
{
  static const char * const list[] = { " 1080p50 ", "", "1080p50", "2160p50", "{\"a\":1}", NULL };
  g_autoptr (GenlockRecord) spec = frame_help_make (2, NULL);
  g_autofree char *written = NULL;
  g_autofree char *joined = NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) formats = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *ports;

  written = take_text (genlock_spec_formats_build (spec, list),
                       GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS);
  g_assert_cmpstr (written, ==, "[\"1080p50\",\"2160p50\",{\"a\":1}]");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS, written);
  formats = genlock_spec_get_formats (spec, NULL);
  g_assert_cmpuint (g_strv_length (formats), ==, 3);
  g_assert_null (genlock_spec_formats_build (spec, (const char * const *) formats));

  /* The ports' join the list; nothing of the ports changes. */
  add_port (spec, FALSE, "SDI", "IN 1", 1);
  ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);
  genlock_record_set_text (ports->pdata[0], GENLOCK_PORT_FORMAT, "720p50");
  joined = take_text (genlock_spec_format_by_io_build (spec, FALSE),
                      GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS);
  g_assert_cmpstr (joined, ==, "[\"1080p50\",\"2160p50\",{\"a\":1},\"720p50\"]");
  text = genlock_spec_format_by_io_dup_text (spec, FALSE);
  g_assert_nonnull (strstr (text, "720p50"));
  g_assert_null (genlock_spec_format_by_io_build (spec, TRUE));

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS, "{}");
  g_assert_null (genlock_spec_get_formats (spec, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_RULES);
}

static void
test_details (void)
{
  g_autoptr (GenlockRecord) spec =
    frame_help_make (2, "{\"library\":{},\"slots\":[],\"weight\":12.5,\"rack\":\"3U\"}");
  g_autoptr (GPtrArray) details = genlock_spec_list_details (spec, NULL);
  g_autofree char *added = NULL;
  g_autofree char *renamed = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (details->len, ==, 2);
  g_assert_cmpstr (((GenlockSpecDetail *) details->pdata[0])->text, ==, "3U");
  g_assert_cmpstr (((GenlockSpecDetail *) details->pdata[1])->text, ==, "12.5");
  g_assert_true (((GenlockSpecDetail *) details->pdata[1])->is_json);

  added = take_text (genlock_spec_detail_build (spec, "power", NULL, "{\"w\": 90}", NULL),
                     GENLOCK_EQUIPMENT_SPEC_SPECS);
  g_assert_nonnull (strstr (added, "\"power\":{\"w\":90}"));
  g_assert_nonnull (strstr (added, "\"library\":{}"));
  renamed = take_text (genlock_spec_detail_build (spec, "rack", "units", "3U", NULL),
                       GENLOCK_EQUIPMENT_SPEC_SPECS);
  g_assert_null (strstr (renamed, "rack"));
  g_assert_null (genlock_spec_detail_build (spec, NULL, "rack", "", &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (genlock_spec_detail_build (spec, "slots", NULL, "x", &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
  g_clear_error (&error);
  g_assert_null (genlock_spec_detail_build (spec, "rack", "weight", "x", &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
}

static void
test_architecture (void)
{
  g_autoptr (GenlockRecord) spec = frame_help_make (2, NULL);
  g_autoptr (GenlockBatch) batch =
    genlock_spec_set_build (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "DIRECT", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (batch);
  frame_help_add_card (spec, 1, "A", 1, 0);
  g_assert_null (genlock_spec_set_build (spec, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE, "DIRECT",
                                         &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
}

static void
test_duplicate (StoreFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = frame_help_make (2, "{\"library\":{\"id\":\"a\"},\"x\":1}");
  g_autoptr (GHashTable) models = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GenlockBatch) batch = NULL;
  const GenlockRecord *copy;

  add_port (spec, FALSE, "SDI", "IN 1", 1);
  frame_help_add_card (spec, 1, "A", 2, 1);
  insert (fixture, genlock_record_ref (spec));
  g_hash_table_add (models, (gpointer) "Frame (copy)");
  batch = genlock_spec_duplicate_build (spec, models, &copy);
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_EQUIPMENT_SPEC_MODEL), ==,
                   "Frame (copy 2)");
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_EQUIPMENT_SPEC_SPECS), ==, "{\"x\":1}");
  apply_quietly (fixture, genlock_batch_ref (batch));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_card_io"), ==, 6);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_io_ports"), ==, 2);
}

static void
test_variant (StoreFixture *fixture,
              gconstpointer data)
{
  GenlockRecord *spec = make_frame (SPEC, "E2", 8);
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockRecord) device = NULL;
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  const GenlockRecord *copy;

  /* Labels that say nothing: the copy of each port is known all the same. */
  for (guint i = 0; i < 4; i++)
    add_port (spec, FALSE, "SDI", "X", i + 1);
  insert (fixture, genlock_record_ref (spec));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE,
           genlock_record_get_id (genlock_record_get_children (
                                    spec, &genlock_equipment_io_ports)->pdata[2]), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 1, OTHER_DEVICE, port_id (spec, "X"), NULL, TRUE);

  usage = read_usage (fixture, 2);
  device = load_row (fixture, &genlock_devices, DEVICE);
  batch = genlock_spec_variant_build (spec, device, "Kick-off", usage, &copy);
  apply_quietly (fixture, genlock_batch_ref (batch));
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_EQUIPMENT_SPEC_MODEL), ==,
                   "E2 (Kick-off)");
  after = load_row (fixture, &genlock_connections, FIRST_CABLE);
  g_assert_cmpstr (genlock_record_get_text (after, GENLOCK_CONNECTION_DESTINATION_INPUT), ==,
                   genlock_record_get_id (genlock_record_get_children (
                                            copy, &genlock_equipment_io_ports)->pdata[2]));
  g_assert_cmpstr (say (fixture, &genlock_connections, FIRST_CABLE + 1,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), ==, port_id (spec, "X"));

  undo_quietly (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM equipment_specs WHERE is_deleted = 0"), ==,
                   1);
  g_assert_cmpstr (say (fixture, &genlock_connections, FIRST_CABLE,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), !=, "");
  genlock_record_unref (spec);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spec-edit/formats", test_formats);
  g_test_add_func ("/spec-edit/details", test_details);
  g_test_add_func ("/spec-edit/architecture", test_architecture);
  store_test ("/spec-edit/duplicate", test_duplicate);
  store_test ("/spec-edit/variant", test_variant);

  return g_test_run ();
}
