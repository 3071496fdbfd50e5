/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many rows each show has, so that a list knows its length before it has its order. */

#pragma once

#include "core/store/genlock-changes.h"
#include "core/store/genlock-database.h"
#include "core/store/genlock-query.h"

G_BEGIN_DECLS

/**
 * GenlockScopeSizes:
 *
 * Counting 100,000 rows takes SQLite longer than fetching the first page of them. What was
 * counted is kept until rows come or go. Reference-counted (atomically) and safe to use from any
 * thread.
 */
typedef struct _GenlockScopeSizes GenlockScopeSizes;

GenlockScopeSizes *genlock_scope_sizes_new (void);
GenlockScopeSizes *genlock_scope_sizes_ref (GenlockScopeSizes *sizes);
void genlock_scope_sizes_unref (GenlockScopeSizes *sizes);

/**
 * genlock_scope_sizes_count_all:
 * @sizes: sizes
 * @database: a read connection
 * @error: #GenlockStoreError
 *
 * Counts the live rows of every show and of every table that belongs to none.
 *
 * Returns: whether all were counted
 */
gboolean genlock_scope_sizes_count_all (GenlockScopeSizes *sizes,
                                        GenlockDatabase *database,
                                        GError **error);

/**
 * genlock_scope_sizes_get:
 * @sizes: sizes
 * @database: a read connection, in a transaction
 * @query: whose scope is asked for, live rows only
 * @n_rows: (out): how many rows are in it
 * @error: #GenlockStoreError
 *
 * Returns: whether the size was known or could be counted
 */
gboolean genlock_scope_sizes_get (GenlockScopeSizes *sizes,
                                  GenlockDatabase *database,
                                  const GenlockQuery *query,
                                  guint *n_rows,
                                  GError **error);

/* @changes: (nullable): what a transaction changed; %NULL = anything */
void genlock_scope_sizes_forget (GenlockScopeSizes *sizes,
                                 const GenlockChanges *changes);

G_END_DECLS
