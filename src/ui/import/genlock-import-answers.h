/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What files leave open: a row a question, with the proposed answer to be changed. */

#pragma once

#include <adwaita.h>

#include "interchange/genlock-import-question.h"

G_BEGIN_DECLS

/**
 * GenlockImportAnswers:
 *
 * Signal: "changed": somebody gave another answer, so the files are to be read again.
 */
#define GENLOCK_TYPE_IMPORT_ANSWERS (genlock_import_answers_get_type ())
G_DECLARE_FINAL_TYPE (GenlockImportAnswers, genlock_import_answers, GENLOCK, IMPORT_ANSWERS,
                      GtkWidget)

/**
 * genlock_import_answers_set_plan:
 * @self: the rows
 * @plan: a plan, which is not kept
 *
 * Shows what @plan asks. Rows of questions that were shown before stay, and so does the focus.
 *
 * Returns: whether it asks anything
 */
gboolean genlock_import_answers_set_plan (GenlockImportAnswers *self,
                                          GenlockImportPlan *plan);

/* (transfer none) (array zero-terminated=1): what was answered, "KEY=WORD" each, for
 * #GenlockImportOptions; good until the next answer. */
const char * const *genlock_import_answers_get (GenlockImportAnswers *self);

/* Forgets what was answered: for other files. */
void genlock_import_answers_reset (GenlockImportAnswers *self);

G_END_DECLS
