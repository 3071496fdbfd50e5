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

/* From so many cables on they have rough edges until they stay: that takes a sixth of the time. */
#define MANY 24

/* Pixels of the widget by which lines and numbers reach out of the curve of a cable. */
#define REACH 12

/* A curve is looked at in so many pieces. */
#define N_PIECES 12

/* What a tile shows. */
typedef struct
{
  GPtrArray *boxes; /* owned, nullable */
  GPtrArray *cables; /* owned, nullable */
} Tile;

typedef struct
{
  GenlockCanvas *canvas; /* unowned */
  double zoom;
  int size; /* of a tile */
  int n_columns;
  int n_rows;
  Tile *tiles; /* owned */
} Grid;

/* (transfer container) (element-type GenlockPatchBox) */
static GPtrArray *
list_boxes (GenlockCanvas *self)
{
  const GPtrArray *left_out = genlock_canvas_get_left_out (self);
  GPtrArray *boxes = g_ptr_array_new ();

  for (guint i = 0; i < self->moving->len; i++)
    g_ptr_array_add (boxes, self->moving->pdata[i]);
  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    {
      GenlockPatchBox *box = genlock_patch_scene_find_box (genlock_canvas_get_scene (self),
                                                           left_out->pdata[i]);

      if (box != NULL && !box->is_moving)
        g_ptr_array_add (boxes, box);
    }

  return boxes;
}

static void
add_left_out_cables (GenlockCanvas *self,
                     GHashTable *set)
{
  const GPtrArray *left_out = genlock_canvas_get_left_out (self);

  for (guint i = 0; left_out != NULL && i < left_out->len; i++)
    {
      GenlockPatchCable *cable = genlock_patch_scene_find_cable (genlock_canvas_get_scene (self),
                                                                 left_out->pdata[i]);

      if (cable != NULL)
        g_hash_table_add (set, cable);
    }
}

/* (transfer container) (element-type GenlockPatchCable) */
static GPtrArray *
list_cables (GenlockCanvas *self,
             const GPtrArray *boxes)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean folded = genlock_canvas_is_folded (self);
  g_autoptr (GHashTable) set = g_hash_table_new (NULL, NULL);
  GPtrArray *cables = g_ptr_array_new ();

  for (guint i = 0; i < boxes->len; i++)
    g_hash_table_add (set, boxes->pdata[i]);
  add_left_out_cables (self, set);
  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];

      if (genlock_patch_cable_is_shown (cable, folded)
          && (g_hash_table_contains (set, cable->from) || g_hash_table_contains (set, cable->to)
              || g_hash_table_contains (set, cable) || genlock_canvas_is_bending (cable)))
        g_ptr_array_add (cables, cable);
    }

  return cables;
}

/* Tiles. */

static void
add_to_list (GPtrArray **list,
             gpointer item)
{
  if (*list == NULL)
    *list = g_ptr_array_new ();
  if ((*list)->len == 0 || (*list)->pdata[(*list)->len - 1] != item)
    g_ptr_array_add (*list, item);
}

/* Puts a box or a cable into every tile that an area of the scene meets. */
static void
add_item (Grid *grid,
          const GenlockPatchArea *area,
          gpointer box,
          gpointer cable)
{
  double x0 = genlock_canvas_to_widget_x (grid->canvas, area->x) - REACH;
  double y0 = genlock_canvas_to_widget_y (grid->canvas, area->y) - REACH;
  double x1 = genlock_canvas_to_widget_x (grid->canvas, area->x + area->width) + REACH;
  double y1 = genlock_canvas_to_widget_y (grid->canvas, area->y + area->height) + REACH;
  int left = (int) CLAMP (floor (x0 / grid->size), 0, grid->n_columns);
  int top = (int) CLAMP (floor (y0 / grid->size), 0, grid->n_rows);
  int right = (int) CLAMP (floor (x1 / grid->size), -1, grid->n_columns - 1);
  int bottom = (int) CLAMP (floor (y1 / grid->size), -1, grid->n_rows - 1);

  for (int y = top; y <= bottom; y++)
    for (int x = left; x <= right; x++)
      {
        Tile *tile = &grid->tiles[y * grid->n_columns + x];

        if (box != NULL)
          add_to_list (&tile->boxes, box);
        else
          add_to_list (&tile->cables, cable);
      }
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
           const GenlockPatchCurve *curve,
           gpointer cable)
{
  double x0 = curve->x[0];
  double y0 = curve->y[0];

  for (guint i = 1; i <= N_PIECES; i++)
    {
      double x1 = get_point (curve->x, (double) i / N_PIECES);
      double y1 = get_point (curve->y, (double) i / N_PIECES);
      GenlockPatchArea area = { MIN (x0, x1), MIN (y0, y1), fabs (x1 - x0), fabs (y1 - y0) };

      add_item (grid, &area, NULL, cable);
      x0 = x1;
      y0 = y1;
    }
}

static void
add_cable (Grid *grid,
           GenlockPatchCable *cable)
{
  GenlockPatchPath path;
  GenlockPatchArea area;

  /* What is written at its ends may be long. */
  if (!genlock_canvas_is_folded (grid->canvas))
    {
      genlock_patch_cable_get_area (cable, FALSE, &area);
      add_item (grid, &area, NULL, cable);
      return;
    }

  genlock_patch_cable_get_path (cable, TRUE, &path);
  for (guint i = 0; i < path.n_curves; i++)
    add_curve (grid, &path.curves[i], cable);
}

/* (transfer full) */
static GskRenderNode *
make_tile (const Grid *grid,
           GenlockPatchPen *pen,
           int x,
           int y)
{
  graphene_rect_t place = GRAPHENE_RECT_INIT (x * grid->size, y * grid->size, grid->size,
                                              grid->size);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const Tile *tile = &grid->tiles[y * grid->n_columns + x];
  GskRenderNode *node;

  if (tile->boxes == NULL && tile->cables == NULL)
    return gsk_color_node_new (&(GdkRGBA) { 0, 0, 0, 0 }, &place);

  node = gsk_cairo_node_new (&place);
  pen->cr = gsk_cairo_node_get_draw_context (node);
  cairo_scale (pen->cr, grid->zoom, grid->zoom);
  cairo_translate (pen->cr, -grid->canvas->x, -grid->canvas->y);
  genlock_canvas_draw_loose (grid->canvas, pen, tile->boxes != NULL ? tile->boxes : none,
                             tile->cables != NULL ? tile->cables : none);
  cairo_destroy (pen->cr);

  return node;
}

/* As many nodes in every frame, so that the renderer finds out which of them changed. */
static void
append_tiles (Grid *grid,
              GtkSnapshot *snapshot,
              gboolean rough)
{
  g_autoptr (GPtrArray) nodes = g_ptr_array_new_with_free_func (
    (GDestroyNotify) gsk_render_node_unref);
  g_autoptr (GskRenderNode) container = NULL;
  GenlockPatchPen pen;

  genlock_canvas_prepare_pen (grid->canvas, &pen);
  pen.rough = rough;
  for (int y = 0; y < grid->n_rows; y++)
    for (int x = 0; x < grid->n_columns; x++)
      {
        Tile *tile = &grid->tiles[y * grid->n_columns + x];

        g_ptr_array_add (nodes, make_tile (grid, &pen, x, y));
        g_clear_pointer (&tile->boxes, g_ptr_array_unref);
        g_clear_pointer (&tile->cables, g_ptr_array_unref);
      }
  container = gsk_container_node_new ((GskRenderNode **) nodes->pdata, nodes->len);
  gtk_snapshot_append_node (snapshot, container);
}

void
genlock_canvas_append_moving (GenlockCanvas *self,
                              GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  g_autoptr (GPtrArray) boxes = list_boxes (self);
  g_autoptr (GPtrArray) cables = list_cables (self, boxes);
  Grid grid = { .canvas = self, .zoom = genlock_canvas_get_scale (self) };

  if (boxes->len == 0 && cables->len == 0)
    return;

  grid.size = TILE;
  grid.n_columns = (width + grid.size - 1) / grid.size;
  grid.n_rows = (height + grid.size - 1) / grid.size;
  grid.tiles = g_new0 (Tile, (gsize) grid.n_columns * grid.n_rows);
  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];
      GenlockPatchArea area = { box->x, box->y, box->width, box->height };

      add_item (&grid, &area, boxes->pdata[i], NULL);
    }
  for (guint i = 0; i < cables->len; i++)
    add_cable (&grid, cables->pdata[i]);
  append_tiles (&grid, snapshot, cables->len > MANY);
  g_free (grid.tiles);
  if (self->mode == GENLOCK_CANVAS_MOVING)
    {
      GenlockPatchPen pen;

      genlock_canvas_prepare_pen (self, &pen);
      genlock_canvas_append_guides (self, snapshot, &pen.accent);
    }
}
