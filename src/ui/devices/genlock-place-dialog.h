/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places equipment of the library in a show. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockPlaceDialog:
 *
 * One piece of equipment, of one's own or the shipped library, and how many of it: their labels
 * and names count on.
 *
 * Signals:
 * - "place" (gpointer batch, uint n): the #GenlockBatch that adds n devices; the dialog closes
 *   itself
 * - "empty" (): a device without equipment is wanted instead; the dialog closes itself
 */
#define GENLOCK_TYPE_PLACE_DIALOG (genlock_place_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockPlaceDialog, genlock_place_dialog, GENLOCK, PLACE_DIALOG, AdwWindow)

/**
 * genlock_place_dialog_new:
 * @parent: (nullable): the window
 * @store: where the library and the show are
 * @production_id: the show
 *
 * Returns: (transfer floating): the dialog
 */
GtkWindow *genlock_place_dialog_new (GtkWindow *parent,
                                     GenlockStore *store,
                                     const char *production_id);

G_END_DECLS
