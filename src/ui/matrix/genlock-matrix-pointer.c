/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The matrix under the pointer: it lights what it is on, a click sets, a drag paints. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/matrix/genlock-matrix-private.h"

static gboolean
is_same (const GenlockMatrixSpot *a,
         const GenlockMatrixSpot *b)
{
  return a->row == b->row && a->column == b->column;
}

static void
set_hover (GenlockMatrix *self,
           const GenlockMatrixSpot *spot)
{
  if (is_same (&self->hover, spot))
    return;

  self->hover = *spot;
  genlock_matrix_spot_changed (self);
}

static void
motion_cb (GtkEventControllerMotion *controller,
           double x,
           double y,
           GenlockMatrix *self)
{
  GenlockMatrixSpot spot;

  genlock_matrix_find_spot (self, x, y, &spot);
  if (!self->is_painting)
    set_hover (self, &spot);
}

static void
leave_cb (GtkEventControllerMotion *controller,
          GenlockMatrix *self)
{
  if (!self->is_painting)
    set_hover (self, &(GenlockMatrixSpot) { GENLOCK_MATRIX_NOWHERE, GENLOCK_MATRIX_NOWHERE });
}

/* A finger scrolls, and sets by a tap. */
static gboolean
is_touch (GtkGesture *gesture)
{
  GdkDevice *device =
    gtk_event_controller_get_current_event_device (GTK_EVENT_CONTROLLER (gesture));

  return device != NULL && gdk_device_get_source (device) == GDK_SOURCE_TOUCHSCREEN;
}

static void
begin_cb (GtkGestureDrag *drag,
          double x,
          double y,
          GenlockMatrix *self)
{
  GenlockMatrixSpot spot;

  if (!genlock_matrix_find_spot (self, x, y, &spot))
    {
      /* On a head the keyboard goes to its row or column. */
      GenlockMatrixSpot place = self->focus;

      if (spot.row != GENLOCK_MATRIX_NOWHERE)
        place.row = spot.row;
      if (spot.column != GENLOCK_MATRIX_NOWHERE)
        place.column = spot.column;
      if (genlock_matrix_has_spot (self, &place))
        genlock_matrix_focus_on (self, &place, FALSE);
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  self->press = spot;
  self->is_painting = TRUE;
  set_hover (self, &spot);
  if (!is_touch (GTK_GESTURE (drag)))
    gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* Outside, the cell at the edge counts, and comes into view. */
static void
update_cb (GtkGestureDrag *drag,
           double dx,
           double dy,
           GenlockMatrix *self)
{
  double right = gtk_widget_get_width (GTK_WIDGET (self));
  double bottom = gtk_widget_get_height (GTK_WIDGET (self));
  GenlockMatrixSpot spot;
  double x, y;

  if (!self->is_painting || !genlock_matrix_has_spot (self, &self->press))
    return;

  gtk_gesture_drag_get_start_point (drag, &x, &y);
  right = MIN (right, genlock_matrix_get_x (self, self->grid->columns->len)) - 1;
  bottom = MIN (bottom, genlock_matrix_get_y (self, self->grid->rows->len)) - 1;
  x = MAX (self->head_width, MIN (x + dx, right));
  y = MAX (self->head_height, MIN (y + dy, bottom));
  if (!genlock_matrix_find_spot (self, x, y, &spot))
    return;

  if (is_touch (GTK_GESTURE (drag)) && !is_same (&spot, &self->press))
    {
      self->is_painting = FALSE;
      gtk_gesture_set_state (GTK_GESTURE (drag), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  set_hover (self, &spot);
  genlock_matrix_reveal (self, &spot);
}

static void
end_cb (GtkGestureDrag *drag,
        double dx,
        double dy,
        GenlockMatrix *self)
{
  GenlockMatrixSpot to = self->hover;

  if (!self->is_painting)
    return;

  self->is_painting = FALSE;
  if (!genlock_matrix_has_spot (self, &self->press) || !genlock_matrix_has_spot (self, &to))
    return;

  genlock_matrix_focus_on (self, &to, FALSE);
  genlock_matrix_paint (self, &self->press, &to);
}

static void
cancel_cb (GtkGesture *gesture,
           GdkEventSequence *sequence,
           GenlockMatrix *self)
{
  self->is_painting = FALSE;
  genlock_matrix_spot_changed (self);
}

void
genlock_matrix_add_pointer (GenlockMatrix *self)
{
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect (drag, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}
