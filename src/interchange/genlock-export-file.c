/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was exported into a file, whole or not at all. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-open-files.h"
#include "interchange/genlock-export-file.h"

/* What somebody can do about it; what GLib says names a file that nobody asked for. */
static const char *
get_words (const GError *error)
{
  if (error->domain != G_FILE_ERROR)
    return NULL;

  switch (error->code)
    {
    case G_FILE_ERROR_NOSPC:
      return N_("there is no room left on the disk. Make room, or choose another folder.");
    case G_FILE_ERROR_ACCES:
    case G_FILE_ERROR_PERM:
    case G_FILE_ERROR_ROFS:
      return N_("nothing may be written there. Choose another folder.");
    case G_FILE_ERROR_NOENT:
    case G_FILE_ERROR_NOTDIR:
      return N_("the folder is not there. Choose another one.");
    case G_FILE_ERROR_NAMETOOLONG:
      return N_("the name is too long. Choose a shorter one.");
    default:
      return NULL;
    }
}

gboolean
genlock_export_file_write (const char *path,
                           const GString *text,
                           GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GError) failed = NULL;
  const char *words;

  if (genlock_open_files_has (path))
    {
      g_set_error (error, G_FILE_ERROR, G_FILE_ERROR_TXTBSY,
                   _("“%s” belongs to the database that is open: choose another name"), name);
      return FALSE;
    }

  if (g_file_set_contents_full (path, text->str, (gssize) text->len,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0666,
                                &failed))
    return TRUE;

  words = get_words (failed);
  if (words != NULL)
    /* Translators: the name of a file, and why it could not be written */
    g_set_error (error, failed->domain, failed->code, _("“%s” was not saved: %s"), name, _(words));
  else
    g_propagate_error (error, g_steal_pointer (&failed));

  return FALSE;
}
