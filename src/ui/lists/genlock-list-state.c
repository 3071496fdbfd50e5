/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person left a list: its columns, their order and widths, the sort, the row. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/lists/genlock-list-state.h"

/* Shows that were not looked at for as many others are forgotten. */
#define GROUPS_MAX 400

static GKeyFile *memory;
static gboolean writing; /* it to the disk */
static gboolean changed; /* since then */

void
genlock_list_state_clear (GenlockListState *state)
{
  g_clear_pointer (&state->columns, g_strfreev);
  g_clear_pointer (&state->sort, g_free);
  g_clear_pointer (&state->row, g_free);
}

static char *
dup_path (void)
{
  return g_build_filename (g_get_user_state_dir (), "genlock", "lists.ini", NULL);
}

static GKeyFile *
get_memory (void)
{
  if (memory == NULL)
    {
      g_autofree char *path = dup_path ();

      memory = g_key_file_new ();
      g_key_file_load_from_file (memory, path, G_KEY_FILE_NONE, NULL);
    }

  return memory;
}

static void
read_group (GenlockListState *state,
            const char *group)
{
  GKeyFile *file = get_memory ();

  state->columns = g_key_file_get_string_list (file, group, "columns", NULL, NULL);
  state->sort = g_key_file_get_string (file, group, "sort", NULL);
  state->descending = g_key_file_get_boolean (file, group, "descending", NULL);
  state->row = g_key_file_get_string (file, group, "row", NULL);
}

void
genlock_list_state_load (const char *table,
                         const char *production_id,
                         GenlockListState *state)
{
  g_autofree char *group = g_strdup_printf ("%s %s", table, production_id);
  g_autofree char *last = g_strdup_printf ("%s " GENLOCK_LIST_STATE_LAST, table);

  *state = (GenlockListState) { 0 };

  if (g_key_file_has_group (get_memory (), group))
    {
      read_group (state, group);
      return;
    }

  read_group (state, last);
  g_clear_pointer (&state->sort, g_free);
  g_clear_pointer (&state->row, g_free);
}

static void
write_group (const GenlockListState *state,
             const char *group)
{
  GKeyFile *file = get_memory ();

  /* A group that is made anew stands last: the first ones are the longest unused. */
  g_key_file_remove_group (file, group, NULL);

  if (state->columns != NULL)
    g_key_file_set_string_list (file, group, "columns", (const char * const *) state->columns,
                                g_strv_length (state->columns));
  if (state->sort != NULL)
    g_key_file_set_string (file, group, "sort", state->sort);
  g_key_file_set_boolean (file, group, "descending", state->descending);
  if (state->row != NULL)
    g_key_file_set_string (file, group, "row", state->row);
}

static void
forget_oldest (void)
{
  gsize n_groups;
  g_auto (GStrv) groups = g_key_file_get_groups (get_memory (), &n_groups);

  for (gsize i = 0; i + GROUPS_MAX < n_groups; i++)
    g_key_file_remove_group (get_memory (), groups[i], NULL);
}

static void write_file (void);

static void
replace_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GApplication) application = user_data;
  g_autoptr (GError) error = NULL;

  writing = FALSE;
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error))
    g_info ("Cannot remember how lists were left: %s", error->message);
  else if (changed)
    write_file ();

  if (application != NULL)
    g_application_release (application);
}

/* One after the other, lest an older state comes last; the program ends after the last one. */
static void
write_file (void)
{
  GApplication *application = g_application_get_default ();
  g_autofree char *path = dup_path ();
  g_autofree char *folder = g_path_get_dirname (path);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = NULL;
  gsize length;
  char *text;

  changed = writing;
  if (writing || g_mkdir_with_parents (folder, 0700) != 0)
    return;

  writing = TRUE;
  if (application != NULL)
    g_application_hold (application);
  text = g_key_file_to_data (get_memory (), &length, NULL);
  bytes = g_bytes_new_take (text, length);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE, G_FILE_CREATE_PRIVATE, NULL,
                                       replace_cb,
                                       application != NULL ? g_object_ref (application) : NULL);
}

void
genlock_list_state_save (const char *table,
                         const char *production_id,
                         const GenlockListState *state)
{
  g_autofree char *group = g_strdup_printf ("%s %s", table, production_id);
  g_autofree char *last = g_strdup_printf ("%s " GENLOCK_LIST_STATE_LAST, table);

  write_group (state, last);
  write_group (state, group);
  forget_oldest ();
  write_file ();
}
