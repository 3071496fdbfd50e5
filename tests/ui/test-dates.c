/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days typed and shown, and the line that says where and when a show is. */

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "ui/common/genlock-dates.h"
#include "ui/productions/genlock-production-words.h"

static void
assert_text (char *text,
             const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

static void
test_parse (void)
{
  assert_text (genlock_day_parse ("2026-05-02"), "2026-05-02T00:00:00.000Z");
  assert_text (genlock_day_parse ("  2026-05-02 "), "2026-05-02T00:00:00.000Z");
  assert_text (genlock_day_parse ("2 May 2026"), "2026-05-02T00:00:00.000Z");
  assert_text (genlock_day_parse ("2028-02-29"), "2028-02-29T00:00:00.000Z");
}

static void
test_refuse (void)
{
  static const char * const texts[] = {
    "", " ", "2026-02-29", "2026-13-01", "2026-00-10", "2026-05", "May", "tomorrow", "99999-01-01",
    "2026-05-02T10:00:00Z", "12",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_test_message ("“%s”", texts[i]);
      g_assert_null (genlock_day_parse (texts[i]));
    }
}

/* What is shown is read back as the same day. */
static void
test_round_trip (void)
{
  GDate date;

  g_date_clear (&date, 1);
  g_date_set_dmy (&date, 1, 1, 2024);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *day = genlock_day_from_date (&date);
      g_autofree char *text = genlock_day_print (day);

      assert_text (genlock_day_parse (text), day);
      g_date_add_days (&date, 1);
    }
  assert_text (genlock_day_print (NULL), "");
}

static void
test_span (void)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 1, 2026);
  assert_text (genlock_days_dup_span ("2026-05-02", "2026-05-06", &today), "2–6 May");
  assert_text (genlock_days_dup_span ("2026-05-02", "2026-05-02", &today), "2 May");
  assert_text (genlock_days_dup_span ("2026-05-02", NULL, &today), "2 May");
  assert_text (genlock_days_dup_span (NULL, "2026-05-06", &today), "6 May");
  assert_text (genlock_days_dup_span ("2026-04-30", "2026-05-03", &today), "30 Apr – 3 May");
  assert_text (genlock_days_dup_span ("2027-04-30", "2027-05-03", &today),
               "30 Apr – 3 May 2027");
  assert_text (genlock_days_dup_span ("2026-12-30", "2027-01-03", &today),
               "30 Dec 2026 – 3 Jan 2027");
  g_assert_null (genlock_days_dup_span (NULL, NULL, &today));
}

static void
test_line (void)
{
  g_autoptr (GenlockRecord) show = genlock_record_new_row (&genlock_productions, NULL);
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 1, 1, 2026);
  assert_text (genlock_production_dup_line (show, &today), "");

  genlock_record_set_text (show, GENLOCK_PRODUCTION_SHOW_NAME, "");
  assert_text (genlock_production_dup_name (show), "Show without a name");

  genlock_record_set_text (show, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_ROOM, "Room 2");
  assert_text (genlock_production_dup_line (show, &today), "ACME · Room 2");

  genlock_record_set_text (show, GENLOCK_PRODUCTION_VENUE, "Hall 7");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_LOAD_IN, "2026-05-02T00:00:00.000Z");
  genlock_record_set_text (show, GENLOCK_PRODUCTION_LOAD_OUT, "2026-05-06T00:00:00.000Z");
  assert_text (genlock_production_dup_line (show, &today), "ACME · Hall 7, Room 2 · 2–6 May");
  g_assert_cmpstr (genlock_production_get_status_label (show), ==, "Planning");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/dates/parse", test_parse);
  g_test_add_func ("/dates/refuse", test_refuse);
  g_test_add_func ("/dates/round-trip", test_round_trip);
  g_test_add_func ("/dates/span", test_span);
  g_test_add_func ("/dates/line", test_line);

  return g_test_run ();
}
