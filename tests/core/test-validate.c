/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a field takes from text and what it refuses; rows as JSON and back. */

#define G_LOG_DOMAIN "test-validate"

#include "config.h"

#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "random-record.h"

#define OK -1

typedef struct
{
  const GenlockTable *table;
  guint field;
  const char *text;
  int code; /* OK or a GenlockModelError */
  const char *printed;
} ParseCase;

static void
assert_refused (const ParseCase *wrong)
{
  g_autoptr (GError) error = NULL;
  GenlockValue value = { 0 };

  g_assert_false (genlock_field_parse (wrong->table, wrong->field, wrong->text, &value, &error));
  g_assert_error (error, GENLOCK_MODEL_ERROR, wrong->code);
  g_assert_true (genlock_model_error_get_table (error) == wrong->table);
  g_assert_cmpuint (genlock_model_error_get_field (error), ==, wrong->field);
}

static void
assert_taken (const ParseCase *right)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *printed = NULL;
  GenlockValue value = { 0 };

  g_assert_true (genlock_field_parse (right->table, right->field, right->text, &value, &error));
  g_assert_no_error (error);
  printed = genlock_field_print (&right->table->fields[right->field], &value);
  g_assert_cmpstr (printed, ==, right->printed);
  genlock_value_clear (&value);
}

static void
assert_parsed (const ParseCase *cases,
               guint n_cases)
{
  for (guint i = 0; i < n_cases; i++)
    {
      g_test_message ("%s: %s", cases[i].table->fields[cases[i].field].name, cases[i].text);

      if (cases[i].code == OK)
        assert_taken (&cases[i]);
      else
        assert_refused (&cases[i]);
    }
}

static void
test_parse_text (void)
{
  static const ParseCase cases[] = {
    { &genlock_sources, GENLOCK_SOURCE_NAME, "CAM 1", OK, "CAM 1" },
    { &genlock_sources, GENLOCK_SOURCE_NAME, "", GENLOCK_MODEL_ERROR_MISSING, NULL },
    { &genlock_sources, GENLOCK_SOURCE_NAME, "Cafe\xcc\x81", OK, "Caf\xc3\xa9" },
    { &genlock_sources, GENLOCK_SOURCE_NOTE, "", OK, "" },
    { &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_SPECS, "{ \"b\": 1.0, \"a\": [] }", OK,
      "{\"a\":[],\"b\":1}" },
  };

  assert_parsed (cases, G_N_ELEMENTS (cases));
}

static void
test_parse_numbers (void)
{
  static const ParseCase cases[] = {
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "1920", OK, "1920" },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "0", GENLOCK_MODEL_ERROR_RANGE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "65536", GENLOCK_MODEL_ERROR_RANGE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "wide", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "1920.5", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "1e400", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "0x10", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_H_RES, "nan", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_RATE, "59,94", OK, "59.94" },
    { &genlock_sources, GENLOCK_SOURCE_RATE, "59.94005994", OK, "59.94" },
    { &genlock_sources, GENLOCK_SOURCE_RATE, "0", GENLOCK_MODEL_ERROR_RANGE, NULL },
  };

  assert_parsed (cases, G_N_ELEMENTS (cases));
}

static void
test_parse_words (void)
{
  static const ParseCase cases[] = {
    { &genlock_sources, GENLOCK_SOURCE_SCAN, "psf", OK, "PSF" },
    { &genlock_sources, GENLOCK_SOURCE_SCAN, "interlaced", OK, "I" },
    { &genlock_sources, GENLOCK_SOURCE_SCAN, "x", GENLOCK_MODEL_ERROR_RANGE, NULL },
    { &genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID, "2B1E4C1E-0000-4000-8000-000000000001", OK,
      "2b1e4c1e-0000-4000-8000-000000000001" },
    { &genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID, "sony", GENLOCK_MODEL_ERROR_TYPE, NULL },
    { &genlock_productions, GENLOCK_PRODUCTION_LOAD_IN, "2026-05-02", OK, "2026-05-02" },
    { &genlock_productions, GENLOCK_PRODUCTION_LOAD_IN, "2026-02-30", GENLOCK_MODEL_ERROR_TYPE,
      NULL },
    { &genlock_productions, GENLOCK_PRODUCTION_STATUS, "ready", OK, "READY" },
    { &genlock_productions, GENLOCK_PRODUCTION_STATUS, "", GENLOCK_MODEL_ERROR_RANGE, NULL },
    { &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO, "No", OK, "false" },
    { &genlock_equipment_specs, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO, "2", GENLOCK_MODEL_ERROR_TYPE,
      NULL },
  };

  assert_parsed (cases, G_N_ELEMENTS (cases));
}

static void
test_missing (void)
{
  g_autoptr (GenlockRecord) record = genlock_record_new_row (&genlock_sources, NULL);
  g_autoptr (GError) error = NULL;

  genlock_record_set_text (record, GENLOCK_SOURCE_TYPE, "Laptop");
  g_assert_false (genlock_record_validate (record, &error));
  g_assert_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_MISSING);
  g_assert_cmpuint (genlock_model_error_get_field (error), ==, GENLOCK_SOURCE_NAME);

  g_clear_error (&error);
  genlock_record_set_text (record, GENLOCK_SOURCE_NAME, "GFX A");
  g_assert_true (genlock_record_validate (record, &error));
  g_assert_no_error (error);
}

static void
test_rule (void)
{
  g_autoptr (GenlockRecord) record = genlock_record_new_row (&genlock_productions, NULL);
  g_autoptr (GError) error = NULL;

  genlock_record_set_text (record, GENLOCK_PRODUCTION_CLIENT, "ACME");
  genlock_record_set_text (record, GENLOCK_PRODUCTION_SHOW_NAME, "Kick-off");
  genlock_record_set_text (record, GENLOCK_PRODUCTION_LOAD_IN, "2026-05-02T00:00:00.000Z");
  genlock_record_set_text (record, GENLOCK_PRODUCTION_LOAD_OUT, "2026-05-01T00:00:00.000Z");
  g_assert_false (genlock_record_validate (record, &error));
  g_assert_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_RULE);
  g_assert_cmpuint (genlock_model_error_get_field (error), ==, GENLOCK_PRODUCTION_LOAD_OUT);
}

static GenlockRecord *
from_json (const GenlockTable *table,
           const char *json,
           GPtrArray *unknown,
           GError **error)
{
  g_autoptr (JsonNode) node = genlock_json_parse (json, strlen (json), NULL, error);

  return node != NULL
         ? genlock_record_from_json (table, json_node_get_object (node), unknown, error)
         : NULL;
}

static void
test_json_kinds (void)
{
  g_autoptr (GPtrArray) unknown = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockRecord) record = NULL;
  GPtrArray *outputs;

  record = from_json (&genlock_sources,
                      "{\"name\":\"GFX A\",\"note\":null,\"hRes\":1920.0,\"rate\":60,"
                      "\"colour\":1,\"outputs\":[{\"connector\":\"HDMI\",\"hue\":2},"
                      "{\"connector\":\"SDI\"}]}",
                      unknown, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (genlock_record_get_text (record, GENLOCK_SOURCE_NAME), ==, "GFX A");
  g_assert_true (genlock_record_is_absent (record, GENLOCK_SOURCE_LABEL));
  g_assert_false (genlock_record_is_absent (record, GENLOCK_SOURCE_NOTE));
  g_assert_cmpint (genlock_record_get_int (record, GENLOCK_SOURCE_H_RES), ==, 1920);
  g_assert_cmpfloat (genlock_record_get_real (record, GENLOCK_SOURCE_RATE), ==, 60);

  outputs = genlock_record_get_children (record, &genlock_source_outputs);
  g_assert_cmpuint (outputs->len, ==, 2);
  g_assert_cmpint (genlock_record_get_int (outputs->pdata[1], GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX),
                   ==, 2);
  g_assert_cmpuint (unknown->len, ==, 2);
  g_assert_cmpstr (unknown->pdata[0], ==, "colour");
  g_assert_cmpstr (unknown->pdata[1], ==, "hue");
}

static void
test_json_refused (void)
{
  static const char * const cases[] = {
    "{\"hRes\":\"1920\"}",
    "{\"hRes\":1920.5}",
    "{\"hRes\":1e300}",
    "{\"hRes\":0}",
    "{\"name\":5}",
    "{\"name\":null}",
    "{\"outputs\":{}}",
    "{\"outputs\":[5]}",
    "{\"outputs\":[{\"connector\":7}]}",
    "{\"scan\":\"Q\"}",
    "{\"equipmentId\":\"x\"}",
    "{\"isDeleted\":\"true\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GenlockRecord) record = from_json (&genlock_sources, cases[i], NULL, &error);

      g_test_message ("%s", cases[i]);
      g_assert_null (record);
      g_assert_true (error->domain == GENLOCK_MODEL_ERROR);
    }
}

/* Every table: a random row keeps every rule, and is the same again after JSON. */
static void
test_json_round_trip (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    for (guint j = 0; j < 50; j++)
      {
        const GenlockTable *table = genlock_schema_tables[i];
        g_autoptr (GenlockRecord) record = random_record_new (table, random);
        g_autoptr (GenlockRecord) back = NULL;
        g_autoptr (GString) json = g_string_new (NULL);
        g_autoptr (GError) error = NULL;

        for (guint k = 0; k < table->n_fields; k++)
          {
            genlock_value_validate (table, k, genlock_record_get_value (record, k), &error);
            g_assert_no_error (error);
          }

        genlock_record_write_json (record, json);
        back = from_json (table, json->str, NULL, &error);
        g_assert_no_error (error);
        g_assert_true (genlock_record_equal (record, back));
      }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/validate/parse-text", test_parse_text);
  g_test_add_func ("/validate/parse-numbers", test_parse_numbers);
  g_test_add_func ("/validate/parse-words", test_parse_words);
  g_test_add_func ("/validate/missing", test_missing);
  g_test_add_func ("/validate/rule", test_rule);
  g_test_add_func ("/record-json/kinds", test_json_kinds);
  g_test_add_func ("/record-json/refused", test_json_refused);
  g_test_add_func ("/record-json/round-trip", test_json_round_trip);

  return g_test_run ();
}
