/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is wrong with a JSON text, and where. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GenlockJsonError:
 * @GENLOCK_JSON_ERROR_SYNTAX: not the grammar of RFC 8259
 * @GENLOCK_JSON_ERROR_ENCODING: not UTF-8, a lone surrogate, or U+0000 (raw or escaped)
 * @GENLOCK_JSON_ERROR_DEPTH: objects and arrays nested deeper than the limit
 * @GENLOCK_JSON_ERROR_DUPLICATE_KEY: a key stands twice in one object
 * @GENLOCK_JSON_ERROR_NUMBER: an integer beyond 2^53 or a number that no double holds
 * @GENLOCK_JSON_ERROR_TOO_LARGE: the text, a string or an object is larger than the limit
 * @GENLOCK_JSON_ERROR_TRUNCATED: the text ends before its value does (an empty text too)
 *
 * Codes of the domain GENLOCK_JSON_ERROR.
 */
typedef enum
{
  GENLOCK_JSON_ERROR_SYNTAX,
  GENLOCK_JSON_ERROR_ENCODING,
  GENLOCK_JSON_ERROR_DEPTH,
  GENLOCK_JSON_ERROR_DUPLICATE_KEY,
  GENLOCK_JSON_ERROR_NUMBER,
  GENLOCK_JSON_ERROR_TOO_LARGE,
  GENLOCK_JSON_ERROR_TRUNCATED,
} GenlockJsonError;

#define GENLOCK_JSON_ERROR (genlock_json_error_quark ())
GQuark   genlock_json_error_quark     (void);

/**
 * GenlockTranslateFunc:
 * @message: text in English, as marked with N_()
 *
 * Returns: (transfer none): @message in the user's language, as gettext() does.
 */
typedef const char *(*GenlockTranslateFunc) (const char *message);

/**
 * genlock_json_error_get_place:
 * @error: an error of GENLOCK_JSON_ERROR
 * @line: (out) (optional): line, from 1
 * @column: (out) (optional): column in characters, from 1
 * @offset: (out) (optional): bytes from the beginning, from 0
 *
 * Returns: FALSE (and 0 everywhere) when the error has no place in the text
 *   (the whole text is too large).
 */
gboolean genlock_json_error_get_place (const GError *error,
                                       gsize        *line,
                                       gsize        *column,
                                       gsize        *offset);

/**
 * genlock_json_error_describe:
 * @error: an error of GENLOCK_JSON_ERROR
 * @translate: (scope call) (nullable): translates the parts, NULL for English
 *
 * The sentence of @error with its place, for people: "line 3, column 14 (byte 57):
 * the key “name” stands twice". error->message is the same in English.
 *
 * Returns: (transfer full): the sentence, without a full stop.
 */
char    *genlock_json_error_describe  (const GError         *error,
                                       GenlockTranslateFunc  translate);

/* For the reader only. @reason is marked with N_() and has at most one %s, which stands for
 * @detail; @at is where it went wrong, NULL for no place. Always returns FALSE. */
gboolean genlock_json_error_set       (GError           **error,
                                       GenlockJsonError   code,
                                       const char        *data,
                                       const char        *at,
                                       const char        *reason,
                                       const char        *detail);

G_END_DECLS
