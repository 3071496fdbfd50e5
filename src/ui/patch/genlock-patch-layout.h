/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed. */

#pragma once

#include <gio/gio.h>

#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/* (transfer full): places by the keys of boxes, none yet. */
GHashTable *genlock_patch_places_new (void);

/* (transfer full): the same places. */
GHashTable *genlock_patch_places_copy (GHashTable *places);

/**
 * genlock_patch_layout_run:
 * @scene: a scene
 * @places: where boxes were put that nobody has placed; those that have no place yet get one,
 *   which is written down here
 * @cancellable: (nullable): stops it, with boxes without a place left at 0, 0
 *
 * Boxes that have a place stay there, so that a new cable moves nothing.
 */
void genlock_patch_layout_run (GenlockPatchScene *scene,
                               GHashTable *places,
                               GCancellable *cancellable);

G_END_DECLS
