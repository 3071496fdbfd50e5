/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person left something, kept from one start of the program to the next. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-state-file.h"

/* What was not looked at for as many others is forgotten. */
#define GROUPS_MAX 400

/* A file that is being written. */
typedef struct
{
  GenlockStateFile *file; /* unowned: static */
  GApplication *application; /* owned, nullable: ends after it */
} Writing;

static char *
dup_path (const GenlockStateFile *self)
{
  return g_build_filename (g_get_user_state_dir (), "genlock", self->name, NULL);
}

GKeyFile *
genlock_state_file_get_keys (GenlockStateFile *self)
{
  if (self->keys == NULL)
    {
      g_autofree char *path = dup_path (self);

      self->keys = g_key_file_new ();
      g_key_file_load_from_file (self->keys, path, G_KEY_FILE_NONE, NULL);
    }

  return self->keys;
}

static void
forget_oldest (GenlockStateFile *self)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (self->keys, &n_groups);

  for (gsize i = 0; i + GROUPS_MAX < n_groups; i++)
    g_key_file_remove_group (self->keys, groups[i], NULL);
}

static void write_file (GenlockStateFile *self);

static void
replace_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autofree Writing *work = user_data;
  g_autoptr (GApplication) application = work->application;
  g_autoptr (GError) error = NULL;

  work->file->is_writing = FALSE;
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_info ("Cannot remember how things were left: %s", error->message);
  else if (work->file->is_changed)
    write_file (work->file);

  if (application != NULL)
    g_application_release (application);
}

/* One after the other, lest an older state comes last; the program ends after the last one. */
static void
write_file (GenlockStateFile *self)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *path = dup_path (self);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  Writing *work;
  gsize length;
  char *text;

  self->is_changed = self->is_writing;
  if (self->is_writing || g_mkdir_with_parents (folder, 0700) != 0)
    return;

  self->is_writing = TRUE;
  work = g_new0 (Writing, 1);
  work->file = self;
  if (application != NULL)
    {
      g_application_hold (application);
      work->application = g_object_ref (application);
    }
  text = g_key_file_to_data (self->keys, &length, NULL);
  bytes = g_bytes_new_take (text, length);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       replace_cb, work);
}

void
genlock_state_file_save (GenlockStateFile *self)
{
  genlock_state_file_get_keys (self);
  forget_oldest (self);
  write_file (self);
}
