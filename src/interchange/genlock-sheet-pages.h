/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where things go on paper: sizes of paper, widths of columns, rows to pages. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* All lengths are in points, 1/72 inch. */

typedef enum
{
  GENLOCK_SHEET_A4,
  GENLOCK_SHEET_A3,
  GENLOCK_SHEET_LETTER,
  GENLOCK_SHEET_TABLOID,
} GenlockSheetPaper;

#define GENLOCK_SHEET_N_PAPERS (GENLOCK_SHEET_TABLOID + 1)

/* (transfer none): "A4", "A3", "Letter", "Tabloid". */
const char *genlock_sheet_paper_get_name (GenlockSheetPaper paper);

/* Returns: whether @name, in any case, is a paper. @paper: (out) */
gboolean genlock_sheet_paper_find (const char *name,
                                   GenlockSheetPaper *paper);

/* The size of an upright sheet. @width: (out) @height: (out) */
void genlock_sheet_paper_get_size (GenlockSheetPaper paper,
                                   double *width,
                                   double *height);

/**
 * GenlockSheetWidth:
 * @minimum: what it cannot do without
 * @natural: what it needs to have each cell on one line, at least @minimum
 * @weight: its share of what is left
 */
typedef struct
{
  double minimum;
  double natural;
  double weight;
} GenlockSheetWidth;

/**
 * genlock_sheet_fit_widths:
 * @columns: (array length=n_columns): what columns want
 * @n_columns: how many
 * @available: what there is
 * @widths: (out caller-allocates) (array length=n_columns): what they get
 *
 * Where there is enough, each gets its natural width and the rest goes by weight. Where there is
 * too little, those that want least are served first; none gets less than its minimum unless the
 * minima alone are too much. They always fill @available, but where no column has a weight.
 */
void genlock_sheet_fit_widths (const GenlockSheetWidth *columns,
                               guint n_columns,
                               double available,
                               double *widths);

/**
 * GenlockSheetItem:
 * @group: which group
 * @row: which row of it; -1 for its heading
 * @height: how high it is
 * @block: how high it is with all that should stand on the same page; 0 for nothing
 */
typedef struct
{
  guint group;
  int row;
  double height;
  double block;
} GenlockSheetItem;

/**
 * GenlockSheetSpan:
 * @first: the first item of the page
 * @n_items: how many stand on it
 * @heading: the item of the heading to repeat above them; -1 for none
 */
typedef struct
{
  guint first;
  guint n_items;
  int heading;
} GenlockSheetSpan;

/**
 * genlock_sheet_paginate:
 * @items: (array length=n_items): what stands below each other
 * @n_items: how many
 * @height: what a page holds
 *
 * No item is split, no heading of a group stands without a row of it at the foot of a page, and a
 * page that begins inside a group that has a heading repeats it. A block
 * that does not fit on what is left of a page begins at the top of one. A row that is higher than
 * a page gets one of its own.
 *
 * Returns: (transfer full) (element-type GenlockSheetSpan): the pages, one at least
 */
GArray *genlock_sheet_paginate (const GenlockSheetItem *items,
                                guint n_items,
                                double height);

G_END_DECLS
