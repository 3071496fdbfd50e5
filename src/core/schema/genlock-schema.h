/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables. */

#pragma once

#include "core/schema/genlock-table.h"

G_BEGIN_DECLS

/**
 * genlock_schema_tables:
 *
 * Every table, parents before the tables that link to them; ends with %NULL.
 */
extern const GenlockTable * const genlock_schema_tables[];

/**
 * genlock_schema_find_table:
 * @name: the name as in SQL, or a table's alias
 *
 * Returns: (transfer none) (nullable): the table
 */
const GenlockTable *genlock_schema_find_table (const char *name);

/**
 * genlock_table_replicates:
 * @table: a table
 *
 * Returns: whether its rows travel between databases; else it stays in its own
 */
gboolean genlock_table_replicates (const GenlockTable *table);

/**
 * genlock_table_find_child:
 * @table: a table
 * @nested_as: the key of the array in the JSON of a row of @table
 *
 * Returns: (transfer none) (nullable): the table whose rows are nested under that key
 */
const GenlockTable *genlock_table_find_child (const GenlockTable *table,
                                              const char *nested_as);

/**
 * genlock_table_is_nested:
 * @table: a table
 * @parent: another
 *
 * Returns: whether rows of @table are nested in those of @parent, as children
 */
gboolean genlock_table_is_nested (const GenlockTable *table,
                                  const GenlockTable *parent);

G_END_DECLS
