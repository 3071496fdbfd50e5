/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas: boxes and cables of a show, to be looked at, moved and patched. */

#pragma once

#include <gtk/gtk.h>

#include "ui/common/genlock-drag.h"
#include "ui/patch/genlock-patch-model.h"

G_BEGIN_DECLS

/* What can be shown of a show, 1 is 100 %. */
#define GENLOCK_CANVAS_MIN_ZOOM 0.01
#define GENLOCK_CANVAS_MAX_ZOOM 4.0

/**
 * GenlockCanvas:
 *
 * Draws a #GenlockPatchModel and turns gestures of the pointer and the keyboard into batches.
 * What has the focus inside of it is read out through a child that stands for it.
 *
 * Actions: "canvas.zoom-in", "canvas.zoom-out", "canvas.zoom-normal", "canvas.fit",
 * "canvas.select-all"; "canvas.hide-free", "canvas.long-stubs", "canvas.minimap" (with a state),
 * "canvas.hide-free-here", "canvas.collapse", "canvas.stub", "canvas.far-end",
 * "canvas.waypoint" (boolean: always a new one), "canvas.straighten".
 *
 * Signals: "view-changed": another zoom, place or size; "selection-changed".
 */
#define GENLOCK_TYPE_CANVAS (genlock_canvas_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCanvas, genlock_canvas, GENLOCK, CANVAS, GtkWidget)

GtkWidget *genlock_canvas_new (void);

/* @model: (nullable): what is shown */
void genlock_canvas_set_model (GenlockCanvas *self,
                               GenlockPatchModel *model);

/* Another show: nothing is selected, and all of it is brought into view. */
void genlock_canvas_reset (GenlockCanvas *self);

/* 1 is 100 %. */
double genlock_canvas_get_zoom (GenlockCanvas *self);

/* Whether boxes leave out ports without a cable, where they say nothing else. */
gboolean genlock_canvas_get_hides_free (GenlockCanvas *self);
void genlock_canvas_set_hides_free (GenlockCanvas *self,
                                    gboolean hides);

/* Whether long cables are shown as stubs, where they say nothing else. */
gboolean genlock_canvas_get_long_stubs (GenlockCanvas *self);
void genlock_canvas_set_long_stubs (GenlockCanvas *self,
                                    gboolean stubs);

/* Whether somebody wants to see all of the patch small. */
gboolean genlock_canvas_get_minimap (GenlockCanvas *self);
void genlock_canvas_set_minimap (GenlockCanvas *self,
                                 gboolean minimap);

/* Writes down how the show is left: what is in view, and what of it is shown. */
void genlock_canvas_save_state (GenlockCanvas *self);

/* Everything in view. */
void genlock_canvas_fit (GenlockCanvas *self);

/**
 * genlock_canvas_go_to:
 * @self: a canvas
 * @table: the table of a source, device, send or connection
 * @id: the row
 *
 * Selects it alone and brings it into view.
 *
 * Returns: whether it is there
 */
gboolean genlock_canvas_go_to (GenlockCanvas *self,
                               const GenlockTable *table,
                               const char *id);

/* The same for a node, in the words of the graph. */
gboolean genlock_canvas_go_to_node (GenlockCanvas *self,
                                    GenlockSignalKind kind,
                                    const char *id);

/**
 * genlock_canvas_list_selected:
 * @self: a canvas
 * @table: sources, devices, sends or connections
 *
 * Returns: (transfer full) (element-type utf8): ids of the rows of @table that are selected
 */
GPtrArray *genlock_canvas_list_selected (GenlockCanvas *self,
                                         const GenlockTable *table);

/**
 * genlock_canvas_find:
 * @self: a canvas
 * @text: words that have to be in a box, a port or the label of a cable; "" finds nothing
 *
 * Selects the first one and brings it into view.
 *
 * Returns: how many there are
 */
guint genlock_canvas_find (GenlockCanvas *self,
                           const char *text);

/* Goes on by @step, and round at the end. Returns: the place of what is shown now, from 0. */
guint genlock_canvas_find_next (GenlockCanvas *self,
                                int step);

/* Puts boxes or equipment in the middle of what is seen, as if they were dropped there. */
void genlock_canvas_take (GenlockCanvas *self,
                          const GenlockDragRows *rows);

/**
 * genlock_canvas_select_connections:
 * @self: a canvas
 * @ids: (element-type utf8): connections
 *
 * Selects their cables alone, as soon as they are there, and brings the first one into view.
 */
void genlock_canvas_select_connections (GenlockCanvas *self,
                                        GPtrArray *ids);

G_END_DECLS
