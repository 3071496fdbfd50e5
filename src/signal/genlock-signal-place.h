/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where nodes of the graph stand on the canvas, as rows. */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/**
 * genlock_signal_place_make:
 * @node: a node with a row
 * @production_id: its show
 * @x: its left edge, in pixels at 100 %
 * @y: its top
 *
 * The id is made of the show and the node, so that two replicas make the same row.
 *
 * Returns: (transfer full): a row of graph_nodes
 */
GenlockRecord *genlock_signal_place_make (const GenlockSignalNode *node,
                                          const char *production_id,
                                          double x,
                                          double y);

/**
 * genlock_signal_place_read:
 * @row: a row of graph_nodes
 * @kind: (out): what it places
 * @x: (out): its left edge, in pixels at 100 %
 * @y: (out): its top
 *
 * Returns: whether @row says a place that can be shown: others may write what is no number
 */
gboolean genlock_signal_place_read (const GenlockRecord *row,
                                    GenlockSignalKind *kind,
                                    double *x,
                                    double *y);

/* (transfer none) (nullable): the id of the row that @row places, wherever. */
const char *genlock_signal_place_get_node (const GenlockRecord *row);

/* Returns: whether @row says with a word of ours what it places; @kind: (out). */
gboolean genlock_signal_place_get_kind (const GenlockRecord *row,
                                        GenlockSignalKind *kind);

G_END_DECLS
