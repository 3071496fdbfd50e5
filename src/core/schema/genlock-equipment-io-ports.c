/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A port that a device always has. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"

static const GenlockField fields[] = {
  [GENLOCK_EQUIPMENT_IO_PORT_EQUIPMENT_ID] = {
    .name = "equipment_id", .json = "equipmentId", .label = N_("Equipment"), .type = GENLOCK_LINK,
    .target = &genlock_equipment_specs, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE] = {
    .name = "port_type", .json = "portType", .label = N_("Direction"), .type = GENLOCK_ENUM,
    .choices = genlock_port_types, .width = 8 },
  [GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE] = {
    .name = "io_type", .json = "ioType", .label = N_("Connector"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 100), .width = 14 },
  [GENLOCK_EQUIPMENT_IO_PORT_LABEL] = {
    .name = "label", .json = "label", .label = N_("Label"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 16 },
  [GENLOCK_EQUIPMENT_IO_PORT_FORMAT] = {
    .name = "format", .json = "format", .label = N_("Format"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX] = {
    .name = "port_index", .json = "portIndex", .label = N_("Place"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 65535), .width = 6 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_EQUIPMENT_IO_PORT_N_FIELDS);

static const char * const indexes[] = {
  "equipment_id",
  NULL,
};

static const guint place[] = {
  GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE,
  GENLOCK_EQUIPMENT_IO_PORT_PORT_INDEX,
  0,
};

static const guint names[] = { GENLOCK_EQUIPMENT_IO_PORT_LABEL, 0 };

const GenlockTable genlock_equipment_io_ports = {
  .name = "equipment_io_ports",
  .label = N_("port"),
  .label_plural = N_("ports"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_EQUIPMENT_IO_PORT_EQUIPMENT_ID,
  .nested_as = "ports",
  .place_fields = place,
  .name_fields = names,
};
