/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the steps of the layout share: the graph in columns, its links cut into one step each. */

#pragma once

#include "signal/genlock-signal-layout.h"

G_BEGIN_DECLS

/* Of a node that is no box but the way of a long link through a column. */
#define GENLOCK_LAYOUT_LANE G_MAXUINT

/* Pixels: below a box, between the lanes of long links, between parts that no link connects. */
#define GENLOCK_LAYOUT_BOX_GAP 24.0
#define GENLOCK_LAYOUT_LANE_GAP 16.0
#define GENLOCK_LAYOUT_PART_GAP 48.0

/**
 * GenlockLayoutEdge:
 * @from: index of a box
 * @to: index of a box further right
 * @from_y: where it leaves, below the top of @from: the middle of its links
 * @to_y: where it arrives, below the top of @to
 * @weight: how many links it stands for
 *
 * All links between two boxes, in the direction in which they are drawn.
 */
typedef struct
{
  guint from;
  guint to;
  double from_y;
  double to_y;
  guint weight;
} GenlockLayoutEdge;

/**
 * GenlockLayoutNode:
 * @box: index into the boxes, or %GENLOCK_LAYOUT_LANE
 * @layer: its column, from 0
 * @part: index into the parts
 * @place: its place in its column of its part, from 0
 * @first_in: where its links to the column before begin in @in of the layout
 * @n_in: how many
 * @first_out: where its links to the next column begin in @segments of the layout
 * @n_out: how many
 * @is_fixed: whether it stays at @y
 * @height: with the gap below it, a multiple of the grid
 * @y: its top
 * @top: the same when its column is stacked without gaps, while the order is looked for
 * @in_number: the number of its first link from the left among those of its column
 * @out_number: the same to the right
 *
 * A box or a lane. Its links are sorted by the ports, from above.
 */
typedef struct
{
  guint box;
  guint layer;
  guint part;
  guint place;
  guint first_in;
  guint n_in;
  guint first_out;
  guint n_out;
  gboolean is_fixed;
  double height;
  double y;
  double top;
  guint in_number;
  guint out_number;
} GenlockLayoutNode;

/**
 * GenlockLayoutSegment:
 * @from: index of a node
 * @to: index of a node, one column further right
 * @from_y: where it leaves, below the top of @from
 * @to_y: where it arrives, below the top of @to
 * @weight: how many links it stands for
 * @in_rank: its place among the links that arrive at @to
 */
typedef struct
{
  guint from;
  guint to;
  double from_y;
  double to_y;
  guint weight;
  guint in_rank;
} GenlockLayoutSegment;

/**
 * GenlockLayoutPart:
 * @first_layer: its first column
 * @layers: (element-type GArray): for each column its nodes from above, as guint
 *
 * Nodes that links connect.
 */
typedef struct
{
  guint first_layer;
  GPtrArray *layers;
} GenlockLayoutPart;

/**
 * GenlockLayout:
 * @boxes: (array length=n_boxes) (unowned): a copy of the boxes by their keys, in range
 * @n_boxes: how many
 * @n_layers: how many columns
 * @layers: (array length=n_boxes): the column of each box
 * @edges: (element-type GenlockLayoutEdge): by @from, then @to
 * @nodes: (element-type GenlockLayoutNode): those of boxes with links, and lanes
 * @segments: (element-type GenlockLayoutSegment): by @from, then by port
 * @in: (element-type guint): indexes of segments, by @to, then by port
 * @parts: (element-type GenlockLayoutPart): by the key of their first box
 * @single: (element-type guint): boxes without links
 * @cancellable: (nullable) (unowned): whether to stop
 */
typedef struct
{
  GenlockSignalLayoutBox *boxes;
  guint n_boxes;
  guint n_layers;
  guint *layers;
  GArray *edges;
  GArray *nodes;
  GArray *segments;
  GArray *in;
  GPtrArray *parts;
  GArray *single;
  GCancellable *cancellable;
} GenlockLayout;

static inline GenlockLayoutEdge *
genlock_layout_edge (const GenlockLayout *layout,
                     guint index)
{
  return &g_array_index (layout->edges, GenlockLayoutEdge, index);
}

static inline GenlockLayoutNode *
genlock_layout_node (const GenlockLayout *layout,
                     guint index)
{
  return &g_array_index (layout->nodes, GenlockLayoutNode, index);
}

static inline GenlockLayoutSegment *
genlock_layout_segment (const GenlockLayout *layout,
                        guint index)
{
  return &g_array_index (layout->segments, GenlockLayoutSegment, index);
}

/* The @i-th link of @node to the column before it, from above. */
static inline GenlockLayoutSegment *
genlock_layout_in (const GenlockLayout *layout,
                   const GenlockLayoutNode *node,
                   guint i)
{
  return genlock_layout_segment (layout, g_array_index (layout->in, guint, node->first_in + i));
}

/* The same to the column behind it. */
static inline GenlockLayoutSegment *
genlock_layout_out (const GenlockLayout *layout,
                    const GenlockLayoutNode *node,
                    guint i)
{
  return genlock_layout_segment (layout, node->first_out + i);
}

/* The nodes of the @i-th column of a part, as guint. */
static inline GArray *
genlock_layout_column (const GenlockLayoutPart *part,
                       guint i)
{
  return (GArray *) g_ptr_array_index (part->layers, i);
}

/* The next multiple of the grid that is not less. */
double genlock_layout_snap_up (double value);

/* 0 for sources, 2 for sends, 1 for all between. */
guint genlock_layout_role (const GenlockSignalLayoutBox *box);

/* The edges of @layout, and for each box its column; @links with indexes into the boxes. */
void genlock_layout_make_layers (GenlockLayout *layout,
                                 const GenlockSignalLayoutLink *links,
                                 guint n_links);

/* Nodes, segments, parts and single boxes of @layout from its edges and columns. */
void genlock_layout_make_nodes (GenlockLayout *layout);

/* Numbers the places, tops and links of a column anew. */
void genlock_layout_number (GenlockLayout *layout,
                            const GArray *column);

/* Moves the nodes of a part, whose columns are numbered, to where they cross least, a few places
 * at once; %FALSE when cancelled. @n_segments: how many the part has. */
gboolean genlock_layout_sift (GenlockLayout *layout,
                              const GenlockLayoutPart *part,
                              guint n_segments);

/* The order in each column with few crossings, with all columns numbered; %FALSE when cancelled. */
gboolean genlock_layout_make_order (GenlockLayout *layout);

/* The places of all boxes, in @boxes of @layout; %FALSE when cancelled. */
gboolean genlock_layout_make_places (GenlockLayout *layout);

/* @y of the nodes of one part as their order and links want it, on the grid. */
gboolean genlock_layout_make_heights (GenlockLayout *layout,
                                      const GenlockLayoutPart *part);

/**
 * genlock_layout_fit:
 * @values: (array length=n) (inout): where each would like to be; where it is
 * @weights: (array length=n): how much, above 0
 * @n: how many
 *
 * The values that never decrease and are nearest to @values (least squares).
 */
void genlock_layout_fit (double *values,
                         const double *weights,
                         guint n);

G_END_DECLS
