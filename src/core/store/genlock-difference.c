/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The smallest difference between two orders of rows, as a list model tells it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-difference.h"
#include "core/store/genlock-rowids.h"

#define NOWHERE GENLOCK_ROWIDS_NONE

/* Where each new row stood: matches[new place] = old place or NOWHERE. */
static guint *
match (const gint64 *old_ids,
       guint n_old,
       const gint64 *new_ids,
       guint n_new)
{
  guint *matches = g_new (guint, n_new);
  g_auto (GenlockRowids) rowids = { 0 };

  genlock_rowids_init (&rowids, old_ids, n_old);

  for (guint i = 0; i < n_new; i++)
    matches[i] = genlock_rowids_find (&rowids, new_ids[i]);

  return matches;
}

/* The first of @tails whose match is greater than @value: no two are equal. */
static guint
find_tail (const guint *matches,
           const guint *tails,
           guint n_tails,
           guint value)
{
  guint low = 0;
  guint high = n_tails;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (matches[tails[middle]] < value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* Leaves in @matches only the longest ascending sequence; all others become NOWHERE. */
static void
keep_longest (guint *matches,
              guint n)
{
  g_autofree guint *tails = g_new (guint, n + 1); /* ends of the best sequence of each length */
  g_autofree guint *before = g_new (guint, n + 1);
  guint n_tails = 0;
  guint next;

  for (guint i = 0; i < n; i++)
    {
      guint length;

      if (matches[i] == NOWHERE)
        continue;

      if (n_tails == 0 || matches[tails[n_tails - 1]] < matches[i])
        length = n_tails++;
      else
        length = find_tail (matches, tails, n_tails, matches[i]);

      before[i] = length > 0 ? tails[length - 1] : NOWHERE;
      tails[length] = i;
    }

  next = n_tails > 0 ? tails[n_tails - 1] : NOWHERE;

  for (guint i = n; i > 0; i--)
    if (i - 1 == next)
      next = before[i - 1];
    else
      matches[i - 1] = NOWHERE;
}

static void
add_run (GArray *splices,
         guint old_start,
         guint old_end,
         guint new_start,
         guint new_end)
{
  GenlockSplice splice = {
    .old_start = old_start,
    .removed = old_end - old_start,
    .new_start = new_start,
    .added = new_end - new_start,
  };

  if (splice.removed > 0 || splice.added > 0)
    g_array_append_val (splices, splice);
}

static int
compare_descending (gconstpointer a,
                    gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return first < second ? 1 : first > second ? -1 : 0;
}

/* How many rows are kept between run @index and the next. */
static guint
gap_after (GArray *splices,
           guint index)
{
  const GenlockSplice *run = &g_array_index (splices, GenlockSplice, index);

  return run[1].new_start - (run[0].new_start + run[0].added);
}

/* Joins the runs that stand closest to each other until few enough are left. */
static void
join_runs (GArray *splices)
{
  guint n_gaps = splices->len - 1;
  guint n_kept = GENLOCK_DIFFERENCE_MAX_SPLICES - 1;
  g_autofree guint *gaps = g_new (guint, n_gaps);
  guint limit;
  guint last = 0;

  for (guint i = 0; i < n_gaps; i++)
    gaps[i] = gap_after (splices, i);

  qsort (gaps, n_gaps, sizeof (guint), compare_descending);
  limit = gaps[n_kept];

  /* Only gaps wider than the widest that has to go stay: never too many. */
  for (guint i = 1; i < splices->len; i++)
    {
      GenlockSplice *into = &g_array_index (splices, GenlockSplice, last);
      const GenlockSplice *run = &g_array_index (splices, GenlockSplice, i);

      if (run->new_start - (into->new_start + into->added) > limit)
        {
          g_array_index (splices, GenlockSplice, ++last) = *run;
          continue;
        }

      into->removed = run->old_start + run->removed - into->old_start;
      into->added = run->new_start + run->added - into->new_start;
    }

  g_array_set_size (splices, last + 1);
}

GArray *
genlock_difference (const gint64 *old_ids,
                    guint n_old,
                    const gint64 *new_ids,
                    guint n_new)
{
  GArray *splices = g_array_new (FALSE, FALSE, sizeof (GenlockSplice));
  g_autofree guint *matches = NULL;
  guint head = 0;
  guint tail = 0;
  guint old_at = 0;
  guint new_at = 0;

  while (head < n_old && head < n_new && old_ids[head] == new_ids[head])
    head++;

  while (tail < n_old - head && tail < n_new - head
         && old_ids[n_old - tail - 1] == new_ids[n_new - tail - 1])
    tail++;

  n_old -= head + tail;
  n_new -= head + tail;

  if (n_old > 0 && n_new > 0)
    {
      matches = match (old_ids + head, n_old, new_ids + head, n_new);
      keep_longest (matches, n_new);

      for (guint i = 0; i < n_new; i++)
        if (matches[i] != NOWHERE)
          {
            add_run (splices, head + old_at, head + matches[i], head + new_at, head + i);
            old_at = matches[i] + 1;
            new_at = i + 1;
          }
    }

  add_run (splices, head + old_at, head + n_old, head + new_at, head + n_new);

  if (splices->len > GENLOCK_DIFFERENCE_MAX_SPLICES)
    join_runs (splices);

  return splices;
}
