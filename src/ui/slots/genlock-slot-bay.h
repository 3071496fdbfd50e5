/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One bay of a chassis: a slot with its card, or the outline of an empty one. */

#pragma once

#include <gtk/gtk.h>

#include "equipment/genlock-slot-plan.h"

G_BEGIN_DECLS

/**
 * GenlockSlotBayMark:
 * @GENLOCK_SLOT_BAY_PLAIN: nothing is carried
 * @GENLOCK_SLOT_BAY_TAKES: what is carried fits here
 * @GENLOCK_SLOT_BAY_REFUSES: it does not: drawn dim
 * @GENLOCK_SLOT_BAY_TARGET: it fits and would land here now
 */
typedef enum
{
  GENLOCK_SLOT_BAY_PLAIN,
  GENLOCK_SLOT_BAY_TAKES,
  GENLOCK_SLOT_BAY_REFUSES,
  GENLOCK_SLOT_BAY_TARGET,
} GenlockSlotBayMark;

/**
 * GenlockSlotBay:
 *
 * A widget of its own, so that it has the focus and a name for screen readers; cheap to draw, as
 * a frame has up to 64 with hundreds of ports. It knows no gesture: the editor has those.
 */
#define GENLOCK_TYPE_SLOT_BAY (genlock_slot_bay_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotBay, genlock_slot_bay, GENLOCK, SLOT_BAY, GtkWidget)

/* A bay for slot @number. */
GtkWidget *genlock_slot_bay_new (guint number);

guint genlock_slot_bay_get_number (GenlockSlotBay *self);

/**
 * genlock_slot_bay_set_plan:
 * @self: the bay
 * @plan: the frame, which has this slot
 *
 * Shows what is in the slot now; a card that was not there before settles in a short motion.
 */
void genlock_slot_bay_set_plan (GenlockSlotBay *self,
                                GenlockSlotPlan *plan);

/* Whether it belongs to the slots that the next gesture is about. */
void genlock_slot_bay_set_selected (GenlockSlotBay *self,
                                    gboolean selected);

/* What it says to whatever is carried. */
void genlock_slot_bay_set_mark (GenlockSlotBay *self,
                                GenlockSlotBayMark mark);

G_END_DECLS
