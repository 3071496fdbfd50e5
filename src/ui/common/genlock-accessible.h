/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names for assistive technology. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * genlock_accessible_set_label:
 * @widget: a widget
 * @label: (nullable): what it is called, translated
 *
 * Names @widget; of a menu button also the button inside, which is what gets the focus.
 */
void genlock_accessible_set_label (GtkWidget *widget,
                                   const char *label);

G_END_DECLS
