/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A video format as planners write it: raster, scan, rate, blanking. */

#pragma once

#include <glib.h>

#include "core/model/genlock-rate.h"

G_BEGIN_DECLS

/* Active pixels and lines go from 1 to this; 0 stands for "unknown". */
#define GENLOCK_RES_MAX 65535

/* Enough for every text that genlock_format_print () writes, with its NUL. */
#define GENLOCK_FORMAT_TEXT_SIZE 64

/**
 * GenlockScan:
 * @GENLOCK_SCAN_UNKNOWN: not said
 * @GENLOCK_SCAN_P: progressive
 * @GENLOCK_SCAN_I: interlaced; the rate counts fields
 * @GENLOCK_SCAN_PSF: progressive, carried as two segments; the rate counts frames
 */
typedef enum
{
  GENLOCK_SCAN_UNKNOWN,
  GENLOCK_SCAN_P,
  GENLOCK_SCAN_I,
  GENLOCK_SCAN_PSF,
} GenlockScan;

/**
 * GenlockBlanking:
 * @GENLOCK_BLANKING_UNSET: not said
 * @GENLOCK_BLANKING_NONE: not reduced: the broadcast timing where the raster has one, else CVT
 * @GENLOCK_BLANKING_RB_V1: CVT reduced blanking version 1 (VESA CVT 1.1)
 * @GENLOCK_BLANKING_RB_V2: CVT reduced blanking version 2 (VESA CVT 1.2)
 * @GENLOCK_BLANKING_RB_V3: CVT reduced blanking version 3 (VESA CVT 2.0)
 */
typedef enum
{
  GENLOCK_BLANKING_UNSET,
  GENLOCK_BLANKING_NONE,
  GENLOCK_BLANKING_RB_V1,
  GENLOCK_BLANKING_RB_V2,
  GENLOCK_BLANKING_RB_V3,
} GenlockBlanking;

/**
 * GenlockFormat:
 * @h_res: active pixels of a line, 1 to %GENLOCK_RES_MAX; 0 = unknown
 * @v_res: active lines of a frame, 1 to %GENLOCK_RES_MAX; 0 = unknown
 * @rate: hertz, at most three decimals; 0 = unknown. Fields a second when interlaced
 *   (1080i59.94 has 59.94 fields), else frames a second
 * @scan: how the lines are read
 * @blanking: which blanking the timing uses
 *
 * A value: copy it by assignment. Any part may be unknown. Numbers out of range are taken for
 * unknown by every function here.
 */
typedef struct
{
  int h_res;
  int v_res;
  double rate;
  GenlockScan scan;
  GenlockBlanking blanking;
} GenlockFormat;

/**
 * GenlockFormatGroup:
 * @title: what the group is called, marked for translation
 * @formats: (array length=n_formats): the formats, none of them partial
 * @n_formats: how many
 */
typedef struct
{
  const char *title;
  const GenlockFormat *formats;
  gsize n_formats;
} GenlockFormatGroup;

/**
 * GenlockRaster:
 * @h_res: active pixels of a line
 * @v_res: active lines of a frame
 * @name: (nullable): the trade's name, such as "WUXGA"
 */
typedef struct
{
  int h_res;
  int v_res;
  const char *name;
} GenlockRaster;

/**
 * genlock_scan_to_word:
 * @scan: a scan
 *
 * Returns: (nullable) (transfer none): the word of the database, "P", "I" or "PSF"; %NULL for
 *   unknown
 */
const char *              genlock_scan_to_word         (GenlockScan           scan);

/**
 * genlock_scan_from_word:
 * @word: (nullable): "P", "I" or "PSF", in any case
 *
 * Returns: the scan; unknown for anything else
 */
GenlockScan               genlock_scan_from_word       (const char           *word);

/**
 * genlock_blanking_to_word:
 * @blanking: a blanking
 *
 * Returns: (nullable) (transfer none): the word of the database, "NONE", "RBv1" …; %NULL for unset
 */
const char *              genlock_blanking_to_word     (GenlockBlanking       blanking);

/**
 * genlock_blanking_from_word:
 * @word: (nullable): "NONE", "RBv1", "RBv2" or "RBv3", in any case
 *
 * Returns: the blanking; unset for anything else
 */
GenlockBlanking           genlock_blanking_from_word   (const char           *word);

/**
 * genlock_format_normalize:
 * @format: a format
 *
 * The one spelling of a format's meaning. Numbers out of range become unknown and rates get
 * their usual spelling. Where only progressive is possible (reduced blanking, a raster that no
 * broadcast standard knows) an unknown scan is progressive. Where "not reduced" says nothing
 * (a broadcast raster and rate) NONE becomes unset.
 *
 * Returns: the normalized format
 */
GenlockFormat             genlock_format_normalize     (const GenlockFormat  *format);

/**
 * genlock_format_equal:
 * @a: a format
 * @b: a format
 *
 * Returns: whether both mean the same: their normalized forms are equal
 */
gboolean                  genlock_format_equal         (const GenlockFormat  *a,
                                                        const GenlockFormat  *b);

/**
 * genlock_format_inherit:
 * @own: a format, such as an output's
 * @from: the format that speaks where @own does not, such as its source's
 *
 * Each part for itself: an unknown one of @own is @from's.
 *
 * Returns: the format that holds
 */
GenlockFormat             genlock_format_inherit       (const GenlockFormat  *own,
                                                        const GenlockFormat  *from);

/**
 * genlock_format_is_empty:
 * @format: a format
 *
 * Returns: whether nothing at all is known
 */
gboolean                  genlock_format_is_empty      (const GenlockFormat  *format);

/**
 * genlock_format_is_complete:
 * @format: a format
 *
 * Returns: whether raster and rate are known, all that a timing needs
 */
gboolean                  genlock_format_is_complete   (const GenlockFormat  *format);

/**
 * genlock_format_print:
 * @format: a format
 * @buffer: (out caller-allocates): at least %GENLOCK_FORMAT_TEXT_SIZE bytes
 *
 * Writes the canonical text, equal in every locale: "1080p59.94", "1080i59.94", "525i59.94" for
 * a broadcast raster without blanking; "1920×1200 59.94 RBv2", "2048×1080p23.98" for others; what
 * is known of a partial one: "1920×1080", "1080p", "59.94"; "" when nothing is. Reading it back
 * with genlock_format_parse () gives an equal format.
 *
 * Returns: (transfer none): @buffer
 */
const char *              genlock_format_print         (const GenlockFormat  *format,
                                                        char                 *buffer);

/**
 * genlock_format_parse:
 * @text: (nullable): what a person wrote
 * @format: (out) (optional): the format, normalized; unchanged on failure
 *
 * Reads liberally ("1080p59.94", "1080i5994", "1920 x 1080 @ 59.94 RBv1", "4K 60", "WUXGA 60",
 * "1080/50i"), and partial formats too ("720p", "UHD"). The whole text must be understood:
 * "12G" or "1080p60 HDR" is no format. "4K" and "8K" are the 3840 and 7680 pixels of CTA-861;
 * "DCI 4K" is 4096. EBU's slash counts frames: "1080i/25" has 50 fields.
 *
 * Returns: whether @text is a format
 */
gboolean                  genlock_format_parse         (const char           *text,
                                                        GenlockFormat        *format);

/**
 * genlock_format_propose:
 * @text: (nullable): free text, such as the "standard" of older records
 * @format: (inout): what is known already
 *
 * Fills what @format does not know from the first words of @text that are a format. A part that
 * @format knows and the words contradict leaves @format as it was. The result is a proposal for
 * a person to accept.
 *
 * Returns: whether anything was added
 */
gboolean                  genlock_format_propose       (const char           *text,
                                                        GenlockFormat        *format);

/**
 * genlock_format_suggest:
 * @format: a format
 * @suggestion: (out): what was probably meant; unchanged when %FALSE
 *
 * An interlaced broadcast raster at 25, 29.97 or 30 is a frame rate written where fields belong:
 * 1080i25 means 1080i50, and no standard has 25 fields a second.
 *
 * Returns: whether there is something better to suggest
 */
gboolean                  genlock_format_suggest       (const GenlockFormat  *format,
                                                        GenlockFormat        *suggestion);

/**
 * genlock_format_dup_aspect:
 * @format: a format
 *
 * The picture's shape in its usual name: "16:9", "16:10", "21:9" (2560×1080 and 3440×1440 are
 * sold so), "256:135", "32:9"; two decimals ("7.59:1") where the reduced fraction says nothing.
 * Standard definition is 4:3 by ITU-R BT.601, whose pixels are not square.
 *
 * Returns: (nullable) (transfer full): the text; %NULL when the raster is not known
 */
char *                    genlock_format_dup_aspect    (const GenlockFormat  *format);

/**
 * genlock_format_get_presets:
 * @n_groups: (out): how many
 *
 * Returns: (array length=n_groups) (transfer none): the usual formats for a popover, by group
 */
const GenlockFormatGroup *genlock_format_get_presets   (gsize                *n_groups);

/**
 * genlock_format_get_rasters:
 * @n_rasters: (out): how many
 *
 * Returns: (array length=n_rasters) (transfer none): the rasters to offer, by rising width
 */
const GenlockRaster *     genlock_format_get_rasters   (gsize                *n_rasters);

/**
 * genlock_format_get_raster_name:
 * @h_res: active pixels
 * @v_res: active lines
 *
 * Returns: (nullable) (transfer none): the trade's name of the raster, such as "WUXGA"
 */
const char *              genlock_format_get_raster_name (int                 h_res,
                                                          int                 v_res);

G_END_DECLS
