/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cables look, and what is written on them. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/common/genlock-glyph.h"
#include "ui/patch/genlock-patch-draw-private.h"

/* In pixels at 100 %. */
#define COUNT 24
#define TAG_ROOM 96
#define TAG_HEIGHT 16
#define TICK 8
#define HANDLE 5

/* Below this zoom nobody could tell what a number belongs to. */
#define MIN_COUNT_ZOOM 0.12

/* A cable so long, in pixels at 100 %, says its label at its origin too. */
#define LONG 900

/* How much thicker a group is. */
#define GROUP 2.5

typedef GenlockPatchLine Line;

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

static const double widths[] = {
  [SOLID] = 2, [THICK] = 3.5, [DASHED] = 2.25, [DOUBLE] = 5, [DOTTED] = 2.5, [THIN] = 1,
};

/* In pixels at 100 %, of a line that is drawn as thick as it is. */
#define INNER 1.5
#define DASH 10
#define DASH_GAP 5
#define DOT_GAP 6

static void
get_stroke_color (const GenlockPatchPen *pen,
                  GenlockConnectorFamily family,
                  GdkRGBA *color)
{
  *color = pen->text;
  if (!genlock_glyph_get_color (family, pen->dark, color))
    color->alpha = strokes[family] == THIN ? 0.55f : 0.8f;
}

/* The same as stroke_family() for one curve seen from afar; FALSE where that cannot be done. */
static gboolean
draw_thin (const GenlockPatchPen *pen,
           const GenlockPatchCurve *curve,
           GenlockConnectorFamily family,
           double unit)
{
  Stroke stroke = strokes[family];
  double width = widths[stroke] * unit;
  double on = stroke == DASHED ? DASH * unit : stroke == DOTTED ? width : 0;
  double off = stroke == DASHED ? DASH_GAP * unit : stroke == DOTTED ? DOT_GAP * unit - width : 0;
  GdkRGBA color;

  get_stroke_color (pen, family, &color);
  if (pen->high_contrast)
    color.alpha = 1;
  if (!genlock_patch_draw_thin (pen->cr, curve, &color, width, on, off))
    return FALSE;

  return stroke != DOUBLE
         || genlock_patch_draw_thin (pen->cr, curve, &pen->canvas, INNER * unit, 0, 0);
}

/* Strokes the path and forgets it. */
static void
stroke_family (const GenlockPatchPen *pen,
               GenlockConnectorFamily family,
               double unit,
               double thickness)
{
  const double dash[] = { DASH * unit, DASH_GAP * unit };
  const double dots[] = { 0, DOT_GAP * unit * thickness };
  Stroke stroke = strokes[family];
  GdkRGBA color;

  get_stroke_color (pen, family, &color);
  cairo_set_line_width (pen->cr, widths[stroke] * unit * thickness);
  cairo_set_line_cap (pen->cr, stroke == DOTTED ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT);
  if (stroke == DASHED)
    cairo_set_dash (pen->cr, dash, G_N_ELEMENTS (dash), 0);
  else if (stroke == DOTTED)
    cairo_set_dash (pen->cr, dots, G_N_ELEMENTS (dots), 0);
  genlock_patch_set_color (pen, &color, 1);
  cairo_stroke_preserve (pen->cr);
  if (stroke == DOUBLE)
    {
      genlock_patch_set_color (pen, &pen->canvas, 1);
      cairo_set_line_width (pen->cr, INNER * unit * thickness);
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
  stroke_family (pen, family, 1 / MIN (1, pen->zoom * 1.5), 1);
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
  genlock_patch_set_color (pen, &pen->canvas, 1);
  cairo_set_line_width (cr, 3);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke_preserve (cr);
  genlock_patch_set_color (pen, error ? &pen->error : &pen->warning, 1);
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
  double size = MAX (COUNT, ceil (GENLOCK_PATCH_MIN_TEXT / pen->zoom));
  g_autofree char *text = NULL;

  if (pen->zoom < MIN_COUNT_ZOOM)
    return;

  text = g_strdup_printf ("%u", n);
  cairo_new_path (pen->cr);
  cairo_arc (pen->cr, x, y, size * 0.75, 0, 2 * G_PI);
  genlock_patch_set_color (pen, &pen->canvas, 1);
  cairo_fill (pen->cr);
  genlock_patch_draw_text (pen, &(Line) { text, x - size, y, 2 * size, size, PANGO_WEIGHT_BOLD,
                                          PANGO_ALIGN_CENTER, 1 });
}

/* Labels. */

/* One tick for a cable that lies there, two for one that was tested too. */
static void
draw_ticks (const GenlockPatchPen *pen,
            guint n,
            double x,
            double y)
{
  genlock_patch_set_color (pen, &pen->text, 1);
  cairo_set_line_width (pen->cr, 1.5);
  for (guint i = 0; i < n; i++)
    {
      cairo_move_to (pen->cr, x + i * 5, y);
      cairo_rel_line_to (pen->cr, 2.5, 3);
      cairo_rel_line_to (pen->cr, 5, -7);
    }
  cairo_stroke (pen->cr);
}

/* @right: where it ends. */
static void
draw_tag (const GenlockPatchPen *pen,
          const GenlockPatchCable *cable,
          double right,
          double y)
{
  Line line = { cable->label, 0, y, TAG_ROOM, GENLOCK_PATCH_SMALL, PANGO_WEIGHT_SEMIBOLD,
                PANGO_ALIGN_LEFT, 0.9 };
  double text = genlock_patch_measure_text (pen, &line);
  guint n_ticks = cable->is_tested ? 2 : cable->is_run;
  double ticks = n_ticks > 0 ? TICK + (n_ticks - 1) * 5 : 0;
  double gap = text > 0 && n_ticks > 0 ? 4 : 0;
  double width = text + gap + ticks + 8;

  if ((text <= 0 && n_ticks == 0) || GENLOCK_PATCH_SMALL * pen->zoom < GENLOCK_PATCH_MIN_TEXT)
    return;

  line.x = right - width + 4;
  genlock_patch_add_rounded (pen->cr, &(GenlockPatchArea) { right - width, y - TAG_HEIGHT / 2.0,
                                                            width, TAG_HEIGHT }, 4);
  genlock_patch_set_color (pen, &pen->canvas, 0.92);
  cairo_fill (pen->cr);
  genlock_patch_draw_text (pen, &line);
  draw_ticks (pen, n_ticks, line.x + text + gap, y);
}

/* At the input, which has one cable only; inputs stand in rows, and so do the labels. */
static void
draw_tags (const GenlockPatchPen *pen,
           const GenlockPatchCable *cable,
           const GenlockPatchPath *path)
{
  const GenlockPatchCurve *first = &path->curves[0];
  const GenlockPatchCurve *last = &path->curves[path->n_curves - 1];
  const GPtrArray *others = cable->from_port->port->out;

  draw_tag (pen, cable, last->x[3] - 8, last->y[3]);
  if (hypot (last->x[3] - first->x[0], last->y[3] - first->y[0]) < LONG || others == NULL
      || others->len > 1 || cable->label == NULL || cable->lead != NULL)
    return;

  draw_tag (pen, cable, first->x[0] + 12
            + MIN (TAG_ROOM, 7 * g_utf8_strlen (cable->label, -1)) + 24, first->y[0]);
}

static void
draw_group_mark (const GenlockPatchPen *pen,
                 guint n,
                 double x,
                 double y)
{
  /* Translators: how many cables lie together as one */
  g_autofree char *text = g_strdup_printf (_("×%u"), n);
  Line line = { text, x - 16, y, 32, GENLOCK_PATCH_NORMAL, PANGO_WEIGHT_BOLD, PANGO_ALIGN_CENTER,
                1 };

  if (GENLOCK_PATCH_NORMAL * pen->zoom < GENLOCK_PATCH_MIN_TEXT)
    return;

  genlock_patch_add_rounded (pen->cr, &(GenlockPatchArea) { x - 14, y - 10, 28, 20 }, 10);
  genlock_patch_set_color (pen, &pen->canvas, 1);
  cairo_fill_preserve (pen->cr);
  genlock_patch_set_color (pen, &pen->text, 0.5);
  cairo_set_line_width (pen->cr, 1);
  cairo_stroke (pen->cr);
  genlock_patch_draw_text (pen, &line);
}

/* Stubs. */

static void
draw_flag (const GenlockPatchPen *pen,
           const GenlockPatchCable *cable,
           GenlockPatchEnd end)
{
  g_autofree char *name = NULL;
  g_autofree char *text = NULL;
  GenlockPatchArea area;
  GdkRGBA color;

  genlock_patch_cable_get_flag (cable, end, &area);
  genlock_patch_get_family_color (pen, cable->family, &color);
  genlock_patch_add_rounded (pen->cr, &area, 5);
  genlock_patch_set_color (pen, &pen->card, 1);
  cairo_fill_preserve (pen->cr);
  genlock_patch_set_color (pen, cable->is_selected ? &pen->accent : &color, 1);
  cairo_set_line_width (pen->cr, cable->is_selected ? 2 : 1);
  cairo_stroke (pen->cr);
  if (GENLOCK_PATCH_SMALL * pen->zoom < GENLOCK_PATCH_MIN_TEXT)
    return;

  name = genlock_patch_cable_dup_far_end (cable, end);
  /* The arrow comes first, since the name may be cut. */
  text = g_strconcat (end == GENLOCK_PATCH_FROM_END ? "→ " : "← ", name, NULL);
  genlock_patch_draw_text (pen, &(Line) { text, area.x + 5, area.y + area.height / 2,
                                          area.width - 10, GENLOCK_PATCH_SMALL,
                                          PANGO_WEIGHT_NORMAL,
                                          end == GENLOCK_PATCH_FROM_END ? PANGO_ALIGN_LEFT
                                                                        : PANGO_ALIGN_RIGHT,
                                          0.9 });
}

static void
draw_stub (const GenlockPatchPen *pen,
           const GenlockPatchCable *cable)
{
  GenlockPatchArea area;

  draw_flag (pen, cable, GENLOCK_PATCH_FROM_END);
  draw_flag (pen, cable, GENLOCK_PATCH_TO_END);
  genlock_patch_cable_get_flag (cable, GENLOCK_PATCH_TO_END, &area);
  draw_tag (pen, cable, area.x - (cable->mark > 0 ? 24 : 4), area.y + area.height / 2);
  if (cable->mark > 0)
    genlock_patch_draw_badge (pen, cable->mark == 2, area.x - 12, area.y + area.height / 2);
}

/* Cables. */

static void
draw_halo (const GenlockPatchPen *pen,
           const GenlockPatchPath *path,
           double unit)
{
  for (guint i = 0; i < path->n_curves; i++)
    add_curve (pen->cr, &path->curves[i]);
  genlock_patch_set_color (pen, &pen->accent, 0.35);
  cairo_set_line_width (pen->cr, 10 * unit);
  cairo_set_line_join (pen->cr, CAIRO_LINE_JOIN_ROUND);
  cairo_stroke (pen->cr);
}

static void
draw_path (const GenlockPatchPen *pen,
           const GenlockPatchCable *cable,
           const GenlockPatchPath *path,
           double unit)
{
  guint end = path->first_shared + path->n_shared;

  if (pen->folded && path->n_curves == 1
      && draw_thin (pen, &path->curves[0], cable->family, unit))
    return;

  for (guint i = 0; i < path->n_curves; i++)
    if (path->n_shared == 0 || i < path->first_shared || i >= end)
      add_curve (pen->cr, &path->curves[i]);
  stroke_family (pen, cable->family, unit, 1);
  if (path->n_shared == 0 || cable->lead != cable)
    return;

  for (guint i = path->first_shared; i < end; i++)
    add_curve (pen->cr, &path->curves[i]);
  stroke_family (pen, cable->family, unit, GROUP);
}

static void
draw_crosspoint (const GenlockPatchPen *pen,
                 const GenlockPatchCable *cable,
                 const GenlockPatchPath *path)
{
  add_curve (pen->cr, &path->curves[0]);
  genlock_patch_set_color (pen, &pen->text, cable->is_selected || cable->is_lit ? 0.7 : 0.16);
  cairo_set_line_width (pen->cr, 1.25);
  cairo_stroke (pen->cr);
}

void
genlock_patch_draw_cable (const GenlockPatchPen *pen,
                          const GenlockPatchCable *cable)
{
  double unit = 1 / MIN (1, pen->zoom * 1.5);
  GenlockPatchPath path;

  if (!genlock_patch_cable_is_shown (cable, pen->folded))
    return;

  genlock_patch_cable_get_path (cable, pen->folded, &path);
  if (cable->is_selected)
    draw_halo (pen, &path, unit);
  if (genlock_patch_cable_is_inside (cable))
    {
      draw_crosspoint (pen, cable, &path);
      return;
    }

  draw_path (pen, cable, &path, unit);
}

/* The one that was taken hold of last is full. */
void
genlock_patch_draw_handles (const GenlockPatchPen *pen,
                            const GenlockPatchCable *cable)
{
  double unit = 1 / MIN (1, pen->zoom * 1.5);

  if (pen->folded || cable->is_stub)
    return;

  for (guint i = 0; i < genlock_patch_cable_get_view (cable)->n_waypoints; i++)
    {
      gboolean is_active = cable->active == i + 1;
      double x, y;

      genlock_patch_cable_get_waypoint (cable, i, &x, &y);
      cairo_new_path (pen->cr);
      cairo_arc (pen->cr, x, y, HANDLE * unit, 0, 2 * G_PI);
      genlock_patch_set_color (pen, is_active ? &pen->accent : &pen->canvas, 1);
      cairo_fill_preserve (pen->cr);
      genlock_patch_set_color (pen, &pen->accent, 1);
      cairo_set_line_width (pen->cr, 2 * unit);
      cairo_stroke (pen->cr);
    }
}

void
genlock_patch_draw_words (const GenlockPatchPen *pen,
                          const GenlockPatchCable *cable)
{
  GenlockPatchPath path;
  double x, y;

  if (!genlock_patch_cable_is_shown (cable, pen->folded) || genlock_patch_cable_is_inside (cable))
    return;
  if (cable->is_stub)
    {
      draw_stub (pen, cable);
      return;
    }

  genlock_patch_cable_get_path (cable, pen->folded, &path);
  genlock_patch_path_get_middle (&path, &x, &y);
  if (pen->folded)
    {
      if (cable->n_bundled > 1)
        draw_count (pen, cable->n_bundled, x, y);
      return;
    }

  draw_tags (pen, cable, &path);
  if (cable->lead == cable)
    draw_group_mark (pen, cable->n_grouped, x, y);
  if (cable->mark > 0 && cable->lead != NULL)
    genlock_patch_draw_badge (pen, cable->mark == 2, path.curves[0].x[0] + 14,
                              path.curves[0].y[0]);
  else if (cable->mark > 0)
    genlock_patch_draw_badge (pen, cable->mark == 2, x, y);
}
