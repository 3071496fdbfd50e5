/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text written straight into a string, without spaces, in any locale. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The writer has no state but the text: whether a comma is due shows in its last byte. So a value
 * may begin in an empty string, behind white space (server-sent events, one value a line) or
 * inside an open object or array. In an object each value follows its key; a canonical object
 * needs its keys in the order of their bytes, which is the caller's to see to. */

void genlock_json_write_begin_object (GString    *json);
void genlock_json_write_end_object   (GString    *json);
void genlock_json_write_begin_array  (GString    *json);
void genlock_json_write_end_array    (GString    *json);

/**
 * genlock_json_write_key:
 * @key: valid UTF-8
 */
void genlock_json_write_key          (GString    *json,
                                      const char *key);

/**
 * genlock_json_write_string:
 * @text: (nullable): valid UTF-8, NULL writes null
 */
void genlock_json_write_string       (GString    *json,
                                      const char *text);

/**
 * genlock_json_write_string_len:
 * @text: (array length=length): valid UTF-8 without U+0000
 * @length: bytes of @text
 */
void genlock_json_write_string_len   (GString    *json,
                                      const char *text,
                                      gsize       length);

/**
 * genlock_json_write_int:
 * @value: within ±2^53 (GENLOCK_JSON_INTEGER_MAX), so that every reader takes it back unchanged
 */
void genlock_json_write_int          (GString    *json,
                                      gint64      value);

/**
 * genlock_json_write_double:
 * @value: finite
 *
 * Writes the fewest digits that read back as the same double, in the form of ECMAScript's
 * Number::toString (also RFC 8785): 59.94, 60, 0 (for -0 too), 1e-7, 1.5e+300. One exception:
 * a whole number beyond ±2^53 always has an exponent (1e+20), as the strict reader refuses it as
 * an integer.
 */
void genlock_json_write_double       (GString    *json,
                                      double      value);

void genlock_json_write_boolean      (GString    *json,
                                      gboolean    value);
void genlock_json_write_null         (GString    *json);

/**
 * genlock_json_write_raw:
 * @value: one JSON value that is canonical already, such as a JSON column
 */
void genlock_json_write_raw          (GString    *json,
                                      const char *value);

G_END_DECLS
