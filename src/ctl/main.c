/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* genlockctl: the command line on a local database. */

#define G_LOG_DOMAIN "genlock-ctl"

#include "config.h"

#include <libintl.h>
#include <locale.h>

#include "ctl/genlock-ctl.h"

int
main (int argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, GENLOCK_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  return genlock_ctl_run (argc, argv);
}
