/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The problems of a row in words and as a mark. */

#pragma once

#include "ui/common/genlock-checked-show.h"
#include "ui/common/genlock-mark.h"

G_BEGIN_DECLS

/* The mark of a severity; none for what was not checked. */
GenlockMark genlock_severity_get_mark (GenlockSeverity severity);

/**
 * genlock_problem_words_get:
 * @show: a show
 * @record_id: one of its rows
 * @words: (out) (optional) (transfer full) (nullable): the open problems, a line each, the worst
 *   first
 *
 * Returns: the mark of the worst one; none where all is well or the show is still being read
 */
GenlockMark genlock_problem_words_get (GenlockCheckedShow *show,
                                       const char *record_id,
                                       char **words);

G_END_DECLS
