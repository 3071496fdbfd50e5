/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line of the inspector: one field of all rows that are selected. */

#pragma once

#include <adwaita.h>

#include "ui/lists/genlock-grid.h"

G_BEGIN_DECLS

/**
 * GenlockFieldRow:
 *
 * Takes what is typed on Enter and when the focus leaves; Escape restores.
 *
 * Signals: "edited" (string text): the field is to say text.
 */
#define GENLOCK_TYPE_FIELD_ROW (genlock_field_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFieldRow, genlock_field_row, GENLOCK, FIELD_ROW, AdwEntryRow)

/**
 * genlock_field_row_new:
 * @column: (nullable): the column whose words are offered
 * @title: what the field is called, translated
 * @offers: (nullable): asked for words
 * @user_data: for @offers
 *
 * Returns: (transfer floating): a row
 */
GtkWidget *genlock_field_row_new (const GenlockColumn *column,
                                  const char *title,
                                  GenlockGridOffers offers,
                                  gpointer user_data);

/* Calls the field something else. */
void genlock_field_row_set_title (GenlockFieldRow *row,
                                  const char *title);

/* (nullable): what all rows say; %NULL where they differ. What is being typed, or was refused and
 * waits to be mended, stays. */
void genlock_field_row_set_text (GenlockFieldRow *row,
                                 const char *text);

/* Takes what is typed, as Enter does; FALSE where it was refused: it stays, and is refused again
 * the next time. */
gboolean genlock_field_row_commit (GenlockFieldRow *row);

/* Drops what is typed or was refused. */
void genlock_field_row_reset (GenlockFieldRow *row);

/* (nullable): why the text will not do. */
void genlock_field_row_set_error (GenlockFieldRow *row,
                                  const char *sentence);

G_END_DECLS
