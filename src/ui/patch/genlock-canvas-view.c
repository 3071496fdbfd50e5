/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What part of the patch the canvas shows, and how large. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/common/genlock-text-scale.h"
#include "ui/patch/genlock-canvas-private.h"

/* One press of a key or one click of the wheel. */
#define ZOOM_STEP 1.2
#define WHEEL_STEP 64

/* In pixels of the widget. */
#define FIT_MARGIN 32
#define REVEAL_MARGIN 24

/* Seen first: what is smaller than this nobody can read. */
#define MIN_FIRST_ZOOM 0.6

/* Text grows with the setting of the user, and everything with it. */
double
genlock_canvas_get_scale (GenlockCanvas *self)
{
  return self->zoom * genlock_text_scale_get ();
}

gboolean
genlock_canvas_is_folded (GenlockCanvas *self)
{
  return genlock_canvas_get_scale (self) < GENLOCK_PATCH_FOLD;
}

double
genlock_canvas_to_scene_x (GenlockCanvas *self,
                           double x)
{
  return self->x + x / genlock_canvas_get_scale (self);
}

double
genlock_canvas_to_scene_y (GenlockCanvas *self,
                           double y)
{
  return self->y + y / genlock_canvas_get_scale (self);
}

double
genlock_canvas_to_widget_x (GenlockCanvas *self,
                            double x)
{
  return (x - self->x) * genlock_canvas_get_scale (self);
}

double
genlock_canvas_to_widget_y (GenlockCanvas *self,
                            double y)
{
  return (y - self->y) * genlock_canvas_get_scale (self);
}

/* A part of the patch stays in view. */
static double
clamp_view (double place,
            double begin,
            double length,
            double view)
{
  return CLAMP (place, begin - view * 0.8, begin + length - view * 0.2);
}

void
genlock_canvas_move_to (GenlockCanvas *self,
                        double x,
                        double y)
{
  double scale = genlock_canvas_get_scale (self);
  GenlockPatchArea area = { 0 };

  if (genlock_canvas_get_scene (self) != NULL)
    genlock_patch_scene_get_area (genlock_canvas_get_scene (self), &area);
  self->x = clamp_view (x, area.x, area.width, gtk_widget_get_width (GTK_WIDGET (self)) / scale);
  self->y = clamp_view (y, area.y, area.height, gtk_widget_get_height (GTK_WIDGET (self)) / scale);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
  genlock_canvas_keep_state (self);
  g_signal_emit_by_name (self, "view-changed");
}

void
genlock_canvas_get_view (GenlockCanvas *self,
                         GenlockPatchArea *view)
{
  double scale = genlock_canvas_get_scale (self);

  *view = (GenlockPatchArea) { self->x, self->y, gtk_widget_get_width (GTK_WIDGET (self)) / scale,
                               gtk_widget_get_height (GTK_WIDGET (self)) / scale };
}

void
genlock_canvas_zoom_at (GenlockCanvas *self,
                        double zoom,
                        double x,
                        double y)
{
  double scene_x = genlock_canvas_to_scene_x (self, x);
  double scene_y = genlock_canvas_to_scene_y (self, y);
  double scale;

  self->zoom = CLAMP (zoom, GENLOCK_CANVAS_MIN_ZOOM, GENLOCK_CANVAS_MAX_ZOOM);
  scale = genlock_canvas_get_scale (self);
  genlock_canvas_sharpen_later (self);
  genlock_canvas_move_to (self, scene_x - x / scale, scene_y - y / scale);
}

static void
show_area (GenlockCanvas *self,
           double least)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * FIT_MARGIN;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * FIT_MARGIN;
  double text = genlock_text_scale_get ();
  GenlockPatchArea area;
  double zoom, x, y;

  genlock_patch_scene_get_area (genlock_canvas_get_scene (self), &area);
  if (area.width <= 0 || width <= 0 || height <= 0)
    return;

  zoom = MIN (width / area.width, height / area.height) / text;
  self->zoom = CLAMP (zoom, MAX (least, GENLOCK_CANVAS_MIN_ZOOM), 1);
  /* In the middle, or from the top left where it does not fit. */
  width /= self->zoom * text;
  height /= self->zoom * text;
  x = MIN (area.x, area.x + (area.width - width) / 2) - FIT_MARGIN / (self->zoom * text);
  y = MIN (area.y, area.y + (area.height - height) / 2) - FIT_MARGIN / (self->zoom * text);
  if (area.width > width)
    x = area.x - FIT_MARGIN / (self->zoom * text);
  if (area.height > height)
    y = area.y - FIT_MARGIN / (self->zoom * text);
  genlock_canvas_move_to (self, x, y);
}

void
genlock_canvas_fit (GenlockCanvas *self)
{
  g_return_if_fail (GENLOCK_IS_CANVAS (self));

  if (genlock_canvas_get_scene (self) != NULL)
    show_area (self, 0);
}

/* Columns stand centered: where not all of them fit, the first ones begin at the top. */
static void
show_top (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  double scale = genlock_canvas_get_scale (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / scale;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;
  double top = INFINITY;
  GenlockPatchArea area;

  genlock_patch_scene_get_area (scene, &area);
  if (area.height + 2 * FIT_MARGIN / scale <= height)
    return;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      if (box->x < self->x + width)
        top = MIN (top, box->y);
    }
  genlock_canvas_move_to (self, self->x, top - FIT_MARGIN / scale);
}

/* When the show is there and the widget has its size. */
void
genlock_canvas_fit_first (GenlockCanvas *self)
{
  if (self->is_fitted || genlock_canvas_get_scene (self) == NULL
      || genlock_canvas_get_scene (self)->boxes->len == 0
      || gtk_widget_get_width (GTK_WIDGET (self)) <= 2 * FIT_MARGIN)
    return;

  self->is_fitted = TRUE;
  if (genlock_canvas_restore_view (self))
    return;

  show_area (self, MIN_FIRST_ZOOM);
  show_top (self);
}

static double
get_shift (double begin,
           double length,
           double view_begin,
           double view_length,
           double margin)
{
  if (begin - margin < view_begin || length + 2 * margin > view_length)
    return begin - margin - view_begin;

  return MAX (0, begin + length + margin - view_begin - view_length);
}

void
genlock_canvas_reveal (GenlockCanvas *self,
                       const GenlockPatchArea *area)
{
  double scale = genlock_canvas_get_scale (self);
  double margin = REVEAL_MARGIN / scale;
  double width = gtk_widget_get_width (GTK_WIDGET (self)) / scale;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) / scale;
  double dx = get_shift (area->x, area->width, self->x, width, margin);
  double dy = get_shift (area->y, area->height, self->y, height, margin);

  if (width > 0 && (dx != 0 || dy != 0))
    genlock_canvas_move_to (self, self->x + dx, self->y + dy);
}

/* Actions and the wheel. */

static void
zoom_by (GtkWidget *widget,
         double factor)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);

  genlock_canvas_zoom_at (self, self->zoom * factor, gtk_widget_get_width (widget) / 2.0,
                          gtk_widget_get_height (widget) / 2.0);
}

static void
zoom_in_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  zoom_by (widget, ZOOM_STEP);
}

static void
zoom_out_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  zoom_by (widget, 1 / ZOOM_STEP);
}

static void
zoom_normal_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  zoom_by (widget, 1 / GENLOCK_CANVAS (widget)->zoom);
}

static void
fit_action (GtkWidget *widget,
            const char *name,
            GVariant *parameter)
{
  genlock_canvas_fit (GENLOCK_CANVAS (widget));
}

void
genlock_canvas_install_view (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint key;
    GdkModifierType modifiers;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "canvas.zoom-in" },
    { GDK_KEY_plus, 0, "canvas.zoom-in" },
    { GDK_KEY_KP_Add, 0, "canvas.zoom-in" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "canvas.zoom-out" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "canvas.zoom-out" },
    { GDK_KEY_minus, 0, "canvas.zoom-out" },
    { GDK_KEY_KP_Subtract, 0, "canvas.zoom-out" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "canvas.zoom-normal" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "canvas.zoom-normal" },
    { GDK_KEY_1, 0, "canvas.zoom-normal" },
    { GDK_KEY_0, 0, "canvas.fit" },
  };

  gtk_widget_class_install_action (widget_class, "canvas.zoom-in", NULL, zoom_in_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-out", NULL, zoom_out_action);
  gtk_widget_class_install_action (widget_class, "canvas.zoom-normal", NULL, zoom_normal_action);
  gtk_widget_class_install_action (widget_class, "canvas.fit", NULL, fit_action);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers,
                                         keys[i].action, NULL);
}

static gboolean
scroll_cb (GtkEventControllerScroll *controller,
           double dx,
           double dy,
           GenlockCanvas *self)
{
  GdkModifierType state =
    gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (controller));
  GdkScrollUnit unit = gtk_event_controller_scroll_get_unit (controller);
  double step = unit == GDK_SCROLL_UNIT_WHEEL ? WHEEL_STEP : 1;
  double scale = genlock_canvas_get_scale (self);

  if (state & GDK_CONTROL_MASK)
    {
      genlock_canvas_zoom_at (self, self->zoom * pow (ZOOM_STEP, -dy * step / WHEEL_STEP),
                              self->pointer_x, self->pointer_y);
      return TRUE;
    }

  if (state & GDK_SHIFT_MASK && dx == 0)
    {
      dx = dy;
      dy = 0;
    }
  genlock_canvas_move_to (self, self->x + dx * step / scale, self->y + dy * step / scale);
  return TRUE;
}

void
genlock_canvas_add_view (GenlockCanvas *self)
{
  GtkEventController *scroll = gtk_event_controller_scroll_new (
    GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), scroll);
}
