/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists under random edits and random queries. */

#include "config.h"

#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "list-watch.h"

static char *
random_word (void)
{
  static const char * const words[] = { "CAM", "Laptop", "gfx", "Straße", "Playback", "HDMI" };
  const char *word = words[g_test_rand_int_range (0, G_N_ELEMENTS (words))];

  return g_strdup_printf ("%s %d", word, g_test_rand_int_range (1, 30));
}

static void
add_random_op (GenlockBatch *batch,
               GPtrArray *rows,
               const char *show)
{
  g_autofree char *label = random_word ();
  g_autofree char *name = random_word ();
  int what = rows->len > 0 ? g_test_rand_int_range (0, 10) : 0;
  GenlockRecord *edit;
  const char *id;
  guint chosen;

  if (what < 3)
    {
      genlock_batch_insert (batch, store_help_source (show, label, name,
                                                      what == 0 ? NULL : "SDI"));
      return;
    }

  chosen = (guint) g_test_rand_int_range (0, (int) rows->len);
  id = genlock_record_get_id (g_ptr_array_index (rows, chosen));
  if (what == 3)
    {
      genlock_batch_delete (batch, &genlock_sources, id);
      return;
    }

  edit = genlock_record_new (&genlock_sources);
  genlock_record_set_text (edit, GENLOCK_META_ID, id);
  if (what < 6)
    genlock_record_set_text (edit, GENLOCK_SOURCE_LABEL, what == 4 ? NULL : label);
  else if (what < 8)
    genlock_record_set_text (edit, GENLOCK_SOURCE_NAME, name);
  else
    genlock_record_set_text (edit, GENLOCK_SOURCE_NOTE, name);
  genlock_batch_update (batch, edit);
}

static void
apply_random (GenlockStore *store,
              const char *show)
{
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  g_autoptr (GPtrArray) rows = genlock_store_list (store, query, NULL);
  g_autoptr (GenlockBatch) batch = genlock_batch_new ("PASTE");
  g_autoptr (GenlockChanges) changes = NULL;
  int n = g_test_rand_bit () ? 1 : g_test_rand_int_range (1, 40);

  if (g_test_rand_int_range (0, 8) == 0)
    {
      changes = genlock_store_undo (store, 0, NULL);
      return;
    }

  /* Some batches touch a row twice after deleting it and are refused: that changes nothing. */
  for (int i = 0; i < n; i++)
    add_random_op (batch, rows, show);
  changes = genlock_store_apply (store, batch, NULL, NULL);
}

static void
set_random_query (ListWatch *watch,
                  const char *show)
{
  static const char * const searches[] = { NULL, "cam", "1", "laptop 2", "strasse", "sdi" };
  const char * const words[] = { "", "Laptop", NULL };
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  guint sorts[] = { 0, GENLOCK_SOURCE_LABEL, GENLOCK_SOURCE_NAME, GENLOCK_SOURCE_NOTE };

  genlock_query_set_search (query, searches[g_test_rand_int_range (0, G_N_ELEMENTS (searches))]);
  genlock_query_set_sort (query, sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))],
                          g_test_rand_bit ());
  if (g_test_rand_int_range (0, 4) == 0)
    genlock_query_set_sort_child (query, &genlock_source_outputs,
                                  GENLOCK_SOURCE_OUTPUT_CONNECTOR, g_test_rand_bit ());
  if (g_test_rand_int_range (0, 3) == 0)
    genlock_query_set_filter (query, GENLOCK_SOURCE_NOTE, words, g_test_rand_bit ());

  genlock_list_set_query (watch->list, query);
}

/* Whatever happens in whatever order: the list says what the store says. */
static void
test_random (TempDir *dir,
             gconstpointer data)
{
  g_autoptr (GenlockStore) store = store_help_open (dir->file, GENLOCK_STORE_WRITE);
  g_autofree char *show = store_help_add_show (store, 40);
  g_autofree char *other = store_help_add_show (store, 20);
  g_autoptr (GenlockQuery) query = list_watch_query (show);
  ListWatch watch;

  list_watch_start (&watch, store, query);

  for (guint round = 0; round < 150; round++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        set_random_query (&watch, g_test_rand_int_range (0, 6) == 0 ? other : show);
      apply_random (store, show);

      /* Sometimes the next change comes before the list has caught up. */
      if (g_test_rand_bit ())
        list_watch_assert_right (&watch, store);
      else
        g_main_context_iteration (NULL, FALSE);
    }

  list_watch_assert_right (&watch, store);
  list_watch_end (&watch);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  temp_dir_test ("/list/random", test_random);

  return g_test_run ();
}
