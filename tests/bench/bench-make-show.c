/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes a database with one show: bench-make-show FILE SOURCES */

#include "config.h"

#include <stdlib.h>

#include "bench-show.h"

int
main (int argc,
      char *argv[])
{
  if (argc != 3)
    {
      g_printerr ("bench-make-show FILE SOURCES\n");
      return 2;
    }

  bench_show_make (argv[1], (guint) atoi (argv[2]));
  g_print ("%s\n", BENCH_SHOW_ID);

  return EXIT_SUCCESS;
}
