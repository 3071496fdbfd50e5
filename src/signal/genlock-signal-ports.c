/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ports of a node: outputs of a source, ports of the equipment, the input of a send. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "equipment/genlock-ports.h"
#include "signal/genlock-signal-private.h"

static gboolean
is_video (const GenlockConnector *connector)
{
  if (connector == NULL)
    return TRUE;

  return connector->family != GENLOCK_CONNECTOR_FAMILY_REF
         && connector->family != GENLOCK_CONNECTOR_FAMILY_CONTROL
         && connector->family != GENLOCK_CONNECTOR_FAMILY_POWER
         && strcmp (connector->name, "XLR") != 0;
}

const char *
genlock_signal_port_get_connector_text (const GenlockSignalPort *port)
{
  const GenlockTable *table = port->record != NULL ? genlock_record_get_table (port->record) : NULL;
  const char *text = NULL;

  if (table == &genlock_source_outputs)
    text = genlock_record_get_text (port->record, GENLOCK_SOURCE_OUTPUT_CONNECTOR);
  else if (table == &genlock_sends)
    text = genlock_record_get_text (port->record, GENLOCK_SEND_OUTPUT_CONNECTOR);
  else if (table != NULL)
    text = genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE);

  return text != NULL ? text : "";
}

/* Makers write LOOP, LOOP OUT, THRU, LOOP-THROUGH. */
static gboolean
says_loop (const GenlockRecord *port)
{
  const char *label = genlock_record_get_text (port, GENLOCK_PORT_LABEL);
  g_autofree char *upper = g_ascii_strup (label != NULL ? label : "", -1);

  return strstr (upper, "LOOP") != NULL || strstr (upper, "THRU") != NULL;
}

/* @key: (transfer full) */
static GenlockSignalPort *
add_port (GenlockSignalNode *node,
          char *key,
          const char *id,
          gboolean is_output,
          const GenlockRecord *record,
          guint number)
{
  GenlockSignalPort *port = g_new0 (GenlockSignalPort, 1);

  port->node = node;
  port->key = key;
  port->id = g_strdup (id);
  port->is_output = is_output;
  port->record = record;
  port->number = number;
  port->connector = genlock_connector_find (genlock_signal_port_get_connector_text (port));
  port->is_video = is_video (port->connector);
  g_hash_table_insert (node->by_key, port->key, port);
  g_ptr_array_add (node->ports, port);

  return port;
}

static void
add_equipment_ports (GenlockSignalNode *node,
                     gboolean inputs,
                     gboolean outputs)
{
  g_autoptr (GArray) ports = NULL;

  if (node->spec == NULL)
    return;

  ports = genlock_ports_list (node->spec);
  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i);
      const char *id = genlock_record_get_id (port->record);
      GenlockSignalPort *made;

      if ((port->is_output ? !outputs : !inputs) || g_hash_table_contains (node->by_key, id))
        continue;

      made = add_port (node, g_strdup (id), id, port->is_output, port->record, port->number);
      made->card = port->card;
      made->is_loop_through = port->is_output && made->is_video && says_loop (port->record);
      node->has_loops = node->has_loops || made->is_loop_through;
    }
}

static void
add_source_outputs (GenlockSignalNode *node)
{
  GPtrArray *outputs = genlock_record_get_children (node->record, &genlock_source_outputs);
  guint number = 0;

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      const GenlockRecord *output = outputs->pdata[i];
      const char *id = genlock_record_get_id (output);

      if (genlock_record_get_bool (output, GENLOCK_META_IS_DELETED)
          || g_hash_table_contains (node->by_key, id))
        continue;

      add_port (node, g_strdup (id), id, TRUE, output, ++number);
    }
}

static guint
count_video (GenlockSignalNode *node,
             gboolean is_output)
{
  guint n = 0;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      n += port->is_video && port->is_output == is_output && !port->is_loop_through;
    }

  return n;
}

/* (transfer none): the @number-th port that carries pictures, from 0; no loop-through. */
static const GenlockSignalPort *
get_video (const GenlockSignalNode *node,
           gboolean is_output,
           guint number)
{
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      if (port->is_video && port->is_output == is_output && port->record != NULL
          && !port->is_loop_through && number-- == 0)
        return port;
    }

  return NULL;
}

static GenlockConnectorFamily
get_family (const GenlockSignalPort *port)
{
  return port->connector != NULL ? port->connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
}

/* SDI to HDMI and HDMI to SDI in one box. */
static gboolean
is_two_way (const GenlockSignalNode *node)
{
  GenlockConnectorFamily in = get_family (get_video (node, FALSE, 0));
  GenlockConnectorFamily other_in = get_family (get_video (node, FALSE, 1));
  GenlockConnectorFamily out = get_family (get_video (node, TRUE, 0));
  GenlockConnectorFamily other_out = get_family (get_video (node, TRUE, 1));

  return in != other_in && ((in == out && other_in == other_out)
                            || (in == other_out && other_in == out));
}

/* Channels of one kind side by side; of inputs of several kinds one is taken at a time. */
static gboolean
has_one_kind (const GenlockSignalNode *node)
{
  const GenlockSignalPort *first = get_video (node, FALSE, 0);

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      if (port->is_video && !port->is_output && get_family (port) != get_family (first))
        return FALSE;
    }

  return TRUE;
}

static GenlockSignalPassage
find_passage (GenlockSignalNode *node)
{
  const char *category = genlock_signal_node_get_category (node);
  guint n_inputs;
  guint n_outputs;

  if (g_strcmp0 (category, "CONVERTER") != 0 && g_strcmp0 (category, "CCU") != 0)
    return GENLOCK_SIGNAL_PASSAGE_NONE;

  n_inputs = count_video (node, FALSE);
  n_outputs = count_video (node, TRUE);
  if (n_inputs == 0 || n_outputs == 0)
    return GENLOCK_SIGNAL_PASSAGE_NONE;
  if (n_inputs == 2 && n_outputs == 2 && is_two_way (node))
    return GENLOCK_SIGNAL_PASSAGE_CROSS;

  return n_inputs > 1 && n_inputs == n_outputs && has_one_kind (node)
         ? GENLOCK_SIGNAL_PASSAGE_PAIRS : GENLOCK_SIGNAL_PASSAGE_FED;
}

/* Each loop-through gives on the only input of its connector, or of as many inputs as loops the
 * one at the same place. */
static void
join_loops (GenlockSignalNode *node,
            GenlockConnectorFamily family)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  g_autoptr (GPtrArray) loops = g_ptr_array_new ();

  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (!port->is_video || get_family (port) != family)
        continue;
      if (!port->is_output)
        g_ptr_array_add (inputs, port);
      else if (port->is_loop_through)
        g_ptr_array_add (loops, port);
    }

  for (guint i = 0; i < loops->len; i++)
    if (inputs->len == 1 || inputs->len == loops->len)
      ((GenlockSignalPort *) loops->pdata[i])->inside = inputs->pdata[inputs->len == 1 ? 0 : i];
}

/* What feeds outputs inside the node, whatever is plugged in. */
static void
join_inside (GenlockSignalNode *node)
{
  g_autoptr (GPtrArray) inputs = g_ptr_array_new ();
  guint n = 0;

  for (int family = 0; node->has_loops && family < GENLOCK_N_CONNECTOR_FAMILIES; family++)
    join_loops (node, family);

  for (guint i = 0; i < node->ports->len; i++)
    if (((GenlockSignalPort *) node->ports->pdata[i])->is_video
        && !((GenlockSignalPort *) node->ports->pdata[i])->is_output)
      g_ptr_array_add (inputs, node->ports->pdata[i]);

  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (!port->is_video || !port->is_output || port->is_loop_through)
        continue;
      if (node->passage == GENLOCK_SIGNAL_PASSAGE_PAIRS)
        port->inside = inputs->pdata[n++];
      else if (node->passage == GENLOCK_SIGNAL_PASSAGE_CROSS)
        port->inside = inputs->pdata[get_family (inputs->pdata[0]) == get_family (port)];
    }
}

void
genlock_signal_node_make_ports (GenlockSignalNode *node)
{
  node->passage = GENLOCK_SIGNAL_PASSAGE_NONE;
  node->has_loops = FALSE;
  if (node->record == NULL)
    return;

  switch (node->kind)
    {
    case GENLOCK_SIGNAL_SOURCE:
      add_source_outputs (node);
      break;

    case GENLOCK_SIGNAL_DEVICE:
      add_equipment_ports (node, TRUE, TRUE);
      node->passage = find_passage (node);
      join_inside (node);
      break;

    case GENLOCK_SIGNAL_SEND:
      add_port (node, g_strdup ("<"), "", FALSE, node->record, 1);
      add_equipment_ports (node, TRUE, FALSE);
      break;

    case GENLOCK_SIGNAL_UNKNOWN:
      break;
    }
}

/* (transfer none) (nullable): the only port of a direction: a connection need not name it. */
static GenlockSignalPort *
find_only (GenlockSignalNode *node,
           gboolean is_output)
{
  GenlockSignalPort *only = NULL;

  if (node->kind == GENLOCK_SIGNAL_SEND && node->record != NULL && !is_output)
    return g_hash_table_lookup (node->by_key, "<");

  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (port->record == NULL || !port->is_video || port->is_output != is_output)
        continue;
      if (only != NULL)
        return NULL;
      only = port;
    }

  return only;
}

GenlockSignalPort *
genlock_signal_node_claim_port (GenlockSignalNode *node,
                                gboolean is_output,
                                const char *text,
                                const char *row_id)
{
  gboolean is_named = text != NULL && *text != '\0';
  GenlockSignalPort *port = is_named ? g_hash_table_lookup (node->by_key, text)
                                     : find_only (node, is_output);
  g_autofree char *key = NULL;

  /* What others wrote may look like a key of ours. */
  if (port != NULL && port->record != NULL && (!is_named || *port->id != '\0'))
    return port;

  /* Two rows that say nothing need not mean one port. */
  key = g_strconcat (is_output ? ">" : "<", is_named ? text : "\n", is_named ? NULL : row_id, NULL);
  port = g_hash_table_lookup (node->by_key, key);
  if (port == NULL)
    port = add_port (node, g_steal_pointer (&key), is_named ? text : "", is_output, NULL, 0);

  return port;
}

GenlockSignalPort *
genlock_signal_node_get_port (GenlockSignalNode *node,
                              const char *id)
{
  g_autofree char *input = g_strconcat ("<", id, NULL);
  g_autofree char *output = g_strconcat (">", id, NULL);
  GenlockSignalPort *port = g_hash_table_lookup (node->by_key, id);

  if (port == NULL)
    port = g_hash_table_lookup (node->by_key, input);

  return port != NULL ? port : g_hash_table_lookup (node->by_key, output);
}

void
genlock_signal_port_free (GenlockSignalPort *port)
{
  g_clear_pointer (&port->in, g_ptr_array_unref);
  g_clear_pointer (&port->out, g_ptr_array_unref);
  g_free (port->id);
  g_free (port->key);
  g_free (port);
}

/* (transfer full) */
static char *
make_label (const GenlockSignalPort *port)
{
  const GenlockTable *table = port->record != NULL ? genlock_record_get_table (port->record) : NULL;
  const char *connector = genlock_signal_port_get_connector_text (port);

  /* Nobody can read the id of a row that went. */
  if (table == NULL && genlock_uuid_is_canonical (port->id))
    return g_strdup (_("a port that is not there"));
  if (table == NULL)
    return g_strdup (port->id);
  if (table == &genlock_source_outputs)
    return g_strdup_printf ("%s %u", connector, port->number);
  if (table == &genlock_sends)
    return g_strdup (connector);

  return genlock_port_dup_title (&(GenlockPort) {
    .record = port->record,
    .card = port->card,
    .is_output = port->is_output,
    .number = port->number,
  });
}

char *
genlock_signal_port_dup_label (const GenlockSignalPort *port)
{
  g_autofree char *label = make_label (port);

  return genlock_signal_dup_shown (label);
}

char *
genlock_signal_port_dup_name (const GenlockSignalPort *port)
{
  g_autofree char *node = genlock_signal_node_dup_name (port->node);
  g_autofree char *label = genlock_signal_port_dup_label (port);

  if (*label == '\0')
    return g_steal_pointer (&node);

  return g_strdup_printf ("%s · %s", node, label);
}

/* The input whose picture the outputs show: the only one, or the only one that is fed. */
static const GenlockSignalPort *
find_fed (const GenlockSignalNode *node)
{
  const GenlockSignalPort *only = get_video (node, FALSE, 0);
  const GenlockSignalPort *fed = NULL;

  if (get_video (node, FALSE, 1) == NULL)
    return only;

  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *port = node->ports->pdata[i];

      if (port->is_output || !port->is_video || port->in == NULL || port->in->len == 0)
        continue;
      if (fed != NULL)
        return NULL;
      fed = port;
    }

  return fed;
}

/* @fed: (nullable): what find_fed() says. */
static const GenlockSignalPort *
get_inside (const GenlockSignalPort *output,
            const GenlockSignalPort *fed)
{
  if (output->record == NULL || !output->is_video || !output->is_output)
    return NULL;

  return output->node->passage == GENLOCK_SIGNAL_PASSAGE_FED && !output->is_loop_through
         ? fed : output->inside;
}

/* (nullable): what feeds the outputs that have no input of their own. */
static const GenlockSignalPort *
get_fed (const GenlockSignalNode *node)
{
  return node->passage == GENLOCK_SIGNAL_PASSAGE_FED ? find_fed (node) : NULL;
}

static void
append (GPtrArray **ports,
        const GenlockSignalPort *port)
{
  if (*ports == NULL)
    *ports = g_ptr_array_new ();
  g_ptr_array_add (*ports, (gpointer) port);
}

GPtrArray *
genlock_signal_port_list_upstream (const GenlockSignalPort *port)
{
  GPtrArray *ports = NULL;
  const GenlockSignalPort *inside;

  for (guint i = 0; port->in != NULL && i < port->in->len; i++)
    append (&ports, ((GenlockSignalLink *) port->in->pdata[i])->from);

  inside = ports == NULL && port->is_output ? get_inside (port, get_fed (port->node)) : NULL;
  if (inside != NULL)
    append (&ports, inside);

  return ports;
}

GPtrArray *
genlock_signal_port_list_downstream (const GenlockSignalPort *port)
{
  const GenlockSignalNode *node = port->node;
  const GenlockSignalPort *fed;
  GPtrArray *ports = NULL;

  for (guint i = 0; port->out != NULL && i < port->out->len; i++)
    append (&ports, ((GenlockSignalLink *) port->out->pdata[i])->to);

  if (port->is_output || (node->passage == GENLOCK_SIGNAL_PASSAGE_NONE && !node->has_loops))
    return ports;

  fed = get_fed (node);
  for (guint i = 0; i < node->ports->len; i++)
    {
      const GenlockSignalPort *output = node->ports->pdata[i];

      if (output->is_output && (output->in == NULL || output->in->len == 0)
          && get_inside (output, fed) == port)
        append (&ports, output);
    }

  return ports;
}
