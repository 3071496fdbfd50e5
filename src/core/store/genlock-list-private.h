/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list is made of, for its own files. */

#pragma once

#include "core/store/genlock-list-cache.h"
#include "core/store/genlock-list-work.h"
#include "core/store/genlock-list.h"

G_BEGIN_DECLS

struct _GenlockList
{
  GObject parent_instance;

  GenlockStore *store; /* owned */
  GenlockQuery *query; /* owned, nullable */
  char *error; /* owned, nullable */
  GCancellable *cancellable; /* owned: of the refresh under way */

  GArray *rowids; /* owned: the order (element-type gint64) … */
  guint n_rest; /* … and how many rows follow whose numbers are not known yet */
  GArray *old_rowids; /* owned, nullable: while the difference is being told */
  guint old_rest;
  guint new_end; /* what stands before this place is told already … */
  guint old_start; /* … and what follows is this rest of the old order */
  gboolean unknown_asked; /* somebody has asked for a row whose number is not known yet */

  GenlockListCache *cache; /* owned */
  GenlockOrder *order; /* owned: with the worker while @refreshing */
  gboolean refreshing;
  gboolean warming; /* what it does is only to be ready for a search */
  gboolean warmed;
  GSource *warm_later; /* owned, nullable: when it becomes so */
  gboolean stale; /* the query has to run again after the one under way */
  gboolean forget_rows;
  gboolean forget_text;
  gboolean forget_keys;
  gboolean fresh; /* another scope: its first rows are wanted quickly */

  gboolean query_changed; /* other rows will be looked at: their records are wanted too */
  gboolean sent_rows; /* what the refresh under way was told to forget */
  gboolean sent_text;
  gboolean sent_keys;
  guint max_runs; /* of a difference, 0 = all: more are told as one */
  guint64 serial; /* counts orders: a difference is to the one it was worked out from */
  guint64 turn; /* counts those that put other rows in the places of those before */

  guint64 generation; /* counts changes: what was read before one is not believed */
  guint n_fetches;
  GHashTable *pending; /* owned (element-type gint64): rows that are being fetched */
  GArray *wanted; /* owned (element-type guint): places to fetch, the latest last */
  gboolean missing; /* rows that somebody has may be without a record, wherever they stand */
  guint looked_at; /* the lowest place of the last page that was asked for */

  gboolean order_failed; /* the last query failed: the order may be an old one */
  gboolean records_failed; /* some that somebody has may be old, or missing */
  guint retry_delay; /* s */
  GSource *retry; /* owned, nullable: tries again */
};

/* In genlock-list-order.c. */

guint genlock_list_count_items (GenlockList *list);

/* The number of the row at @position, below the number of items; 0 where it is not known yet. */
gint64 genlock_list_get_rowid (GenlockList *list,
                               guint position);

/* Takes over the order of @refresh, which was worked out from the present one. */
void genlock_list_take_refresh (GenlockList *list,
                                GenlockRefresh *refresh);

/* From now on there are no rows. */
void genlock_list_take_none (GenlockList *list);

/* In genlock-list-refresh.c. */

/* The query has to run, again where it is under way. */
void genlock_list_start_refresh (GenlockList *list);

/* What would be done for the next search is not done now. */
void genlock_list_stop_warming (GenlockList *list);

/* In genlock-list-fetch.c. */

/* Fetches the record of the row at @position and of those around it. */
void genlock_list_want (GenlockList *list,
                        guint position);

/* A query for records has ended; the next ones that wait begin. */
void genlock_list_fetched_cb (GObject *object,
                              GAsyncResult *result,
                              gpointer user_data);

/* Rows stand somewhere else now: what was to be fetched is found by its row, not by its place. */
void genlock_list_forget_places (GenlockList *list);

/* Takes what was read when the list was at @generation, as long as it still is. Returns: how many
 * of @records, from the first on. */
guint genlock_list_put_records (GenlockList *list,
                                guint64 generation,
                                GArray *rowids,
                                GPtrArray *records);

/* Believes no record any more: reads those that somebody has. */
void genlock_list_reload (GenlockList *list);

/* In genlock-list-patch.c. */

/* Brings the records that people look at up to date. @changes: (nullable): %NULL = anything */
void genlock_list_patch (GenlockList *list,
                         const GenlockChanges *changes);

/* In genlock-list-retry.c: the database could not be read, or can be again. */

void genlock_list_fail_order (GenlockList *list,
                              const GError *error);
void genlock_list_fail_records (GenlockList *list,
                                const GError *error);
void genlock_list_recover (GenlockList *list);

/* Tries what failed again, now. */
void genlock_list_retry (GenlockList *list);
void genlock_list_stop_retry (GenlockList *list);

G_END_DECLS
