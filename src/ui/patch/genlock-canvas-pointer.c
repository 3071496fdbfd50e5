/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas by pointer: selecting, moving, laying cables, panning. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

/* In pixels of the widget: how far a click may go, how far a cable may be away, from where a box
 * that is dragged snaps into line. */
#define CLICK_REACH 4
#define CABLE_REACH 6
#define SNAP_REACH 6

gboolean
genlock_canvas_hit (GenlockCanvas *self,
                    double x,
                    double y,
                    GenlockPatchHit *hit)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  *hit = (GenlockPatchHit) { NULL };
  return scene != NULL
         && genlock_patch_scene_hit (scene, genlock_canvas_to_scene_x (self, x),
                                     genlock_canvas_to_scene_y (self, y),
                                     CABLE_REACH / genlock_canvas_get_scale (self),
                                     genlock_canvas_is_folded (self), hit);
}

static gboolean
is_additive (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller)
          & (GDK_CONTROL_MASK | GDK_SHIFT_MASK)) != 0;
}

static gboolean
is_forced (GtkEventController *controller)
{
  return (gtk_event_controller_get_current_event_state (controller) & GDK_SHIFT_MASK) != 0;
}

/* Moving. */

static void
start_moving (GenlockCanvas *self,
              GenlockPatchBox *box)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  if (!box->is_selected)
    genlock_canvas_select (self, box->key, FALSE);
  g_array_set_size (self->starts, 0);
  g_ptr_array_set_size (self->moving, 0);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *other = scene->boxes->pdata[i];

      if (!other->is_selected)
        continue;

      other->is_moving = TRUE;
      if (other == box)
        self->grabbed = self->moving->len;
      g_ptr_array_add (self->moving, other);
      g_array_append_val (self->starts, GRAPHENE_POINT_INIT ((float) other->x, (float) other->y));
    }
  self->mode = GENLOCK_CANVAS_MOVING;
  genlock_canvas_invalidate (self);
}

static void
shift (GenlockCanvas *self,
       double dx,
       double dy)
{
  for (guint i = 0; i < self->moving->len; i++)
    {
      GenlockPatchBox *box = self->moving->pdata[i];
      const graphene_point_t *start = &g_array_index (self->starts, graphene_point_t, i);

      box->x = start->x + dx;
      box->y = start->y + dy;
    }
}

/* A device without cables that is held over a cable goes into it. */
static void
look_below (GenlockCanvas *self)
{
  const GenlockPatchBox *box = self->moving->len == 1 ? self->moving->pdata[0] : NULL;
  GenlockPatchHit hit = { NULL };

  if (box != NULL && box->node->kind == GENLOCK_SIGNAL_DEVICE && box->node->rows->len == 0)
    genlock_canvas_hit (self, self->pointer_x, self->pointer_y, &hit);
  genlock_canvas_set_splice (self, hit.cable != NULL && !genlock_patch_cable_is_inside (hit.cable)
                                     ? hit.cable : NULL);
}

/* All boxes go as far as the one that is held, which snaps: into line with others, else to the
 * grid. With Ctrl there is only the grid. */
static void
move (GenlockCanvas *self,
      GtkEventController *controller)
{
  double scale = genlock_canvas_get_scale (self);
  double dx = (self->pointer_x - self->press_x) / scale;
  double dy = (self->pointer_y - self->press_y) / scale;
  const graphene_point_t *held;
  GenlockPatchArea view;

  if (self->moving->len == 0)
    return;

  held = &g_array_index (self->starts, graphene_point_t, self->grabbed);
  shift (self, dx, dy);
  genlock_canvas_get_view (self, &view);
  self->snap = (GenlockPatchSnap) { 0 };
  if ((gtk_event_controller_get_current_event_state (controller) & GDK_CONTROL_MASK) == 0)
    genlock_patch_snap_find (genlock_canvas_get_scene (self), &view, SNAP_REACH / scale,
                             &self->snap);
  dx = self->snap.has_x ? dx + self->snap.dx : genlock_patch_snap (held->x + dx) - held->x;
  dy = self->snap.has_y ? dy + self->snap.dy : genlock_patch_snap (held->y + dy) - held->y;
  shift (self, dx, dy);
  look_below (self);
}

static void
stop_moving (GenlockCanvas *self,
             gboolean keep)
{
  gboolean moved = FALSE;

  for (guint i = 0; i < self->moving->len; i++)
    {
      GenlockPatchBox *box = self->moving->pdata[i];
      const graphene_point_t *start = &g_array_index (self->starts, graphene_point_t, i);

      box->is_moving = FALSE;
      if (!keep)
        {
          box->x = start->x;
          box->y = start->y;
        }
      moved |= box->x != start->x || box->y != start->y;
    }
  if (moved && !(self->splice != NULL && genlock_canvas_splice_box (self, self->moving)))
    genlock_canvas_apply (self, genlock_patch_model_build_move (self->model, self->moving), NULL);
  genlock_canvas_set_splice (self, NULL);
  g_ptr_array_set_size (self->moving, 0);
  genlock_canvas_invalidate (self);
}

/* The marquee. */

static void
select_inside (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  double x = genlock_canvas_to_scene_x (self, self->pointer_x);
  double y = genlock_canvas_to_scene_y (self, self->pointer_y);
  GenlockPatchArea area = { MIN (x, self->start_x), MIN (y, self->start_y),
                            fabs (x - self->start_x), fabs (y - self->start_y) };
  g_autoptr (GPtrArray) boxes = g_ptr_array_new ();

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea taken = { box->x, box->y, box->width, box->height };

      if (genlock_patch_area_meets (&taken, &area))
        g_ptr_array_add (boxes, box);
    }
  genlock_canvas_select_boxes (self, boxes);
}

/* Buttons. */

static void
begin_cb (GtkGestureDrag *gesture,
          double x,
          double y,
          GenlockCanvas *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));

  if (button == GDK_BUTTON_SECONDARY || self->model == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->press_x = self->pointer_x = x;
  self->press_y = self->pointer_y = y;
  self->start_x = self->x;
  self->start_y = self->y;
  self->mode = button == GDK_BUTTON_MIDDLE || self->is_space_down ? GENLOCK_CANVAS_PANNING
                                                                   : GENLOCK_CANVAS_PRESSED;
}

static void
start_drag (GenlockCanvas *self,
            GtkEventController *controller)
{
  GenlockPatchHit hit;

  genlock_canvas_hit (self, self->press_x, self->press_y, &hit);
  if (self->is_carrying && !self->by_keyboard)
    return;

  if (genlock_canvas_bend_begin (self))
    self->mode = GENLOCK_CANVAS_BENDING;
  else if (hit.port != NULL)
    {
      self->mode = GENLOCK_CANVAS_PATCHING;
      genlock_canvas_pick_up (self, hit.box, hit.port, FALSE);
    }
  else if (hit.box != NULL)
    start_moving (self, hit.box);
  else
    {
      if (!is_additive (controller))
        genlock_canvas_unselect_all (self);
      self->start_x = genlock_canvas_to_scene_x (self, self->press_x);
      self->start_y = genlock_canvas_to_scene_y (self, self->press_y);
      self->mode = GENLOCK_CANVAS_MARQUEE;
    }
}

/* Ports that are hidden come out where a cable might end at them. */
static void
open_under (GenlockCanvas *self)
{
  GenlockPatchHit hit;

  genlock_canvas_hit (self, self->pointer_x, self->pointer_y, &hit);
  genlock_canvas_open_box (self, self->is_carrying ? hit.box : NULL);
}

static void
update_cb (GtkGestureDrag *gesture,
           double dx,
           double dy,
           GenlockCanvas *self)
{
  double scale = genlock_canvas_get_scale (self);

  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  if (self->mode == GENLOCK_CANVAS_PRESSED && hypot (dx, dy) > CLICK_REACH)
    start_drag (self, GTK_EVENT_CONTROLLER (gesture));
  if (self->mode == GENLOCK_CANVAS_PANNING)
    {
      self->has_panned = TRUE;
      genlock_canvas_move_to (self, self->start_x - dx / scale, self->start_y - dy / scale);
    }
  else if (self->mode == GENLOCK_CANVAS_MOVING)
    move (self, GTK_EVENT_CONTROLLER (gesture));
  else if (self->mode == GENLOCK_CANVAS_BENDING)
    genlock_canvas_bend_to (self);
  else if (self->mode == GENLOCK_CANVAS_PATCHING)
    open_under (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* A cable that is dropped where nothing is wants something there. */
static void
ask_new (GenlockCanvas *self)
{
  genlock_canvas_ask_new (self, genlock_canvas_to_scene_x (self, self->pointer_x),
                          genlock_canvas_to_scene_y (self, self->pointer_y));
}

static void
click (GenlockCanvas *self,
       GtkEventController *controller)
{
  GenlockPatchHit hit;

  genlock_canvas_hit (self, self->pointer_x, self->pointer_y, &hit);
  if (self->is_carrying)
    {
      if (hit.port != NULL)
        genlock_canvas_drop (self, hit.port, is_forced (controller));
      else if (hit.box != NULL)
        genlock_canvas_let_go (self);
      else
        ask_new (self);
      return;
    }

  if (genlock_canvas_click_waypoint (self) || genlock_canvas_click_part (self, &hit))
    return;

  genlock_canvas_focus_on (self, hit.box, hit.port, FALSE);
  if (hit.port != NULL && !is_additive (controller))
    genlock_canvas_pick_up (self, hit.box, hit.port, FALSE);
  else if (hit.box != NULL)
    genlock_canvas_select (self, hit.box->key, is_additive (controller));
  else if (hit.cable != NULL)
    genlock_canvas_select (self, hit.cable->key, is_additive (controller));
  else if (!is_additive (controller))
    genlock_canvas_unselect_all (self);
}

static void
end_cb (GtkGestureDrag *gesture,
        double dx,
        double dy,
        GenlockCanvas *self)
{
  GtkEventController *controller = GTK_EVENT_CONTROLLER (gesture);
  GenlockCanvasMode mode = self->mode;
  GenlockPatchHit hit;

  self->pointer_x = self->press_x + dx;
  self->pointer_y = self->press_y + dy;
  self->mode = GENLOCK_CANVAS_IDLE;
  switch (mode)
    {
    case GENLOCK_CANVAS_PRESSED:
      click (self, controller);
      break;

    case GENLOCK_CANVAS_MARQUEE:
      select_inside (self);
      break;

    case GENLOCK_CANVAS_MOVING:
      move (self, controller);
      stop_moving (self, TRUE);
      break;

    case GENLOCK_CANVAS_BENDING:
      genlock_canvas_bend_to (self);
      genlock_canvas_bend_end (self, TRUE);
      break;

    case GENLOCK_CANVAS_PATCHING:
      genlock_canvas_hit (self, self->pointer_x, self->pointer_y, &hit);
      if (hit.box == NULL)
        ask_new (self);
      else if (hit.port == NULL || !genlock_canvas_drop (self, hit.port, is_forced (controller)))
        genlock_canvas_let_go (self);
      break;

    case GENLOCK_CANVAS_IDLE:
    case GENLOCK_CANVAS_PANNING:
      break;
    }
  if (self->adder == NULL && !genlock_canvas_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
genlock_canvas_cancel_pointer (GenlockCanvas *self)
{
  GenlockCanvasMode mode = self->mode;

  self->mode = GENLOCK_CANVAS_IDLE;
  if (mode == GENLOCK_CANVAS_MOVING)
    stop_moving (self, FALSE);
  if (mode == GENLOCK_CANVAS_BENDING)
    genlock_canvas_bend_end (self, FALSE);
  if (mode == GENLOCK_CANVAS_PATCHING)
    genlock_canvas_let_go (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
cancel_cb (GtkGesture *gesture,
           GdkEventSequence *sequence,
           GenlockCanvas *self)
{
  genlock_canvas_cancel_pointer (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           GenlockCanvas *self)
{
  GenlockPatchHit hit;
  static const char grabbing[] = "grabbing";
  static const char crosshair[] = "crosshair";
  const char *cursor = NULL;

  /* Reported where it is, whenever something below it moves. */
  if (self->adder != NULL || (x == self->pointer_x && y == self->pointer_y))
    return;

  self->pointer_x = x;
  self->pointer_y = y;
  if (self->is_carrying)
    {
      self->by_keyboard = FALSE;
      open_under (self);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }
  if (self->mode == GENLOCK_CANVAS_PANNING || self->is_space_down)
    cursor = grabbing;
  else if (self->mode == GENLOCK_CANVAS_IDLE && genlock_canvas_hit (self, x, y, &hit)
           && hit.port != NULL)
    cursor = crosshair;
  if (cursor != self->cursor)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
  self->cursor = cursor;
}

void
genlock_canvas_add_pointer (GenlockCanvas *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), 0);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}
