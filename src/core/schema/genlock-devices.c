/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A piece of equipment that a show uses. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"

static const GenlockField fields[] = {
  [GENLOCK_DEVICE_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_DEVICE_EQUIPMENT_ID] = {
    .name = "equipment_id", .json = "equipmentId", .label = N_("Equipment"), .type = GENLOCK_LINK,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .target = &genlock_equipment_specs,
    .on_delete = GENLOCK_SET_NULL,
    .width = 20 },
  [GENLOCK_DEVICE_LABEL] = {
    .name = "label", .json = "label", .label = N_("Label"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100),
    .width = 10 },
  [GENLOCK_DEVICE_NAME] = {
    .name = "name", .json = "name", .label = N_("Name"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 200), .width = 24 },
  [GENLOCK_DEVICE_CATEGORY] = {
    .name = "category", .json = "category", .label = N_("Category"), .type = GENLOCK_ENUM,
    .choices = genlock_categories, .width = 14 },
  [GENLOCK_DEVICE_NOTE] = {
    .name = "note", .json = "note", .label = N_("Note"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 10000),
    .width = 24 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_DEVICE_N_FIELDS);

static const char * const indexes[] = {
  "production_id, is_deleted",
  "equipment_id",
  NULL,
};

static const guint names[] = { GENLOCK_DEVICE_LABEL, GENLOCK_DEVICE_NAME, 0 };

const GenlockTable genlock_devices = {
  .name = "devices",
  .label = N_("device"),
  .label_plural = N_("devices"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_DEVICE_PRODUCTION_ID,
  .name_fields = names,
};
