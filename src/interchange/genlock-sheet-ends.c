/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A connection as a cable with two ends, as a sheet sees it. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-ends.h"

#define INPUT "INPUT"
#define OUTPUT "OUTPUT"

static const GenlockTable *
find_table (guint id_field,
            const char *type)
{
  return genlock_field_get_ref_table (&genlock_connections.fields[id_field], type);
}

static GenlockSheetEnd
get_through (const GenlockRecord *connection,
             gboolean is_input)
{
  const char *type = genlock_record_get_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
  guint port = is_input ? GENLOCK_CONNECTION_INTERMEDIATE_INPUT
                        : GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT;

  return (GenlockSheetEnd) {
    .table = find_table (GENLOCK_CONNECTION_INTERMEDIATE_ID, type),
    .type = type,
    .id = genlock_record_get_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID),
    .port = genlock_record_get_text (connection, port),
    .direction = is_input ? INPUT : OUTPUT,
  };
}

static GenlockSheetEnd
get_destination (const GenlockRecord *connection)
{
  const char *type = genlock_record_get_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE);

  return (GenlockSheetEnd) {
    .table = find_table (GENLOCK_CONNECTION_DESTINATION_ID, type),
    .type = type,
    .id = genlock_record_get_text (connection, GENLOCK_CONNECTION_DESTINATION_ID),
    .port = genlock_record_get_text (connection, GENLOCK_CONNECTION_DESTINATION_INPUT),
    .direction = INPUT,
  };
}

static GenlockSheetEnd
get_source (const GenlockRecord *connection)
{
  return (GenlockSheetEnd) {
    .table = &genlock_sources,
    .id = genlock_record_get_text (connection, GENLOCK_CONNECTION_SOURCE_ID),
    .output_id = genlock_record_get_text (connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID),
    .direction = OUTPUT,
  };
}

void
genlock_sheet_ends_init (GenlockSheetEnds *ends,
                         const GenlockRecord *connection)
{
  gboolean source = genlock_record_has (connection, GENLOCK_CONNECTION_SOURCE_ID);
  gboolean through = genlock_record_has (connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE)
                     || genlock_record_has (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  gboolean in = genlock_record_has (connection, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
  gboolean out = genlock_record_has (connection, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);
  gboolean destination = genlock_record_has (connection, GENLOCK_CONNECTION_DESTINATION_TYPE)
                         || genlock_record_has (connection, GENLOCK_CONNECTION_DESTINATION_ID);

  *ends = (GenlockSheetEnds) { 0 };
  ends->is_passage = through && !source && !destination && in && out;
  ends->is_path = through && source && destination;

  if (source)
    ends->from = get_source (connection);
  else if (through && (out || destination || !in))
    ends->from = get_through (connection, ends->is_passage);

  if (destination)
    ends->to = get_destination (connection);
  else if (through && (source || in))
    ends->to = get_through (connection, !ends->is_passage);
}

static void
set_text (GenlockRecord *connection,
          guint field,
          const char *text)
{
  if (text != NULL)
    genlock_record_set_text (connection, field, text);
  else
    genlock_record_set_null (connection, field);
}

static void
set_source (GenlockRecord *connection,
            const GenlockSheetEnd *end)
{
  gboolean is_source = end->table == &genlock_sources;

  set_text (connection, GENLOCK_CONNECTION_SOURCE_ID, is_source ? end->id : NULL);
  set_text (connection, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, is_source ? end->output_id : NULL);
}

static void
set_through (GenlockRecord *connection,
             const GenlockSheetEnd *end,
             const char *input,
             const char *output)
{
  set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, end->type);
  set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_ID, end->id);
  set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, input);
  set_text (connection, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, output);
}

static void
set_destination (GenlockRecord *connection,
                 const GenlockSheetEnd *end)
{
  set_text (connection, GENLOCK_CONNECTION_DESTINATION_TYPE, end->type);
  set_text (connection, GENLOCK_CONNECTION_DESTINATION_ID, end->id);
  set_text (connection, GENLOCK_CONNECTION_DESTINATION_INPUT, end->port);
}

static gboolean
is_same (const GenlockSheetEnd *a,
         const GenlockSheetEnd *b)
{
  return a->table == b->table && g_strcmp0 (a->type, b->type) == 0
         && g_strcmp0 (a->id, b->id) == 0 && g_strcmp0 (a->output_id, b->output_id) == 0
         && g_strcmp0 (a->port, b->port) == 0;
}

/* Whether a cable begins at the same output of a device, to which the row may say an input. */
static gboolean
begins_alike (const GenlockSheetEnds *a,
              const GenlockSheetEnds *b)
{
  return a->from.table == &genlock_devices && !a->is_passage && !b->is_passage
         && is_same (&a->from, &b->from);
}

gboolean
genlock_sheet_ends_apply (const GenlockSheetEnds *ends,
                          GenlockRecord *connection)
{
  static const GenlockSheetEnd nothing = { 0 };
  g_autoptr (GenlockRecord) before = genlock_record_copy (connection);
  gboolean from_source = ends->from.table == &genlock_sources;
  GenlockSheetEnds old;

  genlock_sheet_ends_init (&old, before);
  if (old.is_path && !from_source)
    return FALSE;

  /* What stays says the same in the same fields. */
  if (from_source && old.from.table == &genlock_sources && is_same (&ends->to, &old.to))
    {
      set_source (connection, &ends->from);
      return TRUE;
    }
  if (old.is_path || begins_alike (&old, ends))
    {
      set_source (connection, &ends->from);
      set_destination (connection, &ends->to);
      return TRUE;
    }

  set_source (connection, &ends->from);
  if (ends->is_passage)
    {
      set_through (connection, &ends->from, ends->from.port, ends->to.port);
      set_destination (connection, &nothing);
      return TRUE;
    }

  if (from_source)
    set_through (connection, &nothing, NULL, NULL);
  else
    set_through (connection, &ends->from, NULL, ends->from.port);
  set_destination (connection, &ends->to);

  return TRUE;
}

char *
genlock_sheet_end_dup_name (const GenlockSheetEnd *end,
                            GenlockSheetNames *names)
{
  g_autofree char *name = NULL;

  if (end->table != NULL)
    name = genlock_sheet_names_dup (names, end->table, end->id);
  if (name == NULL || *name == '\0')
    return g_strdup (end->type != NULL ? end->type : "");

  return g_steal_pointer (&name);
}

/* (transfer none) (nullable): the output of a source: the one that is named, else the only one. */
static GenlockRecord *
find_output (const GenlockSheetEnd *end,
             GenlockSheetNames *names)
{
  GenlockRecord *source = genlock_sheet_names_get (names, &genlock_sources, end->id);
  GPtrArray *outputs = NULL;

  if (source != NULL)
    outputs = genlock_record_get_children (source, &genlock_source_outputs);
  if (outputs == NULL)
    return NULL;
  if (end->output_id == NULL)
    return outputs->len == 1 ? outputs->pdata[0] : NULL;

  for (guint i = 0; i < outputs->len; i++)
    if (strcmp (genlock_record_get_id (outputs->pdata[i]), end->output_id) == 0)
      return outputs->pdata[i];

  return NULL;
}

char *
genlock_sheet_end_dup_port (const GenlockSheetEnd *end,
                            GenlockSheetNames *names)
{
  GenlockRecord *record = NULL;
  const char *label = NULL;

  if (end->table == &genlock_sources)
    {
      record = end->output_id != NULL ? find_output (end, names) : NULL;
      return record == NULL ? g_strdup ("")
             : g_strdup_printf ("%" G_GINT64_FORMAT,
                                genlock_record_get_int (record,
                                                        GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX));
    }

  if (end->table == &genlock_devices)
    record = genlock_sheet_names_find_port (names, end->id, end->direction, end->port);
  if (record != NULL)
    label = genlock_record_get_text (record, GENLOCK_EQUIPMENT_IO_PORT_LABEL);
  if (label != NULL && *label != '\0')
    return g_strdup (label);

  return g_strdup (end->port != NULL ? end->port : "");
}

char *
genlock_sheet_end_dup_connector (const GenlockSheetEnd *end,
                                 GenlockSheetNames *names)
{
  GenlockRecord *record = NULL;
  const char *connector = NULL;

  if (end->table == &genlock_sources)
    {
      record = find_output (end, names);
      if (record != NULL)
        connector = genlock_record_get_text (record, GENLOCK_SOURCE_OUTPUT_CONNECTOR);
    }
  else if (end->table == &genlock_sends)
    {
      record = genlock_sheet_names_get (names, end->table, end->id);
      if (record != NULL)
        connector = genlock_record_get_text (record, GENLOCK_SEND_OUTPUT_CONNECTOR);
    }
  else if (end->table == &genlock_devices)
    {
      record = genlock_sheet_names_find_port (names, end->id, end->direction, end->port);
      if (record != NULL)
        connector = genlock_record_get_text (record, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE);
    }

  return g_strdup (connector != NULL ? connector : "");
}
