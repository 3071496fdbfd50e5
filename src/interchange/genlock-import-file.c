/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file that may be anything, and keeps it as it was read. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "core/model/genlock-instant.h"
#include "core/store/genlock-open-files.h"
#include "interchange/genlock-import-file.h"
#include "interchange/genlock-import-plan-private.h"
#include "interchange/genlock-import.h"

/* One read at a time, so that cancelling is quick. */
#define BLOCK (1024 * 1024)

/* Of a folder: a maker's devices, not all that there are; and how deep folders are looked into. */
#define MAX_FILES 1000
#define MAX_FOLDERS 8

/* Everything in it, of whatever kind; and the bytes of the files that are read, which are all kept
 * until the import is done. */
#define MAX_LOOKED_AT 20000
#define MAX_FOLDER_BYTES GENLOCK_IMPORT_MAX_BYTES

/* Originals that are each waited for until the disk has them; with a folder of device types that
 * took a minute, and the person has those. */
#define MAX_DURABLE 50

static gboolean
check_kind (const struct stat *info,
            const char *name,
            GError **error)
{
  if (S_ISDIR (info->st_mode))
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                   _("“%s” is a folder without device types (.yaml): choose the files in it"),
                   name);
      return FALSE;
    }
  if (!S_ISREG (info->st_mode))
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                   _("“%s” is not an ordinary file"), name);
      return FALSE;
    }
  if (info->st_size > GENLOCK_IMPORT_MAX_BYTES)
    {
      g_autofree char *size = g_format_size ((guint64) info->st_size);

      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE,
                   _("“%s” has %s, more than the %d MiB of the largest show: export the shows one "
                     "by one"), name, size, GENLOCK_IMPORT_MAX_BYTES / (1024 * 1024));
      return FALSE;
    }

  return TRUE;
}

static gboolean
cannot_read (const char *name,
             int code,
             GError **error)
{
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
               _("“%s” cannot be read: %s"), name, g_strerror (code));
  return FALSE;
}

static gboolean
read_all (int file,
          GByteArray *content,
          const char *name,
          GCancellable *cancellable,
          GError **error)
{
  for (;;)
    {
      guint length = content->len;
      gssize n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      g_byte_array_set_size (content, length + BLOCK);
      n = read (file, content->data + length, BLOCK);
      g_byte_array_set_size (content, length + (guint) MAX (n, 0));
      if (n == 0 || length > GENLOCK_IMPORT_MAX_BYTES)
        return TRUE;
      if (n < 0 && errno != EINTR)
        return cannot_read (name, errno, error);
    }
}

static gboolean
has_changed (const struct stat *before,
             const struct stat *after,
             gsize length)
{
  return before->st_size != after->st_size || (gsize) after->st_size != length
         || before->st_mtim.tv_sec != after->st_mtim.tv_sec
         || before->st_mtim.tv_nsec != after->st_mtim.tv_nsec;
}

static GBytes *
read_open (int file,
           const char *name,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  struct stat before = { 0 };
  struct stat after = { 0 };

  if (fstat (file, &before) != 0)
    {
      cannot_read (name, errno, error);
      return NULL;
    }
  if (!check_kind (&before, name, error) || !read_all (file, content, name, cancellable, error))
    return NULL;

  if (fstat (file, &after) != 0 || has_changed (&before, &after, content->len))
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                   _("“%s” changed while it was read: try again when it is complete"), name);
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

static gboolean
is_yaml (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && dot != name
         && (g_ascii_strcasecmp (dot, ".yaml") == 0 || g_ascii_strcasecmp (dot, ".yml") == 0);
}

static int
compare_paths (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* A folder that somebody chose, while it is looked through. */
typedef struct
{
  const char *folder;
  GPtrArray *paths; /* unowned (element-type filename) */
  guint n_looked_at;
  goffset n_bytes;
  GCancellable *cancellable; /* unowned, nullable */
} Walk;

static gboolean
check_walk (const Walk *walk,
            GError **error)
{
  if (g_cancellable_set_error_if_cancelled (walk->cancellable, error))
    return FALSE;

  if (walk->paths->len > MAX_FILES)
    g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE,
                 _("“%s” has more than the %d files of one import: choose a folder in it"),
                 walk->folder, MAX_FILES);
  else if (walk->n_bytes > MAX_FOLDER_BYTES)
    g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE,
                 _("The device types in “%s” have more than the %d MiB of one import: choose a "
                   "folder in it"), walk->folder, MAX_FOLDER_BYTES / (1024 * 1024));
  else if (walk->n_looked_at > MAX_LOOKED_AT)
    g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE,
                 _("“%s” has more than %d files and folders to look through: choose a folder in "
                   "it"), walk->folder, MAX_LOOKED_AT);
  else
    return TRUE;

  return FALSE;
}

/* Links lead astray and in circles: only folders that are folders. */
static gboolean
list_folder (Walk *walk,
             const char *folder,
             guint depth,
             GError **error)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, error);
  const char *name;

  if (dir == NULL)
    return FALSE;

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      GStatBuf info;

      walk->n_looked_at++;
      if (!check_walk (walk, error))
        return FALSE;
      if (*name == '.' || g_lstat (path, &info) != 0)
        continue;
      if (S_ISDIR (info.st_mode) && depth < MAX_FOLDERS
          && !list_folder (walk, path, depth + 1, error))
        return FALSE;
      if (S_ISREG (info.st_mode) && is_yaml (name))
        {
          walk->n_bytes += info.st_size;
          g_ptr_array_add (walk->paths, g_steal_pointer (&path));
        }
    }

  return check_walk (walk, error);
}

/* (transfer full) (nullable) (element-type filename): the YAML files of a folder by name; none of
 * what is no folder. */
static GPtrArray *
find_files (const char *path,
            GCancellable *cancellable,
            GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  Walk walk = { .folder = path, .paths = found, .cancellable = cancellable };
  g_autoptr (GError) failed = NULL;

  if (!g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&found);

  if (!list_folder (&walk, path, 0, &failed))
    {
      if (failed->domain == G_FILE_ERROR)
        g_set_error_literal (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                             failed->message);
      else
        g_propagate_error (error, g_steal_pointer (&failed));
      return NULL;
    }
  g_ptr_array_sort (found, compare_paths);

  return g_steal_pointer (&found);
}

char **
genlock_import_file_list (const char * const *paths,
                          gboolean **are_listed,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) listed = g_array_new (FALSE, TRUE, sizeof (gboolean));

  for (guint i = 0; paths[i] != NULL; i++)
    {
      g_autoptr (GPtrArray) found = find_files (paths[i], cancellable, error);

      if (found == NULL)
        return NULL;

      for (guint k = 0; k < found->len; k++)
        {
          g_ptr_array_add (files, g_strdup (found->pdata[k]));
          g_array_append_val (listed, (gboolean) { TRUE });
        }
      if (found->len > 0)
        continue;
      /* A folder without any is refused when it is read. */
      g_ptr_array_add (files, g_strdup (paths[i]));
      g_array_set_size (listed, files->len);
    }

  g_ptr_array_add (files, NULL);
  g_array_set_size (listed, files->len);
  *are_listed = (gboolean *) g_array_free (g_steal_pointer (&listed), FALSE);

  return (char **) g_ptr_array_free (g_steal_pointer (&files), FALSE);
}

GBytes *
genlock_import_file_read (const char *path,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autofree char *name = g_filename_display_basename (path);
  GBytes *bytes;
  int file;

  if (genlock_open_files_has (path))
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE,
                   _("“%s” belongs to the database that is open: choose the file to import"), name);
      return NULL;
    }

  /* A pipe without a writer would keep us waiting for ever. */
  file = g_open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK, 0);
  if (file < 0)
    {
      cannot_read (name, errno, error);
      return NULL;
    }

  bytes = read_open (file, name, cancellable, error);
  close (file);

  return bytes;
}

/* Whether a file with these bytes stands in the folder, under whatever name. */
static gboolean
is_kept (const char *folder,
         GBytes *bytes)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *content = NULL;
      GStatBuf info;
      gsize length;

      if (g_stat (path, &info) != 0 || (gsize) info.st_size != g_bytes_get_size (bytes)
          || !g_file_get_contents (path, &content, &length, NULL))
        continue;
      if (length == g_bytes_get_size (bytes)
          && (length == 0 || memcmp (content, g_bytes_get_data (bytes, NULL), length) == 0))
        return TRUE;
    }

  return FALSE;
}

static char *
find_free_path (const char *folder,
                const char *name)
{
  g_autofree char *now = genlock_instant_dup_now ();
  g_autofree char *clean = g_strdelimit (g_strdup (name), G_DIR_SEPARATOR_S, '_');

  for (guint i = 1;; i++)
    {
      g_autofree char *number = i > 1 ? g_strdup_printf ("%u-", i) : g_strdup ("");
      g_autofree char *file = g_strdup_printf ("%.10s-%s%s", now, number, clean);
      g_autofree char *path = g_build_filename (folder, file, NULL);

      if (!g_file_test (path, G_FILE_TEST_EXISTS))
        return g_steal_pointer (&path);
    }
}

static gboolean
keep (GenlockImportPlan *plan,
      const char *folder,
      const char *name,
      GBytes *bytes,
      GError **error)
{
  GFileSetContentsFlags flags = G_FILE_SET_CONTENTS_CONSISTENT;
  g_autofree char *path = NULL;
  gsize length;
  const char *data;

  if (plan->contents->len <= MAX_DURABLE)
    flags |= G_FILE_SET_CONTENTS_DURABLE;
  if (is_kept (folder, bytes))
    return TRUE;

  path = find_free_path (folder, name);
  data = g_bytes_get_data (bytes, &length);
  if (!g_file_set_contents_full (path, data != NULL ? data : "", (gssize) length, flags, 0600,
                                 error))
    return FALSE;

  g_ptr_array_add (plan->kept, g_steal_pointer (&path));

  return TRUE;
}

gboolean
genlock_import_plan_keep_originals (GenlockImportPlan *plan,
                                    const char *database,
                                    GError **error)
{
  g_autofree char *beside = g_path_get_dirname (database);
  g_autofree char *folder = g_build_filename (beside, "imports", NULL);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_FILE_ERROR, (int) g_file_error_from_errno (code),
                   _("The folder “%s” cannot be made: %s"), folder, g_strerror (code));
      return FALSE;
    }

  g_ptr_array_set_size (plan->kept, 0);
  for (guint i = 0; i < plan->contents->len; i++)
    {
      if (!keep (plan, folder, g_ptr_array_index (plan->names, i),
                 g_ptr_array_index (plan->contents, i), error))
        {
          genlock_import_plan_drop_originals (plan);
          return FALSE;
        }
    }

  return TRUE;
}

void
genlock_import_plan_drop_originals (GenlockImportPlan *plan)
{
  for (guint i = 0; i < plan->kept->len; i++)
    g_unlink (g_ptr_array_index (plan->kept, i));
  g_ptr_array_set_size (plan->kept, 0);
}
