/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any JSON and any text that is read into a row. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-schema.h"
#include "record-properties.h"

static void
check_error (const GError *error)
{
  g_assert_nonnull (error);
  g_assert_true (*error->message != '\0');
  g_assert_true (g_utf8_validate (error->message, -1, NULL));
}

static void
check_value (const GenlockTable *table,
             guint               field,
             const GenlockValue *value)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  GenlockValue again = { 0 };

  if (value->kind == GENLOCK_VALUE_ABSENT)
    return;
  genlock_value_validate (table, field, value, &error);
  g_assert_no_error (error);
  if (value->kind == GENLOCK_VALUE_NULL)
    return;

  text = genlock_field_print (genlock_table_get_field (table, field), value);
  g_assert_true (g_utf8_validate (text, -1, NULL));
  /* Empty text and null look alike where people type. */
  if (*text == '\0')
    return;
  genlock_field_parse (table, field, text, &again, &error);
  g_assert_no_error (error);
  if (!genlock_value_equal (&again, value))
    g_error ("%s.%s: “%s” does not read back", table->name,
             genlock_table_get_field (table, field)->name, text);
  genlock_value_clear (&again);
}

static gboolean
check_table (const GenlockTable *table,
             JsonObject         *object)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockRecord) record = genlock_record_from_json (table, object, NULL, &error);
  g_autoptr (GenlockRecord) again = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GString) json = g_string_new (NULL);

  if (record == NULL)
    {
      check_error (error);
      return FALSE;
    }
  g_assert_no_error (error);
  for (guint i = 0; i < table->n_fields; i++)
    check_value (table, i, genlock_record_get_value (record, i));

  genlock_record_write_json (record, json);
  node = genlock_json_parse (json->str, json->len, &genlock_json_limits_file, &error);
  g_assert_no_error (error);
  again = genlock_record_from_json (table, json_node_get_object (node), NULL, &error);
  g_assert_no_error (error);
  g_assert_true (genlock_record_equal (record, again));
  return TRUE;
}

guint
record_properties_check (JsonObject *object)
{
  guint n_taken = 0;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    n_taken += check_table (genlock_schema_tables[i], object);
  return n_taken;
}

guint
record_properties_check_text (const char *text)
{
  guint n_taken = 0;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];

      for (guint k = 0; k < table->n_fields; k++)
        {
          g_autoptr (GError) error = NULL;
          GenlockValue value = { 0 };

          if (!genlock_field_parse (table, k, text, &value, &error))
            {
              check_error (error);
              continue;
            }
          check_value (table, k, &value);
          genlock_value_clear (&value);
          n_taken++;
        }
    }
  return n_taken;
}
