/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows: absent, null and value stay apart; copies, differences, children, properties. */

#define G_LOG_DOMAIN "test-record"

#include "config.h"

#include "core/model/genlock-row.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"

static GenlockRecord *
make_source (const char *name)
{
  GenlockRecord *record = genlock_record_new_row (&genlock_sources, NULL);

  genlock_record_set_text (record, GENLOCK_SOURCE_NAME, name);
  genlock_record_set_text (record, GENLOCK_SOURCE_TYPE, "Laptop");

  return record;
}

static void
test_kinds (void)
{
  g_autoptr (GenlockRecord) record = genlock_record_new (&genlock_sources);

  g_assert_true (genlock_record_is_absent (record, GENLOCK_SOURCE_NOTE));
  genlock_record_set_null (record, GENLOCK_SOURCE_NOTE);
  g_assert_false (genlock_record_is_absent (record, GENLOCK_SOURCE_NOTE));
  g_assert_false (genlock_record_has (record, GENLOCK_SOURCE_NOTE));
  genlock_record_set_text (record, GENLOCK_SOURCE_NOTE, "");
  g_assert_true (genlock_record_has (record, GENLOCK_SOURCE_NOTE));
  g_assert_cmpstr (genlock_record_get_text (record, GENLOCK_SOURCE_NOTE), ==, "");
  genlock_record_unset (record, GENLOCK_SOURCE_NOTE);
  g_assert_true (genlock_record_is_absent (record, GENLOCK_SOURCE_NOTE));
}

static void
test_presets (void)
{
  g_autoptr (GenlockRecord) show = genlock_record_new_row (&genlock_productions, NULL);
  g_autoptr (GenlockRecord) output = genlock_record_new_row (&genlock_source_outputs, NULL);

  g_assert_true (g_uuid_string_is_valid (genlock_record_get_id (show)));
  g_assert_cmpstr (genlock_record_get_text (show, GENLOCK_PRODUCTION_STATUS), ==, "PLANNING");
  g_assert_false (genlock_record_is_absent (show, GENLOCK_PRODUCTION_VENUE));
  g_assert_true (genlock_record_is_absent (show, GENLOCK_PRODUCTION_SHOW_NAME));
  g_assert_cmpint (genlock_record_get_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX), ==, 1);
}

static void
test_reals (void)
{
  const struct
  {
    double given;
    double kept;
  } cases[] = {
    { 59.94, 59.94 },
    { 59.94005994, 59.94 },
    { 23.976023976, 23.976 },
    { -0.0001, 0.0 },
    { 1e300, 1e300 },
  };
  g_autoptr (GenlockRecord) record = genlock_record_new (&genlock_sources);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      genlock_record_set_real (record, GENLOCK_SOURCE_RATE, cases[i].given);
      g_assert_cmpfloat (genlock_record_get_real (record, GENLOCK_SOURCE_RATE), ==, cases[i].kept);
    }
}

static void
test_diff (void)
{
  g_autoptr (GenlockRecord) before = make_source ("GFX A");
  g_autoptr (GenlockRecord) same = genlock_record_copy (before);
  g_autoptr (GenlockRecord) after = genlock_record_new (&genlock_sources);
  g_autoptr (GenlockRecord) diff = NULL;

  g_assert_true (genlock_record_equal (before, same));
  g_assert_null (genlock_record_diff (before, same));

  genlock_record_set_text (after, GENLOCK_SOURCE_NAME, "GFX B");
  genlock_record_set_null (after, GENLOCK_SOURCE_NOTE);
  diff = genlock_record_diff (before, after);
  g_assert_cmpstr (genlock_record_get_id (diff), ==, genlock_record_get_id (before));
  g_assert_cmpstr (genlock_record_get_text (diff, GENLOCK_SOURCE_NAME), ==, "GFX B");
  g_assert_true (genlock_record_is_absent (diff, GENLOCK_SOURCE_NOTE));
  g_assert_true (genlock_record_is_absent (diff, GENLOCK_SOURCE_TYPE));
}

static void
test_children (void)
{
  g_autoptr (GenlockRecord) source = make_source ("GFX A");
  g_autoptr (GenlockRecord) copy = NULL;
  GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);
  GPtrArray *outputs;

  g_assert_null (genlock_record_get_children (source, &genlock_source_outputs));
  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, "HDMI");
  genlock_record_add_child (source, output);

  copy = genlock_record_copy (source);
  genlock_record_clear_children (source, &genlock_source_outputs);
  g_assert_cmpuint (genlock_record_get_children (source, &genlock_source_outputs)->len, ==, 0);

  outputs = genlock_record_get_children (copy, &genlock_source_outputs);
  g_assert_cmpuint (outputs->len, ==, 1);
  g_assert_cmpstr (genlock_record_get_text (outputs->pdata[0], GENLOCK_SOURCE_OUTPUT_SOURCE_ID), ==,
                   genlock_record_get_id (source));
}

static void
count_cb (GObject *object,
          GParamSpec *pspec,
          guint *n)
{
  ++*n;
}

static void
test_row (void)
{
  g_autoptr (GenlockRecord) before = make_source ("GFX A");
  g_autoptr (GenlockRecord) after = genlock_record_copy (before);
  g_autoptr (GenlockRow) row = genlock_row_new (&genlock_sources, NULL);
  g_autofree char *name = NULL;
  double rate;
  guint n_names = 0;
  guint n_all = 0;

  g_assert_null (genlock_row_get_record (row));
  g_object_get (row, "name", &name, NULL);
  g_assert_null (name);

  genlock_row_set_record (row, before);
  genlock_record_set_text (after, GENLOCK_SOURCE_NAME, "GFX B");
  genlock_record_set_real (after, GENLOCK_SOURCE_RATE, 59.94);
  g_signal_connect (row, "notify::name", G_CALLBACK (count_cb), &n_names);
  g_signal_connect (row, "notify", G_CALLBACK (count_cb), &n_all);
  genlock_row_set_record (row, after);

  g_assert_cmpuint (n_names, ==, 1);
  g_assert_cmpuint (n_all, ==, 3); /* record, name, rate */
  g_object_get (row, "name", &name, "rate", &rate, NULL);
  g_assert_cmpstr (name, ==, "GFX B");
  g_assert_cmpfloat (rate, ==, 59.94);
}

static void
test_row_types (void)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      g_autoptr (GenlockRow) row = genlock_row_new (table, NULL);
      g_autofree GParamSpec **properties = NULL;
      guint n_properties;

      properties = g_object_class_list_properties (G_OBJECT_GET_CLASS (row), &n_properties);
      g_assert_cmpuint (n_properties, ==, table->n_fields + 1);
      g_assert_true (genlock_row_get_type_for_table (table) == G_OBJECT_TYPE (row));
    }
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/record/kinds", test_kinds);
  g_test_add_func ("/record/presets", test_presets);
  g_test_add_func ("/record/reals", test_reals);
  g_test_add_func ("/record/diff", test_diff);
  g_test_add_func ("/record/children", test_children);
  g_test_add_func ("/row/notifies", test_row);
  g_test_add_func ("/row/types", test_row_types);

  return g_test_run ();
}
