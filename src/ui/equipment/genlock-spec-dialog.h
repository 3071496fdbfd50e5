/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A new device for the library. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"
#include "ui/equipment/genlock-spec-gesture.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_SPEC_DIALOG (genlock_spec_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSpecDialog, genlock_spec_dialog, GENLOCK, SPEC_DIALOG, AdwWindow)

/**
 * genlock_spec_dialog_present:
 * @from: a widget in the window
 * @store: where the spec is added
 * @category: (nullable): the category to begin with, a word
 * @done: (nullable): called with the id when it is added
 *
 * Asks what the device is; its ports are added in the pane after.
 */
void genlock_spec_dialog_present (GtkWidget *from,
                                  GenlockStore *store,
                                  const char *category,
                                  GenlockSpecDone done);

G_END_DECLS
