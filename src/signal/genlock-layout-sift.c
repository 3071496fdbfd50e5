/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The end of the second step of the layout: each node moves to where its links cross least. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "signal/genlock-layout-private.h"

/* How often nodes are moved to where they cross least, and how far: in places times links. */
#define N_SIFTS 3
#define MAX_SIFT_WORK 1500000
#define MIN_REACH 4

/* Where a link ends in the column beside, and how many links it stands for. */
typedef struct
{
  guint end;
  guint weight;
} End;

/* A node of a column with where its links end: those to the left from @first, those to the right
 * from @middle. */
typedef struct
{
  guint node;
  gboolean is_fixed;
  gboolean is_sifted;
  guint first;
  guint middle;
  guint last;
} Item;

typedef struct
{
  GenlockLayout *layout;
  const GenlockLayoutPart *part;
  GArray *items;  /* (element-type Item): the nodes of a column */
  GArray *ends;   /* (element-type End): of these, one after the other */
  guint reach;    /* how many places a node is moved at once */
} Sift;

static int
compare_ends (gconstpointer a,
              gconstpointer b)
{
  const End *first = a;
  const End *second = b;

  return (first->end > second->end) - (first->end < second->end);
}

static void
sort_ends (End *ends,
           guint n)
{
  if (n > 16)
    {
      qsort (ends, n, sizeof *ends, compare_ends);
      return;
    }

  for (guint i = 1; i < n; i++)
    {
      End end = ends[i];
      guint j;

      for (j = i; j > 0 && ends[j - 1].end > end.end; j--)
        ends[j] = ends[j - 1];
      ends[j] = end;
    }
}

/* Appends the ends of the links of @node on one side, from above. */
static void
list_ends (Sift *sift,
           const GenlockLayoutNode *node,
           gboolean to_left)
{
  guint n = to_left ? node->n_in : node->n_out;

  for (guint i = 0; i < n; i++)
    {
      const GenlockLayoutSegment *segment;
      End end;

      if (to_left)
        {
          const GenlockLayoutNode *from;

          segment = genlock_layout_in (sift->layout, node, i);
          from = genlock_layout_node (sift->layout, segment->from);
          end.end = from->out_number
                    + (guint) (segment - genlock_layout_out (sift->layout, from, 0));
        }
      else
        {
          segment = genlock_layout_out (sift->layout, node, i);
          end.end = genlock_layout_node (sift->layout, segment->to)->in_number + segment->in_rank;
        }
      end.weight = segment->weight;
      g_array_append_val (sift->ends, end);
    }
  if (n > 1)
    sort_ends (&g_array_index (sift->ends, End, sift->ends->len - n), n);
}

/* Crossings of two nodes that follow each other, less those the other way round. */
static gint64
compare_crossings (const End *first,
                   guint n_first,
                   const End *second,
                   guint n_second)
{
  gint64 difference = 0;
  gint64 above = 0;
  gint64 equal_above = 0;
  gint64 total = 0;

  if (n_first == 0 || n_second == 0)
    return 0;
  for (guint j = 0; j < n_second; j++)
    total += second[j].weight;

  /* For each link of @first: those of @second that end above it cross, those below would. */
  for (guint i = 0, j = 0; i < n_first; i++)
    {
      for (; j < n_second && second[j].end < first[i].end; j++)
        above += second[j].weight;
      equal_above = above;
      if (j < n_second && second[j].end == first[i].end)
        equal_above += second[j].weight;
      difference += (gint64) first[i].weight * (above - (total - equal_above));
    }

  return difference;
}

/* Crossings of @above and @below, which stand in this order, less those the other way round. */
static gint64
compare_items (Sift *sift,
               const Item *above,
               const Item *below)
{
  const End *ends = (const End *) (gpointer) sift->ends->data;

  return compare_crossings (ends + above->first, above->middle - above->first,
                            ends + below->first, below->middle - below->first)
         + compare_crossings (ends + above->middle, above->last - above->middle,
                              ends + below->middle, below->last - below->middle);
}

/* Lists the nodes of a column with the ends of their links. */
static void
read_column (Sift *sift,
             const GArray *column)
{
  g_array_set_size (sift->ends, 0);
  g_array_set_size (sift->items, 0);
  for (guint i = 0; i < column->len; i++)
    {
      guint index = g_array_index (column, guint, i);
      const GenlockLayoutNode *node = genlock_layout_node (sift->layout, index);
      Item item = { .node = index, .is_fixed = node->is_fixed, .first = sift->ends->len };

      list_ends (sift, node, TRUE);
      item.middle = sift->ends->len;
      list_ends (sift, node, FALSE);
      item.last = sift->ends->len;
      g_array_append_val (sift->items, item);
    }
}

static void
write_column (Sift *sift,
              guint index)
{
  GArray *column = genlock_layout_column (sift->part, index);

  for (guint i = 0; i < column->len; i++)
    g_array_index (column, guint, i) = g_array_index (sift->items, Item, i).node;
  genlock_layout_number (sift->layout, column);
}

/* Where the node at @from crosses least; no fixed box passes another. */
static guint
find_place (Sift *sift,
            guint from)
{
  const Item *items = (const Item *) (gpointer) sift->items->data;
  guint best = from;
  gint64 most = 0;
  gint64 saved = 0;
  guint n = sift->items->len;

  for (guint i = from + 1; i < n && i - from <= sift->reach; i++)
    {
      if (items[from].is_fixed && items[i].is_fixed)
        break;
      saved += compare_items (sift, &items[from], &items[i]);
      if (saved > most)
        {
          most = saved;
          best = i;
        }
    }
  saved = 0;
  for (guint i = from; i > 0 && from - i < sift->reach; i--)
    {
      if (items[from].is_fixed && items[i - 1].is_fixed)
        break;
      saved += compare_items (sift, &items[i - 1], &items[from]);
      if (saved > most)
        {
          most = saved;
          best = i - 1;
        }
    }

  return best;
}

/* Moves each node of a column to where its links cross least. */
static gboolean
sift_column (Sift *sift,
             guint index)
{
  gboolean is_better = FALSE;
  Item *items;

  read_column (sift, genlock_layout_column (sift->part, index));
  items = (Item *) (gpointer) sift->items->data;
  for (guint from = 0; from < sift->items->len;)
    {
      Item item = items[from];
      guint to;

      if (item.is_sifted)
        {
          from++;
          continue;
        }
      items[from].is_sifted = item.is_sifted = TRUE;
      to = find_place (sift, from);
      if (to == from)
        continue;

      if (to > from)
        memmove (&items[from], &items[from + 1], (to - from) * sizeof (Item));
      else
        memmove (&items[to + 1], &items[to], (from - to) * sizeof (Item));
      items[to] = item;
      is_better = TRUE;
    }
  if (is_better)
    write_column (sift, index);

  return is_better;
}

/* To the right, back and to the right again, until nothing changes. */
gboolean
genlock_layout_sift (GenlockLayout *layout,
                     const GenlockLayoutPart *part,
                     guint n_segments)
{
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  Sift sift = {
    .layout = layout,
    .part = part,
    .items = items,
    .ends = ends,
    .reach = MAX (MAX_SIFT_WORK / MAX (n_segments, 1), MIN_REACH),
  };
  guint n = part->layers->len;
  gboolean is_better = TRUE;

  for (guint i = 0; is_better && i < N_SIFTS; i++)
    {
      is_better = FALSE;
      for (guint j = 0; j < n; j++)
        {
          if (g_cancellable_is_cancelled (layout->cancellable))
            return FALSE;
          is_better |= sift_column (&sift, i % 2 == 0 ? j : n - 1 - j);
        }
    }

  return TRUE;
}
