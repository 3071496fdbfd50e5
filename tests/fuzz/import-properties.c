/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What must hold for any bytes that are imported. */
#include "config.h"

#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-schema.h"
#include "import-properties.h"
#include "interchange/genlock-import.h"

static void
check_record (const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < table->n_fields; i++)
    {
      genlock_value_validate (table, i, genlock_record_get_value (record, i), &error);
      g_assert_no_error (error);
    }
  genlock_record_validate (record, &error);
  g_assert_no_error (error);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      GPtrArray *children = genlock_record_get_children (record, genlock_schema_tables[i]);

      for (guint k = 0; children != NULL && k < children->len; k++)
        check_record (children->pdata[k]);
    }
}

/* Checks a row with its children, and appends what it says. */
static void
check_entry (const GenlockImportEntry *entry,
             GString                  *said)
{
  check_record (entry->record);
  genlock_record_write_json (entry->record, said);
  g_string_append_c (said, '\n');
}

static guint
check_plan (GenlockImportPlan *plan,
            GString           *said)
{
  GPtrArray *shows = genlock_import_plan_get_shows (plan);
  guint n_rows = 0;

  for (guint i = 0; i < shows->len; i++)
    {
      const GenlockImportShow *show = shows->pdata[i];

      if (show->production != NULL)
        check_entry (show->production, said);
      n_rows += show->production != NULL;
      for (guint k = 0; k < show->groups->len; k++)
        {
          const GenlockImportGroup *group = show->groups->pdata[k];

          g_assert_cmpuint (group->entries->len, >, 0);
          for (guint m = 0; m < group->entries->len; m++)
            {
              const GenlockImportEntry *entry = group->entries->pdata[m];

              g_assert_true (genlock_record_get_table (entry->record) == group->table);
              check_entry (entry, said);
              n_rows++;
            }
        }
    }
  return n_rows;
}

static void
check_reports (GenlockImportPlan *plan)
{
  g_autofree char *json = genlock_import_plan_write_json (plan);
  g_autofree char *print = genlock_import_plan_print (plan);
  g_autoptr (GError) error = NULL;

  genlock_json_check (json, strlen (json), &genlock_json_limits_file, &error);
  g_assert_no_error (error);
  g_assert_true (g_utf8_validate (print, -1, NULL));
}

static int
read_once (const char *name,
           GBytes     *bytes,
           GString    *said)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_read_bytes (name, bytes, NULL, NULL, &error);

  if (plan == NULL)
    {
      g_assert_true (error != NULL && error->domain == GENLOCK_IMPORT_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      g_assert_nonnull (strstr (error->message, name));
      g_string_append (said, error->message);
      return -1;
    }
  g_assert_no_error (error);
  check_reports (plan);
  return (int) check_plan (plan, said);
}

int
import_properties_check_named (const char *name,
                               const char *data,
                               gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, length);
  g_autoptr (GString) said = g_string_new (NULL);
  g_autoptr (GString) said_again = g_string_new (NULL);
  int n_rows = read_once (name, bytes, said);

  g_assert_cmpint (read_once (name, bytes, said_again), ==, n_rows);
  g_assert_cmpstr (said->str, ==, said_again->str);
  return n_rows;
}

int
import_properties_check (const char *data,
                         gsize       length)
{
  return import_properties_check_named ("fuzzed file", data, length);
}
