/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A spec that shows use is replaced by another one. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-store.h"
#include "equipment/genlock-spec-usage.h"
#include "ui/equipment/genlock-spec-gesture.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_REPLACE_DIALOG (genlock_replace_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockReplaceDialog, genlock_replace_dialog, GENLOCK, REPLACE_DIALOG,
                      AdwWindow)

/**
 * genlock_replace_dialog_present:
 * @from: a widget in the window
 * @store: where the specs are
 * @spec: the spec that goes, with its children
 * @usage: where it is used
 * @delete_spec: whether it is to be deleted then, unless the person says otherwise
 * @done: (nullable): called with the id of the other one when it is done
 *
 * Shows where @spec is used, lets another one be chosen and says where each cable lands.
 */
void genlock_replace_dialog_present (GtkWidget *from,
                                     GenlockStore *store,
                                     GenlockRecord *spec,
                                     GenlockSpecUsage *usage,
                                     gboolean delete_spec,
                                     GenlockSpecDone done);

G_END_DECLS
