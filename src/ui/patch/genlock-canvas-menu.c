/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of the canvas: of a box, a port, a cable, or the ground. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "ui/common/genlock-toasts.h"
#include "ui/patch/genlock-canvas-private.h"

#define MENUS "/org/genlock/Genlock/ui/patch/genlock-canvas-menu.ui"

static void
closed_cb (GenlockCanvas *self)
{
  if (!genlock_canvas_has_focus (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* At a place of the widget. */
static void
show_menu (GenlockCanvas *self,
           const char *id,
           double x,
           double y)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (MENUS);
  GMenuModel *model = G_MENU_MODEL (gtk_builder_get_object (builder, id));

  if (self->menu == NULL)
    {
      self->menu = GTK_POPOVER (gtk_popover_menu_new_from_model (model));
      gtk_popover_set_has_arrow (self->menu, FALSE);
      gtk_widget_set_halign (GTK_WIDGET (self->menu), GTK_ALIGN_START);
      gtk_widget_set_parent (GTK_WIDGET (self->menu), GTK_WIDGET (self));
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (closed_cb), self,
                               G_CONNECT_SWAPPED);
    }
  else
    gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  x = CLAMP (x, 0, gtk_widget_get_width (GTK_WIDGET (self)));
  y = CLAMP (y, 0, gtk_widget_get_height (GTK_WIDGET (self)));
  gtk_popover_set_pointing_to (self->menu, &(GdkRectangle) { (int) x, (int) y, 1, 1 });
  gtk_popover_popup (self->menu);
}

/* What is selected stays so where the menu is asked for on some of it. */
static void
show_menu_of (GenlockCanvas *self,
              const GenlockPatchHit *hit,
              double x,
              double y)
{
  genlock_canvas_let_go (self);
  if (hit->box != NULL)
    genlock_canvas_focus_on (self, hit->box, hit->port, FALSE);
  if (hit->port != NULL)
    {
      genlock_canvas_unselect_all (self);
      show_menu (self, "port", x, y);
    }
  else if (hit->box != NULL)
    {
      if (!hit->box->is_selected)
        genlock_canvas_select (self, hit->box->key, FALSE);
      show_menu (self, "box", x, y);
    }
  else if (hit->cable != NULL)
    {
      g_free (self->menu_key);
      self->menu_key = g_strdup (hit->cable->key);
      if (!hit->cable->is_selected)
        genlock_canvas_select (self, hit->cable->key, FALSE);
      show_menu (self, "cable", x, y);
    }
  else
    show_menu (self, "ground", x, y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int n_press,
            double x,
            double y,
            GenlockCanvas *self)
{
  GenlockPatchHit hit;

  if (self->model == NULL || self->mode != GENLOCK_CANVAS_IDLE)
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  genlock_canvas_hit (self, x, y, &hit);
  show_menu_of (self, &hit, x, y);
}

/* By keyboard: of the cable that is selected, else of what has the focus. */
static void
menu_action (GtkWidget *widget,
             const char *name,
             GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchHit hit = { NULL };
  double x = gtk_widget_get_width (widget) / 2.0;
  double y = gtk_widget_get_height (widget) / 2.0;

  if (self->model == NULL)
    return;

  hit.cable = genlock_canvas_get_selected_cable (self);
  if (hit.cable != NULL)
    {
      GenlockPatchPath path;

      genlock_patch_cable_get_path (hit.cable, genlock_canvas_is_folded (self), &path);
      genlock_patch_path_get_middle (&path, &x, &y);
      x = genlock_canvas_to_widget_x (self, x);
      y = genlock_canvas_to_widget_y (self, y);
    }
  else if (genlock_canvas_spot_find (self, &self->focus, &hit))
    {
      x = genlock_canvas_to_widget_x (self, hit.box->x + GENLOCK_PATCH_GRID);
      y = genlock_canvas_to_widget_y (self, hit.box->y + (hit.port != NULL ? hit.port->y
                                                                           : GENLOCK_PATCH_HEAD));
    }
  show_menu_of (self, &hit, x, y);
}

/* What the items do. */

static void
delete_action (GtkWidget *widget,
               const char *name,
               GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);

  if (self->model != NULL)
    genlock_canvas_delete (self);
}

static void
pick_up_action (GtkWidget *widget,
                const char *name,
                GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchHit hit;

  if (genlock_canvas_spot_find (self, &self->focus, &hit) && hit.port != NULL)
    genlock_canvas_pick_up (self, hit.box, hit.port, TRUE);
}

static void
cable_to_new_action (GtkWidget *widget,
                     const char *name,
                     GVariant *parameter)
{
  pick_up_action (widget, name, parameter);
  gtk_widget_activate_action (widget, "canvas.add", NULL);
}

static void
crosspoints_action (GtkWidget *widget,
                    const char *name,
                    GVariant *parameter)
{
  GenlockPatchHit hit;

  if (!genlock_canvas_spot_find (GENLOCK_CANVAS (widget), &GENLOCK_CANVAS (widget)->focus, &hit))
    return;

  if (hit.box->node->kind == GENLOCK_SIGNAL_DEVICE)
    gtk_widget_activate_action (widget, "win.matrix", "s", hit.box->node->id);
  else
    genlock_toast (widget, _("Only devices have crosspoints: go to a router or switcher"));
}

static void
go_to_end_action (GtkWidget *widget,
                  const char *name,
                  GVariant *parameter)
{
  GenlockCanvas *self = GENLOCK_CANVAS (widget);
  GenlockPatchScene *scene = genlock_canvas_get_scene (self);
  gboolean end = g_variant_get_boolean (parameter);
  GenlockPatchCable *cable;
  GenlockPatchBox *box;

  cable = scene != NULL ? genlock_patch_scene_find_cable (scene, self->menu_key) : NULL;
  if (cable == NULL)
    return;

  box = end ? cable->to : cable->from;
  genlock_canvas_focus_on (self, box,
                           genlock_patch_box_find_port (box, end ? cable->link->to->id
                                                                 : cable->link->from->id, !end),
                           TRUE);
}

void
genlock_canvas_install_menu (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "canvas.menu", NULL, menu_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "canvas.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "canvas.menu",
                                       NULL);
  gtk_widget_class_install_action (widget_class, "canvas.delete", NULL, delete_action);
  gtk_widget_class_install_action (widget_class, "canvas.pick-up", NULL, pick_up_action);
  gtk_widget_class_install_action (widget_class, "canvas.cable-to-new", NULL,
                                   cable_to_new_action);
  gtk_widget_class_install_action (widget_class, "canvas.go-to-end", "b", go_to_end_action);
  gtk_widget_class_install_action (widget_class, "canvas.crosspoints", NULL, crosspoints_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, 0, "canvas.crosspoints", NULL);
}

void
genlock_canvas_add_menu (GenlockCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

void
genlock_canvas_end_menu (GenlockCanvas *self)
{
  if (self->menu != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->menu)));
}
