/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a sheet is laid out, and when it was printed last. */

#pragma once

#include <adwaita.h>

#include "interchange/genlock-sheet-prints.h"
#include "ui/sheets/genlock-sheet-choice.h"

G_BEGIN_DECLS

/**
 * GenlockSheetOptions:
 *
 * The inspector of the sheets page.
 */
#define GENLOCK_TYPE_SHEET_OPTIONS (genlock_sheet_options_get_type ())
G_DECLARE_FINAL_TYPE (GenlockSheetOptions, genlock_sheet_options, GENLOCK, SHEET_OPTIONS, AdwBin)

GtkWidget *genlock_sheet_options_new (GenlockSheetChoice *choice);

/* Says when the sheet was printed last. */
void genlock_sheet_options_set_last (GenlockSheetOptions *options,
                                     const GenlockSheetPrint *last);

G_END_DECLS
