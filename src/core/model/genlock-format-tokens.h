/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words and numbers that a format's text falls into. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GENLOCK_FORMAT_MAX_TOKENS 24

/* A run of letters, a number, "?" or "/"; `text` is ASCII in lower case, a number has a point. */
typedef struct
{
  char text[16];
  gboolean is_number;
} GenlockFormatToken;

typedef struct
{
  GenlockFormatToken tokens[GENLOCK_FORMAT_MAX_TOKENS];
  int n_tokens;
} GenlockFormatTokens;

/* Splits the text. FALSE for bytes, signs or lengths that no format has. */
gboolean genlock_format_tokens_init (GenlockFormatTokens *tokens,
                                     const char          *text);

G_END_DECLS
