/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of imports share: a database of their own, and ways to find what came of it. */

#include "config.h"

#include <string.h>

#include <glib/gstdio.h>

#include "core/model/genlock-record-json.h"
#include "import-fixture.h"

static void
remove_tree (const char *path)
{
  g_autoptr (GDir) dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_remove (path);
}

void
import_fixture_set_up (ImportFixture *fixture,
                       gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("genlock-import-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->database = g_build_filename (fixture->folder, "genlock.db", NULL);
  fixture->store = genlock_store_open (fixture->database, GENLOCK_STORE_WRITE, &error);
  g_assert_no_error (error);
}

void
import_fixture_tear_down (ImportFixture *fixture,
                          gconstpointer data)
{
  genlock_store_close (fixture->store);
  g_clear_object (&fixture->store);
  remove_tree (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->database);
}

char *
import_dup_data (const char *name)
{
  return g_test_build_filename (G_TEST_DIST, "interchange", "data", name, NULL);
}

GenlockImportPlan *
import_read_data (const char *name,
                  ...)
{
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;
  GenlockImportPlan *plan;
  va_list names;

  g_ptr_array_add (paths, import_dup_data (name));
  va_start (names, name);
  while ((name = va_arg (names, const char *)) != NULL)
    g_ptr_array_add (paths, import_dup_data (name));
  va_end (names);
  g_ptr_array_add (paths, NULL);
  plan = genlock_import_read ((const char * const *) paths->pdata, NULL, NULL, NULL, NULL, &error);
  g_assert_no_error (error);

  return plan;
}

GenlockImportPlan *
import_read_text (const char *name,
                  const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  GenlockImportPlan *plan = genlock_import_read_bytes (name, bytes, NULL, NULL, &error);

  g_assert_no_error (error);

  return plan;
}

void
import_assert_refused (const char *name,
                       const char *text,
                       gssize length,
                       GenlockImportError code,
                       const char *part)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = genlock_import_read_bytes (name, bytes, NULL, NULL, &error);

  g_assert_null (plan);
  g_assert_error (error, GENLOCK_IMPORT_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  if (strstr (error->message, part) == NULL)
    g_error ("“%s” does not say “%s”", error->message, part);
}

GPtrArray *
import_list (GenlockImportPlan *plan,
             const GenlockTable *table)
{
  GPtrArray *entries = g_ptr_array_new ();
  GPtrArray *shows = genlock_import_plan_get_shows (plan);

  for (guint s = 0; s < shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (shows, s);

      if (show->production != NULL
          && genlock_record_get_table (show->production->record) == table)
        g_ptr_array_add (entries, show->production);
      for (guint g = 0; g < show->groups->len; g++)
        {
          const GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

          if (group->table == table)
            g_ptr_array_extend (entries, group->entries, NULL, NULL);
        }
    }

  return entries;
}

guint
import_count (GenlockImportPlan *plan,
              const GenlockTable *table)
{
  g_autoptr (GPtrArray) entries = import_list (plan, table);

  return entries->len;
}

GenlockImportEntry *
import_find (GenlockImportPlan *plan,
             const GenlockTable *table,
             guint field,
             const char *text)
{
  g_autoptr (GPtrArray) entries = import_list (plan, table);
  GenlockImportEntry *found = NULL;

  for (guint i = 0; i < entries->len; i++)
    {
      GenlockImportEntry *entry = g_ptr_array_index (entries, i);

      if (g_strcmp0 (genlock_record_get_text (entry->record, field), text) != 0)
        continue;
      g_assert_null (found);
      found = entry;
    }
  if (found == NULL)
    g_error ("no row of %s has “%s”", table->name, text);

  return found;
}

GenlockRecord *
import_find_record (GenlockImportPlan *plan,
                    const GenlockTable *table,
                    guint field,
                    const char *text)
{
  return import_find (plan, table, field, text)->record;
}

static const GenlockImportPlace *
find_place (GenlockImportPlan *plan,
            const char *place,
            GenlockImportSeverity *severity)
{
  GPtrArray *notes = genlock_import_report_get_notes (genlock_import_plan_get_report (plan));

  for (guint n = 0; n < notes->len; n++)
    {
      const GenlockImportNote *note = g_ptr_array_index (notes, n);

      for (guint i = 0; i < note->places->len; i++)
        {
          const GenlockImportPlace *found = g_ptr_array_index (note->places, i);

          if (strcmp (found->place, place) != 0)
            continue;
          *severity = note->severity;
          return found;
        }
    }

  return NULL;
}

void
import_assert_note (GenlockImportPlan *plan,
                    GenlockImportSeverity severity,
                    const char *place,
                    const char *value)
{
  GenlockImportSeverity found_severity;
  const GenlockImportPlace *found = find_place (plan, place, &found_severity);
  g_autofree char *report = NULL;

  if (found == NULL)
    {
      report = genlock_import_plan_print (plan);
      g_error ("“%s” is not in the report:\n%s", place, report);
    }
  g_assert_cmpint (found_severity, ==, severity);
  if (value == NULL)
    g_assert_null (found->value);
  else if (found->value == NULL || !g_str_has_prefix (found->value, value))
    g_error ("“%s”: “%s” is not “%s”", place, found->value, value);
}

gboolean
import_has_note (GenlockImportPlan *plan,
                 const char *place)
{
  GenlockImportSeverity severity;

  return find_place (plan, place, &severity) != NULL;
}

void
import_compare (ImportFixture *fixture,
                GenlockImportPlan *plan)
{
  g_autoptr (GError) error = NULL;

  genlock_import_plan_compare (plan, fixture->store, NULL, &error);
  g_assert_no_error (error);
}

guint
import_apply (ImportFixture *fixture,
              GenlockImportPlan *plan)
{
  g_autoptr (GenlockBatch) batch = genlock_import_plan_build_batch (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockChanges) changes = NULL;

  changes = genlock_store_apply (fixture->store, batch, NULL, &error);
  g_assert_no_error (error);

  return genlock_changes_get_length (changes);
}

static GPtrArray *
list_live (ImportFixture *fixture,
           const GenlockTable *table)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);
  g_autoptr (GError) error = NULL;
  GPtrArray *rows = genlock_store_list (fixture->store, query, &error);

  g_assert_no_error (error);

  return rows;
}

guint
import_count_live (ImportFixture *fixture,
                   const GenlockTable *table)
{
  g_autoptr (GPtrArray) rows = list_live (fixture, table);

  return rows->len;
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* What the store keeps for itself differs from run to run. */
static void
drop_meta (GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);

  for (guint i = GENLOCK_META_CREATED_AT; i < GENLOCK_N_META; i++)
    genlock_record_unset (record, i);
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (child->nested_as != NULL
          && genlock_table_get_field (child, child->parent_field)->target == table)
        children = genlock_record_get_children (record, child);
      for (guint c = 0; children != NULL && c < children->len; c++)
        drop_meta (g_ptr_array_index (children, c));
    }
}

char *
import_dup_state (ImportFixture *fixture)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GPtrArray) rows = NULL;

      if (!genlock_table_replicates (table) || table->nested_as != NULL)
        continue;
      rows = list_live (fixture, table);
      for (guint r = 0; r < rows->len; r++)
        {
          g_autoptr (GenlockRecord) copy = genlock_record_copy (g_ptr_array_index (rows, r));
          GString *json = g_string_new (table->name);

          g_string_append_c (json, ' ');
          drop_meta (copy);
          genlock_record_write_json (copy, json);
          g_ptr_array_add (lines, g_string_free (json, FALSE));
        }
    }
  g_ptr_array_sort (lines, compare_texts);
  g_ptr_array_add (lines, NULL);

  return g_strjoinv ("\n", (char **) lines->pdata);
}
