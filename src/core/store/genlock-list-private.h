/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list is made of, for its two files. */

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
  gboolean stale; /* the query has to run again after the one under way */
  gboolean forget_rows;
  gboolean forget_text;
  gboolean fresh; /* another scope: its first rows are wanted quickly */

  gboolean query_changed; /* other rows will be looked at: their records are wanted too */
  gboolean sent_rows; /* what the refresh under way was told to forget */
  gboolean sent_text;
  guint64 serial; /* counts orders: a difference is to the one it was worked out from */

  guint64 generation; /* counts changes: what was read before one is not believed */
  guint n_fetches;
  GHashTable *pending; /* owned (element-type gint64): rows that are being fetched */
  GArray *wanted; /* owned (element-type guint): places to fetch, the latest last */
  gboolean missing; /* rows that somebody has may be without a record, wherever they stand */
  guint looked_at; /* the lowest place of the last page that was asked for */
};

/* The number of the row at @position, below the number of items; 0 where it is not known yet. */
gint64 genlock_list_get_rowid (GenlockList *list,
                               guint position);

/* Fetches the record of the row at @position and of those around it. */
void genlock_list_want (GenlockList *list,
                        guint position);

/* Rows stand somewhere else now: what was to be fetched is found by who has it, not by its place. */
void genlock_list_forget_places (GenlockList *list);

void genlock_list_put_records (GenlockList *list,
                               GArray *rowids,
                               GPtrArray *records);

/* Brings the records that people look at up to date. @changes: (nullable): %NULL = anything */
void genlock_list_patch (GenlockList *list,
                         const GenlockChanges *changes);

G_END_DECLS
