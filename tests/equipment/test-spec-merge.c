/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of equipment that goes from the library: refused, replaced, merged, and undone. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-slot-edit.h"
#include "equipment/genlock-spec-merge.h"
#include "frame-help.h"
#include "show-help.h"

typedef struct
{
  GenlockRecord *before;
  GenlockRecord *after;
  GenlockSpecUsage *usage;
} Scene;

static void
clear_scene (Scene *scene)
{
  genlock_record_unref (scene->before);
  genlock_record_unref (scene->after);
  genlock_spec_usage_unref (scene->usage);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, clear_scene)

/* Two devices of SPEC with three inputs, two of them fed; NEW_SPEC has two. */
static Scene
set_up_scene (StoreFixture *fixture)
{
  Scene scene = { make_frame (SPEC, "E2", 2), make_frame (NEW_SPEC, " e 2", 2), NULL };

  for (guint i = 1; i <= 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("IN %u", i);

      add_port (scene.before, FALSE, "SDI", label, i);
      if (i > 1)
        add_port (scene.after, FALSE, "SDI", label, i);
    }

  insert (fixture, genlock_record_ref (scene.before));
  insert (fixture, genlock_record_ref (scene.after));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (scene.before, "IN 2"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 1, OTHER_DEVICE, port_id (scene.before, "IN 3"), NULL, TRUE);
  scene.usage = read_usage (fixture, 2);

  return scene;
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
test_delete (StoreFixture *fixture,
             gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autofree char *id = make_id (SPEC);
  const char *ids[] = { id, NULL };
  g_autoptr (GError) error = NULL;

  g_assert_null (genlock_spec_delete_build (ids, scene.usage, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_USED);
  g_assert_nonnull (strstr (error->message, "Kick-off (2 devices)"));
}

static void
test_replace (StoreFixture *fixture,
              gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autoptr (GenlockPortMap) map = genlock_port_map_new (scene.before, scene.after, scene.usage);
  g_autofree char *was = dump (fixture);
  g_autofree char *is = NULL;
  g_autoptr (GError) error = NULL;
  GenlockBatch *batch = genlock_spec_replace_build (scene.before, scene.after, FALSE, scene.usage,
                                                    map, TRUE, &error);

  g_assert_no_error (error);
  apply_quietly (fixture, batch);
  g_assert_false (is_live (fixture, &genlock_equipment_specs, SPEC));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM devices WHERE equipment_id LIKE "
                        "'0000000b-%'"), ==, 2);
  assert_input (fixture, FIRST_CABLE, port_id (scene.after, "IN 2"));
  assert_input (fixture, FIRST_CABLE + 1, port_id (scene.after, "IN 3"));

  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
}

static void
test_merge (StoreFixture *fixture,
            gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autoptr (GPtrArray) specs = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) groups = NULL;
  g_autoptr (GenlockSpecMerge) merge = NULL;
  g_autofree char *was = dump (fixture);
  g_autofree char *is = NULL;
  g_auto (GenlockStep) step = { 0 };

  g_ptr_array_add (specs, scene.before);
  g_ptr_array_add (specs, scene.after);
  groups = genlock_spec_find_duplicates (specs);
  g_assert_cmpuint (groups->len, ==, 1);
  g_assert_cmpuint (((GPtrArray *) groups->pdata[0])->len, ==, 2);

  g_ptr_array_add (others, scene.before);
  merge = genlock_spec_merge_new (scene.after, others, scene.usage);
  g_assert_cmpuint (genlock_port_map_get_n_entries (genlock_spec_merge_get_map (merge, 0)), ==, 2);
  apply_quietly (fixture, genlock_spec_merge_build (merge, NULL));
  g_assert_true (genlock_undo_peek (fixture->database, FALSE, &step, NULL));
  g_assert_true (step.table == &genlock_equipment_specs);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM devices WHERE equipment_id LIKE "
                        "'0000000b-%'"), ==, 2);
  assert_input (fixture, FIRST_CABLE, port_id (scene.after, "IN 2"));

  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
}

/* What came to use a spec without a cable after the maps were made goes along all the same. */
static void
test_merge_later (StoreFixture *fixture,
                  gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GenlockSpecUsage) early = genlock_spec_usage_new (none, none, none, none, none);
  g_autoptr (GenlockSpecMerge) merge = NULL;

  g_ptr_array_add (others, scene.before);
  merge = genlock_spec_merge_new (scene.after, others, early);
  genlock_spec_merge_set_usage (merge, scene.usage);
  apply_quietly (fixture, genlock_spec_merge_build (merge, NULL));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM devices WHERE equipment_id LIKE "
                        "'0000000b-%'"), ==, 2);
}

/* One device of two. */
static void
test_swap (StoreFixture *fixture,
           gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autoptr (GenlockRecord) device = load_row (fixture, &genlock_devices, DEVICE);
  g_autoptr (GenlockSpecUsage) own =
    genlock_spec_usage_pick_device (scene.usage, genlock_record_get_id (device));
  g_autoptr (GenlockPortMap) map = genlock_port_map_new (scene.before, scene.after, own);
  g_autofree char *was = dump (fixture);
  g_autofree char *is = NULL;

  g_assert_cmpuint (genlock_port_map_get_n_entries (map), ==, 1);
  apply_quietly (fixture, genlock_device_swap_build (device, scene.after, FALSE, map, NULL));
  assert_input (fixture, FIRST_CABLE, port_id (scene.after, "IN 2"));
  assert_input (fixture, FIRST_CABLE + 1, port_id (scene.before, "IN 3"));
  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);
}

/* A device that is no known equipment any more keeps the words of its ports. */
static void
test_swap_to_none (StoreFixture *fixture,
                   gconstpointer data)
{
  g_auto (Scene) scene = set_up_scene (fixture);
  g_autoptr (GenlockRecord) device = load_row (fixture, &genlock_devices, DEVICE);
  g_autoptr (GenlockSpecUsage) own =
    genlock_spec_usage_pick_device (scene.usage, genlock_record_get_id (device));
  g_autoptr (GenlockPortMap) map = genlock_port_map_new (scene.before, NULL, own);

  g_assert_null (genlock_device_swap_build (device, NULL, FALSE, map, NULL));
  genlock_port_map_set_rest (map, -1, GENLOCK_PORT_MAP_KEEP);
  apply_quietly (fixture, genlock_device_swap_build (device, NULL, FALSE, map, NULL));
  assert_input (fixture, FIRST_CABLE, "IN 2");
  g_assert_cmpstr (say (fixture, &genlock_devices, DEVICE, GENLOCK_DEVICE_EQUIPMENT_ID), ==, "");
}

/* A card is replaced in a frame that a show uses: its cables go to the new one's ports. */
static void
test_card_swap (StoreFixture *fixture,
                gconstpointer data)
{
  GenlockRecord *frame = make_frame (SPEC, "E2", 4);
  g_autoptr (GenlockRecord) loaded = NULL;
  g_autoptr (GenlockSlotPlan) plan = NULL;
  g_autoptr (GenlockCardType) type = frame_help_make_type ("Better", NULL, 2, 2);
  g_autoptr (GenlockDrop) drop = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *summary = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  GenlockBatch *batch;

  frame_help_add_card (frame, 1, "Old", 3, 1);
  insert (fixture, genlock_record_ref (frame));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (frame, "IN 2"), port_id (frame, "OUT 1"), FALSE);
  connect (fixture, FIRST_CABLE + 1, DEVICE, port_id (frame, "IN 1"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 2, OTHER_DEVICE, port_id (frame, "IN 3"), NULL, TRUE);
  was = dump (fixture);

  loaded = load_row (fixture, &genlock_equipment_specs, SPEC);
  plan = genlock_slot_plan_new (loaded);
  usage = read_usage (fixture, 3);
  drop = genlock_drop_type (plan, type, 1);
  map = genlock_port_map_new (drop->leaving, genlock_drop_get_new_card (drop),
                              usage);
  summary = genlock_port_map_dup_summary (map);
  g_assert_cmpstr (summary, ==, "3 cables land on new ports, 1 port is left over");
  genlock_port_map_set_rest (map, -1, GENLOCK_PORT_MAP_KEEP);
  batch = genlock_drop_build (drop);
  g_assert_true (genlock_port_map_append (map, batch, &error));
  apply_quietly (fixture, batch);
  assert_input (fixture, FIRST_CABLE + 2, "Slot 1: IN 3");
  g_assert_cmpint (ask (fixture,
                        "SELECT count(*) FROM connections, equipment_card_io AS io "
                        "WHERE io.is_deleted = 0 AND (intermediate_input = io.id "
                        "OR intermediate_output = io.id OR destination_input = io.id)"), ==, 3);

  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM connections, equipment_card_io AS io "
                        "WHERE io.is_deleted = 0 AND destination_input = io.id"), ==, 2);
  genlock_record_unref (frame);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test ("/spec-merge/delete", test_delete);
  store_test ("/spec-merge/replace", test_replace);
  store_test ("/spec-merge/merge", test_merge);
  store_test ("/spec-merge/merge-later", test_merge_later);
  store_test ("/spec-merge/swap", test_swap);
  store_test ("/spec-merge/swap-to-none", test_swap_to_none);
  store_test ("/spec-merge/card-swap", test_card_swap);

  return g_test_run ();
}
