/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type it: one form on input, search, and labels with numbers. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * genlock_text_normalize:
 * @text: (array length=length): what was typed, pasted or read
 * @length: bytes of @text, -1 when it ends with a NUL
 * @error: G_CONVERT_ERROR_EMBEDDED_NUL for U+0000, G_CONVERT_ERROR_ILLEGAL_SEQUENCE for bytes
 *   that are no UTF-8 or more than 1,000 combining marks in a row
 *
 * The one form in which text is stored: Unicode NFC, lines ended by LF (CR LF and CR become LF).
 * White space stays: whether the ends of a field are stripped is its caller's to decide.
 *
 * Returns: (transfer full): the text, NULL on error.
 */
char     *genlock_text_normalize    (const char          *text,
                                     gssize               length,
                                     GError             **error);

/**
 * genlock_text_is_normal:
 * @text: (nullable): any text
 *
 * Returns: whether genlock_text_normalize() would return @text unchanged.
 */
gboolean  genlock_text_is_normal    (const char          *text);

/**
 * genlock_text_fold:
 * @text: what someone searches for; what is no UTF-8 in it is found nowhere
 *
 * Returns: (transfer full): @text as a needle for genlock_text_contains(): NFC without case.
 */
char     *genlock_text_fold         (const char          *text);

/**
 * genlock_text_contains:
 * @haystack: (nullable): stored text, valid UTF-8; NULL contains nothing but the empty text
 * @folded_needle: from genlock_text_fold()
 *
 * Whether @folded_needle stands in @haystack, whatever the case (full Unicode case folding:
 * "strasse" finds "Straße"). Allocates only when @haystack has characters outside of ASCII that
 * matter, so it serves a million calls per search.
 */
gboolean  genlock_text_contains     (const char          *haystack,
                                     const char          *folded_needle);

/**
 * genlock_text_split_number:
 * @text: a label or name
 * @prefix_length: (out) (optional): bytes before the number
 * @number: (out) (optional): the number, 0 to 999,999,999,999,999
 * @digits: (out) (optional): how many digits it is written with, leading zeros included
 *
 * Splits the whole number off the end of @text: "CAM 09" is "CAM " and 9 in 2 digits. A minus
 * belongs to the prefix.
 *
 * Returns: whether @text ends with a number of at most 15 digits (the outs are 0 if not).
 */
gboolean  genlock_text_split_number (const char          *text,
                                     gsize               *prefix_length,
                                     gint64              *number,
                                     guint               *digits);

/**
 * genlock_text_increment:
 * @text: a label or name
 * @by: how far, also negative
 *
 * "CAM 3" by 1 is "CAM 4", "CAM 09" is "CAM 10", "CAM 10" by -1 is "CAM 9": the width counts only
 * when the number begins with a zero. It stays within 0 and 999,999,999,999,999.
 *
 * Returns: (transfer full): the next text; @text itself when it ends with no number.
 */
char     *genlock_text_increment    (const char          *text,
                                     gint64               by);

/**
 * genlock_text_label_number:
 * @label: (nullable): a label such as "SRC 3"
 * @prefix: such as "SRC", without the space
 * @number: (out): the number, 0 when there is none
 * @digits: (out) (optional): digits it is written with
 *
 * Returns: whether @label is @prefix (in any ASCII case), any spaces, and a number.
 */
gboolean  genlock_text_label_number (const char          *label,
                                     const char          *prefix,
                                     gint64              *number,
                                     guint               *digits);

/**
 * genlock_text_next_label:
 * @prefix: such as "SRC", without the space
 * @labels: (array length=n_labels) (element-type utf8) (nullable): the labels in use, in any
 *   order; elements may be NULL
 * @n_labels: how many
 *
 * The label to offer for a new row: one above the highest number in use, "SRC 1" when there is
 * none. Gaps are not filled: planners leave them on purpose, for a group that grows or a source
 * that was cut and may come back. Zero padding follows the highest label ("SRC 09", "SRC 10").
 *
 * Returns: (transfer full): the label, with one space.
 */
char     *genlock_text_next_label   (const char          *prefix,
                                     const char * const  *labels,
                                     gsize                n_labels);

G_END_DECLS
