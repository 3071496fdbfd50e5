/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment that is dragged out of the library and held over a show: its devices come up, to be
 * dropped on. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include "app/genlock-window-private.h"
#include "ui/common/genlock-drag.h"
#include "ui/productions/genlock-production-row.h"

/* So long a show is pointed at before it opens, in milliseconds. */
#define PATIENCE 500

/* (nullable): the id of the show at this place of the sidebar. */
static const char *
find_show (GenlockWindow *self,
           double x,
           double y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self->shows), x, y, GTK_PICK_DEFAULT);
  GtkWidget *child = widget != NULL ? gtk_widget_get_first_child (widget) : NULL;
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, GENLOCK_TYPE_PRODUCTION_ROW)
                                  : NULL;
  GenlockRow *show;
  GenlockRecord *record;

  /* Around the row there is its item in the list. */
  if (row == NULL && child != NULL && GENLOCK_IS_PRODUCTION_ROW (child))
    row = child;
  show = row != NULL ? genlock_production_row_get_row (GENLOCK_PRODUCTION_ROW (row)) : NULL;
  record = show != NULL ? genlock_row_get_record (show) : NULL;

  return record != NULL ? genlock_record_get_id (record) : NULL;
}

static void
stop (GenlockWindow *self)
{
  g_clear_handle_id (&self->hover_id, g_source_remove);
  g_clear_pointer (&self->hovered_show, g_free);
}

static gboolean
open_cb (gpointer data)
{
  GenlockWindow *self = data;
  g_autofree char *id = g_steal_pointer (&self->hovered_show);

  self->hover_id = 0;
  adw_view_stack_set_visible_child_name (self->view_stack, "devices");
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show", "s", id);
  return G_SOURCE_REMOVE;
}

static void
motion_cb (GtkDropControllerMotion *motion,
           double x,
           double y,
           GenlockWindow *self)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  const char *id = NULL;

  if (drop != NULL && self->library
      && gdk_content_formats_contain_gtype (gdk_drop_get_formats (drop), GENLOCK_TYPE_DRAG_ROWS))
    id = find_show (self, x, y);

  if (g_strcmp0 (id, self->hovered_show) == 0)
    return;

  stop (self);
  if (id == NULL)
    return;

  self->hovered_show = g_strdup (id);
  self->hover_id = g_timeout_add (PATIENCE, open_cb, self);
}

static void
enter_cb (GtkDropControllerMotion *motion,
          double x,
          double y,
          GenlockWindow *self)
{
  motion_cb (motion, x, y, self);
}

static void
leave_cb (GtkDropControllerMotion *motion,
          GenlockWindow *self)
{
  stop (self);
}

void
genlock_window_accept_hover (GenlockWindow *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  g_signal_connect (motion, "enter", G_CALLBACK (enter_cb), self);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->shows), motion);
}

void
genlock_window_end_hover (GenlockWindow *self)
{
  stop (self);
}
