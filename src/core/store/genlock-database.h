/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite connection, used by one thread at a time. */

#pragma once

#include <gio/gio.h>

#include "core/store/genlock-statement.h"
#include "core/store/genlock-store-error.h"

G_BEGIN_DECLS

/* "GNLK": says in the file's header whose it is. */
#define GENLOCK_DATABASE_APPLICATION_ID 0x474e4c4b

/**
 * GenlockDatabaseMode:
 * @GENLOCK_DATABASE_READ: never writes, never checkpoints
 * @GENLOCK_DATABASE_WRITE: the one connection of all processes that writes and checkpoints; its
 *   owner holds the lock beside the file
 * @GENLOCK_DATABASE_CREATE: as %GENLOCK_DATABASE_WRITE; makes the file where it is missing
 */
typedef enum
{
  GENLOCK_DATABASE_READ,
  GENLOCK_DATABASE_WRITE,
  GENLOCK_DATABASE_CREATE,
} GenlockDatabaseMode;

/**
 * GenlockDatabase:
 *
 * A connection with its prepared statements. Not bound to the thread that opened it, but never
 * used by two at once.
 */
typedef struct _GenlockDatabase GenlockDatabase;

/**
 * genlock_database_open:
 * @path: the file
 * @mode: see #GenlockDatabaseMode
 * @error: %GENLOCK_STORE_ERROR_FOREIGN where @path has another program's data,
 *   %GENLOCK_STORE_ERROR_DAMAGED, %GENLOCK_STORE_ERROR_FAILED …
 *
 * Sets what every connection needs (durable commits, foreign keys, limits). An empty file passes:
 * genlock_ddl_create() makes it a database. Whose version it is is for the caller to check.
 *
 * Returns: (transfer full) (nullable): the connection
 */
GenlockDatabase *genlock_database_open (const char *path,
                                        GenlockDatabaseMode mode,
                                        GError **error);

/* Frees the statements and closes; none may be in use. */
void genlock_database_free (GenlockDatabase *database);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockDatabase, genlock_database_free)

/* (transfer none): for SQLite's backup interface only. */
sqlite3 *genlock_database_get_handle (GenlockDatabase *database);

const char *genlock_database_get_path (GenlockDatabase *database);

/**
 * genlock_database_set_cancellable:
 * @database: a connection
 * @cancellable: (nullable) (transfer none): ends running statements with %G_IO_ERROR_CANCELLED
 *   once it is cancelled, from any thread; kept until it is replaced
 */
void genlock_database_set_cancellable (GenlockDatabase *database,
                                       GCancellable *cancellable);

/**
 * genlock_database_prepare:
 * @database: a connection
 * @sql: one statement
 * @error: #GenlockStoreError
 *
 * Prepares @sql, or takes it from those that were released before.
 *
 * Returns: (transfer full) (nullable): the statement; g_autoptr gives it back
 */
GenlockStatement *genlock_database_prepare (GenlockDatabase *database,
                                            const char *sql,
                                            GError **error);

/**
 * genlock_database_execute:
 * @database: a connection
 * @sql: any number of statements without parameters
 * @error: #GenlockStoreError
 *
 * Returns: whether all of them ran
 */
gboolean genlock_database_execute (GenlockDatabase *database,
                                   const char *sql,
                                   GError **error);

/**
 * genlock_database_query_int:
 * @database: a connection
 * @sql: a statement without parameters that has one row and column ("PRAGMA user_version")
 * @value: (out): what it says; 0 where it has no row
 * @error: #GenlockStoreError
 *
 * Returns: whether it ran
 */
gboolean genlock_database_query_int (GenlockDatabase *database,
                                     const char *sql,
                                     gint64 *value,
                                     GError **error);

/* BEGIN IMMEDIATE: the other writers wait (up to 5 s) from here on. */
gboolean genlock_database_begin_write (GenlockDatabase *database,
                                       GError **error);

/* A read transaction: all statements up to commit or rollback see one state. */
gboolean genlock_database_begin_read (GenlockDatabase *database,
                                      GError **error);

/* Durable when it returns TRUE; rolled back when it fails. */
gboolean genlock_database_commit (GenlockDatabase *database,
                                  GError **error);

/* Does nothing where no transaction is open. */
void genlock_database_rollback (GenlockDatabase *database);

gboolean genlock_database_in_transaction (GenlockDatabase *database);

/* Rows that the last INSERT, UPDATE or DELETE touched. */
guint genlock_database_get_n_changed (GenlockDatabase *database);

/* The rowid of the last INSERT. */
gint64 genlock_database_get_last_rowid (GenlockDatabase *database);

/**
 * genlock_database_get_data_version:
 * @database: a connection
 *
 * Returns: a number that differs after another connection has committed; 0 on an error
 */
gint64 genlock_database_get_data_version (GenlockDatabase *database);

G_END_DECLS
