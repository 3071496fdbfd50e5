/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for each test, gone afterwards. */

#pragma once

#include <glib.h>

typedef struct
{
  char *path;
  char *file; /* a name for a database in it, not made yet */
} TempDir;

typedef void (*TempDirTest) (TempDir *dir,
                             gconstpointer data);

void temp_dir_set_up (TempDir *dir,
                      gconstpointer data);
void temp_dir_tear_down (TempDir *dir,
                         gconstpointer data);

/* Adds a test with a folder of its own. */
void temp_dir_test (const char *name,
                    TempDirTest test);
