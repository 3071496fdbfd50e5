/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a planning workbook, saved one by one as CSV. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-workbook-private.h"

/* What a spreadsheet shows where a formula fails. */
static const char * const error_texts[] = {
  "#NAME?", "#REF!", "#VALUE!", "#DIV/0!", "#N/A", "#NULL!", "#NUM!", "#SPILL!", "#CALC!",
};

/* Headings, squeezed, and the members that VideoDept has for them. */
static const struct
{
  const char *heading;
  const char *member;
} columns[] = {
  { "id", "id" },
  { "label", "id" },
  { "type", "type" },
  { "sourcename", "name" },
  { "sendname", "name" },
  { "hres", "hRes" },
  { "vres", "vRes" },
  { "rate", "rate" },
  { "scan", "scan" },
  { "blanking", "blanking" },
  { "standard", "standard" },
  { "note", "note" },
  { "notes", "note" },
  { "secondarydevice", "secondaryDevice" },
  { "out", "output" },
  { "output", "output" },
  { "in", "output" },
  { "connector", "connector" },
  { "feed", "feed" },
  { "send", "send" },
  { "ip", "ip" },
  { "ipaddress", "ip" },
  { "address", "ip" },
  { "device", "device" },
  { "devicename", "device" },
  { "name", "device" },
  { "hostname", "hostname" },
  { "port", "port" },
  { "subnetmask", "mask" },
  { "mask", "mask" },
  { "subnet", "mask" },
  { "gateway", "gateway" },
  { "vlan", "vlan" },
  { "category", "category" },
};

static gboolean
is_error (const char *cell)
{
  for (guint i = 0; i < G_N_ELEMENTS (error_texts); i++)
    {
      if (strcmp (cell, error_texts[i]) == 0)
        return TRUE;
    }

  /* Calc: "Err:502"; a reference that was saved as its formula: 'Data'!$A$1:$B */
  return g_str_has_prefix (cell, "Err:") || strstr (cell, "!$") != NULL;
}

/* (transfer full): the cell without what stands for nothing; "" is empty. */
char *
genlock_sheet_dup_cell (const GenlockSheet *sheet,
                        guint row,
                        guint column)
{
  const char *raw = genlock_csv_restore (genlock_csv_get_cell (sheet->csv, row, column));
  char *cell = g_strstrip (g_strdup (raw));

  if (is_error (cell) || strcmp (cell, "-") == 0)
    *cell = '\0';

  return cell;
}

const char *
genlock_sheet_squeeze_cell (const GenlockSheet *sheet,
                            guint row,
                            guint column,
                            char *buffer,
                            gsize size)
{
  return genlock_legacy_squeeze (genlock_csv_get_cell (sheet->csv, row, column), buffer, size);
}

gboolean
genlock_sheet_row_has (const GenlockSheet *sheet,
                       guint row,
                       const char *word)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, row); i++)
    {
      char buffer[64];

      if (strcmp (genlock_sheet_squeeze_cell (sheet, row, i, buffer, sizeof buffer), word) == 0)
        return TRUE;
    }

  return FALSE;
}

static GenlockHeading
find_heading (const GenlockSheet *sheet,
              guint row)
{
  if (genlock_sheet_row_has (sheet, row, "sourcename"))
    return GENLOCK_HEADING_SOURCES;
  if (genlock_sheet_row_has (sheet, row, "sendname"))
    return GENLOCK_HEADING_SENDS;
  if (genlock_sheet_row_has (sheet, row, "connector") && genlock_sheet_row_has (sheet, row, "feed"))
    return GENLOCK_HEADING_PORTS;
  if ((genlock_sheet_row_has (sheet, row, "ip") || genlock_sheet_row_has (sheet, row, "ipaddress"))
      && (genlock_sheet_row_has (sheet, row, "device") || genlock_sheet_row_has (sheet, row, "name")
          || genlock_sheet_row_has (sheet, row, "hostname")
          || genlock_sheet_row_has (sheet, row, "devicename")))
    return GENLOCK_HEADING_ADDRESSES;

  return GENLOCK_HEADING_NONE;
}

/* The row with the name of what follows: above the heading and the words INPUTS and OUTPUTS. */
static guint
find_title (const GenlockSheet *sheet,
            guint header,
            guint first)
{
  for (guint row = header; row > first && header - row < 4; row--)
    {
      g_autofree char *cell = NULL;

      if (genlock_sheet_row_has (sheet, row - 1, "inputs")
          || genlock_sheet_row_has (sheet, row - 1, "outputs"))
        continue;
      cell = genlock_sheet_dup_cell (sheet, row - 1, 0);
      if (*cell != '\0')
        return row - 1;
    }

  return header;
}

static GArray *
find_blocks (const GenlockSheet *sheet)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (GenlockBlock));
  guint n_rows = genlock_csv_get_n_rows (sheet->csv);
  guint first = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      GenlockBlock block = { find_heading (sheet, row), row, row, n_rows };

      if (block.heading == GENLOCK_HEADING_NONE)
        continue;
      if (block.heading == GENLOCK_HEADING_PORTS)
        block.title = find_title (sheet, row, first);
      if (blocks->len > 0)
        g_array_index (blocks, GenlockBlock, blocks->len - 1).end = block.title;
      g_array_append_val (blocks, block);
      first = row + 1;
    }

  return blocks;
}

char *
genlock_sheet_dup_place (guint row)
{
  return g_strdup_printf ("row %u", row + 1);
}

void
genlock_sheet_report_cell (const GenlockSheet *sheet,
                           guint row,
                           const char *column,
                           GenlockImportSeverity severity,
                           const char *value,
                           const char *reason)
{
  g_autofree char *place = genlock_sheet_dup_place (row);
  g_autofree char *full = column != NULL ? g_strdup_printf ("%s, %s", place, column) : NULL;

  genlock_legacy_report (sheet->legacy, severity, sheet->file, full != NULL ? full : place, value,
                         reason);
}

/* (transfer full): "column G", as spreadsheets count: Z is followed by AA */
static char *
dup_column (guint column)
{
  GString *letters = g_string_new (NULL);

  for (guint rest = column + 1; rest > 0; rest = (rest - 1) / 26)
    g_string_prepend_c (letters, (char) ('A' + (rest - 1) % 26));
  g_string_prepend (letters, "column ");

  return g_string_free (letters, FALSE);
}

static void
report_errors (const GenlockSheet *sheet)
{
  for (guint row = 0; row < genlock_csv_get_n_rows (sheet->csv); row++)
    {
      for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, row); i++)
        {
          const char *cell = genlock_csv_get_cell (sheet->csv, row, i);
          g_autofree char *column = NULL;

          if (!is_error (cell))
            continue;
          column = dup_column (i);
          genlock_sheet_report_cell (sheet, row, column, GENLOCK_IMPORT_INFO, cell,
                                     N_("The spreadsheet shows an error or a reference here "
                                        "instead of a value: the cell counts as empty"));
        }
    }
}

/* (transfer full) (nullable): the member that a column goes to, else its heading as it is. */
static char *
dup_member (const GenlockSheet *sheet,
            guint header,
            guint column)
{
  g_autofree char *cell = genlock_sheet_dup_cell (sheet, header, column);
  char buffer[64];

  genlock_legacy_squeeze (cell, buffer, sizeof buffer);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    {
      if (strcmp (buffer, columns[i].heading) == 0)
        return g_strdup (columns[i].member);
    }

  /* The id's column has no heading in some sheets. */
  if (*cell == '\0' && column == 0)
    return g_strdup ("id");

  return *cell != '\0' ? g_steal_pointer (&cell) : NULL;
}

GStrv
genlock_sheet_dup_members (const GenlockSheet *sheet,
                           guint header,
                           guint first,
                           guint end)
{
  GStrv members = g_new0 (char *, end - first + 1);

  for (guint i = first; i < end; i++)
    {
      members[i - first] = dup_member (sheet, header, i);
      if (members[i - first] == NULL)
        members[i - first] = g_strdup ("");
    }

  return members;
}

static gboolean
has_letters (const char *heading)
{
  char buffer[64];

  return *genlock_legacy_squeeze (heading, buffer, sizeof buffer) != '\0'
         || !g_str_is_ascii (heading);
}

/* (transfer full): the cells of a row as an object; @n_filled counts those beside the id. */
JsonObject *
genlock_sheet_dup_object (const GenlockSheet *sheet,
                          GStrv members,
                          guint row,
                          guint first,
                          guint *n_filled)
{
  JsonObject *object = json_object_new ();

  *n_filled = 0;
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *cell = genlock_sheet_dup_cell (sheet, row, first + i);

      if (*cell == '\0')
        continue;
      if (!has_letters (members[i]))
        {
          g_autofree char *column = dup_column (first + i);

          genlock_sheet_report_cell (sheet, row, column,
                                     *members[i] == '\0' ? GENLOCK_IMPORT_LOST
                                                         : GENLOCK_IMPORT_INFO, cell,
                                     N_("The column has no heading that says what it is"));
          continue;
        }
      *n_filled += strcmp (members[i], "id") != 0;
      json_object_set_string_member (object, members[i], cell);
    }
  g_hash_table_insert (sheet->legacy->places, object, genlock_sheet_dup_place (row));

  return object;
}

void
genlock_sheet_add_list (const GenlockSheet *sheet,
                        const char *kind,
                        JsonArray *rows)
{
  genlock_legacy_project_add_list (sheet->project, kind, rows, sheet->file, kind);
}

guint
genlock_sheet_count_columns (const GenlockSheet *sheet,
                             const GenlockBlock *block)
{
  guint n = 0;

  for (guint row = block->header; row < block->end; row++)
    n = MAX (n, genlock_csv_get_n_cells (sheet->csv, row));

  return n;
}

static void
read_list (const GenlockSheet *sheet,
           const GenlockBlock *block,
           const char *kind)
{
  guint n_columns = genlock_sheet_count_columns (sheet, block);
  g_auto (GStrv) members = genlock_sheet_dup_members (sheet, block->header, 0, n_columns);
  g_autoptr (JsonArray) rows = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) object = genlock_sheet_dup_object (sheet, members, row, 0, &n_filled);

      if (json_object_get_size (object) > 0)
        json_array_add_object_element (rows, g_steal_pointer (&object));
      else
        g_hash_table_remove (sheet->legacy->places, object);
    }
  genlock_sheet_add_list (sheet, kind, rows);
}

/* The sheet lists every address of the network; only those that are used are a plan. */
static void
read_addresses (const GenlockSheet *sheet,
                const GenlockBlock *block)
{
  guint n_columns = genlock_sheet_count_columns (sheet, block);
  g_auto (GStrv) members = genlock_sheet_dup_members (sheet, block->header, 0, n_columns);
  g_autoptr (JsonArray) rows = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) object = genlock_sheet_dup_object (sheet, members, row, 0, &n_filled);
      const char *ip = genlock_legacy_get_string (object, "ip");

      if (n_filled > (ip != NULL))
        {
          json_array_add_object_element (rows, g_steal_pointer (&object));
          continue;
        }
      g_hash_table_remove (sheet->legacy->places, object);
      if (ip != NULL)
        genlock_sheet_report_cell (sheet, row, NULL, GENLOCK_IMPORT_INFO, ip,
                                   N_("The address is not used"));
    }
  genlock_sheet_add_list (sheet, "ipaddresses", rows);
}

static char *
dup_stem (const char *name)
{
  char *stem = g_strdelimit (g_strdup (name), "_", ' ');
  char *dot = strrchr (stem, '.');

  if (dot != NULL && dot != stem)
    *dot = '\0';

  return stem;
}

gboolean
genlock_workbook_read (GenlockLegacy *legacy,
                       const GenlockCsv *csv,
                       guint file)
{
  GenlockSheet sheet = { legacy, NULL, csv, file, NULL };
  g_autoptr (GArray) blocks = find_blocks (&sheet);
  g_autofree char *stem = NULL;

  if (blocks->len == 0)
    return FALSE;

  stem = dup_stem (g_ptr_array_index (legacy->plan->names, file));
  sheet.stem = stem;
  sheet.project = genlock_legacy_get_loose (legacy, file);
  report_errors (&sheet);
  for (guint i = 0; i < blocks->len; i++)
    {
      const GenlockBlock *block = &g_array_index (blocks, GenlockBlock, i);

      switch (block->heading)
        {
        case GENLOCK_HEADING_SOURCES:
          read_list (&sheet, block, "sources");
          break;

        case GENLOCK_HEADING_SENDS:
          read_list (&sheet, block, "sends");
          break;

        case GENLOCK_HEADING_PORTS:
          genlock_sheet_read_ports (&sheet, block);
          break;

        case GENLOCK_HEADING_ADDRESSES:
          read_addresses (&sheet, block);
          break;

        case GENLOCK_HEADING_NONE:
          break;
        }
    }

  return TRUE;
}
