/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows of a query have which value. */

#pragma once

#include "core/store/genlock-count.h"
#include "core/store/genlock-database.h"
#include "core/store/genlock-query.h"

G_BEGIN_DECLS

/**
 * genlock_counting_run:
 * @database: a read connection
 * @query: which rows; a filter on @field is not applied
 * @field: a field
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type GenlockCount): the values of @field, the most
 *   frequent first; empty text counts as null
 */
GArray *genlock_counting_run (GenlockDatabase *database,
                              const GenlockQuery *query,
                              guint field,
                              GError **error);

G_END_DECLS
