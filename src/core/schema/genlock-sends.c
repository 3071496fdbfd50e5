/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a picture goes: a screen, a projector, a recorder, a stream. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"

static const GenlockField fields[] = {
  [GENLOCK_SEND_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_SEND_LABEL] = {
    .name = "label", .json = "label", .label = N_("Label"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100),
    .width = 10 },
  [GENLOCK_SEND_TYPE] = {
    .name = "type", .json = "type", .label = N_("Type"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_SEND_NAME] = {
    .name = "name", .json = "name", .label = N_("Name"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 200), .width = 24 },
  [GENLOCK_SEND_H_RES] = {
    .name = "h_res", .json = "hRes", .label = N_("Width"), .unit = "px", .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 65535), .width = 7 },
  [GENLOCK_SEND_V_RES] = {
    .name = "v_res", .json = "vRes", .label = N_("Height"), .unit = "px", .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 65535), .width = 7 },
  [GENLOCK_SEND_RATE] = {
    .name = "rate", .json = "rate", .label = N_("Rate"), .unit = "Hz", .type = GENLOCK_REAL,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0.001, 1000), .width = 7 },
  [GENLOCK_SEND_SCAN] = {
    .name = "scan", .json = "scan", .label = N_("Scan"), .type = GENLOCK_ENUM,
    .flags = GENLOCK_NULLABLE, .choices = genlock_scans, .width = 5 },
  [GENLOCK_SEND_STANDARD] = {
    .name = "standard", .json = "standard", .label = N_("Standard"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 12 },
  [GENLOCK_SEND_NOTE] = {
    .name = "note", .json = "note", .label = N_("Note"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 10000),
    .width = 24 },
  [GENLOCK_SEND_SECONDARY_DEVICE] = {
    .name = "secondary_device", .json = "secondaryDevice", .label = N_("Secondary device"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED,
    .bounds = GENLOCK_BOUNDS (0, 200), .width = 18 },
  [GENLOCK_SEND_OUTPUT_CONNECTOR] = {
    .name = "output_connector", .json = "outputConnector", .label = N_("Connector"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED,
    .bounds = GENLOCK_BOUNDS (0, 100), .width = 14 },
  [GENLOCK_SEND_BLANKING] = {
    .name = "blanking", .json = "blanking", .label = N_("Blanking"), .type = GENLOCK_ENUM,
    .flags = GENLOCK_NULLABLE, .choices = genlock_blankings, .width = 9 },
  [GENLOCK_SEND_EQUIPMENT_ID] = {
    .name = "equipment_id", .json = "equipmentId", .label = N_("Equipment"), .type = GENLOCK_LINK,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .target = &genlock_equipment_specs,
    .on_delete = GENLOCK_SET_NULL,
    .width = 20 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_SEND_N_FIELDS);

static const char * const indexes[] = {
  "production_id, is_deleted",
  "type",
  "equipment_id",
  NULL,
};

static const guint names[] = { GENLOCK_SEND_LABEL, GENLOCK_SEND_NAME, 0 };

const GenlockTable genlock_sends = {
  .name = "sends",
  .label = N_("send"),
  .label_plural = N_("sends"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_SEND_PRODUCTION_ID,
  .name_fields = names,
};
