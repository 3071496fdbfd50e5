/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card in a slot of a frame; without a slot it is not placed. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-specs.h"

static const GenlockField fields[] = {
  [GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID] = {
    .name = "equipment_id", .json = "equipmentId", .label = N_("Equipment"), .type = GENLOCK_LINK,
    .target = &genlock_equipment_specs, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER] = {
    .name = "slot_number", .json = "slotNumber", .label = N_("Slot"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 64), .width = 6 },
  [GENLOCK_EQUIPMENT_CARD_LABEL] = {
    .name = "label", .json = "label", .label = N_("Label"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 20 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_EQUIPMENT_CARD_N_FIELDS);

static const char * const indexes[] = {
  "equipment_id",
  NULL,
};

static const guint place[] = { GENLOCK_EQUIPMENT_CARD_SLOT_NUMBER, 0 };

static const guint names[] = { GENLOCK_EQUIPMENT_CARD_LABEL, 0 };

const GenlockTable genlock_equipment_cards = {
  .name = "equipment_cards",
  .label = N_("card"),
  .label_plural = N_("cards"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_EQUIPMENT_CARD_EQUIPMENT_ID,
  .nested_as = "cards",
  .place_fields = place,
  .name_fields = names,
};
