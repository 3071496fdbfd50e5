/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for anything that is given to the JSON code. */
#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"
#include "json-oracle.h"
#include "json-properties.h"

static const GenlockJsonLimits limits = {
  .bytes = G_MAXSIZE,
  .string_bytes = G_MAXSIZE,
  .members = G_MAXSIZE,
  .depth = JSON_ORACLE_DEPTH,
};

static void
check_error (const GError *error,
             gsize         length)
{
  gsize offset;

  g_assert_true (error->domain == GENLOCK_JSON_ERROR);
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
  g_assert_true (genlock_json_error_get_place (error, NULL, NULL, &offset));
  g_assert_cmpuint (offset, <=, length);
  if (error->code == GENLOCK_JSON_ERROR_TRUNCATED)
    g_assert_cmpuint (offset, ==, length);
}

static void
check_canonical (JsonNode   *node,
                 const char *expected)
{
  g_autofree char *canonical = genlock_json_canonicalize (node);
  g_autofree char *again_canonical = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) again = genlock_json_parse (canonical, strlen (canonical), &limits, &error);

  g_assert_no_error (error);
  again_canonical = genlock_json_canonicalize (again);
  g_assert_cmpstr (again_canonical, ==, canonical);
  if (expected != NULL)
    g_assert_cmpstr (canonical, ==, expected);
}

gboolean
json_properties_check (const char *data,
                       gsize       length)
{
  g_autoptr (GError) check = NULL;
  g_autoptr (GError) parse = NULL;
  gboolean ok = genlock_json_check (data, length, &limits, &check);
  g_autoptr (JsonNode) node = genlock_json_parse (data, length, &limits, &parse);
  g_auto (JsonOracle) oracle = { 0 };

  json_oracle_read (&oracle, data, length);
  g_assert_cmpint (ok, ==, node != NULL);
  if (ok)
    {
      g_assert_true (oracle.is_json || oracle.is_too_deep);
      check_canonical (node, oracle.canonical);
    }
  else
    {
      g_assert_cmpstr (check->message, ==, parse->message);
      check_error (check, length);
      if (oracle.is_json)
        {
          g_assert_error (check, GENLOCK_JSON_ERROR, GENLOCK_JSON_ERROR_NUMBER);
          g_assert_true (oracle.has_large_integer);
        }
    }
  return ok;
}

void
json_properties_check_double (double value)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (JsonOracle) oracle = { 0 };

  if (!isfinite (value))
    return;
  genlock_json_write_double (text, value);
  node = genlock_json_parse (text->str, text->len, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (json_node_get_double (node), ==, value);

  json_oracle_read (&oracle, text->str, text->len);
  g_assert_cmpstr (oracle.canonical, ==, text->str);
}

void
json_properties_check_string (const char *text)
{
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_auto (JsonOracle) oracle = { 0 };

  genlock_json_write_string (json, text);
  node = genlock_json_parse (json->str, json->len, &limits, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_node_get_string (node), ==, text);

  json_oracle_read (&oracle, json->str, json->len);
  g_assert_cmpstr (oracle.canonical, ==, json->str);
}
