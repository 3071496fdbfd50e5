/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An output of a source; a format that is null is the source's own. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"

static const GenlockField fields[] = {
  [GENLOCK_SOURCE_OUTPUT_SOURCE_ID] = {
    .name = "source_id", .json = "sourceId", .label = N_("Source"), .type = GENLOCK_LINK,
    .target = &genlock_sources, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_SOURCE_OUTPUT_CONNECTOR] = {
    .name = "connector", .json = "connector", .label = N_("Connector"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (1, 100), .width = 14 },
  [GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX] = {
    .name = "output_index", .json = "outputIndex", .label = N_("Place"), .type = GENLOCK_INT,
    .bounds = GENLOCK_BOUNDS (1, 65535), .preset = "1", .width = 6 },
  [GENLOCK_SOURCE_OUTPUT_H_RES] = {
    .name = "h_res", .json = "hRes", .label = N_("Width"), .unit = "px", .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 65535), .width = 7 },
  [GENLOCK_SOURCE_OUTPUT_V_RES] = {
    .name = "v_res", .json = "vRes", .label = N_("Height"), .unit = "px", .type = GENLOCK_INT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (1, 65535), .width = 7 },
  [GENLOCK_SOURCE_OUTPUT_RATE] = {
    .name = "rate", .json = "rate", .label = N_("Rate"), .unit = "Hz", .type = GENLOCK_REAL,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0.001, 1000), .width = 7 },
  [GENLOCK_SOURCE_OUTPUT_SCAN] = {
    .name = "scan", .json = "scan", .label = N_("Scan"), .type = GENLOCK_ENUM,
    .flags = GENLOCK_NULLABLE, .choices = genlock_scans, .width = 5 },
  [GENLOCK_SOURCE_OUTPUT_STANDARD] = {
    .name = "standard", .json = "standard", .label = N_("Standard"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200), .width = 12 },
  [GENLOCK_SOURCE_OUTPUT_BLANKING] = {
    .name = "blanking", .json = "blanking", .label = N_("Blanking"), .type = GENLOCK_ENUM,
    .flags = GENLOCK_NULLABLE, .choices = genlock_blankings, .width = 9 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_SOURCE_OUTPUT_N_FIELDS);

static const char * const indexes[] = {
  "source_id",
  NULL,
};

static const guint place[] = { GENLOCK_SOURCE_OUTPUT_OUTPUT_INDEX, 0 };

static const guint names[] = { GENLOCK_SOURCE_OUTPUT_CONNECTOR, 0 };

const GenlockTable genlock_source_outputs = {
  .name = "source_outputs",
  .label = N_("output"),
  .label_plural = N_("outputs"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_SOURCE_OUTPUT_SOURCE_ID,
  .nested_as = "outputs",
  .place_fields = place,
  .name_fields = names,
};
