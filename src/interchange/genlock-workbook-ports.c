/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sheets of switchers, routers and snakes: inputs beside outputs, several devices in one. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-workbook-private.h"

/* Switchers that the workbook has sheets for, by the first word of their name. */
static const char * const switchers[] = { "E2", "Q8", "X80", "CARBONITE", "ATEM" };

/* The columns of one side begin with ID; the second ID begins the other side. */
static guint
find_second_side (const GenlockSheet *sheet,
                  const GenlockBlock *block,
                  guint n_columns)
{
  guint n_ids = 0;

  for (guint i = 0; i < n_columns; i++)
    {
      char buffer[64];

      genlock_sheet_squeeze_cell (sheet, block->header, i, buffer, sizeof buffer);
      if (strcmp (buffer, "id") == 0 && ++n_ids == 2)
        return i;
    }

  return n_columns;
}

/* A socket that is not fitted has a dash for its connector. */
static gboolean
is_fitted (const GenlockSheet *sheet,
           GStrv members,
           guint row,
           guint first,
           JsonObject *object)
{
  if (json_object_has_member (object, "feed") || json_object_has_member (object, "send"))
    return TRUE;

  for (guint i = 0; members[i] != NULL; i++)
    {
      if (strcmp (members[i], "connector") == 0
          && strcmp (genlock_csv_get_cell (sheet->csv, row, first + i), "-") == 0)
        return FALSE;
    }

  return TRUE;
}

static void
rename_member (JsonObject *object,
               const char *from,
               const char *to)
{
  const char *text = genlock_legacy_get_string (object, from);

  if (text != NULL)
    {
      g_autofree char *copy = g_strdup (text);

      json_object_remove_member (object, from);
      json_object_set_string_member (object, to, copy);
    }
}

static JsonArray *
dup_side (const GenlockSheet *sheet,
          const GenlockBlock *block,
          guint first,
          guint end,
          gboolean is_snake)
{
  g_auto (GStrv) members = genlock_sheet_dup_members (sheet, block->header, first, end);
  gboolean has_connector = g_strv_contains ((const char * const *) members, "connector");
  JsonArray *ports = json_array_new ();

  for (guint row = block->header + 1; row < block->end; row++)
    {
      guint n_filled;
      g_autoptr (JsonObject) port = NULL;
      g_autofree char *id = NULL;

      port = genlock_sheet_dup_object (sheet, members, row, first, &n_filled);
      id = g_strdup (genlock_legacy_get_string (port, "id"));
      if (id == NULL || !is_fitted (sheet, members, row, first, port))
        {
          g_hash_table_remove (sheet->legacy->places, port);
          if (id != NULL)
            genlock_sheet_report_cell (sheet, row, NULL, GENLOCK_IMPORT_INFO, id,
                                       N_("The socket is not fitted"));
          continue;
        }
      /* The far side of a snake has its connector under FEED and its feed under SEND. */
      if (is_snake && !has_connector)
        {
          rename_member (port, "feed", "connector");
          rename_member (port, "send", "feed");
        }
      json_array_add_object_element (ports, g_steal_pointer (&port));
    }

  return ports;
}

/* The title's first cell is a name; further ones are an address or a description. */
static void
read_title (const GenlockSheet *sheet,
            const GenlockBlock *block,
            JsonObject *device)
{
  g_autofree char *name = NULL;
  g_autoptr (GString) note = g_string_new (NULL);

  if (block->title < block->header)
    name = genlock_sheet_dup_cell (sheet, block->title, 0);
  json_object_set_string_member (device, "name", name != NULL && *name != '\0' ? name
                                                                               : sheet->stem);
  if (name == NULL)
    return;

  for (guint i = 1; i < genlock_csv_get_n_cells (sheet->csv, block->title); i++)
    {
      g_autofree char *cell = genlock_sheet_dup_cell (sheet, block->title, i);

      if (g_ascii_strncasecmp (cell, "IP:", 3) == 0)
        json_object_set_string_member (device, "ip", g_strstrip (cell + 3));
      else if (*cell != '\0')
        g_string_append_printf (note, "%s%s", note->len > 0 ? ", " : "", cell);
    }
  if (note->len > 0)
    json_object_set_string_member (device, "note", note->str);
}

static gboolean
has_word (const char *text,
          const char *word)
{
  g_autofree char *upper = g_ascii_strup (text, -1);

  return strstr (upper, word) != NULL;
}

static void
set_switcher (JsonObject *device,
              const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (switchers); i++)
    {
      gsize length = strlen (switchers[i]);

      if (g_ascii_strncasecmp (name, switchers[i], length) == 0 && !g_ascii_isalnum (name[length]))
        json_object_set_string_member (device, "type", switchers[i]);
    }
}

void
genlock_sheet_read_ports (const GenlockSheet *sheet,
                          const GenlockBlock *block)
{
  guint n_columns = genlock_sheet_count_columns (sheet, block);
  guint second = find_second_side (sheet, block, n_columns);
  g_autoptr (JsonObject) device = json_object_new ();
  g_autoptr (JsonArray) rows = json_array_new ();
  const char *kind = "videoswitchers";
  const char *name;
  gboolean is_snake;

  read_title (sheet, block, device);
  name = genlock_legacy_get_string (device, "name");
  is_snake = has_word (name, "SNAKE") || has_word (sheet->stem, "SNAKE");
  if (is_snake)
    kind = "cablesnakes";
  else if (has_word (name, "ROUTER") || has_word (sheet->stem, "ROUTER")
           || genlock_sheet_row_has (sheet, block->header, "send"))
    kind = "routers";
  else
    set_switcher (device, name);
  if (is_snake)
    rename_member (device, "note", "type");
  json_object_set_array_member (device, "inputs", dup_side (sheet, block, 0, second, is_snake));
  json_object_set_array_member (device, "outputs",
                                dup_side (sheet, block, second, n_columns, is_snake));
  g_hash_table_insert (sheet->legacy->places, device, genlock_sheet_dup_place (block->title));
  json_array_add_object_element (rows, g_steal_pointer (&device));
  genlock_sheet_add_list (sheet, kind, rows);
}
