/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes mean to a query. */

#pragma once

#include "core/store/genlock-changes.h"
#include "core/store/genlock-query.h"

G_BEGIN_DECLS

/**
 * GenlockEffect:
 * @rows: rows of the query's scope came or went, or the default order of them may differ
 * @text: searched text may differ
 * @order: the answer of the query may differ, other than in the rows' own fields
 */
typedef struct
{
  gboolean rows;
  gboolean text;
  gboolean order;
} GenlockEffect;

/**
 * genlock_effect_of:
 * @query: a query
 * @changes: (nullable): what a transaction changed; %NULL = anything
 *
 * Returns: what @changes mean to @query
 */
GenlockEffect genlock_effect_of (const GenlockQuery *query,
                                 const GenlockChanges *changes);

G_END_DECLS
