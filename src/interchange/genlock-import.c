/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads files of any known shape into a plan of what would be imported. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-reader.h"
#include "interchange/genlock-csv.h"
#include "interchange/genlock-easyschematic.h"
#include "interchange/genlock-equipment-csv.h"
#include "interchange/genlock-import-file.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-legacy.h"
#include "interchange/genlock-library-own.h"
#include "interchange/genlock-netbox.h"
#include "interchange/genlock-show-file-read.h"
#include "interchange/genlock-table-csv-private.h"
#include "interchange/genlock-videohub.h"
#include "interchange/genlock-workbook.h"

/* Where the share of each step in the work ends. */
#define PARSED 0.6

/* What is read, and how far. */
typedef struct
{
  GenlockImportPlan *plan; /* owned */
  GenlockLegacy legacy;
  GenlockLibraryImport library;
  GCancellable *cancellable;
  GenlockImportProgressFunc progress;
  gpointer user_data;
  gboolean is_listed; /* the file was found in a folder */
  double from; /* of the file that is read now */
  double to;
} Reading;

/* Files that are something else, by their first bytes, and what to do with them. */
static const struct
{
  const char *bytes;
  gsize length;
  const char *sentence;
} others[] = {
  { "SQLite format 3", 15, N_("this is a database: open it with “genlock --database”, or bring it "
                              "back with “genlockctl restore”") },
  { "PK\003\004", 4, N_("this is a spreadsheet or an archive: save each sheet as CSV") },
  { "\xd0\xcf\x11\xe0", 4, N_("this is an old spreadsheet: save each sheet as CSV") },
  { "\x1f\x8b", 2, N_("this is compressed: unpack it first") },
  { "%PDF", 4, N_("this is a PDF, which holds no data to import") },
};

G_DEFINE_QUARK (genlock-import-error-quark, genlock_import_error)

static const char *
translate (const char *message)
{
  return g_dgettext (GETTEXT_PACKAGE, message);
}

static void
report_progress (Reading *reading,
                 double fraction)
{
  if (reading->progress != NULL)
    reading->progress (CLAMP (fraction, 0, 1), reading->user_data);
}

static void
parse_progress_cb (gsize done,
                   gsize total,
                   gpointer user_data)
{
  Reading *reading = user_data;
  double share = total > 0 ? (double) done / (double) total : 1;

  report_progress (reading, reading->from + (reading->to - reading->from) * share);
}

static void
finish_progress_cb (double fraction,
                    gpointer user_data)
{
  report_progress (user_data, PARSED + (1 - PARSED) * fraction);
}

static void
set_unknown (const char *name,
             GError **error)
{
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN,
               _("“%s” holds nothing that Genlock knows: it imports show files, shows and "
                 "equipment of VideoDept as JSON, lists as CSV, and device libraries of "
                 "EasySchematic and NetBox"), name);
}

/* Every failure of a parser as one sentence that names the file. */
static gboolean
fail (const char *name,
      GError *local_error,
      GError **error)
{
  g_autoptr (GError) owned = local_error;
  g_autofree char *sentence = NULL;

  if (owned->domain == G_IO_ERROR || owned->domain == GENLOCK_IMPORT_ERROR)
    {
      g_propagate_error (error, g_steal_pointer (&owned));
      return FALSE;
    }

  sentence = owned->domain == GENLOCK_JSON_ERROR
             ? genlock_json_error_describe (owned, translate) : g_strdup (owned->message);
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_SYNTAX, _("“%s”: %s"), name,
               sentence);

  return FALSE;
}

static gboolean
read_json (Reading *reading,
           const char *data,
           gsize length,
           guint file,
           GError **error)
{
  const char *name = g_ptr_array_index (reading->plan->names, file);
  GError *local_error = NULL;
  g_autoptr (JsonNode) root = NULL;

  root = genlock_json_parse_full (data, length, &genlock_json_limits_file, reading->cancellable,
                                  parse_progress_cb, reading, &local_error);
  if (root == NULL)
    return fail (name, local_error, error);

  if (JSON_NODE_HOLDS_OBJECT (root) && genlock_show_file_is (json_node_get_object (root)))
    return genlock_show_file_read (json_node_get_object (root), reading->plan, file, error);

  if (genlock_library_own_is (root))
    {
      genlock_library_own_read (&reading->library, root, file);
      return TRUE;
    }
  if (genlock_easyschematic_is (root))
    return genlock_easyschematic_read (&reading->library, root, file, error);

  if (!genlock_legacy_read_json (&reading->legacy, root, file, &local_error))
    {
      if (local_error != NULL)
        return fail (name, local_error, error);
      set_unknown (name, error);
      return FALSE;
    }

  return TRUE;
}

static gboolean
read_csv (Reading *reading,
          const char *data,
          gsize length,
          guint file,
          GError **error)
{
  const char *name = g_ptr_array_index (reading->plan->names, file);
  GError *local_error = NULL;
  g_autoptr (GenlockCsv) csv = NULL;

  if (genlock_videohub_read (&reading->legacy, data, length, file))
    return TRUE;

  csv = genlock_csv_parse (data, (gssize) length, 0, &local_error);
  if (csv == NULL)
    return fail (name, local_error, error);
  if (genlock_csv_get_encoding (csv) == GENLOCK_CSV_WINDOWS_1252)
    genlock_import_report_add (reading->plan->report, GENLOCK_IMPORT_CHANGED, name, NULL, "", NULL,
                               N_("The file is not UTF-8 and was read as Windows-1252: check "
                                  "accents and special characters"));
  if (genlock_equipment_csv_is (csv))
    return genlock_equipment_csv_read (csv, reading->plan, file, error);
  if (genlock_easyschematic_csv_is (csv))
    return genlock_easyschematic_csv_read (&reading->library, csv, file, error);
  if (genlock_table_csv_read (csv, reading->plan, file, reading->legacy.options,
                              reading->legacy.show_name))
    return TRUE;
  if (!genlock_workbook_read (&reading->legacy, csv, file))
    {
      set_unknown (name, error);
      return FALSE;
    }

  return TRUE;
}

/* What is no device type of NetBox is nothing that is known, though it may be sound YAML. */
static gboolean
read_yaml (Reading *reading,
           const char *data,
           gsize length,
           guint file,
           GError **error)
{
  const char *name = g_ptr_array_index (reading->plan->names, file);
  GError *local_error = NULL;
  int n_types;

  n_types = genlock_netbox_read (&reading->library, data, length, file, reading->cancellable,
                                 &local_error);
  if (n_types < 0)
    return fail (name, local_error, error);
  if (n_types == 0 && reading->is_listed)
    genlock_import_report_add (reading->plan->report, GENLOCK_IMPORT_INFO, name, NULL, "", NULL,
                               N_("This file of the folder is no device type"));
  else if (n_types == 0)
    set_unknown (name, error);

  return n_types > 0 || (n_types == 0 && reading->is_listed);
}

static gboolean
is_other (const char *data,
          gsize length,
          const char *name,
          GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      if (length < others[i].length || memcmp (data, others[i].bytes, others[i].length) != 0)
        continue;
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN,
                   _("“%s”: %s"), name, translate (others[i].sentence));
      return TRUE;
    }

  return FALSE;
}

/* JSON begins with one of these; no sheet does: its first cell would be quoted to the end. */
static gboolean
looks_like_json (const char *data,
                 gsize length)
{
  gsize at = length >= 3 && memcmp (data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;

  while (at < length && strchr (" \t\r\n", data[at]) != NULL && data[at] != '\0')
    at++;
  if (at >= length)
    return FALSE;

  return data[at] == '{' || data[at] == '['
         || (data[at] == '"' && at + 2 < length && data[at + 1] == '{' && data[at + 2] == '\\');
}

/* Broken YAML looks like anything: here alone the name has a say. */
static gboolean
is_yaml_name (const char *name)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL
         && (g_ascii_strcasecmp (dot, ".yaml") == 0 || g_ascii_strcasecmp (dot, ".yml") == 0);
}

/* (transfer full) (nullable): the text of a JavaScript literal in single quotes, as which a
 * browser's developer tools copy a value. */
static char *
dup_literal (const char *data,
             gsize length)
{
  GString *text;

  while (length > 0 && g_ascii_isspace (data[length - 1]))
    length--;
  if (length < 4 || data[0] != '\'' || (data[1] != '{' && data[1] != '[')
      || data[length - 1] != '\'')
    return NULL;

  text = g_string_sized_new (length);
  for (gsize i = 1; i < length - 1; i++)
    {
      if (data[i] == '\\' && (data[i + 1] == '\\' || data[i + 1] == '\''))
        i++;
      g_string_append_c (text, data[i]);
    }

  return g_string_free (text, FALSE);
}

static gboolean
read_bytes (Reading *reading,
            const char *name,
            GBytes *bytes,
            GError **error)
{
  guint file = genlock_import_plan_add_file (reading->plan, name, bytes);
  const char *display = g_ptr_array_index (reading->plan->names, file);
  g_autofree char *wide = NULL;
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length == 0)
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_UNKNOWN, _("“%s” is empty"),
                   display);
      return FALSE;
    }
  if (is_other (data, length, display, error))
    return FALSE;
  if (is_yaml_name (display) || genlock_netbox_is (data, length))
    return read_yaml (reading, data, length, file, error);

  wide = dup_literal (data, length);
  if (wide != NULL)
    return read_json (reading, wide, strlen (wide), file, error);

  /* Windows programs save JSON as UTF-16 too. */
  if (length >= 2 && (memcmp (data, "\xff\xfe", 2) == 0 || memcmp (data, "\xfe\xff", 2) == 0))
    wide = genlock_csv_dup_utf8 (data, length, NULL, NULL);
  if (wide != NULL && looks_like_json (wide, strlen (wide)))
    return read_json (reading, wide, strlen (wide), file, error);

  return looks_like_json (data, length) ? read_json (reading, data, length, file, error)
                                        : read_csv (reading, data, length, file, error);
}

static void
reading_init (Reading *reading,
              const GenlockImportOptions *options,
              GCancellable *cancellable)
{
  *reading = (Reading) { .cancellable = cancellable, .to = PARSED };
  reading->plan = genlock_import_plan_new ();
  genlock_import_questions_free (reading->plan->questions);
  reading->plan->questions = genlock_import_questions_new (options != NULL ? options->answers
                                                                           : NULL);
  genlock_legacy_init (&reading->legacy, reading->plan, options, cancellable);
  genlock_library_import_init (&reading->library, reading->plan);
}

static void
reading_clear (Reading *reading)
{
  genlock_legacy_clear (&reading->legacy);
  genlock_library_import_clear (&reading->library);
  g_clear_pointer (&reading->plan, genlock_import_plan_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

/* "SOURCES" says which sheet it is, not which show. */
static char *
dup_show_name (const char *path,
               gboolean is_alone)
{
  g_autofree char *base = g_filename_display_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  char *dot = strrchr (base, '.');
  g_autofree char *parent = g_filename_display_basename (folder);

  if (dot != NULL && dot != base)
    *dot = '\0';
  if ((is_alone && genlock_legacy_find_kind (base) == NULL) || strcmp (folder, ".") == 0
      || strcmp (folder, G_DIR_SEPARATOR_S) == 0)
    return g_steal_pointer (&base);

  return g_steal_pointer (&parent);
}

static GenlockImportPlan *
finish (Reading *reading,
        GError **error)
{
  if (!genlock_legacy_finish (&reading->legacy, finish_progress_cb, reading, error)
      || !genlock_library_import_finish (&reading->library, reading->cancellable, error)
      || !genlock_import_questions_finish (reading->plan->questions, error))
    return NULL;

  genlock_import_plan_finish (reading->plan);
  report_progress (reading, 1);

  return g_steal_pointer (&reading->plan);
}

GenlockImportPlan *
genlock_import_read (const char * const *paths,
                     const GenlockImportOptions *options,
                     GCancellable *cancellable,
                     GenlockImportProgressFunc progress,
                     gpointer user_data,
                     GError **error)
{
  g_auto (Reading) reading;
  g_autofree gboolean *are_listed = NULL;
  g_auto (GStrv) files = genlock_import_file_list (paths, &are_listed, cancellable, error);
  guint n_paths = files != NULL ? g_strv_length (files) : 0;
  g_autofree char *show_name = NULL;

  reading_init (&reading, options, cancellable);
  if (files == NULL)
    return NULL;

  reading.progress = progress;
  reading.user_data = user_data;
  show_name = n_paths > 0 ? dup_show_name (files[0], n_paths == 1) : g_strdup ("");
  reading.legacy.show_name = show_name;
  for (guint i = 0; i < n_paths; i++)
    {
      g_autoptr (GBytes) bytes = genlock_import_file_read (files[i], cancellable, error);

      if (bytes == NULL)
        return NULL;
      reading.from = PARSED * i / n_paths;
      reading.to = PARSED * (i + 1) / n_paths;
      reading.is_listed = are_listed[i];
      if (!read_bytes (&reading, files[i], bytes, error))
        return NULL;
    }

  return finish (&reading, error);
}

GenlockImportPlan *
genlock_import_read_bytes (const char *name,
                           GBytes *bytes,
                           const GenlockImportOptions *options,
                           GCancellable *cancellable,
                           GError **error)
{
  g_auto (Reading) reading;
  g_autofree char *show_name = dup_show_name (name, TRUE);

  reading_init (&reading, options, cancellable);
  reading.legacy.show_name = show_name;
  if (g_bytes_get_size (bytes) > GENLOCK_IMPORT_MAX_BYTES)
    {
      g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_TOO_LARGE,
                   _("“%s” has more than the %d MiB of the largest show"), name,
                   GENLOCK_IMPORT_MAX_BYTES / (1024 * 1024));
      return NULL;
    }
  if (!read_bytes (&reading, name, bytes, error))
    return NULL;

  return finish (&reading, error);
}
