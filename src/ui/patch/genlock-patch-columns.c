/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places for boxes that nobody has placed yet. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include <math.h>

#include "ui/patch/genlock-patch-columns.h"

/* In pixels at 100 %: between the columns of one kind, between kinds, between boxes. */
#define COLUMN_GAP 64
#define KIND_GAP 192
#define BOX_GAP 24

/* A column is broken where it gets higher than this and than the golden section of the whole. */
#define MIN_COLUMN 1200

static double
get_height (GPtrArray *boxes,
            GenlockSignalKind kind)
{
  double height = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      const GenlockPatchBox *box = boxes->pdata[i];

      if (box->node->kind == kind)
        height += box->height + BOX_GAP;
    }

  return height;
}

/* From @x on; returns where the next kind begins. */
static double
place_kind (GPtrArray *boxes,
            GenlockSignalKind kind,
            double x,
            double limit)
{
  double y = 0;
  double width = 0;

  for (guint i = 0; i < boxes->len; i++)
    {
      GenlockPatchBox *box = boxes->pdata[i];

      if (box->node->kind != kind)
        continue;

      if (y > 0 && y + box->height > limit)
        {
          x += width + COLUMN_GAP;
          y = width = 0;
        }
      box->x = x;
      box->y = y;
      y += box->height + BOX_GAP;
      width = MAX (width, box->width);
    }

  return width > 0 ? x + width + KIND_GAP : x;
}

void
genlock_patch_columns_place (GPtrArray *boxes)
{
  double x = 0;
  double total = 0;
  double limit;

  for (guint kind = GENLOCK_SIGNAL_SOURCE; kind <= GENLOCK_SIGNAL_UNKNOWN; kind++)
    total += get_height (boxes, kind);
  limit = MAX (MIN_COLUMN, sqrt (total * 300 * 0.8));
  for (guint kind = GENLOCK_SIGNAL_SOURCE; kind <= GENLOCK_SIGNAL_UNKNOWN; kind++)
    x = place_kind (boxes, kind, x, limit);
}
