/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What measuring a sheet and drawing it share. */

#pragma once

#include <pango/pangocairo.h>

#include "interchange/genlock-sheet-layout.h"
#include "interchange/genlock-sheet-tiles.h"

G_BEGIN_DECLS

/* All lengths are in points. */
#define GENLOCK_SHEET_PADDING_X 3.0
#define GENLOCK_SHEET_PADDING_Y 2.0
#define GENLOCK_SHEET_BOX_SIZE 7.5
#define GENLOCK_SHEET_TITLE_HEIGHT 24.0
#define GENLOCK_SHEET_FIELDS_HEIGHT 29.0
#define GENLOCK_SHEET_TITLE_GAP 8.0

typedef enum
{
  GENLOCK_SHEET_FONT_CELL,
  GENLOCK_SHEET_FONT_STRONG,
  GENLOCK_SHEET_FONT_HEADING,
  GENLOCK_SHEET_FONT_GROUP,
  GENLOCK_SHEET_FONT_TITLE,
  GENLOCK_SHEET_FONT_LABEL,
  GENLOCK_SHEET_FONT_FIELD,
  GENLOCK_SHEET_FONT_BOX,
  GENLOCK_SHEET_FONT_PORT,
  GENLOCK_SHEET_FONT_WIRE,
} GenlockSheetFont;

#define GENLOCK_SHEET_N_FONTS (GENLOCK_SHEET_FONT_WIRE + 1)

/* Below a drawing: what its lines mean. */
#define GENLOCK_SHEET_LEGEND_HEIGHT 14.0

/**
 * GenlockSheetTrack:
 * @column: the column of the sheet
 * @second: the column that stands behind it; -1 for none
 * @x: its left edge on the page
 * @width: its width, padding included
 *
 * A column on paper.
 */
typedef struct
{
  guint column;
  int second;
  double x;
  double width;
} GenlockSheetTrack;

struct _GenlockSheetLayout
{
  GenlockSheet *sheet;    /* owned */
  GenlockSheetPage page;
  char *client;           /* owned, nullable; so are the next */
  char *show;
  char *venue;
  char *room;
  gint64 printed_at;
  guint revision;
  double width;
  double height;
  double margin;
  double heading_height;
  PangoContext *context;  /* owned */
  PangoFontDescription *fonts[GENLOCK_SHEET_N_FONTS]; /* owned */
  GArray *tracks;         /* owned (element-type GenlockSheetTrack) */
  GArray *items;          /* owned (element-type GenlockSheetItem) */
  GArray *spans;          /* owned (element-type GenlockSheetSpan) */
  GenlockSheetTiles *tiles; /* owned, nullable: of a drawing */
};

/**
 * genlock_sheet_layout_make_text:
 * @layout: a layout
 * @font: which font
 * @text: a line of text
 * @grey: the first byte that is grey; -1 for none
 * @width: where lines end; below 0 for nowhere
 * @n_lines: how many lines at most
 *
 * Returns: (transfer full): the text, set
 */
PangoLayout *genlock_sheet_layout_make_text (const GenlockSheetLayout *layout,
                                             GenlockSheetFont font,
                                             const char *text,
                                             int grey,
                                             double width,
                                             int n_lines);

/* (transfer full): the cell of @row in @track, as genlock_sheet_layout_make_text(). @width: inside
 * of the padding; below 0 for nowhere */
PangoLayout *genlock_sheet_layout_make_cell (const GenlockSheetLayout *layout,
                                             const GenlockSheetTrack *track,
                                             const GenlockSheetRow *row,
                                             double width);

/* The part of the drawing that stands on a page, below @y. */
void genlock_sheet_layout_draw_tile (const GenlockSheetLayout *layout,
                                     cairo_t *cr,
                                     guint page,
                                     double y);

/* Where the page lies among the others, right before @x and above @y. */
void genlock_sheet_layout_draw_map (const GenlockSheetLayout *layout,
                                    cairo_t *cr,
                                    guint page,
                                    double x,
                                    double y);

/* (transfer full): the heading of @track. */
PangoLayout *genlock_sheet_layout_make_heading (const GenlockSheetLayout *layout,
                                                const GenlockSheetTrack *track,
                                                double width);

G_END_DECLS
