/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A copy of a show has its own rows, linked among themselves as the original's. */

#include "config.h"

#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-prints.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-clone.h"

typedef struct
{
  GenlockRecord *production;
  GPtrArray *rows;
  GenlockRecord *source;
  GenlockRecord *output;
  GenlockRecord *send;
  GenlockRecord *device;
  GenlockRecord *connection;
  GenlockRecord *node;
  GenlockRecord *address;
  char *equipment;
  char *port;
} Fixture;

/* (transfer none): a new row of the fixture's show. */
static GenlockRecord *
add_row (Fixture *fixture,
         const GenlockTable *table)
{
  GenlockRecord *row = genlock_record_new_row (table, NULL);

  genlock_record_set_text (row, table->parent_field, genlock_record_get_id (fixture->production));
  g_ptr_array_add (fixture->rows, row);

  return row;
}

static void
set_up_things (Fixture *fixture)
{
  fixture->source = add_row (fixture, &genlock_sources);
  genlock_record_set_text (fixture->source, GENLOCK_SOURCE_NAME, "CAM 1");
  genlock_record_set_text (fixture->source, GENLOCK_SOURCE_TYPE, "CAM");
  genlock_record_set_text (fixture->source, GENLOCK_SOURCE_EQUIPMENT_ID, fixture->equipment);
  fixture->output = genlock_record_new_row (&genlock_source_outputs, NULL);
  genlock_record_set_text (fixture->output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "SDI");
  genlock_record_add_child (fixture->source, genlock_record_ref (fixture->output));

  fixture->send = add_row (fixture, &genlock_sends);
  genlock_record_set_text (fixture->send, GENLOCK_SEND_NAME, "LED wall");
  genlock_record_set_text (fixture->send, GENLOCK_SEND_TYPE, "LED");

  fixture->device = add_row (fixture, &genlock_devices);
  genlock_record_set_text (fixture->device, GENLOCK_DEVICE_NAME, "Router");
  genlock_record_set_text (fixture->device, GENLOCK_DEVICE_CATEGORY, "ROUTER");
}

static void
set_up_links (Fixture *fixture)
{
  g_autofree char *path = g_strdup_printf ("[{\"deviceId\":\"%s\",\"note\":\"a\"}]",
                                           genlock_record_get_id (fixture->device));

  fixture->connection = add_row (fixture, &genlock_connections);
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_SOURCE_ID,
                           genlock_record_get_id (fixture->source));
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                           genlock_record_get_id (fixture->output));
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                           genlock_record_get_id (fixture->device));
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_INTERMEDIATE_INPUT,
                           fixture->port);
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_DESTINATION_ID,
                           genlock_record_get_id (fixture->send));
  genlock_record_set_text (fixture->connection, GENLOCK_CONNECTION_SIGNAL_PATH, path);

  fixture->node = add_row (fixture, &genlock_graph_nodes);
  genlock_record_set_text (fixture->node, GENLOCK_GRAPH_NODE_NODE_TYPE, "DEVICE");
  genlock_record_set_text (fixture->node, GENLOCK_GRAPH_NODE_NODE_ID,
                           genlock_record_get_id (fixture->device));
  genlock_record_set_real (fixture->node, GENLOCK_GRAPH_NODE_X, 8);
  genlock_record_set_real (fixture->node, GENLOCK_GRAPH_NODE_Y, 16);

  fixture->address = add_row (fixture, &genlock_addresses);
  genlock_record_set_text (fixture->address, GENLOCK_ADDRESS_DEVICE_ID,
                           genlock_record_get_id (fixture->device));
  genlock_record_set_text (fixture->address, GENLOCK_ADDRESS_IP, "10.0.0.1");
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  fixture->equipment = genlock_uuid_new ();
  fixture->port = genlock_uuid_new ();
  fixture->production = genlock_record_new_row (&genlock_productions, NULL);
  genlock_record_set_text (fixture->production, GENLOCK_PRODUCTION_SHOW_NAME, "Kick-off");
  genlock_record_set_text (fixture->production, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (fixture->production, GENLOCK_PRODUCTION_STATUS, "ARCHIVED");
  genlock_record_set_text (fixture->production, GENLOCK_PRODUCTION_LOCKED_BY, "Ada");
  genlock_record_set_int (fixture->production, GENLOCK_META_VERSION, 7);
  set_up_things (fixture);
  set_up_links (fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  genlock_record_unref (fixture->production);
  genlock_record_unref (fixture->output);
  g_ptr_array_unref (fixture->rows);
  g_free (fixture->equipment);
  g_free (fixture->port);
}

/* (transfer none): the only row of @table in @batch. */
static GenlockRecord *
find (GenlockBatch *batch,
      const GenlockTable *table)
{
  GenlockRecord *found = NULL;

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      if (op->table != table)
        continue;
      g_assert_null (found);
      g_assert_cmpint (op->kind, ==, GENLOCK_OP_INSERT);
      found = op->record;
    }
  g_assert_nonnull (found);

  return found;
}

static void
test_show (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (fixture->production, fixture->rows, "Kick-off (copy)");
  GenlockRecord *copy = genlock_batch_get_op (batch, 0)->record;

  g_assert_cmpstr (genlock_batch_get_verb (batch), ==, "DUPLICATE");
  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 7);
  g_assert_true (genlock_record_get_table (copy) == &genlock_productions);
  g_assert_cmpstr (genlock_record_get_id (copy), !=, genlock_record_get_id (fixture->production));
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_PRODUCTION_SHOW_NAME), ==,
                   "Kick-off (copy)");
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_PRODUCTION_CLIENT), ==, "ACME");
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_PRODUCTION_STATUS), ==, "PLANNING");
  g_assert_null (genlock_record_get_text (copy, GENLOCK_PRODUCTION_LOCKED_BY));
  g_assert_true (genlock_record_is_absent (copy, GENLOCK_META_VERSION));
  g_assert_cmpstr (genlock_record_get_text (fixture->production, GENLOCK_PRODUCTION_SHOW_NAME),
                   ==, "Kick-off");
}

static void
test_links (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (fixture->production, fixture->rows, "Copy");
  const char *show = genlock_record_get_id (genlock_batch_get_op (batch, 0)->record);
  GenlockRecord *source = find (batch, &genlock_sources);
  GenlockRecord *device = find (batch, &genlock_devices);
  GenlockRecord *send = find (batch, &genlock_sends);
  GenlockRecord *connection = find (batch, &genlock_connections);
  GPtrArray *outputs = genlock_record_get_children (source, &genlock_source_outputs);
  const char *device_id = genlock_record_get_id (device);
  g_autofree char *path = g_strdup_printf ("[{\"deviceId\":\"%s\",\"note\":\"a\"}]", device_id);

  g_assert_cmpstr (genlock_record_get_text (source, GENLOCK_SOURCE_PRODUCTION_ID), ==, show);
  g_assert_cmpstr (genlock_record_get_id (source), !=, genlock_record_get_id (fixture->source));
  g_assert_cmpuint (outputs->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_id (outputs->pdata[0]), !=,
                   genlock_record_get_id (fixture->output));
  g_assert_cmpstr (genlock_record_get_text (outputs->pdata[0], GENLOCK_SOURCE_OUTPUT_SOURCE_ID),
                   ==, genlock_record_get_id (source));
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_PRODUCTION_ID), ==,
                   show);
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_SOURCE_ID), ==,
                   genlock_record_get_id (source));
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID), ==,
                   genlock_record_get_id (outputs->pdata[0]));
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID), ==,
                   device_id);
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_DESTINATION_ID), ==,
                   genlock_record_get_id (send));
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_SIGNAL_PATH), ==,
                   path);
}

/* Equipment and its ports are shared by all shows. */
static void
test_equipment (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (fixture->production, fixture->rows, "Copy");
  GenlockRecord *connection = find (batch, &genlock_connections);

  g_assert_cmpstr (genlock_record_get_text (find (batch, &genlock_sources),
                                            GENLOCK_SOURCE_EQUIPMENT_ID), ==,
                   fixture->equipment);
  g_assert_cmpstr (genlock_record_get_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_INPUT),
                   ==, fixture->port);
}

/* Two replicas that place the box of one thing make one row. */
static void
test_nodes (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (fixture->production, fixture->rows, "Copy");
  const char *show = genlock_record_get_id (genlock_batch_get_op (batch, 0)->record);
  const char *device = genlock_record_get_id (find (batch, &genlock_devices));
  GenlockRecord *node = find (batch, &genlock_graph_nodes);
  g_autofree char *id = genlock_uuid_from (show, "DEVICE", device, NULL);

  g_assert_cmpstr (genlock_record_get_text (node, GENLOCK_GRAPH_NODE_NODE_ID), ==, device);
  g_assert_cmpstr (genlock_record_get_id (node), ==, id);
  g_assert_cmpfloat (genlock_record_get_real (node, GENLOCK_GRAPH_NODE_Y), ==, 16);
}

static void
test_left_behind (Fixture *fixture,
                  gconstpointer data)
{
  g_autoptr (GenlockBatch) batch = NULL;

  add_row (fixture, &genlock_prints);
  add_row (fixture, &genlock_dismissals);
  batch = genlock_clone_production (fixture->production, fixture->rows, "Copy");
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      const GenlockOp *op = genlock_batch_get_op (batch, i);

      g_assert_true (op->table != &genlock_prints && op->table != &genlock_dismissals);
    }
}

/* What comes out may be stored as it is. */
static void
test_valid (Fixture *fixture,
            gconstpointer data)
{
  g_autoptr (GenlockBatch) batch =
    genlock_clone_production (fixture->production, fixture->rows, "Copy");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    {
      genlock_record_validate (genlock_batch_get_op (batch, i)->record, &error);
      g_assert_no_error (error);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/clone/show", Fixture, NULL, set_up, test_show, tear_down);
  g_test_add ("/clone/links", Fixture, NULL, set_up, test_links, tear_down);
  g_test_add ("/clone/equipment", Fixture, NULL, set_up, test_equipment, tear_down);
  g_test_add ("/clone/nodes", Fixture, NULL, set_up, test_nodes, tear_down);
  g_test_add ("/clone/left-behind", Fixture, NULL, set_up, test_left_behind, tear_down);
  g_test_add ("/clone/valid", Fixture, NULL, set_up, test_valid, tear_down);

  return g_test_run ();
}
