/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sort keys, row numbers and ids: each against a plain way of saying the same. */

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/genlock-uuid.h"
#include "core/store/genlock-ids.h"
#include "core/store/genlock-rowids.h"
#include "core/store/genlock-sort-keys.h"

#define N_ROWS 700

typedef struct
{
  guint row;
  gboolean has;
  double number;
  GBytes *bytes; /* owned, nullable */
} Plain;

static int direction;

/* What the header promises, word for word. */
static int
compare (const void *a,
         const void *b)
{
  const Plain *first = a;
  const Plain *second = b;
  int order = 0;

  if (first->has != second->has)
    return first->has ? -1 : 1;

  if (first->bytes != NULL && second->bytes != NULL)
    order = g_bytes_compare (first->bytes, second->bytes);
  else if (first->has)
    order = (first->number > second->number) - (first->number < second->number);

  if (order != 0)
    return order * direction;

  return first->row < second->row ? -1 : 1;
}

static void
assert_sorted (GenlockSortKeys *keys,
               Plain *rows,
               gboolean descending)
{
  g_autofree guint *order = genlock_sort_keys_sort (keys, descending);

  direction = descending ? -1 : 1;
  qsort (rows, N_ROWS, sizeof *rows, compare);

  for (guint i = 0; i < N_ROWS; i++)
    {
      g_assert_cmpuint (order[i], ==, rows[i].row);
      g_clear_pointer (&rows[i].bytes, g_bytes_unref);
    }
}

static void
test_numbers (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GenlockSortKeys) keys = genlock_sort_keys_new (N_ROWS);
      Plain rows[N_ROWS] = { 0 };

      for (guint i = 0; i < N_ROWS; i++)
        {
          rows[i].row = i;
          rows[i].has = g_test_rand_int_range (0, 5) > 0;
          rows[i].number = round % 2 == 0 ? g_test_rand_int_range (-40, 40)
                           : g_test_rand_double_range (-3, 3);
          if (rows[i].has && round % 2 == 0)
            genlock_sort_keys_set_int (keys, i, (gint64) rows[i].number);
          else if (rows[i].has)
            genlock_sort_keys_set_real (keys, i, rows[i].number);
        }

      assert_sorted (keys, rows, round % 4 > 1);
    }
}

/* Few letters, long beginnings in common, bytes of zero: whatever a radix sort could trip over. */
static GBytes *
random_bytes (void)
{
  static const char * const beginnings[] = { "", "stage left ", "stage left camera number ",
                                             "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" };
  GByteArray *bytes = g_byte_array_new ();
  const char *beginning = beginnings[g_test_rand_int_range (0, G_N_ELEMENTS (beginnings))];
  int n = g_test_rand_int_range (0, 12);

  g_byte_array_append (bytes, (const guint8 *) beginning, (guint) strlen (beginning));
  for (int i = 0; i < n; i++)
    {
      guint8 byte = (guint8) (g_test_rand_int_range (0, 4) == 0 ? 0
                              : g_test_rand_int_range ('a', 'c'));

      g_byte_array_append (bytes, &byte, 1);
    }

  return g_byte_array_free_to_bytes (bytes);
}

static void
test_bytes (void)
{
  for (guint round = 0; round < 100; round++)
    {
      g_autoptr (GenlockSortKeys) keys = genlock_sort_keys_new (N_ROWS);
      Plain rows[N_ROWS] = { 0 };

      for (guint i = 0; i < N_ROWS; i++)
        {
          gsize length;

          rows[i].row = i;
          rows[i].has = g_test_rand_int_range (0, 9) > 0;
          if (!rows[i].has)
            continue;

          rows[i].bytes = random_bytes ();
          genlock_sort_keys_set_bytes (keys, i, "replaced", 8);
          genlock_sort_keys_set_bytes (keys, i, g_bytes_get_data (rows[i].bytes, &length),
                                       g_bytes_get_size (rows[i].bytes));
        }

      assert_sorted (keys, rows, round % 2 != 0);
    }
}

static void
test_none (void)
{
  g_autoptr (GenlockSortKeys) empty = genlock_sort_keys_new (0);
  g_autoptr (GenlockSortKeys) unset = genlock_sort_keys_new (2);
  g_autofree guint *nothing = genlock_sort_keys_sort (empty, TRUE);
  g_autofree guint *order = NULL;

  genlock_sort_keys_set_int (unset, 0, 1);
  genlock_sort_keys_set_int (unset, 1, 2);
  genlock_sort_keys_unset (unset, 0);
  order = genlock_sort_keys_sort (unset, FALSE);
  g_assert_nonnull (nothing);
  g_assert_cmpuint (order[0], ==, 1);
  g_assert_cmpuint (order[1], ==, 0);
}

/* Close together and far apart: a table and a hash. */
static void
test_rowids (void)
{
  static const gint64 steps[] = { 1, 3, 1000003 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gint64 ids[1000];
      g_auto (GenlockRowids) rowids = { 0 };

      for (guint n = 0; n < G_N_ELEMENTS (ids); n++)
        ids[n] = (gint64) (n * 7 % 1000 + 5) * steps[i];

      genlock_rowids_init (&rowids, ids, G_N_ELEMENTS (ids));
      for (guint n = 0; n < G_N_ELEMENTS (ids); n++)
        g_assert_cmpuint (genlock_rowids_find (&rowids, ids[n]), ==, n);

      g_assert_cmpuint (genlock_rowids_find (&rowids, 0), ==, GENLOCK_ROWIDS_NONE);
      g_assert_cmpuint (genlock_rowids_find (&rowids, -1), ==, GENLOCK_ROWIDS_NONE);
      g_assert_cmpuint (genlock_rowids_find (&rowids, steps[i] * 4), ==, GENLOCK_ROWIDS_NONE);
      g_assert_cmpuint (genlock_rowids_find (&rowids, G_MAXINT64), ==, GENLOCK_ROWIDS_NONE);
    }
}

static void
test_ids (void)
{
  g_autoptr (GenlockIds) ids = genlock_ids_new ();
  g_autoptr (GPtrArray) uuids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *other = genlock_uuid_new ();

  for (guint i = 0; i < 1000; i++)
    {
      g_ptr_array_add (uuids, genlock_uuid_new ());
      genlock_ids_add (ids, g_ptr_array_index (uuids, i));
    }

  for (guint i = 0; i < uuids->len; i++)
    g_assert_cmpuint (genlock_ids_find (ids, g_ptr_array_index (uuids, i)), ==, i);

  g_assert_cmpuint (genlock_ids_find (ids, other), ==, GENLOCK_IDS_NONE);
}

int
main (int argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sort-keys/numbers", test_numbers);
  g_test_add_func ("/sort-keys/bytes", test_bytes);
  g_test_add_func ("/sort-keys/none", test_none);
  g_test_add_func ("/sort-keys/rowids", test_rowids);
  g_test_add_func ("/sort-keys/ids", test_ids);

  return g_test_run ();
}
