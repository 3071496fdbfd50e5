/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The link class of a format, and the connectors it takes. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-link-class.h"
#include "core/model/genlock-timing.h"

/* DVI 1.0: highest clocks of one link and of two, in hertz. */
#define SL_CLOCK 165e6
#define DL_CLOCK 330e6

/* Capacities of screen switchers: pixels of a frame, pixels a second. */
#define SL_PIXELS (2048 * 1200)
#define UHD_PIXELS (3840 * 2160)
#define UHD_PIXEL_RATE (4096.0 * 2160.0 * 60.0)

static const char *const names[] = {
  [GENLOCK_LINK_CLASS_UNKNOWN] = "",
  [GENLOCK_LINK_CLASS_SL] = "SL",
  [GENLOCK_LINK_CLASS_DL] = "DL",
  [GENLOCK_LINK_CLASS_4K] = "4K",
  [GENLOCK_LINK_CLASS_OVER_4K] = ">4K",
};

GenlockLinkClass
genlock_link_class_of (const GenlockFormat *format)
{
  GenlockFormat normal = genlock_format_normalize (format);
  GenlockRational rate = genlock_rate_to_rational (normal.rate);
  GenlockTiming timing;
  gint64 pixels;
  double clock;

  if (!genlock_timing_init (&timing, &normal))
    return GENLOCK_LINK_CLASS_UNKNOWN;

  pixels = (gint64) normal.h_res * normal.v_res;
  clock = genlock_timing_get_pixel_clock (&timing);
  /* Two fields make a frame. */
  if (timing.interlaced)
    rate.den *= 2;

  if ((double) pixels * genlock_rational_to_double (rate) > UHD_PIXEL_RATE)
    return GENLOCK_LINK_CLASS_OVER_4K;
  if (pixels >= UHD_PIXELS || clock > DL_CLOCK)
    return GENLOCK_LINK_CLASS_4K;
  if (pixels > SL_PIXELS || clock > SL_CLOCK)
    return GENLOCK_LINK_CLASS_DL;

  return GENLOCK_LINK_CLASS_SL;
}

const char *
genlock_link_class_get_name (GenlockLinkClass link_class)
{
  return (gsize) link_class < G_N_ELEMENTS (names) ? names[link_class] : "";
}

int
genlock_link_class_get_connectors (GenlockLinkClass       link_class,
                                   GenlockConnectorFamily family)
{
  gboolean is_sdi = family == GENLOCK_CONNECTOR_FAMILY_SDI;

  if (!is_sdi && family != GENLOCK_CONNECTOR_FAMILY_DVI &&
      family != GENLOCK_CONNECTOR_FAMILY_HDMI && family != GENLOCK_CONNECTOR_FAMILY_DP)
    return 0;

  switch (link_class)
    {
    case GENLOCK_LINK_CLASS_SL:
      return 1;

    case GENLOCK_LINK_CLASS_DL:
      return is_sdi ? 2 : 1;

    case GENLOCK_LINK_CLASS_4K:
      return is_sdi ? 4 : 2;

    case GENLOCK_LINK_CLASS_UNKNOWN:
    case GENLOCK_LINK_CLASS_OVER_4K:
      break;
    }

  return 0;
}
