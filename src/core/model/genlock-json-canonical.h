/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one text of a JSON value, so that equal values are equal bytes. */
#pragma once

#include <json-glib/json-glib.h>

#include "core/model/genlock-json-error.h"

G_BEGIN_DECLS

/**
 * genlock_json_write_node:
 * @json: the text so far, see genlock-json-writer.h
 * @node: (nullable): a value as genlock_json_parse() returns, NULL writes null
 *
 * Appends @node as canonical text: keys in the order of their bytes, no spaces, the shortest
 * numbers, only those characters escaped that must be. Numbers must be finite, integers within
 * ±2^53. The content is left alone: no normalisation, no rounding.
 */
void      genlock_json_write_node        (GString     *json,
                                          JsonNode    *node);

/**
 * genlock_json_canonicalize:
 * @node: (nullable): see genlock_json_write_node()
 *
 * Returns: (transfer full): @node as canonical text.
 */
char     *genlock_json_canonicalize      (JsonNode    *node);

/**
 * genlock_json_canonicalize_text:
 * @text: JSON under the limits of a network (what breaks them could never be synced)
 * @error: GENLOCK_JSON_ERROR, any code
 *
 * Returns: (transfer full): @text as canonical text, NULL on error.
 */
char     *genlock_json_canonicalize_text (const char  *text,
                                          GError     **error);

/**
 * genlock_json_is_canonical:
 * @text: any text
 *
 * Returns: whether @text is what genlock_json_canonicalize_text() would return for it.
 */
gboolean  genlock_json_is_canonical      (const char  *text);

G_END_DECLS
