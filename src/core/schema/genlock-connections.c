/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is known of a path: an origin, a passage through one device, a destination. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"

static const GenlockRefTarget through[] = {
  { "DEVICE", &genlock_devices },
  { NULL, NULL },
};

static const GenlockRefTarget destinations[] = {
  { "SEND", &genlock_sends },
  { "DEVICE", &genlock_devices },
  { NULL, NULL },
};

static const GenlockField fields[] = {
  [GENLOCK_CONNECTION_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_CONNECTION_SOURCE_ID] = {
    .name = "source_id", .json = "sourceId", .label = N_("Source"), .type = GENLOCK_LINK,
    .flags = GENLOCK_NULLABLE, .target = &genlock_sources, .on_delete = GENLOCK_DETACH },
  [GENLOCK_CONNECTION_SOURCE_OUTPUT_ID] = {
    .name = "source_output_id", .json = "sourceOutputId", .label = N_("Output"),
    .type = GENLOCK_LINK, .flags = GENLOCK_NULLABLE, .target = &genlock_source_outputs,
    .on_delete = GENLOCK_SET_NULL },
  [GENLOCK_CONNECTION_INTERMEDIATE_TYPE] = {
    .name = "intermediate_type", .json = "intermediateType", .label = N_("Through"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100) },
  [GENLOCK_CONNECTION_INTERMEDIATE_ID] = {
    .name = "intermediate_id", .json = "intermediateId", .label = N_("Device"),
    .type = GENLOCK_REF, .flags = GENLOCK_NULLABLE, .ref_targets = through,
    .ref_field = GENLOCK_CONNECTION_INTERMEDIATE_TYPE, .on_delete = GENLOCK_DETACH },
  [GENLOCK_CONNECTION_INTERMEDIATE_INPUT] = {
    .name = "intermediate_input", .json = "intermediateInput", .label = N_("Device input"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT] = {
    .name = "intermediate_output", .json = "intermediateOutput", .label = N_("Device output"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_CONNECTION_DESTINATION_TYPE] = {
    .name = "destination_type", .json = "destinationType", .label = N_("Destination type"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100) },
  [GENLOCK_CONNECTION_DESTINATION_ID] = {
    .name = "destination_id", .json = "destinationId", .label = N_("Destination"),
    .type = GENLOCK_REF, .flags = GENLOCK_NULLABLE, .ref_targets = destinations,
    .ref_field = GENLOCK_CONNECTION_DESTINATION_TYPE, .on_delete = GENLOCK_DETACH },
  [GENLOCK_CONNECTION_DESTINATION_INPUT] = {
    .name = "destination_input", .json = "destinationInput", .label = N_("Destination input"),
    .type = GENLOCK_TEXT, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 200) },
  [GENLOCK_CONNECTION_SIGNAL_PATH] = {
    .name = "signal_path", .json = "signalPath", .label = N_("Signal path"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE },
  [GENLOCK_CONNECTION_NOTE] = {
    .name = "note", .json = "note", .label = N_("Note"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 10000),
    .width = 24 },
  [GENLOCK_CONNECTION_CABLE_LABEL] = {
    .name = "cable_label", .json = "cableLabel", .label = N_("Cable"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100),
    .width = 12 },
  [GENLOCK_CONNECTION_CABLE_TYPE] = {
    .name = "cable_type", .json = "cableType", .label = N_("Cable type"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100),
    .width = 14 },
  [GENLOCK_CONNECTION_LENGTH_M] = {
    .name = "length_m", .json = "lengthM", .label = N_("Length"), .unit = "m",
    .type = GENLOCK_REAL, .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 1000000),
    .width = 8 },
  [GENLOCK_CONNECTION_SIGNAL_TYPE] = {
    .name = "signal_type", .json = "signalType", .label = N_("Signal"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100),
    .width = 12 },
  [GENLOCK_CONNECTION_FORMAT] = {
    .name = "format", .json = "format", .label = N_("Format"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 16 },
  [GENLOCK_CONNECTION_COLOR] = {
    .name = "color", .json = "color", .label = N_("Colour"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_AUTO, .bounds = GENLOCK_BOUNDS (0, 100), .width = 10 },
  [GENLOCK_CONNECTION_VIA] = {
    .name = "via", .json = "via", .label = N_("Via"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 12 },
  [GENLOCK_CONNECTION_SNAKE] = {
    .name = "snake", .json = "snake", .label = N_("Snake"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 200),
    .width = 12 },
  [GENLOCK_CONNECTION_STRAND] = {
    .name = "strand", .json = "strand", .label = N_("Strand"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE | GENLOCK_SEARCHED, .bounds = GENLOCK_BOUNDS (0, 100), .width = 8 },
  [GENLOCK_CONNECTION_RUN] = {
    .name = "run", .json = "run", .label = N_("Run"), .type = GENLOCK_BOOL, .preset = "false",
    .width = 5 },
  [GENLOCK_CONNECTION_TESTED] = {
    .name = "tested", .json = "tested", .label = N_("Tested"), .type = GENLOCK_BOOL,
    .preset = "false", .width = 6 },
  [GENLOCK_CONNECTION_LINK_GROUP] = {
    .name = "link_group", .json = "linkGroup", .label = N_("Link group"), .type = GENLOCK_TEXT,
    .flags = GENLOCK_NULLABLE, .bounds = GENLOCK_BOUNDS (0, 100), .width = 10 },
  [GENLOCK_CONNECTION_VIEW] = {
    .name = "view", .json = "view", .label = N_("View"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE | GENLOCK_AUTO },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_CONNECTION_N_FIELDS);

static const char * const indexes[] = {
  "production_id",
  "source_id",
  "source_output_id",
  "intermediate_id",
  "destination_id",
  NULL,
};

static const guint names[] = { GENLOCK_CONNECTION_CABLE_LABEL, 0 };

static void
empty (GenlockValue *value)
{
  genlock_value_clear (value);
  value->kind = GENLOCK_VALUE_NULL;
}

/* A row says up to three links: into the device, through it, and out of it; or straight from
 * the source to the destination. Without its device all that it said is gone. */
static gboolean
detach (GenlockValue *values,
        guint ref_field)
{
  switch (ref_field)
    {
    case GENLOCK_CONNECTION_SOURCE_ID:
      empty (&values[GENLOCK_CONNECTION_SOURCE_ID]);
      empty (&values[GENLOCK_CONNECTION_SOURCE_OUTPUT_ID]);
      break;

    case GENLOCK_CONNECTION_DESTINATION_ID:
      empty (&values[GENLOCK_CONNECTION_DESTINATION_TYPE]);
      empty (&values[GENLOCK_CONNECTION_DESTINATION_ID]);
      empty (&values[GENLOCK_CONNECTION_DESTINATION_INPUT]);
      break;

    default:
      return FALSE;
    }

  if (!genlock_value_has (&values[GENLOCK_CONNECTION_INTERMEDIATE_ID]))
    return FALSE;

  return genlock_value_has (&values[GENLOCK_CONNECTION_SOURCE_ID])
         || genlock_value_has (&values[GENLOCK_CONNECTION_DESTINATION_ID])
         || (genlock_value_has (&values[GENLOCK_CONNECTION_INTERMEDIATE_INPUT])
             && genlock_value_has (&values[GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT]));
}

const GenlockTable genlock_connections = {
  .name = "connections",
  .label = N_("connection"),
  .label_plural = N_("connections"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_CONNECTION_PRODUCTION_ID,
  .name_fields = names,
  .detach = detach,
};
