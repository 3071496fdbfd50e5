/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How boxes and cables look. */

#pragma once

#include <gtk/gtk.h>

#include "signal/genlock-signal-rules.h"
#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/* What is not on the path of what is selected. */
#define GENLOCK_PATCH_DIM 0.35

/**
 * GenlockPatchPen:
 * @cr: where it is drawn, in pixels at 100 %
 * @context: the fonts
 * @layouts: lines of text that were laid out before, kept from one picture to the next; good for
 *   as long as @context is what it was
 * @check: (nullable): what formats arrive at ports
 * @zoom: how large it is shown
 * @canvas: the colour of the ground
 * @card: of boxes
 * @text: of words
 * @accent: of what is selected
 * @warning: of warnings
 * @error: of errors
 * @dark: whether the ground is dark
 * @high_contrast: whether nothing may be faint
 * @folded: whether ports are folded into their boxes
 */
typedef struct
{
  cairo_t *cr;
  PangoContext *context;
  GHashTable *layouts;
  GenlockSignalCheck *check;
  double zoom;
  GdkRGBA canvas;
  GdkRGBA card;
  GdkRGBA text;
  GdkRGBA accent;
  GdkRGBA warning;
  GdkRGBA error;
  gboolean dark;
  gboolean high_contrast;
  gboolean folded;
} GenlockPatchPen;

/* (transfer full): for the field of a pen. */
GHashTable *genlock_patch_layouts_new (void);

void genlock_patch_draw_box (const GenlockPatchPen *pen,
                             const GenlockPatchBox *box);

void genlock_patch_draw_cable (const GenlockPatchPen *pen,
                               const GenlockPatchCable *cable);

/* What is written on a cable: above all cables, so that no other one runs through it. */
void genlock_patch_draw_words (const GenlockPatchPen *pen,
                               const GenlockPatchCable *cable);

/* Where a selected cable can be taken hold of. */
void genlock_patch_draw_handles (const GenlockPatchPen *pen,
                                 const GenlockPatchCable *cable);

/* A cable that is being laid. */
void genlock_patch_draw_curve (const GenlockPatchPen *pen,
                               const GenlockPatchCurve *curve,
                               GenlockConnectorFamily family);

/* The sign of a warning or an error with its middle at (@x, @y). */
void genlock_patch_draw_badge (const GenlockPatchPen *pen,
                               gboolean error,
                               double x,
                               double y);

G_END_DECLS
