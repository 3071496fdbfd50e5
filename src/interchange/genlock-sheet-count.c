/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cable count: how many cables of which type and length. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "interchange/genlock-sheet-build-private.h"

enum
{
  COLUMN_TYPE,
  COLUMN_LENGTH,
  COLUMN_COUNT,
  COLUMN_TOTAL,
  COLUMN_PACKED,
  COLUMN_BACK,
  COLUMN_NOTE,
  N_COLUMNS,
};

static const GenlockSheetColumn columns[N_COLUMNS] = {
  [COLUMN_TYPE] = { N_("Cable type"), GENLOCK_SHEET_TEXT, 2.0, FALSE, FALSE },
  [COLUMN_LENGTH] = { N_("Length (m)"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [COLUMN_COUNT] = { N_("Count"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [COLUMN_TOTAL] = { N_("Total (m)"), GENLOCK_SHEET_NUMBER, 0.0, FALSE, FALSE },
  [COLUMN_PACKED] = { N_("Packed"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [COLUMN_BACK] = { N_("Returned"), GENLOCK_SHEET_BOX, 0.0, FALSE, FALSE },
  [COLUMN_NOTE] = { N_("Note"), GENLOCK_SHEET_TEXT, 2.0, FALSE, FALSE },
};

/* Lines of a snake are no cables of their own. */
static const char *
get_snake (const GenlockSheetCable *cable)
{
  const char *snake = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_SNAKE);

  return snake != NULL && *snake != '\0' ? snake : NULL;
}

static void
set_metres (GenlockSheetRow *row,
            guint column,
            double metres)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  genlock_sheet_row_set (row, column, g_ascii_formatd (text, sizeof text, "%.10g", metres));
}

static void
add_counts (GenlockSheet *sheet,
            GenlockSheetTally *tally,
            const char *title)
{
  g_autoptr (GPtrArray) counts = genlock_sheet_tally_list (tally);
  GenlockSheetGroup *group;
  GenlockSheetRow *total;
  double metres = 0.0;
  guint n = 0;

  if (counts->len == 0)
    return;

  group = genlock_sheet_add_group (sheet, title);
  for (guint i = 0; i < counts->len; i++)
    {
      const GenlockSheetCount *count = counts->pdata[i];
      GenlockSheetRow *row = genlock_sheet_add_row (sheet, group);

      genlock_sheet_row_set (row, COLUMN_TYPE, count->words[0]);
      genlock_sheet_row_take (row, COLUMN_COUNT, g_strdup_printf ("%u", count->n));
      genlock_sheet_row_set (row, COLUMN_PACKED, "");
      genlock_sheet_row_set (row, COLUMN_BACK, "");
      n += count->n;
      if (count->length < 0.0)
        continue;

      set_metres (row, COLUMN_LENGTH, count->length);
      set_metres (row, COLUMN_TOTAL, count->length * count->n);
      metres += count->length * count->n;
    }

  total = genlock_sheet_add_row (sheet, group);
  total->is_total = TRUE;
  genlock_sheet_row_set (total, COLUMN_TYPE, _("Total"));
  genlock_sheet_row_take (total, COLUMN_COUNT, g_strdup_printf ("%u", n));
  set_metres (total, COLUMN_TOTAL, metres);
}

GenlockSheet *
genlock_sheet_make_count (const GenlockSheetMaker *maker)
{
  GenlockSheet *sheet = genlock_sheet_new (_("Cable count"), columns, N_COLUMNS);
  g_autoptr (GPtrArray) cables = genlock_sheet_list_cables (maker->graph);
  g_autoptr (GenlockSheetTally) loose = genlock_sheet_tally_new ();
  g_autoptr (GenlockSheetTally) lines = genlock_sheet_tally_new ();

  sheet->group_heading = N_("Kind");
  for (guint i = 0; i < cables->len; i++)
    {
      const GenlockSheetCable *cable = cables->pdata[i];
      const char *snake = get_snake (cable);
      const char *type = genlock_record_get_text (cable->record, GENLOCK_CONNECTION_CABLE_TYPE);
      gboolean is_long = genlock_record_has (cable->record, GENLOCK_CONNECTION_LENGTH_M);
      double length = is_long ? genlock_record_get_real (cable->record,
                                                         GENLOCK_CONNECTION_LENGTH_M) : -1.0;

      if (snake != NULL)
        genlock_sheet_tally_add (lines, snake, NULL, NULL, length, NULL);
      else
        genlock_sheet_tally_add (loose, type != NULL && *type != '\0' ? type : _("Type not said"),
                                 NULL, NULL, length, NULL);
    }

  add_counts (sheet, loose, _("Cables"));
  add_counts (sheet, lines, _("Lines in snakes"));

  return sheet;
}
