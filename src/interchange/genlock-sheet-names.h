/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a show are called in a sheet, and which row a name in a sheet means. */

#pragma once

#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/**
 * GenlockSheetNames:
 *
 * Good as long as what it was made from. Fetches each row and each table once.
 */
typedef struct _GenlockSheetNames GenlockSheetNames;

/* @production_id: the show. @plan: (nullable): rows that are about to come count too. */
GenlockSheetNames *genlock_sheet_names_new (GenlockSnapshot *snapshot,
                                            const char *production_id,
                                            GenlockImportPlan *plan);
void genlock_sheet_names_free (GenlockSheetNames *names);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockSheetNames, genlock_sheet_names_free)

/* (transfer none) (nullable): the row of an id. @id: (nullable) */
GenlockRecord *genlock_sheet_names_get (GenlockSheetNames *names,
                                        const GenlockTable *table,
                                        const char *id);

/* (transfer full): what a sheet calls the row: make and model of equipment, the name of all else;
 * "" where there is none. @id: (nullable) */
char *genlock_sheet_names_dup (GenlockSheetNames *names,
                               const GenlockTable *table,
                               const char *id);

/**
 * genlock_sheet_names_find:
 * @names: names
 * @table: a table
 * @text: what a sheet says, in any case and spacing
 * @is_ambiguous: (out): whether several rows are called so
 *
 * Returns: (transfer none) (nullable): the one live row of the show, or of the library, that is
 *   called so
 */
GenlockRecord *genlock_sheet_names_find (GenlockSheetNames *names,
                                         const GenlockTable *table,
                                         const char *text,
                                         gboolean *is_ambiguous);

/**
 * genlock_sheet_names_find_port:
 * @names: names
 * @device_id: a device of the show
 * @direction: INPUT or OUTPUT
 * @text: (nullable): the id of a port, or what it is called
 *
 * Returns: (transfer none) (nullable): the port of the device's equipment
 */
GenlockRecord *genlock_sheet_names_find_port (GenlockSheetNames *names,
                                              const char *device_id,
                                              const char *direction,
                                              const char *text);

G_END_DECLS
