/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person left a list: its columns, their order and widths, the sort, the row. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/common/genlock-state-file.h"
#include "ui/lists/genlock-list-state.h"

static GenlockStateFile file = { "lists.ini" };

void
genlock_list_state_clear (GenlockListState *state)
{
  g_clear_pointer (&state->columns, g_strfreev);
  g_clear_pointer (&state->sort, g_free);
  g_clear_pointer (&state->row, g_free);
}

static GKeyFile *
get_memory (void)
{
  return genlock_state_file_get_keys (&file);
}

static void
read_group (GenlockListState *state,
            const char *group)
{
  GKeyFile *keys = get_memory ();

  state->columns = g_key_file_get_string_list (keys, group, "columns", NULL, NULL);
  state->sort = g_key_file_get_string (keys, group, "sort", NULL);
  state->descending = g_key_file_get_boolean (keys, group, "descending", NULL);
  state->row = g_key_file_get_string (keys, group, "row", NULL);
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
  GKeyFile *keys = get_memory ();

  /* A group that is made anew stands last: the first ones are the longest unused. */
  g_key_file_remove_group (keys, group, NULL);

  if (state->columns != NULL)
    g_key_file_set_string_list (keys, group, "columns", (const char * const *) state->columns,
                                g_strv_length (state->columns));
  if (state->sort != NULL)
    g_key_file_set_string (keys, group, "sort", state->sort);
  g_key_file_set_boolean (keys, group, "descending", state->descending);
  if (state->row != NULL)
    g_key_file_set_string (keys, group, "row", state->row);
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
  genlock_state_file_save (&file);
}
