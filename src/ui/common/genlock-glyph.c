/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of connectors, told apart by shape first and colour second. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-glyph.h"

/* After Okabe and Ito, for eyes that tell few colours apart: on light, on dark. */
static const char * const colors[GENLOCK_N_CONNECTOR_FAMILIES][2] = {
  [GENLOCK_CONNECTOR_FAMILY_SDI] = { "#0072b2", "#56b4e9" },
  [GENLOCK_CONNECTOR_FAMILY_HDMI] = { "#d55e00", "#e69f00" },
  [GENLOCK_CONNECTOR_FAMILY_DVI] = { "#d55e00", "#e69f00" },
  [GENLOCK_CONNECTOR_FAMILY_DP] = { "#9c4f86", "#cc79a7" },
  [GENLOCK_CONNECTOR_FAMILY_USB_C] = { "#9c4f86", "#cc79a7" },
  [GENLOCK_CONNECTOR_FAMILY_FIBRE] = { "#00785a", "#2ec4a0" },
  [GENLOCK_CONNECTOR_FAMILY_SMPTE] = { "#00785a", "#2ec4a0" },
  [GENLOCK_CONNECTOR_FAMILY_IP] = { "#5e6a00", "#c9d11b" },
  [GENLOCK_CONNECTOR_FAMILY_WIRELESS] = { "#5e6a00", "#c9d11b" },
};

/* Corners within a unit square. */
static void
add_corners (cairo_t *cr,
             const double (*corners)[2],
             guint n)
{
  for (guint i = 0; i < n; i++)
    cairo_line_to (cr, corners[i][0], corners[i][1]);

  cairo_close_path (cr);
}

static void
add_path (cairo_t *cr,
          GenlockConnectorFamily family)
{
  static const double trapezoid[][2] = { { 0, 0.2 }, { 1, 0.2 }, { 0.8, 0.8 }, { 0.2, 0.8 } };
  static const double clipped[][2] = { { 0, 0.2 }, { 1, 0.2 }, { 1, 0.8 }, { 0.3, 0.8 },
                                       { 0, 0.55 } };
  static const double hexagon[][2] = { { 0.25, 0.08 }, { 0.75, 0.08 }, { 1, 0.5 },
                                       { 0.75, 0.92 }, { 0.25, 0.92 }, { 0, 0.5 } };
  static const double square[][2] = { { 0.1, 0.1 }, { 0.9, 0.1 }, { 0.9, 0.9 }, { 0.1, 0.9 } };
  static const double diamond[][2] = { { 0.5, 0 }, { 1, 0.5 }, { 0.5, 1 }, { 0, 0.5 } };

  switch (family)
    {
    case GENLOCK_CONNECTOR_FAMILY_UNKNOWN:
    case GENLOCK_CONNECTOR_FAMILY_REF:
    case GENLOCK_CONNECTOR_FAMILY_CONTROL:
    case GENLOCK_CONNECTOR_FAMILY_POWER:
    case GENLOCK_CONNECTOR_FAMILY_ANALOG:
      cairo_arc (cr, 0.5, 0.5, 0.2, 0, 2 * G_PI);
      break;

    case GENLOCK_CONNECTOR_FAMILY_SDI:
      cairo_arc (cr, 0.5, 0.5, 0.46, 0, 2 * G_PI);
      cairo_new_sub_path (cr);
      cairo_arc (cr, 0.5, 0.5, 0.08, 0, 2 * G_PI);
      break;

    case GENLOCK_CONNECTOR_FAMILY_HDMI:
    case GENLOCK_CONNECTOR_FAMILY_DVI:
      add_corners (cr, trapezoid, G_N_ELEMENTS (trapezoid));
      break;

    case GENLOCK_CONNECTOR_FAMILY_DP:
      add_corners (cr, clipped, G_N_ELEMENTS (clipped));
      break;

    case GENLOCK_CONNECTOR_FAMILY_USB_C:
      cairo_arc (cr, 0.25, 0.5, 0.22, G_PI / 2, 3 * G_PI / 2);
      cairo_arc (cr, 0.75, 0.5, 0.22, -G_PI / 2, G_PI / 2);
      cairo_close_path (cr);
      break;

    case GENLOCK_CONNECTOR_FAMILY_FIBRE:
    case GENLOCK_CONNECTOR_FAMILY_SMPTE:
      add_corners (cr, hexagon, G_N_ELEMENTS (hexagon));
      break;

    case GENLOCK_CONNECTOR_FAMILY_IP:
      add_corners (cr, square, G_N_ELEMENTS (square));
      break;

    case GENLOCK_CONNECTOR_FAMILY_WIRELESS:
      add_corners (cr, diamond, G_N_ELEMENTS (diamond));
      break;
    }
}

gboolean
genlock_glyph_get_color (GenlockConnectorFamily family,
                         gboolean dark,
                         GdkRGBA *color)
{
  const char *word = colors[family][dark ? 1 : 0];

  return word != NULL && gdk_rgba_parse (color, word);
}

void
genlock_glyph_draw (GenlockConnectorFamily family,
                    cairo_t *cr,
                    double x,
                    double y,
                    double size,
                    const GdkRGBA *color,
                    gboolean dark,
                    gboolean filled)
{
  GdkRGBA own = *color;

  genlock_glyph_get_color (family, dark, &own);

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, size, size);
  cairo_new_path (cr);
  add_path (cr, family);
  cairo_restore (cr);

  gdk_cairo_set_source_rgba (cr, &own);
  if (filled)
    {
      /* The pin of a ring stays a hole. */
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_EVEN_ODD);
      cairo_fill_preserve (cr);
      cairo_set_fill_rule (cr, CAIRO_FILL_RULE_WINDING);
    }
  cairo_set_line_width (cr, 1.5);
  cairo_stroke (cr);
}

void
genlock_glyph_snapshot (GenlockConnectorFamily family,
                        GtkSnapshot *snapshot,
                        double x,
                        double y,
                        double size,
                        const GdkRGBA *color,
                        gboolean dark)
{
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (x - 1, y - 1, size + 2,
                                                                          size + 2));

  genlock_glyph_draw (family, cr, x, y, size, color, dark, FALSE);
  cairo_destroy (cr);
}
