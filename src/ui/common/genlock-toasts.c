/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short words at the foot of the window. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "ui/common/genlock-error-words.h"
#include "ui/common/genlock-toasts.h"

/* The overlay that is nearest above @from; a dialog has none and asks the window it belongs to. */
static AdwToastOverlay *
find_overlay (GtkWidget *from)
{
  while (from != NULL)
    {
      GtkWidget *overlay = gtk_widget_get_ancestor (from, ADW_TYPE_TOAST_OVERLAY);
      GtkRoot *root = gtk_widget_get_root (from);

      if (overlay != NULL)
        return ADW_TOAST_OVERLAY (overlay);
      if (!GTK_IS_WINDOW (root))
        return NULL;
      if (from == GTK_WIDGET (root))
        {
          GtkWidget *child = gtk_window_get_child (GTK_WINDOW (root));

          if (ADW_IS_APPLICATION_WINDOW (root))
            child = adw_application_window_get_content (ADW_APPLICATION_WINDOW (root));
          if (ADW_IS_TOAST_OVERLAY (child))
            return ADW_TOAST_OVERLAY (child);
          from = GTK_WIDGET (gtk_window_get_transient_for (GTK_WINDOW (root)));
        }
      else
        from = GTK_WIDGET (root);
    }

  return NULL;
}

/* Titles of toasts are markup. */
static AdwToast *
toast_new (const char *text)
{
  g_autofree char *title = g_markup_escape_text (text, -1);

  return adw_toast_new (title);
}

static void
dismissed_cb (AdwToast *toast,
              GObject *overlay)
{
  if (g_object_get_data (overlay, "genlock-toast") == toast)
    g_object_set_data (overlay, "genlock-toast", NULL);
}

/* What is said last is about what was done last: it takes the place of what was said before, or
 * the way back would wait behind words of no more use. Errors stay until they are dismissed. */
static void
show (GtkWidget *from,
      AdwToast *toast)
{
  AdwToastOverlay *overlay = find_overlay (from);
  AdwToast *before;

  if (overlay == NULL)
    {
      g_object_unref (toast);
      return;
    }

  before = g_object_get_data (G_OBJECT (overlay), "genlock-toast");
  if (before != NULL)
    adw_toast_dismiss (before);

  if (adw_toast_get_timeout (toast) != 0)
    {
      g_signal_connect_object (toast, "dismissed", G_CALLBACK (dismissed_cb), overlay, 0);
      g_object_set_data (G_OBJECT (overlay), "genlock-toast", toast);
    }

  adw_toast_overlay_add_toast (overlay, toast);
}

void
genlock_toast (GtkWidget *from,
               const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL);

  show (from, toast_new (text));
}

void
genlock_toast_undo (GtkWidget *from,
                    const char *text,
                    gint64 step)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL);

  toast = toast_new (text);
  if (step != 0)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      adw_toast_set_action_name (toast, "win.undo-step");
      adw_toast_set_action_target (toast, "x", step);
    }
  show (from, toast);
}

void
genlock_toast_error (GtkWidget *from,
                     const GError *error)
{
  g_autofree char *sentence = NULL;
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (error != NULL);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  /* Sentences of the core are marked for translation there. */
  sentence = genlock_error_dup_sentence (error);
  toast = toast_new (sentence);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_set_timeout (toast, 0);
  show (from, toast);
}

void
genlock_toast_button (GtkWidget *from,
                      const char *text,
                      const char *button,
                      const char *action)
{
  AdwToast *toast;

  g_return_if_fail (GTK_IS_WIDGET (from));
  g_return_if_fail (text != NULL && button != NULL && action != NULL);

  toast = toast_new (text);
  adw_toast_set_button_label (toast, button);
  adw_toast_set_detailed_action_name (toast, action);
  show (from, toast);
}
