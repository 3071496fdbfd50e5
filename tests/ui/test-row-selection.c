/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows are selected by place, follow rows that come and go, and are never fetched for it. */

#include "config.h"

#include <gtk/gtk.h>

#include "ui/common/genlock-row-selection.h"

typedef struct
{
  guint n_changes;
  guint first;
  guint n;
} Seen;

static void
changed_cb (GtkSelectionModel *model,
            guint position,
            guint n_items,
            Seen *seen)
{
  seen->n_changes++;
  seen->first = position;
  seen->n = n_items;
}

static char *
print (GenlockRowSelection *selection)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (selection)); i++)
    g_string_append_c (text, gtk_selection_model_is_selected (GTK_SELECTION_MODEL (selection), i)
                             ? 'x' : '.');

  return g_string_free (text, FALSE);
}

static void
assert_rows (GenlockRowSelection *selection,
             const char *expected)
{
  g_autofree char *text = print (selection);

  g_assert_cmpstr (text, ==, expected);
}

static GtkStringList *
make_list (void)
{
  static const char * const words[] = { "a", "b", "c", "d", "e", NULL };

  return gtk_string_list_new (words);
}

static void
test_select (void)
{
  g_autoptr (GtkStringList) list = make_list ();
  g_autoptr (GenlockRowSelection) selection = genlock_row_selection_new (G_LIST_MODEL (list));
  GtkSelectionModel *model = GTK_SELECTION_MODEL (selection);
  Seen seen = { 0 };

  g_signal_connect (selection, "selection-changed", G_CALLBACK (changed_cb), &seen);
  gtk_selection_model_select_item (model, 1, FALSE);
  gtk_selection_model_select_item (model, 3, FALSE);
  assert_rows (selection, ".x.x.");
  g_assert_cmpuint (genlock_row_selection_get_size (selection), ==, 2);

  genlock_row_selection_select_only (selection, 2, 2);
  assert_rows (selection, "..xx.");
  g_assert_cmpuint (seen.first, ==, 1);
  g_assert_cmpuint (seen.n, ==, 2);

  genlock_row_selection_select_only (selection, 2, 2);
  g_assert_cmpuint (seen.n_changes, ==, 3);

  gtk_selection_model_unselect_item (model, 2);
  assert_rows (selection, "...x.");

  genlock_row_selection_select_only (selection, 0, 100);
  g_assert_cmpuint (genlock_row_selection_get_size (selection), ==, 5);
}

static void
test_rows_change (void)
{
  g_autoptr (GtkStringList) list = make_list ();
  g_autoptr (GenlockRowSelection) selection = genlock_row_selection_new (G_LIST_MODEL (list));
  const char *two[] = { "x", "y", NULL };
  Seen seen = { 0 };

  genlock_row_selection_select_only (selection, 1, 3);
  g_signal_connect (selection, "selection-changed", G_CALLBACK (changed_cb), &seen);

  gtk_string_list_splice (list, 0, 0, two);
  assert_rows (selection, "...xxx.");
  g_assert_cmpuint (seen.n_changes, ==, 0);

  gtk_string_list_splice (list, 4, 1, NULL);
  assert_rows (selection, "...xx.");
  g_assert_cmpuint (seen.n_changes, ==, 1);

  genlock_row_selection_set_model (selection, NULL);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (selection)), ==, 0);
  g_assert_cmpuint (genlock_row_selection_get_size (selection), ==, 0);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-selection/select", test_select);
  g_test_add_func ("/row-selection/rows-change", test_rows_change);

  return g_test_run ();
}
