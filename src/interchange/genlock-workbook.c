/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets of a planning workbook, saved one by one as CSV. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-workbook.h"

typedef enum
{
  HEADING_NONE,
  HEADING_SOURCES,
  HEADING_SENDS,
  HEADING_PORTS,
  HEADING_ADDRESSES,
} Heading;

typedef struct
{
  GenlockLegacy *legacy;
  GenlockLegacyProject *project;
  const GenlockCsv *csv;
  guint file;
  char *stem; /* owned; the file's name without ending */
} Sheet;

/* The rows between a heading and what follows it. */
typedef struct
{
  Heading heading;
  guint title;   /* the row of the title; the heading itself where there is none */
  guint header;
  guint end;     /* behind the last row */
} Block;

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

/* Switchers that the workbook has sheets for, by the first word of their name. */
static const char * const switchers[] = { "E2", "Q8", "X80", "CARBONITE", "ATEM" };

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
static char *
dup_cell (const Sheet *sheet,
          guint row,
          guint column)
{
  const char *raw = genlock_csv_restore (genlock_csv_get_cell (sheet->csv, row, column));
  char *cell = g_strstrip (g_strdup (raw));

  if (is_error (cell) || strcmp (cell, "-") == 0)
    *cell = '\0';

  return cell;
}

static const char *
squeeze_cell (const Sheet *sheet,
              guint row,
              guint column,
              char *buffer,
              gsize size)
{
  return genlock_legacy_squeeze (genlock_csv_get_cell (sheet->csv, row, column), buffer, size);
}

static gboolean
row_has (const Sheet *sheet,
         guint row,
         const char *word)
{
  for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, row); i++)
    {
      char buffer[64];

      if (strcmp (squeeze_cell (sheet, row, i, buffer, sizeof buffer), word) == 0)
        return TRUE;
    }

  return FALSE;
}

static Heading
find_heading (const Sheet *sheet,
              guint row)
{
  if (row_has (sheet, row, "sourcename"))
    return HEADING_SOURCES;
  if (row_has (sheet, row, "sendname"))
    return HEADING_SENDS;
  if (row_has (sheet, row, "connector") && row_has (sheet, row, "feed"))
    return HEADING_PORTS;
  if ((row_has (sheet, row, "ip") || row_has (sheet, row, "ipaddress"))
      && (row_has (sheet, row, "device") || row_has (sheet, row, "name")
          || row_has (sheet, row, "hostname") || row_has (sheet, row, "devicename")))
    return HEADING_ADDRESSES;

  return HEADING_NONE;
}

/* The row with the name of what follows: above the heading and the words INPUTS and OUTPUTS. */
static guint
find_title (const Sheet *sheet,
            guint header,
            guint first)
{
  for (guint row = header; row > first && header - row < 4; row--)
    {
      g_autofree char *cell = NULL;

      if (row_has (sheet, row - 1, "inputs") || row_has (sheet, row - 1, "outputs"))
        continue;
      cell = dup_cell (sheet, row - 1, 0);
      if (*cell != '\0')
        return row - 1;
    }

  return header;
}

static GArray *
find_blocks (const Sheet *sheet)
{
  GArray *blocks = g_array_new (FALSE, FALSE, sizeof (Block));
  guint n_rows = genlock_csv_get_n_rows (sheet->csv);
  guint first = 0;

  for (guint row = 0; row < n_rows; row++)
    {
      Block block = { find_heading (sheet, row), row, row, n_rows };

      if (block.heading == HEADING_NONE)
        continue;
      if (block.heading == HEADING_PORTS)
        block.title = find_title (sheet, row, first);
      if (blocks->len > 0)
        g_array_index (blocks, Block, blocks->len - 1).end = block.title;
      g_array_append_val (blocks, block);
      first = row + 1;
    }

  return blocks;
}

static char *
dup_place (guint row)
{
  return g_strdup_printf ("row %u", row + 1);
}

static void
report_cell (const Sheet *sheet,
             guint row,
             const char *column,
             GenlockImportSeverity severity,
             const char *value,
             const char *reason)
{
  g_autofree char *place = dup_place (row);
  g_autofree char *full = column != NULL ? g_strdup_printf ("%s, %s", place, column) : NULL;

  genlock_legacy_report (sheet->legacy, severity, sheet->file, full != NULL ? full : place, value,
                         reason);
}

static void
report_errors (const Sheet *sheet)
{
  for (guint row = 0; row < genlock_csv_get_n_rows (sheet->csv); row++)
    {
      for (guint i = 0; i < genlock_csv_get_n_cells (sheet->csv, row); i++)
        {
          const char *cell = genlock_csv_get_cell (sheet->csv, row, i);

          if (is_error (cell))
            report_cell (sheet, row, NULL, GENLOCK_IMPORT_INFO, cell,
                         N_("The spreadsheet shows an error or a reference here instead of a "
                            "value: the cell counts as empty"));
        }
    }
}

/* (transfer full) (nullable): the member that a column goes to, else its heading as it is. */
static char *
dup_member (const Sheet *sheet,
            guint header,
            guint column)
{
  g_autofree char *cell = dup_cell (sheet, header, column);
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

static GStrv
dup_members (const Sheet *sheet,
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
static JsonObject *
dup_object (const Sheet *sheet,
            GStrv members,
            guint row,
            guint first,
            guint *n_filled)
{
  JsonObject *object = json_object_new ();

  *n_filled = 0;
  for (guint i = 0; members[i] != NULL; i++)
    {
      g_autofree char *cell = dup_cell (sheet, row, first + i);

      if (*cell == '\0')
        continue;
      if (!has_letters (members[i]))
        {
          report_cell (sheet, row, NULL,
                       *members[i] == '\0' ? GENLOCK_IMPORT_LOST : GENLOCK_IMPORT_INFO, cell,
                       N_("The column has no heading that says what it is"));
          continue;
        }
      *n_filled += strcmp (members[i], "id") != 0;
      json_object_set_string_member (object, members[i], cell);
    }
  g_hash_table_insert (sheet->legacy->places, object, dup_place (row));

  return object;
}

static void
add_list (const Sheet *sheet,
          const char *kind,
          JsonArray *rows)
{
  genlock_legacy_project_add_list (sheet->project, kind, rows, sheet->file, kind);
}

static guint
count_columns (const Sheet *sheet,
               const Block *block)
{
  guint n = 0;

  for (guint row = block->header; row < block->end; row++)
    n = MAX (n, genlock_csv_get_n_cells (sheet->csv, row));

  return n;
}

static void
read_list (const Sheet *sheet,
           const Block *block,
           const char *kind)
{
  g_auto (GStrv) members = dup_members (sheet, block->header, 0, count_columns (sheet, block));
  g_autoptr (JsonArray) rows = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) object = dup_object (sheet, members, row, 0, &n_filled);

      if (json_object_get_size (object) > 0)
        json_array_add_object_element (rows, g_steal_pointer (&object));
      else
        g_hash_table_remove (sheet->legacy->places, object);
    }
  add_list (sheet, kind, rows);
}

/* The sheet lists every address of the network; only those that are used are a plan. */
static void
read_addresses (const Sheet *sheet,
                const Block *block)
{
  g_auto (GStrv) members = dup_members (sheet, block->header, 0, count_columns (sheet, block));
  g_autoptr (JsonArray) rows = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) object = dup_object (sheet, members, row, 0, &n_filled);
      const char *ip = genlock_legacy_get_string (object, "ip");

      if (n_filled > (ip != NULL))
        {
          json_array_add_object_element (rows, g_steal_pointer (&object));
          continue;
        }
      g_hash_table_remove (sheet->legacy->places, object);
      if (ip != NULL)
        report_cell (sheet, row, NULL, GENLOCK_IMPORT_INFO, ip, N_("The address is not used"));
    }
  add_list (sheet, "ipaddresses", rows);
}

/* The columns of one side begin with ID; the second ID begins the other side. */
static guint
find_second_side (const Sheet *sheet,
                  const Block *block,
                  guint n_columns)
{
  guint n_ids = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      char buffer[64];

      if (strcmp (squeeze_cell (sheet, block->header, i, buffer, sizeof buffer), "id") == 0
          && ++n_ids == 2)
        return i;
    }

  return n_columns;
}

/* A socket that is not fitted has a dash for its connector. */
static gboolean
is_fitted (const Sheet *sheet,
           GStrv members,
           guint row,
           guint first,
           JsonObject *object)
{
  if (json_object_has_member (object, "feed") || json_object_has_member (object, "send"))
    return TRUE;

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (strcmp (members[i], "connector") == 0
          && strcmp (genlock_csv_get_cell (sheet->csv, row, first + i), "-") == 0)
        return FALSE;
    }

  return TRUE;
}

static void
rename_member (JsonObject *object,
               const char *from,
               const char *to)
{
  const char *text = genlock_legacy_get_string (object, from);

  if (text != NULL)
    {
      g_autofree char *copy = g_strdup (text);

      json_object_remove_member (object, from);
      json_object_set_string_member (object, to, copy);
    }
}

static JsonArray *
dup_side (const Sheet *sheet,
          const Block *block,
          guint first,
          guint end,
          gboolean is_snake)
{
  g_auto (GStrv) members = dup_members (sheet, block->header, first, end);
  gboolean has_connector = g_strv_contains ((const char * const *) members, "connector");
  JsonArray *ports = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) port = dup_object (sheet, members, row, first, &n_filled);
      g_autofree char *id = g_strdup (genlock_legacy_get_string (port, "id"));

      if (id == NULL || !is_fitted (sheet, members, row, first, port))
        {
          g_hash_table_remove (sheet->legacy->places, port);
          if (id != NULL)
            report_cell (sheet, row, NULL, GENLOCK_IMPORT_INFO, id,
                         N_("The socket is not fitted"));
          continue;
        }
      /* The far side of a snake has its connector under FEED and its feed under SEND. */
      if (is_snake && !has_connector)
        {
          rename_member (port, "feed", "connector");
          rename_member (port, "send", "feed");
        }
      json_array_add_object_element (ports, g_steal_pointer (&port));
    }

  return ports;
}

/* The title's first cell is a name; further ones are an address or a description. */
static void
read_title (const Sheet *sheet,
            const Block *block,
            JsonObject *device)
{
  g_autofree char *name = block->title < block->header ? dup_cell (sheet, block->title, 0) : NULL;
  g_autoptr (GString) note = g_string_new (NULL);

  json_object_set_string_member (device, "name", name != NULL && *name != '\0' ? name
                                                                               : sheet->stem);
  if (name == NULL)
    return;

  for (guint i = 1; i < genlock_csv_get_n_cells (sheet->csv, block->title); i++)
    {
      g_autofree char *cell = dup_cell (sheet, block->title, i);

      if (g_ascii_strncasecmp (cell, "IP:", 3) == 0)
        json_object_set_string_member (device, "ip", g_strstrip (cell + 3));
      else if (*cell != '\0')
        g_string_append_printf (note, "%s%s", note->len > 0 ? ", " : "", cell);
    }
  if (note->len > 0)
    json_object_set_string_member (device, "note", note->str);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  return strstr (upper, word) != NULL;
}

static void
set_switcher (JsonObject *device,
              const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (switchers); i++)
    {
      gsize length = strlen (switchers[i]);

      if (g_ascii_strncasecmp (name, switchers[i], length) == 0 && !g_ascii_isalnum (name[length]))
        json_object_set_string_member (device, "type", switchers[i]);
    }
}

static void
read_ports (const Sheet *sheet,
            const Block *block)
{
  guint n_columns = count_columns (sheet, block);
  guint second = find_second_side (sheet, block, n_columns);
  g_autoptr (JsonObject) device = json_object_new ();
  g_autoptr (JsonArray) rows = json_array_new ();
  const char *kind = "videoswitchers";
  const char *name;
  gboolean is_snake;

  read_title (sheet, block, device);
  name = genlock_legacy_get_string (device, "name");
  is_snake = has_word (name, "SNAKE") || has_word (sheet->stem, "SNAKE");
  if (is_snake)
    kind = "cablesnakes";
  else if (has_word (name, "ROUTER") || has_word (sheet->stem, "ROUTER")
           || row_has (sheet, block->header, "send"))
    kind = "routers";
  else
    set_switcher (device, name);
  if (is_snake)
    rename_member (device, "note", "type");
  json_object_set_array_member (device, "inputs", dup_side (sheet, block, 0, second, is_snake));
  json_object_set_array_member (device, "outputs",
                                dup_side (sheet, block, second, n_columns, is_snake));
  g_hash_table_insert (sheet->legacy->places, device, dup_place (block->title));
  json_array_add_object_element (rows, g_steal_pointer (&device));
  add_list (sheet, kind, rows);
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
  Sheet sheet = { legacy, NULL, csv, file, NULL };
  g_autoptr (GArray) blocks = find_blocks (&sheet);
  g_autofree char *stem = NULL;

  if (blocks->len == 0)
    return FALSE;

  stem = dup_stem (g_ptr_array_index (legacy->plan->names, file));
  sheet.stem = stem;
  sheet.project = genlock_legacy_get_loose (legacy, file);
  if (genlock_csv_get_encoding (csv) == GENLOCK_CSV_WINDOWS_1252)
    genlock_legacy_report (legacy, GENLOCK_IMPORT_CHANGED, file, "", NULL,
                           N_("The file is not UTF-8 and was read as Windows-1252: check accents "
                              "and special characters"));
  report_errors (&sheet);
  for (guint i = 0; i < blocks->len; i++)
    {
      const Block *block = &g_array_index (blocks, Block, i);

      switch (block->heading)
        {
        case HEADING_SOURCES:
          read_list (&sheet, block, "sources");
          break;

        case HEADING_SENDS:
          read_list (&sheet, block, "sends");
          break;

        case HEADING_PORTS:
          read_ports (&sheet, block);
          break;

        case HEADING_ADDRESSES:
          read_addresses (&sheet, block);
          break;

        case HEADING_NONE:
          break;
        }
    }

  return TRUE;
}
