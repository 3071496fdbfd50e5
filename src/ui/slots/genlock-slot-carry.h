/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer while a card is carried: its name, and what letting go would do. */

#pragma once

#include <gtk/gtk.h>

#include "equipment/genlock-card-type.h"

G_BEGIN_DECLS

/* Gives @drag its picture. */
void genlock_slot_carry_begin (GdkDrag *drag,
                               const GenlockCardType *type);

/* Says beside the pointer what letting go would do; @drop: (nullable). */
void genlock_slot_carry_say (GdkDrop *drop,
                             const char *text,
                             gboolean refused);

/* Puts the picture of @drop (nullable) where all of it is to be seen: @x, @y is the pointer in the
 * window, which is @width by @height, all in pixels. */
void genlock_slot_carry_place (GdkDrop *drop,
                               double x,
                               double y,
                               int width,
                               int height);

G_END_DECLS
