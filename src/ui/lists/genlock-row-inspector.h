/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is selected in a list, field by field. */

#pragma once

#include <adwaita.h>

#include "ui/lists/genlock-grid.h"

G_BEGIN_DECLS

/**
 * GenlockRowInspector:
 *
 * Signals:
 * - "edited" (gpointer column, string text): a #GenlockColumn is to say text in all rows
 * - "output-edited" (gpointer update): the outputs of the one row are to be those of the
 *   #GenlockRecord update; genlock_row_inspector_outputs_stored() says what came of it
 */
#define GENLOCK_TYPE_ROW_INSPECTOR (genlock_row_inspector_get_type ())
G_DECLARE_FINAL_TYPE (GenlockRowInspector, genlock_row_inspector, GENLOCK, ROW_INSPECTOR, AdwBin)

/**
 * genlock_row_inspector_new:
 * @list: a kind of list
 * @names: what linked rows are called
 * @offers: asked for the words that a field offers
 * @user_data: for @offers; outlives the inspector
 *
 * Returns: (transfer floating): an inspector of nothing yet
 */
GtkWidget *genlock_row_inspector_new (const GenlockListKind *list,
                                      GenlockNames *names,
                                      GenlockGridOffers offers,
                                      gpointer user_data);

/**
 * genlock_row_inspector_set_rows:
 * @inspector: an inspector
 * @records: (nullable) (element-type GenlockRecord): the selected rows, whole; %NULL where there
 *   are too many to compare
 * @n_rows: how many there are
 *
 * A field in which the rows differ says so, and is set in all of them when it is edited. What is
 * being typed is taken for the rows that were shown before, where these are others.
 */
void genlock_row_inspector_set_rows (GenlockRowInspector *inspector,
                                     GPtrArray *records,
                                     guint n_rows);

/* (transfer none) (nullable) (element-type GenlockRecord): the rows as they were set. */
GPtrArray *genlock_row_inspector_get_records (GenlockRowInspector *inspector);

/* How many rows it is about, with records or without. */
guint genlock_row_inspector_get_n_rows (GenlockRowInspector *inspector);

/* Takes what is being typed; FALSE where it does not fit, which its field says. */
gboolean genlock_row_inspector_finish_editing (GenlockRowInspector *inspector);

/* Takes what is being typed, for others are to be shown: what does not fit goes, but not without a
 * word. genlock_row_inspector_set_rows() does so itself where it sees that the rows are others. */
void genlock_row_inspector_leave_rows (GenlockRowInspector *inspector);

/* Ends an update of "output-edited": whether row @row_id got its outputs. */
void genlock_row_inspector_outputs_stored (GenlockRowInspector *inspector,
                                           const char *row_id,
                                           gboolean ok);

/* Whether the fields can be edited. */
void genlock_row_inspector_set_editable (GenlockRowInspector *inspector,
                                         gboolean editable);

/* Adds @group below all others. */
void genlock_row_inspector_add_group (GenlockRowInspector *inspector,
                                      AdwPreferencesGroup *group);

G_END_DECLS
