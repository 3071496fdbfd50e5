/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Labels for many cables at once. */

#pragma once

#include <adwaita.h>

#include "ui/common/genlock-checked-show.h"

G_BEGIN_DECLS

#define GENLOCK_TYPE_LABEL_DIALOG (genlock_label_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GenlockLabelDialog, genlock_label_dialog, GENLOCK, LABEL_DIALOG, AdwWindow)

/**
 * genlock_label_dialog_present:
 * @from: a widget in the window; says there what was done
 * @show: a show
 * @ids: (nullable) (transfer container) (element-type utf8): the cables that are selected; they get
 *   new labels where they have some. %NULL: all cables of the show that have none
 */
void genlock_label_dialog_present (GtkWidget *from,
                                   GenlockCheckedShow *show,
                                   GPtrArray *ids);

G_END_DECLS
