/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is under the pointer while a card is carried: its name, and what letting go would do. */

#pragma once

#include <gtk/gtk.h>

#include "equipment/genlock-card-type.h"

G_BEGIN_DECLS

/* Shows @type under the pointer for as long as @drag goes on. */
void genlock_slot_carry_begin (GdkDrag *drag,
                               const GenlockCardType *type);

/**
 * genlock_slot_carry_say:
 * @drop: (nullable): the drop under way; of another program's nothing can be said
 * @text: what would happen, or why it is refused; "" says nothing
 * @refused: whether it is
 */
void genlock_slot_carry_say (GdkDrop *drop,
                             const char *text,
                             gboolean refused);

G_END_DECLS
