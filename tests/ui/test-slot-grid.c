/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bays of a chassis stand, what is under the pointer, where arrow keys lead. */

#include "config.h"

#include "ui/slots/genlock-slot-grid.h"

#define BAY 90
#define HEIGHT 120
#define GAP 6
#define MAX_SLOTS 64

/* As wide as @columns bays need. */
#define ROOM_FOR(columns) ((columns) * (BAY + GAP) - GAP)

static GenlockSlotGrid
make (guint n_slots,
      int width,
      gboolean rtl)
{
  GenlockSlotGrid grid = {
    .n_slots = n_slots, .width = width, .bay_width = BAY, .bay_height = HEIGHT, .gap = GAP,
    .rtl = rtl,
  };

  return grid;
}

static void
test_columns (void)
{
  static const struct
  {
    guint n_slots;
    int width;
    guint columns;
  } cases[] = {
    { 0, 500, 1 },
    { 1, 2000, 1 },
    { 2, 2000, 2 },
    { 10, ROOM_FOR (10), 10 },
    { 10, ROOM_FOR (10) - 1, 5 },
    { 11, 5000, 6 },           /* two rows of six and five, not of ten and one */
    { 14, ROOM_FOR (10), 7 },
    { 64, ROOM_FOR (10), 10 },
    { 64, ROOM_FOR (3), 3 },
    { 64, ROOM_FOR (2) - 1, 1 },
    { 64, 1, 1 },
    { 64, 0, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GenlockSlotGrid grid = make (cases[i].n_slots, cases[i].width, FALSE);

      g_assert_cmpuint (genlock_slot_grid_count_columns (&grid), ==, cases[i].columns);
    }
}

static void
test_height (void)
{
  GenlockSlotGrid none = make (0, 500, FALSE);
  GenlockSlotGrid one = make (1, 500, FALSE);
  GenlockSlotGrid many = make (64, ROOM_FOR (10), FALSE);

  g_assert_cmpint (genlock_slot_grid_get_height (&none), ==, 0);
  g_assert_cmpint (genlock_slot_grid_get_height (&one), ==, HEIGHT);
  g_assert_cmpint (genlock_slot_grid_get_height (&many), ==, 7 * (HEIGHT + GAP) - GAP);
}

/* No two bays overlap, each is whole, in reading order, and is found at its corners. */
static void
assert_sound (const GenlockSlotGrid *grid)
{
  GdkRectangle before = { 0 };

  for (guint slot = 1; slot <= grid->n_slots; slot++)
    {
      GdkRectangle place, shared;

      genlock_slot_grid_get_bay (grid, slot, &place);
      g_assert_cmpint (place.width, >=, BAY);
      g_assert_cmpint (place.width, <=, BAY * 3 / 2);
      g_assert_cmpint (place.height, ==, HEIGHT);
      g_assert_cmpint (place.x, >=, 0);
      g_assert_cmpint (place.x + place.width, <=, grid->width);
      g_assert_cmpint (place.y + place.height, <=, genlock_slot_grid_get_height (grid));
      g_assert_cmpuint (genlock_slot_grid_find (grid, place.x, place.y), ==, slot);
      g_assert_cmpuint (genlock_slot_grid_find (grid, place.x + place.width - 1,
                                                place.y + place.height - 1), ==, slot);
      if (slot > 1)
        {
          g_assert_false (gdk_rectangle_intersect (&place, &before, &shared));
          g_assert_true (place.y > before.y
                         || (place.y == before.y
                             && (grid->rtl ? place.x < before.x : place.x > before.x)));
        }
      before = place;
    }
}

static void
test_places (void)
{
  static const int widths[] = {
    BAY, ROOM_FOR (2), ROOM_FOR (2) + 50, ROOM_FOR (7) - 1, ROOM_FOR (10), 3000,
  };

  for (guint n_slots = 1; n_slots <= MAX_SLOTS; n_slots++)
    for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
      {
        GenlockSlotGrid left = make (n_slots, widths[i], FALSE);
        GenlockSlotGrid right = make (n_slots, widths[i], TRUE);

        assert_sound (&left);
        assert_sound (&right);
      }
}

static void
test_find (void)
{
  GenlockSlotGrid grid = make (14, ROOM_FOR (7), FALSE);
  GenlockSlotGrid rtl = make (14, ROOM_FOR (7), TRUE);
  GenlockSlotGrid short_row = make (13, ROOM_FOR (7), FALSE);

  g_assert_cmpuint (genlock_slot_grid_find (&grid, BAY, 10), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, BAY + GAP, 10), ==, 2);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, 10, HEIGHT), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, 10, HEIGHT + GAP), ==, 8);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, -1, 10), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, 10, -1), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, ROOM_FOR (7), 10), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&grid, 10, 2 * HEIGHT + GAP), ==, 0);
  g_assert_cmpuint (genlock_slot_grid_find (&rtl, 10, 10), ==, 7);
  g_assert_cmpuint (genlock_slot_grid_find (&rtl, ROOM_FOR (7) - 1, 10), ==, 1);
  /* Where the fourteenth would be. */
  g_assert_cmpuint (genlock_slot_grid_find (&short_row, ROOM_FOR (7) - 1, HEIGHT + GAP), ==, 0);
}

static void
test_move (void)
{
  static const struct
  {
    guint n_slots;
    guint from;
    int columns;
    int rows;
    guint to;
    guint to_rtl;
  } moves[] = {
    { 1, 1, 1, 0, 1, 1 },
    { 1, 1, 0, 1, 1, 1 },
    { 13, 1, 1, 0, 2, 1 },
    { 13, 1, -1, 0, 1, 2 },
    { 13, 7, 1, 0, 8, 6 },     /* the end of a row leads to the next */
    { 13, 8, -1, 0, 7, 9 },
    { 13, 13, 1, 0, 13, 12 },
    { 13, 1, 0, 1, 8, 8 },
    { 13, 8, 0, -1, 1, 1 },
    { 13, 3, 0, -1, 3, 3 },
    { 13, 7, 0, 1, 13, 13 },   /* a shorter row below */
    { 13, 8, 0, 1, 8, 8 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      GenlockSlotGrid grid = make (moves[i].n_slots, ROOM_FOR (7), FALSE);
      GenlockSlotGrid rtl = make (moves[i].n_slots, ROOM_FOR (7), TRUE);

      g_assert_cmpuint (genlock_slot_grid_move (&grid, moves[i].from, moves[i].columns,
                                                moves[i].rows), ==, moves[i].to);
      g_assert_cmpuint (genlock_slot_grid_move (&rtl, moves[i].from, moves[i].columns,
                                                moves[i].rows), ==, moves[i].to_rtl);
    }
}

/* Right and down from the first bay lead to every other one. */
static void
test_reach (void)
{
  for (guint n_slots = 1; n_slots <= MAX_SLOTS; n_slots++)
    {
      GenlockSlotGrid grid = make (n_slots, ROOM_FOR (6), FALSE);
      guint at = 1;

      for (guint slot = 2; slot <= n_slots; slot++)
        {
          at = genlock_slot_grid_move (&grid, at, 1, 0);
          g_assert_cmpuint (at, ==, slot);
        }

      at = 1;
      for (guint i = 0; i < MAX_SLOTS; i++)
        at = genlock_slot_grid_move (&grid, at, 0, 1);
      g_assert_cmpuint (genlock_slot_grid_move (&grid, at, 0, 1), ==, at);
      g_assert_cmpuint (at + genlock_slot_grid_count_columns (&grid), >, n_slots);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/slot-grid/columns", test_columns);
  g_test_add_func ("/slot-grid/height", test_height);
  g_test_add_func ("/slot-grid/places", test_places);
  g_test_add_func ("/slot-grid/find", test_find);
  g_test_add_func ("/slot-grid/move", test_move);
  g_test_add_func ("/slot-grid/reach", test_reach);

  return g_test_run ();
}
