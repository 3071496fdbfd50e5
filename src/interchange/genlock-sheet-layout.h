/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A sheet on paper: its pages, and how they are drawn. */

#pragma once

#include <cairo.h>

#include "interchange/genlock-sheet-title.h"
#include "interchange/genlock-sheet.h"

G_BEGIN_DECLS

/**
 * GenlockSheetLayout:
 *
 * Every text of a sheet measured and put on a page. Used by one thread at a time. Texts are set in
 * one font whatever the desktop's is; the same sheet, title and page give the same drawing.
 */
typedef struct _GenlockSheetLayout GenlockSheetLayout;

/**
 * genlock_sheet_layout_new:
 * @sheet: a sheet
 * @title: what stands above its pages
 * @page: on which paper
 *
 * Rows are never split. A text that is too long for its cell goes on below; one of more than five
 * lines ends with an ellipsis (CSV has all of it).
 *
 * Returns: (transfer full): the pages of @sheet
 */
GenlockSheetLayout *genlock_sheet_layout_new (GenlockSheet *sheet,
                                              const GenlockSheetTitle *title,
                                              const GenlockSheetPage *page);
void genlock_sheet_layout_free (GenlockSheetLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheetLayout, genlock_sheet_layout_free)

/* At least 1. */
guint genlock_sheet_layout_get_n_pages (const GenlockSheetLayout *layout);

/* The size of every page in points, 1/72 inch. @width: (out) @height: (out) */
void genlock_sheet_layout_get_size (const GenlockSheetLayout *layout,
                                    double *width,
                                    double *height);

/**
 * genlock_sheet_layout_draw_page:
 * @layout: a layout
 * @cr: where to; a unit is a point, the origin is the top left corner of the paper
 * @page: which page, from 0
 *
 * Draws in black and grey on what is there.
 */
void genlock_sheet_layout_draw_page (GenlockSheetLayout *layout,
                                     cairo_t *cr,
                                     guint page);

G_END_DECLS
