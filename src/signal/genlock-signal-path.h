/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paths through the signal graph: what feeds a port, and where it goes. */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* The parent of a hop where a path begins. */
#define GENLOCK_SIGNAL_NO_PARENT G_MAXUINT

/**
 * GenlockSignalHop:
 * @port: where the signal is
 * @link: (nullable): the link that leads here from the hop before; %NULL at the beginning and
 *   where a node passes on what comes in
 * @parent: the hop before: its place in the array, or %GENLOCK_SIGNAL_NO_PARENT
 * @depth: how many hops stand before it
 * @is_loop: whether the path has been here before: it goes round
 * @is_again: whether another branch has been here: what follows stands there
 * @is_end: whether the path goes on nowhere
 *
 * A step of a path. Owns nothing; good as long as the graph stays as it is.
 */
typedef struct
{
  const GenlockSignalPort *port;
  const GenlockSignalLink *link;
  guint parent;
  guint depth;
  gboolean is_loop;
  gboolean is_again;
  gboolean is_end;
} GenlockSignalHop;

/**
 * genlock_signal_path_trace:
 * @port: a port
 * @downstream: with the signal; else against it
 *
 * Each port is walked on from once, whatever loops there are.
 *
 * Returns: (transfer full) (element-type GenlockSignalHop): the tree of hops from @port on, branch
 *   behind branch
 */
GArray *genlock_signal_path_trace (const GenlockSignalPort *port,
                                   gboolean downstream);

/**
 * genlock_signal_path_trace_node:
 * @node: a node
 * @downstream: from its outputs on; else from its inputs back
 *
 * Returns: (transfer full) (element-type GenlockSignalHop): the same from every linked port of
 *   @node; empty where none is linked
 */
GArray *genlock_signal_path_trace_node (const GenlockSignalNode *node,
                                        gboolean downstream);

G_END_DECLS
