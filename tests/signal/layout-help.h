/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graphs to lay out, and whether a layout is tidy. */

#pragma once

#include "signal/genlock-signal-layout.h"

/* A box has at most so many ports on each side. */
#define LAYOUT_MAX_PORTS 8

/* A graph to lay out; the boxes point into it. */
typedef struct
{
  GArray *boxes;    /* (element-type GenlockSignalLayoutBox) */
  GArray *links;    /* (element-type GenlockSignalLayoutLink) */
  GPtrArray *keys;  /* (element-type utf8) */
} LayoutGraph;

LayoutGraph *layout_graph_new (void);
void layout_graph_free (LayoutGraph *graph);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LayoutGraph, layout_graph_free)

/* (transfer full): @n_boxes: three tenths sources, three tenths sends, devices between; @loops of a
 * hundred links lead back. The same for the same numbers. */
LayoutGraph *layout_graph_make (guint seed,
                                guint n_boxes,
                                guint n_links,
                                guint loops);

/* (transfer none): box @index, good until the next one is added. */
GenlockSignalLayoutBox *layout_graph_box (LayoutGraph *graph,
                                          guint index);

/* Adds a box with @n_ports ports on each side; answers its index. */
guint layout_graph_add (LayoutGraph *graph,
                        GenlockSignalKind kind,
                        guint n_ports);

void layout_graph_link (LayoutGraph *graph,
                        guint from,
                        guint from_port,
                        guint to,
                        guint to_port);

void layout_graph_fix (LayoutGraph *graph,
                       guint index,
                       double x,
                       double y);

/* Lays the graph out; %FALSE when it was called off. */
gboolean layout_graph_try (LayoutGraph *graph,
                           GCancellable *cancellable,
                           GError **error);

/* Lays the graph out, which has to work. */
void layout_graph_run (LayoutGraph *graph);

/* Expects boxes on the grid, none over another unless both are fixed. */
void layout_graph_assert_tidy (LayoutGraph *graph);

/* How many links lead to the left. */
guint layout_graph_count_backward (LayoutGraph *graph);
