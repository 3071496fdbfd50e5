/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The chassis of a frame: its bays, with a cursor and a run of them selected. */

#pragma once

#include "ui/slots/genlock-slot-bay.h"

G_BEGIN_DECLS

/**
 * GenlockSlotChassis:
 *
 * Arrow keys, Home and End move the cursor from bay to bay, with Shift they extend the run of
 * selected bays; so does a click.
 *
 * Signals: "moved" (): the cursor or the run are others.
 */
#define GENLOCK_TYPE_SLOT_CHASSIS (genlock_slot_chassis_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSlotChassis, genlock_slot_chassis, GENLOCK, SLOT_CHASSIS, GtkWidget)

/**
 * genlock_slot_chassis_set_plan:
 * @self: the chassis
 * @plan: (nullable): the frame; %NULL shows no bays
 *
 * Bays that are there stay, with the focus and the cursor on them.
 */
void genlock_slot_chassis_set_plan (GenlockSlotChassis *self,
                                    GenlockSlotPlan *plan);

/* (transfer none) (nullable): the bay of @slot. */
GenlockSlotBay *genlock_slot_chassis_get_bay (GenlockSlotChassis *self,
                                              guint slot);

/* (transfer none) (nullable): the bay at a point of the chassis. */
GenlockSlotBay *genlock_slot_chassis_pick (GenlockSlotChassis *self,
                                           double x,
                                           double y);

/* The slot that the cursor is on, from 1; 0 without bays. */
guint genlock_slot_chassis_get_cursor (GenlockSlotChassis *self);

/**
 * genlock_slot_chassis_get_run:
 * @self: the chassis
 * @from: (out): its first slot
 * @to: (out): its last
 *
 * Returns: FALSE without bays
 */
gboolean genlock_slot_chassis_get_run (GenlockSlotChassis *self,
                                       guint *from,
                                       guint *to);

/* Puts the cursor on @slot and the focus with it; @extend keeps the other end of the run. */
void genlock_slot_chassis_go (GenlockSlotChassis *self,
                              guint slot,
                              gboolean extend);

/* Where an arrow key leads from the cursor: @columns to the right, @rows down. */
guint genlock_slot_chassis_look (GenlockSlotChassis *self,
                                 int columns,
                                 int rows);

G_END_DECLS
