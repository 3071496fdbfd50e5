/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells as text, and what pasting, filling, clearing and duplicating would change. */

#include "config.h"

#include <string.h>

#include "core/model/genlock-model-error.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "ui/lists/genlock-block.h"
#include "ui/lists/genlock-tsv.h"

#define SHOW "11111111-1111-4111-8111-111111111111"

typedef struct
{
  GArray *columns;
  GPtrArray *records;
  GPtrArray *used_columns;
  GHashTable *labels;
  GenlockNames *names;
} Fixture;

static GenlockRecord *
make_source (guint number,
             const char *name,
             const char *connectors)
{
  GenlockRecord *record = genlock_record_new_row (&genlock_sources, NULL);
  g_auto (GStrv) words = g_strsplit (connectors, "|", -1);
  g_autofree char *label = g_strdup_printf ("SRC %u", number);

  genlock_record_set_text (record, GENLOCK_SOURCE_PRODUCTION_ID, SHOW);
  genlock_record_set_text (record, GENLOCK_SOURCE_LABEL, label);
  genlock_record_set_text (record, GENLOCK_SOURCE_NAME, name);
  genlock_record_set_text (record, GENLOCK_SOURCE_TYPE, "Camera");

  for (guint i = 0; words[i] != NULL; i++)
    {
      GenlockRecord *output = genlock_record_new_row (&genlock_source_outputs, NULL);

      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, words[i]);
      genlock_record_set_int (output, GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, i + 1);
      genlock_record_add_child (record, output);
    }

  return record;
}

static void
setup (Fixture *fixture,
       gconstpointer data)
{
  fixture->columns = genlock_columns_new (&genlock_list_kind_sources);
  fixture->used_columns = g_ptr_array_new ();
  fixture->records = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  fixture->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  fixture->names = genlock_names_new (NULL, &genlock_equipment_specs);

  g_ptr_array_add (fixture->records, make_source (1, "CAM 1", "HDMI|3G-SDI"));
  g_ptr_array_add (fixture->records, make_source (2, "CAM 2", "HDMI"));
  g_ptr_array_add (fixture->records, make_source (3, "GFX", "HDMI"));
  for (guint i = 1; i <= 3; i++)
    g_hash_table_add (fixture->labels, g_strdup_printf ("src %u", i));
}

static void
teardown (Fixture *fixture,
          gconstpointer data)
{
  g_array_unref (fixture->columns);
  g_ptr_array_unref (fixture->used_columns);
  g_ptr_array_unref (fixture->records);
  g_hash_table_unref (fixture->labels);
  g_object_unref (fixture->names);
}

static GenlockColumn *
find_column (Fixture *fixture,
             const char *id)
{
  for (guint i = 0; i < fixture->columns->len; i++)
    {
      GenlockColumn *column = &g_array_index (fixture->columns, GenlockColumn, i);

      if (strcmp (column->id, id) == 0)
        return column;
    }

  g_assert_not_reached ();
}

/* A block of all rows and the columns named. */
static GenlockBlock
make_block (Fixture *fixture,
            const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids, " ", -1);

  g_ptr_array_set_size (fixture->used_columns, 0);
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (fixture->used_columns, find_column (fixture, words[i]));

  return (GenlockBlock) {
    .records = fixture->records,
    .columns = fixture->used_columns,
    .names = fixture->names,
    .production_id = SHOW,
  };
}

static const GenlockRecord *
get_record (GenlockPlan *plan,
            guint index)
{
  g_assert_nonnull (plan->batch);
  g_assert_cmpuint (index, <, genlock_batch_get_length (plan->batch));

  return genlock_batch_get_op (plan->batch, index)->record;
}

/* Every field with a width has its column, in the order that a planner reads. */
static void
test_columns (Fixture *fixture,
              gconstpointer data)
{
  static const char * const order[] = {
    "label", "name", "type", "format", "outputs", "standard", "secondary_device", "equipment_id",
    "note", "h_res", "v_res", "rate", "scan", "blanking",
  };

  g_assert_cmpuint (fixture->columns->len, ==, G_N_ELEMENTS (order));
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    g_assert_cmpstr (g_array_index (fixture->columns, GenlockColumn, i).id, ==, order[i]);

  for (guint i = GENLOCK_N_META; i < GENLOCK_SOURCE_N_FIELDS; i++)
    if (genlock_table_get_field (&genlock_sources, i)->width > 0)
      find_column (fixture, genlock_table_get_field (&genlock_sources, i)->name);
}

static void
test_format (Fixture *fixture,
             gconstpointer data)
{
  const GenlockColumn *column = find_column (fixture, "format");
  g_autoptr (GenlockRecord) into = genlock_record_new (&genlock_sources);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  g_assert_true (genlock_column_parse (column, NULL, "1920 x 1200 @ 59.94 RBv2", NULL, into,
                                       &error));
  g_assert_no_error (error);
  g_assert_cmpint (genlock_record_get_int (into, GENLOCK_SOURCE_V_RES), ==, 1200);
  g_assert_cmpstr (genlock_record_get_text (into, GENLOCK_SOURCE_BLANKING), ==, "RBv2");
  text = genlock_column_print (column, into, NULL);
  g_assert_cmpstr (text, ==, "1920×1200 59.94 RBv2");

  g_assert_false (genlock_column_parse (column, NULL, "soon", NULL, into, &error));
  g_assert_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_TYPE);
  g_assert_cmpint (genlock_record_get_int (into, GENLOCK_SOURCE_V_RES), ==, 1200);

  g_clear_error (&error);
  g_assert_true (genlock_column_parse (column, NULL, "", NULL, into, &error));
  g_assert_false (genlock_record_has (into, GENLOCK_SOURCE_H_RES));
  g_assert_false (genlock_record_is_absent (into, GENLOCK_SOURCE_H_RES));
}

/* Outputs that stay keep their id and format; others come and go. */
static void
test_outputs (Fixture *fixture,
              gconstpointer data)
{
  const GenlockColumn *column = find_column (fixture, "outputs");
  const GenlockRecord *before = g_ptr_array_index (fixture->records, 0);
  GPtrArray *old = genlock_record_get_children (before, &genlock_source_outputs);
  g_autoptr (GenlockRecord) into = genlock_record_new (&genlock_sources);
  g_autofree char *text = genlock_column_print (column, before, NULL);
  g_autofree char *printed = NULL;
  GPtrArray *outputs;

  g_assert_cmpstr (text, ==, "HDMI | 3G-SDI");
  genlock_record_set_int (g_ptr_array_index (old, 0), GENLOCK_SOURCE_OUTPUT_H_RES, 1280);

  g_assert_true (genlock_column_parse (column, before, "DP 1.2|| 3G-SDI |NDI", NULL, into, NULL));
  outputs = genlock_record_get_children (into, &genlock_source_outputs);
  g_assert_cmpuint (outputs->len, ==, 3);
  g_assert_cmpstr (genlock_record_get_id (g_ptr_array_index (outputs, 0)), ==,
                   genlock_record_get_id (g_ptr_array_index (old, 0)));
  g_assert_cmpint (genlock_record_get_int (g_ptr_array_index (outputs, 0),
                                           GENLOCK_SOURCE_OUTPUT_H_RES), ==, 1280);
  g_assert_cmpint (genlock_record_get_int (g_ptr_array_index (outputs, 2),
                                           GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX), ==, 3);
  printed = genlock_column_print (column, into, NULL);
  g_assert_cmpstr (printed, ==, "DP 1.2 | 3G-SDI | NDI");

  g_assert_true (genlock_column_parse (column, before, "", NULL, into, NULL));
  g_assert_cmpuint (genlock_record_get_children (into, &genlock_source_outputs)->len, ==, 0);
}

static void
test_equipment (Fixture *fixture,
                gconstpointer data)
{
  const GenlockColumn *column = find_column (fixture, "equipment_id");
  g_autoptr (GenlockRecord) into = genlock_record_new (&genlock_sources);
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;

  genlock_names_add (fixture->names, SHOW, "Acme Camera 9");
  g_assert_true (genlock_column_parse (column, NULL, "acme camera 9", fixture->names, into, NULL));
  g_assert_cmpstr (genlock_record_get_text (into, GENLOCK_SOURCE_EQUIPMENT_ID), ==, SHOW);
  text = genlock_column_print (column, into, fixture->names);
  g_assert_cmpstr (text, ==, "Acme Camera 9");

  g_assert_false (genlock_column_parse (column, NULL, "Acme", fixture->names, into, &error));
  g_assert_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_RANGE);
}

static void
test_print (Fixture *fixture,
            gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "label name outputs");
  g_autofree char *text = genlock_block_print (&block);

  g_assert_cmpstr (text, ==,
                   "SRC 1\tCAM 1\tHDMI | 3G-SDI\nSRC 2\tCAM 2\tHDMI\nSRC 3\tGFX\tHDMI\n");
}

static void
test_set (Fixture *fixture,
          gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "type");
  g_autoptr (GenlockPlan) plan = genlock_block_set (&block, "EDIT", "Laptop");
  g_autoptr (GenlockPlan) same = genlock_block_set (&block, "EDIT", "Camera");

  g_assert_cmpuint (genlock_batch_get_length (plan->batch), ==, 3);
  g_assert_cmpuint (plan->n_cells, ==, 3);
  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 2), GENLOCK_SOURCE_TYPE), ==,
                   "Laptop");
  g_assert_true (genlock_record_is_absent (get_record (plan, 2), GENLOCK_SOURCE_NAME));
  g_assert_null (same->batch);
}

/* A name cannot be emptied; the rest of the block can. */
static void
test_clear (Fixture *fixture,
            gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "label name");
  g_autoptr (GenlockPlan) plan = genlock_block_set (&block, "EDIT", "");
  const GenlockMisfit *misfit;

  g_assert_cmpuint (plan->n_cells, ==, 3);
  g_assert_cmpuint (plan->misfits->len, ==, 3);
  misfit = g_ptr_array_index (plan->misfits, 1);
  g_assert_cmpuint (misfit->row, ==, 1);
  g_assert_cmpstr (misfit->column->id, ==, "name");
  g_assert_nonnull (misfit->sentence);
}

static void
test_fill (Fixture *fixture,
           gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "name outputs");
  g_autoptr (GenlockPlan) down = genlock_block_fill (&block, FALSE);
  g_autoptr (GenlockPlan) series = genlock_block_fill (&block, TRUE);

  g_assert_cmpstr (genlock_record_get_text (get_record (down, 1), GENLOCK_SOURCE_NAME), ==,
                   "CAM 1");
  g_assert_cmpuint (genlock_record_get_children (get_record (down, 1),
                                                 &genlock_source_outputs)->len, ==, 2);
  g_assert_cmpuint (genlock_batch_get_length (series->batch), ==, 2);
  g_assert_true (genlock_record_is_absent (get_record (series, 0), GENLOCK_SOURCE_NAME));
  g_assert_cmpstr (genlock_record_get_text (get_record (series, 1), GENLOCK_SOURCE_NAME), ==,
                   "CAM 3");
}

/* Two names that are no series: the first one counts on over the second. */
static void
test_fill_unlike (Fixture *fixture,
                  gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "name");
  g_autoptr (GenlockPlan) plan = NULL;

  genlock_record_set_text (g_ptr_array_index (fixture->records, 1), GENLOCK_SOURCE_NAME, "GFX 9");
  plan = genlock_block_fill (&block, TRUE);

  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 0), GENLOCK_SOURCE_NAME), ==,
                   "CAM 2");
  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 1), GENLOCK_SOURCE_NAME), ==,
                   "CAM 3");
}

static void
test_paste (Fixture *fixture,
            gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "name type");
  g_autoptr (GPtrArray) cells = genlock_tsv_parse ("A\tLaptop\tmore\nB\tServer\tmore\n");
  g_autoptr (GenlockPlan) plan = genlock_block_paste (&block, cells, 1, 1, FALSE,
                                                      fixture->labels);

  g_assert_cmpuint (genlock_batch_get_length (plan->batch), ==, 2);
  g_assert_cmpstr (genlock_batch_get_verb (plan->batch), ==, "PASTE");
  g_assert_cmpuint (plan->n_too_wide, ==, 1);
  g_assert_cmpuint (plan->n_cells, ==, 4);
  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 1), GENLOCK_SOURCE_NAME), ==, "B");
}

/* One cell fills the selection, a block that fits it several times is repeated. */
static void
test_paste_repeats (Fixture *fixture,
                    gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "standard note");
  g_autoptr (GPtrArray) one = genlock_tsv_parse ("x");
  g_autoptr (GPtrArray) line = genlock_tsv_parse ("x\ty");
  g_autoptr (GenlockPlan) filled = genlock_block_paste (&block, one, 3, 2, FALSE,
                                                        fixture->labels);
  g_autoptr (GenlockPlan) repeated = genlock_block_paste (&block, line, 3, 2, FALSE,
                                                          fixture->labels);

  g_assert_cmpuint (filled->n_cells, ==, 6);
  g_assert_cmpuint (repeated->n_cells, ==, 6);
  g_assert_cmpstr (genlock_record_get_text (get_record (repeated, 2), GENLOCK_SOURCE_NOTE), ==,
                   "y");
}

static void
test_paste_adds (Fixture *fixture,
                 gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "name format");
  g_autoptr (GPtrArray) cells =
    genlock_tsv_parse ("A\t1080p60\nB\t720p60\nC\tno\nD\t1080i59.94\n\t\n");
  g_autoptr (GenlockPlan) plan = genlock_block_paste (&block, cells, 1, 1, TRUE, fixture->labels);
  const GenlockRecord *added;

  g_assert_cmpuint (genlock_block_count_past (block.columns, cells, 1, 3), ==, 2);
  g_assert_cmpuint (plan->n_added, ==, 1);
  g_assert_cmpuint (plan->misfits->len, ==, 1);
  added = get_record (plan, 3);
  g_assert_cmpint (genlock_batch_get_op (plan->batch, 3)->kind, ==, GENLOCK_OP_INSERT);
  g_assert_cmpstr (genlock_record_get_text (added, GENLOCK_SOURCE_LABEL), ==, "SRC 4");
  g_assert_cmpstr (genlock_record_get_text (added, GENLOCK_SOURCE_NAME), ==, "D");
  g_assert_cmpstr (genlock_record_get_text (added, GENLOCK_SOURCE_TYPE), ==, "");
  g_assert_cmpstr (genlock_record_get_text (added, GENLOCK_SOURCE_PRODUCTION_ID), ==, SHOW);
  g_assert_cmpstr (genlock_record_get_text (added, GENLOCK_SOURCE_SCAN), ==, "I");
}

/* A first line that names columns says where the others go. */
static void
test_paste_heading (Fixture *fixture,
                    gconstpointer data)
{
  GenlockBlock block = make_block (fixture, "label name type note");
  g_autoptr (GPtrArray) cells = genlock_tsv_parse ("Note\tNAME\nn1\tA\nn2\tB\n");
  g_autoptr (GPtrArray) plain = genlock_tsv_parse ("x\tNAME\nn1\tA\n");
  g_autoptr (GenlockPlan) plan = NULL;

  g_assert_true (genlock_block_names_columns (block.columns, cells));
  g_assert_false (genlock_block_names_columns (block.columns, plain));

  plan = genlock_block_paste (&block, cells, 1, 1, FALSE, fixture->labels);
  g_assert_cmpuint (genlock_batch_get_length (plan->batch), ==, 2);
  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 1), GENLOCK_SOURCE_NAME), ==, "B");
  g_assert_cmpstr (genlock_record_get_text (get_record (plan, 1), GENLOCK_SOURCE_NOTE), ==, "n2");
}

static void
test_duplicate (Fixture *fixture,
                gconstpointer data)
{
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GenlockBatch) batch = NULL;
  const GenlockRecord *copy, *last;

  g_hash_table_add (names, g_strdup ("cam 1"));
  g_hash_table_add (names, g_strdup ("cam 2"));
  batch = genlock_block_duplicate (&genlock_list_kind_sources, fixture->records, 2,
                                   fixture->labels, names, ids);

  g_assert_cmpuint (genlock_batch_get_length (batch), ==, 6);
  g_assert_cmpuint (ids->len, ==, 6);
  copy = genlock_batch_get_op (batch, 0)->record;
  last = genlock_batch_get_op (batch, 4)->record;
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_SOURCE_NAME), ==, "CAM 3");
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_SOURCE_LABEL), ==, "SRC 4");
  g_assert_cmpstr (genlock_record_get_text (last, GENLOCK_SOURCE_NAME), ==, "CAM 6");
  g_assert_cmpstr (genlock_record_get_id (copy), !=,
                   genlock_record_get_id (g_ptr_array_index (fixture->records, 0)));
  g_assert_cmpuint (genlock_record_get_children (copy, &genlock_source_outputs)->len, ==, 2);
  g_assert_cmpstr (genlock_record_get_text (copy, GENLOCK_SOURCE_PRODUCTION_ID), ==, SHOW);
}

int
main (int argc,
      char **argv)
{
  static const struct
  {
    const char *path;
    void (*test) (Fixture *fixture,
                  gconstpointer data);
  } tests[] = {
    { "/column/all", test_columns },
    { "/column/format", test_format },
    { "/column/outputs", test_outputs },
    { "/column/equipment", test_equipment },
    { "/block/print", test_print },
    { "/block/set", test_set },
    { "/block/clear", test_clear },
    { "/block/fill", test_fill },
    { "/block/fill-unlike", test_fill_unlike },
    { "/block/paste", test_paste },
    { "/block/paste-repeats", test_paste_repeats },
    { "/block/paste-adds", test_paste_adds },
    { "/block/paste-heading", test_paste_heading },
    { "/block/duplicate", test_duplicate },
  };

  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Fixture, NULL, setup, tests[i].test, teardown);

  return g_test_run ();
}
