/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet for the crew as data: columns, groups of rows, cells of text. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "interchange/genlock-csv.h"
#include "interchange/genlock-sheet-drawing.h"
#include "interchange/genlock-sheet.h"

#define BYTE_ORDER_MARK "\xef\xbb\xbf"

static void
free_row (GenlockSheetRow *row)
{
  for (guint i = 0; i < row->n_cells; i++)
    g_free (row->cells[i]);
  g_free (row);
}

static void
free_group (GenlockSheetGroup *group)
{
  g_ptr_array_unref (group->rows);
  g_free (group->title);
  g_free (group);
}

static void
clear_sheet (GenlockSheet *sheet)
{
  g_clear_pointer (&sheet->drawing, genlock_sheet_drawing_free);
  g_ptr_array_unref (sheet->groups);
  g_free (sheet->title);
}

/* Embeddings, overrides and isolates of the bidirectional algorithm, and its plain marks. */
static gboolean
turns_direction (gunichar letter)
{
  return (letter >= 0x202a && letter <= 0x202e) || (letter >= 0x2066 && letter <= 0x2069)
         || letter == 0x200e || letter == 0x200f || letter == 0x061c;
}

static gboolean
is_blank (gunichar letter)
{
  return g_unichar_iscntrl (letter) || letter == 0x2028 || letter == 0x2029 || letter == 0xfffe
         || letter == 0xffff;
}

char *
genlock_sheet_dup_line (const char *text)
{
  g_autoptr (GString) clean = g_string_new (NULL);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar letter = g_utf8_get_char (c);

      if (is_blank (letter))
        g_string_append_c (clean, ' ');
      else if (!turns_direction (letter))
        g_string_append_unichar (clean, letter);
    }

  g_strchomp (g_strchug (clean->str));

  return g_string_free (g_steal_pointer (&clean), FALSE);
}

GenlockSheet *
genlock_sheet_new (const char *title,
                   const GenlockSheetColumn *columns,
                   guint n_columns)
{
  GenlockSheet *sheet = g_atomic_rc_box_new0 (GenlockSheet);

  sheet->title = genlock_sheet_dup_line (title);
  sheet->columns = columns;
  sheet->n_columns = n_columns;
  sheet->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) free_group);

  return sheet;
}

GenlockSheet *
genlock_sheet_ref (GenlockSheet *sheet)
{
  return g_atomic_rc_box_acquire (sheet);
}

void
genlock_sheet_unref (GenlockSheet *sheet)
{
  g_atomic_rc_box_release_full (sheet, (GDestroyNotify) clear_sheet);
}

GenlockSheetGroup *
genlock_sheet_add_group (GenlockSheet *sheet,
                         const char *title)
{
  GenlockSheetGroup *group = g_new0 (GenlockSheetGroup, 1);

  group->title = title != NULL ? genlock_sheet_dup_line (title) : NULL;
  group->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) free_row);
  g_ptr_array_add (sheet->groups, group);

  return group;
}

GenlockSheetRow *
genlock_sheet_add_row (GenlockSheet *sheet,
                       GenlockSheetGroup *group)
{
  GenlockSheetRow *row = g_malloc0 (sizeof (GenlockSheetRow) + sheet->n_columns * sizeof (char *));

  row->n_cells = sheet->n_columns;
  g_ptr_array_add (group->rows, row);

  return row;
}

void
genlock_sheet_row_take (GenlockSheetRow *row,
                        guint column,
                        char *text)
{
  genlock_sheet_row_set (row, column, text);
  g_free (text);
}

void
genlock_sheet_row_set (GenlockSheetRow *row,
                       guint column,
                       const char *text)
{
  g_return_if_fail (column < row->n_cells);

  g_free (row->cells[column]);
  row->cells[column] = text != NULL ? genlock_sheet_dup_line (text) : NULL;
}

const char *
genlock_sheet_row_get (const GenlockSheetRow *row,
                       guint column)
{
  return column < row->n_cells && row->cells[column] != NULL ? row->cells[column] : "";
}

guint
genlock_sheet_count_rows (const GenlockSheet *sheet)
{
  guint n = 0;

  for (guint i = 0; i < sheet->groups->len; i++)
    n += ((GenlockSheetGroup *) sheet->groups->pdata[i])->rows->len;

  return n;
}

static void
write_row (GString *csv,
           const GenlockSheet *sheet,
           const GenlockSheetRow *row)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].content == GENLOCK_SHEET_NUMBER)
      genlock_csv_write_number (csv, genlock_sheet_row_get (row, i), ',');
    else
      genlock_csv_write_cell (csv, genlock_sheet_row_get (row, i), ',');
  genlock_csv_write_end_row (csv);
}

GString *
genlock_sheet_print_csv (const GenlockSheet *sheet)
{
  GString *csv = g_string_new (BYTE_ORDER_MARK);
  gboolean grouped = sheet->group_heading != NULL;

  if (grouped)
    genlock_csv_write_cell (csv, _(sheet->group_heading), ',');
  for (guint i = 0; i < sheet->n_columns; i++)
    genlock_csv_write_cell (csv, _(sheet->columns[i].heading), ',');
  genlock_csv_write_end_row (csv);

  for (guint i = 0; i < sheet->groups->len; i++)
    {
      const GenlockSheetGroup *group = sheet->groups->pdata[i];

      for (guint j = 0; j < group->rows->len; j++)
        {
          const GenlockSheetRow *row = group->rows->pdata[j];

          /* A spreadsheet sums up by itself. */
          if (row->is_total)
            continue;
          if (grouped)
            genlock_csv_write_cell (csv, group->title, ',');
          write_row (csv, sheet, row);
        }
    }

  return csv;
}
