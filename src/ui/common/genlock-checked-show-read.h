/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a checked show is read: all of it, or what has changed. */

#pragma once

#include "core/store/genlock-store.h"
#include "signal/genlock-signal-rules.h"

G_BEGIN_DECLS

/* A row that changed. */
typedef struct
{
  const GenlockTable *table;
  char *id;
} GenlockShowKey;

/* What came of reading all. */
typedef struct
{
  GenlockSignalGraph *graph;
  GenlockSignalCheck *check;
  GPtrArray *places; /* (element-type GenlockRecord): rows of graph_nodes */
} GenlockShowLoaded;

void genlock_show_loaded_free (GenlockShowLoaded *loaded);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockShowLoaded, genlock_show_loaded_free)

/* (element-type GenlockShowKey), which frees its elements. */
GArray *genlock_show_keys_new (void);

/* (nullable): the table of the rows that the rules look at in which rows of @table are nested; or
 * @table itself. */
const GenlockTable *genlock_show_find_table (const GenlockTable *table);

/* Reads a show and checks it, with the shipped library. */
void genlock_show_load_async (GenlockStore *store,
                              const char *production_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);
GenlockShowLoaded *genlock_show_load_finish (GAsyncResult *result,
                                             GError **error);

/* Reads the rows of @keys (transfer full), whole, and the equipment of those that came. */
void genlock_show_fetch_async (GenlockStore *store,
                               GArray *keys,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) (nullable) (element-type GenlockRecord) */
GPtrArray *genlock_show_fetch_finish (GAsyncResult *result,
                                      GError **error);

G_END_DECLS
