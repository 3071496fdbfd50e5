/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers of ids: each is found by its turn, in whatever order it is asked for. */

#include "config.h"

#include "core/store/genlock-ids.h"

#define N_IDS 2000

static GPtrArray *
make_ids (guint n)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ids, g_uuid_string_random ());

  return ids;
}

/* In turn, twice each as children come, backwards and in no order; more are added between. */
static void
test_find (void)
{
  g_autoptr (GPtrArray) texts = make_ids (N_IDS);
  g_autoptr (GenlockIds) ids = genlock_ids_new ();

  g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (texts, 0)), ==, GENLOCK_IDS_NONE);

  for (guint i = 0; i < N_IDS; i++)
    {
      guint other = (guint) g_test_rand_int_range (0, N_IDS);

      genlock_ids_add (ids, g_ptr_array_index (texts, i));
      g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (texts, i)), ==, i);
      if (i % 100 == 0)
        g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (texts, other)), ==,
                          other <= i ? other : GENLOCK_IDS_NONE);
    }

  for (guint i = 0; i < 2 * N_IDS; i++)
    g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (texts, i / 2)), ==, i / 2);

  for (guint i = N_IDS; i > 0; i--)
    g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (texts, i - 1)), ==, i - 1);
}

/* Every digit counts, its case does not, nor do the hyphens. */
static void
test_digits (void)
{
  static const char id[] = "01234567-89ab-4cde-8f01-23456789abcd";
  g_autoptr (GenlockIds) ids = genlock_ids_new ();

  genlock_ids_add (ids, id);
  g_assert_cmpuint (genlock_ids_find (ids, "01234567-89AB-4CDE-8F01-23456789ABCD"), ==, 0);
  g_assert_cmpuint (genlock_ids_find (ids, "0123456789ab4cde8f0123456789abcd"), ==, 0);

  for (guint i = 0; id[i] != '\0'; i++)
    {
      g_autofree char *other = g_strdup (id);

      if (other[i] == '-')
        continue;

      other[i] = other[i] == '5' ? '6' : '5';
      g_assert_cmpuint (genlock_ids_find (ids, other), ==, GENLOCK_IDS_NONE);
    }
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/ids/find", test_find);
  g_test_add_func ("/ids/digits", test_digits);

  return g_test_run ();
}
