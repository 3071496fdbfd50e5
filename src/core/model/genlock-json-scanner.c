/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tokens of JSON: white space, words, strings and numbers (for the reader only). */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-json-scanner.h"

/* Code points of a key or a text that a sentence shows. */
#define QUOTE_CHARS 40

/* Digits that surely fit 2^53, and powers of ten that a double holds exactly: below both, one
 * multiplication or division of exact doubles rounds as strtod() does (Clinger 1990). */
#define EXACT_DIGITS 15
#define EXACT_POWER 22

static gboolean
fail (GenlockJsonScanner  *self,
      const char          *at,
      GenlockJsonError     code,
      const char          *reason,
      GError             **error)
{
  return genlock_json_error_set (error, code, self->data, at, reason, NULL);
}

static gboolean
fail_at_end (GenlockJsonScanner  *self,
             GError             **error)
{
  return fail (self, self->end, GENLOCK_JSON_ERROR_TRUNCATED,
               N_("the text ends here, in the middle of a value; it was cut off"), error);
}

char *
genlock_json_quote (const char *text,
                    gsize       length)
{
  GString *quoted = g_string_new (NULL);
  const char *end = text + length;
  guint n_chars = 0;

  for (const char *p = text; p < end; n_chars++)
    {
      gunichar c = g_utf8_get_char (p);

      if (n_chars == QUOTE_CHARS)
        {
          g_string_append (quoted, "…");
          break;
        }
      if (g_unichar_isprint (c))
        g_string_append_unichar (quoted, c);
      else
        g_string_append_printf (quoted, "\\u%04x", c);
      p = g_utf8_next_char (p);
    }
  return g_string_free (quoted, FALSE);
}

/* The bytes of the code point at @p (Unicode 15, table 3-7), 0 when there is none. */
static guint
utf8_length (const guchar *p,
             const guchar *end,
             gboolean     *truncated)
{
  guchar low = 0x80;
  guchar high = 0xbf;
  guint length;

  *truncated = FALSE;
  if (*p < 0x80)
    return 1;
  if (*p < 0xc2 || *p > 0xf4)
    return 0;

  length = *p < 0xe0 ? 2 : *p < 0xf0 ? 3 : 4;
  if (*p == 0xe0)
    low = 0xa0; /* shorter forms exist */
  else if (*p == 0xed)
    high = 0x9f; /* surrogates */
  else if (*p == 0xf0)
    low = 0x90;
  else if (*p == 0xf4)
    high = 0x8f; /* beyond U+10FFFF */

  for (guint i = 1; i < length; i++)
    {
      if (p + i == end)
        {
          *truncated = TRUE;
          return 0;
        }
      if (p[i] < low || p[i] > high)
        return 0;
      low = 0x80;
      high = 0xbf;
    }
  return length;
}

/* Sets the error of bytes at the cursor that are no UTF-8. */
static gboolean
fail_encoding (GenlockJsonScanner  *self,
               gboolean             truncated,
               GError             **error)
{
  if (truncated)
    return fail_at_end (self, error);
  return fail (self, self->at, GENLOCK_JSON_ERROR_ENCODING,
               N_("these bytes are not UTF-8; save the text as UTF-8"), error);
}

static gboolean
fail_nul (GenlockJsonScanner  *self,
          const char          *at,
          GError             **error)
{
  return fail (self, at, GENLOCK_JSON_ERROR_ENCODING,
               N_("text must not contain the character U+0000"), error);
}

gboolean
genlock_json_scanner_unexpected (GenlockJsonScanner  *self,
                                 const char          *expected,
                                 GError             **error)
{
  gboolean truncated;
  guint length;

  if (self->at == self->end)
    return fail_at_end (self, error);
  if (*self->at == '\0')
    return fail_nul (self, self->at, error);

  length = utf8_length ((const guchar *) self->at, (const guchar *) self->end, &truncated);
  if (length == 0)
    return fail_encoding (self, truncated, error);

  g_autofree char *found = genlock_json_quote (self->at, length);

  return genlock_json_error_set (error, GENLOCK_JSON_ERROR_SYNTAX, self->data, self->at,
                                 expected, found);
}

void
genlock_json_scanner_skip_space (GenlockJsonScanner *self)
{
  const char *p = self->at;

  while (p < self->end && (*p == ' ' || *p == '\n' || *p == '\r' || *p == '\t'))
    p++;
  self->at = p;
}

gboolean
genlock_json_scanner_word (GenlockJsonScanner  *self,
                           const char          *word,
                           GError             **error)
{
  for (; *word != '\0'; word++, self->at++)
    {
      if (self->at == self->end || *self->at != *word)
        return genlock_json_scanner_unexpected (self,
                                                N_("“%s” is in no word that JSON knows; it knows "
                                                   "true, false and null"),
                                                error);
    }
  return TRUE;
}

/* Reads the four digits of \uXXXX at the cursor. */
static gboolean
scan_hex (GenlockJsonScanner  *self,
          gunichar            *value,
          GError             **error)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, self->at++)
    {
      if (self->at == self->end || !g_ascii_isxdigit (*self->at))
        return genlock_json_scanner_unexpected (self,
                                                N_("“%s” stands where one of the four hexadecimal "
                                                   "digits after \\u must stand"),
                                                error);
      *value = *value << 4 | (gunichar) g_ascii_xdigit_value (*self->at);
    }
  return TRUE;
}

/* Reads \uXXXX, or two of them for a code point above U+FFFF; the cursor is behind "\u". */
static gboolean
scan_unicode_escape (GenlockJsonScanner  *self,
                     GError             **error)
{
  static const char *lone = N_("half of a character (a lone surrogate) stands here; the text was "
                               "damaged before it was written");
  const char *start = self->at - 2;
  gunichar c;
  gunichar low;

  if (!scan_hex (self, &c, error))
    return FALSE;
  if (c == 0)
    return fail_nul (self, start, error);
  if (c >= 0xdc00 && c <= 0xdfff)
    return fail (self, start, GENLOCK_JSON_ERROR_ENCODING, lone, error);
  if (c >= 0xd800 && c <= 0xdbff)
    {
      if (self->at == self->end || (*self->at == '\\' && self->at + 1 == self->end))
        return fail_at_end (self, error);
      if (self->at[0] != '\\' || self->at[1] != 'u')
        return fail (self, start, GENLOCK_JSON_ERROR_ENCODING, lone, error);
      self->at += 2;
      if (!scan_hex (self, &low, error))
        return FALSE;
      if (low < 0xdc00 || low > 0xdfff)
        return fail (self, start, GENLOCK_JSON_ERROR_ENCODING, lone, error);
      c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    }
  g_string_append_unichar (self->decoded, c);
  return TRUE;
}

/* Reads an escape; the cursor is on the backslash. */
static gboolean
scan_escape (GenlockJsonScanner  *self,
             GError             **error)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape;

  self->at++;
  if (self->at < self->end && *self->at == 'u')
    {
      self->at++;
      return scan_unicode_escape (self, error);
    }
  escape = self->at < self->end && *self->at != '\0' ? strchr (escapes, *self->at) : NULL;
  if (escape == NULL)
    return genlock_json_scanner_unexpected (self,
                                            N_("“%s” must not follow a backslash; JSON knows "
                                               "\\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u"),
                                            error);
  g_string_append_c (self->decoded, meanings[escape - escapes]);
  self->at++;
  return TRUE;
}

/* Moves the cursor over text that stands for itself. */
static gboolean
scan_plain (GenlockJsonScanner  *self,
            GError             **error)
{
  const guchar *p = (const guchar *) self->at;
  const guchar *end = (const guchar *) self->end;
  gboolean truncated = FALSE;

  while (p < end && *p != '"' && *p != '\\' && *p >= 0x20)
    {
      guint length = *p < 0x80 ? 1 : utf8_length (p, end, &truncated);

      if (length == 0)
        {
          self->at = (const char *) p;
          return fail_encoding (self, truncated, error);
        }
      p += length;
    }

  self->at = (const char *) p;
  if (p == end)
    return fail_at_end (self, error);
  if (*p < 0x20)
    return genlock_json_scanner_unexpected (self,
                                            N_("a control character (%s) stands in a text; it must "
                                               "be written as an escape, or a quote is missing"),
                                            error);
  return TRUE;
}

gboolean
genlock_json_scanner_string (GenlockJsonScanner  *self,
                             GenlockJsonString   *string,
                             GError             **error)
{
  const char *quote = self->at++;
  const char *run = self->at;

  *string = (GenlockJsonString) { .text = run };
  for (;;)
    {
      if (!scan_plain (self, error))
        return FALSE;
      if (*self->at == '"' && !string->escaped)
        break;
      if (!string->escaped)
        g_string_truncate (self->decoded, 0);
      string->escaped = TRUE;
      g_string_append_len (self->decoded, run, self->at - run);
      if (*self->at == '"')
        break;
      if (!scan_escape (self, error))
        return FALSE;
      run = self->at;
    }

  string->length = string->escaped ? self->decoded->len : (gsize) (self->at - string->text);
  if (string->escaped)
    string->text = self->decoded->str;
  self->at++;
  if (string->length > self->string_bytes)
    {
      g_autofree char *limit = g_format_size_full (self->string_bytes, G_FORMAT_SIZE_IEC_UNITS);

      return genlock_json_error_set (error, GENLOCK_JSON_ERROR_TOO_LARGE, self->data, quote,
                                     N_("the text that begins here is longer than %s"), limit);
    }
  return TRUE;
}

/* The number from @start to the cursor, whose digits without the point are @mantissa ×
 * 10^@exponent when @exact. */
static gboolean
finish_real (GenlockJsonScanner  *self,
             const char          *start,
             gboolean             exact,
             guint64              mantissa,
             int                  exponent,
             double              *real,
             GError             **error)
{
  static const double powers[] = {
    1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
    1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
  };

  G_STATIC_ASSERT (G_N_ELEMENTS (powers) == EXACT_POWER + 1);
  if (exact && ABS (exponent) <= EXACT_POWER)
    {
      *real = exponent < 0 ? mantissa / powers[-exponent] : mantissa * powers[exponent];
      if (*start == '-')
        *real = -*real;
      return TRUE;
    }

  g_autofree char *copy = g_strndup (start, self->at - start);

  *real = g_ascii_strtod (copy, NULL);
  if (isfinite (*real))
    return TRUE;

  g_autofree char *quoted = genlock_json_quote (copy, strlen (copy));

  return genlock_json_error_set (error, GENLOCK_JSON_ERROR_NUMBER, self->data, start,
                                 N_("the number %s is too large"), quoted);
}

static gboolean
finish_integer (GenlockJsonScanner  *self,
                const char          *start,
                gboolean             exact,
                guint64              digits,
                gint64              *integer,
                GError             **error)
{
  if (exact && digits <= (guint64) GENLOCK_JSON_INTEGER_MAX)
    {
      *integer = *start == '-' ? -(gint64) digits : (gint64) digits;
      return TRUE;
    }

  g_autofree char *quoted = genlock_json_quote (start, self->at - start);

  return genlock_json_error_set (error, GENLOCK_JSON_ERROR_NUMBER, self->data, start,
                                 N_("the whole number %s is beyond ±9007199254740992 (2^53)"),
                                 quoted);
}

/* What is gathered of a number while its digits are read. */
typedef struct
{
  guint64 digits; /* all digits without the point */
  guint n_digits; /* of those, without leading zeros */
} Mantissa;

/* Reads one digit or more; up to 18 of them are gathered exactly. */
static gboolean
scan_digits (GenlockJsonScanner  *self,
             Mantissa            *mantissa,
             const char          *expected,
             GError             **error)
{
  const char *p = self->at;

  if (p == self->end || !g_ascii_isdigit (*p))
    return genlock_json_scanner_unexpected (self, expected, error);
  for (; p < self->end && g_ascii_isdigit (*p); p++)
    {
      if (mantissa->n_digits > 0 || *p != '0')
        mantissa->n_digits = MIN (mantissa->n_digits + 1, 100);
      if (mantissa->n_digits <= 18)
        mantissa->digits = mantissa->digits * 10 + (guint64) (*p - '0');
    }
  self->at = p;
  return TRUE;
}

/* Reads the exponent behind "e", saturated far outside of what a double holds. */
static gboolean
scan_exponent (GenlockJsonScanner  *self,
               int                 *exponent,
               GError             **error)
{
  Mantissa digits = { 0 };
  gboolean negative = FALSE;

  self->at++;
  if (self->at < self->end && (*self->at == '+' || *self->at == '-'))
    negative = *self->at++ == '-';
  if (!scan_digits (self, &digits, N_("“%s” stands where the digits of an exponent must stand"),
                    error))
    return FALSE;
  *exponent = digits.n_digits > 5 ? 99999 : (int) digits.digits;
  if (negative)
    *exponent = -*exponent;
  return TRUE;
}

gboolean
genlock_json_scanner_number (GenlockJsonScanner  *self,
                             GenlockJsonNumber   *number,
                             GError             **error)
{
  const char *start = self->at;
  Mantissa mantissa = { 0 };
  int exponent = 0;
  gsize n_decimals = 0;

  if (*self->at == '-')
    self->at++;
  if (self->at < self->end && *self->at == '0' && self->at + 1 < self->end &&
      g_ascii_isdigit (self->at[1]))
    return fail (self, self->at, GENLOCK_JSON_ERROR_SYNTAX,
                 N_("a number must not begin with 0 and a further digit"), error);
  if (!scan_digits (self, &mantissa, N_("“%s” stands where a digit must stand"), error))
    return FALSE;

  *number = (GenlockJsonNumber) { .is_integer = TRUE };
  if (self->at < self->end && *self->at == '.')
    {
      const char *point = self->at++;

      number->is_integer = FALSE;
      if (!scan_digits (self, &mantissa,
                        N_("“%s” stands where a digit must stand, after the point of a number"),
                        error))
        return FALSE;
      n_decimals = self->at - point - 1;
    }
  if (self->at < self->end && (*self->at == 'e' || *self->at == 'E'))
    {
      number->is_integer = FALSE;
      if (!scan_exponent (self, &exponent, error))
        return FALSE;
    }

  if (number->is_integer)
    return finish_integer (self, start, mantissa.n_digits <= 18, mantissa.digits,
                           &number->integer, error);
  return finish_real (self, start, mantissa.n_digits <= EXACT_DIGITS && n_decimals <= 100,
                      mantissa.digits, exponent - (int) MIN (n_decimals, 100), &number->real,
                      error);
}
