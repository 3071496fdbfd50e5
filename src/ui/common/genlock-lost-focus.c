/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gives the focus back as soon as a key asks for it, not a frame later. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-lost-focus.h"

/* Where a popover has closed, what it hung from takes the focus, as GTK will have it. A row that is
 * gone hangs from nothing: the window takes the keys until GTK has found the row's neighbour. */
static void
give_back (GtkWindow *window,
           GtkWidget *focus)
{
  GtkWidget *parent = focus;

  while (parent != NULL && !gtk_widget_get_mapped (parent))
    parent = gtk_widget_get_parent (parent);
  if (parent == NULL || GTK_IS_WINDOW (parent)
      || (!gtk_widget_grab_focus (parent)
          && !gtk_widget_child_focus (parent, GTK_DIR_TAB_FORWARD)))
    gtk_window_set_focus (window, NULL);
}

/* GTK's own handler ends the emission: only a hook comes before it. */
static gboolean
event_cb (GSignalInvocationHint *hint,
          guint n_values,
          const GValue *values,
          gpointer user_data)
{
  GdkEvent *event = g_value_get_pointer (&values[1]);

  if (gdk_event_get_event_type (event) == GDK_KEY_PRESS)
    {
      GtkNative *native = gtk_native_get_for_surface (g_value_get_object (&values[0]));
      GtkWidget *focus = GTK_IS_WINDOW (native) ? gtk_window_get_focus (GTK_WINDOW (native)) : NULL;

      if (focus != NULL && !gtk_widget_get_mapped (focus))
        give_back (GTK_WINDOW (native), focus);
    }

  return TRUE;
}

void
genlock_lost_focus_watch (void)
{
  gpointer surfaces = g_type_class_ref (GDK_TYPE_SURFACE);

  g_signal_add_emission_hook (g_signal_lookup ("event", GDK_TYPE_SURFACE), 0, event_cb, NULL, NULL);
  g_type_class_unref (surfaces);
}
