/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The children of all rows that a query is about, in one go. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-query-private.h"

G_BEGIN_DECLS

/* Whether rows of @table are nested in those of @ancestor, or in rows that are. */
gboolean genlock_children_are_below (const GenlockTable *table,
                                     const GenlockTable *ancestor);

/**
 * genlock_children_prepare:
 * @database: a read connection
 * @query: whose scope is meant
 * @n_rows: how many rows are in it
 * @child: a table below the query's: nested in it, or in one that is
 * @columns: columns of @child, separated by commas
 * @error: #GenlockStoreError
 *
 * Where the scope is most of what there is, all children are read in one pass through the table,
 * also those of other rows; else those of the rows in the scope are looked up. Dead children come
 * only where the query is about deleted rows.
 *
 * Returns: (transfer full) (nullable): rows of the id of the query's row and @columns, in no order
 */
GenlockStatement *genlock_children_prepare (GenlockDatabase *database,
                                            const GenlockQuery *query,
                                            guint n_rows,
                                            const GenlockTable *child,
                                            const char *columns,
                                            GError **error);

G_END_DECLS
