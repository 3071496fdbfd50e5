/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The crosspoints of a router: which input each of its outputs has, and changing that. */

#pragma once

#include "core/store/genlock-batch.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* No input: the output is to have none. */
#define GENLOCK_CROSSPOINT_NONE G_MAXUINT

/**
 * GenlockCrosspointEnd:
 * @port: an input or an output
 * @label: what the port is called: "IN 1", "Slot 3: IN 1"
 * @name: (nullable): of an input the source whose picture is there, else what feeds it; of an
 *   output the send that it reaches, else where it goes; %NULL without a cable
 * @n_points: how many crosspoints it has
 * @is_known: whether it is a port of the equipment; others can only be taken out
 */
typedef struct
{
  const GenlockSignalPort *port;
  char *label;
  char *name;
  guint n_points;
  gboolean is_known;
} GenlockCrosspointEnd;

/**
 * GenlockCrosspoint:
 * @input: index of the input
 * @output: index of the output
 * @link: what says so
 */
typedef struct
{
  guint input;
  guint output;
  const GenlockSignalLink *link;
} GenlockCrosspoint;

/**
 * GenlockCrosspoints:
 * @node: the device
 * @inputs: (element-type GenlockCrosspointEnd): its inputs for pictures, in the order of the
 *   equipment, then those that only a crosspoint names
 * @outputs: (element-type GenlockCrosspointEnd): the same of its outputs, without loop-throughs
 * @points: (element-type GenlockCrosspoint): by output, then by input
 *
 * A look at a graph: no longer good when the graph changes.
 */
typedef struct
{
  const GenlockSignalNode *node;
  GArray *inputs;
  GArray *outputs;
  GArray *points;
  /*< private >*/
  guint *first; /* of each output, and one more: its points in @points */
} GenlockCrosspoints;

/* What one output is to have. @input: or %GENLOCK_CROSSPOINT_NONE. */
typedef struct
{
  guint input;
  guint output;
} GenlockCrosspointWish;

/**
 * GenlockCrosspointTally:
 * @n_set: outputs that had no input and get one
 * @n_replaced: outputs that get another one
 * @n_cleared: outputs that have none from then on
 * @n_same: outputs that are so already
 * @n_refused: wishes about ports that nobody knows or that are not there
 */
typedef struct
{
  guint n_set;
  guint n_replaced;
  guint n_cleared;
  guint n_same;
  guint n_refused;
} GenlockCrosspointTally;

/**
 * genlock_crosspoints_new:
 * @node: a device of a graph
 *
 * Returns: (transfer full): its crosspoints
 */
GenlockCrosspoints *genlock_crosspoints_new (const GenlockSignalNode *node);
void genlock_crosspoints_free (GenlockCrosspoints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockCrosspoints, genlock_crosspoints_free)

/* Whether @node routes: a router or a switcher, or whatever has crosspoints. */
gboolean genlock_crosspoints_is_router (const GenlockSignalNode *node);

/* (transfer container) (element-type GenlockSignalNode): all that route, by name. */
GPtrArray *genlock_crosspoints_list_routers (GenlockSignalGraph *graph);

/* (transfer none) (array length=n_points): the points of one output. */
const GenlockCrosspoint *genlock_crosspoints_get_of (const GenlockCrosspoints *self,
                                                     guint output,
                                                     guint *n_points);

/* (transfer none) (nullable): the point where the two meet. */
const GenlockCrosspoint *genlock_crosspoints_find (const GenlockCrosspoints *self,
                                                   guint input,
                                                   guint output);

/* The input of an output, the first where it has several; else %GENLOCK_CROSSPOINT_NONE. */
guint genlock_crosspoints_get_input (const GenlockCrosspoints *self,
                                     guint output);

/**
 * genlock_crosspoints_build:
 * @self: crosspoints
 * @wishes: (array length=n_wishes): what outputs are to have; of several wishes about an output
 *   the last counts
 * @n_wishes: how many
 * @production_id: the show
 * @tally: (out): what becomes of them
 *
 * An output has one input: what it had before goes. A connection that says nothing but the
 * crosspoint is changed, others are split.
 *
 * Returns: (transfer full): the batch, one step of undo; empty where all is so already
 */
GenlockBatch *genlock_crosspoints_build (const GenlockCrosspoints *self,
                                         const GenlockCrosspointWish *wishes,
                                         guint n_wishes,
                                         const char *production_id,
                                         GenlockCrosspointTally *tally);

G_END_DECLS
