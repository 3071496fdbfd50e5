/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of random edits: a graph and its problems that are kept up equal those made anew. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "rule-help.h"
#include "signal/genlock-signal-path.h"

#define N_EDITS 3000
#define N_NODES 5
#define N_CABLES 24

static const char * const connectors[] = { "HDMI", "3G-SDI", "12G-SDI", "BNC REF", "what?" };
static const char * const formats[] = { "1080p50", "2160p59.94", "", "1920×1200 60" };
static const char * const categories[] = { "ROUTER", "CONVERTER", "CCU", "SWITCHER" };

static const char *
pick (GRand *random,
      const char * const *words,
      guint n)
{
  return words[g_rand_int_range (random, 0, (gint32) n)];
}

static char *
make_connectors (GRand *random)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (random, 0, 4);

  for (int i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            pick (random, connectors, G_N_ELEMENTS (connectors)));

  return g_string_free (text, FALSE);
}

static char *
make_name (GRand *random,
           const char *prefix,
           int n)
{
  return g_strdup_printf ("%s %d", prefix, g_rand_int_range (random, 0, n));
}

static void
edit_node (SignalShow *show,
           GRand *random)
{
  static const char * const prefixes[] = { "SRC", "DEV", "DST", "DEV" };
  int kind = g_rand_int_range (random, 0, G_N_ELEMENTS (prefixes));
  g_autofree char *name = make_name (random, prefixes[kind], N_NODES);
  g_autofree char *spec = g_strconcat (name, " spec", NULL);
  g_autofree char *ins = make_connectors (random);
  g_autofree char *outs = make_connectors (random);
  gboolean drop = g_rand_int_range (random, 0, 3) == 0;
  g_autofree char *id = signal_id (name);

  if (kind == 3 && g_hash_table_contains (show->rows, id))
    signal_show_set_text (show, name, GENLOCK_DEVICE_LABEL, ins);
  else if (kind == 0 && drop)
    signal_show_drop (show, &genlock_sources, name);
  else if (kind == 0)
    signal_show_source (show, name, "Laptop",
                        pick (random, formats, G_N_ELEMENTS (formats)), outs);
  else if (kind == 2 && drop)
    signal_show_drop (show, &genlock_sends, name);
  else if (kind == 2)
    signal_show_send (show, name, "MONITOR", pick (random, formats, G_N_ELEMENTS (formats)),
                      "HDMI");
  else if (drop)
    signal_show_drop (show, kind == 1 ? &genlock_devices : &genlock_equipment_specs,
                      kind == 1 ? name : spec);
  else
    signal_show_device (show, name, pick (random, categories, G_N_ELEMENTS (categories)), ins,
                        outs);
}

/* Ids of ports that are there or not, words of others, or nothing. */
static void
set_port (GRand *random,
          GenlockRecord *row,
          guint field,
          const char *node,
          const char *direction)
{
  g_autofree char *name = g_strdup_printf ("%s:%s %d", node, direction,
                                           g_rand_int_range (random, 1, 4));
  int what = g_rand_int_range (random, 0, 8);

  if (what == 0)
    genlock_record_set_null (row, field);
  else if (what == 1)
    genlock_record_set_text (row, field, g_rand_boolean (random) ? "X" : "<X");
  else
    genlock_record_take_text (row, field, signal_id (name));
}

static void
set_ref (GRand *random,
         GenlockRecord *row,
         guint type_field,
         guint id_field,
         const char *word,
         const char *name)
{
  gboolean odd = g_rand_int_range (random, 0, 12) == 0;

  genlock_record_set_text (row, type_field, odd ? "TRUCK" : word);
  if (g_rand_int_range (random, 0, 20) == 0)
    genlock_record_set_null (row, id_field);
  else
    genlock_record_take_text (row, id_field, signal_id (name));
}

static void
edit_cable (SignalShow *show,
            GRand *random)
{
  g_autofree char *name = make_name (random, "C", N_CABLES);
  g_autofree char *id = signal_id (name);
  g_autofree char *source = make_name (random, "SRC", N_NODES);
  g_autofree char *device = make_name (random, "DEV", N_NODES);
  g_autofree char *other = make_name (random, "DEV", N_NODES);
  g_autofree char *send = make_name (random, "DST", N_NODES);
  gboolean to_send = g_rand_boolean (random);
  GenlockRecord *row;

  if (g_rand_int_range (random, 0, 4) == 0)
    {
      signal_show_drop (show, &genlock_connections, name);
      return;
    }

  row = genlock_record_new_row (&genlock_connections, id);
  if (g_rand_boolean (random))
    {
      g_autofree char *output = g_strdup_printf ("%s:%d", source, g_rand_int_range (random, 1, 4));

      genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_ID, signal_id (source));
      if (g_rand_boolean (random))
        genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, signal_id (output));
    }
  if (g_rand_boolean (random))
    {
      set_ref (random, row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE,
               GENLOCK_CONNECTION_INTERMEDIATE_ID, "DEVICE", device);
      set_port (random, row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, device, "IN");
      set_port (random, row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, device, "OUT");
    }
  if (g_rand_boolean (random))
    {
      set_ref (random, row, GENLOCK_CONNECTION_DESTINATION_TYPE,
               GENLOCK_CONNECTION_DESTINATION_ID, to_send ? "SEND" : "DEVICE",
               to_send ? send : other);
      set_port (random, row, GENLOCK_CONNECTION_DESTINATION_INPUT, other, "IN");
    }
  if (g_rand_int_range (random, 0, 4) == 0)
    genlock_record_set_text (row, GENLOCK_CONNECTION_LINK_GROUP, "A");
  if (g_rand_int_range (random, 0, 4) == 0)
    genlock_record_set_text (row, GENLOCK_CONNECTION_FORMAT, "1080i59.94");
  if (g_rand_int_range (random, 0, 4) == 0)
    genlock_record_set_real (row, GENLOCK_CONNECTION_LENGTH_M, 60);
  signal_show_put (show, row);
}

static void
assert_same (SignalShow *show,
             GenlockSignalCheck *check)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new ();
  g_autoptr (GenlockSignalGraph) anew = NULL;
  g_autofree char *kept = signal_dump (show->graph);
  g_autofree char *made = NULL;
  g_autoptr (GenlockSignalCheck) again = NULL;
  g_autofree char *found = NULL;
  g_autofree char *found_again = NULL;
  GHashTableIter iter;
  gpointer row;

  g_hash_table_iter_init (&iter, show->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    g_ptr_array_add (rows, row);
  anew = genlock_signal_graph_new (rows);
  made = signal_dump (anew);
  g_assert_cmpstr (kept, ==, made);

  again = genlock_signal_check_new (anew, NULL);
  genlock_signal_check_update (check);
  genlock_signal_check_update (again);
  found = rule_dump (check);
  found_again = rule_dump (again);
  g_assert_cmpstr (found, ==, found_again);
}

/* Every walk ends, and sees no port twice that it walks on from. */
static void
walk_all (SignalShow *show)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (show->graph);

  for (guint i = 0; i < nodes->len; i++)
    for (int downstream = 0; downstream < 2; downstream++)
      {
        g_autoptr (GArray) hops = genlock_signal_path_trace_node (nodes->pdata[i], downstream);
        g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);

        for (guint j = 0; j < hops->len; j++)
          {
            const GenlockSignalHop *hop = &g_array_index (hops, GenlockSignalHop, j);

            g_assert_true (hop->is_loop || hop->is_again
                           || g_hash_table_add (seen, (gpointer) hop->port));
          }
      }
}

static void
test_random_edits (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);

  for (guint i = 0; i < N_EDITS; i++)
    {
      if (g_rand_int_range (random, 0, 3) == 0)
        edit_node (show, random);
      else
        edit_cable (show, random);

      assert_same (show, check);
      if (i % 20 == 0)
        walk_all (show);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-random/edits", test_random_edits);

  return g_test_run ();
}
