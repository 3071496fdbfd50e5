/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed. */

#pragma once

#include <gio/gio.h>

#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/* (transfer full): places by the keys of boxes, none yet. */
GHashTable *genlock_patch_places_new (void);

/**
 * genlock_patch_places_apply:
 * @scene: a scene
 * @places: where boxes were put that nobody has placed
 *
 * Puts them there; those without a place stand below all others.
 *
 * Returns: whether every box has a place now
 */
gboolean genlock_patch_places_apply (GenlockPatchScene *scene,
                                     GHashTable *places);

/**
 * GenlockPatchLayout:
 *
 * What has to be laid out, apart from the scene that it was taken from: described in one thread,
 * worked out in another. Boxes that have a place stay there, so that a new cable moves nothing.
 */
typedef struct _GenlockPatchLayout GenlockPatchLayout;

/**
 * genlock_patch_layout_new:
 * @scene: a scene
 * @places: where boxes were put that nobody has placed
 * @again: (nullable) (element-type GenlockPatchBox): boxes of @scene that are laid out in any case,
 *   a set
 *
 * Returns: (transfer full): what is to be done
 */
GenlockPatchLayout *genlock_patch_layout_new (const GenlockPatchScene *scene,
                                              GHashTable *places,
                                              GHashTable *again);
void genlock_patch_layout_free (GenlockPatchLayout *layout);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPatchLayout, genlock_patch_layout_free)

/* Whether it takes less than a frame. */
gboolean genlock_patch_layout_is_small (const GenlockPatchLayout *layout);

/* Works it out, in any thread; FALSE where it was cancelled. */
gboolean genlock_patch_layout_run (GenlockPatchLayout *layout,
                                   GCancellable *cancellable);

/* What was worked out goes to @places. */
void genlock_patch_layout_keep (const GenlockPatchLayout *layout,
                                GHashTable *places);

/**
 * genlock_patch_layout_apply:
 * @layout: what was worked out
 * @scene: a scene, this one or a later one of the same show
 *
 * Returns: (transfer container) (element-type GenlockPatchBox): those that were laid out, at their
 *   new places
 */
GPtrArray *genlock_patch_layout_apply (const GenlockPatchLayout *layout,
                                       GenlockPatchScene *scene);

G_END_DECLS
