/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A diagnostic journal of syncs; local, capped. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-sync-log.h"

static const GenlockField fields[] = {
  [GENLOCK_SYNC_LOG_ID] = {
    .name = "id", .json = "id", .label = N_("ID"), .type = GENLOCK_INT, .flags = GENLOCK_META,
    .bounds = GENLOCK_BOUNDS (1, 9007199254740991.0) },
  [GENLOCK_SYNC_LOG_SYNC_DIRECTION] = {
    .name = "sync_direction", .json = "syncDirection", .label = N_("Direction"),
    .type = GENLOCK_ENUM, .choices = genlock_sync_directions },
  [GENLOCK_SYNC_LOG_STARTED_AT] = {
    .name = "started_at", .json = "startedAt", .label = N_("Started"), .type = GENLOCK_INSTANT },
  [GENLOCK_SYNC_LOG_COMPLETED_AT] = {
    .name = "completed_at", .json = "completedAt", .label = N_("Ended"), .type = GENLOCK_INSTANT,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_LOG_STATUS] = {
    .name = "status", .json = "status", .label = N_("Status"), .type = GENLOCK_ENUM,
    .choices = genlock_sync_statuses },
  [GENLOCK_SYNC_LOG_RECORDS_SYNCED] = {
    .name = "records_synced", .json = "recordsSynced", .label = N_("Rows"), .type = GENLOCK_INT,
    .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0), .preset = "0" },
  [GENLOCK_SYNC_LOG_CONFLICTS_DETECTED] = {
    .name = "conflicts_detected", .json = "conflictsDetected", .label = N_("Conflicts"),
    .type = GENLOCK_INT, .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0), .preset = "0" },
  [GENLOCK_SYNC_LOG_ERRORS] = {
    .name = "errors", .json = "errors", .label = N_("Errors"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_LOG_SERVER_ID] = {
    .name = "server_id", .json = "serverId", .label = N_("Server"), .type = GENLOCK_ID,
    .flags = GENLOCK_NULLABLE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_SYNC_LOG_N_FIELDS);

static const char * const indexes[] = {
  "started_at",
  NULL,
};

const GenlockTable genlock_sync_log = {
  .name = "sync_log",
  .label = N_("sync"),
  .label_plural = N_("syncs"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .primary_key = "id",
  .indexes = indexes,
};
