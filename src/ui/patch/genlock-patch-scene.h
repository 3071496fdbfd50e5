/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The geometry of the patch: boxes with their ports, cables, and what is under the pointer. */

#pragma once

#include "core/model/genlock-view.h"
#include "signal/genlock-signal-graph.h"

G_BEGIN_DECLS

/* In pixels at 100 %. */
#define GENLOCK_PATCH_GRID 8
#define GENLOCK_PATCH_HEAD 56
#define GENLOCK_PATCH_ROW 22

/* Below this zoom ports are folded into their box. */
#define GENLOCK_PATCH_FOLD 0.4

/* Nobody reads more of a label, and others may write anything. */
#define GENLOCK_PATCH_MAX_LETTERS 120

/**
 * GenlockPatchOptions:
 * @hides_free: whether boxes that say nothing else leave out ports without a cable
 * @stub_distance: from so far on, in pixels at 100 %, cables that say nothing else are shown as
 *   stubs; 0 for never
 */
typedef struct
{
  gboolean hides_free;
  double stub_distance;
} GenlockPatchOptions;

/**
 * GenlockPatchPort:
 * @port: what it is, of the graph
 * @label: what people call it, within its section
 * @format: (nullable): what arrives there, once somebody has asked for it
 * @y: its middle, from the top of its box
 * @section: the place of its section among those of its box
 * @n_stubs: how many stubs lie there
 * @is_hidden: whether it is left out; its cables end at the head
 * @has_format: whether somebody has asked for @format
 */
typedef struct
{
  const GenlockSignalPort *port;
  char *label;
  char *format;
  double y;
  guint section;
  guint n_stubs;
  guint is_hidden : 1;
  guint has_format : 1;
} GenlockPatchPort;

/**
 * GenlockPatchSection:
 * @card: (nullable): the card whose ports it has; %NULL for those of the frame itself
 * @title: (nullable): its heading; %NULL for none
 * @y: the middle of its heading, from the top of its box
 * @has_inputs: whether inputs of it are shown
 * @has_outputs: whether outputs of it are shown
 */
typedef struct
{
  const GenlockRecord *card;
  char *title;
  double y;
  gboolean has_inputs;
  gboolean has_outputs;
} GenlockPatchSection;

/**
 * GenlockPatchBox:
 * @node: what it is, of the graph
 * @key: names it for as long as it is there, whatever the graph does
 * @head: (nullable): its label: "SRC 3"
 * @name: what it is called
 * @detail: (nullable): its model or type
 * @ports: (element-type GenlockPatchPort): inputs, then outputs
 * @n_inputs: how many of them are inputs
 * @sections: (element-type GenlockPatchSection): the frame and its cards, in slot order
 * @view: what its place says
 * @n_hidden: how many ports are left out for having no cable
 * @x: its left edge, in pixels at 100 %; @y, @width, @height likewise
 * @kept_x: where it stood when the scene was made, while it is moved elsewhere; @kept_y likewise
 * @is_placed: whether somebody has put it there
 * @is_selected: whether it is selected
 * @is_lit: whether it is on the path of what is selected
 * @is_moving: whether it is being dragged
 * @is_open: whether all of it is shown for a while, whatever @view says
 * @is_collapsed: whether only its head is shown
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
  GArray *sections;
  GenlockNodeView view;
  guint n_hidden;
  double x;
  double y;
  double width;
  double height;
  double kept_x;
  double kept_y;
  guint is_placed : 1;
  guint is_selected : 1;
  guint is_lit : 1;
  guint is_moving : 1;
  guint is_open : 1;
  guint is_collapsed : 1;
} GenlockPatchBox;

typedef struct _GenlockPatchCable GenlockPatchCable;

/**
 * GenlockPatchCable:
 * @link: what it is, of the graph
 * @key: names it for as long as it is there
 * @from: where it begins, at @from_port
 * @to: where it ends, at @to_port
 * @family: what it is
 * @label: (nullable): what is written on it
 * @view: (nullable): what its row says about how it is shown; %NULL for nothing
 * @lead: (nullable): the first of the cables of its group between the same boxes, which are drawn
 *   as one; %NULL where it is drawn alone
 * @n_grouped: of such a first one, how many they are; else 0
 * @group_from_y: of such a first one, where the bundle begins, from the top of @from
 * @group_to_y: where it ends, from the top of @to
 * @n_bundled: of a bundle, how many cables lie in it; 0 for those that lie in another's
 * @from_slot: of a stub, its place among those at @from_port
 * @to_slot: the same at @to_port
 * @active: 0, or the number of its waypoint that was taken hold of last, from 1
 * @is_selected: whether it is selected
 * @is_lit: whether it is on the path of what is selected
 * @is_bending: whether a waypoint of it is being dragged
 * @mark: 0, or the worst problem at it: 1 a warning, 2 an error
 * @is_stub: whether only its two ends are shown
 * @is_run: whether it lies there
 * @is_tested: whether somebody has seen a picture through it
 */
struct _GenlockPatchCable
{
  const GenlockSignalLink *link;
  char *key;
  GenlockPatchBox *from;
  GenlockPatchBox *to;
  GenlockPatchPort *from_port;
  GenlockPatchPort *to_port;
  GenlockConnectorFamily family;
  char *label;
  GenlockLinkView *view;
  GenlockPatchCable *lead;
  guint n_grouped;
  double group_from_y;
  double group_to_y;
  guint n_bundled;
  guint from_slot;
  guint to_slot;
  guint active;
  guint is_selected : 1;
  guint is_lit : 1;
  guint is_bending : 1;
  guint mark : 2;
  guint is_stub : 1;
  guint is_run : 1;
  guint is_tested : 1;
};

/* A cubic curve: where it begins, its two handles, where it ends; x and y each. */
typedef struct
{
  double x[4];
  double y[4];
} GenlockPatchCurve;

/* The waypoints have one curve more than they are; a group has its joints besides. */
#define GENLOCK_PATCH_MAX_CURVES (GENLOCK_VIEW_MAX_WAYPOINTS + 3)

/**
 * GenlockPatchPath:
 * @curves: where a cable runs, from its origin on; of a stub its two ends
 * @n_curves: how many of them there are
 * @first_shared: the first one that the cables of a group share
 * @n_shared: how many they share; 0 for a cable that is drawn alone
 */
typedef struct
{
  GenlockPatchCurve curves[GENLOCK_PATCH_MAX_CURVES];
  guint n_curves;
  guint first_shared;
  guint n_shared;
} GenlockPatchPath;

typedef struct
{
  double x;
  double y;
  double width;
  double height;
} GenlockPatchArea;

/* Which end of a cable. */
typedef enum
{
  GENLOCK_PATCH_NO_END,
  GENLOCK_PATCH_FROM_END,
  GENLOCK_PATCH_TO_END,
} GenlockPatchEnd;

/* What is at a place: a port with its box, a box, a cable (of a stub one of its ends), or
 * nothing. */
typedef struct
{
  GenlockPatchBox *box;
  GenlockPatchPort *port;
  GenlockPatchCable *cable;
  GenlockPatchEnd stub;
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
  GHashTable *by_node;
  GHashTable *by_port;
  GHashTable *by_cable;
  GenlockPatchOptions options;
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

/**
 * genlock_patch_scene_set_options:
 * @scene: a scene, its boxes where they are to stand
 * @options: what holds for the whole patch
 *
 * Works out anew how large boxes are and which cables are stubs. Boxes stay where they are.
 */
void genlock_patch_scene_set_options (GenlockPatchScene *scene,
                                      const GenlockPatchOptions *options);

/* Shows all ports of @box for a while, or no longer. */
void genlock_patch_scene_open_box (GenlockPatchScene *scene,
                                   GenlockPatchBox *box,
                                   gboolean open);

/* Whether ports without a cable are left out at @box, were it not open. */
gboolean genlock_patch_scene_hides_free (const GenlockPatchScene *scene,
                                         const GenlockPatchBox *box);

/* (transfer full): what can be shown of what others wrote: one line, no longer than somebody reads;
 * %NULL for %NULL. */
char *genlock_patch_dup_words (const char *text);

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

/* Whether its ports can be folded away by pointer, and where that is. */
gboolean genlock_patch_box_has_toggle (const GenlockPatchBox *box);
void genlock_patch_box_get_toggle (const GenlockPatchBox *box,
                                   GenlockPatchArea *area);

/* Whether ports are left out for being free, and where that is said. */
gboolean genlock_patch_box_get_rest (const GenlockPatchBox *box,
                                     GenlockPatchArea *area);

/* What the heading of a section takes: one half of the box where the other has its own sections. */
void genlock_patch_box_get_heading (const GenlockPatchBox *box,
                                    const GenlockPatchSection *section,
                                    GenlockPatchArea *area);

/* Where a cable runs; between the middles of the boxes where @folded. */
void genlock_patch_cable_get_path (const GenlockPatchCable *cable,
                                   gboolean folded,
                                   GenlockPatchPath *path);

/* Whether it is no cable but a crosspoint, inside of its box. */
gboolean genlock_patch_cable_is_inside (const GenlockPatchCable *cable);

/* Whether anything of it is drawn where boxes are @folded. */
gboolean genlock_patch_cable_is_shown (const GenlockPatchCable *cable,
                                       gboolean folded);

/* What it and all that is written at it stay inside of. */
void genlock_patch_cable_get_area (const GenlockPatchCable *cable,
                                   gboolean folded,
                                   GenlockPatchArea *area);

/* Where the end of a stub says what is at the other one. */
void genlock_patch_cable_get_flag (const GenlockPatchCable *cable,
                                   GenlockPatchEnd end,
                                   GenlockPatchArea *area);

/* (transfer full): what it says there. */
char *genlock_patch_cable_dup_far_end (const GenlockPatchCable *cable,
                                       GenlockPatchEnd end);

/* (transfer none): what its row says, or nothing. */
const GenlockLinkView *genlock_patch_cable_get_view (const GenlockPatchCable *cable);

/* (transfer none): the same to be changed. */
GenlockLinkView *genlock_patch_cable_edit_view (GenlockPatchCable *cable);

/* Where its waypoint @i is now: boxes that are moved together take what is between them along. */
void genlock_patch_cable_get_waypoint (const GenlockPatchCable *cable,
                                       guint i,
                                       double *x,
                                       double *y);

/* Whether its row has a cable before it, whose @view is another. */
gboolean genlock_patch_cable_is_second (const GenlockPatchCable *cable);

/* The middle of a path. */
void genlock_patch_path_get_middle (const GenlockPatchPath *path,
                                    double *x,
                                    double *y);

/* How far (@x, @y) is away from the path; @curve: (out) (optional): from which of its curves. */
double genlock_patch_path_get_distance (const GenlockPatchPath *path,
                                        double x,
                                        double y,
                                        guint *curve);

/* The curve from an output at one place to an input at another. */
void genlock_patch_curve_make (double from_x,
                               double from_y,
                               double to_x,
                               double to_y,
                               GenlockPatchCurve *curve);

/* The curves through @points, soft where they meet and level at both ends. @curves has room for one
 * less than @n_points, which are at least 2. */
void genlock_patch_curve_thread (const GenlockViewPoint *points,
                                 guint n_points,
                                 GenlockPatchCurve *curves);

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
