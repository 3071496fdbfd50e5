/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts that draw the matrix share. */

#pragma once

#include "ui/matrix/genlock-matrix-private.h"

G_BEGIN_DECLS

/* What is drawn with, for one picture. */
typedef struct
{
  GtkSnapshot *snapshot;
  GtkStyleContext *style;
  GdkRGBA text;
  GdkRGBA ground;
  GdkRGBA head;
  GdkRGBA accent;
  gboolean high_contrast;
  guint rows[2]; /* the first in view, and behind the last */
  guint columns[2];
  int width;
  int height;
} GenlockMatrixPen;

static inline GdkRGBA
with_alpha (GdkRGBA color,
            float alpha)
{
  color.alpha = alpha;

  return color;
}

static inline void
fill (const GenlockMatrixPen *pen,
      GdkRGBA color,
      double x,
      double y,
      double width,
      double height)
{
  gtk_snapshot_append_color (pen->snapshot, &color,
                             &GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width,
                                                  (float) height));
}

void genlock_matrix_draw_heads (GenlockMatrix *self,
                                const GenlockMatrixPen *pen);

G_END_DECLS
