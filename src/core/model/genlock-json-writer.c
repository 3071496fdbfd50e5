/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON text written straight into a string, without spaces, in any locale. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <float.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"

/* A double holds every decimal of this many digits apart from every other, and needs at most so
 * many to be told from its neighbours (DBL_DIG and DBL_DECIMAL_DIG of C11). */
#define SURE_DIGITS DBL_DIG
#define ALL_DIGITS DBL_DECIMAL_DIG

static void
begin_value (GString *json)
{
  if (json->len == 0)
    return;
  switch (json->str[json->len - 1])
    {
    case '[': case '{': case ':': case ',':
    case ' ': case '\n': case '\r': case '\t':
      break;
    default:
      g_string_append_c (json, ',');
      break;
    }
}

/* Decimal digits of @value, at least @n_least of them, without a terminator. */
static char *
print_digits (char    *end,
              guint64  value,
              int      n_least)
{
  char *p = end;

  for (; value > 0 || n_least > 0; n_least--)
    {
      *--p = (char) ('0' + value % 10);
      value /= 10;
    }
  return p;
}

static void
append_int (GString *json,
            gint64   value)
{
  char buffer[24];
  char *end = buffer + sizeof buffer;
  char *begin = print_digits (end, value < 0 ? -(guint64) value : (guint64) value, 1);

  if (value < 0)
    *--begin = '-';
  g_string_append_len (json, begin, end - begin);
}

/* Writes a positive @value of at most three decimals and 15 digits, as rates and lengths are. */
static gboolean
append_thousandths (GString *json,
                    double   value)
{
  guint64 thousandths;
  char buffer[24];
  char *end = buffer + sizeof buffer;
  char *begin;

  if (value >= 1e12)
    return FALSE;
  thousandths = (guint64) llround (value * 1000);
  if (thousandths / 1000.0 != value)
    return FALSE;

  append_int (json, (gint64) (thousandths / 1000));
  begin = print_digits (end, thousandths % 1000, 3);
  while (end[-1] == '0')
    end--;
  g_string_append_c (json, '.');
  g_string_append_len (json, begin, end - begin);
  return TRUE;
}

/* The fewest digits of @value and the power of ten of the first one. */
static int
shortest_digits (double  value,
                 char   *digits)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  gsize length = 1;

  /* A subnormal may need fewer digits than the sure ones show. */
  for (int n = value < DBL_MIN ? 1 : SURE_DIGITS; n <= ALL_DIGITS; n++)
    {
      char format[8];

      g_snprintf (format, sizeof format, "%%.%de", n - 1);
      g_ascii_formatd (text, sizeof text, format, value);
      if (g_ascii_strtod (text, NULL) == value)
        break;
    }

  /* d.ddde±xx */
  digits[0] = text[0];
  for (const char *p = text + 2; text[1] == '.' && *p != 'e'; p++)
    digits[length++] = *p;
  while (length > 1 && digits[length - 1] == '0')
    length--;
  digits[length] = '\0';
  return atoi (strchr (text, 'e') + 1);
}

/* ECMAScript 2023, Number::toString, with @exponent one less than its n. Only large numbers, which
 * are whole, could have an exponent of 21 or more. */
static void
append_digits (GString    *json,
               const char *digits,
               int         exponent,
               gboolean    is_large)
{
  int n_digits = (int) strlen (digits);

  if (is_large || exponent < -6)
    {
      g_string_append_c (json, digits[0]);
      if (n_digits > 1)
        g_string_append_printf (json, ".%s", digits + 1);
      g_string_append_printf (json, "e%c%d", exponent < 0 ? '-' : '+', abs (exponent));
    }
  else if (exponent < 0)
    {
      g_string_append (json, "0.");
      for (int i = -1; i > exponent; i--)
        g_string_append_c (json, '0');
      g_string_append (json, digits);
    }
  else
    {
      /* A whole number was written as such, so there are decimals. */
      g_string_append_len (json, digits, exponent + 1);
      g_string_append_c (json, '.');
      g_string_append (json, digits + exponent + 1);
    }
}

static void
append_string (GString    *json,
               const char *text,
               gsize       length)
{
  static const char meanings[] = "\b\f\n\r\t\"\\";
  static const char escapes[] = "bfnrt\"\\";
  const char *end = text + length;

  g_string_append_c (json, '"');
  for (const char *p = text; p < end; p++)
    {
      const char *run = p;
      const char *escape;

      while (p < end && (guchar) *p >= 0x20 && *p != '"' && *p != '\\')
        p++;
      g_string_append_len (json, run, p - run);
      if (p == end)
        break;
      escape = memchr (meanings, *p, strlen (meanings));
      if (escape != NULL)
        {
          g_string_append_c (json, '\\');
          g_string_append_c (json, escapes[escape - meanings]);
        }
      else
        {
          g_string_append_printf (json, "\\u%04x", (guint) *p);
        }
    }
  g_string_append_c (json, '"');
}

void
genlock_json_write_begin_object (GString *json)
{
  begin_value (json);
  g_string_append_c (json, '{');
}

void
genlock_json_write_end_object (GString *json)
{
  g_string_append_c (json, '}');
}

void
genlock_json_write_begin_array (GString *json)
{
  begin_value (json);
  g_string_append_c (json, '[');
}

void
genlock_json_write_end_array (GString *json)
{
  g_string_append_c (json, ']');
}

void
genlock_json_write_key (GString    *json,
                        const char *key)
{
  begin_value (json);
  append_string (json, key, strlen (key));
  g_string_append_c (json, ':');
}

void
genlock_json_write_string (GString    *json,
                           const char *text)
{
  if (text == NULL)
    genlock_json_write_null (json);
  else
    genlock_json_write_string_len (json, text, strlen (text));
}

void
genlock_json_write_string_len (GString    *json,
                               const char *text,
                               gsize       length)
{
  begin_value (json);
  append_string (json, text, length);
}

void
genlock_json_write_int (GString *json,
                        gint64   value)
{
  g_return_if_fail (ABS (value) <= GENLOCK_JSON_INTEGER_MAX);

  begin_value (json);
  append_int (json, value);
}

void
genlock_json_write_double (GString *json,
                           double   value)
{
  double size = fabs (value);
  gboolean is_whole = size == trunc (size);
  char digits[ALL_DIGITS + 2];
  int exponent;

  g_return_if_fail (isfinite (value));

  begin_value (json);
  if (is_whole && size <= (double) GENLOCK_JSON_INTEGER_MAX)
    {
      append_int (json, (gint64) value);
      return;
    }

  if (value < 0)
    g_string_append_c (json, '-');
  if (!is_whole && append_thousandths (json, size))
    return;
  exponent = shortest_digits (size, digits);
  append_digits (json, digits, exponent, is_whole);
}

void
genlock_json_write_boolean (GString  *json,
                            gboolean  value)
{
  begin_value (json);
  g_string_append (json, value ? "true" : "false");
}

void
genlock_json_write_null (GString *json)
{
  begin_value (json);
  g_string_append (json, "null");
}

void
genlock_json_write_raw (GString    *json,
                        const char *value)
{
  begin_value (json);
  g_string_append (json, value);
}
