/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A port that a card brings. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"

static const GenlockField fields[] = {
  [GENLOCK_EQUIPMENT_CARD_IO_CARD_ID] = {
    .name = "card_id", .json = "cardId", .label = N_("Card"), .type = GENLOCK_LINK,
    .target = &genlock_equipment_cards, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE] = {
    .name = "port_type", .json = "portType", .label = N_("Direction"), .type = GENLOCK_ENUM,
    .choices = genlock_port_types, .width = 8 },
  [GENLOCK_EQUIPMENT_CARD_IO_IO_TYPE] = {
    .name = "io_type", .json = "ioType", .label = N_("Connector"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 100), .width = 14 },
  [GENLOCK_EQUIPMENT_CARD_IO_LABEL] = {
    .name = "label", .json = "label", .label = N_("Label"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 16 },
  [GENLOCK_EQUIPMENT_CARD_IO_FORMAT] = {
    .name = "format", .json = "format", .label = N_("Format"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX] = {
    .name = "port_index", .json = "portIndex", .label = N_("Place"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 65535), .width = 6 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_EQUIPMENT_CARD_IO_N_FIELDS);

static const char * const indexes[] = {
  "card_id",
  NULL,
};

static const guint place[] = {
  GENLOCK_EQUIPMENT_CARD_IO_PORT_TYPE,
  GENLOCK_EQUIPMENT_CARD_IO_PORT_INDEX,
  0,
};

static const guint names[] = { GENLOCK_EQUIPMENT_CARD_IO_LABEL, 0 };

const GenlockTable genlock_equipment_card_io = {
  .name = "equipment_card_io",
  .label = N_("card port"),
  .label_plural = N_("card ports"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_EQUIPMENT_CARD_IO_CARD_ID,
  .nested_as = "ports",
  .place_fields = place,
  .name_fields = names,
};
