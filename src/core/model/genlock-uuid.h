/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UUIDs (RFC 9562): random ones, and ones made from content. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Characters of a UUID without the terminator. */
#define GENLOCK_UUID_LENGTH 36

/**
 * GENLOCK_UUID_NAMESPACE:
 *
 * The namespace of every id that Genlock makes from content: the version 5 UUID of the name
 * "org.genlock.Genlock" in RFC 9562's DNS namespace. Frozen: another value would make other
 * ids for the same content.
 */
#define GENLOCK_UUID_NAMESPACE "b70446d2-7a2a-5262-a2a4-d205dbfe741f"

/**
 * genlock_uuid_is_canonical:
 * @text: (nullable): any text
 *
 * Returns: whether @text is a UUID of any version in the one form that Genlock stores and sends:
 *   8-4-4-4-12 hexadecimal digits in lower case.
 */
gboolean  genlock_uuid_is_canonical (const char         *text);

/**
 * genlock_uuid_canonicalize:
 * @text: (nullable): a UUID as others write it: either case, also in braces or behind "urn:uuid:"
 *
 * Returns: (transfer full) (nullable): the canonical form, NULL when @text is no UUID.
 */
char     *genlock_uuid_canonicalize (const char         *text);

/**
 * genlock_uuid_new:
 *
 * Returns: (transfer full): a random UUID (version 4).
 */
char     *genlock_uuid_new          (void);

/**
 * genlock_uuid_v5:
 * @namespace_id: a canonical UUID
 * @name: (array length=length) (element-type guint8): any bytes
 * @length: bytes of @name, -1 when it ends with a NUL
 *
 * Returns: (transfer full): the UUID (version 5, SHA-1) of @name in @namespace_id.
 */
char     *genlock_uuid_v5           (const char         *namespace_id,
                                     const char         *name,
                                     gssize              length);

/**
 * genlock_uuid_from_parts:
 * @parts: (array length=n_parts): at least one, none NULL
 * @n_parts: how many
 *
 * The version 5 UUID in GENLOCK_UUID_NAMESPACE of several texts, joined with U+0000. No text has
 * that character, so different lists have different names: ("a", "bc") is not ("ab", "c"), and
 * ("a", "") is not ("a").
 *
 * Returns: (transfer full): the UUID.
 */
char     *genlock_uuid_from_parts   (const char * const *parts,
                                     gsize               n_parts);

/**
 * genlock_uuid_from:
 * @first: the first part
 * @...: (nullable): further parts, ended with NULL
 *
 * genlock_uuid_from_parts() of its arguments. An absent part is the caller's to name ("").
 *
 * Returns: (transfer full): the UUID.
 */
char     *genlock_uuid_from         (const char         *first,
                                     ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
