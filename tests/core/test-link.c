/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Needs, capacities, and what fits where. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-link.h"

static GenlockFormat
parse (const char *text)
{
  GenlockFormat format;

  g_test_message ("%s", text);
  g_assert_true (genlock_format_parse (text, &format));

  return format;
}

static GenlockTiming
get_timing (const char *text)
{
  GenlockFormat format = parse (text);
  GenlockTiming timing;

  g_assert_true (genlock_timing_init (&timing, &format));

  return timing;
}

typedef struct
{
  const char *format;
  double gigabits;      /* on SDI, to three decimals */
  GenlockLink smallest;
} SdiRow;

static const SdiRow sdi_rows[] = {
  { "525i59.94", 0.270, GENLOCK_LINK_SD_SDI },
  { "625i50", 0.270, GENLOCK_LINK_SD_SDI },
  { "720p59.94", 1.484, GENLOCK_LINK_HD_SDI },
  { "720p50", 1.485, GENLOCK_LINK_HD_SDI },
  { "1080i59.94", 1.484, GENLOCK_LINK_HD_SDI },
  { "1080p29.97", 1.484, GENLOCK_LINK_HD_SDI },
  { "1080psf23.98", 1.484, GENLOCK_LINK_HD_SDI },
  { "1080p50", 2.970, GENLOCK_LINK_3G_SDI },
  { "1080p59.94", 2.967, GENLOCK_LINK_3G_SDI },
  { "1080p60", 2.970, GENLOCK_LINK_3G_SDI },
  { "2160p23.98", 5.934, GENLOCK_LINK_6G_SDI },
  { "2160p25", 5.940, GENLOCK_LINK_6G_SDI },
  { "2160p29.97", 5.934, GENLOCK_LINK_6G_SDI },
  { "2160p50", 11.880, GENLOCK_LINK_12G_SDI },
  { "2160p59.94", 11.868, GENLOCK_LINK_12G_SDI },
  { "4320p30", 23.760, GENLOCK_LINK_24G_SDI },
  { "4320p60", 47.520, GENLOCK_LINK_UNKNOWN },
  { "1920x1200 60 RBv1", 3.080, GENLOCK_LINK_UNKNOWN },
};

static void
test_sdi (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sdi_rows); i++)
    {
      GenlockTiming timing = get_timing (sdi_rows[i].format);
      double need = genlock_link_get_need (&timing, GENLOCK_SAMPLING_4_2_2_10,
                                           GENLOCK_CONNECTOR_FAMILY_SDI);

      g_assert_cmpfloat_with_epsilon (need / 1e9, sdi_rows[i].gigabits, 0.0005);
      g_assert_cmpint (genlock_link_find_sdi (&timing, GENLOCK_SAMPLING_4_2_2_10), ==,
                       sdi_rows[i].smallest);
    }
}

/* 4:4:4 and 12 bit take the next generation. */
static void
test_sdi_deep (void)
{
  GenlockTiming timing = get_timing ("1080p59.94");

  g_assert_cmpint (genlock_link_find_sdi (&timing, GENLOCK_SAMPLING_4_4_4_10), ==,
                   GENLOCK_LINK_6G_SDI);
  g_assert_cmpint (genlock_link_find_sdi (&timing, GENLOCK_SAMPLING_4_2_2_12), ==,
                   GENLOCK_LINK_6G_SDI);
  timing = get_timing ("1080p23.98");
  g_assert_cmpint (genlock_link_find_sdi (&timing, GENLOCK_SAMPLING_4_4_4_12), ==,
                   GENLOCK_LINK_3G_SDI);
}

typedef struct
{
  const char *format;
  double gigabits;  /* at 24 bits a pixel, as printed */
} ComputerRow;

static const ComputerRow computer_rows[] = {
  { "1920x1080 59.94 RBv1", 3.32 }, { "1920x1080 59.94 RBv2", 3.20 },
  { "1920x1200 59.94 CVT", 4.64 },  { "1920x1200 59.94 RBv1", 3.69 },
  { "1920x1200 59.94 RBv2", 3.55 }, { "2560x1600 59.94 CVT", 8.35 },
  { "2560x1600 59.94 RBv1", 6.44 }, { "2560x1600 59.94 RBv2", 6.25 },
  { "3840x1080 59.94 CVT", 8.30 },  { "3840x1080 59.94 RBv1", 6.39 },
  { "3840x1080 59.94 RBv2", 6.27 }, { "3840x2160 59.94 RBv1", 12.78 },
  { "3840x2160 59.94 RBv2", 12.53 }, { "4096x2160 59.94 RBv1", 13.60 },
  { "4096x2160 59.94 RBv2", 13.35 }, { "2160p60", 14.26 },
};

static void
test_computer (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (computer_rows); i++)
    {
      GenlockTiming timing = get_timing (computer_rows[i].format);
      double need = genlock_link_get_need (&timing, GENLOCK_SAMPLING_4_4_4_8,
                                           GENLOCK_CONNECTOR_FAMILY_HDMI);

      /* Half a unit of the last printed digit, and a little for decimals that are not exact. */
      g_assert_cmpfloat_with_epsilon (need / 1e9, computer_rows[i].gigabits, 0.0051);
    }
}

static void
test_samplings (void)
{
  GenlockTiming timing = get_timing ("2160p60");

  g_assert_cmpint (genlock_sampling_get_bits (GENLOCK_SAMPLING_4_2_2_10,
                                              GENLOCK_CONNECTOR_FAMILY_SDI), ==, 20);
  g_assert_cmpint (genlock_sampling_get_bits (GENLOCK_SAMPLING_4_2_2_8,
                                              GENLOCK_CONNECTOR_FAMILY_HDMI), ==, 24);
  g_assert_cmpint (genlock_sampling_get_bits (GENLOCK_SAMPLING_4_2_2_12,
                                              GENLOCK_CONNECTOR_FAMILY_HDMI), ==, 24);
  g_assert_cmpint (genlock_sampling_get_bits (GENLOCK_SAMPLING_4_2_2_10,
                                              GENLOCK_CONNECTOR_FAMILY_DP), ==, 20);
  g_assert_cmpint (genlock_sampling_get_bits (GENLOCK_SAMPLING_4_2_0_8,
                                              GENLOCK_CONNECTOR_FAMILY_HDMI), ==, 12);
  g_assert_cmpint (genlock_sampling_get_bits ((GenlockSampling) 99,
                                              GENLOCK_CONNECTOR_FAMILY_DP), ==, 24);
  g_assert_cmpstr (genlock_sampling_get_name (GENLOCK_SAMPLING_4_2_2_10), ==, "4:2:2 10 bit");
  g_assert_cmpstr (genlock_sampling_get_name ((GenlockSampling) 99), ==, "");

  g_assert_cmpfloat_with_epsilon (genlock_link_get_need (&timing, GENLOCK_SAMPLING_4_4_4_10,
                                                         GENLOCK_CONNECTOR_FAMILY_HDMI) / 1e9,
                                  17.82, 1e-9);
}

/* ST 2110-20 sends the active picture: 3 of 1080p59.94 a 10 GbE link, 2160p59.94 none. */
static void
test_active (void)
{
  GenlockTiming timing = get_timing ("1080p59.94");

  g_assert_cmpfloat_with_epsilon (
    genlock_link_get_active_need (&timing, GENLOCK_SAMPLING_4_2_2_10) / 1e9, 2.486, 0.0005);
  timing = get_timing ("1080i59.94");
  g_assert_cmpfloat_with_epsilon (
    genlock_link_get_active_need (&timing, GENLOCK_SAMPLING_4_2_2_10) / 1e9, 1.243, 0.0005);
  timing = get_timing ("2160p59.94");
  g_assert_cmpfloat_with_epsilon (
    genlock_link_get_active_need (&timing, GENLOCK_SAMPLING_4_2_2_10) / 1e9, 9.943, 0.0005);
}

/* The limits of the standards, as planners print them. */
static void
test_capacities (void)
{
  static const struct { GenlockLink link; double payload, line_rate, clock; } rows[] = {
    { GENLOCK_LINK_SD_SDI, 0.270, 0.270, 0 }, { GENLOCK_LINK_HD_SDI, 1.485, 1.485, 0 },
    { GENLOCK_LINK_3G_SDI, 2.970, 2.970, 0 }, { GENLOCK_LINK_6G_SDI, 5.940, 5.940, 0 },
    { GENLOCK_LINK_12G_SDI, 11.880, 11.880, 0 }, { GENLOCK_LINK_24G_SDI, 23.760, 23.760, 0 },
    { GENLOCK_LINK_DVI_SL, 3.96, 4.95, 165 }, { GENLOCK_LINK_DVI_DL, 7.92, 9.9, 330 },
    { GENLOCK_LINK_HDMI_1_4, 8.16, 10.2, 340 }, { GENLOCK_LINK_HDMI_2_0, 14.40, 18, 600 },
    { GENLOCK_LINK_HDMI_2_1, 42.6, 48, 0 }, { GENLOCK_LINK_DP_1_1, 8.64, 10.8, 0 },
    { GENLOCK_LINK_DP_1_2, 17.28, 21.6, 0 }, { GENLOCK_LINK_DP_1_4, 25.92, 32.4, 0 },
    { GENLOCK_LINK_DP_UHBR10, 38.69, 40, 0 }, { GENLOCK_LINK_DP_UHBR13_5, 52.22, 54, 0 },
    { GENLOCK_LINK_DP_UHBR20, 77.37, 80, 0 },
  };

  g_assert_cmpint (G_N_ELEMENTS (rows), ==, GENLOCK_N_LINKS - 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const GenlockLinkInfo *info = genlock_link_get_info (rows[i].link);

      g_assert_cmpfloat_with_epsilon ((double) info->payload / 1e9, rows[i].payload, 1e-9);
      g_assert_cmpfloat_with_epsilon ((double) info->line_rate / 1e9, rows[i].line_rate, 1e-9);
      g_assert_cmpfloat_with_epsilon ((double) info->max_clock / 1e6, rows[i].clock, 1e-9);
      if (info->max_clock != 0)
        g_assert_cmpint (info->payload, ==, info->max_clock * 24);
      g_assert_nonnull (info->name);
      g_assert_nonnull (info->standard);
    }

  g_assert_null (genlock_link_get_info (GENLOCK_LINK_UNKNOWN));
  g_assert_null (genlock_link_get_info ((GenlockLink) 999));
}

typedef struct
{
  const char *format;
  GenlockSampling sampling;
  GenlockLink link;
  GenlockFitVerdict verdict;
} FitRow;

#define RGB GENLOCK_SAMPLING_4_4_4_8
#define DEEP GENLOCK_SAMPLING_4_4_4_10
#define YUV GENLOCK_SAMPLING_4_2_2_10
#define QUARTER GENLOCK_SAMPLING_4_2_0_8
#define OK GENLOCK_FIT_OK
#define TOO_MUCH GENLOCK_FIT_TOO_MUCH
#define NOT_SDI GENLOCK_FIT_NOT_SDI
#define NOT_CHECKED GENLOCK_FIT_NOT_CHECKED

static const FitRow fit_rows[] = {
  { "2160p59.94", YUV, GENLOCK_LINK_3G_SDI, TOO_MUCH },
  { "2160p59.94", YUV, GENLOCK_LINK_6G_SDI, TOO_MUCH },
  { "2160p59.94", YUV, GENLOCK_LINK_12G_SDI, OK },
  { "1080p59.94", YUV, GENLOCK_LINK_HD_SDI, TOO_MUCH },
  { "1080p59.94", YUV, GENLOCK_LINK_12G_SDI, OK },
  { "525i59.94", YUV, GENLOCK_LINK_3G_SDI, OK },
  { "1080i59.94", YUV, GENLOCK_LINK_SD_SDI, TOO_MUCH },
  { "2160p60", RGB, GENLOCK_LINK_HDMI_2_0, OK },
  { "2160p60", DEEP, GENLOCK_LINK_HDMI_2_0, TOO_MUCH },
  { "2160p60", YUV, GENLOCK_LINK_HDMI_2_0, OK },
  { "2160p60", DEEP, GENLOCK_LINK_HDMI_2_1, OK },
  { "2160p60", QUARTER, GENLOCK_LINK_HDMI_1_4, GENLOCK_FIT_NO_SAMPLING },
  { "2160p60", QUARTER, GENLOCK_LINK_HDMI_2_0, OK },
  { "2160p30", RGB, GENLOCK_LINK_HDMI_1_4, OK },
  { "1080p60", DEEP, GENLOCK_LINK_DVI_SL, GENLOCK_FIT_NO_SAMPLING },
  { "1080p60", YUV, GENLOCK_LINK_DVI_SL, GENLOCK_FIT_NO_SAMPLING },
  /* The planning workbook's EDID vectors. */
  { "1920x1200 60 RBv1", RGB, GENLOCK_LINK_DVI_SL, OK },
  { "1920x1200 60 RBv1", RGB, GENLOCK_LINK_HDMI_1_4, OK },
  { "1920x1200 60 RBv1", RGB, GENLOCK_LINK_DP_1_1, OK },
  { "1920x1200 60 RBv1", YUV, GENLOCK_LINK_3G_SDI, NOT_SDI },
  { "1920x1200 60 RBv1", YUV, GENLOCK_LINK_12G_SDI, NOT_SDI },
  { "1920x1080 60 RBv1", YUV, GENLOCK_LINK_12G_SDI, NOT_SDI },
  { "3840x1080 60 RBv1", RGB, GENLOCK_LINK_HDMI_1_4, OK },
  { "3840x1080 60 RBv1", RGB, GENLOCK_LINK_DVI_SL, TOO_MUCH },
  { "3840x1080 60 RBv1", RGB, GENLOCK_LINK_DVI_DL, OK },
  { "3264x1920 60 CVT", RGB, GENLOCK_LINK_HDMI_1_4, TOO_MUCH },
  { "3264x1920 60 CVT", RGB, GENLOCK_LINK_DP_1_1, TOO_MUCH },
  { "3264x1920 60 CVT", RGB, GENLOCK_LINK_HDMI_2_0, OK },
  { "3264x1920 60 CVT", RGB, GENLOCK_LINK_DP_1_2, OK },
  { "3840x2160 60 RBv1", RGB, GENLOCK_LINK_HDMI_1_4, TOO_MUCH },
  { "3840x2160 60 RBv1", RGB, GENLOCK_LINK_DP_1_1, TOO_MUCH },
  { "3840x2160 60 RBv1", RGB, GENLOCK_LINK_HDMI_2_0, OK },
  { "3840x2160 60 RBv1", RGB, GENLOCK_LINK_DP_1_2, OK },
  { "7680x1152 60 RBv1", RGB, GENLOCK_LINK_HDMI_2_0, OK },
  { "7680x1152 60 RBv1", RGB, GENLOCK_LINK_DP_1_2, OK },
  /* Too little is known, or what is known may or may not fit. */
  { "1080p", YUV, GENLOCK_LINK_3G_SDI, NOT_CHECKED },
  { "59.94", RGB, GENLOCK_LINK_HDMI_1_4, NOT_CHECKED },
  { "1920x1080 59.94", YUV, GENLOCK_LINK_HD_SDI, NOT_CHECKED },
  { "1920x1080 59.94", YUV, GENLOCK_LINK_3G_SDI, OK },
  { "3840x2160 59.94", YUV, GENLOCK_LINK_3G_SDI, TOO_MUCH },
  { "1080p59.94", YUV, GENLOCK_LINK_UNKNOWN, NOT_CHECKED },
  { "1080i25", YUV, GENLOCK_LINK_HD_SDI, NOT_CHECKED },
  { "1920x1200 63.9", RGB, GENLOCK_LINK_DVI_SL, OK },
  { "1920x1200 65", RGB, GENLOCK_LINK_DVI_SL, NOT_CHECKED },
  { "1920x1200 65 RBv1", RGB, GENLOCK_LINK_DVI_SL, TOO_MUCH },
  { "1920x1200 65 RBv2", RGB, GENLOCK_LINK_DVI_SL, OK },
};

static void
test_fit (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fit_rows); i++)
    {
      GenlockFormat format = parse (fit_rows[i].format);
      GenlockFit fit = genlock_link_check (&format, fit_rows[i].sampling, fit_rows[i].link);

      g_assert_cmpint (fit.verdict, ==, fit_rows[i].verdict);
    }
}

static void
test_fit_numbers (void)
{
  GenlockFormat format = parse ("2160p59.94");
  GenlockFit fit = genlock_link_check (&format, GENLOCK_SAMPLING_4_2_2_10, GENLOCK_LINK_3G_SDI);

  g_assert_cmpfloat_with_epsilon (fit.need / 1e9, 11.868, 0.0005);
  g_assert_cmpfloat_with_epsilon (fit.capacity / 1e9, 2.97, 1e-9);
  g_assert_cmpfloat_with_epsilon (fit.ratio, 4.0, 0.01);
  g_assert_false (fit.is_wide);

  fit = genlock_link_check (&format, GENLOCK_SAMPLING_4_2_2_10, GENLOCK_LINK_6G_SDI);
  g_assert_cmpfloat_with_epsilon (fit.ratio, 2.0, 0.01);

  format = parse ("7680x1152 60 RBv1");
  g_assert_true (genlock_link_check (&format, RGB, GENLOCK_LINK_HDMI_2_0).is_wide);
  g_assert_false (genlock_link_check (&format, RGB, GENLOCK_LINK_DP_1_2).is_wide);

  fit = genlock_link_check (&format, (GenlockSampling) 77, GENLOCK_LINK_DP_1_2);
  g_assert_cmpint (fit.verdict, ==, GENLOCK_FIT_NOT_CHECKED);
  format = (GenlockFormat) { G_MAXINT, G_MININT, NAN, (GenlockScan) 9, (GenlockBlanking) 9 };
  fit = genlock_link_check (&format, RGB, GENLOCK_LINK_DP_1_2);
  g_assert_cmpint (fit.verdict, ==, GENLOCK_FIT_NOT_CHECKED);
  g_assert_cmpfloat (fit.need, ==, 0);
}

static void
test_count (void)
{
  GenlockFormat format = parse ("2160p59.94");

  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_12G_SDI), ==, 1);
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_6G_SDI), ==, 2);
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_3G_SDI), ==, 4);
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_HD_SDI), ==, 0);
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_SD_SDI), ==, 0);
  g_assert_cmpint (genlock_link_count (&format, RGB, GENLOCK_LINK_HDMI_1_4), ==, 2);
  g_assert_cmpint (genlock_link_count (&format, RGB, GENLOCK_LINK_UNKNOWN), ==, 0);
  format = parse ("1080p59.94");
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_HD_SDI), ==, 2);
  format = parse ("1920x1200 60 RBv1");
  g_assert_cmpint (genlock_link_count (&format, YUV, GENLOCK_LINK_12G_SDI), ==, 0);
}

static void
test_defaults (void)
{
  g_assert_cmpint (genlock_link_get_default_sampling (GENLOCK_LINK_6G_SDI), ==, YUV);
  g_assert_cmpint (genlock_link_get_default_sampling (GENLOCK_LINK_DP_1_4), ==, RGB);
  g_assert_cmpint (genlock_link_get_default_sampling (GENLOCK_LINK_UNKNOWN), ==, RGB);
}

static void
test_rate_words (void)
{
  static const struct { double bits; const char *text; } rates[] = {
    { 2.967e9, "2.97 Gb/s" }, { 11.868e9, "11.87 Gb/s" }, { 270e6, "270 Mb/s" },
    { 999.6e6, "1.00 Gb/s" }, { 1.125e9, "1.13 Gb/s" }, { 0, "" }, { -1, "" }, { NAN, "" },
    { INFINITY, "" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rates); i++)
    {
      g_autofree char *text = genlock_link_dup_rate (rates[i].bits);

      g_assert_cmpstr (text, ==, rates[i].text);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link/sdi", test_sdi);
  g_test_add_func ("/link/sdi-deep", test_sdi_deep);
  g_test_add_func ("/link/computer", test_computer);
  g_test_add_func ("/link/samplings", test_samplings);
  g_test_add_func ("/link/rate-words", test_rate_words);
  g_test_add_func ("/link/active", test_active);
  g_test_add_func ("/link/capacities", test_capacities);
  g_test_add_func ("/link/fit", test_fit);
  g_test_add_func ("/link/fit-numbers", test_fit_numbers);
  g_test_add_func ("/link/count", test_count);
  g_test_add_func ("/link/defaults", test_defaults);

  return g_test_run ();
}
