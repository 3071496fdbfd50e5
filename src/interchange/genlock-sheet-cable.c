/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cables of a show, and what sheets say of them. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-format.h"
#include "core/schema/genlock-connections.h"
#include "interchange/genlock-sheet-build-private.h"
#include "signal/genlock-signal-path.h"

static void
free_cable (GenlockSheetCable *cable)
{
  g_free (cable->key);
  g_free (cable);
}

char *
genlock_sheet_dup_order (const char *text)
{
  return g_utf8_collate_key_for_filename (text, -1);
}

const char *
genlock_sheet_get_tick (const GenlockRecord *record,
                        guint field)
{
  return genlock_record_get_bool (record, field) ? "x" : "";
}

void
genlock_sheet_cable_init (GenlockSheetCable *cable,
                          const GenlockSignalLink *link)
{
  *cable = (GenlockSheetCable) {
    .record = link->row->record,
    .link = link,
    .from = link->from->node,
    .to = link->to->node,
  };
}

static GenlockSheetCable *
new_cable (const GenlockRecord *record)
{
  GenlockSheetCable *cable = g_new0 (GenlockSheetCable, 1);
  const char *label = genlock_record_get_text (record, GENLOCK_CONNECTION_CABLE_LABEL);
  g_autofree char *order = genlock_sheet_dup_order (label != NULL ? label : "");

  cable->record = record;
  cable->key = g_strconcat (label == NULL || *label == '\0' ? "2" : "1", order, NULL);

  return cable;
}

static const GenlockSignalNode *
find_node (GenlockSignalGraph *graph,
           const GenlockRecord *record,
           guint id_field)
{
  const char *id = genlock_record_get_text (record, id_field);
  const GenlockSignalNode *node;

  if (id == NULL)
    return NULL;
  if (id_field == GENLOCK_CONNECTION_SOURCE_ID)
    return genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_SOURCE, id);

  node = genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_DEVICE, id);

  return node != NULL ? node : genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_SEND, id);
}

/* A row that says half a path: a cable of which one end is known, if that. */
static void
find_half (GenlockSignalGraph *graph,
           GenlockSheetCable *cable)
{
  const GenlockSignalNode *through = find_node (graph, cable->record,
                                                GENLOCK_CONNECTION_INTERMEDIATE_ID);
  gboolean goes_in = genlock_record_has (cable->record, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);

  cable->from = find_node (graph, cable->record, GENLOCK_CONNECTION_SOURCE_ID);
  cable->to = find_node (graph, cable->record, GENLOCK_CONNECTION_DESTINATION_ID);
  if (through != NULL && cable->from == NULL && cable->to == NULL)
    {
      if (goes_in)
        cable->to = through;
      else
        cable->from = through;
    }
}

static void
add_cables (GPtrArray *cables,
            GenlockSignalGraph *graph,
            const GenlockSignalRow *row)
{
  for (guint i = 0; i < row->n_links; i++)
    {
      GenlockSheetCable *cable;
      char *key;

      if (row->links[i].part == GENLOCK_SIGNAL_CROSSPOINT)
        continue;

      cable = new_cable (row->record);
      key = cable->key;
      genlock_sheet_cable_init (cable, &row->links[i]);
      cable->key = key;
      g_ptr_array_add (cables, cable);
    }

  if (row->n_links == 0)
    {
      GenlockSheetCable *cable = new_cable (row->record);

      find_half (graph, cable);
      g_ptr_array_add (cables, cable);
    }
}

static int
compare_cables (gconstpointer a,
                gconstpointer b)
{
  const GenlockSheetCable *first = *(GenlockSheetCable * const *) a;
  const GenlockSheetCable *second = *(GenlockSheetCable * const *) b;
  int order = strcmp (first->key, second->key);

  if (order == 0)
    order = strcmp (genlock_record_get_id (first->record), genlock_record_get_id (second->record));
  if (order == 0 && first->link != NULL && second->link != NULL)
    order = (int) first->link->part - (int) second->link->part;

  return order;
}

GPtrArray *
genlock_sheet_list_cables (GenlockSignalGraph *graph)
{
  GPtrArray *cables = g_ptr_array_new_with_free_func ((GDestroyNotify) free_cable);
  g_autoptr (GPtrArray) rows = genlock_signal_graph_list_rows (graph);

  for (guint i = 0; i < rows->len; i++)
    add_cables (cables, graph, rows->pdata[i]);
  g_ptr_array_sort (cables, compare_cables);

  return cables;
}

/* Where nobody says what it carries, the connector at its beginning tells the family. */
char *
genlock_sheet_cable_dup_signal (const GenlockSheetCable *cable)
{
  const char *text = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_SIGNAL_TYPE);

  if (text != NULL && *text != '\0')
    return g_strdup (text);
  if (cable->link == NULL || cable->link->from->connector == NULL)
    return NULL;

  return g_strdup (_(genlock_connector_family_get_name (cable->link->from->connector->family)));
}

char *
genlock_sheet_cable_dup_format (const GenlockSheetCable *cable,
                                GenlockSignalCheck *check)
{
  const char *text = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_FORMAT);
  char print[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format;

  if (text != NULL && *text != '\0')
    return g_strdup (text);
  if (check == NULL || cable->link == NULL
      || !genlock_signal_check_get_format (check, cable->link->from, &format))
    return NULL;

  return g_strdup (genlock_format_print (&format, print));
}

char *
genlock_sheet_cable_dup_length (const GenlockSheetCable *cable)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  double length = genlock_record_get_real (cable->record, GENLOCK_CONNECTION_LENGTH_M);

  if (!genlock_record_has (cable->record, GENLOCK_CONNECTION_LENGTH_M))
    return NULL;

  return g_strdup (g_ascii_formatd (text, sizeof text, "%.10g", length));
}

void
genlock_sheet_fill_port (GenlockSheetRow *row,
                         guint column,
                         const GenlockSignalPort *port)
{
  genlock_sheet_row_take (row, column, genlock_signal_port_dup_label (port));
  genlock_sheet_row_set (row, column + 1, genlock_signal_port_get_connector_text (port));
}

char *
genlock_sheet_dup_reached (const GenlockSignalPort *port,
                           gboolean downstream,
                           GenlockSignalKind kind)
{
  g_autoptr (GArray) hops = genlock_signal_path_trace (port, downstream);
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < hops->len; i++)
    {
      const GenlockSignalNode *node = g_array_index (hops, GenlockSignalHop, i).port->node;
      g_autofree char *name = NULL;

      if (node->kind != kind || !g_hash_table_add (seen, (gpointer) node))
        continue;

      name = genlock_signal_node_dup_name (node);
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", name);
    }

  return g_string_free (g_steal_pointer (&names), FALSE);
}
