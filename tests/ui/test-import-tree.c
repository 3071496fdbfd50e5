/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of an import: its tree, its check boxes, its words. */

#include "config.h"

#include <string.h>

#include <gtk/gtk.h>

#include "core/schema/genlock-sources.h"
#include "import-fixture.h"
#include "ui/import/genlock-import-job.h"
#include "ui/import/genlock-import-notes.h"
#include "ui/import/genlock-import-tree.h"
#include "ui/import/genlock-import-words.h"

static const char kickoff[] =
  "{\"state\":{\"production\":{\"id\":\"prod-9\",\"client\":\"ACME\",\"showName\":\"Kickoff\","
  "\"loadIn\":\"2026-12-01\"},\"sources\":["
  "{\"id\":\"SRC 1\",\"type\":\"CAM\",\"name\":\"CAM 1\",\"hRes\":1920,\"vRes\":1080,"
  "\"rate\":59.94,\"outputs\":[{\"id\":\"out-1\",\"connector\":\"SDI\"}]},"
  "{\"id\":\"SRC 2\",\"type\":\"CAM\",\"name\":\"CAM 2\",\"rate\":59.94,\"colour\":\"red\"},"
  "{\"id\":\"SRC 3\",\"type\":\"CAM\",\"name\":\"CAM 3\",\"rate\":59.94,\"colour\":\"blue\"}],"
  "\"sends\":[{\"id\":\"DST 1\",\"type\":\"MONITOR\",\"name\":\"FOH\",\"output\":\"HDMI\"}]},"
  "\"version\":0}";

/* (transfer full): what is below the show at @position of @tree. */
static GListModel *
open_show (GenlockImportTree *tree,
           guint position)
{
  g_autoptr (GListModel) shows = genlock_import_tree_list_shows (tree);
  g_autoptr (GenlockImportItem) show = g_list_model_get_item (shows, position);

  return genlock_import_tree_list_children (tree, show);
}

static void
assert_words (GenlockImportPlan *plan,
              GenlockImportItem *item,
              const char *title,
              const char *detail,
              const char *state)
{
  g_autofree char *got_title = genlock_import_words_dup_title (plan, item);
  g_autofree char *got_detail = genlock_import_words_dup_detail (plan, item);
  g_autofree char *got_state = genlock_import_words_dup_state (item);

  g_assert_cmpstr (got_title, ==, title);
  g_assert_cmpstr (got_detail, ==, detail);
  g_assert_cmpstr (got_state, ==, state);
}

static GenlockImportCheck
get_check (GenlockImportItem *item)
{
  return genlock_import_counts_get_check (genlock_import_item_get_counts (item));
}

static void
test_words (void)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GenlockImportTree) tree = genlock_import_tree_new (plan);
  g_autoptr (GListModel) shows = genlock_import_tree_list_shows (tree);
  g_autoptr (GenlockImportItem) show = g_list_model_get_item (shows, 0);
  g_autoptr (GListModel) below = genlock_import_tree_list_children (tree, show);
  g_autoptr (GenlockImportItem) details = g_list_model_get_item (below, 0);
  g_autoptr (GenlockImportItem) sources = g_list_model_get_item (below, 1);
  g_autoptr (GListModel) rows = genlock_import_tree_list_children (tree, sources);
  g_autoptr (GenlockImportItem) first = g_list_model_get_item (rows, 0);
  g_autofree char *place = genlock_import_words_dup_place (plan, first);

  g_assert_cmpuint (g_list_model_get_n_items (shows), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (below), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 3);
  g_assert_null (g_list_model_get_item (rows, 3));
  g_assert_null (genlock_import_tree_list_children (tree, first));
  g_assert_null (genlock_import_tree_list_children (tree, details));
  assert_words (plan, show, "Kickoff – ACME", "", "5 new");
  assert_words (plan, details, "Details of the show", "2026-12-01 · Planning", "New");
  assert_words (plan, sources, "3 sources", "", "3 new");
  assert_words (plan, first, "SRC 1  CAM 1", "Camera · 1920×1080 59.94", "New");
  g_assert_cmpstr (place, ==, "kickoff.json, state.sources[0]");
}

/* A click goes from all to none, from none to all, from some to all. */
static void
test_toggle (void)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GenlockImportTree) tree = genlock_import_tree_new (plan);
  g_autoptr (GListModel) shows = genlock_import_tree_list_shows (tree);
  g_autoptr (GenlockImportItem) show = g_list_model_get_item (shows, 0);
  g_autoptr (GListModel) below = genlock_import_tree_list_children (tree, show);
  g_autoptr (GenlockImportItem) sources = g_list_model_get_item (below, 1);
  g_autoptr (GListModel) rows = genlock_import_tree_list_children (tree, sources);
  g_autoptr (GenlockImportItem) first = g_list_model_get_item (rows, 0);

  g_assert_cmpint (get_check (show), ==, GENLOCK_IMPORT_CHECK_ON);
  genlock_import_tree_toggle (tree, first);
  g_assert_cmpint (get_check (first), ==, GENLOCK_IMPORT_CHECK_OFF);
  g_assert_cmpint (get_check (sources), ==, GENLOCK_IMPORT_CHECK_SOME);
  g_assert_cmpint (get_check (show), ==, GENLOCK_IMPORT_CHECK_SOME);
  genlock_import_tree_toggle (tree, sources);
  g_assert_cmpint (get_check (first), ==, GENLOCK_IMPORT_CHECK_ON);
  g_assert_cmpint (get_check (show), ==, GENLOCK_IMPORT_CHECK_ON);
  genlock_import_tree_toggle (tree, show);
  g_assert_cmpint (get_check (first), ==, GENLOCK_IMPORT_CHECK_OFF);
  g_assert_cmpint (get_check (sources), ==, GENLOCK_IMPORT_CHECK_OFF);
  g_assert_cmpint (get_check (show), ==, GENLOCK_IMPORT_CHECK_OFF);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_signals (void)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GenlockImportTree) tree = genlock_import_tree_new (plan);
  g_autoptr (GListModel) below = open_show (tree, 0);
  g_autoptr (GenlockImportItem) sources = g_list_model_get_item (below, 1);
  g_autoptr (GenlockImportItem) sends = g_list_model_get_item (below, 2);
  guint of_tree = 0;
  guint of_sources = 0;
  guint of_sends = 0;

  g_signal_connect_swapped (tree, "changed", G_CALLBACK (count_cb), &of_tree);
  g_signal_connect_swapped (sources, "changed", G_CALLBACK (count_cb), &of_sources);
  g_signal_connect_swapped (sends, "changed", G_CALLBACK (count_cb), &of_sends);
  genlock_import_tree_toggle (tree, sources);
  g_assert_cmpuint (of_tree, ==, 1);
  g_assert_cmpuint (of_sources, ==, 1);
  g_assert_cmpuint (of_sends, ==, 0);
}

/* What differs can be opened: what is here, and what comes. */
static void
assert_fields (GenlockImportTree *tree,
               GenlockImportItem *item)
{
  g_autoptr (GListModel) fields = genlock_import_tree_list_children (tree, item);
  g_autoptr (GenlockImportItem) width = g_list_model_get_item (fields, 0);
  g_autoptr (GenlockImportItem) note = g_list_model_get_item (fields, 1);

  g_assert_cmpuint (g_list_model_get_n_items (fields), ==, 2);
  assert_words (genlock_import_tree_get_plan (tree), width, "Width", "", "1920 → 1280");
  assert_words (genlock_import_tree_get_plan (tree), note, "Note", "", "– → loud");
}

/* Rows that differ come on with the second click; equal ones never. */
static void
test_different (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) before = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GString) text = g_string_new (kickoff);
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockImportTree) tree = NULL;
  g_autoptr (GListModel) below = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GenlockImportItem) sources = NULL;
  g_autoptr (GenlockImportItem) differs = NULL;
  g_autoptr (GenlockImportItem) equal = NULL;

  import_compare (fixture, before);
  import_apply (fixture, before);
  g_string_replace (text, "\"hRes\":1920", "\"note\":\"loud\",\"hRes\":1280", 1);
  plan = import_read_text ("kickoff.json", text->str);
  import_compare (fixture, plan);
  tree = genlock_import_tree_new (plan);
  below = open_show (tree, 0);
  sources = g_list_model_get_item (below, 1);
  rows = genlock_import_tree_list_children (tree, sources);
  differs = g_list_model_get_item (rows, 0);
  equal = g_list_model_get_item (rows, 1);

  assert_words (plan, sources, "3 sources", "", "1 differs · 2 already here");
  assert_words (plan, differs, "SRC 1  CAM 1", "Camera · loud · 1280×1080 59.94",
                "Differs, stays as it is: Width, Note");
  assert_words (plan, equal, "SRC 2  CAM 2", "Camera · 59.94", "Already here");
  g_assert_cmpint (get_check (equal), ==, GENLOCK_IMPORT_CHECK_NONE);
  g_assert_cmpint (get_check (sources), ==, GENLOCK_IMPORT_CHECK_OFF);
  assert_fields (tree, differs);
  g_assert_null (genlock_import_tree_list_children (tree, equal));

  genlock_import_tree_toggle (tree, sources);
  g_assert_cmpint (get_check (differs), ==, GENLOCK_IMPORT_CHECK_ON);
  g_assert_cmpint (get_check (equal), ==, GENLOCK_IMPORT_CHECK_NONE);
  assert_words (plan, differs, "SRC 1  CAM 1", "Camera · loud · 1280×1080 59.94",
                "Will be replaced: Width, Note");
  genlock_import_tree_choose_different (tree, FALSE);
  g_assert_cmpint (get_check (sources), ==, GENLOCK_IMPORT_CHECK_OFF);
}

/* A large list costs nothing until it is looked at, and little then. */
static void
test_lazy (void)
{
  g_autoptr (GString) text = g_string_new ("{\"state\":{\"production\":{\"id\":\"p\","
                                           "\"showName\":\"Large\"},\"sources\":[");
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockImportTree) tree = NULL;
  g_autoptr (GListModel) below = NULL;
  g_autoptr (GListModel) rows = NULL;
  g_autoptr (GenlockImportItem) sources = NULL;
  g_autoptr (GenlockImportItem) last = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append_printf (text, "%s{\"id\":\"SRC %u\",\"name\":\"N %u\"}", i > 0 ? "," : "", i,
                            i);
  g_string_append (text, "]},\"version\":0}");
  plan = import_read_text ("large.json", text->str);
  tree = genlock_import_tree_new (plan);
  below = open_show (tree, 0);
  sources = g_list_model_get_item (below, 1);
  rows = genlock_import_tree_list_children (tree, sources);
  g_assert_cmpuint (g_list_model_get_n_items (rows), ==, 5000);
  g_assert_cmpuint (genlock_import_tree_count_items (tree), <, 5);

  for (guint i = 0; i < 5000; i++)
    {
      g_clear_object (&last);
      last = g_list_model_get_item (rows, i);
    }
  g_assert_cmpuint (genlock_import_tree_count_items (tree), <, 50);
  assert_words (plan, last, "SRC 4999  N 4999", "", "New");
  genlock_import_tree_toggle (tree, sources);
  g_assert_cmpint (get_check (last), ==, GENLOCK_IMPORT_CHECK_OFF);
}

/* GtkTreeListModel gives items back before it uses them. */
static GListModel *
list_below (gpointer item,
            gpointer tree)
{
  return genlock_import_tree_list_children (tree, item);
}

static void
test_tree_model (void)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GenlockImportTree) tree = genlock_import_tree_new (plan);
  g_autoptr (GtkTreeListModel) model =
    gtk_tree_list_model_new (genlock_import_tree_list_shows (tree), FALSE, TRUE, list_below,
                             tree, NULL);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (model));

  g_assert_cmpuint (n, ==, 1 + 3 + 3 + 1);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (model, i);
      g_autoptr (GenlockImportItem) item = gtk_tree_list_row_get_item (row);

      g_assert_true (GENLOCK_IS_IMPORT_ITEM (item));
      g_assert_cmpint (get_check (item), ==, GENLOCK_IMPORT_CHECK_ON);
    }
}

static void
test_notes (void)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GListModel) headings = genlock_import_notes_new (plan);
  g_autoptr (GenlockImportNoteItem) heading = g_list_model_get_item (headings, 0);
  g_autoptr (GListModel) reasons = genlock_import_note_item_list_children (heading);
  g_autoptr (GenlockImportNoteItem) reason = g_list_model_get_item (reasons, 0);
  g_autoptr (GListModel) places = genlock_import_note_item_list_children (reason);
  g_autoptr (GenlockImportNoteItem) place = g_list_model_get_item (places, 1);
  g_autofree char *title = genlock_import_note_item_dup_title (heading);
  g_autofree char *number = genlock_import_note_item_dup_state (reason);
  g_autofree char *where = genlock_import_note_item_dup_title (place);
  g_autofree char *detail = genlock_import_note_item_dup_detail (place);

  g_assert_cmpstr (title, ==, "Not carried over");
  g_assert_nonnull (genlock_import_note_item_get_icon_name (heading));
  g_assert_null (genlock_import_note_item_get_icon_name (reason));
  g_assert_cmpstr (number, ==, "2");
  g_assert_cmpuint (g_list_model_get_n_items (places), ==, 2);
  g_assert_cmpstr (where, ==, "state.sources[2].colour: “blue”");
  g_assert_cmpstr (detail, ==, "Kickoff – ACME · kickoff.json");
  g_assert_null (genlock_import_note_item_list_children (place));
}

static void
finished_cb (GObject *source,
             GAsyncResult *result,
             gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return *result;
}

/* The way of the window: read, compare, apply, each in a worker. */
static void
test_job (ImportFixture *fixture,
          gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (kickoff, sizeof kickoff - 1);
  g_autoptr (GenlockImportJob) job = genlock_import_job_new_bytes (fixture->store, "kickoff.json",
                                                                   bytes);
  g_autoptr (GenlockImportJob) applying = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GenlockImportPlan) plan = NULL;
  g_autoptr (GenlockChanges) changes = NULL;
  g_autofree char *done = NULL;
  g_autofree char *rows = NULL;

  genlock_import_job_run_async (job, NULL, finished_cb, &read);
  plan = genlock_import_job_run_finish (wait_for (&read), &error);
  g_assert_no_error (error);
  applying = genlock_import_job_new_plan (fixture->store, plan, TRUE);
  g_assert_cmpfloat (genlock_import_job_get_fraction (applying), ==, 0);
  genlock_import_job_apply_async (applying, NULL, finished_cb, &applied);
  changes = genlock_import_job_apply_finish (wait_for (&applied), &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (genlock_import_job_get_fraction (applying), >, 0.8);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 3);

  done = genlock_import_words_dup_done (plan, changes);
  g_assert_cmpstr (done, ==, "“Kickoff” imported: 3 sources, 1 send");
  rows = genlock_import_words_dup_rows (changes, G_MAXUINT);
  g_assert_cmpstr (rows, ==, "3 sources, 1 send");
}

static void
test_cancelled (ImportFixture *fixture,
                gconstpointer data)
{
  g_autoptr (GenlockImportPlan) plan = import_read_text ("kickoff.json", kickoff);
  g_autoptr (GenlockImportJob) job = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) applied = NULL;
  g_autoptr (GError) error = NULL;

  import_compare (fixture, plan);
  g_cancellable_cancel (cancellable);
  job = genlock_import_job_new_plan (fixture->store, plan, FALSE);
  genlock_import_job_apply_async (job, cancellable, finished_cb, &applied);
  g_assert_null (genlock_import_job_apply_finish (wait_for (&applied), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (import_count_live (fixture, &genlock_sources), ==, 0);
}

/* What is on no disk of this computer is refused by name. */
static void
test_remote (ImportFixture *fixture,
             gconstpointer data)
{
  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_autoptr (GFile) file = g_file_new_for_uri ("resource:///org/show.json");
  g_autoptr (GenlockImportJob) job = NULL;
  g_autoptr (GAsyncResult) read = NULL;
  g_autoptr (GError) error = NULL;

  g_list_store_append (files, file);
  job = genlock_import_job_new (fixture->store, G_LIST_MODEL (files), NULL);
  genlock_import_job_run_async (job, NULL, finished_cb, &read);
  g_assert_null (genlock_import_job_run_finish (wait_for (&read), &error));
  g_assert_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_FILE);
  g_assert_nonnull (strstr (error->message, "show.json"));
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import-tree/words", test_words);
  g_test_add_func ("/import-tree/toggle", test_toggle);
  g_test_add_func ("/import-tree/signals", test_signals);
  g_test_add_func ("/import-tree/lazy", test_lazy);
  g_test_add_func ("/import-tree/tree-model", test_tree_model);
  g_test_add_func ("/import-tree/notes", test_notes);
  import_add_test ("/import-tree/different", test_different);
  import_add_test ("/import-tree/job", test_job);
  import_add_test ("/import-tree/cancelled", test_cancelled);
  import_add_test ("/import-tree/remote", test_remote);

  return g_test_run ();
}
