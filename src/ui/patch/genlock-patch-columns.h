/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed yet. */

#pragma once

#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/**
 * genlock_patch_columns_place:
 * @boxes: (element-type GenlockPatchBox): all boxes of a show
 *
 * Gives every box a place on the grid, none over another: sources left, devices in the middle,
 * sends right, what nobody knows at the end.
 */
void genlock_patch_columns_place (GPtrArray *boxes);

G_END_DECLS
