/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the signal graph share. */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

struct _GenlockSignalGraph
{
  GHashTable *nodes;  /* owned: key -> owned GenlockSignalNode */
  GHashTable *rows;   /* owned: id -> owned GenlockSignalRow */
  GHashTable *specs;  /* owned: id -> owned GenlockRecord */
  GHashTable *old_labels; /* owned: set of owned texts: of cables that are gone */
  GPtrArray *touched_ports; /* owned: changed since the last genlock_signal_graph_settle() */
  GPtrArray *touched_nodes; /* owned: the same of nodes */
  GPtrArray *renamed_nodes; /* owned: only called something else since then */
  GFunc forget;             /* nullable: told of each port and node before it goes */
  gpointer forget_data;
};

/* Makes the ports of what @node is; it has none yet. */
void genlock_signal_node_make_ports (GenlockSignalNode *node);

/* (transfer none): the port that a connection means, made where nobody knows it. @text: (nullable).
 * @row_id: names a port of which nothing is said. */
GenlockSignalPort *genlock_signal_node_claim_port (GenlockSignalNode *node,
                                                   gboolean is_output,
                                                   const char *text,
                                                   const char *row_id);

void genlock_signal_port_free (GenlockSignalPort *port);

/* (transfer none): the node of this key; made, without a row, where there is none. */
GenlockSignalNode *genlock_signal_graph_claim_node (GenlockSignalGraph *graph,
                                                    GenlockSignalKind kind,
                                                    const char *word,
                                                    const char *id);

/* Notes that a port or node is no longer what it was. */
void genlock_signal_graph_touch_port (GenlockSignalGraph *graph,
                                      GenlockSignalPort *port);
void genlock_signal_graph_touch_node (GenlockSignalGraph *graph,
                                      GenlockSignalNode *node);
void genlock_signal_graph_forget_port (GenlockSignalGraph *graph,
                                       GenlockSignalPort *port);

/* From now on nothing is touched. */
void genlock_signal_graph_settle (GenlockSignalGraph *graph);

/* Works out the links of a row, and takes them out again with the unknown ports that only they
 * had. The nodes stay. */
void genlock_signal_row_attach (GenlockSignalGraph *graph,
                                GenlockSignalRow *row);
void genlock_signal_row_detach (GenlockSignalGraph *graph,
                                GenlockSignalRow *row);

G_END_DECLS
