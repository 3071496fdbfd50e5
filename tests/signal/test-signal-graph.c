/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph of a show: ports, links, whole paths in one row, rows that lead nowhere. */

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "signal-help.h"

static GenlockSignalRow *
get_row (SignalShow *show,
         const char *name)
{
  g_autofree char *id = signal_id (name);

  return genlock_signal_graph_get_row (show->graph, id);
}

static GenlockSignalNode *
get_node (SignalShow *show,
          GenlockSignalKind kind,
          const char *name)
{
  g_autofree char *id = signal_id (name);

  return genlock_signal_graph_get_node (show->graph, kind, id);
}

static void
set_up (SignalShow *show)
{
  signal_show_source (show, "SRC 1", "Laptop", "1080p59.94", "HDMI|3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "1080p59.94", "3G-SDI");
  signal_show_device (show, "E2", "SWITCHER", "HDMI|3G-SDI", "3G-SDI|BNC REF");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
}

static void
test_ports (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  GenlockSignalPort *port;
  g_autofree char *name = NULL;

  set_up (show);
  g_assert_cmpuint (get_node (show, GENLOCK_SIGNAL_SOURCE, "SRC 1")->ports->len, ==, 2);
  g_assert_cmpuint (get_node (show, GENLOCK_SIGNAL_DEVICE, "E2")->ports->len, ==, 4);
  g_assert_cmpuint (get_node (show, GENLOCK_SIGNAL_SEND, "DST 1")->ports->len, ==, 1);

  port = signal_show_port (show, "E2:OUT 1");
  g_assert_true (port->is_output);
  g_assert_cmpstr (port->connector->name, ==, "3G-SDI");
  name = genlock_signal_port_dup_name (port);
  g_assert_cmpstr (name, ==, "E2 · OUT 1");
  g_assert_false (signal_show_port (show, "E2:OUT 2")->is_video);
}

static void
test_links (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  GenlockSignalPort *port;

  set_up (show);
  signal_show_connect (show, "C1", "SRC 1", "E2:IN 1");
  signal_show_connect (show, "C2", "E2:IN 1", "E2:OUT 1");
  signal_show_connect (show, "C3", "E2:OUT 1", "DST 1");

  g_assert_cmpuint (get_row (show, "C1")->n_links, ==, 1);
  g_assert_cmpint (get_row (show, "C1")->links[0].part, ==, GENLOCK_SIGNAL_DIRECT);
  g_assert_cmpint (get_row (show, "C2")->links[0].part, ==, GENLOCK_SIGNAL_CROSSPOINT);
  g_assert_cmpint (get_row (show, "C3")->links[0].part, ==, GENLOCK_SIGNAL_EXIT);

  port = signal_show_port (show, "E2:IN 1");
  g_assert_cmpuint (port->in->len, ==, 1);
  g_assert_cmpuint (port->out->len, ==, 1);
  g_assert_true (get_row (show, "C3")->links[0].to == signal_show_port (show, "DST 1:"));

  signal_show_drop (show, &genlock_connections, "C2");
  g_assert_null (signal_show_port (show, "E2:IN 1")->out);
  g_assert_null (signal_show_port (show, "E2:OUT 1")->in);
  g_assert_null (get_row (show, "C2"));
}

static void
test_whole_path (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  GenlockSignalRow *row;

  set_up (show);
  signal_show_connect_through (show, "C1", "SRC 2", "E2", "IN 2", "OUT 1", "DST 1");
  row = get_row (show, "C1");
  g_assert_cmpuint (row->n_links, ==, 3);
  g_assert_true (row->links[0].from == signal_show_port (show, "SRC 2:1"));
  g_assert_true (row->links[0].to == signal_show_port (show, "E2:IN 2"));
  g_assert_true (row->links[1].to == signal_show_port (show, "E2:OUT 1"));
  g_assert_true (row->links[2].to == signal_show_port (show, "DST 1:"));

  /* Ports that the row does not name: it shows as three links all the same. */
  signal_show_connect_through (show, "C2", "SRC 1", "E2", NULL, NULL, "DST 1");
  row = get_row (show, "C2");
  g_assert_cmpuint (row->n_links, ==, 3);
  g_assert_null (row->links[0].from->record);
  g_assert_null (row->links[0].to->record);
  g_assert_true (row->links[0].to == row->links[1].from);
  /* There is one output for pictures: it need not be named. Which input is not known. */
  g_assert_true (row->links[1].to == signal_show_port (show, "E2:OUT 1"));
  g_assert_cmpuint (get_node (show, GENLOCK_SIGNAL_DEVICE, "E2")->ports->len, ==, 5);
}

/* What others write is kept and shows as something unknown. */
static void
test_unknown (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  GenlockSignalRow *row;
  g_autofree char *name = NULL;

  set_up (show);
  signal_show_connect (show, "C1", "SRC 1", "E2:IN 1");
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_DESTINATION_INPUT, "E2 ID.0 IN 1.1");
  row = get_row (show, "C1");
  g_assert_null (row->links[0].to->record);
  g_assert_cmpstr (row->links[0].to->id, ==, "E2 ID.0 IN 1.1");

  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_DESTINATION_TYPE, "TRUCK");
  row = get_row (show, "C1");
  g_assert_cmpuint (row->n_links, ==, 1);
  g_assert_cmpint (row->links[0].to->node->kind, ==, GENLOCK_SIGNAL_UNKNOWN);
  name = genlock_signal_node_dup_name (row->links[0].to->node);
  g_assert_cmpstr (name, ==, "TRUCK");

  /* Half a path has no link, and breaks nothing. */
  signal_show_set_text (show, "C1", GENLOCK_CONNECTION_SOURCE_ID, NULL);
  g_assert_cmpuint (get_row (show, "C1")->n_links, ==, 0);
}

static void
test_missing_rows (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) nodes = NULL;

  set_up (show);
  signal_show_connect (show, "C1", "SRC 1", "E2:IN 1");
  signal_show_drop (show, &genlock_devices, "E2");
  g_assert_null (get_node (show, GENLOCK_SIGNAL_DEVICE, "E2")->record);
  g_assert_cmpuint (get_row (show, "C1")->n_links, ==, 1);
  g_assert_null (get_row (show, "C1")->links[0].to->record);

  /* With the last connection the node goes too. */
  signal_show_drop (show, &genlock_connections, "C1");
  g_assert_null (get_node (show, GENLOCK_SIGNAL_DEVICE, "E2"));
  nodes = genlock_signal_graph_list_nodes (show->graph);
  g_assert_cmpuint (nodes->len, ==, 3);

  signal_show_drop (show, &genlock_sources, "SRC 1");
  g_assert_null (get_node (show, GENLOCK_SIGNAL_SOURCE, "SRC 1"));
}

/* The equipment comes after the cables, and goes: ports are known and unknown by turns. */
static void
test_equipment_comes_and_goes (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockRecord) spec = NULL;

  set_up (show);
  signal_show_connect (show, "C1", "SRC 1", "E2:IN 1");
  spec = genlock_record_copy (signal_show_get (show, "E2 spec"));
  signal_show_drop (show, &genlock_equipment_specs, "E2 spec");
  g_assert_null (get_row (show, "C1")->links[0].to->record);

  signal_show_put (show, g_steal_pointer (&spec));
  g_assert_true (get_row (show, "C1")->links[0].to == signal_show_port (show, "E2:IN 1"));
  g_assert_nonnull (get_row (show, "C1")->links[0].to->record);
}

static void
test_natural_order (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) nodes = NULL;
  const char * const names[] = { "SRC 10", "SRC 2", "SRC 1" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signal_show_source (show, names[i], "Laptop", "", "");
  nodes = genlock_signal_graph_list_nodes (show->graph);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      g_assert_cmpstr (genlock_record_get_text (node->record, GENLOCK_SOURCE_NAME), ==,
                       names[G_N_ELEMENTS (names) - 1 - i]);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/signal-graph/ports", test_ports);
  g_test_add_func ("/signal-graph/links", test_links);
  g_test_add_func ("/signal-graph/whole-path", test_whole_path);
  g_test_add_func ("/signal-graph/unknown", test_unknown);
  g_test_add_func ("/signal-graph/missing-rows", test_missing_rows);
  g_test_add_func ("/signal-graph/equipment-comes-and-goes", test_equipment_comes_and_goes);
  g_test_add_func ("/signal-graph/natural-order", test_natural_order);

  return g_test_run ();
}
