/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on formats, timings and words as people write them. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-format.h"
#include "core/model/genlock-link-class.h"
#include "core/model/genlock-vocabulary.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

/* Whatever the numbers, nothing overflows, and a timing has a clock. */
static void
check_timing (const GenlockFormat *format)
{
  GenlockTiming timing;
  GenlockLinkClass link_class = genlock_link_class_of (format);

  g_assert_true (genlock_timing_init (&timing, format) ==
                 (link_class != GENLOCK_LINK_CLASS_UNKNOWN));
  g_assert_true ((timing.h_total == 0) == (link_class == GENLOCK_LINK_CLASS_UNKNOWN));
  for (int link = 0; link < GENLOCK_N_LINKS; link++)
    {
      GenlockFit fit = genlock_link_check (format, GENLOCK_SAMPLING_4_2_2_10, (GenlockLink) link);

      g_assert_true (fit.need >= 0 && fit.ratio >= 0);
    }
}

static void
check_print (const GenlockFormat *format)
{
  char text[GENLOCK_FORMAT_TEXT_SIZE];
  GenlockFormat again;

  genlock_format_print (format, text);
  if (genlock_format_is_empty (format))
    return;
  g_assert_true (genlock_format_parse (text, &again));
  g_assert_true (genlock_format_equal (format, &again));
}

static void
check_words (const char *text)
{
  g_auto (GStrv) chain = genlock_vocabulary_split_chain (text);

  g_assert_cmpint (g_strv_length (chain), <=, 64);
  for (int vocabulary = 0; vocabulary < GENLOCK_N_VOCABULARIES; vocabulary++)
    {
      const char *word = genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, text);

      if (word != NULL)
        g_assert_cmpstr (genlock_vocabulary_canonical ((GenlockVocabulary) vocabulary, word), ==,
                         word);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autofree char *text = g_strndup ((const char *) data, length);
  GenlockFormat format = { 0 };

  if (genlock_format_parse (text, &format))
    {
      check_print (&format);
      check_timing (&format);
    }
  check_words (text);

  /* The same bytes as numbers, which no text would give. */
  memset (&format, 0, sizeof format);
  memcpy (&format, data, MIN (length, sizeof format));
  check_print (&format);
  check_timing (&format);
  genlock_format_propose (text, &format);
  check_print (&format);

  return 0;
}
