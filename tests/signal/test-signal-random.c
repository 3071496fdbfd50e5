/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Thousands of random edits and undos: a graph and its problems that are kept up equal new ones. */

#include "config.h"

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "rule-help.h"
#include "signal/genlock-signal-path.h"

#define N_EDITS 2500
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

/* A frame gets other cards: their ports have ids by their place, so that cables find them again. */
static void
edit_cards (SignalShow *show,
            GRand *random)
{
  g_autofree char *name = make_name (random, "DEV", N_NODES);
  g_autofree char *spec_name = g_strconcat (name, " spec", NULL);
  g_autofree char *id = signal_id (spec_name);
  g_autoptr (GenlockRecord) spec = NULL;
  int n = g_rand_int_range (random, 0, 3);

  if (!g_hash_table_contains (show->rows, id))
    return;

  spec = genlock_record_copy (signal_show_get (show, spec_name));
  genlock_record_clear_children (spec, &genlock_equipment_cards);
  for (int i = 0; i < n; i++)
    {
      g_autofree char *card_name = g_strdup_printf ("%s card %d", name, i);
      g_autofree char *card_id = signal_id (card_name);
      g_autofree char *port_name = g_strdup_printf ("%s:%s %d", name, i == 0 ? "IN" : "OUT", i + 2);
      g_autofree char *port_id = signal_id (port_name);
      GenlockRecord *card = genlock_record_new_row (&genlock_equipment_cards, card_id);
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, port_id);

      genlock_record_set_int (card, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, i + 1);
      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, i == 0 ? "INPUT" : "OUTPUT");
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE,
                               pick (random, connectors, G_N_ELEMENTS (connectors)));
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, 1);
      genlock_record_add_child (card, port);
      genlock_record_add_child (spec, card);
    }
  signal_show_put (show, g_steal_pointer (&spec));
}

/* Rows that the check keeps for itself. */
typedef struct
{
  GHashTable *rows;   /* owned: id -> owned GenlockRecord */
  GPtrArray *history; /* owned: records that the show had */
} Kept;

static void
keep (Kept *kept,
      GenlockSignalCheck *check,
      GenlockRecord *row)
{
  genlock_signal_check_set (check, row);
  g_hash_table_replace (kept->rows, (char *) genlock_record_get_id (row), row);
}

/* Somebody puts a problem aside, or takes the last word back; an address comes or changes. */
static void
edit_kept (Kept *kept,
           GenlockSignalCheck *check,
           GRand *random)
{
  g_autofree char *name = make_name (random, "ADDRESS", 3);
  g_autofree char *id = signal_id (name);
  g_autofree char *production = signal_id ("the show");
  g_autoptr (GPtrArray) problems = NULL;

  if (g_rand_boolean (random))
    {
      GenlockRecord *address = genlock_record_new_row (&genlock_addresses, id);

      genlock_record_set_text (address, GENLOCK_ADDRESS_IP,
                               g_rand_boolean (random) ? "10.0.0.1" : "10.0.0.2");
      keep (kept, check, address);
      return;
    }

  genlock_signal_check_update (check);
  problems = genlock_signal_check_list (check);
  if (problems->len > 0)
    keep (kept, check,
          genlock_signal_problem_dismiss (
            problems->pdata[g_rand_int_range (random, 0, (gint32) problems->len)], production,
            "It is so"));
}

/* A row is again what it was, as undo makes it: also one that went. */
static void
undo (SignalShow *show,
      Kept *kept,
      GRand *random)
{
  if (kept->history->len == 0)
    return;

  signal_show_put (show, genlock_record_ref (
                     kept->history->pdata[g_rand_int_range (random, 0,
                                                            (gint32) kept->history->len)]));
}

static void
remember (SignalShow *show,
          Kept *kept,
          GRand *random)
{
  GHashTableIter iter;
  gpointer row;
  int n = g_rand_int_range (random, 0, 1 + (gint32) g_hash_table_size (show->rows));

  g_hash_table_iter_init (&iter, show->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (n-- == 0)
      g_ptr_array_add (kept->history, genlock_record_ref (row));
}

/* The row stays, and says that it is deleted. */
static void
mark_deleted (SignalShow *show,
              GRand *random)
{
  g_autofree char *name = make_name (random, "DEV", N_NODES);
  g_autofree char *id = signal_id (name);
  g_autoptr (GenlockRecord) row = NULL;

  if (!g_hash_table_contains (show->rows, id))
    return;

  row = genlock_record_copy (signal_show_get (show, name));
  genlock_record_set_bool (row, GENLOCK_META_IS_DELETED, TRUE);
  genlock_signal_graph_set (show->graph, row);
  g_hash_table_remove (show->rows, id);
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
             GenlockSignalCheck *check,
             Kept *kept_rows)
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
  g_hash_table_iter_init (&iter, kept_rows->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    genlock_signal_check_set (again, row);
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
edit (SignalShow *show,
      GenlockSignalCheck *check,
      Kept *kept,
      GRand *random)
{
  switch (g_rand_int_range (random, 0, 12))
    {
    case 0:
    case 1:
    case 2:
      edit_node (show, random);
      break;

    case 3:
      edit_cards (show, random);
      break;

    case 4:
      edit_kept (kept, check, random);
      break;

    case 5:
      undo (show, kept, random);
      break;

    case 6:
      mark_deleted (show, random);
      break;

    default:
      edit_cable (show, random);
      break;
    }
}

static void
test_random_edits (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockSignalCheck) check = genlock_signal_check_new (show->graph, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (4711);
  Kept kept = {
    .rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                   (GDestroyNotify) genlock_record_unref),
    .history = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref),
  };

  for (guint i = 0; i < N_EDITS; i++)
    {
      edit (show, check, &kept, random);
      assert_same (show, check, &kept);
      if (i % 20 == 0)
        {
          walk_all (show);
          remember (show, &kept, random);
        }
    }

  g_hash_table_unref (kept.rows);
  g_ptr_array_unref (kept.history);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-random/edits", test_random_edits);

  return g_test_run ();
}
