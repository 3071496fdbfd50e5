/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* New boxes for the patch, where they stand, and which of their ports a cable fits. */

#pragma once

#include "core/store/genlock-batch.h"
#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/**
 * GenlockPatchNew:
 * @rows: (element-type GenlockRecord): what has to be inserted, in this order
 * @graph: the box with its ports, in a graph of its own
 * @node: what it is, in that graph
 * @scene: the same as it will be shown, at 0, 0
 * @box: the box in it
 *
 * A box that is not in the show yet.
 */
typedef struct
{
  GPtrArray *rows;
  GenlockSignalGraph *graph;
  GenlockSignalNode *node;
  GenlockPatchScene *scene;
  const GenlockPatchBox *box;
} GenlockPatchNew;

/**
 * GenlockPatchTaken:
 * @labels: (element-type utf8): labels that boxes of one kind have, casefolded
 * @names: (element-type utf8): names, likewise
 */
typedef struct
{
  GHashTable *labels;
  GHashTable *names;
} GenlockPatchTaken;

/* (transfer full): those of @show. */
GenlockPatchTaken *genlock_patch_taken_new (GenlockSignalGraph *show,
                                            GenlockSignalKind kind);
void genlock_patch_taken_free (GenlockPatchTaken *taken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPatchTaken, genlock_patch_taken_free)

/**
 * genlock_patch_new_device:
 * @taken: labels and names of the show's devices; those of the new one are added
 * @production_id: the show
 * @spec: its equipment with ports and cards
 * @is_shipped: whether @spec is not in the database yet: it comes along
 * @error: as genlock_device_place_build()
 *
 * Returns: (transfer full) (nullable): a device of @spec
 */
GenlockPatchNew *genlock_patch_new_device (GenlockPatchTaken *taken,
                                           const char *production_id,
                                           GenlockRecord *spec,
                                           gboolean is_shipped,
                                           GError **error);

/**
 * genlock_patch_new_send:
 * @taken: labels and names of the show's sends; those of the new one are added
 * @production_id: the show
 * @feed: (nullable): what is to feed it: it takes the same connector
 *
 * Returns: (transfer full): a send, as the list of sends makes them
 */
GenlockPatchNew *genlock_patch_new_send (GenlockPatchTaken *taken,
                                         const char *production_id,
                                         const GenlockSignalPort *feed);
void genlock_patch_new_free (GenlockPatchNew *box);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPatchNew, genlock_patch_new_free)

/* Its rows, and its place. */
void genlock_patch_new_append (const GenlockPatchNew *box,
                               const char *production_id,
                               double x,
                               double y,
                               GenlockBatch *batch);

/**
 * genlock_patch_find_fit:
 * @node: a node
 * @end: a port of another one
 *
 * Returns: (nullable): a free port of @node that a cable from or to @end fits best
 */
GenlockSignalPort *genlock_patch_find_fit (const GenlockSignalNode *node,
                                           const GenlockSignalPort *end);

/**
 * genlock_patch_find_splice:
 * @node: a device
 * @link: a cable
 * @input: (out): where the first half of the cable ends
 * @output: (out): where the second half begins
 *
 * Returns: whether @node can stand in the middle of @link: it has an input and an output for it
 *   that are free, and the signal passes from one to the other
 */
gboolean genlock_patch_find_splice (const GenlockSignalNode *node,
                                    const GenlockSignalLink *link,
                                    GenlockSignalPort **input,
                                    GenlockSignalPort **output);

/* Makes two cables of @link: to @input, and from @output. The first one keeps what the row says of
 * a cable, where the row says nothing else. */
void genlock_patch_append_splice (const GenlockSignalLink *link,
                                  const GenlockSignalPort *input,
                                  const GenlockSignalPort *output,
                                  const char *production_id,
                                  GenlockBatch *batch);

G_END_DECLS
