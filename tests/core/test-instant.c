/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of points in time as text. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"

/* A text, what it means, and the day that is written in it. */
typedef struct
{
  const char *text;
  const char *instant;
  const char *day;
} Case;

static void
test_format (void)
{
  static const Case cases[] = {
    { "1970-01-01T00:00:00.000Z", NULL, NULL }, { "2026-11-22T08:00:00.000Z", NULL, NULL },
    { "1969-12-31T23:59:59.999Z", NULL, NULL }, { "2000-02-29T12:34:56.789Z", NULL, NULL },
    { "0001-01-01T00:00:00.000Z", NULL, NULL }, { "9999-12-31T23:59:59.999Z", NULL, NULL },
    { "1600-12-31T00:00:00.001Z", NULL, NULL },
  };
  gint64 instant;

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;

      g_assert_true (genlock_instant_parse (cases[i].text, &instant));
      text = genlock_instant_format (instant);
      g_assert_cmpstr (text, ==, cases[i].text);
      g_assert_cmpuint (strlen (text), ==, GENLOCK_INSTANT_LENGTH);
    }
  g_assert_true (genlock_instant_parse ("0001-01-01T00:00:00.000Z", &instant));
  g_assert_cmpint (instant, ==, GENLOCK_INSTANT_MIN);
  g_assert_true (genlock_instant_parse ("9999-12-31T23:59:59.999Z", &instant));
  g_assert_cmpint (instant, ==, GENLOCK_INSTANT_MAX);
  g_assert_true (genlock_instant_parse ("2026-11-22T08:00:00.000Z", &instant));
  g_assert_cmpint (instant, ==, G_GINT64_CONSTANT (1795334400000));
}

/* Against GDateTime, and texts order as the times do. */
static void
test_random (void)
{
  gint64 last = GENLOCK_INSTANT_MIN;
  g_autofree char *last_text = genlock_instant_format (last);

  for (guint i = 0; i < 20000; i++)
    {
      gint64 instant = GENLOCK_INSTANT_MIN +
                       (((gint64) g_test_rand_int_range (0, G_MAXINT) << 17) +
                        g_test_rand_int_range (0, 1 << 17)) %
                       (GENLOCK_INSTANT_MAX - GENLOCK_INSTANT_MIN + 1);
      g_autofree char *text = genlock_instant_format (instant);
      g_autoptr (GDateTime) date_time = genlock_instant_to_date_time (instant);
      g_autofree char *time = g_date_time_format (date_time, "%m-%dT%H:%M:%S");
      g_autofree char *expected = g_strdup_printf ("%04d-%s", g_date_time_get_year (date_time),
                                                   time);
      gint64 back;

      g_assert_cmpuint (strlen (text), ==, GENLOCK_INSTANT_LENGTH);
      g_assert_true (strncmp (text, expected, strlen (expected)) == 0);
      g_assert_cmpint (g_date_time_get_microsecond (date_time), ==,
                       g_ascii_strtoll (text + 20, NULL, 10) * 1000);
      g_assert_true (genlock_instant_parse (text, &back));
      g_assert_cmpint (back, ==, instant);
      g_assert_cmpint (strcmp (text, last_text) > 0, ==, instant > last);

      last = instant;
      g_free (last_text);
      last_text = g_steal_pointer (&text);
    }
}

static void
test_strict (void)
{
  static const char * const wrong[] = {
    "", "2026-11-22", "2026-11-22T08:00:00Z", "2026-11-22T08:00:00.00Z",
    "2026-11-22T08:00:00.0000Z", "2026-11-22t08:00:00.000Z", "2026-11-22 08:00:00.000Z",
    "2026-11-22T08:00:00.000z", "2026-11-22T08:00:00.000+", " 2026-11-22T08:00:00.000Z",
    "2026-11-22T08:00:00.000Z ", "2026-13-22T08:00:00.000Z", "2026-02-29T08:00:00.000Z",
    "2026-11-22T24:00:00.000Z", "2026-11-22T08:60:00.000Z", "2026-11-22T08:00:60.000Z",
    "2026-11-22T08:00:00,000Z", "0000-01-01T00:00:00.000Z", "2026-00-01T00:00:00.000Z",
    "2026-11-00T00:00:00.000Z", "2026-11-31T00:00:00.000Z", "202a-11-22T08:00:00.000Z",
  };
  gint64 instant = 1;

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      instant = 1;
      g_assert_false (genlock_instant_parse (wrong[i], &instant));
      g_assert_cmpint (instant, ==, 0);
    }
  g_assert_false (genlock_instant_parse (NULL, NULL));
  g_assert_true (genlock_instant_parse ("2026-11-22T08:00:00.000Z", NULL));
}

static void
test_lenient (void)
{
  static const Case cases[] = {
    { "2026-11-22", "2026-11-22T00:00:00.000Z", "2026-11-22" },
    { "20261122", "2026-11-22T00:00:00.000Z", "2026-11-22" },
    { " 2026-11-22\n", "2026-11-22T00:00:00.000Z", "2026-11-22" },
    { "2026-11-22T08:30", "2026-11-22T08:30:00.000Z", "2026-11-22" },
    { "2026-11-22 08:30:15", "2026-11-22T08:30:15.000Z", "2026-11-22" },
    { "2026-11-22t08:30:15z", "2026-11-22T08:30:15.000Z", "2026-11-22" },
    { "2026-11-22T08:30:15.5Z", "2026-11-22T08:30:15.500Z", "2026-11-22" },
    { "2026-11-22T08:30:15.123999Z", "2026-11-22T08:30:15.123Z", "2026-11-22" },
    { "2026-11-22T08:30:15,25+00:00", "2026-11-22T08:30:15.250Z", "2026-11-22" },
    { "2026-02-01T22:00:00-05:00", "2026-02-02T03:00:00.000Z", "2026-02-01" },
    { "2026-02-01T00:30:00+0100", "2026-01-31T23:30:00.000Z", "2026-02-01" },
    { "2026-02-01 00:30+05:30", "2026-01-31T19:00:00.000Z", "2026-02-01" },
    { "2026-02-01T00:30:00-08", "2026-02-01T08:30:00.000Z", "2026-02-01" },
    { "1767225600000", "2026-01-01T00:00:00.000Z", "2026-01-01" },
    { "1767225600", "2026-01-01T00:00:00.000Z", "2026-01-01" },
    { "1767311999999", "2026-01-01T23:59:59.999Z", "2026-01-01" },
    { "-86400000001", "1967-04-06T23:59:59.999Z", "1967-04-06" },
    { "-100000000", "1966-10-31T14:13:20.000Z", "1966-10-31" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 instant;
      gint64 day;

      g_test_message ("%s", cases[i].text);
      g_assert_true (genlock_instant_parse_lenient (cases[i].text, &instant));
      g_assert_true (genlock_instant_parse_day (cases[i].text, &day));

      g_autofree char *text = genlock_instant_format (instant);
      g_autofree char *day_text = genlock_instant_format (day);

      g_assert_cmpstr (text, ==, cases[i].instant);
      g_assert_true (g_str_has_prefix (day_text, cases[i].day));
      g_assert_true (g_str_has_suffix (day_text, "T00:00:00.000Z"));
    }
}

static void
test_lenient_refused (void)
{
  static const char * const wrong[] = {
    "", " ", "tomorrow", "11/22/2026", "22.11.2026", "2026", "2026-11", "2026-11-2", "2026-1-22",
    "2026-1122", "202611-22", "2026-02-30", "2026-11-22T", "2026-11-22T8:00", "2026-11-22T08",
    "2026-11-22T08:00:", "2026-11-22T08:00:00.", "2026-11-22T08:00:00.Z", "2026-11-22X08:00",
    "2026-11-22T08:00Zulu", "2026-11-22T08:00+1", "2026-11-22T08:00+01:", "2026-11-22T08:00+24:00",
    "2026-11-22T08:00+01:60", "2026-11-22T08:00+01:00x", "2026-11-22T25:00", "2026-11-22T08:61",
    "12345678", "999999999999999", "-99999999999999", "9999999999999999", "1e12", "-",
    "9999-12-31T23:59:59-01:00", "0001-01-01T00:00:00+01:00", "2026-11-22T08:00*01:00",
    "1767225600000.5", "2026-11-22T08:x", "2026-11-22T08:00:x", "2026-11-22T08-00",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      gint64 instant = 1;
      gint64 day = 1;

      g_test_message ("%s", wrong[i]);
      g_assert_false (genlock_instant_parse_lenient (wrong[i], &instant));
      g_assert_false (genlock_instant_parse_day (wrong[i], &day));
      g_assert_cmpint (instant, ==, 0);
      g_assert_cmpint (day, ==, 0);
    }
  g_assert_false (genlock_instant_parse_lenient (NULL, NULL));
  g_assert_false (genlock_instant_parse_day (NULL, NULL));
}

static void
test_days (void)
{
  gint64 instant;
  gint64 day;
  int year;
  int month;
  int day_of_month;

  g_assert_true (genlock_instant_parse ("2024-02-28T17:30:00.000Z", &instant));
  day = genlock_instant_to_day (instant);
  g_assert_cmpint (day, ==, instant - G_GINT64_CONSTANT (63000000));
  g_assert_cmpint (genlock_instant_to_day (day), ==, day);
  g_assert_cmpint (genlock_instant_to_day (-1), ==, -GENLOCK_INSTANT_DAY);

  genlock_instant_get_date (genlock_instant_add_days (instant, 1), &year, &month, &day_of_month);
  g_assert_cmpint (year, ==, 2024);
  g_assert_cmpint (month, ==, 2);
  g_assert_cmpint (day_of_month, ==, 29);
  genlock_instant_get_date (instant, NULL, NULL, NULL);

  g_assert_cmpint (genlock_instant_days_between (instant, day), ==, 0);
  g_assert_cmpint (genlock_instant_days_between (instant, genlock_instant_add_days (day, 366)), ==,
                   366);
  g_assert_cmpint (genlock_instant_days_between (0, -1), ==, -1);
  g_assert_cmpint (genlock_instant_days_between (GENLOCK_INSTANT_MIN, GENLOCK_INSTANT_MAX), ==,
                   3652058);
  g_assert_cmpint (genlock_instant_add_days (instant, G_MAXINT), ==, GENLOCK_INSTANT_MAX);
  g_assert_cmpint (genlock_instant_add_days (instant, G_MININT), ==, GENLOCK_INSTANT_MIN);
}

static void
test_from_date (void)
{
  gint64 instant;
  g_autofree char *text = NULL;

  g_assert_true (genlock_instant_from_date (2026, 2, 1, &instant));
  text = genlock_instant_format (instant);
  g_assert_cmpstr (text, ==, "2026-02-01T00:00:00.000Z");
  g_assert_true (genlock_instant_from_date (2024, 2, 29, NULL));
  g_assert_false (genlock_instant_from_date (2026, 2, 29, &instant));
  g_assert_cmpint (instant, ==, 0);
  g_assert_false (genlock_instant_from_date (0, 1, 1, NULL));
  g_assert_false (genlock_instant_from_date (10000, 1, 1, NULL));
  g_assert_false (genlock_instant_from_date (2026, 0, 1, NULL));
  g_assert_false (genlock_instant_from_date (2026, 13, 1, NULL));
  g_assert_false (genlock_instant_from_date (2026, 1, 0, NULL));
  g_assert_false (genlock_instant_from_date (2026, 1, 257, NULL));
}

static gint64
fixed_clock (gpointer user_data)
{
  return *(const gint64 *) user_data;
}

static void
test_clock (void)
{
  gint64 now = G_GINT64_CONSTANT (1795334400000);
  gint64 before = g_get_real_time () / 1000;
  gint64 real = genlock_instant_now ();
  gint64 after = g_get_real_time () / 1000;

  g_assert_cmpint (real, >=, before);
  g_assert_cmpint (real, <=, after);

  genlock_instant_set_clock (fixed_clock, &now);
  g_assert_cmpint (genlock_instant_now (), ==, now);

  g_autofree char *text = genlock_instant_dup_now ();

  g_assert_cmpstr (text, ==, "2026-11-22T08:00:00.000Z");
  genlock_instant_set_clock (NULL, NULL);
  g_assert_cmpint (genlock_instant_now (), >=, real);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/instant/format", test_format);
  g_test_add_func ("/instant/random", test_random);
  g_test_add_func ("/instant/strict", test_strict);
  g_test_add_func ("/instant/lenient", test_lenient);
  g_test_add_func ("/instant/lenient-refused", test_lenient_refused);
  g_test_add_func ("/instant/days", test_days);
  g_test_add_func ("/instant/from-date", test_from_date);
  g_test_add_func ("/instant/clock", test_clock);
  return g_test_run ();
}
