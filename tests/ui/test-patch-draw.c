/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How cables and boxes look, by the pixels that no font has a hand in. */

#include "config.h"

#include <pango/pangocairo.h>
#include <string.h>

#include "signal-help.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-draw.h"

#define SHOW_ID "0f3d2c1a-5b4e-4f60-8a7b-9c8d7e6f5a4b"
#define WIDTH 900
#define HEIGHT 160

/* Larger, so that soft edges are thin beside what they surround. */
#define SCALE 4

/* Where the cable is level and nothing is written. */
#define FROM_X 300
#define TO_X 480
#define LEVEL (GENLOCK_PATCH_HEAD + GENLOCK_PATCH_ROW / 2)

typedef struct
{
  SignalShow *show;         /* owned */
  GPtrArray *places;        /* owned (element-type GenlockRecord) */
  GenlockPatchScene *scene; /* owned */
  cairo_surface_t *image;   /* owned */
  GHashTable *layouts;      /* owned */
  PangoContext *context;    /* owned */
  GenlockPatchPen pen;
} Picture;

static void
place (Picture *picture,
       GenlockSignalKind kind,
       const char *name,
       double x)
{
  g_autofree char *id = signal_id (name);
  GenlockSignalNode *node = genlock_signal_graph_get_node (picture->show->graph, kind, id);

  g_ptr_array_add (picture->places, genlock_signal_place_make (node, SHOW_ID, x, 0));
}

/* One cable from the left to the right. */
static Picture *
picture_new (void)
{
  Picture *picture = g_new0 (Picture, 1);
  PangoFontDescription *font;

  picture->show = signal_show_new ();
  picture->places = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  signal_show_source (picture->show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_send (picture->show, "DST 1", "Screen", "", "3G-SDI");
  signal_show_connect (picture->show, "C 1", "SRC 1", "DST 1");
  place (picture, GENLOCK_SIGNAL_SOURCE, "SRC 1", 0);
  place (picture, GENLOCK_SIGNAL_SEND, "DST 1", 600);
  picture->scene = genlock_patch_scene_new (picture->show->graph, picture->places);
  genlock_patch_scene_set_options (picture->scene, &(GenlockPatchOptions) { 0 });
  picture->image = cairo_image_surface_create (CAIRO_FORMAT_RGB24, SCALE * WIDTH,
                                               SCALE * HEIGHT);
  picture->layouts = genlock_patch_layouts_new ();
  picture->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  font = pango_font_description_from_string ("Sans 10");
  pango_context_set_font_description (picture->context, font);
  pango_font_description_free (font);
  picture->pen = (GenlockPatchPen) {
    .context = picture->context,
    .layouts = picture->layouts,
    .zoom = 1,
    .canvas = { 0.9f, 0.9f, 0.9f, 1 },
    .card = { 1, 1, 1, 1 },
    .text = { 0, 0, 0, 1 },
    .accent = { 0, 0, 1, 1 },
    .warning = { 1, 1, 0, 1 },
    .error = { 1, 0, 0, 1 },
  };

  return picture;
}

static void
picture_free (Picture *picture)
{
  g_object_unref (picture->context);
  g_hash_table_unref (picture->layouts);
  cairo_surface_destroy (picture->image);
  genlock_patch_scene_free (picture->scene);
  g_ptr_array_unref (picture->places);
  signal_show_free (picture->show);
  g_free (picture);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Picture, picture_free)

static GenlockPatchCable *
get_cable (Picture *picture)
{
  return picture->scene->cables->pdata[0];
}

static void
draw (Picture *picture)
{
  GenlockPatchPen *pen = &picture->pen;

  pen->cr = cairo_create (picture->image);
  gdk_cairo_set_source_rgba (pen->cr, &pen->canvas);
  cairo_paint (pen->cr);
  cairo_scale (pen->cr, SCALE, SCALE);
  genlock_patch_draw_cable (pen, get_cable (picture));
  genlock_patch_draw_words (pen, get_cable (picture));
  for (guint i = 0; i < picture->scene->boxes->len; i++)
    genlock_patch_draw_box (pen, picture->scene->boxes->pdata[i]);
  cairo_destroy (g_steal_pointer (&pen->cr));
  cairo_surface_flush (picture->image);
}

/* Of the image. */
static guint32
get_raw (Picture *picture,
         int x,
         int y)
{
  const guint8 *row = cairo_image_surface_get_data (picture->image)
                      + y * cairo_image_surface_get_stride (picture->image);
  guint32 pixel;

  memcpy (&pixel, row + x * 4, sizeof pixel);

  return pixel & 0xffffff;
}

/* In pixels at 100 %. */
static guint32
get_pixel (Picture *picture,
           int x,
           int y)
{
  return get_raw (picture, x * SCALE + SCALE / 2, y * SCALE + SCALE / 2);
}

static gboolean
is_ground (Picture *picture,
           int x,
           int y)
{
  return get_pixel (picture, x, y) == get_pixel (picture, FROM_X, HEIGHT - 1);
}

/* What a stroke looks like across: how many lines, and of how many pixels of the image in all. */
static void
look_across (Picture *picture,
             int x,
             guint *n_lines,
             guint *n_pixels)
{
  const guint32 ground_color = get_pixel (picture, FROM_X, HEIGHT - 1);
  gboolean before = TRUE;

  *n_lines = *n_pixels = 0;
  for (int y = (LEVEL - 12) * SCALE; y <= (LEVEL + 12) * SCALE; y++)
    {
      gboolean ground = get_raw (picture, x * SCALE, y) == ground_color;

      *n_pixels += !ground;
      *n_lines += before && !ground;
      before = ground;
    }
}

typedef struct
{
  guint least_lines;
  guint most_lines;
  guint most_pixels;
} Look;

static Look
draw_family (Picture *picture,
             GenlockConnectorFamily family)
{
  Look look = { G_MAXUINT, 0, 0 };

  get_cable (picture)->family = family;
  draw (picture);
  for (int x = FROM_X; x < TO_X; x++)
    {
      guint n_lines, n_pixels;

      look_across (picture, x, &n_lines, &n_pixels);
      look.least_lines = MIN (look.least_lines, n_lines);
      look.most_lines = MAX (look.most_lines, n_lines);
      look.most_pixels = MAX (look.most_pixels, n_pixels);
    }

  return look;
}

/* No two families look alike where nobody sees colours, by day, by night and in high contrast. */
static void
test_strokes (void)
{
  g_autoptr (Picture) picture = picture_new ();

  for (guint i = 0; i < 4; i++)
    {
      Look sdi, hdmi, dp, fibre, ip, ref;

      picture->pen.dark = i & 1;
      picture->pen.high_contrast = i >> 1;
      sdi = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_SDI);
      hdmi = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_HDMI);
      dp = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_DP);
      fibre = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_FIBRE);
      ip = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_IP);
      ref = draw_family (picture, GENLOCK_CONNECTOR_FAMILY_REF);

      g_assert_true (sdi.least_lines == 1 && sdi.most_lines == 1);
      g_assert_true (hdmi.least_lines == 1 && hdmi.most_lines == 1);
      g_assert_cmpuint (hdmi.most_pixels, >, sdi.most_pixels);
      g_assert_true (dp.least_lines == 0 && dp.most_lines == 1);
      g_assert_true (fibre.least_lines == 2 && fibre.most_lines == 2);
      g_assert_true (ip.least_lines == 0 && ip.most_lines == 1);
      g_assert_true (ref.least_lines == 1 && ref.most_lines == 1);
      g_assert_cmpuint (ref.most_pixels, <, sdi.most_pixels);
    }
}

/* A dash is longer than a dot. */
static void
test_dashes (void)
{
  g_autoptr (Picture) picture = picture_new ();
  guint n_dashes = 0;
  guint n_dots = 0;
  guint n_lines, n_pixels;

  draw_family (picture, GENLOCK_CONNECTOR_FAMILY_DP);
  for (int x = FROM_X; x < TO_X; x++)
    {
      look_across (picture, x, &n_lines, &n_pixels);
      n_dashes += n_lines;
    }
  draw_family (picture, GENLOCK_CONNECTOR_FAMILY_IP);
  for (int x = FROM_X; x < TO_X; x++)
    {
      look_across (picture, x, &n_lines, &n_pixels);
      n_dots += n_lines;
    }
  g_assert_cmpuint (n_dashes, >, n_dots + 20);
}

static void
test_badges (void)
{
  g_autoptr (Picture) picture = picture_new ();
  GenlockPatchPath path;
  double x, y;

  genlock_patch_cable_get_path (get_cable (picture), FALSE, &path);
  genlock_patch_path_get_middle (&path, &x, &y);
  get_cable (picture)->mark = 2;
  draw (picture);
  g_assert_cmphex (get_pixel (picture, (int) x + 5, (int) y), ==, 0xff0000);
  get_cable (picture)->mark = 1;
  draw (picture);
  g_assert_cmphex (get_pixel (picture, (int) x + 3, (int) y + 3), ==, 0xffff00);
  /* Another shape: what the octagon fills the triangle leaves. */
  g_assert_cmphex (get_pixel (picture, (int) x + 6, (int) y - 5), !=, 0xffff00);
}

static void
test_selected_and_stub (void)
{
  g_autoptr (Picture) picture = picture_new ();

  draw (picture);
  g_assert_true (is_ground (picture, 400, LEVEL + 4));
  g_assert_false (is_ground (picture, 400, LEVEL));
  get_cable (picture)->is_selected = TRUE;
  draw (picture);
  g_assert_false (is_ground (picture, 400, LEVEL + 4));

  /* Of a stub nothing is in the middle, and something is at both ends. */
  genlock_patch_cable_edit_view (get_cable (picture))->is_stub = GENLOCK_VIEW_YES;
  genlock_patch_scene_set_options (picture->scene, &(GenlockPatchOptions) { 0 });
  draw (picture);
  g_assert_true (is_ground (picture, 410, LEVEL));
  g_assert_false (is_ground (picture, 230, LEVEL));
  g_assert_false (is_ground (picture, 590, LEVEL));
}

/* Text smaller than anybody reads is left out, and what is folded has no ports. */
static void
test_small (void)
{
  g_autoptr (Picture) picture = picture_new ();

  picture->pen.zoom = 0.1;
  picture->pen.folded = TRUE;
  draw (picture);
  g_assert_cmphex (get_pixel (picture, 10, LEVEL), ==, 0xffffff);
  picture->pen.zoom = 0.5;
  picture->pen.folded = FALSE;
  draw (picture);
  g_assert_cmpuint (g_hash_table_size (picture->layouts), <=, 4);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patch-draw/strokes", test_strokes);
  g_test_add_func ("/patch-draw/dashes", test_dashes);
  g_test_add_func ("/patch-draw/badges", test_badges);
  g_test_add_func ("/patch-draw/selected-and-stub", test_selected_and_stub);
  g_test_add_func ("/patch-draw/small", test_small);

  return g_test_run ();
}
