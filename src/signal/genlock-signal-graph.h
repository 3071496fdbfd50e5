/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The signal graph of a show: nodes, their ports, and the links that the connections imply. */

#pragma once

#include "core/model/genlock-connector.h"
#include "core/model/genlock-record.h"

G_BEGIN_DECLS

typedef struct _GenlockSignalGraph GenlockSignalGraph;
typedef struct _GenlockSignalNode GenlockSignalNode;
typedef struct _GenlockSignalPort GenlockSignalPort;
typedef struct _GenlockSignalLink GenlockSignalLink;
typedef struct _GenlockSignalRow GenlockSignalRow;

/* A connection names a source, a device and a destination. */
#define GENLOCK_SIGNAL_ROW_NODES 3

/**
 * GenlockSignalKind:
 * @GENLOCK_SIGNAL_SOURCE: a source
 * @GENLOCK_SIGNAL_DEVICE: a device
 * @GENLOCK_SIGNAL_SEND: a send
 * @GENLOCK_SIGNAL_UNKNOWN: what a connection of another program names by a word of its own
 */
typedef enum
{
  GENLOCK_SIGNAL_SOURCE,
  GENLOCK_SIGNAL_DEVICE,
  GENLOCK_SIGNAL_SEND,
  GENLOCK_SIGNAL_UNKNOWN,
} GenlockSignalKind;

/**
 * GenlockSignalPassage:
 * @GENLOCK_SIGNAL_PASSAGE_NONE: only crosspoints lead through the node
 * @GENLOCK_SIGNAL_PASSAGE_FED: the only input that is fed reaches every output
 * @GENLOCK_SIGNAL_PASSAGE_PAIRS: the n-th input reaches the n-th output
 * @GENLOCK_SIGNAL_PASSAGE_CROSS: two converters in one box: each input reaches the output of the
 *   other connector
 *
 * How a signal passes where no crosspoint says so: converters, distribution, camera control.
 */
typedef enum
{
  GENLOCK_SIGNAL_PASSAGE_NONE,
  GENLOCK_SIGNAL_PASSAGE_FED,
  GENLOCK_SIGNAL_PASSAGE_PAIRS,
  GENLOCK_SIGNAL_PASSAGE_CROSS,
} GenlockSignalPassage;

/**
 * GenlockSignalPart:
 * @GENLOCK_SIGNAL_DIRECT: from the source to the destination
 * @GENLOCK_SIGNAL_ENTRY: from the source into the device
 * @GENLOCK_SIGNAL_CROSSPOINT: inside the device; no cable
 * @GENLOCK_SIGNAL_EXIT: from the device to the destination
 *
 * Which part of its row a link is.
 */
typedef enum
{
  GENLOCK_SIGNAL_DIRECT,
  GENLOCK_SIGNAL_ENTRY,
  GENLOCK_SIGNAL_CROSSPOINT,
  GENLOCK_SIGNAL_EXIT,
} GenlockSignalPart;

/**
 * GenlockSignalNode:
 * @kind: what it is
 * @id: the row's id; of an unknown one what the connection says
 * @word: (nullable): of an unknown one the word for its kind
 * @record: (nullable): the row; %NULL where a connection ends on a row that is not there
 * @spec: (nullable): its equipment with ports and cards
 * @ports: (element-type GenlockSignalPort): inputs, outputs, then those that nobody knows
 * @rows: (element-type GenlockSignalRow): the connections that name it, in no order
 * @passage: how a signal passes without crosspoints
 * @has_loops: whether an output of it is a loop-through, which passes whatever @passage says
 */
struct _GenlockSignalNode
{
  GenlockSignalKind kind;
  char *id;
  char *word;
  GenlockRecord *record;
  GenlockRecord *spec;
  GPtrArray *ports;
  GPtrArray *rows;
  GenlockSignalPassage passage;
  gboolean has_loops;
  /*< private >*/
  GHashTable *by_key;
  char *key;
  gboolean is_touched;
  gboolean is_renamed;
};

/**
 * GenlockSignalPort:
 * @node: what it is a port of
 * @id: the id of the port's row, or what a connection says; "" for nothing
 * @record: (nullable): the output, the port of the equipment, or the send; %NULL where nobody
 *   knows the port
 * @card: (nullable): the card that brings it
 * @connector: (nullable): what is plugged in here; %NULL for a word nobody knows
 * @in: (nullable) (element-type GenlockSignalLink): links that end here, by row
 * @out: (nullable) (element-type GenlockSignalLink): links that begin here, by row
 * @number: its place among the ports of its direction, from 1; 0 for an unknown one
 * @is_output: its direction
 * @is_video: whether pictures pass it: neither reference nor control nor power
 * @is_loop_through: an output that gives on what an input of its connector gets
 */
struct _GenlockSignalPort
{
  GenlockSignalNode *node;
  char *id;
  const GenlockRecord *record;
  const GenlockRecord *card;
  const GenlockConnector *connector;
  GPtrArray *in;
  GPtrArray *out;
  guint number;
  guint is_output : 1;
  guint is_video : 1;
  guint is_loop_through : 1;
  /*< private >*/
  guint is_touched : 1;
  char *key;
  const GenlockSignalPort *inside; /* nullable: the input that always feeds it */
};

/**
 * GenlockSignalLink:
 * @from: where it begins
 * @to: where it ends
 * @row: the connection that says so
 * @part: which part of it
 */
struct _GenlockSignalLink
{
  GenlockSignalPort *from;
  GenlockSignalPort *to;
  GenlockSignalRow *row;
  GenlockSignalPart part;
};

/**
 * GenlockSignalRow:
 * @record: the connection
 * @links: its links in the order of the signal
 * @n_links: how many; 0 for a row that says only half a path
 */
struct _GenlockSignalRow
{
  GenlockRecord *record;
  GenlockSignalLink links[3];
  guint n_links;
  /*< private >*/
  GenlockSignalNode *nodes[GENLOCK_SIGNAL_ROW_NODES];
};

/**
 * genlock_signal_graph_new:
 * @rows: (nullable) (element-type GenlockRecord): rows of any tables in any order
 *
 * Keeps references to the rows; they no longer change.
 *
 * Returns: (transfer full): the graph of @rows
 */
GenlockSignalGraph *genlock_signal_graph_new (GPtrArray *rows);
void genlock_signal_graph_free (GenlockSignalGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSignalGraph, genlock_signal_graph_free)

/**
 * genlock_signal_graph_set:
 * @graph: a graph
 * @row: a whole row with its children, of sources, sends, devices, equipment_specs or connections;
 *   others are not looked at
 *
 * A new row comes, a known one is as @row says from now on, a deleted one goes. Only what the row
 * touches is worked out anew: the ports of its node and the links of the connections that name it.
 * Pointers to ports and links of these nodes are no longer good.
 */
void genlock_signal_graph_set (GenlockSignalGraph *graph,
                               GenlockRecord *row);

/* The row goes; the connections that end on it lead to a node without a row. */
void genlock_signal_graph_remove (GenlockSignalGraph *graph,
                                  const GenlockTable *table,
                                  const char *id);

/* (transfer none) (nullable): the node of a row. @kind: not unknown. */
GenlockSignalNode *genlock_signal_graph_get_node (GenlockSignalGraph *graph,
                                                  GenlockSignalKind kind,
                                                  const char *id);

/* (transfer none) (nullable): the connection. */
GenlockSignalRow *genlock_signal_graph_get_row (GenlockSignalGraph *graph,
                                                const char *id);

/**
 * genlock_signal_graph_list_nodes:
 * @graph: a graph
 *
 * Returns: (transfer container) (element-type GenlockSignalNode): sources, devices, sends, unknown
 *   ones; each by name, naturally ("SRC 2" before "SRC 10")
 */
GPtrArray *genlock_signal_graph_list_nodes (GenlockSignalGraph *graph);

/* (transfer container) (element-type GenlockSignalRow): the connections by id. */
GPtrArray *genlock_signal_graph_list_rows (GenlockSignalGraph *graph);

/* (transfer none) (nullable): the port with this id, or with these words of others. */
GenlockSignalPort *genlock_signal_node_get_port (GenlockSignalNode *node,
                                                 const char *id);

/* Letters of a name that are shown; rows of this program have no longer ones. */
#define GENLOCK_SIGNAL_SHOWN_LENGTH 200

/**
 * genlock_signal_dup_shown:
 * @text: what a row says, whoever wrote it
 *
 * Returns: (transfer full): the same, fit for one line: what is no text is replaced, what controls
 *   is a space, and what is longer than %GENLOCK_SIGNAL_SHOWN_LENGTH ends with "…"
 */
char *genlock_signal_dup_shown (const char *text);

/* Whether the above leaves @text as it is. */
gboolean genlock_signal_is_shown_whole (const char *text);

/* (transfer full): what people call it: "SRC 3 GFX A", "E2"; for a row that is not there a word. */
char *genlock_signal_node_dup_name (const GenlockSignalNode *node);

/* (transfer full): "IN 1", "Slot 3: IN 1", "HDMI 2"; of a port that is not there a word; "" where
 * there is nothing to say. */
char *genlock_signal_port_dup_label (const GenlockSignalPort *port);

/* (transfer full): node and port: "E2 · Slot 3: IN 1". */
char *genlock_signal_port_dup_name (const GenlockSignalPort *port);

/* (transfer none): the text of its connector as the row has it; "" for none. */
const char *genlock_signal_port_get_connector_text (const GenlockSignalPort *port);

/* (transfer none) (nullable): category of a device, by its equipment; %NULL for all else. */
const char *genlock_signal_node_get_category (const GenlockSignalNode *node);

/**
 * genlock_signal_port_list_upstream:
 * @port: a port
 *
 * One step against the signal: cables and crosspoints that end here, and inside a node without
 * crosspoints what its passage says.
 *
 * Returns: (transfer container) (nullable) (element-type GenlockSignalPort): the ports; %NULL for
 *   none
 */
GPtrArray *genlock_signal_port_list_upstream (const GenlockSignalPort *port);

/* (transfer container) (nullable): one step with the signal. */
GPtrArray *genlock_signal_port_list_downstream (const GenlockSignalPort *port);

G_END_DECLS
