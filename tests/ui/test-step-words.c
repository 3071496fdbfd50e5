/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps of undo in words: every verb, one row and several, with and without a name. */

#include "config.h"

#include <string.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "ui/common/genlock-step-words.h"

static void
assert_words (char *words,
              const char *expected)
{
  g_assert_cmpstr (words, ==, expected);
  g_free (words);
}

static void
test_labels (void)
{
  GenlockStep step = { .id = 3, .verb = "DELETE", .table = &genlock_sources, .n_rows = 12 };

  assert_words (genlock_step_dup_label (&step, FALSE), "Undo delete of 12 sources");
  assert_words (genlock_step_dup_label (&step, TRUE), "Redo delete of 12 sources");
  assert_words (genlock_step_dup_done (&step, FALSE), "Delete of 12 sources undone");

  step.n_rows = 1;
  assert_words (genlock_step_dup_label (&step, FALSE), "Undo delete of 1 source");

  step.verb = "EDIT";
  step.name = (char *) "SRC 3";
  assert_words (genlock_step_dup_label (&step, FALSE), "Undo edit of “SRC 3”");
  assert_words (genlock_step_dup_done (&step, TRUE), "Edit of “SRC 3” redone");
}

/* Cards that were filled in are counted as slots. */
static void
test_slots (void)
{
  GenlockStep step = { .id = 3, .verb = "FILL", .table = &genlock_equipment_cards, .n_rows = 8 };

  assert_words (genlock_step_dup_label (&step, FALSE), "Undo fill of 8 slots");
  step.verb = "MOVE";
  step.n_rows = 2;
  assert_words (genlock_step_dup_label (&step, FALSE), "Undo move of 2 cards");
}

/* Menus stay narrow, in characters, not in bytes; what needs no cut is not cut. */
static void
test_short_labels (void)
{
  GenlockStep step = {
    .id = 3, .verb = "EDIT", .table = &genlock_sources, .n_rows = 1,
    .name = (char *) "ÄÖÜ a name that somebody wrote a whole sentence into",
  };

  assert_words (genlock_step_dup_short_label (&step, FALSE),
                "Undo edit of “ÄÖÜ a name that somebod…”");
  step.name = (char *) "Nineteen characters and more";
  assert_words (genlock_step_dup_short_label (&step, TRUE),
                "Redo edit of “Nineteen characters and…”");
  step.name = (char *) "Twenty-four characters!!";
  assert_words (genlock_step_dup_short_label (&step, FALSE),
                "Undo edit of “Twenty-four characters!!”");
  step.name = NULL;
  assert_words (genlock_step_dup_short_label (&step, FALSE), "Undo edit of 1 source");
}

/* A name is that of one row. */
static void
test_many_with_name (void)
{
  GenlockStep step = {
    .id = 3, .verb = "PASTE", .table = &genlock_sends, .n_rows = 2, .name = (char *) "DST 1"
  };

  assert_words (genlock_step_dup_label (&step, FALSE), "Undo paste of 2 sends");
}

static void
test_nothing (void)
{
  GenlockStep step = { 0 };

  assert_words (genlock_step_dup_label (&step, FALSE), "Undo");
  assert_words (genlock_step_dup_label (&step, TRUE), "Redo");
}

/* Each verb has sentences of its own; one that comes later is at least a change. */
static void
test_every_verb (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GenlockStep step = { .id = 1, .table = &genlock_productions, .n_rows = 2 };

  for (guint i = 0; genlock_verbs[i].word != NULL; i++)
    {
      char *label;

      step.verb = genlock_verbs[i].word;
      label = genlock_step_dup_label (&step, FALSE);
      g_assert_true (g_str_has_prefix (label, "Undo "));
      g_assert_true (g_str_has_suffix (label, " of 2 shows"));
      g_assert_null (strstr (label, "Undo change of 2"));
      g_assert_true (g_hash_table_add (seen, label));
    }

  step.verb = "LATER";
  assert_words (genlock_step_dup_label (&step, FALSE), "Undo change of 2 shows");
}

static void
test_counts (void)
{
  assert_words (genlock_words_dup_count (&genlock_sources, 1), "1 source");
  assert_words (genlock_words_dup_count (&genlock_sends, 12), "12 sends");

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_replicates (genlock_schema_tables[i]))
      {
        g_autofree char *words = genlock_words_dup_count (genlock_schema_tables[i], 2);

        g_assert_cmpstr (words, !=, "2 rows");
      }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/step-words/labels", test_labels);
  g_test_add_func ("/step-words/slots", test_slots);
  g_test_add_func ("/step-words/short-labels", test_short_labels);
  g_test_add_func ("/step-words/many-with-name", test_many_with_name);
  g_test_add_func ("/step-words/nothing", test_nothing);
  g_test_add_func ("/step-words/every-verb", test_every_verb);
  g_test_add_func ("/step-words/counts", test_counts);

  return g_test_run ();
}
