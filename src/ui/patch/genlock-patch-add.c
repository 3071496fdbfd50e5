/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New boxes for the patch, where they stand, and which of their ports a cable fits. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-device-place.h"
#include "signal/genlock-signal-place.h"
#include "signal/genlock-signal-split.h"
#include "ui/lists/genlock-list-kind.h"
#include "ui/lists/genlock-series.h"
#include "ui/patch/genlock-patch-add.h"

/* What a port is worth for a cable: less is better. */
#define NO_FIT G_MAXUINT

/* Taken labels and names. */

static const struct
{
  guint label;
  guint name;
} fields[] = {
  [GENLOCK_SIGNAL_SOURCE] = { GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME },
  [GENLOCK_SIGNAL_DEVICE] = { GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME },
  [GENLOCK_SIGNAL_SEND] = { GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME },
};

void
genlock_patch_taken_free (GenlockPatchTaken *taken)
{
  g_hash_table_unref (taken->labels);
  g_hash_table_unref (taken->names);
  g_free (taken);
}

static void
take (GHashTable *set,
      const char *text)
{
  if (text != NULL && *text != '\0')
    g_hash_table_add (set, g_utf8_casefold (text, -1));
}

GenlockPatchTaken *
genlock_patch_taken_new (GenlockSignalGraph *show,
                         GenlockSignalKind kind)
{
  GenlockPatchTaken *taken = g_new0 (GenlockPatchTaken, 1);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (show);

  taken->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taken->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      if (kind == GENLOCK_SIGNAL_UNKNOWN || node->kind != kind || node->record == NULL)
        continue;

      take (taken->labels, genlock_record_get_text (node->record, fields[kind].label));
      take (taken->names, genlock_record_get_text (node->record, fields[kind].name));
    }

  return taken;
}

/* New boxes. */

void
genlock_patch_new_free (GenlockPatchNew *box)
{
  genlock_patch_scene_free (box->scene);
  genlock_signal_graph_free (box->graph);
  g_ptr_array_unref (box->rows);
  g_free (box);
}

/* @rows: (transfer full): the box, then what else has to be inserted; @spec: (nullable) */
static GenlockPatchNew *
make_new (GPtrArray *rows,
          GenlockSignalKind kind,
          GenlockRecord *spec)
{
  GenlockPatchNew *box = g_new0 (GenlockPatchNew, 1);
  g_autoptr (GPtrArray) known = g_ptr_array_new ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  if (spec != NULL)
    g_ptr_array_add (known, spec);
  g_ptr_array_add (known, rows->pdata[0]);
  box->rows = rows;
  box->graph = genlock_signal_graph_new (known);
  box->node = genlock_signal_graph_get_node (box->graph, kind,
                                             genlock_record_get_id (rows->pdata[0]));
  box->scene = genlock_patch_scene_new (box->graph, none);
  box->box = genlock_patch_scene_get_box (box->scene, box->node);

  return box;
}

GenlockPatchNew *
genlock_patch_new_device (GenlockPatchTaken *taken,
                          const char *production_id,
                          GenlockRecord *spec,
                          gboolean is_shipped,
                          GError **error)
{
  GenlockDevicePlace place = {
    .production_id = production_id,
    .spec = spec,
    .is_new = is_shipped,
    .n = 1,
    .labels = taken->labels,
    .names = taken->names,
  };
  g_autoptr (GenlockBatch) batch = genlock_device_place_build (&place, error);
  GPtrArray *rows;

  if (batch == NULL)
    return NULL;

  rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    g_ptr_array_add (rows, genlock_record_ref (genlock_batch_get_op (batch, i)->record));

  return make_new (rows, GENLOCK_SIGNAL_DEVICE, spec);
}

GenlockPatchNew *
genlock_patch_new_send (GenlockPatchTaken *taken,
                        const char *production_id,
                        const GenlockSignalPort *feed)
{
  const GenlockListKind *kind = &genlock_list_kind_sends;
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  GenlockRecord *send = genlock_record_new_row (&genlock_sends, NULL);
  const char *connector = feed != NULL ? genlock_signal_port_get_connector_text (feed) : "";

  genlock_record_set_text (send, GENLOCK_SEND_PRODUCTION_ID, production_id);
  genlock_record_take_text (send, GENLOCK_SEND_LABEL,
                            genlock_series_next_label (kind->prefix, taken->labels));
  genlock_record_set_text (send, GENLOCK_SEND_NAME, _(kind->new_name));
  genlock_list_kind_set_default_type (kind, send);
  if (*connector != '\0')
    genlock_record_set_text (send, GENLOCK_SEND_OUTPUT_CONNECTOR, connector);
  g_ptr_array_add (rows, send);

  return make_new (rows, GENLOCK_SIGNAL_SEND, NULL);
}

void
genlock_patch_new_append (const GenlockPatchNew *box,
                          const char *production_id,
                          double x,
                          double y,
                          GenlockBatch *batch)
{
  for (guint i = 0; i < box->rows->len; i++)
    genlock_batch_insert (batch, genlock_record_ref (box->rows->pdata[i]));
  genlock_batch_insert (batch, genlock_signal_place_make (box->node, production_id, x, y));
}

/* What fits. */

static guint
get_worth (const GenlockSignalPort *port,
           const GenlockSignalPort *end)
{
  if (port->is_output == end->is_output || port->record == NULL
      || port->is_video != end->is_video)
    return NO_FIT;
  if (port->is_output ? port->out != NULL && port->out->len > 0
                      : port->in != NULL && port->in->len > 0)
    return NO_FIT;
  if (port->connector == NULL || end->connector == NULL)
    return 2;
  if (port->connector == end->connector)
    return 0;

  return port->connector->family == end->connector->family ? 1 : NO_FIT;
}

GenlockSignalPort *
genlock_patch_find_fit (const GenlockSignalNode *node,
                        const GenlockSignalPort *end)
{
  GenlockSignalPort *best = NULL;
  guint least = NO_FIT;

  for (guint i = 0; i < node->ports->len; i++)
    {
      GenlockSignalPort *port = node->ports->pdata[i];
      guint worth = get_worth (port, end);

      if (worth < least)
        {
          least = worth;
          best = port;
        }
    }

  return best;
}

/* Whether a signal comes from @input to @output: by the kind of device, or by a crosspoint that can
 * still be made. */
static gboolean
passes (const GenlockSignalNode *node,
        const GenlockSignalPort *input,
        const GenlockSignalPort *output)
{
  g_autoptr (GPtrArray) next = NULL;

  if (node->passage == GENLOCK_SIGNAL_PASSAGE_NONE || node->passage == GENLOCK_SIGNAL_PASSAGE_FED)
    return TRUE;

  next = genlock_signal_port_list_downstream (input);
  return next != NULL && g_ptr_array_find (next, output, NULL);
}

gboolean
genlock_patch_find_splice (const GenlockSignalNode *node,
                           const GenlockSignalLink *link,
                           GenlockSignalPort **input,
                           GenlockSignalPort **output)
{
  guint least = NO_FIT;

  if (link->part == GENLOCK_SIGNAL_CROSSPOINT || node == link->from->node
      || node == link->to->node)
    return FALSE;

  for (guint i = 0; i < node->ports->len; i++)
    for (guint j = 0; j < node->ports->len; j++)
      {
        GenlockSignalPort *in = node->ports->pdata[i];
        GenlockSignalPort *out = node->ports->pdata[j];
        guint before = get_worth (in, link->from);
        guint after = before != NO_FIT ? get_worth (out, link->to) : NO_FIT;

        if (after == NO_FIT || before + after >= least || !passes (node, in, out))
          continue;

        least = before + after;
        *input = in;
        *output = out;
      }

  return least != NO_FIT;
}

/* The ends of the row become those of @made; all else that it says of its cable stays, but where it
 * runs. */
static void
append_ends (const GenlockSignalLink *link,
             const GenlockRecord *made,
             GenlockBatch *batch)
{
  static const guint ends[] = {
    GENLOCK_CONNECTION_SOURCE_ID, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
    GENLOCK_CONNECTION_INTERMEDIATE_TYPE, GENLOCK_CONNECTION_INTERMEDIATE_ID,
    GENLOCK_CONNECTION_INTERMEDIATE_INPUT, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
    GENLOCK_CONNECTION_DESTINATION_TYPE, GENLOCK_CONNECTION_DESTINATION_ID,
    GENLOCK_CONNECTION_DESTINATION_INPUT,
  };
  GenlockRecord *patch = genlock_record_new (&genlock_connections);

  genlock_record_set_text (patch, GENLOCK_META_ID, genlock_record_get_id (link->row->record));
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    genlock_record_set_text (patch, ends[i], genlock_record_get_text (made, ends[i]));
  genlock_record_set_null (patch, GENLOCK_CONNECTION_VIEW);
  genlock_batch_update (batch, patch);
}

void
genlock_patch_append_splice (const GenlockSignalLink *link,
                             const GenlockSignalPort *input,
                             const GenlockSignalPort *output,
                             const char *production_id,
                             GenlockBatch *batch)
{
  g_autoptr (GenlockRecord) first = genlock_signal_connect_make (link->from, input, production_id);
  GenlockRecord *second = genlock_signal_connect_make (output, link->to, production_id);

  if (first == NULL || second == NULL)
    {
      g_clear_pointer (&second, genlock_record_unref);
      return;
    }

  if (link->row->n_links == 1)
    append_ends (link, first, batch);
  else
    {
      genlock_signal_split_append (link, batch);
      genlock_batch_insert (batch, g_steal_pointer (&first));
    }
  genlock_batch_insert (batch, second);
}
