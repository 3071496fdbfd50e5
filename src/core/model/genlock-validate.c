/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rules that a value and a row must keep. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-text.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"

/* The greatest length of the id of something that is no row of ours, in characters. */
#define FOREIGN_ID_MAX 200

static gboolean G_GNUC_PRINTF (5, 6)
refuse (GError **error,
        GenlockModelError code,
        const GenlockTable *table,
        guint index,
        const char *format,
        ...)
{
  g_autofree char *sentence = NULL;
  va_list args;

  va_start (args, format);
  sentence = g_strdup_vprintf (format, args);
  va_end (args);

  g_propagate_error (error, genlock_model_error_new (code, table, index, sentence));

  return FALSE;
}

static gboolean
is_bounded (const GenlockField *field)
{
  return field->bounds.min != 0 || field->bounds.max != 0;
}

static gboolean
check_number (const GenlockTable *table,
              guint index,
              double number,
              GError **error)
{
  const GenlockField *field = genlock_table_get_field (table, index);
  char min[G_ASCII_DTOSTR_BUF_SIZE];
  char max[G_ASCII_DTOSTR_BUF_SIZE];

  if (!is_bounded (field) || (number >= field->bounds.min && number <= field->bounds.max))
    return TRUE;

  g_ascii_formatd (min, sizeof min, "%.16g", field->bounds.min);
  g_ascii_formatd (max, sizeof max, "%.16g", field->bounds.max);

  return refuse (error, GENLOCK_MODEL_ERROR_RANGE, table, index, "%s must be from %s to %s",
                 field->label, min, max);
}

static gboolean
check_text (const GenlockTable *table,
            guint index,
            const char *text,
            GError **error)
{
  const GenlockField *field = genlock_table_get_field (table, index);
  glong length;

  if (!genlock_text_is_normal (text))
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index,
                   "%s is not text in UTF-8 and NFC", field->label);

  if (!is_bounded (field))
    return TRUE;

  length = g_utf8_strlen (text, -1);
  if (length < field->bounds.min)
    return refuse (error, GENLOCK_MODEL_ERROR_MISSING, table, index, "%s is empty", field->label);
  if (length > field->bounds.max)
    return refuse (error, GENLOCK_MODEL_ERROR_RANGE, table, index,
                   "%s is longer than %.0f characters", field->label, field->bounds.max);

  return TRUE;
}

static gboolean
check_day (const GenlockTable *table,
           guint index,
           const char *text,
           GError **error)
{
  gint64 instant;

  if (!genlock_instant_parse (text, &instant) || genlock_instant_to_day (instant) != instant)
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index, "%s is not a day: “%s”",
                   genlock_table_get_field (table, index)->label, text);

  return TRUE;
}

static gboolean
check_instant (const GenlockTable *table,
               guint index,
               const char *text,
               GError **error)
{
  gint64 instant;

  if (!genlock_instant_parse (text, &instant))
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index, "%s is not a time in UTC: “%s”",
                   genlock_table_get_field (table, index)->label, text);

  return TRUE;
}

static gboolean
check_choice (const GenlockTable *table,
              guint index,
              const char *text,
              GError **error)
{
  const GenlockField *field = genlock_table_get_field (table, index);
  g_autoptr (GString) words = NULL;

  if (genlock_field_has_choice (field, text))
    return TRUE;

  words = g_string_new (NULL);
  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", choice->word);

  return refuse (error, GENLOCK_MODEL_ERROR_RANGE, table, index, "%s cannot be “%s”, but %s",
                 field->label, text, words->str);
}

static gboolean
check_id (const GenlockTable *table,
          guint index,
          const char *text,
          GError **error)
{
  if (!genlock_uuid_is_canonical (text))
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index,
                   "%s is not a UUID in lower case: “%s”",
                   genlock_table_get_field (table, index)->label, text);

  return TRUE;
}

/* Where the deciding word names no table of ours the id is somebody else's text. */
static gboolean
check_ref (const GenlockTable *table,
           guint index,
           const char *text,
           GError **error)
{
  if (*text == '\0' || g_utf8_strlen (text, -1) > FOREIGN_ID_MAX)
    return refuse (error, GENLOCK_MODEL_ERROR_RANGE, table, index,
                   "%s must have 1 to %d characters",
                   genlock_table_get_field (table, index)->label, FOREIGN_ID_MAX);

  return check_text (table, index, text, error);
}

static gboolean
check_json (const GenlockTable *table,
            guint index,
            const char *text,
            GError **error)
{
  if (!genlock_json_is_canonical (text))
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index,
                   "%s is not canonical JSON", genlock_table_get_field (table, index)->label);

  return TRUE;
}

static GenlockValueKind
kind_of (const GenlockField *field)
{
  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_BOOL:
      return GENLOCK_VALUE_INT;

    case GENLOCK_REAL:
      return GENLOCK_VALUE_REAL;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      return GENLOCK_VALUE_TEXT;
    }

  g_assert_not_reached ();
}

static gboolean
check_int (const GenlockTable *table,
           guint index,
           gint64 integer,
           GError **error)
{
  /* ±2^53: what a double, and so every JSON reader, holds exactly. */
  const gint64 limit = G_GINT64_CONSTANT (9007199254740992);

  if (integer < -limit || integer > limit)
    return refuse (error, GENLOCK_MODEL_ERROR_RANGE, table, index, "%s is too large",
                   genlock_table_get_field (table, index)->label);

  return check_number (table, index, integer, error);
}

static gboolean
check_real (const GenlockTable *table,
            guint index,
            double real,
            GError **error)
{
  if (!isfinite (real) || genlock_value_round (real) != real)
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index,
                   "%s must be a number with at most three decimals",
                   genlock_table_get_field (table, index)->label);

  return check_number (table, index, real, error);
}

static gboolean
check_bool (const GenlockTable *table,
            guint index,
            gint64 integer,
            GError **error)
{
  if (integer != 0 && integer != 1)
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, index, "%s must be true or false",
                   genlock_table_get_field (table, index)->label);

  return TRUE;
}

static gboolean
check_kind (const GenlockTable *table,
            guint index,
            const GenlockValue *value,
            GError **error)
{
  const GenlockField *field = genlock_table_get_field (table, index);

  switch (field->type)
    {
    case GENLOCK_TEXT:
      return check_text (table, index, value->text, error);

    case GENLOCK_INT:
      return check_int (table, index, value->integer, error);

    case GENLOCK_REAL:
      return check_real (table, index, value->real, error);

    case GENLOCK_BOOL:
      return check_bool (table, index, value->integer, error);

    case GENLOCK_ENUM:
      return check_choice (table, index, value->text, error);

    case GENLOCK_ID:
    case GENLOCK_LINK:
      return check_id (table, index, value->text, error);

    case GENLOCK_REF:
      return check_ref (table, index, value->text, error);

    case GENLOCK_DAY:
      return check_day (table, index, value->text, error);

    case GENLOCK_INSTANT:
      return check_instant (table, index, value->text, error);

    case GENLOCK_JSON:
      return check_json (table, index, value->text, error);
    }

  g_assert_not_reached ();
}

gboolean
genlock_value_validate (const GenlockTable *table,
                        guint field,
                        const GenlockValue *value,
                        GError **error)
{
  const GenlockField *description = genlock_table_get_field (table, field);

  if (value->kind == GENLOCK_VALUE_ABSENT)
    return TRUE;

  if (value->kind == GENLOCK_VALUE_NULL)
    {
      if (description->flags & GENLOCK_NULLABLE)
        return TRUE;

      return refuse (error, GENLOCK_MODEL_ERROR_MISSING, table, field, "%s is empty",
                     description->label);
    }

  if (value->kind != kind_of (description))
    return refuse (error, GENLOCK_MODEL_ERROR_TYPE, table, field, "%s has a value of another type",
                   description->label);

  return check_kind (table, field, value, error);
}

gboolean
genlock_record_validate (const GenlockRecord *record,
                         GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const char *sentence = NULL;
  guint field = 0;

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *description = genlock_table_get_field (table, i);

      if (!genlock_value_validate (table, i, genlock_record_get_value (record, i), error))
        return FALSE;

      if (genlock_record_is_absent (record, i)
          && i != table->parent_field
          && !(description->flags & (GENLOCK_META | GENLOCK_NULLABLE)))
        return refuse (error, GENLOCK_MODEL_ERROR_MISSING, table, i, "%s is missing",
                       description->label);
    }

  if (table->check != NULL
      && !table->check (genlock_record_get_value (record, 0), &field, &sentence))
    return refuse (error, GENLOCK_MODEL_ERROR_RULE, table, field, "%s", sentence);

  return TRUE;
}
