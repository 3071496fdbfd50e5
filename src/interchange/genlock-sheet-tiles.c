/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A drawing that is larger than its paper: which part of it stands on which page. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>

#include "interchange/genlock-sheet-tiles.h"

/* Points for a pixel. Labels of ports are 10 pixels high: 6.6 points, as in the lists. */
#define SCALE 0.66
#define MAX_SCALE 0.9

/* A drawing that takes more is made smaller. */
#define MAX_TILES 400

/* How often a curve is looked at. */
#define N_SAMPLES 64

/* How many pages it takes to cover @length, both in points. */
static guint
count_pages (double length,
             double page)
{
  double step = page - GENLOCK_SHEET_OVERLAP;

  if (length <= page)
    return 1;

  return (guint) MIN (ceil ((length - GENLOCK_SHEET_OVERLAP) / step), 1e6);
}

static void
choose_scale (GenlockSheetTiles *tiles,
              const GenlockSheetDrawing *drawing,
              double width,
              double height)
{
  double fitting = MIN (width / MAX (drawing->width, 1.0), height / MAX (drawing->height, 1.0));

  tiles->scale = fitting >= SCALE ? MIN (fitting, MAX_SCALE) : SCALE;
  for (;;)
    {
      /* A hair, so that what fits does. */
      tiles->n_columns = count_pages (drawing->width * tiles->scale - 0.01, width);
      tiles->n_rows = count_pages (drawing->height * tiles->scale - 0.01, height);
      if ((double) tiles->n_columns * tiles->n_rows <= MAX_TILES)
        return;

      tiles->scale *= 0.9;
    }
}

static guint
clamp_place (double place,
             guint n)
{
  return (guint) CLAMP (place, 0.0, n - 1.0);
}

/* Every page that shows some of the rectangle, in pixels. */
static void
mark (const GenlockSheetTiles *tiles,
      gboolean *used,
      double x,
      double y,
      double width,
      double height)
{
  double overlap = GENLOCK_SHEET_OVERLAP / tiles->scale;
  guint left = clamp_place (floor ((x - overlap) / tiles->step_x), tiles->n_columns);
  guint right = clamp_place (floor ((x + width) / tiles->step_x), tiles->n_columns);
  guint top = clamp_place (floor ((y - overlap) / tiles->step_y), tiles->n_rows);
  guint bottom = clamp_place (floor ((y + height) / tiles->step_y), tiles->n_rows);

  for (guint row = top; row <= bottom; row++)
    for (guint column = left; column <= right; column++)
      used[row * tiles->n_columns + column] = TRUE;
}

static void
mark_wire (const GenlockSheetTiles *tiles,
           gboolean *used,
           const GenlockSheetWire *wire)
{
  for (guint i = 0; i <= N_SAMPLES; i++)
    {
      double t = (double) i / N_SAMPLES;
      double u = 1.0 - t;
      double b[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
      double x = 0.0;
      double y = 0.0;

      for (guint j = 0; j < 4; j++)
        {
          x += b[j] * wire->x[j];
          y += b[j] * wire->y[j];
        }
      mark (tiles, used, x, y, 0.0, 0.0);
    }
}

GenlockSheetTiles *
genlock_sheet_tiles_new (const GenlockSheetDrawing *drawing,
                         double width,
                         double height)
{
  GenlockSheetTiles *tiles = g_new0 (GenlockSheetTiles, 1);
  g_autofree gboolean *used = NULL;

  choose_scale (tiles, drawing, width, height);
  tiles->step_x = (width - GENLOCK_SHEET_OVERLAP) / tiles->scale;
  tiles->step_y = (height - GENLOCK_SHEET_OVERLAP) / tiles->scale;
  tiles->pages = g_array_new (FALSE, FALSE, sizeof (guint));
  used = g_new0 (gboolean, tiles->n_columns * tiles->n_rows);

  for (guint i = 0; i < drawing->boxes->len; i++)
    {
      const GenlockSheetBox *box = &g_array_index (drawing->boxes, GenlockSheetBox, i);

      mark (tiles, used, box->x, box->y, box->width, box->height);
    }
  for (guint i = 0; i < drawing->wires->len; i++)
    mark_wire (tiles, used, &g_array_index (drawing->wires, GenlockSheetWire, i));
  if (drawing->boxes->len == 0)
    used[0] = TRUE;

  for (guint i = 0; i < tiles->n_columns * tiles->n_rows; i++)
    if (used[i])
      g_array_append_val (tiles->pages, i);

  return tiles;
}

void
genlock_sheet_tiles_free (GenlockSheetTiles *tiles)
{
  g_array_unref (tiles->pages);
  g_free (tiles);
}

char *
genlock_sheet_tiles_dup_name (const GenlockSheetTiles *tiles,
                              guint tile)
{
  guint column = tile % tiles->n_columns;
  guint row = tile / tiles->n_columns;

  if (column >= 26)
    return g_strdup_printf ("%c%c%u", 'A' + column / 26 - 1, 'A' + column % 26, row + 1);

  return g_strdup_printf ("%c%u", 'A' + column, row + 1);
}

gboolean
genlock_sheet_tiles_has (const GenlockSheetTiles *tiles,
                         guint tile)
{
  for (guint i = 0; i < tiles->pages->len; i++)
    if (g_array_index (tiles->pages, guint, i) == tile)
      return TRUE;

  return FALSE;
}
