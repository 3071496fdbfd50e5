/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Brings a database to this program's version of the tables. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * GenlockMigration:
 * @version: the user_version that the database has afterwards
 * @sql: statements that lead there from the version before
 *
 * Frozen once released.
 */
typedef struct
{
  guint version;
  const char *sql;
} GenlockMigration;

/* Every migration, oldest first; ends with version 0. */
extern const GenlockMigration genlock_migrations[];

/**
 * genlock_migrate:
 * @database: open for writing, by the holder of the lock
 * @error: %GENLOCK_STORE_ERROR_NEWER where a newer Genlock wrote it, #GenlockStoreError
 *
 * Makes the tables of an empty database. One of an older version is copied to "backups" beside it
 * first and then migrated in one transaction; where that fails it is as it was.
 *
 * Returns: whether it has this program's version now
 */
gboolean genlock_migrate (GenlockDatabase *database,
                          GError **error);

/**
 * genlock_migrate_with:
 * @migrations: what to use instead of #genlock_migrations
 * @target: the version to reach instead of %GENLOCK_DDL_VERSION
 *
 * For tests of the way itself.
 */
gboolean genlock_migrate_with (GenlockDatabase *database,
                               const GenlockMigration *migrations,
                               guint target,
                               GError **error);

/**
 * genlock_migrate_check_version:
 * @database: a connection
 * @version: (out): its user_version
 * @error: %GENLOCK_STORE_ERROR_NEWER
 *
 * Returns: whether this program can read it; an older version is for a writer to migrate
 */
gboolean genlock_migrate_check_version (GenlockDatabase *database,
                                        guint *version,
                                        GError **error);

G_END_DECLS
