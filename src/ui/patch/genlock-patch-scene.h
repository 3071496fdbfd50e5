/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the patch: boxes with their ports, cables, and what is under the pointer. */

#pragma once

#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* In pixels at 100 %. */
#define GENLOCK_PATCH_GRID 8
#define GENLOCK_PATCH_HEAD 56
#define GENLOCK_PATCH_ROW 22

/* Below this zoom ports are folded into their box. */
#define GENLOCK_PATCH_FOLD 0.4

/**
 * GenlockPatchPort:
 * @port: what it is, of the graph
 * @label: what people call it
 * @y: its middle, from the top of its box
 */
typedef struct
{
  const GenlockSignalPort *port;
  char *label;
  double y;
} GenlockPatchPort;

/**
 * GenlockPatchBox:
 * @node: what it is, of the graph
 * @key: names it for as long as it is there, whatever the graph does
 * @head: (nullable): its label: "SRC 3"
 * @name: what it is called
 * @detail: (nullable): its model or type
 * @ports: (element-type GenlockPatchPort): inputs, then outputs
 * @n_inputs: how many of them are inputs
 * @x: its left edge, in pixels at 100 %; @y, @width, @height likewise
 * @is_placed: whether somebody has put it there
 * @is_selected: whether it is selected
 * @is_lit: whether it is on the path of what is selected
 * @is_moving: whether it is being dragged
 */
typedef struct
{
  GenlockSignalNode *node;
  char *key;
  char *head;
  char *name;
  char *detail;
  GArray *ports;
  guint n_inputs;
  double x;
  double y;
  double width;
  double height;
  guint is_placed : 1;
  guint is_selected : 1;
  guint is_lit : 1;
  guint is_moving : 1;
} GenlockPatchBox;

/**
 * GenlockPatchCable:
 * @link: what it is, of the graph
 * @key: names it for as long as it is there
 * @from: where it begins; @from_y is the middle of its port
 * @to: where it ends
 * @family: what it is
 * @n_bundled: of a bundle, how many cables lie in it; 0 for those that lie in another's
 * @is_selected: whether it is selected
 * @is_lit: whether it is on the path of what is selected
 * @mark: 0, or the worst problem at it: 1 a warning, 2 an error
 */
typedef struct
{
  const GenlockSignalLink *link;
  char *key;
  GenlockPatchBox *from;
  GenlockPatchBox *to;
  double from_y;
  double to_y;
  GenlockConnectorFamily family;
  guint n_bundled;
  guint is_selected : 1;
  guint is_lit : 1;
  guint mark : 2;
} GenlockPatchCable;

/* A cubic curve: where it begins, its two handles, where it ends; x and y each. */
typedef struct
{
  double x[4];
  double y[4];
} GenlockPatchCurve;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GenlockPatchArea;

/* What is at a place: a port with its box, a box, a cable, or nothing. */
typedef struct
{
  GenlockPatchBox *box;
  GenlockPatchPort *port;
  GenlockPatchCable *cable;
} GenlockPatchHit;

/**
 * GenlockPatchScene:
 * @boxes: (element-type GenlockPatchBox): in the order of the keyboard: sources, devices, sends
 * @cables: (element-type GenlockPatchCable): every link of the graph
 */
typedef struct
{
  GPtrArray *boxes;
  GPtrArray *cables;
  /*< private >*/
  GHashTable *by_key;
  GHashTable *by_port;
  GHashTable *by_cable;
} GenlockPatchScene;

/**
 * genlock_patch_scene_new:
 * @graph: a graph; the scene points into it and is good until the graph changes
 * @places: (element-type GenlockRecord): rows of graph_nodes; what is no place is passed over
 *
 * Returns: (transfer full): the scene; boxes without a place stand at 0, 0
 */
GenlockPatchScene *genlock_patch_scene_new (GenlockSignalGraph *graph,
                                            GPtrArray *places);
void genlock_patch_scene_free (GenlockPatchScene *scene);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockPatchScene, genlock_patch_scene_free)

/* (transfer full): names a link for as long as its row has it. */
char *genlock_patch_link_dup_key (const GenlockSignalLink *link);

/* (nullable): by their keys. */
GenlockPatchBox *genlock_patch_scene_find_box (const GenlockPatchScene *scene,
                                               const char *key);
GenlockPatchCable *genlock_patch_scene_find_cable (const GenlockPatchScene *scene,
                                                   const char *key);

/* (nullable): the box that shows @node. */
GenlockPatchBox *genlock_patch_scene_get_box (const GenlockPatchScene *scene,
                                              const GenlockSignalNode *node);

/* (nullable): the port with this id and direction. */
GenlockPatchPort *genlock_patch_box_find_port (const GenlockPatchBox *box,
                                               const char *id,
                                               gboolean is_output);

/* Where a cable meets the port, in pixels at 100 %. */
void genlock_patch_box_get_plug (const GenlockPatchBox *box,
                                 const GenlockPatchPort *port,
                                 double *x,
                                 double *y);

/* The curve of a cable; between the middles of the boxes where @folded. */
void genlock_patch_cable_get_curve (const GenlockPatchCable *cable,
                                    gboolean folded,
                                    GenlockPatchCurve *curve);

/* The curve from an output at one place to an input at another. */
void genlock_patch_curve_make (double from_x,
                               double from_y,
                               double to_x,
                               double to_y,
                               GenlockPatchCurve *curve);

/* What the curve stays inside of. */
void genlock_patch_curve_get_area (const GenlockPatchCurve *curve,
                                   GenlockPatchArea *area);

/* How far (@x, @y) is away from the curve. */
double genlock_patch_curve_get_distance (const GenlockPatchCurve *curve,
                                         double x,
                                         double y);

/* Whether the areas have a point in common. */
gboolean genlock_patch_area_meets (const GenlockPatchArea *a,
                                   const GenlockPatchArea *b);

/**
 * genlock_patch_scene_hit:
 * @scene: a scene
 * @x: in pixels at 100 %
 * @y: likewise
 * @reach: how far a cable may be away
 * @folded: whether ports are folded into their boxes
 * @hit: (out): what is there
 *
 * Returns: whether anything is
 */
gboolean genlock_patch_scene_hit (const GenlockPatchScene *scene,
                                  double x,
                                  double y,
                                  double reach,
                                  gboolean folded,
                                  GenlockPatchHit *hit);

/* What all boxes together take; empty for none. */
void genlock_patch_scene_get_area (const GenlockPatchScene *scene,
                                   GenlockPatchArea *area);

/**
 * genlock_patch_scene_step:
 * @scene: a scene
 * @from: a box
 * @dx: -1 to the left, 1 to the right, else 0
 * @dy: -1 up, 1 down, else 0
 *
 * Returns: (nullable): the nearest box in that direction
 */
GenlockPatchBox *genlock_patch_scene_step (const GenlockPatchScene *scene,
                                           const GenlockPatchBox *from,
                                           int dx,
                                           int dy);

/* The nearest line of the grid. */
double genlock_patch_snap (double value);

G_END_DECLS
