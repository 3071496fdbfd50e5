/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be undone and redone: 1,000 steps, 30 days, local to its database. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-undo-steps.h"

static const GenlockField fields[] = {
  [GENLOCK_UNDO_STEP_ID] = {
    .name = "id", .json = "id", .label = N_("ID"), .type = GENLOCK_INT, .flags = GENLOCK_META,
    .bounds = GENLOCK_BOUNDS (1, 9007199254740991.0) },
  [GENLOCK_UNDO_STEP_AT] = {
    .name = "at", .json = "at", .label = N_("At"), .type = GENLOCK_INSTANT },
  [GENLOCK_UNDO_STEP_VERB] = {
    .name = "verb", .json = "verb", .label = N_("Verb"), .type = GENLOCK_ENUM,
    .choices = genlock_verbs },
  [GENLOCK_UNDO_STEP_TABLE_NAME] = {
    .name = "table_name", .json = "tableName", .label = N_("Table"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 100) },
  [GENLOCK_UNDO_STEP_N_ROWS] = {
    .name = "n_rows", .json = "nRows", .label = N_("Rows"), .type = GENLOCK_INT,
    .bounds = GENLOCK_BOUNDS (1, 9007199254740991.0) },
  [GENLOCK_UNDO_STEP_NAME] = {
    .name = "name", .json = "name", .label = N_("Name"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_UNDO_STEP_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_ID,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_UNDO_STEP_AUTHOR] = {
    .name = "author", .json = "author", .label = N_("By"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_UNDO_STEP_UNDONE] = {
    .name = "undone", .json = "undone", .label = N_("Undone"), .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 9007199254740991.0) },
  [GENLOCK_UNDO_STEP_CHANGES] = {
    .name = "changes", .json = "changes", .label = N_("Changes"), .type = GENLOCK_TEXT },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_UNDO_STEP_N_FIELDS);

static const char * const indexes[] = {
  "undone",
  NULL,
};

const GenlockTable genlock_undo_steps = {
  .name = "undo_steps",
  .label = N_("step"),
  .label_plural = N_("steps"),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .primary_key = "id",
  .indexes = indexes,
};
