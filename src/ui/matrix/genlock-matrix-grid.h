/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which inputs and outputs of a router a matrix shows, and what gestures on it mean. */

#pragma once

#include "signal/genlock-crosspoints.h"

G_BEGIN_DECLS

/* No such place. */
#define GENLOCK_MATRIX_NOWHERE G_MAXUINT

/* A cell by its places: the row of an input, the column of an output. */
typedef struct
{
  guint row;
  guint column;
} GenlockMatrixSpot;

/**
 * GenlockMatrixGrid:
 * @points: what is shown
 * @rows: (element-type guint): the inputs that are shown, from the top
 * @columns: (element-type guint): the outputs that are shown, from the left
 */
typedef struct
{
  const GenlockCrosspoints *points;
  GArray *rows;
  GArray *columns;
  /*< private >*/
  guint *places; /* of each input: its row */
} GenlockMatrixGrid;

/**
 * genlock_matrix_grid_new:
 * @points: crosspoints, which have to outlive it
 * @inputs: words that are sought in labels and names of inputs, "" for all
 * @outputs: the same of outputs
 * @only_connected: leaves out those that have neither a cable nor a crosspoint
 *
 * Returns: (transfer full): what is shown
 */
GenlockMatrixGrid *genlock_matrix_grid_new (const GenlockCrosspoints *points,
                                            const char *inputs,
                                            const char *outputs,
                                            gboolean only_connected);
void genlock_matrix_grid_free (GenlockMatrixGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockMatrixGrid, genlock_matrix_grid_free)

/* (transfer none): the input of a row that is there. */
const GenlockCrosspointEnd *genlock_matrix_grid_get_input (const GenlockMatrixGrid *grid,
                                                           guint row);

/* (transfer none): the output of a column that is there. */
const GenlockCrosspointEnd *genlock_matrix_grid_get_output (const GenlockMatrixGrid *grid,
                                                            guint column);

/* The row that an input stands in, or %GENLOCK_MATRIX_NOWHERE. */
guint genlock_matrix_grid_find_row (const GenlockMatrixGrid *grid,
                                    guint input);

/* The column that an output stands in, or %GENLOCK_MATRIX_NOWHERE. */
guint genlock_matrix_grid_find_column (const GenlockMatrixGrid *grid,
                                       guint output);

/* (transfer none) (nullable): the crosspoint at a spot. */
const GenlockCrosspoint *genlock_matrix_grid_find_point (const GenlockMatrixGrid *grid,
                                                         const GenlockMatrixSpot *spot);

/**
 * genlock_matrix_grid_seek:
 * @grid: what is shown
 * @text: what has been typed
 * @nth: which of the finds, from 0; it starts anew behind the last one
 * @spot: (out): the place; the axis on which nothing was found has %GENLOCK_MATRIX_NOWHERE
 *
 * The best find is a label that is @text, then one that begins with it, a name that does, a word
 * of a name that does, and what has it anywhere; inputs come before outputs.
 *
 * Returns: whether there is any
 */
gboolean genlock_matrix_grid_seek (const GenlockMatrixGrid *grid,
                                   const char *text,
                                   guint nth,
                                   GenlockMatrixSpot *spot);

/**
 * genlock_matrix_grid_stroke:
 * @grid: what is shown
 * @from: where a drag began
 * @to: where it is
 *
 * Along a row one input goes to all outputs on the way, aslant each input to the next output, one
 * to one. Straight up or down only the end counts: an output has one input.
 *
 * Returns: (transfer full) (element-type GenlockMatrixSpot): the cells
 */
GArray *genlock_matrix_grid_stroke (const GenlockMatrixGrid *grid,
                                    const GenlockMatrixSpot *from,
                                    const GenlockMatrixSpot *to);

/* (transfer full) (element-type GenlockCrosspointWish): what sets the crosspoints of @spots. */
GArray *genlock_matrix_grid_wish (const GenlockMatrixGrid *grid,
                                  const GArray *spots);

/* (transfer full) (element-type GenlockCrosspointWish): what clears those between two spots. */
GArray *genlock_matrix_grid_wish_clear (const GenlockMatrixGrid *grid,
                                        const GenlockMatrixSpot *from,
                                        const GenlockMatrixSpot *to);

/* (transfer full) (element-type GenlockCrosspointWish): what two outputs get from each other. */
GArray *genlock_matrix_grid_wish_swap (const GenlockMatrixGrid *grid,
                                       guint column,
                                       guint other);

G_END_DECLS
