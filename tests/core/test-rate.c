/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rates: exact values, families, spellings. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-rate.h"

typedef struct
{
  double rate;
  gint64 num;
  gint64 den;
  GenlockRateFamily family;
  const char *text;
} ExactRate;

static const ExactRate rates[] = {
  { 23.98, 24000, 1001, GENLOCK_RATE_FAMILY_59_94, "23.98" },
  { 23.976, 24000, 1001, GENLOCK_RATE_FAMILY_59_94, "23.98" },
  { 29.97, 30000, 1001, GENLOCK_RATE_FAMILY_59_94, "29.97" },
  { 47.952, 48000, 1001, GENLOCK_RATE_FAMILY_59_94, "47.95" },
  { 59.94, 60000, 1001, GENLOCK_RATE_FAMILY_59_94, "59.94" },
  { 59.9401, 60000, 1001, GENLOCK_RATE_FAMILY_59_94, "59.94" },
  { 119.88, 120000, 1001, GENLOCK_RATE_FAMILY_59_94, "119.88" },
  { 24, 24, 1, GENLOCK_RATE_FAMILY_60, "24" },
  { 60, 60, 1, GENLOCK_RATE_FAMILY_60, "60" },
  { 25, 25, 1, GENLOCK_RATE_FAMILY_50, "25" },
  { 50, 50, 1, GENLOCK_RATE_FAMILY_50, "50" },
  { 59.95, 1199, 20, GENLOCK_RATE_FAMILY_OTHER, "59.95" },
  { 74.973, 74973, 1000, GENLOCK_RATE_FAMILY_OTHER, "74.973" },
  { 1000, 1000, 1, GENLOCK_RATE_FAMILY_OTHER, "1000" },
  { 0, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
  { 0.999, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
  { 1000.1, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
  { -59.94, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
  { NAN, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
  { INFINITY, 0, 1, GENLOCK_RATE_FAMILY_UNKNOWN, "" },
};

static void
test_rate_exact (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      GenlockRational exact = genlock_rate_to_rational (rates[i].rate);
      char text[GENLOCK_RATE_TEXT_SIZE];

      g_assert_cmpint (exact.num, ==, rates[i].num);
      g_assert_cmpint (exact.den, ==, rates[i].den);
      g_assert_cmpint (genlock_rate_get_family (rates[i].rate), ==, rates[i].family);
      g_assert_cmpstr (genlock_rate_print (rates[i].rate, text), ==, rates[i].text);
    }
}

static void
test_rate_parse (void)
{
  double rate = 7;

  g_assert_true (genlock_rate_parse (" 59,94 Hz ", &rate));
  g_assert_cmpfloat (rate, ==, 59.94);
  g_assert_true (genlock_rate_parse ("5994", &rate));
  g_assert_cmpfloat (rate, ==, 59.94);
  g_assert_true (genlock_rate_parse ("23.976", &rate));
  g_assert_cmpfloat (rate, ==, 23.98);
  rate = 7;
  g_assert_false (genlock_rate_parse ("59.94p", &rate));
  g_assert_false (genlock_rate_parse ("", &rate));
  g_assert_false (genlock_rate_parse (".", &rate));
  g_assert_false (genlock_rate_parse (NULL, &rate));
  g_assert_false (genlock_rate_parse ("1e2", &rate));
  g_assert_false (genlock_rate_parse ("-60", &rate));
  g_assert_false (genlock_rate_parse ("5.9.4", &rate));
  g_assert_false (genlock_rate_parse ("123456789012345678901234567890", &rate));
  g_assert_cmpfloat (rate, ==, 7);
  g_assert_true (genlock_rate_equal (NAN, 0));
  g_assert_true (genlock_rate_equal (23.976, 23.98));
  g_assert_false (genlock_rate_equal (59.94, 60));
}

/* Rates to offer are spelled as they print, and read back. */
static void
test_rate_offers (void)
{
  gsize n_rates;
  const double *offers = genlock_rate_get_offers (&n_rates);

  g_assert_cmpint (n_rates, >, 8);
  for (gsize i = 0; i < n_rates; i++)
    {
      char text[GENLOCK_RATE_TEXT_SIZE];
      double rate;

      g_assert_cmpfloat (genlock_rate_normalize (offers[i]), ==, offers[i]);
      g_assert_true (genlock_rate_parse (genlock_rate_print (offers[i], text), &rate));
      g_assert_cmpfloat (rate, ==, offers[i]);
    }
}

static void
test_rational (void)
{
  g_assert_cmpint (genlock_rational_reduce (6, 4).num, ==, 3);
  g_assert_cmpint (genlock_rational_reduce (6, 4).den, ==, 2);
  g_assert_cmpint (genlock_rational_reduce (G_MAXINT64, G_MAXINT64).den, ==, 1);
  g_assert_cmpint (genlock_rational_reduce (-6, 4).num, ==, 0);
  g_assert_cmpint (genlock_rational_reduce (6, 0).den, ==, 1);
  g_assert_cmpint (genlock_rational_reduce (G_MININT64, G_MININT64).num, ==, 0);
  g_assert_cmpfloat (genlock_rational_to_double ((GenlockRational) { 1, 0 }), ==, 0);
  g_assert_cmpfloat (genlock_rational_to_double ((GenlockRational) { 3, 2 }), ==, 1.5);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rate/exact", test_rate_exact);
  g_test_add_func ("/rate/parse", test_rate_parse);
  g_test_add_func ("/rate/offers", test_rate_offers);
  g_test_add_func ("/rate/rational", test_rational);

  return g_test_run ();
}
