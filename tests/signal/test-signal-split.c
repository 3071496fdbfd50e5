/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One link is taken out of a connection, and the others stay: in a database. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-load.h"
#include "signal/genlock-signal-graph.h"
#include "signal/genlock-signal-split.h"
#include "store-fixture.h"

#define SHOW 1
#define SOURCE 2
#define SEND 3
#define DEVICE 4
#define CABLE 5

static const char * const columns = "SELECT count(*) FROM connections WHERE is_deleted = 0";

static void
set_up (StoreFixture *fixture,
        gboolean source,
        gboolean send)
{
  GenlockRecord *row = genlock_record_new_row (&genlock_connections, NULL);

  insert (fixture, make_show (SHOW, "Kick-off"));
  insert (fixture, make_source (SOURCE, SHOW, "CAM"));
  insert (fixture, make_send (SEND, SHOW, "WALL"));
  insert (fixture, make_device (DEVICE, SHOW, "SW"));

  genlock_record_take_text (row, GENLOCK_META_ID, make_id (CABLE));
  genlock_record_take_text (row, GENLOCK_CONNECTION_PRODUCTION_ID, make_id (SHOW));
  if (source)
    genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_ID, make_id (SOURCE));
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, make_id (DEVICE));
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, "IN 1");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, "OUT 1");
  if (send)
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
      genlock_record_take_text (row, GENLOCK_CONNECTION_DESTINATION_ID, make_id (SEND));
    }
  genlock_record_set_text (row, GENLOCK_CONNECTION_CABLE_LABEL, "V 7");
  genlock_record_set_text (row, GENLOCK_CONNECTION_FORMAT, "1080p50");
  insert (fixture, row);
}

/* Takes link @index of the connection out and returns how many links it has then. */
static guint
take (StoreFixture *fixture,
      guint index)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GenlockRecord) after = NULL;
  g_autofree char *id = make_id (CABLE);

  g_ptr_array_add (rows, get (fixture, &genlock_connections, CABLE));
  graph = genlock_signal_graph_new (rows);
  apply_quietly (fixture, genlock_signal_split_build (
                   &genlock_signal_graph_get_row (graph, id)->links[index]));
  if (!is_live (fixture, &genlock_connections, CABLE))
    return 0;

  after = get (fixture, &genlock_connections, CABLE);
  genlock_signal_graph_set (graph, after);

  return genlock_signal_graph_get_row (graph, id)->n_links;
}

static void
test_entry (StoreFixture *fixture,
            gconstpointer data)
{
  set_up (fixture, TRUE, TRUE);
  g_assert_cmpuint (take (fixture, 0), ==, 2);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   "");
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_INTERMEDIATE_INPUT), ==, "IN 1");
  undo_quietly (fixture);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE, GENLOCK_CONNECTION_SOURCE_ID), !=,
                   "");
}

static void
test_exit (StoreFixture *fixture,
           gconstpointer data)
{
  set_up (fixture, TRUE, TRUE);
  g_assert_cmpuint (take (fixture, 2), ==, 2);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_DESTINATION_ID), ==, "");
}

static void
test_crosspoint (StoreFixture *fixture,
                 gconstpointer data)
{
  g_autofree char *device = make_id (DEVICE);

  set_up (fixture, TRUE, TRUE);
  g_assert_cmpuint (take (fixture, 1), ==, 1);
  g_assert_cmpint (ask (fixture, columns), ==, 2);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_DESTINATION_ID), ==, device);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_DESTINATION_INPUT), ==, "IN 1");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM connections WHERE source_id IS NULL "
                        "AND intermediate_output = 'OUT 1' AND destination_type = 'SEND' "
                        "AND format = '1080p50' AND cable_label IS NULL"), ==, 1);

  /* One step of undo for both rows. */
  undo_quietly (fixture);
  g_assert_cmpint (ask (fixture, columns), ==, 1);
}

static void
test_shorter_rows (StoreFixture *fixture,
                   gconstpointer data)
{
  set_up (fixture, TRUE, FALSE);
  g_assert_cmpuint (take (fixture, 1), ==, 1);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT), ==, "");
  g_assert_cmpuint (take (fixture, 0), ==, 0);
  g_assert_cmpint (ask (fixture, columns), ==, 0);
}

static void
test_without_source (StoreFixture *fixture,
                     gconstpointer data)
{
  set_up (fixture, FALSE, TRUE);
  g_assert_cmpuint (take (fixture, 0), ==, 1);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_INTERMEDIATE_INPUT), ==, "");
}

/* A cable from the source to the send in the place of what fed the send. */
static void
test_replace (StoreFixture *fixture,
              gconstpointer data)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autofree char *show = make_id (SHOW);
  g_autofree char *send = make_id (SEND);
  g_autofree char *source = make_id (SOURCE);
  GenlockSignalPort *from;
  GenlockSignalPort *to;
  GenlockRecord *patch;
  g_autoptr (GError) error = NULL;

  set_up (fixture, TRUE, TRUE);
  patch = make_patch (&genlock_sources, SOURCE);
  genlock_record_add_child (patch, make_output (6, 1, "3G-SDI"));
  update (fixture, patch);
  g_ptr_array_add (rows, get (fixture, &genlock_connections, CABLE));
  g_ptr_array_add (rows, genlock_load_row (fixture->database, &genlock_sources, source, NULL,
                                           &error));
  g_assert_no_error (error);
  g_ptr_array_add (rows, get (fixture, &genlock_sends, SEND));
  graph = genlock_signal_graph_new (rows);
  from = genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_SOURCE, source)->ports->pdata[0];
  to = genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_SEND, send)->ports->pdata[0];

  /* Backwards there is nothing to say. */
  g_assert_null (genlock_signal_connect_build (to, from, show, TRUE));
  apply_quietly (fixture, genlock_signal_connect_build (from, to, show, TRUE));
  g_assert_cmpint (ask (fixture, columns), ==, 2);
  g_assert_cmpstr (say (fixture, &genlock_connections, CABLE,
                        GENLOCK_CONNECTION_DESTINATION_ID), ==, "");
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM connections WHERE destination_type = 'SEND' "
                        "AND source_output_id IS NOT NULL AND destination_input IS NULL "
                        "AND intermediate_id IS NULL"), ==, 1);
  undo_quietly (fixture);
  g_assert_cmpint (ask (fixture, columns), ==, 1);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/signal-split/entry", test_entry);
  store_test ("/signal-split/exit", test_exit);
  store_test ("/signal-split/crosspoint", test_crosspoint);
  store_test ("/signal-split/shorter-rows", test_shorter_rows);
  store_test ("/signal-split/without-source", test_without_source);
  store_test ("/signal-split/replace", test_replace);

  return g_test_run ();
}
