/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of placing equipment in a show: numbering, limits, what comes along. */

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-device-place.h"
#include "equipment/genlock-port-pattern.h"
#include "show-help.h"

static GHashTable *
make_set (const char * const *words)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    g_hash_table_add (set, g_utf8_casefold (words[i], -1));

  return set;
}

/* "SW 1=E2, SW 2=E2 2" */
static char *
dup_devices (const GenlockDevicePlace *place)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) devices = genlock_device_place_list (place, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < devices->len; i++)
    {
      const char *label = genlock_record_get_text (devices->pdata[i], GENLOCK_DEVICE_LABEL);

      g_string_append_printf (text, "%s%s=%s", i > 0 ? ", " : "", label != NULL ? label : "",
                              genlock_record_get_text (devices->pdata[i], GENLOCK_DEVICE_NAME));
    }

  return g_string_free (text, FALSE);
}

static void
assert_devices (const GenlockDevicePlace *place,
                const char *expected)
{
  g_autofree char *devices = dup_devices (place);

  g_assert_cmpstr (devices, ==, expected);
}

static void
test_numbering (void)
{
  static const char * const labels[] = { "SW 2", "sw 3", NULL };
  static const char * const names[] = { "E2", NULL };
  g_autoptr (GenlockRecord) spec = make_frame (SPEC, "E2", 8);
  g_autoptr (GHashTable) used_labels = make_set (labels);
  g_autoptr (GHashTable) used_names = make_set (names);
  GenlockDevicePlace place = { .production_id = "x", .spec = spec, .n = 3 };

  assert_devices (&place, "=E2, =E2 2, =E2 3");
  place.label = "SW 1";
  place.labels = used_labels;
  place.names = used_names;
  assert_devices (&place, "SW 1=E2 2, SW 4=E2 3, SW 5=E2 4");
  place.label = "SW [2-4]";
  place.name = "Screen [A-C]";
  assert_devices (&place, "SW 2=Screen A, SW 3=Screen B, SW 4=Screen C");
  place.label = "CAM 09";
  place.name = "Cam 1";
  assert_devices (&place, "CAM 09=Cam 1, CAM 10=Cam 2, CAM 11=Cam 3");
  /* Behind the highest number there is none. */
  place.n = 2;
  place.label = "999999999999999";
  assert_devices (&place, "999999999999999=Cam 1, 999999999999999 2=Cam 2");
}

static void
test_model_with_brackets (void)
{
  g_autoptr (GenlockRecord) spec = make_frame (SPEC, "E2 [Gen 2]", 8);
  GenlockDevicePlace place = { .production_id = "x", .spec = spec, .n = 1 };

  assert_devices (&place, "=E2 [Gen 2]");
}

static void
assert_refused (const GenlockDevicePlace *place,
                GQuark domain,
                int code)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_device_place_build (place, &error));
  g_assert_error (error, domain, code);
}

static void
test_limits (void)
{
  g_autoptr (GenlockRecord) spec = make_frame (SPEC, "E2", 8);
  GenlockDevicePlace place = { .production_id = "x", .spec = spec };

  assert_refused (&place, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT);
  place.n = 501;
  assert_refused (&place, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT);
  place.n = 3;
  place.label = "SW [1-4]";
  assert_refused (&place, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_LIMIT);
  place.label = "SW [1-";
  assert_refused (&place, GENLOCK_PORT_PATTERN_ERROR, GENLOCK_PORT_PATTERN_ERROR_BRACKET);
}

/* An entry of the shipped library comes along, in one step that is called after the devices. */
static void
test_place (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockRecord) spec = make_frame (SPEC, "E2", 8);
  g_autofree char *show = make_id (SHOW);
  GenlockDevicePlace place = {
    .production_id = show, .spec = spec, .is_new = TRUE, .n = 4, .label = "SW 1",
  };
  g_auto (GenlockStep) step = { 0 };

  insert (fixture, make_show (SHOW, "Kick-off"));
  apply_quietly (fixture, genlock_device_place_build (&place, NULL));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM devices WHERE category = 'ROUTER'"), ==, 4);
  g_assert_true (is_live (fixture, &genlock_equipment_specs, SPEC));
  g_assert_true (genlock_undo_peek (fixture->database, FALSE, &step, NULL));
  g_assert_true (step.table == &genlock_devices);
  g_assert_cmpuint (step.n_rows, ==, 4);

  undo_quietly (fixture);
  g_assert_false (is_live (fixture, &genlock_equipment_specs, SPEC));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM devices WHERE is_deleted = 0"), ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/device-place/numbering", test_numbering);
  g_test_add_func ("/device-place/model-with-brackets", test_model_with_brackets);
  g_test_add_func ("/device-place/limits", test_limits);
  store_test ("/device-place/place", test_place);

  return g_test_run ();
}
