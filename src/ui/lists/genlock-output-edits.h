/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outputs of one row while changes of them are on their way to the database. */

#pragma once

#include "core/model/genlock-format.h"
#include "core/model/genlock-record.h"
#include "ui/lists/genlock-list-kind.h"

G_BEGIN_DECLS

/**
 * GenlockOutputEdits:
 *
 * A change names the whole set of outputs, so each one has to build on those before it, also on
 * those that the database does not have yet.
 */
typedef struct _GenlockOutputEdits GenlockOutputEdits;

/**
 * genlock_output_edits_new:
 * @list: a kind of list that has outputs
 *
 * Returns: (transfer full): of no row yet
 */
GenlockOutputEdits *genlock_output_edits_new (const GenlockListKind *list);
void genlock_output_edits_free (GenlockOutputEdits *edits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockOutputEdits, genlock_output_edits_free)

/**
 * genlock_output_edits_set_record:
 * @edits: edits
 * @record: (nullable): the row as the database has it
 *
 * Changes of the same row that are not stored yet stay on top of it.
 */
void genlock_output_edits_set_record (GenlockOutputEdits *edits,
                                      GenlockRecord *record);

/* (transfer none) (nullable) (element-type GenlockRecord): the outputs with all changes, in their
 * order; %NULL where there is no row. */
GPtrArray *genlock_output_edits_get_outputs (GenlockOutputEdits *edits);

/**
 * genlock_output_edits_add:
 * @edits: edits
 * @connector: of the new output
 *
 * Returns: (transfer full) (nullable): an update of the row, to be stored;
 *   genlock_output_edits_stored() says that it was. %NULL where there is nothing to change, as for
 *   all functions below
 */
GenlockRecord *genlock_output_edits_add (GenlockOutputEdits *edits,
                                         const char *connector);

/* @id: of an output; "" as @connector removes it. */
GenlockRecord *genlock_output_edits_set_connector (GenlockOutputEdits *edits,
                                                   const char *id,
                                                   const char *connector);
GenlockRecord *genlock_output_edits_set_format (GenlockOutputEdits *edits,
                                                const char *id,
                                                const GenlockFormat *format);
GenlockRecord *genlock_output_edits_remove (GenlockOutputEdits *edits,
                                            const char *id);

/* @by: how many places down; negative is up. */
GenlockRecord *genlock_output_edits_move (GenlockOutputEdits *edits,
                                          const char *id,
                                          int by);

/**
 * genlock_output_edits_stored:
 * @edits: edits
 * @row_id: of the row that was updated
 * @ok: whether it could be
 *
 * Ends one of the changes; genlock_output_edits_set_record() has brought what came of it before.
 */
void genlock_output_edits_stored (GenlockOutputEdits *edits,
                                  const char *row_id,
                                  gboolean ok);

G_END_DECLS
