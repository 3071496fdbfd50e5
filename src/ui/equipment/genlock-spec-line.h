/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two lines of a spec in a list, drawn by one widget: a list view makes hundreds of them. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define GENLOCK_TYPE_SPEC_LINE (genlock_spec_line_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecLine, genlock_spec_line, GENLOCK, SPEC_LINE, GtkWidget)

GtkWidget *genlock_spec_line_new (void);

/**
 * genlock_spec_line_set:
 * @self: the widget
 * @name: stands first, cut at its end where there is no room
 * @ports: stands at the end of the same line, never cut
 * @line: stands below, cut as @name
 *
 * It has the height of two lines, whatever they say.
 */
void genlock_spec_line_set (GenlockSpecLine *self,
                            const char *name,
                            const char *ports,
                            const char *line);

const char *genlock_spec_line_get_ports (GenlockSpecLine *self);

/* (transfer full) (nullable): both lines, where one of them is cut. */
char *genlock_spec_line_dup_cut (GenlockSpecLine *self);

G_END_DECLS
