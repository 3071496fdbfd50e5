/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a matrix shows of a router, finds by typing, and makes of a drag. */

#include "config.h"

#include "signal-help.h"
#include "ui/matrix/genlock-matrix-grid.h"

#define NOWHERE GENLOCK_MATRIX_NOWHERE

typedef struct
{
  SignalShow *show;           /* owned */
  GenlockCrosspoints *points; /* owned */
} Fixture;

/* CAM and "Grand CAM" at the first two of eight inputs; IN 1 to OUT 1, IN 7 to OUT 3. */
static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  g_autofree char *id = signal_id ("R");

  fixture->show = signal_show_new ();
  signal_show_source (fixture->show, "CAM", "CAMERA", "1080p50", "3G-SDI");
  signal_show_source (fixture->show, "Grand CAM", "CAMERA", "1080p50", "3G-SDI");
  signal_show_send (fixture->show, "WALL", "LED", "1080p50", "3G-SDI");
  signal_show_device (fixture->show, "R", "ROUTER", "SDI|SDI|SDI|SDI|SDI|SDI|SDI|SDI",
                      "SDI|SDI|SDI|SDI|SDI|SDI");
  signal_show_connect (fixture->show, "V 1", "CAM", "R:IN 1");
  signal_show_connect (fixture->show, "V 2", "Grand CAM", "R:IN 2");
  signal_show_connect (fixture->show, "V 3", "R:OUT 2", "WALL");
  signal_show_connect (fixture->show, "X 1", "R:IN 1", "R:OUT 1");
  signal_show_connect (fixture->show, "X 2", "R:IN 7", "R:OUT 3");
  fixture->points = genlock_crosspoints_new (
    genlock_signal_graph_get_node (fixture->show->graph, GENLOCK_SIGNAL_DEVICE, id));
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  genlock_crosspoints_free (fixture->points);
  signal_show_free (fixture->show);
}

static void
test_filter (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockMatrixGrid) all = genlock_matrix_grid_new (fixture->points, "", "", FALSE);
  g_autoptr (GenlockMatrixGrid) used = genlock_matrix_grid_new (fixture->points, "", "", TRUE);
  g_autoptr (GenlockMatrixGrid) some = genlock_matrix_grid_new (fixture->points, "cam gr", "wall",
                                                                FALSE);
  g_autoptr (GenlockMatrixGrid) none = genlock_matrix_grid_new (fixture->points, "x", "x", FALSE);

  g_assert_cmpuint (all->rows->len, ==, 8);
  g_assert_cmpuint (all->columns->len, ==, 6);
  g_assert_cmpuint (used->rows->len, ==, 3);
  g_assert_cmpuint (used->columns->len, ==, 3);
  g_assert_cmpuint (genlock_matrix_grid_find_row (used, 6), ==, 2);
  g_assert_cmpuint (genlock_matrix_grid_find_row (used, 3), ==, NOWHERE);
  g_assert_cmpuint (genlock_matrix_grid_find_row (used, 99), ==, NOWHERE);
  g_assert_cmpuint (genlock_matrix_grid_find_column (used, 2), ==, 2);
  g_assert_cmpuint (genlock_matrix_grid_find_column (used, 4), ==, NOWHERE);
  g_assert_nonnull (genlock_matrix_grid_find_point (used, &(GenlockMatrixSpot) { 2, 2 }));
  g_assert_null (genlock_matrix_grid_find_point (all, &(GenlockMatrixSpot) { 2, 2 }));
  g_assert_null (genlock_matrix_grid_find_point (all, &(GenlockMatrixSpot) { NOWHERE, 2 }));
  g_assert_cmpuint (some->rows->len, ==, 1);
  g_assert_cmpstr (genlock_matrix_grid_get_input (some, 0)->name, ==, "Grand CAM");
  g_assert_cmpstr (genlock_matrix_grid_get_output (some, 0)->label, ==, "OUT 2");
  g_assert_cmpuint (none->rows->len + none->columns->len, ==, 0);
}

static void
expect_find (const GenlockMatrixGrid *grid,
             const char *text,
             guint nth,
             guint row,
             guint column)
{
  GenlockMatrixSpot spot;

  g_assert_true (genlock_matrix_grid_seek (grid, text, nth, &spot));
  g_assert_cmpuint (spot.row, ==, row);
  g_assert_cmpuint (spot.column, ==, column);
}

static void
test_seek (Fixture *fixture,
           gconstpointer data)
{
  g_autoptr (GenlockMatrixGrid) grid = genlock_matrix_grid_new (fixture->points, "", "", FALSE);
  g_autoptr (GenlockMatrixGrid) none = genlock_matrix_grid_new (fixture->points, "x", "x", FALSE);
  GenlockMatrixSpot spot;

  /* A name that begins with it comes before one with a word that does. */
  expect_find (grid, "cam", 0, 0, NOWHERE);
  expect_find (grid, "cam", 1, 1, NOWHERE);
  expect_find (grid, "cam", 2, 0, NOWHERE);
  expect_find (grid, "OUT 5", 0, NOWHERE, 4);
  expect_find (grid, "wa", 0, NOWHERE, 1);
  expect_find (grid, "3", 0, 2, NOWHERE);
  expect_find (grid, "3", 1, NOWHERE, 2);
  expect_find (grid, "and", 0, 1, NOWHERE);
  g_assert_false (genlock_matrix_grid_seek (grid, "nobody", 0, &spot));
  g_assert_false (genlock_matrix_grid_seek (none, "in", 0, &spot));
}

/* "1>1 2>2" */
static void
expect_stroke (const GenlockMatrixGrid *grid,
               GenlockMatrixSpot from,
               GenlockMatrixSpot to,
               const char *expected)
{
  g_autoptr (GArray) spots = genlock_matrix_grid_stroke (grid, &from, &to);
  g_autoptr (GArray) wishes = genlock_matrix_grid_wish (grid, spots);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < wishes->len; i++)
    {
      const GenlockCrosspointWish *wish = &g_array_index (wishes, GenlockCrosspointWish, i);

      g_string_append_printf (text, "%s%u>%u", i > 0 ? " " : "", wish->input + 1,
                              wish->output + 1);
    }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_stroke (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockMatrixGrid) grid = genlock_matrix_grid_new (fixture->points, "", "", FALSE);
  g_autoptr (GenlockMatrixGrid) used = genlock_matrix_grid_new (fixture->points, "", "", TRUE);

  expect_stroke (grid, (GenlockMatrixSpot) { 1, 1 }, (GenlockMatrixSpot) { 1, 1 }, "2>2");
  expect_stroke (grid, (GenlockMatrixSpot) { 1, 1 }, (GenlockMatrixSpot) { 1, 3 }, "2>2 2>3 2>4");
  expect_stroke (grid, (GenlockMatrixSpot) { 1, 3 }, (GenlockMatrixSpot) { 1, 2 }, "2>4 2>3");
  expect_stroke (grid, (GenlockMatrixSpot) { 0, 0 }, (GenlockMatrixSpot) { 2, 2 }, "1>1 2>2 3>3");
  expect_stroke (grid, (GenlockMatrixSpot) { 2, 0 }, (GenlockMatrixSpot) { 0, 2 }, "3>1 2>2 1>3");
  /* What would leave the grid is left out. */
  expect_stroke (grid, (GenlockMatrixSpot) { 1, 0 }, (GenlockMatrixSpot) { 0, 1 }, "2>1 1>2");
  expect_stroke (grid, (GenlockMatrixSpot) { 1, 0 }, (GenlockMatrixSpot) { 0, 2 }, "2>1 2>2 2>3");
  expect_stroke (grid, (GenlockMatrixSpot) { 1, 0 }, (GenlockMatrixSpot) { 7, 1 }, "8>1");
  /* Between what is shown, whatever stands between. */
  expect_stroke (used, (GenlockMatrixSpot) { 0, 0 }, (GenlockMatrixSpot) { 2, 2 }, "1>1 2>2 7>3");
}

static void
test_wishes (Fixture *fixture,
             gconstpointer data)
{
  g_autoptr (GenlockMatrixGrid) grid = genlock_matrix_grid_new (fixture->points, "", "", FALSE);
  g_autoptr (GArray) all = genlock_matrix_grid_wish_clear (grid, &(GenlockMatrixSpot) { 7, 5 },
                                                           &(GenlockMatrixSpot) { 0, 0 });
  g_autoptr (GArray) some = genlock_matrix_grid_wish_clear (grid, &(GenlockMatrixSpot) { 1, 0 },
                                                            &(GenlockMatrixSpot) { 7, 2 });
  g_autoptr (GArray) swap = genlock_matrix_grid_wish_swap (grid, 0, 1);
  const GenlockCrosspointWish *wishes = (const GenlockCrosspointWish *) swap->data;

  g_assert_cmpuint (all->len, ==, 2);
  g_assert_cmpuint (some->len, ==, 1);
  g_assert_cmpuint (g_array_index (some, GenlockCrosspointWish, 0).output, ==, 2);
  g_assert_cmpuint (wishes[0].output, ==, 0);
  g_assert_cmpuint (wishes[0].input, ==, GENLOCK_CROSSPOINT_NONE);
  g_assert_cmpuint (wishes[1].output, ==, 1);
  g_assert_cmpuint (wishes[1].input, ==, 0);
}

#define TEST(name, function) \
  g_test_add ("/matrix-grid/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("filter", test_filter);
  TEST ("seek", test_seek);
  TEST ("stroke", test_stroke);
  TEST ("wishes", test_wishes);

  return g_test_run ();
}
