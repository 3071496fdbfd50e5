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

void
genlock_canvas_prepare_pen (GenlockCanvas *self,
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
  const GenlockPatchCable *lead = cable->lead != NULL ? cable->lead : cable;

  return cable->from->is_moving || cable->to->is_moving || lead->is_bending;
}

/* Cables, crosspoints, what is written on cables, or what selected ones are bent by. */
typedef enum
{
  CABLES,
  CROSSPOINTS,
  WORDS,
  HANDLES,
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
      else if (kind == HANDLES && cable->is_selected)
        genlock_patch_draw_handles (pen, cable);
      else if (kind != HANDLES)
        genlock_patch_draw_cable (pen, cable);
    }
}

static void
draw_boxes (const GenlockPatchPen *pen,
            const GenlockPatchScene *scene,
            const GenlockPatchArea *area,
            gboolean lit,
            gboolean moving,
            gboolean open)
{
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea taken = { box->x - 8, box->y - 8, box->width + 16, box->height + 16 };

      if (box->is_lit == lit && box->is_moving == moving && box->is_open == open
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
  draw_boxes (pen, scene, area, lit, moving, FALSE);
  draw_cables (pen, scene, area, CROSSPOINTS, lit, moving);
  draw_cables (pen, scene, area, HANDLES, lit, moving);
  draw_boxes (pen, scene, area, lit, moving, TRUE);
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

  genlock_canvas_prepare_pen (self, &pen);
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
draw_above (GenlockCanvas *self,
            GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GenlockPatchPen pen;
  GenlockPatchArea view;

  if (self->mode < GENLOCK_CANVAS_MARQUEE && !self->is_carrying && self->splice == NULL
      && !genlock_canvas_has_focus (self))
    return;

  genlock_canvas_prepare_pen (self, &pen);
  view = (GenlockPatchArea) { self->x, self->y, width / pen.zoom, height / pen.zoom };
  pen.cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_scale (pen.cr, pen.zoom, pen.zoom);
  cairo_translate (pen.cr, -self->x, -self->y);
  if (self->mode == GENLOCK_CANVAS_BENDING)
    draw_scene (self, &pen, &view, TRUE);
  if (self->mode == GENLOCK_CANVAS_MOVING)
    {
      draw_scene (self, &pen, &view, TRUE);
      genlock_canvas_draw_guides (self, &pen);
    }
  if (self->splice != NULL)
    genlock_canvas_draw_splice (self, &pen);
  genlock_canvas_draw_gesture (self, &pen, &view);
  cairo_destroy (pen.cr);
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
      genlock_canvas_prepare_pen (self, &pen);
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
  genlock_canvas_draw_hint (self, snapshot);
  gtk_snapshot_pop (snapshot);
}
