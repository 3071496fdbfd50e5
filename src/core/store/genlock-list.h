/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a query as a list model that fetches what is looked at. */

#pragma once

#include "core/model/genlock-row.h"
#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockList:
 *
 * A #GListModel of #GenlockRow, each with its children. Order and length come from one query
 * in a worker thread, rows in pages as they are asked for; an item whose row is not there yet
 * has a %NULL record and notifies "record" when it comes. After a change in the store the query
 * runs again and items-changed tells the smallest difference: selection and scroll position
 * stay, rows that only changed keep their object.
 *
 * Where the database cannot be read "error" says so and the list tries again by itself, after a
 * second, then less often, and at the next change. Until then rows stay that were right before
 * that change; where another query has been set there are none.
 *
 * Properties: "store" (construct-only), "query", "n-items", "loading" (boolean: a query is
 * under way), "error" (nullable string).
 */
#define GENLOCK_TYPE_LIST (genlock_list_get_type ())
G_DECLARE_FINAL_TYPE (GenlockList, genlock_list, GENLOCK, LIST, GObject)

/**
 * genlock_list_new:
 * @store: a store
 * @query: (nullable): which rows; %NULL shows none
 *
 * Returns: (transfer full): the list, filled soon ("loading")
 */
GenlockList *genlock_list_new (GenlockStore *store,
                               const GenlockQuery *query);

/* Keeps what is there until the new order has come, then tells the difference. May be called by
 * those who are told of a change, too. */
void genlock_list_set_query (GenlockList *list,
                             const GenlockQuery *query);
const GenlockQuery *genlock_list_get_query (GenlockList *list);
gboolean genlock_list_get_loading (GenlockList *list);

/**
 * genlock_list_set_max_runs:
 * @list: a list
 * @max_runs: how many runs of a difference are told one by one; 0 = all (the default)
 *
 * A difference of more runs is told as one, from the first row that is another to the last. For a
 * view that makes widgets for its rows: it would make them anew for each run.
 */
void genlock_list_set_max_runs (GenlockList *list,
                                guint max_runs);

/**
 * genlock_list_find:
 * @list: a list
 * @id: a row's id
 * @position: (out): where it stands
 *
 * Blocks for one look-up by key.
 *
 * Returns: whether @id is in the list
 */
gboolean genlock_list_find (GenlockList *list,
                            const char *id,
                            guint *position);

/**
 * genlock_list_fetch_async:
 * @positions: (array length=n_positions): places, ascending
 *
 * Fetches the rows at @positions whole, seen yet or not: for copying, bulk edit and deleting. They
 * are as they are when they come. Fails with %GENLOCK_STORE_ERROR_FAILED where other rows have
 * taken those places before it was known which rows stood there.
 */
void genlock_list_fetch_async (GenlockList *list,
                               const guint *positions,
                               gsize n_positions,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) (element-type GenlockRecord) */
GPtrArray *genlock_list_fetch_finish (GenlockList *list,
                                      GAsyncResult *result,
                                      GError **error);

G_END_DECLS
