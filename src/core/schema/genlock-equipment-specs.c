/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a device of one make and model is: the library. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-specs.h"

static const GenlockField fields[] = {
  [GENLOCK_EQUIPMENT_SPEC_CATEGORY] = {
    .name = "category", .json = "category", .label = N_("Category"), .type = GENLOCK_ENUM,
    .choices = genlock_categories, .flags = GENLOCK_SEARCHED, .width = 14 },
  [GENLOCK_EQUIPMENT_SPEC_MANUFACTURER] = {
    .name = "manufacturer", .json = "manufacturer", .label = N_("Manufacturer"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 200),
    .width = 18 },
  [GENLOCK_EQUIPMENT_SPEC_MODEL] = {
    .name = "model", .json = "model", .label = N_("Model"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 200), .width = 24 },
  [GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE] = {
    .name = "io_architecture", .json = "ioArchitecture", .label = N_("Architecture"),
    .type = GENLOCK_ENUM, .choices = genlock_io_architectures, .preset = "DIRECT", .width = 12 },
  [GENLOCK_EQUIPMENT_SPEC_CARD_SLOTS] = {
    .name = "card_slots", .json = "cardSlots", .label = N_("Card slots"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 64), .width = 8 },
  [GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO] = {
    .name = "format_by_io", .json = "formatByIO", .label = N_("Format per port"),
    .type = GENLOCK_BOOL, .preset = "true" },
  [GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE] = {
    .name = "is_secondary_device", .json = "isSecondaryDevice", .label = N_("Secondary device"),
    .type = GENLOCK_BOOL, .preset = "false" },
  [GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS] = {
    .name = "device_formats", .json = "deviceFormats", .label = N_("Formats"),
    .type = GENLOCK_JSON, .flags = GENLOCK_NULLABLE },
  [GENLOCK_EQUIPMENT_SPEC_SPECS] = {
    .name = "specs", .json = "specs", .label = N_("Details"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_EQUIPMENT_SPEC_N_FIELDS);

static const char * const indexes[] = {
  "category, is_deleted",
  "is_secondary_device",
  NULL,
};

static const guint names[] = { GENLOCK_EQUIPMENT_SPEC_MODEL, 0 };

const GenlockTable genlock_equipment_specs = {
  .name = "equipment_specs",
  .alias = "equipment",
  .label = N_("equipment spec"),
  .label_plural = N_("equipment specs"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .name_fields = names,
};
