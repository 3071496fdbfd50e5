/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the strict JSON reader: what it takes, what it refuses, and where it points. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "json-refusal.h"

typedef struct
{
  const char *text;
  double value;
} Real;

typedef struct
{
  const char *text;
  gint64 value;
} Integer;

typedef struct
{
  const char *text;
  const char *value;
} Text;

static JsonNode *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  JsonNode *node = genlock_json_parse (text, strlen (text), NULL, &error);

  g_assert_no_error (error);
  g_assert_nonnull (node);
  g_assert_true (genlock_json_check (text, strlen (text), NULL, NULL));
  return node;
}

static void
test_syntax (void)
{
  static const Refusal refusals[] = {
    { "tru e", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "“ ” is in no word" },
    { "nil", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "“i”" },
    { "True", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "where a value must stand" },
    { "NaN", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“N” stands where a value" },
    { "-Infinity", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "where a digit must stand" },
    { "+1", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“+”" },
    { ".5", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“.”" },
    { "1.]", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "after the point" },
    { "1.e5", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "after the point" },
    { "1ex", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "digits of an exponent" },
    { "1E+-3", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "digits of an exponent" },
    { "01", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "begin with 0" },
    { "-00", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "begin with 0" },
    { "0x1F", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "“x” stands behind the end" },
    { "1 2", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "“2” stands behind the end" },
    { "{}}", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "“}” stands behind the end" },
    { "]", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“]” stands where a value" },
    { "[1,]", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "“]” stands where a value" },
    { "[,1]", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "“,” stands where a value" },
    { "[1 2]", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "a comma or ]" },
    { "[1}", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "a comma or ]" },
    { "{\"a\":1]", GENLOCK_JSON_ERROR_SYNTAX, 1, 7, 6, "a comma or }" },
    { "{\"a\":1,}", GENLOCK_JSON_ERROR_SYNTAX, 1, 8, 7, "a key in double quotes must" },
    { "{,}", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "a key in double quotes, or }" },
    { "{a:1}", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "“a” stands where a key" },
    { "{\"a\" 1}", GENLOCK_JSON_ERROR_SYNTAX, 1, 6, 5, "the colon after a key" },
    { "{\"a\":}", GENLOCK_JSON_ERROR_SYNTAX, 1, 6, 5, "“}” stands where a value" },
    { "{1:2}", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "“1” stands where a key" },
    { "'a'", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "JSON wants double quotes" },
    { "// a\n1", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "begins a comment" },
    { "[1, /* a */ 2]", GENLOCK_JSON_ERROR_SYNTAX, 1, 5, 4, "begins a comment" },
    { "var x = {};", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“v”" },
    { "\"a\\x\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "“x” must not follow a backslash" },
    { "\"\\'\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "“'” must not follow" },
    { "\"\\u12g4\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 6, 5, "“g” stands where one of the four" },
    { "\"\\ud83d\\u12g4\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 12, 11, "“g”" },
    { "\"a\tb\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "control character (\\u0009)" },
    { "\"a\nb\"", GENLOCK_JSON_ERROR_SYNTAX, 1, 3, 2, "a quote is missing" },
    { "\f1", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "“\\u000c”" },
    { "\xc2\xa0" "1", GENLOCK_JSON_ERROR_SYNTAX, 1, 1, 0, "where a value" },
    { "[1]\xe2\x82\xac", GENLOCK_JSON_ERROR_SYNTAX, 1, 4, 3, "“€” stands behind" },
    { "[\xe2\x80\x9c" "a\xe2\x80\x9d]", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "““”" },
  };

  assert_refused (refusals, G_N_ELEMENTS (refusals), NULL);
}

static void
test_places (void)
{
  static const Refusal refusals[] = {
    { "[\n1,\n  x]", GENLOCK_JSON_ERROR_SYNTAX, 3, 3, 7, "line 3, column 3 (byte 7): “x”" },
    { "[\r\n1,\r\n  x]", GENLOCK_JSON_ERROR_SYNTAX, 3, 3, 9, "line 3, column 3 (byte 9): " },
    { "[\r1,\r  x]", GENLOCK_JSON_ERROR_SYNTAX, 3, 3, 7, "line 3, column 3 (byte 7): " },
    { "[\"\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80\" x]", GENLOCK_JSON_ERROR_SYNTAX, 1, 8, 13, "“x”" },
    { "[1\n", GENLOCK_JSON_ERROR_TRUNCATED, 2, 1, 3, "line 2, column 1 (byte 3): the text ends" },
    { "[1\r", GENLOCK_JSON_ERROR_TRUNCATED, 2, 1, 3, "cut off" },
    { "{\"a\":1,\n \"b\":2,\n \"a\":3}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 3, 2, 17,
      "line 3, column 2 (byte 17): the key “a” stands twice in one object" },
  };

  assert_refused (refusals, G_N_ELEMENTS (refusals), NULL);
}

static void
test_truncated (void)
{
  static const char whole[] =
    "{\"a\":[true,false,null,-1.5e+3,\"x\\n\\u00e4\\ud83d\\ude00"
    "\xc3\xa4\xf0\x9f\x98\x80\"],\"b\":{}}";
  static const char * const bare[] = { "", " \n", "-", "1.", "1e", "1e+", "-", "tr", "\"", "\"\\",
                                       "\"\\u", "\"\\u00", "\"\\ud83d", "\"\\ud83d\\",
                                       "\"\\ud83d\\u", "\"\xf0\x9f\x98", "\xf0\x9f", "{\"a\"",
                                       "{\"a\":" };

  g_assert_true (genlock_json_check (whole, strlen (whole), NULL, NULL));
  for (gsize length = 0; length < strlen (whole); length++)
    {
      g_autofree char *copy = g_memdup2 (whole, length);
      g_autoptr (GError) error = NULL;

      g_assert_null (genlock_json_parse (copy, length, NULL, &error));
      g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_TRUNCATED);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (bare); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_false (genlock_json_check (bare[i], strlen (bare[i]), NULL, &error));
      g_assert_error (error, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_TRUNCATED);
    }
  g_assert_false (genlock_json_check (NULL, 0, NULL, NULL));
}

static void
test_encoding (void)
{
  static const Refusal refusals[] = {
    { "\"\x80\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"a\xc0\xaf\"", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "not UTF-8" },
    { "\"\xc1\xbf\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xe0\x9f\xbf\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xed\xa0\x80\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xf0\x8f\xbf\xbf\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xf4\x90\x80\x80\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xf5\x80\x80\x80\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xff\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xe2\x82x\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"\xe2x\x82\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "\"B\xfchne\"", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "save the text as UTF-8" },
    { "[\x80]", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "not UTF-8" },
    { "{\"\xff\":1}", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "not UTF-8" },
    { "\"\\ud83d\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"\\ud83dx\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"\\ud83d\\n\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"\\ud83d\\ud83d\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"\\ud83d\\u0041\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"\\ud83d\\ue000\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"x\\ude00\\ud83d\"", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "lone surrogate" },
    { "\"\\udfff\"", GENLOCK_JSON_ERROR_ENCODING, 1, 2, 1, "lone surrogate" },
    { "\"x\\u0000y\"", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "U+0000" },
    { "{\"\\u0000\":1}", GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "U+0000" },
    { "\xef\xbb\xbf{}", GENLOCK_JSON_ERROR_ENCODING, 1, 1, 0, "byte order mark" },
    { "\xff\xfe{", GENLOCK_JSON_ERROR_ENCODING, 1, 1, 0, "UTF-16" },
    { "\xfe\xff", GENLOCK_JSON_ERROR_ENCODING, 1, 1, 0, "UTF-16" },
    { "\xff", GENLOCK_JSON_ERROR_ENCODING, 1, 1, 0, "not UTF-8" },
  };
  static const Refusal in_text = { NULL, GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "U+0000" };
  static const Refusal outside = { NULL, GENLOCK_JSON_ERROR_ENCODING, 1, 4, 3, "U+0000" };
  static const Refusal escape = { NULL, GENLOCK_JSON_ERROR_ENCODING, 1, 3, 2, "U+0000" };

  assert_refused (refusals, G_N_ELEMENTS (refusals), NULL);
  assert_refused_len ("\"a\0b\"", 5, NULL, &in_text);
  assert_refused_len ("[1]\0", 4, NULL, &outside);
  assert_refused_len ("\"\\\0\"", 4, NULL, &escape);
}

static void
test_bom (void)
{
  static const Refusal refusals[] = {
    { "\xef\xbb\xbf\xef\xbb\xbf{}", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 3, "\\ufeff" },
    { "\xef\xbb\xbf", GENLOCK_JSON_ERROR_TRUNCATED, 1, 2, 3, "the text is empty" },
    { "\xef\xbb", GENLOCK_JSON_ERROR_TRUNCATED, 1, 1, 2, "ends here" },
    { " \xef\xbb\xbf{}", GENLOCK_JSON_ERROR_SYNTAX, 1, 2, 1, "\\ufeff" },
  };

  g_assert_true (genlock_json_check ("\xef\xbb\xbf{}", 5, &genlock_json_limits_file, NULL));
  assert_refused (refusals, 2, &genlock_json_limits_file);
  assert_refused (&refusals[3], 1, &genlock_json_limits_file);
}

static void
test_numbers (void)
{
  static const Refusal refusals[] = {
    { "9007199254740993", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "number 9007199254740993 is beyond" },
    { "[-9007199254740993]", GENLOCK_JSON_ERROR_NUMBER, 1, 2, 1, "-9007199254740993" },
    { "9223372036854775808", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "2^53" },
    { "18446744073709551617", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "2^53" },
    { "1000000000000000000", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "2^53" },
    { "999999999999999999", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "2^53" },
    { "100000000000000000000000000000000000000000000000000", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0,
      "number 1000000000000000000000000000000000000000… is beyond" },
    { "1e400", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "the number 1e400 is too large" },
    { "-1e309", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "-1e309" },
    { "1.8e308", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "too large" },
    { "0.1e999999999999999999999999", GENLOCK_JSON_ERROR_NUMBER, 1, 1, 0, "too large" },
  };
  static const Integer integers[] = {
    { "0", 0 }, { "-0", 0 }, { "7", 7 }, { "-12", -12 },
    { "9007199254740992", GENLOCK_JSON_INTEGER_MAX },
    { "-9007199254740992", -GENLOCK_JSON_INTEGER_MAX },
  };

  assert_refused (refusals, G_N_ELEMENTS (refusals), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (integers); i++)
    {
      g_autoptr (JsonNode) node = parse (integers[i].text);

      g_assert_true (json_node_get_value_type (node) == G_TYPE_INT64);
      g_assert_cmpint (json_node_get_int (node), ==, integers[i].value);
    }
}

static void
test_reals (void)
{
  static const Real reals[] = {
    { "59.94", 59.94 }, { "-59.94", -59.94 }, { "0.0", 0 }, { "1.0", 1 }, { "1e0", 1 },
    { "1E2", 100 }, { "1e+2", 100 }, { "1e-2", 0.01 }, { "1.5e22", 1.5e22 },
    { "1e22", 1e22 }, { "1e23", 1e23 }, { "1e-22", 1e-22 }, { "1e-23", 1e-23 },
    { "123456789012345.5", 123456789012345.5 }, { "0.1234567890123456", 0.1234567890123456 },
    { "9007199254740993.0", 9007199254740992.0 }, { "9007199254740993e0", 9007199254740992.0 },
    { "1.7976931348623157e308", 1.7976931348623157e308 }, { "5e-324", 5e-324 },
    { "2.2250738585072014e-308", 2.2250738585072014e-308 }, { "1e-400", 0 },
    { "0e999999", 0 }, { "0.000000000000000000000000000001", 1e-30 }, { "1e-99999999999999", 0 },
    { "123456789012345678901234567890.5", 123456789012345678901234567890.5 },
    { "1e0000000000000000000002", 100 }, { "1000000000000000000000000000000e-30", 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (reals); i++)
    {
      g_autoptr (JsonNode) node = parse (reals[i].text);

      g_assert_true (json_node_get_value_type (node) == G_TYPE_DOUBLE);
      g_assert_cmpfloat (json_node_get_double (node), ==, reals[i].value);
    }

  g_autofree char *zeros = g_strnfill (150, '0');
  g_autofree char *small = g_strdup_printf ("0.%s1e100", zeros);
  g_autoptr (JsonNode) far = parse (small);
  g_autoptr (JsonNode) minus_zero = parse ("-0.0");

  g_assert_cmpfloat (json_node_get_double (far), ==, 1e-51);

  g_assert_true (signbit (json_node_get_double (minus_zero)));
}

/* The fast way of reading a number and strtod() agree to the last bit. */
static void
test_reals_exact (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      guint64 mantissa = ((guint64) g_test_rand_int () << 20) ^ (guint64) g_test_rand_int ();
      int n_decimals = g_test_rand_int_range (1, 12);
      int exponent = g_test_rand_int_range (-30, 30);
      g_autofree char *text = g_strdup_printf ("%" G_GUINT64_FORMAT ".%0*u%s%d", mantissa % 100000,
                                               n_decimals, (guint) (mantissa >> 40), "e", exponent);
      g_autoptr (JsonNode) node = parse (text);

      g_assert_cmpfloat (json_node_get_double (node), ==, g_ascii_strtod (text, NULL));
    }
}

static void
test_strings (void)
{
  static const Text texts[] = {
    { "\"\"", "" }, { "\"a\"", "a" }, { "\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t" },
    { "\"\\u0041\\u00e4\\u20AC\\uD83D\\ude00\"", "A\xc3\xa4\xe2\x82\xac\xf0\x9f\x98\x80" },
    { "\"\\u0001\\u001f\\u007f\"", "\x01\x1f\x7f" },
    { "\"\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf\"",
      "\xc2\x80\xdf\xbf\xe0\xa0\x80\xed\x9f\xbf\xee\x80\x80\xef\xbf\xbf" },
    { "\"\xf0\x90\x80\x80\xf4\x8f\xbf\xbf\"", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf" },
    { "\"\\uD800\\uDC00\\udbff\\udfff\"", "\xf0\x90\x80\x80\xf4\x8f\xbf\xbf" },
    { "\"\\uffff\\ufeff\"", "\xef\xbf\xbf\xef\xbb\xbf" },
    { "\"a\\nb\\nc\"", "a\nb\nc" }, { "\"\x7f\"", "\x7f" },
    { "\"\\\\u0000\"", "\\u0000" }, { "\"16\xe2\x80\xb2 / 9\\\"\"", "16\xe2\x80\xb2 / 9\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (JsonNode) node = parse (texts[i].text);

      g_assert_cmpstr (json_node_get_string (node), ==, texts[i].value);
    }
}

static void
test_words (void)
{
  g_autoptr (JsonNode) yes = parse (" true ");
  g_autoptr (JsonNode) no = parse ("\tfalse\n");
  g_autoptr (JsonNode) nothing = parse ("\rnull\r\n");

  g_assert_true (json_node_get_value_type (yes) == G_TYPE_BOOLEAN);
  g_assert_true (json_node_get_boolean (yes));
  g_assert_true (json_node_get_value_type (no) == G_TYPE_BOOLEAN);
  g_assert_false (json_node_get_boolean (no));
  g_assert_true (JSON_NODE_HOLDS_NULL (nothing));
}

static void
test_tree (void)
{
  g_autoptr (JsonNode) root = parse ("{ \"z\" : [ 1 , [ ] , { } , \"x\" ] ,\"a\\u0062\":null,"
                                     "\"\":{\"deep\":[true,2.5]}}");
  JsonObject *object = json_node_get_object (root);
  g_autoptr (GList) members = json_object_get_members (object);
  JsonArray *array = json_object_get_array_member (object, "z");
  JsonObject *inner = json_object_get_object_member (object, "");

  g_assert_cmpuint (g_list_length (members), ==, 3);
  g_assert_cmpstr (members->data, ==, "z");
  g_assert_cmpstr (members->next->data, ==, "ab");
  g_assert_cmpstr (members->next->next->data, ==, "");
  g_assert_cmpuint (json_array_get_length (array), ==, 4);
  g_assert_cmpint (json_array_get_int_element (array, 0), ==, 1);
  g_assert_cmpuint (json_array_get_length (json_array_get_array_element (array, 1)), ==, 0);
  g_assert_cmpuint (json_object_get_size (json_array_get_object_element (array, 2)), ==, 0);
  g_assert_cmpstr (json_array_get_string_element (array, 3), ==, "x");
  g_assert_true (json_object_get_null_member (object, "ab"));
  g_assert_true (json_array_get_boolean_element (json_object_get_array_member (inner, "deep"), 0));
  g_assert_true (json_node_get_parent (json_array_get_element (array, 0)) ==
                 json_object_get_member (object, "z"));
  g_assert_true (json_node_get_parent (json_object_get_member (object, "z")) == root);
  g_assert_null (json_node_get_parent (root));
}

static void
test_duplicates (void)
{
  static const Refusal refusals[] = {
    { "{\"a\":1,\"a\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 8, 7, "the key “a”" },
    { "{\"a\":1,\"\\u0061\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 8, 7, "the key “a”" },
    { "{\"\\u00e4\":1,\"\xc3\xa4\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 13, 12, "“ä”" },
    { "{\"\":1,\"\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 7, 6, "the key “”" },
    { "[{\"b\":{\"a\":1},\"a\":2,\"b\":3}]", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 21, 20, "“b”" },
    { "{\"x\":1,\"y\":1,\"y\":2,\"x\":3}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 14, 13, "“y”" },
    { "{\"long enough 1\":1,\"long enough 1\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 20, 19,
      "“long enough 1”" },
    { "{\"a\\n\":1,\"a\\n\":1}", GENLOCK_JSON_ERROR_DUPLICATE_KEY, 1, 10, 9, "“a\\u000a”" },
  };
  static const char * const distinct[] = {
    "{\"a\":{\"a\":{\"a\":1}}}", "[{\"a\":1},{\"a\":2}]", "{\"a\":1,\"A\":2,\"a \":3,\"aa\":4}",
    "{\"12345678\":1,\"123456789\":2,\"1234567890\":3}", "{\"12345678a\":1,\"12345678b\":2}",
    "{\"\xc3\xa4\":1,\"a\xcc\x88\":2}",
  };

  assert_refused (refusals, G_N_ELEMENTS (refusals), NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (distinct); i++)
    g_assert_true (genlock_json_check (distinct[i], strlen (distinct[i]), NULL, NULL));
}

typedef struct
{
  GCancellable *cancellable;
  gsize cancel_at;
  gsize last;
  gsize total;
  guint n_calls;
} Progress;

static void
progress_cb (gsize    done,
             gsize    total,
             gpointer user_data)
{
  Progress *progress = user_data;

  g_assert_true (progress->n_calls == 0 || done > progress->last);
  g_assert_cmpuint (done, <=, total);
  progress->last = done;
  progress->total = total;
  progress->n_calls++;
  if (done >= progress->cancel_at)
    g_cancellable_cancel (progress->cancellable);
}

static void
test_progress (void)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *text = nest (1000000, "", " 1,");
  Progress progress = { .cancellable = cancellable, .cancel_at = G_MAXSIZE };

  text[0] = '[';
  text[strlen (text) - 1] = ']';

  g_autoptr (JsonNode) node = genlock_json_parse_full (text, strlen (text),
                                                       &genlock_json_limits_file, cancellable,
                                                       progress_cb, &progress, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 1000000);
  g_assert_cmpuint (progress.n_calls, >=, 10);
  g_assert_cmpuint (progress.n_calls, <=, 13);
  g_assert_cmpuint (progress.total, ==, 3000000);

  progress = (Progress) { .cancellable = cancellable, .cancel_at = 1000000 };
  g_assert_null (genlock_json_parse_full (text, strlen (text), &genlock_json_limits_file,
                                          cancellable, progress_cb, &progress, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (progress.last, <, 1300000);
}

static const char *
shout (const char *message)
{
  if (strcmp (message, "line %s") == 0)
    return "Zeile %s";
  if (strcmp (message, "column %s") == 0)
    return "Spalte %s";
  if (strcmp (message, "byte %s") == 0)
    return "Byte %s";
  if (g_str_has_prefix (message, "the key"))
    return "der Schlüssel „%s“ steht zweimal in einem Objekt";
  return message;
}

static void
test_translated (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) copy = NULL;
  g_autoptr (GError) large = NULL;
  g_autofree char *german = NULL;
  g_autofree char *english = NULL;
  g_autofree char *no_place = NULL;
  GenlockJsonLimits small = { .bytes = 40 };

  g_assert_false (genlock_json_check ("{\"%s\":1,\"%s\":2}", 15, NULL, &error));
  copy = g_error_copy (error);
  g_clear_error (&error);
  german = genlock_json_error_describe (copy, shout);
  english = genlock_json_error_describe (copy, NULL);
  g_assert_cmpstr (german, ==, "Zeile 1, Spalte 9 (Byte 8): der Schlüssel „%s“ steht zweimal in "
                   "einem Objekt");
  g_assert_cmpstr (english, ==, copy->message);
  g_assert_true (genlock_json_error_get_place (copy, NULL, NULL, NULL));

  g_assert_false (genlock_json_check (german, strlen (german), &small, &large));
  no_place = genlock_json_error_describe (large, NULL);
  g_assert_cmpstr (no_place, ==, "the text is larger than 40 bytes");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-reader/syntax", test_syntax);
  g_test_add_func ("/json-reader/places", test_places);
  g_test_add_func ("/json-reader/truncated", test_truncated);
  g_test_add_func ("/json-reader/encoding", test_encoding);
  g_test_add_func ("/json-reader/bom", test_bom);
  g_test_add_func ("/json-reader/numbers", test_numbers);
  g_test_add_func ("/json-reader/reals", test_reals);
  g_test_add_func ("/json-reader/reals-exact", test_reals_exact);
  g_test_add_func ("/json-reader/strings", test_strings);
  g_test_add_func ("/json-reader/words", test_words);
  g_test_add_func ("/json-reader/tree", test_tree);
  g_test_add_func ("/json-reader/duplicates", test_duplicates);
  g_test_add_func ("/json-reader/progress", test_progress);
  g_test_add_func ("/json-reader/translated", test_translated);
  return g_test_run ();
}
