/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands above the picture: the focus, the marquee, the cable that is being laid. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* In pixels of the widget. */
#define HINT_WIDTH 320

/* By itself, since all that is drawn above is composed anew with every frame. */
static void
append_focus (GenlockCanvas *self,
              GtkSnapshot *snapshot)
{
  GenlockPatchArea area;
  GenlockPatchHit hit;
  GskRoundedRect frame;
  GenlockPatchPen pen;

  if (!genlock_canvas_has_focus (self) || !genlock_canvas_spot_find (self, &self->focus, &hit))
    return;

  genlock_canvas_prepare_pen (self, &pen);
  area = (GenlockPatchArea) { hit.box->x, hit.box->y, hit.box->width, hit.box->height };
  if (hit.port != NULL && !pen.folded)
    {
      gboolean both = hit.box->n_inputs > 0 && hit.box->n_inputs < hit.box->ports->len;

      area.y += hit.port->y - GENLOCK_PATCH_ROW / 2.0;
      area.height = GENLOCK_PATCH_ROW;
      area.width = both ? area.width / 2 : area.width;
      if (hit.port->port->is_output)
        area.x = hit.box->x + hit.box->width - area.width;
    }
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT (
                                     (float) genlock_canvas_to_widget_x (self, area.x),
                                     (float) genlock_canvas_to_widget_y (self, area.y),
                                     (float) (area.width * pen.zoom),
                                     (float) (area.height * pen.zoom)), 0);
  if (hit.port == NULL || pen.folded)
    gsk_rounded_rect_shrink (&frame, -5, -5, -5, -5);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 2, 2, 2, 2 },
                              (GdkRGBA[4]) { pen.accent, pen.accent, pen.accent, pen.accent });
}

static void
draw_target (const GenlockPatchPen *pen,
             const GenlockPatchBox *box,
             const GenlockPatchPort *port,
             const GenlockCanvasVerdict *verdict)
{
  double x, y;

  genlock_patch_box_get_plug (box, port, &x, &y);
  switch (verdict->level)
    {
    case GENLOCK_CANVAS_FITS:
    case GENLOCK_CANVAS_REPLACES:
      cairo_arc (pen->cr, x, y, 7, 0, 2 * G_PI);
      gdk_cairo_set_source_rgba (pen->cr, &pen->canvas);
      cairo_fill_preserve (pen->cr);
      gdk_cairo_set_source_rgba (pen->cr, &pen->accent);
      cairo_set_line_width (pen->cr, 2.5);
      cairo_stroke (pen->cr);
      if (verdict->level == GENLOCK_CANVAS_REPLACES)
        break;

      cairo_arc (pen->cr, x, y, 3, 0, 2 * G_PI);
      cairo_fill (pen->cr);
      break;

    case GENLOCK_CANVAS_WARNS:
      genlock_patch_draw_badge (pen, FALSE, x, y);
      break;

    case GENLOCK_CANVAS_REFUSED:
      genlock_patch_draw_badge (pen, TRUE, x, y);
      break;

    case GENLOCK_CANVAS_IMPOSSIBLE:
      break;
    }
}

/* What cannot be a target fades. */
static void
veil_port (const GenlockPatchPen *pen,
           const GenlockPatchBox *box,
           const GenlockPatchPort *port)
{
  gboolean both = box->n_inputs > 0 && box->n_inputs < box->ports->len;
  double width = (both ? box->width / 2 : box->width) - 2;
  double x = port->port->is_output ? box->x + box->width - width - 1 : box->x + 1;

  cairo_rectangle (pen->cr, x, box->y + port->y - GENLOCK_PATCH_ROW / 2.0, width,
                   GENLOCK_PATCH_ROW);
  cairo_set_source_rgba (pen->cr, pen->card.red, pen->card.green, pen->card.blue, 0.65);
  cairo_fill (pen->cr);
}

static void
draw_targets (GenlockCanvas *self,
              const GenlockPatchPen *pen,
              const GenlockPatchArea *view)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  for (guint i = 0; !pen->folded && i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea area = { box->x, box->y, box->width, box->height };

      if (!genlock_patch_area_meets (&area, view))
        continue;

      for (guint j = 0; j < box->ports->len; j++)
        {
          const GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, j);
          const GenlockCanvasVerdict *verdict = genlock_canvas_get_verdict (self, port->port);

          if (port->is_hidden)
            continue;
          if (!genlock_canvas_is_target (self, port->port))
            veil_port (pen, box, port);
          else if (verdict != NULL)
            draw_target (pen, box, port, verdict);
        }
    }
}

/* Where the free end is. */
static gboolean
get_end (GenlockCanvas *self,
         GenlockPatchHit *hit,
         double *x,
         double *y)
{
  *hit = (GenlockPatchHit) { NULL };
  *x = genlock_canvas_to_scene_x (self, self->pointer_x);
  *y = genlock_canvas_to_scene_y (self, self->pointer_y);
  if (self->by_keyboard)
    {
      if (!genlock_canvas_spot_find (self, &self->focus, hit) || hit->port == NULL)
        return FALSE;
    }
  else if (genlock_canvas_get_scene (self) != NULL)
    genlock_patch_scene_hit (genlock_canvas_get_scene (self), *x, *y, 0,
                             genlock_canvas_is_folded (self), hit);

  if (hit->port != NULL && genlock_canvas_is_target (self, hit->port->port))
    genlock_patch_box_get_plug (hit->box, hit->port, x, y);

  return TRUE;
}

static void
draw_carried (GenlockCanvas *self,
              const GenlockPatchPen *pen)
{
  GenlockPatchHit from, to;
  GenlockPatchCurve curve;
  GenlockConnectorFamily family = GENLOCK_CONNECTOR_FAMILY_UNKNOWN;
  double x0, y0, x1, y1;

  if (!genlock_canvas_spot_find (self, &self->carried, &from) || from.port == NULL
      || !get_end (self, &to, &x1, &y1))
    return;

  genlock_patch_box_get_plug (from.box, from.port, &x0, &y0);
  if (from.port->port->connector != NULL)
    family = from.port->port->connector->family;
  if (from.port->port->is_output)
    genlock_patch_curve_make (x0, y0, x1, y1, &curve);
  else
    genlock_patch_curve_make (x1, y1, x0, y0, &curve);
  genlock_patch_draw_curve (pen, &curve, family);
  gdk_cairo_set_source_rgba (pen->cr, &pen->accent);
  cairo_arc (pen->cr, x0, y0, 5, 0, 2 * G_PI);
  cairo_fill (pen->cr);
  cairo_arc (pen->cr, x1, y1, 5, 0, 2 * G_PI);
  cairo_fill (pen->cr);
}

static void
append_marquee (GenlockCanvas *self,
                GtkSnapshot *snapshot)
{
  double x = genlock_canvas_to_widget_x (self, self->start_x);
  double y = genlock_canvas_to_widget_y (self, self->start_y);
  GskRoundedRect frame;
  GenlockPatchPen pen;
  GdkRGBA veil;

  genlock_canvas_prepare_pen (self, &pen);
  veil = pen.accent;
  veil.alpha = 0.15f;
  gsk_rounded_rect_init_from_rect (&frame,
                                   &GRAPHENE_RECT_INIT ((float) MIN (x, self->pointer_x),
                                                        (float) MIN (y, self->pointer_y),
                                                        (float) fabs (x - self->pointer_x),
                                                        (float) fabs (y - self->pointer_y)), 0);
  gtk_snapshot_append_color (snapshot, &veil, &frame.bounds);
  gtk_snapshot_append_border (snapshot, &frame, (float[4]) { 1, 1, 1, 1 },
                              (GdkRGBA[4]) { pen.accent, pen.accent, pen.accent, pen.accent });
}

static void
append_carried (GenlockCanvas *self,
                GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GenlockPatchPen pen;
  GenlockPatchArea view;

  genlock_canvas_prepare_pen (self, &pen);
  genlock_canvas_get_view (self, &view);
  pen.cr = gtk_snapshot_append_cairo (snapshot,
                                      &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                           gtk_widget_get_height (widget)));
  cairo_scale (pen.cr, pen.zoom, pen.zoom);
  cairo_translate (pen.cr, -self->x, -self->y);
  if (self->is_carrying)
    {
      draw_targets (self, &pen, &view);
      draw_carried (self, &pen);
    }
  if (self->splice != NULL)
    genlock_canvas_draw_splice (self, &pen);
  cairo_destroy (pen.cr);
}

void
genlock_canvas_append_gesture (GenlockCanvas *self,
                               GtkSnapshot *snapshot)
{
  if (self->is_carrying || self->splice != NULL)
    append_carried (self, snapshot);
  append_focus (self, snapshot);
  if (self->mode == GENLOCK_CANVAS_MARQUEE)
    append_marquee (self, snapshot);
}

/* The reason at the pointer. */
void
genlock_canvas_draw_hint (GenlockCanvas *self,
                          GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GenlockCanvasVerdict *verdict;
  g_autoptr (PangoLayout) layout = NULL;
  GenlockPatchPen pen;
  GenlockPatchHit hit;
  GskRoundedRect frame;
  double x, y;
  int width, height;

  if (!self->is_carrying || !get_end (self, &hit, &x, &y) || hit.port == NULL)
    return;

  verdict = genlock_canvas_judge (self, hit.port->port);
  if (verdict == NULL || verdict->reason == NULL)
    return;

  genlock_canvas_prepare_pen (self, &pen);
  layout = gtk_widget_create_pango_layout (widget, verdict->reason);
  pango_layout_set_width (layout, HINT_WIDTH * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, &width, &height);
  x = CLAMP (genlock_canvas_to_widget_x (self, x) + 18, 8,
             MAX (8, gtk_widget_get_width (widget) - width - 28));
  y = CLAMP (genlock_canvas_to_widget_y (self, y) + 14, 8,
             MAX (8, gtk_widget_get_height (widget) - height - 20));
  gsk_rounded_rect_init_from_rect (&frame, &GRAPHENE_RECT_INIT ((float) x, (float) y, width + 20,
                                                                height + 12), 6);
  gtk_snapshot_push_rounded_clip (snapshot, &frame);
  gtk_snapshot_append_color (snapshot, &pen.text, &frame.bounds);
  gtk_snapshot_pop (snapshot);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x + 10, (float) y + 6));
  gtk_snapshot_append_layout (snapshot, layout, &pen.canvas);
  gtk_snapshot_restore (snapshot);
}
