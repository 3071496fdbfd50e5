/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Link classes: the workbook's vectors, switchers' capacities, the planners' rule. */

#include "config.h"

#include <math.h>

#include "core/model/genlock-link-class.h"

#define SL GENLOCK_LINK_CLASS_SL
#define DL GENLOCK_LINK_CLASS_DL
#define UHD GENLOCK_LINK_CLASS_4K
#define OVER GENLOCK_LINK_CLASS_OVER_4K
#define UNKNOWN GENLOCK_LINK_CLASS_UNKNOWN

typedef struct
{
  const char *format;
  GenlockLinkClass link_class;
} Row;

static const Row rows[] = {
  /* The planning workbook's EDID vectors. */
  { "1920x1200 60 RBv1", SL },
  { "3840x1080 60 RBv1", DL },
  { "3264x1920 60 CVT", UHD },
  { "3840x2160 60 RBv1", UHD },
  { "7680x1152 60 RBv1", UHD },
  /* Broadcast. */
  { "525i59.94", SL },
  { "1080i59.94", SL },
  { "1080p59.94", SL },
  { "1080p60", SL },
  { "2048x1080p59.94", SL },
  { "1080p120", DL },
  { "2160p23.98", UHD },
  { "2160p59.94", UHD },
  { "4096x2160p60", UHD },
  { "2160p120", OVER },
  { "4320p24", OVER },
  { "4320p60", OVER },
  /* Computers. */
  { "1920x1080 60 RBv2", SL },
  { "1920x1200 60 CVT", DL },
  { "1600x1200 60 CVT", SL },
  { "2560x1600 60 RBv1", DL },
  { "2560x1440 30 RBv1", DL },
  { "3840x1080 60 CVT", UHD },
  { "3840x1200 60 RBv1", DL },
  { "5760x1080 60 RBv1", UHD },
  { "7680x2160 60 RBv1", OVER },
  { "1080x1920 60 RBv1", SL },
  { "1920x1080 59.94", SL },
  /* Too little. */
  { "1080p", UNKNOWN },
  { "59.94", UNKNOWN },
  { "1080i25", UNKNOWN },
};

static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GenlockFormat format;

      g_test_message ("%s", rows[i].format);
      g_assert_true (genlock_format_parse (rows[i].format, &format));
      g_assert_cmpint (genlock_link_class_of (&format), ==, rows[i].link_class);
    }
}

/* Planners estimate by the raster and a clock guessed from a factor. */
static GenlockLinkClass
estimate (const GenlockFormat *format)
{
  static const double factors[] = { 1.26, 1.26, 1.08, 1.08, 1.06 };
  gint64 pixels = (gint64) format->h_res * format->v_res;
  double clock = (double) pixels * format->rate * factors[format->blanking];

  if (pixels >= 3840 * 2160)
    return UHD;
  if (pixels > 1920 * 1080 || (pixels == 1920 * 1080 && clock > 165e6))
    return DL;

  return SL;
}

/* The estimate holds for every offered format but those that the header names. */
static void
test_estimate (void)
{
  gsize n_groups;
  const GenlockFormatGroup *groups = genlock_format_get_presets (&n_groups);
  int agreed = 0;

  for (gsize group = 0; group < n_groups; group++)
    {
      for (gsize i = 0; i < groups[group].n_formats; i++)
        {
          const GenlockFormat *format = &groups[group].formats[i];
          GenlockLinkClass real = genlock_link_class_of (format);
          GenlockLinkClass estimated = estimate (format);
          GenlockTiming timing;

          g_assert_true (genlock_timing_init (&timing, format));
          if (real == OVER)
            real = UHD;
          if (real == estimated)
            agreed++;
          else if (real == SL)
            g_assert_true (format->h_res * format->v_res <= 2048 * 1200 &&
                           genlock_timing_get_pixel_clock (&timing) <= 165e6);
          else
            g_assert_true (real == UHD && genlock_timing_get_pixel_clock (&timing) > 330e6);
        }
    }

  g_assert_cmpint (agreed, >, 40);
}

static void
test_connectors (void)
{
  static const struct { GenlockConnectorFamily family; int sl, dl, uhd; } families[] = {
    { GENLOCK_CONNECTOR_FAMILY_SDI, 1, 2, 4 },   { GENLOCK_CONNECTOR_FAMILY_DVI, 1, 1, 2 },
    { GENLOCK_CONNECTOR_FAMILY_HDMI, 1, 1, 2 },  { GENLOCK_CONNECTOR_FAMILY_DP, 1, 1, 2 },
    { GENLOCK_CONNECTOR_FAMILY_FIBRE, 0, 0, 0 }, { GENLOCK_CONNECTOR_FAMILY_UNKNOWN, 0, 0, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      GenlockConnectorFamily family = families[i].family;

      g_assert_cmpint (genlock_link_class_get_connectors (SL, family), ==, families[i].sl);
      g_assert_cmpint (genlock_link_class_get_connectors (DL, family), ==, families[i].dl);
      g_assert_cmpint (genlock_link_class_get_connectors (UHD, family), ==, families[i].uhd);
      g_assert_cmpint (genlock_link_class_get_connectors (OVER, family), ==, 0);
      g_assert_cmpint (genlock_link_class_get_connectors (UNKNOWN, family), ==, 0);
    }
}

static void
test_names (void)
{
  GenlockFormat hostile = { -5, 65535, NAN, (GenlockScan) 8, (GenlockBlanking) 8 };

  g_assert_cmpstr (genlock_link_class_get_name (SL), ==, "SL");
  g_assert_cmpstr (genlock_link_class_get_name (DL), ==, "DL");
  g_assert_cmpstr (genlock_link_class_get_name (UHD), ==, "4K");
  g_assert_cmpstr (genlock_link_class_get_name (OVER), ==, ">4K");
  g_assert_cmpstr (genlock_link_class_get_name (UNKNOWN), ==, "");
  g_assert_cmpstr (genlock_link_class_get_name ((GenlockLinkClass) 44), ==, "");
  g_assert_cmpint (genlock_link_class_of (&hostile), ==, UNKNOWN);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/link-class/rows", test_rows);
  g_test_add_func ("/link-class/estimate", test_estimate);
  g_test_add_func ("/link-class/connectors", test_connectors);
  g_test_add_func ("/link-class/names", test_names);

  return g_test_run ();
}
