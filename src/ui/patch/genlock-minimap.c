/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of the patch small, with what the canvas shows of it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"
#include "ui/patch/genlock-minimap.h"

/* In pixels. */
#define WIDTH 216
#define HEIGHT 136
#define PADDING 6

struct _GenlockMinimap
{
  GtkWidget parent_instance;

  GenlockCanvas *canvas; /* unowned, nullable */
  GskRenderNode *layer; /* owned, nullable: the boxes, while nothing about them changes */
};

G_DEFINE_FINAL_TYPE (GenlockMinimap, genlock_minimap, GTK_TYPE_WIDGET)

/* From pixels at 100 % to pixels of the widget. */
typedef struct
{
  double x;
  double y;
  double scale;
} Map;

static gboolean
get_map (GenlockMinimap *self,
         Map *map)
{
  double width = gtk_widget_get_width (GTK_WIDGET (self)) - 2 * PADDING;
  double height = gtk_widget_get_height (GTK_WIDGET (self)) - 2 * PADDING;
  const GenlockPatchScene *scene = self->canvas != NULL ? genlock_canvas_get_scene (self->canvas)
                                                        : NULL;
  GenlockPatchArea area = { 0 };

  if (scene != NULL)
    genlock_patch_scene_get_area (scene, &area);
  if (area.width <= 0 || area.height <= 0 || width <= 0 || height <= 0)
    return FALSE;

  map->scale = MIN (width / area.width, height / area.height);
  map->x = PADDING + (width - area.width * map->scale) / 2 - area.x * map->scale;
  map->y = PADDING + (height - area.height * map->scale) / 2 - area.y * map->scale;

  return TRUE;
}

static graphene_rect_t
to_map (const Map *map,
        double x,
        double y,
        double width,
        double height)
{
  return GRAPHENE_RECT_INIT ((float) (map->x + x * map->scale), (float) (map->y + y * map->scale),
                             (float) (width * map->scale), (float) (height * map->scale));
}

static void
draw_boxes (GenlockMinimap *self,
            const Map *map,
            cairo_t *cr)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self->canvas);
  GdkRGBA text, accent;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &text);
  if (!gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)),
                                       "accent_color", &accent))
    accent = text;
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      graphene_rect_t rect = to_map (map, box->x, box->y, box->width, box->height);

      if (box->is_selected)
        gdk_cairo_set_source_rgba (cr, &accent);
      else
        cairo_set_source_rgba (cr, text.red, text.green, text.blue, 0.55);
      /* Something of each is to be seen. */
      cairo_rectangle (cr, rect.origin.x, rect.origin.y, MAX (rect.size.width, 1.5),
                       MAX (rect.size.height, 1.5));
      cairo_fill (cr);
    }
}

static void
update_layer (GenlockMinimap *self,
              const Map *map)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  cairo_t *cr;

  if (self->layer != NULL)
    return;

  self->layer = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
  cr = gsk_cairo_node_get_draw_context (self->layer);
  draw_boxes (self, map, cr);
  cairo_destroy (cr);
}

static void
genlock_minimap_snapshot (GtkWidget *widget,
                          GtkSnapshot *snapshot)
{
  GenlockMinimap *self = GENLOCK_MINIMAP (widget);
  const float lines[] = { 2, 2, 2, 2 };
  GdkRGBA color, colors[4];
  GskRoundedRect outline;
  GenlockPatchArea view;
  graphene_rect_t rect, bounds;
  Map map;

  if (!get_map (self, &map))
    return;

  update_layer (self, &map);
  gtk_snapshot_append_node (snapshot, self->layer);
  genlock_canvas_get_view (self->canvas, &view);
  rect = to_map (&map, view.x, view.y, view.width, view.height);
  bounds = GRAPHENE_RECT_INIT (1, 1, gtk_widget_get_width (widget) - 2,
                               gtk_widget_get_height (widget) - 2);
  /* What is in view may have nothing of the patch in it. */
  if (!graphene_rect_intersection (&rect, &bounds, &rect))
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    colors[i] = color;
  color.alpha *= 0.12f;
  gtk_snapshot_append_color (snapshot, &color, &rect);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 2);
  gtk_snapshot_append_border (snapshot, &outline, lines, colors);
}

/* The middle of the view goes where the pointer is. */
static void
go_to (GenlockMinimap *self,
       double x,
       double y)
{
  GenlockPatchArea view;
  Map map;

  if (!get_map (self, &map))
    return;

  genlock_canvas_get_view (self->canvas, &view);
  genlock_canvas_move_to (self->canvas, (x - map.x) / map.scale - view.width / 2,
                          (y - map.y) / map.scale - view.height / 2);
}

static void
begin_cb (GtkGestureDrag *gesture,
          double x,
          double y,
          GenlockMinimap *self)
{
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  go_to (self, x, y);
}

static void
update_cb (GtkGestureDrag *gesture,
           double dx,
           double dy,
           GenlockMinimap *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y))
    go_to (self, x + dx, y + dy);
}

static void
genlock_minimap_measure (GtkWidget *widget,
                         GtkOrientation orientation,
                         int for_size,
                         int *minimum,
                         int *natural,
                         int *minimum_baseline,
                         int *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH : HEIGHT;
}

static void
genlock_minimap_size_allocate (GtkWidget *widget,
                               int width,
                               int height,
                               int baseline)
{
  g_clear_pointer (&GENLOCK_MINIMAP (widget)->layer, gsk_render_node_unref);
}

static void
genlock_minimap_css_changed (GtkWidget *widget,
                             GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (genlock_minimap_parent_class)->css_changed (widget, change);
  genlock_minimap_invalidate (GENLOCK_MINIMAP (widget));
}

static void
genlock_minimap_dispose (GObject *object)
{
  GenlockMinimap *self = GENLOCK_MINIMAP (object);

  genlock_minimap_set_canvas (self, NULL);
  g_clear_pointer (&self->layer, gsk_render_node_unref);

  G_OBJECT_CLASS (genlock_minimap_parent_class)->dispose (object);
}

static void
genlock_minimap_class_init (GenlockMinimapClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = genlock_minimap_dispose;
  widget_class->measure = genlock_minimap_measure;
  widget_class->size_allocate = genlock_minimap_size_allocate;
  widget_class->snapshot = genlock_minimap_snapshot;
  widget_class->css_changed = genlock_minimap_css_changed;
  gtk_widget_class_set_css_name (widget_class, "genlock-minimap");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
genlock_minimap_init (GenlockMinimap *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

void
genlock_minimap_set_canvas (GenlockMinimap *self,
                            GenlockCanvas *canvas)
{
  g_return_if_fail (GENLOCK_IS_MINIMAP (self));

  if (self->canvas != NULL)
    {
      g_signal_handlers_disconnect_by_func (self->canvas, gtk_widget_queue_draw, self);
      g_signal_handlers_disconnect_by_func (self->canvas, genlock_minimap_invalidate, self);
    }
  self->canvas = canvas;
  if (canvas != NULL)
    {
      g_signal_connect_object (canvas, "view-changed", G_CALLBACK (gtk_widget_queue_draw), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (canvas, "selection-changed",
                               G_CALLBACK (genlock_minimap_invalidate), self, G_CONNECT_SWAPPED);
    }
  genlock_minimap_invalidate (self);
}

void
genlock_minimap_invalidate (GenlockMinimap *self)
{
  g_return_if_fail (GENLOCK_IS_MINIMAP (self));

  g_clear_pointer (&self->layer, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
