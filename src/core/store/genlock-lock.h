/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lock beside a database: whoever holds it writes and checkpoints. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockLock:
 *
 * A kernel lock (flock) on "NAME.lock" beside the database, gone with its process. One process
 * at a time writes and checkpoints: two can corrupt the write-ahead log of SQLite before 3.51.3.
 * The file, which stays, says who holds it and when the database was checked last; a holder that
 * is still named once the lock is free ended without letting go of it.
 */
typedef struct _GenlockLock GenlockLock;

/**
 * genlock_lock_take:
 * @database: the path of a database
 * @wait: how long to wait for another holder, in milliseconds; 0 does not wait
 * @error: %GENLOCK_STORE_ERROR_LOCKED, whose message names the holder's process and computer where
 *   they are known; %GENLOCK_STORE_ERROR_READ_ONLY; %GENLOCK_STORE_ERROR_FAILED
 *
 * Blocks up to @wait.
 *
 * Returns: (transfer full) (nullable): the lock
 */
GenlockLock *genlock_lock_take (const char *database,
                                guint wait,
                                GError **error);

/* Lets go of the lock; its file stays. Where the last holder did not and nobody has checked the
 * database since, that stays on record. */
void genlock_lock_release (GenlockLock *lock);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockLock, genlock_lock_release)

/* Whether the last holder let go, or the database was checked since. */
gboolean genlock_lock_is_clean (const GenlockLock *lock);

/* When the database was checked last, in seconds since 1970; 0 = never. */
gint64 genlock_lock_get_checked (const GenlockLock *lock);

/* @seconds: now: the database has been found whole */
void genlock_lock_set_checked (GenlockLock *lock,
                               gint64 seconds);

G_END_DECLS
