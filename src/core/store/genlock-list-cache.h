/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has of its rows: the objects in others' hands, the records fetched last. */

#pragma once

#include "core/model/genlock-row.h"

G_BEGIN_DECLS

/**
 * GenlockListCache:
 *
 * Row objects are held weakly: as long as somebody has one, its row number gives the same object
 * again. Records are held up to a limit, the least recently used go first.
 */
typedef struct _GenlockListCache GenlockListCache;

GenlockListCache *genlock_list_cache_new (void);
void genlock_list_cache_free (GenlockListCache *cache);

/* (transfer full): the object for row @rowid of @table, with its record where that is known. */
GenlockRow *genlock_list_cache_get_row (GenlockListCache *cache,
                                        const GenlockTable *table,
                                        gint64 rowid);

/* Whether the record of row @rowid is known. */
gboolean genlock_list_cache_knows (GenlockListCache *cache,
                                   gint64 rowid);

/* Whether somebody has the object for row @rowid. */
gboolean genlock_list_cache_holds (GenlockListCache *cache,
                                   gint64 rowid);

/* Keeps @record and gives it to the object that somebody has. */
void genlock_list_cache_put (GenlockListCache *cache,
                             gint64 rowid,
                             GenlockRecord *record);

/* Records that nobody looks at are dropped; the others stay until new ones are put. */
void genlock_list_cache_expire (GenlockListCache *cache);

/* Rows are no longer told to those who have their objects: another table follows. */
void genlock_list_cache_clear (GenlockListCache *cache);

/* (transfer full) (element-type gint64): rows of which somebody has the object. */
GArray *genlock_list_cache_get_held (GenlockListCache *cache);

/* Adds to the set @ids those of the rows whose known records have the row @id of @table nested in
 * them, however deep. */
void genlock_list_cache_find_parents (GenlockListCache *cache,
                                      const GenlockTable *table,
                                      const char *id,
                                      GHashTable *ids);

/* The number of the row with @id where its record is known; else 0. */
gint64 genlock_list_cache_find (GenlockListCache *cache,
                                const char *id);

G_END_DECLS
