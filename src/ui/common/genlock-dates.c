/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days for people. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "ui/common/genlock-dates.h"

char *
genlock_day_from_date (const GDate *date)
{
  return g_strdup_printf ("%04d-%02d-%02dT00:00:00.000Z", g_date_get_year (date),
                          g_date_get_month (date), g_date_get_day (date));
}

gboolean
genlock_day_to_date (const char *day,
                     GDate *date)
{
  guint year, month, number;

  g_date_clear (date, 1);
  if (day == NULL || sscanf (day, "%4u-%2u-%2u", &year, &month, &number) != 3
      || !g_date_valid_dmy (number, month, year))
    return FALSE;

  g_date_set_dmy (date, number, month, year);
  return TRUE;
}

/* "2026-05-02" and nothing else. */
static gboolean
is_iso (const char *text)
{
  const char *pattern = "0000-00-00";

  if (strlen (text) != strlen (pattern))
    return FALSE;
  for (guint i = 0; pattern[i] != '\0'; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (text[i]) : text[i] != pattern[i])
      return FALSE;

  return TRUE;
}

char *
genlock_day_parse (const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  GDate date;

  if (is_iso (stripped))
    return genlock_day_to_date (stripped, &date) ? genlock_day_from_date (&date) : NULL;

  /* GLib would take "May" for the first of May. */
  if (strpbrk (stripped, "0123456789") == NULL)
    return NULL;

  g_date_clear (&date, 1);
  g_date_set_parse (&date, stripped);
  if (!g_date_valid (&date) || g_date_get_year (&date) > 9999)
    return NULL;

  return genlock_day_from_date (&date);
}

static char *
format_date (const GDate *date,
             const char *format)
{
  g_autoptr (GDateTime) time = g_date_time_new_utc (g_date_get_year (date), g_date_get_month (date),
                                                    g_date_get_day (date), 0, 0, 0);

  return g_date_time_format (time, format);
}

char *
genlock_day_print (const char *day)
{
  GDate date;

  if (!genlock_day_to_date (day, &date))
    return g_strdup ("");

  /* Translators: a day, for g_date_time_format() */
  return format_date (&date, _("%-d %b %Y"));
}

char *
genlock_days_dup_span (const char *from,
                       const char *to,
                       const GDate *today)
{
  GDate first, last;
  gboolean has_first = genlock_day_to_date (from, &first);
  gboolean has_last = genlock_day_to_date (to, &last);
  g_autofree char *start = NULL;
  g_autofree char *end = NULL;
  gboolean one_year, one_month;

  if (!has_first && !has_last)
    return NULL;
  if (!has_first)
    first = last;
  if (!has_last)
    last = first;

  one_year = g_date_get_year (&first) == g_date_get_year (&last);
  one_month = one_year && g_date_get_month (&first) == g_date_get_month (&last);
  if (one_year && g_date_get_year (&last) == g_date_get_year (today))
    /* Translators: a day of this year, for g_date_time_format() */
    end = format_date (&last, _("%-d %b"));
  else
    end = format_date (&last, _("%-d %b %Y"));
  if (g_date_compare (&first, &last) == 0)
    return g_steal_pointer (&end);

  if (one_month)
    {
      /* Translators: the first day of a span within a month, for g_date_time_format(): “2–6 May” */
      start = format_date (&first, _("%-d"));
      return g_strdup_printf (_("%s–%s"), start, end);
    }

  start = format_date (&first, one_year ? _("%-d %b") : _("%-d %b %Y"));
  return g_strdup_printf (_("%s – %s"), start, end);
}
