/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds a format in free text and adds it to what is known. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include "core/model/genlock-format.h"
#include "core/model/genlock-format-private.h"

/* Words of a format inside free text, and how far to look for one. */
#define MAX_RUN 6
#define MAX_PROSE_WORDS 64

/* Free text holds more than formats. A number or a letter on its own is none of them, unless the
 * whole text is it. */
static gboolean
is_telling (const GenlockFormat *format)
{
  return (format->h_res != 0 && format->v_res != 0) ||
         (format->rate != 0.0 && format->scan != GENLOCK_SCAN_UNKNOWN) ||
         genlock_blanking_is_reduced (format->blanking);
}

/* The longest run of words from the first on that is a format. */
static gboolean
parse_run (char          **words,
           GenlockFormat  *format)
{
  for (int n = MIN (MAX_RUN, (int) g_strv_length (words)); n > 0; n--)
    {
      g_autoptr (GString) run = g_string_new (NULL);

      for (int i = 0; i < n; i++)
        g_string_append_printf (run, "%s ", words[i]);

      if (genlock_format_parse (run->str, format) && is_telling (format))
        return TRUE;
    }

  return FALSE;
}

static gboolean
find_in_prose (const char    *text,
               GenlockFormat *format)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \t\r\n;,()[]|", MAX_PROSE_WORDS);

  for (int i = 0; words[i] != NULL; i++)
    {
      if (words[i][0] != '\0' && parse_run (words + i, format))
        return TRUE;
    }

  return FALSE;
}

static gboolean
contradicts (const GenlockFormat *known,
             const GenlockFormat *found)
{
  return (known->h_res != 0 && found->h_res != 0 && known->h_res != found->h_res) ||
         (known->v_res != 0 && found->v_res != 0 && known->v_res != found->v_res) ||
         (known->rate != 0.0 && found->rate != 0.0 && known->rate != found->rate) ||
         (known->scan != GENLOCK_SCAN_UNKNOWN && found->scan != GENLOCK_SCAN_UNKNOWN &&
          known->scan != found->scan) ||
         (known->blanking != GENLOCK_BLANKING_UNSET && found->blanking != GENLOCK_BLANKING_UNSET &&
          known->blanking != found->blanking);
}

gboolean
genlock_format_propose (const char    *text,
                        GenlockFormat *format)
{
  GenlockFormat known = genlock_format_normalize (format);
  GenlockFormat merged, found;

  if (text == NULL || (!genlock_format_parse (text, &found) && !find_in_prose (text, &found)) ||
      contradicts (&known, &found))
    return FALSE;

  merged.h_res = known.h_res != 0 ? known.h_res : found.h_res;
  merged.v_res = known.v_res != 0 ? known.v_res : found.v_res;
  merged.rate = known.rate != 0.0 ? known.rate : found.rate;
  merged.scan = known.scan != GENLOCK_SCAN_UNKNOWN ? known.scan : found.scan;
  merged.blanking = known.blanking != GENLOCK_BLANKING_UNSET ? known.blanking : found.blanking;
  if (genlock_format_equal (&merged, &known))
    return FALSE;

  *format = genlock_format_normalize (&merged);

  return TRUE;
}
