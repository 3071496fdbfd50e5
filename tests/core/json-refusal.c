/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the tests of the JSON reader say what is refused, and where. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include "json-refusal.h"

void
assert_refused_len (const char              *text,
                    gsize                    length,
                    const GenlockJsonLimits *limits,
                    const Refusal           *refusal)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) parse_error = NULL;
  gsize line;
  gsize column;
  gsize offset;

  g_assert_false (genlock_json_check (text, length, limits, &error));
  g_test_message ("%s", error->message);
  g_assert_error (error, GENLOCK_JSON_ERROR, (int) refusal->code);
  g_assert_cmpint (genlock_json_error_get_place (error, &line, &column, &offset), ==,
                   refusal->line > 0);
  g_assert_cmpuint (line, ==, refusal->line);
  g_assert_cmpuint (column, ==, refusal->column);
  g_assert_cmpuint (offset, ==, refusal->offset);
  g_assert_nonnull (strstr (error->message, refusal->says));
  g_assert_true (g_utf8_validate (error->message, -1, NULL));

  g_assert_null (genlock_json_parse (text, length, limits, &parse_error));
  g_assert_cmpstr (parse_error->message, ==, error->message);
  g_assert_false (genlock_json_check (text, length, limits, NULL));
}

void
assert_refused (const Refusal           *refusals,
                gsize                    n_refusals,
                const GenlockJsonLimits *limits)
{
  for (gsize i = 0; i < n_refusals; i++)
    {
      /* A copy without a terminator: reading one byte too far shows under ASan. */
      gsize length = strlen (refusals[i].text);
      g_autofree char *copy = length > 0 ? g_memdup2 (refusals[i].text, length) : NULL;

      assert_refused_len (copy, length, limits, &refusals[i]);
    }
}

char *
nest (guint       depth,
      const char *open,
      const char *close)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}
