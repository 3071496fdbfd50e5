/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the bays of a chassis stand: rows of at most ten, as many as there is room for. */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* Bays in a row at most: more are hard to count at a glance. */
#define GENLOCK_SLOT_GRID_COLUMNS 10

/**
 * GenlockSlotGrid:
 * @n_slots: how many bays, 0 to 64
 * @width: of the chassis, in pixels
 * @bay_width: of one bay at least
 * @bay_height: of one bay
 * @gap: between two
 * @rtl: whether it is read from right to left
 */
typedef struct
{
  guint n_slots;
  int width;
  int bay_width;
  int bay_height;
  int gap;
  gboolean rtl;
} GenlockSlotGrid;

/**
 * genlock_slot_grid_count_columns:
 * @grid: a grid
 *
 * Returns: bays in a row, 1 to 10: as many as there is room for, but spread evenly: 12 slots
 *   where 10 have room make two rows of 6
 */
guint genlock_slot_grid_count_columns (const GenlockSlotGrid *grid);

/* Of all rows, in pixels. */
int genlock_slot_grid_get_height (const GenlockSlotGrid *grid);

/* The place of bay @slot, 1 to the number of bays. */
void genlock_slot_grid_get_bay (const GenlockSlotGrid *grid,
                                guint slot,
                                GdkRectangle *place);

/* The bay at a point of the chassis; 0 between bays and outside. */
guint genlock_slot_grid_find (const GenlockSlotGrid *grid,
                              int x,
                              int y);

/**
 * genlock_slot_grid_move:
 * @grid: a grid with bays
 * @slot: a bay
 * @columns: so many to the right on the screen; the end of a row leads to the next
 * @rows: so many down; to a shorter last row leads to its end
 *
 * Returns: where an arrow key leads; @slot where there is nothing
 */
guint genlock_slot_grid_move (const GenlockSlotGrid *grid,
                              guint slot,
                              int columns,
                              int rows);

G_END_DECLS
