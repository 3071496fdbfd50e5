/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capacities of links, needs of pictures. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "core/model/genlock-link.h"

#define MBIT G_GINT64_CONSTANT (1000000)
#define MHZ G_GINT64_CONSTANT (1000000)

#define SDI GENLOCK_CONNECTOR_FAMILY_SDI
#define DVI GENLOCK_CONNECTOR_FAMILY_DVI
#define HDMI GENLOCK_CONNECTOR_FAMILY_HDMI
#define DP GENLOCK_CONNECTOR_FAMILY_DP

/* Some HDMI 2.0 equipment refuses lines longer than the widest of CTA-861-F, 4096. */
#define HDMI_USUAL_WIDTH 4096

/* Name, family, payload, line rate, clock limit, 4:2:2, 4:2:0, source. Payloads: TMDS leaves 8 of
 * 10 bits (24 a clock), HDMI's FRL 16 of 18, DisplayPort 8 of 10 and from UHBR on what its
 * 128b/132b coding and error correction leave. SDI's serial rate counts all words, blanking too,
 * as the needs do; its clocks divided by 1.001 are slower by as much as the 59.94 family's
 * pictures. */
static const GenlockLinkInfo links[] = {
  [GENLOCK_LINK_SD_SDI] =
    { "SD-SDI", SDI, 270 * MBIT, 270 * MBIT, 0, TRUE, TRUE, "SMPTE ST 259" },
  [GENLOCK_LINK_HD_SDI] =
    { "HD-SDI", SDI, 1485 * MBIT, 1485 * MBIT, 0, TRUE, TRUE, "SMPTE ST 292-1" },
  [GENLOCK_LINK_3G_SDI] =
    { "3G-SDI", SDI, 2970 * MBIT, 2970 * MBIT, 0, TRUE, TRUE, "SMPTE ST 424" },
  [GENLOCK_LINK_6G_SDI] =
    { "6G-SDI", SDI, 5940 * MBIT, 5940 * MBIT, 0, TRUE, TRUE, "SMPTE ST 2081-1" },
  [GENLOCK_LINK_12G_SDI] =
    { "12G-SDI", SDI, 11880 * MBIT, 11880 * MBIT, 0, TRUE, TRUE, "SMPTE ST 2082-1" },
  [GENLOCK_LINK_24G_SDI] =
    { "24G-SDI", SDI, 23760 * MBIT, 23760 * MBIT, 0, TRUE, TRUE, "SMPTE ST 2083-1" },
  [GENLOCK_LINK_DVI_SL] =
    { "DVI SL", DVI, 3960 * MBIT, 4950 * MBIT, 165 * MHZ, FALSE, FALSE, "DVI 1.0" },
  [GENLOCK_LINK_DVI_DL] =
    { "DVI DL", DVI, 7920 * MBIT, 9900 * MBIT, 330 * MHZ, FALSE, FALSE, "DVI 1.0" },
  [GENLOCK_LINK_HDMI_1_4] =
    { "HDMI 1.4", HDMI, 8160 * MBIT, 10200 * MBIT, 340 * MHZ, TRUE, FALSE, "HDMI 1.4b" },
  [GENLOCK_LINK_HDMI_2_0] =
    { "HDMI 2.0", HDMI, 14400 * MBIT, 18000 * MBIT, 600 * MHZ, TRUE, TRUE, "HDMI 2.0b" },
  [GENLOCK_LINK_HDMI_2_1] =
    { "HDMI 2.1", HDMI, 42600 * MBIT, 48000 * MBIT, 0, TRUE, TRUE, "HDMI 2.1, FRL 48G" },
  [GENLOCK_LINK_DP_1_1] =
    { "DP 1.1", DP, 8640 * MBIT, 10800 * MBIT, 0, TRUE, FALSE, "DisplayPort 1.1a, HBR × 4" },
  [GENLOCK_LINK_DP_1_2] =
    { "DP 1.2", DP, 17280 * MBIT, 21600 * MBIT, 0, TRUE, FALSE, "DisplayPort 1.2, HBR2 × 4" },
  [GENLOCK_LINK_DP_1_4] =
    { "DP 1.4", DP, 25920 * MBIT, 32400 * MBIT, 0, TRUE, TRUE, "DisplayPort 1.4, HBR3 × 4" },
  [GENLOCK_LINK_DP_UHBR10] =
    { "DP 2.1 UHBR10", DP, 38690 * MBIT, 40000 * MBIT, 0, TRUE, TRUE, "DisplayPort 2.1" },
  [GENLOCK_LINK_DP_UHBR13_5] =
    { "DP 2.1 UHBR13.5", DP, 52220 * MBIT, 54000 * MBIT, 0, TRUE, TRUE, "DisplayPort 2.1" },
  [GENLOCK_LINK_DP_UHBR20] =
    { "DP 2.1 UHBR20", DP, 77370 * MBIT, 80000 * MBIT, 0, TRUE, TRUE, "DisplayPort 2.1" },
};

G_STATIC_ASSERT (G_N_ELEMENTS (links) == GENLOCK_N_LINKS);

typedef struct
{
  const char *name;
  int bits;           /* of a pixel, components alone */
  gboolean is_4_2_2;
  gboolean is_4_2_0;
  gboolean fits_sdi;  /* in one pair of 10-bit words a pixel */
} Sampling;

static const Sampling samplings[] = {
  [GENLOCK_SAMPLING_4_4_4_8] = { N_("4:4:4 8 bit"), 24, FALSE, FALSE, FALSE },
  [GENLOCK_SAMPLING_4_4_4_10] = { N_("4:4:4 10 bit"), 30, FALSE, FALSE, FALSE },
  [GENLOCK_SAMPLING_4_4_4_12] = { N_("4:4:4 12 bit"), 36, FALSE, FALSE, FALSE },
  [GENLOCK_SAMPLING_4_2_2_8] = { N_("4:2:2 8 bit"), 16, TRUE, FALSE, TRUE },
  [GENLOCK_SAMPLING_4_2_2_10] = { N_("4:2:2 10 bit"), 20, TRUE, FALSE, TRUE },
  [GENLOCK_SAMPLING_4_2_2_12] = { N_("4:2:2 12 bit"), 24, TRUE, FALSE, FALSE },
  [GENLOCK_SAMPLING_4_2_0_8] = { N_("4:2:0 8 bit"), 12, FALSE, TRUE, TRUE },
  [GENLOCK_SAMPLING_4_2_0_10] = { N_("4:2:0 10 bit"), 15, FALSE, TRUE, TRUE },
  [GENLOCK_SAMPLING_4_2_0_12] = { N_("4:2:0 12 bit"), 18, FALSE, TRUE, FALSE },
};

G_STATIC_ASSERT (G_N_ELEMENTS (samplings) == GENLOCK_N_SAMPLINGS);

const GenlockLinkInfo *
genlock_link_get_info (GenlockLink link)
{
  if (link == GENLOCK_LINK_UNKNOWN || (gsize) link >= G_N_ELEMENTS (links))
    return NULL;

  return &links[link];
}

static gboolean
is_sdi (GenlockLink link)
{
  const GenlockLinkInfo *info = genlock_link_get_info (link);

  return info != NULL && info->family == SDI;
}

GenlockSampling
genlock_link_get_default_sampling (GenlockLink link)
{
  return is_sdi (link) ? GENLOCK_SAMPLING_4_2_2_10 : GENLOCK_SAMPLING_4_4_4_8;
}

const char *
genlock_sampling_get_name (GenlockSampling sampling)
{
  return (gsize) sampling < G_N_ELEMENTS (samplings) ? samplings[sampling].name : "";
}

int
genlock_sampling_get_bits (GenlockSampling        sampling,
                           GenlockConnectorFamily family)
{
  const Sampling *row;

  if ((gsize) sampling >= G_N_ELEMENTS (samplings))
    sampling = GENLOCK_SAMPLING_4_4_4_8;
  row = &samplings[sampling];

  if (family == SDI)
    return row->fits_sdi ? 20 : 40;
  if (family == HDMI && row->is_4_2_2)
    return 24;

  return row->bits;
}

double
genlock_link_get_need (const GenlockTiming    *timing,
                       GenlockSampling         sampling,
                       GenlockConnectorFamily  family)
{
  return genlock_timing_get_pixel_clock (timing) * genlock_sampling_get_bits (sampling, family);
}

char *
genlock_link_dup_rate (double bits)
{
  if (!(bits > 0.0 && bits < 1e18))
    return g_strdup ("");

  if (bits < 999.5e6)
    return g_strdup_printf ("%.0f Mb/s", floor (bits / 1e6 + 0.5));

  return g_strdup_printf ("%.2f Gb/s", floor (bits / 1e7 + 0.5) / 100.0);
}

double
genlock_link_get_active_need (const GenlockTiming *timing,
                              GenlockSampling      sampling)
{
  double pixels = (double) timing->h_active * timing->v_active;
  int bits = genlock_sampling_get_bits (sampling, GENLOCK_CONNECTOR_FAMILY_IP);

  return pixels * bits * genlock_rational_to_double (timing->frame_rate);
}

GenlockLink
genlock_link_find_sdi (const GenlockTiming *timing,
                       GenlockSampling      sampling)
{
  double need = genlock_link_get_need (timing, sampling, SDI);

  if (timing->standard != GENLOCK_TIMING_SMPTE)
    return GENLOCK_LINK_UNKNOWN;

  for (int link = GENLOCK_LINK_SD_SDI; link <= GENLOCK_LINK_24G_SDI; link++)
    {
      if (need <= (double) links[link].payload)
        return (GenlockLink) link;
    }

  return GENLOCK_LINK_UNKNOWN;
}

static GenlockFitVerdict
judge (const GenlockTiming *timing,
       GenlockSampling      sampling,
       GenlockLink          link,
       double               need)
{
  const Sampling *row = &samplings[sampling];
  const GenlockLinkInfo *info = &links[link];

  /* SDI carries the broadcast timings alone: no raster and no blanking of computers. */
  if (info->family == SDI && timing->standard != GENLOCK_TIMING_SMPTE)
    return GENLOCK_FIT_NOT_SDI;
  /* DVI has no deep colour on one link, and a second one is for the clock. */
  if (info->family == DVI && sampling != GENLOCK_SAMPLING_4_4_4_8)
    return GENLOCK_FIT_NO_SAMPLING;
  if ((row->is_4_2_2 && !info->carries_4_2_2) || (row->is_4_2_0 && !info->carries_4_2_0))
    return GENLOCK_FIT_NO_SAMPLING;

  return need <= (double) info->payload ? GENLOCK_FIT_OK : GENLOCK_FIT_TOO_MUCH;
}

static GenlockFit
check_format (const GenlockFormat *format,
              GenlockSampling      sampling,
              GenlockLink          link)
{
  GenlockFit fit = { .verdict = GENLOCK_FIT_NOT_CHECKED };
  const GenlockLinkInfo *info = genlock_link_get_info (link);
  GenlockTiming timing;

  if (info == NULL || (gsize) sampling >= G_N_ELEMENTS (samplings) ||
      !genlock_timing_init (&timing, format))
    return fit;

  fit.need = genlock_link_get_need (&timing, sampling, info->family);
  fit.capacity = (double) info->payload;
  fit.ratio = fit.need / fit.capacity;
  fit.assumed = timing.assumed;
  fit.is_wide = info->family == HDMI && timing.h_active > HDMI_USUAL_WIDTH;
  fit.verdict = judge (&timing, sampling, link, fit.need);

  return fit;
}

/* Whether another reading of what the format leaves open fits. */
static gboolean
fits_otherwise (const GenlockFormat *format,
                GenlockSampling      sampling,
                GenlockLink          link,
                GenlockAssumption    assumed)
{
  GenlockFormat other = *format;

  if (assumed & GENLOCK_ASSUMED_SCAN)
    {
      other.scan = GENLOCK_SCAN_I;
      if (check_format (&other, sampling, link).verdict == GENLOCK_FIT_OK)
        return TRUE;
      other.scan = GENLOCK_SCAN_P;
    }
  if (assumed & GENLOCK_ASSUMED_BLANKING)
    {
      other.blanking = GENLOCK_BLANKING_RB_V2;
      if (check_format (&other, sampling, link).verdict == GENLOCK_FIT_OK)
        return TRUE;
    }

  return FALSE;
}

GenlockFit
genlock_link_check (const GenlockFormat *format,
                    GenlockSampling      sampling,
                    GenlockLink          link)
{
  GenlockFit fit = check_format (format, sampling, link);

  if (fit.verdict != GENLOCK_FIT_OK && fit.verdict != GENLOCK_FIT_NOT_CHECKED &&
      fits_otherwise (format, sampling, link, fit.assumed))
    fit.verdict = GENLOCK_FIT_NOT_CHECKED;

  return fit;
}

int
genlock_link_count (const GenlockFormat *format,
                    GenlockSampling      sampling,
                    GenlockLink          link)
{
  GenlockFit fit = genlock_link_check (format, sampling, link);

  if (fit.verdict == GENLOCK_FIT_OK)
    return 1;
  if (fit.verdict != GENLOCK_FIT_TOO_MUCH || link == GENLOCK_LINK_SD_SDI || fit.ratio > 8.0)
    return 0;

  if (is_sdi (link))
    return fit.ratio <= 2.0 ? 2 : fit.ratio <= 4.0 ? 4 : 0;

  return (int) ceil (fit.ratio);
}
