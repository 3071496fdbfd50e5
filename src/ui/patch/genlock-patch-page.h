/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show: the canvas, and below it what tells the same in words. */

#pragma once

#include "ui/common/genlock-page.h"
#include "ui/patch/genlock-canvas.h"

G_BEGIN_DECLS

/**
 * GenlockPatchPage:
 *
 * A #GenlockPage. Below the canvas there is room for a stack of further views of the same patch
 * (genlock_patch_page_get_pane()): hidden while it has none.
 */
#define GENLOCK_TYPE_PATCH_PAGE (genlock_patch_page_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchPage, genlock_patch_page, GENLOCK, PATCH_PAGE, GtkWidget)

GtkWidget *genlock_patch_page_new (GenlockStore *store);

/* (transfer none) */
GenlockCanvas *genlock_patch_page_get_canvas (GenlockPatchPage *self);
GenlockPatchModel *genlock_patch_page_get_model (GenlockPatchPage *self);

/**
 * genlock_patch_page_get_pane:
 * @self: a page
 *
 * Returns: (transfer none): the stack below the canvas; with a visible child it is shown
 */
GtkStack *genlock_patch_page_get_pane (GenlockPatchPage *self);

/**
 * genlock_patch_page_show_matrix:
 * @self: a page
 * @device_id: (nullable): a device of its show; %NULL takes any router
 *
 * Covers the canvas with the crosspoints of that device.
 */
void genlock_patch_page_show_matrix (GenlockPatchPage *self,
                                     const char *device_id);

/* Shows the canvas again; does nothing where it is shown. */
void genlock_patch_page_leave_matrix (GenlockPatchPage *self);

G_END_DECLS
