/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Our own sheets come back to the rows they came from. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "import-fixture.h"
#include "interchange/genlock-table-csv.h"

/* The show of gala.vdpx in the database; returns its id. */
static char *
import_gala (ImportFixture *fixture)
{
  g_autoptr (GenlockImportPlan) plan = import_read_data ("gala.vdpx", NULL);

  import_compare (fixture, plan);
  import_apply (fixture, plan);

  return g_strdup (genlock_record_get_id (import_find_record (plan, &genlock_productions,
                                                              GENLOCK_PRODUCTION_SHOW_NAME,
                                                              "Gala")));
}

static char *
dup_sheet (ImportFixture *fixture,
           const char *production_id,
           const GenlockTable *table)
{
  g_autoptr (GError) error = NULL;
  GString *sheet = genlock_table_csv_print (fixture->store, production_id, table, &error);

  g_assert_no_error (error);

  return g_string_free (sheet, FALSE);
}

static void
replace (char **text,
         const char *from,
         const char *to)
{
  GString *all = g_string_new (*text);

  g_assert_cmpuint (g_string_replace (all, from, to, 0), >, 0);
  g_free (*text);
  *text = g_string_free (all, FALSE);
}

/* Unchanged, every sheet changes nothing: also what it has no column for. */
static void
test_unchanged (ImportFixture *fixture,
                gconstpointer data)
{
  g_autofree char *id = import_gala (fixture);
  const GenlockTable * const *tables = genlock_table_csv_get_tables ();

  for (guint i = 0; tables[i] != NULL; i++)
    {
      g_autofree char *sheet = dup_sheet (fixture, id, tables[i]);
      g_autoptr (GenlockImportPlan) plan = import_read_text ("sheet.csv", sheet);
      GenlockImportCounts counts;

      import_compare (fixture, plan);
      genlock_import_plan_count (plan, &counts);
      g_assert_cmpuint (counts.n[GENLOCK_IMPORT_EQUAL], ==,
                        import_count_live (fixture, tables[i]));
      g_assert_cmpuint (counts.n_open, ==, 0);
    }
}

/* A cell that was edited, a row that was added and one that was left out. */
static void
test_edited (ImportFixture *fixture,
             gconstpointer data)
{
  g_autofree char *id = import_gala (fixture);
  g_autofree char *sheet = dup_sheet (fixture, id, &genlock_sources);
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockImportPlan) again = NULL;
  GenlockImportEntry *edited;
  GenlockImportEntry *added;
  GenlockImportShow *show;
  GenlockImportCounts counts;
  g_autofree char *more = NULL;

  replace (&sheet, "VT 1", "VT 9");
  replace (&sheet, "HDMI|SDI", "HDMI|12G-SDI");
  more = g_strconcat (sheet, ",SRC 20,Camera,CAM 9,1920,1080,50,P,,,,,SDI,\r\n", NULL);
  plan = import_read_text ("gala sources.csv", more);
  import_compare (fixture, plan);
  show = g_ptr_array_index (genlock_import_plan_get_shows (plan), 0);
  /* The show in which the rows are found, not a new one. */
  g_assert_null (show->production);
  g_assert_cmpstr (show->title, ==, "Gala – Nordlicht");
  edited = import_find (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "VT 9");
  added = import_find (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "CAM 9");
  g_assert_cmpint (edited->state, ==, GENLOCK_IMPORT_DIFFERENT);
  g_assert_cmphex (edited->fields, ==, G_GUINT64_CONSTANT (1) << GENLOCK_SOURCE_NAME);
  g_assert_false (edited->children_differ);
  g_assert_true (import_find (plan, &genlock_sources, GENLOCK_SOURCE_LABEL, "SRC 3")
                 ->children_differ);
  g_assert_cmpint (added->state, ==, GENLOCK_IMPORT_NEW);
  g_assert_cmpstr (genlock_record_get_text (added->record, GENLOCK_SOURCE_PRODUCTION_ID), ==, id);
  genlock_import_plan_choose_different (plan, TRUE);
  import_apply (fixture, plan);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 4);
  g_assert_cmpuint (import_count_live (fixture, &genlock_productions), ==, 1);

  again = import_read_text ("gala sources.csv", more);
  import_compare (fixture, again);
  genlock_import_plan_count (again, &counts);
  g_assert_cmpuint (counts.n_open, ==, 0);
}

/* In an empty database the rows make a show of their own, with the ids that they have. */
static void
test_elsewhere (ImportFixture *fixture,
                gconstpointer data)
{
  static const char sheet[] =
    "UID,ID,TYPE,SOURCE NAME,RATE,OUT\r\n"
    "2b1e4c1e-0000-4000-8000-0000000000aa,SRC 1,Camera,A,50,SDI\r\n"
    "not an id,SRC 2,Camera,B,fast,\r\n"
    "2b1e4c1e-0000-4000-8000-0000000000aa,SRC 3,Camera,C,,\r\n"
    ",SRC 4,Camera,,,\r\n";
  g_autoptr (GenlockImportPlan) plan = import_read_text ("away.csv", sheet);

  g_assert_true (genlock_import_plan_asks_show (plan));
  import_compare (fixture, plan);
  import_find (plan, &genlock_productions, GENLOCK_PRODUCTION_SHOW_NAME, "away");
  import_find (plan, &genlock_sources, GENLOCK_META_ID, "2b1e4c1e-0000-4000-8000-0000000000aa");
  g_assert_cmpuint (import_count (plan, &genlock_sources), ==, 2);
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "row 3, UID", "not an id");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 3, RATE", "fast");
  import_assert_note (plan, GENLOCK_IMPORT_LOST, "row 4", "2b1e");
  g_assert_true (import_has_note (plan, "row 5"));
  import_apply (fixture, plan);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 2);
}

/* Text that a spreadsheet would take for a formula comes back as it was. */
static void
test_formulas (ImportFixture *fixture,
               gconstpointer data)
{
  static const char sheet[] = "UID,ID,TYPE,SEND NAME,NOTE\r\n,DST 1,MONITOR,'=A1,'-5\r\n";
  g_autoptr (GenlockImportPlan) plan = import_read_text ("formulas.csv", sheet);
  GenlockRecord *send = import_find_record (plan, &genlock_sends, GENLOCK_SEND_NAME, "=A1");

  g_assert_cmpstr (genlock_record_get_text (send, GENLOCK_SEND_NOTE), ==, "-5");
}

/* Another encoding is a guess that people are told of. */
static void
test_encoding (ImportFixture *fixture,
               gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = NULL;

  plan = import_read_text ("list.csv", "UID,ID,TYPE,SOURCE NAME\r\n,SRC 1,CAM,B\xfchne\r\n");
  import_find (plan, &genlock_sources, GENLOCK_SOURCE_NAME, "Bühne");
  import_assert_note (plan, GENLOCK_IMPORT_CHANGED, "", NULL);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  import_add_test ("/import/sheets/encoding", test_encoding);
  import_add_test ("/import/sheets/unchanged", test_unchanged);
  import_add_test ("/import/sheets/edited", test_edited);
  import_add_test ("/import/sheets/elsewhere", test_elsewhere);
  import_add_test ("/import/sheets/formulas", test_formulas);

  return g_test_run ();
}
