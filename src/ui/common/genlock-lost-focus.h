/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that come while the focus has nowhere to be. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * genlock_lost_focus_watch:
 *
 * From now on no shortcut is lost in the frame after the widget with the focus went away: the row
 * that an undo removed, the popover that Enter closed. GTK moves the focus only once that frame is

 *
 * To be called once, with the display open.
 */
void genlock_lost_focus_watch (void);

G_END_DECLS
