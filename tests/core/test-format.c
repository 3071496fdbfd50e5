/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Formats: reading, printing, equality, aspect ratios. */

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/model/genlock-format.h"

#define P GENLOCK_SCAN_P
#define I GENLOCK_SCAN_I
#define PSF GENLOCK_SCAN_PSF
#define UNKNOWN GENLOCK_SCAN_UNKNOWN
#define UNSET GENLOCK_BLANKING_UNSET
#define NONE GENLOCK_BLANKING_NONE
#define RB_V1 GENLOCK_BLANKING_RB_V1
#define RB_V2 GENLOCK_BLANKING_RB_V2
#define RB_V3 GENLOCK_BLANKING_RB_V3

typedef struct
{
  const char *text;
  GenlockFormat format;
} Reading;

static const Reading readings[] = {
  { "1080p59.94", { 1920, 1080, 59.94, P, UNSET } },
  { "1080i59.94", { 1920, 1080, 59.94, I, UNSET } },
  { "1080i5994", { 1920, 1080, 59.94, I, UNSET } },
  { "1080P5994", { 1920, 1080, 59.94, P, UNSET } },
  { "1080p2398", { 1920, 1080, 23.98, P, UNSET } },
  { "1080psf23.98", { 1920, 1080, 23.98, PSF, UNSET } },
  { "1080PsF 23.976", { 1920, 1080, 23.98, PSF, UNSET } },
  { "1080sf24", { 1920, 1080, 24, PSF, UNSET } },
  { "2160p50", { 3840, 2160, 50, P, UNSET } },
  { "4320p60", { 7680, 4320, 60, P, UNSET } },
  { "  720p  ", { 1280, 720, 0, P, UNSET } },
  { "1080i", { 1920, 1080, 0, I, UNSET } },
  { "1080", { 1920, 1080, 0, UNKNOWN, UNSET } },
  { "1080 59.94", { 1920, 1080, 59.94, UNKNOWN, UNSET } },
  { "1080/50i", { 1920, 1080, 50, I, UNSET } },
  { "1080/60p", { 1920, 1080, 60, P, UNSET } },
  { "1080i/25", { 1920, 1080, 50, I, UNSET } },
  { "1080i/29.97", { 1920, 1080, 59.94, I, UNSET } },
  { "1080i/50", { 1920, 1080, 50, I, UNSET } },
  { "1080p/25", { 1920, 1080, 25, P, UNSET } },
  { "1080i25", { 1920, 1080, 25, I, UNSET } },
  { "1080 60p", { 1920, 1080, 60, P, UNSET } },
  { "1080p @ 59.94 Hz", { 1920, 1080, 59.94, P, UNSET } },
  { "1080p59,94", { 1920, 1080, 59.94, P, UNSET } },
  { "1080p-59.94", { 1920, 1080, 59.94, P, UNSET } },
  { "1080p 60fps", { 1920, 1080, 60, P, UNSET } },
  { "525i59.94", { 720, 486, 59.94, I, UNSET } },
  { "625i50", { 720, 576, 50, I, UNSET } },
  { "480i59.94", { 720, 480, 59.94, I, UNSET } },
  { "480p59.94", { 720, 480, 59.94, P, UNSET } },
  { "576p50", { 720, 576, 50, P, UNSET } },
  { "576i50", { 720, 576, 50, I, UNSET } },
  { "1920x1200 59.94 RBv2", { 1920, 1200, 59.94, P, RB_V2 } },
  { "1920 x 1080 @ 59.94 RBv1", { 1920, 1080, 59.94, P, RB_V1 } },
  { "1920 X 1200 59.94 CVT-RB", { 1920, 1200, 59.94, P, RB_V1 } },
  { "1920x1200 60 CVT-RBv2", { 1920, 1200, 60, P, RB_V2 } },
  { "1920x1200@60Hz rb v3", { 1920, 1200, 60, P, RB_V3 } },
  { "1920x1200 60 reduced blanking", { 1920, 1200, 60, P, RB_V1 } },
  { "1920x1200 60 CVT", { 1920, 1200, 60, P, NONE } },
  { "1920x1200 60 none", { 1920, 1200, 60, P, NONE } },
  { "1920x1080p75 CVT", { 1920, 1080, 75, P, NONE } },
  { "1920×1080p60 CEA-861", { 1920, 1080, 60, P, UNSET } },
  { "1920×1080i50", { 1920, 1080, 50, I, UNSET } },
  { "1920×1080", { 1920, 1080, 0, UNKNOWN, UNSET } },
  { "1920 by 1200, 60 Hz", { 1920, 1200, 60, P, UNSET } },
  { "4K 60", { 3840, 2160, 60, UNKNOWN, UNSET } },
  { "4k59.94", { 3840, 2160, 59.94, UNKNOWN, UNSET } },
  { "4K", { 3840, 2160, 0, UNKNOWN, UNSET } },
  { "DCI 4K 24", { 4096, 2160, 24, UNKNOWN, UNSET } },
  { "4K DCI", { 4096, 2160, 0, UNKNOWN, UNSET } },
  { "2K 23.98p", { 2048, 1080, 23.98, P, UNSET } },
  { "8K 60", { 7680, 4320, 60, UNKNOWN, UNSET } },
  { "UHD", { 3840, 2160, 0, UNKNOWN, UNSET } },
  { "UHD p50", { 3840, 2160, 50, P, UNSET } },
  { "WUXGA 60", { 1920, 1200, 60, P, UNSET } },
  { "WUXGA", { 1920, 1200, 0, P, UNSET } },
  { "SXGA+ 60", { 1400, 1050, 60, P, UNSET } },
  { "SXGA", { 1280, 1024, 0, P, UNSET } },
  { "UHD 2160p50", { 3840, 2160, 50, P, UNSET } },
  { "UHD2160p25", { 3840, 2160, 25, P, UNSET } },
  { "HD1080p25", { 1920, 1080, 25, P, UNSET } },
  { "HD 720p50", { 1280, 720, 50, P, UNSET } },
  { "4Kp60", { 3840, 2160, 60, P, UNSET } },
  { "1920*1080 60p", { 1920, 1080, 60, P, UNSET } },
  { "1920x1200 480", { 1920, 1200, 480, P, UNSET } },
  { "3840 x 1080", { 3840, 1080, 0, P, UNSET } },
  { "59.94", { 0, 0, 59.94, UNKNOWN, UNSET } },
  { "60 Hz", { 0, 0, 60, UNKNOWN, UNSET } },
  { "480 Hz", { 0, 0, 480, UNKNOWN, UNSET } },
  { "23.976", { 0, 0, 23.98, UNKNOWN, UNSET } },
  { "60p", { 0, 0, 60, P, UNSET } },
  { "RBv1", { 0, 0, 0, P, RB_V1 } },
  { "1920×?", { 1920, 0, 0, UNKNOWN, UNSET } },
  { "?×1080", { 0, 1080, 0, UNKNOWN, UNSET } },
  { "65535x65535", { 65535, 65535, 0, P, UNSET } },
};

/* Progressive is implied for what only progressive can be; broadcast rasters say it. */
static GenlockScan
get_expected_scan (const Reading *reading)
{
  GenlockFormat normal = genlock_format_normalize (&reading->format);

  return normal.scan;
}

static void
test_parse (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readings); i++)
    {
      const Reading *reading = &readings[i];
      GenlockFormat format = { 0 };

      g_test_message ("%s", reading->text);
      g_assert_true (genlock_format_parse (reading->text, &format));
      g_assert_cmpint (format.h_res, ==, reading->format.h_res);
      g_assert_cmpint (format.v_res, ==, reading->format.v_res);
      g_assert_cmpfloat (format.rate, ==, reading->format.rate);
      g_assert_cmpint (format.blanking, ==, reading->format.blanking);
      g_assert_cmpint (format.scan, ==, get_expected_scan (reading));
    }
}

static void
test_parse_unknown (void)
{
  static const char *const texts[] = {
    "", " ", "12G", "3G", "HD", "SD", "LED", "Custom", "ProRes", "4K 60 4:4:4", "1080p60 HDR",
    "720i50", "525p60", "2160i50", "480 60", "WXGA", "5K", "#NAME?", "Display Size", "1920x",
    "x1080", "1920x1080x60", "1080p59.94 60",
    "1080p i", "1080p0", "-59.94", "1080p -5", "0", "1001", "99999",
    "0x0", "0x1080", "65536x1080", "1920x99999999999999999999", "1920x1080 60 CVT",
    "1920x1200 60 CEA-861", "1,080p", "1080p59.94.1", "nan", "inf", "1e2", "1920x1080p59.94\x01",
    "\xff\xfe", "1920 1080 / /", "//", "?", "?x?",
    "1080p RBv1 RBv2", "hz", "RBv4", "1920×１０８０", "UHD 1080p", "HD 480p",
    "HD UHD", "1920x1080 2160p", "1080p 1080p",
  };
  g_autofree char *long_text = g_strnfill (100000, '1');
  g_autofree char *many = g_strnfill (90, 'p');

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      GenlockFormat format = { 1, 2, 3, I, RB_V3 };
      g_autofree char *said = g_strescape (texts[i], NULL);

      g_test_message ("%s", said);
      g_assert_false (genlock_format_parse (texts[i], &format));
      g_assert_cmpint (format.h_res, ==, 1);
      g_assert_cmpint (format.blanking, ==, RB_V3);
    }

  g_assert_false (genlock_format_parse (NULL, NULL));
  g_assert_false (genlock_format_parse (long_text, NULL));
  g_assert_false (genlock_format_parse (many, NULL));
  g_assert_true (genlock_format_parse ("1080p60", NULL));
}

static void
assert_prints (GenlockFormat  format,
               const char    *expected)
{
  char text[GENLOCK_FORMAT_TEXT_SIZE];

  g_assert_cmpstr (genlock_format_print (&format, text), ==, expected);
}

static void
test_print (void)
{
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, P, UNSET }, "1080p59.94");
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, P, NONE }, "1080p59.94");
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, I, UNSET }, "1080i59.94");
  assert_prints ((GenlockFormat) { 1920, 1080, 23.976, PSF, UNSET }, "1080psf23.98");
  assert_prints ((GenlockFormat) { 720, 486, 59.94, I, UNSET }, "525i59.94");
  assert_prints ((GenlockFormat) { 720, 576, 50, I, UNSET }, "625i50");
  assert_prints ((GenlockFormat) { 3840, 2160, 50, P, UNSET }, "2160p50");
  assert_prints ((GenlockFormat) { 1920, 1200, 59.94, P, RB_V2 }, "1920×1200 59.94 RBv2");
  assert_prints ((GenlockFormat) { 1920, 1200, 59.94, UNKNOWN, RB_V2 }, "1920×1200 59.94 RBv2");
  assert_prints ((GenlockFormat) { 1920, 1200, 60, P, NONE }, "1920×1200 60 CVT");
  assert_prints ((GenlockFormat) { 1920, 1200, 60, I, UNSET }, "1920×1200i60");
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, P, RB_V1 }, "1920×1080 59.94 RBv1");
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, I, RB_V1 }, "1920×1080i59.94 RBv1");
  assert_prints ((GenlockFormat) { 1920, 1080, 75, P, UNSET }, "1080p75");
  assert_prints ((GenlockFormat) { 1920, 1080, 75, P, NONE }, "1920×1080p75 CVT");
  assert_prints ((GenlockFormat) { 2048, 1080, 23.98, P, UNSET }, "2048×1080p23.98");
  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, UNKNOWN, UNSET }, "1920×1080 59.94");
  assert_prints ((GenlockFormat) { 1920, 1080, 0, UNKNOWN, UNSET }, "1920×1080");
  assert_prints ((GenlockFormat) { 1920, 1080, 0, P, UNSET }, "1080p");
  assert_prints ((GenlockFormat) { 1920, 0, 0, UNKNOWN, UNSET }, "1920×?");
  assert_prints ((GenlockFormat) { 0, 1080, 60, UNKNOWN, UNSET }, "?×1080 60");
  assert_prints ((GenlockFormat) { 0, 0, 59.94, UNKNOWN, UNSET }, "59.94");
  assert_prints ((GenlockFormat) { 0, 0, 480, UNKNOWN, UNSET }, "480 Hz");
  assert_prints ((GenlockFormat) { 0, 0, 59.94, I, UNSET }, "i59.94");
  assert_prints ((GenlockFormat) { 0, 0, 0, UNKNOWN, NONE }, "no RB");
  assert_prints ((GenlockFormat) { 0, 0, 0, UNKNOWN, UNSET }, "");
}

static void
test_hostile (void)
{
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat format = { -1, G_MAXINT, NAN, (GenlockScan) 77, (GenlockBlanking) 99 };

  g_assert_true (genlock_format_is_empty (&format));
  g_assert_cmpstr (genlock_format_print (&format, text), ==, "");
  g_assert_null (genlock_format_dup_aspect (&format));
  g_assert_false (genlock_format_suggest (&format, &format));
  assert_prints ((GenlockFormat) { G_MININT, 1080, INFINITY, P, UNSET }, "?×1080p");
  assert_prints ((GenlockFormat) { 65536, 0, -59.94, P, UNSET }, "p");
  assert_prints ((GenlockFormat) { 65535, 65535, 1e300, P, UNSET }, "65535×65535");
  assert_prints ((GenlockFormat) { 65535, 65535, 999.999, I, RB_V1 }, "65535×65535i999.999 RBv1");
}

static void
assert_round_trip (const GenlockFormat *format)
{
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat again;

  genlock_format_print (format, text);
  if (genlock_format_is_empty (format))
    {
      g_assert_cmpstr (text, ==, "");
      return;
    }

  if (!genlock_format_parse (text, &again) || !genlock_format_equal (format, &again))
    g_error ("%d %d %f %d %d prints as '%s', which reads differently",
             format->h_res, format->v_res, format->rate, format->scan, format->blanking, text);
}

/* Every offered raster, rate, scan and blanking with every other, unknown ones included. */
static void
test_round_trip_product (void)
{
  gsize n_rasters, n_rates;
  const GenlockRaster *rasters = genlock_format_get_rasters (&n_rasters);
  const double *rates = genlock_rate_get_offers (&n_rates);

  for (gsize raster = 0; raster <= n_rasters; raster++)
    {
      for (gsize rate = 0; rate <= n_rates; rate++)
        {
          for (int rest = 0; rest < 4 * 5; rest++)
            {
              GenlockFormat format = {
                .scan = (GenlockScan) (rest % 4),
                .blanking = (GenlockBlanking) (rest / 4),
              };

              format.h_res = raster < n_rasters ? rasters[raster].h_res : 0;
              format.v_res = raster < n_rasters ? rasters[raster].v_res : 0;
              format.rate = rate < n_rates ? rates[rate] : 0;
              assert_round_trip (&format);
            }
        }
    }
}

static void
test_round_trip_random (void)
{
  GRand *rand = g_rand_new_with_seed (20261122);
  static const int sizes[] = { 0, 480, 486, 576, 720, 1080, 1280, 1920, 2160, 3840, 4320, 7680 };

  for (int i = 0; i < 200000; i++)
    {
      GenlockFormat format = {
        .h_res = g_rand_boolean (rand) ? sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))]
                                       : g_rand_int_range (rand, 0, 70000),
        .v_res = g_rand_boolean (rand) ? sizes[g_rand_int_range (rand, 0, G_N_ELEMENTS (sizes))]
                                       : g_rand_int_range (rand, 0, 70000),
        .rate = g_rand_int_range (rand, 0, 1010000) / (g_rand_boolean (rand) ? 1000.0 : 10000.0),
        .scan = (GenlockScan) g_rand_int_range (rand, 0, 4),
        .blanking = (GenlockBlanking) g_rand_int_range (rand, 0, 5),
      };

      assert_round_trip (&format);
    }

  g_rand_free (rand);
}

/* Random text neither crashes nor reads as something that prints differently. */
static void
test_parse_random (void)
{
  static const char *const pieces[] = {
    "1080", "p", "i", "psf", "59.94", "x", "×", " ",
    "@", "-", "/", "RBv2", "cvt", "4", "K", "?", ",",
    "DCI", "uhd", "1920", "1200", "\xc3", "Hz", "99999999999", ".", "0", "\xe2\x80\x89",
  };
  GRand *rand = g_rand_new_with_seed (5994);
  int understood = 0;

  for (int i = 0; i < 100000; i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      GenlockFormat format;

      for (int n = g_rand_int_range (rand, 1, 9); n > 0; n--)
        g_string_append (text, pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))]);

      if (genlock_format_parse (text->str, &format))
        {
          understood++;
          assert_round_trip (&format);
        }
    }

  g_assert_cmpint (understood, >, 1000);
  g_rand_free (rand);
}

static void
test_presets (void)
{
  gsize n_groups;
  const GenlockFormatGroup *groups = genlock_format_get_presets (&n_groups);

  g_assert_cmpint (n_groups, ==, 3);
  for (gsize group = 0; group < n_groups; group++)
    {
      g_assert_cmpint (groups[group].n_formats, >, 5);
      for (gsize i = 0; i < groups[group].n_formats; i++)
        {
          GenlockFormat format = groups[group].formats[i];
          GenlockFormat again;
          char text[GENLOCK_FORMAT_TEXT_SIZE];

          g_assert_true (genlock_format_is_complete (&format));
          g_assert_true (genlock_format_parse (genlock_format_print (&format, text), &again));
          g_assert_cmpint (again.h_res, ==, format.h_res);
          g_assert_cmpint (again.v_res, ==, format.v_res);
          g_assert_cmpfloat (again.rate, ==, format.rate);
          g_assert_cmpint (again.scan, ==, format.scan);
          g_assert_cmpint (again.blanking, ==, format.blanking);
          for (gsize other = 0; other < i; other++)
            g_assert_false (genlock_format_equal (&groups[group].formats[other], &format));
        }
    }
}

/* Every raster's name is understood, and the list is sorted. */
static void
test_rasters (void)
{
  gsize n_rasters;
  const GenlockRaster *rasters = genlock_format_get_rasters (&n_rasters);

  for (gsize i = 0; i < n_rasters; i++)
    {
      GenlockFormat format;

      if (i > 0)
        g_assert_cmpint (rasters[i].h_res * 8192 + rasters[i].v_res, >,
                         rasters[i - 1].h_res * 8192 + rasters[i - 1].v_res);
      if (rasters[i].name == NULL)
        continue;
      g_assert_true (genlock_format_parse (rasters[i].name, &format));
      g_assert_cmpint (format.h_res, ==, rasters[i].h_res);
      g_assert_cmpint (format.v_res, ==, rasters[i].v_res);
    }

  g_assert_cmpstr (genlock_format_get_raster_name (1920, 1200), ==, "WUXGA");
  g_assert_null (genlock_format_get_raster_name (1, 1));
}

static void
test_equal (void)
{
  GenlockFormat plain = { 1920, 1080, 59.94, P, UNSET };
  GenlockFormat none = { 1920, 1080, 59.94, P, NONE };
  GenlockFormat reduced = { 1920, 1080, 59.94, P, RB_V1 };
  GenlockFormat unknown = { 1920, 1080, 59.94, UNKNOWN, UNSET };
  GenlockFormat film = { 1920, 1080, 23.976, P, UNSET };
  GenlockFormat film_2 = { 1920, 1080, 23.98, P, UNSET };
  GenlockFormat wide = { 1920, 1200, 60, UNKNOWN, UNSET };
  GenlockFormat wide_p = { 1920, 1200, 60, P, UNSET };
  GenlockFormat wide_none = { 1920, 1200, 60, P, NONE };

  g_assert_true (genlock_format_equal (&plain, &none));
  g_assert_false (genlock_format_equal (&plain, &reduced));
  g_assert_false (genlock_format_equal (&plain, &unknown));
  g_assert_true (genlock_format_equal (&film, &film_2));
  g_assert_true (genlock_format_equal (&wide, &wide_p));
  g_assert_false (genlock_format_equal (&wide, &wide_none));
}

static void
test_aspect (void)
{
  static const struct { int h_res, v_res; const char *aspect; } shapes[] = {
    { 1920, 1080, "16:9" }, { 1280, 720, "16:9" }, { 1366, 768, "16:9" }, { 1920, 1200, "16:10" },
    { 1200, 1920, "10:16" }, { 2560, 1600, "16:10" }, { 1024, 768, "4:3" }, { 1280, 1024, "5:4" },
    { 720, 486, "4:3" }, { 720, 576, "4:3" }, { 2560, 1080, "21:9" }, { 3440, 1440, "21:9" },
    { 4096, 2160, "256:135" }, { 2048, 1080, "256:135" }, { 3840, 1080, "32:9" },
    { 5120, 1440, "32:9" }, { 3240, 1080, "3:1" }, { 3264, 1920, "17:10" }, { 7680, 1152, "20:3" },
    { 1080, 1920, "9:16" }, { 8192, 1080, "7.59:1" }, { 65535, 1, "65535.00:1" }, { 1, 1, "1:1" },
    { 1921, 1081, "1.78:1" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (shapes); i++)
    {
      GenlockFormat format = { .h_res = shapes[i].h_res, .v_res = shapes[i].v_res };
      g_autofree char *aspect = genlock_format_dup_aspect (&format);

      g_assert_cmpstr (aspect, ==, shapes[i].aspect);
    }
}

static void
test_words (void)
{
  for (int scan = P; scan <= PSF; scan++)
    g_assert_cmpint (genlock_scan_from_word (genlock_scan_to_word ((GenlockScan) scan)), ==, scan);
  for (int blanking = NONE; blanking <= RB_V3; blanking++)
    {
      const char *word = genlock_blanking_to_word ((GenlockBlanking) blanking);

      g_assert_cmpint (genlock_blanking_from_word (word), ==, blanking);
    }

  g_assert_cmpstr (genlock_blanking_to_word (RB_V2), ==, "RBv2");
  g_assert_null (genlock_scan_to_word (UNKNOWN));
  g_assert_null (genlock_blanking_to_word (UNSET));
  g_assert_cmpint (genlock_scan_from_word ("psf"), ==, PSF);
  g_assert_cmpint (genlock_scan_from_word ("x"), ==, UNKNOWN);
  g_assert_cmpint (genlock_scan_from_word (NULL), ==, UNKNOWN);
  g_assert_cmpint (genlock_blanking_from_word ("none"), ==, NONE);
  g_assert_cmpint (genlock_blanking_from_word (NULL), ==, UNSET);
}

static void
test_propose (void)
{
  GenlockFormat format = { 1920, 1080, 59.94, UNKNOWN, UNSET };

  g_assert_true (genlock_format_propose ("1080i", &format));
  g_assert_cmpint (format.scan, ==, I);
  g_assert_false (genlock_format_propose ("1080p", &format));
  g_assert_false (genlock_format_propose ("1080i59.94", &format));
  g_assert_cmpint (format.scan, ==, I);

  format = (GenlockFormat) { 0 };
  g_assert_false (genlock_format_propose ("MON 60 inch, ProRes", &format));
  g_assert_false (genlock_format_propose ("#NAME?", &format));
  g_assert_false (genlock_format_propose (NULL, &format));
  g_assert_true (genlock_format_is_empty (&format));
  g_assert_true (genlock_format_propose ("12G, 4K 60 4:4:4", &format));
  g_assert_cmpint (format.h_res, ==, 3840);
  g_assert_cmpfloat (format.rate, ==, 60);

  format = (GenlockFormat) { 1920, 1200, 0, UNKNOWN, UNSET };
  g_assert_false (genlock_format_propose ("1080p60", &format));
  g_assert_cmpfloat (format.rate, ==, 0);
  g_assert_true (genlock_format_propose ("59.94", &format));
  g_assert_cmpfloat (format.rate, ==, 59.94);
}

static void
test_inherit (void)
{
  GenlockFormat source = { 1920, 1080, 59.94, I, NONE };
  GenlockFormat output = { .rate = NAN };
  GenlockFormat format = genlock_format_inherit (&output, &source);

  g_assert_true (genlock_format_equal (&format, &source));
  output = (GenlockFormat) { 1280, 720, 0, P, UNSET };
  format = genlock_format_inherit (&output, &source);
  g_assert_cmpint (format.h_res, ==, 1280);
  g_assert_cmpint (format.v_res, ==, 720);
  g_assert_cmpfloat (format.rate, ==, 59.94);
  g_assert_cmpint (format.scan, ==, P);
  g_assert_cmpint (format.blanking, ==, NONE);
}

static void
test_suggest (void)
{
  GenlockFormat format = { 1920, 1080, 29.97, I, UNSET };
  GenlockFormat better = { 0 };

  g_assert_true (genlock_format_suggest (&format, &better));
  g_assert_cmpfloat (better.rate, ==, 59.94);
  g_assert_false (genlock_format_suggest (&better, &format));
  format.scan = P;
  g_assert_false (genlock_format_suggest (&format, &better));
}

/* Text is the same where the decimal point is a comma. */
static void
test_locale (void)
{
  GenlockFormat format;

  g_assert_nonnull (setlocale (LC_NUMERIC, "de_DE.UTF-8"));
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");

  assert_prints ((GenlockFormat) { 1920, 1080, 59.94, P, UNSET }, "1080p59.94");
  g_assert_true (genlock_format_parse ("1080p59.94", &format));
  g_assert_cmpfloat (format.rate, ==, 59.94);
  setlocale (LC_NUMERIC, "C");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/parse", test_parse);
  g_test_add_func ("/format/parse-unknown", test_parse_unknown);
  g_test_add_func ("/format/parse-random", test_parse_random);
  g_test_add_func ("/format/print", test_print);
  g_test_add_func ("/format/hostile", test_hostile);
  g_test_add_func ("/format/round-trip/product", test_round_trip_product);
  g_test_add_func ("/format/round-trip/random", test_round_trip_random);
  g_test_add_func ("/format/presets", test_presets);
  g_test_add_func ("/format/rasters", test_rasters);
  g_test_add_func ("/format/equal", test_equal);
  g_test_add_func ("/format/aspect", test_aspect);
  g_test_add_func ("/format/words", test_words);
  g_test_add_func ("/format/propose", test_propose);
  g_test_add_func ("/format/inherit", test_inherit);
  g_test_add_func ("/format/suggest", test_suggest);
  g_test_add_func ("/format/locale", test_locale);

  return g_test_run ();
}
