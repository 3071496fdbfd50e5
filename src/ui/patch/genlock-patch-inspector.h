/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What feeds the selected box, and where it goes, as a list to step along. */

#pragma once

#include <adwaita.h>

#include "ui/patch/genlock-canvas.h"

G_BEGIN_DECLS

/**
 * GenlockPatchInspector:
 *
 * Shows the paths of what is selected on a canvas; a row leads to the box that it names.
 */
#define GENLOCK_TYPE_PATCH_INSPECTOR (genlock_patch_inspector_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchInspector, genlock_patch_inspector, GENLOCK, PATCH_INSPECTOR,
                      AdwBin)

GtkWidget *genlock_patch_inspector_new (GenlockCanvas *canvas,
                                        GenlockPatchModel *model);

G_END_DECLS
