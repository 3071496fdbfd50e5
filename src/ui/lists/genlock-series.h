/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that count on: CAM 3, CAM 4; 2, 4, 6; SRC 01, SRC 02. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * genlock_series_split:
 * @text: a text
 * @stem: (out): what stands before its last number, the whole where there is none
 * @number: (out): the number
 * @digits: (out): as how many digits it is written
 *
 * Returns: whether @text ends with a number
 */
gboolean genlock_series_split (const char *text,
                               char **stem,
                               gint64 *number,
                               guint *digits);

/**
 * genlock_series_next:
 * @text: a text
 * @step: how far to count
 *
 * Returns: (transfer full): @text with the number at its end @step further, written with at
 *   least as many digits; @text itself where it does not end with a number
 */
char *genlock_series_next (const char *text,
                           gint64 step);

/* Whether the texts have one stem and one step between them, other than none. */
gboolean genlock_series_is (const char * const *texts,
                            guint n_texts);

/**
 * genlock_series_fill:
 * @seeds: (array length=n_seeds): the cells to go on from, top to bottom, at least one
 * @n_seeds: how many
 * @place: the place to fill, counted from the first seed, at least @n_seeds
 *
 * One text with a number counts on by 1. Several with one stem and one step between them count
 * on by that step. Other seeds repeat.
 *
 * Returns: (transfer full): what stands at @place
 */
char *genlock_series_fill (const char * const *seeds,
                           guint n_seeds,
                           guint place);

/**
 * genlock_series_next_free:
 * @text: a text
 * @used: (element-type utf8): a set of the texts that are taken, casefolded
 *
 * Returns: (transfer full): the first text after @text in its series that is not in @used: "CAM
 *   4" for "CAM 3", "GFX 2" for "GFX"; it is added to @used
 */
char *genlock_series_next_free (const char *text,
                                GHashTable *used);

/**
 * genlock_series_next_label:
 * @prefix: what labels begin with: "SRC"
 * @used: (element-type utf8): a set of the labels that are taken, casefolded
 *
 * Returns: (transfer full): @prefix and the number after the greatest one used; never a number
 *   that was skipped, since it may stand on a sheet. It is added to @used
 */
char *genlock_series_next_label (const char *prefix,
                                 GHashTable *used);

G_END_DECLS
