/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rasters and rates that SMPTE, ITU-R and CTA-861 standardise, with their totals. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-timing-private.h"

#define P GENLOCK_SCAN_P
#define I GENLOCK_SCAN_I
#define SMPTE GENLOCK_TIMING_SMPTE
#define CEA GENLOCK_TIMING_CEA

/* Raster, scan, nominal rate, whether rate / 1.001 and the rate itself are standard, totals. */
static const GenlockBroadcastTiming broadcast_timings[] = {
  /* Standard definition: sampled at 13.5 MHz (ITU-R BT.601); twice that when progressive. */
  { 720, 486, I, 60, TRUE, FALSE, 858, 525, SMPTE, "SMPTE ST 125" },
  { 720, 576, I, 50, FALSE, TRUE, 864, 625, SMPTE, "ITU-R BT.656" },
  { 720, 480, I, 60, TRUE, TRUE, 858, 525, CEA, "CTA-861 VIC 6" },
  { 720, 480, P, 60, TRUE, TRUE, 858, 525, CEA, "CTA-861 VIC 2" },
  { 720, 576, P, 50, FALSE, TRUE, 864, 625, CEA, "CTA-861 VIC 17" },
  /* 1280×720: SMPTE ST 296, whose 24 Hz differs from CTA-861 VIC 60 (3300×750). */
  { 1280, 720, P, 24, TRUE, TRUE, 4125, 750, SMPTE, "SMPTE ST 296" },
  { 1280, 720, P, 25, FALSE, TRUE, 3960, 750, SMPTE, "SMPTE ST 296" },
  { 1280, 720, P, 30, TRUE, TRUE, 3300, 750, SMPTE, "SMPTE ST 296" },
  { 1280, 720, P, 50, FALSE, TRUE, 1980, 750, SMPTE, "SMPTE ST 296" },
  { 1280, 720, P, 60, TRUE, TRUE, 1650, 750, SMPTE, "SMPTE ST 296" },
  { 1280, 720, P, 48, TRUE, TRUE, 2500, 750, CEA, "CTA-861 VIC 108" },
  { 1280, 720, P, 100, FALSE, TRUE, 1980, 750, CEA, "CTA-861 VIC 41" },
  { 1280, 720, P, 120, TRUE, TRUE, 1650, 750, CEA, "CTA-861 VIC 47" },
  /* 1920×1080: SMPTE ST 274, with 48 Hz of ST 2048-2; 59.94 fields are 29.97 frames. */
  { 1920, 1080, P, 24, TRUE, TRUE, 2750, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, P, 25, FALSE, TRUE, 2640, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, P, 30, TRUE, TRUE, 2200, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, P, 48, TRUE, TRUE, 2750, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 1920, 1080, P, 50, FALSE, TRUE, 2640, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, P, 60, TRUE, TRUE, 2200, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, P, 100, FALSE, TRUE, 2640, 1125, CEA, "CTA-861 VIC 64" },
  { 1920, 1080, P, 120, TRUE, TRUE, 2200, 1125, CEA, "CTA-861 VIC 63" },
  { 1920, 1080, I, 50, FALSE, TRUE, 2640, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, I, 60, TRUE, TRUE, 2200, 1125, SMPTE, "SMPTE ST 274" },
  { 1920, 1080, I, 100, FALSE, TRUE, 2640, 1125, CEA, "CTA-861 VIC 40" },
  { 1920, 1080, I, 120, TRUE, TRUE, 2200, 1125, CEA, "CTA-861 VIC 46" },
  /* 2048×1080: SMPTE ST 2048-2, the totals of 1920×1080. */
  { 2048, 1080, P, 24, TRUE, TRUE, 2750, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 2048, 1080, P, 25, FALSE, TRUE, 2640, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 2048, 1080, P, 30, TRUE, TRUE, 2200, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 2048, 1080, P, 48, TRUE, TRUE, 2750, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 2048, 1080, P, 50, FALSE, TRUE, 2640, 1125, SMPTE, "SMPTE ST 2048-2" },
  { 2048, 1080, P, 60, TRUE, TRUE, 2200, 1125, SMPTE, "SMPTE ST 2048-2" },
  /* 3840×2160: SMPTE ST 2036-1, the same totals as CTA-861 VIC 93 to 97, 114, 117, 118. */
  { 3840, 2160, P, 24, TRUE, TRUE, 5500, 2250, SMPTE, "SMPTE ST 2036-1" },
  { 3840, 2160, P, 25, FALSE, TRUE, 5280, 2250, SMPTE, "SMPTE ST 2036-1" },
  { 3840, 2160, P, 30, TRUE, TRUE, 4400, 2250, SMPTE, "SMPTE ST 2036-1" },
  { 3840, 2160, P, 48, TRUE, TRUE, 5500, 2250, CEA, "CTA-861 VIC 114" },
  { 3840, 2160, P, 50, FALSE, TRUE, 5280, 2250, SMPTE, "SMPTE ST 2036-1" },
  { 3840, 2160, P, 60, TRUE, TRUE, 4400, 2250, SMPTE, "SMPTE ST 2036-1" },
  { 3840, 2160, P, 100, FALSE, TRUE, 5280, 2250, CEA, "CTA-861 VIC 117" },
  { 3840, 2160, P, 120, TRUE, TRUE, 4400, 2250, SMPTE, "SMPTE ST 2036-1" },
  /* 4096×2160: SMPTE ST 2048-1, the same totals as CTA-861 VIC 98 to 102, 115, 218, 219. */
  { 4096, 2160, P, 24, TRUE, TRUE, 5500, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 25, FALSE, TRUE, 5280, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 30, TRUE, TRUE, 4400, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 48, TRUE, TRUE, 5500, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 50, FALSE, TRUE, 5280, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 60, TRUE, TRUE, 4400, 2250, SMPTE, "SMPTE ST 2048-1" },
  { 4096, 2160, P, 100, FALSE, TRUE, 5280, 2250, CEA, "CTA-861 VIC 218" },
  { 4096, 2160, P, 120, TRUE, TRUE, 4400, 2250, CEA, "CTA-861 VIC 219" },
  /* 7680×4320: the totals of CTA-861; SDI carries it as four 3840×2160 of the same clock in sum. */
  { 7680, 4320, P, 24, TRUE, TRUE, 11000, 4500, SMPTE, "CTA-861 VIC 194" },
  { 7680, 4320, P, 25, FALSE, TRUE, 10800, 4400, SMPTE, "CTA-861 VIC 195" },
  { 7680, 4320, P, 30, TRUE, TRUE, 9000, 4400, SMPTE, "CTA-861 VIC 196" },
  { 7680, 4320, P, 48, TRUE, TRUE, 11000, 4500, CEA, "CTA-861 VIC 197" },
  { 7680, 4320, P, 50, FALSE, TRUE, 10800, 4400, SMPTE, "CTA-861 VIC 198" },
  { 7680, 4320, P, 60, TRUE, TRUE, 9000, 4400, SMPTE, "CTA-861 VIC 199" },
  { 7680, 4320, P, 100, FALSE, TRUE, 10560, 4500, CEA, "CTA-861 VIC 200" },
  { 7680, 4320, P, 120, TRUE, TRUE, 8800, 4500, SMPTE, "CTA-861 VIC 201" },
};

static gboolean
has_rate (const GenlockBroadcastTiming *row,
          GenlockRational               rate)
{
  if (rate.den == 1)
    return row->exact && rate.num == row->rate;

  return row->pulled_down && rate.den * row->rate * 1000 == rate.num * 1001;
}

const GenlockBroadcastTiming *
genlock_timing_find_broadcast (const GenlockFormat *format)
{
  GenlockScan scan = format->scan == GENLOCK_SCAN_I ? GENLOCK_SCAN_I : GENLOCK_SCAN_P;
  GenlockRational rate = genlock_rate_to_rational (format->rate);

  for (gsize i = 0; i < G_N_ELEMENTS (broadcast_timings); i++)
    {
      const GenlockBroadcastTiming *row = &broadcast_timings[i];

      if (row->h_res == format->h_res && row->v_res == format->v_res && row->scan == scan &&
          has_rate (row, rate))
        return row;
    }

  return NULL;
}

gboolean
genlock_timing_is_broadcast (const GenlockFormat *format)
{
  return genlock_timing_find_broadcast (format) != NULL;
}

gboolean
genlock_timing_is_broadcast_raster (int h_res,
                                    int v_res)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broadcast_timings); i++)
    {
      if (broadcast_timings[i].h_res == h_res && broadcast_timings[i].v_res == v_res)
        return TRUE;
    }

  return FALSE;
}

gboolean
genlock_timing_is_sdi_raster (int h_res,
                              int v_res)
{
  for (gsize i = 0; i < G_N_ELEMENTS (broadcast_timings); i++)
    {
      const GenlockBroadcastTiming *row = &broadcast_timings[i];

      if (row->h_res == h_res && row->v_res == v_res && row->standard == GENLOCK_TIMING_SMPTE)
        return TRUE;
    }

  return FALSE;
}
