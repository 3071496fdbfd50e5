/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things go on paper: sizes of paper, widths of columns, rows to pages. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "interchange/genlock-sheet-pages.h"

/* Halvings of a range: far below what a printer shows. */
#define N_STEPS 60

#define POINTS_PER_MM (72.0 / 25.4)

/* ISO 216 and ANSI/ASME Y14.1. */
static const struct
{
  const char *name;
  double width;
  double height;
} papers[GENLOCK_SHEET_N_PAPERS] = {
  [GENLOCK_SHEET_A4] = { "A4", 210 * POINTS_PER_MM, 297 * POINTS_PER_MM },
  [GENLOCK_SHEET_A3] = { "A3", 297 * POINTS_PER_MM, 420 * POINTS_PER_MM },
  [GENLOCK_SHEET_LETTER] = { "Letter", 612, 792 },
  [GENLOCK_SHEET_TABLOID] = { "Tabloid", 792, 1224 },
};

const char *
genlock_sheet_paper_get_name (GenlockSheetPaper paper)
{
  return papers[paper].name;
}

gboolean
genlock_sheet_paper_find (const char *name,
                          GenlockSheetPaper *paper)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (g_ascii_strcasecmp (papers[i].name, name) == 0)
      {
        *paper = i;
        return TRUE;
      }

  return FALSE;
}

void
genlock_sheet_paper_get_size (GenlockSheetPaper paper,
                              double *width,
                              double *height)
{
  *width = papers[paper].width;
  *height = papers[paper].height;
}

/* What a column takes where a weight of 1 is worth @level. */
static double
get_width (const GenlockSheetWidth *column,
           double level)
{
  return CLAMP (column->weight * level, column->minimum, column->natural);
}

static void
squeeze (const GenlockSheetWidth *columns,
         guint n_columns,
         double available,
         double *widths)
{
  double low = 0.0;
  double high = 0.0;

  for (guint i = 0; i < n_columns; i++)
    if (columns[i].weight > 0.0)
      high = MAX (high, columns[i].natural / columns[i].weight);

  for (guint step = 0; step < N_STEPS; step++)
    {
      double level = (low + high) / 2;
      double sum = 0.0;

      for (guint i = 0; i < n_columns; i++)
        sum += get_width (&columns[i], level);
      if (sum > available)
        high = level;
      else
        low = level;
    }

  for (guint i = 0; i < n_columns; i++)
    widths[i] = get_width (&columns[i], low);
}

void
genlock_sheet_fit_widths (const GenlockSheetWidth *columns,
                          guint n_columns,
                          double available,
                          double *widths)
{
  double minimum = 0.0;
  double natural = 0.0;
  double weight = 0.0;

  for (guint i = 0; i < n_columns; i++)
    {
      minimum += columns[i].minimum;
      natural += columns[i].natural;
      weight += columns[i].weight;
    }

  if (minimum >= available && minimum > 0.0)
    {
      for (guint i = 0; i < n_columns; i++)
        widths[i] = columns[i].minimum * available / minimum;
      return;
    }

  if (natural > available)
    {
      squeeze (columns, n_columns, available, widths);
      return;
    }

  for (guint i = 0; i < n_columns; i++)
    widths[i] = columns[i].natural
                + (weight > 0.0 ? (available - natural) * columns[i].weight / weight : 0.0);
}

/* A block wants to be whole; a heading takes the row below it along. */
static double
get_needed (const GenlockSheetItem *items,
            guint n_items,
            guint index)
{
  double needed = items[index].height;

  if (items[index].row < 0 && index + 1 < n_items && items[index + 1].row >= 0)
    needed += items[index + 1].height;

  return MAX (needed, items[index].block);
}

GArray *
genlock_sheet_paginate (const GenlockSheetItem *items,
                        guint n_items,
                        double height)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (GenlockSheetSpan));
  GenlockSheetSpan span = { 0, 0, -1 };
  int heading = -1;
  double used = 0.0;

  for (guint i = 0; i < n_items; i++)
    {
      const GenlockSheetItem *item = &items[i];

      if (span.n_items > 0 && used + get_needed (items, n_items, i) > height)
        {
          g_array_append_val (spans, span);
          span = (GenlockSheetSpan) { i, 0, -1 };
          used = 0.0;
          if (item->row >= 0 && heading >= 0 && items[heading].group == item->group)
            {
              span.heading = heading;
              used = items[heading].height;
            }
        }

      if (item->row < 0)
        heading = (int) i;
      span.n_items++;
      used += item->height;
    }

  g_array_append_val (spans, span);

  return spans;
}
