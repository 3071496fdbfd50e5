/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the user has text, for sizes that have to grow with it. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-text-scale.h"

/* In 1/1024 of a dot per inch, as “gtk-xft-dpi” says it. */
#define USUAL_DPI (96 * 1024)

/* The last answer: what is drawn asks for every line. */
static GtkSettings *known_of; /* unowned; only ever compared */
static double known;

static void
forget_cb (void)
{
  known_of = NULL;
}

double
genlock_text_scale_get (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = USUAL_DPI;

  if (settings == NULL)
    return 1;
  if (settings == known_of)
    return known;

  if (g_signal_handler_find (settings, G_SIGNAL_MATCH_FUNC, 0, 0, NULL, forget_cb, NULL) == 0)
    g_signal_connect (settings, "notify::gtk-xft-dpi", G_CALLBACK (forget_cb), NULL);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  known_of = settings;
  known = CLAMP (dpi / (double) USUAL_DPI, 1, 2);

  return known;
}

void
genlock_text_scale_window (GtkWindow *window)
{
  double scale = genlock_text_scale_get ();
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window, width > 0 ? (int) (width * scale) : width,
                               height > 0 ? (int) (height * scale) : height);
}
