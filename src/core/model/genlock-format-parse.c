/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads formats as people and older programs write them. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-format-private.h"
#include "core/model/genlock-format-tokens.h"
#include "core/model/genlock-timing-private.h"

typedef struct
{
  GenlockFormatTokens tokens;
  int next;            /* the token to read */
  GenlockFormat format;
  int lines;           /* the 1080 of "1080p", 0 when not given */
  gboolean has_raster;
  gboolean has_cvt;    /* "CVT" was said, not just "none" */
  gboolean has_cea;    /* a broadcast timing was asked for */
  gboolean counts_frames;
} Parser;

/* Names of rasters. VESA's display names, CTA-861's UHD (4K and 8K), DCI's 2K and 4K. Names that
 * vendors use for several rasters (WXGA, 5K) are left out: they would be a guess. */
typedef struct
{
  const char *words[3];
  int h_res;
  int v_res;
} RasterName;

static const RasterName raster_names[] = {
  { { "dci", "4", "k" }, 4096, 2160 },
  { { "dci", "2", "k" }, 2048, 1080 },
  { { "cinema", "4", "k" }, 4096, 2160 },
  { { "4", "k", "dci" }, 4096, 2160 },
  { { "2", "k", "dci" }, 2048, 1080 },
  { { "dci", "8", "k" }, 8192, 4320 },
  { { "8", "k", "dci" }, 8192, 4320 },
  { { "4", "k", "uhd" }, 3840, 2160 },
  { { "8", "k", "uhd" }, 7680, 4320 },
  { { "uhd", "8", "k" }, 7680, 4320 },
  { { "uhd", "4", "k" }, 3840, 2160 },
  { { "full", "hd" }, 1920, 1080 },
  { { "2", "k" }, 2048, 1080 },
  { { "4", "k" }, 3840, 2160 },
  { { "8", "k" }, 7680, 4320 },
  { { "fhd" }, 1920, 1080 },
  { { "uhd", "1" }, 3840, 2160 },
  { { "uhd", "2" }, 7680, 4320 },
  { { "uhd" }, 3840, 2160 },
  { { "hd+" }, 1600, 900 },
  { { "ntsc" }, 720, 486 },
  { { "pal" }, 720, 576 },
  { { "vga" }, 640, 480 },
  { { "svga" }, 800, 600 },
  { { "xga" }, 1024, 768 },
  { { "sxga+" }, 1400, 1050 },
  { { "sxga" }, 1280, 1024 },
  { { "wxga+" }, 1440, 900 },
  { { "wsxga+" }, 1680, 1050 },
  { { "uxga" }, 1600, 1200 },
  { { "wuxga" }, 1920, 1200 },
  { { "qxga" }, 2048, 1536 },
  { { "qhd" }, 2560, 1440 },
  { { "wqhd" }, 2560, 1440 },
  { { "wqxga" }, 2560, 1600 },
  { { "uwqhd" }, 3440, 1440 },
};

/* Words for a blanking: reduced blanking without a version is the first one (CVT 1.1). */
typedef struct
{
  const char *words[4];
  GenlockBlanking blanking;
  gboolean is_cvt;
  gboolean is_cea;
} BlankingName;

static const BlankingName blanking_names[] = {
  { { "cvt", "rbv", "1" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "cvt", "rbv", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "cvt", "rbv", "3" }, GENLOCK_BLANKING_RB_V3, FALSE, FALSE },
  { { "cvt", "rb", "1" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "cvt", "rb", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "cvt", "rb", "3" }, GENLOCK_BLANKING_RB_V3, FALSE, FALSE },
  { { "cvt", "rb", "v", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "cvt", "rb" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "rbv", "1" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "rbv", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "rbv", "3" }, GENLOCK_BLANKING_RB_V3, FALSE, FALSE },
  { { "rb", "v", "1" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "rb", "v", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "rb", "v", "3" }, GENLOCK_BLANKING_RB_V3, FALSE, FALSE },
  { { "rb", "1" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "rb", "2" }, GENLOCK_BLANKING_RB_V2, FALSE, FALSE },
  { { "rb", "3" }, GENLOCK_BLANKING_RB_V3, FALSE, FALSE },
  { { "rb" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "reduced", "blanking" }, GENLOCK_BLANKING_RB_V1, FALSE, FALSE },
  { { "no", "rb" }, GENLOCK_BLANKING_NONE, FALSE, FALSE },
  { { "none" }, GENLOCK_BLANKING_NONE, FALSE, FALSE },
  { { "cvt" }, GENLOCK_BLANKING_NONE, TRUE, FALSE },
  { { "cea", "861" }, GENLOCK_BLANKING_NONE, FALSE, TRUE },
  { { "cta", "861" }, GENLOCK_BLANKING_NONE, FALSE, TRUE },
  { { "cea" }, GENLOCK_BLANKING_NONE, FALSE, TRUE },
  { { "cta" }, GENLOCK_BLANKING_NONE, FALSE, TRUE },
  { { "smpte" }, GENLOCK_BLANKING_NONE, FALSE, TRUE },
};

typedef struct
{
  const char *word;
  GenlockScan scan;
} ScanName;

static const ScanName scan_names[] = {
  { "p", GENLOCK_SCAN_P },
  { "progressive", GENLOCK_SCAN_P },
  { "i", GENLOCK_SCAN_I },
  { "interlaced", GENLOCK_SCAN_I },
  { "psf", GENLOCK_SCAN_PSF },
  { "sf", GENLOCK_SCAN_PSF },
};

static const char *
peek (const Parser *parser,
      int           ahead)
{
  int at = parser->next + ahead;

  return at < parser->tokens.n_tokens ? parser->tokens.tokens[at].text : "";
}

static gboolean
peek_number (const Parser *parser,
             int           ahead)
{
  int at = parser->next + ahead;

  return at < parser->tokens.n_tokens && parser->tokens.tokens[at].is_number;
}

/* How many tokens the words cover, 0 when they are not what comes next. */
static int
match_words (const Parser      *parser,
             const char *const *words,
             int                n_words)
{
  int n = 0;

  for (; n < n_words && words[n] != NULL; n++)
    {
      if (strcmp (peek (parser, n), words[n]) != 0)
        return 0;
    }

  return n;
}

/* A number of pixels or lines, "?" for an unknown one. */
static gboolean
read_res (const char *text,
          int        *res)
{
  guint64 value;

  if (strcmp (text, "?") == 0)
    {
      *res = 0;
      return TRUE;
    }

  if (!g_ascii_string_to_unsigned (text, 10, 1, GENLOCK_RES_MAX, &value, NULL))
    return FALSE;

  *res = (int) value;

  return TRUE;
}

static gboolean
is_unit (const char *word)
{
  return strcmp (word, "hz") == 0 || strcmp (word, "fps") == 0;
}

static GenlockScan
find_scan (const char *word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scan_names); i++)
    {
      if (strcmp (scan_names[i].word, word) == 0)
        return scan_names[i].scan;
    }

  return GENLOCK_SCAN_UNKNOWN;
}

static gboolean
take_scan (Parser *parser)
{
  GenlockScan scan = find_scan (peek (parser, 0));

  if (scan == GENLOCK_SCAN_UNKNOWN || parser->format.scan != GENLOCK_SCAN_UNKNOWN)
    return FALSE;

  parser->format.scan = scan;
  parser->next++;

  return TRUE;
}

/* "HD" alone names a kind of link, before lines it says nothing new: "HD 1080p", "HD720p". */
static gboolean
take_hd (Parser *parser)
{
  if (parser->has_raster || strcmp (peek (parser, 0), "hd") != 0 ||
      (strcmp (peek (parser, 1), "720") != 0 && strcmp (peek (parser, 1), "1080") != 0))
    return FALSE;

  parser->next++;

  return TRUE;
}

static gboolean
take_raster_pair (Parser *parser)
{
  int h_res, v_res;

  if (parser->has_raster ||
      (strcmp (peek (parser, 1), "x") != 0 && strcmp (peek (parser, 1), "by") != 0) ||
      !read_res (peek (parser, 0), &h_res) || !read_res (peek (parser, 2), &v_res) ||
      (h_res == 0 && v_res == 0))
    return FALSE;

  parser->format.h_res = h_res;
  parser->format.v_res = v_res;
  parser->has_raster = TRUE;
  parser->next += 3;

  return TRUE;
}

static gboolean
take_raster_name (Parser *parser)
{
  for (gsize i = 0; !parser->has_raster && i < G_N_ELEMENTS (raster_names); i++)
    {
      int n = match_words (parser, raster_names[i].words, G_N_ELEMENTS (raster_names[i].words));

      if (n > 0)
        {
          parser->format.h_res = raster_names[i].h_res;
          parser->format.v_res = raster_names[i].v_res;
          parser->has_raster = TRUE;
          parser->next += n;
          return TRUE;
        }
    }

  return FALSE;
}

/* The 1080 of "1080p", "1080/50i" and "1080 59.94"; which raster it is depends on the scan. A
 * raster's name may stand before it, as in "UHD 2160p", where no rate can be meant. */
static gboolean
take_lines (Parser *parser)
{
  int lines;

  if (parser->lines != 0 || !peek_number (parser, 0) || is_unit (peek (parser, 1)) ||
      !read_res (peek (parser, 0), &lines) || (parser->has_raster && lines <= GENLOCK_RATE_MAX) ||
      genlock_short_name_find_lines (lines, GENLOCK_SCAN_UNKNOWN) == NULL)
    return FALSE;

  parser->lines = lines;
  parser->has_raster = TRUE;
  parser->next++;

  return TRUE;
}

static gboolean
take_rate (Parser *parser)
{
  int start = parser->next;
  gboolean slash = strcmp (peek (parser, 0), "/") == 0 && start > 0;
  int at = slash ? 1 : 0;

  if (parser->format.rate != 0.0 || !peek_number (parser, at) ||
      !genlock_rate_parse (peek (parser, at), &parser->format.rate))
    return FALSE;

  parser->counts_frames = slash;
  parser->next += at + 1;
  if (is_unit (peek (parser, 0)))
    parser->next++;

  return TRUE;
}

static gboolean
take_blanking (Parser *parser)
{
  if (parser->format.blanking != GENLOCK_BLANKING_UNSET)
    return FALSE;

  for (gsize i = 0; i < G_N_ELEMENTS (blanking_names); i++)
    {
      const BlankingName *name = &blanking_names[i];
      int n = match_words (parser, name->words, G_N_ELEMENTS (name->words));

      if (n > 0)
        {
          parser->format.blanking = name->blanking;
          parser->has_cvt = name->is_cvt;
          parser->has_cea = name->is_cea;
          parser->next += n;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
resolve_lines (Parser *parser)
{
  const GenlockShortName *name;

  if (parser->lines == 0)
    return TRUE;

  name = genlock_short_name_find_lines (parser->lines, parser->format.scan);
  /* 480, 576 and their like name two rasters as long as the scan is not known. */
  if (name == NULL || (parser->format.scan == GENLOCK_SCAN_UNKNOWN && parser->lines < 720))
    return FALSE;

  /* A raster that was named besides has to be the same. */
  if (parser->format.v_res != 0 &&
      (parser->format.h_res != name->h_res || parser->format.v_res != name->v_res))
    return FALSE;

  parser->format.h_res = name->h_res;
  parser->format.v_res = name->v_res;

  return TRUE;
}

/* What the words together cannot mean: CVT where NONE means the broadcast timing, and the
 * broadcast timing where there is none. */
static gboolean
check_blanking (const Parser *parser)
{
  GenlockFormat format = parser->format;
  gboolean broadcast;

  format.blanking = GENLOCK_BLANKING_UNSET;
  broadcast = genlock_timing_is_broadcast_raster (format.h_res, format.v_res) &&
              (format.rate == 0.0 || genlock_timing_is_broadcast (&format));

  return !(parser->has_cvt && broadcast) && !(parser->has_cea && !broadcast);
}

static gboolean
finish (Parser *parser)
{
  GenlockFormat *format = &parser->format;

  if (!resolve_lines (parser) || !check_blanking (parser))
    return FALSE;

  /* EBU Tech 3299 counts frames after the slash: 1080i/25. Above 30 it cannot be frames. */
  if (parser->counts_frames && format->scan == GENLOCK_SCAN_I)
    {
      GenlockFormat doubled = *format;

      if (genlock_format_suggest (format, &doubled))
        format->rate = doubled.rate;
    }

  *format = genlock_format_normalize (format);

  return !genlock_format_is_empty (format);
}

static gboolean
parse_tokens (Parser *parser)
{
  while (parser->next < parser->tokens.n_tokens)
    {
      if (!take_raster_pair (parser) && !take_raster_name (parser) && !take_hd (parser) &&
          !take_lines (parser) && !take_rate (parser) && !take_scan (parser) &&
          !take_blanking (parser))
        return FALSE;
    }

  return finish (parser);
}

gboolean
genlock_format_parse (const char    *text,
                      GenlockFormat *format)
{
  Parser parser = { .next = 0 };

  if (text == NULL || !genlock_format_tokens_init (&parser.tokens, text) || !parse_tokens (&parser))
    return FALSE;

  if (format != NULL)
    *format = parser.format;

  return TRUE;
}
