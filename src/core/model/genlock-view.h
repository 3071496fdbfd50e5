/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How boxes and cables are shown: the JSON of graph_nodes.view and connections.view. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A cable goes through no more places than this. */
#define GENLOCK_VIEW_MAX_WAYPOINTS 16

/* As far as places of graph_nodes go, in pixels at 100 %. */
#define GENLOCK_VIEW_MAX_PLACE 1000000.0

/**
 * GenlockViewChoice:
 * @GENLOCK_VIEW_USUAL: nobody has said anything: the rule for the whole patch holds
 * @GENLOCK_VIEW_NO: said not to
 * @GENLOCK_VIEW_YES: said to
 */
typedef enum
{
  GENLOCK_VIEW_USUAL,
  GENLOCK_VIEW_NO,
  GENLOCK_VIEW_YES,
} GenlockViewChoice;

/* A place in pixels at 100 %, within ±%GENLOCK_VIEW_MAX_PLACE. */
typedef struct
{
  double x;
  double y;
} GenlockViewPoint;

/**
 * GenlockNodeView:
 * @is_collapsed: only the head of the box is shown
 * @hides_free: whether ports without a cable are left out
 */
typedef struct
{
  gboolean is_collapsed;
  GenlockViewChoice hides_free;
} GenlockNodeView;

/**
 * GenlockLinkView:
 * @is_stub: whether only its two ends are shown, each with the name of the other
 * @n_waypoints: how many of @waypoints there are
 * @waypoints: where the cable goes through, from its origin on
 */
typedef struct
{
  GenlockViewChoice is_stub;
  guint n_waypoints;
  GenlockViewPoint waypoints[GENLOCK_VIEW_MAX_WAYPOINTS];
} GenlockLinkView;

/**
 * genlock_node_view_read:
 * @json: (nullable): what the row has: {"collapsed":true,"hideUnconnected":false}
 * @view: (out): what of it is understood; the rest is as if it were not there
 */
void genlock_node_view_read (const char *json,
                             GenlockNodeView *view);

/**
 * genlock_node_view_write:
 * @json: (nullable): what the row has now
 * @view: what it is to say
 *
 * Returns: (transfer full) (nullable): canonical JSON with all other members of @json kept; %NULL
 *   where there is nothing to say
 */
char *genlock_node_view_write (const char *json,
                               const GenlockNodeView *view);

/**
 * genlock_link_view_read:
 * @json: (nullable): what the row has: {"stub":true,"waypoints":[{"x":80,"y":-16}]}; a place may
 *   be [80,-16] too
 * @is_second: whether it is about the second cable of a row that says a whole path: its places are
 *   "exitWaypoints"
 * @view: (out): what of it is understood: places that are none are passed over
 */
void genlock_link_view_read (const char *json,
                             gboolean is_second,
                             GenlockLinkView *view);

/* (transfer full) (nullable): the same as genlock_node_view_write(). */
char *genlock_link_view_write (const char *json,
                               gboolean is_second,
                               const GenlockLinkView *view);

G_END_DECLS
