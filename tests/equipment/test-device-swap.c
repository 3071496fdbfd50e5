/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of devices that become another piece of equipment: found in any gesture, with cables. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-device-swap.h"
#include "frame-help.h"
#include "show-help.h"

/* A piece of equipment that is not there yet. */
#define FRESH_SPEC 12

/* Two devices of SPEC, each fed at one of its inputs; the cable of OTHER_DEVICE is on IN 3, which
 * NEW_SPEC has not. */
static void
set_up_scene (StoreFixture *fixture)
{
  g_autoptr (GenlockRecord) before = make_frame (SPEC, "E2", 2);
  g_autoptr (GenlockRecord) after = make_frame (NEW_SPEC, "Carbonite", 2);

  genlock_record_set_text (after, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "ROUTER");
  add_port (before, FALSE, "SDI", "IN 2", 1);
  add_port (before, FALSE, "SDI", "IN 3", 2);
  add_port (after, FALSE, "SDI", "IN 2", 1);
  insert (fixture, genlock_record_ref (before));
  insert (fixture, genlock_record_ref (after));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (before, "IN 2"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 1, OTHER_DEVICE, port_id (before, "IN 3"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 2, OTHER_DEVICE, port_id (before, "IN 2"), NULL, TRUE);
}

static GPtrArray *
find (StoreFixture *fixture,
      GenlockBatch *batch)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (fixture->dir.file, GENLOCK_STORE_READ,
                                                       &error);
  GPtrArray *swaps;

  g_assert_no_error (error);
  swaps = genlock_device_swaps_find (store, batch);
  genlock_store_close (store);
  return swaps;
}

/* Has @device become @spec; 0 for no equipment. */
static void
update_device (GenlockBatch *batch,
               guint device,
               guint spec)
{
  GenlockRecord *update = genlock_record_new (&genlock_devices);

  genlock_record_take_text (update, GENLOCK_META_ID, make_id (device));
  if (spec != 0)
    genlock_record_take_text (update, GENLOCK_DEVICE_EQUIPMENT_ID, make_id (spec));
  else
    genlock_record_set_null (update, GENLOCK_DEVICE_EQUIPMENT_ID);
  genlock_batch_update (batch, update);
}

static void
assert_input (StoreFixture *fixture,
              guint cable,
              const char *expected)
{
  g_assert_cmpstr (say (fixture, &genlock_connections, cable,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), ==, expected);
}

static void
test_two (StoreFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("FILL");
  g_autoptr (GPtrArray) swaps = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) specs = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;

  set_up_scene (fixture);
  after = load_row (fixture, &genlock_equipment_specs, NEW_SPEC);
  was = dump (fixture);
  update_device (batch, DEVICE, NEW_SPEC);
  update_device (batch, OTHER_DEVICE, NEW_SPEC);
  swaps = find (fixture, batch);
  g_assert_cmpuint (swaps->len, ==, 2);
  specs = genlock_device_swaps_list_specs (swaps);
  g_assert_cmpuint (g_strv_length (specs), ==, 1);

  usage = read_usage (fixture, 3);
  g_assert_true (genlock_device_swaps_set_usage (swaps, usage));
  g_assert_true (genlock_device_swaps_are_current (swaps, usage));
  g_assert_false (genlock_device_swaps_append (swaps, batch, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 2);

  genlock_port_map_set_rest (((GenlockDeviceSwap *) swaps->pdata[1])->map, -1,
                             GENLOCK_PORT_MAP_KEEP);
  g_assert_true (genlock_device_swaps_append (swaps, batch, NULL));
  apply_quietly (fixture, genlock_batch_ref (batch));
  assert_input (fixture, FIRST_CABLE, port_id (after, "IN 2"));
  assert_input (fixture, FIRST_CABLE + 1, "IN 3");
  assert_input (fixture, FIRST_CABLE + 2, port_id (after, "IN 2"));
  g_assert_cmpstr (say (fixture, &genlock_devices, DEVICE, GENLOCK_DEVICE_CATEGORY), ==, "ROUTER");
  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
}

/* A cable that was plugged after the maps were made. */
static void
test_stale (StoreFixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GPtrArray) swaps = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockSpecUsage) later = NULL;
  g_autoptr (GenlockRecord) before = NULL;

  set_up_scene (fixture);
  before = load_row (fixture, &genlock_equipment_specs, SPEC);
  update_device (batch, DEVICE, 0);
  swaps = find (fixture, batch);
  g_assert_cmpuint (swaps->len, ==, 1);
  g_assert_null (((GenlockDeviceSwap *) swaps->pdata[0])->after);
  usage = read_usage (fixture, 3);
  g_assert_true (genlock_device_swaps_set_usage (swaps, usage));

  connect (fixture, FIRST_CABLE + 3, DEVICE, port_id (before, "IN 3"), NULL, TRUE);
  later = read_usage (fixture, 4);
  g_assert_false (genlock_device_swaps_are_current (swaps, later));
}

static GenlockSpecLook
look_again (StoreFixture *fixture,
            GPtrArray *swaps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (fixture->dir.file, GENLOCK_STORE_READ,
                                                       &error);
  GenlockSpecLook found;

  g_assert_no_error (error);
  found = genlock_device_swaps_look_again (swaps, store);
  genlock_store_close (store);
  return found;
}

/* (transfer full): where the equipment of the swaps is used by now, with the cables of the scene */
static GenlockSpecUsage *
read_usage_of (StoreFixture *fixture,
               GPtrArray *swaps)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = genlock_store_open (fixture->dir.file, GENLOCK_STORE_READ,
                                                       &error);
  g_auto (GStrv) ids = genlock_device_swaps_list_specs (swaps);
  GenlockSpecUsage *usage;

  g_assert_no_error (error);
  usage = genlock_spec_usage_read (store, (const char * const *) ids, &error);
  g_assert_no_error (error);
  genlock_store_close (store);
  return usage;
}

/* The device becomes yet another piece, with its cable, while the maps are looked at. */
static void
test_other_equipment (StoreFixture *fixture,
                      gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockBatch) meanwhile = genlock_batch_new ("EDIT");
  g_autoptr (GenlockRecord) fresh = make_frame (FRESH_SPEC, "Fresh", 2);
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GPtrArray) swaps = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockSpecUsage) later = NULL;
  GenlockRecord *cable = genlock_record_new (&genlock_connections);

  set_up_scene (fixture);
  add_port (fresh, FALSE, "SDI", "IN 2", 1);
  insert (fixture, genlock_record_ref (fresh));
  after = load_row (fixture, &genlock_equipment_specs, NEW_SPEC);
  update_device (batch, DEVICE, NEW_SPEC);
  swaps = find (fixture, batch);
  usage = read_usage_of (fixture, swaps);
  g_assert_true (genlock_device_swaps_set_usage (swaps, usage));
  g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_SAME);

  update_device (meanwhile, DEVICE, FRESH_SPEC);
  genlock_record_take_text (cable, GENLOCK_META_ID, make_id (FIRST_CABLE));
  genlock_record_set_text (cable, GENLOCK_CONNECTION_DESTINATION_INPUT, port_id (fresh, "IN 2"));
  genlock_batch_update (meanwhile, cable);
  apply_quietly (fixture, g_steal_pointer (&meanwhile));
  g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_CHANGED);
  g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_SAME);

  /* Its cable is in the new map, and lands. */
  later = read_usage_of (fixture, swaps);
  g_assert_true (genlock_device_swaps_set_usage (swaps, later));
  g_assert_true (genlock_device_swaps_append (swaps, batch, NULL));
  apply_quietly (fixture, genlock_batch_ref (batch));
  assert_input (fixture, FIRST_CABLE, port_id (after, "IN 2"));
}

/* Somebody has done the same already, or has taken the equipment away: no cable is asked about. */
static void
test_done_already (StoreFixture *fixture,
                   gconstpointer data)
{
  static const guint specs[] = { NEW_SPEC, 0 };

  set_up_scene (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (specs); i++)
    {
      g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
      g_autoptr (GenlockBatch) meanwhile = genlock_batch_new ("EDIT");
      g_autoptr (GPtrArray) swaps = NULL;
      g_autoptr (GenlockSpecUsage) usage = NULL;

      update_device (batch, i == 0 ? DEVICE : OTHER_DEVICE, NEW_SPEC);
      swaps = find (fixture, batch);
      g_assert_cmpuint (swaps->len, ==, 1);
      update_device (meanwhile, i == 0 ? DEVICE : OTHER_DEVICE, specs[i]);
      apply_quietly (fixture, g_steal_pointer (&meanwhile));
      g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_CHANGED);
      usage = read_usage_of (fixture, swaps);
      g_assert_false (genlock_device_swaps_set_usage (swaps, usage));
      g_assert_true (genlock_device_swaps_are_current (swaps, usage));
      g_assert_true (genlock_device_swaps_append (swaps, batch, NULL));
    }
}

/* Ports of either side come and go, and the equipment to come as a whole. */
static void
test_other_ports (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockBatch) less = genlock_batch_new ("DELETE");
  g_autoptr (GenlockBatch) gone = genlock_batch_new ("DELETE");
  g_autoptr (GenlockRecord) after = NULL;
  g_autoptr (GPtrArray) swaps = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;

  set_up_scene (fixture);
  after = load_row (fixture, &genlock_equipment_specs, NEW_SPEC);
  update_device (batch, DEVICE, NEW_SPEC);
  swaps = find (fixture, batch);
  usage = read_usage_of (fixture, swaps);
  g_assert_true (genlock_device_swaps_set_usage (swaps, usage));

  genlock_batch_delete (less, &genlock_equipment_io_ports, port_id (after, "IN 2"));
  apply_quietly (fixture, g_steal_pointer (&less));
  g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_CHANGED);
  g_assert_true (genlock_device_swaps_set_usage (swaps, usage));
  g_assert_false (genlock_device_swaps_append (swaps, batch, NULL));

  genlock_batch_delete (gone, &genlock_equipment_specs, genlock_record_get_id (after));
  apply_quietly (fixture, g_steal_pointer (&gone));
  g_assert_cmpint (look_again (fixture, swaps), ==, GENLOCK_SPEC_LOOK_GONE);
}

/* The same equipment again, and a device that had none, are nothing to look at. */
static void
test_nothing (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockBatch) first = genlock_batch_new ("EDIT");
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) swaps = NULL;

  set_up_scene (fixture);
  update_device (batch, DEVICE, SPEC);
  none = find (fixture, batch);
  g_assert_cmpuint (none->len, ==, 0);

  update_device (first, DEVICE, 0);
  apply_quietly (fixture, genlock_batch_ref (first));
  g_clear_pointer (&batch, genlock_batch_unref);
  batch = genlock_batch_new ("EDIT");
  update_device (batch, DEVICE, NEW_SPEC);
  swaps = find (fixture, batch);
  g_assert_cmpuint (swaps->len, ==, 0);
  g_assert_cmpstr (genlock_record_get_text (genlock_batch_get_op (batch, 0)->record,
                                            GENLOCK_DEVICE_CATEGORY), ==, "ROUTER");
}

static void
insert_device (GenlockBatch *batch,
               guint spec,
               const char *category)
{
  GenlockRecord *device = genlock_record_new_row (&genlock_devices, NULL);

  if (spec != 0)
    genlock_record_take_text (device, GENLOCK_DEVICE_EQUIPMENT_ID, make_id (spec));
  if (category != NULL)
    genlock_record_set_text (device, GENLOCK_DEVICE_CATEGORY, category);
  genlock_batch_insert (batch, device);
}

/* A new device is what its equipment is, which may come with it, unless somebody says otherwise. */
static void
test_complete (StoreFixture *fixture,
               gconstpointer data)
{
  static const char * const expected[] = { "ROUTER", "OTHER", "CAMERA", "CCU" };
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("PASTE");
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockStore) store = NULL;
  GenlockRecord *fresh = make_frame (FRESH_SPEC, "New", 2);

  set_up_scene (fixture);
  genlock_record_set_text (fresh, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "CCU");
  insert_device (batch, NEW_SPEC, NULL);
  insert_device (batch, 0, NULL);
  insert_device (batch, NEW_SPEC, "CAMERA");
  insert_device (batch, FRESH_SPEC, NULL);
  genlock_batch_insert (batch, fresh);

  store = genlock_store_open (fixture->dir.file, GENLOCK_STORE_READ, &error);
  g_assert_no_error (error);
  genlock_device_complete (store, batch);
  genlock_store_close (store);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (genlock_record_get_text (genlock_batch_get_op (batch, i)->record,
                                              GENLOCK_DEVICE_CATEGORY), ==, expected[i]);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/device-swap/two", test_two);
  store_test ("/device-swap/stale", test_stale);
  store_test ("/device-swap/other-equipment", test_other_equipment);
  store_test ("/device-swap/done-already", test_done_already);
  store_test ("/device-swap/other-ports", test_other_ports);
  store_test ("/device-swap/nothing", test_nothing);
  store_test ("/device-swap/complete", test_complete);

  return g_test_run ();
}
