/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How readers ask, and how their questions are kept. */

#pragma once

#include "interchange/genlock-import-plan-private.h"
#include "interchange/genlock-import-question.h"

G_BEGIN_DECLS

/**
 * genlock_import_questions_new:
 * @answers: (nullable) (array zero-terminated=1): "KEY=WORD" each; a kind alone as the key answers
 *   all questions of it that are not answered by themselves
 *
 * Returns: (transfer full): no question yet
 */
GenlockImportQuestions *genlock_import_questions_new (const char * const *answers);
void genlock_import_questions_free (GenlockImportQuestions *questions);

/**
 * genlock_import_questions_ask:
 * @questions: the questions of a plan
 * @kind: "category"
 * @about: the piece, in letters of a key: "acme-matrix-8"
 * @subject: the piece, for people
 * @text: (transfer full): the question
 * @all: the question about all pieces, marked for translation
 * @choices: (array zero-terminated=1): the answers, the last with a %NULL word; static
 * @proposed: the word of the one that is proposed
 *
 * Returns: (transfer none): the word that counts
 */
const char *genlock_import_questions_ask (GenlockImportQuestions *questions,
                                          const char *kind,
                                          const char *about,
                                          const char *subject,
                                          char *text,
                                          const char *all,
                                          const GenlockChoice *choices,
                                          const char *proposed);

/**
 * genlock_import_questions_finish:
 * @questions: the questions of a plan, to be called when all is read
 * @error: %GENLOCK_IMPORT_ERROR_ANSWER: an answer that belongs to no question, or is none of its
 *   choices
 *
 * Returns: whether every answer was of use
 */
gboolean genlock_import_questions_finish (GenlockImportQuestions *questions,
                                          GError **error);

G_END_DECLS
