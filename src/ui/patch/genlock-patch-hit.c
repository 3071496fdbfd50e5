/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer, and where arrow keys lead. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-patch-scene.h"

/* How far outside of its box a port still takes the pointer. */
#define PORT_REACH 10

static GenlockPatchPort *
hit_port (GenlockPatchBox *box,
          double x,
          double y)
{
  gboolean both = box->n_inputs > 0 && box->n_inputs < box->ports->len;
  gboolean left = x < box->x + box->width / 2;

  for (guint i = 0; i < box->ports->len; i++)
    {
      GenlockPatchPort *port = &g_array_index (box->ports, GenlockPatchPort, i);

      if (!port->is_hidden && fabs (y - box->y - port->y) < GENLOCK_PATCH_ROW / 2.0
          && (!both || left == !port->port->is_output))
        return port;
    }

  return NULL;
}

static gboolean
is_inside (const GenlockPatchBox *box,
           double x,
           double y,
           double reach)
{
  return x >= box->x - reach && x < box->x + box->width + reach && y >= box->y
         && y < box->y + box->height;
}

static gboolean
hit_box (GenlockPatchBox *box,
         double x,
         double y,
         gboolean folded,
         GenlockPatchHit *hit)
{
  GenlockPatchPort *port;

  /* Below a box that is dragged there is what it may be dropped on. */
  if (box->is_moving || !is_inside (box, x, y, folded ? 0 : PORT_REACH))
    return FALSE;

  port = folded ? NULL : hit_port (box, x, y);
  if (port == NULL && !is_inside (box, x, y, 0))
    return FALSE;

  hit->box = box;
  hit->port = port;
  return TRUE;
}

static GenlockPatchEnd
hit_flag (const GenlockPatchCable *cable,
          double x,
          double y)
{
  GenlockPatchArea place = { x, y, 0, 0 };

  for (guint end = GENLOCK_PATCH_FROM_END; end <= GENLOCK_PATCH_TO_END; end++)
    {
      GenlockPatchArea flag;

      genlock_patch_cable_get_flag (cable, end, &flag);
      if (genlock_patch_area_meets (&flag, &place))
        return end;
    }

  return GENLOCK_PATCH_NO_END;
}

static double
get_distance (const GenlockPatchCable *cable,
              double x,
              double y,
              gboolean folded,
              GenlockPatchEnd *stub)
{
  GenlockPatchPath path;
  guint curve = 0;
  double distance;

  genlock_patch_cable_get_path (cable, folded, &path);
  distance = genlock_patch_path_get_distance (&path, x, y, &curve);
  *stub = GENLOCK_PATCH_NO_END;
  if (!cable->is_stub || folded)
    return distance;

  *stub = hit_flag (cable, x, y);
  if (*stub != GENLOCK_PATCH_NO_END)
    return 0;

  *stub = curve == 0 ? GENLOCK_PATCH_FROM_END : GENLOCK_PATCH_TO_END;
  return distance;
}

static void
hit_cable (const GenlockPatchScene *scene,
           double x,
           double y,
           double reach,
           gboolean folded,
           GenlockPatchHit *hit)
{
  GenlockPatchArea place = { x - reach, y - reach, 2 * reach, 2 * reach };
  double best = reach;

  for (guint i = 0; i < scene->cables->len; i++)
    {
      GenlockPatchCable *cable = scene->cables->pdata[i];
      GenlockPatchArea area;
      GenlockPatchEnd stub;
      double distance;

      if (!genlock_patch_cable_is_shown (cable, folded))
        continue;

      genlock_patch_cable_get_area (cable, folded, &area);
      if (!genlock_patch_area_meets (&area, &place))
        continue;

      distance = get_distance (cable, x, y, folded, &stub);
      if (distance <= best)
        {
          best = distance;
          hit->cable = cable;
          hit->stub = stub;
        }
    }
}

gboolean
genlock_patch_scene_hit (const GenlockPatchScene *scene,
                         double x,
                         double y,
                         double reach,
                         gboolean folded,
                         GenlockPatchHit *hit)
{
  *hit = (GenlockPatchHit) { NULL };

  /* What is open for a while lies on top, and else the last. */
  for (guint i = scene->boxes->len; i > 0; i--)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i - 1];

      if (box->is_open && hit_box (box, x, y, folded, hit))
        return TRUE;
    }
  for (guint i = scene->boxes->len; i > 0; i--)
    if (hit_box (scene->boxes->pdata[i - 1], x, y, folded, hit))
      return TRUE;

  hit_cable (scene, x, y, reach, folded, hit);
  return hit->cable != NULL;
}

GenlockPatchBox *
genlock_patch_scene_step (const GenlockPatchScene *scene,
                          const GenlockPatchBox *from,
                          int dx,
                          int dy)
{
  GenlockPatchBox *nearest = NULL;
  double best = INFINITY;

  for (guint i = 0; i < scene->boxes->len; i++)
    {
      GenlockPatchBox *box = scene->boxes->pdata[i];
      double x = box->x + box->width / 2 - from->x - from->width / 2;
      double y = box->y + box->height / 2 - from->y - from->height / 2;
      double along = dx * x + dy * y;
      double across = fabs (dx != 0 ? y : x);
      double distance = along + 2 * across;

      if (box != from && along > 0 && across <= 4 * along && distance < best)
        {
          best = distance;
          nearest = box;
        }
    }

  return nearest;
}
