/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Video formats as values: meaning, equality, printed form, aspect ratio. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-format-private.h"
#include "core/model/genlock-timing-private.h"

/* Above this a rate without a raster is printed with its unit. */
#define MAX_BARE_RATE 300.0

/* The short names of the broadcast rasters: SMPTE ST 125 and ITU-R BT.656 (named by total lines),
 * CTA-861 (480 and 576), ST 296, ST 274, ST 2036-1 (named by active lines). The first row of a
 * raster and scan is the name that is printed. */
static const GenlockShortName short_names[] = {
  { 525, GENLOCK_SCAN_I, 720, 486 },
  { 625, GENLOCK_SCAN_I, 720, 576 },
  { 480, GENLOCK_SCAN_I, 720, 480 },
  { 480, GENLOCK_SCAN_P, 720, 480 },
  { 486, GENLOCK_SCAN_I, 720, 486 },
  { 576, GENLOCK_SCAN_I, 720, 576 },
  { 576, GENLOCK_SCAN_P, 720, 576 },
  { 720, GENLOCK_SCAN_P, 1280, 720 },
  { 1080, GENLOCK_SCAN_P, 1920, 1080 },
  { 1080, GENLOCK_SCAN_I, 1920, 1080 },
  { 1080, GENLOCK_SCAN_PSF, 1920, 1080 },
  { 2160, GENLOCK_SCAN_P, 3840, 2160 },
  { 2160, GENLOCK_SCAN_PSF, 3840, 2160 },
  { 4320, GENLOCK_SCAN_P, 7680, 4320 },
};

static const char *const scan_words[] = {
  [GENLOCK_SCAN_UNKNOWN] = NULL,
  [GENLOCK_SCAN_P] = "P",
  [GENLOCK_SCAN_I] = "I",
  [GENLOCK_SCAN_PSF] = "PSF",
};

static const char *const scan_marks[] = {
  [GENLOCK_SCAN_UNKNOWN] = "",
  [GENLOCK_SCAN_P] = "p",
  [GENLOCK_SCAN_I] = "i",
  [GENLOCK_SCAN_PSF] = "psf",
};

static const char *const blanking_words[] = {
  [GENLOCK_BLANKING_UNSET] = NULL,
  [GENLOCK_BLANKING_NONE] = "NONE",
  [GENLOCK_BLANKING_RB_V1] = "RBv1",
  [GENLOCK_BLANKING_RB_V2] = "RBv2",
  [GENLOCK_BLANKING_RB_V3] = "RBv3",
};

const char *
genlock_scan_to_word (GenlockScan scan)
{
  return (gsize) scan < G_N_ELEMENTS (scan_words) ? scan_words[scan] : NULL;
}

GenlockScan
genlock_scan_from_word (const char *word)
{
  for (gsize i = 1; word != NULL && i < G_N_ELEMENTS (scan_words); i++)
    {
      if (g_ascii_strcasecmp (word, scan_words[i]) == 0)
        return (GenlockScan) i;
    }

  return GENLOCK_SCAN_UNKNOWN;
}

const char *
genlock_blanking_to_word (GenlockBlanking blanking)
{
  return (gsize) blanking < G_N_ELEMENTS (blanking_words) ? blanking_words[blanking] : NULL;
}

GenlockBlanking
genlock_blanking_from_word (const char *word)
{
  for (gsize i = 1; word != NULL && i < G_N_ELEMENTS (blanking_words); i++)
    {
      if (g_ascii_strcasecmp (word, blanking_words[i]) == 0)
        return (GenlockBlanking) i;
    }

  return GENLOCK_BLANKING_UNSET;
}

const GenlockShortName *
genlock_short_name_find_lines (int         lines,
                               GenlockScan scan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_names); i++)
    {
      if (short_names[i].lines == lines &&
          (scan == GENLOCK_SCAN_UNKNOWN || short_names[i].scan == scan))
        return &short_names[i];
    }

  return NULL;
}

static const GenlockShortName *
find_short_name (const GenlockFormat *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (short_names); i++)
    {
      if (short_names[i].h_res == format->h_res && short_names[i].v_res == format->v_res &&
          short_names[i].scan == format->scan)
        return &short_names[i];
    }

  return NULL;
}

static gboolean
has_raster (const GenlockFormat *format)
{
  return format->h_res != 0 && format->v_res != 0;
}

gboolean
genlock_blanking_is_reduced (GenlockBlanking blanking)
{
  return blanking == GENLOCK_BLANKING_RB_V1 || blanking == GENLOCK_BLANKING_RB_V2 ||
         blanking == GENLOCK_BLANKING_RB_V3;
}

/* Whether the text of a format without a scan's letter says "progressive": reduced blanking and
 * rasters outside the broadcast standards are for computers, which write interlace out. */
static gboolean
implies_progressive (const GenlockFormat *format)
{
  return genlock_blanking_is_reduced (format->blanking) ||
         (has_raster (format) &&
          !genlock_timing_is_broadcast_raster (format->h_res, format->v_res));
}

static int
normalize_res (int res)
{
  return res >= 1 && res <= GENLOCK_RES_MAX ? res : 0;
}

GenlockFormat
genlock_format_normalize (const GenlockFormat *format)
{
  GenlockFormat normal = {
    .h_res = normalize_res (format->h_res),
    .v_res = normalize_res (format->v_res),
    .rate = genlock_rate_normalize (format->rate),
  };

  if ((gsize) format->scan < G_N_ELEMENTS (scan_words))
    normal.scan = format->scan;
  if ((gsize) format->blanking < G_N_ELEMENTS (blanking_words))
    normal.blanking = format->blanking;

  if (normal.scan == GENLOCK_SCAN_UNKNOWN && implies_progressive (&normal))
    normal.scan = GENLOCK_SCAN_P;

  if (normal.blanking == GENLOCK_BLANKING_NONE && has_raster (&normal) &&
      genlock_timing_is_broadcast_raster (normal.h_res, normal.v_res) &&
      (normal.rate == 0.0 || genlock_timing_is_broadcast (&normal)))
    normal.blanking = GENLOCK_BLANKING_UNSET;

  return normal;
}

gboolean
genlock_format_equal (const GenlockFormat *a,
                      const GenlockFormat *b)
{
  GenlockFormat left = genlock_format_normalize (a);
  GenlockFormat right = genlock_format_normalize (b);

  return left.h_res == right.h_res && left.v_res == right.v_res &&
         genlock_rate_equal (left.rate, right.rate) &&
         left.scan == right.scan && left.blanking == right.blanking;
}

GenlockFormat
genlock_format_inherit (const GenlockFormat *own,
                        const GenlockFormat *from)
{
  GenlockFormat format = *own;

  if (normalize_res (format.h_res) == 0)
    format.h_res = from->h_res;
  if (normalize_res (format.v_res) == 0)
    format.v_res = from->v_res;
  if (!genlock_rate_is_valid (format.rate))
    format.rate = from->rate;
  if (genlock_scan_to_word (format.scan) == NULL)
    format.scan = from->scan;
  if (genlock_blanking_to_word (format.blanking) == NULL)
    format.blanking = from->blanking;

  return format;
}

gboolean
genlock_format_is_empty (const GenlockFormat *format)
{
  GenlockFormat normal = genlock_format_normalize (format);

  return normal.h_res == 0 && normal.v_res == 0 && normal.rate == 0.0 &&
         normal.scan == GENLOCK_SCAN_UNKNOWN && normal.blanking == GENLOCK_BLANKING_UNSET;
}

gboolean
genlock_format_is_complete (const GenlockFormat *format)
{
  GenlockFormat normal = genlock_format_normalize (format);

  return has_raster (&normal) && normal.rate != 0.0;
}

static void
append (char       *buffer,
        const char *text)
{
  g_strlcat (buffer, text, GENLOCK_FORMAT_TEXT_SIZE);
}

/* A word that stands apart from what comes before it. */
static void
append_word (char       *buffer,
             const char *text)
{
  if (text[0] != '\0' && buffer[0] != '\0')
    append (buffer, " ");
  append (buffer, text);
}

static void
append_raster (char                *buffer,
               const GenlockFormat *format)
{
  char number[16];

  if (format->h_res == 0 && format->v_res == 0)
    return;

  g_snprintf (number, sizeof number, "%d", format->h_res);
  append (buffer, format->h_res != 0 ? number : "?");
  append (buffer, "×");
  g_snprintf (number, sizeof number, "%d", format->v_res);
  append (buffer, format->v_res != 0 ? number : "?");
}

static void
append_rate (char                *buffer,
             const GenlockFormat *format,
             gboolean             glued)
{
  char rate[GENLOCK_RATE_TEXT_SIZE];

  genlock_rate_print (format->rate, rate);
  if (glued)
    append (buffer, rate);
  else
    append_word (buffer, rate);
}

static const char *
get_blanking_text (const GenlockFormat *format)
{
  switch (format->blanking)
    {
    case GENLOCK_BLANKING_NONE:
      return has_raster (format) ? "CVT" : "no RB";

    case GENLOCK_BLANKING_RB_V1:
    case GENLOCK_BLANKING_RB_V2:
    case GENLOCK_BLANKING_RB_V3:
      return blanking_words[format->blanking];

    case GENLOCK_BLANKING_UNSET:
      break;
    }

  return "";
}

const char *
genlock_format_print (const GenlockFormat *format,
                      char                *buffer)
{
  GenlockFormat normal = genlock_format_normalize (format);
  const GenlockShortName *name = find_short_name (&normal);
  const char *mark = scan_marks[normal.scan];

  buffer[0] = '\0';

  if (name != NULL && normal.blanking == GENLOCK_BLANKING_UNSET)
    {
      g_snprintf (buffer, GENLOCK_FORMAT_TEXT_SIZE, "%d%s", name->lines, mark);
      append_rate (buffer, &normal, TRUE);
      return buffer;
    }

  if (normal.scan == GENLOCK_SCAN_P && implies_progressive (&normal))
    mark = "";

  append_raster (buffer, &normal);
  append (buffer, mark);
  append_rate (buffer, &normal, mark[0] != '\0');
  /* "480" and its like would read as lines. */
  if (normal.h_res == 0 && normal.v_res == 0 && normal.rate > MAX_BARE_RATE)
    append (buffer, " Hz");
  append_word (buffer, get_blanking_text (&normal));

  return buffer;
}

gboolean
genlock_format_suggest (const GenlockFormat *format,
                        GenlockFormat       *suggestion)
{
  GenlockFormat normal = genlock_format_normalize (format);
  GenlockFormat doubled = normal;

  if (normal.scan != GENLOCK_SCAN_I || normal.rate == 0.0 || genlock_timing_is_broadcast (&normal))
    return FALSE;

  doubled.rate = genlock_rate_normalize (normal.rate * 2);
  if (!genlock_timing_is_broadcast (&doubled))
    return FALSE;

  *suggestion = genlock_format_normalize (&doubled);

  return TRUE;
}

char *
genlock_format_dup_aspect (const GenlockFormat *format)
{
  GenlockFormat normal = genlock_format_normalize (format);
  GenlockRational ratio;

  if (!has_raster (&normal))
    return NULL;

  /* ITU-R BT.601: the pixels of standard definition are not square, the picture is 4:3. */
  if (normal.h_res == 720 && (normal.v_res == 480 || normal.v_res == 486 || normal.v_res == 576))
    return g_strdup ("4:3");

  ratio = genlock_rational_reduce (normal.h_res, normal.v_res);

  if (ratio.num == 8 && ratio.den == 5)
    return g_strdup ("16:10");
  if (ratio.num == 5 && ratio.den == 8)
    return g_strdup ("10:16");
  /* Panels of 2560×1080 and 3440×1440 are sold as 21:9, those of 1366×768 as 16:9. */
  if ((ratio.num == 64 && ratio.den == 27) || (ratio.num == 43 && ratio.den == 18))
    return g_strdup ("21:9");
  if (normal.h_res == 1366 && normal.v_res == 768)
    return g_strdup ("16:9");

  if (MAX (ratio.num, ratio.den) <= 300)
    return g_strdup_printf ("%d:%d", (int) ratio.num, (int) ratio.den);

  return g_strdup_printf ("%.2f:1", genlock_rational_to_double (ratio));
}
