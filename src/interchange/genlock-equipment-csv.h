/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment as a sheet, a row a port, out and in. */

#pragma once

#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-csv.h"
#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/**
 * genlock_equipment_csv_print:
 * @snapshot: the database
 * @production_id: a show
 * @csv: where the sheet is added
 * @error: #GenlockStoreError
 *
 * The equipment of the show's sources, sends and devices. Equipment, or a card, without ports has
 * one row that names none.
 *
 * Returns: whether it could be read
 */
gboolean genlock_equipment_csv_print (GenlockSnapshot *snapshot,
                                      const char *production_id,
                                      GString *csv,
                                      GError **error);

/* Whether it is such a sheet. */
gboolean genlock_equipment_csv_is (const GenlockCsv *csv);

/**
 * genlock_equipment_csv_read:
 * @csv: a sheet that genlock_equipment_csv_is()
 * @plan: what is filled
 * @file: which file
 * @error: %GENLOCK_IMPORT_ERROR_RULES: a card in a slot that does not exist, two in one slot, or a
 *   card with more ports than there may be
 *
 * Returns: whether it is in @plan
 */
gboolean genlock_equipment_csv_read (const GenlockCsv *csv,
                                     GenlockImportPlan *plan,
                                     guint file,
                                     GError **error);

/* Puts the ports and cards of a sheet in the place of those of @record, a copy of @existing: what a
 * sheet has no column for stays as it is; what the sheet does not name goes. */
void genlock_equipment_csv_overlay (GenlockRecord *record,
                                    GenlockRecord *existing,
                                    GenlockRecord *parsed);

G_END_DECLS
