/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was printed when. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-prints.h"
#include "core/schema/genlock-productions.h"

static const GenlockField fields[] = {
  [GENLOCK_PRINT_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_PRINT_SHEET] = {
    .name = "sheet", .json = "sheet", .label = N_("Sheet"), .type = GENLOCK_TEXT,
    .bounds = GENLOCK_BOUNDS (1, 200), .width = 16 },
  [GENLOCK_PRINT_AT] = {
    .name = "at", .json = "at", .label = N_("Printed"), .type = GENLOCK_INSTANT, .width = 18 },
  [GENLOCK_PRINT_AUTHOR] = {
    .name = "author", .json = "author", .label = N_("By"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200), .width = 16 },
  [GENLOCK_PRINT_REVISION] = {
    .name = "revision", .json = "revision", .label = N_("Revision"), .type = GENLOCK_INT,
    .bounds = GENLOCK_BOUNDS (1, 1000000), .width = 8 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_PRINT_N_FIELDS);

static const char * const indexes[] = {
  "production_id",
  NULL,
};

const GenlockTable genlock_prints = {
  .name = "prints",
  .label = N_("print"),
  .label_plural = N_("prints"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_PRINT_PRODUCTION_ID,
};
