/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* VESA Coordinated Video Timings 1.2, in integers. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-timing-private.h"

/* All constants: VESA CVT Standard 1.2, sections 3.4 (standard), 3.4.2 (reduced blanking). The
 * standard gives a floating-point procedure; every floor () of it is an exact division here, so
 * that a clock which falls on a step does not slip below it. With widths and heights up to 65535
 * and rates up to 1000 Hz as fractions below 10^6 / 1000 no product passes 2^63. */
#define CELL 8                       /* pixels: widths and CVT's blanking are multiples */
#define CLOCK_STEP 250000            /* Hz, standard blanking and RBv1 */
#define CLOCK_STEP_V2 1000           /* Hz, RBv2 */
#define MIN_V_PORCH 3                /* lines, front porch of standard blanking and RBv1 */
#define MIN_V_BACK_PORCH 7           /* lines; CVT 1.1 had 6, which matters below 30 Hz alone */
#define MIN_SYNC_AND_BACK_PORCH 550  /* µs, standard blanking */
#define MIN_DUTY_CYCLE 20            /* per cent of a line that is blanking */
#define RB_MIN_V_BLANK 460           /* µs */
#define RB_H_BLANK 160               /* pixels, RBv1 */
#define RB_H_BLANK_V2 80             /* pixels, RBv2 */
#define RB_V2_MIN_LINES 15           /* front porch 1, sync 8, back porch 6 */

/* What both kinds of blanking start from. `half` counts half lines: an interlaced field has one. */
typedef struct
{
  GenlockRational rate;  /* fields a second when interlaced, else frames */
  gint64 h_active;
  gint64 v_active;       /* lines of a field when interlaced, else of a frame */
  gint64 half;           /* 1 when interlaced, else 0 */
} Base;

static gboolean
init_base (Base                *base,
           const GenlockFormat *format,
           int                  cell)
{
  gboolean interlaced = format->scan == GENLOCK_SCAN_I;

  base->rate = genlock_rate_to_rational (format->rate);
  base->h_active = format->h_res / cell * cell;
  base->v_active = interlaced ? format->v_res / 2 : format->v_res;
  base->half = interlaced ? 1 : 0;

  return base->h_active > 0 && base->v_active > 0;
}

/* The lines of vertical sync, which tell the aspect ratio: CVT 1.2, table 3-2. */
static int
get_v_sync (const GenlockFormat *format)
{
  static const struct { int h, v, lines; } ratios[] = {
    { 4, 3, 4 }, { 16, 9, 5 }, { 16, 10, 6 }, { 5, 4, 7 }, { 15, 9, 7 },
  };
  int h_active = format->h_res / CELL * CELL;

  for (gsize i = 0; i < G_N_ELEMENTS (ratios); i++)
    {
      gint64 width = (gint64) format->v_res * ratios[i].h / ratios[i].v;

      if (width / CELL * CELL == h_active)
        return ratios[i].lines;
    }

  return 10;
}

/* The clock becomes `clock` rounded down to a step; the frame rate follows from it. */
static gboolean
finish (GenlockTiming         *timing,
        const Base            *base,
        gint64                 h_total,
        gint64                 field_half_lines,
        gint64                 clock,
        GenlockTimingStandard  standard,
        const char            *source)
{
  /* Lines of a frame: a field of n and a half makes 2n + 1 for two of them. */
  gint64 v_total = base->half ? field_half_lines : field_half_lines / 2;

  if (clock <= 0)
    return FALSE;

  timing->h_active = (int) base->h_active;
  timing->v_active = (int) (base->half ? base->v_active * 2 : base->v_active);
  timing->h_total = (int) h_total;
  timing->v_total = (int) v_total;
  timing->interlaced = base->half != 0;
  timing->pixel_clock = (GenlockRational) { clock, 1 };
  timing->frame_rate = genlock_rational_reduce (clock, h_total * v_total);
  timing->standard = standard;
  timing->source = source;

  return TRUE;
}

gboolean
genlock_timing_compute_cvt (GenlockTiming       *timing,
                            const GenlockFormat *format)
{
  Base base;
  gint64 period_num, period_den, sync_and_back_porch, half_lines, h_blank, h_total;

  if (!init_base (&base, format, CELL))
    return FALSE;

  /* The line period in µs, as a fraction: (1 / rate - 550 µs) / (lines + porch + half). */
  period_num = 2 * (base.rate.den * 1000000 - MIN_SYNC_AND_BACK_PORCH * base.rate.num);
  period_den = base.rate.num * (2 * (base.v_active + MIN_V_PORCH) + base.half);
  if (period_num <= 0)
    return FALSE;

  sync_and_back_porch = MAX (MIN_SYNC_AND_BACK_PORCH * period_den / period_num + 1,
                             get_v_sync (format) + MIN_V_BACK_PORCH);
  half_lines = 2 * (base.v_active + sync_and_back_porch + MIN_V_PORCH) + base.half;

  /* Blanking is duty / (100 - duty) of the active line, duty = 30 % - 0.3 % × period in µs. */
  if (300 * period_den - 3 * period_num < 10 * MIN_DUTY_CYCLE * period_den)
    h_blank = base.h_active * MIN_DUTY_CYCLE / (100 - MIN_DUTY_CYCLE);
  else
    h_blank = base.h_active * (300 * period_den - 3 * period_num) /
              (700 * period_den + 3 * period_num);
  h_blank = h_blank / (2 * CELL) * (2 * CELL);
  h_total = base.h_active + h_blank;

  return finish (timing, &base, h_total, half_lines,
                 h_total * period_den * 4 / period_num * CLOCK_STEP,
                 GENLOCK_TIMING_CVT, "VESA CVT 1.2");
}

/* Reduced blanking: a fixed part of the line, and of the frame at least 460 µs. */
static gboolean
compute_reduced (GenlockTiming       *timing,
                 const GenlockFormat *format,
                 gboolean             version_2)
{
  Base base;
  gint64 time, v_blank, half_lines, h_total, step, least;

  if (!init_base (&base, format, version_2 ? 1 : CELL))
    return FALSE;

  /* Lines in 460 µs: 460 / ((1 / rate - 460) / lines). */
  time = base.rate.den * 1000000 - RB_MIN_V_BLANK * base.rate.num;
  if (time <= 0)
    return FALSE;

  least = version_2 ? RB_V2_MIN_LINES : MIN_V_PORCH + get_v_sync (format) + MIN_V_BACK_PORCH;
  v_blank = MAX (RB_MIN_V_BLANK * base.rate.num * base.v_active / time + 1, least);
  half_lines = 2 * (base.v_active + v_blank) + base.half;
  h_total = base.h_active + (version_2 ? RB_H_BLANK_V2 : RB_H_BLANK);
  step = version_2 ? CLOCK_STEP_V2 : CLOCK_STEP;

  return finish (timing, &base, h_total, half_lines,
                 base.rate.num * half_lines * h_total / (2 * base.rate.den * step) * step,
                 version_2 ? GENLOCK_TIMING_RB_V2 : GENLOCK_TIMING_RB_V1,
                 version_2 ? "VESA CVT 1.2 RBv2" : "VESA CVT 1.2 RBv1");
}

gboolean
genlock_timing_compute_rb_v1 (GenlockTiming       *timing,
                              const GenlockFormat *format)
{
  return compute_reduced (timing, format, FALSE);
}

gboolean
genlock_timing_compute_rb_v2 (GenlockTiming       *timing,
                              const GenlockFormat *format)
{
  if (format->scan == GENLOCK_SCAN_I)
    return FALSE;

  return compute_reduced (timing, format, TRUE);
}
