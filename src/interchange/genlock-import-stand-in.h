/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment of the database in place of the same in a file. */

#pragma once

#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/* @equipment: (nullable) (element-type GenlockRecord): the library. Returns: (transfer full): for
 * genlock_import_stand_in_try(); folded model → live equipment; good as long as @equipment. */
GHashTable *genlock_import_stand_in_index (GPtrArray *equipment);

/* Looks for equipment that is the same as the new @row, which then stands for it in @plan. */
void genlock_import_stand_in_try (GenlockImportPlan *plan,
                                  GenlockImportRow *row,
                                  GHashTable *models);

/* Makes the entry of @row say what the file says, with the database's equipment in place of the
 * file's. */
void genlock_import_stand_in_resolve (GenlockImportPlan *plan,
                                      GenlockImportRow *row);

G_END_DECLS
