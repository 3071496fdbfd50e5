/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The last step of the layout: parts below each other, columns beside each other, around what is
 * fixed. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>

#include "signal/genlock-layout-private.h"

/* Pixels between two columns: for the links, more where they are steep. */
#define MIN_COLUMN_GAP 96.0
#define MAX_COLUMN_GAP 640.0
#define STEEPNESS 0.25

/* Pixels between a fixed box and one beside it. */
#define SIDE_GAP 24.0

/* How much wider than high boxes without links are spread. */
#define ASPECT 1.6

/* What a column weighs in which nothing is fixed. */
#define FREE_WEIGHT 0.001

/* From where to where a column is free. */
typedef struct
{
  double top;
  double bottom;
} Span;

typedef struct
{
  GenlockLayout *layout;
  double *x;         /* by column: its left edge */
  double *width;     /* by column */
  double *bottom;    /* by column: what stands in it ends there */
  gboolean is_fixed; /* whether anything is */
} Places;

static double
snap (double value)
{
  return floor (value / GENLOCK_SIGNAL_LAYOUT_GRID + 0.5) * GENLOCK_SIGNAL_LAYOUT_GRID;
}

static gboolean
has_fixed (const GenlockLayout *layout,
           const GenlockLayoutPart *part)
{
  for (guint i = 0; i < part->layers->len; i++)
    {
      const GArray *column = genlock_layout_column (part, i);

      for (guint j = 0; j < column->len; j++)
        if (genlock_layout_node (layout, g_array_index (column, guint, j))->is_fixed)
          return TRUE;
    }

  return FALSE;
}

/* How far down @part has to move so that it is below all that stands in its columns. */
static double
get_shift (Places *places,
           const GenlockLayoutPart *part)
{
  double shift = -G_MAXDOUBLE;

  for (guint i = 0; i < part->layers->len; i++)
    {
      const GArray *column = genlock_layout_column (part, i);

      if (column->len == 0)
        continue;
      shift = MAX (shift, places->bottom[part->first_layer + i]
                   - genlock_layout_node (places->layout, g_array_index (column, guint, 0))->y);
    }

  return shift;
}

static void
put_part (Places *places,
          const GenlockLayoutPart *part,
          double shift)
{
  for (guint i = 0; i < part->layers->len; i++)
    {
      const GArray *column = genlock_layout_column (part, i);
      double *bottom = &places->bottom[part->first_layer + i];

      for (guint j = 0; j < column->len; j++)
        {
          GenlockLayoutNode *node = genlock_layout_node (places->layout,
                                                         g_array_index (column, guint, j));

          if (!node->is_fixed)
            node->y += shift;
          *bottom = MAX (*bottom, node->y + node->height + GENLOCK_LAYOUT_PART_GAP
                         - GENLOCK_LAYOUT_BOX_GAP);
        }
      *bottom = genlock_layout_snap_up (*bottom);
    }
}

static guint
count_nodes (const GenlockLayoutPart *part)
{
  guint n = 0;

  for (guint i = 0; i < part->layers->len; i++)
    n += genlock_layout_column (part, i)->len;

  return n;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  guint first = count_nodes (*(GenlockLayoutPart * const *) a);
  guint second = count_nodes (*(GenlockLayoutPart * const *) b);

  return (first < second) - (first > second);
}

/* What is fixed stays, the largest part comes next, the others below it as high as they can. */
static gboolean
stack_parts (Places *places)
{
  GenlockLayout *layout = places->layout;

  g_ptr_array_sort (layout->parts, compare_parts);
  for (guint i = 0; i < layout->parts->len; i++)
    {
      const GenlockLayoutPart *part = g_ptr_array_index (layout->parts, i);

      if (!genlock_layout_make_heights (layout, part))
        return FALSE;
      if (has_fixed (layout, part))
        put_part (places, part, 0.0);
    }
  for (guint i = 0; i < layout->parts->len; i++)
    {
      const GenlockLayoutPart *part = g_ptr_array_index (layout->parts, i);

      if (!has_fixed (layout, part))
        put_part (places, part, get_shift (places, part));
    }

  return TRUE;
}

/* The gap behind each column, from how steep the links would be on average. */
static void
measure_gaps (Places *places,
              double *gaps)
{
  GenlockLayout *layout = places->layout;
  g_autofree double *heights = g_new0 (double, layout->n_layers);
  g_autofree double *counts = g_new0 (double, layout->n_layers);

  for (guint i = 0; i < layout->segments->len; i++)
    {
      const GenlockLayoutSegment *segment = genlock_layout_segment (layout, i);
      const GenlockLayoutNode *from = genlock_layout_node (layout, segment->from);
      const GenlockLayoutNode *to = genlock_layout_node (layout, segment->to);

      heights[from->layer] += fabs (from->y + segment->from_y - to->y - segment->to_y)
                              * segment->weight;
      counts[from->layer] += segment->weight;
    }
  for (guint i = 0; i < layout->n_layers; i++)
    gaps[i] = genlock_layout_snap_up (CLAMP (STEEPNESS * heights[i] / MAX (counts[i], 1.0),
                                             MIN_COLUMN_GAP, MAX_COLUMN_GAP));
}

/* Where each column begins: beside each other, or where the fixed boxes of the columns are. */
static void
place_columns (Places *places)
{
  GenlockLayout *layout = places->layout;
  guint n = layout->n_layers;
  g_autofree double *gaps = g_new0 (double, n);
  g_autofree double *values = g_new0 (double, n);
  g_autofree double *weights = g_new0 (double, n);
  double x = 0.0;
  double shift = 0.0;
  double n_fixed = 0.0;

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (layout, i);

      if (node->box != GENLOCK_LAYOUT_LANE)
        places->width[node->layer] = MAX (places->width[node->layer],
                                          layout->boxes[node->box].width);
    }
  measure_gaps (places, gaps);
  for (guint i = 0; i < n; i++)
    {
      gboolean is_used = places->width[i] > 0.0 || i + 1 == n;

      places->x[i] = x;
      x += is_used ? genlock_layout_snap_up (places->width[i]) + gaps[i] : 0.0;
    }

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (layout, i);

      if (!node->is_fixed)
        continue;
      values[node->layer] += layout->boxes[node->box].x - places->x[node->layer];
      weights[node->layer] += 1.0;
      shift += layout->boxes[node->box].x - places->x[node->layer];
      n_fixed += 1.0;
    }
  if (!(n_fixed > 0.0))
    return;

  for (guint i = 0; i < n; i++)
    {
      values[i] = weights[i] > 0.0 ? values[i] / weights[i] : shift / n_fixed;
      weights[i] = MAX (weights[i], FREE_WEIGHT);
    }
  genlock_layout_fit (values, weights, n);
  for (guint i = 0; i < n; i++)
    places->x[i] += snap (values[i]);
}

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  const Span *first = a;
  const Span *second = b;

  return (first->top > second->top) - (first->top < second->top);
}

/* (element-type Span): from where to where column @layer is free, from above; the ends are open. */
static GArray *
list_spans (Places *places,
            guint layer)
{
  const GenlockLayout *layout = places->layout;
  g_autoptr (GArray) taken = g_array_new (FALSE, FALSE, sizeof (Span));
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));
  Span span = { .top = -G_MAXDOUBLE };

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const GenlockSignalLayoutBox *box = &layout->boxes[i];
      Span one = { .top = box->y - GENLOCK_LAYOUT_BOX_GAP,
                   .bottom = box->y + box->height + GENLOCK_LAYOUT_BOX_GAP };

      if (box->is_fixed && box->x < places->x[layer] + places->width[layer] + SIDE_GAP
          && box->x + box->width + SIDE_GAP > places->x[layer])
        g_array_append_val (taken, one);
    }
  g_array_sort (taken, compare_spans);

  for (guint i = 0; i < taken->len; i++)
    {
      const Span *one = &g_array_index (taken, Span, i);

      span.bottom = floor (one->top / GENLOCK_SIGNAL_LAYOUT_GRID) * GENLOCK_SIGNAL_LAYOUT_GRID;
      if (span.bottom > span.top)
        g_array_append_val (spans, span);
      span.top = MAX (span.top, genlock_layout_snap_up (one->bottom));
    }
  span.bottom = G_MAXDOUBLE;
  g_array_append_val (spans, span);

  return spans;
}

static int
compare_nodes (gconstpointer a,
               gconstpointer b)
{
  const GenlockLayoutNode *first = *(GenlockLayoutNode * const *) a;
  const GenlockLayoutNode *second = *(GenlockLayoutNode * const *) b;

  if (first->y < second->y || first->y > second->y)
    return first->y < second->y ? -1 : 1;

  return (first->box > second->box) - (first->box < second->box);
}

/* How far @node at its wish is from @span; 0 inside. */
static double
get_distance (const GenlockLayoutNode *node,
              const Span *span)
{
  double end = node->y + node->height - GENLOCK_LAYOUT_BOX_GAP;

  return MAX (0.0, MAX (span->top - node->y, end - span->bottom));
}

/* Puts nodes @first to @last - 1 into @span, as near to their wishes as they get. */
static void
fill_span (GPtrArray *nodes,
           guint first,
           guint last,
           const Span *span)
{
  guint n = last - first;
  g_autofree double *values = g_new (double, n + 1);
  g_autofree double *weights = g_new (double, n + 1);
  double top = 0.0;
  double highest;

  for (guint i = 0; i < n; i++)
    {
      const GenlockLayoutNode *node = g_ptr_array_index (nodes, first + i);

      values[i] = node->y - top;
      weights[i] = 1.0;
      top += node->height;
    }
  genlock_layout_fit (values, weights, n);

  highest = MAX (span->top, span->bottom - top);
  top = 0.0;
  for (guint i = 0; i < n; i++)
    {
      GenlockLayoutNode *node = g_ptr_array_index (nodes, first + i);

      node->y = CLAMP (snap (values[i]), span->top, highest) + top;
      top += node->height;
    }
}

/* Shares the boxes of a column among the spans that are free, from above: each in the nearest one
 * with room, below those before it. */
static void
share_column (GPtrArray *nodes,
              const GArray *spans)
{
  guint current = 0;
  guint first = 0;
  double used = 0.0;

  for (guint i = 0; i < nodes->len; i++)
    {
      const GenlockLayoutNode *node = g_ptr_array_index (nodes, i);
      guint best = spans->len - 1;
      double nearest = G_MAXDOUBLE;

      for (guint j = current; j < spans->len; j++)
        {
          const Span *span = &g_array_index (spans, Span, j);
          double distance = get_distance (node, span);

          if (distance < nearest
              && span->bottom - span->top >= node->height + (j == current ? used : 0.0))
            {
              nearest = distance;
              best = j;
            }
        }
      if (best != current)
        {
          fill_span (nodes, first, i, &g_array_index (spans, Span, current));
          first = i;
          current = best;
          used = 0.0;
        }
      used += node->height;
    }
  fill_span (nodes, first, nodes->len, &g_array_index (spans, Span, current));
}

/* Moves boxes in their columns so that none is over a fixed one. */
static void
avoid_fixed (Places *places)
{
  GenlockLayout *layout = places->layout;

  for (guint i = 0; i < layout->n_layers; i++)
    {
      g_autoptr (GArray) spans = list_spans (places, i);
      g_autoptr (GPtrArray) nodes = g_ptr_array_new ();

      for (guint j = 0; j < layout->nodes->len; j++)
        {
          GenlockLayoutNode *node = genlock_layout_node (layout, j);

          if (node->layer == i && node->box != GENLOCK_LAYOUT_LANE && !node->is_fixed)
            g_ptr_array_add (nodes, node);
        }
      g_ptr_array_sort (nodes, compare_nodes);
      if (nodes->len > 0)
        share_column (nodes, spans);
    }
}

static void
write_places (Places *places)
{
  GenlockLayout *layout = places->layout;

  for (guint i = 0; i < layout->nodes->len; i++)
    {
      const GenlockLayoutNode *node = genlock_layout_node (layout, i);

      if (node->box == GENLOCK_LAYOUT_LANE || node->is_fixed)
        continue;
      layout->boxes[node->box].x = places->x[node->layer];
      layout->boxes[node->box].y = node->y;
    }
}

/* From where to where the boxes with links and the fixed ones go; %FALSE where there are none. */
static gboolean
get_extents (const GenlockLayout *layout,
             double *left,
             double *right,
             double *bottom)
{
  g_autofree gboolean *is_single = g_new0 (gboolean, layout->n_boxes);
  gboolean is_any = FALSE;

  *left = *bottom = *right = 0.0;
  for (guint i = 0; i < layout->single->len; i++)
    is_single[g_array_index (layout->single, guint, i)] = TRUE;
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      const GenlockSignalLayoutBox *box = &layout->boxes[i];

      if (is_single[i] && !box->is_fixed)
        continue;
      *left = is_any ? MIN (*left, box->x) : box->x;
      *right = is_any ? MAX (*right, box->x + box->width) : box->x + box->width;
      *bottom = is_any ? MAX (*bottom, box->y + box->height) : box->y + box->height;
      is_any = TRUE;
    }

  return is_any;
}

static gboolean
is_of_role (const GenlockSignalLayoutBox *box,
            guint role)
{
  return !box->is_fixed && genlock_layout_role (box) == role;
}

/* Fills columns from @x, @y on with the boxes without links of one role, none much higher than
 * @height; answers where the columns end. */
static double
fill_columns (GenlockLayout *layout,
              guint role,
              double x,
              double y,
              double height)
{
  double width = 0.0;
  double top = y;

  for (guint i = 0; i < layout->single->len; i++)
    {
      GenlockSignalLayoutBox *box = &layout->boxes[g_array_index (layout->single, guint, i)];

      if (!is_of_role (box, role))
        continue;
      if (top > y && top + box->height > y + height)
        {
          x += genlock_layout_snap_up (width + GENLOCK_LAYOUT_BOX_GAP);
          width = 0.0;
          top = y;
        }
      box->x = x;
      box->y = top;
      top += genlock_layout_snap_up (box->height + GENLOCK_LAYOUT_BOX_GAP);
      width = MAX (width, box->width);
    }

  return width > 0.0 || top > y ? x + genlock_layout_snap_up (width + GENLOCK_LAYOUT_PART_GAP) : x;
}

/* Boxes without links below all else: sources left, sends right. */
static void
place_single (Places *places)
{
  GenlockLayout *layout = places->layout;
  double left;
  double right;
  double bottom;
  double area = 0.0;
  double height;
  double x;
  double shift;

  if (get_extents (layout, &left, &right, &bottom))
    bottom += 2.0 * GENLOCK_LAYOUT_PART_GAP;
  left = snap (left);
  bottom = genlock_layout_snap_up (bottom);

  for (guint i = 0; i < layout->single->len; i++)
    {
      const GenlockSignalLayoutBox *box = &layout->boxes[g_array_index (layout->single, guint, i)];

      if (!box->is_fixed)
        area += (box->width + GENLOCK_LAYOUT_BOX_GAP) * (box->height + GENLOCK_LAYOUT_BOX_GAP);
    }
  height = area / MAX (sqrt (area * ASPECT) + 1.0, right - left);
  height = MAX (height, sqrt (area) / 4.0);

  x = fill_columns (layout, 0, left, bottom, height);
  x = fill_columns (layout, 1, x, bottom, height);
  shift = fill_columns (layout, 2, x, bottom, height) - GENLOCK_LAYOUT_PART_GAP;

  /* Sends end where the drawing ends. */
  shift = floor ((right - shift) / GENLOCK_SIGNAL_LAYOUT_GRID) * GENLOCK_SIGNAL_LAYOUT_GRID;
  for (guint i = 0; shift > 0.0 && i < layout->single->len; i++)
    {
      GenlockSignalLayoutBox *box = &layout->boxes[g_array_index (layout->single, guint, i)];

      if (is_of_role (box, 2))
        box->x += shift;
    }
}

/* The drawing begins at 0, 0 where nothing is fixed. */
static void
move_to_origin (GenlockLayout *layout)
{
  double left = G_MAXDOUBLE;
  double top = G_MAXDOUBLE;

  for (guint i = 0; i < layout->n_boxes; i++)
    {
      left = MIN (left, layout->boxes[i].x);
      top = MIN (top, layout->boxes[i].y);
    }
  for (guint i = 0; i < layout->n_boxes; i++)
    {
      layout->boxes[i].x -= left;
      layout->boxes[i].y -= top;
    }
}

gboolean
genlock_layout_make_places (GenlockLayout *layout)
{
  g_autofree double *x = g_new0 (double, layout->n_layers);
  g_autofree double *width = g_new0 (double, layout->n_layers);
  g_autofree double *bottom = g_new0 (double, layout->n_layers);
  Places places = { .layout = layout, .x = x, .width = width, .bottom = bottom };

  for (guint i = 0; i < layout->n_boxes; i++)
    places.is_fixed = places.is_fixed || layout->boxes[i].is_fixed;

  if (!stack_parts (&places))
    return FALSE;
  place_columns (&places);
  if (places.is_fixed)
    avoid_fixed (&places);
  write_places (&places);
  place_single (&places);
  if (!places.is_fixed)
    move_to_origin (layout);

  return TRUE;
}
