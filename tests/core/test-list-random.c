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

/* Gives @id one more output, or one of @from's. */
static void
add_output_op (GenlockBatch *batch,
               GenlockRecord *from,
               const char *id)
{
  GPtrArray *outputs = genlock_record_get_children (from, &genlock_source_outputs);
  g_autofree char *connector = random_word ();
  GenlockRecord *output;
  const char *moved;

  if (outputs == NULL || outputs->len == 0 || g_test_rand_bit ())
    {
      output = genlock_record_new_row (&genlock_source_outputs, NULL);
      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_SOURCE_ID, id);
      genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_CONNECTOR, connector);
      genlock_batch_insert (batch, output);
      return;
    }

  moved = genlock_record_get_id (g_ptr_array_index (outputs, outputs->len - 1));
  if (g_test_rand_int_range (0, 3) == 0)
    {
      genlock_batch_delete (batch, &genlock_source_outputs, moved);
      return;
    }

  output = genlock_record_new (&genlock_source_outputs);
  genlock_record_set_text (output, GENLOCK_META_ID, moved);
  genlock_record_set_text (output, GENLOCK_SOURCE_OUTPUT_SOURCE_ID, id);
  genlock_batch_update (batch, output);
}

static GenlockRecord *
choose (GPtrArray *rows)
{
  return g_ptr_array_index (rows, g_test_rand_int_range (0, (int) rows->len));
}

static void
add_random_op (GenlockBatch *batch,
               GPtrArray *rows,
               const char *show)
{
  g_autofree char *label = random_word ();
  g_autofree char *name = random_word ();
  int what = rows->len > 0 ? g_test_rand_int_range (0, 12) : 0;
  GenlockRecord *edit;
  const char *id;

  if (what < 3)
    {
      genlock_batch_insert (batch, store_help_source (show, label, name,
                                                      what == 0 ? NULL : "SDI"));
      return;
    }

  id = genlock_record_get_id (choose (rows));
  if (what == 3)
    {
      genlock_batch_delete (batch, &genlock_sources, id);
      return;
    }

  if (what >= 10)
    {
      add_output_op (batch, choose (rows), id);
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
applied_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockChanges) changes = genlock_store_apply_finish (GENLOCK_STORE (object), result,
                                                                   NULL);

  --*(guint *) user_data;
}

/* @n_running: how many changes are still to come */
static void
apply_random (GenlockStore *store,
              const char *show,
              guint *n_running)
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

  if (g_test_rand_bit ())
    {
      changes = genlock_store_apply (store, batch, NULL, NULL);
      return;
    }

  ++*n_running;
  genlock_store_apply_async (store, batch, NULL, applied_cb, n_running);
}

static gboolean
is_zero (gpointer data)
{
  return *(guint *) data == 0;
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
  if (g_test_rand_int_range (0, 6) == 0)
    genlock_query_set_sort_count (query, g_test_rand_bit ());
  if (g_test_rand_int_range (0, 3) == 0)
    genlock_query_set_sort_then (query, sorts[g_test_rand_int_range (0, G_N_ELEMENTS (sorts))]);
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
  guint n_running = 0;
  ListWatch watch;

  list_watch_start (&watch, store, query);

  for (guint round = 0; round < 150; round++)
    {
      if (g_test_rand_int_range (0, 3) == 0)
        set_random_query (&watch, g_test_rand_int_range (0, 6) == 0 ? other : show);
      apply_random (store, g_test_rand_int_range (0, 6) == 0 ? other : show, &n_running);

      /* Sometimes the next change comes before the list has caught up. */
      if (g_test_rand_bit ())
        {
          store_help_wait (is_zero, &n_running);
          list_watch_assert_right (&watch, store);
        }
      else
        {
          g_main_context_iteration (NULL, FALSE);
        }
    }

  store_help_wait (is_zero, &n_running);
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
