/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libFuzzer on text, UUIDs and times as they come from outside. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-text.h"
#include "core/model/genlock-uuid.h"

int LLVMFuzzerTestOneInput (const guint8 *data,
                            size_t        length);

/* The two halves of the input, one searched in the other. */
static void
check_search (const char *text)
{
  gsize n_chars = g_utf8_strlen (text, -1);
  const char *middle = g_utf8_offset_to_pointer (text, (glong) (n_chars - n_chars / 3));
  g_autofree char *head = g_strndup (text, middle - text);
  g_autofree char *needle = genlock_text_fold (middle);
  g_autofree char *folded = g_utf8_casefold (head, -1);

  g_assert_cmpint (genlock_text_contains (head, needle), ==, strstr (folded, needle) != NULL);
}

static void
check_text (const char *text,
            gsize       length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *normal = genlock_text_normalize (text, (gssize) length, &error);
  g_autofree char *next = NULL;

  g_assert_cmpint (normal == NULL, ==, error != NULL);
  if (normal == NULL)
    return;
  g_assert_true (g_utf8_validate (normal, -1, NULL));
  g_assert_null (strchr (normal, '\r'));
  g_assert_true (genlock_text_is_normal (normal));
  check_search (normal);

  next = genlock_text_increment (normal, 1);
  g_assert_true (genlock_text_is_normal (next));
}

static void
check_others (const char *text)
{
  g_autofree char *uuid = genlock_uuid_canonicalize (text);
  gint64 instant;

  g_assert_true (uuid == NULL || genlock_uuid_is_canonical (uuid));
  if (genlock_instant_parse_lenient (text, &instant))
    {
      g_autofree char *formatted = genlock_instant_format (instant);
      gint64 again;

      g_assert_true (genlock_instant_parse (formatted, &again));
      g_assert_cmpint (again, ==, instant);
    }
  if (genlock_instant_parse_day (text, &instant))
    g_assert_cmpint (instant, ==, genlock_instant_to_day (instant));
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        size_t        length)
{
  g_autofree char *copy = g_strndup ((const char *) data, length);

  check_text ((const char *) data, length);
  check_others (copy);
  return 0;
}
