/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows with many boxes, ports and cables. */

#include "config.h"

#include <math.h>

#include "bench-patch.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"

/* Rows of a batch. */
#define CHUNK 2000

/* Devices stand in so many stages. */
#define N_STAGES 4

/* Every so many-th cable leads to the router or comes from it. */
#define ROUTER_SHARE 25

/* Of the places on a grid. */
#define STEP_X 480
#define STEP_Y 240

static const char * const connectors[] = { "12G-SDI", "HDMI 2.0", "3G-SDI", "DP 1.2", "SFP+" };

typedef struct
{
  const BenchPatch *patch;
  GenlockStore *store;
  const char *seed;
  char *show; /* owned */
  GenlockBatch *batch; /* owned */
  GRand *rand; /* owned */
  GHashTable *taken; /* owned: set of inputs that have a cable */
} Maker;

guint
bench_patch_count_ports (const BenchPatch *patch)
{
  guint n = patch->n_sources * 2 + patch->n_sends;

  if (patch->router != 0)
    n += 2 * patch->router - patch->n_inputs - patch->n_outputs;

  return n + patch->n_devices * (patch->n_inputs + patch->n_outputs);
}

/* (transfer full) */
static char *
make_id (const Maker *maker,
         const char *what,
         guint number)
{
  g_autofree char *text = g_strdup_printf ("%s %u", what, number);

  return genlock_uuid_from (maker->seed, text, NULL);
}

static GenlockRecord *
make_row (const Maker *maker,
          const GenlockTable *table,
          guint number,
          guint show)
{
  g_autofree char *id = make_id (maker, table->name, number);
  GenlockRecord *row = genlock_record_new_row (table, id);

  if (show != 0)
    genlock_record_set_text (row, show, maker->show);

  return row;
}

static void
flush (Maker *maker)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = NULL;

  changes = genlock_store_apply (maker->store, maker->batch, NULL, &error);
  if (changes == NULL)
    g_error ("%s", error->message);
  g_clear_pointer (&maker->batch, genlock_batch_unref);
  maker->batch = genlock_batch_new ("IMPORT");
}

static void
put (Maker *maker,
     GenlockRecord *row)
{
  genlock_batch_insert (maker->batch, row);
  if (genlock_batch_get_length (maker->batch) >= CHUNK)
    flush (maker);
}

/* Boxes: sources, then devices, then sends. */

static gboolean
is_source (const Maker *maker,
           guint box)
{
  return box < maker->patch->n_sources;
}

static gboolean
is_send (const Maker *maker,
         guint box)
{
  return box >= maker->patch->n_sources + maker->patch->n_devices;
}

static guint
get_router (const Maker *maker)
{
  return maker->patch->n_sources + maker->patch->n_devices / 2;
}

static gboolean
is_router (const Maker *maker,
           guint box)
{
  return maker->patch->router != 0 && box == get_router (maker);
}

static void
add_ports (const Maker *maker,
           GenlockRecord *spec,
           gboolean is_output,
           guint n)
{
  for (guint i = 0; i < n; i++)
    {
      GenlockRecord *port = genlock_record_new_row (&genlock_equipment_io_ports, NULL);
      g_autofree char *id = g_strconcat (genlock_record_get_id (spec), is_output ? "OUT" : "IN",
                                         NULL);

      genlock_record_take_text (port, GENLOCK_META_ID, make_id (maker, id, i));
      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, is_output ? "OUTPUT" : "INPUT");
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE,
                               connectors[i % G_N_ELEMENTS (connectors)]);
      genlock_record_take_text (port, GENLOCK_PORT_LABEL,
                                g_strdup_printf ("%s %u", is_output ? "OUT" : "IN", i + 1));
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, i + 1);
      genlock_record_add_child (spec, port);
    }
}

static void
put_spec (Maker *maker,
          guint number,
          const char *model,
          guint n_inputs,
          guint n_outputs)
{
  GenlockRecord *spec = make_row (maker, &genlock_equipment_specs, number, 0);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, maker->seed);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, model);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "ROUTER");
  add_ports (maker, spec, FALSE, n_inputs);
  add_ports (maker, spec, TRUE, n_outputs);
  put (maker, spec);
}

static void
put_source (Maker *maker,
            guint box)
{
  GenlockRecord *row = make_row (maker, &genlock_sources, box, GENLOCK_SOURCE_PRODUCTION_ID);

  genlock_record_take_text (row, GENLOCK_SOURCE_NAME, g_strdup_printf ("Graphics %u", box + 1));
  genlock_record_set_text (row, GENLOCK_SOURCE_TYPE, "Graphics");
  genlock_record_clear_children (row, &genlock_source_outputs);
  for (guint i = 0; i < 2; i++)
    {
      GenlockRecord *output = make_row (maker, &genlock_source_outputs, box * 2 + i, 0);

      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connectors[i]);
      genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, i + 1);
      genlock_record_add_child (row, output);
    }
  put (maker, row);
}

static void
put_box (Maker *maker,
         guint box)
{
  GenlockRecord *row;

  if (is_source (maker, box))
    {
      put_source (maker, box);
      return;
    }

  if (is_send (maker, box))
    {
      row = make_row (maker, &genlock_sends, box, GENLOCK_SEND_PRODUCTION_ID);
      genlock_record_take_text (row, GENLOCK_SEND_NAME, g_strdup_printf ("Screen %u", box + 1));
      genlock_record_set_text (row, GENLOCK_SEND_TYPE, "Monitor");
      genlock_record_set_text (row, GENLOCK_SEND_OUTPUT_CONNECTOR, connectors[box % 2]);
    }
  else
    {
      row = make_row (maker, &genlock_devices, box, GENLOCK_DEVICE_PRODUCTION_ID);
      genlock_record_take_text (row, GENLOCK_DEVICE_NAME, g_strdup_printf ("Device %u", box + 1));
      genlock_record_set_text (row, GENLOCK_DEVICE_CATEGORY, "ROUTER");
      genlock_record_take_text (row, GENLOCK_DEVICE_EQUIPMENT_ID,
                                make_id (maker, genlock_equipment_specs.name,
                                         is_router (maker, box)));
    }
  put (maker, row);
}

static void
put_place (Maker *maker,
           guint box,
           guint n_columns)
{
  GenlockRecord *row = make_row (maker, &genlock_graph_nodes, box,
                                 GENLOCK_GRAPH_NODE_PRODUCTION_ID);

  genlock_record_set_text (row, GENLOCK_GRAPH_NODE_NODE_TYPE, "DEVICE");
  genlock_record_take_text (row, GENLOCK_GRAPH_NODE_NODE_ID,
                            make_id (maker, genlock_devices.name, box));
  genlock_record_set_real (row, GENLOCK_GRAPH_NODE_X, box % n_columns * STEP_X);
  genlock_record_set_real (row, GENLOCK_GRAPH_NODE_Y, box / n_columns * STEP_Y);
  put (maker, row);
}

/* Cables. */

static guint
get_random (const Maker *maker,
            guint n)
{
  return (guint) g_rand_int_range (maker->rand, 0, (gint32) n);
}

static guint
count_ports (const Maker *maker,
             guint box,
             gboolean is_output)
{
  if (is_source (maker, box))
    return is_output ? 2 : 0;
  if (is_send (maker, box))
    return is_output ? 0 : 1;
  if (is_router (maker, box))
    return maker->patch->router;

  return is_output ? maker->patch->n_outputs : maker->patch->n_inputs;
}

/* (transfer full) */
static char *
make_port_id (const Maker *maker,
              guint box,
              gboolean is_output,
              guint port)
{
  g_autofree char *spec = make_id (maker, genlock_equipment_specs.name, is_router (maker, box));
  g_autofree char *name = g_strconcat (spec, is_output ? "OUT" : "IN", NULL);

  if (is_send (maker, box))
    return NULL;

  return is_source (maker, box) ? make_id (maker, genlock_source_outputs.name, box * 2 + port)
                                : make_id (maker, name, port);
}

/* Two boxes that a cable may join: in the next columns of a grid, or a stage further. */
static gboolean
pick_boxes (const Maker *maker,
            guint cable,
            guint *from,
            guint *to)
{
  const BenchPatch *patch = maker->patch;
  guint n = patch->n_sources + patch->n_devices + patch->n_sends;
  guint columns = (guint) ceil (sqrt (n));
  guint stage = patch->n_devices / N_STAGES + 1;

  *from = get_random (maker, patch->n_sources + patch->n_devices);
  if (patch->is_grid)
    *to = *from + 1 + get_random (maker, 3) + columns * get_random (maker, 7) - columns * 3;
  else
    *to = *from + stage + get_random (maker, 60) - 30;
  if (patch->router != 0 && cable % ROUTER_SHARE == 0)
    *(cable % 2 == 0 ? from : to) = get_router (maker);

  return *to < n && !is_source (maker, *to) && *from != *to
         && (!patch->is_grid || *to % columns > *from % columns);
}

static void
set_destination (const Maker *maker,
                 GenlockRecord *row,
                 guint box,
                 guint port)
{
  const GenlockTable *table = is_send (maker, box) ? &genlock_sends : &genlock_devices;

  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           is_send (maker, box) ? "SEND" : "DEVICE");
  genlock_record_take_text (row, GENLOCK_CONNECTION_DESTINATION_ID,
                            make_id (maker, table->name, box));
  genlock_record_take_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT,
                            make_port_id (maker, box, FALSE, port));
}

static void
set_through (const Maker *maker,
             GenlockRecord *row,
             guint box,
             guint output)
{
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                            make_id (maker, genlock_devices.name, box));
  genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
                            make_port_id (maker, box, TRUE, output));
}

/* FALSE: another try. */
static gboolean
put_cable (Maker *maker,
           guint number)
{
  GenlockRecord *row;
  guint from, to, output, input;

  if (!pick_boxes (maker, number, &from, &to))
    return FALSE;

  output = get_random (maker, count_ports (maker, from, TRUE));
  input = get_random (maker, count_ports (maker, to, FALSE));
  if (!g_hash_table_add (maker->taken, GUINT_TO_POINTER (to * 1000 + input + 1)))
    return FALSE;

  row = make_row (maker, &genlock_connections, number, GENLOCK_CONNECTION_PRODUCTION_ID);
  if (is_source (maker, from))
    {
      genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_ID,
                                make_id (maker, genlock_sources.name, from));
      genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                                make_port_id (maker, from, TRUE, output));
    }
  else
    set_through (maker, row, from, output);
  set_destination (maker, row, to, input);
  put (maker, row);
  return TRUE;
}

static void
put_crosspoint (Maker *maker,
                guint number)
{
  guint box = maker->patch->n_sources + number % maker->patch->n_devices;
  guint port = number / maker->patch->n_devices;
  GenlockRecord *row = make_row (maker, &genlock_connections, maker->patch->n_cables + number,
                                 GENLOCK_CONNECTION_PRODUCTION_ID);

  set_through (maker, row, box, port);
  genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT,
                            make_port_id (maker, box, FALSE, port));
  put (maker, row);
}

static void
put_all (Maker *maker)
{
  const BenchPatch *patch = maker->patch;
  guint n = patch->n_sources + patch->n_devices + patch->n_sends;
  GenlockRecord *show = genlock_record_new_row (&genlock_productions, maker->show);

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "Example");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, maker->seed);
  put (maker, show);
  put_spec (maker, 0, "Converter", patch->n_inputs, patch->n_outputs);
  if (patch->router != 0)
    put_spec (maker, 1, "Router", patch->router, patch->router);
  for (guint i = 0; i < n; i++)
    put_box (maker, i);
  for (guint i = 0; patch->is_grid && i < n; i++)
    put_place (maker, i, (guint) ceil (sqrt (n)));
  for (guint i = 0; i < patch->n_cables;)
    i += put_cable (maker, i) ? 1 : 0;
  for (guint i = 0; i < patch->n_crosspoints; i++)
    put_crosspoint (maker, i);
  flush (maker);
}

char *
bench_patch_make (const BenchPatch *patch,
                  GenlockStore *store,
                  const char *seed)
{
  Maker maker = { .patch = patch, .store = store, .seed = seed };

  maker.show = make_id (&maker, genlock_productions.name, 0);
  maker.batch = genlock_batch_new ("IMPORT");
  maker.rand = g_rand_new_with_seed (7);
  maker.taken = g_hash_table_new (NULL, NULL);
  put_all (&maker);
  g_hash_table_unref (maker.taken);
  g_rand_free (maker.rand);
  genlock_batch_unref (maker.batch);

  return maker.show;
}
