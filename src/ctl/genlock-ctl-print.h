/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as a table for people, or as JSON. */

#pragma once

#include "core/model/genlock-record.h"

G_BEGIN_DECLS

/**
 * genlock_ctl_print_rows:
 * @out: where lines are added
 * @table: the table
 * @rows: (element-type GenlockRecord): its rows
 *
 * A line of heads and a line a row: the columns of the description in which any row says
 * something, cut to their widths, and the id last. Says so where there is no row.
 */
void genlock_ctl_print_rows (GString *out,
                             const GenlockTable *table,
                             GPtrArray *rows);

/**
 * genlock_ctl_print_row:
 * @out: where lines are added
 * @record: a row
 *
 * A line a field that says something, then the children as tables.
 */
void genlock_ctl_print_row (GString *out,
                            const GenlockRecord *record);

/* One JSON array of @rows, children nested, and a newline. */
void genlock_ctl_print_json (GString *out,
                             GPtrArray *rows);

G_END_DECLS
