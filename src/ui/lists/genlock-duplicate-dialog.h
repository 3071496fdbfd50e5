/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many copies of the selected rows are to be made, and what they will be called. */

#pragma once

#include <adwaita.h>

#include "ui/lists/genlock-gather.h"

G_BEGIN_DECLS

/**
 * GenlockDuplicateDialog:
 *
 * Signals: "chosen" (uint copies): copies of each row are to be made.
 */
#define GENLOCK_TYPE_DUPLICATE_DIALOG (genlock_duplicate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockDuplicateDialog, genlock_duplicate_dialog, GENLOCK,
                      DUPLICATE_DIALOG, AdwMessageDialog)

/**
 * genlock_duplicate_dialog_new:
 * @window: the window it belongs to
 * @kind: what the rows are
 * @gathered: the rows, at least one, and what is taken
 *
 * Returns: (transfer none): a dialog, to be presented
 */
GtkWidget *genlock_duplicate_dialog_new (GtkWindow *window,
                                         const GenlockListKind *kind,
                                         GenlockGathered *gathered);

G_END_DECLS
