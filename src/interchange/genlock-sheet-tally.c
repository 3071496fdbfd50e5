/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Counts of what has the same words. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "interchange/genlock-sheet-build-private.h"

struct _GenlockSheetTally
{
  GHashTable *by_key; /* owned (element-type utf8 GenlockSheetCount) */
};

static void
free_count (GenlockSheetCount *count)
{
  for (guint i = 0; i < GENLOCK_SHEET_N_WORDS; i++)
    g_free (count->words[i]);
  g_ptr_array_unref (count->names);
  g_free (count->order);
  g_free (count);
}

GenlockSheetTally *
genlock_sheet_tally_new (void)
{
  GenlockSheetTally *tally = g_new (GenlockSheetTally, 1);

  tally->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                         (GDestroyNotify) free_count);

  return tally;
}

void
genlock_sheet_tally_free (GenlockSheetTally *tally)
{
  g_hash_table_unref (tally->by_key);
  g_free (tally);
}

static char *
dup_order (const char * const *words)
{
  g_autoptr (GString) order = g_string_new (NULL);

  for (guint i = 0; i < GENLOCK_SHEET_N_WORDS; i++)
    {
      g_autofree char *part = genlock_sheet_dup_order (words[i]);

      g_string_append_printf (order, "%s\n", part);
    }

  return g_string_free (g_steal_pointer (&order), FALSE);
}

void
genlock_sheet_tally_add (GenlockSheetTally *tally,
                         const char *first,
                         const char *second,
                         const char *third,
                         double length,
                         char *name)
{
  const char *words[GENLOCK_SHEET_N_WORDS] = {
    first != NULL ? first : "", second != NULL ? second : "", third != NULL ? third : "",
  };
  g_autofree char *key = g_strdup_printf ("%s\n%s\n%s\n%.3f", words[0], words[1], words[2],
                                          length);
  GenlockSheetCount *count = g_hash_table_lookup (tally->by_key, key);

  if (count == NULL)
    {
      count = g_new0 (GenlockSheetCount, 1);
      for (guint i = 0; i < GENLOCK_SHEET_N_WORDS; i++)
        count->words[i] = g_strdup (words[i]);
      count->length = length;
      count->names = g_ptr_array_new_with_free_func (g_free);
      count->order = dup_order (words);
      g_hash_table_insert (tally->by_key, g_steal_pointer (&key), count);
    }

  count->n++;
  if (name != NULL)
    g_ptr_array_add (count->names, name);
}

static int
compare_counts (gconstpointer a,
                gconstpointer b)
{
  const GenlockSheetCount *first = *(GenlockSheetCount * const *) a;
  const GenlockSheetCount *second = *(GenlockSheetCount * const *) b;
  int order = strcmp (first->order, second->order);

  for (guint i = 0; order == 0 && i < GENLOCK_SHEET_N_WORDS; i++)
    order = strcmp (first->words[i], second->words[i]);
  if (order == 0 && (first->length < 0.0) != (second->length < 0.0))
    order = first->length < 0.0 ? 1 : -1;

  return order != 0 ? order : (first->length > second->length) - (first->length < second->length);
}

GPtrArray *
genlock_sheet_tally_list (GenlockSheetTally *tally)
{
  GPtrArray *counts = g_ptr_array_sized_new (g_hash_table_size (tally->by_key));
  GHashTableIter iter;
  gpointer count;

  g_hash_table_iter_init (&iter, tally->by_key);
  while (g_hash_table_iter_next (&iter, NULL, &count))
    g_ptr_array_add (counts, count);
  g_ptr_array_sort (counts, compare_counts);

  return counts;
}
