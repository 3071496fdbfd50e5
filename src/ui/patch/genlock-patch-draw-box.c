/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How boxes look. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/common/genlock-glyph.h"
#include "ui/patch/genlock-patch-draw-private.h"

/* In pixels at 100 %. */
#define RADIUS 12
#define PADDING 12
#define GLYPH 12
#define FOLDED 30

/* With less room than this a format says nothing, and its gap to the label. */
#define MIN_FORMAT 36
#define GAP 6

typedef GenlockPatchLine Line;

static void
draw_frame (const GenlockPatchPen *pen,
            const GenlockPatchBox *box)
{
  static const double dashes[] = { 6, 4 };
  double line = 1 / MIN (pen->zoom, 1);

  if (box->is_selected)
    {
      genlock_patch_add_rounded (pen->cr, &(GenlockPatchArea) { box->x - 4, box->y - 4,
                                                                box->width + 8, box->height + 8 },
                                 RADIUS + 4);
      genlock_patch_set_color (pen, &pen->accent, 0.25);
      cairo_fill (pen->cr);
    }
  genlock_patch_add_rounded (pen->cr, &(GenlockPatchArea) { box->x + 0.5, box->y + 0.5,
                                                            box->width - 1, box->height - 1 },
                             RADIUS);
  genlock_patch_set_color (pen, &pen->card, 1);
  cairo_fill_preserve (pen->cr);
  if (box->is_selected)
    {
      genlock_patch_set_color (pen, &pen->accent, 1);
      cairo_set_line_width (pen->cr, 2 * line);
    }
  else
    {
      genlock_patch_set_color (pen, &pen->text, pen->high_contrast ? 0.9 : 0.22);
      cairo_set_line_width (pen->cr, line);
    }
  /* What is not there, or of others. */
  if (box->node->record == NULL)
    cairo_set_dash (pen->cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (pen->cr);
  cairo_set_dash (pen->cr, NULL, 0, 0);
}

/* A triangle that points down while the ports are shown. */
static void
draw_toggle (const GenlockPatchPen *pen,
             const GenlockPatchBox *box)
{
  GenlockPatchArea area;
  double x, y;

  if (!genlock_patch_box_has_toggle (box))
    return;

  genlock_patch_box_get_toggle (box, &area);
  x = area.x + area.width / 2;
  y = area.y + area.height / 2;
  if (box->is_collapsed)
    {
      cairo_move_to (pen->cr, x - 2, y - 4);
      cairo_line_to (pen->cr, x + 2, y);
      cairo_line_to (pen->cr, x - 2, y + 4);
    }
  else
    {
      cairo_move_to (pen->cr, x - 4, y - 2);
      cairo_line_to (pen->cr, x, y + 2);
      cairo_line_to (pen->cr, x + 4, y - 2);
    }
  genlock_patch_set_color (pen, &pen->text, 0.6);
  cairo_set_line_width (pen->cr, 1.75);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_ROUND);
  cairo_stroke (pen->cr);
  cairo_set_line_cap (pen->cr, CAIRO_LINE_CAP_BUTT);
}

/* How many ports are left out, so that nobody misses them. Returns the room that takes. */
static double
draw_rest (const GenlockPatchPen *pen,
           const GenlockPatchBox *box)
{
  GenlockPatchArea area;
  g_autofree char *text = NULL;

  if (!genlock_patch_box_get_rest (box, &area))
    return 0;

  text = g_strdup_printf ("+%u", box->n_hidden);
  genlock_patch_draw_text (pen, &(Line) { text, area.x, area.y + area.height / 2, area.width - 4,
                                          GENLOCK_PATCH_SMALL, PANGO_WEIGHT_SEMIBOLD,
                                          PANGO_ALIGN_RIGHT, 0.65 });

  return area.width;
}

static void
draw_head (const GenlockPatchPen *pen,
           const GenlockPatchBox *box)
{
  double width = box->width - 2 * PADDING;
  double head_width = box->detail != NULL ? floor (width * 0.4) : width;
  double rest = draw_rest (pen, box);
  gboolean has_head = box->head != NULL && *box->head != '\0';

  genlock_patch_draw_text (pen, &(Line) { box->head, box->x + PADDING, box->y + 16, head_width,
                                          GENLOCK_PATCH_SMALL, PANGO_WEIGHT_SEMIBOLD,
                                          PANGO_ALIGN_LEFT, 0.75 });
  if (has_head)
    genlock_patch_draw_text (pen, &(Line) { box->detail, box->x + PADDING + head_width,
                                            box->y + 16, width - head_width, GENLOCK_PATCH_SMALL,
                                            PANGO_WEIGHT_NORMAL, PANGO_ALIGN_RIGHT, 0.65 });
  else
    genlock_patch_draw_text (pen, &(Line) { box->detail, box->x + PADDING, box->y + 16, width,
                                            GENLOCK_PATCH_SMALL, PANGO_WEIGHT_NORMAL,
                                            PANGO_ALIGN_LEFT, 0.65 });
  genlock_patch_draw_text (pen, &(Line) { box->name, box->x + PADDING, box->y + 35,
                                          width - 18 - rest, GENLOCK_PATCH_NAME,
                                          PANGO_WEIGHT_BOLD, PANGO_ALIGN_LEFT, 1 });
  draw_toggle (pen, box);
}

/* Ports. */

static gboolean
has_links (const GPtrArray *links)
{
  return links != NULL && links->len > 0;
}

/* Whether a cable is plugged in. */
static gboolean
is_plugged (const GenlockSignalPort *port)
{
  const GPtrArray *links = port->is_output ? port->out : port->in;

  return has_links (links);
}

/* (nullable): what arrives, asked for when it is drawn first. */
static const char *
get_format (const GenlockPatchPen *pen,
            GenlockPatchPort *shown)
{
  GenlockFormat format;
  char text[GENLOCK_FORMAT_TEXT_SIZE];

  if (shown->has_format || pen->check == NULL)
    return shown->format;

  shown->has_format = TRUE;
  if (genlock_signal_check_get_format (pen->check, shown->port, &format))
    shown->format = g_strdup (genlock_format_print (&format, text));

  return shown->format;
}

static void
draw_plug (const GenlockPatchPen *pen,
           const GenlockSignalPort *port,
           double x,
           double y)
{
  GdkRGBA color;

  genlock_patch_get_family_color (pen, port->connector != NULL ? port->connector->family
                                                               : GENLOCK_CONNECTOR_FAMILY_UNKNOWN,
                                  &color);
  genlock_patch_set_color (pen, &color, 1);
  cairo_rectangle (pen->cr, x, y - 3, port->is_output ? -6 : 6, 6);
  cairo_fill (pen->cr);
}

/* The label takes what it needs, and the format what is left of the room. */
static void
draw_words (const GenlockPatchPen *pen,
            GenlockPatchPort *shown,
            double x,
            double y,
            double room)
{
  const GenlockSignalPort *port = shown->port;
  gboolean is_used = has_links (port->in) || has_links (port->out);
  PangoAlignment outward = port->is_output ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
  PangoAlignment inward = port->is_output ? PANGO_ALIGN_LEFT : PANGO_ALIGN_RIGHT;
  Line label = { shown->label, x, y, room, GENLOCK_PATCH_NORMAL, PANGO_WEIGHT_NORMAL, outward,
                 is_used ? 1 : 0.7 };
  double left = room - genlock_patch_measure_text (pen, &label) - GAP;

  genlock_patch_draw_text (pen, &label);
  if (left < MIN_FORMAT)
    return;

  genlock_patch_draw_text (pen, &(Line) { get_format (pen, shown),
                                          port->is_output ? x : x + room - left, y, left,
                                          GENLOCK_PATCH_SMALL, PANGO_WEIGHT_NORMAL, inward,
                                          0.6 });
}

static void
draw_port (const GenlockPatchPen *pen,
           const GenlockPatchBox *box,
           GenlockPatchPort *shown)
{
  const GenlockSignalPort *port = shown->port;
  gboolean both = box->n_inputs > 0 && box->n_inputs < box->ports->len;
  double room = (both ? box->width / 2 : box->width) - PADDING - GLYPH - 12;
  double x = port->is_output ? box->x + box->width : box->x;
  double y = box->y + shown->y;
  double glyph = port->is_output ? x - PADDING - GLYPH + 2 : x + PADDING - 2;
  GenlockConnectorFamily family =
    port->connector != NULL ? port->connector->family : GENLOCK_CONNECTOR_FAMILY_UNKNOWN;

  if (is_plugged (port))
    draw_plug (pen, port, x, y);
  genlock_glyph_draw (family, pen->cr, glyph, y - GLYPH / 2.0, GLYPH, &pen->text, pen->dark,
                      is_plugged (port));
  draw_words (pen, shown, port->is_output ? x - PADDING - GLYPH - 4 - room
                                          : x + PADDING + GLYPH + 4, y, room);
}

static void
draw_section (const GenlockPatchPen *pen,
              const GenlockPatchBox *box,
              const GenlockPatchSection *section)
{
  GenlockPatchArea area;
  gboolean is_right;

  if ((!section->has_inputs && !section->has_outputs) || section->title == NULL)
    return;

  genlock_patch_box_get_heading (box, section, &area);
  is_right = !section->has_inputs;
  genlock_patch_set_color (pen, &pen->text, 0.06);
  cairo_rectangle (pen->cr, area.x + 1, area.y + 2, area.width - 2, area.height - 4);
  cairo_fill (pen->cr);
  genlock_patch_draw_text (pen, &(Line) { section->title, area.x + PADDING,
                                          area.y + area.height / 2, area.width - 2 * PADDING,
                                          GENLOCK_PATCH_SMALL, PANGO_WEIGHT_SEMIBOLD,
                                          is_right ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT,
                                          0.75 });
}

static void
draw_folded (const GenlockPatchPen *pen,
             const GenlockPatchBox *box)
{
  const char *text = box->head != NULL && pen->zoom < 0.3 ? box->head : box->name;
  /* As large as it has to be to be read, where the box has room for that. */
  double size = CLAMP (GENLOCK_PATCH_MIN_TEXT / pen->zoom + 1, FOLDED * 0.8, box->height * 0.6);

  genlock_patch_draw_text (pen, &(Line) { text, box->x + PADDING / 2.0,
                                          box->y + box->height / 2, box->width - PADDING,
                                          floor (size), PANGO_WEIGHT_BOLD, PANGO_ALIGN_CENTER,
                                          1 });
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
  if (box->is_collapsed)
    return;

  genlock_patch_set_color (pen, &pen->text, 0.12);
  cairo_rectangle (pen->cr, box->x + 1, box->y + GENLOCK_PATCH_HEAD - 5, box->width - 2, 1);
  cairo_fill (pen->cr);
  for (guint i = 0; i < box->sections->len; i++)
    draw_section (pen, box, &g_array_index (box->sections, GenlockPatchSection, i));
  for (guint i = 0; i < box->ports->len; i++)
    if (!g_array_index (box->ports, GenlockPatchPort, i).is_hidden)
      draw_port (pen, box, &g_array_index (box->ports, GenlockPatchPort, i));
}
