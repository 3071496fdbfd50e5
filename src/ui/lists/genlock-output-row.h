/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the inspector: one output of a source. */

#pragma once

#include <adwaita.h>

#include "core/model/genlock-record.h"
#include "ui/lists/genlock-grid.h"

G_BEGIN_DECLS

/**
 * GenlockOutputRow:
 *
 * Signals: "edited" (string connector), "format" (gpointer format: a #GenlockFormat), "moved"
 * (int by), "removed".
 */
#define GENLOCK_TYPE_OUTPUT_ROW (genlock_output_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockOutputRow, genlock_output_row, GENLOCK, OUTPUT_ROW,
                      AdwPreferencesRow)

/**
 * genlock_output_row_new:
 * @column: the column of the outputs
 * @offers: asked for connectors
 * @user_data: for @offers
 *
 * Returns: (transfer floating): a row of no output yet
 */
GtkWidget *genlock_output_row_new (const GenlockColumn *column,
                                   GenlockGridOffers offers,
                                   gpointer user_data);

/**
 * genlock_output_row_set_output:
 * @row: a row
 * @output: the output that it shows from now on
 * @place: its place, from 1
 * @last: whether it is the last one
 */
void genlock_output_row_set_output (GenlockOutputRow *row,
                                    GenlockRecord *output,
                                    guint place,
                                    gboolean last);

/* The id of its output. */
const char *genlock_output_row_get_id (GenlockOutputRow *row);

/* Puts the focus on the button that moves it on in the direction of @by, or else back. */
void genlock_output_row_focus_move (GenlockOutputRow *row,
                                    int by);

/* Takes what is typed, as Enter does; FALSE where it does not fit. */
gboolean genlock_output_row_commit (GenlockOutputRow *row);

G_END_DECLS
