/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Curves of cables, and areas. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-patch-scene.h"

void
genlock_patch_curve_make (double from_x,
                          double from_y,
                          double to_x,
                          double to_y,
                          GenlockPatchCurve *curve)
{
  double reach = CLAMP (fabs (to_x - from_x) / 2, 24, 200);

  /* Back to the left it needs more room to turn. */
  if (to_x < from_x)
    reach = CLAMP ((from_x - to_x) / 2, 64, 320);
  *curve = (GenlockPatchCurve) {
    { from_x, from_x + reach, to_x - reach, to_x },
    { from_y, from_y, to_y, to_y },
  };
}

/* As a vector of length 1; to the right where both are the same place. */
static GenlockViewPoint
get_way (const GenlockViewPoint *from,
         const GenlockViewPoint *to)
{
  double dx = to->x - from->x;
  double dy = to->y - from->y;
  double length = hypot (dx, dy);

  return length > 0 ? (GenlockViewPoint) { dx / length, dy / length } : (GenlockViewPoint) { 1, 0 };
}

/* Which way the curve goes at a point: half way between how it comes and how it leaves. */
static GenlockViewPoint
get_direction (const GenlockViewPoint *points,
               guint n_points,
               guint i)
{
  static const GenlockViewPoint nowhere = { 0, 0 };
  GenlockViewPoint in, out, both;

  if (i == 0 || i + 1 == n_points)
    return (GenlockViewPoint) { 1, 0 };

  in = get_way (&points[i - 1], &points[i]);
  out = get_way (&points[i], &points[i + 1]);
  both = (GenlockViewPoint) { in.x + out.x, in.y + out.y };

  /* It turns back. */
  return hypot (both.x, both.y) < 0.01 ? out : get_way (&nowhere, &both);
}

void
genlock_patch_curve_thread (const GenlockViewPoint *points,
                            guint n_points,
                            GenlockPatchCurve *curves)
{
  for (guint i = 0; i + 1 < n_points; i++)
    {
      const GenlockViewPoint *from = &points[i];
      const GenlockViewPoint *to = &points[i + 1];
      GenlockViewPoint out = get_direction (points, n_points, i);
      GenlockViewPoint in = get_direction (points, n_points, i + 1);
      double reach = MIN (hypot (to->x - from->x, to->y - from->y) * 0.3, 240);

      curves[i] = (GenlockPatchCurve) {
        { from->x, from->x + out.x * reach, to->x - in.x * reach, to->x },
        { from->y, from->y + out.y * reach, to->y - in.y * reach, to->y },
      };
    }
}

void
genlock_patch_path_get_middle (const GenlockPatchPath *path,
                               double *x,
                               double *y)
{
  const GenlockPatchCurve *curve = &path->curves[path->n_curves / 2];

  if (path->n_curves % 2 == 0)
    {
      *x = curve->x[0];
      *y = curve->y[0];
      return;
    }

  *x = (curve->x[0] + 3 * curve->x[1] + 3 * curve->x[2] + curve->x[3]) / 8;
  *y = (curve->y[0] + 3 * curve->y[1] + 3 * curve->y[2] + curve->y[3]) / 8;
}

void
genlock_patch_curve_get_area (const GenlockPatchCurve *curve,
                              GenlockPatchArea *area)
{
  double left = MIN (MIN (curve->x[0], curve->x[1]), MIN (curve->x[2], curve->x[3]));
  double right = MAX (MAX (curve->x[0], curve->x[1]), MAX (curve->x[2], curve->x[3]));
  double top = MIN (MIN (curve->y[0], curve->y[1]), MIN (curve->y[2], curve->y[3]));
  double bottom = MAX (MAX (curve->y[0], curve->y[1]), MAX (curve->y[2], curve->y[3]));

  *area = (GenlockPatchArea) { left, top, right - left, bottom - top };
}

static double
get_distance_to_line (double x,
                      double y,
                      double x0,
                      double y0,
                      double x1,
                      double y1)
{
  double dx = x1 - x0;
  double dy = y1 - y0;
  double square = dx * dx + dy * dy;
  double t = square > 0 ? CLAMP (((x - x0) * dx + (y - y0) * dy) / square, 0, 1) : 0;

  return hypot (x - (x0 + t * dx), y - (y0 + t * dy));
}

double
genlock_patch_curve_get_distance (const GenlockPatchCurve *curve,
                                  double x,
                                  double y)
{
  const guint n = 24;
  double nearest = INFINITY;
  double x0 = curve->x[0];
  double y0 = curve->y[0];

  for (guint i = 1; i <= n; i++)
    {
      double t = (double) i / n;
      double u = 1 - t;
      double b[] = { u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t };
      double x1 = b[0] * curve->x[0] + b[1] * curve->x[1] + b[2] * curve->x[2] + b[3] * curve->x[3];
      double y1 = b[0] * curve->y[0] + b[1] * curve->y[1] + b[2] * curve->y[2] + b[3] * curve->y[3];

      nearest = MIN (nearest, get_distance_to_line (x, y, x0, y0, x1, y1));
      x0 = x1;
      y0 = y1;
    }

  return nearest;
}

double
genlock_patch_path_get_distance (const GenlockPatchPath *path,
                                 double x,
                                 double y,
                                 guint *curve)
{
  double nearest = INFINITY;

  for (guint i = 0; i < path->n_curves; i++)
    {
      double distance = genlock_patch_curve_get_distance (&path->curves[i], x, y);

      if (distance < nearest)
        {
          nearest = distance;
          if (curve != NULL)
            *curve = i;
        }
    }

  return nearest;
}

gboolean
genlock_patch_area_meets (const GenlockPatchArea *a,
                          const GenlockPatchArea *b)
{
  return a->x <= b->x + b->width && b->x <= a->x + a->width && a->y <= b->y + b->height
         && b->y <= a->y + a->height;
}
