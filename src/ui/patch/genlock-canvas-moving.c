/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes that are dragged, with their cables, above the picture of all others. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* They are drawn in tiles of so many pixels of the widget: the renderer composes and sends to the
 * screen only those with something in them. */
#define TILE 128

/* Pixels of the widget by which lines and numbers reach out of the curve of a cable. */
#define REACH 12

/* A curve is looked at in so many pieces. */
#define N_PIECES 12

typedef struct
{
  GenlockCanvas *canvas; /* unowned */
  int n_columns;
  int n_rows;
  gboolean *tiles; /* owned: whether there is something */
} Grid;

/* (transfer container): boxes and cables that are not dragged any more, and not yet part of the
 * picture. */
static GHashTable *
list_left_out (GenlockCanvas *self)
{
  const GPtrArray *keys = genlock_canvas_get_left_out (self);
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GHashTable *left_out = g_hash_table_new (NULL, NULL);

  for (guint i = 0; keys != NULL && i < keys->len; i++)
    {
      GenlockPatchBox *box = genlock_patch_scene_find_box (scene, keys->pdata[i]);
      GenlockPatchCable *cable = genlock_patch_scene_find_cable (scene, keys->pdata[i]);

      if (box != NULL && !box->is_moving)
        g_hash_table_add (left_out, box);
      if (cable != NULL)
        g_hash_table_add (left_out, cable);
    }

  return left_out;
}

/* (transfer container) (element-type GenlockPatchBox) */
static GPtrArray *
list_boxes (GenlockCanvas *self,
            GHashTable *left_out)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean is_any = g_hash_table_size (left_out) > 0;
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      if (box->is_moving || (is_any && g_hash_table_contains (left_out, box)))
        g_ptr_array_add (boxes, box);
    }

  return boxes;
}

/* (transfer container) (element-type GenlockPatchCable) */
static GPtrArray *
list_cables (GenlockCanvas *self,
             GHashTable *left_out)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean folded = genlock_canvas_is_folded (self);
  gboolean is_any = g_hash_table_size (left_out) > 0;
  GPtrArray *cables = g_ptr_array_new ();

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if ((cable->from->is_moving || cable->to->is_moving || genlock_canvas_is_bending (cable)
           || (is_any && (g_hash_table_contains (left_out, cable->from)
                          || g_hash_table_contains (left_out, cable->to)
                          || g_hash_table_contains (left_out, cable))))
          && genlock_patch_cable_is_shown (cable, folded))
        g_ptr_array_add (cables, cable);
    }

  return cables;
}

/* Tiles. */

/* Something is in every tile that an area of the scene meets. */
static void
add_area (Grid *grid,
          const GenlockPatchArea *area)
{
  double x0 = genlock_canvas_to_widget_x (grid->canvas, area->x) - REACH;
  double y0 = genlock_canvas_to_widget_y (grid->canvas, area->y) - REACH;
  double x1 = genlock_canvas_to_widget_x (grid->canvas, area->x + area->width) + REACH;
  double y1 = genlock_canvas_to_widget_y (grid->canvas, area->y + area->height) + REACH;
  int left = (int) CLAMP (floor (x0 / TILE), 0, grid->n_columns);
  int top = (int) CLAMP (floor (y0 / TILE), 0, grid->n_rows);
  int right = (int) CLAMP (floor (x1 / TILE), -1, grid->n_columns - 1);
  int bottom = (int) CLAMP (floor (y1 / TILE), -1, grid->n_rows - 1);

  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++)
      grid->tiles[y * grid->n_columns + x] = TRUE;
}

static double
get_point (const double *places,
           double t)
{
  double u = 1 - t;

  return u * u * u * places[0] + 3 * u * u * t * places[1] + 3 * u * t * t * places[2]
         + t * t * t * places[3];
}

static void
add_curve (Grid *grid,
           const GenlockPatchCurve *curve)
{
  double x0 = curve->x[0];
  double y0 = curve->y[0];

  for (guint i = 1; i <= N_PIECES; i++)
    {
      double x1 = get_point (curve->x, (double) i / N_PIECES);
      double y1 = get_point (curve->y, (double) i / N_PIECES);
      GenlockPatchArea area = { MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };

      add_area (grid, &area);
      x0 = x1;
      y0 = y1;
    }
}

static void
add_cable (Grid *grid,
           const GenlockPatchCable *cable)
{
  GenlockPatchPath path;
  GenlockPatchArea area;

  /* What is written at its ends may be long. */
  if (!genlock_canvas_is_folded (grid->canvas))
    {
      genlock_patch_cable_get_area (cable, FALSE, &area);
      add_area (grid, &area);
      return;
    }

  genlock_patch_cable_get_path (cable, TRUE, &path);
  for (guint i = 0; i < path.n_curves; i++)
    add_curve (grid, &path.curves[i]);
}

/* What has to be drawn, in tiles. */
static void
get_bounds (const Grid *grid,
            GdkRectangle *bounds)
{
  int left = grid->n_columns, top = grid->n_rows, right = 0, bottom = 0;

  for (int y = 0; y < grid->n_rows; y++)
    for (int x = 0; x < grid->n_columns; x++)
      {
        if (!grid->tiles[y * grid->n_columns + x])
          continue;

        left = MIN (left, x);
        top = MIN (top, y);
        right = MAX (right, x + 1);
        bottom = MAX (bottom, y + 1);
      }
  *bounds = (GdkRectangle) { left, top, MAX (0, right - left), MAX (0, bottom - top) };
}

/* (transfer full): what moves, as pixels: drawn once, and not once for each tile. */
static cairo_surface_t *
draw_image (const Grid *grid,
            const GdkRectangle *bounds,
            const GPtrArray *boxes,
            const GPtrArray *cables)
{
  GenlockCanvas *self = grid->canvas;
  int factor = gtk_widget_get_scale_factor (GTK_WIDGET (self));
  cairo_surface_t *image = cairo_image_surface_create (CAIRO_FORMAT_ARGB32,
                                                       bounds->width * TILE * factor,
                                                       bounds->height * TILE * factor);
  GenlockPatchPen pen;

  genlock_canvas_prepare_pen (self, &pen);
  cairo_surface_set_device_scale (image, factor, factor);
  pen.cr = cairo_create (image);
  cairo_translate (pen.cr, -bounds->x * TILE, -bounds->y * TILE);
  cairo_scale (pen.cr, pen.zoom, pen.zoom);
  cairo_translate (pen.cr, -self->x, -self->y);
  genlock_canvas_draw_loose (self, &pen, boxes, cables);
  cairo_destroy (pen.cr);

  return image;
}

/* (transfer full) */
static GskRenderNode *
make_tile (const Grid *grid,
           cairo_surface_t *image,
           const GdkRectangle *bounds,
           int x,
           int y)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (x * TILE, y * TILE, TILE, TILE);
  GskRenderNode *node;
  cairo_t *cr;

  if (!grid->tiles[y * grid->n_columns + x])
    return gsk_color_node_new (&(GdkRGBA) { 0, 0, 0, 0 }, &place);

  node = gsk_cairo_node_new (&place);
  cr = gsk_cairo_node_get_draw_context (node);
  cairo_set_source_surface (cr, image, bounds->x * TILE, bounds->y * TILE);
  cairo_paint (cr);
  cairo_destroy (cr);

  return node;
}

/* As many nodes in every frame, so that the renderer finds out which of them changed. */
static void
append_tiles (const Grid *grid,
              const GPtrArray *boxes,
              const GPtrArray *cables,
              GtkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GskRenderNode) container = NULL;
  cairo_surface_t *image;
  GdkRectangle bounds;

  get_bounds (grid, &bounds);
  if (bounds.width == 0 || bounds.height == 0)
    return;

  image = draw_image (grid, &bounds, boxes, cables);
  for (int y = 0; y < grid->n_rows; y++)
    for (int x = 0; x < grid->n_columns; x++)
      g_ptr_array_add (nodes, make_tile (grid, image, &bounds, x, y));
  cairo_surface_destroy (image);
  container = gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
  gtk_snapshot_append_node (snapshot, container);
}

void
genlock_canvas_append_moving (GenlockCanvas *self,
                              GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GHashTable) left_out = list_left_out (self);
  g_autoptr (GPtrArray) boxes = NULL;
  g_autoptr (GPtrArray) cables = NULL;
  Grid grid = { .canvas = self };

  if (self->mode != GENLOCK_CANVAS_MOVING && self->mode != GENLOCK_CANVAS_BENDING
      && g_hash_table_size (left_out) == 0)
    return;

  boxes = list_boxes (self, left_out);
  cables = list_cables (self, left_out);
  grid.n_columns = (width + TILE - 1) / TILE;
  grid.n_rows = (height + TILE - 1) / TILE;
  grid.tiles = g_new0 (gboolean, (gsize) grid.n_columns * grid.n_rows);
  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];
      GenlockPatchArea area = { box->x, box->y, box->width, box->height };

      add_area (&grid, &area);
    }
  for (guint i = 0; i < cables->len; i++)
    add_cable (&grid, cables->pdata[i]);
  append_tiles (&grid, boxes, cables, snapshot);
  g_free (grid.tiles);
  if (self->mode == GENLOCK_CANVAS_MOVING)
    {
      GenlockPatchPen pen;

      genlock_canvas_prepare_pen (self, &pen);
      genlock_canvas_append_guides (self, snapshot, &pen.accent);
    }
}
