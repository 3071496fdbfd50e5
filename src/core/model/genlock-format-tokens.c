/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Splits the text of a format into words and numbers. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include "core/model/genlock-format-tokens.h"

/* Longer text is prose, not a format. */
#define MAX_TEXT 96

/* Signs that stand for ASCII ones, and spaces of all kinds. */
static gboolean
fold_character (gunichar  character,
                char     *folded)
{
  if (character == 0x00d7 || character == 0x2715 || character == '*')
    *folded = 'x';
  else if (character == 0x2010 || character == 0x2011 || character == 0x2013)
    *folded = '-';
  else if (character == '@' || g_unichar_isspace (character))
    *folded = ' ';
  else if (character > ' ' && character < 0x7f)
    *folded = g_ascii_tolower ((char) character);
  else
    return FALSE;

  return TRUE;
}

static gboolean
fold_text (const char *text,
           char       *folded)
{
  gsize n = 0;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      if (n + 1 == MAX_TEXT || !fold_character (g_utf8_get_char (text), &folded[n]))
        return FALSE;
      n++;
    }
  folded[n] = '\0';

  return TRUE;
}

/* A decimal comma has two digits or more before it ("59,94"), a thousands separator one. */
static gboolean
is_point (const char *text,
          gsize       at)
{
  /* What stands behind the end is not looked at. */
  return (text[at] == '.' || (text[at] == ',' && at >= 2)) && g_ascii_isdigit (text[at + 1]);
}

static gsize
measure_number (const char *text)
{
  gsize length = 0;
  gboolean has_point = FALSE;

  while (g_ascii_isdigit (text[length]) ||
         (!has_point && length > 0 && is_point (text, length)))
    {
      has_point = has_point || !g_ascii_isdigit (text[length]);
      length++;
    }

  return length;
}

static gsize
measure_word (const char *text)
{
  gsize length = 0;

  /* "4Kp60" */
  if (strncmp (text, "kp", 2) == 0 || strncmp (text, "ki", 2) == 0)
    return 1;

  while (g_ascii_isalpha (text[length]))
    length++;
  if (length > 1 && text[length] == '+')
    length++;

  return length;
}

static gboolean
add_token (GenlockFormatTokens *tokens,
           const char          *text,
           gsize                length)
{
  GenlockFormatToken *token = &tokens->tokens[tokens->n_tokens];

  if (tokens->n_tokens == GENLOCK_FORMAT_MAX_TOKENS || length >= sizeof token->text)
    return FALSE;

  memcpy (token->text, text, length);
  token->text[length] = '\0';
  token->is_number = g_ascii_isdigit (text[0]);
  for (gsize i = 0; token->is_number && i < length; i++)
    {
      if (token->text[i] == ',')
        token->text[i] = '.';
    }
  tokens->n_tokens++;

  return TRUE;
}

/* A hyphen joins ("CVT-RB", "CEA-861"); before a number that stands alone it would be a sign. */
static gboolean
is_joint (const char *text,
          gsize       at)
{
  return at > 0 && g_ascii_isalnum (text[at - 1]) && g_ascii_isalnum (text[at + 1]) &&
         (g_ascii_isalpha (text[at - 1]) || g_ascii_isalpha (text[at + 1]));
}

static gboolean
split_tokens (GenlockFormatTokens *tokens,
              const char          *text)
{
  for (gsize at = 0; text[at] != '\0';)
    {
      gsize length = MAX (measure_number (text + at), measure_word (text + at));

      if (length == 0 && (text[at] == '?' || text[at] == '/'))
        length = 1;

      if (length > 0)
        {
          if (!add_token (tokens, text + at, length))
            return FALSE;
          at += length;
        }
      else if (text[at] == ' ' || (text[at] == ',' && text[at + 1] == ' ') ||
               (text[at] == '-' && is_joint (text, at)))
        at++;
      else
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_format_tokens_init (GenlockFormatTokens *tokens,
                            const char          *text)
{
  char folded[MAX_TEXT];

  tokens->n_tokens = 0;

  return fold_text (text, folded) && split_tokens (tokens, folded);
}
