/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus of buttons that are made when they are asked for. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * genlock_menu_button_set_model_later:
 * @button: a menu button
 * @model: its menu
 *
 * As gtk_menu_button_set_menu_model(), which makes all widgets of the menu at once: a good part
 * of a window's start.
 */
void genlock_menu_button_set_model_later (GtkMenuButton *button,
                                          GMenuModel *model);

G_END_DECLS
