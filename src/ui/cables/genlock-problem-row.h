/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem in the list: how bad it is, what it says, and what can be done. */

#pragma once

#include <gtk/gtk.h>

#include "ui/cables/genlock-problem-item.h"

G_BEGIN_DECLS

/**
 * GenlockProblemRow:
 *
 * Signals: "fix", "dismiss", "reopen": its button was pressed.
 */
#define GENLOCK_TYPE_PROBLEM_ROW (genlock_problem_row_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProblemRow, genlock_problem_row, GENLOCK, PROBLEM_ROW, GtkWidget)

GtkWidget *genlock_problem_row_new (void);

/* @item: (nullable). @editable: whether anything can be changed now */
void genlock_problem_row_set_item (GenlockProblemRow *row,
                                   GenlockProblemItem *item,
                                   gboolean editable);

/* (transfer none) (nullable) */
GenlockProblemItem *genlock_problem_row_get_item (GenlockProblemRow *row);

/* (transfer none): where the fixes drop down. */
GtkWidget *genlock_problem_row_get_fix_button (GenlockProblemRow *row);

G_END_DECLS
