/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of the canvas: one that is kept while nothing changes, and what moves above it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* How much more than what is in view is drawn, in pixels of the widget, so that panning costs
 * nothing for a while. */
#define MARGIN 192

/* In milliseconds: the zoom has stayed. */
#define SHARPEN_MS 120

/* In pixels of the widget. */
#define HINT_WIDTH 320

static GdkRGBA
look_up (GtkStyleContext *style,
         const char *name,
         const char *fallback)
{
  GdkRGBA color;

  if (!gtk_style_context_lookup_color (style, name, &color))
    gdk_rgba_parse (&color, fallback);

  return color;
}

/* @over on @under. */
static GdkRGBA
blend (const GdkRGBA *under,
       const GdkRGBA *over,
       float alpha)
{
  return (GdkRGBA) {
    under->red + (over->red - under->red) * alpha,
    under->green + (over->green - under->green) * alpha,
    under->blue + (over->blue - under->blue) * alpha,
    1,
  };
}

static void
set_colors (GenlockCanvas *self,
            GenlockPatchPen *pen)
{
  GtkStyleContext *style = gtk_widget_get_style_context (GTK_WIDGET (self));
  AdwStyleManager *manager = adw_style_manager_get_default ();
  GdkRGBA card = look_up (style, "card_bg_color", "white");

  pen->dark = adw_style_manager_get_dark (manager);
  pen->high_contrast = adw_style_manager_get_high_contrast (manager);
  pen->text = look_up (style, "window_fg_color", pen->dark ? "white" : "black");
  pen->text.alpha = 1;
  pen->canvas = look_up (style, "window_bg_color", pen->dark ? "black" : "white");
  if (!pen->dark)
    pen->canvas = blend (&pen->canvas, &pen->text, 0.04f);
  pen->card = blend (&pen->canvas, &card, card.alpha);
  pen->accent = look_up (style, "accent_color", "#3584e4");
  pen->warning = look_up (style, "warning_bg_color", "#e5a50a");
  pen->error = look_up (style, "error_bg_color", "#e01b24");
}

/* (nullable) */
static GenlockSignalCheck *
get_check (GenlockCanvas *self)
{
  GenlockCheckedShow *show = self->model != NULL ? genlock_patch_model_get_show (self->model)
                                                 : NULL;

  return show != NULL ? genlock_checked_show_get_check (show) : NULL;
}

static void
prepare (GenlockCanvas *self,
         GenlockPatchPen *pen)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->serial != pango_context_get_serial (context))
    {
      g_hash_table_remove_all (self->layouts);
      self->serial = pango_context_get_serial (context);
    }
  *pen = (GenlockPatchPen) {
    .context = context,
    .layouts = self->layouts,
    .check = get_check (self),
    .zoom = genlock_canvas_get_scale (self),
    .folded = genlock_canvas_is_folded (self),
  };
  set_colors (self, pen);
}

/* Boxes and cables. */

static gboolean
is_in_view (const GenlockPatchCable *cable,
            const GenlockPatchArea *area,
            gboolean folded)
{
  GenlockPatchArea taken;

  if (!genlock_patch_cable_is_shown (cable, folded))
    return FALSE;

  genlock_patch_cable_get_area (cable, folded, &taken);

  return genlock_patch_area_meets (&taken, area);
}

static gboolean
is_moving (const GenlockPatchCable *cable)
{
  return cable->from->is_moving || cable->to->is_moving;
}

/* Cables, crosspoints, or what is written on cables. */
typedef enum
{
  CABLES,
  CROSSPOINTS,
  WORDS,
} Kind;

static void
draw_cables (const GenlockPatchPen *pen,
             const GenlockPatchScene *scene,
             const GenlockPatchArea *area,
             Kind kind,
             gboolean lit,
             gboolean moving)
{
  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->is_lit != lit || is_moving (cable) != moving
          || genlock_patch_cable_is_inside (cable) != (kind == CROSSPOINTS)
          || !is_in_view (cable, area, pen->folded))
        continue;

      if (kind == WORDS)
        genlock_patch_draw_words (pen, cable);
      else
        genlock_patch_draw_cable (pen, cable);
    }
}

static void
draw_boxes (const GenlockPatchPen *pen,
            const GenlockPatchScene *scene,
            const GenlockPatchArea *area,
            gboolean lit,
            gboolean moving)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea taken = { box->x - 8, box->y - 8, box->width + 16, box->height + 16 };

      if (box->is_lit == lit && box->is_moving == moving
          && genlock_patch_area_meets (&taken, area))
        genlock_patch_draw_box (pen, box);
    }
}

static void
draw_part (const GenlockPatchPen *pen,
           const GenlockPatchScene *scene,
           const GenlockPatchArea *area,
           gboolean lit,
           gboolean moving)
{
  draw_cables (pen, scene, area, CABLES, lit, moving);
  draw_cables (pen, scene, area, WORDS, lit, moving);
  draw_boxes (pen, scene, area, lit, moving);
  draw_cables (pen, scene, area, CROSSPOINTS, lit, moving);
}

static void
draw_scene (GenlockCanvas *self,
            GenlockPatchPen *pen,
            const GenlockPatchArea *area,
            gboolean moving)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  if (self->has_path)
    cairo_push_group (pen->cr);
  draw_part (pen, scene, area, FALSE, moving);
  if (self->has_path)
    {
      cairo_pop_group_to_source (pen->cr);
      cairo_paint_with_alpha (pen->cr, pen->high_contrast ? 0.5 : GENLOCK_PATCH_DIM);
    }
  draw_part (pen, scene, area, TRUE, moving);
}

/* The kept picture. */

void
genlock_canvas_invalidate (GenlockCanvas *self)
{
  g_clear_pointer (&self->layer, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static gboolean
sharpen_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;

  self->sharpen_id = 0;
  genlock_canvas_invalidate (self);
  return G_SOURCE_REMOVE;
}

void
genlock_canvas_sharpen_later (GenlockCanvas *self)
{
  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  self->sharpen_id = g_timeout_add (SHARPEN_MS, sharpen_cb, self);
}

/* As pixels of the screen: a stroke drawn again costs far more than a copy of what it left. */
static void
paint_layer (GenlockCanvas *self,
             int width,
             int height)
{
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width * factor,
                                                       height * factor);
  GenlockPatchPen pen;
  GenlockPatchArea area;
  cairo_t *cr;

  prepare (self, &pen);
  cairo_surface_set_device_scale (image, factor, factor);
  pen.cr = cairo_create (image);
  gdk_cairo_set_source_rgba (pen.cr, &pen.canvas);
  cairo_paint (pen.cr);
  area = (GenlockPatchArea) { self->x - MARGIN / pen.zoom, self->y - MARGIN / pen.zoom,
                              width / pen.zoom, height / pen.zoom };
  cairo_scale (pen.cr, pen.zoom, pen.zoom);
  cairo_translate (pen.cr, -area.x, -area.y);
  draw_scene (self, &pen, &area, FALSE);
  cairo_destroy (pen.cr);

  self->layer = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gsk_cairo_node_get_draw_context (self->layer);
  cairo_set_source_surface (cr, image, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (image);
}

static void
update_layer (GenlockCanvas *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  double scale = genlock_canvas_get_scale (self);

  if (self->layer != NULL && self->sharpen_id != 0)
    return;
  if (self->layer != NULL && self->layer_zoom == scale && self->layer_width == width
      && self->layer_height == height && fabs (self->x - self->layer_x) * scale < MARGIN
      && fabs (self->y - self->layer_y) * scale < MARGIN)
    return;

  g_clear_pointer (&self->layer, gsk_render_node_unref);
  self->layer_x = self->x;
  self->layer_y = self->y;
  self->layer_zoom = scale;
  self->layer_width = width;
  self->layer_height = height;
  paint_layer (self, width + 2 * MARGIN, height + 2 * MARGIN);
}

/* What moves. */

static void
draw_focus (GenlockCanvas *self,
            const GenlockPatchPen *pen)
{
  GenlockPatchHit hit;
  double line = 2 / pen->zoom;

  if (!genlock_canvas_has_focus (self) || !genlock_canvas_spot_find (self, &self->focus, &hit))
    return;

  gdk_cairo_set_source_rgba (pen->cr, &pen->accent);
  cairo_set_line_width (pen->cr, line);
  if (hit.port != NULL && !pen->folded)
    {
      gboolean both = hit.box->n_inputs > 0 && hit.box->n_inputs < hit.box->ports->len;
      double width = both ? hit.box->width / 2 : hit.box->width;
      double x = hit.port->port->is_output ? hit.box->x + hit.box->width - width : hit.box->x;

      cairo_rectangle (pen->cr, x + 2, hit.box->y + hit.port->y - GENLOCK_PATCH_ROW / 2.0,
                       width - 4, GENLOCK_PATCH_ROW);
    }
  else
    cairo_rectangle (pen->cr, hit.box->x - 2 * line, hit.box->y - 2 * line,
                     hit.box->width + 4 * line, hit.box->height + 4 * line);
  cairo_stroke (pen->cr);
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
draw_marquee (GenlockCanvas *self,
              const GenlockPatchPen *pen)
{
  double x = genlock_canvas_to_scene_x (self, self->pointer_x);
  double y = genlock_canvas_to_scene_y (self, self->pointer_y);

  cairo_rectangle (pen->cr, MIN (x, self->start_x), MIN (y, self->start_y),
                   fabs (x - self->start_x), fabs (y - self->start_y));
  cairo_set_source_rgba (pen->cr, pen->accent.red, pen->accent.green, pen->accent.blue, 0.15);
  cairo_fill_preserve (pen->cr);
  gdk_cairo_set_source_rgba (pen->cr, &pen->accent);
  cairo_set_line_width (pen->cr, 1 / pen->zoom);
  cairo_stroke (pen->cr);
}

static void
draw_above (GenlockCanvas *self,
            GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GenlockPatchPen pen;
  GenlockPatchArea view;

  if (self->mode < GENLOCK_CANVAS_MARQUEE && !self->is_carrying
      && !genlock_canvas_has_focus (self))
    return;

  prepare (self, &pen);
  view = (GenlockPatchArea) { self->x, self->y, width / pen.zoom, height / pen.zoom };
  pen.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (pen.cr, pen.zoom, pen.zoom);
  cairo_translate (pen.cr, -self->x, -self->y);
  if (self->mode == GENLOCK_CANVAS_MOVING)
    {
      draw_scene (self, &pen, &view, TRUE);
      genlock_canvas_draw_guides (self, &pen);
    }
  if (self->is_carrying)
    {
      draw_targets (self, &pen, &view);
      draw_carried (self, &pen);
    }
  draw_focus (self, &pen);
  if (self->mode == GENLOCK_CANVAS_MARQUEE)
    draw_marquee (self, &pen);
  cairo_destroy (pen.cr);
}

/* The reason at the pointer. */
static void
draw_hint (GenlockCanvas *self,
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

  prepare (self, &pen);
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

static void
append_layer (GenlockCanvas *self,
              GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  double scale = genlock_canvas_get_scale (self);
  double factor = scale / self->layer_zoom;
  double x = (self->layer_x - self->x) * scale - MARGIN * factor;
  double y = (self->layer_y - self->y) * scale - MARGIN * factor;
  GenlockPatchPen pen;

  gtk_snapshot_save (snapshot);
  if (factor == 1)
    gtk_snapshot_translate (snapshot,
                            &GRAPHENE_POINT_INIT ((float) round (x), (float) round (y)));
  else
    {
      prepare (self, &pen);
      gtk_snapshot_append_color (snapshot, &pen.canvas,
                                 &GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                                      gtk_widget_get_height (widget)));
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      gtk_snapshot_scale (snapshot, (float) factor, (float) factor);
    }
  gtk_snapshot_append_node (snapshot, self->layer);
  gtk_snapshot_restore (snapshot);
}

void
genlock_canvas_snapshot (GtkWidget *widget,
                         GtkSnapshot *snapshot)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);

  if (genlock_canvas_get_scene (self) == NULL || width <= 0 || height <= 0)
    return;

  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  update_layer (self);
  append_layer (self, snapshot);
  draw_above (self, snapshot);
  draw_hint (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
