/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user's language. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * genlock_error_dup_sentence:
 * @error: of any domain
 *
 * The core says what went wrong in English. An error of #GENLOCK_MODEL_ERROR is worded afresh
 * from its code, its field and the field's bounds; of others a sentence that is marked for
 * translation is looked up, also one with a path or a cause in it. What is known to nobody
 * stays as it is.
 *
 * Returns: (transfer full): a sentence for people, no markup
 */
char *genlock_error_dup_sentence (const GError *error);

/**
 * genlock_error_list_formats:
 *
 * Returns: (transfer none) (array zero-terminated=1): the formats of the core that are
 *   recognized by what stands between their values, so that a test can compare them
 */
const char * const *genlock_error_list_formats (void);

G_END_DECLS
