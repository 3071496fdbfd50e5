/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cells of our own sheets that name other rows, looked up in the database. */

#pragma once

#include "interchange/genlock-sheet-names.h"

G_BEGIN_DECLS

/**
 * genlock_sheet_links_apply:
 * @names: of the show
 * @plan: where what is not found is reported, once
 * @row: a row of a sheet, with its cells
 * @record: what @row will be; its links are set
 * @existing: (nullable): the row in the database: a cell that says what is there changes nothing
 *
 * Returns: whether the row says something: a new cable leads somewhere
 */
gboolean genlock_sheet_links_apply (GenlockSheetNames *names,
                                    GenlockImportPlan *plan,
                                    GenlockImportRow *row,
                                    GenlockRecord *record,
                                    GenlockRecord *existing);

G_END_DECLS
