/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlock, the desktop app. */

#define G_LOG_DOMAIN "genlock-app"

#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>

#include "app/genlock-application.h"

int
main (int argc,
      char **argv)
{
  g_autoptr (GenlockApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GENLOCK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = genlock_application_new ();

  return g_application_run (G_APPLICATION (application), argc, argv);
}
