/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a show as CSV, with the heads that spreadsheets of the trade use. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-csv.h"
#include "interchange/genlock-equipment-csv.h"
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-sheet-ends.h"
#include "interchange/genlock-table-csv-private.h"
#include "interchange/genlock-table-csv.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

typedef char *(*PrintFunc) (GenlockSheetNames *names,
                            const GenlockRecord *record);

/* A column is a field of the row, or what a function makes of the row. */
typedef struct
{
  const char *head;
  guint field;
  PrintFunc print;
  const char *alias; /* nullable: read in place of the head */
} Column;

typedef struct
{
  const GenlockTable *table;
  const Column *columns;
} Sheet;

static char *
print_outputs (GenlockSheetNames *names,
               const GenlockRecord *record)
{
  GPtrArray *outputs = genlock_record_get_children (record, &genlock_source_outputs);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? "|" : "",
                            genlock_record_get_text (outputs->pdata[i],
                                                     GENLOCK_SOURCE_OUTPUT_CONNECTOR));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static char *
print_source_equipment (GenlockSheetNames *names,
                        const GenlockRecord *record)
{
  return genlock_sheet_names_dup (names, &genlock_equipment_specs,
                                  genlock_record_get_text (record, GENLOCK_SOURCE_EQUIPMENT_ID));
}

static char *
print_send_equipment (GenlockSheetNames *names,
                      const GenlockRecord *record)
{
  return genlock_sheet_names_dup (names, &genlock_equipment_specs,
                                  genlock_record_get_text (record, GENLOCK_SEND_EQUIPMENT_ID));
}

static char *
print_device_equipment (GenlockSheetNames *names,
                        const GenlockRecord *record)
{
  return genlock_sheet_names_dup (names, &genlock_equipment_specs,
                                  genlock_record_get_text (record, GENLOCK_DEVICE_EQUIPMENT_ID));
}

static char *
print_address_device (GenlockSheetNames *names,
                      const GenlockRecord *record)
{
  return genlock_sheet_names_dup (names, &genlock_devices,
                                  genlock_record_get_text (record, GENLOCK_ADDRESS_DEVICE_ID));
}

static char *
print_from (GenlockSheetNames *names,
            const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_name (&ends.from, names);
}

static char *
print_from_port (GenlockSheetNames *names,
                 const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_port (&ends.from, names);
}

static char *
print_from_connector (GenlockSheetNames *names,
                      const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_connector (&ends.from, names);
}

static char *
print_to (GenlockSheetNames *names,
          const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_name (&ends.to, names);
}

static char *
print_to_port (GenlockSheetNames *names,
               const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_port (&ends.to, names);
}

static char *
print_to_connector (GenlockSheetNames *names,
                    const GenlockRecord *record)
{
  GenlockSheetEnds ends;

  genlock_sheet_ends_init (&ends, record);

  return genlock_sheet_end_dup_connector (&ends.to, names);
}

/* What is stuck on both ends of the cable: from where to where, as AVIXA F501.01 has it. */
static char *
print_label (GenlockSheetNames *names,
             const GenlockRecord *record)
{
  g_autofree char *from = print_from (names, record);
  g_autofree char *from_port = print_from_port (names, record);
  g_autofree char *to = print_to (names, record);
  g_autofree char *to_port = print_to_port (names, record);

  if (*from == '\0' || *to == '\0')
    return NULL;

  return g_strdup_printf ("%s%s%s → %s%s%s", from, *from_port != '\0' ? " " : "", from_port, to,
                          *to_port != '\0' ? " " : "", to_port);
}

static char *
print_length_unit (GenlockSheetNames *names,
                   const GenlockRecord *record)
{
  return g_strdup (genlock_record_has (record, GENLOCK_CONNECTION_LENGTH_M) ? "m" : "");
}

static const Column source_columns[] = {
  { "UID", GENLOCK_META_ID, NULL },
  { "ID", GENLOCK_SOURCE_LABEL, NULL },
  { "TYPE", GENLOCK_SOURCE_TYPE, NULL },
  { "SOURCE NAME", GENLOCK_SOURCE_NAME, NULL },
  { "H RES", GENLOCK_SOURCE_H_RES, NULL },
  { "V RES", GENLOCK_SOURCE_V_RES, NULL },
  { "RATE", GENLOCK_SOURCE_RATE, NULL },
  { "SCAN", GENLOCK_SOURCE_SCAN, NULL },
  { "BLANKING", GENLOCK_SOURCE_BLANKING, NULL },
  { "STANDARD", GENLOCK_SOURCE_STANDARD, NULL },
  { "NOTE", GENLOCK_SOURCE_NOTE, NULL },
  { "SECONDARY DEVICE", GENLOCK_SOURCE_SECONDARY_DEVICE, NULL },
  { "OUT", 0, print_outputs },
  { "EQUIPMENT", 0, print_source_equipment },
  { NULL },
};

static const Column send_columns[] = {
  { "UID", GENLOCK_META_ID, NULL },
  { "ID", GENLOCK_SEND_LABEL, NULL },
  { "TYPE", GENLOCK_SEND_TYPE, NULL },
  { "SEND NAME", GENLOCK_SEND_NAME, NULL },
  { "H RES", GENLOCK_SEND_H_RES, NULL },
  { "V RES", GENLOCK_SEND_V_RES, NULL },
  { "RATE", GENLOCK_SEND_RATE, NULL },
  { "SCAN", GENLOCK_SEND_SCAN, NULL },
  { "BLANKING", GENLOCK_SEND_BLANKING, NULL },
  { "STANDARD", GENLOCK_SEND_STANDARD, NULL },
  { "NOTE", GENLOCK_SEND_NOTE, NULL },
  { "SECONDARY DEVICE", GENLOCK_SEND_SECONDARY_DEVICE, NULL },
  { "OUT", GENLOCK_SEND_OUTPUT_CONNECTOR, NULL, "IN" },
  { "EQUIPMENT", 0, print_send_equipment },
  { NULL },
};

static const Column device_columns[] = {
  { "UID", GENLOCK_META_ID, NULL },
  { "ID", GENLOCK_DEVICE_LABEL, NULL },
  { "DEVICE NAME", GENLOCK_DEVICE_NAME, NULL },
  { "CATEGORY", GENLOCK_DEVICE_CATEGORY, NULL },
  { "EQUIPMENT", 0, print_device_equipment },
  { "NOTE", GENLOCK_DEVICE_NOTE, NULL },
  { NULL },
};

static const Column connection_columns[] = {
  { "UID", GENLOCK_META_ID, NULL },
  { "Cable ID", GENLOCK_CONNECTION_CABLE_LABEL, NULL },
  { "Source Device", 0, print_from },
  { "Source Port", 0, print_from_port },
  { "Source Connector", 0, print_from_connector },
  { "Destination Device", 0, print_to },
  { "Destination Port", 0, print_to_port },
  { "Destination Connector", 0, print_to_connector },
  { "Signal Type", GENLOCK_CONNECTION_SIGNAL_TYPE, NULL },
  { "Format", GENLOCK_CONNECTION_FORMAT, NULL },
  { "Length", GENLOCK_CONNECTION_LENGTH_M, NULL },
  { "Length Unit", 0, print_length_unit },
  { "Via", GENLOCK_CONNECTION_VIA, NULL },
  { "Snake", GENLOCK_CONNECTION_SNAKE, NULL },
  { "Strand", GENLOCK_CONNECTION_STRAND, NULL },
  { "Label", 0, print_label },
  { "Color", GENLOCK_CONNECTION_COLOR, NULL },
  { "Run", GENLOCK_CONNECTION_RUN, NULL },
  { "Tested", GENLOCK_CONNECTION_TESTED, NULL },
  { "Note", GENLOCK_CONNECTION_NOTE, NULL },
  { "Cable Type", GENLOCK_CONNECTION_CABLE_TYPE, NULL },
  { NULL },
};

static const Column address_columns[] = {
  { "UID", GENLOCK_META_ID, NULL },
  { "Device", 0, print_address_device },
  { "Port", GENLOCK_ADDRESS_PORT, NULL },
  { "Hostname", GENLOCK_ADDRESS_HOSTNAME, NULL },
  { "IP", GENLOCK_ADDRESS_IP, NULL },
  { "Subnet Mask", GENLOCK_ADDRESS_MASK, NULL },
  { "Gateway", GENLOCK_ADDRESS_GATEWAY, NULL },
  { "VLAN", GENLOCK_ADDRESS_VLAN, NULL },
  { "Note", GENLOCK_ADDRESS_NOTE, NULL },
  { NULL },
};

static const Sheet sheets[] = {
  { &genlock_sources, source_columns },
  { &genlock_sends, send_columns },
  { &genlock_devices, device_columns },
  { &genlock_connections, connection_columns },
  { &genlock_addresses, address_columns },
};

static const GenlockTable * const sheet_tables[] = {
  &genlock_sources,
  &genlock_sends,
  &genlock_devices,
  &genlock_connections,
  &genlock_addresses,
  &genlock_equipment_specs, /* a row a port, see genlock-equipment-csv.h */
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (sheets) == G_N_ELEMENTS (sheet_tables) - 2);

const GenlockTable * const *
genlock_table_csv_get_tables (void)
{
  return sheet_tables;
}

const GenlockTable *
genlock_table_csv_find_table (const GenlockCsv *csv,
                              guint row)
{
  const GenlockTable *found = NULL;
  guint most = 0;

  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      guint n_heads = 0;

      for (const Column *column = sheets[i].columns; column->head != NULL; column++)
        n_heads += genlock_table_csv_find_head (csv, row, column->head) >= 0;
      /* The id is a column of every sheet, and of no other program's. */
      if (n_heads > most && genlock_table_csv_find_head (csv, row, "UID") >= 0)
        {
          most = n_heads;
          found = sheets[i].table;
        }
    }

  return most > 1 ? found : NULL;
}

int
genlock_table_csv_find_head (const GenlockCsv *csv,
                             guint row,
                             const char *head)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (csv, row); i++)
    {
      g_autofree char *cell = g_strstrip (g_strdup (genlock_csv_get_cell (csv, row, i)));

      if (g_ascii_strcasecmp (cell, head) == 0)
        return (int) i;
    }

  return -1;
}

static const Column *
find_columns (const GenlockTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (sheets[i].table == table)
      return sheets[i].columns;

  return NULL;
}

static const Column *
find_column (const GenlockTable *table,
             const char *head)
{
  const Column *columns = find_columns (table);

  for (guint i = 0; columns != NULL && columns[i].head != NULL; i++)
    if (g_ascii_strcasecmp (columns[i].head, head) == 0
        || (columns[i].alias != NULL && g_ascii_strcasecmp (columns[i].alias, head) == 0))
      return &columns[i];

  return NULL;
}

gboolean
genlock_table_csv_find_field (const GenlockTable *table,
                              const char *head,
                              guint *field)
{
  const Column *column = find_column (table, head);

  if (column == NULL)
    return FALSE;

  *field = column->print != NULL ? G_MAXUINT : column->field;

  return TRUE;
}

const char *
genlock_table_csv_find_spelling (const GenlockTable *table,
                                 const char *head)
{
  const Column *column = find_column (table, head);

  return column != NULL ? column->head : NULL;
}

static void
write_cell (GString *csv,
            GenlockSheetNames *names,
            const Column *column,
            const GenlockRecord *record)
{
  const GenlockField *field;
  g_autofree char *text = NULL;

  if (column->print != NULL)
    {
      text = column->print (names, record);
      genlock_csv_write_cell (csv, text != NULL ? text : "", ',');
      return;
    }

  field = genlock_table_get_field (genlock_record_get_table (record), column->field);
  text = genlock_field_print (field, genlock_record_get_value (record, column->field));

  if (field->type == GENLOCK_INT || field->type == GENLOCK_REAL)
    genlock_csv_write_number (csv, text, ',');
  else
    genlock_csv_write_cell (csv, text, ',');
}

GString *
genlock_table_csv_print (GenlockStore *store,
                         const char *production_id,
                         const GenlockTable *table,
                         GError **error)
{
  const Column *columns = find_columns (table);
  g_autoptr (GenlockSnapshot) snapshot = NULL;
  g_autoptr (GenlockQuery) query = genlock_query_new (table);
  g_autoptr (GenlockSheetNames) names = NULL;
  g_autoptr (GString) csv = g_string_new (BYTE_ORDER_MARK);
  g_autoptr (GPtrArray) rows = NULL;

  g_return_val_if_fail (columns != NULL || table == &genlock_equipment_specs, NULL);

  snapshot = genlock_snapshot_new (store, error);
  if (snapshot == NULL)
    return NULL;

  if (columns == NULL)
    return genlock_equipment_csv_print (snapshot, production_id, csv, error)
           ? g_steal_pointer (&csv) : NULL;

  genlock_query_set_parent (query, production_id);
  rows = genlock_snapshot_list (snapshot, query, error);
  if (rows == NULL)
    return NULL;

  names = genlock_sheet_names_new (snapshot, production_id, NULL);

  for (const Column *column = columns; column->head != NULL; column++)
    genlock_csv_write_cell (csv, column->head, ',');
  genlock_csv_write_end_row (csv);

  for (guint i = 0; i < rows->len; i++)
    {
      for (const Column *column = columns; column->head != NULL; column++)
        write_cell (csv, names, column, rows->pdata[i]);
      genlock_csv_write_end_row (csv);
    }

  return g_steal_pointer (&csv);
}

gboolean
genlock_table_csv_write (GenlockStore *store,
                         const char *production_id,
                         const GenlockTable *table,
                         const char *path,
                         GError **error)
{
  g_autoptr (GString) text = genlock_table_csv_print (store, production_id, table, error);

  return text != NULL && genlock_export_file_write (path, text, error);
}
