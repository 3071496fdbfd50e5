/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of a store: backups, restoring, checking, salvaging what a damaged file still holds. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * genlock_database_backup:
 * @path: a database, open elsewhere or not
 * @target: the copy; replaced only when the new one is whole and on disk
 * @cancellable: (nullable): stops with nothing left behind
 * @error: #GenlockStoreError
 *
 * Copies through SQLite's backup interface, checks the copy, then renames it into place.
 *
 * Returns: whether @target is a whole copy
 */
gboolean genlock_database_backup (const char *path,
                                  const char *target,
                                  GCancellable *cancellable,
                                  GError **error);

/**
 * genlock_database_restore:
 * @path: the database to replace; nobody may have it open for writing
 * @backup: a copy that genlock_database_backup() made
 * @error: #GenlockStoreError: @backup is checked first
 *
 * What @path held is kept beside it as "NAME.before-restore-TIME".
 *
 * Returns: whether @path now holds what @backup holds
 */
gboolean genlock_database_restore (const char *path,
                                   const char *backup,
                                   GError **error);

/**
 * genlock_database_verify:
 * @path: a database
 * @problems: (element-type utf8): where sentences are added: damage that integrity_check
 *   finds, rows that break a rule of the schema, links to rows that are not there
 * @error: #GenlockStoreError where the file cannot be read at all
 *
 * Returns: whether it could be checked; whole where @problems stays empty
 */
gboolean genlock_database_verify (const char *path,
                                  GPtrArray *problems,
                                  GError **error);

/**
 * genlock_database_salvage:
 * @path: a damaged database; never written
 * @target: a file that does not exist yet
 * @n_rows: (out): how many rows were saved
 * @problems: (element-type utf8): what could not be read
 * @error: #GenlockStoreError
 *
 * Reads row by row what can still be read, in both directions around damaged pages, into a
 * fresh database with unsent changes and the change log.
 *
 * Returns: whether @target was written
 */
gboolean genlock_database_salvage (const char *path,
                                   const char *target,
                                   guint64 *n_rows,
                                   GPtrArray *problems,
                                   GError **error);

/**
 * genlock_database_list_backups:
 * @path: a database
 *
 * Returns: (transfer full) (element-type filename): the daily backups and those before
 *   migrations that stand in "backups" beside @path, newest first
 */
GPtrArray *genlock_database_list_backups (const char *path);

G_END_DECLS
