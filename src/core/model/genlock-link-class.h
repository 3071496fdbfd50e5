/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Single link, dual link, 4K: the size of a picture in the words of screen switchers. */

#pragma once

#include <glib.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-link.h"

G_BEGIN_DECLS

/**
 * GenlockLinkClass:
 * @GENLOCK_LINK_CLASS_UNKNOWN: raster or rate is not known
 * @GENLOCK_LINK_CLASS_SL: single link
 * @GENLOCK_LINK_CLASS_DL: dual link
 * @GENLOCK_LINK_CLASS_4K: 4K
 * @GENLOCK_LINK_CLASS_OVER_4K: more than one 4K connector carries
 */
typedef enum
{
  GENLOCK_LINK_CLASS_UNKNOWN,
  GENLOCK_LINK_CLASS_SL,
  GENLOCK_LINK_CLASS_DL,
  GENLOCK_LINK_CLASS_4K,
  GENLOCK_LINK_CLASS_OVER_4K,
} GenlockLinkClass;

/**
 * genlock_link_class_of:
 * @format: a format, which may be partial
 *
 * The class, worked out from the real timing (genlock_timing_init ()). The first that holds:
 *
 * - over 4K: more pixels a second than 4096×2160 at 60 Hz, a switcher's 4K capacity
 * - 4K: 3840×2160 pixels or more, or a clock above 330 MHz (two links of DVI 1.0)
 * - DL: more pixels than 2048×1200, a switcher's SL capacity, or a clock above 165 MHz (one link
 *   of DVI 1.0)
 * - SL: the rest
 *
 * The rule by which planners estimate (4K from 3840×2160 pixels, DL above 1920×1080 pixels or
 * 165 MHz, with the clock guessed from a blanking factor) agrees but for two cases, in which
 * the real timing decides as switchers do: rasters up to 2048×1200 with a clock up to 165 MHz
 * (1920×1200 with reduced blanking) are SL, and clocks above 330 MHz below 3840×2160 (3264×1920
 * without reduced blanking) are 4K.
 *
 * Returns: the class
 */
GenlockLinkClass genlock_link_class_of             (const GenlockFormat    *format);

/**
 * genlock_link_class_get_name:
 * @link_class: a class
 *
 * Returns: (transfer none): "SL", "DL", "4K", ">4K", no text to translate; "" for unknown
 */
const char *     genlock_link_class_get_name       (GenlockLinkClass        link_class);

/**
 * genlock_link_class_get_connectors:
 * @link_class: a class
 * @family: a family
 *
 * How many connectors of a screen switcher the class takes, where they are 3G-SDI, DVI-D,
 * HDMI 1.4a or DisplayPort 1.1a: SDI 1, 2, 4; DVI, HDMI and DisplayPort 1, 1, 2. For connectors
 * of a known version genlock_link_count () answers.
 *
 * Returns: the number; 0 when the family has no such set
 */
int              genlock_link_class_get_connectors (GenlockLinkClass        link_class,
                                                    GenlockConnectorFamily  family);

G_END_DECLS
