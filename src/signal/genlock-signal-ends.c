/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ends of a connection as fields: changed one by one, and what a row lacks. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-model-error.h"
#include "core/schema/genlock-connections.h"
#include "signal/genlock-signal-ends.h"
#include "signal/genlock-signal-split.h"

/* What a row says, whether anybody knows it or not. */
static gboolean
says (const GenlockRecord *row,
      guint field)
{
  const char *text = row != NULL ? genlock_record_get_text (row, field) : NULL;

  return text != NULL && *text != '\0';
}

static void
set_port (GenlockRecord *into,
          guint field,
          const GenlockSignalPort *port)
{
  genlock_record_set_text (into, field, *port->id != '\0' ? port->id : NULL);
}

static void
set_passage (GenlockRecord *into,
             const GenlockSignalPort *port)
{
  genlock_record_set_text (into, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (into, GENLOCK_CONNECTION_INTERMEDIATE_ID, port->node->id);
  set_port (into, port->is_output ? GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT
                                  : GENLOCK_CONNECTION_INTERMEDIATE_INPUT, port);
}

static gboolean
refuse (gboolean is_from,
        const char *sentence,
        GError **error)
{
  g_propagate_error (error,
                     genlock_model_error_new (GENLOCK_MODEL_ERROR_RULE, &genlock_connections,
                                              is_from ? GENLOCK_CONNECTION_SOURCE_ID
                                                      : GENLOCK_CONNECTION_DESTINATION_ID,
                                              sentence));
  return FALSE;
}

static gboolean
refuse_direction (const GenlockSignalPort *port,
                  gboolean is_from,
                  GError **error)
{
  g_autofree char *name = genlock_signal_port_dup_name (port);
  g_autofree char *sentence =
    g_strdup_printf (is_from ? _("%s is an input: a cable comes from an output.")
                             : _("%s is an output: a cable goes to an input."), name);

  return refuse (is_from, sentence, error);
}

/* A crosspoint begins and ends at the same device. */
static gboolean
write_passage (const GenlockRecord *before,
               gboolean is_from,
               const GenlockSignalPort *port,
               GenlockRecord *into,
               GError **error)
{
  const char *device = genlock_record_get_text (before, GENLOCK_CONNECTION_INTERMEDIATE_ID);

  if (port->node->kind != GENLOCK_SIGNAL_DEVICE || port->is_output == is_from
      || g_strcmp0 (port->node->id, device) != 0)
    return refuse (is_from, _("A crosspoint joins an input and an output of the same device."),
                   error);

  set_passage (into, port);
  return TRUE;
}

static gboolean
write_from (const GenlockRecord *before,
            const GenlockSignalPort *port,
            GenlockRecord *into,
            GError **error)
{
  gboolean has_source = says (before, GENLOCK_CONNECTION_SOURCE_ID);
  gboolean has_passage = says (before, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  gboolean is_source = port->node->kind == GENLOCK_SIGNAL_SOURCE;

  if (!has_source && says (before, GENLOCK_CONNECTION_INTERMEDIATE_INPUT))
    return write_passage (before, TRUE, port, into, error);
  if (!port->is_output)
    return refuse_direction (port, TRUE, error);
  if (has_source && has_passage && !is_source)
    return refuse (TRUE, _("This row says a whole path, which begins at a source. Take its cable "
                           "out and lay another one instead."), error);

  if (is_source)
    {
      genlock_record_set_text (into, GENLOCK_CONNECTION_SOURCE_ID, port->node->id);
      set_port (into, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, port);
      if (has_source || !has_passage)
        return TRUE;
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_ID);
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);
      return TRUE;
    }

  genlock_record_set_null (into, GENLOCK_CONNECTION_SOURCE_ID);
  genlock_record_set_null (into, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID);
  set_passage (into, port);
  return TRUE;
}

static gboolean
write_to (const GenlockRecord *before,
          const GenlockSignalPort *port,
          GenlockRecord *into,
          GError **error)
{
  gboolean has_destination = says (before, GENLOCK_CONNECTION_DESTINATION_ID);

  if (before != NULL && !has_destination && says (before, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT)
      && says (before, GENLOCK_CONNECTION_INTERMEDIATE_INPUT))
    return write_passage (before, FALSE, port, into, error);
  if (port->is_output)
    return refuse_direction (port, FALSE, error);

  /* A source and the device that it leads into. */
  if (!has_destination && says (before, GENLOCK_CONNECTION_SOURCE_ID)
      && says (before, GENLOCK_CONNECTION_INTERMEDIATE_ID))
    {
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_ID);
      genlock_record_set_null (into, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
    }

  genlock_record_set_text (into, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           port->node->kind == GENLOCK_SIGNAL_SEND ? "SEND" : "DEVICE");
  genlock_record_set_text (into, GENLOCK_CONNECTION_DESTINATION_ID, port->node->id);
  set_port (into, GENLOCK_CONNECTION_DESTINATION_INPUT, port);
  return TRUE;
}

gboolean
genlock_signal_end_write (const GenlockRecord *before,
                          gboolean is_from,
                          const GenlockSignalPort *port,
                          GenlockRecord *into,
                          GError **error)
{
  return is_from ? write_from (before, port, into, error) : write_to (before, port, into, error);
}

gboolean
genlock_signal_ends_are_whole (const GenlockRecord *row)
{
  gboolean has_source = says (row, GENLOCK_CONNECTION_SOURCE_ID);
  gboolean has_device = says (row, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  gboolean has_destination = says (row, GENLOCK_CONNECTION_DESTINATION_ID);

  return has_source + has_device + has_destination >= 2
         || (has_device && says (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT)
             && says (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT));
}

GenlockSignalPort *
genlock_signal_ends_find_input (GenlockSignalGraph *graph,
                                const GenlockRecord *row)
{
  const char *id = genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_ID);
  const char *type = genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE);
  const char *port_id = genlock_record_get_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT);
  GenlockSignalKind kind = g_strcmp0 (type, "SEND") == 0 ? GENLOCK_SIGNAL_SEND
                                                         : GENLOCK_SIGNAL_DEVICE;
  GenlockSignalNode *node = id != NULL ? genlock_signal_graph_get_node (graph, kind, id) : NULL;

  for (guint i = 0; node != NULL && node->record != NULL && i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];

      if (port->record != NULL && !port->is_output
          && g_str_equal (port->id, port_id != NULL ? port_id : ""))
        return port;
    }

  return NULL;
}

GenlockBatch *
genlock_signal_reconnect_build (const GenlockSignalRow *row,
                                const GenlockSignalPort *from,
                                const GenlockSignalPort *to,
                                gboolean replace)
{
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  g_autoptr (GenlockRecord) update = genlock_record_new (&genlock_connections);

  genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (row->record));
  if ((from != NULL && !genlock_signal_end_write (row->record, TRUE, from, update, NULL))
      || (to != NULL && !genlock_signal_end_write (row->record, FALSE, to, update, NULL)))
    return NULL;

  for (guint i = 0; replace && to != NULL && to->in != NULL && i < to->in->len; i++)
    if (((GenlockSignalLink *) to->in->pdata[i])->row != row)
      genlock_signal_split_append (to->in->pdata[i], batch);
  genlock_batch_update (batch, g_steal_pointer (&update));

  return g_steal_pointer (&batch);
}
