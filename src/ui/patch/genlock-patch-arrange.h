/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes in line with each other: aligned, spread evenly, and snapped while they are dragged. */

#pragma once

#include "ui/patch/genlock-patch-scene.h"

G_BEGIN_DECLS

/**
 * GenlockPatchEdge:
 *
 * What boxes have in common once they are aligned: an edge, or their middle.
 */
typedef enum
{
  GENLOCK_PATCH_LEFT,
  GENLOCK_PATCH_CENTER, /* from left to right */
  GENLOCK_PATCH_RIGHT,
  GENLOCK_PATCH_TOP,
  GENLOCK_PATCH_MIDDLE, /* from top to bottom */
  GENLOCK_PATCH_BOTTOM,
} GenlockPatchEdge;

/* A thin line that shows what is in line, in pixels at 100 %. */
typedef struct
{
  double x1;
  double y1;
  double x2;
  double y2;
} GenlockPatchGuide;

/**
 * GenlockPatchSnap:
 * @dx: how much further right what is dragged has to go; @dy down
 * @has_x: whether there is a line to snap to from left to right
 * @has_y: from top to bottom
 */
typedef struct
{
  double dx;
  double dy;
  gboolean has_x;
  gboolean has_y;
} GenlockPatchSnap;

/**
 * genlock_patch_align:
 * @boxes: (element-type GenlockPatchBox): boxes; edges go to the outermost of them, middles to
 *   the middle of all
 * @edge: what they shall have in common
 */
void genlock_patch_align (GPtrArray *boxes,
                          GenlockPatchEdge edge);

/**
 * genlock_patch_distribute:
 * @boxes: (element-type GenlockPatchBox): boxes; the outermost two stay
 * @vertically: whether from top to bottom
 *
 * The gaps between them become the same, in whole pixels.
 */
void genlock_patch_distribute (GPtrArray *boxes,
                               gboolean vertically);

/**
 * genlock_patch_snap_find:
 * @scene: a scene with boxes that are moving, where the pointer has them
 * @view: only boxes that are seen here are snapped to
 * @reach: from how far away
 * @snap: (out): how much further to go
 *
 * Edges and middles snap to those of other boxes, and a box to where one of its cables runs
 * straight.
 */
void genlock_patch_snap_find (const GenlockPatchScene *scene,
                              const GenlockPatchArea *view,
                              double reach,
                              GenlockPatchSnap *snap);

/**
 * genlock_patch_guides_list:
 * @scene: a scene with boxes that are moving, at the places where they would be dropped
 * @view: as genlock_patch_snap_find()
 * @snap: what was snapped to: only such guides are listed
 *
 * Returns: (transfer full) (element-type GenlockPatchGuide): the lines
 */
GArray *genlock_patch_guides_list (const GenlockPatchScene *scene,
                                   const GenlockPatchArea *view,
                                   const GenlockPatchSnap *snap);

G_END_DECLS
