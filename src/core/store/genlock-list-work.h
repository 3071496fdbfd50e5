/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has done for it in worker threads. */

#pragma once

#include "core/store/genlock-order.h"
#include "core/store/genlock-store-private.h"

G_BEGIN_DECLS

/**
 * GenlockRefresh:
 *
 * Works out the order of a query. The first part is handed in, the second comes back.
 */
typedef struct
{
  GenlockQuery *query;   /* owned */
  GenlockOrder *order;   /* owned: the list leaves it alone until this is back */
  GenlockScopeSizes *sizes; /* owned */
  gboolean forget_rows;  /* see genlock_order_forget() */
  gboolean forget_text;
  gboolean forget_keys;  /* see genlock_order_forget_keys() */
  gboolean warm; /* only to be ready for a search: nothing comes back */
  gboolean head_is_enough; /* the first rows are wanted at once where the index gives them */
  GArray *before;        /* owned: the order so far (element-type gint64) */
  guint first;           /* where the rows stand that are looked at */
  guint n_rows;          /* and how many they are: their records are fetched too */
  guint64 serial;        /* of the order so far */
  guint64 generation;    /* of the list when it asked */

  GArray *after;         /* owned: the order, of a head its beginning (element-type gint64) */
  gboolean is_head;
  guint n_total;
  GArray *splices;       /* owned (element-type GenlockSplice): from before to after */
  GArray *rowids;        /* owned (element-type gint64): of the records */
  GPtrArray *records;    /* owned (element-type GenlockRecord), nullable elements */
} GenlockRefresh;

void genlock_refresh_free (GenlockRefresh *refresh);

/* A GenlockStoreWork; @data: the refresh, which is also the result (transfer none). */
gpointer genlock_refresh_work (GenlockReaders *readers,
                               gpointer data,
                               GCancellable *cancellable,
                               GError **error);

/**
 * GenlockFetch:
 *
 * Fetches rows by their numbers.
 */
typedef struct
{
  const GenlockTable *table;
  GArray *rowids;     /* owned (element-type gint64) */
  guint64 generation; /* of the list when it asked */

  GPtrArray *records; /* owned (element-type GenlockRecord), nullable elements */
} GenlockFetch;

void genlock_fetch_free (GenlockFetch *fetch);
gpointer genlock_fetch_work (GenlockReaders *readers,
                             gpointer data,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
