/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick find: everything by its name, and typed commands. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"
#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/**
 * GenlockFinder:
 *
 * A popover over the top of the window. It goes to places by actions of the window: "win.go-to"
 * (ss), "win.show" (s), "win.equipment" (s), and those of its pages.
 */
#define GENLOCK_TYPE_FINDER (genlock_finder_get_type ())
G_DECLARE_FINAL_TYPE (GenlockFinder, genlock_finder, GENLOCK, FINDER, GtkPopover)

GtkWidget *genlock_finder_new (void);

/**
 * genlock_finder_add_page:
 * @self: the finder
 * @title: what the page is called
 * @icon_name: its icon
 * @action: an action of the window that goes there
 * @parameter: (nullable): its parameter; taken when it floats
 */
void genlock_finder_add_page (GenlockFinder *self,
                              const char *title,
                              const char *icon_name,
                              const char *action,
                              GVariant *parameter);

/**
 * genlock_finder_open:
 * @self: the finder, with a parent
 * @store: where to look
 * @show: (nullable): the show that is open
 *
 * Opens it with nothing typed. What had the focus gets it back when it closes without having gone
 * anywhere.
 */
void genlock_finder_open (GenlockFinder *self,
                          GenlockStore *store,
                          GenlockCheckedShow *show);

G_END_DECLS
