/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The searched text of many rows in one piece, so that a search takes milliseconds. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-query-private.h"

G_BEGIN_DECLS

/**
 * GenlockHaystack:
 *
 * Case-folded text of the searched fields of the rows of a query's scope, their children and
 * the names of what their searched links lead to: about 100 bytes a row.
 */
typedef struct _GenlockHaystack GenlockHaystack;

/**
 * genlock_haystack_new:
 * @database: a read connection, in a transaction
 * @query: whose scope to read; its filters and search do not matter
 * @n_rows: how many rows are in it, or about so many
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable): the text of all rows in scope
 */
GenlockHaystack *genlock_haystack_new (GenlockDatabase *database,
                                       const GenlockQuery *query,
                                       guint n_rows,
                                       GError **error);
void genlock_haystack_free (GenlockHaystack *haystack);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockHaystack, genlock_haystack_free)

/**
 * genlock_haystack_search:
 * @haystack: text
 * @text: words, separated by white space
 *
 * Returns: (transfer full) (element-type gint64): the rows in which each word occurs somewhere,
 *   case aside, in no order
 */
GArray *genlock_haystack_search (GenlockHaystack *haystack,
                                 const char *text);

G_END_DECLS
