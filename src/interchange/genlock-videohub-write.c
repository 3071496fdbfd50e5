/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels and routes of a router, as a Videohub takes them. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-sheet.h"
#include "interchange/genlock-videohub-write.h"
#include "signal/genlock-signal-load.h"
#include "signal/genlock-signal-path.h"

/* (transfer container) (element-type GenlockSignalPort): the ports that pictures pass. */
static GPtrArray *
list_ports (const GenlockSignalNode *node,
            gboolean is_output)
{
  GPtrArray *ports = g_ptr_array_new ();

  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (port->record != NULL && port->is_video && port->is_output == is_output
          && !port->is_loop_through)
        g_ptr_array_add (ports, port);
    }

  return ports;
}

/* (transfer none) (nullable): the first node of @kind on the way. */
static const GenlockSignalNode *
find_reached (const GenlockSignalPort *port,
              GenlockSignalKind kind)
{
  g_autoptr (GArray) hops = genlock_signal_path_trace (port, port->is_output);

  for (guint i = 0; i < hops->len; i++)
    {
      const GenlockSignalNode *node = g_array_index (hops, GenlockSignalHop, i).port->node;

      if (node->kind == kind)
        return node;
    }

  return NULL;
}

/* (transfer none) (nullable): the other end of the first cable. */
static const GenlockSignalNode *
find_end (const GenlockSignalPort *port)
{
  const GPtrArray *cables = port->is_output ? port->out : port->in;
  const GenlockSignalLink *link = cables != NULL && cables->len > 0 ? cables->pdata[0] : NULL;

  if (link == NULL)
    return NULL;

  return port->is_output ? link->to->node : link->from->node;
}

static char *
dup_name (const GenlockSignalNode *node)
{
  gboolean is_source = node->kind == GENLOCK_SIGNAL_SOURCE;
  const char *label = NULL;
  const char *name = NULL;

  if (node->record != NULL && (is_source || node->kind == GENLOCK_SIGNAL_SEND))
    {
      label = genlock_record_get_text (node->record,
                                       is_source ? GENLOCK_SOURCE_LABEL : GENLOCK_SEND_LABEL);
      name = genlock_record_get_text (node->record,
                                      is_source ? GENLOCK_SOURCE_NAME : GENLOCK_SEND_NAME);
    }
  if (label == NULL || *label == '\0' || name == NULL || *name == '\0')
    return genlock_signal_node_dup_name (node);

  return g_strdup_printf ("%s [%s]", name, label);
}

/* What the factory calls a port, which says nothing. */
static char *
dup_label (const GenlockSignalPort *port,
           guint number)
{
  const GenlockSignalNode *node = find_reached (port, port->is_output ? GENLOCK_SIGNAL_SEND
                                                                      : GENLOCK_SIGNAL_SOURCE);
  g_autofree char *name = NULL;

  if (node == NULL)
    node = find_end (port);
  if (node == NULL)
    return g_strdup_printf ("%s %u", port->is_output ? "Output" : "Input", number + 1);

  name = dup_name (node);

  return genlock_sheet_dup_line (name);
}

static void
write_labels (GString *text,
              const char *heading,
              GPtrArray *ports)
{
  g_string_append_printf (text, "%s:\n", heading);
  for (guint i = 0; i < ports->len; i++)
    {
      g_autofree char *label = dup_label (ports->pdata[i], i);

      g_string_append_printf (text, "%u %s\n", i, label);
    }
  g_string_append_c (text, '\n');
}

static void
write_routes (GString *text,
              GPtrArray *inputs,
              GPtrArray *outputs)
{
  g_string_append (text, "VIDEO OUTPUT ROUTING:\n");
  for (guint i = 0; i < outputs->len; i++)
    {
      const GenlockSignalPort *port = outputs->pdata[i];
      const GenlockSignalLink *link = port->in != NULL && port->in->len > 0 ? port->in->pdata[0]
                                                                            : NULL;
      guint input;

      if (link != NULL && g_ptr_array_find (inputs, link->from, &input))
        g_string_append_printf (text, "%u %u\n", i, input);
    }
  g_string_append_c (text, '\n');
}

GString *
genlock_videohub_print (GenlockSignalGraph *graph,
                        const char *device_id)
{
  const GenlockSignalNode *node = genlock_signal_graph_get_node (graph, GENLOCK_SIGNAL_DEVICE,
                                                                 device_id);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) inputs = NULL;
  g_autoptr (GPtrArray) outputs = NULL;
  g_autofree char *name = NULL;
  g_autofree char *line = NULL;
  g_autofree char *model = NULL;

  if (node == NULL)
    return NULL;

  inputs = list_ports (node, FALSE);
  outputs = list_ports (node, TRUE);
  if (inputs->len == 0 || outputs->len == 0)
    return NULL;

  name = genlock_signal_node_dup_name (node);
  line = genlock_sheet_dup_line (name);
  model = genlock_sheet_dup_line (genlock_record_get_text (node->spec,
                                                           GENLOCK_EQUIPMENT_SPEC_MODEL));
  g_string_append_printf (text,
                          "VIDEOHUB DEVICE:\n"
                          "Device present: true\n"
                          "Model name: %s\n"
                          "Friendly name: %s\n"
                          "Video inputs: %u\n"
                          "Video outputs: %u\n\n",
                          model, line, inputs->len, outputs->len);
  write_labels (text, "INPUT LABELS", inputs);
  write_labels (text, "OUTPUT LABELS", outputs);
  write_routes (text, inputs, outputs);

  return g_steal_pointer (&text);
}

gboolean
genlock_videohub_write (GenlockStore *store,
                        const char *production_id,
                        const char *device_id,
                        const char *path,
                        GError **error)
{
  g_autoptr (GPtrArray) rows = genlock_signal_load (store, production_id, error);
  g_autoptr (GenlockSignalGraph) graph = NULL;
  g_autoptr (GString) text = NULL;

  if (rows == NULL)
    return FALSE;

  graph = genlock_signal_graph_new (rows);
  text = genlock_videohub_print (graph, device_id);
  if (text == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("This device has no inputs and outputs to route: choose a router"));
      return FALSE;
    }

  return genlock_export_file_write (path, text, error);
}
