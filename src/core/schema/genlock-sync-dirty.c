/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a changed row was when it last matched the server. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-sync-dirty.h"

static const GenlockField fields[] = {
  [GENLOCK_SYNC_DIRTY_TABLE_NAME] = {
    .name = "table_name", .json = "tableName", .label = N_("Table"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100) },
  [GENLOCK_SYNC_DIRTY_RECORD_ID] = {
    .name = "record_id", .json = "recordId", .label = N_("Row"), .type = GENLOCK_ID },
  [GENLOCK_SYNC_DIRTY_KIND] = {
    .name = "kind", .json = "kind", .label = N_("Kind"), .type = GENLOCK_ENUM,
    .choices = genlock_dirty_kinds },
  [GENLOCK_SYNC_DIRTY_SEEN] = {
    .name = "seen", .json = "seen", .label = N_("Seen"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_DIRTY_SHADOW] = {
    .name = "shadow", .json = "shadow", .label = N_("Shadow"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_SYNC_DIRTY_SHADOW_SEQ] = {
    .name = "shadow_seq", .json = "shadowSeq", .label = N_("Sequence of the shadow"),
    .type = GENLOCK_INT, .flags = GENLOCK_NULLABLE,
    .bounds = GENLOCK_BOUNDS (0, 9007199254740991.0) },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_SYNC_DIRTY_N_FIELDS);

const GenlockTable genlock_sync_dirty = {
  .name = "sync_dirty",
  .label = N_("unsent change"),
  .label_plural = N_("unsent changes"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .primary_key = "table_name, record_id",
};
