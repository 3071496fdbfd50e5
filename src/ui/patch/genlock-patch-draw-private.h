/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawing boxes and cables has in common: text, colours and shapes. */

#pragma once

#include "ui/patch/genlock-patch-draw.h"

G_BEGIN_DECLS

/* Sizes of text, in pixels at 100 %. */
#define GENLOCK_PATCH_SMALL 10.5
#define GENLOCK_PATCH_NORMAL 12
#define GENLOCK_PATCH_NAME 14

/* Text is never drawn smaller than this, in pixels of the screen. */
#define GENLOCK_PATCH_MIN_TEXT 7

/**
 * GenlockPatchLine:
 * @text: (nullable): what is written; nothing for %NULL
 * @x: the left edge of its room
 * @y: its middle
 * @width: its room; what does not fit ends in an ellipsis
 * @size: of the letters
 * @alpha: how strong it is
 */
typedef struct
{
  const char *text;
  double x;
  double y;
  double width;
  double size;
  PangoWeight weight;
  PangoAlignment alignment;
  double alpha;
} GenlockPatchLine;

/**
 * genlock_patch_draw_thin:
 * @cr: draws into an image without a clip; its user space is not turned
 * @curve: in user space
 * @color: its colour
 * @width: of the curve
 * @on: so long are its dashes
 * @off: so far apart; 0 for none
 *
 * Returns: FALSE where @cr draws elsewhere: nothing was drawn
 */
gboolean genlock_patch_draw_thin (cairo_t *cr,
                                  const GenlockPatchCurve *curve,
                                  const GdkRGBA *color,
                                  double width,
                                  double on,
                                  double off);

void genlock_patch_set_color (const GenlockPatchPen *pen,
                              const GdkRGBA *color,
                              double alpha);

/* Not where it would be too small to be read. */
void genlock_patch_draw_text (const GenlockPatchPen *pen,
                              const GenlockPatchLine *line);

/* How wide the text is within its room; 0 where it would not be drawn. */
double genlock_patch_measure_text (const GenlockPatchPen *pen,
                                   const GenlockPatchLine *line);

/* Adds a rectangle with round corners to the path. */
void genlock_patch_add_rounded (cairo_t *cr,
                                const GenlockPatchArea *area,
                                double radius);

/* The colour of a family on the ground of the pen. */
void genlock_patch_get_family_color (const GenlockPatchPen *pen,
                                     GenlockConnectorFamily family,
                                     GdkRGBA *color);

G_END_DECLS
