/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The picture of a bay: its number, the card in it with its ports, or what goes there. */

#pragma once

#include <gtk/gtk.h>

#include "equipment/genlock-slot-plan.h"

G_BEGIN_DECLS

/**
 * GenlockSlotFace:
 * @plan: the frame
 * @number: the slot
 * @ports: (nullable) (element-type GenlockPort): of the card in it
 * @context: for its texts
 * @color: of texts and lines
 * @width: in pixels
 * @height: in pixels
 * @dim: whether it does not take what is carried
 * @dark: whether it stands on a dark ground
 * @high_contrast: whether nothing may be faint
 * @rtl: whether it is read from right to left
 *
 * What a bay looks like; nothing in it is owned.
 */
typedef struct
{
  GenlockSlotPlan *plan;
  guint number;
  GArray *ports;
  PangoContext *context;
  GdkRGBA color;
  int width;
  int height;
  gboolean dim;
  gboolean dark;
  gboolean high_contrast;
  gboolean rtl;
} GenlockSlotFace;

/* The size that every bay of @plan has at least, in pixels. */
void genlock_slot_face_measure (const GenlockSlotPlan *plan,
                                PangoContext *context,
                                int *width,
                                int *height);

void genlock_slot_face_draw (const GenlockSlotFace *face,
                             cairo_t *cr);

G_END_DECLS
