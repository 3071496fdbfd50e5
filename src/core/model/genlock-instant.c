/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Points in time as text: "2026-11-22T08:00:00.000Z". */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"

#define SECOND G_GINT64_CONSTANT (1000)
#define MINUTE (60 * SECOND)
#define HOUR (60 * MINUTE)

/* Days from 0001-01-01 to 1970-01-01. */
#define EPOCH_DAYS 719162

/* The conversions between dates and days count years from the first of March, so that the leap
 * day is the last of its year (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms").
 * Days from 0000-03-01 to 0001-01-01, and of 400 years, after which the calendar repeats. */
#define MARCH_DAYS 306
#define ERA_DAYS 146097

/* RFC 3339 allows offsets up to 23:59. */
#define MAX_OFFSET_HOURS 23

static GenlockClockFunc current_clock;
static gpointer clock_data;

void
genlock_instant_set_clock (GenlockClockFunc clock,
                           gpointer         user_data)
{
  current_clock = clock;
  clock_data = user_data;
}

gint64
genlock_instant_now (void)
{
  if (current_clock != NULL)
    return current_clock (clock_data);
  return g_get_real_time () / 1000;
}

char *
genlock_instant_dup_now (void)
{
  return genlock_instant_format (genlock_instant_now ());
}

/* Days since 1970-01-01, rounded down. */
static int
day_number (gint64 instant)
{
  return (int) ((instant - GENLOCK_INSTANT_MIN) / GENLOCK_INSTANT_DAY) - EPOCH_DAYS;
}

gint64
genlock_instant_to_day (gint64 instant)
{
  return (gint64) day_number (instant) * GENLOCK_INSTANT_DAY;
}

void
genlock_instant_get_date (gint64  instant,
                          int    *year,
                          int    *month,
                          int    *day)
{
  g_return_if_fail (instant >= GENLOCK_INSTANT_MIN && instant <= GENLOCK_INSTANT_MAX);

  int days = day_number (instant) + EPOCH_DAYS + MARCH_DAYS;
  int era = days / ERA_DAYS;
  int day_of_era = days % ERA_DAYS;
  int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) /
                    365;
  int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  int months_from_march = (5 * day_of_year + 2) / 153;
  int is_next_year = months_from_march >= 10;

  if (year != NULL)
    *year = era * 400 + year_of_era + is_next_year;
  if (month != NULL)
    *month = months_from_march + 3 - 12 * is_next_year;
  if (day != NULL)
    *day = day_of_year - (153 * months_from_march + 2) / 5 + 1;
}

gboolean
genlock_instant_from_date (int     year,
                           int     month,
                           int     day,
                           gint64 *instant)
{
  gboolean exists = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 &&
                    day <= g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  if (instant == NULL)
    return exists;
  *instant = 0;
  if (!exists)
    return FALSE;

  int march_year = month > 2 ? year : year - 1;
  int months_from_march = (month + 9) % 12;
  int year_of_era = march_year % 400;
  int day_of_year = (153 * months_from_march + 2) / 5 + day - 1;
  int days = march_year / 400 * ERA_DAYS + year_of_era * 365 + year_of_era / 4 -
             year_of_era / 100 + day_of_year;

  *instant = (gint64) (days - MARCH_DAYS - EPOCH_DAYS) * GENLOCK_INSTANT_DAY;
  return TRUE;
}

static void
print_digits (char  *text,
              guint  n_digits,
              int    value)
{
  for (guint i = n_digits; i > 0; i--)
    {
      text[i - 1] = (char) ('0' + value % 10);
      value /= 10;
    }
}

char *
genlock_instant_format (gint64 instant)
{
  char *text;
  int year;
  int month;
  int day;
  int rest;

  g_return_val_if_fail (instant >= GENLOCK_INSTANT_MIN && instant <= GENLOCK_INSTANT_MAX, NULL);

  text = g_strdup ("0000-00-00T00:00:00.000Z");
  genlock_instant_get_date (instant, &year, &month, &day);
  rest = (int) (instant - genlock_instant_to_day (instant));
  print_digits (text, 4, year);
  print_digits (text + 5, 2, month);
  print_digits (text + 8, 2, day);
  print_digits (text + 11, 2, (int) (rest / HOUR));
  print_digits (text + 14, 2, (int) (rest / MINUTE % 60));
  print_digits (text + 17, 2, (int) (rest / SECOND % 60));
  print_digits (text + 20, 3, rest % 1000);
  return text;
}

/* Reads exactly @n_digits digits at *@p. */
static gboolean
read_digits (const char **p,
             guint        n_digits,
             int         *value)
{
  *value = 0;
  for (guint i = 0; i < n_digits; i++, (*p)++)
    {
      if (!g_ascii_isdigit (**p))
        return FALSE;
      *value = *value * 10 + (**p - '0');
    }
  return TRUE;
}

static gboolean
read_char (const char **p,
           char         c)
{
  if (**p != c)
    return FALSE;
  (*p)++;
  return TRUE;
}

/* Reads "2026-11-22" or "20261122". */
static gboolean
read_date (const char **p,
           gint64      *day)
{
  int year;
  int month;
  int day_of_month;
  gboolean dashes;

  if (!read_digits (p, 4, &year))
    return FALSE;
  dashes = read_char (p, '-');
  return read_digits (p, 2, &month) &&
         (!dashes || read_char (p, '-')) &&
         read_digits (p, 2, &day_of_month) &&
         genlock_instant_from_date (year, month, day_of_month, day);
}

/* Reads ".123456" or ",5" if it stands there, cut to milliseconds. */
static gboolean
read_fraction (const char **p,
               int         *milliseconds)
{
  int unit = 100;

  *milliseconds = 0;
  if (**p != '.' && **p != ',')
    return TRUE;
  (*p)++;
  if (!g_ascii_isdigit (**p))
    return FALSE;
  for (; g_ascii_isdigit (**p); (*p)++)
    {
      *milliseconds += unit * (**p - '0');
      unit /= 10;
    }
  return TRUE;
}

/* Reads "08:00", "08:00:00" or "08:00:00.000". */
static gboolean
read_time (const char **p,
           gint64      *time)
{
  int hours;
  int minutes;
  int seconds = 0;
  int milliseconds = 0;

  if (!read_digits (p, 2, &hours) || !read_char (p, ':') || !read_digits (p, 2, &minutes))
    return FALSE;
  if (read_char (p, ':') && (!read_digits (p, 2, &seconds) || !read_fraction (p, &milliseconds)))
    return FALSE;

  *time = hours * HOUR + minutes * MINUTE + seconds * SECOND + milliseconds;
  return hours < 24 && minutes < 60 && seconds < 60;
}

/* Reads "Z", "+01:00", "+0100", "+01" or nothing; @offset is what the local time is ahead. */
static gboolean
read_offset (const char **p,
             gint64      *offset)
{
  int hours;
  int minutes = 0;
  char sign = **p;

  *offset = 0;
  if (sign == '\0')
    return TRUE;
  (*p)++;
  if (sign == 'Z' || sign == 'z')
    return TRUE;
  if ((sign != '+' && sign != '-') || !read_digits (p, 2, &hours))
    return FALSE;
  if (**p != '\0')
    {
      read_char (p, ':');
      if (!read_digits (p, 2, &minutes))
        return FALSE;
    }
  *offset = hours * HOUR + minutes * MINUTE;
  if (sign == '-')
    *offset = -*offset;
  return hours <= MAX_OFFSET_HOURS && minutes < 60;
}

/* Reads seconds or milliseconds since 1970. */
static gboolean
read_count (const char *text,
            gint64     *instant)
{
  gboolean negative = *text == '-';
  const char *digits = negative ? text + 1 : text;
  gsize n_digits = strspn (digits, "0123456789");

  if (digits[n_digits] != '\0' || n_digits < 9 || n_digits > 15)
    return FALSE;
  *instant = g_ascii_strtoll (text, NULL, 10);
  if (n_digits <= 10)
    *instant *= SECOND;
  return TRUE;
}

/* Reads @text as the day that is written and the instant that it means. */
static gboolean
read_lenient (const char *text,
              gint64     *day,
              gint64     *instant)
{
  g_autofree char *copy = g_strstrip (g_strdup (text != NULL ? text : ""));
  const char *p = copy;
  gint64 time = 0;
  gint64 offset = 0;

  if (read_count (copy, instant))
    {
      if (*instant < GENLOCK_INSTANT_MIN || *instant > GENLOCK_INSTANT_MAX)
        return FALSE;
      *day = genlock_instant_to_day (*instant);
      return TRUE;
    }

  if (!read_date (&p, day))
    return FALSE;
  if (*p != '\0')
    {
      if (*p != 'T' && *p != 't' && *p != ' ')
        return FALSE;
      p++;
      if (!read_time (&p, &time) || !read_offset (&p, &offset) || *p != '\0')
        return FALSE;
    }
  *instant = *day + time - offset;
  return *instant >= GENLOCK_INSTANT_MIN && *instant <= GENLOCK_INSTANT_MAX;
}

gboolean
genlock_instant_parse (const char *text,
                       gint64     *instant)
{
  static const char form[] = "0000-00-00T00:00:00.000Z";
  const char *p = text;
  gboolean ok = text != NULL;
  gint64 day = 0;
  gint64 time = 0;

  for (guint i = 0; ok && i <= GENLOCK_INSTANT_LENGTH; i++)
    ok = form[i] == '0' ? g_ascii_isdigit (text[i]) : text[i] == form[i];
  ok = ok && read_date (&p, &day) && read_char (&p, 'T') && read_time (&p, &time);

  if (instant != NULL)
    *instant = ok ? day + time : 0;
  return ok;
}

gboolean
genlock_instant_parse_lenient (const char *text,
                               gint64     *instant)
{
  gint64 value;
  gint64 day;
  gboolean ok = read_lenient (text, &day, &value);

  if (instant != NULL)
    *instant = ok ? value : 0;
  return ok;
}

gboolean
genlock_instant_parse_day (const char *text,
                           gint64     *day)
{
  gint64 value;
  gint64 instant;
  gboolean ok = read_lenient (text, &value, &instant);

  if (day != NULL)
    *day = ok ? value : 0;
  return ok;
}

gint64
genlock_instant_add_days (gint64 instant,
                          int    days)
{
  return CLAMP (instant + days * GENLOCK_INSTANT_DAY, GENLOCK_INSTANT_MIN, GENLOCK_INSTANT_MAX);
}

int
genlock_instant_days_between (gint64 from,
                              gint64 to)
{
  return day_number (to) - day_number (from);
}

GDateTime *
genlock_instant_to_date_time (gint64 instant)
{
  g_autoptr (GDateTime) epoch = g_date_time_new_from_unix_utc (0);

  return g_date_time_add (epoch, instant * 1000);
}
