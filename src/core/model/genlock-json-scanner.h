/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of JSON: white space, words, strings and numbers (for the reader only). */
#pragma once

#include "core/model/genlock-json-reader.h"

G_BEGIN_DECLS

typedef struct
{
  const char *data; /* unowned, the whole text */
  const char *end;
  const char *at; /* the next byte to read */
  gsize string_bytes; /* longest decoded string */
  GString *decoded; /* owned, the last string that had escapes */
} GenlockJsonScanner;

/* Text in the input, or in GenlockJsonScanner.decoded until the next string; not terminated. */
typedef struct
{
  const char *text;
  gsize length;
  gboolean escaped; /* it stands in GenlockJsonScanner.decoded */
} GenlockJsonString;

typedef struct
{
  gboolean is_integer;
  gint64 integer;
  double real;
} GenlockJsonNumber;

void     genlock_json_scanner_skip_space (GenlockJsonScanner  *self);

/* Each stands on the first byte of its token, ends behind it, and returns FALSE on error. */
gboolean genlock_json_scanner_word       (GenlockJsonScanner  *self,
                                          const char          *word,
                                          GError             **error);
gboolean genlock_json_scanner_string     (GenlockJsonScanner  *self,
                                          GenlockJsonString   *string,
                                          GError             **error);
gboolean genlock_json_scanner_number     (GenlockJsonScanner  *self,
                                          GenlockJsonNumber   *number,
                                          GError             **error);

/* Sets the error of a byte that no rule allows here, or of the end of the text. Returns FALSE.
 * @expected is marked with N_() and says what may stand here; it has one %s for the byte. */
gboolean genlock_json_scanner_unexpected (GenlockJsonScanner  *self,
                                          const char          *expected,
                                          GError             **error);

/* (transfer full): @text, valid UTF-8, for a sentence: short, and without control characters. */
char    *genlock_json_quote              (const char          *text,
                                          gsize                length);

G_END_DECLS
