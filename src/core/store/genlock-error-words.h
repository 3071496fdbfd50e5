/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user's language. */

#pragma once

#include "core/model/genlock-json-error.h"

G_BEGIN_DECLS

/**
 * genlock_error_describe:
 * @error: of any domain
 * @translate: (scope call): how words are translated
 *
 * The core says what went wrong in English. An error of #GENLOCK_MODEL_ERROR is worded afresh
 * from its code, its field and the field's bounds; of others a sentence that is marked for
 * translation is looked up, also one with a path or a cause in it. What is known to nobody
 * stays as it is.
 *
 * Returns: (transfer full): a sentence for people, no markup
 */
char *genlock_error_describe (const GError *error,
                              GenlockTranslateFunc translate);

/* (transfer full): the same for a sentence of the core that comes without an error: what
 * genlock_database_verify() finds. */
char *genlock_error_describe_text (const char *text,
                                   GenlockTranslateFunc translate);

/* (nullable): the formats of the core that are recognized by what stands between their values,
 * for a test to compare them; %NULL behind the last. */
const char *genlock_error_get_format (guint index);

G_END_DECLS
