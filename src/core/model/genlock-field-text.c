/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values to and from text: cells, arguments, sheets. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-text.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"

static gboolean
refuse (GError **error,
        const GenlockTable *table,
        guint index,
        const char *what,
        const char *text)
{
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf ("%s must be %s, not “%s”",
                              genlock_table_get_field (table, index)->label, what, text);
  g_propagate_error (error, genlock_model_error_new (GENLOCK_MODEL_ERROR_TYPE, table, index,
                                                     sentence));

  return FALSE;
}

static gboolean
take_text (GenlockValue *value,
           char *text)
{
  value->kind = text != NULL ? GENLOCK_VALUE_TEXT : GENLOCK_VALUE_ABSENT;
  value->text = text;

  return text != NULL;
}

/* A number as people type it: one comma may stand for the point. */
static gboolean
parse_number (const char *text,
              double *number)
{
  g_autofree char *copy = g_strdelimit (g_strdup (text), ",", '.');
  char *end;

  /* No "inf", "nan" or hexadecimal. */
  if (strspn (copy, "+-.0123456789eE") != strlen (copy) || !strpbrk (copy, "0123456789"))
    return FALSE;

  *number = g_ascii_strtod (copy, &end);

  return *end == '\0' && isfinite (*number);
}

static gboolean
parse_int (const char *text,
           GenlockValue *value)
{
  double number;

  if (!parse_number (text, &number) || number != trunc (number) || fabs (number) > 0x1p53)
    return FALSE;

  value->kind = GENLOCK_VALUE_INT;
  value->integer = number;

  return TRUE;
}

static gboolean
parse_real (const char *text,
            GenlockValue *value)
{
  double number;

  if (!parse_number (text, &number))
    return FALSE;

  value->kind = GENLOCK_VALUE_REAL;
  value->real = genlock_value_round (number);

  return TRUE;
}

static gboolean
parse_bool (const char *text,
            GenlockValue *value)
{
  static const char * const truths[] = { "true", "yes", "1", "x", NULL };
  static const char * const lies[] = { "false", "no", "0", NULL };
  g_autofree char *lower = g_ascii_strdown (text, -1);

  value->kind = GENLOCK_VALUE_INT;
  value->integer = g_strv_contains (truths, lower);

  return value->integer || g_strv_contains (lies, lower);
}

static gboolean
parse_choice (const GenlockField *field,
              const char *text,
              GenlockValue *value)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);

  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    {
      g_autofree char *word = g_utf8_casefold (choice->word, -1);
      g_autofree char *label = g_utf8_casefold (choice->label, -1);

      if (strcmp (folded, word) == 0 || strcmp (folded, label) == 0)
        return take_text (value, g_strdup (choice->word));
    }

  return FALSE;
}

static gboolean
parse_day (const char *text,
           GenlockValue *value)
{
  gint64 day;

  return genlock_instant_parse_day (text, &day)
         && take_text (value, genlock_instant_format (day));
}

static gboolean
parse_instant (const char *text,
               GenlockValue *value)
{
  gint64 instant;

  return genlock_instant_parse_lenient (text, &instant)
         && take_text (value, genlock_instant_format (instant));
}

static gboolean
parse_field (const GenlockTable *table,
             guint index,
             const char *text,
             GenlockValue *value,
             GError **error)
{
  const GenlockField *field = genlock_table_get_field (table, index);

  switch (field->type)
    {
    case GENLOCK_TEXT:
    case GENLOCK_REF:
      return take_text (value, genlock_text_normalize (text, -1, error));

    case GENLOCK_INT:
      return parse_int (text, value) || refuse (error, table, index, "a whole number", text);

    case GENLOCK_REAL:
      return parse_real (text, value) || refuse (error, table, index, "a number", text);

    case GENLOCK_BOOL:
      return parse_bool (text, value) || refuse (error, table, index, "yes or no", text);

    case GENLOCK_ENUM:
      if (!parse_choice (field, text, value))
        return take_text (value, genlock_text_normalize (text, -1, error));
      return TRUE;

    case GENLOCK_ID:
    case GENLOCK_LINK:
      return take_text (value, genlock_uuid_canonicalize (text))
             || refuse (error, table, index, "a UUID", text);

    case GENLOCK_DAY:
      return parse_day (text, value)
             || refuse (error, table, index, "a day such as 2026-05-02", text);

    case GENLOCK_INSTANT:
      return parse_instant (text, value)
             || refuse (error, table, index, "a time such as 2026-05-02T08:00:00.000Z", text);

    case GENLOCK_JSON:
      return take_text (value, genlock_json_canonicalize_text (text, error));
    }

  g_assert_not_reached ();
}

gboolean
genlock_field_parse (const GenlockTable *table,
                     guint field,
                     const char *text,
                     GenlockValue *value,
                     GError **error)
{
  const GenlockField *description = genlock_table_get_field (table, field);
  GenlockValue parsed = { 0 };

  if (*text == '\0' && (description->flags & GENLOCK_NULLABLE))
    parsed.kind = GENLOCK_VALUE_NULL;
  else if (!parse_field (table, field, text, &parsed, error))
    return FALSE;

  if (!genlock_value_validate (table, field, &parsed, error))
    {
      genlock_value_clear (&parsed);
      return FALSE;
    }

  *value = parsed;

  return TRUE;
}

static char *
print_real (double real)
{
  g_autoptr (GString) text = g_string_new (NULL);

  genlock_json_write_double (text, real);

  return g_string_free (g_steal_pointer (&text), FALSE);
}

char *
genlock_field_print (const GenlockField *field,
                     const GenlockValue *value)
{
  switch (value->kind)
    {
    case GENLOCK_VALUE_ABSENT:
    case GENLOCK_VALUE_NULL:
      return g_strdup ("");

    case GENLOCK_VALUE_INT:
      if (field->type == GENLOCK_BOOL)
        return g_strdup (value->integer ? "true" : "false");
      return g_strdup_printf ("%" G_GINT64_FORMAT, value->integer);

    case GENLOCK_VALUE_REAL:
      return print_real (value->real);

    case GENLOCK_VALUE_TEXT:
      if (field->type == GENLOCK_DAY)
        return g_strndup (value->text, strlen ("YYYY-MM-DD"));
      return g_strdup (value->text);
    }

  g_assert_not_reached ();
}
