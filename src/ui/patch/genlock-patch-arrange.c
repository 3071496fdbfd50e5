/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Boxes in line with each other: aligned, spread evenly, and snapped while they are dragged. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-patch-arrange.h"

/* Nearer than this is the same line. */
#define SAME 0.5

/* How far a guide reaches beyond the boxes that it shows. */
#define OVERHANG 12

/* One direction of a box: where it begins and how long it is. */
typedef struct
{
  double begin;
  double length;
} Span;

static Span
get_span (const GenlockPatchArea *area,
          gboolean vertically)
{
  return vertically ? (Span) { area->y, area->height } : (Span) { area->x, area->width };
}

static GenlockPatchArea
get_area (const GenlockPatchBox *box)
{
  return (GenlockPatchArea) { box->x, box->y, box->width, box->height };
}

static void
place (GenlockPatchBox *box,
       gboolean vertically,
       double value)
{
  if (vertically)
    box->y = value;
  else
    box->x = value;
}

static GenlockPatchArea
unite (const GenlockPatchArea *a,
       const GenlockPatchArea *b)
{
  double x = MIN (a->x, b->x);
  double y = MIN (a->y, b->y);

  return (GenlockPatchArea) { x, y, MAX (a->x + a->width, b->x + b->width) - x,
                              MAX (a->y + a->height, b->y + b->height) - y };
}

/* Aligning. */

/* The beginning, the middle and the end of a span: 0, 1 and 2. */
static double
get_line (const Span *span,
          guint which)
{
  return span->begin + span->length * which / 2;
}

void
genlock_patch_align (GPtrArray *boxes,
                     GenlockPatchEdge edge)
{
  gboolean vertically = edge >= GENLOCK_PATCH_TOP;
  guint which = vertically ? edge - GENLOCK_PATCH_TOP : edge;
  GenlockPatchArea all;
  Span taken;

  if (boxes->len == 0)
    return;

  all = get_area (boxes->pdata[0]);
  for (guint i = 1; i < boxes->len; i++)
    {
      GenlockPatchArea one = get_area (boxes->pdata[i]);

      all = unite (&all, &one);
    }
  taken = get_span (&all, vertically);
  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];
      double length = vertically ? box->height : box->width;

      place (box, vertically, round (get_line (&taken, which) - length * which / 2));
    }
}

/* Spreading. */

static int
compare_places (gconstpointer a,
                gconstpointer b,
                gpointer data)
{
  GenlockPatchArea one = get_area (*(GenlockPatchBox * const *) a);
  GenlockPatchArea other = get_area (*(GenlockPatchBox * const *) b);
  Span first = get_span (&one, GPOINTER_TO_INT (data));
  Span second = get_span (&other, GPOINTER_TO_INT (data));
  double difference = get_line (&first, 1) - get_line (&second, 1);

  return (difference > 0) - (difference < 0);
}

void
genlock_patch_distribute (GPtrArray *boxes,
                          gboolean vertically)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GenlockPatchArea first, last;
  Span begin, end;
  double filled = 0;
  double at, gap;

  if (boxes->len < 3)
    return;

  for (guint i = 0; i < boxes->len; i++)
    g_ptr_array_add (sorted, boxes->pdata[i]);
  g_ptr_array_sort_with_data (sorted, compare_places, GINT_TO_POINTER (vertically));
  first = get_area (sorted->pdata[0]);
  last = get_area (sorted->pdata[sorted->len - 1]);
  begin = get_span (&first, vertically);
  end = get_span (&last, vertically);
  for (guint i = 1; i + 1 < sorted->len; i++)
    {
      GenlockPatchArea area = get_area (sorted->pdata[i]);

      filled += get_span (&area, vertically).length;
    }
  at = get_line (&begin, 2);
  gap = (end.begin - at - filled) / (sorted->len - 1);
  for (guint i = 1; i + 1 < sorted->len; i++)
    {
      GenlockPatchArea area = get_area (sorted->pdata[i]);

      at += gap;
      place (sorted->pdata[i], vertically, round (at));
      at += get_span (&area, vertically).length;
    }
}

/* Snapping. */

/* Whether anything moves; then what all of that takes. */
static gboolean
get_moving (const GenlockPatchScene *scene,
            GenlockPatchArea *area)
{
  gboolean any = FALSE;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];
      GenlockPatchArea one = get_area (box);

      if (!box->is_moving)
        continue;

      *area = any ? unite (area, &one) : one;
      any = TRUE;
    }

  return any;
}

static gboolean
is_neighbour (const GenlockPatchBox *box,
              const GenlockPatchArea *view)
{
  GenlockPatchArea area = get_area (box);

  return !box->is_moving && genlock_patch_area_meets (&area, view);
}

static void
offer (double difference,
       double reach,
       double *best,
       gboolean *found)
{
  if (fabs (difference) > (*found ? fabs (*best) - SAME : reach))
    return;

  *best = difference;
  *found = TRUE;
}

static void
offer_lines (const GenlockPatchArea *moving,
             const GenlockPatchBox *still,
             gboolean vertically,
             double reach,
             double *best,
             gboolean *found)
{
  GenlockPatchArea area = get_area (still);
  Span from = get_span (moving, vertically);
  Span to = get_span (&area, vertically);

  for (guint which = 0; which < 3; which++)
    offer (get_line (&to, which) - get_line (&from, which), reach, best, found);
}

/* Whether one end of the cable moves and the other stays, with nothing that leads it round between
 * them; how much higher the latter is. */
static gboolean
get_slope (const GenlockPatchCable *cable,
           const GenlockPatchArea *view,
           GenlockPatchCurve *curve,
           double *slope)
{
  GenlockPatchPath path;

  if (cable->from->is_moving == cable->to->is_moving || cable->is_stub
      || !is_neighbour (cable->from->is_moving ? cable->to : cable->from, view))
    return FALSE;

  genlock_patch_cable_get_path (cable, FALSE, &path);
  if (path.n_curves != 1)
    return FALSE;

  *curve = path.curves[0];
  *slope = (curve->y[3] - curve->y[0]) * (cable->from->is_moving ? 1 : -1);
  return TRUE;
}

void
genlock_patch_snap_find (const GenlockPatchScene *scene,
                         const GenlockPatchArea *view,
                         double reach,
                         GenlockPatchSnap *snap)
{
  GenlockPatchArea moving;
  GenlockPatchCurve curve;
  double slope;

  *snap = (GenlockPatchSnap) { 0 };
  if (!get_moving (scene, &moving))
    return;

  /* First, since it is worth most: where a cable is straight already, no edge pulls it away. */
  for (guint i = 0; i < scene->cables->len; i++)
    if (get_slope (scene->cables->pdata[i], view, &curve, &slope))
      offer (slope, reach, &snap->dy, &snap->has_y);
  for (guint i = 0; i < scene->boxes->len; i++)
    {
      const GenlockPatchBox *box = scene->boxes->pdata[i];

      if (!is_neighbour (box, view))
        continue;

      offer_lines (&moving, box, FALSE, reach, &snap->dx, &snap->has_x);
      offer_lines (&moving, box, TRUE, reach, &snap->dy, &snap->has_y);
    }
}

/* Guides. */

/* The first line that both have in common; G_MAXUINT for none. */
static guint
find_common (const GenlockPatchArea *moving,
             const GenlockPatchArea *still,
             gboolean vertically)
{
  static const guint order[] = { 0, 2, 1 };
  Span from = get_span (moving, vertically);
  Span to = get_span (still, vertically);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (fabs (get_line (&from, order[i]) - get_line (&to, order[i])) < SAME)
      return order[i];

  return G_MAXUINT;
}

static void
append_guides (const GenlockPatchScene *scene,
               const GenlockPatchArea *view,
               const GenlockPatchArea *moving,
               gboolean vertically,
               GArray *guides)
{
  GenlockPatchArea reach[3] = { *moving, *moving, *moving };
  gboolean has[3] = { FALSE, FALSE, FALSE };
  Span span = get_span (moving, vertically);

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchArea area = get_area (scene->boxes->pdata[i]);
      guint which = G_MAXUINT;

      if (is_neighbour (scene->boxes->pdata[i], view))
        which = find_common (moving, &area, vertically);
      if (which == G_MAXUINT)
        continue;

      has[which] = TRUE;
      reach[which] = unite (&reach[which], &area);
    }
  for (guint which = 0; which < 3; which++)
    {
      Span along = get_span (&reach[which], !vertically);
      double line = get_line (&span, which);
      double begin = along.begin - OVERHANG;
      double end = get_line (&along, 2) + OVERHANG;
      GenlockPatchGuide guide = vertically ? (GenlockPatchGuide) { begin, line, end, line }
                                           : (GenlockPatchGuide) { line, begin, line, end };

      if (has[which])
        g_array_append_val (guides, guide);
    }
}

static void
append_straight (const GenlockPatchScene *scene,
                 const GenlockPatchArea *view,
                 GArray *guides)
{
  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCurve curve;
      double slope;

      if (get_slope (scene->cables->pdata[i], view, &curve, &slope) && fabs (slope) < SAME)
        {
          GenlockPatchGuide guide = { curve.x[0], curve.y[0], curve.x[3], curve.y[3] };

          g_array_append_val (guides, guide);
        }
    }
}

GArray *
genlock_patch_guides_list (const GenlockPatchScene *scene,
                           const GenlockPatchArea *view,
                           const GenlockPatchSnap *snap)
{
  GArray *guides = g_array_new (FALSE, FALSE, sizeof (GenlockPatchGuide));
  GenlockPatchArea moving;

  if (!get_moving (scene, &moving))
    return guides;

  if (snap->has_x)
    append_guides (scene, view, &moving, FALSE, guides);
  if (snap->has_y)
    {
      append_guides (scene, view, &moving, TRUE, guides);
      append_straight (scene, view, guides);
    }

  return guides;
}
