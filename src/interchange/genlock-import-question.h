/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a file leaves open, and what a person says to it. */

#pragma once

#include "interchange/genlock-import-plan.h"

G_BEGIN_DECLS

/**
 * GenlockImportQuestion:
 * @key: what names it: its kind, and what it is about behind a colon where it is about one piece:
 *   "direction:acme-matrix-8/rear-ports/SDI"
 * @subject: (nullable): the piece of equipment; %NULL for a question about all of them
 * @text: the question, in the user's language
 * @choices: (array length=n_choices): the answers that there are; their labels are marked for
 *   translation
 * @n_choices: how many
 * @chosen: the place in @choices of the answer that counts: the one given, else the proposed one
 * @is_answered: whether it was given
 */
typedef struct
{
  char *key;
  char *subject;
  char *text;
  const GenlockChoice *choices;
  guint n_choices;
  guint chosen;
  gboolean is_answered;
} GenlockImportQuestion;

/* Questions that a plan shows one by one; of more than these each kind is asked once for all. */
#define GENLOCK_IMPORT_MAX_QUESTIONS 12

/**
 * genlock_import_plan_get_questions:
 * @plan: a plan
 *
 * What the files leave open. Every question has an answer already, the proposed one; to give
 * another, read the files again with #GenlockImportOptions.answers. Where there are more than
 * %GENLOCK_IMPORT_MAX_QUESTIONS, there is one for each kind in their place, whose first choice, "",
 * leaves every piece its own; those for single pieces can still be answered.
 *
 * Returns: (transfer none) (element-type GenlockImportQuestion): in the order of the files
 */
GPtrArray *genlock_import_plan_get_questions (GenlockImportPlan *plan);

G_END_DECLS
