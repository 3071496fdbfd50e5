/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the JSON writer: commas, escapes, and numbers that read back the same. */
#define G_LOG_DOMAIN "genlock-test"

#include "config.h"

#include <locale.h>
#include <math.h>
#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"

typedef struct
{
  double value;
  const char *text;
} Number;

static void
assert_number (double      value,
               const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);

  genlock_json_write_double (json, value);
  g_assert_cmpstr (json->str, ==, text);
}

static void
test_structure (void)
{
  g_autoptr (GString) json = g_string_new (NULL);

  genlock_json_write_begin_object (json);
  genlock_json_write_key (json, "a");
  genlock_json_write_int (json, 1);
  genlock_json_write_key (json, "b");
  genlock_json_write_begin_array (json);
  genlock_json_write_string (json, "x");
  genlock_json_write_string (json, NULL);
  genlock_json_write_begin_object (json);
  genlock_json_write_end_object (json);
  genlock_json_write_begin_array (json);
  genlock_json_write_end_array (json);
  genlock_json_write_boolean (json, TRUE);
  genlock_json_write_boolean (json, FALSE);
  genlock_json_write_null (json);
  genlock_json_write_double (json, -0.5);
  genlock_json_write_raw (json, "{\"raw\":1}");
  genlock_json_write_string_len (json, "cut here", 3);
  genlock_json_write_end_array (json);
  genlock_json_write_key (json, "c");
  genlock_json_write_raw (json, "[]");
  genlock_json_write_end_object (json);

  g_assert_cmpstr (json->str, ==,
                   "{\"a\":1,\"b\":[\"x\",null,{},[],true,false,null,-0.5,{\"raw\":1},\"cut\"],"
                   "\"c\":[]}");
  g_assert_true (genlock_json_check (json->str, json->len, NULL, NULL));
}

/* A text that ends like a bracket is still text, and white space begins anew. */
static void
test_commas (void)
{
  static const char * const texts[] = { "[", "{", ":", ",", " ", "\n" };
  g_autoptr (GString) json = g_string_new ("data: ");

  genlock_json_write_begin_array (json);
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    genlock_json_write_string (json, texts[i]);
  genlock_json_write_end_array (json);
  g_string_append_c (json, '\n');
  genlock_json_write_begin_object (json);
  genlock_json_write_end_object (json);

  g_assert_cmpstr (json->str, ==, "data: [\"[\",\"{\",\":\",\",\",\" \",\"\\n\"]\n{}");
}

static void
test_escapes (void)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (JsonNode) node = NULL;

  genlock_json_write_string (json, "\"\\/\b\f\n\r\t\x01\x1f\x7f ä€😀");
  g_assert_cmpstr (json->str, ==,
                   "\"\\\"\\\\/\\b\\f\\n\\r\\t\\u0001\\u001f\x7f ä€😀\"");

  g_string_truncate (json, 0);
  for (gunichar c = 1; c < 0x300; c++)
    g_string_append_unichar (all, c);
  genlock_json_write_string (json, all->str);
  node = genlock_json_parse (json->str, json->len, NULL, NULL);
  g_assert_cmpstr (json_node_get_string (node), ==, all->str);
}

static void
test_integers (void)
{
  static const gint64 values[] = { 0, 1, -1, 9, 10, -10, 65535, 1767225600000,
                                   GENLOCK_JSON_INTEGER_MAX, -GENLOCK_JSON_INTEGER_MAX };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) json = g_string_new (NULL);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT, values[i]);

      genlock_json_write_int (json, values[i]);
      g_assert_cmpstr (json->str, ==, expected);
      assert_number ((double) values[i], expected);
    }
}

static void
test_doubles (void)
{
  static const Number numbers[] = {
    { 0.0, "0" }, { -0.0, "0" }, { 60, "60" }, { 59.94, "59.94" }, { -59.94, "-59.94" },
    { 59.939999999999998, "59.94" }, { 23.976, "23.976" }, { 0.001, "0.001" }, { 0.1, "0.1" },
    { 0.1 + 0.2, "0.30000000000000004" }, { 0.5, "0.5" }, { 100.25, "100.25" },
    { 1.0 / 3, "0.3333333333333333" }, { 60000 / 1001.0, "59.94005994005994" },
    { 999999999999.999, "999999999999.999" }, { 1234567890123.5, "1234567890123.5" },
    { 4503599627370495.5, "4503599627370495.5" }, { 9007199254740992, "9007199254740992" },
    { 9007199254740994, "9.007199254740994e+15" }, { 1e16, "1e+16" }, { 1e20, "1e+20" },
    { 1e21, "1e+21" }, { -1.5e300, "-1.5e+300" }, { 1e-6, "0.000001" }, { 1e-7, "1e-7" },
    { 1.25e-7, "1.25e-7" }, { 0.00012345, "0.00012345" }, { 5e-324, "5e-324" },
    { 2.2250738585072014e-308, "2.2250738585072014e-308" },
    { 2.225073858507201e-308, "2.225073858507201e-308" },
    { 1.7976931348623157e308, "1.7976931348623157e+308" }, { 0.00049999, "0.00049999" },
    { 123.4565, "123.4565" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (numbers); i++)
    assert_number (numbers[i].value, numbers[i].text);
}

static void
assert_round_trip (double value)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  char longest[G_ASCII_DTOSTR_BUF_SIZE];

  genlock_json_write_double (json, value);
  node = genlock_json_parse (json->str, json->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (json_node_get_double (node), ==, value);

  /* No form of fewer digits was passed over: all but the last 17 are tried here. */
  g_ascii_formatd (longest, sizeof longest, "%.14e", value);
  if (g_ascii_strtod (longest, NULL) == value)
    {
      guint n_digits = 0;

      for (const char *p = json->str; *p != '\0' && *p != 'e'; p++)
        n_digits += g_ascii_isdigit (*p) && (n_digits > 0 || *p != '0');
      g_assert_cmpuint (n_digits, <=, 16);
    }
}

static void
test_round_trip (void)
{
  for (guint i = 0; i < 20000; i++)
    {
      union
      {
        guint64 bits;
        double value;
      } random = { .bits = (guint64) (guint32) g_test_rand_int () << 32 |
                           (guint32) g_test_rand_int () };

      if (isfinite (random.value))
        assert_round_trip (random.value);
      assert_round_trip (g_test_rand_int_range (0, G_MAXINT) / 1000.0);
      assert_round_trip (g_test_rand_double_range (-1e6, 1e6));
      assert_round_trip (ldexp (1, g_test_rand_int_range (-1074, 1023)));
    }
}

/* A decimal comma of the user's locale stays out of JSON. */
static void
test_locale (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_NUMERIC, NULL));
  static const char * const names[] = { "de_DE.UTF-8", "de_DE", "fr_FR.UTF-8" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (setlocale (LC_NUMERIC, names[i]) != NULL)
        break;
    }
  assert_number (1.0 / 3, "0.3333333333333333");
  assert_number (59.94, "59.94");
  assert_round_trip (1.2345678901234567e-5);
  setlocale (LC_NUMERIC, before);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-writer/structure", test_structure);
  g_test_add_func ("/json-writer/commas", test_commas);
  g_test_add_func ("/json-writer/escapes", test_escapes);
  g_test_add_func ("/json-writer/integers", test_integers);
  g_test_add_func ("/json-writer/doubles", test_doubles);
  g_test_add_func ("/json-writer/round-trip", test_round_trip);
  g_test_add_func ("/json-writer/locale", test_locale);
  return g_test_run ();
}
