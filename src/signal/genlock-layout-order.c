/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The second step of the layout: in which order a column stands, so that few links cross. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <string.h>

#include "signal/genlock-layout-private.h"

/* How many sweeps at most, and without progress, over parts of everyday size. */
#define MAX_SWEEPS 48
#define MAX_IDLE 10

/* How much work a part may be, in sweeps times links; what is larger gets fewer sweeps. */
#define MAX_SWEEP_WORK 250000
#define MIN_SWEEPS 4

/* How often nodes are moved to where they cross least, and how far: in places times links. */
#define N_SIFTS 3
#define MAX_SIFT_WORK 1500000
#define MIN_REACH 4

/* A node and where its links would like to have it. */
typedef struct
{
  guint node;
  guint place;
  double wish;
} Wish;

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
  double *positions;   /* by node: its top when its column is stacked */
  guint *first_in;     /* by node: the number of its first link from the left, in its column */
  guint *first_out;    /* the same to the right */
  guint64 *tree;       /* sums of weights, to count crossings */
  guint *best;         /* by node: its place in the best order */
  GArray *wishes;      /* (element-type Wish) */
  GArray *items;       /* (element-type Item): the nodes of a column */
  GArray *ends;        /* (element-type End): of the nodes of a column, one after the other */
  guint n_segments;    /* of the part */
  guint reach;         /* how many places a node is moved at once */
} Order;

/* Numbers the places, tops and links of a column anew. */
static void
number_column (Order *order,
               guint index)
{
  const GArray *column = genlock_layout_column (order->part, index);
  double position = 0.0;
  guint first_in = 0;
  guint first_out = 0;

  for (guint i = 0; i < column->len; i++)
    {
      guint node = g_array_index (column, guint, i);
      GenlockLayoutNode *data = genlock_layout_node (order->layout, node);

      data->place = i;
      order->positions[node] = position;
      order->first_in[node] = first_in;
      order->first_out[node] = first_out;
      position += data->height;
      first_in += data->n_in;
      first_out += data->n_out;
    }
}

/* Crossings between a column and the one before it. */
static guint64
count_crossings (Order *order,
                 guint index)
{
  const GArray *column = genlock_layout_column (order->part, index - 1);
  const GArray *next = genlock_layout_column (order->part, index);
  guint64 n_crossings = 0;
  guint64 total = 0;
  guint n_ends = 0;

  for (guint i = 0; i < next->len; i++)
    n_ends += genlock_layout_node (order->layout, g_array_index (next, guint, i))->n_in;
  memset (order->tree, 0, sizeof (guint64) * (n_ends + 1));

  /* From above: a link crosses those before it that end further below. */
  for (guint i = 0; i < column->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (order->layout,
                                                           g_array_index (column, guint, i));

      for (guint j = 0; j < node->n_out; j++)
        {
          const GenlockLayoutSegment *segment = genlock_layout_out (order->layout, node, j);
          guint end = order->first_in[segment->to] + segment->in_rank + 1;
          guint64 above = 0;

          for (guint k = end; k > 0; k &= k - 1)
            above += order->tree[k];
          n_crossings += (total - above) * segment->weight;
          total += segment->weight;
          for (guint k = end; k <= n_ends; k += k & -k)
            order->tree[k] += segment->weight;
        }
    }

  return n_crossings;
}

static guint64
count_all (Order *order)
{
  guint64 n_crossings = 0;

  for (guint i = 1; i < order->part->layers->len; i++)
    n_crossings += count_crossings (order, i);

  return n_crossings;
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *first = a;
  const Wish *second = b;

  if (first->wish < second->wish || first->wish > second->wish)
    return first->wish < second->wish ? -1 : 1;

  return (first->place > second->place) - (first->place < second->place);
}

/* Where the other end of the @i-th link of @node is. */
static double
get_position (Order *order,
              const GenlockLayoutNode *node,
              gboolean to_left,
              guint i)
{
  const GenlockLayoutSegment *segment;

  if (to_left)
    {
      segment = genlock_layout_in (order->layout, node, i);
      return order->positions[segment->from] + segment->from_y;
    }

  segment = genlock_layout_out (order->layout, node, i);
  return order->positions[segment->to] + segment->to_y;
}

static int
compare_doubles (gconstpointer a,
                 gconstpointer b)
{
  double first = *(const double *) a;
  double second = *(const double *) b;

  return (first > second) - (first < second);
}

/* The middle, or the median, of where the links of @node lead on one side. */
static double
get_wish (Order *order,
          guint index,
          gboolean to_left,
          gboolean is_median)
{
  const GenlockLayoutNode *node = genlock_layout_node (order->layout, index);
  guint n = to_left ? node->n_in : node->n_out;
  g_autoptr (GArray) positions = NULL;
  double sum = 0.0;

  if (n == 0)
    return order->positions[index];

  if (!is_median || n < 3)
    {
      for (guint i = 0; i < n; i++)
        sum += get_position (order, node, to_left, i);
      return sum / n;
    }

  positions = g_array_sized_new (FALSE, FALSE, sizeof (double), n);
  for (guint i = 0; i < n; i++)
    {
      double position = get_position (order, node, to_left, i);

      g_array_append_val (positions, position);
    }
  g_array_sort (positions, compare_doubles);

  return (g_array_index (positions, double, (n - 1) / 2) + g_array_index (positions, double, n / 2))
         / 2.0;
}

/* Fixed boxes share the places they got in the order in which they stand. */
static void
keep_fixed (Order *order,
            GArray *column)
{
  g_array_set_size (order->wishes, 0);
  for (guint i = 0; i < column->len; i++)
    {
      guint index = g_array_index (column, guint, i);
      const GenlockLayoutNode *node = genlock_layout_node (order->layout, index);
      Wish wish = { .node = index, .place = index, .wish = node->y };

      if (node->is_fixed)
        g_array_append_val (order->wishes, wish);
    }
  if (order->wishes->len == 0)
    return;

  g_array_sort (order->wishes, compare_wishes);
  for (guint i = 0, n = 0; i < column->len; i++)
    if (genlock_layout_node (order->layout, g_array_index (column, guint, i))->is_fixed)
      g_array_index (column, guint, i) = g_array_index (order->wishes, Wish, n++).node;
}

static void
sort_column (Order *order,
             guint index,
             gboolean to_left,
             gboolean is_median)
{
  GArray *column = genlock_layout_column (order->part, index);

  g_array_set_size (order->wishes, 0);
  for (guint i = 0; i < column->len; i++)
    {
      guint node = g_array_index (column, guint, i);
      Wish wish = { .node = node, .place = i, .wish = get_wish (order, node, to_left, is_median) };

      g_array_append_val (order->wishes, wish);
    }
  g_array_sort (order->wishes, compare_wishes);
  for (guint i = 0; i < column->len; i++)
    g_array_index (column, guint, i) = g_array_index (order->wishes, Wish, i).node;
  keep_fixed (order, column);
  number_column (order, index);
}

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
list_ends (Order *order,
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

          segment = genlock_layout_in (order->layout, node, i);
          from = genlock_layout_node (order->layout, segment->from);
          end.end = order->first_out[segment->from]
                    + (guint) (segment - genlock_layout_out (order->layout, from, 0));
        }
      else
        {
          segment = genlock_layout_out (order->layout, node, i);
          end.end = order->first_in[segment->to] + segment->in_rank;
        }
      end.weight = segment->weight;
      g_array_append_val (order->ends, end);
    }
  if (n > 1)
    sort_ends (&g_array_index (order->ends, End, order->ends->len - n), n);
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
compare_items (Order *order,
               const Item *above,
               const Item *below)
{
  const End *ends = (const End *) (gpointer) order->ends->data;

  return compare_crossings (ends + above->first, above->middle - above->first,
                            ends + below->first, below->middle - below->first)
         + compare_crossings (ends + above->middle, above->last - above->middle,
                              ends + below->middle, below->last - below->middle);
}

/* Lists the nodes of a column with the ends of their links. */
static void
read_column (Order *order,
             const GArray *column)
{
  g_array_set_size (order->ends, 0);
  g_array_set_size (order->items, 0);
  for (guint i = 0; i < column->len; i++)
    {
      guint index = g_array_index (column, guint, i);
      const GenlockLayoutNode *node = genlock_layout_node (order->layout, index);
      Item item = { .node = index, .is_fixed = node->is_fixed, .first = order->ends->len };

      list_ends (order, node, TRUE);
      item.middle = order->ends->len;
      list_ends (order, node, FALSE);
      item.last = order->ends->len;
      g_array_append_val (order->items, item);
    }
}

static void
write_column (Order *order,
              guint index)
{
  GArray *column = genlock_layout_column (order->part, index);

  for (guint i = 0; i < column->len; i++)
    g_array_index (column, guint, i) = g_array_index (order->items, Item, i).node;
  number_column (order, index);
}

/* Where the node at @from crosses least; no fixed box passes another. */
static guint
find_place (Order *order,
            guint from)
{
  const Item *items = (const Item *) (gpointer) order->items->data;
  guint best = from;
  gint64 most = 0;
  gint64 saved = 0;
  guint n = order->items->len;

  for (guint i = from + 1; i < n && i - from <= order->reach; i++)
    {
      if (items[from].is_fixed && items[i].is_fixed)
        break;
      saved += compare_items (order, &items[from], &items[i]);
      if (saved > most)
        {
          most = saved;
          best = i;
        }
    }
  saved = 0;
  for (guint i = from; i > 0 && from - i < order->reach; i--)
    {
      if (items[from].is_fixed && items[i - 1].is_fixed)
        break;
      saved += compare_items (order, &items[i - 1], &items[from]);
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
sift_column (Order *order,
             guint index)
{
  gboolean is_better = FALSE;
  Item *items;

  read_column (order, genlock_layout_column (order->part, index));
  items = (Item *) (gpointer) order->items->data;
  for (guint from = 0; from < order->items->len;)
    {
      Item item = items[from];
      guint to;

      if (item.is_sifted)
        {
          from++;
          continue;
        }
      items[from].is_sifted = item.is_sifted = TRUE;
      to = find_place (order, from);
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
    write_column (order, index);

  return is_better;
}

static void
sweep (Order *order,
       gboolean to_right,
       gboolean is_median)
{
  guint n = order->part->layers->len;

  for (guint i = 1; i < n; i++)
    sort_column (order, to_right ? i : n - 1 - i, to_right, is_median);
}

static void
keep_order (Order *order)
{
  for (guint i = 0; i < order->part->layers->len; i++)
    {
      const GArray *column = genlock_layout_column (order->part, i);

      for (guint j = 0; j < column->len; j++)
        order->best[g_array_index (column, guint, j)] = j;
    }
}

static void
restore_order (Order *order)
{
  for (guint i = 0; i < order->part->layers->len; i++)
    {
      GArray *column = genlock_layout_column (order->part, i);

      g_array_set_size (order->wishes, 0);
      for (guint j = 0; j < column->len; j++)
        {
          guint node = g_array_index (column, guint, j);
          Wish wish = { .node = node, .wish = order->best[node] };

          g_array_append_val (order->wishes, wish);
        }
      for (guint j = 0; j < order->wishes->len; j++)
        {
          const Wish *wish = &g_array_index (order->wishes, Wish, j);

          g_array_index (column, guint, (guint) wish->wish) = wish->node;
        }
      number_column (order, i);
    }
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  guint first = *(const guint *) a;
  guint second = *(const guint *) b;

  return (first > second) - (first < second);
}

/* What stands in a column before the first sweep: boxes by key, then lanes. */
static void
begin_order (Order *order)
{
  order->n_segments = 0;
  for (guint i = 0; i < order->part->layers->len; i++)
    {
      GArray *column = genlock_layout_column (order->part, i);

      g_array_sort (column, compare_numbers);
      keep_fixed (order, column);
      number_column (order, i);
      for (guint j = 0; j < column->len; j++)
        order->n_segments += genlock_layout_node (order->layout,
                                                  g_array_index (column, guint, j))->n_out;
    }
}

/* Sweeps from one start; the best order that was seen is kept. */
static gboolean
improve (Order *order,
         gboolean to_right,
         guint n_sweeps,
         guint64 *fewest)
{
  guint idle = 0;

  for (guint i = 0; i < n_sweeps && idle < MAX_IDLE && *fewest > 0; i++)
    {
      guint64 n_crossings;

      if (g_cancellable_is_cancelled (order->layout->cancellable))
        return FALSE;

      sweep (order, (i % 2 == 0) == to_right, i % 8 >= 4);
      n_crossings = count_all (order);
      idle++;
      if (n_crossings < *fewest)
        {
          *fewest = n_crossings;
          idle = 0;
          keep_order (order);
        }
    }

  return TRUE;
}

/* Sifts all columns to the right and back, until nothing changes. */
static gboolean
sift (Order *order)
{
  guint n = order->part->layers->len;
  gboolean is_better = TRUE;

  for (guint i = 0; is_better && i < N_SIFTS; i++)
    {
      is_better = FALSE;
      for (guint j = 0; j < n; j++)
        {
          if (g_cancellable_is_cancelled (order->layout->cancellable))
            return FALSE;
          is_better |= sift_column (order, i % 2 == 0 ? j : n - 1 - j);
        }
    }

  return TRUE;
}

static gboolean
order_part (Order *order)
{
  guint64 fewest = G_MAXUINT64;
  guint n_sweeps;
  guint n_segments;

  begin_order (order);
  keep_order (order);
  fewest = count_all (order);
  n_segments = MAX (order->n_segments, 1);
  n_sweeps = CLAMP (MAX_SWEEP_WORK / n_segments, MIN_SWEEPS, MAX_SWEEPS);
  order->reach = MAX (MAX_SIFT_WORK / n_segments, MIN_REACH);
  if (!improve (order, TRUE, n_sweeps, &fewest))
    return FALSE;

  begin_order (order);
  if (!improve (order, FALSE, n_sweeps, &fewest))
    return FALSE;
  restore_order (order);

  return fewest == 0 || sift (order);
}

gboolean
genlock_layout_make_order (GenlockLayout *layout)
{
  guint n = layout->nodes->len;
  g_autofree double *positions = g_new0 (double, n);
  g_autofree guint *first_in = g_new0 (guint, n);
  g_autofree guint *first_out = g_new0 (guint, n);
  g_autofree guint *best = g_new0 (guint, n);
  g_autofree guint64 *tree = g_new0 (guint64, layout->segments->len + 1);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GArray) ends = g_array_new (FALSE, FALSE, sizeof (End));
  Order order = {
    .layout = layout,
    .positions = positions,
    .first_in = first_in,
    .first_out = first_out,
    .tree = tree,
    .best = best,
    .wishes = wishes,
    .items = items,
    .ends = ends,
  };

  for (guint i = 0; i < layout->parts->len; i++)
    {
      order.part = g_ptr_array_index (layout->parts, i);
      if (!order_part (&order))
        return FALSE;
    }

  return TRUE;
}
