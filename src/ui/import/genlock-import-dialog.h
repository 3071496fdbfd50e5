/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window that imports files: choose, read, look, import, report. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockImportDialog:
 *
 * Signals: "imported" (char *production_id): the show to open now; emitted once it is there.
 */
#define GENLOCK_TYPE_IMPORT_DIALOG (genlock_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportDialog, genlock_import_dialog, GENLOCK, IMPORT_DIALOG,
                      AdwWindow)

/**
 * genlock_import_dialog_present:
 * @parent: the window to import for
 * @store: its database, writable
 * @files: (nullable): a model of #GFile; %NULL asks for them
 * @is_new: (out): whether the window was made now, so that its signals are to be connected
 *
 * Files for a window that shows a preview already come in addition. What was imported is told by
 * a toast in @parent when the window closes.
 *
 * Returns: (transfer none): the window
 */
GenlockImportDialog *genlock_import_dialog_present (GtkWindow *parent,
                                                    GenlockStore *store,
                                                    GListModel *files,
                                                    gboolean *is_new);

/**
 * genlock_import_dialog_set_store:
 * @parent: a window
 * @store: the database that it has open now
 *
 * Tells the import windows of @parent, which read their files anew to compare them with @store.
 */
void genlock_import_dialog_set_store (GtkWindow *parent,
                                      GenlockStore *store);

G_END_DECLS
