/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes of the patch in line: aligned, spread evenly, snapped while they are dragged. */

#include "config.h"

#include "signal-help.h"
#include "ui/patch/genlock-patch-arrange.h"

static const GenlockPatchArea everywhere = { -10000, -10000, 20000, 20000 };

static SignalShow *
make_show (void)
{
  SignalShow *show = signal_show_new ();

  signal_show_source (show, "SRC 1", "Camera", "", "3G-SDI");
  signal_show_source (show, "SRC 2", "Camera", "", "3G-SDI|HDMI 2.0");
  signal_show_device (show, "E2", "SWITCHER", "3G-SDI|3G-SDI|HDMI 2.0", "3G-SDI");
  signal_show_send (show, "DST 1", "Screen", "", "3G-SDI");
  signal_show_connect (show, "C 1", "SRC 1", "E2:IN 1");
  signal_show_connect (show, "C 4", "E2:OUT 1", "DST 1");

  return show;
}

/* Sources, the device, the send. */
static GenlockPatchScene *
make_scene (SignalShow *show,
            const double places[4][2])
{
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  GenlockPatchScene *scene = genlock_patch_scene_new (show->graph, none);

  g_assert_cmpuint (scene->boxes->len, ==, 4);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      box->x = places[i][0];
      box->y = places[i][1];
    }

  return scene;
}

static GenlockPatchBox *
get_box (const GenlockPatchScene *scene,
         guint index)
{
  return scene->boxes->pdata[index];
}

static const double scattered[4][2] = { { 0, 0 }, { 40, 400 }, { 500, 80 }, { 900, 1000 } };

static void
test_align (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  double middle;

  genlock_patch_align (scene->boxes, GENLOCK_PATCH_BOTTOM);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (get_box (scene, i)->y + get_box (scene, i)->height, ==,
                       1000 + get_box (scene, 3)->height);

  genlock_patch_align (scene->boxes, GENLOCK_PATCH_MIDDLE);
  middle = get_box (scene, 0)->y + get_box (scene, 0)->height / 2;
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat_with_epsilon (get_box (scene, i)->y + get_box (scene, i)->height / 2, middle,
                                    1);

  genlock_patch_align (scene->boxes, GENLOCK_PATCH_LEFT);
  for (guint i = 0; i < 4; i++)
    g_assert_cmpfloat (get_box (scene, i)->x, ==, 0);
}

static void
test_distribute (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  const guint order[] = { 0, 2, 1, 3 };
  double gap = -1;

  genlock_patch_distribute (scene->boxes, TRUE);
  g_assert_cmpfloat (get_box (scene, 0)->y, ==, 0);
  g_assert_cmpfloat (get_box (scene, 3)->y, ==, 1000);
  for (guint i = 1; i < 4; i++)
    {
      const GenlockPatchBox *above = get_box (scene, order[i - 1]);
      double here = get_box (scene, order[i])->y - above->y - above->height;

      if (gap >= 0)
        g_assert_cmpfloat_with_epsilon (here, gap, 2);
      gap = here;
    }
}

static void
test_few (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  genlock_patch_align (boxes, GENLOCK_PATCH_LEFT);
  genlock_patch_distribute (boxes, FALSE);
  g_ptr_array_add (boxes, get_box (scene, 0));
  g_ptr_array_add (boxes, get_box (scene, 2));
  genlock_patch_distribute (boxes, FALSE);
  g_assert_cmpfloat (get_box (scene, 2)->x, ==, 500);
}

/* An edge of another box is a line, and is shown. */
static void
test_snap (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  g_autoptr (GArray) guides = NULL;
  GenlockPatchSnap snap;

  get_box (scene, 1)->is_moving = TRUE;
  get_box (scene, 1)->x = 3;
  get_box (scene, 1)->y = 700;
  genlock_patch_snap_find (scene, &everywhere, 5, &snap);
  g_assert_true (snap.has_x);
  g_assert_false (snap.has_y);
  g_assert_cmpfloat (snap.dx, ==, -3);

  get_box (scene, 1)->x = 0;
  guides = genlock_patch_guides_list (scene, &everywhere, &snap);
  g_assert_cmpuint (guides->len, ==, 1);
  g_assert_cmpfloat (g_array_index (guides, GenlockPatchGuide, 0).x1, ==, 0);
  g_assert_cmpfloat (g_array_index (guides, GenlockPatchGuide, 0).y1, <, 0);

  /* Not to what nobody sees. */
  get_box (scene, 1)->x = 3;
  genlock_patch_snap_find (scene, &(GenlockPatchArea) { 0, 600, 300, 300 }, 5, &snap);
  g_assert_false (snap.has_x);
}

/* A cable that is nearly straight is made so, whatever edges are near. */
static void
test_straight (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  g_autoptr (GArray) guides = NULL;
  GenlockPatchSnap snap;
  GenlockPatchBox *box = get_box (scene, 0);
  const GenlockPatchCable *cable = scene->cables->pdata[0];

  if (cable->from != box)
    cable = scene->cables->pdata[1];
  g_assert_true (cable->from == box);
  box->is_moving = TRUE;
  box->x = 100;
  box->y = cable->to->y + cable->to_port->y - cable->from_port->y + 4;
  genlock_patch_snap_find (scene, &everywhere, 6, &snap);
  g_assert_true (snap.has_y);
  g_assert_cmpfloat (snap.dy, ==, -4);
  box->y += snap.dy;
  guides = genlock_patch_guides_list (scene, &everywhere, &snap);
  g_assert_cmpuint (guides->len, >=, 1);
}

static void
test_nothing_moves (void)
{
  g_autoptr (SignalShow) show = make_show ();
  g_autoptr (GenlockPatchScene) scene = make_scene (show, scattered);
  g_autoptr (GArray) guides = NULL;
  GenlockPatchSnap snap;

  genlock_patch_snap_find (scene, &everywhere, 6, &snap);
  g_assert_false (snap.has_x || snap.has_y);
  guides = genlock_patch_guides_list (scene, &everywhere, &snap);
  g_assert_cmpuint (guides->len, ==, 0);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/patch-arrange/align", test_align);
  g_test_add_func ("/patch-arrange/distribute", test_distribute);
  g_test_add_func ("/patch-arrange/few", test_few);
  g_test_add_func ("/patch-arrange/snap", test_snap);
  g_test_add_func ("/patch-arrange/straight", test_straight);
  g_test_add_func ("/patch-arrange/nothing-moves", test_nothing_moves);

  return g_test_run ();
}
