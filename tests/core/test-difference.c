/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the smallest difference between two orders. */

#include "config.h"

#include <string.h>

#include "core/store/genlock-difference.h"

static GArray *
ids_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (gint64));
}

static GArray *
parse (const char *text)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  GArray *ids = ids_new ();

  for (guint i = 0; words[i] != NULL && words[i][0] != '\0'; i++)
    {
      gint64 id = g_ascii_strtoll (words[i], NULL, 10);

      g_array_append_val (ids, id);
    }

  return ids;
}

static const gint64 *
ids_of (GArray *ids)
{
  return (const gint64 *) ids->data;
}

static GArray *
difference (GArray *before,
            GArray *after)
{
  return genlock_difference (ids_of (before), before->len, ids_of (after), after->len);
}

static char *
print (GArray *splices)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < splices->len; i++)
    {
      GenlockSplice splice = g_array_index (splices, GenlockSplice, i);

      g_string_append_printf (text, "%s%u@%u -%u +%u", i > 0 ? ", " : "", splice.old_start,
                              splice.new_start, splice.removed, splice.added);
    }

  return g_string_free (text, FALSE);
}

/* Changes @before as a view that hears of the runs would, and compares it with @after. */
static void
assert_replays (GArray *before,
                GArray *after,
                GArray *splices)
{
  g_autoptr (GArray) list = g_array_copy (before);
  guint kept_until = 0;

  for (guint i = 0; i < splices->len; i++)
    {
      GenlockSplice splice = g_array_index (splices, GenlockSplice, i);

      g_assert_true (splice.removed > 0 || splice.added > 0);
      g_assert_true (i == 0 || splice.new_start > kept_until);
      g_assert_cmpuint (splice.new_start + splice.removed, <=, list->len);
      g_assert_cmpuint (splice.new_start + splice.added, <=, after->len);
      g_assert_true (splice.removed == 0
                     || memcmp (&g_array_index (list, gint64, splice.new_start),
                                &g_array_index (before, gint64, splice.old_start),
                                splice.removed * sizeof (gint64)) == 0);

      if (splice.removed > 0)
        g_array_remove_range (list, splice.new_start, splice.removed);
      if (splice.added > 0)
        g_array_insert_vals (list, splice.new_start,
                             &g_array_index (after, gint64, splice.new_start), splice.added);

      kept_until = splice.new_start + splice.added;
    }

  g_assert_cmpmem (list->data, list->len * sizeof (gint64),
                   after->data, after->len * sizeof (gint64));
}

static void
test_known (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    const char *expected;
  } cases[] = {
    { "", "", "" },
    { "1 2 3", "1 2 3", "" },
    { "", "1 2", "0@0 -0 +2" },
    { "1 2", "", "0@0 -2 +0" },
    { "1 2 3", "1 2 4 3", "2@2 -0 +1" },
    { "1 2 3", "1 3", "1@1 -1 +0" },
    { "1 2 3 4 5", "2 3 4 1 5", "0@0 -1 +0, 4@3 -0 +1" },
    { "1 2 3 4 5", "1 5 2 3 4", "1@1 -0 +1, 4@5 -1 +0" },
    { "1 2 3 4 5", "6 2 3 7 5", "0@0 -1 +1, 3@3 -1 +1" },
    { "1 2 3", "4 5", "0@0 -3 +2" },
    { "9 8 7", "9 7", "1@1 -1 +0" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) before = parse (cases[i].before);
      g_autoptr (GArray) after = parse (cases[i].after);
      g_autoptr (GArray) splices = difference (before, after);
      g_autofree char *told = print (splices);

      g_assert_cmpstr (told, ==, cases[i].expected);
      assert_replays (before, after, splices);
    }
}

/* Some rows go, some move, some come. */
static GArray *
disturb (GArray *before,
         guint n_edits)
{
  GArray *after = g_array_copy (before);

  for (guint i = 0; i < n_edits; i++)
    {
      gint64 id = g_test_rand_int_range (1000000, 2000000000);
      guint what = (guint) g_test_rand_int_range (0, 3);

      if (what != 0 && after->len > 0)
        {
          guint from = (guint) g_test_rand_int_range (0, (int) after->len);

          if (what == 1)
            id = g_array_index (after, gint64, from);
          g_array_remove_index (after, from);
        }

      if (what < 2)
        g_array_insert_val (after, (guint) g_test_rand_int_range (0, (int) after->len + 1), id);
    }

  return after;
}

static gboolean
each_once (GArray *ids)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < ids->len; i++)
    if (!g_hash_table_add (seen, &g_array_index (ids, gint64, i)))
      return FALSE;

  return TRUE;
}

static void
test_random (void)
{
  for (guint round = 0; round < 2000; round++)
    {
      g_autoptr (GArray) before = ids_new ();
      g_autoptr (GArray) after = NULL;
      g_autoptr (GArray) splices = NULL;
      guint n = (guint) g_test_rand_int_range (0, 300);
      guint n_edits = (guint) g_test_rand_int_range (0, round % 2 == 0 ? 6 : 400);

      for (gint64 id = 1; id <= n; id++)
        g_array_append_val (before, id);

      after = disturb (before, n_edits);
      if (!each_once (after))
        continue;

      splices = difference (before, after);
      g_assert_cmpuint (splices->len, <=, GENLOCK_DIFFERENCE_MAX_SPLICES);
      assert_replays (before, after, splices);

      if (n_edits <= 6)
        {
          guint told = 0;

          for (guint i = 0; i < splices->len; i++)
            told += g_array_index (splices, GenlockSplice, i).removed
                    + g_array_index (splices, GenlockSplice, i).added;

          /* A row that came, went or moved is told once, or twice. */
          g_assert_cmpuint (told, <=, 2 * n_edits);
        }
    }
}

/* Every other row goes: too many runs to tell each. */
static void
test_scattered (void)
{
  g_autoptr (GArray) before = ids_new ();
  g_autoptr (GArray) after = ids_new ();
  g_autoptr (GArray) splices = NULL;

  for (gint64 id = 0; id < 100000; id++)
    {
      g_array_append_val (before, id);
      if (id % 2 == 0 || id < 40000)
        g_array_append_val (after, id);
    }

  splices = difference (before, after);
  g_assert_cmpuint (splices->len, <=, GENLOCK_DIFFERENCE_MAX_SPLICES);
  g_assert_cmpuint (g_array_index (splices, GenlockSplice, 0).new_start, >=, 40000);
  assert_replays (before, after, splices);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/difference/known", test_known);
  g_test_add_func ("/difference/random", test_random);
  g_test_add_func ("/difference/scattered", test_scattered);

  return g_test_run ();
}
