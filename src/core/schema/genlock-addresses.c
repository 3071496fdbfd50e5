/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A network address of a show. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"

static const GenlockField fields[] = {
  [GENLOCK_ADDRESS_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_ADDRESS_DEVICE_ID] = {
    .name = "device_id", .json = "deviceId", .label = N_("Device"), .type = GENLOCK_LINK,
    .flags = GENLOCK_NULLABLE, .target = &genlock_devices, .on_delete = GENLOCK_CASCADE,
    .width = 20 },
  [GENLOCK_ADDRESS_PORT] = {
    .name = "port", .json = "port", .label = N_("Port"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 12 },
  [GENLOCK_ADDRESS_HOSTNAME] = {
    .name = "hostname", .json = "hostname", .label = N_("Hostname"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 253),
    .width = 20 },
  [GENLOCK_ADDRESS_IP] = {
    .name = "ip", .json = "ip", .label = N_("IP address"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 100), .width = 16 },
  [GENLOCK_ADDRESS_MASK] = {
    .name = "mask", .json = "mask", .label = N_("Subnet mask"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_ADDRESS_GATEWAY] = {
    .name = "gateway", .json = "gateway", .label = N_("Gateway"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_ADDRESS_VLAN] = {
    .name = "vlan", .json = "vlan", .label = N_("VLAN"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 4095), .width = 6 },
  [GENLOCK_ADDRESS_NOTE] = {
    .name = "note", .json = "note", .label = N_("Note"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 10000),
    .width = 24 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_ADDRESS_N_FIELDS);

static const char * const indexes[] = {
  "production_id",
  "device_id",
  NULL,
};

static const guint names[] = { GENLOCK_ADDRESS_HOSTNAME, GENLOCK_ADDRESS_IP, 0 };

const GenlockTable genlock_addresses = {
  .name = "addresses",
  .label = N_("address"),
  .label_plural = N_("addresses"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_ADDRESS_PRODUCTION_ID,
  .name_fields = names,
};
