/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of boxes and cables that the canvas keeps while nothing changes: moved when the
 * view is, stretched until it has been drawn anew, which takes many short steps. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* How much more than what is in view is drawn, in pixels of the widget, so that panning costs
 * nothing for a while; from where on the next picture is begun. */
#define MARGIN 192
#define SOON 96

/* In milliseconds: the zoom has stayed. */
#define SHARPEN_MS 120

/* So long a step may take, in microseconds: the first, while there is nothing to be seen; in a
 * frame; between two. */
#define FIRST_STEP 100000
#define FRAME_STEP 6000
#define IDLE_STEP 5000

/* A picture is handed over in strips so high, in pixels of the widget: the renderer makes a copy
 * of whatever it composes, and one of a strip stays in the cache of the processor. */
#define STRIP 64

struct _GenlockCanvasPicture
{
  GenlockPatchArea area; /* what it shows, in pixels at 100 % */
  GenlockPatchArea all;  /* where anything is */
  double zoom;
  int width; /* in pixels of the widget */
  int height;
  int factor; /* pixels of the screen for one of the widget */
  cairo_surface_t *image; /* owned */
  cairo_t *cr; /* owned, nullable: while it is being drawn */
  GenlockCanvasProgress progress;
  GPtrArray *left_out; /* owned (element-type utf8): keys of what was dragged */
  GskRenderNode *strips; /* owned, nullable: once it is done */
  GskRenderNode *whole; /* owned, nullable: likewise, to be stretched */
};

void
genlock_canvas_picture_free (GenlockCanvasPicture *picture)
{
  g_clear_pointer (&picture->strips, gsk_render_node_unref);
  g_clear_pointer (&picture->whole, gsk_render_node_unref);
  g_clear_pointer (&picture->cr, cairo_destroy);
  cairo_surface_destroy (picture->image);
  g_ptr_array_unref (picture->left_out);
  g_free (picture);
}

/* Areas. */

static void
intersect (const GenlockPatchArea *a,
           const GenlockPatchArea *b,
           GenlockPatchArea *common)
{
  double right = MIN (a->x + a->width, b->x + b->width);
  double bottom = MIN (a->y + a->height, b->y + b->height);

  common->x = MAX (a->x, b->x);
  common->y = MAX (a->y, b->y);
  common->width = MAX (0, right - common->x);
  common->height = MAX (0, bottom - common->y);
}

/* What is in view and @margin pixels of the widget around it. */
static void
get_view (GenlockCanvas *self,
          double margin,
          GenlockPatchArea *view)
{
  double around = margin / genlock_canvas_get_scale (self);

  genlock_canvas_get_view (self, view);
  view->x -= around;
  view->y -= around;
  view->width += 2 * around;
  view->height += 2 * around;
}

/* Whether the picture has everything that is in view and @margin around it. */
static gboolean
covers (GenlockCanvas *self,
        const GenlockCanvasPicture *picture,
        double margin)
{
  /* Half a pixel is lost where it is put on whole ones. */
  double little = 1 / picture->zoom;
  GenlockPatchArea view, part;

  get_view (self, margin, &view);
  intersect (&view, &picture->all, &part);

  return part.width <= 0 || part.height <= 0
         || (part.x >= picture->area.x - little && part.y >= picture->area.y - little
             && part.x + part.width <= picture->area.x + picture->area.width + little
             && part.y + part.height <= picture->area.y + picture->area.height + little);
}

/* Whether it is as large as it has to be. */
static gboolean
fits (GenlockCanvas *self,
      const GenlockCanvasPicture *picture)
{
  return picture != NULL && picture->zoom == genlock_canvas_get_scale (self)
         && picture->factor == gtk_widget_get_scale_factor (GTK_WIDGET (self));
}

/* Drawing. */

static void
list_left_out (GenlockCanvas *self,
               GPtrArray *keys)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  for (guint i = 0; i < self->moving->len; i++)
    g_ptr_array_add (keys, g_strdup (((const GenlockPatchBox *) self->moving->pdata[i])->key));
  for (guint i = 0; i < scene->cables->len; i++)
    if (genlock_canvas_is_bending (scene->cables->pdata[i]))
      g_ptr_array_add (keys, g_strdup (((GenlockPatchCable *) scene->cables->pdata[i])->key));
}

static GenlockCanvasPicture *
begin (GenlockCanvas *self)
{
  GenlockCanvasPicture *picture = g_new0 (GenlockCanvasPicture, 1);
  double zoom = genlock_canvas_get_scale (self);
  GenlockPatchArea view;
  GenlockPatchPen pen;

  genlock_canvas_get_extent (self, &picture->all);
  get_view (self, MARGIN, &view);
  intersect (&view, &picture->all, &picture->area);
  picture->left_out = g_ptr_array_new_with_free_func (g_free);
  list_left_out (self, picture->left_out);
  picture->zoom = zoom;
  picture->factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  picture->width = MAX (1, (int) ceil (picture->area.width * zoom));
  picture->height = MAX (1, (int) ceil (picture->area.height * zoom));
  picture->area.width = picture->width / zoom;
  picture->area.height = picture->height / zoom;
  picture->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24,
                                               picture->width * picture->factor,
                                               picture->height * picture->factor);
  cairo_surface_set_device_scale (picture->image, picture->factor, picture->factor);
  picture->cr = cairo_create (picture->image);
  genlock_canvas_prepare_pen (self, &pen);
  gdk_cairo_set_source_rgba (picture->cr, &pen.canvas);
  cairo_paint (picture->cr);
  cairo_scale (picture->cr, zoom, zoom);
  cairo_translate (picture->cr, -picture->area.x, -picture->area.y);

  return picture;
}

/* (transfer full): a part of the image, in pixels of the widget. */
static GskRenderNode *
make_node (const GenlockCanvasPicture *picture,
           int y,
           int height)
{
  GskRenderNode *node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, y, picture->width, height));
  cairo_t *cr = gsk_cairo_node_get_draw_context (node);

  cairo_set_source_surface (cr, picture->image, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

static void
finish (GenlockCanvasPicture *picture)
{
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);

  g_clear_pointer (&picture->cr, cairo_destroy);
  for (int y = 0; y < picture->height; y += STRIP)
    g_ptr_array_add (strips, make_node (picture, y, MIN (STRIP, picture->height - y)));
  picture->strips = gsk_container_node_new ((GskRenderNode **) strips->pdata, strips->len);
  picture->whole = make_node (picture, 0, picture->height);
}

/* Draws on for a while; TRUE when the next picture is the one that is shown. */
static gboolean
advance (GenlockCanvas *self,
         gint64 duration)
{
  GenlockCanvasPicture *next = self->next;
  GenlockPatchPen pen;

  genlock_canvas_prepare_pen (self, &pen);
  pen.cr = next->cr;
  if (!genlock_canvas_draw_some (self, &pen, &next->area, &next->progress,
                                 g_get_monotonic_time () + duration))
    return FALSE;

  finish (next);
  g_clear_pointer (&self->picture, genlock_canvas_picture_free);
  self->picture = g_steal_pointer (&self->next);
  self->is_stale = FALSE;
  return TRUE;
}

static gboolean
paint_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;

  /* Zoomed since: the next frame begins another one. */
  if (self->next != NULL && fits (self, self->next) && !advance (self, IDLE_STEP))
    return G_SOURCE_CONTINUE;

  self->paint_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

/* What is drawn. */

static gboolean
is_empty (const GenlockCanvasPicture *picture)
{
  return picture == NULL || picture->all.width <= 0;
}

void
genlock_canvas_update_picture (GenlockCanvas *self)
{
  gboolean is_current = fits (self, self->picture) && !self->is_stale
                        && covers (self, self->picture, 0);

  if (self->next != NULL && (!fits (self, self->next) || !covers (self, self->next, -MARGIN)))
    g_clear_pointer (&self->next, genlock_canvas_picture_free);
  if (self->sharpen_id != 0 && self->picture != NULL && !self->is_stale)
    return;
  if (is_current && covers (self, self->picture, SOON))
    return;

  if (self->next == NULL)
    self->next = begin (self);
  if (!is_current && advance (self, is_empty (self->picture) ? FIRST_STEP : FRAME_STEP))
    return;

  if (self->paint_id == 0)
    self->paint_id = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, paint_cb, self, NULL);
}

/* What the picture leaves, on all four sides. */
static void
append_ground (GtkSnapshot *snapshot,
               const GdkRGBA *color,
               const graphene_rect_t *view,
               const graphene_rect_t *picture)
{
  float right = view->size.width;
  float bottom = view->size.height;
  float x0 = CLAMP (picture->origin.x, 0, right);
  float y0 = CLAMP (picture->origin.y, 0, bottom);
  float x1 = CLAMP (picture->origin.x + picture->size.width, x0, right);
  float y1 = CLAMP (picture->origin.y + picture->size.height, y0, bottom);
  graphene_rect_t sides[] = {
    GRAPHENE_RECT_INIT (0, 0, right, y0),
    GRAPHENE_RECT_INIT (0, y1, right, bottom - y1),
    GRAPHENE_RECT_INIT (0, y0, x0, y1 - y0),
    GRAPHENE_RECT_INIT (x1, y0, right - x1, y1 - y0),
  };

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    if (sides[i].size.width > 0 && sides[i].size.height > 0)
      gtk_snapshot_append_color (snapshot, color, &sides[i]);
}

void
genlock_canvas_append_picture (GenlockCanvas *self,
                               GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const GenlockCanvasPicture *picture = self->picture;
  graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget),
                                             gtk_widget_get_height (widget));
  graphene_rect_t place = GRAPHENE_RECT_INIT (0, 0, 0, 0);
  double factor = 1;
  GenlockPatchPen pen;

  genlock_canvas_prepare_pen (self, &pen);
  if (picture != NULL)
    {
      double x = genlock_canvas_to_widget_x (self, picture->area.x);
      double y = genlock_canvas_to_widget_y (self, picture->area.y);

      factor = pen.zoom / picture->zoom;
      if (factor == 1)
        {
          x = round (x);
          y = round (y);
        }
      graphene_rect_init (&place, (float) x, (float) y, (float) (picture->width * factor),
                          (float) (picture->height * factor));
    }

  append_ground (snapshot, &pen.canvas, &view, &place);
  if (picture == NULL)
    return;

  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &place.origin);
  if (factor != 1)
    gtk_snapshot_scale (snapshot, (float) factor, (float) factor);
  gtk_snapshot_append_node (snapshot, factor == 1 ? picture->strips : picture->whole);
  gtk_snapshot_restore (snapshot);
}

void
genlock_canvas_invalidate (GenlockCanvas *self)
{
  self->is_stale = TRUE;
  g_clear_pointer (&self->next, genlock_canvas_picture_free);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

gboolean
genlock_canvas_is_drawn (GenlockCanvas *self)
{
  return self->picture != NULL && !self->is_stale && self->next == NULL && self->sharpen_id == 0
         && fits (self, self->picture);
}

static gboolean
sharpen_cb (gpointer user_data)
{
  GenlockCanvas *self = user_data;

  self->sharpen_id = 0;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  return G_SOURCE_REMOVE;
}

void
genlock_canvas_sharpen_later (GenlockCanvas *self)
{
  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  self->sharpen_id = g_timeout_add (SHARPEN_MS, sharpen_cb, self);
}

const GPtrArray *
genlock_canvas_get_left_out (GenlockCanvas *self)
{
  return self->picture != NULL ? self->picture->left_out : NULL;
}

void
genlock_canvas_drop_picture (GenlockCanvas *self)
{
  g_clear_handle_id (&self->sharpen_id, g_source_remove);
  g_clear_handle_id (&self->paint_id, g_source_remove);
  g_clear_pointer (&self->next, genlock_canvas_picture_free);
  g_clear_pointer (&self->picture, genlock_canvas_picture_free);
}
