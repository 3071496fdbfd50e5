/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rule gives a format its timing, and what the timing says in words. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-timing.h"
#include "core/model/genlock-timing-private.h"

/* Totals above these are no raster's; they also keep every product below 2^63. */
#define MAX_TOTAL (4 * GENLOCK_RES_MAX)

static const char *const standard_names[] = {
  [GENLOCK_TIMING_UNKNOWN] = "",
  [GENLOCK_TIMING_SMPTE] = "SMPTE",
  [GENLOCK_TIMING_CEA] = "CTA-861",
  [GENLOCK_TIMING_CVT] = "CVT",
  [GENLOCK_TIMING_RB_V1] = "RBv1",
  [GENLOCK_TIMING_RB_V2] = "RBv2",
  [GENLOCK_TIMING_RB_V3] = "RBv3",
};

static gboolean
use_broadcast (GenlockTiming                *timing,
               const GenlockFormat          *format,
               const GenlockBroadcastTiming *row)
{
  GenlockRational rate = genlock_rate_to_rational (format->rate);

  timing->h_active = row->h_res;
  timing->v_active = row->v_res;
  timing->h_total = row->h_total;
  timing->v_total = row->v_total;
  timing->interlaced = row->scan == GENLOCK_SCAN_I;
  timing->frame_rate = genlock_rational_reduce (rate.num,
                                                timing->interlaced ? rate.den * 2 : rate.den);
  timing->pixel_clock =
    genlock_rational_reduce (timing->frame_rate.num * row->h_total * row->v_total,
                             timing->frame_rate.den);
  timing->standard = row->standard;
  timing->source = row->source;

  return TRUE;
}

static gboolean
use_not_reduced (GenlockTiming       *timing,
                 const GenlockFormat *format)
{
  const GenlockBroadcastTiming *row = genlock_timing_find_broadcast (format);

  if (row != NULL)
    return use_broadcast (timing, format, row);

  if (format->scan == GENLOCK_SCAN_I &&
      genlock_timing_is_broadcast_raster (format->h_res, format->v_res))
    return FALSE;

  return genlock_timing_compute_cvt (timing, format);
}

static gboolean
use_default (GenlockTiming       *timing,
             const GenlockFormat *format)
{
  const GenlockBroadcastTiming *row = genlock_timing_find_broadcast (format);

  if (row != NULL)
    return use_broadcast (timing, format, row);
  if (format->scan == GENLOCK_SCAN_I)
    return FALSE;

  timing->assumed |= GENLOCK_ASSUMED_BLANKING;

  return genlock_timing_compute_rb_v1 (timing, format);
}

static gboolean
use_rb_v3 (GenlockTiming       *timing,
           const GenlockFormat *format)
{
  timing->assumed |= GENLOCK_ASSUMED_TOTALS;
  if (!genlock_timing_compute_rb_v2 (timing, format))
    return FALSE;

  timing->standard = GENLOCK_TIMING_RB_V3;

  return TRUE;
}

static gboolean
choose_timing (GenlockTiming       *timing,
               const GenlockFormat *format)
{
  /* Segments exist in broadcast only. */
  if (format->scan == GENLOCK_SCAN_PSF && !genlock_timing_is_broadcast (format))
    return FALSE;

  switch (format->blanking)
    {
    case GENLOCK_BLANKING_UNSET:
      return use_default (timing, format);

    case GENLOCK_BLANKING_NONE:
      return use_not_reduced (timing, format);

    case GENLOCK_BLANKING_RB_V1:
      return genlock_timing_compute_rb_v1 (timing, format);

    case GENLOCK_BLANKING_RB_V2:
      return genlock_timing_compute_rb_v2 (timing, format);

    case GENLOCK_BLANKING_RB_V3:
      return use_rb_v3 (timing, format);
    }

  return FALSE;
}

gboolean
genlock_timing_init (GenlockTiming       *timing,
                     const GenlockFormat *format)
{
  GenlockFormat normal = genlock_format_normalize (format);

  memset (timing, 0, sizeof *timing);
  timing->pixel_clock.den = timing->frame_rate.den = 1;

  if (normal.scan == GENLOCK_SCAN_UNKNOWN)
    {
      timing->assumed |= GENLOCK_ASSUMED_SCAN;
      normal.scan = GENLOCK_SCAN_P;
    }

  if (genlock_format_is_complete (&normal) && choose_timing (timing, &normal))
    return TRUE;

  memset (timing, 0, sizeof *timing);
  timing->pixel_clock.den = timing->frame_rate.den = 1;

  return FALSE;
}

gboolean
genlock_timing_init_totals (GenlockTiming       *timing,
                            const GenlockFormat *format,
                            int                  h_total,
                            int                  v_total)
{
  GenlockFormat normal = genlock_format_normalize (format);
  GenlockRational rate = genlock_rate_to_rational (normal.rate);
  gint64 kilohertz;

  memset (timing, 0, sizeof *timing);
  timing->pixel_clock.den = timing->frame_rate.den = 1;

  if (!genlock_format_is_complete (&normal) || normal.scan == GENLOCK_SCAN_I ||
      h_total <= normal.h_res || v_total <= normal.v_res ||
      h_total > MAX_TOTAL || v_total > MAX_TOTAL)
    return FALSE;

  kilohertz = (gint64) h_total * v_total * rate.num / (rate.den * 1000);
  if (kilohertz == 0)
    return FALSE;

  timing->h_active = normal.h_res;
  timing->v_active = normal.v_res;
  timing->h_total = h_total;
  timing->v_total = v_total;
  timing->pixel_clock = (GenlockRational) { kilohertz * 1000, 1 };
  timing->frame_rate = genlock_rational_reduce (kilohertz * 1000, (gint64) h_total * v_total);
  timing->standard = GENLOCK_TIMING_RB_V3;
  if (normal.scan == GENLOCK_SCAN_UNKNOWN)
    timing->assumed = GENLOCK_ASSUMED_SCAN;

  return TRUE;
}

double
genlock_timing_get_pixel_clock (const GenlockTiming *timing)
{
  return genlock_rational_to_double (timing->pixel_clock);
}

char *
genlock_timing_dup_pixel_clock (const GenlockTiming *timing)
{
  double hertz = genlock_timing_get_pixel_clock (timing);

  if (hertz <= 0.0)
    return g_strdup ("");

  /* In steps of 10 kHz, so that a half is rounded up and not to an even digit. */
  return g_strdup_printf ("%.2f MHz", floor (hertz / 1e4 + 0.5) / 100.0);
}

const char *
genlock_timing_standard_get_name (GenlockTimingStandard standard)
{
  return (gsize) standard < G_N_ELEMENTS (standard_names) ? standard_names[standard] : "";
}
