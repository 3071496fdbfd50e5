/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix of one router of a show, with what is needed around it. */

#pragma once

#include "ui/common/genlock-checked-show.h"
#include "ui/matrix/genlock-matrix.h"

G_BEGIN_DECLS

/**
 * GenlockMatrixView:
 *
 * Signals: "close": Escape was pressed, and there was nothing left to let go of.
 */
#define GENLOCK_TYPE_MATRIX_VIEW (genlock_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (GenlockMatrixView, genlock_matrix_view, GENLOCK, MATRIX_VIEW, GtkWidget)

GtkWidget *genlock_matrix_view_new (void);

/**
 * genlock_matrix_view_set_device:
 * @self: a view
 * @show: (nullable): the show; %NULL empties the view, which costs nothing then
 * @device_id: (nullable): the device; %NULL takes the one that was looked at last, else the first
 */
void genlock_matrix_view_set_device (GenlockMatrixView *self,
                                     GenlockCheckedShow *show,
                                     const char *device_id);

/* (nullable): the device that is looked at. */
const char *genlock_matrix_view_get_device (GenlockMatrixView *self);

/* Ctrl+F. */
void genlock_matrix_view_start_search (GenlockMatrixView *self);

G_END_DECLS
