/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows a list shows and in which order, as data. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockQuery:
 *
 * Rows of one table; live ones unless told otherwise, all of them in the default order (the
 * table's name fields, natural: "SRC 2" before "SRC 10") unless told otherwise. Copied where it
 * is kept.
 */
typedef struct _GenlockQuery GenlockQuery;

GenlockQuery *genlock_query_new (const GenlockTable *table);
GenlockQuery *genlock_query_copy (const GenlockQuery *query);
void genlock_query_free (GenlockQuery *query);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockQuery, genlock_query_free)

gboolean genlock_query_equal (const GenlockQuery *a,
                              const GenlockQuery *b);

const GenlockTable *genlock_query_get_table (const GenlockQuery *query);

/* Only rows whose parent link is @parent_id: the sources of a show. */
void genlock_query_set_parent (GenlockQuery *query,
                               const char *parent_id);
const char *genlock_query_get_parent (const GenlockQuery *query);

/**
 * genlock_query_set_filter:
 * @query: a query
 * @field: a field
 * @words: (array zero-terminated=1): values as text; "" stands for null
 * @exclude: whether rows with one of @words are left out instead of the others
 *
 * Replaces an earlier filter on @field; %NULL as @words removes it.
 */
void genlock_query_set_filter (GenlockQuery *query,
                               guint field,
                               const char * const *words,
                               gboolean exclude);

/* Rows in whose searched fields (children's too) each word of @text occurs, case aside; "" or
 * %NULL: all. */
void genlock_query_set_search (GenlockQuery *query,
                               const char *text);
const char *genlock_query_get_search (const GenlockQuery *query);

/* Order by @field (0 = the default order), rows without a value last, then by the default
 * order. */
void genlock_query_set_sort (GenlockQuery *query,
                             guint field,
                             gboolean descending);

/* Order by the first child of @table (a source's first connector). */
void genlock_query_set_sort_child (GenlockQuery *query,
                                   const GenlockTable *table,
                                   guint field,
                                   gboolean descending);

/**
 * genlock_query_set_sort_count:
 * @query: a query
 * @descending: whether the most come first
 *
 * Order by how many rows are nested in each, at the ends: of a frame its own ports and those of
 * its cards, not the cards.
 */
void genlock_query_set_sort_count (GenlockQuery *query,
                                   gboolean descending);

/**
 * genlock_query_set_sort_then:
 * @query: a query
 * @field: a field; 0 for none
 *
 * Rows that the sort leaves equal stand in the order of @field, then in the default order. A
 * change of the sort keeps it.
 */
void genlock_query_set_sort_then (GenlockQuery *query,
                                  guint field);

/**
 * genlock_query_set_ids:
 * @query: a query
 * @ids: (nullable) (element-type utf8): ids of rows, no longer changed; %NULL for all
 *
 * Those of the rows alone that @ids names, in its order: for who orders them by what the database
 * does not know. Filters, search and sort are not looked at then; ids of other rows are passed
 * over.
 */
void genlock_query_set_ids (GenlockQuery *query,
                            GPtrArray *ids);

/* Deleted rows too (@only = FALSE) or alone. */
void genlock_query_set_deleted (GenlockQuery *query,
                                gboolean include,
                                gboolean only);

G_END_DECLS
