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

/**
 * genlock_accessible_set_label_inside:
 * @widget: a widget that is made of others
 * @type: the type of those that are meant
 * @label: what they are called, translated
 *
 * Names every widget of @type inside @widget: what a library builds cannot be reached by name.
 */
void genlock_accessible_set_label_inside (GtkWidget *widget,
                                          GType type,
                                          const char *label);

G_END_DECLS
