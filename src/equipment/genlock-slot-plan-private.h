/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the gestures on a frame share. */

#pragma once

#include "core/store/genlock-batch.h"
#include "equipment/genlock-slot-plan.h"

G_BEGIN_DECLS

/* (nullable) (transfer none): a card of the frame, placed or not. */
GenlockRecord *genlock_slot_plan_get_card (const GenlockSlotPlan *plan,
                                           const char *card_id);

/* (nullable): its family. */
const char *genlock_slot_plan_get_family (const GenlockSlotPlan *plan,
                                          const GenlockRecord *card);

/* The same as genlock_slot_plan_takes() by family and ports; @leaving: (nullable): a card that is
 * about to leave its slot. */
gboolean genlock_slot_plan_check (const GenlockSlotPlan *plan,
                                  guint slot,
                                  const char *family,
                                  const GenlockPortCount *count,
                                  const GenlockRecord *leaving,
                                  char **reason);

/* (transfer none): what people call a card; a word for one without a label. */
const char *genlock_slot_plan_get_card_name (const GenlockRecord *card);

/* In genlock-slot-drop.c. The new card @card of a family that the frame does not know by label or
 * ports makes its type known, so that it is checked from now on. */
void genlock_slot_plan_add_type (GenlockSlotPlan *plan,
                                 const GenlockCardType *type,
                                 const GenlockRecord *card,
                                 GenlockBatch *batch);

const GenlockSlotRules *genlock_slot_plan_get_rules (const GenlockSlotPlan *plan);

G_END_DECLS
