/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which fields of which tables can name a row of a table. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * GenlockReference:
 * @table: the table whose rows refer
 * @field: the link or ref among its fields
 * @word: (nullable): of a ref: what the deciding field says where it means this table
 */
typedef struct
{
  const GenlockTable *table;
  guint field;
  const char *word;
} GenlockReference;

/**
 * genlock_references_to:
 * @table: a table
 * @n_references: (out): how many
 *
 * Returns: (transfer none) (array length=n_references): every field that can name a row of
 *   @table, in the order of the tables
 */
const GenlockReference *genlock_references_to (const GenlockTable *table,
                                               guint *n_references);

/**
 * genlock_references_resolve:
 * @record: a whole row
 * @field: any field
 * @id: (out) (transfer none): the row that it names
 *
 * Returns: (transfer none) (nullable): the table of that row; %NULL where @field is no link or
 *   ref, is null, or names something that is no row of ours
 */
const GenlockTable *genlock_references_resolve (const GenlockRecord *record,
                                                guint field,
                                                const char **id);

G_END_DECLS
