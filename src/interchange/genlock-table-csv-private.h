/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of our own sheets, and how they are read back. */

#pragma once

#include "interchange/genlock-csv.h"
#include "interchange/genlock-import.h"
#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/* (nullable): the table whose heads stand in the row: UID and at least one more. */
const GenlockTable *genlock_table_csv_find_table (const GenlockCsv *csv,
                                                  guint row);

/* The column of a head, -1 where the row has none. */
int genlock_table_csv_find_head (const GenlockCsv *csv,
                                 guint row,
                                 const char *head);

/* Whether the sheets of @table have the head; @field: %G_MAXUINT where no single field stands
 * behind it. */
gboolean genlock_table_csv_find_field (const GenlockTable *table,
                                       const char *head,
                                       guint *field);

/* (nullable): the head as it stands in the table of columns, for the one in a file. */
const char *genlock_table_csv_find_spelling (const GenlockTable *table,
                                             const char *head);

/**
 * genlock_table_csv_read:
 * @csv: a sheet
 * @plan: what is filled
 * @file: which file of @plan
 * @options: (nullable): where rows of no known show go
 * @show_name: what a new show for them is called
 *
 * Rows with a UID that the database has change those columns that the sheet has; others are new.
 *
 * Returns: whether it is one of our sheets
 */
gboolean genlock_table_csv_read (const GenlockCsv *csv,
                                 GenlockImportPlan *plan,
                                 guint file,
                                 const GenlockImportOptions *options,
                                 const char *show_name);

G_END_DECLS
