/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of our own sheets that name other rows, looked up in the database. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-sheet-ends.h"
#include "interchange/genlock-sheet-links.h"

/* One row of a sheet and what it becomes. */
typedef struct
{
  GenlockSheetNames *names;
  GenlockImportPlan *plan;
  GenlockImportRow *row;
  GenlockRecord *record;
  GenlockRecord *existing; /* nullable */
} Linking;

/* A column that names one row. */
static const struct
{
  const GenlockTable *table;
  const char *head;
  guint field;
  const GenlockTable *target;
} links[] = {
  { &genlock_sources, "EQUIPMENT", GENLOCK_SOURCE_EQUIPMENT_ID, &genlock_equipment_specs },
  { &genlock_sends, "EQUIPMENT", GENLOCK_SEND_EQUIPMENT_ID, &genlock_equipment_specs },
  { &genlock_devices, "EQUIPMENT", GENLOCK_DEVICE_EQUIPMENT_ID, &genlock_equipment_specs },
  { &genlock_addresses, "Device", GENLOCK_ADDRESS_DEVICE_ID, &genlock_devices },
};

/* The columns of an end of a cable, and the tables in which its name is sought. */
typedef struct
{
  const char *name;
  const char *port;
  const char *connector;
  const GenlockTable *tables[2];
  const char *direction;
} EndColumns;

static const EndColumns from_columns = {
  "Source Device", "Source Port", "Source Connector", { &genlock_sources, &genlock_devices },
  "OUTPUT",
};

static const EndColumns to_columns = {
  "Destination Device", "Destination Port", "Destination Connector",
  { &genlock_sends, &genlock_devices }, "INPUT",
};

static void
report (const Linking *linking,
        const char *head,
        const char *reason)
{
  const GenlockImportEntry *entry = &linking->row->entry;
  g_autofree char *place = g_strdup_printf ("%s, %s", entry->place, head);

  if (linking->row->cells_told)
    return;

  genlock_import_report_add (linking->plan->report, GENLOCK_IMPORT_LOST,
                             g_ptr_array_index (linking->plan->names, entry->file),
                             linking->plan->sheet_show->title, place,
                             g_hash_table_lookup (linking->row->cells, head), reason);
}

static const char *
get_cell (const Linking *linking,
          const char *head)
{
  return g_hash_table_lookup (linking->row->cells, head);
}

/* Whether the sheet has the column, and says something else there than @printed. */
static gboolean
differs (const char *cell,
         const char *printed)
{
  g_autofree char *stripped = g_strstrip (g_strdup (printed));

  return cell != NULL && strcmp (cell, stripped) != 0;
}

static void
set_link (const Linking *linking,
          const char *head,
          guint field,
          const GenlockTable *target)
{
  const char *cell = get_cell (linking, head);
  g_autofree char *printed = NULL;
  gboolean is_ambiguous;
  GenlockRecord *found;

  if (linking->existing != NULL)
    printed = genlock_sheet_names_dup (linking->names, target,
                                       genlock_record_get_text (linking->existing, field));
  if (!differs (cell, printed != NULL ? printed : ""))
    return;

  if (*cell == '\0')
    {
      genlock_record_set_null (linking->record, field);
      return;
    }

  found = genlock_sheet_names_find (linking->names, target, cell, &is_ambiguous);
  if (found != NULL)
    genlock_record_set_text (linking->record, field, genlock_record_get_id (found));
  else if (is_ambiguous)
    report (linking, head,
            N_("There are several of this name: the row keeps the link that it had"));
  else
    report (linking, head, N_("There is none of this name: the row keeps the link that it had"));
}

/* The output that a cell means: by its number, else by a connector that only one has. */
static const char *
find_output (GenlockRecord *source,
             const char *port,
             const char *connector)
{
  GPtrArray *outputs = genlock_record_get_children (source, &genlock_source_outputs);
  const char *sought = port != NULL && *port != '\0' ? port : connector;
  gint64 number = g_ascii_strtoll (port != NULL ? port : "", NULL, 10);
  const char *found = NULL;
  guint n_found = 0;

  for (guint i = 0; outputs != NULL && sought != NULL && i < outputs->len; i++)
    {
      GenlockRecord *output = outputs->pdata[i];
      const char *type = genlock_record_get_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR);

      if (number > 0
          && genlock_record_get_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX) == number)
        return genlock_record_get_id (output);
      if (type != NULL && g_ascii_strcasecmp (type, sought) == 0)
        {
          found = genlock_record_get_id (output);
          n_found++;
        }
    }

  /* The only output need not be named. */
  return n_found == 1 && outputs->len > 1 ? found : NULL;
}

static void
set_port (const Linking *linking,
          const EndColumns *columns,
          GenlockSheetEnd *end)
{
  const char *cell = get_cell (linking, columns->port);
  const char *port = cell != NULL && *cell != '\0' ? cell : NULL;
  GenlockRecord *record = NULL;

  end->output_id = NULL;
  end->port = NULL;
  if (end->table == &genlock_sources)
    {
      record = genlock_sheet_names_get (linking->names, end->table, end->id);
      if (record != NULL)
        end->output_id = find_output (record, port, get_cell (linking, columns->connector));
      if (port != NULL && end->output_id == NULL)
        report (linking, columns->port, N_("The source has no such output"));
      return;
    }

  if (end->table == &genlock_devices)
    record = genlock_sheet_names_find_port (linking->names, end->id, end->direction, port);
  end->port = record != NULL ? genlock_record_get_id (record) : port;
}

/* Returns: whether the name says who it is, or that there is nobody. */
static gboolean
set_name (const Linking *linking,
          const EndColumns *columns,
          GenlockSheetEnd *end)
{
  const char *cell = get_cell (linking, columns->name);
  GenlockRecord *found = NULL;
  gboolean is_ambiguous = FALSE;
  GenlockSheetEnd other = { .direction = columns->direction };

  for (guint i = 0; i < G_N_ELEMENTS (columns->tables) && found == NULL && !is_ambiguous; i++)
    {
      found = genlock_sheet_names_find (linking->names, columns->tables[i], cell, &is_ambiguous);
      other.table = columns->tables[i];
    }

  if (found == NULL && *cell != '\0')
    {
      report (linking, columns->name,
              is_ambiguous
              ? N_("There are several of this name: the row keeps the link that it had")
              : N_("There is none of this name: the row keeps the link that it had"));
      return FALSE;
    }

  if (found == NULL)
    other.table = NULL;
  else
    other.id = genlock_record_get_id (found);
  if (other.table == &genlock_sends)
    other.type = "SEND";
  else if (other.table == &genlock_devices)
    other.type = "DEVICE";
  *end = other;

  return TRUE;
}

/* Returns: whether the cells say another end than @end, which is it then. */
static gboolean
read_end (const Linking *linking,
          const EndColumns *columns,
          GenlockSheetEnd *end)
{
  g_autofree char *name = genlock_sheet_end_dup_name (end, linking->names);
  g_autofree char *port = genlock_sheet_end_dup_port (end, linking->names);
  gboolean other_name = differs (get_cell (linking, columns->name), name);

  if (!other_name && !differs (get_cell (linking, columns->port), port))
    return FALSE;
  if (other_name && !set_name (linking, columns, end))
    return FALSE;

  set_port (linking, columns, end);

  return TRUE;
}

/* From what is an input alone to what is an output alone of one device: a crosspoint. */
static void
find_passage (const Linking *linking,
              GenlockSheetEnds *ends)
{
  const char *in = get_cell (linking, from_columns.port);
  const char *out = get_cell (linking, to_columns.port);
  GenlockSheetNames *names = linking->names;
  const char *id = ends->from.id;
  GenlockRecord *from;
  GenlockRecord *to;

  ends->is_passage = FALSE;
  if (ends->from.table != &genlock_devices || ends->to.table != &genlock_devices
      || strcmp (id, ends->to.id) != 0
      || genlock_sheet_names_find_port (names, id, "OUTPUT", in) != NULL
      || genlock_sheet_names_find_port (names, id, "INPUT", out) != NULL)
    return;

  from = genlock_sheet_names_find_port (names, id, "INPUT", in);
  to = genlock_sheet_names_find_port (names, id, "OUTPUT", out);
  if (from == NULL || to == NULL)
    return;

  ends->is_passage = TRUE;
  ends->from.port = genlock_record_get_id (from);
  ends->to.port = genlock_record_get_id (to);
}

static void
set_ends (const Linking *linking)
{
  g_autoptr (GenlockRecord) nothing = genlock_record_new (&genlock_connections);
  GenlockSheetEnds ends;
  gboolean changed;

  genlock_sheet_ends_init (&ends, linking->existing != NULL ? linking->existing : nothing);
  changed = read_end (linking, &from_columns, &ends.from);
  if (read_end (linking, &to_columns, &ends.to))
    changed = TRUE;
  if (!changed)
    return;

  find_passage (linking, &ends);
  if (!genlock_sheet_ends_apply (&ends, linking->record))
    report (linking, from_columns.name,
            N_("The cable is part of a longer path: change where it begins in Genlock"));
}

gboolean
genlock_sheet_links_apply (GenlockSheetNames *names,
                           GenlockImportPlan *plan,
                           GenlockImportRow *row,
                           GenlockRecord *record,
                           GenlockRecord *existing)
{
  const Linking linking = { names, plan, row, record, existing };
  const GenlockTable *table = genlock_record_get_table (record);
  gboolean leads = TRUE;

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    if (links[i].table == table)
      set_link (&linking, links[i].head, links[i].field, links[i].target);
  if (table == &genlock_connections)
    {
      set_ends (&linking);
      leads = genlock_record_has (record, GENLOCK_CONNECTION_SOURCE_ID)
              || genlock_record_has (record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE)
              || genlock_record_has (record, GENLOCK_CONNECTION_DESTINATION_TYPE);
    }
  if (!leads)
    report (&linking, from_columns.name, N_("The cable leads nowhere: it stays out"));
  row->cells_told = TRUE;

  return leads;
}
