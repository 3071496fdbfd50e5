/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the scene share. */

#pragma once

#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/* (transfer full) @key: (transfer full): the box of a node, at 0, 0. */
GenlockPatchBox *genlock_patch_box_new (GenlockSignalNode *node,
                                        char *key);
void genlock_patch_box_free (GenlockPatchBox *box);

/* Works out which ports are shown, where, and how large that makes the box. */
void genlock_patch_box_arrange (GenlockPatchBox *box,
                                const GenlockPatchOptions *options);

/* (transfer full): the cable of a link between two ports of the scene. */
GenlockPatchCable *genlock_patch_cable_new (const GenlockSignalLink *link,
                                            GenlockPatchBox *from,
                                            GenlockPatchPort *from_port,
                                            GenlockPatchBox *to,
                                            GenlockPatchPort *to_port);
void genlock_patch_cable_free (GenlockPatchCable *cable);

/* Works out which cables are stubs, which lie together, and where. */
void genlock_patch_cables_arrange (GPtrArray *cables,
                                   const GenlockPatchOptions *options);

G_END_DECLS
