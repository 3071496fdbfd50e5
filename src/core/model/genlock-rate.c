/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picture rates: the spelling of the trade on one side, exact fractions on the other. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-rate.h"

/* A rate that is exactly `nominal` / 1.001, in thousandths of a hertz: two decimals and three. */
typedef struct
{
  int nominal;
  int short_spelling;
  int long_spelling;
} PulledDown;

static const PulledDown pulled_down[] = {
  { 24, 23980, 23976 },
  { 30, 29970, 29970 },
  { 48, 47950, 47952 },
  { 60, 59940, 59940 },
  { 120, 119880, 119880 },
  { 240, 239760, 239760 },
};

/* Rates written without their point, as in "1080i5994". */
typedef struct
{
  const char *code;
  double rate;
} RateCode;

static const RateCode rate_codes[] = {
  { "2397", 23.98 },   { "2398", 23.98 },  { "23976", 23.98 },  { "2400", 24.0 },
  { "2500", 25.0 },    { "2997", 29.97 },  { "3000", 30.0 },    { "4795", 47.95 },
  { "4800", 48.0 },    { "5000", 50.0 },   { "5994", 59.94 },   { "6000", 60.0 },
  { "10000", 100.0 },  { "11988", 119.88 }, { "12000", 120.0 },
};

static const double offers[] = {
  59.94, 60, 50, 29.97, 30, 25, 23.98, 24, 47.95, 48, 119.88, 120, 100,
};

static int
get_thousandths (double rate)
{
  return (int) floor (rate * 1000.0 + 0.5);
}

static const PulledDown *
find_pulled_down (double rate)
{
  int thousandths = get_thousandths (rate);

  for (gsize i = 0; i < G_N_ELEMENTS (pulled_down); i++)
    {
      if (pulled_down[i].short_spelling == thousandths ||
          pulled_down[i].long_spelling == thousandths)
        return &pulled_down[i];
    }

  return NULL;
}

static gint64
get_common_divisor (gint64 a,
                    gint64 b)
{
  while (b != 0)
    {
      gint64 rest = a % b;

      a = b;
      b = rest;
    }

  return a;
}

GenlockRational
genlock_rational_reduce (gint64 num,
                         gint64 den)
{
  gint64 divisor;

  if (num <= 0 || den <= 0)
    return (GenlockRational) { 0, 1 };

  divisor = get_common_divisor (num, den);

  return (GenlockRational) { num / divisor, den / divisor };
}

double
genlock_rational_to_double (GenlockRational rational)
{
  return rational.den > 0 ? (double) rational.num / (double) rational.den : 0.0;
}

gboolean
genlock_rate_is_valid (double rate)
{
  /* False for NaN too. */
  return rate >= GENLOCK_RATE_MIN && rate <= GENLOCK_RATE_MAX;
}

double
genlock_rate_normalize (double rate)
{
  const PulledDown *known;

  if (!genlock_rate_is_valid (rate))
    return 0.0;

  known = find_pulled_down (rate);

  return (known != NULL ? known->short_spelling : get_thousandths (rate)) / 1000.0;
}

gboolean
genlock_rate_equal (double a,
                    double b)
{
  return get_thousandths (genlock_rate_normalize (a)) ==
         get_thousandths (genlock_rate_normalize (b));
}

GenlockRational
genlock_rate_to_rational (double rate)
{
  const PulledDown *known;

  if (!genlock_rate_is_valid (rate))
    return (GenlockRational) { 0, 1 };

  known = find_pulled_down (rate);
  if (known != NULL)
    return genlock_rational_reduce (known->nominal * 1000, 1001);

  return genlock_rational_reduce (get_thousandths (rate), 1000);
}

GenlockRateFamily
genlock_rate_get_family (double rate)
{
  static const int sixty[] = { 24, 30, 48, 60, 120, 240 };
  static const int fifty[] = { 25, 50, 100, 200 };
  int thousandths;

  if (!genlock_rate_is_valid (rate))
    return GENLOCK_RATE_FAMILY_UNKNOWN;
  if (find_pulled_down (rate) != NULL)
    return GENLOCK_RATE_FAMILY_59_94;

  thousandths = get_thousandths (rate);
  for (gsize i = 0; i < G_N_ELEMENTS (sixty); i++)
    {
      if (thousandths == sixty[i] * 1000)
        return GENLOCK_RATE_FAMILY_60;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (fifty); i++)
    {
      if (thousandths == fifty[i] * 1000)
        return GENLOCK_RATE_FAMILY_50;
    }

  return GENLOCK_RATE_FAMILY_OTHER;
}

const char *
genlock_rate_print (double  rate,
                    char   *buffer)
{
  gsize length;

  buffer[0] = '\0';
  rate = genlock_rate_normalize (rate);
  if (rate == 0.0)
    return buffer;

  g_ascii_formatd (buffer, GENLOCK_RATE_TEXT_SIZE, "%.3f", rate);
  length = strlen (buffer);
  while (buffer[length - 1] == '0')
    buffer[--length] = '\0';
  if (buffer[length - 1] == '.')
    buffer[--length] = '\0';

  return buffer;
}

static gboolean
parse_number (const char *digits,
              double     *rate)
{
  char *end;
  double value;

  for (gsize i = 0; i < G_N_ELEMENTS (rate_codes); i++)
    {
      if (strcmp (digits, rate_codes[i].code) == 0)
        {
          *rate = rate_codes[i].rate;
          return TRUE;
        }
    }

  value = g_ascii_strtod (digits, &end);
  if (*end != '\0' || !genlock_rate_is_valid (value))
    return FALSE;

  *rate = genlock_rate_normalize (value);

  return TRUE;
}

gboolean
genlock_rate_parse (const char *text,
                    double     *rate)
{
  char digits[GENLOCK_RATE_TEXT_SIZE];
  double value;
  gsize n = 0;

  if (text == NULL)
    return FALSE;

  while (g_ascii_isspace (*text))
    text++;
  for (; g_ascii_isdigit (*text) || ((*text == '.' || *text == ',') && n > 0); text++)
    {
      if (n + 1 == sizeof digits)
        return FALSE;
      digits[n++] = *text == ',' ? '.' : *text;
    }
  digits[n] = '\0';

  while (g_ascii_isspace (*text))
    text++;
  if (g_ascii_strncasecmp (text, "hz", 2) == 0)
    text += 2;
  else if (g_ascii_strncasecmp (text, "fps", 3) == 0)
    text += 3;
  while (g_ascii_isspace (*text))
    text++;

  if (n == 0 || *text != '\0' || !parse_number (digits, &value))
    return FALSE;

  if (rate != NULL)
    *rate = value;

  return TRUE;
}

const double *
genlock_rate_get_offers (gsize *n_rates)
{
  *n_rates = G_N_ELEMENTS (offers);

  return offers;
}
