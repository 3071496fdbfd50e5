/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a list are selected, by place alone. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GenlockRowSelection:
 *
 * A #GtkSelectionModel over any list. Unlike #GtkMultiSelection it never asks for a row: selecting
 * 100,000 of them costs nothing and fetches nothing. Rows that come and go shift the selection.
 */
#define GENLOCK_TYPE_ROW_SELECTION (genlock_row_selection_get_type ())
G_DECLARE_FINAL_TYPE (GenlockRowSelection, genlock_row_selection, GENLOCK, ROW_SELECTION, GObject)

/**
 * genlock_row_selection_new:
 * @model: (nullable): the list
 *
 * Returns: (transfer full): a selection of none of its rows
 */
GenlockRowSelection *genlock_row_selection_new (GListModel *model);

void genlock_row_selection_set_model (GenlockRowSelection *selection,
                                      GListModel *model);

/* (nullable) */
GListModel *genlock_row_selection_get_model (GenlockRowSelection *selection);

/* The number of selected rows. */
guint genlock_row_selection_get_size (GenlockRowSelection *selection);

/**
 * genlock_row_selection_select_only:
 * @selection: a selection
 * @first: a place
 * @n: how many rows from there on
 *
 * Selects those and no others.
 */
void genlock_row_selection_select_only (GenlockRowSelection *selection,
                                        guint first,
                                        guint n);

G_END_DECLS
