/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The patch of a show as the canvas sees it, kept up with the store. */

#pragma once

#include "ui/common/genlock-checked-show.h"
#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/**
 * GenlockPatchModel:
 *
 * The scene of one show: its graph with its problems and its places, which it shares with all who
 * look at the show, and where boxes stand that nobody has placed.
 *
 * Signals: "changed": the graph, the check and the scene are others, and whatever pointed into
 * them is no longer good; "failed" (GError *error): the rows could not be read.
 */
#define GENLOCK_TYPE_PATCH_MODEL (genlock_patch_model_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPatchModel, genlock_patch_model, GENLOCK, PATCH_MODEL, GObject)

GenlockPatchModel *genlock_patch_model_new (GenlockStore *store);

/* @production_id: (nullable): the show; %NULL empties the model. */
void genlock_patch_model_set_production (GenlockPatchModel *self,
                                         const char *production_id);
const char *genlock_patch_model_get_production (GenlockPatchModel *self);

GenlockStore *genlock_patch_model_get_store (GenlockPatchModel *self);

/* Whether the rows of the show are there and laid out; until then the scene is empty. */
gboolean genlock_patch_model_is_ready (GenlockPatchModel *self);

/* (transfer none): never %NULL. */
GenlockPatchScene *genlock_patch_model_get_scene (GenlockPatchModel *self);

/* (transfer none) (nullable): what is shown; the graph and the check are there once the model is
 * ready. */
GenlockCheckedShow *genlock_patch_model_get_show (GenlockPatchModel *self);

/* Everything where the rows say: a move was refused. Emits "changed". */
void genlock_patch_model_refresh (GenlockPatchModel *self);

/**
 * genlock_patch_model_build_move:
 * @self: a model
 * @boxes: (element-type GenlockPatchBox): boxes at their new places; those of which there is no
 *   row cannot be kept and are left out
 *
 * Returns: (transfer full): the batch, one step of undo
 */
GenlockBatch *genlock_patch_model_build_move (GenlockPatchModel *self,
                                              GPtrArray *boxes);

/**
 * genlock_patch_model_build_views:
 * @self: a model
 * @boxes: (nullable) (element-type GenlockPatchBox): boxes with another view than is kept
 * @cables: (nullable) (element-type GenlockPatchCable): cables likewise
 *
 * Returns: (transfer full): the batch, one step of undo
 */
GenlockBatch *genlock_patch_model_build_views (GenlockPatchModel *self,
                                               GPtrArray *boxes,
                                               GPtrArray *cables);

G_END_DECLS
