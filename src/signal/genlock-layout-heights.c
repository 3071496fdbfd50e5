/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The third step of the layout: how high in its column a node stands; links run straight. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>

#include "signal/genlock-layout-private.h"

/* How often the nodes follow their links, and at last go exactly where one link is straight. */
#define N_ROUNDS 24
#define N_STRAIGHT 4

/* How much more a lane wants to be straight than a box. */
#define LANE_WEIGHT 4.0

/* What a node weighs that no link draws. */
#define FREE_WEIGHT 0.01

/* Values that have met, and stand at their middle. */
typedef struct
{
  double sum;
  double weight;
  guint n;
} Block;

/* Where a link wants a node, and how much. */
typedef struct
{
  double y;
  double weight;
} Wish;

typedef struct
{
  GenlockLayout *layout;
  const GenlockLayoutPart *part;
  GArray *wishes;   /* (element-type Wish) */
  GArray *moving;   /* (element-type guint): the nodes of a column that are not fixed, from above */
  GArray *values;   /* (element-type double) */
  GArray *weights;  /* (element-type double) */
} Heights;

double
genlock_layout_snap_up (double value)
{
  return ceil (value / GENLOCK_SIGNAL_LAYOUT_GRID) * GENLOCK_SIGNAL_LAYOUT_GRID;
}

static double
snap (double value)
{
  return floor (value / GENLOCK_SIGNAL_LAYOUT_GRID + 0.5) * GENLOCK_SIGNAL_LAYOUT_GRID;
}

/* Pools neighbours that are out of order until none is. */
void
genlock_layout_fit (double *values,
                    const double *weights,
                    guint n)
{
  g_autofree Block *blocks = g_new (Block, n + 1);
  guint n_blocks = 0;

  for (guint i = 0; i < n; i++)
    {
      Block block = { .sum = values[i] * weights[i], .weight = weights[i], .n = 1 };

      while (n_blocks > 0
             && blocks[n_blocks - 1].sum / blocks[n_blocks - 1].weight >= block.sum / block.weight)
        {
          n_blocks--;
          block.sum += blocks[n_blocks].sum;
          block.weight += blocks[n_blocks].weight;
          block.n += blocks[n_blocks].n;
        }
      blocks[n_blocks++] = block;
    }

  for (guint i = 0, k = 0; i < n_blocks; i++)
    for (guint j = 0; j < blocks[i].n; j++)
      values[k++] = blocks[i].sum / blocks[i].weight;
}

/* Where @segment wants the node at its one end, and how much. */
static double
get_wish (Heights *heights,
          const GenlockLayoutSegment *segment,
          gboolean to_left,
          double *weight)
{
  const GenlockLayoutNode *from = genlock_layout_node (heights->layout, segment->from);
  const GenlockLayoutNode *to = genlock_layout_node (heights->layout, segment->to);

  *weight = sqrt (segment->weight);
  if (from->box == GENLOCK_LAYOUT_LANE && to->box == GENLOCK_LAYOUT_LANE)
    *weight *= LANE_WEIGHT;

  return to_left ? from->y + segment->from_y - segment->to_y
                 : to->y + segment->to_y - segment->from_y;
}

/* Adds what the links of @node on one side want. */
static void
add_wishes (Heights *heights,
            const GenlockLayoutNode *node,
            gboolean to_left,
            double *sum,
            double *total)
{
  guint n = to_left ? node->n_in : node->n_out;

  for (guint i = 0; i < n; i++)
    {
      double weight;
      double wish = get_wish (heights,
                              to_left ? genlock_layout_in (heights->layout, node, i)
                                      : genlock_layout_out (heights->layout, node, i),
                              to_left, &weight);

      *sum += wish * weight;
      *total += weight;
    }
}

static void
list_moving (Heights *heights,
             const GArray *column)
{
  g_array_set_size (heights->moving, 0);
  for (guint i = 0; i < column->len; i++)
    {
      guint index = g_array_index (column, guint, i);

      if (!genlock_layout_node (heights->layout, index)->is_fixed)
        g_array_append_val (heights->moving, index);
    }
}

/* Stacks a column so that each node comes as near to its wish as the others let it. */
static void
settle_column (Heights *heights)
{
  double top = 0.0;

  genlock_layout_fit ((double *) (gpointer) heights->values->data,
                      (const double *) (gpointer) heights->weights->data,
                      heights->values->len);
  for (guint i = 0; i < heights->moving->len; i++)
    {
      GenlockLayoutNode *node = genlock_layout_node (heights->layout,
                                                     g_array_index (heights->moving, guint, i));

      node->y = snap (g_array_index (heights->values, double, i)) + top;
      top += node->height;
    }
}

static void
move_column (Heights *heights,
             guint index,
             gboolean use_left,
             gboolean use_right)
{
  double top = 0.0;

  list_moving (heights, genlock_layout_column (heights->part, index));
  g_array_set_size (heights->values, 0);
  g_array_set_size (heights->weights, 0);
  for (guint i = 0; i < heights->moving->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (heights->layout,
                                                           g_array_index (heights->moving, guint,
                                                                          i));
      double sum = 0.0;
      double weight = 0.0;
      double value;

      if (use_left)
        add_wishes (heights, node, TRUE, &sum, &weight);
      if (use_right)
        add_wishes (heights, node, FALSE, &sum, &weight);
      if (!(weight > 0.0))
        {
          weight = FREE_WEIGHT;
          sum = node->y * weight;
        }
      value = sum / weight - top;
      g_array_append_val (heights->values, value);
      g_array_append_val (heights->weights, weight);
      top += node->height;
    }
  settle_column (heights);
}

static int
compare_wishes (gconstpointer a,
                gconstpointer b)
{
  const Wish *first = a;
  const Wish *second = b;

  return (first->y > second->y) - (first->y < second->y);
}

/* What the links of @node want, from above; how much together. */
static double
list_wishes (Heights *heights,
             const GenlockLayoutNode *node)
{
  double total = 0.0;

  g_array_set_size (heights->wishes, 0);
  for (guint i = 0; i < node->n_in + node->n_out; i++)
    {
      gboolean to_left = i < node->n_in;
      Wish wish;

      wish.y = get_wish (heights,
                         to_left ? genlock_layout_in (heights->layout, node, i)
                                 : genlock_layout_out (heights->layout, node, i - node->n_in),
                         to_left, &wish.weight);
      total += wish.weight;
      g_array_append_val (heights->wishes, wish);
    }
  g_array_sort (heights->wishes, compare_wishes);

  return total;
}

/* Where the links of @node are shortest: where one in their middle is straight. */
static double
get_straight (Heights *heights,
              const GenlockLayoutNode *node)
{
  double total = list_wishes (heights, node);
  double sum = 0.0;

  for (guint i = 0; i < heights->wishes->len; i++)
    {
      const Wish *wish = &g_array_index (heights->wishes, Wish, i);

      sum += wish->weight;
      if (sum > total / 2.0 * (1.0 + 1e-9))
        return wish->y;
      if (sum < total / 2.0 * (1.0 - 1e-9) || i + 1 == heights->wishes->len)
        continue;

      /* All between two links is as good: the nearer of them is straight then. */
      return fabs (node->y - wish->y) <= fabs (node->y - wish[1].y) ? wish->y : wish[1].y;
    }

  return node->y;
}

/* Moves each node of a column to where a link is straight, as far as there is room. */
static void
straighten_column (Heights *heights,
                   guint index)
{
  double lowest = -G_MAXDOUBLE;

  list_moving (heights, genlock_layout_column (heights->part, index));
  for (guint i = 0; i < heights->moving->len; i++)
    {
      GenlockLayoutNode *node = genlock_layout_node (heights->layout,
                                                     g_array_index (heights->moving, guint, i));
      double highest = G_MAXDOUBLE;

      if (i + 1 < heights->moving->len)
        highest = genlock_layout_node (heights->layout,
                                       g_array_index (heights->moving, guint, i + 1))->y
                  - node->height;
      node->y = CLAMP (snap (get_straight (heights, node)), lowest, highest);
      lowest = node->y + node->height;
    }
}

static void
stack_columns (Heights *heights)
{
  double sum = 0.0;
  guint n_fixed = 0;

  for (guint i = 0; i < heights->part->layers->len; i++)
    {
      const GArray *column = genlock_layout_column (heights->part, i);
      double total = 0.0;
      double top;

      for (guint j = 0; j < column->len; j++)
        total += genlock_layout_node (heights->layout, g_array_index (column, guint, j))->height;
      top = -snap (total / 2.0);
      for (guint j = 0; j < column->len; j++)
        {
          GenlockLayoutNode *node = genlock_layout_node (heights->layout,
                                                         g_array_index (column, guint, j));

          if (node->is_fixed)
            {
              sum += node->y - top;
              n_fixed++;
            }
          else
            {
              node->y = top;
            }
          top += node->height;
        }
    }

  if (n_fixed == 0)
    return;
  for (guint i = 0; i < heights->part->layers->len; i++)
    {
      list_moving (heights, genlock_layout_column (heights->part, i));
      for (guint j = 0; j < heights->moving->len; j++)
        genlock_layout_node (heights->layout, g_array_index (heights->moving, guint, j))->y +=
          snap (sum / n_fixed);
    }
}

gboolean
genlock_layout_make_heights (GenlockLayout *layout,
                             const GenlockLayoutPart *part)
{
  g_autoptr (GArray) wishes = g_array_new (FALSE, FALSE, sizeof (Wish));
  g_autoptr (GArray) moving = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) values = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) weights = g_array_new (FALSE, FALSE, sizeof (double));
  Heights heights = {
    .layout = layout,
    .part = part,
    .wishes = wishes,
    .moving = moving,
    .values = values,
    .weights = weights,
  };
  guint n = part->layers->len;

  stack_columns (&heights);
  for (guint i = 0; i < N_ROUNDS + N_STRAIGHT; i++)
    {
      gboolean to_right = i % 2 == 0;

      if (g_cancellable_is_cancelled (layout->cancellable))
        return FALSE;

      for (guint j = 0; j < n; j++)
        {
          guint index = to_right ? j : n - 1 - j;

          if (i >= N_ROUNDS)
            straighten_column (&heights, index);
          else
            move_column (&heights, index, to_right || i >= 4, !to_right || i >= 4);
        }
    }

  return TRUE;
}
