/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A view gets the first rows, then more, and at every moment what it was told is what is there. */

#include "config.h"

#include <gtk/gtk.h>

#include "ui/common/genlock-first-rows.h"
#include "ui/common/genlock-row-selection.h"

typedef struct
{
  GtkStringList *strings;         /* owned */
  GenlockRowSelection *selection; /* owned */
  GenlockFirstRows *first;        /* owned */
  GPtrArray *told;                /* owned: a copy, kept by what the signals say */
  guint n_selected_changes;
} Fixture;

static void
items_changed_cb (GListModel *model,
                  guint position,
                  guint removed,
                  guint added,
                  Fixture *fixture)
{
  g_assert_cmpuint (position + removed, <=, fixture->told->len);
  if (removed > 0)
    g_ptr_array_remove_range (fixture->told, position, removed);
  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (fixture->told, position + i,
                        g_list_model_get_item (model, position + i));
}

static void
selection_changed_cb (GtkSelectionModel *model,
                      guint position,
                      guint n_items,
                      Fixture *fixture)
{
  g_assert_cmpuint (position + n_items, <=, g_list_model_get_n_items (G_LIST_MODEL (model)));
  fixture->n_selected_changes++;
}

static void
set_up (Fixture *fixture,
        gconstpointer data)
{
  fixture->strings = gtk_string_list_new (NULL);
  fixture->selection = genlock_row_selection_new (G_LIST_MODEL (fixture->strings));
  fixture->first = genlock_first_rows_new (GTK_SELECTION_MODEL (fixture->selection));
  fixture->told = g_ptr_array_new_with_free_func (g_object_unref);
  g_signal_connect (fixture->first, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->first, "selection-changed", G_CALLBACK (selection_changed_cb),
                    fixture);
}

static void
tear_down (Fixture *fixture,
           gconstpointer data)
{
  g_signal_handlers_disconnect_by_data (fixture->first, fixture);
  g_ptr_array_unref (fixture->told);
  g_object_unref (fixture->first);
  g_object_unref (fixture->selection);
  g_object_unref (fixture->strings);
}

static void
append (Fixture *fixture,
        guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("%u", i);

      gtk_string_list_append (fixture->strings, text);
    }
}

/* The first @n of all rows, and nobody was told otherwise. */
static void
assert_rows (Fixture *fixture,
             guint n)
{
  GListModel *model = G_LIST_MODEL (fixture->first);

  g_assert_cmpuint (g_list_model_get_n_items (model), ==, n);
  g_assert_cmpuint (fixture->told->len, ==, n);
  g_assert_null (g_list_model_get_item (model, n));
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (model, i);
      g_autoptr (GObject) string = g_list_model_get_item (G_LIST_MODEL (fixture->strings), i);

      g_assert_true (item == string);
      g_assert_true (item == g_ptr_array_index (fixture->told, i));
    }
}

static void
test_all (Fixture *fixture,
          gconstpointer data)
{
  append (fixture, 5);
  assert_rows (fixture, 5);
  g_assert_cmpuint (genlock_first_rows_get_limit (fixture->first), ==, G_MAXUINT);

  gtk_string_list_splice (fixture->strings, 1, 2, NULL);
  assert_rows (fixture, 3);
}

static void
test_more (Fixture *fixture,
           gconstpointer data)
{
  append (fixture, 10);
  genlock_first_rows_begin (fixture->first, 4);
  assert_rows (fixture, 4);

  g_assert_true (genlock_first_rows_add (fixture->first, 3));
  assert_rows (fixture, 7);
  g_assert_false (genlock_first_rows_add (fixture->first, 3));
  assert_rows (fixture, 10);

  /* None that comes later is left out. */
  append (fixture, 10);
  assert_rows (fixture, 20);

  genlock_first_rows_begin (fixture->first, 4);
  g_assert_false (genlock_first_rows_add (fixture->first, G_MAXUINT));
  assert_rows (fixture, 20);
}

static void
test_changes (Fixture *fixture,
              gconstpointer data)
{
  static const char * const words[] = { "a", "b", "c", NULL };

  genlock_first_rows_begin (fixture->first, 4);
  append (fixture, 2);
  assert_rows (fixture, 2);
  append (fixture, 8);
  assert_rows (fixture, 4);

  /* Before the limit, across it, behind it, and down to fewer than it. */
  gtk_string_list_splice (fixture->strings, 1, 0, words);
  assert_rows (fixture, 4);
  gtk_string_list_splice (fixture->strings, 2, 5, NULL);
  assert_rows (fixture, 4);
  gtk_string_list_splice (fixture->strings, 4, 1, words);
  assert_rows (fixture, 4);
  gtk_string_list_splice (fixture->strings, 0, 8, NULL);
  assert_rows (fixture, 2);
  gtk_string_list_splice (fixture->strings, 0, 2, NULL);
  assert_rows (fixture, 0);
}

static void
test_selection (Fixture *fixture,
                gconstpointer data)
{
  append (fixture, 10);
  genlock_first_rows_begin (fixture->first, 4);

  genlock_row_selection_select_only (fixture->selection, 2, 6);
  g_assert_cmpuint (fixture->n_selected_changes, ==, 1);
  g_assert_false (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->first), 1));
  g_assert_true (gtk_selection_model_is_selected (GTK_SELECTION_MODEL (fixture->first), 2));

  /* Of what is not shown nothing is said. */
  genlock_row_selection_select_only (fixture->selection, 0, 0);
  genlock_row_selection_select_only (fixture->selection, 8, 2);
  g_assert_cmpuint (fixture->n_selected_changes, ==, 2);

  g_assert_true (gtk_selection_model_select_item (GTK_SELECTION_MODEL (fixture->first), 1, TRUE));
  g_assert_cmpuint (genlock_row_selection_get_size (fixture->selection), ==, 1);
}

static void
add (const char *path,
     void (*test)(Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  add ("/first-rows/all", test_all);
  add ("/first-rows/more", test_more);
  add ("/first-rows/changes", test_changes);
  add ("/first-rows/selection", test_selection);

  return g_test_run ();
}
