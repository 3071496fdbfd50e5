/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Queries: which rows they find, in which order, how many of each kind. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-ddl.h"
#include "store-help.h"

static GenlockQuery *
query_sources (const char *show_id)
{
  GenlockQuery *query = genlock_query_new (&genlock_sources);

  genlock_query_set_parent (query, show_id);

  return query;
}

/* The names of the rows of a query, separated by commas. */
static char *
list_names (GenlockStore *store,
            const GenlockQuery *query)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, &error);
  GString *names = g_string_new (NULL);

  g_assert_no_error (error);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (names, "%s%s", i > 0 ? "," : "",
                            genlock_record_get_text (g_ptr_array_index (rows, i),
                                                     GENLOCK_SOURCE_NAME));

  return g_string_free (names, FALSE);
}

static void
assert_names (GenlockStore *store,
              const GenlockQuery *query,
              const char *expected)
{
  g_autofree char *names = list_names (store, query);

  g_assert_cmpstr (names, ==, expected);
}

static void
test_data (void)
{
  g_autoptr (GenlockQuery) query = query_sources ("a");
  g_autoptr (GenlockQuery) copy = NULL;
  const char * const words[] = { "Camera", "", NULL };

  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, words, TRUE);
  genlock_query_set_search (query, "  cam 3 ");
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, TRUE);
  copy = genlock_query_copy (query);

  g_assert_true (genlock_query_equal (query, copy));
  g_assert_cmpstr (genlock_query_get_search (copy), ==, "cam 3");
  g_assert_cmpstr (genlock_query_get_parent (copy), ==, "a");
  g_assert_true (genlock_query_get_table (copy) == &genlock_sources);

  genlock_query_set_filter (copy, GENLOCK_SOURCE_TYPE, words, FALSE);
  g_assert_false (genlock_query_equal (query, copy));
  genlock_query_set_filter (copy, GENLOCK_SOURCE_TYPE, words, TRUE);
  g_assert_true (genlock_query_equal (query, copy));
  genlock_query_set_search (copy, "   ");
  g_assert_null (genlock_query_get_search (copy));
  g_assert_false (genlock_query_equal (query, copy));
  genlock_query_set_search (copy, "cam 3");
  genlock_query_set_sort_child (copy, &genlock_source_outputs, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                                TRUE);
  g_assert_false (genlock_query_equal (query, copy));
  genlock_query_set_sort (copy, GENLOCK_SOURCE_RATE, TRUE);
  genlock_query_set_deleted (copy, TRUE, FALSE);
  g_assert_false (genlock_query_equal (query, copy));
  g_assert_false (genlock_query_equal (query, NULL));
  g_assert_true (genlock_query_equal (NULL, NULL));
}

/* @rows: label, name, type, connector, standard, rate; "" = none */
static char *
add_rows (GenlockStore *store,
          const char * const rows[][6],
          guint n_rows)
{
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  GenlockRecord *show = store_help_show ("Known");
  char *id = g_strdup (genlock_record_get_id (show));

  genlock_batch_insert (batch, show);
  for (guint i = 0; i < n_rows; i++)
    {
      const char * const *row = rows[i];
      GenlockRecord *source = store_help_source (id, row[0][0] != '\0' ? row[0] : NULL, row[1],
                                                 row[3][0] != '\0' ? row[3] : NULL);

      genlock_record_set_text (source, GENLOCK_SOURCE_TYPE, row[2]);
      if (row[4][0] != '\0')
        genlock_record_set_text (source, GENLOCK_SOURCE_STANDARD, row[4]);
      if (row[5][0] != '\0')
        genlock_record_set_real (source, GENLOCK_SOURCE_RATE, g_ascii_strtod (row[5], NULL));
      genlock_batch_insert (batch, source);
    }

  store_help_apply (store, batch);

  return id;
}

static const char * const known[][6] = {
  { "SRC 10", "a", "Camera", "SDI", "1080p", "59.94" },
  { "SRC 2", "b", "Laptop", "HDMI", "", "60" },
  { "src 1", "c", "Laptop", "", "720p", "" },
  { "", "d 2", "Camera", "SDI 2", "", "24" },
  { "", "D 10", "", "HDMI", "1080i", "59.94" },
  { "Zoom", "Straße", "Laptop", "DP", "1080p", "50" },
};

static void
test_order (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);

  assert_names (store, query, "c,b,a,Straße,d 2,D 10");

  genlock_query_set_sort (query, GENLOCK_SOURCE_LABEL, FALSE);
  assert_names (store, query, "c,b,a,Straße,d 2,D 10");
  genlock_query_set_sort (query, 0, TRUE);
  assert_names (store, query, "Straße,a,b,c,d 2,D 10");
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, FALSE);
  assert_names (store, query, "a,b,c,d 2,D 10,Straße");
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, TRUE);
  assert_names (store, query, "Straße,D 10,d 2,c,b,a");
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, FALSE);
  assert_names (store, query, "d 2,Straße,a,D 10,b,c");
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, TRUE);
  assert_names (store, query, "b,a,D 10,Straße,d 2,c");
  genlock_query_set_sort_child (query, &genlock_source_outputs, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                                FALSE);
  assert_names (store, query, "Straße,b,D 10,a,d 2,c");
}

static void
test_empty (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, 0);
  g_autoptr (GenlockQuery) query = query_sources (id);

  assert_names (store, query, "");
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, TRUE);
  assert_names (store, query, "");
  genlock_query_set_search (query, "cam");
  assert_names (store, query, "");
  genlock_query_set_sort_child (query, &genlock_source_outputs, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                                FALSE);
  assert_names (store, query, "");
}

static void
test_filter (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  const char * const camera[] = { "Camera", NULL };
  const char * const camera_or_none[] = { "Camera", "", NULL };
  const char * const none[] = { "", NULL };
  const char * const nothing[] = { NULL };
  const char * const rates[] = { "59.94", "50", NULL };

  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, camera, FALSE);
  assert_names (store, query, "a,d 2");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, camera, TRUE);
  assert_names (store, query, "c,b,Straße,D 10");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, camera_or_none, FALSE);
  assert_names (store, query, "a,d 2,D 10");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, camera_or_none, TRUE);
  assert_names (store, query, "c,b,Straße");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, nothing, FALSE);
  assert_names (store, query, "");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, nothing, TRUE);
  assert_names (store, query, "c,b,a,Straße,d 2,D 10");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, NULL, FALSE);
  genlock_query_set_filter (query, GENLOCK_SOURCE_LABEL, none, FALSE);
  assert_names (store, query, "d 2,D 10");
  genlock_query_set_filter (query, GENLOCK_SOURCE_LABEL, none, TRUE);
  assert_names (store, query, "c,b,a,Straße");
  genlock_query_set_filter (query, GENLOCK_SOURCE_LABEL, NULL, FALSE);
  genlock_query_set_filter (query, GENLOCK_SOURCE_RATE, rates, FALSE);
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, TRUE);
  assert_names (store, query, "a,D 10,Straße");
}

static void
test_search (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "CAMERA", "a,d 2" },
    { "camera sdi", "a,d 2" },
    { "sdi 10", "a" },
    { "hdmi", "b,D 10" },
    { "hdmi laptop", "b" },
    { "strasse", "Straße" },
    { "STRASSE dp", "Straße" },
    { "1080", "a,Straße,D 10" },
    { "10 80p", "a,Straße" },
    { "zebra", "" },
    { "camera zebra", "" },
    { "aptopb", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      genlock_query_set_search (query, cases[i].text);
      assert_names (store, query, cases[i].expected);
    }

  genlock_query_set_search (query, "sdi");
  genlock_query_set_sort (query, GENLOCK_SOURCE_NAME, TRUE);
  assert_names (store, query, "d 2,a");
}

/* Rows of other shows stay where they are, whichever way is taken to read the children. */
static void
test_scope (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *large = store_help_add_show (store, 500);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  g_autoptr (GenlockQuery) all = query_sources (large);
  g_autoptr (GPtrArray) rows = NULL;

  genlock_query_set_search (query, "hdmi");
  assert_names (store, query, "b,D 10");
  genlock_query_set_search (query, NULL);
  genlock_query_set_sort_child (query, &genlock_source_outputs, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                                FALSE);
  assert_names (store, query, "Straße,b,D 10,a,d 2,c");
  genlock_query_set_sort (query, GENLOCK_SOURCE_RATE, FALSE);
  assert_names (store, query, "d 2,Straße,a,D 10,b,c");

  genlock_query_set_search (all, "hdmi");
  rows = genlock_store_list (store, all, NULL);
  g_assert_cmpuint (rows->len, ==, 250);
}

static void
test_deleted (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  g_autoptr (GenlockRecord) row = genlock_store_find (store, &genlock_sources, "SRC 2", id, NULL);
  g_autoptr (GPtrArray) rows = NULL;
  GenlockBatch *batch = genlock_batch_new ("DELETE");
  GPtrArray *outputs;

  genlock_batch_delete (batch, &genlock_sources, genlock_record_get_id (row));
  store_help_apply (store, batch);

  assert_names (store, query, "c,a,Straße,d 2,D 10");
  genlock_query_set_deleted (query, TRUE, FALSE);
  assert_names (store, query, "c,b,a,Straße,d 2,D 10");
  genlock_query_set_deleted (query, TRUE, TRUE);
  assert_names (store, query, "b");
  genlock_query_set_search (query, "hdmi");
  rows = genlock_store_list (store, query, NULL);
  g_assert_cmpuint (rows->len, ==, 1);

  /* A dead row has the children that went with it. */
  outputs = genlock_record_get_children (g_ptr_array_index (rows, 0), &genlock_source_outputs);
  g_assert_cmpuint (outputs->len, ==, 1);
}

/* By a link sorts the name of what it leads to. */
static void
test_link (TempDir *dir,
           gconstpointer data)
{
  static const char * const models[] = { "Unit 10", "Unit 9", "alpha" };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, NULL);
  GenlockBatch *batch = genlock_batch_new ("EDIT");

  for (guint i = 0; i < G_N_ELEMENTS (models); i++)
    {
      GenlockRecord *spec = genlock_record_new_row (&genlock_equipment_specs, NULL);
      GenlockRecord *edit = genlock_record_new (&genlock_sources);

      genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_CATEGORY, "CAMERA");
      genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER, "Example");
      genlock_record_set_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL, models[i]);
      genlock_record_set_text (edit, GENLOCK_META_ID,
                               genlock_record_get_id (g_ptr_array_index (rows, i)));
      genlock_record_set_text (edit, GENLOCK_SOURCE_EQUIPMENT_ID, genlock_record_get_id (spec));
      genlock_batch_insert (batch, spec);
      genlock_batch_update (batch, edit);
    }
  store_help_apply (store, batch);

  genlock_query_set_sort (query, GENLOCK_SOURCE_EQUIPMENT_ID, FALSE);
  assert_names (store, query, "a,b,c,Straße,d 2,D 10");
  genlock_query_set_sort (query, GENLOCK_SOURCE_EQUIPMENT_ID, TRUE);
  assert_names (store, query, "c,b,a,Straße,d 2,D 10");
  genlock_query_set_search (query, "example unit");
  assert_names (store, query, "c,b");
}

/* Choices sort as the description has them: PLANNING, READY, ACTIVE. */
static void
test_choice (TempDir *dir,
             gconstpointer data)
{
  static const char * const statuses[] = { "ACTIVE", "READY", "PLANNING" };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);
  g_autoptr (GPtrArray) rows = NULL;
  GenlockBatch *batch = genlock_batch_new ("IMPORT");

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      GenlockRecord *show = store_help_show (statuses[i]);

      genlock_record_set_text (show, GENLOCK_PRODUCTION_STATUS, statuses[i]);
      genlock_batch_insert (batch, show);
    }
  store_help_apply (store, batch);

  genlock_query_set_sort (query, GENLOCK_PRODUCTION_STATUS, FALSE);
  rows = genlock_store_list (store, query, NULL);
  g_assert_cmpuint (rows->len, ==, 3);
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpstr (genlock_record_get_name (g_ptr_array_index (rows, i)), ==, statuses[2 - i]);
}

static void
counted_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  GArray **counts = user_data;
  g_autoptr (GError) error = NULL;

  *counts = genlock_store_count_finish (GENLOCK_STORE (object), result, &error);
  g_assert_no_error (error);
}

static gboolean
is_there (gpointer data)
{
  return *(gpointer *) data != NULL;
}

static void
assert_counts (GenlockStore *store,
               const GenlockQuery *query,
               guint field,
               const char *expected)
{
  g_autoptr (GArray) counts = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  genlock_store_count_async (store, query, field, NULL, counted_cb, &counts);
  store_help_wait (is_there, &counts);

  for (guint i = 0; i < counts->len; i++)
    {
      const GenlockCount *count = &g_array_index (counts, GenlockCount, i);

      g_string_append_printf (text, "%s%s %u", i > 0 ? ", " : "",
                              count->word != NULL ? count->word : "none", count->n);
    }

  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_count (TempDir *dir,
            gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  const char * const camera[] = { "Camera", NULL };

  assert_counts (store, query, GENLOCK_SOURCE_TYPE, "Laptop 3, Camera 2, none 1");
  genlock_query_set_filter (query, GENLOCK_SOURCE_TYPE, camera, FALSE);
  assert_counts (store, query, GENLOCK_SOURCE_TYPE, "Laptop 3, Camera 2, none 1");
  assert_counts (store, query, GENLOCK_SOURCE_RATE, "24 1, 59.94 1");
  genlock_query_set_search (query, "1080");
  assert_counts (store, query, GENLOCK_SOURCE_TYPE, "none 1, Camera 1, Laptop 1");
}

/* Words, numbers, characters of several bytes, texts of more than 255 characters. */
static char *
make_text (void)
{
  static const char * const words[] = { "Cam ", "cAM ", "Straße", "é", "10", "007", "A", "z" };
  GString *text = g_string_new ("x");
  int n = g_test_rand_int_range (0, 20) == 0 ? 150 : g_test_rand_int_range (0, 4);

  if (g_test_rand_bit ())
    g_string_truncate (text, 0);
  for (int i = 0; i <= n; i++)
    g_string_append (text, words[n > 100 && i < n ? 0
                                 : (guint) g_test_rand_int_range (0, G_N_ELEMENTS (words))]);

  return g_string_free (text, FALSE);
}

/* Sorting by any text is the same as what the index of the default order does. */
static void
test_natural (TempDir *dir,
              gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 0);
  g_autoptr (GenlockQuery) query = query_sources (show);
  g_autoptr (GenlockDatabase) database = NULL;
  g_autoptr (GenlockStatement) statement = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  GenlockBatch *batch = genlock_batch_new ("IMPORT");
  g_autofree char *note = genlock_ddl_natural_order (&genlock_sources, GENLOCK_SOURCE_NOTE, NULL);
  g_autofree char *sql =
    g_strdup_printf ("SELECT id FROM sources ORDER BY %s, length(label), label", note);

  for (guint i = 0; i < 600; i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i);
      GenlockRecord *source = store_help_source (show, label, "Laptop", NULL);

      genlock_record_take_text (source, GENLOCK_SOURCE_NOTE, make_text ());
      genlock_batch_insert (batch, source);
    }

  store_help_apply (store, batch);
  genlock_query_set_sort (query, GENLOCK_SOURCE_NOTE, FALSE);
  rows = genlock_store_list (store, query, NULL);
  g_assert_cmpuint (rows->len, ==, 600);

  database = genlock_database_open (dir->file, GENLOCK_DATABASE_READ, NULL);
  statement = genlock_database_prepare (database, sql, NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (genlock_statement_step (statement, NULL), ==, GENLOCK_STATEMENT_ROW);
      g_assert_cmpstr (genlock_statement_read_text (statement, 0), ==,
                       genlock_record_get_id (g_ptr_array_index (rows, i)));
    }
}

/* The ids of the rows with these names, and of one that is no row. */
static GPtrArray *
list_ids (GenlockStore *store,
          const char *show_id,
          const char * const *names)
{
  g_autoptr (GenlockQuery) query = query_sources (show_id);
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, NULL);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (ids, g_strdup ("00000000-0000-4000-8000-000000000000"));
  for (; *names != NULL; names++)
    for (guint i = 0; i < rows->len; i++)
      if (g_str_equal (genlock_record_get_text (rows->pdata[i], GENLOCK_SOURCE_NAME), *names))
        g_ptr_array_add (ids, g_strdup (genlock_record_get_id (rows->pdata[i])));

  return ids;
}

static void
test_ids (TempDir *dir,
          gconstpointer data)
{
  const char * const some[] = { "Straße", "c", "d 2", NULL };
  const char * const others[] = { "Straße", "d 2", "c", NULL };
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *id = add_rows (store, known, G_N_ELEMENTS (known));
  g_autoptr (GenlockQuery) query = query_sources (id);
  g_autoptr (GenlockQuery) copy = NULL;
  g_autoptr (GPtrArray) ids = list_ids (store, id, some);
  g_autoptr (GPtrArray) same = list_ids (store, id, some);
  g_autoptr (GPtrArray) turned = list_ids (store, id, others);

  genlock_query_set_sort (query, GENLOCK_SOURCE_LABEL, FALSE);
  genlock_query_set_search (query, "cam");
  genlock_query_set_ids (query, ids);
  assert_names (store, query, "Straße,c,d 2");

  copy = genlock_query_copy (query);
  assert_names (store, copy, "Straße,c,d 2");
  genlock_query_set_ids (copy, same);
  g_assert_true (genlock_query_equal (query, copy));
  genlock_query_set_ids (copy, turned);
  g_assert_false (genlock_query_equal (query, copy));
  assert_names (store, copy, "Straße,d 2,c");

  genlock_query_set_search (query, NULL);
  genlock_query_set_ids (query, NULL);
  assert_names (store, query, "c,b,a,Straße,d 2,D 10");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/data", test_data);
  temp_dir_test ("/query/order", test_order);
  temp_dir_test ("/query/empty", test_empty);
  temp_dir_test ("/query/filter", test_filter);
  temp_dir_test ("/query/search", test_search);
  temp_dir_test ("/query/scope", test_scope);
  temp_dir_test ("/query/deleted", test_deleted);
  temp_dir_test ("/query/link", test_link);
  temp_dir_test ("/query/choice", test_choice);
  temp_dir_test ("/query/count", test_count);
  temp_dir_test ("/query/natural", test_natural);
  temp_dir_test ("/query/ids", test_ids);

  return g_test_run ();
}
