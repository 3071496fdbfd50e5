/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The graph of a show as a drawing: well-formed, every line from cell to cell. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-graph-nodes.h"
#include "interchange/genlock-drawio.h"
#include "signal-help.h"

/* What stands in a drawing. */
typedef struct
{
  GHashTable *ids;   /* (element-type utf8) */
  GPtrArray *wanted; /* (element-type utf8): parents, sources, targets */
  guint n_edges;
  guint n_vertices;
} Cells;

static void
start_cb (GMarkupParseContext *context,
          const char *element,
          const char **names,
          const char **values,
          gpointer user_data,
          GError **error)
{
  Cells *cells = user_data;
  gboolean is_diagram = strcmp (element, "diagram") == 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      if (strcmp (names[i], "id") == 0 && !is_diagram)
        g_assert_true (g_hash_table_add (cells->ids, g_strdup (values[i])));
      else if (strcmp (names[i], "parent") == 0 || strcmp (names[i], "source") == 0
               || strcmp (names[i], "target") == 0)
        g_ptr_array_add (cells->wanted, g_strdup (values[i]));
      cells->n_edges += strcmp (names[i], "edge") == 0;
      cells->n_vertices += strcmp (names[i], "vertex") == 0;
    }
}

/* Two lines meet their ports; each id is there once. */
static void
check (const GString *xml,
       guint n_vertices,
       guint n_edges)
{
  static const GMarkupParser parser = { .start_element = start_cb };
  Cells cells = {
    .ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .wanted = g_ptr_array_new_with_free_func (g_free),
  };
  GMarkupParseContext *context = g_markup_parse_context_new (&parser, 0, &cells, NULL);
  g_autoptr (GError) error = NULL;

  g_markup_parse_context_parse (context, xml->str, (gssize) xml->len, &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < cells.wanted->len; i++)
    g_assert_true (g_hash_table_contains (cells.ids, cells.wanted->pdata[i]));
  g_assert_cmpuint (cells.n_vertices, ==, n_vertices);
  g_assert_cmpuint (cells.n_edges, ==, n_edges);

  g_markup_parse_context_free (context);
  g_hash_table_unref (cells.ids);
  g_ptr_array_unref (cells.wanted);
}

static void
set_up (SignalShow *show)
{
  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_device (show, "RTR", "ROUTER", "3G-SDI|3G-SDI", "3G-SDI|3G-SDI");
  signal_show_send (show, "DST 1", "MONITOR", "", "3G-SDI");
  signal_show_connect (show, "V 1", "SRC 1", "RTR:IN 1");
  signal_show_connect (show, "X 1", "RTR:IN 1", "RTR:OUT 1");
  signal_show_connect (show, "V 2", "RTR:OUT 1", "DST 1");
}

static void
test_cells (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GString) xml = NULL;
  g_autoptr (GString) again = NULL;
  g_autofree char *id = signal_id ("V 1");
  g_autofree char *uid = g_strdup_printf ("label=\"&lt;V &amp; 1&gt;\" uid=\"%s\"", id);

  set_up (show);
  signal_show_set_text (show, "V 1", GENLOCK_CONNECTION_CABLE_LABEL, "<V & 1>\x01");
  xml = genlock_drawio_print (show->graph, places, "show", "Gala \"A\"");
  again = genlock_drawio_print (show->graph, places, "show", "Gala \"A\"");
  /* Three boxes and their four linked ports; two cables and a crosspoint. */
  check (xml, 7, 3);
  g_assert_nonnull (strstr (xml->str, uid));
  g_assert_nonnull (strstr (xml->str, "name=\"Gala &quot;A&quot;\""));
  g_assert_cmpstr (xml->str, ==, again->str);
}

/* Boxes stand where a person has put them; a place that is none is worked out. */
static void
test_places (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  GenlockRecord *place = genlock_record_new_row (&genlock_graph_nodes, NULL);
  g_autofree char *id = signal_id ("SRC 1");
  g_autoptr (GString) xml = NULL;

  set_up (show);
  genlock_record_set_text (place, GENLOCK_GRAPH_NODE_NODE_TYPE, "SOURCE");
  genlock_record_set_text (place, GENLOCK_GRAPH_NODE_NODE_ID, id);
  genlock_record_set_real (place, GENLOCK_GRAPH_NODE_X, -640);
  genlock_record_set_real (place, GENLOCK_GRAPH_NODE_Y, 1208);
  g_ptr_array_add (places, place);

  xml = genlock_drawio_print (show->graph, places, "show", "Gala");
  check (xml, 7, 3);
  g_assert_nonnull (strstr (xml->str, "<mxGeometry x=\"-640\" y=\"1208\""));
}

/* What other programs write: a whole path, half a path, ports that nobody knows. */
static void
test_odd_rows (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GString) xml = NULL;

  set_up (show);
  signal_show_connect_through (show, "C 1", "SRC 1", "RTR", NULL, NULL, "DST 1");
  signal_show_connect (show, "X 2", "RTR:IN 2", "RTR:OUT 2");
  xml = genlock_drawio_print (show->graph, places, "show", "");
  check (xml, 3 + 8, 3 + 3 + 1);
}

static void
test_empty (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GPtrArray) places = g_ptr_array_new ();
  g_autoptr (GString) xml = genlock_drawio_print (show->graph, places, "show", "Gala");

  check (xml, 0, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/drawio/cells", test_cells);
  g_test_add_func ("/drawio/places", test_places);
  g_test_add_func ("/drawio/odd-rows", test_odd_rows);
  g_test_add_func ("/drawio/empty", test_empty);

  return g_test_run ();
}
