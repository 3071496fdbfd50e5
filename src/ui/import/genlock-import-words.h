/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the preview of an import says of a plan. */

#pragma once

#include "core/store/genlock-store.h"
#include "ui/import/genlock-import-item.h"

G_BEGIN_DECLS

/**
 * genlock_import_words_dup_title:
 * @plan: the plan
 * @item: one of its items
 *
 * Returns: (transfer full): "Kickoff – ACME", "40 sources", "SRC 3 GFX A"
 */
char *genlock_import_words_dup_title (GenlockImportPlan *plan,
                                      GenlockImportItem *item);

/**
 * genlock_import_words_dup_detail:
 * @plan: the plan
 * @item: one of its items
 *
 * Returns: (transfer full): of a row, what else is known of it, "Laptop · 1080p59.94"; else ""
 */
char *genlock_import_words_dup_detail (GenlockImportPlan *plan,
                                       GenlockImportItem *item);

/**
 * genlock_import_words_dup_state:
 * @item: an item
 *
 * Returns: (transfer full): "New", "Already here", "Differs: Name, Rate"; of several rows
 *   "38 new · 2 already here"; of a field "59.94 → 60"
 */
char *genlock_import_words_dup_state (GenlockImportItem *item);

/* (transfer full): where the row stands: "shows.json, sources[3]"; %NULL of several rows. */
char *genlock_import_words_dup_place (GenlockImportPlan *plan,
                                      GenlockImportItem *item);

/* (transfer full): "38 new · 2 already here"; "" of nothing. */
char *genlock_import_words_dup_counts (const GenlockImportCounts *counts);

/**
 * genlock_import_words_dup_done:
 * @plan: the plan
 * @changes: what its import changed
 *
 * Returns: (transfer full): "“Kickoff” imported: 40 sources, 30 sends", "40 sources imported"
 */
char *genlock_import_words_dup_done (GenlockImportPlan *plan,
                                     const GenlockChanges *changes);

/**
 * genlock_import_words_dup_rows:
 * @changes: what was imported
 * @max_tables: how many kinds of rows are named at most
 *
 * Returns: (transfer full): "40 sources, 30 sends, 12 devices"; children count with their parents
 */
char *genlock_import_words_dup_rows (const GenlockChanges *changes,
                                     guint max_tables);

G_END_DECLS
