/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window: the shows on the left, the pages of the one that is open, the inspector. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_WINDOW (genlock_window_get_type ())
G_DECLARE_FINAL_TYPE (GenlockWindow, genlock_window, GENLOCK, WINDOW, AdwApplicationWindow)

/* (transfer floating): an empty window that waits for its store. */
GenlockWindow *genlock_window_new (AdwApplication *application);

/**
 * genlock_window_set_store:
 * @self: the window
 * @store: (nullable): the store that is open; %NULL while another is being opened
 * @reason: (nullable): why @store stays read-only although nobody else has it open, translated
 */
void genlock_window_set_store (GenlockWindow *self,
                               GenlockStore *store,
                               const char *reason);

/* (transfer none) (nullable) */
GenlockStore *genlock_window_get_store (GenlockWindow *self);

/**
 * genlock_window_show_problem:
 * @self: the window
 * @path: the database that could not be opened
 * @error: why
 *
 * Says what is wrong and what can be done; what is chosen goes through the action "app.open"
 * of the application.
 */
void genlock_window_show_problem (GenlockWindow *self,
                                  const char *path,
                                  const GError *error);

/**
 * genlock_window_import:
 * @self: the window, whose store is open
 * @files: (nullable): a model of #GFile; %NULL asks for them
 */
void genlock_window_import (GenlockWindow *self,
                            GListModel *files);

G_END_DECLS
