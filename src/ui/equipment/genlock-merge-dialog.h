/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Specs that are one piece of equipment become one. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"
#include "ui/equipment/genlock-spec-gesture.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_MERGE_DIALOG (genlock_merge_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockMergeDialog, genlock_merge_dialog, GENLOCK, MERGE_DIALOG, AdwWindow)

/**
 * genlock_merge_dialog_present:
 * @from: a widget in the window
 * @store: where the specs are
 * @done: (nullable): called with the id of the spec that stays when it is done
 *
 * Looks for duplicates and merges those that the person chooses.
 */
void genlock_merge_dialog_present (GtkWidget *from,
                                   GenlockStore *store,
                                   GenlockSpecDone done);

G_END_DECLS
