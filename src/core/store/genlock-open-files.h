/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which files this process has open through SQLite, which nothing else in it may touch. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Counted: what was added twice is open until it was removed twice. From any thread. */
void genlock_open_files_add (const char *path);
void genlock_open_files_remove (const char *path);

/**
 * genlock_open_files_has:
 * @path: (type filename): any file, also by another name (a link)
 *
 * A process that closes a file, by whichever descriptor, drops all of its record locks on it:
 * SQLite's too, and then another process may write at the same time. So whoever is about to open
 * a file that a person has chosen, or to put another one in its place, asks here first.
 *
 * Returns: whether @path is a database that this process has open, its log or its lock
 */
gboolean genlock_open_files_has (const char *path);

/* Whether @path is @database, its log or its lock, open or not. */
gboolean genlock_open_files_is_part_of (const char *path,
                                        const char *database);

G_END_DECLS
