/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What lies beside the canvas to be put onto it. */

#pragma once

#include "ui/patch/genlock-canvas.h"

G_BEGIN_DECLS

/**
 * GenlockPatchTray:
 *
 * The boxes that nobody has placed yet, and the equipment library. Both are dragged onto the
 * canvas, or go to the middle of what it shows when they are activated.
 */
#define GENLOCK_TYPE_PATCH_TRAY (genlock_patch_tray_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchTray, genlock_patch_tray, GENLOCK, PATCH_TRAY, GtkWidget)

/* What it is beside of, once. */
void genlock_patch_tray_set_canvas (GenlockPatchTray *self,
                                    GenlockCanvas *canvas,
                                    GenlockPatchModel *model);

G_END_DECLS
