/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small pictures of how bad something is, told apart by shape first and colour second. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GenlockMark:
 * @GENLOCK_MARK_NONE: nothing
 * @GENLOCK_MARK_ERROR: an octagon
 * @GENLOCK_MARK_WARNING: a triangle
 * @GENLOCK_MARK_INFO: a ring
 *
 * What stands before the text of a cell. Never alone: the text says it too.
 */
typedef enum
{
  GENLOCK_MARK_NONE,
  GENLOCK_MARK_ERROR,
  GENLOCK_MARK_WARNING,
  GENLOCK_MARK_INFO,
} GenlockMark;

/**
 * genlock_mark_snapshot:
 * @mark: which one
 * @snapshot: where it is drawn
 * @x: its left edge, in pixels
 * @y: its top
 * @size: its width and height
 * @context: of a widget, for its colours
 */
void genlock_mark_snapshot (GenlockMark mark,
                            GtkSnapshot *snapshot,
                            double x,
                            double y,
                            double size,
                            GtkStyleContext *context);

/* (transfer none) (nullable): the symbolic icon of a mark. */
const char *genlock_mark_get_icon (GenlockMark mark);

/* (transfer none) (nullable): the style class that colours it. */
const char *genlock_mark_get_css_class (GenlockMark mark);

G_END_DECLS
