/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheet of sources: by type, with their outputs and where they go. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-format.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-build-private.h"

enum
{
  COLUMN_SOURCE,
  COLUMN_EQUIPMENT,
  COLUMN_OUTPUT,
  COLUMN_CONNECTOR,
  COLUMN_FORMAT,
  COLUMN_CABLE,
  COLUMN_TO,
  COLUMN_TO_PORT,
  COLUMN_TO_CONNECTOR,
  COLUMN_REACHES,
  COLUMN_SECONDARY,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const GenlockSheetColumn columns[N_COLUMNS] = {
  [COLUMN_SOURCE] = { N_("Source"), GENLOCK_SHEET_TEXT, 2.4, FALSE, FALSE },
  [COLUMN_EQUIPMENT] = { N_("Equipment"), GENLOCK_SHEET_TEXT, 2.2, FALSE, TRUE },
  [COLUMN_OUTPUT] = { N_("Output"), GENLOCK_SHEET_TEXT, 1.6, FALSE, FALSE },
  [COLUMN_CONNECTOR] = { N_("Connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [COLUMN_FORMAT] = { N_("Format"), GENLOCK_SHEET_TEXT, 1.6, FALSE, FALSE },
  [COLUMN_CABLE] = { N_("Cable"), GENLOCK_SHEET_TEXT, 1.2, FALSE, FALSE },
  [COLUMN_TO] = { N_("To"), GENLOCK_SHEET_TEXT, 2.2, FALSE, FALSE },
  [COLUMN_TO_PORT] = { N_("To port"), GENLOCK_SHEET_TEXT, 1.8, FALSE, FALSE },
  [COLUMN_TO_CONNECTOR] = { N_("To connector"), GENLOCK_SHEET_TEXT, 0.0, TRUE, FALSE },
  [COLUMN_REACHES] = { N_("Reaches"), GENLOCK_SHEET_TEXT, 3.0, FALSE, TRUE },
  [COLUMN_SECONDARY] = { N_("Secondary device"), GENLOCK_SHEET_TEXT, 1.6, FALSE, TRUE },
  [COLUMN_NOTE] = { N_("Note"), GENLOCK_SHEET_TEXT, 2.0, FALSE, FALSE },
};

static char *
dup_format (const GenlockSheetMaker *maker,
            const GenlockSignalPort *port)
{
  char print[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;

  if (maker->check == NULL || !genlock_signal_check_get_format (maker->check, port, &format))
    return NULL;

  return g_strdup (genlock_format_print (&format, print));
}

/* @port: (nullable): an output. @link: (nullable): the cable there */
static void
add_row (const GenlockSheetMaker *maker,
         GenlockSheet *sheet,
         GenlockSheetGroup *group,
         const GenlockSignalNode *node,
         const GenlockSignalPort *port,
         const GenlockSignalLink *link)
{
  GenlockSheetRow *row = genlock_sheet_add_row (sheet, group);

  genlock_sheet_row_take (row, COLUMN_SOURCE, genlock_signal_node_dup_name (node));
  if (node->spec != NULL)
    genlock_sheet_row_take (row, COLUMN_EQUIPMENT, g_strjoin (
                              " ", genlock_record_get_text (node->spec,
                                                            GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                              genlock_record_get_text (node->spec, GENLOCK_EQUIPMENT_SPEC_MODEL),
                              NULL));
  genlock_sheet_row_set (row, COLUMN_SECONDARY,
                         genlock_record_get_text (node->record, GENLOCK_SOURCE_SECONDARY_DEVICE));
  genlock_sheet_row_set (row, COLUMN_NOTE,
                         genlock_record_get_text (node->record, GENLOCK_SOURCE_NOTE));
  if (port == NULL)
    return;

  genlock_sheet_fill_port (row, COLUMN_OUTPUT, port);
  genlock_sheet_row_take (row, COLUMN_FORMAT, dup_format (maker, port));
  if (link == NULL)
    return;

  genlock_sheet_row_set (row, COLUMN_CABLE,
                         genlock_record_get_text (link->row->record,
                                                  GENLOCK_CONNECTION_CABLE_LABEL));
  genlock_sheet_row_take (row, COLUMN_TO, genlock_signal_node_dup_name (link->to->node));
  genlock_sheet_fill_port (row, COLUMN_TO_PORT, link->to);
  genlock_sheet_row_take (row, COLUMN_REACHES,
                          genlock_sheet_dup_reached (link->to, TRUE, GENLOCK_SIGNAL_SEND));
}

static void
add_source (const GenlockSheetMaker *maker,
            GenlockSheet *sheet,
            GenlockSheetGroup *group,
            const GenlockSignalNode *node)
{
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      for (guint j = 0; port->out != NULL && j < port->out->len; j++)
        add_row (maker, sheet, group, node, port, port->out->pdata[j]);
      if (port->out == NULL)
        add_row (maker, sheet, group, node, port, NULL);
    }

  if (node->ports->len == 0)
    add_row (maker, sheet, group, node, NULL, NULL);
}

/* "" where it says none. */
static const char *
get_type (const GenlockSignalNode *node)
{
  const char *type = genlock_record_get_text (node->record, GENLOCK_SOURCE_TYPE);

  return type != NULL ? type : "";
}

static int
compare_types (gconstpointer a,
               gconstpointer b)
{
  const char *first = *(const char * const *) a;
  const char *second = *(const char * const *) b;
  int order = g_utf8_collate (first, second);

  return order != 0 ? order : strcmp (first, second);
}

static gboolean
is_source (const GenlockSignalNode *node)
{
  return node->kind == GENLOCK_SIGNAL_SOURCE && node->record != NULL;
}

static GPtrArray *
list_types (const GPtrArray *nodes)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *types = g_ptr_array_new ();

  for (guint i = 0; i < nodes->len; i++)
    if (is_source (nodes->pdata[i])
        && g_hash_table_add (seen, (gpointer) get_type (nodes->pdata[i])))
      g_ptr_array_add (types, (gpointer) get_type (nodes->pdata[i]));
  g_ptr_array_sort (types, compare_types);

  return types;
}

GPtrArray *
genlock_sheet_list_source_types (GenlockSignalGraph *graph)
{
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);

  return list_types (nodes);
}

GenlockSheet *
genlock_sheet_make_sources (const GenlockSheetMaker *maker)
{
  GenlockSheet *sheet = genlock_sheet_new (_("Sources"), columns, N_COLUMNS);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (maker->graph);
  g_autoptr (GPtrArray) types = list_types (nodes);

  sheet->group_heading = N_("Type");
  for (guint i = 0; i < types->len; i++)
    {
      const char *type = types->pdata[i];
      GenlockSheetGroup *group;

      if (maker->wish->source_type != NULL && strcmp (maker->wish->source_type, type) != 0)
        continue;

      group = genlock_sheet_add_group (sheet, *type != '\0' ? type : _("Type not said"));
      for (guint j = 0; j < nodes->len; j++)
        if (is_source (nodes->pdata[j]) && strcmp (get_type (nodes->pdata[j]), type) == 0)
          add_source (maker, sheet, group, nodes->pdata[j]);
    }

  return sheet;
}
