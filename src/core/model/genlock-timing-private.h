/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of broadcast timings and VESA's formulas, for the model's own files. */

#pragma once

#include "core/model/genlock-format.h"
#include "core/model/genlock-timing.h"

G_BEGIN_DECLS

/* One raster at one nominal rate. */
typedef struct
{
  int h_res;
  int v_res;
  GenlockScan scan;        /* PSF is found under P */
  int rate;                /* nominal hertz: fields when interlaced */
  gboolean pulled_down;    /* the rate / 1.001 has the same totals */
  gboolean exact;          /* the nominal rate itself is standardised */
  int h_total;
  int v_total;             /* lines of a frame */
  GenlockTimingStandard standard;
  const char *source;      /* the document */
} GenlockBroadcastTiming;

/* NULL when no standard has this raster, scan and rate. The format is normalized but for its
 * blanking; an unknown scan finds the progressive row. */
const GenlockBroadcastTiming *genlock_timing_find_broadcast      (const GenlockFormat *format);

/* Whether genlock_timing_find_broadcast () finds something. */
gboolean                      genlock_timing_is_broadcast        (const GenlockFormat *format);

/* Whether a row of the table has this raster. */
gboolean                      genlock_timing_is_broadcast_raster (int                  h_res,
                                                                  int                  v_res);

/* Fill active pixels, totals and clock from VESA's formulas. The format is normalized and
 * complete. FALSE when the formula has no result. */
gboolean                      genlock_timing_compute_cvt         (GenlockTiming       *timing,
                                                                  const GenlockFormat *format);
gboolean                      genlock_timing_compute_rb_v1       (GenlockTiming       *timing,
                                                                  const GenlockFormat *format);
gboolean                      genlock_timing_compute_rb_v2       (GenlockTiming       *timing,
                                                                  const GenlockFormat *format);

G_END_DECLS
