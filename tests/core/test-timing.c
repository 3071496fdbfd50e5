/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timings against the printed tables of the standards. */

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-timing.h"
#include "core/model/genlock-timing-private.h"

typedef struct
{
  const char *format;
  int h_total;
  int v_total;
  double megahertz;  /* as printed: compared to its precision */
  double precision;
} Row;

/* Totals and clocks of SMPTE ST 125, 274, 296, 2036-1, 2048-2, ITU-R BT.656 and CTA-861. */
static const Row broadcast_rows[] = {
  { "525i59.94", 858, 525, 13.5, 1e-9 },
  { "625i50", 864, 625, 13.5, 1e-9 },
  { "480p59.94", 858, 525, 27.0, 1e-9 },
  { "576p50", 864, 625, 27.0, 1e-9 },
  { "720p59.94", 1650, 750, 74.18, 0.005 },
  { "720p60", 1650, 750, 74.25, 1e-9 },
  { "720p50", 1980, 750, 74.25, 1e-9 },
  { "720p24", 4125, 750, 74.25, 1e-9 },
  { "720p25", 3960, 750, 74.25, 1e-9 },
  { "720p29.97", 3300, 750, 74.18, 0.005 },
  { "1080i59.94", 2200, 1125, 74.18, 0.005 },
  { "1080i60", 2200, 1125, 74.25, 1e-9 },
  { "1080i50", 2640, 1125, 74.25, 1e-9 },
  { "1080p29.97", 2200, 1125, 74.18, 0.005 },
  { "1080psf29.97", 2200, 1125, 74.18, 0.005 },
  { "1080psf23.98", 2750, 1125, 74.18, 0.005 },
  { "1080psf25", 2640, 1125, 74.25, 1e-9 },
  { "1080p23.98", 2750, 1125, 74.18, 0.005 },
  { "1080p24", 2750, 1125, 74.25, 1e-9 },
  { "1080p50", 2640, 1125, 148.50, 1e-9 },
  { "1080p59.94", 2200, 1125, 148.35, 0.005 },
  { "1080p60", 2200, 1125, 148.50, 1e-9 },
  { "1080p120", 2200, 1125, 297.0, 1e-9 },
  { "2048x1080p23.98", 2750, 1125, 74.18, 0.005 },
  { "2048x1080p59.94", 2200, 1125, 148.35, 0.005 },
  { "2160p23.98", 5500, 2250, 296.70, 0.005 },
  { "2160p25", 5280, 2250, 297.00, 1e-9 },
  { "2160p29.97", 4400, 2250, 296.70, 0.005 },
  { "2160p50", 5280, 2250, 594.00, 1e-9 },
  { "2160p59.94", 4400, 2250, 593.41, 0.005 },
  { "2160p60", 4400, 2250, 594.00, 1e-9 },
  { "4096x2160p24", 5500, 2250, 297.00, 1e-9 },
  { "4096x2160p60", 4400, 2250, 594.00, 1e-9 },
  { "4320p60", 9000, 4400, 2376.0, 1e-9 },
  { "4320p50", 10800, 4400, 2376.0, 1e-9 },
  { "4320p24", 11000, 4500, 1188.0, 1e-9 },
};

/* VESA CVT 1.2 at 59.94 Hz; then the published clocks at 60 Hz. A total of 0 is not printed. */
static const Row computer_rows[] = {
  { "1920x1200 59.94 CVT", 2592, 1245, 193.25, 1e-9 },
  { "2560x1600 59.94 CVT", 3504, 1658, 348.00, 1e-9 },
  { "3840x1080 59.94 CVT", 5152, 1120, 345.75, 1e-9 },
  { "1920x1080 59.94 RBv1", 2080, 1111, 138.50, 1e-9 },
  { "1920x1200 59.94 RBv1", 2080, 1235, 153.75, 1e-9 },
  { "2560x1600 59.94 RBv1", 2720, 1646, 268.25, 1e-9 },
  { "3840x1080 59.94 RBv1", 4000, 1111, 266.25, 1e-9 },
  { "3840x2160 59.94 RBv1", 4000, 2222, 532.50, 1e-9 },
  { "4096x2160 59.94 RBv1", 4256, 2222, 566.75, 1e-9 },
  { "1920x1080 59.94 RBv2", 2000, 1111, 133.19, 0.005 },
  { "1920x1200 59.94 RBv2", 2000, 1235, 148.05, 0.005 },
  { "2560x1600 59.94 RBv2", 2640, 1646, 260.47, 0.005 },
  { "3840x1080 59.94 RBv2", 3920, 1111, 261.05, 0.005 },
  { "3840x2160 59.94 RBv2", 3920, 2222, 522.09, 0.005 },
  { "4096x2160 59.94 RBv2", 4176, 2222, 556.19, 0.005 },
  { "1920x1200 60 CVT", 2592, 1245, 193.25, 1e-9 },
  { "1920x1200 60 RBv1", 2080, 1235, 154.00, 1e-9 },
  { "1920x1200 60 RBv2", 2000, 1235, 148.20, 1e-9 },
  { "2560x1600 60 CVT", 3504, 1658, 348.50, 1e-9 },
  { "2560x1600 60 RBv1", 2720, 1646, 268.50, 1e-9 },
  { "3840x2160 60 RBv1", 4000, 2222, 533.25, 1e-9 },
  { "1920x1080 60 RBv1", 2080, 1111, 138.50, 1e-9 },
  { "3264x1920 60 CVT", 4496, 1989, 536.25, 1e-9 },
  { "7680x1152 60 RBv1", 7840, 1185, 557.25, 1e-9 },
  { "3840x1080 60 RBv1", 4000, 1111, 266.50, 1e-9 },
  /* So slow that the least number of lines counts, and not the 460 µs. */
  { "1280x1080 24 RBv1", 1440, 1100, 38.00, 1e-9 },
  { "1024x1200 30 RBv1", 1184, 1220, 43.25, 1e-9 },
};

static void
assert_row (const Row *row)
{
  GenlockFormat format;
  GenlockTiming timing;

  g_test_message ("%s", row->format);
  g_assert_true (genlock_format_parse (row->format, &format));
  g_assert_true (genlock_timing_init (&timing, &format));
  g_assert_cmpint (timing.h_total, ==, row->h_total);
  g_assert_cmpint (timing.v_total, ==, row->v_total);
  g_assert_cmpfloat_with_epsilon (genlock_timing_get_pixel_clock (&timing) / 1e6, row->megahertz,
                                  row->precision + 1e-9);
  g_assert_cmpint (timing.h_active, ==, format.h_res);
  g_assert_cmpint (timing.v_active, ==, format.v_res);
  g_assert_cmpint (timing.assumed, ==, GENLOCK_ASSUMED_NOTHING);
  g_assert_nonnull (timing.source);
}

static void
test_broadcast (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broadcast_rows); i++)
    assert_row (&broadcast_rows[i]);
}

static void
test_computer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computer_rows); i++)
    assert_row (&computer_rows[i]);
}

/* Rasters that have a broadcast timing never get CVT's by choice; the formula is the same. */
static const Row formula_rows[] = {
  { "1920x1080 59.94", 2576, 1120, 172.75, 1e-9 },
  { "3840x2160 59.94", 5312, 2237, 712.00, 1e-9 },
  { "4096x2160 59.94", 0, 0, 759.25, 1e-9 },
  { "1920x1080 60", 2576, 1120, 173.00, 1e-9 },
  { "1280x720 60", 1664, 748, 74.50, 1e-9 },
  { "1024x768 60", 1328, 798, 63.50, 1e-9 },
  { "1280x1024 60", 1712, 1063, 109.00, 1e-9 },
  { "1600x1200 75", 2176, 1255, 204.75, 1e-9 },
  { "640x480 60", 800, 500, 23.75, 1e-9 },
};

static void
test_formula (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (formula_rows); i++)
    {
      const Row *row = &formula_rows[i];
      GenlockFormat format;
      GenlockTiming timing = { 0 };

      g_assert_true (genlock_format_parse (row->format, &format));
      g_assert_true (genlock_timing_compute_cvt (&timing, &format));
      if (row->h_total != 0)
        g_assert_cmpint (timing.h_total, ==, row->h_total);
      if (row->v_total != 0)
        g_assert_cmpint (timing.v_total, ==, row->v_total);
      g_assert_cmpfloat (genlock_timing_get_pixel_clock (&timing) / 1e6, ==, row->megahertz);
    }
}

/* Two fields share the frame's lines: VESA CVT 1.2's interlaced example shape. */
static void
test_interlaced_formula (void)
{
  GenlockFormat format;
  GenlockTiming timing;

  g_assert_true (genlock_format_parse ("1920x1200i60 CVT", &format));
  g_assert_true (genlock_timing_init (&timing, &format));
  g_assert_true (timing.interlaced);
  g_assert_cmpint (timing.v_active, ==, 1200);
  g_assert_cmpint (timing.v_total % 2, ==, 1);
  g_assert_cmpfloat_with_epsilon (genlock_rational_to_double (timing.frame_rate), 30.0, 0.1);

  /* 69.25 MHz on 2080 × 1113: CVT 1.2's own numbers for 1920×1080 interlaced, RBv1. */
  g_assert_true (genlock_format_parse ("1920x1080i60 RBv1", &format));
  g_assert_true (genlock_timing_init (&timing, &format));
  g_assert_cmpint (timing.h_total, ==, 2080);
  g_assert_cmpint (timing.v_total, ==, 1113);
  g_assert_cmpfloat (genlock_timing_get_pixel_clock (&timing), ==, 69.25e6);

  memset (&timing, 0, sizeof timing);
  g_assert_true (genlock_timing_compute_cvt (&timing, &format));
  g_assert_cmpint (timing.h_total, ==, 2432);
  g_assert_cmpint (timing.v_total, ==, 1125);
  g_assert_cmpfloat (genlock_timing_get_pixel_clock (&timing), ==, 82e6);

  g_assert_true (genlock_format_parse ("1920x1080i60 RBv2", &format));
  g_assert_false (genlock_timing_init (&timing, &format));
}

typedef struct
{
  GenlockFormat format;
  GenlockTimingStandard standard;
  GenlockAssumption assumed;
} Choice;

#define P GENLOCK_SCAN_P
#define I GENLOCK_SCAN_I
#define PSF GENLOCK_SCAN_PSF
#define NOT_SAID GENLOCK_SCAN_UNKNOWN
#define UNSET GENLOCK_BLANKING_UNSET
#define NONE GENLOCK_BLANKING_NONE

/* Which rule gives the numbers, and what it had to assume. */
static const Choice choices[] = {
  { { 1920, 1080, 59.94, P, UNSET }, GENLOCK_TIMING_SMPTE, 0 },
  { { 1920, 1080, 59.94, P, NONE }, GENLOCK_TIMING_SMPTE, 0 },
  { { 1920, 1080, 59.94, NOT_SAID, UNSET }, GENLOCK_TIMING_SMPTE, GENLOCK_ASSUMED_SCAN },
  { { 1920, 1080, 59.94, P, GENLOCK_BLANKING_RB_V1 }, GENLOCK_TIMING_RB_V1, 0 },
  { { 1920, 1080, 59.94, P, GENLOCK_BLANKING_RB_V2 }, GENLOCK_TIMING_RB_V2, 0 },
  { { 1920, 1080, 59.94, P, GENLOCK_BLANKING_RB_V3 }, GENLOCK_TIMING_RB_V3,
    GENLOCK_ASSUMED_TOTALS },
  { { 1920, 1080, 75, P, NONE }, GENLOCK_TIMING_CVT, 0 },
  { { 1920, 1080, 75, P, UNSET }, GENLOCK_TIMING_RB_V1, GENLOCK_ASSUMED_BLANKING },
  { { 1920, 1080, 75, NOT_SAID, UNSET }, GENLOCK_TIMING_RB_V1,
    GENLOCK_ASSUMED_SCAN | GENLOCK_ASSUMED_BLANKING },
  { { 1920, 1080, 120, P, UNSET }, GENLOCK_TIMING_CEA, 0 },
  { { 1920, 1080, 25, PSF, UNSET }, GENLOCK_TIMING_SMPTE, 0 },
  { { 1920, 1080, 75, PSF, NONE }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 1920, 1080, 25, I, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 1920, 1080, 25, I, NONE }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 1920, 1200, 60, I, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 1920, 1200, 60, NOT_SAID, UNSET }, GENLOCK_TIMING_RB_V1, GENLOCK_ASSUMED_BLANKING },
  { { 1920, 1200, 60, P, NONE }, GENLOCK_TIMING_CVT, 0 },
  { { 720, 486, 59.94, I, UNSET }, GENLOCK_TIMING_SMPTE, 0 },
  { { 720, 486, 60, I, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 720, 480, 60, P, UNSET }, GENLOCK_TIMING_CEA, 0 },
  { { 1920, 1080, 0, P, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 0, 1080, 60, P, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
  { { 0, 0, 0, NOT_SAID, UNSET }, GENLOCK_TIMING_UNKNOWN, 0 },
};

static void
test_choice (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (choices); i++)
    {
      const Choice *choice = &choices[i];
      GenlockTiming timing;
      char text[GENLOCK_FORMAT_TEXT_SIZE];

      g_test_message ("%s", genlock_format_print (&choice->format, text));
      g_assert_true (genlock_timing_init (&timing, &choice->format) ==
                     (choice->standard != GENLOCK_TIMING_UNKNOWN));
      g_assert_cmpint (timing.standard, ==, choice->standard);
      g_assert_cmpint (timing.assumed, ==, choice->assumed);
      if (choice->standard == GENLOCK_TIMING_UNKNOWN)
        {
          g_assert_cmpint (timing.h_total, ==, 0);
          g_assert_cmpfloat (genlock_timing_get_pixel_clock (&timing), ==, 0);
        }
    }
}

/* Frames, not fields, and exact: 1080i59.94 has 30000/1001 of them. */
static void
test_frame_rate (void)
{
  GenlockFormat format = { 1920, 1080, 59.94, I, UNSET };
  GenlockTiming timing;

  g_assert_true (genlock_timing_init (&timing, &format));
  g_assert_true (timing.interlaced);
  g_assert_cmpint (timing.frame_rate.num, ==, 30000);
  g_assert_cmpint (timing.frame_rate.den, ==, 1001);
  g_assert_cmpint (timing.pixel_clock.num, ==, 74250000000 / 11);
  g_assert_cmpint (timing.pixel_clock.den, ==, 1001 / 11);

  /* RBv1's clock steps slow the picture down: 153.75 MHz on 2080 × 1235. */
  format = (GenlockFormat) { 1920, 1200, 59.94, P, GENLOCK_BLANKING_RB_V1 };
  g_assert_true (genlock_timing_init (&timing, &format));
  g_assert_cmpfloat_with_epsilon (genlock_rational_to_double (timing.frame_rate), 59.853, 0.001);
}

/* Steps are exact: floating point makes 148.199 of 148.2 MHz. */
static void
test_clock_steps (void)
{
  GenlockTiming timing;

  for (int rate = 24; rate <= 240; rate++)
    {
      GenlockFormat format = { 1920, 1200, rate, P, GENLOCK_BLANKING_RB_V2 };

      g_assert_true (genlock_timing_init (&timing, &format));
      g_assert_cmpint (timing.pixel_clock.den, ==, 1);
      g_assert_cmpint (timing.pixel_clock.num, ==,
                       (gint64) timing.h_total * timing.v_total * rate / 1000 * 1000);
    }
}

static void
test_words (void)
{
  static const struct { const char *format, *clock; } clocks[] = {
    { "1080p59.94", "148.35 MHz" }, { "1080i59.94", "74.18 MHz" }, { "525i59.94", "13.50 MHz" },
    { "1920x1080 59.94 RBv2", "133.19 MHz" }, { "2560x1600 59.94 RBv2", "260.47 MHz" },
    { "2160p59.94", "593.41 MHz" },
  };
  GenlockTiming timing;

  for (gsize i = 0; i < G_N_ELEMENTS (clocks); i++)
    {
      GenlockFormat format;
      g_autofree char *clock = NULL;

      g_assert_true (genlock_format_parse (clocks[i].format, &format));
      g_assert_true (genlock_timing_init (&timing, &format));
      clock = genlock_timing_dup_pixel_clock (&timing);
      g_assert_cmpstr (clock, ==, clocks[i].clock);
    }

  /* A half goes up, where an even digit would go down: 10.125 MHz. */
  timing.pixel_clock = (GenlockRational) { 10125000, 1 };
  {
    g_autofree char *clock = genlock_timing_dup_pixel_clock (&timing);

    g_assert_cmpstr (clock, ==, "10.13 MHz");
  }

  g_assert_cmpstr (genlock_timing_standard_get_name (GENLOCK_TIMING_CEA), ==, "CTA-861");
  g_assert_cmpstr (genlock_timing_standard_get_name (GENLOCK_TIMING_UNKNOWN), ==, "");
  g_assert_cmpstr (genlock_timing_standard_get_name ((GenlockTimingStandard) 99), ==, "");
}

static void
test_totals (void)
{
  GenlockFormat format = { 1920, 1080, 59.94, P, GENLOCK_BLANKING_RB_V3 };
  GenlockTiming timing;
  g_autofree char *nothing = NULL;

  g_assert_true (genlock_timing_init_totals (&timing, &format, 2200, 1125));
  g_assert_cmpint (timing.standard, ==, GENLOCK_TIMING_RB_V3);
  g_assert_cmpint (timing.assumed, ==, GENLOCK_ASSUMED_NOTHING);
  g_assert_cmpint (timing.pixel_clock.num, ==, 148351000);

  g_assert_false (genlock_timing_init_totals (&timing, &format, 1920, 1125));
  g_assert_false (genlock_timing_init_totals (&timing, &format, 2200, 1080));
  g_assert_false (genlock_timing_init_totals (&timing, &format, G_MAXINT, G_MAXINT));
  g_assert_false (genlock_timing_init_totals (&timing, &format, G_MININT, 0));
  format.rate = NAN;
  g_assert_false (genlock_timing_init_totals (&timing, &format, 2200, 1125));
  format.rate = 60;
  format.scan = I;
  g_assert_false (genlock_timing_init_totals (&timing, &format, 2200, 1125));
  nothing = genlock_timing_dup_pixel_clock (&timing);
  g_assert_cmpstr (nothing, ==, "");

  format = (GenlockFormat) { 65535, 65535, 1000, NOT_SAID, UNSET };
  g_assert_true (genlock_timing_init_totals (&timing, &format, 4 * 65535, 4 * 65535));
  g_assert_cmpfloat (genlock_timing_get_pixel_clock (&timing), ==, 262140.0 * 262140.0 * 1000.0);
}

static void
test_sdi_rasters (void)
{
  static const int carried[][2] = {
    { 720, 486 }, { 720, 576 }, { 1280, 720 }, { 1920, 1080 }, { 2048, 1080 }, { 3840, 2160 },
    { 4096, 2160 }, { 7680, 4320 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (carried); i++)
    g_assert_true (genlock_timing_is_sdi_raster (carried[i][0], carried[i][1]));

  g_assert_false (genlock_timing_is_sdi_raster (1920, 1200));
  g_assert_false (genlock_timing_is_sdi_raster (720, 480));
  g_assert_false (genlock_timing_is_sdi_raster (0, 0));
  g_assert_false (genlock_timing_is_sdi_raster (-1920, 1080));
}

/* Numbers of every size: a timing is sane or there is none. */
static void
test_hostile (void)
{
  static const double rates[] = {
    0, -1, 0.5, 1, 1.001, 23.98, 59.94, 119.88, 999.999, 1000, 1001, 1e9, 1e308, NAN, INFINITY,
    -INFINITY,
  };
  static const int sizes[] = {
    0, -1, 1, 2, 7, 8, 9, 486, 1080, 1920, 32768, 65534, 65535, 65536, G_MAXINT, G_MININT,
  };
  const gsize n_sizes = G_N_ELEMENTS (sizes);
  int found = 0;

  for (gsize n = 0; n < G_N_ELEMENTS (rates) * n_sizes * n_sizes * 20; n++)
    {
      gsize rest = n / 20;
      GenlockFormat format = {
        .h_res = sizes[rest % n_sizes],
        .v_res = sizes[rest / n_sizes % n_sizes],
        .rate = rates[rest / n_sizes / n_sizes],
        .scan = (GenlockScan) (n % 4),
        .blanking = (GenlockBlanking) (n % 20 / 4),
      };
      GenlockTiming timing;

      if (!genlock_timing_init (&timing, &format))
        continue;

      found++;
      g_assert_cmpint (timing.h_active, >, 0);
      g_assert_cmpint (timing.h_active, <=, format.h_res);
      g_assert_cmpint (timing.h_active, >, format.h_res - 8);
      /* CVT's blanking is a share of the line in whole cells: of a tiny line, none. */
      g_assert_cmpint (timing.h_total, >=, timing.h_active);
      g_assert_true (timing.h_total > timing.h_active || timing.h_active < 64);
      g_assert_cmpint (timing.v_total, >, timing.v_active);
      g_assert_cmpint (timing.pixel_clock.num, >, 0);
      g_assert_cmpint (timing.pixel_clock.den, >, 0);
    }

  g_assert_cmpint (found, >, 1000);
}

/* Over random rasters: at least the blanking that VESA asks for, and a rate not above the wish. */
static void
test_random (void)
{
  GRand *rand = g_rand_new_with_seed (861);

  for (int i = 0; i < 50000; i++)
    {
      GenlockFormat format = {
        .h_res = g_rand_int_range (rand, 64, 16384),
        .v_res = g_rand_int_range (rand, 64, 16384),
        .rate = g_rand_int_range (rand, 10000, 240000) / 1000.0,
        .scan = P,
        .blanking = (GenlockBlanking) g_rand_int_range (rand, 1, 4),
      };
      GenlockTiming timing;
      double wish = genlock_rational_to_double (genlock_rate_to_rational (format.rate));
      double rate, blank;

      g_assert_true (genlock_timing_init (&timing, &format));
      if (timing.standard == GENLOCK_TIMING_SMPTE || timing.standard == GENLOCK_TIMING_CEA)
        continue;

      rate = genlock_rational_to_double (timing.frame_rate);
      blank = (timing.v_total - timing.v_active) / (rate * timing.v_total) * 1e6;
      g_assert_cmpfloat (rate, <=, wish * 1.02);
      g_assert_cmpfloat (rate, >=, wish * 0.7);
      g_assert_cmpfloat (blank, >=, timing.standard == GENLOCK_TIMING_CVT ? 540 : 450);
    }

  g_rand_free (rand);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timing/broadcast", test_broadcast);
  g_test_add_func ("/timing/computer", test_computer);
  g_test_add_func ("/timing/formula", test_formula);
  g_test_add_func ("/timing/interlaced-formula", test_interlaced_formula);
  g_test_add_func ("/timing/choice", test_choice);
  g_test_add_func ("/timing/frame-rate", test_frame_rate);
  g_test_add_func ("/timing/clock-steps", test_clock_steps);
  g_test_add_func ("/timing/words", test_words);
  g_test_add_func ("/timing/totals", test_totals);
  g_test_add_func ("/timing/sdi-rasters", test_sdi_rasters);
  g_test_add_func ("/timing/hostile", test_hostile);
  g_test_add_func ("/timing/random", test_random);

  return g_test_run ();
}
