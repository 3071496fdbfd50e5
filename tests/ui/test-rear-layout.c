/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the ports of a drawn panel stand. */

#include "config.h"

#include "ui/equipment/genlock-rear-layout.h"

static const GenlockRearMetrics metrics = {
  .cell_width = 50, .cell_height = 40, .caption_width = 30, .title_height = 20, .pad = 10,
  .gap = 8,
};

/* Its own: 7 in, 2 out; a card with 5 in. */
static const GenlockRearGroup groups[] = {
  { .n_ports = 7, .begins = TRUE },
  { .n_ports = 2 },
  { .n_ports = 5, .begins = TRUE, .titled = TRUE },
};

static GenlockRearLayout *
make (int width,
      gboolean rtl)
{
  return genlock_rear_layout_new (groups, G_N_ELEMENTS (groups), &metrics, width, rtl);
}

static void
assert_port (GenlockRearLayout *layout,
             guint port,
             int x,
             int y)
{
  GdkRectangle cell;

  genlock_rear_layout_get_port (layout, port, &cell);
  g_assert_cmpint (cell.x, ==, x);
  g_assert_cmpint (cell.y, ==, y);
  g_assert_cmpint (cell.width, ==, 50);
  g_assert_cmpint (cell.height, ==, 40);
  g_assert_cmpuint (genlock_rear_layout_find (layout, cell.x + 1, cell.y + 1), ==, port);
  g_assert_cmpuint (genlock_rear_layout_find (layout, cell.x + 49, cell.y + 39), ==, port);
}

static void
test_places (void)
{
  g_autoptr (GenlockRearLayout) layout = make (10 + 30 + 4 * 50 + 49 + 10, FALSE);
  GdkRectangle place;

  g_assert_cmpuint (genlock_rear_layout_get_n_ports (layout), ==, 14);
  assert_port (layout, 0, 40, 10);
  assert_port (layout, 3, 190, 10);
  assert_port (layout, 4, 40, 50);
  assert_port (layout, 7, 40, 90);
  /* The first plate ends at 90 + 40 + 10, the gap is 8, the title 20. */
  assert_port (layout, 9, 40, 178);
  assert_port (layout, 13, 40, 218);
  g_assert_cmpint (genlock_rear_layout_get_height (layout), ==, 268);

  g_assert_true (genlock_rear_layout_get_plate (layout, 0, &place));
  g_assert_cmpint (place.height, ==, 140);
  g_assert_false (genlock_rear_layout_get_plate (layout, 1, &place));
  g_assert_true (genlock_rear_layout_get_plate (layout, 2, &place));
  g_assert_cmpint (place.y, ==, 148);
  g_assert_cmpint (place.height, ==, 120);
  g_assert_false (genlock_rear_layout_get_title (layout, 0, &place));
  g_assert_true (genlock_rear_layout_get_title (layout, 2, &place));
  g_assert_cmpint (place.y, ==, 158);

  g_assert_cmpuint (genlock_rear_layout_find (layout, 5, 20), ==, GENLOCK_REAR_NONE);
  g_assert_cmpuint (genlock_rear_layout_find (layout, 241, 20), ==, GENLOCK_REAR_NONE);
  g_assert_cmpuint (genlock_rear_layout_find (layout, 200, 60), ==, GENLOCK_REAR_NONE);
  g_assert_cmpuint (genlock_rear_layout_find (layout, 50, 144), ==, GENLOCK_REAR_NONE);
  g_assert_cmpuint (genlock_rear_layout_find (layout, 50, 9000), ==, GENLOCK_REAR_NONE);
}

static void
test_rtl (void)
{
  g_autoptr (GenlockRearLayout) layout = make (250, TRUE);

  assert_port (layout, 0, 250 - 40 - 50, 10);
  assert_port (layout, 1, 250 - 40 - 100, 10);
  /* Left on the screen is onwards. */
  g_assert_cmpuint (genlock_rear_layout_move (layout, 0, -1, 0), ==, 1);
}

static void
test_narrow (void)
{
  g_autoptr (GenlockRearLayout) layout = make (20, FALSE);

  assert_port (layout, 0, 40, 10);
  assert_port (layout, 1, 40, 50);
}

static void
test_move (void)
{
  static const struct
  {
    guint from;
    int columns;
    int rows;
    guint to;
  } moves[] = {
    { GENLOCK_REAR_NONE, 1, 0, 0 },
    { 0, 1, 0, 1 },
    { 0, -1, 0, 0 },
    { 3, 1, 0, 4 },
    { 13, 1, 0, 13 },
    { 5, 100, 0, 13 },
    { 5, -100, 0, 0 },
    { 1, 0, 1, 5 },
    { 3, 0, 1, 6 },   /* a shorter row below */
    { 5, 0, 1, 8 },   /* the next group, same column */
    { 6, 0, 1, 8 },   /* which has no such column */
    { 8, 0, 1, 10 },
    { 10, 0, -1, 8 },
    { 0, 0, -1, 0 },
    { 13, 0, 1, 13 },
    { 0, 0, 3, 9 },
  };
  g_autoptr (GenlockRearLayout) layout = make (250, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    g_assert_cmpuint (genlock_rear_layout_move (layout, moves[i].from, moves[i].columns,
                                                moves[i].rows),
                      ==, moves[i].to);
}

static void
test_empty (void)
{
  static const GenlockRearGroup nothing[] = { { .n_ports = 0, .begins = TRUE } };
  g_autoptr (GenlockRearLayout) layout = genlock_rear_layout_new (nothing, 1, &metrics, 300,
                                                                  FALSE);
  GdkRectangle place;

  g_assert_cmpint (genlock_rear_layout_get_height (layout), ==, 20);
  g_assert_false (genlock_rear_layout_get_caption (layout, 0, &place));
  g_assert_cmpuint (genlock_rear_layout_find (layout, 50, 10), ==, GENLOCK_REAR_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rear-layout/places", test_places);
  g_test_add_func ("/rear-layout/rtl", test_rtl);
  g_test_add_func ("/rear-layout/narrow", test_narrow);
  g_test_add_func ("/rear-layout/move", test_move);
  g_test_add_func ("/rear-layout/empty", test_empty);

  return g_test_run ();
}
