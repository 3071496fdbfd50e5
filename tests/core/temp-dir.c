/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A folder of its own for each test, gone afterwards. */

#include "config.h"

#include <glib/gstdio.h>

#include "temp-dir.h"

void
temp_dir_set_up (TempDir *dir,
                 gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  dir->path = g_dir_make_tmp ("genlock-test-XXXXXX", &error);
  g_assert_no_error (error);
  dir->file = g_build_filename (dir->path, "test.db", NULL);
}

static void
empty (const char *path)
{
  g_autoptr (GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      if (g_file_test (child, G_FILE_TEST_IS_DIR) && !g_file_test (child, G_FILE_TEST_IS_SYMLINK))
        empty (child);
      else
        g_unlink (child);
    }

  g_rmdir (path);
}

void
temp_dir_tear_down (TempDir *dir,
                    gconstpointer data)
{
  empty (dir->path);
  g_free (dir->file);
  g_free (dir->path);
}

void
temp_dir_test (const char *name,
               TempDirTest test)
{
  g_test_add (name, TempDir, NULL, temp_dir_set_up, test, temp_dir_tear_down);
}
