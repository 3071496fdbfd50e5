/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes with a deleted row and what comes back with it; nested rows; slots. */

#define G_LOG_DOMAIN "test-cascade"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "store-fixture.h"

enum
{
  SHOW = 1,
  SOURCE,
  OUTPUT,
  SEND,
  DEVICE,
  FRAME,
  DIRECT, /* source -> send */
  THROUGH, /* source -> device -> send */
  NODE, /* of the source */
  CARD,
  CARD_2,
  PORT,
};

static GenlockRecord *
make_connection (guint number)
{
  g_autofree char *id = make_id (number);
  GenlockRecord *record = genlock_record_new_row (&genlock_connections, id);

  genlock_record_take_text (record, GENLOCK_CONNECTION_PRODUCTION_ID, make_id (SHOW));
  genlock_record_take_text (record, GENLOCK_CONNECTION_SOURCE_ID, make_id (SOURCE));
  genlock_record_take_text (record, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, make_id (OUTPUT));
  genlock_record_set_text (record, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
  genlock_record_take_text (record, GENLOCK_CONNECTION_DESTINATION_ID, make_id (SEND));

  return record;
}

static GenlockRecord *
make_node (void)
{
  g_autofree char *id = make_id (NODE);
  GenlockRecord *record = genlock_record_new_row (&genlock_graph_nodes, id);

  genlock_record_take_text (record, GENLOCK_GRAPH_NODE_PRODUCTION_ID, make_id (SHOW));
  genlock_record_set_text (record, GENLOCK_GRAPH_NODE_NODE_TYPE, "SOURCE");
  genlock_record_take_text (record, GENLOCK_GRAPH_NODE_NODE_ID, make_id (SOURCE));
  genlock_record_set_real (record, GENLOCK_GRAPH_NODE_X, 10);
  genlock_record_set_real (record, GENLOCK_GRAPH_NODE_Y, 20);

  return record;
}

/* A show with one of each. */
static void
build (StoreFixture *fixture)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  GenlockRecord *source = make_source (SOURCE, SHOW, "Laptop 1");
  GenlockRecord *through = make_connection (THROUGH);

  genlock_batch_insert (batch, make_show (SHOW, "Gala"));
  genlock_batch_insert (batch, make_frame (FRAME, "E2", 4));
  genlock_record_take_text (source, GENLOCK_SOURCE_EQUIPMENT_ID, make_id (FRAME));
  genlock_record_add_child (source, make_output (OUTPUT, 1, "HDMI"));
  genlock_batch_insert (batch, source);
  genlock_batch_insert (batch, make_send (SEND, SHOW, "Screen"));
  genlock_batch_insert (batch, make_device (DEVICE, SHOW, "E2"));
  genlock_batch_insert (batch, make_connection (DIRECT));
  genlock_record_set_text (through, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_take_text (through, GENLOCK_CONNECTION_INTERMEDIATE_ID, make_id (DEVICE));
  genlock_batch_insert (batch, through);
  genlock_batch_insert (batch, make_node ());
  apply_quietly (fixture, batch);
}

static gboolean
has_mark (StoreFixture *fixture,
          const GenlockTable *table,
          guint number,
          guint mark)
{
  g_autofree char *id = make_id (mark);

  return g_strcmp0 (say (fixture, table, number, GENLOCK_META_DELETED_WITH), id) == 0;
}

static void
test_delete_source (StoreFixture *fixture,
                    gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  build (fixture);
  before = dump (fixture);
  delete_row (fixture, &genlock_sources, SOURCE);

  g_assert_cmpstr (say (fixture, &genlock_sources, SOURCE, GENLOCK_META_DELETED_WITH), ==, "");
  g_assert_true (has_mark (fixture, &genlock_source_outputs, OUTPUT, SOURCE));
  g_assert_true (has_mark (fixture, &genlock_connections, DIRECT, SOURCE));
  g_assert_true (has_mark (fixture, &genlock_graph_nodes, NODE, SOURCE));
  g_assert_true (is_live (fixture, &genlock_sends, SEND));

  /* What still says something stays, without that end. */
  g_assert_true (is_live (fixture, &genlock_connections, THROUGH));
  g_assert_cmpstr (say (fixture, &genlock_connections, THROUGH, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   "");
  g_assert_cmpstr (say (fixture, &genlock_connections, THROUGH,
                        GENLOCK_CONNECTION_SOURCE_OUTPUT_ID), ==, "");

  undo_quietly (fixture);
  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undelete_source (StoreFixture *fixture,
                      gconstpointer data)
{
  build (fixture);
  delete_row (fixture, &genlock_sources, SOURCE);
  undelete_row (fixture, &genlock_sources, SOURCE);
  g_assert_true (is_live (fixture, &genlock_sources, SOURCE));
  g_assert_true (is_live (fixture, &genlock_source_outputs, OUTPUT));
  g_assert_true (is_live (fixture, &genlock_connections, DIRECT));
  g_assert_true (is_live (fixture, &genlock_graph_nodes, NODE));
  g_assert_cmpstr (say (fixture, &genlock_connections, DIRECT, GENLOCK_META_DELETED_WITH), ==, "");
}

static void
test_other_end_is_dead (StoreFixture *fixture,
                        gconstpointer data)
{
  build (fixture);
  delete_row (fixture, &genlock_sources, SOURCE);
  delete_row (fixture, &genlock_sends, SEND);
  undelete_row (fixture, &genlock_sources, SOURCE);
  g_assert_false (is_live (fixture, &genlock_connections, DIRECT));
  g_assert_true (has_mark (fixture, &genlock_connections, DIRECT, SEND));
  undelete_row (fixture, &genlock_sends, SEND);
  g_assert_true (is_live (fixture, &genlock_connections, DIRECT));
}

/* A row deleted by itself before stays deleted when the show comes back. */
static void
test_delete_show (StoreFixture *fixture,
                  gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  build (fixture);
  delete_row (fixture, &genlock_graph_nodes, NODE);
  before = dump (fixture);
  delete_row (fixture, &genlock_productions, SHOW);

  g_assert_false (is_live (fixture, &genlock_source_outputs, OUTPUT));
  g_assert_true (has_mark (fixture, &genlock_source_outputs, OUTPUT, SHOW));
  g_assert_true (has_mark (fixture, &genlock_connections, THROUGH, SHOW));
  g_assert_cmpstr (say (fixture, &genlock_connections, THROUGH, GENLOCK_CONNECTION_SOURCE_ID), !=,
                   "");
  g_assert_true (is_live (fixture, &genlock_equipment_specs, FRAME));

  undelete_row (fixture, &genlock_productions, SHOW);
  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

/* A send that is marked by the show revives what was kept back by the send. */
static void
test_chain_of_marks (StoreFixture *fixture,
                     gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  build (fixture);
  before = dump (fixture);
  delete_row (fixture, &genlock_sources, SOURCE);
  delete_row (fixture, &genlock_productions, SHOW);
  g_assert_true (has_mark (fixture, &genlock_sends, SEND, SHOW));
  g_assert_true (has_mark (fixture, &genlock_connections, DIRECT, SOURCE));
  undelete_row (fixture, &genlock_productions, SHOW);
  g_assert_false (is_live (fixture, &genlock_connections, DIRECT));
  undelete_row (fixture, &genlock_sources, SOURCE);
  g_assert_true (is_live (fixture, &genlock_connections, DIRECT));

  /* Only what the connection through the device lost is lost. */
  undo_quietly (fixture);
  undo_quietly (fixture);
  undo_quietly (fixture);
  undo_quietly (fixture);
  after = dump (fixture);
  g_assert_cmpstr (before, ==, after);
}

static void
test_undelete_needs_its_parent (StoreFixture *fixture,
                                gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("UNDELETE");
  g_autofree char *id = make_id (SOURCE);

  build (fixture);
  delete_row (fixture, &genlock_productions, SHOW);
  genlock_batch_undelete (batch, &genlock_sources, id);
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
}

static void
test_set_null (StoreFixture *fixture,
               gconstpointer data)
{
  build (fixture);
  delete_row (fixture, &genlock_sources, SOURCE);
  delete_row (fixture, &genlock_equipment_specs, FRAME);
  undelete_row (fixture, &genlock_sources, SOURCE);

  /* The spec went while the source was away. */
  g_assert_cmpstr (say (fixture, &genlock_sources, SOURCE, GENLOCK_SOURCE_EQUIPMENT_ID), ==, "");

  undelete_row (fixture, &genlock_equipment_specs, FRAME);
  undo_quietly (fixture);
  undo_quietly (fixture);
  undo_quietly (fixture);
  g_assert_cmpstr (say (fixture, &genlock_sources, SOURCE, GENLOCK_SOURCE_EQUIPMENT_ID), !=, "");
}

static void
test_delete_device (StoreFixture *fixture,
                    gconstpointer data)
{
  build (fixture);
  delete_row (fixture, &genlock_devices, DEVICE);
  g_assert_false (is_live (fixture, &genlock_connections, THROUGH));
  g_assert_true (is_live (fixture, &genlock_connections, DIRECT));
}

static void
test_delete_twice (StoreFixture *fixture,
                   gconstpointer data)
{
  GenlockBatch *batch = genlock_batch_new ("DELETE");
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *source = make_id (SOURCE);
  g_autofree char *output = make_id (OUTPUT);

  build (fixture);
  genlock_batch_delete (batch, &genlock_sources, source);
  genlock_batch_delete (batch, &genlock_source_outputs, output);
  changes = apply (fixture, batch);
  g_assert_true (has_mark (fixture, &genlock_source_outputs, OUTPUT, SOURCE));

  batch = genlock_batch_new ("DELETE");
  genlock_batch_delete (batch, &genlock_sources, source);
  genlock_changes_unref (changes);
  changes = apply (fixture, batch);
  g_assert_cmpuint (genlock_changes_get_length (changes), ==, 0);
}

static GenlockRecord *
make_set (guint parent)
{
  GenlockRecord *record = make_patch (&genlock_sources, parent);

  genlock_record_clear_children (record, &genlock_source_outputs);

  return record;
}

static void
add_output (GenlockRecord *source,
            guint number,
            int index,
            const char *connector)
{
  GenlockRecord *output = make_output (number, index, connector);

  if (number == 0)
    genlock_record_unset (output, GENLOCK_META_ID);
  genlock_record_add_child (source, output);
}

static void
test_nested_set (StoreFixture *fixture,
                 gconstpointer data)
{
  GenlockRecord *source = make_source (SOURCE, SHOW, "Laptop 1");
  GenlockRecord *set;

  insert (fixture, make_show (SHOW, "Gala"));
  add_output (source, 20, 1, "HDMI");
  add_output (source, 21, 2, "SDI");
  add_output (source, 22, 3, "DP");
  insert (fixture, source);

  /* By id, by place, a new one; the third goes. */
  set = make_set (SOURCE);
  add_output (set, 20, 5, "HDMI 2.1");
  add_output (set, 0, 2, "12G-SDI");
  add_output (set, 23, 7, "VGA");
  update (fixture, set);
  g_assert_cmpstr (say (fixture, &genlock_source_outputs, 20, GENLOCK_SOURCE_OUTPUT_CONNECTOR), ==,
                   "HDMI 2.1");
  g_assert_cmpstr (say (fixture, &genlock_source_outputs, 21, GENLOCK_SOURCE_OUTPUT_CONNECTOR), ==,
                   "12G-SDI");
  g_assert_false (is_live (fixture, &genlock_source_outputs, 22));
  g_assert_true (is_live (fixture, &genlock_source_outputs, 23));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM source_outputs"), ==, 4);

  /* A dead one revives when it is named. */
  set = make_set (SOURCE);
  add_output (set, 22, 1, "DP 2");
  update (fixture, set);
  g_assert_true (is_live (fixture, &genlock_source_outputs, 22));
  g_assert_false (is_live (fixture, &genlock_source_outputs, 20));

  /* Nothing said, nothing changed; an empty set is something. */
  update (fixture, make_patch (&genlock_sources, SOURCE));
  g_assert_true (is_live (fixture, &genlock_source_outputs, 22));
  update (fixture, make_set (SOURCE));
  g_assert_cmpint (ask (fixture, "SELECT count(*) FROM source_outputs WHERE is_deleted = 0"), ==,
                   0);
}

static void
test_nested_of_another (StoreFixture *fixture,
                        gconstpointer data)
{
  GenlockRecord *source = make_source (SOURCE, SHOW, "Laptop 1");
  GenlockBatch *batch = genlock_batch_new ("EDIT");
  GenlockRecord *set = make_set (30);

  insert (fixture, make_show (SHOW, "Gala"));
  add_output (source, 20, 1, "HDMI");
  insert (fixture, source);
  insert (fixture, make_source (30, SHOW, "Laptop 2"));

  add_output (set, 20, 1, "HDMI");
  genlock_batch_update (batch, set);
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);

  batch = genlock_batch_new ("EDIT");
  set = make_set (SOURCE);
  add_output (set, 20, 1, "HDMI");
  add_output (set, 20, 2, "HDMI");
  genlock_batch_update (batch, set);
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
}

static GenlockRecord *
make_port (guint number,
           int index)
{
  g_autofree char *id = make_id (number);
  GenlockRecord *port = genlock_record_new_row (&genlock_equipment_card_io, id);

  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE, "INPUT");
  genlock_record_set_text (port, GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE, "HDMI");
  genlock_record_set_int (port, GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX, index);

  return port;
}

/* Cards with their ports, two levels deep. */
static void
test_nested_twice (StoreFixture *fixture,
                   gconstpointer data)
{
  GenlockRecord *frame = make_frame (FRAME, "E2", 4);
  GenlockRecord *card = make_card (CARD, FRAME, 1);
  GenlockRecord *patch = make_patch (&genlock_equipment_specs, FRAME);
  GenlockRecord *same_slot = genlock_record_new (&genlock_equipment_cards);

  genlock_record_add_child (card, make_port (PORT, 1));
  genlock_record_add_child (frame, card);
  insert (fixture, frame);
  g_assert_true (is_live (fixture, &genlock_equipment_card_io, PORT));

  genlock_record_set_int (same_slot, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, 1);
  genlock_record_add_child (same_slot, make_port (40, 2));
  genlock_record_add_child (patch, same_slot);
  update (fixture, patch);
  g_assert_true (is_live (fixture, &genlock_equipment_cards, CARD));
  g_assert_false (is_live (fixture, &genlock_equipment_card_io, PORT));
  g_assert_true (is_live (fixture, &genlock_equipment_card_io, 40));
}

static GenlockBatch *
batch_of (GenlockRecord *record)
{
  GenlockBatch *batch = genlock_batch_new ("ADD");

  genlock_batch_insert (batch, record);

  return batch;
}

static void
test_slots (StoreFixture *fixture,
            gconstpointer data)
{
  GenlockBatch *batch;
  GenlockRecord *patch;
  GenlockRecord *other;

  insert (fixture, make_frame (FRAME, "E2", 2));
  insert (fixture, make_card (CARD, FRAME, 1));
  insert (fixture, make_card (CARD_2, FRAME, 2));
  insert (fixture, make_card (50, FRAME, 0));
  insert (fixture, make_card (51, FRAME, 0));

  refuse (fixture, batch_of (make_card (52, FRAME, 1)), GENLOCK_STORE_ERROR,
          GENLOCK_STORE_ERROR_CONFLICT);
  refuse (fixture, batch_of (make_card (52, FRAME, 3)), GENLOCK_STORE_ERROR,
          GENLOCK_STORE_ERROR_CONFLICT);

  /* A swap is judged by where the cards are in the end. */
  batch = genlock_batch_new ("EDIT");
  patch = make_patch (&genlock_equipment_cards, CARD);
  other = make_patch (&genlock_equipment_cards, CARD_2);
  genlock_record_set_int (patch, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, 2);
  genlock_record_set_int (other, GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, 1);
  genlock_batch_update (batch, patch);
  genlock_batch_update (batch, other);
  apply_quietly (fixture, batch);

  batch = genlock_batch_new ("EDIT");
  patch = make_patch (&genlock_equipment_specs, FRAME);
  genlock_record_set_int (patch, GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS, 1);
  genlock_batch_update (batch, patch);
  refuse (fixture, batch, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);
}

static void
test_undelete_into_a_taken_slot (StoreFixture *fixture,
                                 gconstpointer data)
{
  insert (fixture, make_frame (FRAME, "E2", 2));
  insert (fixture, make_card (CARD, FRAME, 1));
  delete_row (fixture, &genlock_equipment_cards, CARD);
  insert (fixture, make_card (CARD_2, FRAME, 1));
  undelete_row (fixture, &genlock_equipment_cards, CARD);
  g_assert_true (is_live (fixture, &genlock_equipment_cards, CARD));
  g_assert_cmpstr (say (fixture, &genlock_equipment_cards, CARD,
                        GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER), ==, "");
}

static void
test_link_to_nobody (StoreFixture *fixture,
                     gconstpointer data)
{
  GenlockRecord *record;

  build (fixture);
  record = make_connection (60);
  genlock_record_take_text (record, GENLOCK_CONNECTION_DESTINATION_ID, make_id (99));
  refuse (fixture, batch_of (record), GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT);

  /* Words that are not ours are kept, whatever they name. */
  record = make_connection (60);
  genlock_record_set_text (record, GENLOCK_CONNECTION_DESTINATION_TYPE, "STAGEBOX");
  genlock_record_set_text (record, GENLOCK_CONNECTION_DESTINATION_ID, "box 7");
  insert (fixture, record);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  store_test ("/cascade/delete-source", test_delete_source);
  store_test ("/cascade/undelete-source", test_undelete_source);
  store_test ("/cascade/other-end-is-dead", test_other_end_is_dead);
  store_test ("/cascade/delete-show", test_delete_show);
  store_test ("/cascade/chain-of-marks", test_chain_of_marks);
  store_test ("/cascade/undelete-needs-its-parent", test_undelete_needs_its_parent);
  store_test ("/cascade/set-null", test_set_null);
  store_test ("/cascade/delete-device", test_delete_device);
  store_test ("/cascade/delete-twice", test_delete_twice);
  store_test ("/cascade/nested-set", test_nested_set);
  store_test ("/cascade/nested-of-another", test_nested_of_another);
  store_test ("/cascade/nested-twice", test_nested_twice);
  store_test ("/cascade/slots", test_slots);
  store_test ("/cascade/undelete-into-a-taken-slot", test_undelete_into_a_taken_slot);
  store_test ("/cascade/link-to-nobody", test_link_to_nobody);

  return g_test_run ();
}
