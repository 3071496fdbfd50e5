/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a source, device or send stands on the canvas. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

enum
{
  GENLOCK_GRAPH_NODE_PRODUCTION_ID = GENLOCK_N_META,
  GENLOCK_GRAPH_NODE_NODE_TYPE,
  GENLOCK_GRAPH_NODE_NODE_ID,
  GENLOCK_GRAPH_NODE_X,
  GENLOCK_GRAPH_NODE_Y,
  GENLOCK_GRAPH_NODE_VIEW,
  GENLOCK_GRAPH_NODE_N_FIELDS,
};

extern const GenlockTable genlock_graph_nodes;

G_END_DECLS
