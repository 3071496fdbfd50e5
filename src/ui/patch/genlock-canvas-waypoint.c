/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bending cables: the places that a cable goes through, by pointer and keyboard. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <math.h>

#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"

/* In pixels of the widget: how far a waypoint, and a cable that is bent, may be away. */
#define HANDLE_REACH 8
#define CABLE_REACH 6

/* In pixels at 100 %: two that are nearer to each other are one. */
#define MERGE_REACH 12

/* The one of its group that has the waypoints. */
static GenlockPatchCable *
get_bent (GenlockPatchCable *cable)
{
  return cable->lead != NULL ? cable->lead : cable;
}

static gboolean
can_bend (GenlockCanvas *self,
          const GenlockPatchCable *cable)
{
  return cable->is_selected && !cable->is_stub && !genlock_patch_cable_is_inside (cable)
         && !genlock_canvas_is_folded (self);
}

/* (nullable): the selected cable with a waypoint at a place of the scene. */
static GenlockPatchCable *
find_handle (GenlockCanvas *self,
             double x,
             double y,
             guint *place)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  double reach = HANDLE_REACH / genlock_canvas_get_scale (self);

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];
      const GenlockLinkView *view = genlock_patch_cable_get_view (cable);

      if (!can_bend (self, cable) || get_bent (cable) != cable)
        continue;

      for (guint j = 0; j < view->n_waypoints; j++)
        if (hypot (view->waypoints[j].x - x, view->waypoints[j].y - y) <= reach)
          {
            *place = j;
            return cable;
          }
    }

  return NULL;
}

/* Which waypoint a new one at (@x, @y) comes before. */
static guint
find_place (const GenlockPatchCable *cable,
            double x,
            double y)
{
  GenlockPatchPath path;
  guint curve = 0;

  genlock_patch_cable_get_path (cable, FALSE, &path);
  genlock_patch_path_get_distance (&path, x, y, &curve);
  if (curve < path.first_shared)
    return 0;

  return MIN (curve - path.first_shared, genlock_patch_cable_get_view (cable)->n_waypoints);
}

static gboolean
insert (GenlockPatchCable *cable,
        guint place,
        double x,
        double y)
{
  GenlockLinkView *view = genlock_patch_cable_edit_view (cable);

  if (view->n_waypoints == GENLOCK_VIEW_MAX_WAYPOINTS)
    return FALSE;

  for (guint i = view->n_waypoints; i > place; i--)
    view->waypoints[i] = view->waypoints[i - 1];
  view->waypoints[place] = (GenlockViewPoint) { genlock_patch_snap (x), genlock_patch_snap (y) };
  view->n_waypoints++;

  return TRUE;
}

static void
take_out (GenlockPatchCable *cable,
          guint place)
{
  GenlockLinkView *view = genlock_patch_cable_edit_view (cable);

  view->n_waypoints--;
  for (guint i = place; i < view->n_waypoints; i++)
    view->waypoints[i] = view->waypoints[i + 1];
}

/* Which one the keyboard is about. */
static void
activate (GenlockCanvas *self,
          const GenlockPatchCable *cable,
          guint place)
{
  char *key = cable != NULL ? g_strdup (cable->key) : NULL;

  g_free (self->bent);
  self->bent = key;
  self->bent_place = place;
  genlock_canvas_mark_waypoint (self);
}

/* Puts down at the cables which waypoint was taken hold of last. */
void
genlock_canvas_mark_waypoint (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchCable *cable = scene != NULL ? genlock_patch_scene_find_cable (scene, self->bent)
                                           : NULL;

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    ((GenlockPatchCable *) scene->cables->pdata[i])->active = 0;
  if (cable != NULL && cable->is_selected
      && self->bent_place < genlock_patch_cable_get_view (cable)->n_waypoints)
    cable->active = self->bent_place + 1;
}

/* (nullable): the cable of the waypoint that was taken hold of last. */
static GenlockPatchCable *
get_active (GenlockCanvas *self)
{
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  GenlockPatchCable *cable = scene != NULL ? genlock_patch_scene_find_cable (scene, self->bent)
                                           : NULL;

  return cable != NULL && cable->active > 0 && can_bend (self, cable) ? cable : NULL;
}

static void
apply (GenlockCanvas *self,
       GenlockPatchCable *cable)
{
  g_autoptr (GPtrArray) cables = g_ptr_array_new ();

  g_ptr_array_add (cables, cable);
  genlock_canvas_invalidate (self);
  genlock_canvas_apply (self, genlock_patch_model_build_views (self->model, NULL, cables), NULL);
}

/* By pointer. */

gboolean
genlock_canvas_bend_begin (GenlockCanvas *self)
{
  double x = genlock_canvas_to_scene_x (self, self->press_x);
  double y = genlock_canvas_to_scene_y (self, self->press_y);
  guint place = 0;
  GenlockPatchCable *cable = find_handle (self, x, y, &place);
  GenlockPatchHit hit;

  if (cable != NULL)
    self->bend_before = *genlock_patch_cable_get_view (cable);
  else
    {
      if (!genlock_patch_scene_hit (genlock_canvas_get_scene (self), x, y,
                                    CABLE_REACH / genlock_canvas_get_scale (self),
                                    genlock_canvas_is_folded (self), &hit)
          || hit.cable == NULL || !can_bend (self, hit.cable))
        return FALSE;

      cable = get_bent (hit.cable);
      self->bend_before = *genlock_patch_cable_get_view (cable);
      place = find_place (cable, x, y);
      if (!insert (cable, place, x, y))
        {
          genlock_toast (GTK_WIDGET (self), _("A cable goes through no more places than these"));
          return FALSE;
        }
    }

  cable->is_bending = TRUE;
  activate (self, cable, place);
  genlock_canvas_invalidate (self);
  return TRUE;
}

void
genlock_canvas_bend_to (GenlockCanvas *self)
{
  GenlockPatchCable *cable = get_active (self);
  GenlockViewPoint *point;

  if (cable == NULL)
    return;

  point = &genlock_patch_cable_edit_view (cable)->waypoints[cable->active - 1];
  point->x = genlock_patch_snap (genlock_canvas_to_scene_x (self, self->pointer_x));
  point->y = genlock_patch_snap (genlock_canvas_to_scene_y (self, self->pointer_y));
}

/* Whether @place was dragged onto the one beside it. */
static gboolean
is_merged (const GenlockLinkView *view,
           guint place)
{
  const GenlockViewPoint *at = &view->waypoints[place];

  for (guint i = 0; i < view->n_waypoints; i++)
    if ((i + 1 == place || i == place + 1)
        && hypot (view->waypoints[i].x - at->x, view->waypoints[i].y - at->y) < MERGE_REACH)
      return TRUE;

  return FALSE;
}

void
genlock_canvas_bend_end (GenlockCanvas *self,
                         gboolean keep)
{
  GenlockPatchCable *cable = get_active (self);

  if (cable == NULL)
    {
      genlock_canvas_invalidate (self);
      return;
    }

  cable->is_bending = FALSE;
  if (!keep)
    {
      *genlock_patch_cable_edit_view (cable) = self->bend_before;
      genlock_canvas_mark_waypoint (self);
      genlock_canvas_invalidate (self);
      return;
    }

  if (is_merged (cable->view, cable->active - 1))
    take_out (cable, cable->active - 1);
  apply (self, cable);
}

/* A click on a waypoint makes it the one that Delete and the arrows are about. */
gboolean
genlock_canvas_click_waypoint (GenlockCanvas *self)
{
  guint place = 0;
  GenlockPatchCable *cable = find_handle (self, genlock_canvas_to_scene_x (self, self->pointer_x),
                                          genlock_canvas_to_scene_y (self, self->pointer_y),
                                          &place);

  if (cable == NULL)
    return FALSE;

  activate (self, cable, place);
  genlock_canvas_invalidate (self);
  return TRUE;
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GenlockCanvas *self)
{
  guint place = 0;
  GenlockPatchCable *cable;

  if (n_press != 2 || self->is_carrying)
    return;

  cable = find_handle (self, genlock_canvas_to_scene_x (self, x),
                       genlock_canvas_to_scene_y (self, y), &place);
  if (cable == NULL)
    return;

  activate (self, cable, place);
  genlock_canvas_delete_waypoint (self);
}

void
genlock_canvas_add_waypoints (GenlockCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

/* By keyboard. */

gboolean
genlock_canvas_delete_waypoint (GenlockCanvas *self)
{
  GenlockPatchCable *cable = get_active (self);

  if (cable == NULL)
    return FALSE;

  take_out (cable, cable->active - 1);
  activate (self, NULL, 0);
  apply (self, cable);
  return TRUE;
}

gboolean
genlock_canvas_nudge_waypoint (GenlockCanvas *self,
                               int dx,
                               int dy)
{
  GenlockPatchCable *cable = get_active (self);
  GenlockViewPoint *point;

  if (cable == NULL)
    return FALSE;

  point = &genlock_patch_cable_edit_view (cable)->waypoints[cable->active - 1];
  point->x = genlock_patch_snap (point->x) + dx * GENLOCK_PATCH_GRID;
  point->y = genlock_patch_snap (point->y) + dy * GENLOCK_PATCH_GRID;
  apply (self, cable);
  return TRUE;
}

/* (nullable): the first selected cable that can be bent. */
static GenlockPatchCable *
find_selected (GenlockCanvas *self)
{
  const GenlockPatchScene *scene = genlock_canvas_get_scene (self);

  for (guint i = 0; scene != NULL && i < scene->cables->len; i++)
    if (can_bend (self, scene->cables->pdata[i]))
      return get_bent (scene->cables->pdata[i]);

  return NULL;
}

/* From one waypoint to the next; where there is none, or with Shift, a new one in the middle. */
static void
waypoint_action (GtkWidget *widget,
                 const char *name,
                 GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchCable *cable = find_selected (self);
  const GenlockLinkView *view;
  GenlockPatchPath path;
  double x, y;
  guint place;

  if (cable == NULL)
    {
      genlock_toast (widget, _("Select the cable that is to be bent"));
      return;
    }

  view = genlock_patch_cable_get_view (cable);
  if (view->n_waypoints > 0 && !g_variant_get_boolean (parameter))
    {
      activate (self, cable, cable->active % view->n_waypoints);
      genlock_canvas_invalidate (self);
      return;
    }

  genlock_patch_cable_get_path (cable, FALSE, &path);
  genlock_patch_path_get_middle (&path, &x, &y);
  /* Where a waypoint is in the middle, the new one goes half way behind it. */
  if (path.n_curves % 2 == 0)
    {
      GenlockPatchPath half = { .curves = { path.curves[path.n_curves / 2] }, .n_curves = 1 };

      genlock_patch_path_get_middle (&half, &x, &y);
    }
  place = find_place (cable, x, y);
  if (!insert (cable, place, x, y))
    {
      genlock_toast (widget, _("A cable goes through no more places than these"));
      return;
    }

  activate (self, cable, place);
  apply (self, cable);
}

static void
straighten_action (GtkWidget *widget,
                   const char *name,
                   GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchCable *cable = find_selected (self);

  if (cable == NULL || genlock_patch_cable_get_view (cable)->n_waypoints == 0)
    return;

  genlock_patch_cable_edit_view (cable)->n_waypoints = 0;
  activate (self, NULL, 0);
  apply (self, cable);
}

void
genlock_canvas_install_waypoints (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.waypoint", "b", waypoint_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, 0, "canvas.waypoint", "b", FALSE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_SHIFT_MASK, "canvas.waypoint",
                                       "b", TRUE);
  gtk_widget_class_install_action (widget_class, "canvas.straighten", NULL, straighten_action);
}
