/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing that is larger than its paper: which part of it stands on which page. */

#pragma once

#include "interchange/genlock-sheet-drawing.h"

G_BEGIN_DECLS

/* What two pages that lie side by side both show, in points. */
#define GENLOCK_SHEET_OVERLAP 24.0

/**
 * GenlockSheetTiles:
 * @scale: points for a pixel of the drawing
 * @n_columns: how many pages lie side by side
 * @n_rows: and below each other
 * @step_x: how much further right the next page begins, in pixels of the drawing
 * @step_y: and how much further down
 * @pages: (element-type guint): the tiles on which something is, row by row: the number of each is
 *   its row times @n_columns plus its column
 */
typedef struct
{
  double scale;
  guint n_columns;
  guint n_rows;
  double step_x;
  double step_y;
  GArray *pages;
} GenlockSheetTiles;

/**
 * genlock_sheet_tiles_new:
 * @drawing: a drawing
 * @width: the room on a page, in points
 * @height: the same
 *
 * On one page where texts stay legible there, else on as many as it takes; never more than a few
 * hundred, however far apart somebody has put two boxes. Pages on which nothing is are left out.
 *
 * Returns: (transfer full): one page at least
 */
GenlockSheetTiles *genlock_sheet_tiles_new (const GenlockSheetDrawing *drawing,
                                            double width,
                                            double height);
void genlock_sheet_tiles_free (GenlockSheetTiles *tiles);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheetTiles, genlock_sheet_tiles_free)

/* (transfer full): "B3": column B, row 3; "AA1" behind "Z1". */
char *genlock_sheet_tiles_dup_name (const GenlockSheetTiles *tiles,
                                    guint tile);

/* Whether @tile has something on it, and so a page. */
gboolean genlock_sheet_tiles_has (const GenlockSheetTiles *tiles,
                                  guint tile);

G_END_DECLS
