/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of a show as CSV, with the heads that spreadsheets of the trade use. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * genlock_table_csv_get_tables:
 *
 * Returns: (array zero-terminated=1) (transfer none): the tables that can be written
 */
const GenlockTable * const *genlock_table_csv_get_tables (void);

/**
 * genlock_table_csv_print:
 * @store: a store
 * @production_id: a show
 * @table: one of genlock_table_csv_get_tables()
 * @error: #GenlockStoreError
 *
 * UTF-8 with a byte order mark, commas, CR LF; a cell that a spreadsheet would take for a formula
 * begins with an apostrophe. The first column is the row's id, so that the same file comes back
 * to the same rows.
 *
 * Returns: (transfer full) (nullable): the text
 */
GString *genlock_table_csv_print (GenlockStore *store,
                                  const char *production_id,
                                  const GenlockTable *table,
                                  GError **error);

/* The same into a file, replaced only when the new one is whole and on disk. */
gboolean genlock_table_csv_write (GenlockStore *store,
                                  const char *production_id,
                                  const GenlockTable *table,
                                  const char *path,
                                  GError **error);

G_END_DECLS
