/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes, cables and places of the patch, what is under the pointer, where arrow keys lead. */

#include "config.h"

#include <math.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sources.h"
#include "signal-help.h"
#include "signal/genlock-signal-place.h"
#include "ui/patch/genlock-patch-layout.h"

#define SHOW_ID "0f3d2c1a-5b4e-4f60-8a7b-9c8d7e6f5a4b"

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "", "3G-SDI|HDMI 2.0");
  signal_show_device (show, "E2", "SWITCHER", "3G-SDI|3G-SDI|HDMI 2.0", "3G-SDI");
  signal_show_send (show, "DST 1", "Screen", "", "3G-SDI");
  signal_show_connect (show, "C 1", "SRC 1", "E2:IN 1");
  signal_show_connect (show, "C 2", "SRC 2", "E2:IN 2");
  signal_show_connect (show, "C 3", "SRC 2:2", "E2:IN 3");
  signal_show_connect (show, "X 1", "E2:IN 1", "E2:OUT 1");
  signal_show_connect (show, "C 4", "E2:OUT 1", "DST 1");

  return show;
}

static GenlockSignalNode *
get_node (SignalShow *show,
          GenlockSignalKind kind,
          const char *name)
{
  g_autofree char *id = signal_id (name);

  return genlock_signal_graph_get_node (show->graph, kind, id);
}

static void
lay_out (GenlockPatchScene *scene,
         GHashTable *places)
{
  g_autoptr (GenlockPatchLayout) layout = NULL;

  genlock_patch_places_apply (scene, places);
  layout = genlock_patch_layout_new (scene, places, NULL);
  g_assert_true (genlock_patch_layout_run (layout, NULL));
  genlock_patch_layout_keep (layout, places);
  g_assert_true (genlock_patch_places_apply (scene, places));
}

static GenlockPatchScene *
make_scene (SignalShow *show,
            GPtrArray *rows)
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) places = genlock_patch_places_new ();
  GenlockPatchScene *scene = genlock_patch_scene_new (show->graph, rows != NULL ? rows : none);

  lay_out (scene, places);

  return scene;
}

static GenlockPatchBox *
get_box (SignalShow *show,
         const GenlockPatchScene *scene,
         GenlockSignalKind kind,
         const char *name)
{
  return genlock_patch_scene_get_box (scene, get_node (show, kind, name));
}

static void
test_boxes (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);
  const GenlockPatchBox *box = get_box (show, scene, GENLOCK_SIGNAL_DEVICE, "E2");

  g_assert_cmpuint (scene->boxes->len, ==, 4);
  g_assert_cmpuint (scene->cables->len, ==, 5);
  g_assert_cmpuint (box->n_inputs, ==, 3);
  g_assert_cmpuint (box->ports->len, ==, 4);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *one = scene->boxes->pdata[i];
      const double sizes[] = { one->x, one->y, one->width, one->height };

      for (guint j = 0; j < G_N_ELEMENTS (sizes); j++)
        g_assert_cmpfloat (sizes[j], ==, genlock_patch_snap (sizes[j]));
    }
}

static void
test_no_box_over_another (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);

  for (guint i = 0; i < scene->boxes->len; i++)
    for (guint j = i + 1; j < scene->boxes->len; j++)
      {
        const GenlockPatchBox *a = scene->boxes->pdata[i];
        const GenlockPatchBox *b = scene->boxes->pdata[j];
        GenlockPatchArea first = { a->x, a->y, a->width, a->height };
        GenlockPatchArea second = { b->x, b->y, b->width, b->height };

        g_assert_false (genlock_patch_area_meets (&first, &second));
      }
}

static void
test_bundles (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);
  guint n_bundles = 0;
  guint n_cables = 0;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      n_cables += cable->n_bundled;
      n_bundles += cable->n_bundled > 0;
    }

  /* Two cables run from SRC 2 to E2. */
  g_assert_cmpuint (n_cables, ==, 5);
  g_assert_cmpuint (n_bundles, ==, 4);
}

static void
add_place (GPtrArray *rows,
           SignalShow *show,
           GenlockSignalKind kind,
           const char *name,
           double x,
           double y)
{
  g_ptr_array_add (rows, genlock_signal_place_make (get_node (show, kind, name), SHOW_ID, x, y));
}

static void
test_places (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GenlockPatchScene) scene = NULL;
  const GenlockPatchBox *box;

  add_place (rows, show, GENLOCK_SIGNAL_SOURCE, "SRC 1", -400, 96);
  add_place (rows, show, GENLOCK_SIGNAL_SOURCE, "SRC 2", 0, 0);
  genlock_record_unset (rows->pdata[1], GENLOCK_GRAPH_NODE_X);
  add_place (rows, show, GENLOCK_SIGNAL_DEVICE, "E2", 0, 1e300);
  add_place (rows, show, GENLOCK_SIGNAL_SEND, "DST 1", -1e7, 0);
  scene = make_scene (show, rows);

  box = get_box (show, scene, GENLOCK_SIGNAL_SOURCE, "SRC 1");
  g_assert_true (box->is_placed);
  g_assert_cmpfloat (box->x, ==, -400);
  g_assert_cmpfloat (box->y, ==, 96);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *one = scene->boxes->pdata[i];

      g_assert_true (one == box || !one->is_placed);
      g_assert_true (isfinite (one->x) && fabs (one->x) < 1e6);
      g_assert_true (isfinite (one->y) && fabs (one->y) < 1e6);
    }
}

/* Two replicas make the same row. */
static void
test_place_ids (void)
{
  g_autoptr (SignalShow) show = make_show ();
  GenlockSignalNode *node = get_node (show, GENLOCK_SIGNAL_DEVICE, "E2");
  g_autoptr (GenlockRecord) a = genlock_signal_place_make (node, SHOW_ID, 0, 0);
  g_autoptr (GenlockRecord) b = genlock_signal_place_make (node, SHOW_ID, 8, 16);
  GenlockSignalKind kind;
  double x, y;

  g_assert_cmpstr (genlock_record_get_id (a), ==, genlock_record_get_id (b));
  g_assert_true (genlock_signal_place_read (b, &kind, &x, &y));
  g_assert_cmpint (kind, ==, GENLOCK_SIGNAL_DEVICE);
  g_assert_cmpfloat (x, ==, 8);
  g_assert_cmpfloat (y, ==, 16);

  genlock_record_set_text (b, GENLOCK_GRAPH_NODE_NODE_TYPE, "TENT");
  g_assert_false (genlock_signal_place_read (b, &kind, &x, &y));
}

/* A new cable moves nothing that has a place. */
static void
test_layout_keeps (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GHashTable) places = genlock_patch_places_new ();
  g_autoptr (GenlockPatchScene) before = genlock_patch_scene_new (show->graph, none);
  g_autoptr (GenlockPatchScene) after = NULL;
  double x, y;

  lay_out (before, places);
  x = get_box (show, before, GENLOCK_SIGNAL_SEND, "DST 1")->x;
  y = get_box (show, before, GENLOCK_SIGNAL_SEND, "DST 1")->y;

  signal_show_source (show, "SRC 3", "Camera", "", "3G-SDI");
  signal_show_connect (show, "C 5", "SRC 3", "DST 1");
  after = genlock_patch_scene_new (show->graph, none);
  lay_out (after, places);
  g_assert_cmpfloat (get_box (show, after, GENLOCK_SIGNAL_SEND, "DST 1")->x, ==, x);
  g_assert_cmpfloat (get_box (show, after, GENLOCK_SIGNAL_SEND, "DST 1")->y, ==, y);
  g_assert_cmpuint (g_hash_table_size (places), ==, 5);
}

static void
test_hits (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);
  GenlockPatchBox *box = get_box (show, scene, GENLOCK_SIGNAL_DEVICE, "E2");
  const GenlockPatchPort *second = &g_array_index (box->ports, GenlockPatchPort, 1);
  const GenlockPatchPort *output = &g_array_index (box->ports, GenlockPatchPort, 3);
  GenlockPatchHit hit;
  double x, y;

  genlock_patch_box_get_plug (box, second, &x, &y);
  g_assert_true (genlock_patch_scene_hit (scene, x - 4, y, 0, FALSE, &hit));
  g_assert_true (hit.box == box && hit.port == second);
  genlock_patch_box_get_plug (box, output, &x, &y);
  g_assert_true (genlock_patch_scene_hit (scene, x + 4, y, 0, FALSE, &hit));
  g_assert_true (hit.box == box && hit.port == output);

  /* The head is the box itself, and folded everything is. */
  g_assert_true (genlock_patch_scene_hit (scene, box->x + 20, box->y + 20, 0, FALSE, &hit));
  g_assert_true (hit.box == box && hit.port == NULL);
  g_assert_true (genlock_patch_scene_hit (scene, x - 4, y, 0, TRUE, &hit));
  g_assert_true (hit.box == box && hit.port == NULL);
  g_assert_false (genlock_patch_scene_hit (scene, box->x, box->y - 2000, 4, FALSE, &hit));
}

static void
test_hits_cables (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);
  guint n = 0;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];
      GenlockPatchPath path;
      GenlockPatchHit hit;
      double x, y;

      if (cable->link->part == GENLOCK_SIGNAL_CROSSPOINT)
        continue;

      genlock_patch_cable_get_path (cable, FALSE, &path);
      g_assert_cmpuint (path.n_curves, ==, 1);
      genlock_patch_path_get_middle (&path, &x, &y);
      g_assert_cmpfloat (genlock_patch_path_get_distance (&path, x, y, NULL), <, 1);
      g_assert_true (genlock_patch_scene_hit (scene, x, y, 4, FALSE, &hit));
      n += hit.cable == cable;
    }
  g_assert_cmpuint (n, ==, 4);
}

static void
test_steps (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, NULL);
  GenlockPatchBox *source = get_box (show, scene, GENLOCK_SIGNAL_SOURCE, "SRC 1");
  GenlockPatchBox *device = get_box (show, scene, GENLOCK_SIGNAL_DEVICE, "E2");
  GenlockPatchBox *send = get_box (show, scene, GENLOCK_SIGNAL_SEND, "DST 1");

  g_assert_true (genlock_patch_scene_step (scene, source, 1, 0) == device);
  g_assert_true (genlock_patch_scene_step (scene, device, 1, 0) == send);
  g_assert_true (genlock_patch_scene_step (scene, send, -1, 0) == device);
  g_assert_null (genlock_patch_scene_step (scene, send, 1, 0));
}

/* Shows that nobody means, but that others may post: none of them may take long. */

#define MANY 20000

static void
test_many_feeds (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockPatchScene) scene = NULL;
  GenlockPatchOptions options = { 0 };
  GenlockPatchArea area;

  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_send (show, "DST 1", "Screen", "", "3G-SDI");
  for (guint i = 0; i < MANY; i++)
    {
      g_autofree char *name = g_strdup_printf ("C %u", i);

      signal_show_connect (show, name, "SRC 1", "DST 1");
    }

  scene = make_scene (show, NULL);
  g_assert_cmpuint (scene->boxes->len, ==, 2);
  g_assert_cmpuint (scene->cables->len, ==, MANY);
  options.stub_distance = 1;
  genlock_patch_scene_set_options (scene, &options);
  for (guint i = 0; i < MANY; i++)
    {
      genlock_patch_cable_get_area (scene->cables->pdata[i], FALSE, &area);
      g_assert_true (isfinite (area.x) && isfinite (area.y));
    }
}

static void
test_long_loop (void)
{
  g_autoptr (SignalShow) show = signal_show_new ();
  g_autoptr (GenlockPatchScene) scene = NULL;
  const guint n = 500;

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("D %u", i);

      signal_show_device (show, name, "CONVERTER", "3G-SDI", "3G-SDI");
    }
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *cable = g_strdup_printf ("C %u", i);
      g_autofree char *inside = g_strdup_printf ("X %u", i);
      g_autofree char *input = g_strdup_printf ("D %u:IN 1", i);
      g_autofree char *output = g_strdup_printf ("D %u:OUT 1", i);
      g_autofree char *next = g_strdup_printf ("D %u:IN 1", (i + 1) % n);

      signal_show_connect (show, inside, input, output);
      signal_show_connect (show, cable, output, next);
    }

  scene = make_scene (show, NULL);
  g_assert_cmpuint (scene->cables->len, ==, 2 * n);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      g_assert_true (isfinite (box->x) && isfinite (box->y));
    }
}

static void
test_long_words (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = NULL;
  g_autofree char *name = g_strnfill (10000, 'M');
  const GenlockPatchBox *box;

  signal_show_set_text (show, "SRC 1", GENLOCK_SOURCE_NAME, name);
  signal_show_set_text (show, "C 1", GENLOCK_CONNECTION_CABLE_LABEL, name);
  scene = make_scene (show, NULL);
  box = get_box (show, scene, GENLOCK_SIGNAL_SOURCE, "SRC 1");
  g_assert_cmpuint (strlen (box->name), <, 1000);
  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      g_assert_true (cable->label == NULL || strlen (cable->label) < 1000);
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/patch-scene/boxes", test_boxes);
  g_test_add_func ("/patch-scene/no-box-over-another", test_no_box_over_another);
  g_test_add_func ("/patch-scene/bundles", test_bundles);
  g_test_add_func ("/patch-scene/places", test_places);
  g_test_add_func ("/patch-scene/place-ids", test_place_ids);
  g_test_add_func ("/patch-scene/layout-keeps", test_layout_keeps);
  g_test_add_func ("/patch-scene/hits", test_hits);
  g_test_add_func ("/patch-scene/hits-cables", test_hits_cables);
  g_test_add_func ("/patch-scene/steps", test_steps);
  g_test_add_func ("/patch-scene/many-feeds", test_many_feeds);
  g_test_add_func ("/patch-scene/long-loop", test_long_loop);
  g_test_add_func ("/patch-scene/long-words", test_long_words);

  return g_test_run ();
}
