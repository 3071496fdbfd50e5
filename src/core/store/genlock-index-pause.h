/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table without its indexes while very many rows are added to it. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

typedef struct _GenlockIndexPause GenlockIndexPause;

/**
 * genlock_index_pause_begin:
 * @database: has a transaction open, which is to be rolled back where anything fails from here on
 * @table: a table
 * @n_rows: how many rows are going to be added
 * @pause: (out) (transfer full) (nullable): %NULL where it is not worth it and nothing was done
 * @error: #GenlockStoreError
 *
 * Drops the indexes; until genlock_index_pause_end() rows are found by their key only. Readers do
 * not notice: they see the table as it was until the transaction commits.
 *
 * Returns: whether there was no error
 */
gboolean genlock_index_pause_begin (GenlockDatabase *database,
                                    const GenlockTable *table,
                                    guint n_rows,
                                    GenlockIndexPause **pause,
                                    GError **error);

/* Makes the indexes anew, exactly as they were. */
gboolean genlock_index_pause_end (GenlockIndexPause *pause,
                                  GError **error);

void genlock_index_pause_free (GenlockIndexPause *pause);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockIndexPause, genlock_index_pause_free)

G_END_DECLS
