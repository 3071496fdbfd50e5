/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The about window. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <locale.h>

#include "app/genlock-about.h"

/* Plain English: it goes into reports. */
static char *
dup_debug_info (GenlockStore *store)
{
  GString *info = g_string_new (NULL);
  GdkDisplay *display = gdk_display_get_default ();
  g_autofree char *system = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);
  GStatBuf status;

  g_string_append_printf (info, "Genlock %s\n", GENLOCK_VERSION);
  g_string_append_printf (info, "GLib %u.%u.%u, GTK %u.%u.%u, libadwaita %u.%u.%u\n",
                          glib_major_version, glib_minor_version, glib_micro_version,
                          gtk_get_major_version (), gtk_get_minor_version (),
                          gtk_get_micro_version (), adw_get_major_version (),
                          adw_get_minor_version (), adw_get_micro_version ());
  g_string_append_printf (info, "System: %s\n", system != NULL ? system : "unknown");
  g_string_append_printf (info, "Display: %s\n", G_OBJECT_TYPE_NAME (display));
  g_string_append_printf (info, "Locale: %s\n", setlocale (LC_MESSAGES, NULL));
  if (store == NULL)
    g_string_append (info, "Database: none is open\n");
  else if (g_stat (genlock_store_get_path (store), &status) == 0)
    g_string_append_printf (info, "Database: %s, %" G_GINT64_FORMAT " bytes, %s\n",
                            genlock_store_get_path (store), (gint64) status.st_size,
                            genlock_store_get_writable (store) ? "writable" : "read-only");

  return g_string_free (info, FALSE);
}

void
genlock_about_present (GtkWindow *parent,
                       GenlockStore *store)
{
  static const char * const developers[] = { "The Genlock authors", NULL };
  g_autofree char *debug_info = dup_debug_info (store);

  adw_show_about_window (parent,
                         "application-name", "Genlock",
                         "application-icon", GENLOCK_APPLICATION_ID,
                         "version", GENLOCK_VERSION,
                         "developer-name", _("The Genlock authors"),
                         "developers", developers,
                         "comments", _("Plans the video of live events: sources, sends and what "
                                       "lies between them."),
                         "copyright", "© 2026 The Genlock authors",
                         "license-type", GTK_LICENSE_GPL_3_0,
                         "debug-info", debug_info,
                         "debug-info-filename", "genlock-troubleshooting.txt",
                         /* Translators: your name, one a line */
                         "translator-credits", _("translator-credits"),
                         NULL);
}
