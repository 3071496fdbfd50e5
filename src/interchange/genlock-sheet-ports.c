/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of devices, routers and switchers: port by port. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "interchange/genlock-sheet-build-private.h"

enum
{
  DEVICE_PORT,
  DEVICE_CONNECTOR,
  DEVICE_CABLE,
  DEVICE_END,
  DEVICE_END_PORT,
  DEVICE_END_CONNECTOR,
  DEVICE_SIGNAL,
  DEVICE_FORMAT,
  DEVICE_TYPE,
  DEVICE_LENGTH,
  DEVICE_SNAKE,
  DEVICE_STRAND,
  DEVICE_RUN,
  DEVICE_TESTED,
  DEVICE_NOTE,
  DEVICE_N_COLUMNS,
};

static const GenlockSheetColumn device_columns[DEVICE_N_COLUMNS] = {
  [DEVICE_PORT] = { N_("Port"), GENLOCK_SHEET_TEXT, 1.5, FALSE, FALSE },
  [DEVICE_CONNECTOR] = { N_("Connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [DEVICE_CABLE] = { N_("Cable"), GENLOCK_SHEET_TEXT, 1.2, FALSE, FALSE },
  [DEVICE_END] = { N_("Other end"), GENLOCK_SHEET_TEXT, 2.6, FALSE, FALSE },
  [DEVICE_END_PORT] = { N_("Port there"), GENLOCK_SHEET_TEXT, 2.1, FALSE, FALSE },
  [DEVICE_END_CONNECTOR] = { N_("Connector there"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [DEVICE_SIGNAL] = { N_("Signal"), GENLOCK_SHEET_TEXT, 2.3, FALSE, FALSE },
  [DEVICE_FORMAT] = { N_("Format"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [DEVICE_TYPE] = { N_("Cable type"), GENLOCK_SHEET_TEXT, 1.6, FALSE, FALSE },
  [DEVICE_LENGTH] = { N_("Length (m)"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [DEVICE_SNAKE] = { N_("Snake"), GENLOCK_SHEET_TEXT, 1.2, FALSE, TRUE },
  [DEVICE_STRAND] = { N_("Strand"), GENLOCK_SHEET_TEXT, 0.0, TRUE, TRUE },
  [DEVICE_RUN] = { N_("Run"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [DEVICE_TESTED] = { N_("Tested"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [DEVICE_NOTE] = { N_("Note"), GENLOCK_SHEET_TEXT, 3.0, FALSE, FALSE },
};

enum
{
  ROUTER_PORT,
  ROUTER_CONNECTOR,
  ROUTER_CABLE,
  ROUTER_END,
  ROUTER_END_PORT,
  ROUTER_END_CONNECTOR,
  ROUTER_CROSSPOINTS,
  ROUTER_PICTURE,
  ROUTER_RUN,
  ROUTER_TESTED,
  ROUTER_NOTE,
  ROUTER_N_COLUMNS,
};

static const GenlockSheetColumn router_columns[ROUTER_N_COLUMNS] = {
  [ROUTER_PORT] = { N_("Port"), GENLOCK_SHEET_TEXT, 1.5, FALSE, FALSE },
  [ROUTER_CONNECTOR] = { N_("Connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [ROUTER_CABLE] = { N_("Cable"), GENLOCK_SHEET_TEXT, 1.2, FALSE, FALSE },
  [ROUTER_END] = { N_("Other end"), GENLOCK_SHEET_TEXT, 2.6, FALSE, FALSE },
  [ROUTER_END_PORT] = { N_("Port there"), GENLOCK_SHEET_TEXT, 2.1, FALSE, FALSE },
  [ROUTER_END_CONNECTOR] = { N_("Connector there"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [ROUTER_CROSSPOINTS] = { N_("Crosspoint"), GENLOCK_SHEET_TEXT, 2.0, FALSE, FALSE },
  [ROUTER_PICTURE] = { N_("Picture of"), GENLOCK_SHEET_TEXT, 2.4, FALSE, FALSE },
  [ROUTER_RUN] = { N_("Run"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [ROUTER_TESTED] = { N_("Tested"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [ROUTER_NOTE] = { N_("Note"), GENLOCK_SHEET_TEXT, 3.0, FALSE, FALSE },
};

/* Of which device: the whole sheet where it is one, else each group says so. */
typedef struct
{
  const GenlockSheetMaker *maker;
  GenlockSheet *sheet;
  gboolean is_router;
  gboolean is_one;
} Ports;

/* What feeds an input and what an output feeds: cables. The others are crosspoints. */
static const GPtrArray *
get_links (const GenlockSignalPort *port,
           gboolean is_cable)
{
  return port->is_output == is_cable ? port->out : port->in;
}

static gboolean
has_links (const GPtrArray *links)
{
  return links != NULL && links->len > 0;
}

static void
fill_device (const Ports *ports,
             GenlockSheetRow *row,
             const GenlockSheetCable *cable)
{
  const GenlockRecord *record = cable->record;

  genlock_sheet_row_take (row, DEVICE_SIGNAL, genlock_sheet_cable_dup_signal (cable));
  genlock_sheet_row_take (row, DEVICE_FORMAT,
                          genlock_sheet_cable_dup_format (cable, ports->maker->check));
  genlock_sheet_row_set (row, DEVICE_TYPE,
                         genlock_record_get_text (record, GENLOCK_CONNECTION_CABLE_TYPE));
  genlock_sheet_row_take (row, DEVICE_LENGTH, genlock_sheet_cable_dup_length (cable));
  genlock_sheet_row_set (row, DEVICE_SNAKE,
                         genlock_record_get_text (record, GENLOCK_CONNECTION_SNAKE));
  genlock_sheet_row_set (row, DEVICE_STRAND,
                         genlock_record_get_text (record, GENLOCK_CONNECTION_STRAND));
}

static int
compare_labels (gconstpointer a,
                gconstpointer b)
{
  g_autofree char *first = genlock_sheet_dup_order (*(const char * const *) a);
  g_autofree char *second = genlock_sheet_dup_order (*(const char * const *) b);

  return strcmp (first, second);
}

/* (transfer full): the ports that crosspoints connect with @port. */
static char *
dup_crosspoints (const GenlockSignalPort *port)
{
  const GPtrArray *links = get_links (port, FALSE);
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];

      g_ptr_array_add (labels, genlock_signal_port_dup_label (port->is_output ? link->from
                                                                               : link->to));
    }
  g_ptr_array_sort (labels, compare_labels);
  g_ptr_array_add (labels, NULL);

  return g_strjoinv (", ", (char **) labels->pdata);
}

/* @link: (nullable): the cable; %NULL for a free port */
static void
add_row (const Ports *ports,
         GenlockSheetGroup *group,
         const GenlockSignalPort *port,
         const GenlockSignalLink *link)
{
  GenlockSheetRow *row = genlock_sheet_add_row (ports->sheet, group);
  const GenlockSignalPort *other;
  GenlockSheetCable cable;

  genlock_sheet_fill_port (row, DEVICE_PORT, port);
  if (ports->is_router)
    {
      genlock_sheet_row_take (row, ROUTER_CROSSPOINTS, dup_crosspoints (port));
      genlock_sheet_row_take (row, ROUTER_PICTURE,
                              genlock_sheet_dup_reached (port, FALSE, GENLOCK_SIGNAL_SOURCE));
    }
  if (link == NULL)
    return;

  genlock_sheet_cable_init (&cable, link);
  other = port->is_output ? link->to : link->from;
  genlock_sheet_row_set (row, DEVICE_CABLE,
                         genlock_record_get_text (cable.record, GENLOCK_CONNECTION_CABLE_LABEL));
  genlock_sheet_row_take (row, DEVICE_END, genlock_signal_node_dup_name (other->node));
  genlock_sheet_fill_port (row, DEVICE_END_PORT, other);
  genlock_sheet_row_set (row, ports->is_router ? ROUTER_RUN : DEVICE_RUN,
                         genlock_sheet_get_tick (cable.record, GENLOCK_CONNECTION_RUN));
  genlock_sheet_row_set (row, ports->is_router ? ROUTER_TESTED : DEVICE_TESTED,
                         genlock_sheet_get_tick (cable.record, GENLOCK_CONNECTION_TESTED));
  genlock_sheet_row_set (row, ports->is_router ? ROUTER_NOTE : DEVICE_NOTE,
                         genlock_record_get_text (cable.record, GENLOCK_CONNECTION_NOTE));
  if (!ports->is_router)
    fill_device (ports, row, &cable);
}

static void
add_side (const Ports *ports,
          const GenlockSignalNode *node,
          gboolean is_output,
          gboolean begins_block)
{
  g_autofree char *name = genlock_signal_node_dup_name (node);
  const char *side = is_output ? _("Outputs") : _("Inputs");
  g_autofree char *title = ports->is_one ? g_strdup (side)
                                         : g_strdup_printf ("%s — %s", name, side);
  GenlockSheetGroup *group = genlock_sheet_add_group (ports->sheet, title);

  group->begins_block = begins_block;
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      const GPtrArray *cables = get_links (port, TRUE);

      if (port->is_output != is_output)
        continue;

      for (guint j = 0; cables != NULL && j < cables->len; j++)
        add_row (ports, group, port, cables->pdata[j]);
      /* A free port has its line, to be filled in by hand; one for power or control has not. */
      if (!has_links (cables) && (port->is_video || has_links (get_links (port, FALSE))))
        add_row (ports, group, port, NULL);
    }

  if (group->rows->len == 0)
    g_ptr_array_set_size (ports->sheet->groups, (int) ports->sheet->groups->len - 1);
}

static void
add_device (const Ports *ports,
            const GenlockSignalNode *node)
{
  guint n_groups = ports->sheet->groups->len;

  add_side (ports, node, FALSE, TRUE);
  add_side (ports, node, TRUE, ports->sheet->groups->len == n_groups);
}

static gboolean
has_cables (const GenlockSignalNode *node)
{
  for (guint i = 0; i < node->ports->len; i++)
    if (has_links (get_links (node->ports->pdata[i], TRUE)))
      return TRUE;

  return FALSE;
}

static gboolean
is_wanted (const GenlockSignalNode *node,
           gboolean is_router)
{
  const char *category = genlock_signal_node_get_category (node);

  if (node->kind != GENLOCK_SIGNAL_DEVICE || node->record == NULL)
    return FALSE;
  if (is_router)
    return g_strcmp0 (category, "ROUTER") == 0 || g_strcmp0 (category, "SWITCHER") == 0;

  return has_cables (node);
}

static GPtrArray *
list_wanted (GenlockSignalGraph *graph,
             gboolean is_router)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);
  GPtrArray *wanted = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (is_wanted (nodes->pdata[i], is_router))
      g_ptr_array_add (wanted, nodes->pdata[i]);

  return wanted;
}

static GenlockSheet *
make_ports (const GenlockSheetMaker *maker,
            gboolean is_router)
{
  const char *id = maker->wish->device_id;
  const GenlockSignalNode *one = id != NULL ? genlock_signal_graph_get_node (
    maker->graph, GENLOCK_SIGNAL_DEVICE, id) : NULL;
  g_autoptr (GPtrArray) nodes = list_wanted (maker->graph, is_router);
  g_autofree char *name = one != NULL ? genlock_signal_node_dup_name (one) : NULL;
  const char *title = is_router ? _("Routers and switchers") : _("Devices");
  Ports ports = { maker, NULL, is_router, id != NULL };

  ports.sheet = is_router
                ? genlock_sheet_new (name != NULL ? name : title, router_columns, ROUTER_N_COLUMNS)
                : genlock_sheet_new (name != NULL ? name : title, device_columns, DEVICE_N_COLUMNS);
  ports.sheet->group_heading = N_("Side");
  if (one != NULL)
    add_device (&ports, one);
  for (guint i = 0; id == NULL && i < nodes->len; i++)
    add_device (&ports, nodes->pdata[i]);

  return ports.sheet;
}

GenlockSheet *
genlock_sheet_make_device (const GenlockSheetMaker *maker)
{
  return make_ports (maker, FALSE);
}

GenlockSheet *
genlock_sheet_make_router (const GenlockSheetMaker *maker)
{
  return make_ports (maker, TRUE);
}

GPtrArray *
genlock_sheet_list_devices (GenlockSignalGraph *graph,
                            GenlockSheetKind kind)
{
  return list_wanted (graph, kind == GENLOCK_SHEET_ROUTER);
}
