/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch as a drawing for paper: boxes, ports and cables without the rows they came from. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-drawing.h"
#include "interchange/genlock-sheet.h"

static void
clear_port (gpointer data)
{
  GenlockSheetPort *port = data;

  g_free (port->label);
  g_free (port->connector);
}

static void
clear_box (gpointer data)
{
  GenlockSheetBox *box = data;

  g_free (box->name);
  g_free (box->detail);
  g_array_unref (box->ports);
}

static void
clear_wire (gpointer data)
{
  GenlockSheetWire *wire = data;

  g_free (wire->label);
}

/* (transfer full): one line. @text: (nullable) (transfer full) */
static char *
take_line (char *text)
{
  char *line = genlock_sheet_dup_line (text != NULL ? text : "");

  g_free (text);

  return line;
}

/* (transfer full): what it is: the model of its equipment, else its type. */
static char *
dup_detail (const GenlockSignalNode *node)
{
  const char *type = NULL;

  if (node->spec != NULL)
    return g_strdup_printf ("%s %s",
                            genlock_record_get_text (node->spec,
                                                     GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                            genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL));
  if (node->record != NULL && node->kind == GENLOCK_SIGNAL_SOURCE)
    type = genlock_record_get_text (node->record, GENLOCK_SOURCE_TYPE);
  else if (node->record != NULL && node->kind == GENLOCK_SIGNAL_SEND)
    type = genlock_record_get_text (node->record, GENLOCK_SEND_TYPE);

  return g_strdup (type);
}

static void
add_ports (GenlockSheetBox *box,
           const GenlockSignalNode *node,
           const GArray *offsets)
{
  guint place = 0;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      const char *connector = genlock_signal_port_get_connector_text (port);
      GenlockSheetPort drawn = { .is_output = port->is_output };

      if (!genlock_graph_plan_is_linked (port))
        continue;

      drawn.y = g_array_index (offsets, double, place++);
      drawn.label = take_line (genlock_signal_port_dup_label (port));
      drawn.connector = take_line (strstr (drawn.label, connector) == NULL ? g_strdup (connector)
                                                                           : NULL);
      g_array_append_val (box->ports, drawn);
    }
}

static void
add_box (GenlockSheetDrawing *drawing,
         const GenlockGraphPlan *plan,
         guint index)
{
  const GenlockSignalNode *node = plan->nodes->pdata[index];
  const GenlockSignalLayoutBox *place = &g_array_index (plan->boxes, GenlockSignalLayoutBox,
                                                        index);
  GenlockSheetBox box = {
    .name = take_line (genlock_signal_node_dup_name (node)),
    .detail = take_line (dup_detail (node)),
    .kind = node->kind,
    .x = place->x,
    .y = place->y,
    .width = place->width,
    .height = place->height,
    .ports = g_array_new (FALSE, FALSE, sizeof (GenlockSheetPort)),
  };

  g_array_set_clear_func (box.ports, clear_port);
  add_ports (&box, node, plan->offsets->pdata[index]);
  g_array_append_val (drawing->boxes, box);
}

/* Soft, and with room to turn where it leads back to the left: as on the screen. */
static void
bend (GenlockSheetWire *wire)
{
  double reach = CLAMP (fabs (wire->x[3] - wire->x[0]) / 2, 24, 200);

  if (wire->x[3] < wire->x[0])
    reach = CLAMP ((wire->x[0] - wire->x[3]) / 2, 64, 320);
  wire->x[1] = wire->x[0] + reach;
  wire->x[2] = wire->x[3] - reach;
  wire->y[1] = wire->y[0];
  wire->y[2] = wire->y[3];
}

static GenlockConnectorFamily
get_family (const GenlockSignalLink *link)
{
  if (link->from->connector != NULL)
    return link->from->connector->family;

  return link->to->connector != NULL ? link->to->connector->family
                                     : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

static void
find_end (const GenlockGraphPlan *plan,
          GHashTable *numbers,
          const GenlockSignalPort *port,
          double *x,
          double *y)
{
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (numbers, port->node));
  const GenlockSignalLayoutBox *box = &g_array_index (plan->boxes, GenlockSignalLayoutBox, index);
  const GArray *offsets = plan->offsets->pdata[index];

  *x = port->is_output ? box->x + box->width : box->x;
  *y = box->y + g_array_index (offsets, double, genlock_graph_plan_get_place (port));
}

static void
add_wires (GenlockSheetDrawing *drawing,
           const GenlockGraphPlan *plan)
{
  g_autoptr (GHashTable) numbers = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < plan->nodes->len; i++)
    g_hash_table_insert (numbers, plan->nodes->pdata[i], GUINT_TO_POINTER (i));

  for (guint i = 0; i < plan->rows->len; i++)
    {
      const GenlockSignalRow *row = plan->rows->pdata[i];

      for (guint j = 0; j < row->n_links; j++)
        {
          const GenlockSignalLink *link = &row->links[j];
          GenlockSheetWire wire = { .family = get_family (link) };

          if (link->part == GENLOCK_SIGNAL_CROSSPOINT)
            continue;

          wire.label = take_line (g_strdup (genlock_record_get_text (
                                              row->record, GENLOCK_CONNECTION_CABLE_LABEL)));
          find_end (plan, numbers, link->from, &wire.x[0], &wire.y[0]);
          find_end (plan, numbers, link->to, &wire.x[3], &wire.y[3]);
          bend (&wire);
          g_array_append_val (drawing->wires, wire);
        }
    }
}

/* Everything begins at 0, 0. */
static void
move_to_corner (GenlockSheetDrawing *drawing)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;
  double right = -G_MAXDOUBLE;
  double bottom = -G_MAXDOUBLE;

  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      left = MIN (left, box->x);
      top = MIN (top, box->y);
      right = MAX (right, box->x + box->width);
      bottom = MAX (bottom, box->y + box->height);
    }
  for (guint i = 0; i < drawing->wires->len; i++)
    {
      const GenlockSheetWire *wire = &g_array_index (drawing->wires, GenlockSheetWire, i);
      double x, y, width, height;

      genlock_sheet_wire_get_area (wire, &x, &y, &width, &height);
      left = MIN (left, x);
      right = MAX (right, x + width);
    }
  if (drawing->boxes->len == 0)
    return;

  drawing->width = right - left;
  drawing->height = bottom - top;
  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      box->x -= left;
      box->y -= top;
    }
  for (guint i = 0; i < drawing->wires->len; i++)
    for (guint j = 0; j < 4; j++)
      {
        g_array_index (drawing->wires, GenlockSheetWire, i).x[j] -= left;
        g_array_index (drawing->wires, GenlockSheetWire, i).y[j] -= top;
      }
}

GenlockSheetDrawing *
genlock_sheet_drawing_new (const GenlockGraphPlan *plan)
{
  GenlockSheetDrawing *drawing = g_new0 (GenlockSheetDrawing, 1);

  drawing->boxes = g_array_new (FALSE, FALSE, sizeof (GenlockSheetBox));
  g_array_set_clear_func (drawing->boxes, clear_box);
  drawing->wires = g_array_new (FALSE, FALSE, sizeof (GenlockSheetWire));
  g_array_set_clear_func (drawing->wires, clear_wire);
  for (guint i = 0; i < plan->nodes->len; i++)
    add_box (drawing, plan, i);
  add_wires (drawing, plan);
  move_to_corner (drawing);

  return drawing;
}

void
genlock_sheet_drawing_free (GenlockSheetDrawing *drawing)
{
  g_array_unref (drawing->boxes);
  g_array_unref (drawing->wires);
  g_free (drawing);
}

void
genlock_sheet_wire_get_area (const GenlockSheetWire *wire,
                             double *x,
                             double *y,
                             double *width,
                             double *height)
{
  double left = MIN (MIN (wire->x[0], wire->x[1]), MIN (wire->x[2], wire->x[3]));
  double right = MAX (MAX (wire->x[0], wire->x[1]), MAX (wire->x[2], wire->x[3]));

  *x = left;
  *y = MIN (wire->y[0], wire->y[3]);
  *width = right - left;
  *height = fabs (wire->y[3] - wire->y[0]);
}
