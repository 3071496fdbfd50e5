/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show as a drawing of draw.io. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "interchange/genlock-drawio.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-graph-plan.h"
#include "interchange/genlock-sheet.h"
#include "signal/genlock-signal-load.h"

static const char * const node_styles[] = {
  [GENLOCK_SIGNAL_SOURCE] = "fillColor=#d5e8d4;strokeColor=#82b366;",
  [GENLOCK_SIGNAL_DEVICE] = "fillColor=#f5f5f5;strokeColor=#666666;",
  [GENLOCK_SIGNAL_SEND] = "fillColor=#dae8fc;strokeColor=#6c8ebf;",
  [GENLOCK_SIGNAL_UNKNOWN] = "fillColor=none;strokeColor=#666666;dashed=1;",
};

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
             const GenlockGraphPlan *plan,
             guint index)
{
  const GenlockSignalNode *node = plan->nodes->pdata[index];
  const GArray *offsets = plan->offsets->pdata[index];
  const double half = GENLOCK_GRAPH_PLAN_ROW / 2.0;
  guint place = 0;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      int left = port->is_output ? GENLOCK_GRAPH_PLAN_WIDTH - GENLOCK_GRAPH_PLAN_PORT_WIDTH : 0;
      g_autofree char *label = NULL;

      if (!genlock_graph_plan_is_linked (port))
        continue;

      label = genlock_signal_port_dup_label (port);
      g_string_append_printf (xml, "<mxCell id=\"p%u\"", GPOINTER_TO_UINT (
                                g_hash_table_lookup (plan->ports, port)));
      write_attribute (xml, "value", label);
      g_string_append_printf (xml, " style=\"fillColor=#ffffff;strokeColor=#999999;fontSize=9;"
                              "align=%s;overflow=hidden;points=[[%d,0.5]];\" vertex=\"1\" "
                              "parent=\"n%u\"><mxGeometry x=\"%d\" y=\"%d\" width=\"%d\" "
                              "height=\"%d\" as=\"geometry\"/></mxCell>\n",
                              port->is_output ? "right" : "left", port->is_output ? 1 : 0, index,
                              left, (int) (g_array_index (offsets, double, place++) - half),
                              GENLOCK_GRAPH_PLAN_PORT_WIDTH, GENLOCK_GRAPH_PLAN_ROW);
    }
}

static void
write_node (GString *xml,
            const GenlockGraphPlan *plan,
            guint index)
{
  const GenlockSignalNode *node = plan->nodes->pdata[index];
  const GenlockSignalLayoutBox *box = &g_array_index (plan->boxes, GenlockSignalLayoutBox,
                                                      index);
  g_autofree char *name = genlock_signal_node_dup_name (node);

  g_string_append_printf (xml, "<object id=\"n%u\"", index);
  write_attribute (xml, "label", name);
  write_attribute (xml, "uid", node->record != NULL ? node->id : "");
  g_string_append_printf (xml, "><mxCell style=\"verticalAlign=top;fontStyle=1;%s\" vertex=\"1\" "
                          "parent=\"1\"><mxGeometry x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" "
                          "as=\"geometry\"/></mxCell></object>\n",
                          node_styles[node->kind], (int) box->x, (int) box->y,
                          GENLOCK_GRAPH_PLAN_WIDTH, (int) box->height);
  write_ports (xml, plan, index);
}

static void
write_link (GString *xml,
            const GenlockGraphPlan *plan,
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
                          GPOINTER_TO_UINT (g_hash_table_lookup (plan->ports, link->from)),
                          GPOINTER_TO_UINT (g_hash_table_lookup (plan->ports, link->to)));
}

GString *
genlock_drawio_print (GenlockSignalGraph *graph,
                      GPtrArray *places,
                      const char *id,
                      const char *name)
{
  g_autoptr (GenlockGraphPlan) plan = genlock_graph_plan_new (graph, places);
  GString *xml = g_string_new ("<mxfile host=\"Genlock\">\n<diagram");
  guint n_links = 0;

  write_attribute (xml, "id", id);
  write_attribute (xml, "name", name);
  g_string_append (xml, ">\n<mxGraphModel>\n<root>\n<mxCell id=\"0\"/>\n"
                   "<mxCell id=\"1\" parent=\"0\"/>\n");
  for (guint i = 0; i < plan->nodes->len; i++)
    write_node (xml, plan, i);
  for (guint i = 0; i < plan->rows->len; i++)
    {
      const GenlockSignalRow *row = plan->rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        write_link (xml, plan, &row->links[j], n_links++);
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
  g_autoptr (GPtrArray) rows = genlock_signal_load (store, id, error);
  g_autoptr (GPtrArray) places = NULL;
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GString) xml = NULL;

  if (rows == NULL)
    return FALSE;

  places = genlock_graph_plan_load_places (store, id, error);
  if (places == NULL)
    return FALSE;

  graph = genlock_signal_graph_new (rows);
  xml = genlock_drawio_print (graph, places, id, genlock_record_get_name (production));

  return genlock_export_file_write (path, xml, error);
}
