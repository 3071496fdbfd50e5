/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a list as a view gets them: what fills the screen first, the rest bit by bit. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GENLOCK_TYPE_FIRST_ROWS (genlock_first_rows_get_type ())

G_DECLARE_FINAL_TYPE (GenlockFirstRows, genlock_first_rows, GENLOCK, FIRST_ROWS, GObject)

/**
 * genlock_first_rows_new:
 * @rows: all rows
 *
 * A view of GTK makes the widgets of some 200 rows before it draws one of them. With this between
 * it and its rows it makes those that are seen first. Places and selection are those of @rows.
 *
 * Returns: (transfer full): a selection model, to begin with of all of @rows
 */
GenlockFirstRows *genlock_first_rows_new (GtkSelectionModel *rows);

/**
 * genlock_first_rows_begin:
 * @first: rows as a view gets them
 * @n: how many
 *
 * Has no more than the first @n rows until it is asked for more.
 */
void genlock_first_rows_begin (GenlockFirstRows *first,
                               guint n);

/**
 * genlock_first_rows_add:
 * @first: rows as a view gets them
 * @n: how many more; %G_MAXUINT for all that there are and will be
 *
 * Returns: whether rows are still left out
 */
gboolean genlock_first_rows_add (GenlockFirstRows *first,
                                 guint n);

/**
 * genlock_first_rows_get_limit:
 * @first: rows as a view gets them
 *
 * Returns: how many rows there are at most; %G_MAXUINT when none is left out
 */
guint genlock_first_rows_get_limit (GenlockFirstRows *first);

G_END_DECLS
