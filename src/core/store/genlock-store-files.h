/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Opening a database file: the lock, the checks, the writing connection. */

#pragma once

#include "core/store/genlock-database.h"
#include "core/store/genlock-lock.h"

G_BEGIN_DECLS

/* What its one writer has of a database. */
typedef struct
{
  GenlockLock *lock;       /* owned */
  GenlockDatabase *writer; /* owned */
} GenlockStoreFiles;

/**
 * genlock_store_files_open:
 * @path: the database; it and its folder are made where they are missing
 * @wait: how long to wait for the lock, in milliseconds
 * @error: %GENLOCK_STORE_ERROR_LOCKED and all others of #GenlockStoreError
 *
 * Takes the lock, checks a file that was not closed properly or not checked for a week, makes or
 * migrates the tables. Takes seconds for a large file.
 *
 * Returns: (transfer full) (nullable): the open files
 */
GenlockStoreFiles *genlock_store_files_open (const char *path,
                                             guint wait,
                                             GError **error);

/* Writes the log back into the file, closes it and lets go of the lock. */
void genlock_store_files_close (GenlockStoreFiles *files);

/**
 * genlock_store_files_check_readable:
 * @path: the database
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND, %GENLOCK_STORE_ERROR_NEWER and all others of
 *   #GenlockStoreError
 *
 * Returns: whether this Genlock can read @path as it is
 */
gboolean genlock_store_files_check_readable (const char *path,
                                             GError **error);

G_END_DECLS
