/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why the database cannot be opened, and what can be done. */

#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * GenlockProblemView:
 *
 * Offers what helps: to try again, to look without writing, to put back a backup, to save what
 * can still be read. Nothing is ever deleted. Ends with the action "app.open-database".
 */
#define GENLOCK_TYPE_PROBLEM_VIEW (genlock_problem_view_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProblemView, genlock_problem_view, GENLOCK, PROBLEM_VIEW, GtkWidget)

/**
 * genlock_problem_view_new:
 * @path: the database
 * @error: why it was refused
 *
 * Returns: (transfer floating): the view
 */
GtkWidget *genlock_problem_view_new (const char *path,
                                     const GError *error);

G_END_DECLS
