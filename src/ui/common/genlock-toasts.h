/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Short words at the foot of the window, with a way back where there is one. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * genlock_toast:
 * @from: a widget in the window
 * @text: plain text, translated
 *
 * Shows @text at the foot of the window that @from is in, or of the one that its dialog belongs
 * to.
 */
void genlock_toast (GtkWidget *from,
                    const char *text);

/**
 * genlock_toast_undo:
 * @from: a widget in the window
 * @text: plain text, translated: what was done: "12 sources deleted"
 * @step: the undo step (genlock_changes_get_step()); 0 shows no button
 *
 * The same with a button that takes back exactly @step.
 */
void genlock_toast_undo (GtkWidget *from,
                         const char *text,
                         gint64 step);

/**
 * genlock_toast_error:
 * @from: a widget in the window
 * @error: what went wrong; nothing is shown where it was cancelled
 *
 * Says it until it is dismissed.
 */
void genlock_toast_error (GtkWidget *from,
                          const GError *error);

/**
 * genlock_toast_button:
 * @from: a widget in the window
 * @text: plain text, translated
 * @button: the label of its button, translated
 * @action: a detailed action name of the window or the application
 *
 * Shows @text with a button for one next step.
 */
void genlock_toast_button (GtkWidget *from,
                           const char *text,
                           const char *button,
                           const char *action);

G_END_DECLS
