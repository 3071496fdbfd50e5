/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would bring, to choose from, and what it would not. */

#pragma once

#include <adwaita.h>

#include "interchange/genlock-import.h"

G_BEGIN_DECLS

/**
 * GenlockImportPreview:
 *
 * Signals: "chosen": what is chosen differs; "options": the rows are to go into another show, or
 * something that the files leave open was answered, so the files are to be read again.
 */
#define GENLOCK_TYPE_IMPORT_PREVIEW (genlock_import_preview_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportPreview, genlock_import_preview, GENLOCK, IMPORT_PREVIEW,
                      GtkWidget)

/**
 * genlock_import_preview_set_plan:
 * @self: the preview
 * @plan: (nullable): a plan that was compared; %NULL lets go of the last one, which then may be
 *   used in another thread
 * @shows: (nullable) (element-type GenlockRecord): the shows to offer where the plan asks
 */
void genlock_import_preview_set_plan (GenlockImportPreview *self,
                                      GenlockImportPlan *plan,
                                      GPtrArray *shows);

/* Forgets into which show, and what was answered: for other files. */
void genlock_import_preview_reset (GenlockImportPreview *self);

/**
 * genlock_import_preview_get_options:
 * @self: the preview
 * @options: (out caller-allocates): what was answered; its parts belong to the preview
 *
 * Returns: whether that differs from what the plan was read with
 */
gboolean genlock_import_preview_get_options (GenlockImportPreview *self,
                                             GenlockImportOptions *options);

/* (transfer none): for a switcher in the header. */
AdwViewStack *genlock_import_preview_get_stack (GenlockImportPreview *self);

/* Shows the switcher at the foot in place of the header. */
void genlock_import_preview_set_narrow (GenlockImportPreview *self,
                                        gboolean narrow);

G_END_DECLS
