/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which sheet was printed when, and how often. */

#pragma once

#include "core/store/genlock-store.h"
#include "interchange/genlock-sheet-build.h"

G_BEGIN_DECLS

/**
 * GenlockSheetPrint:
 * @revision: how often the sheet was printed by then, this time included; 0 for never
 * @at: when, an instant
 * @author: (nullable): by whom
 */
typedef struct
{
  guint revision;
  gint64 at;
  char *author;
} GenlockSheetPrint;

void genlock_sheet_print_clear (GenlockSheetPrint *print);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GenlockSheetPrint, genlock_sheet_print_clear)

/**
 * genlock_sheet_wish_dup_name:
 * @wish: which sheet
 *
 * Returns: (transfer full): what its prints are filed under: "cables", "router ID of device",
 *   "sources Camera". How its rows are grouped makes no other sheet of it.
 */
char *genlock_sheet_wish_dup_name (const GenlockSheetWish *wish);

/**
 * genlock_sheet_prints_find:
 * @store: a store
 * @production_id: a show
 * @wish: which sheet
 * @print: (out): the last one
 * @error: #GenlockStoreError
 *
 * Returns: whether it could be found out; never printed is no error
 */
gboolean genlock_sheet_prints_find (GenlockStore *store,
                                    const char *production_id,
                                    const GenlockSheetWish *wish,
                                    GenlockSheetPrint *print,
                                    GError **error);

/**
 * genlock_sheet_prints_record:
 * @production_id: a show
 * @wish: which sheet
 * @print: this one
 *
 * Returns: (transfer full): a batch that keeps it
 */
GenlockBatch *genlock_sheet_prints_record (const char *production_id,
                                           const GenlockSheetWish *wish,
                                           const GenlockSheetPrint *print);

/* (transfer none): who prints: the user of this machine. */
const char *genlock_sheet_prints_get_author (void);

G_END_DECLS
