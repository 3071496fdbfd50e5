/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The details of a show, new or known, in a window of their own. */

#pragma once

#include <adwaita.h>

#include "ui/productions/genlock-production-actions.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_PRODUCTION_DIALOG (genlock_production_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockProductionDialog, genlock_production_dialog,
                      GENLOCK, PRODUCTION_DIALOG, AdwWindow)

/**
 * genlock_production_dialog_present:
 * @from: the widget that asks; the dialog belongs to its window
 * @store: the store
 * @production: (nullable): the show to edit; %NULL makes a new one
 * @done: (nullable): called with @from, while it lives, when the show is saved
 *
 * Asks for the details of a show and saves them.
 */
void genlock_production_dialog_present (GtkWidget *from,
                                        GenlockStore *store,
                                        GenlockRecord *production,
                                        GenlockProductionDone done);

G_END_DECLS
