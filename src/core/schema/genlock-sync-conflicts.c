/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two changes that met, with both values. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-sync-conflicts.h"

static const GenlockField fields[] = {
  [GENLOCK_SYNC_CONFLICT_TABLE_NAME] = {
    .name = "table_name", .json = "tableName", .label = N_("Table"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100) },
  [GENLOCK_SYNC_CONFLICT_RECORD_ID] = {
    .name = "record_id", .json = "recordId", .label = N_("Row"), .type = GENLOCK_ID },
  [GENLOCK_SYNC_CONFLICT_KIND] = {
    .name = "kind", .json = "kind", .label = N_("Kind"), .type = GENLOCK_ENUM,
    .choices = genlock_conflict_kinds, .width = 14 },
  [GENLOCK_SYNC_CONFLICT_FIELDS] = {
    .name = "fields", .json = "fields", .label = N_("Fields"), .type = GENLOCK_JSON },
  [GENLOCK_SYNC_CONFLICT_CLOUD_VERSION] = {
    .name = "cloud_version", .json = "cloudVersion", .label = N_("Version on the server"),
    .type = GENLOCK_INT, .flags = GENLOCK_NULLABLE,
    .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0) },
  [GENLOCK_SYNC_CONFLICT_LOCAL_VERSION] = {
    .name = "local_version", .json = "localVersion", .label = N_("Version here"),
    .type = GENLOCK_INT, .flags = GENLOCK_NULLABLE,
    .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0) },
  [GENLOCK_SYNC_CONFLICT_CLOUD_DATA] = {
    .name = "cloud_data", .json = "cloudData", .label = N_("On the server"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_CONFLICT_LOCAL_DATA] = {
    .name = "local_data", .json = "localData", .label = N_("Here"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_CONFLICT_CLOUD_UPDATED_AT] = {
    .name = "cloud_updated_at", .json = "cloudUpdatedAt", .label = N_("Changed on the server"),
    .type = GENLOCK_INSTANT, .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_CONFLICT_LOCAL_UPDATED_AT] = {
    .name = "local_updated_at", .json = "localUpdatedAt", .label = N_("Changed here"),
    .type = GENLOCK_INSTANT, .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_CONFLICT_AUTHOR] = {
    .name = "author", .json = "author", .label = N_("By"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_SYNC_CONFLICT_DEVICE] = {
    .name = "device", .json = "device", .label = N_("On"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_SYNC_CONFLICT_RESOLUTION] = {
    .name = "resolution", .json = "resolution", .label = N_("Resolution"), .type = GENLOCK_ENUM,
    .choices = genlock_resolutions, .preset = "PENDING", .width = 12 },
  [GENLOCK_SYNC_CONFLICT_RESOLVED_AT] = {
    .name = "resolved_at", .json = "resolvedAt", .label = N_("Resolved"), .type = GENLOCK_INSTANT,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_CONFLICT_RESOLVED_BY] = {
    .name = "resolved_by", .json = "resolvedBy", .label = N_("Resolved by"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_SYNC_CONFLICT_N_FIELDS);

static const char * const indexes[] = {
  "record_id",
  "resolution",
  NULL,
};

const GenlockTable genlock_sync_conflicts = {
  .name = "sync_conflicts",
  .label = N_("conflict"),
  .label_plural = N_("conflicts"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
};
