/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the matrix share. */

#pragma once

#include "ui/matrix/genlock-matrix.h"

G_BEGIN_DECLS

#define GENLOCK_MATRIX_N_PROXIES 2

struct _GenlockMatrix
{
  GtkWidget parent_instance;

  GenlockCrosspoints *points; /* owned, nullable */
  GArray *notes; /* owned, nullable (element-type GenlockMatrixNote) */
  GenlockMatrixGrid *grid; /* owned, nullable */
  char *inputs; /* owned */
  char *outputs; /* owned */
  gboolean only_connected;
  gboolean is_locked;

  /* Scrolling. */
  GtkAdjustment *adjustments[2]; /* owned, nullable: by GtkOrientation */
  GtkScrollablePolicy policies[2];

  /* Sizes, in pixels. */
  int cell;
  int head_width; /* of the rows */
  int head_height; /* of the columns */
  int label_width; /* the part of a row's head that has its label */
  int label_height; /* the same of a column's head */
  int wide_labels[2]; /* the widest labels and names by GtkOrientation of their */
  int wide_names[2]; /* heads: rows' are horizontal */
  gboolean is_measured;

  /* What was drawn of the heads, by input and output; forgotten with the fonts. */
  GskRenderNode **row_nodes; /* owned (nullable elements) */
  GskRenderNode **column_nodes; /* owned (nullable elements) */

  /* The keyboard. */
  GenlockMatrixSpot focus;
  GenlockMatrixSpot anchor; /* where the marked range begins */
  GtkWidget *proxies[GENLOCK_MATRIX_N_PROXIES]; /* unowned */
  guint proxy; /* the one that has the focus */
  GString *typed; /* owned */
  guint nth; /* which of the finds */
  guint typed_id;

  /* The pointer. */
  GenlockMatrixSpot hover;
  GenlockMatrixSpot press;
  gboolean is_painting;
};

/* Places. */

/* In pixels of the widget. FALSE where no cell is there. */
gboolean genlock_matrix_find_spot (GenlockMatrix *self,
                                   double x,
                                   double y,
                                   GenlockMatrixSpot *spot);
double genlock_matrix_get_x (GenlockMatrix *self,
                             guint column);
double genlock_matrix_get_y (GenlockMatrix *self,
                             guint row);
gboolean genlock_matrix_has_spot (GenlockMatrix *self,
                                  const GenlockMatrixSpot *spot);

/* Brings a cell into view. */
void genlock_matrix_reveal (GenlockMatrix *self,
                            const GenlockMatrixSpot *spot);

/* How many cells are in view at once. */
guint genlock_matrix_get_page (GenlockMatrix *self,
                               GtkOrientation orientation);

/* What is looked at: under the pointer, else with the keyboard. FALSE for nothing. */
gboolean genlock_matrix_get_lit (GenlockMatrix *self,
                                 GenlockMatrixSpot *spot);

/* (nullable): what is said of the crosspoint there. */
const GenlockMatrixNote *genlock_matrix_get_note (GenlockMatrix *self,
                                                  const GenlockCrosspoint *point);

/* Looks. */

void genlock_matrix_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot);
void genlock_matrix_measure_heads (GenlockMatrix *self,
                                   int width,
                                   int height);
void genlock_matrix_forget_nodes (GenlockMatrix *self);

/* Pointer and keyboard. */

void genlock_matrix_add_pointer (GenlockMatrix *self);
void genlock_matrix_add_keys (GenlockMatrix *self);
void genlock_matrix_install_keys (GtkWidgetClass *widget_class);

/* The focus. */

void genlock_matrix_make_proxies (GenlockMatrix *self);
void genlock_matrix_allocate_proxies (GenlockMatrix *self);
void genlock_matrix_name_proxy (GenlockMatrix *self);
gboolean genlock_matrix_has_focus (GenlockMatrix *self);

/* Puts the keyboard on a cell; with @extend what has been marked grows. */
void genlock_matrix_focus_on (GenlockMatrix *self,
                              const GenlockMatrixSpot *spot,
                              gboolean extend);
void genlock_matrix_spot_changed (GenlockMatrix *self);

/* Wishes. */

/* @wishes: (transfer full) */
void genlock_matrix_wish (GenlockMatrix *self,
                          GArray *wishes);

/* Sets the crosspoints of a stroke; a single one that is set already is cleared. */
void genlock_matrix_paint (GenlockMatrix *self,
                           const GenlockMatrixSpot *from,
                           const GenlockMatrixSpot *to);

G_END_DECLS
