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
};

void
genlock_canvas_picture_free (GenlockCanvasPicture *picture)
{
  g_clear_pointer (&picture->strips, gsk_render_node_unref);
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

/* (transfer full): what the image shows within @place when it stands at (@x, @y) and is stretched
 * by @factor; in pixels of the widget. */
static GskRenderNode *
make_strips (const GenlockCanvasPicture *picture,
             double x,
             double y,
             double factor,
             const GdkRectangle *place)
{
  g_autoptr (GPtrArray) strips = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);

  for (int top = 0; top < place->height; top += STRIP)
    {
      GskRenderNode *node = gsk_cairo_node_new (
        &GRAPHENE_RECT_INIT (place->x, place->y + top, place->width,
                             MIN (STRIP, place->height - top)));
      cairo_t *cr = gsk_cairo_node_get_draw_context (node);

      cairo_translate (cr, x, y);
      cairo_scale (cr, factor, factor);
      cairo_set_source_surface (cr, picture->image, 0, 0);
      cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_FAST);
      /* Its edge is half a pixel anywhere; the ground goes on in it. */
      cairo_pattern_set_extend (cairo_get_source (cr), CAIRO_EXTEND_PAD);
      cairo_paint (cr);
      cairo_destroy (cr);
      g_ptr_array_add (strips, node);
    }

  return gsk_container_node_new ((GskRenderNode **) strips->pdata, strips->len);
}

static void
finish (GenlockCanvasPicture *picture)
{
  GdkRectangle place = { 0, 0, picture->width, picture->height };

  g_clear_pointer (&picture->cr, cairo_destroy);
  picture->strips = make_strips (picture, 0, 0, 1, &place);
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

/* What the picture leaves, on all four sides. A small picture lies on a ground of its own: that
 * never changes, and the renderer has to compose no more than the picture. */
static void
append_ground (GtkSnapshot *snapshot,
               const GdkRGBA *color,
               int width,
               int height,
               const GdkRectangle *picture)
{
  int right = picture->x + picture->width;
  int bottom = picture->y + picture->height;
  gboolean is_small = picture->width * picture->height < width * height * 2 / 3;
  graphene_rect_t whole = GRAPHENE_RECT_INIT (0, 0, width, height);
  graphene_rect_t sides[] = {
    GRAPHENE_RECT_INIT (0, 0, width, picture->y),
    GRAPHENE_RECT_INIT (0, bottom, width, height - bottom),
    GRAPHENE_RECT_INIT (0, picture->y, picture->x, picture->height),
    GRAPHENE_RECT_INIT (right, picture->y, width - right, picture->height),
  };

  if (is_small)
    gtk_snapshot_append_color (snapshot, color, &whole);
  for (guint i = 0; !is_small && i < G_N_ELEMENTS (sides); i++)
    if (sides[i].size.width > 0 && sides[i].size.height > 0)
      gtk_snapshot_append_color (snapshot, color, &sides[i]);
}

/* The part of the widget that the picture takes, on whole pixels. */
static void
get_place (const GenlockCanvasPicture *picture,
           double x,
           double y,
           double factor,
           int width,
           int height,
           GdkRectangle *place)
{
  double right = CLAMP (ceil (x + picture->width * factor), 0, width);
  double bottom = CLAMP (ceil (y + picture->height * factor), 0, height);

  place->x = (int) CLAMP (floor (x), 0, right);
  place->y = (int) CLAMP (floor (y), 0, bottom);
  place->width = (int) right - place->x;
  place->height = (int) bottom - place->y;
}

void
genlock_canvas_append_picture (GenlockCanvas *self,
                               GtkSnapshot *snapshot)
{
  const GenlockCanvasPicture *picture = self->picture;
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  GdkRectangle place = { 0 };
  GenlockPatchPen pen;
  double x = 0, y = 0, factor = 1;

  genlock_canvas_prepare_pen (self, &pen);
  if (picture != NULL)
    {
      factor = pen.zoom / picture->zoom;
      x = genlock_canvas_to_widget_x (self, picture->area.x);
      y = genlock_canvas_to_widget_y (self, picture->area.y);
      if (factor == 1)
        {
          x = round (x);
          y = round (y);
        }
      get_place (picture, x, y, factor, width, height, &place);
    }

  append_ground (snapshot, &pen.canvas, width, height, &place);
  if (place.width == 0 || place.height == 0)
    return;

  if (factor == 1)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT ((float) x, (float) y));
      gtk_snapshot_append_node (snapshot, picture->strips);
      gtk_snapshot_restore (snapshot);
    }
  else
    {
      g_autoptr (GskRenderNode) strips = make_strips (picture, x, y, factor, &place);

      gtk_snapshot_append_node (snapshot, strips);
    }
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
