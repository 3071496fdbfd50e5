/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How large the user has text, for sizes that have to grow with it. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* 1 to 2: what a size in pixels is to be multiplied by; never less than usual. */
double genlock_text_scale_get (void);

/* For a window that is not shown yet: its default size grows with the text. */
void genlock_text_scale_window (GtkWindow *window);

G_END_DECLS
