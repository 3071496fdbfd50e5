/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was exported into a file, whole or not at all. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-open-files.h"
#include "interchange/genlock-export-file.h"

gboolean
genlock_export_file_write (const char *path,
                           const GString *text,
                           GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);

  if (genlock_open_files_has (path))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_TXTBSY,
                   _("“%s” belongs to the database that is open: choose another name"), name);
      return FALSE;
    }

  return g_file_set_contents_full (path, text->str, (gssize) text->len,
                                   G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                   0666, error);
}
