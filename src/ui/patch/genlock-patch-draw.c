/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What drawing boxes and cables has in common: text, colours and shapes. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-glyph.h"
#include "ui/patch/genlock-patch-draw-private.h"

GHashTable *
genlock_patch_layouts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

void
genlock_patch_set_color (const GenlockPatchPen *pen,
                         const GdkRGBA *color,
                         double alpha)
{
  cairo_set_source_rgba (pen->cr, color->red, color->green, color->blue,
                         pen->high_contrast && alpha > 0.3 ? 1 : alpha * color->alpha);
}

void
genlock_patch_get_family_color (const GenlockPatchPen *pen,
                                GenlockConnectorFamily family,
                                GdkRGBA *color)
{
  *color = pen->text;
  genlock_glyph_get_color (family, pen->dark, color);
}

static PangoLayout *
make_layout (const GenlockPatchPen *pen,
             const GenlockPatchLine *line)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (pen->context));

  pango_font_description_set_absolute_size (font, line->size * PANGO_SCALE);
  pango_font_description_set_weight (font, line->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, line->text, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (line->width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, line->alignment);

  return layout;
}

/* (transfer none) (nullable): %NULL where nothing is to be drawn. */
static PangoLayout *
get_layout (const GenlockPatchPen *pen,
            const GenlockPatchLine *line)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;

  if (line->text == NULL || *line->text == '\0' || line->size * pen->zoom < GENLOCK_PATCH_MIN_TEXT)
    return NULL;

  key = g_strdup_printf ("%d %d %d %d %s", (int) (line->size * 4), (int) line->width, line->weight,
                         line->alignment, line->text);
  layout = g_hash_table_lookup (pen->layouts, key);
  if (layout == NULL)
    {
      layout = make_layout (pen, line);
      g_hash_table_insert (pen->layouts, g_steal_pointer (&key), layout);
    }

  return layout;
}

void
genlock_patch_draw_text (const GenlockPatchPen *pen,
                         const GenlockPatchLine *line)
{
  PangoLayout *layout = get_layout (pen, line);
  PangoRectangle extents;

  if (layout == NULL)
    return;

  pango_layout_get_extents (layout, NULL, &extents);
  genlock_patch_set_color (pen, &pen->text, line->alpha);
  cairo_move_to (pen->cr, line->x, line->y - extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (pen->cr, layout);
}

double
genlock_patch_measure_text (const GenlockPatchPen *pen,
                            const GenlockPatchLine *line)
{
  PangoLayout *layout = get_layout (pen, line);
  PangoRectangle extents;

  if (layout == NULL)
    return 0;

  pango_layout_get_extents (layout, NULL, &extents);

  return MIN (extents.width / (double) PANGO_SCALE, line->width);
}

void
genlock_patch_add_rounded (cairo_t *cr,
                           const GenlockPatchArea *area,
                           double radius)
{
  double right = area->x + area->width;
  double bottom = area->y + area->height;

  cairo_new_sub_path (cr);
  cairo_arc (cr, right - radius, area->y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, right - radius, bottom - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, area->x + radius, bottom - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, area->x + radius, area->y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}
