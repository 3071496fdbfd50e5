/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bays of a chassis stand: rows of at most ten, as many as there is room for. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/slots/genlock-slot-grid.h"

static guint
divide_up (guint n,
           guint by)
{
  return (n + by - 1) / by;
}

guint
genlock_slot_grid_count_columns (const GenlockSlotGrid *grid)
{
  int room = (grid->width + grid->gap) / MAX (1, grid->bay_width + grid->gap);
  guint most = (guint) CLAMP (room, 1, GENLOCK_SLOT_GRID_COLUMNS);

  if (grid->n_slots == 0)
    return 1;

  return divide_up (grid->n_slots, divide_up (grid->n_slots, most));
}

int
genlock_slot_grid_get_height (const GenlockSlotGrid *grid)
{
  guint rows = divide_up (grid->n_slots, genlock_slot_grid_count_columns (grid));

  return rows > 0 ? (int) rows * (grid->bay_height + grid->gap) - grid->gap : 0;
}

void
genlock_slot_grid_get_bay (const GenlockSlotGrid *grid,
                           guint slot,
                           GdkRectangle *place)
{
  guint columns = genlock_slot_grid_count_columns (grid);
  guint column, row;

  g_return_if_fail (slot >= 1 && slot <= grid->n_slots);

  column = (slot - 1) % columns;
  row = (slot - 1) / columns;
  place->width = MAX (grid->bay_width,
                      (grid->width + grid->gap) / (int) columns - grid->gap);
  /* A short frame does not make wide bays. */
  place->width = MIN (place->width, grid->bay_width * 3 / 2);
  place->height = grid->bay_height;
  place->x = (int) column * (place->width + grid->gap);
  place->y = (int) row * (grid->bay_height + grid->gap);
  if (grid->rtl)
    place->x = grid->width - place->x - place->width;
}

guint
genlock_slot_grid_find (const GenlockSlotGrid *grid,
                        int x,
                        int y)
{
  for (guint slot = 1; slot <= grid->n_slots; slot++)
    {
      GdkRectangle place;

      genlock_slot_grid_get_bay (grid, slot, &place);
      if (gdk_rectangle_contains_point (&place, x, y))
        return slot;
    }

  return 0;
}

guint
genlock_slot_grid_move (const GenlockSlotGrid *grid,
                        guint slot,
                        int columns,
                        int rows)
{
  int a_row = (int) genlock_slot_grid_count_columns (grid);
  int n = (int) grid->n_slots;
  int to;

  g_return_val_if_fail (slot >= 1 && slot <= grid->n_slots, slot);

  if (grid->rtl)
    columns = -columns;
  to = (int) slot + columns + rows * a_row;
  /* Down to a row that is shorter. */
  if (rows > 0 && to > n && ((int) slot - 1) / a_row < (n - 1) / a_row)
    return grid->n_slots;

  return to >= 1 && to <= n ? (guint) to : slot;
}
