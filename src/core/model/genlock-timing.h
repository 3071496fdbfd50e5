/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format works out to: totals with blanking, pixel clock, frames a second. */

#pragma once

#include <glib.h>

#include "core/model/genlock-format.h"

G_BEGIN_DECLS

/**
 * GenlockTimingStandard:
 * @GENLOCK_TIMING_UNKNOWN: no timing
 * @GENLOCK_TIMING_SMPTE: a raster and rate that SDI carries (SMPTE, ITU-R)
 * @GENLOCK_TIMING_CEA: a consumer timing that no SDI standard has (CTA-861)
 * @GENLOCK_TIMING_CVT: VESA CVT 1.2, standard blanking
 * @GENLOCK_TIMING_RB_V1: VESA CVT 1.2, reduced blanking version 1
 * @GENLOCK_TIMING_RB_V2: VESA CVT 1.2, reduced blanking version 2
 * @GENLOCK_TIMING_RB_V3: reduced blanking version 3 with its own totals, or RBv2's numbers
 */
typedef enum
{
  GENLOCK_TIMING_UNKNOWN,
  GENLOCK_TIMING_SMPTE,
  GENLOCK_TIMING_CEA,
  GENLOCK_TIMING_CVT,
  GENLOCK_TIMING_RB_V1,
  GENLOCK_TIMING_RB_V2,
  GENLOCK_TIMING_RB_V3,
} GenlockTimingStandard;

/**
 * GenlockAssumption:
 * @GENLOCK_ASSUMED_NOTHING: the format says everything
 * @GENLOCK_ASSUMED_SCAN: the scan is unknown, progressive is assumed (the larger need)
 * @GENLOCK_ASSUMED_BLANKING: no blanking is set, RBv1 is assumed
 * @GENLOCK_ASSUMED_TOTALS: RBv3 without totals, RBv2's are assumed (the smallest that it may have)
 */
typedef enum
{
  GENLOCK_ASSUMED_NOTHING = 0,
  GENLOCK_ASSUMED_SCAN = 1 << 0,
  GENLOCK_ASSUMED_BLANKING = 1 << 1,
  GENLOCK_ASSUMED_TOTALS = 1 << 2,
} GenlockAssumption;

/**
 * GenlockTiming:
 * @h_active: active pixels of a line. CVT and RBv1 round the raster's down to a multiple of 8
 * @v_active: active lines of a frame
 * @h_total: pixels of a line with blanking
 * @v_total: lines of a frame with blanking (1125 for 1080i)
 * @pixel_clock: hertz, exact
 * @frame_rate: frames a second, exact; VESA's clock steps make it differ a little from the
 *   format's rate (59.88 for 59.94)
 * @interlaced: whether a frame has two fields
 * @standard: which rule gave the numbers
 * @assumed: what the format left open
 * @source: (nullable): the document that holds the numbers
 *
 * A value. All zero when there is no timing.
 */
typedef struct
{
  int h_active;
  int v_active;
  int h_total;
  int v_total;
  GenlockRational pixel_clock;
  GenlockRational frame_rate;
  gboolean interlaced;
  GenlockTimingStandard standard;
  GenlockAssumption assumed;
  const char *source;
} GenlockTiming;

/**
 * genlock_timing_init:
 * @timing: (out caller-allocates): the result; all zero on failure
 * @format: a format, which may hold anything
 *
 * Which rule applies:
 *
 * - RBv1, RBv2, RBv3: that formula, on every raster. RBv3 takes RBv2's numbers
 *   (see genlock_timing_init_totals ()). RBv2 and RBv3 have no interlaced timing.
 * - NONE: the broadcast timing where a standard has raster, scan and rate, else CVT.
 * - unset: the broadcast timing where a standard has it, else RBv1, which is what panels, LED
 *   processors and laptops agree on over a digital link; @assumed says so.
 *
 * An interlaced broadcast raster at a rate that no standard has (1080i25) has no timing, nor
 * has a segmented frame outside the standards.
 *
 * Returns: whether there is a timing
 */
gboolean    genlock_timing_init              (GenlockTiming         *timing,
                                              const GenlockFormat   *format);

/**
 * genlock_timing_init_totals:
 * @timing: (out caller-allocates): the result; all zero on failure
 * @format: a progressive format
 * @h_total: pixels of a line, above @format's
 * @v_total: lines of a frame, above @format's
 *
 * The timing of RBv3 or of a custom mode whose totals are known. The clock is rounded down to
 * 1 kHz, as RBv2's is.
 *
 * Returns: whether there is a timing
 */
gboolean    genlock_timing_init_totals       (GenlockTiming         *timing,
                                              const GenlockFormat   *format,
                                              int                    h_total,
                                              int                    v_total);

/**
 * genlock_timing_get_pixel_clock:
 * @timing: a timing
 *
 * Returns: hertz, rounded to the nearest double; 0 without a timing
 */
double      genlock_timing_get_pixel_clock   (const GenlockTiming   *timing);

/**
 * genlock_timing_dup_pixel_clock:
 * @timing: a timing
 *
 * Returns: (transfer full): "148.35 MHz": two decimals, halves away from zero, in the locale's
 *   notation; "" without a timing
 */
char *      genlock_timing_dup_pixel_clock   (const GenlockTiming   *timing);

/**
 * genlock_timing_standard_get_name:
 * @standard: a standard
 *
 * Returns: (transfer none): "SMPTE", "CTA-861", "CVT", "RBv1" …, which is no text to translate;
 *   "" for unknown
 */
const char *genlock_timing_standard_get_name (GenlockTimingStandard  standard);

/**
 * genlock_timing_is_sdi_raster:
 * @h_res: active pixels
 * @v_res: active lines
 *
 * Returns: whether SDI carries this raster at all: 720×486, 720×576, 1280×720, 1920×1080,
 *   2048×1080, 3840×2160, 4096×2160, 7680×4320
 */
gboolean    genlock_timing_is_sdi_raster     (int                    h_res,
                                              int                    v_res);

G_END_DECLS
