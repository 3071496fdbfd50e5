/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values by which a query sorts its rows. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-ids.h"
#include "core/store/genlock-query-private.h"
#include "core/store/genlock-rowids.h"
#include "core/store/genlock-sort-keys.h"

G_BEGIN_DECLS

/**
 * genlock_order_keys_read:
 * @database: a read connection, in a transaction
 * @query: a query that sorts by a field of its own table
 * @places: where each row stands in the default order
 * @n_rows: how many rows are in the query's scope
 * @keys: where the value of each row in scope is set, by that place
 * @error: #GenlockStoreError
 *
 * Text sorts naturally, choices in their own order, links by the name of what they lead to.
 *
 * Returns: whether all were read
 */
gboolean genlock_order_keys_read (GenlockDatabase *database,
                                  const GenlockQuery *query,
                                  const GenlockRowids *places,
                                  guint n_rows,
                                  GenlockSortKeys *keys,
                                  GError **error);

/**
 * genlock_order_keys_read_child:
 * @database: a read connection, in a transaction
 * @query: a query that sorts by a field of a nested table
 * @ids: numbers of the rows by id
 * @numbers: (array): the place in the default order of each number of @ids
 * @n_rows: how many
 * @keys: where the value of the first child of each row is set, by that place
 * @error: #GenlockStoreError
 *
 * Returns: whether all were read
 */
gboolean genlock_order_keys_read_child (GenlockDatabase *database,
                                        const GenlockQuery *query,
                                        GenlockIds *ids,
                                        const guint *numbers,
                                        guint n_rows,
                                        GenlockSortKeys *keys,
                                        GError **error);

/**
 * genlock_order_keys_read_counts:
 * @database: a read connection, in a transaction
 * @query: a query that sorts by the number of nested rows
 * @ids: numbers of the rows by id
 * @numbers: (array): the place in the default order of each number of @ids
 * @n_rows: how many
 * @keys: where the number of each row is set, by that place
 * @error: #GenlockStoreError
 *
 * Returns: whether all were read
 */
gboolean genlock_order_keys_read_counts (GenlockDatabase *database,
                                         const GenlockQuery *query,
                                         GenlockIds *ids,
                                         const guint *numbers,
                                         guint n_rows,
                                         GenlockSortKeys *keys,
                                         GError **error);

G_END_DECLS
