/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The canvas by keyboard. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/patch/genlock-canvas-private.h"

static gboolean
get_focus (GenlockCanvas *self,
           GenlockPatchHit *hit)
{
  return genlock_canvas_spot_find (self, &self->focus, hit);
}

static guint
get_index (const GenlockPatchHit *hit)
{
  return (guint) (hit->port - (GenlockPatchPort *) hit->box->ports->data);
}

static void
go_to_box (GenlockCanvas *self,
           const GenlockPatchHit *from,
           int dx,
           int dy)
{
  GenlockPatchBox *box = genlock_patch_scene_step (genlock_canvas_get_scene (self), from->box, dx,
                                                   dy);

  if (box != NULL)
    genlock_canvas_focus_on (self, box, NULL, TRUE);
}

/* (nullable): the port that stands across from @port, or the last one there. */
static GenlockPatchPort *
get_across (const GenlockPatchHit *hit)
{
  guint n_outputs = hit->box->ports->len - hit->box->n_inputs;
  guint index = get_index (hit);

  if (!hit->port->port->is_output)
    return n_outputs > 0 ? &g_array_index (hit->box->ports, GenlockPatchPort,
                                           hit->box->n_inputs + MIN (index, n_outputs - 1))
                         : NULL;

  index -= hit->box->n_inputs;
  return hit->box->n_inputs > 0 ? &g_array_index (hit->box->ports, GenlockPatchPort,
                                                  MIN (index, hit->box->n_inputs - 1))
                                : NULL;
}

static void
step_aside (GenlockCanvas *self,
            const GenlockPatchHit *hit,
            int dx)
{
  GenlockPatchPort *across = NULL;

  if (hit->port != NULL && (dx > 0) != hit->port->port->is_output)
    across = get_across (hit);
  if (across != NULL)
    genlock_canvas_focus_on (self, hit->box, across, TRUE);
  else
    go_to_box (self, hit, dx, 0);
}

/* From the head of a box down along its ports, and on to the box below. */
static void
step_along (GenlockCanvas *self,
            const GenlockPatchHit *hit,
            int dy)
{
  GenlockPatchPort *ports = (GenlockPatchPort *) hit->box->ports->data;
  guint first, last, index;

  if (hit->port == NULL)
    {
      if (dy > 0 && hit->box->ports->len > 0 && !genlock_canvas_is_folded (self))
        genlock_canvas_focus_on (self, hit->box, &ports[0], TRUE);
      else
        go_to_box (self, hit, 0, dy);
      return;
    }

  first = hit->port->port->is_output ? hit->box->n_inputs : 0;
  last = hit->port->port->is_output ? hit->box->ports->len - 1 : hit->box->n_inputs - 1;
  index = get_index (hit);
  if (dy < 0 && index == first)
    genlock_canvas_focus_on (self, hit->box, NULL, TRUE);
  else if (dy > 0 && index == last)
    go_to_box (self, hit, 0, 1);
  else
    genlock_canvas_focus_on (self, hit->box, &ports[(int) index + dy], TRUE);
}

/* With a cable in the hand the arrows go from one port that it can end at to the next. */
static void
step_to_target (GenlockCanvas *self,
                const GenlockPatchHit *from,
                int dx,
                int dy)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  double x0 = from->box->x + from->box->width / 2;
  double y0 = from->box->y;
  double best = INFINITY;
  GenlockPatchHit nearest = { NULL };

  if (from->port != NULL)
    genlock_patch_box_get_plug (from->box, from->port, &x0, &y0);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];

      for (guint j = 0; j < box->ports->len; j++)
        {
          GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, j);
          double x, y, along, across, distance;

          genlock_patch_box_get_plug (box, port, &x, &y);
          along = dx * (x - x0) + dy * (y - y0);
          across = fabs (dx != 0 ? y - y0 : x - x0);
          distance = along + 3 * across;
          if (along >= 1 && distance < best && port != from->port
              && genlock_canvas_is_target (self, port->port))
            {
              best = distance;
              nearest = (GenlockPatchHit) { box, port, NULL };
            }
        }
    }

  self->by_keyboard = TRUE;
  if (nearest.port != NULL)
    genlock_canvas_focus_on (self, nearest.box, nearest.port, TRUE);
  genlock_canvas_look_at_targets (self);
}

static void
step (GenlockCanvas *self,
      int dx,
      int dy)
{
  GenlockPatchHit hit;

  if (!get_focus (self, &hit))
    return;

  if (self->is_carrying)
    step_to_target (self, &hit, dx, dy);
  else if (dx != 0)
    step_aside (self, &hit, dx);
  else
    step_along (self, &hit, dy);
}

/* Alt and the arrows move what is selected, or the box with the focus; together, so that what was
 * in line stays so. */
static void
nudge (GenlockCanvas *self,
       int dx,
       int dy)
{
  g_autoptr (GPtrArray) boxes = NULL;
  GenlockPatchHit hit;
  double x, y;

  if (genlock_canvas_nudge_waypoint (self, dx, dy) || !get_focus (self, &hit))
    return;

  boxes = hit.box->is_selected ? genlock_canvas_list_boxes (self) : g_ptr_array_new ();
  if (!hit.box->is_selected)
    g_ptr_array_add (boxes, hit.box);
  x = dx != 0 ? genlock_patch_snap (hit.box->x) + dx * GENLOCK_PATCH_GRID - hit.box->x : 0;
  y = dy != 0 ? genlock_patch_snap (hit.box->y) + dy * GENLOCK_PATCH_GRID - hit.box->y : 0;
  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];

      box->x += x;
      box->y += y;
    }
  genlock_canvas_apply_places (self, boxes);
}

static void
toggle_selected (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchHit hit;

  if (!genlock_canvas_spot_find (self, &self->focus, &hit))
    return;

  if (hit.port == NULL)
    {
      genlock_canvas_select (self, hit.box->key, TRUE);
      return;
    }

  /* Of a port its cables. */
  for (guint i = 0; i < scene->cables->len; i++)
    {
      const GenlockPatchCable *cable = scene->cables->pdata[i];

      if (cable->link->from == hit.port->port || cable->link->to == hit.port->port)
        genlock_canvas_select (self, cable->key, TRUE);
    }
}

static void
enter (GenlockCanvas *self,
       gboolean force)
{
  GenlockPatchHit hit;

  if (!get_focus (self, &hit))
    return;

  if (self->is_carrying && hit.port != NULL)
    genlock_canvas_drop (self, hit.port, force);
  else if (hit.port != NULL)
    genlock_canvas_pick_up (self, hit.box, hit.port, TRUE);
  else if (!self->is_carrying)
    genlock_canvas_select (self, hit.box->key, FALSE);
}

static void
go_to_end (GenlockCanvas *self,
           gboolean last)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  if (scene != NULL && scene->boxes->len > 0)
    genlock_canvas_focus_on (self, scene->boxes->pdata[last ? scene->boxes->len - 1 : 0], NULL,
                             TRUE);
}

static gboolean
cancel (GenlockCanvas *self)
{
  if (self->mode != GENLOCK_CANVAS_IDLE)
    genlock_canvas_cancel_pointer (self);
  else if (self->is_carrying)
    genlock_canvas_let_go (self);
  else if (genlock_canvas_end_layout (self))
    return TRUE;
  else if (g_hash_table_size (self->selected) > 0)
    genlock_canvas_unselect_all (self);
  else
    return FALSE;

  return TRUE;
}

static gboolean
arrow (GenlockCanvas *self,
       guint key,
       gboolean alt)
{
  int dx = (key == GDK_KEY_Right || key == GDK_KEY_KP_Right)
           - (key == GDK_KEY_Left || key == GDK_KEY_KP_Left);
  int dy = (key == GDK_KEY_Down || key == GDK_KEY_KP_Down)
           - (key == GDK_KEY_Up || key == GDK_KEY_KP_Up);

  if (dx == 0 && dy == 0)
    return FALSE;

  if (alt)
    nudge (self, dx, dy);
  else
    step (self, dx, dy);
  return TRUE;
}

static gboolean
pressed_cb (GtkEventControllerKey *controller,
            guint key,
            guint code,
            GdkModifierType state,
            GenlockCanvas *self)
{
  if (self->model == NULL || state & GDK_CONTROL_MASK)
    return FALSE;
  if (arrow (self, key, (state & GDK_ALT_MASK) != 0))
    return TRUE;
  if (state & GDK_ALT_MASK)
    return FALSE;

  switch (key)
    {
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
      enter (self, (state & GDK_SHIFT_MASK) != 0);
      return TRUE;

    case GDK_KEY_space:
    case GDK_KEY_KP_Space:
      self->is_space_down = TRUE;
      return TRUE;

    case GDK_KEY_Escape:
      return cancel (self);

    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      genlock_canvas_delete (self);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_End:
      go_to_end (self, key == GDK_KEY_End);
      return TRUE;

    default:
      return FALSE;
    }
}

/* Held down it pans, else it selects. */
static void
released_cb (GtkEventControllerKey *controller,
             guint key,
             guint code,
             GdkModifierType state,
             GenlockCanvas *self)
{
  if (key != GDK_KEY_space && key != GDK_KEY_KP_Space)
    return;

  if (self->is_space_down && !self->has_panned)
    toggle_selected (self);
  self->is_space_down = FALSE;
  self->has_panned = FALSE;
}

static void
left_cb (GtkEventControllerFocus *controller,
         GenlockCanvas *self)
{
  self->is_space_down = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
entered_cb (GtkEventControllerFocus *controller,
            GenlockCanvas *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
select_all_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  g_hash_table_remove_all (self->selected);
  if (scene != NULL)
    genlock_canvas_select_boxes (self, scene->boxes);
}

void
genlock_canvas_install_keys (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.select-all", NULL, select_all_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_a, GDK_CONTROL_MASK,
                                       "canvas.select-all", NULL);
}

void
genlock_canvas_add_keys (GenlockCanvas *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect (keys, "key-released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect (focus, "enter", G_CALLBACK (entered_cb), self);
  g_signal_connect (focus, "leave", G_CALLBACK (left_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}
