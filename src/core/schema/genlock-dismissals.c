/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem that someone has put aside. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-productions.h"

static const GenlockField fields[] = {
  [GENLOCK_DISMISSAL_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_DISMISSAL_RULE] = {
    .name = "rule", .json = "rule", .label = N_("Rule"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100), .width = 16 },
  [GENLOCK_DISMISSAL_TABLE_NAME] = {
    .name = "table_name", .json = "tableName", .label = N_("Table"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100) },
  [GENLOCK_DISMISSAL_RECORD_ID] = {
    .name = "record_id", .json = "recordId", .label = N_("Row"), .type = GENLOCK_ID },
  [GENLOCK_DISMISSAL_FACTS] = {
    .name = "facts", .json = "facts", .label = N_("Facts"), .type = GENLOCK_JSON },
  [GENLOCK_DISMISSAL_REASON] = {
    .name = "reason", .json = "reason", .label = N_("Reason"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 2000), .width = 30 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_DISMISSAL_N_FIELDS);

static const char * const indexes[] = {
  "production_id",
  "record_id",
  NULL,
};

const GenlockTable genlock_dismissals = {
  .name = "dismissals",
  .label = N_("dismissed problem"),
  .label_plural = N_("dismissed problems"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_DISMISSAL_PRODUCTION_ID,
};
