/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The layout of a signal graph, from boxes as they come to places. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include <math.h>
#include <string.h>

#include "signal/genlock-layout-private.h"

static double
fit_size (double size)
{
  return isnan (size) ? 0.0 : CLAMP (size, 0.0, GENLOCK_SIGNAL_LAYOUT_MAX_SIZE);
}

static gboolean
is_place (double value)
{
  return isfinite (value) && fabs (value) <= GENLOCK_SIGNAL_LAYOUT_MAX_PLACE;
}

static int
compare_numbers (double first,
                 double second)
{
  if (isnan (first) || isnan (second))
    return isnan (first) - isnan (second);

  return (first > second) - (first < second);
}

/* By key; equal keys, a mistake of the caller, by what else there is. */
static int
compare_boxes (gconstpointer a,
               gconstpointer b)
{
  const GenlockSignalLayoutBox *first = *(const GenlockSignalLayoutBox * const *) a;
  const GenlockSignalLayoutBox *second = *(const GenlockSignalLayoutBox * const *) b;
  int result = g_strcmp0 (first->key, second->key);

  if (result == 0)
    result = (first->kind > second->kind) - (first->kind < second->kind);
  if (result == 0)
    result = compare_numbers (first->width, second->width);
  if (result == 0)
    result = compare_numbers (first->height, second->height);
  if (result == 0)
    result = compare_numbers (first->x, second->x);
  if (result == 0)
    result = compare_numbers (first->y, second->y);

  return result;
}

static GenlockSignalLayoutBox *
copy_boxes (GPtrArray *sorted)
{
  GenlockSignalLayoutBox *boxes = g_new0 (GenlockSignalLayoutBox, sorted->len);

  for (guint i = 0; i < sorted->len; i++)
    {
      boxes[i] = *(const GenlockSignalLayoutBox *) g_ptr_array_index (sorted, i);
      boxes[i].width = fit_size (boxes[i].width);
      boxes[i].height = fit_size (boxes[i].height);
      if (boxes[i].ports == NULL)
        boxes[i].n_ports = 0;
      boxes[i].is_fixed = boxes[i].is_fixed && is_place (boxes[i].x) && is_place (boxes[i].y);
      if (!boxes[i].is_fixed)
        boxes[i].x = boxes[i].y = 0.0;
    }

  return boxes;
}

/* The boxes that take part by their keys, as pointers into @boxes. */
static GPtrArray *
sort_boxes (GenlockSignalLayoutBox *boxes,
            guint n_boxes)
{
  GPtrArray *sorted = g_ptr_array_sized_new (n_boxes);

  for (guint i = 0; i < n_boxes; i++)
    {
      gboolean is_far = isfinite (boxes[i].x) && isfinite (boxes[i].y)
                        && !(is_place (boxes[i].x) && is_place (boxes[i].y));

      if (!boxes[i].is_fixed || !is_far)
        g_ptr_array_add (sorted, &boxes[i]);
    }
  g_ptr_array_sort (sorted, compare_boxes);

  return sorted;
}

/* (transfer full): the links with indexes into @sorted. */
static GenlockSignalLayoutLink *
copy_links (const GenlockSignalLayoutBox *boxes,
            guint n_boxes,
            GPtrArray *sorted,
            const GenlockSignalLayoutLink *links,
            guint n_links)
{
  GenlockSignalLayoutLink *copy = g_new (GenlockSignalLayoutLink, n_links);
  g_autofree guint *places = g_new (guint, n_boxes);

  for (guint i = 0; i < n_boxes; i++)
    places[i] = G_MAXUINT;
  for (guint i = 0; i < sorted->len; i++)
    places[(const GenlockSignalLayoutBox *) g_ptr_array_index (sorted, i) - boxes] = i;
  for (guint i = 0; i < n_links; i++)
    {
      copy[i] = links[i];
      copy[i].from_box = links[i].from_box < n_boxes ? places[links[i].from_box] : G_MAXUINT;
      copy[i].to_box = links[i].to_box < n_boxes ? places[links[i].to_box] : G_MAXUINT;
    }

  return copy;
}

static void
clear_layout (GenlockLayout *layout)
{
  g_free (layout->boxes);
  g_free (layout->layers);
  g_array_unref (layout->edges);
  g_array_unref (layout->nodes);
  g_array_unref (layout->segments);
  g_array_unref (layout->in);
  g_ptr_array_unref (layout->parts);
  g_array_unref (layout->single);
}

gboolean
genlock_signal_layout_run (GenlockSignalLayoutBox *boxes,
                           guint n_boxes,
                           const GenlockSignalLayoutLink *links,
                           guint n_links,
                           GCancellable *cancellable,
                           GError **error)
{
  g_autoptr (GPtrArray) sorted = NULL;
  g_autofree GenlockSignalLayoutLink *copy = NULL;
  GenlockLayout layout = { .cancellable = cancellable };
  gboolean is_done;

  g_return_val_if_fail (boxes != NULL || n_boxes == 0, FALSE);
  g_return_val_if_fail (links != NULL || n_links == 0, FALSE);
  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  sorted = sort_boxes (boxes, n_boxes);
  copy = copy_links (boxes, n_boxes, sorted, links, n_links);
  layout.boxes = copy_boxes (sorted);
  layout.n_boxes = sorted->len;
  layout.layers = g_new0 (guint, sorted->len);
  layout.edges = g_array_new (FALSE, FALSE, sizeof (GenlockLayoutEdge));
  layout.nodes = g_array_new (FALSE, FALSE, sizeof (GenlockLayoutNode));
  layout.segments = g_array_new (FALSE, FALSE, sizeof (GenlockLayoutSegment));
  layout.in = g_array_new (FALSE, FALSE, sizeof (guint));
  layout.single = g_array_new (FALSE, FALSE, sizeof (guint));

  genlock_layout_make_layers (&layout, copy, n_links);
  genlock_layout_make_nodes (&layout);
  is_done = genlock_layout_make_order (&layout) && genlock_layout_make_places (&layout);
  for (guint i = 0; is_done && i < sorted->len; i++)
    {
      GenlockSignalLayoutBox *box = g_ptr_array_index (sorted, i);

      if (layout.boxes[i].is_fixed)
        continue;
      box->x = layout.boxes[i].x;
      box->y = layout.boxes[i].y;
    }
  clear_layout (&layout);

  return is_done || !g_cancellable_set_error_if_cancelled (cancellable, error);
}
