/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a sheet below each other. */

#pragma once

#include <gtk/gtk.h>

#include "interchange/genlock-sheet-layout.h"

G_BEGIN_DECLS

/**
 * GenlockSheetView:
 *
 * Stands in a scrolled window; only pages that are seen are drawn. Pages are as wide as the view,
 * or as large as genlock_sheet_view_set_zoom() says.
 *
 * Signals: "zoom-changed".
 */
#define GENLOCK_TYPE_SHEET_VIEW (genlock_sheet_view_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSheetView, genlock_sheet_view, GENLOCK, SHEET_VIEW, GtkWidget)

/**
 * genlock_sheet_view_set_layout:
 * @view: a view
 * @layout: (transfer full) (nullable): the pages
 *
 * What was looked at stays in sight where it can.
 */
void genlock_sheet_view_set_layout (GenlockSheetView *view,
                                    GenlockSheetLayout *layout);

/* (nullable): the pages. */
GenlockSheetLayout *genlock_sheet_view_get_layout (GenlockSheetView *view);

/**
 * genlock_sheet_view_set_zoom:
 * @view: a view
 * @zoom: 1 for the size of the paper; 0 for as wide as the view
 */
void genlock_sheet_view_set_zoom (GenlockSheetView *view,
                                  double zoom);

/* How large pages are; 1 for the size of the paper. */
double genlock_sheet_view_get_zoom (GenlockSheetView *view);

/* One step larger or smaller. */
void genlock_sheet_view_step (GenlockSheetView *view,
                              int direction);

/* Whether pages are as wide as the view. */
gboolean genlock_sheet_view_is_fitting (GenlockSheetView *view);

/* The page in the middle of what is seen, from 0. */
guint genlock_sheet_view_get_page (GenlockSheetView *view);

G_END_DECLS
