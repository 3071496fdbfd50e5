/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a show: counted in a strip, listed above it. */

#pragma once

#include <adwaita.h>

#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/**
 * GenlockProblemPanel:
 *
 * A problem can be jumped to, fixed where the rules know how, and put aside with a reason; what
 * was put aside stands at the end of the list and can be opened again.
 *
 * Signals: "go-to" (string table_name, string id): the row that a problem is about is wanted.
 */
#define GENLOCK_TYPE_PROBLEM_PANEL (genlock_problem_panel_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProblemPanel, genlock_problem_panel, GENLOCK, PROBLEM_PANEL, AdwBin)

GtkWidget *genlock_problem_panel_new (void);

/* (nullable): the show that it is about. */
void genlock_problem_panel_set_show (GenlockProblemPanel *self,
                                     GenlockCheckedShow *show);

/* Whether the list is unfolded. */
void genlock_problem_panel_set_open (GenlockProblemPanel *self,
                                     gboolean open);

G_END_DECLS
