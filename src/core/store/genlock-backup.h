/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Copies of a database in the folder "backups" beside it. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/* How many daily copies stay. */
#define GENLOCK_BACKUP_DAYS 14

/**
 * genlock_backup_copy:
 * @source: a connection of any mode
 * @target: the copy; replaced only when the new one is whole and on disk
 * @cancellable: (nullable): stops with nothing left behind
 * @error: #GenlockStoreError
 *
 * Returns: whether @target is a whole copy, one file without a write-ahead log
 */
gboolean genlock_backup_copy (GenlockDatabase *source,
                              const char *target,
                              GCancellable *cancellable,
                              GError **error);

/**
 * genlock_backup_daily:
 * @source: a connection of any mode
 * @error: #GenlockStoreError
 *
 * Makes today's copy (by UTC) unless it stands there, and removes the oldest beyond
 * %GENLOCK_BACKUP_DAYS.
 *
 * Returns: whether today's copy is there
 */
gboolean genlock_backup_daily (GenlockDatabase *source,
                               GError **error);

/**
 * genlock_backup_before_migration:
 * @source: a connection of any mode
 * @version: what it is migrated from
 * @error: #GenlockStoreError
 *
 * Returns: whether a copy was made; it stays until a person removes it
 */
gboolean genlock_backup_before_migration (GenlockDatabase *source,
                                          guint version,
                                          GError **error);

/**
 * genlock_backup_check:
 * @path: a database
 * @error: %GENLOCK_STORE_ERROR_DAMAGED, %GENLOCK_STORE_ERROR_FOREIGN …
 *
 * Returns: whether it opens as one of Genlock's and quick_check finds it whole
 */
gboolean genlock_backup_check (const char *path,
                               GError **error);

/* The file and its folder reach the disk. */
gboolean genlock_backup_sync (const char *path,
                              GError **error);

G_END_DECLS
