/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Blocks of cells as tab-separated text, as spreadsheets put them on the clipboard. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/lists/genlock-tsv.h"

static gboolean
is_end_of_cell (const char *at)
{
  return *at == '\0' || *at == '\t' || *at == '\n' || (at[0] == '\r' && at[1] == '\n');
}

/* The text of a cell in quotes and where it ends; NULL where the mark is only a mark. */
static char *
parse_quoted (const char *at,
              const char **end)
{
  g_autoptr (GString) cell = g_string_new (NULL);

  for (at++; *at != '\0'; at++)
    if (at[0] == '"' && at[1] == '"')
      g_string_append_c (cell, *at++);
    else if (at[0] == '"' && is_end_of_cell (at + 1))
      {
        *end = at + 1;
        return g_string_free (g_steal_pointer (&cell), FALSE);
      }
    else if (at[0] == '"')
      return NULL;
    else if (!(at[0] == '\r' && at[1] == '\n'))
      g_string_append_c (cell, *at);

  return NULL;
}

static char *
parse_cell (const char *at,
            const char **end)
{
  char *cell = *at == '"' ? parse_quoted (at, end) : NULL;

  if (cell != NULL)
    return cell;

  for (*end = at; !is_end_of_cell (*end); (*end)++)
    ;

  return g_strndup (at, *end - at);
}

/* Every line as long as the longest, so that a block is a rectangle. */
static GPtrArray *
square (GPtrArray *lines)
{
  GPtrArray *block = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  guint width = 0;

  for (guint i = 0; i < lines->len; i++)
    width = MAX (width, ((GPtrArray *) g_ptr_array_index (lines, i))->len);

  for (guint i = 0; i < lines->len; i++)
    {
      GPtrArray *line = g_ptr_array_index (lines, i);

      while (line->len < width)
        g_ptr_array_add (line, g_strdup (""));

      g_ptr_array_add (line, NULL);
      g_ptr_array_add (block, g_ptr_array_steal (line, NULL));
    }

  return block;
}

GPtrArray *
genlock_tsv_parse (const char *text)
{
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  GPtrArray *line = NULL;

  for (const char *at = text; *at != '\0';)
    {
      if (line == NULL)
        {
          line = g_ptr_array_new ();
          g_ptr_array_add (lines, line);
        }

      g_ptr_array_add (line, parse_cell (at, &at));

      if (*at == '\t')
        {
          at++;
          if (*at == '\0')
            g_ptr_array_add (line, g_strdup (""));
        }
      else
        {
          line = NULL;
          if (*at == '\r')
            at++;
          if (*at == '\n')
            at++;
        }
    }

  return square (lines);
}

void
genlock_tsv_append (GString *tsv,
                    const char *cell,
                    gboolean first)
{
  if (!first)
    g_string_append_c (tsv, '\t');
  else if (tsv->len > 0)
    g_string_append_c (tsv, '\n');

  if (strpbrk (cell, "\t\n\r") == NULL && *cell != '"')
    {
      g_string_append (tsv, cell);
      return;
    }

  g_string_append_c (tsv, '"');
  for (const char *at = cell; *at != '\0'; at++)
    {
      if (*at == '"')
        g_string_append_c (tsv, '"');
      g_string_append_c (tsv, *at);
    }
  g_string_append_c (tsv, '"');
}
