/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads our own sheets back: the rows keep their ids, and what a sheet lacks stays as it is. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "interchange/genlock-table-csv-private.h"

typedef struct
{
  const GenlockCsv *csv;
  GenlockImportPlan *plan;
  guint file;
  const GenlockTable *table;
  guint header;
  char *base;       /* owned; what the ids of new rows are made from */
  GHashTable *keys; /* what was taken for the id of a new row, with how often */
  int unit;         /* the column of the unit of lengths, -1 where there is none */
} Sheet;

/* What a length may be in, in metres. */
static const struct
{
  const char *word;
  double metres;
} units[] = {
  { "", 1 }, { "m", 1 }, { "cm", 0.01 }, { "mm", 0.001 }, { "km", 1000 },
  { "ft", 0.3048 }, { "feet", 0.3048 }, { "foot", 0.3048 }, { "'", 0.3048 }, { "′", 0.3048 },
  { "in", 0.0254 }, { "inch", 0.0254 }, { "\"", 0.0254 }, { "″", 0.0254 }, { "yd", 0.9144 },
  { "mi", 1609.344 },
};

static void
report (const Sheet *sheet,
        guint row,
        guint column,
        GenlockImportSeverity severity,
        const char *value,
        const char *reason)
{
  const char *head = genlock_csv_get_cell (sheet->csv, sheet->header, column);
  g_autofree char *place = *head != '\0' ? g_strdup_printf ("row %u, %s", row + 1, head)
                                         : g_strdup_printf ("row %u", row + 1);

  genlock_import_report_add (sheet->plan->report, severity,
                             g_ptr_array_index (sheet->plan->names, sheet->file),
                             sheet->plan->sheet_show->title, place, value, reason);
}

static char *
dup_cell (const Sheet *sheet,
          guint row,
          guint column)
{
  const char *cell = genlock_csv_get_cell (sheet->csv, row, column);

  return g_strstrip (g_strdup (genlock_csv_restore (cell)));
}

/* "HDMI|SDI" as outputs; the database's own keep their ids when the two are compared. */
static void
add_outputs (GenlockRecord *source,
             const char *cell)
{
  g_auto (GStrv) connectors = g_strsplit (cell, "|", -1);
  guint n = 0;

  genlock_record_clear_children (source, &genlock_source_outputs);
  for (guint i = 0; connectors[i] != NULL; i++)
    {
      g_autofree char *key = g_strdup_printf ("%u", n);
      g_autofree char *id = NULL;
      GenlockRecord *output;

      if (*g_strstrip (connectors[i]) == '\0' || g_utf8_strlen (connectors[i], -1) > 100)
        continue;
      id = genlock_uuid_from (genlock_record_get_id (source), genlock_source_outputs.name, key,
                              NULL);
      output = genlock_record_new_row (&genlock_source_outputs, id);
      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connectors[i]);
      genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, ++n);
      genlock_record_add_child (source, output);
    }
}

/* "1,200": a thousand or a fraction; "0,125" and "7,5" are fractions. */
static gboolean
is_ambiguous (const char *cell)
{
  gsize before = strspn (cell, "0123456789");

  return before >= 1 && before <= 3 && cell[0] != '0' && cell[before] == ','
         && strlen (cell) == before + 4 && strspn (cell + before + 1, "0123456789") == 3;
}

/* (transfer full) (nullable): a length in metres as the field reads it; NULL where its unit or
 * number makes none. */
static char *
dup_metres (const Sheet *sheet,
            guint row,
            const char *cell)
{
  g_autofree char *unit = dup_cell (sheet, row, (guint) sheet->unit);
  g_autofree char *number = g_strdelimit (g_strdup (cell), ",", '.');
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];
  char *end;
  double length = g_ascii_strtod (number, &end);

  for (guint i = 0; i < G_N_ELEMENTS (units) && end != number && *end == '\0'; i++)
    if (g_ascii_strcasecmp (unit, units[i].word) == 0)
      return g_strdup (g_ascii_formatd (buffer, sizeof buffer, "%.10g",
                                        round (length * units[i].metres * 1000) / 1000));

  return NULL;
}

/* Returns: why the field cannot hold what the cell says, NULL where it can. */
static const char *
parse_cell (const Sheet *sheet,
            guint row,
            guint field,
            const char *cell,
            GenlockValue *value)
{
  const char *refusal = N_("The field cannot hold this value: it stays as it is");
  g_autofree char *metres = NULL;

  if (sheet->table == &genlock_connections && field == GENLOCK_CONNECTION_LENGTH_M
      && *cell != '\0')
    {
      if (is_ambiguous (cell))
        return N_("The comma may part thousands or a fraction: write 1200 or 1.2. The field stays "
                  "as it is");
      if (sheet->unit >= 0 && (metres = dup_metres (sheet, row, cell)) == NULL)
        return refusal;
    }

  return genlock_field_parse (sheet->table, field, metres != NULL ? metres : cell, value, NULL)
         ? NULL : refusal;
}

/* Returns: the bit of the field that the cell said something of. */
static guint64
read_cell (const Sheet *sheet,
           GenlockRecord *record,
           GHashTable *cells,
           guint row,
           guint column)
{
  g_autofree char *head = dup_cell (sheet, sheet->header, column);
  g_autofree char *cell = dup_cell (sheet, row, column);
  GenlockValue value = { 0 };
  const char *refusal;
  guint field;

  if (!genlock_table_csv_find_field (sheet->table, head, &field))
    {
      if (*cell != '\0')
        report (sheet, row, column, GENLOCK_IMPORT_LOST, cell,
                N_("Genlock has no field for this"));
      return 0;
    }
  if (field == GENLOCK_META_ID)
    return 0;
  if (field == G_MAXUINT)
    {
      if (sheet->table == &genlock_sources && g_ascii_strcasecmp (head, "OUT") == 0)
        add_outputs (record, cell);
      else
        g_hash_table_insert (cells, (gpointer) genlock_table_csv_find_spelling (sheet->table, head),
                             g_steal_pointer (&cell));
      return 0;
    }

  refusal = parse_cell (sheet, row, field, cell, &value);
  if (refusal != NULL)
    {
      genlock_value_clear (&value);
      report (sheet, row, column, GENLOCK_IMPORT_LOST, cell, refusal);
      return 0;
    }

  genlock_record_set_value (record, field, &value);
  genlock_value_clear (&value);

  return G_GUINT64_CONSTANT (1) << field;
}

/* (transfer full): its own id, else one that follows from the sheet and what the row is called. */
static char *
dup_id (const Sheet *sheet,
        guint row)
{
  int column = genlock_table_csv_find_head (sheet->csv, sheet->header, "UID");
  g_autofree char *uid = dup_cell (sheet, row, (guint) column);
  g_autofree char *key = NULL;
  g_autofree char *number = NULL;
  char *id = genlock_uuid_canonicalize (uid);
  guint n;

  if (id != NULL)
    return id;
  if (*uid != '\0')
    report (sheet, row, (guint) column, GENLOCK_IMPORT_CHANGED, uid,
            N_("This is no id of Genlock: the row is taken for a new one"));

  key = dup_cell (sheet, row, column == 0 ? 1 : 0);
  n = GPOINTER_TO_UINT (g_hash_table_lookup (sheet->keys, key)) + 1;
  number = g_strdup_printf ("%u", n);
  id = genlock_uuid_from (sheet->base, sheet->table->name, key, number, NULL);
  g_hash_table_insert (sheet->keys, g_steal_pointer (&key), GUINT_TO_POINTER (n));

  return id;
}

static gboolean
is_empty (const Sheet *sheet,
          guint row)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, row); i++)
    {
      g_autofree char *cell = dup_cell (sheet, row, i);

      if (*cell != '\0')
        return FALSE;
    }

  return TRUE;
}

static void
read_row (const Sheet *sheet,
          guint row,
          const char *production_id)
{
  g_autofree char *id = NULL;
  g_autofree char *place = g_strdup_printf ("row %u", row + 1);
  g_autoptr (GenlockRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GHashTable) cells = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  GenlockImportRow *added;
  guint64 said = 0;

  if (is_empty (sheet, row))
    return;

  id = dup_id (sheet, row);
  record = genlock_record_new_row (sheet->table, id);
  genlock_record_set_text (record, sheet->table->parent_field, production_id);
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, sheet->header); i++)
    said |= read_cell (sheet, record, cells, row, i);
  if (!genlock_record_validate (record, &error))
    {
      report (sheet, row, G_MAXUINT, GENLOCK_IMPORT_LOST, error->message,
              N_("The row breaks a rule of the database"));
      return;
    }

  added = genlock_import_plan_add_row (sheet->plan, sheet->plan->sheet_show,
                                       g_steal_pointer (&record), sheet->file, place);
  if (added == NULL)
    {
      report (sheet, row, G_MAXUINT, GENLOCK_IMPORT_LOST, id,
              N_("A row of this id stands above already"));
      return;
    }

  added->said = said;
  added->cells = g_steal_pointer (&cells);
}

/* The first id of the sheet: what new rows in it have in common with nothing else. */
static char *
dup_base (const Sheet *sheet,
          const char *show_name)
{
  int column = genlock_table_csv_find_head (sheet->csv, sheet->header, "UID");

  for (guint row = sheet->header + 1; row < genlock_csv_get_n_rows (sheet->csv); row++)
    {
      g_autofree char *uid = dup_cell (sheet, row, (guint) column);
      char *id = genlock_uuid_canonicalize (uid);

      if (id != NULL)
        return id;
    }

  return g_strdup (show_name);
}

/* The show of all sheets of one delivery: the given one, or a new one that the comparison with
 * the database replaces where it finds the rows in another. */
static const char *
ensure_show (GenlockImportPlan *plan,
             guint file,
             const GenlockImportOptions *options,
             const char *show_name)
{
  g_autofree char *id = NULL;
  GenlockRecord *production;

  if (plan->sheet_show != NULL)
    return plan->sheet_production_id;

  if (options != NULL && options->production != NULL)
    {
      production = genlock_record_ref (options->production);
    }
  else
    {
      const char *client = options != NULL && options->client != NULL ? options->client : "";
      const char *name = options != NULL && options->show_name != NULL ? options->show_name
                                                                       : show_name;

      id = genlock_uuid_from (client, name, "", genlock_productions.name, "", NULL);
      production = genlock_record_new_row (&genlock_productions, id);
      genlock_record_set_text (production, GENLOCK_PRODUCTION_CLIENT, client);
      genlock_record_take_text (production, GENLOCK_PRODUCTION_SHOW_NAME,
                                g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), 200)));
      plan->asks_show = TRUE;
    }

  plan->sheet_production_id = g_strdup (genlock_record_get_id (production));
  plan->sheet_show = genlock_import_plan_add_show (plan, production,
                                                   options != NULL && options->production != NULL,
                                                   file, "");
  plan->sheet_production = plan->sheet_show->production;

  return plan->sheet_production_id;
}

gboolean
genlock_table_csv_read (const GenlockCsv *csv,
                        GenlockImportPlan *plan,
                        guint file,
                        const GenlockImportOptions *options,
                        const char *show_name)
{
  Sheet sheet = { csv, plan, file, NULL, 0, NULL, NULL, -1 };
  const char *production_id;

  if (genlock_csv_get_n_rows (csv) == 0)
    return FALSE;
  sheet.table = genlock_table_csv_find_table (csv, 0);
  if (sheet.table == NULL)
    return FALSE;

  production_id = ensure_show (plan, file, options, show_name);
  sheet.unit = genlock_table_csv_find_head (csv, 0, "Length Unit");
  sheet.base = dup_base (&sheet, show_name);
  sheet.keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 1; row < genlock_csv_get_n_rows (csv); row++)
    read_row (&sheet, row, production_id);
  g_hash_table_unref (sheet.keys);
  g_free (sheet.base);

  return TRUE;
}
