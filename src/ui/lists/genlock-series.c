/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that count on: CAM 3, CAM 4; 2, 4, 6; SRC 01, SRC 02. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <string.h>

#include "ui/lists/genlock-series.h"

/* Longer numbers are serial numbers, not counts. */
#define DIGITS_MAX 9

gboolean
genlock_series_split (const char *text,
                      char **stem,
                      gint64 *number,
                      guint *digits)
{
  gsize length = strlen (text);
  gsize start = length;

  while (start > 0 && g_ascii_isdigit (text[start - 1]))
    start--;

  *digits = length - start;
  if (*digits == 0 || *digits > DIGITS_MAX)
    {
      *stem = g_strdup (text);
      *number = 0;
      *digits = 0;
      return FALSE;
    }

  *stem = g_strndup (text, start);
  *number = g_ascii_strtoll (text + start, NULL, 10);
  return TRUE;
}

static char *
join (const char *stem,
      gint64 number,
      guint digits)
{
  return g_strdup_printf ("%s%0*" G_GINT64_FORMAT, stem, (int) digits, MAX (number, 0));
}

char *
genlock_series_next (const char *text,
                     gint64 step)
{
  g_autofree char *stem = NULL;
  gint64 number;
  guint digits;

  if (!genlock_series_split (text, &stem, &number, &digits))
    return g_strdup (text);

  return join (stem, number + step, digits);
}

/* The step of seeds with one stem; FALSE where they are no series. */
static gboolean
find_step (const char * const *seeds,
           guint n_seeds,
           gint64 *step)
{
  g_autofree char *stem = NULL;
  gint64 number;
  guint digits;

  if (!genlock_series_split (seeds[0], &stem, &number, &digits))
    return FALSE;

  *step = 1;
  for (guint i = 1; i < n_seeds; i++)
    {
      g_autofree char *other_stem = NULL;
      gint64 other;

      if (!genlock_series_split (seeds[i], &other_stem, &other, &digits)
          || strcmp (stem, other_stem) != 0)
        return FALSE;

      if (i == 1)
        *step = other - number;
      else if (other - number != *step)
        return FALSE;

      number = other;
    }

  return TRUE;
}

gboolean
genlock_series_is (const char * const *texts,
                   guint n_texts)
{
  gint64 step;

  return find_step (texts, n_texts, &step) && step != 0;
}

char *
genlock_series_fill (const char * const *seeds,
                     guint n_seeds,
                     guint place)
{
  gint64 step;

  if (!find_step (seeds, n_seeds, &step))
    return g_strdup (seeds[place % n_seeds]);

  return genlock_series_next (seeds[n_seeds - 1], step * (place - n_seeds + 1));
}

char *
genlock_series_next_free (const char *text,
                          GHashTable *used)
{
  g_autofree char *stem = NULL;
  gint64 number;
  guint digits;

  if (!genlock_series_split (text, &stem, &number, &digits))
    {
      const char *space = *text != '\0' ? " " : "";
      g_autofree char *bare = g_steal_pointer (&stem);

      stem = g_strconcat (bare, space, NULL);
      number = 1;
    }

  while (TRUE)
    {
      g_autofree char *next = join (stem, ++number, digits);
      char *folded = g_utf8_casefold (next, -1);

      if (g_hash_table_add (used, folded))
        return g_steal_pointer (&next);
    }
}

char *
genlock_series_next_label (const char *prefix,
                           GHashTable *used)
{
  g_autofree char *stem = g_strconcat (prefix, " ", NULL);
  g_autofree char *folded = g_utf8_casefold (stem, -1);
  g_autofree char *label = NULL;
  gint64 greatest = 0;
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, used);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      g_autofree char *other = NULL;
      gint64 number;
      guint digits;

      if (genlock_series_split (key, &other, &number, &digits) && strcmp (other, folded) == 0)
        greatest = MAX (greatest, number);
    }

  label = join (stem, greatest + 1, 0);
  g_hash_table_add (used, g_utf8_casefold (label, -1));
  return g_steal_pointer (&label);
}
