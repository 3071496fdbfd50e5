/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would help against a problem, done. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "equipment/genlock-device-place.h"
#include "equipment/genlock-ports.h"
#include "signal/genlock-rules-private.h"
#include "signal/genlock-signal-fix.h"
#include "signal/genlock-signal-split.h"

/* An end of a cable that stands in the database, or is about to. */
typedef struct
{
  GenlockSignalKind kind;
  const char *node_id;
  const char *port_id;
} End;

static GenlockRecord *
make_update (const GenlockRecord *row)
{
  GenlockRecord *update = genlock_record_new (genlock_record_get_table (row));

  genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (row));

  return update;
}

static End
get_end (const GenlockSignalPort *port)
{
  return (End) {
    .kind = port->node->kind,
    .node_id = port->node->id,
    .port_id = *port->id != '\0' ? port->id : NULL,
  };
}

static void
set_origin (GenlockRecord *row,
            const End *from)
{
  gboolean is_source = from->kind == GENLOCK_SIGNAL_SOURCE;

  genlock_record_set_text (row, GENLOCK_CONNECTION_SOURCE_ID, is_source ? from->node_id : NULL);
  genlock_record_set_text (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
                           is_source ? from->port_id : NULL);
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, is_source ? NULL : "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                           is_source ? NULL : from->node_id);
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, NULL);
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
                           is_source ? NULL : from->port_id);
}

static void
set_destination (GenlockRecord *row,
                 const End *to)
{
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           to->kind == GENLOCK_SIGNAL_SEND ? "SEND" : "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_ID, to->node_id);
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_INPUT, to->port_id);
}

static void
add_cable (GenlockBatch *batch,
           const char *production_id,
           const End *from,
           const End *to)
{
  GenlockRecord *row = genlock_record_new_row (&genlock_connections, NULL);

  genlock_record_set_text (row, GENLOCK_CONNECTION_PRODUCTION_ID, production_id);
  set_origin (row, from);
  set_destination (row, to);
  genlock_batch_insert (batch, row);
}

/* The cable of @link goes from and to other places. A row that says more loses it, and it gets one
 * of its own. */
static void
move_cable (GenlockBatch *batch,
            const GenlockSignalLink *link,
            const char *production_id,
            const End *from,
            const End *to)
{
  GenlockRecord *update;

  if (link->row->n_links > 1)
    {
      genlock_signal_split_append (link, batch);
      add_cable (batch, production_id, from, to);
      return;
    }

  update = make_update (link->row->record);
  set_origin (update, from);
  set_destination (update, to);
  genlock_batch_update (batch, update);
}

static gboolean
is_port_of (const GenlockSignalPort *port,
            const char *id)
{
  GenlockSignalPort *found = genlock_signal_node_get_port (port->node, id);

  return found != NULL && found->is_output == port->is_output;
}

/* The field of a row that names an end of one of its links. */
static guint
get_port_field (const GenlockSignalLink *link,
                gboolean is_origin)
{
  if (is_origin)
    return link->from->node->kind == GENLOCK_SIGNAL_SOURCE
           ? GENLOCK_CONNECTION_SOURCE_OUTPUT_ID
           : GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT;

  return link->part == GENLOCK_SIGNAL_ENTRY ? GENLOCK_CONNECTION_INTERMEDIATE_INPUT
                                            : GENLOCK_CONNECTION_DESTINATION_INPUT;
}

static GenlockBatch *
take_port (const GenlockSignalLink *link,
           const char *port_id)
{
  gboolean is_origin = is_port_of (link->from, port_id);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *update;

  if (link->part == GENLOCK_SIGNAL_CROSSPOINT || (!is_origin && !is_port_of (link->to, port_id)))
    return NULL;

  update = make_update (link->row->record);
  genlock_record_set_text (update, get_port_field (link, is_origin), port_id);
  genlock_batch_update (batch, update);

  return g_steal_pointer (&batch);
}

/* An output that has a rate of its own keeps it apart from its source's. */
static GenlockBatch *
set_rate (GenlockSignalCheck *check,
          const GenlockSignalLink *link,
          double rate)
{
  const GenlockSignalPort *origin = genlock_signal_check_get_state (check, link->to)->timing;
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("EDIT");
  GenlockRecord *update;

  if (origin == NULL || origin->node->kind != GENLOCK_SIGNAL_SOURCE || origin->node->record == NULL)
    return NULL;

  if (origin->record != NULL && genlock_record_get_table (origin->record) == &genlock_source_outputs
      && genlock_record_has (origin->record, GENLOCK_SOURCE_OUTPUT_RATE))
    {
      update = make_update (origin->record);
      genlock_record_set_real (update, GENLOCK_SOURCE_OUTPUT_RATE, rate);
    }
  else
    {
      update = make_update (origin->node->record);
      genlock_record_set_real (update, GENLOCK_SOURCE_RATE, rate);
    }
  genlock_batch_update (batch, update);

  return g_steal_pointer (&batch);
}

/* (transfer full) (nullable): the ids of the ports of @spec that go to @other, in order. */
static GPtrArray *
list_ports (const GenlockRecord *spec,
            gboolean is_output,
            const GenlockConnector *other,
            const GenlockFormat *format)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  /* Those that carry the format come first. */
  for (guint i = 0; other != NULL && i < 2 * ports->len; i++)
    {
      const GenlockPort *port = &g_array_index (ports, GenlockPort, i % ports->len);
      const GenlockConnector *own =
        genlock_connector_find (genlock_record_get_text (port->record, GENLOCK_PORT_IO_TYPE));

      if (port->is_output == is_output && own != NULL
          && genlock_signal_carries (own, format) == (i < ports->len)
          && (is_output ? genlock_connectors_fit (own, other) : genlock_connectors_fit (other, own))
          == GENLOCK_CONNECTOR_FIT_OK)
        g_ptr_array_add (ids, g_strdup (genlock_record_get_id (port->record)));
    }

  return ids;
}

static void
add_word (GHashTable *words,
          const GenlockRecord *device,
          guint field)
{
  const char *word = genlock_record_get_text (device, field);

  if (word != NULL)
    g_hash_table_add (words, g_utf8_casefold (word, -1));
}

/* (nullable): the device, placed beside those of the show. */
static GenlockBatch *
place (GenlockSignalCheck *check,
       GenlockRecord *spec,
       gboolean is_new,
       const char *production_id)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) nodes = genlock_signal_graph_list_nodes (check->graph);
  GenlockDevicePlace device = {
    .production_id = production_id,
    .spec = spec,
    .is_new = is_new,
    .n = 1,
    .labels = labels,
    .names = names,
  };

  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockSignalNode *node = nodes->pdata[i];

      if (node->kind != GENLOCK_SIGNAL_DEVICE || node->record == NULL)
        continue;

      add_word (labels, node->record, GENLOCK_DEVICE_LABEL);
      add_word (names, node->record, GENLOCK_DEVICE_NAME);
    }

  return genlock_device_place_build (&device, NULL);
}

static const char *
find_device (const GenlockBatch *batch)
{
  for (guint i = 0; i < genlock_batch_get_length (batch); i++)
    if (genlock_batch_get_op (batch, i)->table == &genlock_devices)
      return genlock_record_get_id (genlock_batch_get_op (batch, i)->record);

  return NULL;
}

/* Leads @links, all from one output, through the device that @batch adds. */
static gboolean
lead_through (GenlockSignalCheck *check,
              GenlockBatch *batch,
              const GenlockRecord *spec,
              GPtrArray *links,
              const char *production_id)
{
  const GenlockSignalLink *first = links->pdata[0];
  const GenlockFormat *format = &genlock_signal_check_get_state (check, first->to)->format;
  g_autoptr (GPtrArray) inputs = list_ports (spec, FALSE, first->from->connector, format);
  g_autoptr (GPtrArray) outputs = list_ports (spec, TRUE, first->to->connector, format);
  const char *id = find_device (batch);
  End from = get_end (first->from);
  End in = { .kind = GENLOCK_SIGNAL_DEVICE, .node_id = id };

  if (inputs->len == 0 || outputs->len < links->len || id == NULL)
    return FALSE;

  in.port_id = inputs->pdata[0];
  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];
      End out = { .kind = GENLOCK_SIGNAL_DEVICE, .node_id = id, .port_id = outputs->pdata[i] };
      End to = get_end (link->to);

      /* Of one cable all that is said stays with the part that leads in. */
      if (links->len == 1)
        {
          move_cable (batch, link, production_id, &from, &in);
          add_cable (batch, production_id, &out, &to);
          return TRUE;
        }
      move_cable (batch, link, production_id, &out, &to);
    }
  add_cable (batch, production_id, &from, &in);

  return TRUE;
}

static gboolean
can_move (GPtrArray *links)
{
  for (guint i = 0; i < links->len; i++)
    {
      const GenlockSignalLink *link = links->pdata[i];

      if (link->part == GENLOCK_SIGNAL_CROSSPOINT || link->to->node->kind == GENLOCK_SIGNAL_UNKNOWN
          || link->from->node->kind == GENLOCK_SIGNAL_UNKNOWN)
        return FALSE;
    }

  return TRUE;
}

/* (nullable): the cable that is to lead through the converter. A picture that SDI does not carry is
 * scaled where it leaves its source, before anything makes it SDI. */
static const GenlockSignalLink *
find_place (GenlockSignalCheck *check,
            const GenlockSignalProblem *problem)
{
  const GenlockSignalPort *timing;

  if (problem->rule != GENLOCK_RULE_SDI_RASTER)
    return problem->link;

  timing = genlock_signal_check_get_state (check, problem->link->to)->timing;
  if (timing == NULL || timing == problem->link->from)
    return problem->link;

  return timing->out != NULL && timing->out->len == 1 ? timing->out->pdata[0] : NULL;
}

static GenlockBatch *
put_in_between (GenlockSignalCheck *check,
                const GenlockSignalProblem *problem,
                const char *library_id,
                GenlockStore *store,
                const char *production_id)
{
  const GenlockLibraryDevice *device =
    check->library != NULL ? genlock_library_find_device (check->library, library_id) : NULL;
  g_autoptr (GPtrArray) links = g_ptr_array_new ();
  g_autoptr (GenlockRecord) spec = NULL;
  g_autoptr (GenlockRecord) stored = NULL;
  g_autoptr (GenlockBatch) batch = NULL;
  const GenlockSignalLink *link = find_place (check, problem);
  gboolean is_new;

  if (device == NULL || link == NULL)
    return NULL;

  if (problem->rule == GENLOCK_RULE_FAN_OUT)
    g_ptr_array_extend (links, problem->link->from->out, NULL, NULL);
  else
    g_ptr_array_add (links, (gpointer) link);
  if (!can_move (links))
    return NULL;

  spec = genlock_library_expand (check->library, device);
  stored = genlock_store_get (store, &genlock_equipment_specs, genlock_record_get_id (spec), NULL);
  is_new = stored == NULL || genlock_record_get_bool (stored, GENLOCK_META_IS_DELETED);
  batch = place (check, is_new ? spec : stored, is_new, production_id);
  if (batch == NULL || !lead_through (check, batch, is_new ? spec : stored, links, production_id))
    return NULL;

  return g_steal_pointer (&batch);
}

GenlockBatch *
genlock_signal_fix_build (GenlockSignalCheck *check,
                          const GenlockSignalProblem *problem,
                          const GenlockSignalFix *fix,
                          GenlockStore *store,
                          const char *production_id)
{
  if (problem->link == NULL)
    return NULL;

  switch (fix->kind)
    {
    case GENLOCK_SIGNAL_FIX_PORT:
      return take_port (problem->link, fix->port_id);

    case GENLOCK_SIGNAL_FIX_RATE:
      return set_rate (check, problem->link, fix->rate);

    case GENLOCK_SIGNAL_FIX_CONVERTER:
      return put_in_between (check, problem, fix->library_id, store, production_id);
    }

  g_assert_not_reached ();
}
