/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The crosspoints of a router: inputs down, outputs across. */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/genlock-mark.h"
#include "ui/matrix/genlock-matrix-grid.h"

G_BEGIN_DECLS

/**
 * GenlockMatrixNote:
 * @mark: how bad it is
 * @sentence: (nullable): what is wrong
 *
 * What is said of one crosspoint.
 */
typedef struct
{
  GenlockMark mark;
  char *sentence;
} GenlockMatrixNote;

/**
 * GenlockMatrix:
 *
 * To be scrolled by a #GtkScrolledWindow; its heads stay where they are. Only what is in view is
 * drawn, whatever the size of the router. It changes nothing by itself.
 *
 * Signals: "wish" (gpointer wishes: a #GArray of #GenlockCrosspointWish): outputs are to have
 * these inputs; "locked": somebody wanted that while it is locked; "spot-changed": the keyboard
 * or the pointer is on another crosspoint.
 *
 * Properties: those of #GtkScrollable.
 *
 * Actions: "matrix.one-to-one", "matrix.clear", "matrix.clear-all", "matrix.swap".
 */
#define GENLOCK_TYPE_MATRIX (genlock_matrix_get_type ())
G_DECLARE_FINAL_TYPE (GenlockMatrix, genlock_matrix, GENLOCK, MATRIX, GtkWidget)

GtkWidget *genlock_matrix_new (void);

/**
 * genlock_matrix_set_points:
 * @self: a matrix
 * @points: (transfer full) (nullable): the crosspoints
 * @notes: (transfer full) (nullable) (element-type GenlockMatrixNote): what is said of each
 *
 * The place of the keyboard and the scrolled place stay where they are.
 */
void genlock_matrix_set_points (GenlockMatrix *self,
                                GenlockCrosspoints *points,
                                GArray *notes);

/* (transfer full) (element-type GenlockMatrixNote): room for notes. */
GArray *genlock_matrix_notes_new (void);

/* Shows only what has these words, and with @only_connected what is in use. */
void genlock_matrix_set_filter (GenlockMatrix *self,
                                const char *inputs,
                                const char *outputs,
                                gboolean only_connected);

/* A locked one shows, and says "locked" where it would change something. */
void genlock_matrix_set_locked (GenlockMatrix *self,
                                gboolean locked);
gboolean genlock_matrix_get_locked (GenlockMatrix *self);

/* Goes back to the first crosspoint: another router. */
void genlock_matrix_reset (GenlockMatrix *self);

/* (transfer none) (nullable): what is shown. */
const GenlockMatrixGrid *genlock_matrix_get_grid (GenlockMatrix *self);

/* (transfer full): what there is to say about the crosspoint that is looked at. */
char *genlock_matrix_dup_words (GenlockMatrix *self);

G_END_DECLS
