/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what when; append-only, 90 days, local to its database. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-change-log.h"

static const GenlockField fields[] = {
  [GENLOCK_CHANGE_LOG_ID] = {
    .name = "id", .json = "id", .label = N_("ID"), .type = GENLOCK_INT, .flags = GENLOCK_META,
    .bounds = GENLOCK_BOUNDS (1, 9007199254740991.0) },
  [GENLOCK_CHANGE_LOG_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_ID,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_CHANGE_LOG_TABLE_NAME] = {
    .name = "table_name", .json = "tableName", .label = N_("Table"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100) },
  [GENLOCK_CHANGE_LOG_RECORD_ID] = {
    .name = "record_id", .json = "recordId", .label = N_("Row"), .type = GENLOCK_ID },
  [GENLOCK_CHANGE_LOG_FIELDS] = {
    .name = "fields", .json = "fields", .label = N_("Fields"), .type = GENLOCK_JSON },
  [GENLOCK_CHANGE_LOG_AUTHOR] = {
    .name = "author", .json = "author", .label = N_("By"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_CHANGE_LOG_DEVICE] = {
    .name = "device", .json = "device", .label = N_("On"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_CHANGE_LOG_AT] = {
    .name = "at", .json = "at", .label = N_("At"), .type = GENLOCK_INSTANT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_CHANGE_LOG_N_FIELDS);

static const char * const indexes[] = {
  "production_id, at",
  "record_id",
  NULL,
};

const GenlockTable genlock_change_log = {
  .name = "change_log",
  .label = N_("change"),
  .label_plural = N_("changes"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .primary_key = "id",
  .indexes = indexes,
};
