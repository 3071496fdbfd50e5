/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows in SQL, derived from the descriptions: columns, statements, binding and reading. */

#pragma once

#include "core/model/genlock-record.h"
#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * genlock_row_sql_columns:
 * @table: a table
 * @prefix: (nullable): stands before each column ("a.")
 *
 * Returns: (transfer full): every column in the order of the fields, separated by commas: what
 *   genlock_row_sql_read() reads when it begins the result
 */
char *genlock_row_sql_columns (const GenlockTable *table,
                               const char *prefix);

/**
 * genlock_row_sql_insert:
 * @table: a table
 *
 * Returns: (transfer full): an INSERT with a parameter for each field, at the place of the field;
 *   of a replicating table it does nothing where a row has that id
 */
char *genlock_row_sql_insert (const GenlockTable *table);

/**
 * genlock_row_sql_update:
 * @table: a replicating table
 * @fields: the fields to set (bit n is field n)
 *
 * Returns: (transfer full): an UPDATE of one row with a parameter for each of @fields in their
 *   order, from place 0, then one for the id
 */
char *genlock_row_sql_update (const GenlockTable *table,
                              guint64 fields);

/**
 * genlock_row_sql_select:
 * @table: a table
 * @where: (nullable): a condition with named parameters, and what may follow it
 *
 * Returns: (transfer full): a SELECT of every column
 */
char *genlock_row_sql_select (const GenlockTable *table,
                              const char *where);

/**
 * genlock_row_sql_read:
 * @statement: has just stepped to a row whose first columns are genlock_row_sql_columns()
 * @table: the table
 *
 * Returns: (transfer full): the whole row, without children
 */
GenlockRecord *genlock_row_sql_read (GenlockStatement *statement,
                                     const GenlockTable *table);

/**
 * genlock_row_sql_get:
 * @database: a connection
 * @table: a replicating table
 * @id: an id
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the row, live or deleted, without children
 */
GenlockRecord *genlock_row_sql_get (GenlockDatabase *database,
                                    const GenlockTable *table,
                                    const char *id,
                                    GError **error);

/**
 * genlock_row_sql_list:
 * @database: a connection
 * @table: a table
 * @where: as in genlock_row_sql_select(), with the parameter :id if any
 * @id: (nullable): what it stands for
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type GenlockRecord): the rows, without children
 */
GPtrArray *genlock_row_sql_list (GenlockDatabase *database,
                                 const GenlockTable *table,
                                 const char *where,
                                 const char *id,
                                 GError **error);

/**
 * genlock_row_sql_write_insert:
 * @database: a connection
 * @record: a row; absent fields are written as null
 * @error: #GenlockStoreError
 *
 * Returns: whether it ran: genlock_database_get_n_changed() is 0 where the id is taken
 */
gboolean genlock_row_sql_write_insert (GenlockDatabase *database,
                                       const GenlockRecord *record,
                                       GError **error);

/**
 * genlock_row_sql_write_update:
 * @database: a connection
 * @record: a row of a replicating table with its id
 * @fields: which of its fields to write (bit n is field n), not 0
 * @error: #GenlockStoreError
 *
 * Returns: whether it ran
 */
gboolean genlock_row_sql_write_update (GenlockDatabase *database,
                                       const GenlockRecord *record,
                                       guint64 fields,
                                       GError **error);

G_END_DECLS
