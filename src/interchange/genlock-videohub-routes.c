/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The routing that a Videohub has, for a router that a show knows already. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "interchange/genlock-csv.h"
#include "interchange/genlock-videohub-routes.h"

#define HEADING "VIDEO OUTPUT ROUTING:"

/* Far more than any has. */
#define MAX_PORTS 100000

static gboolean
read_number (const char **text,
             guint *number)
{
  char *end;
  guint64 value;

  if (!g_ascii_isdigit (**text))
    return FALSE;

  value = g_ascii_strtoull (*text, &end, 10);
  *text = end;
  *number = (guint) MIN (value, MAX_PORTS);

  return value < MAX_PORTS;
}

/* "3 17": output 3 has input 17. */
static gboolean
read_route (const char *text,
            GenlockCrosspointWish *wish)
{
  if (!read_number (&text, &wish->output) || *text != ' ')
    return FALSE;

  text += strspn (text, " ");

  return read_number (&text, &wish->input) && *text == '\0';
}

GenlockVideohubRoutes *
genlock_videohub_routes_read (const char *data,
                              gsize length)
{
  g_autofree char *text = genlock_csv_dup_utf8 (data, length, NULL, NULL);
  g_auto (GStrv) lines = text != NULL ? g_strsplit (text, "\n", -1) : NULL;
  GenlockVideohubRoutes *routes = g_new0 (GenlockVideohubRoutes, 1);
  gboolean has_block = FALSE;
  gboolean in_block = FALSE;

  routes->wishes = g_array_new (FALSE, FALSE, sizeof (GenlockCrosspointWish));
  for (guint i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      const char *line = g_strchomp (lines[i]);
      GenlockCrosspointWish wish;

      if (g_str_equal (line, HEADING))
        has_block = in_block = TRUE;
      else if (*line == '\0')
        in_block = FALSE;
      else if (in_block && read_route (line, &wish))
        g_array_append_val (routes->wishes, wish);
      else if (in_block)
        routes->n_lost++;
    }
  if (!has_block)
    g_clear_pointer (&routes, genlock_videohub_routes_free);

  return routes;
}

void
genlock_videohub_routes_free (GenlockVideohubRoutes *routes)
{
  g_array_unref (routes->wishes);
  g_free (routes);
}
