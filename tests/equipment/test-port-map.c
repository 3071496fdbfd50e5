/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of maps of ports: no cable vanishes, each lands once, undo brings all of it back. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/store/genlock-load.h"
#include "equipment/genlock-port-map.h"
#include "frame-help.h"
#include "show-help.h"

static void
assert_lands (const GenlockPortMap *map,
              const char *from,
              const char *to,
              GenlockPortMapWhy why)
{
  for (guint i = 0; i < genlock_port_map_get_n_entries (map); i++)
    {
      const GenlockPortMapEntry *entry = genlock_port_map_get_entry (map, i);
      const char *label = genlock_record_get_text (entry->port.record, GENLOCK_PORT_LABEL);

      if (g_strcmp0 (label, from) != 0)
        continue;

      g_assert_cmpint (entry->why, ==, why);
      g_assert_cmpstr (entry->target != NULL
                       ? genlock_record_get_text (entry->target->record, GENLOCK_PORT_LABEL)
                       : NULL, ==, to);
      return;
    }

  g_error ("There is no entry for “%s”", from);
}

static void
test_suggestions (StoreFixture *fixture,
                  gconstpointer data)
{
  GenlockRecord *before = make_frame (SPEC, "Old", 2);
  GenlockRecord *after = make_frame (NEW_SPEC, "New", 2);
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  static const char * const wired[] = { "IN 1", "IN 2", "PC", "REF", "X", "Y" };

  add_port (before, FALSE, "12G-SDI", "IN 1", 1);
  add_port (before, FALSE, "12G-SDI", "IN 2", 2);
  add_port (before, FALSE, "HDMI 2.0", "PC", 3);
  add_port (before, FALSE, "3G-SDI", "REF", 4);
  add_port (before, FALSE, "DP 1.4", "X", 5);
  add_port (before, FALSE, "DP 1.4", "Y", 6);
  add_port (after, FALSE, "12G-SDI", "in2", 1);
  add_port (after, FALSE, "12G-SDI", "A", 2);
  add_port (after, FALSE, "HDMI 2.0", "B", 3);
  add_port (after, FALSE, "12G-SDI", "REF", 4);
  add_port (after, FALSE, "HDMI 2.0", "C", 5);
  add_port (after, TRUE, "DP 1.4", "OUT", 1);
  insert (fixture, genlock_record_ref (before));
  insert (fixture, genlock_record_ref (after));
  set_up_show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (wired); i++)
    connect (fixture, FIRST_CABLE + i, DEVICE, port_id (before, wired[i]), NULL, TRUE);

  usage = read_usage (fixture, G_N_ELEMENTS (wired));
  map = genlock_port_map_new (before, after, usage);
  g_assert_cmpuint (genlock_port_map_get_n_entries (map), ==, 6);
  assert_lands (map, "IN 2", "in2", GENLOCK_PORT_MAP_LABEL);
  assert_lands (map, "REF", "REF", GENLOCK_PORT_MAP_NAME);
  assert_lands (map, "PC", "B", GENLOCK_PORT_MAP_INDEX);
  assert_lands (map, "IN 1", "A", GENLOCK_PORT_MAP_TYPE);
  assert_lands (map, "X", "C", GENLOCK_PORT_MAP_DIRECTION);
  assert_lands (map, "Y", NULL, GENLOCK_PORT_MAP_NONE);

  genlock_record_unref (before);
  genlock_record_unref (after);
}

/* Specs that share some labels and connectors. */
static GenlockRecord *
make_random_spec (guint number)
{
  static const char * const types[] = { "12G-SDI", "3G-SDI", "HDMI 2.0", "DP 1.4" };
  GenlockRecord *spec = make_frame (number, "E2", 2);
  guint n_ports = g_test_rand_int_range (1, 14);

  for (guint i = 0; i < n_ports; i++)
    {
      gboolean output = g_test_rand_bit ();
      g_autofree char *label = g_strdup_printf ("%s %d", output ? "OUT" : "IN",
                                                g_test_rand_int_range (1, 9));

      add_port (spec, output, types[g_test_rand_int_range (0, 4)], label, i + 1);
    }

  return spec;
}

static const char *
pick_port (GenlockRecord *spec,
           gboolean output)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);
  guint at = g_test_rand_int_range (0, ports->len);

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, (at + i) % ports->len);

      if (port->is_output == output)
        return genlock_record_get_id (port->record);
    }

  return "some port";
}

/* Each cable end is accounted for: what it said and says. */
static void
check_ends (const GenlockPortMap *map,
            StoreFixture *fixture)
{
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < genlock_port_map_get_n_entries (map); i++)
    {
      const GenlockPortMapEntry *entry = genlock_port_map_get_entry (map, i);

      g_assert_cmpuint (entry->cables->len, >, 0);
      if (entry->target != NULL)
        {
          g_assert_true (g_hash_table_add (taken, (gpointer) entry->target));
          g_assert_cmpint (entry->target->is_output, ==, entry->port.is_output);
        }

      for (guint j = 0; j < entry->cables->len; j++)
        {
          const GenlockCableEnd *end = &g_array_index (entry->cables, GenlockCableEnd, j);
          g_autoptr (GError) error = NULL;
          g_autoptr (GenlockRecord) now =
            genlock_load_row (fixture->database, &genlock_connections,
                              genlock_record_get_id (end->connection), NULL, &error);
          const char *says = genlock_record_get_text (now, end->field);
          gboolean is_live = !genlock_record_get_bool (now, GENLOCK_META_IS_DELETED);

          if (entry->target != NULL && is_live)
            g_assert_cmpstr (says, ==, genlock_record_get_id (entry->target->record));
          else if (entry->rest == GENLOCK_PORT_MAP_KEEP && is_live)
            g_assert_nonnull (strstr (genlock_record_get_text (entry->port.record,
                                                               GENLOCK_PORT_LABEL), says));
          else if (is_live)
            g_assert_null (says);
          else
            /* Only unplugging deletes. */
            g_assert_true (map != NULL);
        }
    }
}

static guint
count_live (StoreFixture *fixture)
{
  return (guint) ask (fixture, "SELECT count(*) FROM connections WHERE is_deleted = 0");
}

static void
shuffle_map (GenlockPortMap *map)
{
  guint n_entries = genlock_port_map_get_n_entries (map);

  for (guint i = 0; i < n_entries; i++)
    {
      guint index = g_test_rand_int_range (0, n_entries);
      g_autoptr (GPtrArray) choices = genlock_port_map_list_choices (map, index);
      guint choice = g_test_rand_int_range (0, choices->len + 1);

      g_assert_true (genlock_port_map_set_target (map, index,
                                                  choice < choices->len
                                                  ? choices->pdata[choice] : NULL));
    }
}

static void
test_random (StoreFixture *fixture,
             gconstpointer data)
{
  for (guint round = 0; round < 12; round++)
    {
      StoreFixture own = { 0 };
      GenlockRecord *before = make_random_spec (SPEC);
      GenlockRecord *after = make_random_spec (NEW_SPEC);
      gboolean keep = g_test_rand_bit ();
      guint n_cables = g_test_rand_int_range (1, 12);

      store_fixture_set_up (&own, NULL);
      insert (&own, genlock_record_ref (before));
      insert (&own, genlock_record_ref (after));
      set_up_show (&own);
      for (guint i = 0; i < n_cables; i++)
        connect (&own, FIRST_CABLE + i, g_test_rand_int_range (DEVICE, OTHER_DEVICE + 1),
                 pick_port (before, FALSE), pick_port (before, TRUE), g_test_rand_bit ());

      {
        g_autoptr (GenlockSpecUsage) usage = read_usage (&own, n_cables);
        g_autoptr (GenlockPortMap) map = genlock_port_map_new (before, after, usage);
        g_autoptr (GError) error = NULL;
        GenlockBatch *batch = genlock_batch_new ("EDIT");
        g_autofree char *was = dump (&own);
        g_autofree char *is = NULL;
        guint n_undecided;

        g_assert_cmpuint (count_live (&own), ==, n_cables);
        if (g_test_rand_bit () && genlock_port_map_get_n_entries (map) > 0)
          shuffle_map (map);

        genlock_port_map_count_rest (map, &n_undecided);
        if (n_undecided > 0)
          {
            g_assert_false (genlock_port_map_append (map, batch, &error));
            g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);
            g_assert_cmpuint (genlock_batch_get_length (batch), ==, 0);
            g_clear_error (&error);
          }

        genlock_port_map_set_rest (map, -1, keep ? GENLOCK_PORT_MAP_KEEP
                                                 : GENLOCK_PORT_MAP_UNPLUG);
        g_assert_true (genlock_port_map_append (map, batch, &error));
        g_assert_no_error (error);
        if (genlock_batch_get_length (batch) == 0)
          genlock_batch_unref (batch);
        else
          {
            apply_quietly (&own, batch);
            check_ends (map, &own);
            /* Nothing goes unless somebody said so. */
            if (keep || genlock_port_map_count_rest (map, NULL) == 0)
              g_assert_cmpuint (count_live (&own), ==, n_cables);
            undo_quietly (&own);
          }

        is = dump (&own);
        g_assert_cmpstr (is, ==, was);
      }

      store_fixture_tear_down (&own, NULL);
      genlock_record_unref (before);
      genlock_record_unref (after);
    }
}

static void
test_choose (StoreFixture *fixture,
             gconstpointer data)
{
  GenlockRecord *before = make_frame (SPEC, "Old", 2);
  GenlockRecord *after = make_frame (NEW_SPEC, "New", 2);
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  g_autoptr (GenlockSpecUsage) later = NULL;
  g_autofree char *summary = NULL;
  GArray *targets;

  add_port (before, FALSE, "SDI", "IN 1", 1);
  add_port (before, FALSE, "SDI", "IN 2", 2);
  add_port (before, FALSE, "SDI", "IN 3", 3);
  add_port (after, FALSE, "SDI", "IN 1", 1);
  add_port (after, FALSE, "SDI", "IN 2", 2);
  add_port (after, TRUE, "SDI", "OUT", 1);
  insert (fixture, genlock_record_ref (before));
  insert (fixture, genlock_record_ref (after));
  set_up_show (fixture);
  for (guint i = 0; i < 3; i++)
    {
      g_autofree char *label = g_strdup_printf ("IN %u", i + 1);

      connect (fixture, FIRST_CABLE + i, DEVICE, port_id (before, label), NULL, TRUE);
    }

  usage = read_usage (fixture, 3);
  map = genlock_port_map_new (before, after, usage);
  summary = genlock_port_map_dup_summary (map);
  g_assert_cmpstr (summary, ==, "2 cables land on new ports, 1 port is left over");

  /* Somebody plugs a further cable while the map is looked at. */
  g_assert_true (genlock_port_map_is_current (map, usage));
  connect (fixture, FIRST_CABLE + 3, OTHER_DEVICE, port_id (before, "IN 1"), NULL, TRUE);
  later = read_usage (fixture, 4);
  g_assert_false (genlock_port_map_is_current (map, later));

  /* The one who had it takes what the other one had: nothing. */
  targets = genlock_port_map_get_targets (map);
  g_assert_true (genlock_port_map_set_target (map, 2, &g_array_index (targets, GenlockPort, 0)));
  assert_lands (map, "IN 3", "IN 1", GENLOCK_PORT_MAP_CHOSEN);
  assert_lands (map, "IN 1", NULL, GENLOCK_PORT_MAP_NONE);
  assert_lands (map, "IN 2", "IN 2", GENLOCK_PORT_MAP_LABEL);
  g_assert_false (genlock_port_map_set_target (map, 2, &g_array_index (targets, GenlockPort, 2)));

  genlock_record_unref (before);
  genlock_record_unref (after);
}

/* Cards that go with cables on them: each end waits for a word. */
static void
test_remove_cards (StoreFixture *fixture,
                   gconstpointer data)
{
  GenlockRecord *spec = make_frame (SPEC, "Old", 2);
  g_autoptr (GenlockRecord) loaded = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  guint n_undecided;

  frame_help_add_card (spec, 1, "A", 2, 0);
  frame_help_add_card (spec, 2, "B", 1, 0);
  insert (fixture, genlock_record_ref (spec));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (spec, "IN 2"), NULL, TRUE);

  loaded = load_row (fixture, &genlock_equipment_specs, SPEC);
  cards = genlock_ports_list_cards (loaded);
  usage = read_usage (fixture, 1);
  map = genlock_port_map_new_for_cards (cards, usage);
  g_assert_cmpuint (genlock_port_map_get_n_entries (map), ==, 1);
  g_assert_cmpuint (genlock_port_map_count_rest (map, &n_undecided), ==, 1);
  g_assert_cmpuint (n_undecided, ==, 1);

  genlock_record_unref (spec);
}

/* Both cards of a cable go, each with a map of its own: no end is lost, and no empty row is left.
 *  */
static void
test_two_maps (StoreFixture *fixture,
               gconstpointer data)
{
  GenlockRecord *spec = make_frame (SPEC, "Old", 2);
  g_autoptr (GenlockRecord) loaded = NULL;
  g_autoptr (GPtrArray) cards = NULL;
  g_autoptr (GenlockSpecUsage) usage = NULL;

  frame_help_add_card (spec, 1, "A", 1, 0);
  frame_help_add_card (spec, 2, "B", 0, 1);
  insert (fixture, genlock_record_ref (spec));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (spec, "IN 1"), port_id (spec, "OUT 1"), FALSE);
  connect (fixture, FIRST_CABLE + 1, DEVICE, port_id (spec, "IN 1"), NULL, TRUE);

  loaded = load_row (fixture, &genlock_equipment_specs, SPEC);
  cards = genlock_ports_list_cards (loaded);
  usage = read_usage (fixture, 2);
  for (guint round = 0; round < 2; round++)
    {
      GenlockPortMapRest rest = round == 0 ? GENLOCK_PORT_MAP_KEEP : GENLOCK_PORT_MAP_UNPLUG;
      GenlockBatch *batch = genlock_batch_new ("DELETE");

      for (guint i = 0; i < cards->len; i++)
        {
          g_autoptr (GenlockPortMap) map = genlock_port_map_new (cards->pdata[i], NULL, usage);

          genlock_port_map_set_rest (map, -1, rest);
          g_assert_true (genlock_port_map_append (map, batch, NULL));
        }

      apply_quietly (fixture, batch);
      g_assert_cmpint (ask (fixture, "SELECT count(*) FROM connections WHERE is_deleted = 0"), ==,
                       round == 0 ? 2 : 0);
      if (round == 0)
        g_assert_cmpstr (say (fixture, &genlock_connections, FIRST_CABLE,
                              GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT), ==, "Slot 2: OUT 1");
      undo_quietly (fixture);
    }

  genlock_record_unref (spec);
}

static void
test_delete_ports (StoreFixture *fixture,
                   gconstpointer data)
{
  GenlockRecord *spec = make_frame (SPEC, "Old", 2);
  g_autoptr (GenlockSpecUsage) usage = NULL;
  g_autoptr (GenlockPortMap) map = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *was = NULL;
  g_autofree char *is = NULL;
  const char *ids[3] = { NULL };

  add_port (spec, FALSE, "SDI", "IN 1", 1);
  add_port (spec, FALSE, "SDI", "IN 2", 2);
  add_port (spec, FALSE, "SDI", "IN 3", 3);
  insert (fixture, genlock_record_ref (spec));
  set_up_show (fixture);
  connect (fixture, FIRST_CABLE, DEVICE, port_id (spec, "IN 1"), NULL, TRUE);
  connect (fixture, FIRST_CABLE + 1, DEVICE, port_id (spec, "IN 3"), NULL, TRUE);
  was = dump (fixture);

  ids[0] = port_id (spec, "IN 1");
  usage = read_usage (fixture, 2);
  map = genlock_port_map_new_for_ports (spec, ids, usage);
  /* Only the one that is free. */
  g_assert_cmpuint (genlock_port_map_get_targets (map)->len, ==, 1);
  g_assert_null (genlock_port_delete_build (spec, ids, map, &error));
  g_assert_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED);

  genlock_port_map_set_rest (map, -1, GENLOCK_PORT_MAP_KEEP);
  apply_quietly (fixture, genlock_port_delete_build (spec, ids, map, NULL));
  g_assert_cmpstr (say (fixture, &genlock_connections, FIRST_CABLE,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), ==, "IN 1");
  undo_quietly (fixture);
  is = dump (fixture);
  g_assert_cmpstr (is, ==, was);

  genlock_record_unref (spec);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  store_test ("/port-map/suggestions", test_suggestions);
  store_test ("/port-map/choose", test_choose);
  store_test ("/port-map/remove-cards", test_remove_cards);
  store_test ("/port-map/two-maps", test_two_maps);
  store_test ("/port-map/delete-ports", test_delete_ports);
  store_test ("/port-map/random", test_random);

  return g_test_run ();
}
