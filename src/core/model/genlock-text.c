/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as people type it: one form on input, search, and labels with numbers. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <string.h>

#include <glib/gi18n.h>

#include "core/model/genlock-text.h"

/* Sorting the marks on one character takes the square of their number; no script needs 1,000. */
#define MAX_MARKS 1000

#define MAX_DIGITS 15
#define MAX_NUMBER G_GINT64_CONSTANT (999999999999999)

/* Every code point below U+0300 is NFC and no mark, and its UTF-8 begins below this byte. */
#define FIRST_COMBINING_BYTE 0xcc

static gboolean
has_combining (const char *text)
{
  for (const guchar *p = (const guchar *) text; *p != '\0'; p++)
    {
      if (*p >= FIRST_COMBINING_BYTE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
check_marks (const char  *text,
             GError     **error)
{
  guint n_marks = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      n_marks = g_unichar_combining_class (g_utf8_get_char (p)) == 0 ? 0 : n_marks + 1;
      if (n_marks > MAX_MARKS)
        {
          g_set_error (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                       N_("The text has more than %d combining marks on one character."),
                       MAX_MARKS);
          return FALSE;
        }
    }
  return TRUE;
}

/* CR LF and CR become LF, in place. */
static void
unify_lines (char *text)
{
  char *to = strchr (text, '\r');

  for (const char *from = to; from != NULL && *from != '\0'; from++)
    {
      if (*from != '\r')
        *to++ = *from;
      else if (from[1] != '\n')
        *to++ = '\n';
    }
  if (to != NULL)
    *to = '\0';
}

char *
genlock_text_normalize (const char  *text,
                        gssize       length,
                        GError     **error)
{
  gsize n_bytes;
  char *normal;

  g_return_val_if_fail (text != NULL, NULL);

  n_bytes = length < 0 ? strlen (text) : (gsize) length;
  if (memchr (text, '\0', n_bytes) != NULL)
    {
      g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_EMBEDDED_NUL,
                           N_("The text contains the character U+0000, which cannot be stored."));
      return NULL;
    }
  if (!g_utf8_validate_len (text, n_bytes, NULL))
    {
      g_set_error_literal (error, G_CONVERT_ERROR, G_CONVERT_ERROR_ILLEGAL_SEQUENCE,
                           N_("The text is not valid UTF-8."));
      return NULL;
    }

  normal = g_strndup (text, n_bytes);
  unify_lines (normal);
  if (has_combining (normal))
    {
      g_autofree char *plain = g_steal_pointer (&normal);

      if (!check_marks (plain, error))
        return NULL;
      normal = g_utf8_normalize (plain, -1, G_NORMALIZE_NFC);
    }
  return normal;
}

gboolean
genlock_text_is_normal (const char *text)
{
  if (text == NULL || strchr (text, '\r') != NULL)
    return FALSE;
  if (!has_combining (text))
    return g_utf8_validate (text, -1, NULL);

  g_autofree char *normal = genlock_text_normalize (text, -1, NULL);

  return normal != NULL && strcmp (normal, text) == 0;
}

char *
genlock_text_fold (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *normal = g_utf8_normalize (valid, -1, G_NORMALIZE_NFC);

  return g_utf8_casefold (normal, -1);
}

static gboolean
is_ascii (const char *text)
{
  while (*text != '\0' && (guchar) *text < 0x80)
    text++;
  return *text == '\0';
}

static inline char
fold_byte (char c)
{
  return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
}

/* Whether @needle, which has no capital letters of ASCII, stands at @at. */
static inline gboolean
begins_with (const char *at,
             const char *needle)
{
  while (*needle != '\0' && fold_byte (*at) == *needle)
    {
      at++;
      needle++;
    }
  return *needle == '\0';
}

/* Looks for @needle letting only ASCII vary in case; tells whether @haystack is all ASCII. */
static gboolean
contains_ascii (const char *haystack,
                const char *needle,
                gboolean   *all_ascii)
{
  char lower = needle[0];
  char upper = g_ascii_toupper (lower);
  guchar seen = 0;

  for (; *haystack != '\0'; haystack++)
    {
      seen |= (guchar) *haystack;
      if ((*haystack == lower || *haystack == upper) && begins_with (haystack + 1, needle + 1))
        return TRUE;
    }
  *all_ascii = seen < 0x80;
  return FALSE;
}

/* Whether the case folding of @c, which is no ASCII, has ASCII in it: ß is "ss", K is "k". */
static gboolean
folds_to_ascii (gunichar c)
{
  return c == 0xdf || /* ß */
         c == 0x130 || /* İ */
         c == 0x149 || /* ŉ */
         c == 0x17f || /* ſ */
         c == 0x1f0 || /* ǰ */
         (c >= 0x1e96 && c <= 0x1e9a) || /* ẖ ẗ ẘ ẙ ẚ */
         c == 0x1e9e || /* ẞ */
         c == 0x212a || /* K, the sign of Kelvin */
         (c >= 0xfb00 && c <= 0xfb06); /* ﬀ to ﬆ */
}

static gboolean
has_folding_to_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      if ((guchar) *p >= 0x80 && folds_to_ascii (g_utf8_get_char (p)))
        return TRUE;
    }
  return FALSE;
}

gboolean
genlock_text_contains (const char *haystack,
                       const char *folded_needle)
{
  gboolean all_ascii = TRUE;

  if (*folded_needle == '\0')
    return TRUE;
  if (haystack == NULL)
    return FALSE;

  /* Folding maps one character at a time and leaves lower-case ASCII alone, so a hit here is one
   * in the folded text too. The other way round only characters outside of ASCII matter, and few
   * of them when the needle is ASCII. */
  if (contains_ascii (haystack, folded_needle, &all_ascii))
    return TRUE;
  if (all_ascii || (is_ascii (folded_needle) && !has_folding_to_ascii (haystack)))
    return FALSE;

  g_autofree char *folded = g_utf8_casefold (haystack, -1);

  return strstr (folded, folded_needle) != NULL;
}

gboolean
genlock_text_split_number (const char *text,
                           gsize      *prefix_length,
                           gint64     *number,
                           guint      *digits)
{
  gsize length;
  gsize begin;
  gint64 value = 0;
  gboolean found;

  g_return_val_if_fail (text != NULL, FALSE);

  length = strlen (text);
  begin = length;
  while (begin > 0 && g_ascii_isdigit (text[begin - 1]))
    begin--;
  found = begin < length && length - begin <= MAX_DIGITS;
  for (gsize i = begin; found && i < length; i++)
    value = value * 10 + (text[i] - '0');

  if (prefix_length != NULL)
    *prefix_length = found ? begin : 0;
  if (number != NULL)
    *number = value;
  if (digits != NULL)
    *digits = found ? (guint) (length - begin) : 0;
  return found;
}

char *
genlock_text_increment (const char *text,
                        gint64      by)
{
  gsize prefix_length;
  gint64 number;
  guint digits;
  gint64 step = CLAMP (by, -MAX_NUMBER, MAX_NUMBER);

  if (!genlock_text_split_number (text, &prefix_length, &number, &digits))
    return g_strdup (text);

  if (text[prefix_length] != '0')
    digits = 1;
  number = CLAMP (number + step, 0, MAX_NUMBER);
  return g_strdup_printf ("%.*s%0*" G_GINT64_FORMAT, (int) prefix_length, text, (int) digits,
                          number);
}

gboolean
genlock_text_label_number (const char *label,
                           const char *prefix,
                           gint64     *number,
                           guint      *digits)
{
  gsize prefix_length = strlen (prefix);
  const char *rest;
  gsize before;

  *number = 0;
  if (digits != NULL)
    *digits = 0;
  if (label == NULL || g_ascii_strncasecmp (label, prefix, prefix_length) != 0)
    return FALSE;

  rest = label + prefix_length;
  while (*rest == ' ')
    rest++;
  if (!genlock_text_split_number (rest, &before, number, digits) || before > 0)
    {
      *number = 0;
      if (digits != NULL)
        *digits = 0;
      return FALSE;
    }
  return TRUE;
}

char *
genlock_text_next_label (const char         *prefix,
                         const char * const *labels,
                         gsize               n_labels)
{
  gint64 highest = 0;
  guint width = 1;

  g_return_val_if_fail (prefix != NULL, NULL);
  g_return_val_if_fail (labels != NULL || n_labels == 0, NULL);

  for (gsize i = 0; i < n_labels; i++)
    {
      gint64 number;
      guint digits;

      if (genlock_text_label_number (labels[i], prefix, &number, &digits) && number >= highest)
        {
          highest = number;
          width = digits;
        }
    }
  return g_strdup_printf ("%s %0*" G_GINT64_FORMAT, prefix, (int) width,
                          MIN (highest + 1, MAX_NUMBER));
}
