/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The strict JSON reader that every byte from a network or a file passes. */
#pragma once

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include "core/model/genlock-json-error.h"

G_BEGIN_DECLS

/**
 * GENLOCK_JSON_INTEGER_MAX:
 *
 * The largest integer, and with a minus the smallest: 2^53, up to which a double holds each one
 * (RFC 8259 section 6).
 */
#define GENLOCK_JSON_INTEGER_MAX G_GINT64_CONSTANT (9007199254740992)

/**
 * GenlockJsonLimits:
 * @bytes: of the whole text
 * @string_bytes: of one string or key, decoded
 * @members: keys of one object
 * @depth: of nested objects and arrays; "[]" has depth 1
 * @allow_bom: whether a UTF-8 byte order mark may stand before the text
 *
 * How much a JSON text may ask of the reader. Every limit is the largest value that passes.
 */
typedef struct
{
  gsize bytes;
  gsize string_bytes;
  gsize members;
  guint depth;
  gboolean allow_bom;
} GenlockJsonLimits;

/* From a network, and for a JSON column: 16 MiB, strings of 64 KiB, 1,000 members, depth 32. */
extern const GenlockJsonLimits genlock_json_limits_network;

/* From a file that a person chose: 128 MiB, strings as long as that (a localStorage value is one
 * string), 1,000,000 members, depth 256, byte order mark allowed. */
extern const GenlockJsonLimits genlock_json_limits_file;

/**
 * GenlockJsonProgressFunc:
 * @done: bytes read
 * @total: bytes of the text
 *
 * Called about every 256 KiB, in the thread that reads.
 */
typedef void (*GenlockJsonProgressFunc) (gsize    done,
                                         gsize    total,
                                         gpointer user_data);

/**
 * genlock_json_check:
 * @data: (array length=length) (element-type guint8): the text, need not end with a NUL
 * @length: bytes of @data
 * @limits: (nullable): NULL for those of a network
 * @error: GENLOCK_JSON_ERROR, any code
 *
 * Whether @data is one JSON value: the grammar of RFC 8259 exactly, valid UTF-8, no key twice in
 * an object (compared decoded), no U+0000, no lone surrogate, integers within ±2^53, finite
 * numbers, within @limits. Iterative: the depth costs no stack. An object with more than 100 keys
 * that share one g_str_hash(), as only an attack has, is refused as too large.
 *
 * Returns: TRUE when it is.
 */
gboolean  genlock_json_check      (const char               *data,
                                   gsize                     length,
                                   const GenlockJsonLimits  *limits,
                                   GError                  **error);

/**
 * genlock_json_parse:
 * @data: (array length=length) (element-type guint8): the text, need not end with a NUL
 * @length: bytes of @data
 * @limits: (nullable): NULL for those of a network
 * @error: GENLOCK_JSON_ERROR, any code
 *
 * Reads @data under the rules of genlock_json_check(). A number written with a fraction or an
 * exponent is a double ("59.0" too), any other a gint64; members keep their order.
 *
 * Returns: (transfer full): the value, NULL on error. It may be any JSON value: look before
 *   taking it for an object.
 */
JsonNode *genlock_json_parse      (const char               *data,
                                   gsize                     length,
                                   const GenlockJsonLimits  *limits,
                                   GError                  **error);

/**
 * genlock_json_parse_full:
 * @data: (array length=length) (element-type guint8): the text, need not end with a NUL
 * @length: bytes of @data
 * @limits: (nullable): NULL for those of a network
 * @cancellable: (nullable): looked at whenever @progress would be called
 * @progress: (scope call) (nullable): told how far it is
 * @user_data: for @progress
 * @error: GENLOCK_JSON_ERROR, any code, or G_IO_ERROR_CANCELLED
 *
 * genlock_json_parse() for a worker that reads something long.
 *
 * Returns: (transfer full): the value, NULL on error.
 */
JsonNode *genlock_json_parse_full (const char               *data,
                                   gsize                     length,
                                   const GenlockJsonLimits  *limits,
                                   GCancellable             *cancellable,
                                   GenlockJsonProgressFunc   progress,
                                   gpointer                  user_data,
                                   GError                  **error);

G_END_DECLS
