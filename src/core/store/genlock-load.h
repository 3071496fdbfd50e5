/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole rows from the database: with their children, and theirs. */

#pragma once

#include "core/model/genlock-record.h"
#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * genlock_load_rows:
 * @database: a connection
 * @table: a table
 * @rowids: (array length=n): row numbers
 * @n: how many
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type GenlockRecord): the rows in that order with
 *   their children, %NULL in place of one that is not there
 */
GPtrArray *genlock_load_rows (GenlockDatabase *database,
                              const GenlockTable *table,
                              const gint64 *rowids,
                              gsize n,
                              GError **error);

/**
 * genlock_load_row:
 * @database: a connection
 * @table: a table whose rows have ids
 * @id: an id
 * @rowid: (out) (optional): the row's number
 * @error: %GENLOCK_STORE_ERROR_NOT_FOUND
 *
 * Returns: (transfer full) (nullable): the row, live or deleted, with its children: those of a
 *   dead one are the ones that went with it
 */
GenlockRecord *genlock_load_row (GenlockDatabase *database,
                                 const GenlockTable *table,
                                 const char *id,
                                 gint64 *rowid,
                                 GError **error);

G_END_DECLS
