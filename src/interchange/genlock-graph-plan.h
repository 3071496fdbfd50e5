/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where boxes and ports stand when a show is drawn for others. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-layout.h"

G_BEGIN_DECLS

/* Sizes in pixels: of boxes, of the part above their ports, of a row of ports, of the part below
 * them, and of a port. */
#define GENLOCK_GRAPH_PLAN_WIDTH 224
#define GENLOCK_GRAPH_PLAN_HEAD 40
#define GENLOCK_GRAPH_PLAN_ROW 16
#define GENLOCK_GRAPH_PLAN_FOOT 8
#define GENLOCK_GRAPH_PLAN_PORT_WIDTH 104

/**
 * GenlockGraphPlan:
 * @nodes: (element-type GenlockSignalNode): the boxes, as genlock_signal_graph_list_nodes()
 * @rows: (element-type GenlockSignalRow): the cables, as genlock_signal_graph_list_rows()
 * @boxes: (element-type GenlockSignalLayoutBox): where each of @nodes stands; left and top edges
 *   are whole numbers within a million
 * @offsets: (element-type GArray): for each of @nodes how far those of its ports that are linked
 *   are below the top, in their order; doubles
 * @ports: (element-type GenlockSignalPort guint): the ports that are linked, numbered from 1
 *
 * Only ports with a cable or a crosspoint are drawn. Lives no longer than its graph.
 */
typedef struct
{
  GPtrArray *nodes;
  GPtrArray *rows;
  GArray *boxes;
  GPtrArray *offsets;
  GHashTable *ports;
  /*< private >*/
  GPtrArray *keys;
  GHashTable *places;
} GenlockGraphPlan;

/**
 * genlock_graph_plan_new:
 * @graph: the graph of a show
 * @places: (nullable) (element-type GenlockRecord): rows of graph_nodes: where boxes stand
 *
 * Boxes that stand nowhere are laid out around the others. The same show gives the same plan.
 *
 * Returns: (transfer full): the plan
 */
GenlockGraphPlan *genlock_graph_plan_new (GenlockSignalGraph *graph,
                                          GPtrArray *places);
void genlock_graph_plan_free (GenlockGraphPlan *plan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockGraphPlan, genlock_graph_plan_free)

/* (transfer full) (nullable) (element-type GenlockRecord): the places of a show. */
GPtrArray *genlock_graph_plan_load_places (GenlockStore *store,
                                           const char *production_id,
                                           GError **error);

/* Whether a cable or a crosspoint is there. */
gboolean genlock_graph_plan_is_linked (const GenlockSignalPort *port);

/* The number of @port, which is linked, among the linked ones of its node. */
guint genlock_graph_plan_get_place (const GenlockSignalPort *port);

G_END_DECLS
