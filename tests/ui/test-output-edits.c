/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Outputs of a source that are changed faster than the database can store them. */

#include "config.h"

#include "core/model/genlock-record-format.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "ui/lists/genlock-output-edits.h"

#define ID "5d6e1d2c-0000-4000-8000-000000000001"
#define OTHER_ID "5d6e1d2c-0000-4000-8000-000000000002"

/* A source with outputs that are called by their connectors: "SDI HDMI". */
static GenlockRecord *
make_source (const char *id,
             const char *connectors)
{
  GenlockRecord *source = genlock_record_new (&genlock_sources);
  g_auto (GStrv) words = g_strsplit (connectors, " ", -1);

  genlock_record_set_text (source, GENLOCK_META_ID, id);
  genlock_record_clear_children (source, &genlock_source_outputs);

  for (guint i = 0; words[i] != NULL && *words[i] != '\0'; i++)
    {
      GenlockRecord *output = genlock_record_new (&genlock_source_outputs);

      genlock_record_take_text (output, GENLOCK_META_ID, g_strconcat (id, words[i], NULL));
      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, words[i]);
      genlock_record_add_child (source, output);
    }

  return source;
}

/* (transfer none): the id of an output of the first source. */
static const char *
id_of (const char *connector)
{
  g_autofree char *id = g_strconcat (ID, connector, NULL);

  return g_intern_string (id);
}

static char *
print (GPtrArray *outputs)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; outputs != NULL && i < outputs->len; i++)
    {
      const GenlockRecord *output = g_ptr_array_index (outputs, i);

      g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                              genlock_record_get_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR));
    }

  return g_string_free (text, FALSE);
}

static void
assert_shown (GenlockOutputEdits *edits,
              const char *expected)
{
  g_autofree char *text = print (genlock_output_edits_get_outputs (edits));

  g_assert_cmpstr (text, ==, expected);
}

/* @update: (transfer full): what goes to the database, numbered from 1 on */
static void
assert_update (GenlockRecord *update,
               const char *expected)
{
  g_autoptr (GenlockRecord) owned = update;
  GPtrArray *outputs = genlock_record_get_children (update, &genlock_source_outputs);
  g_autofree char *text = print (outputs);

  g_assert_cmpstr (genlock_record_get_id (update), ==, ID);
  g_assert_cmpstr (text, ==, expected);
  for (guint i = 0; i < outputs->len; i++)
    g_assert_cmpint (genlock_record_get_int (g_ptr_array_index (outputs, i),
                                             GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX), ==, i + 1);
}

static GenlockOutputEdits *
make_edits (const char *connectors)
{
  GenlockOutputEdits *edits = genlock_output_edits_new (&genlock_list_kind_sources);
  g_autoptr (GenlockRecord) source = make_source (ID, connectors);

  genlock_output_edits_set_record (edits, source);
  return edits;
}

/* None of them waits for the database, and none is lost. */
static void
test_builds_on_pending (void)
{
  g_autoptr (GenlockOutputEdits) edits = make_edits ("SDI HDMI DP");

  assert_update (genlock_output_edits_move (edits, id_of ("SDI"), 1), "HDMI SDI DP");
  assert_update (genlock_output_edits_move (edits, id_of ("SDI"), 1), "HDMI DP SDI");
  assert_update (genlock_output_edits_set_connector (edits, id_of ("DP"), "USB-C"),
                 "HDMI USB-C SDI");
  assert_update (genlock_output_edits_add (edits, "NDI"), "HDMI USB-C SDI NDI");
  assert_update (genlock_output_edits_remove (edits, id_of ("HDMI")), "USB-C SDI NDI");
  assert_shown (edits, "USB-C SDI NDI");
}

/* The database brings the first change while the second is on its way. */
static void
test_outlives_refresh (void)
{
  g_autoptr (GenlockOutputEdits) edits = make_edits ("SDI HDMI");
  g_autoptr (GenlockRecord) first = make_source (ID, "HDMI SDI");
  g_autoptr (GenlockRecord) second = make_source (ID, "HDMI SDI NDI");
  g_autoptr (GenlockRecord) undone = make_source (ID, "SDI");

  assert_update (genlock_output_edits_move (edits, id_of ("HDMI"), -1), "HDMI SDI");
  assert_update (genlock_output_edits_add (edits, "NDI"), "HDMI SDI NDI");
  genlock_output_edits_set_record (edits, first);
  genlock_output_edits_stored (edits, ID, TRUE);
  assert_shown (edits, "HDMI SDI NDI");

  genlock_output_edits_set_record (edits, second);
  genlock_output_edits_stored (edits, ID, TRUE);
  assert_shown (edits, "HDMI SDI NDI");

  /* From now on the database alone says what there is. */
  genlock_output_edits_set_record (edits, undone);
  assert_shown (edits, "SDI");
}

static void
test_refused (void)
{
  g_autoptr (GenlockOutputEdits) edits = make_edits ("SDI");

  assert_update (genlock_output_edits_add (edits, "NDI"), "SDI NDI");
  genlock_output_edits_stored (edits, ID, FALSE);
  assert_shown (edits, "SDI");
  genlock_output_edits_stored (edits, ID, TRUE);
  assert_shown (edits, "SDI");
}

/* What is pending of one row says nothing about another. */
static void
test_other_row (void)
{
  g_autoptr (GenlockOutputEdits) edits = make_edits ("SDI");
  g_autoptr (GenlockRecord) other = make_source (OTHER_ID, "DVI");

  assert_update (genlock_output_edits_add (edits, "NDI"), "SDI NDI");
  genlock_output_edits_set_record (edits, other);
  assert_shown (edits, "DVI");
  genlock_output_edits_stored (edits, ID, TRUE);
  assert_shown (edits, "DVI");

  genlock_output_edits_set_record (edits, NULL);
  g_assert_null (genlock_output_edits_get_outputs (edits));
  g_assert_null (genlock_output_edits_add (edits, "NDI"));
}

/* A line that is gone meanwhile, and the ends of the list. */
static void
test_nothing_to_change (void)
{
  g_autoptr (GenlockOutputEdits) edits = make_edits ("SDI HDMI");
  GenlockFormat format = { .h_res = 1920, .v_res = 1080 };

  g_assert_null (genlock_output_edits_move (edits, id_of ("SDI"), -1));
  g_assert_null (genlock_output_edits_move (edits, id_of ("HDMI"), 1));
  g_assert_null (genlock_output_edits_remove (edits, id_of ("NDI")));
  g_assert_null (genlock_output_edits_set_format (edits, id_of ("NDI"), &format));
  assert_update (genlock_output_edits_set_connector (edits, id_of ("SDI"), ""), "HDMI");
  assert_update (genlock_output_edits_set_format (edits, id_of ("HDMI"), &format), "HDMI");
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/output-edits/builds-on-pending", test_builds_on_pending);
  g_test_add_func ("/output-edits/outlives-refresh", test_outlives_refresh);
  g_test_add_func ("/output-edits/refused", test_refused);
  g_test_add_func ("/output-edits/other-row", test_other_row);
  g_test_add_func ("/output-edits/nothing-to-change", test_nothing_to_change);

  return g_test_run ();
}
