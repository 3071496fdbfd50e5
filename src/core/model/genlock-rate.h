/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picture rates in hertz: spelling, exact value, family. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Rates from 1 to 1000 Hz are known values; 0 stands for "unknown"; the rest is not a rate. */
#define GENLOCK_RATE_MIN 1.0
#define GENLOCK_RATE_MAX 1000.0

/* Enough for every text that genlock_rate_print () writes, with its NUL. */
#define GENLOCK_RATE_TEXT_SIZE 16

/**
 * GenlockRational:
 * @num: numerator, >= 0
 * @den: denominator, > 0
 *
 * An exact number. 0/1 stands for "unknown".
 */
typedef struct
{
  gint64 num;
  gint64 den;
} GenlockRational;

/**
 * GenlockRateFamily:
 * @GENLOCK_RATE_FAMILY_UNKNOWN: no rate
 * @GENLOCK_RATE_FAMILY_59_94: 23.98, 29.97, 47.95, 59.94, 119.88, 239.76 (nominal / 1.001)
 * @GENLOCK_RATE_FAMILY_60: 24, 30, 48, 60, 120, 240
 * @GENLOCK_RATE_FAMILY_50: 25, 50, 100, 200
 * @GENLOCK_RATE_FAMILY_OTHER: computer rates such as 75 or 144
 *
 * Rates of one family run in lock with each other; 59.94 to 60 takes a frame synchroniser,
 * 50 to either takes a standards converter.
 */
typedef enum
{
  GENLOCK_RATE_FAMILY_UNKNOWN,
  GENLOCK_RATE_FAMILY_59_94,
  GENLOCK_RATE_FAMILY_60,
  GENLOCK_RATE_FAMILY_50,
  GENLOCK_RATE_FAMILY_OTHER,
} GenlockRateFamily;

/**
 * genlock_rational_reduce:
 * @num: numerator, >= 0
 * @den: denominator, > 0
 *
 * Returns: @num / @den in lowest terms; 0/1 when an argument is out of range
 */
GenlockRational   genlock_rational_reduce    (gint64           num,
                                              gint64           den);

/**
 * genlock_rational_to_double:
 * @rational: an exact number
 *
 * Returns: the nearest double; 0 when the denominator is not positive
 */
double            genlock_rational_to_double (GenlockRational  rational);

/**
 * genlock_rate_is_valid:
 * @rate: hertz, any double
 *
 * Returns: whether @rate is a known rate, %GENLOCK_RATE_MIN to %GENLOCK_RATE_MAX
 */
gboolean          genlock_rate_is_valid      (double           rate);

/**
 * genlock_rate_normalize:
 * @rate: hertz, any double
 *
 * The trade's spelling of a rate: at most three decimals, and the rates that are a whole number
 * divided by 1.001 with two (23.976 -> 23.98, 47.952 -> 47.95).
 *
 * Returns: the rate in hertz; 0 when @rate is no known rate
 */
double            genlock_rate_normalize     (double           rate);

/**
 * genlock_rate_equal:
 * @a: hertz, any double
 * @b: hertz, any double
 *
 * Returns: whether both are the same rate, or both unknown
 */
gboolean          genlock_rate_equal         (double           a,
                                              double           b);

/**
 * genlock_rate_to_rational:
 * @rate: hertz, any double
 *
 * The exact rate: 59.94 is 60000/1001 (SMPTE ST 274, ST 296, ST 2036-1), 50 is 50/1.
 *
 * Returns: hertz in lowest terms; 0/1 when @rate is no known rate
 */
GenlockRational   genlock_rate_to_rational   (double           rate);

/**
 * genlock_rate_get_family:
 * @rate: hertz, any double
 *
 * Returns: the family; interlaced field rates stand in the family of their frame rate
 */
GenlockRateFamily genlock_rate_get_family    (double           rate);

/**
 * genlock_rate_print:
 * @rate: hertz, any double
 * @buffer: (out caller-allocates): at least %GENLOCK_RATE_TEXT_SIZE bytes
 *
 * Writes the rate with a decimal point in every locale: "59.94", "60", "74.973"; "" when unknown.
 *
 * Returns: (transfer none): @buffer
 */
const char *      genlock_rate_print         (double           rate,
                                              char            *buffer);

/**
 * genlock_rate_parse:
 * @text: "59.94", "59,94", "5994", "60 Hz", "23.976" …
 * @rate: (out) (optional): hertz, normalized; unchanged on failure
 *
 * Returns: whether the whole of @text is one rate
 */
gboolean          genlock_rate_parse         (const char      *text,
                                              double          *rate);

/**
 * genlock_rate_get_offers:
 * @n_rates: (out): how many
 *
 * Returns: (array length=n_rates) (transfer none): the rates to offer, the usual first, in hertz
 */
const double *    genlock_rate_get_offers    (gsize           *n_rates);

G_END_DECLS
