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
#include "interchange/genlock-export-file.h"
#include "interchange/genlock-table-csv-private.h"
#include "interchange/genlock-table-csv.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Rows that others refer to, fetched once. */
typedef struct
{
  GenlockSnapshot *snapshot;
  GHashTable *rows; /* (element-type utf8 GenlockRecord) */
} Lookup;

typedef char *(*PrintFunc) (Lookup *lookup,
                            const GenlockRecord *record);

/* A column is a field of the row, or what a function makes of the row. */
typedef struct
{
  const char *head;
  guint field;
  PrintFunc print;
} Column;

typedef struct
{
  const GenlockTable *table;
  const Column *columns;
} Sheet;

static GenlockRecord *
look_up (Lookup *lookup,
         const GenlockTable *table,
         const char *id)
{
  GenlockRecord *record = id != NULL ? g_hash_table_lookup (lookup->rows, id) : NULL;

  if (record == NULL && id != NULL)
    {
      record = genlock_snapshot_get (lookup->snapshot, table, id, NULL);
      if (record != NULL)
        g_hash_table_insert (lookup->rows, g_strdup (id), record);
    }

  return record;
}

static char *
print_outputs (Lookup *lookup,
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
print_equipment (Lookup *lookup,
                 const char *id)
{
  const GenlockRecord *spec = look_up (lookup, &genlock_equipment_specs, id);

  if (spec == NULL)
    return g_strdup ("");

  return g_strdup_printf ("%s %s",
                          genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                          genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL));
}

static char *
print_source_equipment (Lookup *lookup,
                        const GenlockRecord *record)
{
  return print_equipment (lookup, genlock_record_get_text (record, GENLOCK_SOURCE_EQUIPMENT_ID));
}

static char *
print_send_equipment (Lookup *lookup,
                      const GenlockRecord *record)
{
  return print_equipment (lookup, genlock_record_get_text (record, GENLOCK_SEND_EQUIPMENT_ID));
}

static char *
print_device_equipment (Lookup *lookup,
                        const GenlockRecord *record)
{
  return print_equipment (lookup, genlock_record_get_text (record, GENLOCK_DEVICE_EQUIPMENT_ID));
}

static char *
print_address_device (Lookup *lookup,
                      const GenlockRecord *record)
{
  const GenlockRecord *device = look_up (lookup, &genlock_devices,
                                         genlock_record_get_text (record,
                                                                  GENLOCK_ADDRESS_DEVICE_ID));

  return g_strdup (device != NULL ? genlock_record_get_name (device) : "");
}

/* Where a connection begins: its source, else its device. */
static char *
print_origin (Lookup *lookup,
              const GenlockRecord *record)
{
  const GenlockField *field = &genlock_connections.fields[GENLOCK_CONNECTION_INTERMEDIATE_ID];
  const char *type = genlock_record_get_text (record, GENLOCK_CONNECTION_INTERMEDIATE_TYPE);
  const char *id = genlock_record_get_text (record, GENLOCK_CONNECTION_SOURCE_ID);
  const GenlockTable *table = &genlock_sources;
  const GenlockRecord *origin;

  if (id == NULL)
    {
      table = genlock_field_get_ref_table (field, type);
      id = genlock_record_get_text (record, GENLOCK_CONNECTION_INTERMEDIATE_ID);
    }

  origin = table != NULL ? look_up (lookup, table, id) : NULL;

  return g_strdup (origin != NULL ? genlock_record_get_name (origin) : type);
}

/* Where it ends: its destination, else its device. */
static char *
print_destination (Lookup *lookup,
                   const GenlockRecord *record)
{
  gboolean ends = genlock_record_has (record, GENLOCK_CONNECTION_DESTINATION_ID);
  guint id_field = ends ? GENLOCK_CONNECTION_DESTINATION_ID : GENLOCK_CONNECTION_INTERMEDIATE_ID;
  guint type_field = genlock_connections.fields[id_field].ref_field;
  const char *type = genlock_record_get_text (record, type_field);
  const GenlockTable *table = genlock_field_get_ref_table (&genlock_connections.fields[id_field],
                                                           type);
  const GenlockRecord *end = NULL;

  if (table != NULL)
    end = look_up (lookup, table, genlock_record_get_text (record, id_field));

  return g_strdup (end != NULL ? genlock_record_get_name (end) : type);
}

static char *
print_length_unit (Lookup *lookup,
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
  { "OUT", GENLOCK_SEND_OUTPUT_CONNECTOR, NULL },
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
  { "Source Device", 0, print_origin },
  { "Source Port", GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT, NULL },
  { "Destination Device", 0, print_destination },
  { "Destination Port", GENLOCK_CONNECTION_DESTINATION_INPUT, NULL },
  { "Signal Type", GENLOCK_CONNECTION_SIGNAL_TYPE, NULL },
  { "Format", GENLOCK_CONNECTION_FORMAT, NULL },
  { "Length", GENLOCK_CONNECTION_LENGTH_M, NULL },
  { "Length Unit", 0, print_length_unit },
  { "Via", GENLOCK_CONNECTION_VIA, NULL },
  { "Snake", GENLOCK_CONNECTION_SNAKE, NULL },
  { "Strand", GENLOCK_CONNECTION_STRAND, NULL },
  { "Color", GENLOCK_CONNECTION_COLOR, NULL },
  { "Run", GENLOCK_CONNECTION_RUN, NULL },
  { "Tested", GENLOCK_CONNECTION_TESTED, NULL },
  { "Note", GENLOCK_CONNECTION_NOTE, NULL },
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
  NULL,
};
G_STATIC_ASSERT (G_N_ELEMENTS (sheets) == G_N_ELEMENTS (sheet_tables) - 1);

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

gboolean
genlock_table_csv_find_field (const GenlockTable *table,
                              const char *head,
                              guint *field)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      for (const Column *column = sheets[i].columns; column->head != NULL; column++)
        {
          if (sheets[i].table != table || g_ascii_strcasecmp (column->head, head) != 0)
            continue;
          *field = column->print != NULL ? G_MAXUINT : column->field;
          return TRUE;
        }
    }

  return FALSE;
}

static const Column *
find_columns (const GenlockTable *table)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    if (sheets[i].table == table)
      return sheets[i].columns;

  return NULL;
}

static void
write_cell (GString *csv,
            Lookup *lookup,
            const Column *column,
            const GenlockRecord *record)
{
  const GenlockField *field;
  g_autofree char *text = NULL;

  if (column->print != NULL)
    {
      text = column->print (lookup, record);
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
  g_autoptr (GHashTable) rows_by_id = NULL;
  g_autoptr (GString) csv = g_string_new (BYTE_ORDER_MARK);
  g_autoptr (GPtrArray) rows = NULL;
  Lookup lookup = { 0 };

  g_return_val_if_fail (columns != NULL, NULL);

  snapshot = genlock_snapshot_new (store, error);
  if (snapshot == NULL)
    return NULL;

  genlock_query_set_parent (query, production_id);
  rows = genlock_snapshot_list (snapshot, query, error);
  if (rows == NULL)
    return NULL;

  rows_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                      (GDestroyNotify) genlock_record_unref);
  lookup.snapshot = snapshot;
  lookup.rows = rows_by_id;

  for (const Column *column = columns; column->head != NULL; column++)
    genlock_csv_write_cell (csv, column->head, ',');
  genlock_csv_write_end_row (csv);

  for (guint i = 0; i < rows->len; i++)
    {
      for (const Column *column = columns; column->head != NULL; column++)
        write_cell (csv, &lookup, column, rows->pdata[i]);
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
