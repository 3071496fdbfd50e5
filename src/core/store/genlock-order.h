/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a query in their order, as row numbers. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-query.h"
#include "core/store/genlock-scope-sizes.h"

G_BEGIN_DECLS

/**
 * GenlockOrder:
 *
 * Answers one query after the other and remembers what several have in common: the default
 * order of all rows of a parent, their ids, their searched text. Used by one thread at a time;
 * reference-counted (atomically).
 */
typedef struct _GenlockOrder GenlockOrder;

GenlockOrder *genlock_order_new (void);
GenlockOrder *genlock_order_ref (GenlockOrder *order);
void genlock_order_unref (GenlockOrder *order);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockOrder, genlock_order_unref)

/**
 * genlock_order_forget:
 * @order: an order
 * @rows: rows came, went or are called something else: forget everything
 *
 * Something has changed: forgets searched text, and all else where @rows is %TRUE.
 */
void genlock_order_forget (GenlockOrder *order,
                           gboolean rows);

/* Something has changed, whatever it is: forgets the values that rows are sorted by. */
void genlock_order_forget_keys (GenlockOrder *order);

/**
 * genlock_order_warm:
 * @order: an order that has just run
 * @database: a read connection, in a transaction
 * @query: which rows
 * @error: #GenlockStoreError
 *
 * Reads what the first search will need.
 *
 * Returns: whether it is there
 */
gboolean genlock_order_warm (GenlockOrder *order,
                             GenlockDatabase *database,
                             const GenlockQuery *query,
                             GError **error);

/**
 * genlock_order_run:
 * @order: an order
 * @database: a read connection
 * @query: which rows
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the row numbers, not to be changed
 */
GArray *genlock_order_run (GenlockOrder *order,
                           GenlockDatabase *database,
                           const GenlockQuery *query,
                           GError **error);

/**
 * genlock_order_head:
 * @database: a read connection, in a transaction
 * @sizes: where it is known, perhaps, how many there are in all
 * @query: which rows
 * @limit: how many at most
 * @n_rows: (out): how many there are in all
 * @error: #GenlockStoreError
 *
 * Answers straight from an index, where the query stays with the default order of all rows, or
 * with that of a field of few words and a text behind it.
 *
 * Returns: (transfer full) (nullable) (element-type gint64): the first rows; %NULL without an
 *   error where that takes the whole order
 */
GArray *genlock_order_head (GenlockDatabase *database,
                            GenlockScopeSizes *sizes,
                            const GenlockQuery *query,
                            guint limit,
                            guint *n_rows,
                            GError **error);

G_END_DECLS
