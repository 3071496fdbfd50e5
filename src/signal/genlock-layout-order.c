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

/* A node and where its links would like to have it. */
typedef struct
{
  guint node;
  guint place;
  double wish;
} Wish;

typedef struct
{
  GenlockLayout *layout;
  const GenlockLayoutPart *part;
  guint64 *tree;       /* sums of weights, to count crossings */
  guint *best;         /* by node: its place in the best order */
  GArray *wishes;      /* (element-type Wish) */
  guint n_segments;    /* of the part */
} Order;

void
genlock_layout_number (GenlockLayout *layout,
                       const GArray *column)
{
  double top = 0.0;
  guint in_number = 0;
  guint out_number = 0;

  for (guint i = 0; i < column->len; i++)
    {
      GenlockLayoutNode *node = genlock_layout_node (layout, g_array_index (column, guint, i));

      node->place = i;
      node->top = top;
      node->in_number = in_number;
      node->out_number = out_number;
      top += node->height;
      in_number += node->n_in;
      out_number += node->n_out;
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
          guint end = genlock_layout_node (order->layout, segment->to)->in_number
                      + segment->in_rank + 1;
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
      return genlock_layout_node (order->layout, segment->from)->top + segment->from_y;
    }

  segment = genlock_layout_out (order->layout, node, i);
  return genlock_layout_node (order->layout, segment->to)->top + segment->to_y;
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
    return node->top;

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
  genlock_layout_number (order->layout, column);
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
      genlock_layout_number (order->layout, column);
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
      genlock_layout_number (order->layout, column);
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
  if (!improve (order, TRUE, n_sweeps, &fewest))
    return FALSE;

  begin_order (order);
  if (!improve (order, FALSE, n_sweeps, &fewest))
    return FALSE;
  restore_order (order);

  return fewest == 0 || genlock_layout_sift (order->layout, order->part, order->n_segments);
}

gboolean
genlock_layout_make_order (GenlockLayout *layout)
{
  guint n = layout->nodes->len;
  g_autofree guint *best = g_new0 (guint, n);
  g_autofree guint64 *tree = g_new0 (guint64, layout->segments->len + 1);
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  Order order = {
    .layout = layout,
    .tree = tree,
    .best = best,
    .wishes = wishes,
  };

  for (guint i = 0; i < layout->parts->len; i++)
    {
      order.part = g_ptr_array_index (layout->parts, i);
      if (!order_part (&order))
        return FALSE;
    }

  return TRUE;
}
