/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Shows made of short words for the tests of signals. */

#include "config.h"

#include <string.h>

#include "core/model/genlock-record-format.h"
#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-ports.h"
#include "signal-help.h"

SignalShow *
signal_show_new (void)
{
  SignalShow *show = g_new0 (SignalShow, 1);

  show->graph = genlock_signal_graph_new (NULL);
  show->rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                      (GDestroyNotify) genlock_record_unref);

  return show;
}

void
signal_show_free (SignalShow *show)
{
  genlock_signal_graph_free (show->graph);
  g_hash_table_unref (show->rows);
  g_free (show);
}

char *
signal_id (const char *name)
{
  return genlock_uuid_from ("signal-test", name, NULL);
}

GenlockRecord *
signal_show_get (SignalShow *show,
                 const char *name)
{
  g_autofree char *id = signal_id (name);
  GenlockRecord *record = g_hash_table_lookup (show->rows, id);

  if (record == NULL)
    g_error ("There is no row “%s”", name);

  return record;
}

void
signal_show_put (SignalShow *show,
                 GenlockRecord *record)
{
  genlock_signal_graph_set (show->graph, record);
  g_hash_table_replace (show->rows, (char *) genlock_record_get_id (record), record);
}

void
signal_show_drop (SignalShow *show,
                  const GenlockTable *table,
                  const char *name)
{
  g_autofree char *id = signal_id (name);

  genlock_signal_graph_remove (show->graph, table, id);
  g_hash_table_remove (show->rows, id);
}

static GenlockRecord *
make (const GenlockTable *table,
      const char *name,
      guint parent_field)
{
  g_autofree char *id = signal_id (name);
  GenlockRecord *record = genlock_record_new_row (table, id);

  if (parent_field != 0)
    genlock_record_take_text (record, parent_field, signal_id ("the show"));

  return record;
}

static void
set_format (GenlockRecord *record,
            const char *text)
{
  GenlockFormat format = { 0 };

  if (*text != '\0' && !genlock_format_parse (text, &format))
    g_error ("“%s” is no format", text);

  genlock_record_set_format (record, &format);
}

void
signal_show_source (SignalShow *show,
                    const char *name,
                    const char *type,
                    const char *format,
                    const char *connectors)
{
  GenlockRecord *source = make (&genlock_sources, name, GENLOCK_SOURCE_PRODUCTION_ID);
  g_auto (GStrv) words = g_strsplit (connectors, "|", -1);

  genlock_record_set_text (source, GENLOCK_SOURCE_NAME, name);
  genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, type);
  set_format (source, format);
  genlock_record_clear_children (source, &genlock_source_outputs);
  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_autofree char *own = g_strdup_printf ("%s:%u", name, i + 1);
      GenlockRecord *output = make (&genlock_source_outputs, own, 0);

      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, words[i]);
      genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, i + 1);
      genlock_record_add_child (source, output);
    }

  signal_show_put (show, source);
}

void
signal_show_send (SignalShow *show,
                  const char *name,
                  const char *type,
                  const char *format,
                  const char *connector)
{
  GenlockRecord *send = make (&genlock_sends, name, GENLOCK_SEND_PRODUCTION_ID);

  genlock_record_set_text (send, GENLOCK_SEND_NAME, name);
  genlock_record_set_text (send, GENLOCK_SEND_TYPE, type);
  if (*connector != '\0')
    genlock_record_set_text (send, GENLOCK_SEND_OUTPUT_CONNECTOR, connector);
  set_format (send, format);
  signal_show_put (show, send);
}

static void
add_ports (GenlockRecord *spec,
           const char *name,
           gboolean is_output,
           const char *connectors)
{
  g_auto (GStrv) words = g_strsplit (connectors, "|", -1);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      g_auto (GStrv) parts = g_strsplit (words[i], "=", 2);
      g_autofree char *label = g_strdup_printf ("%s %u", is_output ? "OUT" : "IN", i + 1);
      g_autofree char *own = g_strdup_printf ("%s:%s", name, label);
      GenlockRecord *port = make (&genlock_equipment_io_ports, own, 0);

      genlock_record_set_text (port, GENLOCK_PORT_PORT_TYPE, is_output ? "OUTPUT" : "INPUT");
      genlock_record_set_text (port, GENLOCK_PORT_IO_TYPE, parts[0]);
      genlock_record_set_text (port, GENLOCK_PORT_LABEL, label);
      genlock_record_set_int (port, GENLOCK_PORT_PORT_INDEX, i + 1);
      if (parts[1] != NULL)
        genlock_record_set_text (port, GENLOCK_PORT_FORMAT, parts[1]);
      genlock_record_add_child (spec, port);
    }
}

void
signal_show_device (SignalShow *show,
                    const char *name,
                    const char *category,
                    const char *inputs,
                    const char *outputs)
{
  g_autofree char *spec_name = g_strconcat (name, " spec", NULL);
  GenlockRecord *spec = make (&genlock_equipment_specs, spec_name, 0);
  GenlockRecord *device = make (&genlock_devices, name, GENLOCK_DEVICE_PRODUCTION_ID);

  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "ACME");
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, name);
  genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, category);
  add_ports (spec, name, FALSE, inputs);
  add_ports (spec, name, TRUE, outputs);

  genlock_record_set_text (device, GENLOCK_DEVICE_NAME, name);
  genlock_record_set_text (device, GENLOCK_DEVICE_CATEGORY, category);
  genlock_record_set_text (device, GENLOCK_DEVICE_EQUIPMENT_ID, genlock_record_get_id (spec));
  signal_show_put (show, spec);
  signal_show_put (show, device);
}

typedef struct
{
  GenlockRecord *record;
  const GenlockTable *table;
  char *id;
  char *port; /* nullable: what a row says */
  gboolean is_input;
} End;

static void
end_init (End *end,
          SignalShow *show,
          const char *text)
{
  g_auto (GStrv) parts = g_strsplit (text, ":", 2);
  g_autofree char *first = NULL;

  end->record = signal_show_get (show, parts[0]);
  end->table = genlock_record_get_table (end->record);
  end->id = signal_id (parts[0]);
  end->is_input = parts[1] != NULL && g_str_has_prefix (parts[1], "IN");
  end->port = NULL;
  if (end->table == &genlock_sources && parts[1] == NULL)
    {
      first = g_strconcat (text, ":1", NULL);
      end->port = signal_id (first);
    }
  else if (parts[1] != NULL)
    end->port = signal_id (text);
}

static void
end_clear (End *end)
{
  g_free (end->id);
  g_free (end->port);
}

static void
set_destination (GenlockRecord *row,
                 const End *to)
{
  gboolean is_send = to->table == &genlock_sends;

  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, is_send ? "SEND" : "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_ID, to->id);
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT, to->port);
}

void
signal_show_connect (SignalShow *show,
                     const char *name,
                     const char *from,
                     const char *to)
{
  GenlockRecord *row = make (&genlock_connections, name, GENLOCK_CONNECTION_PRODUCTION_ID);
  End first;
  End second;

  end_init (&first, show, from);
  end_init (&second, show, to);
  if (first.table == &genlock_sources)
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_SOURCE_ID, first.id);
      genlock_record_set_text (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, first.port);
      set_destination (row, &second);
    }
  else
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
      genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, first.id);
      if (first.is_input && strcmp (first.id, second.id) == 0 && !second.is_input)
        {
          genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, first.port);
          genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, second.port);
        }
      else
        {
          genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, first.port);
          set_destination (row, &second);
        }
    }

  end_clear (&first);
  end_clear (&second);
  signal_show_put (show, row);
}

void
signal_show_connect_through (SignalShow *show,
                             const char *name,
                             const char *source,
                             const char *device,
                             const char *input,
                             const char *output,
                             const char *send)
{
  GenlockRecord *row = make (&genlock_connections, name, GENLOCK_CONNECTION_PRODUCTION_ID);
  g_autofree char *in = input != NULL ? g_strconcat (device, ":", input, NULL) : NULL;
  g_autofree char *out = output != NULL ? g_strconcat (device, ":", output, NULL) : NULL;

  genlock_record_take_text (row, GENLOCK_CONNECTION_SOURCE_ID, signal_id (source));
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, signal_id (device));
  if (in != NULL)
    genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, signal_id (in));
  if (out != NULL)
    genlock_record_take_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, signal_id (out));
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE, "SEND");
  genlock_record_take_text (row, GENLOCK_CONNECTION_DESTINATION_ID, signal_id (send));
  signal_show_put (show, row);
}

void
signal_show_set_text (SignalShow *show,
                      const char *name,
                      guint field,
                      const char *text)
{
  GenlockRecord *record = genlock_record_copy (signal_show_get (show, name));

  genlock_record_set_text (record, field, text);
  signal_show_put (show, record);
}

void
signal_show_set_real (SignalShow *show,
                      const char *name,
                      guint field,
                      double real)
{
  GenlockRecord *record = genlock_record_copy (signal_show_get (show, name));

  genlock_record_set_real (record, field, real);
  signal_show_put (show, record);
}

void
signal_show_set_details (SignalShow *show,
                         const char *device,
                         const char *json)
{
  g_autofree char *name = g_strconcat (device, " spec", NULL);

  signal_show_set_text (show, name, GENLOCK_EQUIPMENT_SPEC_SPECS, json);
}

void
signal_show_name_port (SignalShow *show,
                       const char *port,
                       const char *label)
{
  g_auto (GStrv) parts = g_strsplit (port, ":", 2);
  g_autofree char *name = g_strconcat (parts[0], " spec", NULL);
  g_autofree char *id = signal_id (port);
  GenlockRecord *spec = genlock_record_copy (signal_show_get (show, name));
  GPtrArray *ports = genlock_record_get_children (spec, &genlock_equipment_io_ports);

  for (guint i = 0; i < ports->len; i++)
    if (strcmp (genlock_record_get_id (ports->pdata[i]), id) == 0)
      genlock_record_set_text (ports->pdata[i], GENLOCK_PORT_LABEL, label);

  signal_show_put (show, spec);
}

GenlockSignalPort *
signal_show_port (SignalShow *show,
                  const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);
  g_autofree char *id = signal_id (parts[0]);
  g_autofree char *port = *parts[1] != '\0' ? signal_id (name) : g_strdup ("");
  GenlockSignalNode *node = NULL;

  for (int kind = GENLOCK_SIGNAL_SOURCE; kind <= GENLOCK_SIGNAL_SEND && node == NULL; kind++)
    node = genlock_signal_graph_get_node (show->graph, kind, id);
  g_assert_nonnull (node);

  return genlock_signal_node_get_port (node, port);
}

static void
dump_links (GString *text,
            const char *head,
            GPtrArray *links)
{
  for (guint i = 0; links != NULL && i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];

      g_string_append_printf (text, "    %s %s/%d %s:%s -> %s:%s\n", head,
                              genlock_record_get_id (link->row->record), (int) link->part,
                              link->from->node->id, link->from->id, link->to->node->id,
                              link->to->id);
    }
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(char * const *) a, *(char * const *) b);
}

static void
dump_node (GString *text,
           const GenlockSignalNode *node)
{
  g_autoptr (GPtrArray) ports = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = genlock_signal_node_dup_name (node);

  g_string_append_printf (text, "%d %s “%s” passage %d, %u rows\n", (int) node->kind, node->id,
                          name, (int) node->passage, node->rows->len);
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];
      GString *line = g_string_new (NULL);

      /* Unknown ports stand in the order in which they came: here in one that means nothing. */
      g_string_append_printf (line, "  %03u %s %s %s %d\n",
                              port->record != NULL ? i : 999, port->is_output ? "out" : "in",
                              port->id, genlock_signal_port_get_connector_text (port),
                              port->is_video);
      dump_links (line, "from", port->in);
      dump_links (line, "to", port->out);
      g_ptr_array_add (ports, g_string_free (line, FALSE));
    }

  g_ptr_array_sort (ports, compare_texts);
  for (guint i = 0; i < ports->len; i++)
    g_string_append (text, ports->pdata[i]);
}

char *
signal_dump (GenlockSignalGraph *graph)
{
  GString *text = g_string_new (NULL);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (graph);
  g_autoptr (GPtrArray) rows = genlock_signal_graph_list_rows (graph);

  for (guint i = 0; i < nodes->len; i++)
    dump_node (text, nodes->pdata[i]);
  for (guint i = 0; i < rows->len; i++)
    {
      const GenlockSignalRow *row = rows->pdata[i];

      g_string_append_printf (text, "row %s: %u\n", genlock_record_get_id (row->record),
                              row->n_links);
    }

  return g_string_free (text, FALSE);
}
