/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a link carries, what a picture needs, and whether it fits. */

#pragma once

#include <glib.h>

#include "core/model/genlock-connector-family.h"
#include "core/model/genlock-format.h"
#include "core/model/genlock-timing.h"

G_BEGIN_DECLS

/**
 * GenlockLink:
 * @GENLOCK_LINK_UNKNOWN: no version or rate is known
 *
 * A link by version or rate. The numbers behind each: genlock_link_get_info ().
 */
typedef enum
{
  GENLOCK_LINK_UNKNOWN,
  GENLOCK_LINK_SD_SDI,
  GENLOCK_LINK_HD_SDI,
  GENLOCK_LINK_3G_SDI,
  GENLOCK_LINK_6G_SDI,
  GENLOCK_LINK_12G_SDI,
  GENLOCK_LINK_24G_SDI,
  GENLOCK_LINK_DVI_SL,
  GENLOCK_LINK_DVI_DL,
  GENLOCK_LINK_HDMI_1_4,
  GENLOCK_LINK_HDMI_2_0,
  GENLOCK_LINK_HDMI_2_1,
  GENLOCK_LINK_DP_1_1,
  GENLOCK_LINK_DP_1_2,
  GENLOCK_LINK_DP_1_4,
  GENLOCK_LINK_DP_UHBR10,
  GENLOCK_LINK_DP_UHBR13_5,
  GENLOCK_LINK_DP_UHBR20,
} GenlockLink;

#define GENLOCK_N_LINKS (GENLOCK_LINK_DP_UHBR20 + 1)

/**
 * GenlockLinkInfo:
 * @name: "3G-SDI", "HDMI 2.0" …, no text to translate
 * @family: the connector's family
 * @payload: bits a second that are left for the picture
 * @line_rate: bits a second on the wire; 0 where the standard limits the clock instead
 * @max_clock: highest pixel clock in hertz at 24 bits a pixel; 0 where none is named
 * @carries_4_2_2: whether it has 4:2:2
 * @carries_4_2_0: whether it has 4:2:0
 * @standard: the document that the numbers come from
 */
typedef struct
{
  const char *name;
  GenlockConnectorFamily family;
  gint64 payload;
  gint64 line_rate;
  gint64 max_clock;
  gboolean carries_4_2_2;
  gboolean carries_4_2_0;
  const char *standard;
} GenlockLinkInfo;

/**
 * GenlockSampling:
 *
 * How pixels are sampled, and bits of a component: %GENLOCK_SAMPLING_4_2_2_10 is SDI's own.
 */
typedef enum
{
  GENLOCK_SAMPLING_4_4_4_8,
  GENLOCK_SAMPLING_4_4_4_10,
  GENLOCK_SAMPLING_4_4_4_12,
  GENLOCK_SAMPLING_4_2_2_8,
  GENLOCK_SAMPLING_4_2_2_10,
  GENLOCK_SAMPLING_4_2_2_12,
  GENLOCK_SAMPLING_4_2_0_8,
  GENLOCK_SAMPLING_4_2_0_10,
  GENLOCK_SAMPLING_4_2_0_12,
} GenlockSampling;

#define GENLOCK_N_SAMPLINGS (GENLOCK_SAMPLING_4_2_0_12 + 1)

/**
 * GenlockFitVerdict:
 * @GENLOCK_FIT_NOT_CHECKED: too little is known to say; never an error
 * @GENLOCK_FIT_OK: it fits
 * @GENLOCK_FIT_TOO_MUCH: the need is above the capacity
 * @GENLOCK_FIT_NOT_SDI: SDI does not carry this raster and timing at any bandwidth: scale it
 * @GENLOCK_FIT_NO_SAMPLING: the link does not carry this sampling
 */
typedef enum
{
  GENLOCK_FIT_NOT_CHECKED,
  GENLOCK_FIT_OK,
  GENLOCK_FIT_TOO_MUCH,
  GENLOCK_FIT_NOT_SDI,
  GENLOCK_FIT_NO_SAMPLING,
} GenlockFitVerdict;

/**
 * GenlockFit:
 * @verdict: whether it fits
 * @need: bits a second that the picture needs on this kind of link; 0 when not known
 * @capacity: bits a second that the link has for it; 0 when not known
 * @ratio: @need / @capacity (4.0 = four times over); 0 when not known
 * @assumed: what the format left open
 * @is_wide: the raster is wider than 4096 on HDMI: some equipment refuses it though it fits
 */
typedef struct
{
  GenlockFitVerdict verdict;
  double need;
  double capacity;
  double ratio;
  GenlockAssumption assumed;
  gboolean is_wide;
} GenlockFit;

/**
 * genlock_link_get_info:
 * @link: a link
 *
 * Returns: (nullable) (transfer none): its numbers; %NULL for unknown
 */
const GenlockLinkInfo *genlock_link_get_info        (GenlockLink             link);

/**
 * genlock_link_get_default_sampling:
 * @link: a link
 *
 * Returns: 4:2:2 10 bit on SDI, else 4:4:4 8 bit, which computers send
 */
GenlockSampling        genlock_link_get_default_sampling (GenlockLink        link);

/**
 * genlock_sampling_get_name:
 * @sampling: a sampling
 *
 * Returns: (transfer none): "4:2:2 10 bit"…, marked for translation
 */
const char *           genlock_sampling_get_name    (GenlockSampling         sampling);

/**
 * genlock_sampling_get_bits:
 * @sampling: a sampling
 * @family: the family that carries it
 *
 * Bits that one period of the pixel clock takes. SDI: 20 for 4:2:2 up to 10 bit and 4:2:0, which
 * it carries inside; 40 for the rest (the dual-stream mappings of SMPTE ST 425-1 and ST 2081-10).
 * HDMI: 24 for 4:2:2 of any depth (HDMI 1.4b, 6.2.3). Others: the components' own bits.
 *
 * Returns: bits a pixel, 12 to 40
 */
int                    genlock_sampling_get_bits    (GenlockSampling         sampling,
                                                     GenlockConnectorFamily  family);

/**
 * genlock_link_get_need:
 * @timing: a timing
 * @sampling: how pixels are sampled
 * @family: the family that carries it
 *
 * Pixel clock × bits a pixel, blanking included: on SDI total pixels × total lines × frames × 20.
 *
 * Returns: bits a second; 0 without a timing
 */
double                 genlock_link_get_need        (const GenlockTiming    *timing,
                                                     GenlockSampling         sampling,
                                                     GenlockConnectorFamily  family);

/**
 * genlock_link_dup_rate:
 * @bits: bits a second, 0 or more
 *
 * Returns: (transfer full): "2.97 Gb/s", below 1 Gb/s "270 Mb/s", halves away from zero, in the
 *   locale's notation; "" for 0 and for what is no number
 */
char *                 genlock_link_dup_rate        (double                  bits);

/**
 * genlock_link_get_active_need:
 * @timing: a timing
 * @sampling: how pixels are sampled
 *
 * The active picture alone, as SMPTE ST 2110-20 sends it (its packets add 5 to 8 %).
 *
 * Returns: bits a second; 0 without a timing
 */
double                 genlock_link_get_active_need (const GenlockTiming    *timing,
                                                     GenlockSampling         sampling);

/**
 * genlock_link_find_sdi:
 * @timing: a timing
 * @sampling: how pixels are sampled
 *
 * Returns: the smallest SDI link that carries it alone; %GENLOCK_LINK_UNKNOWN when none does
 */
GenlockLink            genlock_link_find_sdi        (const GenlockTiming    *timing,
                                                     GenlockSampling         sampling);

/**
 * genlock_link_check:
 * @format: a format, which may be partial
 * @sampling: how pixels are sampled
 * @link: the link
 *
 * A format without a scan that would fit interlaced and not progressive is not checked, and so
 * is one without blanking that would fit with RBv2 and not with RBv1.
 *
 * Returns: whether it fits, with the numbers
 */
GenlockFit             genlock_link_check           (const GenlockFormat    *format,
                                                     GenlockSampling         sampling,
                                                     GenlockLink             link);

/**
 * genlock_link_count:
 * @format: a format
 * @sampling: how pixels are sampled
 * @link: the link
 *
 * How many links of this kind carry the picture together: SDI goes in sets of 1, 2 and 4
 * (SMPTE ST 425-3, ST 425-5, ST 2081-11), others up to 8 as a mosaic.
 *
 * Returns: the number; 0 when no set does or too little is known
 */
int                    genlock_link_count           (const GenlockFormat    *format,
                                                     GenlockSampling         sampling,
                                                     GenlockLink             link);

G_END_DECLS
