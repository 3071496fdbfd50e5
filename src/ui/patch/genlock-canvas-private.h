/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the canvas share. */

#pragma once

#include "ui/common/genlock-drag.h"
#include "ui/patch/genlock-canvas.h"
#include "ui/patch/genlock-patch-arrange.h"
#include "ui/patch/genlock-patch-draw.h"

G_BEGIN_DECLS

#define GENLOCK_CANVAS_N_PROXIES 2

/* What the pointer does while a button is down. */
typedef enum
{
  GENLOCK_CANVAS_IDLE,
  GENLOCK_CANVAS_PRESSED, /* not yet further than a click may go */
  GENLOCK_CANVAS_PANNING,
  GENLOCK_CANVAS_MARQUEE,
  GENLOCK_CANVAS_MOVING,
  GENLOCK_CANVAS_BENDING,
  GENLOCK_CANVAS_PATCHING,
} GenlockCanvasMode;

/**
 * GenlockCanvasLevel:
 *
 * What would become of a cable that ends here.
 */
typedef enum
{
  GENLOCK_CANVAS_FITS,
  GENLOCK_CANVAS_WARNS,
  GENLOCK_CANVAS_REPLACES,
  GENLOCK_CANVAS_REFUSED,  /* it cannot work; with Shift it is patched all the same */
  GENLOCK_CANVAS_IMPOSSIBLE,
} GenlockCanvasLevel;

typedef struct
{
  GenlockCanvasLevel level;
  char *reason; /* owned, nullable */
  gboolean is_set; /* as many cables are laid as the picture takes */
} GenlockCanvasVerdict;

/* A port by words that stay good when the graph changes. */
typedef struct
{
  char *box;  /* owned, nullable */
  char *port; /* owned, nullable: the box itself */
  gboolean is_output;
} GenlockCanvasSpot;

/* Boxes and cables as pixels. */
typedef struct _GenlockCanvasPicture GenlockCanvasPicture;

/* How far the drawing of a picture has come. */
typedef struct
{
  guint pass;
  guint index;
} GenlockCanvasProgress;

struct _GenlockCanvas
{
  GtkWidget parent_instance;

  GenlockPatchModel *model; /* owned, nullable */
  GHashTable *selected; /* owned: set of keys of boxes and cables */
  gboolean has_path; /* whether what is not lit is dimmed */

  /* What is in view: the place of the top left corner, in pixels at 100 %. */
  double x;
  double y;
  double zoom;
  gboolean is_fitted; /* whether this show was brought into view once */

  /* What was drawn. */
  GenlockCanvasPicture *picture; /* owned, nullable */
  gboolean is_stale; /* whether it shows what is no longer so */
  GenlockCanvasPicture *next; /* owned, nullable: is being drawn */
  guint paint_id; /* draws it between frames */
  guint sharpen_id; /* the picture is stretched until the zoom stays for a while */
  GHashTable *layouts; /* owned */
  guint serial; /* of the fonts then */

  /* The pointer, in pixels of the widget. */
  GenlockCanvasMode mode;
  double pointer_x;
  double pointer_y;
  double press_x;
  double press_y;
  double start_x; /* of the view when it is panned, of the marquee in pixels at 100 % */
  double start_y;
  GArray *starts; /* owned (element-type graphene_point_t): of the boxes that are moved */
  GPtrArray *moving; /* owned (element-type GenlockPatchBox) */
  guint grabbed; /* which of them is held */
  GenlockPatchSnap snap; /* to what it snapped */
  gboolean is_space_down;
  gboolean has_panned; /* since it was pressed */
  const char *cursor; /* nullable: its name, the usual one for NULL */

  /* What of the patch is shown. */
  gboolean hides_free;
  gboolean long_stubs;
  gboolean minimap;
  char *opened; /* owned, nullable: the box that is open for a while */

  /* How the show was left. */
  gboolean has_kept_view;
  double kept_zoom;
  double kept_x;
  double kept_y;
  guint keep_id; /* writes down how it is left */
  guint resized_id; /* says that more or less is in view */
  int seen_width;   /* of the widget, when that was said last */
  int seen_height;

  /* The waypoint that was taken hold of last. */
  char *bent; /* owned, nullable: its cable */
  guint bent_place;
  GenlockLinkView bend_before; /* it was dragged */

  /* What the keyboard is on, and the children that say so. */
  GenlockCanvasSpot focus;
  GtkWidget *proxies[GENLOCK_CANVAS_N_PROXIES]; /* unowned */
  guint proxy; /* the one that has the focus */

  GtkPopover *adder; /* nullable: a child: asks what to add */
  guint adder_id; /* takes it out */
  double add_x; /* where, in pixels at 100 % */
  double add_y;
  char *splice; /* owned, nullable: the key of the cable that it goes into */
  char *expected; /* owned, nullable: the key of a box that is selected once it is there */

  GtkPopover *namer; /* nullable: a child: asks for a name */
  guint namer_id; /* takes it out */
  char *named; /* owned, nullable: the key of the box */

  GArray *matches; /* owned, nullable: what was found */
  guint match; /* which of it is shown */

  GCancellable *laying_out; /* owned, nullable */

  GtkPopover *menu; /* nullable: a child */
  char *menu_key; /* owned, nullable: the cable that it is about */

  /* The cable that is being laid. */
  gboolean is_carrying;
  gboolean by_keyboard;
  GenlockCanvasSpot carried;
  GHashTable *verdicts; /* owned: GenlockSignalPort -> owned GenlockCanvasVerdict */
  guint judge_id; /* looks at further targets */
};

/* The view. */

GenlockPatchScene *genlock_canvas_get_scene (GenlockCanvas *self);
double genlock_canvas_get_scale (GenlockCanvas *self);
gboolean genlock_canvas_is_folded (GenlockCanvas *self);
double genlock_canvas_to_scene_x (GenlockCanvas *self,
                                  double x);
double genlock_canvas_to_scene_y (GenlockCanvas *self,
                                  double y);
double genlock_canvas_to_widget_x (GenlockCanvas *self,
                                   double x);
double genlock_canvas_to_widget_y (GenlockCanvas *self,
                                   double y);
/* What is seen, in pixels at 100 %. */
void genlock_canvas_get_view (GenlockCanvas *self,
                              GenlockPatchArea *view);
void genlock_canvas_move_to (GenlockCanvas *self,
                             double x,
                             double y);

/* What stands at (@x, @y) of the widget stays there. */
void genlock_canvas_zoom_at (GenlockCanvas *self,
                             double zoom,
                             double x,
                             double y);

/* Everything in view, the first time that there is anything. */
void genlock_canvas_fit_first (GenlockCanvas *self);

/* Brings an area into view, with as little movement as is needed. */
void genlock_canvas_reveal (GenlockCanvas *self,
                            const GenlockPatchArea *area);
void genlock_canvas_install_view (GtkWidgetClass *widget_class);
void genlock_canvas_add_view (GenlockCanvas *self);

/* The picture. */

/* It has to be drawn anew: at once where that is quick, else little by little. */
void genlock_canvas_invalidate (GenlockCanvas *self);

/* Another zoom: soon. Until then it is stretched, which costs less than a frame. */
void genlock_canvas_sharpen_later (GenlockCanvas *self);

/* Whether everything is drawn as it is. */
gboolean genlock_canvas_is_drawn (GenlockCanvas *self);
void genlock_canvas_update_picture (GenlockCanvas *self);
void genlock_canvas_append_picture (GenlockCanvas *self,
                                    GtkSnapshot *snapshot);
void genlock_canvas_drop_picture (GenlockCanvas *self);

/* (transfer none) (nullable) (element-type utf8): keys of what the picture lacks. */
const GPtrArray *genlock_canvas_get_left_out (GenlockCanvas *self);
void genlock_canvas_picture_free (GenlockCanvasPicture *picture);

/* Drawing. */

/* Where there is anything, in pixels at 100 %. */
void genlock_canvas_get_extent (GenlockCanvas *self,
                                GenlockPatchArea *extent);

/**
 * genlock_canvas_draw_some:
 * @self: a canvas with a scene
 * @pen: draws at the same place all the time
 * @area: what is wanted
 * @progress: from 0 on
 * @end: of g_get_monotonic_time(): how long it may take
 *
 * Draws what does not move.
 *
 * Returns: whether all of it is drawn
 */
gboolean genlock_canvas_draw_some (GenlockCanvas *self,
                                   const GenlockPatchPen *pen,
                                   const GenlockPatchArea *area,
                                   GenlockCanvasProgress *progress,
                                   gint64 end);

/* Draws @boxes and @cables: above the others. */
void genlock_canvas_draw_loose (GenlockCanvas *self,
                                const GenlockPatchPen *pen,
                                const GPtrArray *boxes,
                                const GPtrArray *cables);

/* Whether a waypoint of it is being dragged. */
gboolean genlock_canvas_is_bending (const GenlockPatchCable *cable);

/* What is dragged, and what the picture lacks because it was. */
void genlock_canvas_append_moving (GenlockCanvas *self,
                                   GtkSnapshot *snapshot);
void genlock_canvas_snapshot (GtkWidget *widget,
                              GtkSnapshot *snapshot);

/* Colours and fonts of now; no place to draw yet. */
void genlock_canvas_prepare_pen (GenlockCanvas *self,
                                 GenlockPatchPen *pen);

/* What stands above the picture: in pixels at 100 %, and the reason at the pointer. */
void genlock_canvas_append_gesture (GenlockCanvas *self,
                                    GtkSnapshot *snapshot);
void genlock_canvas_draw_hint (GenlockCanvas *self,
                               GtkSnapshot *snapshot);

/* The selection. */

void genlock_canvas_select (GenlockCanvas *self,
                            const char *key,
                            gboolean additive);

/* @boxes: (element-type GenlockPatchBox): those that are selected are no longer, and the others
 * are */
void genlock_canvas_select_boxes (GenlockCanvas *self,
                                  const GPtrArray *boxes);
void genlock_canvas_unselect_all (GenlockCanvas *self);
void genlock_canvas_mark (GenlockCanvas *self);

/* (nullable): the box of a row. */
GenlockPatchBox *genlock_canvas_find_box (const GenlockPatchScene *scene,
                                          GenlockSignalKind kind,
                                          const char *id);

/* (nullable): the cable that is selected alone. */
GenlockPatchCable *genlock_canvas_get_selected_cable (GenlockCanvas *self);

/* (transfer container) (element-type GenlockPatchBox): the selected ones. */
GPtrArray *genlock_canvas_list_boxes (GenlockCanvas *self);

/* Pointer and keyboard. */

/* What is at a place of the widget. */
gboolean genlock_canvas_hit (GenlockCanvas *self,
                             double x,
                             double y,
                             GenlockPatchHit *hit);
void genlock_canvas_add_pointer (GenlockCanvas *self);
void genlock_canvas_install_keys (GtkWidgetClass *widget_class);
void genlock_canvas_add_keys (GenlockCanvas *self);
void genlock_canvas_cancel_pointer (GenlockCanvas *self);

/* What of boxes and cables is shown. */

void genlock_canvas_install_show (GtkWidgetClass *widget_class);

/* Tells the scene. */
void genlock_canvas_show_options (GenlockCanvas *self);

/* @box: (nullable): shows all its ports until another one is, or none */
void genlock_canvas_open_box (GenlockCanvas *self,
                              GenlockPatchBox *box);

/* A click on a stub, or on the part of a box that hides ports or shows them again. Returns whether
 * it was one. */
gboolean genlock_canvas_click_part (GenlockCanvas *self,
                                    const GenlockPatchHit *hit);

/* How a show was left. */

void genlock_canvas_load_state (GenlockCanvas *self);
/* Soon. */
void genlock_canvas_keep_state (GenlockCanvas *self);

/* FALSE where it was not left in any way yet. */
gboolean genlock_canvas_restore_view (GenlockCanvas *self);

/* Waypoints. */

void genlock_canvas_install_waypoints (GtkWidgetClass *widget_class);
void genlock_canvas_add_waypoints (GenlockCanvas *self);

/* Whether the press was on a selected cable, which is bent from now on. */
gboolean genlock_canvas_bend_begin (GenlockCanvas *self);
void genlock_canvas_bend_to (GenlockCanvas *self);
void genlock_canvas_bend_end (GenlockCanvas *self,
                              gboolean keep);
gboolean genlock_canvas_click_waypoint (GenlockCanvas *self);

/* FALSE where none was taken hold of. */
gboolean genlock_canvas_delete_waypoint (GenlockCanvas *self);
gboolean genlock_canvas_nudge_waypoint (GenlockCanvas *self,
                                        int dx,
                                        int dy);
void genlock_canvas_mark_waypoint (GenlockCanvas *self);

/* The focus. */

void genlock_canvas_spot_set (GenlockCanvasSpot *spot,
                              const GenlockPatchBox *box,
                              const GenlockPatchPort *port);
void genlock_canvas_spot_clear (GenlockCanvasSpot *spot);
gboolean genlock_canvas_spot_find (GenlockCanvas *self,
                                   const GenlockCanvasSpot *spot,
                                   GenlockPatchHit *hit);

/* Puts the focus on a box or a port; a box of %NULL keeps it. */
void genlock_canvas_focus_on (GenlockCanvas *self,
                              const GenlockPatchBox *box,
                              const GenlockPatchPort *port,
                              gboolean reveal);
void genlock_canvas_make_proxies (GenlockCanvas *self);
void genlock_canvas_allocate_proxies (GenlockCanvas *self);
void genlock_canvas_place_proxy (GenlockCanvas *self);
gboolean genlock_canvas_has_focus (GenlockCanvas *self);

/* Says anew what the focus is on. */
void genlock_canvas_name_proxy (GenlockCanvas *self);

/* Carrying. */

/* (nullable): where the cable in the hand begins. */
const GenlockSignalPort *genlock_canvas_get_carried (GenlockCanvas *self);
void genlock_canvas_pick_up (GenlockCanvas *self,
                             const GenlockPatchBox *box,
                             const GenlockPatchPort *port,
                             gboolean by_keyboard);
void genlock_canvas_let_go (GenlockCanvas *self);

/* Lays the cable to @port; with @force where it cannot work, too. FALSE where that is refused. */
gboolean genlock_canvas_drop (GenlockCanvas *self,
                              const GenlockPatchPort *port,
                              gboolean force);
const GenlockCanvasVerdict *genlock_canvas_judge (GenlockCanvas *self,
                                                  const GenlockSignalPort *target);

/* The same where it is known already, else %NULL. */
const GenlockCanvasVerdict *genlock_canvas_get_verdict (GenlockCanvas *self,
                                                        const GenlockSignalPort *target);

/* Whether it can end there at all, without a look at the rules. */
gboolean genlock_canvas_is_target (GenlockCanvas *self,
                                   const GenlockSignalPort *target);
/* Judges what is in view, a few at a time. */
void genlock_canvas_look_at_targets (GenlockCanvas *self);
void genlock_canvas_forget_verdicts (GenlockCanvas *self);
void genlock_canvas_free_verdict (gpointer data);

/* Changes. */

/* @batch: (transfer full); @text: (transfer full) (nullable): said when it is done */
void genlock_canvas_apply (GenlockCanvas *self,
                           GenlockBatch *batch,
                           char *text);
void genlock_canvas_delete (GenlockCanvas *self);

/* @boxes: (element-type GenlockPatchBox): at new places, which are kept */
void genlock_canvas_apply_places (GenlockCanvas *self,
                                  GPtrArray *boxes);

/* Arranging. */

void genlock_canvas_install_arrange (GtkWidgetClass *widget_class);

/* What can be done to what is selected. */
void genlock_canvas_update_arrange (GenlockCanvas *self);
void genlock_canvas_append_guides (GenlockCanvas *self,
                                   GtkSnapshot *snapshot,
                                   const GdkRGBA *color);

/* Adding. */

void genlock_canvas_install_add (GtkWidgetClass *widget_class);
void genlock_canvas_end_add (GenlockCanvas *self);

/* Asks what to add at (@x, @y), in pixels at 100 %: at the end of the cable in the hand, or into
 * the one that is lit. */
void genlock_canvas_ask_new (GenlockCanvas *self,
                             double x,
                             double y);
void genlock_canvas_meet_expected (GenlockCanvas *self);

/* @cable: (nullable): lit from now on */
void genlock_canvas_set_splice (GenlockCanvas *self,
                                const GenlockPatchCable *cable);
void genlock_canvas_draw_splice (GenlockCanvas *self,
                                 const GenlockPatchPen *pen);

/* @boxes: (element-type GenlockPatchBox): one, at its new place: it goes into the cable that is
 * lit; FALSE, and said why, where that cannot be */
gboolean genlock_canvas_splice_box (GenlockCanvas *self,
                                    GPtrArray *boxes);

/* Equipment becomes devices at (@x, @y), in pixels at 100 %. */
void genlock_canvas_drop_specs (GenlockCanvas *self,
                                const GenlockDragRows *rows,
                                double x,
                                double y);
void genlock_canvas_add_drop (GenlockCanvas *self);

/* Boxes as rows. */

void genlock_canvas_install_rename (GtkWidgetClass *widget_class);
void genlock_canvas_end_rename (GenlockCanvas *self);

/* Appends to @batch what @from does. */
void genlock_canvas_append_ops (const GenlockBatch *from,
                                GenlockBatch *batch);

/* Laying out. */

void genlock_canvas_install_layout (GtkWidgetClass *widget_class);

/* Whether a layout was under way. */
gboolean genlock_canvas_end_layout (GenlockCanvas *self);

/* The menu of what is at a place. */

void genlock_canvas_install_menu (GtkWidgetClass *widget_class);
void genlock_canvas_add_menu (GenlockCanvas *self);
void genlock_canvas_end_menu (GenlockCanvas *self);

G_END_DECLS
