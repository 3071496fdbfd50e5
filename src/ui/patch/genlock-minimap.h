/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* All of the patch small, with what the canvas shows of it. */

#pragma once

#include "ui/patch/genlock-canvas.h"

G_BEGIN_DECLS

/**
 * GenlockMinimap:
 *
 * A picture of all boxes with a frame around what is in view; dragged, it takes the view along.
 */
#define GENLOCK_TYPE_MINIMAP (genlock_minimap_get_type ())
G_DECLARE_FINAL_TYPE (GenlockMinimap, genlock_minimap, GENLOCK, MINIMAP, GtkWidget)

/* @canvas: (nullable): what it is about; it has to outlive the map, or be taken away before */
void genlock_minimap_set_canvas (GenlockMinimap *self,
                                 GenlockCanvas *canvas);

/* Where everything may be elsewhere: the show has changed. */
void genlock_minimap_invalidate (GenlockMinimap *self);

G_END_DECLS
