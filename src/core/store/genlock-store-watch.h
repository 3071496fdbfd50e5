/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a store without the lock looks for: others' commits, and the lock getting free. */

#pragma once

#include "core/store/genlock-store-files.h"

G_BEGIN_DECLS

/**
 * GenlockStoreWatch:
 *
 * Used by one thread at a time: a worker looks, the owner reads what it saw.
 */
typedef struct _GenlockStoreWatch GenlockStoreWatch;

/* @take_lock: whether to open the database for writing once its lock is free */
GenlockStoreWatch *genlock_store_watch_new (const char *path,
                                            gboolean take_lock);
void genlock_store_watch_free (GenlockStoreWatch *watch);

/* Looks once; costs one statement on a connection of its own and a try at the lock. */
void genlock_store_watch_look (GenlockStoreWatch *watch);

/* Whether somebody has committed between the last two looks. */
gboolean genlock_store_watch_saw_change (GenlockStoreWatch *watch);

/* (transfer full) (nullable): the files, where the lock was free at the last look. */
GenlockStoreFiles *genlock_store_watch_steal_files (GenlockStoreWatch *watch);

G_END_DECLS
