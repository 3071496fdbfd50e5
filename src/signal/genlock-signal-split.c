/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Taking one link out of a connection that says several, and adding one. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "signal/genlock-link-set.h"
#include "signal/genlock-signal-split.h"

static const guint source_fields[] = {
  GENLOCK_CONNECTION_SOURCE_ID,
  GENLOCK_CONNECTION_SOURCE_OUTPUT_ID,
};

static const guint through_fields[] = {
  GENLOCK_CONNECTION_INTERMEDIATE_TYPE,
  GENLOCK_CONNECTION_INTERMEDIATE_ID,
  GENLOCK_CONNECTION_INTERMEDIATE_INPUT,
  GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT,
};

static const guint destination_fields[] = {
  GENLOCK_CONNECTION_DESTINATION_TYPE,
  GENLOCK_CONNECTION_DESTINATION_ID,
  GENLOCK_CONNECTION_DESTINATION_INPUT,
};

static gboolean
has_part (const GenlockSignalRow *row,
          GenlockSignalPart part)
{
  for (guint i = 0; i < row->n_links; i++)
    if (row->links[i].part == part)
      return TRUE;

  return FALSE;
}

static void
clear (GenlockRecord *patch,
       const guint *fields,
       guint n_fields)
{
  for (guint i = 0; i < n_fields; i++)
    genlock_record_set_null (patch, fields[i]);
}

static void
copy (GenlockRecord *to,
      guint to_field,
      const GenlockRecord *from,
      guint from_field)
{
  genlock_record_set_value (to, to_field, genlock_record_get_value (from, from_field));
}

/* The cable behind the device as a connection of its own. */
static GenlockRecord *
make_exit (const GenlockRecord *row)
{
  GenlockRecord *made = genlock_record_new_row (&genlock_connections, NULL);

  copy (made, GENLOCK_CONNECTION_PRODUCTION_ID, row, GENLOCK_CONNECTION_PRODUCTION_ID);
  copy (made, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
  copy (made, GENLOCK_CONNECTION_INTERMEDIATE_ID, row, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  copy (made, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);
  for (guint i = 0; i < G_N_ELEMENTS (destination_fields); i++)
    copy (made, destination_fields[i], row, destination_fields[i]);
  copy (made, GENLOCK_CONNECTION_SIGNAL_TYPE, row, GENLOCK_CONNECTION_SIGNAL_TYPE);
  copy (made, GENLOCK_CONNECTION_FORMAT, row, GENLOCK_CONNECTION_FORMAT);

  return made;
}

/* What stays of the row is the cable that ends at the device. */
static void
end_at_device (GenlockRecord *patch,
               const GenlockRecord *row)
{
  clear (patch, through_fields, G_N_ELEMENTS (through_fields));
  copy (patch, GENLOCK_CONNECTION_DESTINATION_TYPE, row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
  copy (patch, GENLOCK_CONNECTION_DESTINATION_ID, row, GENLOCK_CONNECTION_INTERMEDIATE_ID);
  copy (patch, GENLOCK_CONNECTION_DESTINATION_INPUT, row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
}

static void
take_crosspoint (const GenlockSignalRow *row,
                 GenlockRecord *patch,
                 GenlockBatch *batch)
{
  gboolean has_entry = has_part (row, GENLOCK_SIGNAL_ENTRY);
  gboolean has_exit = has_part (row, GENLOCK_SIGNAL_EXIT);

  if (has_entry && has_exit)
    {
      end_at_device (patch, row->record);
      genlock_batch_insert (batch, make_exit (row->record));
    }
  else if (has_entry)
    genlock_record_set_null (patch, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT);
  else
    genlock_record_set_null (patch, GENLOCK_CONNECTION_INTERMEDIATE_INPUT);
}

void
genlock_signal_split_append (const GenlockSignalLink *link,
                             GenlockBatch *batch)
{
  const GenlockSignalRow *row = link->row;
  const char *id = genlock_record_get_id (row->record);
  g_autoptr (GenlockRecord) patch = genlock_record_new (&genlock_connections);

  if (row->n_links <= 1)
    {
      genlock_batch_delete (batch, &genlock_connections, id);
      return;
    }

  genlock_record_set_text (patch, GENLOCK_META_ID, id);
  switch (link->part)
    {
    case GENLOCK_SIGNAL_ENTRY:
      clear (patch, source_fields, G_N_ELEMENTS (source_fields));
      break;

    case GENLOCK_SIGNAL_CROSSPOINT:
      take_crosspoint (row, patch, batch);
      break;

    case GENLOCK_SIGNAL_EXIT:
    case GENLOCK_SIGNAL_DIRECT:
      clear (patch, destination_fields, G_N_ELEMENTS (destination_fields));
      break;
    }
  genlock_batch_update (batch, g_steal_pointer (&patch));
}

GenlockBatch *
genlock_signal_split_build (const GenlockSignalLink *link)
{
  GenlockBatch *batch = genlock_batch_new (link->row->n_links > 1 ? "EDIT" : "DELETE");

  genlock_signal_split_append (link, batch);

  return batch;
}

static void
set_port (GenlockRecord *row,
          guint field,
          const GenlockSignalPort *port)
{
  /* The input of a send has no row of its own, and needs none. */
  genlock_record_set_text (row, field, *port->id != '\0' ? port->id : NULL);
}

static void
set_passage (GenlockRecord *row,
             const GenlockSignalNode *device)
{
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_TYPE, "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_INTERMEDIATE_ID, device->id);
}

static void
set_origin (GenlockRecord *row,
            const GenlockSignalPort *from)
{
  if (from->node->kind == GENLOCK_SIGNAL_SOURCE)
    {
      genlock_record_set_text (row, GENLOCK_CONNECTION_SOURCE_ID, from->node->id);
      set_port (row, GENLOCK_CONNECTION_SOURCE_OUTPUT_ID, from);
      return;
    }

  set_passage (row, from->node);
  set_port (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, from);
}

static gboolean
is_there (const GenlockSignalPort *port)
{
  return port->record != NULL && port->node->record != NULL;
}

GenlockRecord *
genlock_signal_connect_make (const GenlockSignalPort *from,
                             const GenlockSignalPort *to,
                             const char *production_id)
{
  gboolean is_crosspoint = from->node == to->node && !from->is_output && to->is_output;
  g_autoptr (GenlockRecord) row = NULL;

  if (!is_there (from) || !is_there (to) || (!is_crosspoint && (!from->is_output || to->is_output)))
    return NULL;

  row = genlock_record_new_row (&genlock_connections, NULL);
  genlock_record_set_text (row, GENLOCK_CONNECTION_PRODUCTION_ID, production_id);
  if (is_crosspoint)
    {
      set_passage (row, from->node);
      set_port (row, GENLOCK_CONNECTION_INTERMEDIATE_INPUT, from);
      set_port (row, GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, to);
      return g_steal_pointer (&row);
    }

  set_origin (row, from);
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_TYPE,
                           to->node->kind == GENLOCK_SIGNAL_SEND ? "SEND" : "DEVICE");
  genlock_record_set_text (row, GENLOCK_CONNECTION_DESTINATION_ID, to->node->id);
  set_port (row, GENLOCK_CONNECTION_DESTINATION_INPUT, to);

  return g_steal_pointer (&row);
}

GenlockBatch *
genlock_signal_connect_build (const GenlockSignalPort *from,
                              const GenlockSignalPort *to,
                              const char *production_id,
                              gboolean replace)
{
  GenlockRecord *row = genlock_signal_connect_make (from, to, production_id);
  GenlockBatch *batch;

  if (row == NULL)
    return NULL;

  batch = genlock_batch_new ("ADD");
  if (replace && to->in != NULL)
    {
      g_autoptr (GPtrArray) links = g_ptr_array_copy (to->in, NULL, NULL);

      /* The other cables of a set carry nothing without it. */
      genlock_link_set_extend (links);
      for (guint i = 0; i < links->len; i++)
        genlock_signal_split_append (links->pdata[i], batch);
    }
  genlock_batch_insert (batch, row);

  return batch;
}
