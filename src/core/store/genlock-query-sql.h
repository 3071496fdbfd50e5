/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The conditions of a query as SQL. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-query-private.h"

G_BEGIN_DECLS

/* No field's filter is left out. */
#define GENLOCK_QUERY_ALL_FILTERS G_MAXUINT

/**
 * genlock_query_sql_scope:
 * @query: a query
 *
 * Returns: (transfer full): " WHERE …": the rows of the query's parent, live or deleted as it
 *   says, whatever its filters and search; "" where that is every row
 */
char *genlock_query_sql_scope (const GenlockQuery *query);

/**
 * genlock_query_sql_where:
 * @query: a query
 * @but: a field whose filter is left out, or %GENLOCK_QUERY_ALL_FILTERS
 *
 * Returns: (transfer full): " WHERE …": the scope and the filters; the search is not SQL's
 */
char *genlock_query_sql_where (const GenlockQuery *query,
                               guint but);

/* Whether genlock_query_sql_table() takes a pass through the whole table. */
gboolean genlock_query_sql_takes_pass (const GenlockQuery *query,
                                       GenlockDatabase *database,
                                       guint n_rows);

/**
 * genlock_query_sql_table:
 * @query: a query
 * @database: a connection
 * @n_rows: how many rows are in the query's scope
 *
 * The order index finds the rows of a scope, but each of them by a look-up of its own. Where they
 * are most of the table a pass through it takes a fraction of the time.
 *
 * Returns: (transfer full): what to select from to read columns of all rows in scope
 */
char *genlock_query_sql_table (const GenlockQuery *query,
                               GenlockDatabase *database,
                               guint n_rows);

/* Binds what genlock_query_sql_scope() refers to. */
void genlock_query_sql_bind_scope (const GenlockQuery *query,
                                   GenlockStatement *statement);

/* Binds what genlock_query_sql_where() of the same @but refers to. */
void genlock_query_sql_bind (const GenlockQuery *query,
                             guint but,
                             GenlockStatement *statement);

G_END_DECLS
