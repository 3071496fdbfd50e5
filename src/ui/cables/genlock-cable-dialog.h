/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cable, new or changed: from an output to an input, with what the rules say of it. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-batch.h"
#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

/**
 * GenlockCableDialog:
 *
 * Signals: "connect" (gpointer batch, string id): the #GenlockBatch that adds or changes the cable
 * @id; the dialog closes itself
 */
#define GENLOCK_TYPE_CABLE_DIALOG (genlock_cable_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockCableDialog, genlock_cable_dialog, GENLOCK, CABLE_DIALOG, AdwWindow)

/**
 * genlock_cable_dialog_new:
 * @parent: (nullable): the window
 * @show: a show that has been read
 *
 * Returns: (transfer floating): the dialog
 */
GtkWindow *genlock_cable_dialog_new (GtkWindow *parent,
                                     GenlockCheckedShow *show);

/**
 * genlock_cable_dialog_new_for:
 * @parent: (nullable): the window
 * @show: a show that has been read
 * @id: a connection of it that says at least one link
 * @to: whether the keyboard begins where the cable goes; else where it comes from
 *
 * Returns: (transfer floating) (nullable): the dialog, which begins with the ends of the cable;
 *   %NULL where it has none
 */
GtkWindow *genlock_cable_dialog_new_for (GtkWindow *parent,
                                         GenlockCheckedShow *show,
                                         const char *id,
                                         gboolean to);

G_END_DECLS
