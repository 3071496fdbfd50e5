/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show as a drawing of draw.io. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-graph-nodes.h"
#include "interchange/genlock-drawio.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-sheet.h"
#include "signal/genlock-signal-layout.h"
#include "signal/genlock-signal-load.h"

/* Pixels. */
#define WIDTH 240
#define HEAD 24
#define ROW 16
#define FOOT 8
#define PORT_WIDTH 100

static const char * const node_styles[] = {
  [GENLOCK_SIGNAL_SOURCE] = "fillColor=#d5e8d4;strokeColor=#82b366;",
  [GENLOCK_SIGNAL_DEVICE] = "fillColor=#f5f5f5;strokeColor=#666666;",
  [GENLOCK_SIGNAL_SEND] = "fillColor=#dae8fc;strokeColor=#6c8ebf;",
  [GENLOCK_SIGNAL_UNKNOWN] = "fillColor=none;strokeColor=#666666;dashed=1;",
};

static const char * const node_words[] = {
  [GENLOCK_SIGNAL_SOURCE] = "SOURCE",
  [GENLOCK_SIGNAL_DEVICE] = "DEVICE",
  [GENLOCK_SIGNAL_SEND] = "SEND",
  [GENLOCK_SIGNAL_UNKNOWN] = "",
};

typedef struct
{
  GPtrArray *nodes;   /* owned (element-type GenlockSignalNode) */
  GPtrArray *keys;    /* owned (element-type utf8) */
  GPtrArray *offsets; /* owned (element-type GArray): of ports below the top, in doubles */
  GArray *boxes;      /* owned (element-type GenlockSignalLayoutBox) */
  GHashTable *ports;  /* owned (element-type GenlockSignalPort guint): the number of its cell */
  GHashTable *places; /* owned (element-type utf8 GenlockRecord) */
} Drawing;

static void
drawing_clear (Drawing *drawing)
{
  g_ptr_array_unref (drawing->nodes);
  g_ptr_array_unref (drawing->keys);
  g_ptr_array_unref (drawing->offsets);
  g_array_unref (drawing->boxes);
  g_hash_table_unref (drawing->ports);
  g_hash_table_unref (drawing->places);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Drawing, drawing_clear)

static gboolean
is_linked (const GenlockSignalPort *port)
{
  return (port->in != NULL && port->in->len > 0) || (port->out != NULL && port->out->len > 0);
}

static char *
make_key (const char *type,
          const char *id)
{
  return g_strconcat (type != NULL ? type : "", " ", id, NULL);
}

static void
read_places (Drawing *drawing,
             GPtrArray *places)
{
  for (guint i = 0; i < places->len; i++)
    {
      const char *id = genlock_record_get_text (places->pdata[i], GENLOCK_GRAPH_NODE_NODE_ID);

      if (id != NULL)
        g_hash_table_insert (drawing->places,
                             make_key (genlock_record_get_text (places->pdata[i],
                                                                GENLOCK_GRAPH_NODE_NODE_TYPE),
                                       id),
                             places->pdata[i]);
    }
}

/* @rows: (out): how many rows of ports the box has */
static GArray *
list_offsets (Drawing *drawing,
              const GenlockSignalNode *node,
              guint *rows)
{
  GArray *offsets = g_array_new (FALSE, FALSE, sizeof (double));
  guint n[2] = { 0, 0 };

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      double offset;

      if (!is_linked (port))
        continue;

      offset = HEAD + ROW * n[port->is_output]++ + ROW / 2.0;
      g_array_append_val (offsets, offset);
      g_hash_table_insert (drawing->ports, (gpointer) port,
                           GUINT_TO_POINTER (g_hash_table_size (drawing->ports) + 1));
    }
  *rows = MAX (n[0], n[1]);

  return offsets;
}

static void
add_box (Drawing *drawing,
         GenlockSignalNode *node)
{
  guint rows;
  GArray *offsets = list_offsets (drawing, node, &rows);
  g_autofree char *place_key = make_key (node_words[node->kind], node->id);
  g_autofree char *name = genlock_signal_node_dup_name (node);
  g_autofree char *order = g_utf8_collate_key_for_filename (name, -1);
  const GenlockRecord *place = g_hash_table_lookup (drawing->places, place_key);
  GenlockSignalLayoutBox box = {
    .kind = node->kind,
    .width = WIDTH,
    .height = HEAD + ROW * rows + FOOT,
  };

  g_ptr_array_add (drawing->keys, g_strconcat (order, "\n", place_key, NULL));
  g_ptr_array_add (drawing->offsets, offsets);
  box.key = drawing->keys->pdata[drawing->keys->len - 1];
  box.ports = (const double *) offsets->data;
  box.n_ports = offsets->len;
  if (place != NULL)
    {
      box.is_fixed = TRUE;
      box.x = genlock_record_get_real (place, GENLOCK_GRAPH_NODE_X);
      box.y = genlock_record_get_real (place, GENLOCK_GRAPH_NODE_Y);
    }
  g_array_append_val (drawing->boxes, box);
}

/* The number of @port among the linked ones of its node. */
static guint
get_place (const GenlockSignalPort *port)
{
  guint place = 0;

  for (guint i = 0; port->node->ports->pdata[i] != port; i++)
    place += is_linked (port->node->ports->pdata[i]);

  return place;
}

static void
lay_out (Drawing *drawing,
         GPtrArray *rows)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) links = g_array_new (FALSE, FALSE, sizeof (GenlockSignalLayoutLink));

  for (guint i = 0; i < drawing->nodes->len; i++)
    g_hash_table_insert (numbers, drawing->nodes->pdata[i], GUINT_TO_POINTER (i));

  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        {
          const GenlockSignalLink *link = &row->links[j];
          GenlockSignalLayoutLink line = {
            GPOINTER_TO_UINT (g_hash_table_lookup (numbers, link->from->node)),
            get_place (link->from),
            GPOINTER_TO_UINT (g_hash_table_lookup (numbers, link->to->node)),
            get_place (link->to),
          };

          if (link->part != GENLOCK_SIGNAL_CROSSPOINT)
            g_array_append_val (links, line);
        }
    }

  genlock_signal_layout_run ((GenlockSignalLayoutBox *) drawing->boxes->data, drawing->boxes->len,
                             (const GenlockSignalLayoutLink *) links->data, links->len, NULL,
                             NULL);
}

static void
write_attribute (GString *xml,
                 const char *name,
                 const char *text)
{
  g_autofree char *line = genlock_sheet_dup_line (text != NULL ? text : "");
  g_autofree char *escaped = g_markup_escape_text (line, -1);

  g_string_append_printf (xml, " %s=\"%s\"", name, escaped);
}

static void
write_ports (GString *xml,
             const Drawing *drawing,
             guint index)
{
  const GenlockSignalNode *node = drawing->nodes->pdata[index];
  const GArray *offsets = drawing->offsets->pdata[index];
  guint place = 0;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      g_autofree char *label = NULL;

      if (!is_linked (port))
        continue;

      label = genlock_signal_port_dup_label (port);
      g_string_append_printf (xml, "<mxCell id=\"p%u\"", GPOINTER_TO_UINT (
                                g_hash_table_lookup (drawing->ports, port)));
      write_attribute (xml, "value", label);
      g_string_append_printf (xml, " style=\"fillColor=#ffffff;strokeColor=#999999;fontSize=9;"
                              "align=%s;overflow=hidden;points=[[%d,0.5]];\" vertex=\"1\" "
                              "parent=\"n%u\"><mxGeometry x=\"%d\" y=\"%d\" width=\"%d\" "
                              "height=\"%d\" as=\"geometry\"/></mxCell>\n",
                              port->is_output ? "right" : "left", port->is_output ? 1 : 0, index,
                              port->is_output ? WIDTH - PORT_WIDTH : 0,
                              (int) (g_array_index (offsets, double, place++) - ROW / 2.0),
                              PORT_WIDTH, ROW);
    }
}

/* A place that another program wrote may be no number, or far away. */
static int
round_place (double place)
{
  return isfinite (place) ? (int) CLAMP (round (place), -1e6, 1e6) : 0;
}

static void
write_node (GString *xml,
            const Drawing *drawing,
            guint index)
{
  const GenlockSignalNode *node = drawing->nodes->pdata[index];
  const GenlockSignalLayoutBox *box = &g_array_index (drawing->boxes, GenlockSignalLayoutBox,
                                                      index);
  g_autofree char *name = genlock_signal_node_dup_name (node);

  g_string_append_printf (xml, "<object id=\"n%u\"", index);
  write_attribute (xml, "label", name);
  write_attribute (xml, "uid", node->record != NULL ? node->id : "");
  g_string_append_printf (xml, "><mxCell style=\"verticalAlign=top;fontStyle=1;%s\" vertex=\"1\" "
                          "parent=\"1\"><mxGeometry x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                          "as=\"geometry\"/></mxCell></object>\n",
                          node_styles[node->kind], round_place (box->x), round_place (box->y),
                          WIDTH, (int) box->height);
  write_ports (xml, drawing, index);
}

static void
write_link (GString *xml,
            const Drawing *drawing,
            const GenlockSignalLink *link,
            guint number)
{
  const GenlockRecord *record = link->row->record;
  gboolean is_crosspoint = link->part == GENLOCK_SIGNAL_CROSSPOINT;
  const char *label = genlock_record_get_text (record, GENLOCK_CONNECTION_CABLE_LABEL);

  g_string_append_printf (xml, "<object id=\"e%u\"", number);
  write_attribute (xml, "label", is_crosspoint ? "" : label);
  write_attribute (xml, "uid", genlock_record_get_id (record));
  g_string_append_printf (xml, "><mxCell style=\"%sfontSize=9;exitX=1;exitY=0.5;entryX=0;"
                          "entryY=0.5;%s\" edge=\"1\" parent=\"1\" source=\"p%u\" target=\"p%u\">"
                          "<mxGeometry relative=\"1\" as=\"geometry\"/></mxCell></object>\n",
                          is_crosspoint ? "" : "edgeStyle=orthogonalEdgeStyle;",
                          is_crosspoint ? "dashed=1;strokeColor=#999999;" : "",
                          GPOINTER_TO_UINT (g_hash_table_lookup (drawing->ports, link->from)),
                          GPOINTER_TO_UINT (g_hash_table_lookup (drawing->ports, link->to)));
}

GString *
genlock_drawio_print (GenlockSignalGraph *graph,
                      GPtrArray *places,
                      const char *id,
                      const char *name)
{
  g_auto (Drawing) drawing = {
    .nodes = genlock_signal_graph_list_nodes (graph),
    .keys = g_ptr_array_new_with_free_func (g_free),
    .offsets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref),
    .boxes = g_array_new (FALSE, FALSE, sizeof (GenlockSignalLayoutBox)),
    .ports = g_hash_table_new (NULL, NULL),
    .places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
  };
  g_autoptr (GPtrArray) rows = genlock_signal_graph_list_rows (graph);
  GString *xml = g_string_new ("<mxfile host=\"Genlock\">\n<diagram");
  guint n_links = 0;

  read_places (&drawing, places);
  for (guint i = 0; i < drawing.nodes->len; i++)
    add_box (&drawing, drawing.nodes->pdata[i]);
  lay_out (&drawing, rows);

  write_attribute (xml, "id", id);
  write_attribute (xml, "name", name);
  g_string_append (xml, ">\n<mxGraphModel>\n<root>\n<mxCell id=\"0\"/>\n"
                   "<mxCell id=\"1\" parent=\"0\"/>\n");
  for (guint i = 0; i < drawing.nodes->len; i++)
    write_node (xml, &drawing, i);
  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        write_link (xml, &drawing, &row->links[j], n_links++);
    }
  g_string_append (xml, "</root>\n</mxGraphModel>\n</diagram>\n</mxfile>\n");

  return xml;
}

gboolean
genlock_drawio_write (GenlockStore *store,
                      const GenlockRecord *production,
                      const char *path,
                      GError **error)
{
  const char *id = genlock_record_get_id (production);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_graph_nodes);
  g_autoptr (GPtrArray) rows = genlock_signal_load (store, id, error);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GString) xml = NULL;

  if (rows == NULL)
    return FALSE;

  genlock_query_set_parent (query, id);
  places = genlock_store_list (store, query, error);
  if (places == NULL)
    return FALSE;

  graph = genlock_signal_graph_new (rows);
  xml = genlock_drawio_print (graph, places, id, genlock_record_get_name (production));

  return genlock_export_file_write (path, xml, error);
}
