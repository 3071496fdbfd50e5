/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How boxes and cables look. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/common/genlock-glyph.h"
#include "ui/patch/genlock-patch-draw.h"

/* In pixels at 100 %. */
#define RADIUS 12
#define PADDING 12
#define GLYPH 12
#define SMALL 10.5
#define NORMAL 12
#define NAME 14
#define FOLDED 30
#define COUNT 24

/* Text is never drawn smaller than this, in pixels of the screen. */
#define MIN_TEXT 7

/* Nobody reads more of a line, and others may write anything. */
#define MAX_LETTERS 120

typedef struct
{
  const char *text;
  double x;
  double y;     /* its middle */
  double width; /* what does not fit ends in an ellipsis */
  double size;
  PangoWeight weight;
  PangoAlignment alignment;
  double alpha;
} Line;

GHashTable *
genlock_patch_layouts_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
}

static void
set_color (const GenlockPatchPen *pen,
           const GdkRGBA *color,
           double alpha)
{
  cairo_set_source_rgba (pen->cr, color->red, color->green, color->blue,
                         pen->high_contrast && alpha > 0.3 ? 1 : alpha * color->alpha);
}

/* Text. */

static PangoLayout *
make_layout (const GenlockPatchPen *pen,
             const Line *line)
{
  PangoLayout *layout = pango_layout_new (pen->context);
  PangoFontDescription *font =
    pango_font_description_copy (pango_context_get_font_description (pen->context));
  g_autofree char *valid = g_utf8_make_valid (line->text, -1);
  g_autofree char *shown = g_utf8_strlen (valid, -1) > MAX_LETTERS
                             ? g_utf8_substring (valid, 0, MAX_LETTERS)
                             : g_steal_pointer (&valid);

  pango_font_description_set_absolute_size (font, line->size * PANGO_SCALE);
  pango_font_description_set_weight (font, line->weight);
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_text (layout, shown, -1);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, (int) (MAX (line->width, 1) * PANGO_SCALE));
  pango_layout_set_alignment (layout, line->alignment);

  return layout;
}

static void
draw_text (const GenlockPatchPen *pen,
           const Line *line)
{
  g_autofree char *key = NULL;
  PangoLayout *layout;
  PangoRectangle extents;

  if (line->text == NULL || *line->text == '\0' || line->size * pen->zoom < MIN_TEXT)
    return;

  key = g_strdup_printf ("%d %d %d %d %.480s", (int) (line->size * 4), (int) line->width,
                         line->weight, line->alignment, line->text);
  layout = g_hash_table_lookup (pen->layouts, key);
  if (layout == NULL)
    {
      layout = make_layout (pen, line);
      g_hash_table_insert (pen->layouts, g_steal_pointer (&key), layout);
    }
  pango_layout_get_extents (layout, NULL, &extents);
  set_color (pen, &pen->text, line->alpha);
  cairo_move_to (pen->cr, line->x, line->y - extents.height / 2.0 / PANGO_SCALE);
  pango_cairo_show_layout (pen->cr, layout);
}

/* Boxes. */

static void
add_rounded (cairo_t *cr,
             double x,
             double y,
             double width,
             double height,
             double radius)
{
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI / 2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI / 2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI / 2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 3 * G_PI / 2);
  cairo_close_path (cr);
}

static void
draw_frame (const GenlockPatchPen *pen,
            const GenlockPatchBox *box)
{
  static const double dashes[] = { 6, 4 };
  double line = 1 / MIN (pen->zoom, 1);

  if (box->is_selected)
    {
      add_rounded (pen->cr, box->x - 4, box->y - 4, box->width + 8, box->height + 8, RADIUS + 4);
      set_color (pen, &pen->accent, 0.25);
      cairo_fill (pen->cr);
    }
  add_rounded (pen->cr, box->x + 0.5, box->y + 0.5, box->width - 1, box->height - 1, RADIUS);
  set_color (pen, &pen->card, 1);
  cairo_fill_preserve (pen->cr);
  if (box->is_selected)
    {
      set_color (pen, &pen->accent, 1);
      cairo_set_line_width (pen->cr, 2 * line);
    }
  else
    {
      set_color (pen, &pen->text, pen->high_contrast ? 0.9 : 0.22);
      cairo_set_line_width (pen->cr, line);
    }
  /* What is not there, or of others. */
  if (box->node->record == NULL)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

static void
draw_head (const GenlockPatchPen *pen,
           const GenlockPatchBox *box)
{
  double width = box->width - 2 * PADDING;
  double head_width = box->detail != NULL ? floor (width * 0.4) : width;

  draw_text (pen, &(Line) { box->head, box->x + PADDING, box->y + 16, head_width, SMALL,
                            PANGO_WEIGHT_SEMIBOLD, PANGO_ALIGN_LEFT, 0.75 });
  if (box->head != NULL)
    draw_text (pen, &(Line) { box->detail, box->x + PADDING + head_width, box->y + 16,
                              width - head_width, SMALL, PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT,
                              0.65 });
  else
    draw_text (pen, &(Line) { box->detail, box->x + PADDING, box->y + 16, width, SMALL,
                              PANGO_WEIGHT_NORMAL, PANGO_ALIGN_LEFT, 0.65 });
  draw_text (pen, &(Line) { box->name, box->x + PADDING, box->y + 35, width, NAME,
                            PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT, 1 });
}

static gboolean
has_links (const GenlockSignalPort *port)
{
  return (port->in != NULL && port->in->len > 0) || (port->out != NULL && port->out->len > 0);
}

static void
draw_port (const GenlockPatchPen *pen,
           const GenlockPatchBox *box,
           const GenlockPatchPort *shown)
{
  const GenlockSignalPort *port = shown->port;
  gboolean both = box->n_inputs > 0 && box->n_inputs < box->ports->len;
  double room = (both ? box->width / 2 : box->width) - PADDING - GLYPH - 8;
  double x = port->is_output ? box->x + box->width : box->x;
  double y = box->y + shown->y;
  double inward = port->is_output ? -1 : 1;
  double glyph = port->is_output ? x - PADDING - GLYPH + 2 : x + PADDING - 2;
  double text = port->is_output ? x - PADDING - GLYPH - 4 - room : x + PADDING + GLYPH + 4;
  GenlockConnectorFamily family =
    port->connector != NULL ? port->connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;

  if (has_links (port))
    {
      GdkRGBA color = pen->text;

      genlock_glyph_get_color (family, pen->dark, &color);
      set_color (pen, &color, 1);
      cairo_rectangle (pen->cr, x, y - 3, inward * 6, 6);
      cairo_fill (pen->cr);
    }
  genlock_glyph_draw (family, pen->cr, glyph, y - GLYPH / 2.0, GLYPH, &pen->text, pen->dark);
  draw_text (pen, &(Line) { shown->label, text, y, room, NORMAL, PANGO_WEIGHT_NORMAL,
                            port->is_output ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                            has_links (port) ? 1 : 0.7 });
}

static void
draw_folded (const GenlockPatchPen *pen,
             const GenlockPatchBox *box)
{
  const char *text = box->head != NULL && pen->zoom < 0.3 ? box->head : box->name;
  /* As large as it has to be to be read, where the box has room for that. */
  double size = CLAMP (MIN_TEXT / pen->zoom + 1, FOLDED * 0.8, box->height * 0.6);

  draw_text (pen, &(Line) { text, box->x + PADDING / 2.0, box->y + box->height / 2,
                            box->width - PADDING, floor (size), PANGO_WEIGHT_BOLD,
                            PANGO_ALIGN_CENTER, 1 });
}

void
genlock_patch_draw_box (const GenlockPatchPen *pen,
                        const GenlockPatchBox *box)
{
  draw_frame (pen, box);
  if (pen->folded)
    {
      draw_folded (pen, box);
      return;
    }

  draw_head (pen, box);
  set_color (pen, &pen->text, 0.12);
  cairo_rectangle (pen->cr, box->x + 1, box->y + GENLOCK_PATCH_HEAD - 5, box->width - 2, 1);
  cairo_fill (pen->cr);
  for (guint i = 0; i < box->ports->len; i++)
    draw_port (pen, box, &g_array_index (box->ports, GenlockPatchPort, i));
}

/* Cables. */

typedef enum
{
  SOLID,
  THICK,
  DASHED,
  DOUBLE,
  DOTTED,
  THIN,
} Stroke;

static const Stroke strokes[GENLOCK_N_CONNECTOR_FAMILIES] = {
  [GENLOCK_CONNECTOR_FAMILY_UNKNOWN] = SOLID,
  [GENLOCK_CONNECTOR_FAMILY_SDI] = SOLID,
  [GENLOCK_CONNECTOR_FAMILY_HDMI] = THICK,
  [GENLOCK_CONNECTOR_FAMILY_DVI] = THICK,
  [GENLOCK_CONNECTOR_FAMILY_DP] = DASHED,
  [GENLOCK_CONNECTOR_FAMILY_USB_C] = DASHED,
  [GENLOCK_CONNECTOR_FAMILY_FIBRE] = DOUBLE,
  [GENLOCK_CONNECTOR_FAMILY_SMPTE] = DOUBLE,
  [GENLOCK_CONNECTOR_FAMILY_IP] = DOTTED,
  [GENLOCK_CONNECTOR_FAMILY_WIRELESS] = DOTTED,
  [GENLOCK_CONNECTOR_FAMILY_REF] = THIN,
  [GENLOCK_CONNECTOR_FAMILY_CONTROL] = THIN,
  [GENLOCK_CONNECTOR_FAMILY_POWER] = THIN,
  [GENLOCK_CONNECTOR_FAMILY_ANALOG] = SOLID,
};

static void
add_curve (cairo_t *cr,
           const GenlockPatchCurve *curve)
{
  cairo_move_to (cr, curve->x[0], curve->y[0]);
  cairo_curve_to (cr, curve->x[1], curve->y[1], curve->x[2], curve->y[2], curve->x[3],
                  curve->y[3]);
}

/* Strokes the path and forgets it. */
static void
stroke_family (const GenlockPatchPen *pen,
               GenlockConnectorFamily family,
               double unit)
{
  static const double widths[] = {
    [SOLID] = 2, [THICK] = 3.5, [DASHED] = 2.25, [DOUBLE] = 5, [DOTTED] = 2.5, [THIN] = 1,
  };
  const double dash[] = { 10 * unit, 5 * unit };
  const double dots[] = { 0, 6 * unit };
  Stroke stroke = strokes[family];
  GdkRGBA color = pen->text;

  if (!genlock_glyph_get_color (family, pen->dark, &color))
    color.alpha = stroke == THIN ? 0.55f : 0.8f;
  cairo_set_line_width (pen->cr, widths[stroke] * unit);
  cairo_set_line_cap (pen->cr, stroke == DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (stroke == DASHED)
    cairo_set_dash (pen->cr, dash, G_N_ELEMENTS (dash), 0);
  else if (stroke == DOTTED)
    cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
  set_color (pen, &color, 1);
  cairo_stroke_preserve (pen->cr);
  if (stroke == DOUBLE)
    {
      set_color (pen, &pen->canvas, 1);
      cairo_set_line_width (pen->cr, 1.5 * unit);
      cairo_stroke_preserve (pen->cr);
    }
  cairo_set_dash (pen->cr, NULL, 0, 0);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
  cairo_new_path (pen->cr);
}

void
genlock_patch_draw_curve (const GenlockPatchPen *pen,
                          const GenlockPatchCurve *curve,
                          GenlockConnectorFamily family)
{
  add_curve (pen->cr, curve);
  stroke_family (pen, family, 1 / MIN (1, pen->zoom * 1.5));
}

void
genlock_patch_draw_badge (const GenlockPatchPen *pen,
                          gboolean error,
                          double x,
                          double y)
{
  cairo_t *cr = pen->cr;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_new_path (cr);
  if (error)
    for (int i = 0; i < 8; i++)
      cairo_line_to (cr, 9 * cos ((i + 0.5) * G_PI / 4), 9 * sin ((i + 0.5) * G_PI / 4));
  else
    for (int i = 0; i < 3; i++)
      cairo_line_to (cr, 10 * sin (i * 2 * G_PI / 3), 1.5 - 10 * cos (i * 2 * G_PI / 3));
  cairo_close_path (cr);
  set_color (pen, &pen->canvas, 1);
  cairo_set_line_width (cr, 3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  set_color (pen, error ? &pen->error : &pen->warning, 1);
  cairo_fill (cr);
  gdk_cairo_set_source_rgba (cr, &(GdkRGBA) { error, error, error, 1 });
  cairo_rectangle (cr, -1, -5, 2, 6);
  cairo_rectangle (cr, -1, 3, 2, 2);
  cairo_fill (cr);
  cairo_restore (cr);
}

static void
draw_count (const GenlockPatchPen *pen,
            guint n,
            double x,
            double y)
{
  g_autofree char *text = NULL;

  if (COUNT * pen->zoom < MIN_TEXT)
    return;

  text = g_strdup_printf ("%u", n);
  cairo_arc (pen->cr, x, y, 18, 0, 2 * G_PI);
  set_color (pen, &pen->canvas, 1);
  cairo_fill (pen->cr);
  draw_text (pen, &(Line) { text, x - 20, y, 40, COUNT, PANGO_WEIGHT_BOLD, PANGO_ALIGN_CENTER, 1 });
}

void
genlock_patch_draw_cable (const GenlockPatchPen *pen,
                          const GenlockPatchCable *cable)
{
  gboolean inside = cable->link->part == GENLOCK_SIGNAL_CROSSPOINT;
  double unit = 1 / MIN (1, pen->zoom * 1.5);
  GenlockPatchCurve curve;
  double x, y;

  /* Folded boxes show no crosspoints, and all cables between two of them as one. */
  if (pen->folded && (inside || cable->n_bundled == 0))
    return;

  genlock_patch_cable_get_curve (cable, pen->folded, &curve);
  x = (curve.x[0] + 3 * curve.x[1] + 3 * curve.x[2] + curve.x[3]) / 8;
  y = (curve.y[0] + 3 * curve.y[1] + 3 * curve.y[2] + curve.y[3]) / 8;
  add_curve (pen->cr, &curve);
  if (cable->is_selected)
    {
      set_color (pen, &pen->accent, 0.35);
      cairo_set_line_width (pen->cr, 10 * unit);
      cairo_stroke_preserve (pen->cr);
    }
  if (inside)
    {
      set_color (pen, &pen->text, cable->is_selected || cable->is_lit ? 0.7 : 0.16);
      cairo_set_line_width (pen->cr, 1.25);
      cairo_stroke (pen->cr);
    }
  else
    stroke_family (pen, cable->family, unit);
  if (!pen->folded && cable->mark > 0)
    genlock_patch_draw_badge (pen, cable->mark == 2, x, y);
  else if (pen->folded && cable->n_bundled > 1)
    draw_count (pen, cable->n_bundled, x, y);
}
