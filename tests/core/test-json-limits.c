/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the limits of the JSON reader: depth, sizes, and objects of many keys. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include "json-refusal.h"

static const GenlockJsonLimits tiny = {
  .bytes = 40,
  .string_bytes = 5,
  .members = 2,
  .depth = 2,
};

static void
test_limits (void)
{
  static const Refusal refusals[] = {
    { "\"123456\"", GENLOCK_JSON_ERROR_TOO_LARGE, 1, 1, 0, "longer than 5 bytes" },
    { "[\"\\u20ac\xe2\x82\xac\"]", GENLOCK_JSON_ERROR_TOO_LARGE, 1, 2, 1, "longer than 5 bytes" },
    { "{\"123456\":1}", GENLOCK_JSON_ERROR_TOO_LARGE, 1, 2, 1, "longer than 5 bytes" },
    { "{\"a\":1,\"b\":1,\"c\":1}", GENLOCK_JSON_ERROR_TOO_LARGE, 1, 14, 13, "more than 2 keys" },
    { "[[[", GENLOCK_JSON_ERROR_DEPTH, 1, 3, 2, "deeper than 2" },
    { "{\"a\":{\"a\":{", GENLOCK_JSON_ERROR_DEPTH, 1, 11, 10, "deeper than 2" },
    { "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17]", GENLOCK_JSON_ERROR_TOO_LARGE, 0, 0, 0,
      "the text is larger than 40 bytes" },
  };
  static const char * const allowed[] = {
    "\"12345\"", "\"\\u0031\\n345\"", "{\"a\":{\"a\":1,\"b\":2},\"b\":{}}", "[[],[],{}]",
    "[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16]",
  };

  assert_refused (refusals, G_N_ELEMENTS (refusals), &tiny);
  for (gsize i = 0; i < G_N_ELEMENTS (allowed); i++)
    g_assert_true (genlock_json_check (allowed[i], strlen (allowed[i]), &tiny, NULL));
}

static void
test_depth (void)
{
  static const guint depths[] = { 80000, 1000000 };
  const GenlockJsonLimits deep = { .bytes = G_MAXSIZE, .depth = G_MAXUINT };
  g_autofree char *allowed = nest (32, "[", "]");
  g_autofree char *too_deep = nest (33, "[", "]");
  g_autofree char *objects = nest (256, "[", "]");
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = genlock_json_parse (allowed, strlen (allowed), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_false (genlock_json_check (too_deep, strlen (too_deep), NULL, &error));
  g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_DEPTH);
  g_assert_nonnull (strstr (error->message, "column 33 (byte 32): "));
  g_assert_nonnull (strstr (error->message, "deeper than 32"));
  g_assert_true (genlock_json_check (objects, 512, &genlock_json_limits_file, NULL));

  /* Depth costs no stack, and is refused at the limit however deep it goes on. */
  for (gsize i = 0; i < G_N_ELEMENTS (depths); i++)
    {
      g_autofree char *text = nest (depths[i], "[", "]");

      g_assert_true (genlock_json_check (text, strlen (text), &deep, NULL));
      g_assert_false (genlock_json_check (text, depths[i], &genlock_json_limits_file, NULL));
    }
}

/* An object of @n_keys keys; @repeat and @again name the same one when they are below it. */
static char *
make_object (guint n_keys,
             guint repeat,
             guint again)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n_keys; i++)
    g_string_append_printf (text, "%s\"key number %u\":%u", i > 0 ? "," : "",
                            i == again ? repeat : i * 7919 % n_keys, i);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_many_keys (void)
{
  const GenlockJsonLimits *limits = &genlock_json_limits_file;

  for (guint n_keys = 20; n_keys < 30; n_keys++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *distinct = make_object (n_keys, 0, n_keys);
      g_autofree char *repeated = make_object (n_keys, n_keys + 1, 3);
      g_autofree char *last = make_object (n_keys, 0, n_keys - 1);

      g_assert_true (genlock_json_check (distinct, strlen (distinct), limits, NULL));
      g_assert_true (genlock_json_check (repeated, strlen (repeated), limits, NULL));
      g_assert_false (genlock_json_check (last, strlen (last), limits, &error));
      g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_DUPLICATE_KEY);
      g_assert_nonnull (strstr (error->message, "“key number 0”"));
    }

  g_autoptr (GError) error = NULL;
  g_autofree char *distinct = make_object (100000, 0, 100000);
  g_autofree char *repeated = make_object (100000, 7919, 99999);
  g_autoptr (JsonNode) node = genlock_json_parse (distinct, strlen (distinct), limits, NULL);

  g_assert_cmpuint (json_object_get_size (json_node_get_object (node)), ==, 100000);
  g_assert_false (genlock_json_check (repeated, strlen (repeated), limits, &error));
  g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_DUPLICATE_KEY);
}

/* Of several repeated keys the one that stands first in the text is named. */
static void
test_first_of_many (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *inner = make_object (40, 0, 40);
  g_autofree char *text = NULL;

  inner[strlen (inner) - 1] = '\0';
  text = g_strdup_printf ("%s,\"z\":1,\"y\":1,\n\"z\":2,\"y\":2,\"z\":3}", inner);
  g_assert_false (genlock_json_check (text, strlen (text), NULL, &error));
  g_assert_nonnull (strstr (error->message, "line 2, column 1 "));
  g_assert_nonnull (strstr (error->message, "“z”"));
}

/* "Ez" and "FY" have one hash, and so has every row of as many of them. */
static char *
make_colliding (guint n_keys)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n_keys; i++)
    {
      g_string_append (text, i > 0 ? ",\"" : "\"");
      for (guint bit = 0; bit < 16; bit++)
        g_string_append (text, i >> bit & 1 ? "Ez" : "FY");
      g_string_append (text, "\":1");
    }
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_colliding_keys (void)
{
  g_autofree char *allowed = make_colliding (100);
  g_autofree char *refused = make_colliding (101);
  g_autofree char *many = make_colliding (65536);
  g_autoptr (GError) error = NULL;
  Refusal refusal = { NULL, GENLOCK_JSON_ERROR_TOO_LARGE, 1, strlen (refused),
                      strlen (refused) - 1, "slow programs down" };

  g_assert_cmpuint (g_str_hash ("EzFY"), ==, g_str_hash ("FYEz"));
  g_assert_true (genlock_json_check (allowed, strlen (allowed), NULL, NULL));
  assert_refused_len (refused, strlen (refused), NULL, &refusal);
  g_assert_null (genlock_json_parse (many, strlen (many), &genlock_json_limits_file, &error));
  g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_TOO_LARGE);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-limits/limits", test_limits);
  g_test_add_func ("/json-limits/depth", test_depth);
  g_test_add_func ("/json-limits/many-keys", test_many_keys);
  g_test_add_func ("/json-limits/first-of-many", test_first_of_many);
  g_test_add_func ("/json-limits/colliding-keys", test_colliding_keys);
  return g_test_run ();
}
