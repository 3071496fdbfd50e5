/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a format works out to, in words. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <glib/gi18n.h>

#include "core/model/genlock-link-class.h"
#include "core/model/genlock-timing.h"
#include "ui/common/genlock-format-words.h"

static void
append (GString *text,
        const char *word)
{
  if (word == NULL || *word == '\0')
    return;

  if (text->len > 0 && text->str[text->len - 1] != '\n')
    g_string_append (text, " · ");
  g_string_append (text, word);
}

/* The smallest SDI that carries it, or what it needs on a digital link of a computer. */
static void
append_bandwidth (GString *text,
                  const GenlockTiming *timing)
{
  GenlockLink link = genlock_link_find_sdi (timing, GENLOCK_SAMPLING_4_2_2_10);
  gboolean sdi = link != GENLOCK_LINK_UNKNOWN
                 && genlock_timing_is_sdi_raster (timing->h_active, timing->v_active);
  double need = sdi
                ? genlock_link_get_need (timing, GENLOCK_SAMPLING_4_2_2_10,
                                         GENLOCK_CONNECTOR_FAMILY_SDI)
                : genlock_link_get_need (timing, GENLOCK_SAMPLING_4_4_4_8,
                                         GENLOCK_CONNECTOR_FAMILY_HDMI);
  g_autofree char *bandwidth = g_strdup_printf (_("%.2f Gb/s"), need / 1e9);

  if (sdi)
    append (text, genlock_link_get_info (link)->name);

  append (text, bandwidth);
}

static void
append_timing (GString *text,
               const GenlockTiming *timing,
               const GenlockFormat *format)
{
  g_autofree char *clock = genlock_timing_dup_pixel_clock (timing);
  g_autofree char *totals = g_strdup_printf (_("%d×%d in all"), timing->h_total, timing->v_total);

  append (text, clock);
  append (text, totals);
  append (text, genlock_timing_standard_get_name (timing->standard));
  g_string_append_c (text, '\n');
  append (text, genlock_link_class_get_name (genlock_link_class_of (format)));
  append_bandwidth (text, timing);

  if (timing->assumed & GENLOCK_ASSUMED_SCAN)
    append (text, _("progressive assumed"));
  if (timing->assumed & GENLOCK_ASSUMED_BLANKING)
    append (text, _("reduced blanking v1 assumed"));
}

char *
genlock_format_describe (const GenlockFormat *format)
{
  GString *text = g_string_new (NULL);
  g_autofree char *aspect = genlock_format_dup_aspect (format);
  GenlockFormat better;
  GenlockTiming timing;

  append (text, aspect);

  if (genlock_timing_init (&timing, format))
    append_timing (text, &timing, format);
  else if (genlock_format_suggest (format, &better))
    {
      char buffer[GENLOCK_FORMAT_TEXT_SIZE];
      g_autofree char *hint = g_strdup_printf (_("No standard has this rate; %s is meant?"),
                                               genlock_format_print (&better, buffer));

      append (text, hint);
    }
  else if (!genlock_format_is_empty (format) && !genlock_format_is_complete (format))
    append (text, _("Raster and rate are needed to work out the rest"));
  else if (!genlock_format_is_empty (format))
    append (text, _("No standard has a timing for this"));

  return g_string_free (text, FALSE);
}
