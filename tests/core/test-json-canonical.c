/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of canonical JSON: one text for one value. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"

typedef struct
{
  const char *text;
  const char *canonical;
} Case;

static void
test_cases (void)
{
  static const Case cases[] = {
    { " { } ", "{}" },
    { "[ ]", "[]" },
    { " null ", "null" },
    { "\"a\\u00e4\\/\"", "\"a\xc3\xa4/\"" },
    { "{ \"b\" : 1 , \"a\" : [ 1.0 , 2.50 , -0 , -0.0 , 1e2 , 1E-1 ] }",
      "{\"a\":[1,2.5,0,0,100,0.1],\"b\":1}" },
    { "{\"b\":1,\"\":2,\"B\":3,\"a\":4,\"aa\":5}", "{\"\":2,\"B\":3,\"a\":4,\"aa\":5,\"b\":1}" },
    { "[{\"y\":{\"d\":true,\"c\":false},\"x\":null}]",
      "[{\"x\":null,\"y\":{\"c\":false,\"d\":true}}]" },
    /* By bytes, not by UTF-16 units: U+FFFD before U+1F600. */
    { "{\"\xf0\x9f\x98\x80\":1,\"\xef\xbf\xbd\":2,\"z\":3}",
      "{\"z\":3,\"\xef\xbf\xbd\":2,\"\xf0\x9f\x98\x80\":1}" },
    { "59.939999999999998", "59.94" },
    { "100000000000000000000.0", "1e+20" },
    { "9007199254740992.0", "9007199254740992" },
    { "\"\\u001f\\u007F\\n\"", "\"\\u001f\x7f\\n\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *canonical = genlock_json_canonicalize_text (cases[i].text, &error);
      g_autofree char *again = NULL;

      g_assert_no_error (error);
      g_assert_cmpstr (canonical, ==, cases[i].canonical);
      again = genlock_json_canonicalize_text (canonical, NULL);
      g_assert_cmpstr (again, ==, canonical);
      g_assert_true (genlock_json_is_canonical (canonical));
      g_assert_cmpint (genlock_json_is_canonical (cases[i].text), ==,
                       strcmp (cases[i].text, canonical) == 0);
    }
}

/* Content is left alone: combining characters are not composed. */
static void
test_content (void)
{
  g_assert_true (genlock_json_is_canonical ("{\"a\xcc\x88\":\"a\xcc\x88\"}"));
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *deep = g_strnfill (33, '[');

  g_assert_null (genlock_json_canonicalize_text ("{\"a\":1,\"a\":2}", &error));
  g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_DUPLICATE_KEY);
  g_clear_error (&error);
  g_assert_null (genlock_json_canonicalize_text (deep, &error));
  g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_DEPTH);
  g_assert_false (genlock_json_is_canonical ("{"));
  g_assert_false (genlock_json_is_canonical (""));
}

/* Nodes that code has made, not the reader. */
static void
test_nodes (void)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *canonical = NULL;
  g_autofree char *nothing = genlock_json_canonicalize (NULL);

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "rate");
  json_builder_add_double_value (builder, 59.94);
  json_builder_set_member_name (builder, "list");
  json_builder_begin_array (builder);
  json_builder_add_int_value (builder, -3);
  json_builder_add_boolean_value (builder, TRUE);
  json_builder_add_null_value (builder);
  json_builder_add_string_value (builder, "x");
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  canonical = genlock_json_canonicalize (node);

  g_assert_cmpstr (canonical, ==, "{\"list\":[-3,true,null,\"x\"],\"rate\":59.94}");
  g_assert_cmpstr (nothing, ==, "null");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-canonical/cases", test_cases);
  g_test_add_func ("/json-canonical/content", test_content);
  g_test_add_func ("/json-canonical/refused", test_refused);
  g_test_add_func ("/json-canonical/nodes", test_nodes);
  return g_test_run ();
}
