/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Timings against the printed tables of the standards. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-timing.h"

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

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timing/broadcast", test_broadcast);
  g_test_add_func ("/timing/computer", test_computer);

  return g_test_run ();
}
