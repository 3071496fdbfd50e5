/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a source, device or send stands on the canvas. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-choices.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"

static const GenlockRefTarget nodes[] = {
  { "SOURCE", &genlock_sources },
  { "DEVICE", &genlock_devices },
  { "SEND", &genlock_sends },
  { NULL, NULL },
};

static const GenlockField fields[] = {
  [GENLOCK_GRAPH_NODE_PRODUCTION_ID] = {
    .name = "production_id", .json = "productionId", .label = N_("Show"), .type = GENLOCK_LINK,
    .target = &genlock_productions, .on_delete = GENLOCK_CASCADE },
  [GENLOCK_GRAPH_NODE_NODE_TYPE] = {
    .name = "node_type", .json = "nodeType", .label = N_("Kind"), .type = GENLOCK_ENUM,
    .choices = genlock_node_types },
  [GENLOCK_GRAPH_NODE_NODE_ID] = {
    .name = "node_id", .json = "nodeId", .label = N_("Node"), .type = GENLOCK_REF,
    .ref_targets = nodes, .ref_field = GENLOCK_GRAPH_NODE_NODE_TYPE,
    .on_delete = GENLOCK_CASCADE },
  [GENLOCK_GRAPH_NODE_X] = {
    .name = "x", .json = "x", .label = N_("X"), .type = GENLOCK_REAL, .flags = GENLOCK_AUTO,
    .bounds = GENLOCK_BOUNDS (-1000000, 1000000) },
  [GENLOCK_GRAPH_NODE_Y] = {
    .name = "y", .json = "y", .label = N_("Y"), .type = GENLOCK_REAL, .flags = GENLOCK_AUTO,
    .bounds = GENLOCK_BOUNDS (-1000000, 1000000) },
  [GENLOCK_GRAPH_NODE_VIEW] = {
    .name = "view", .json = "view", .label = N_("View"), .type = GENLOCK_JSON,
    .flags = GENLOCK_NULLABLE | GENLOCK_AUTO },
};
G_STATIC_ASSERT (G_N_ELEMENTS (fields) == GENLOCK_GRAPH_NODE_N_FIELDS);

static const char * const indexes[] = {
  "production_id",
  "node_id",
  NULL,
};

const GenlockTable genlock_graph_nodes = {
  .name = "graph_nodes",
  .label = N_("place on the canvas"),
  .label_plural = N_("places on the canvas"),
  .n_meta = GENLOCK_N_META,
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .indexes = indexes,
  .parent_field = GENLOCK_GRAPH_NODE_PRODUCTION_ID,
};
