/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done about a problem: put aside, opened again, fixed. */

#pragma once

#include <gtk/gtk.h>

#include "ui/cables/genlock-problem-item.h"
#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/* Asks why it does not matter, and puts it aside. @from: a widget in the window. */
void genlock_problem_dismiss (GtkWidget *from,
                              GenlockCheckedShow *show,
                              GenlockProblemItem *item);

/* Opens it again. */
void genlock_problem_reopen (GtkWidget *from,
                             GenlockCheckedShow *show,
                             GenlockProblemItem *item);

/**
 * genlock_problem_make_fixes:
 * @from: a widget in the window
 * @show: a show
 * @item: one of its problems
 *
 * Returns: (transfer floating): a popover with what would help, one button each
 */
GtkWidget *genlock_problem_make_fixes (GtkWidget *from,
                                       GenlockCheckedShow *show,
                                       GenlockProblemItem *item);

G_END_DECLS
