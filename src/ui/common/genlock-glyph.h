/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of connectors, told apart by shape first and colour second. */

#pragma once

#include <gtk/gtk.h>

#include "core/model/genlock-connector-family.h"

G_BEGIN_DECLS

/**
 * genlock_glyph_snapshot:
 * @family: what it plugs into: SDI is a ring, HDMI and DVI a trapezoid, DisplayPort a rectangle
 *   with a corner off, USB-C a pill, fibre a hexagon, networks a square, radio a diamond, anything
 *   else a dot
 * @snapshot: where it is drawn
 * @x: its left edge, in pixels
 * @y: its top
 * @size: its width and height
 * @color: of a family that has no colour
 * @dark: whether it stands on a dark ground
 */
void genlock_glyph_snapshot (GenlockConnectorFamily family,
                             GtkSnapshot *snapshot,
                             double x,
                             double y,
                             double size,
                             const GdkRGBA *color,
                             gboolean dark);

/* Whether the family has a colour of its own, which @color then is. */
gboolean genlock_glyph_get_color (GenlockConnectorFamily family,
                                  gboolean dark,
                                  GdkRGBA *color);

/* genlock_glyph_snapshot() where several are drawn as one; @filled: something is plugged in. */
void genlock_glyph_draw (GenlockConnectorFamily family,
                         cairo_t *cr,
                         double x,
                         double y,
                         double size,
                         const GdkRGBA *color,
                         gboolean dark,
                         gboolean filled);

G_END_DECLS
