/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a query holds, for those in this folder who answer it. */

#pragma once

#include "core/store/genlock-query.h"

G_BEGIN_DECLS

/* @words: (array zero-terminated=1): values as text, "" for null */
typedef struct
{
  guint field;
  gboolean exclude;
  GStrv words; /* owned */
} GenlockFilter;

struct _GenlockQuery
{
  const GenlockTable *table;
  char *parent_id;                /* owned, nullable */
  GArray *filters;                /* owned, by field (element-type GenlockFilter) */
  char *search;                   /* owned, nullable, never "" */
  const GenlockTable *sort_child; /* nullable: sort_field is a field of it */
  guint sort_field;               /* 0 = the default order */
  gboolean sort_count;            /* by the number of nested rows, sort_field is 0 */
  guint then_field;               /* 0 = none: where the sort leaves rows equal */
  GPtrArray *ids;                 /* owned, nullable (element-type utf8): which, in their order */
  gboolean descending;
  gboolean include_live;
  gboolean include_deleted;
};

/* Whether both are about the same rows with the same order among equals, before filters, search and
 * sort. */
gboolean genlock_query_same_scope (const GenlockQuery *a,
                                   const GenlockQuery *b);

/* Whether the default order stands, neither sort nor the other way round. */
gboolean genlock_query_is_plain_order (const GenlockQuery *query);

/* Whether every row of its parent is asked for: no filter, no search. */
gboolean genlock_query_is_unfiltered (const GenlockQuery *query);

G_END_DECLS
