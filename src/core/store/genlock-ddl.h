/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables and indexes as SQL, derived from the descriptions. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/* The user_version of a database with these tables; raised with each migration. */
#define GENLOCK_DDL_VERSION 1

/**
 * genlock_ddl_natural_order:
 * @table: a table
 * @field: a field of text
 * @prefix: (nullable): stands before each column ("a.")
 *
 * The terms by which the index for the default order is sorted, to be repeated in ORDER BY word
 * for word: rows without a value last, "SRC 2" before "SRC 10", ASCII case aside.
 *
 * Returns: (transfer full): the terms, separated by commas
 */
char *genlock_ddl_natural_order (const GenlockTable *table,
                                 guint field,
                                 const char *prefix);

/**
 * genlock_ddl_default_order:
 * @table: a table
 * @prefix: (nullable): stands before each column
 *
 * The natural order by each of the table's name fields, the best first. Where the table is not
 * nested, an index on its parent (if it has one), is_deleted and these terms exists: with both
 * compared by "=" and "rowid" as the last term, rows come in order straight from it.
 *
 * Returns: (transfer full) (nullable): the terms; %NULL where the table has no names
 */
char *genlock_ddl_default_order (const GenlockTable *table,
                                 const char *prefix);

/* (transfer full): CREATE TABLE and CREATE INDEX of one table. */
char *genlock_ddl_table (const GenlockTable *table);

/* (transfer full): the same of all tables, as a fresh database has them. */
char *genlock_ddl_schema (void);

/**
 * genlock_ddl_create:
 * @database: an empty database, open for writing
 * @error: #GenlockStoreError
 *
 * Makes all tables and says in the file whose it is and which version, in one transaction.
 *
 * Returns: whether it is a Genlock database now
 */
gboolean genlock_ddl_create (GenlockDatabase *database,
                             GError **error);

G_END_DECLS
