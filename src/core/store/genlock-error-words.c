/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors in the words of the user's language. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-model-error.h"
#include "core/store/genlock-error-words.h"

/* More values than any format below has. */
#define MAX_VALUES 4

/* A sentence of the core with every value as %s, and which of the values (bit n is value n) are
 * words of the core in their turn. What is further down may be looser. */
static const struct
{
  const char *text;
  guint words;
} formats[] = {
  { N_("%s was written by a newer Genlock (its version is %s, this program knows %s). Update "
     "Genlock to open it."), 0 },
  { N_("%s cannot be brought to this version: %s links would break. It is as it was."), 0 },
  { N_("The folder %s cannot be made: %s. Check the permissions of the folder above it."), 0 },
  { N_("The lock %s cannot be opened: %s. Check the permissions of the folder."), 0 },
  { N_("The database is damaged (%s). Restore a backup or salvage what it still holds."), 0 },
  { N_("The database refused this (%s). Nothing was changed."), 0 },
  { N_("There is no database to salvage for %s."), 0 },
  { N_("There is no database %s yet."), 0 },
  { N_("There is no database %s."), 0 },
  { N_("There is no backup %s."), 0 },
  { N_("%s is no database of Genlock. Choose another file."), 0 },
  { N_("%s is damaged. Restore one of the daily backups, or salvage what it holds."), 0 },
  { N_("%s exists already. Choose a new name."), 0 },
  { N_("Genlock has %s open already%s. Close it there, or try again later."), 1 << 1 },
  { N_("The text has more than %s combining marks on one character."), 0 },
  { N_("Cannot replace %s: %s"), 0 },
  { N_("Cannot make %s: %s"), 0 },
  { N_("Cannot save %s: %s"), 0 },
  { N_("Cannot write %s: %s"), 0 },
  { N_("There is no %s with the id “%s”."), 1 << 0 },
  { N_("There is no %s “%s”."), 1 << 0 },
  { N_("There is more than one %s “%s”. Use its id instead."), 1 << 0 },
  { N_("%s is a database in use. Choose another name for the copy."), 0 },
  { N_("Damage: %s"), 0 },
  { N_("Row %s of %s links to a row of %s that is not there"), 0 },
  { N_("%s rows of %s are live though their row of %s is deleted"), 0 },
  { N_("%s slots hold two cards"), 0 },
  { N_("… and %s more"), 0 },
  { N_("Some rows of %s could not be read"), 0 },
  { N_("%s rows of %s held nonsense and were left out"), 0 },
  { N_("%s links of %s led to lost rows"), 0 },
  { N_("%s rows of %s belonged to lost rows"), 0 },
  { N_("“%s” must be an array"), 0 },
  { N_("“%s” must hold objects"), 0 },
  { N_(" (process %s on %s)"), 0 },
};

/* Finds the values that make @format into @text. The parts between them are sought one behind
 * the other, the last one at the end. */
static gboolean
match_format (const char *format,
              const char *text,
              char **values)
{
  g_auto (GStrv) parts = g_strsplit (format, "%s", -1);
  guint n_parts = g_strv_length (parts);
  gsize length = strlen (text);
  gsize end = strlen (parts[n_parts - 1]);
  const char *last = text + length - MIN (end, length);
  const char *here = text;

  g_return_val_if_fail (n_parts >= 2 && n_parts <= MAX_VALUES + 1, FALSE);

  if (!g_str_has_prefix (text, parts[0]) || !g_str_has_suffix (text, parts[n_parts - 1])
      || length < strlen (parts[0]) + end)
    return FALSE;

  here += strlen (parts[0]);
  for (guint i = 1; i < n_parts; i++)
    {
      const char *next = i == n_parts - 1 ? last : g_strstr_len (here, last - here, parts[i]);

      if (next == NULL || next < here)
        {
          for (guint j = 0; j < MAX_VALUES; j++)
            g_clear_pointer (&values[j], g_free);
          return FALSE;
        }

      values[i - 1] = g_strndup (here, next - here);
      here = next + strlen (parts[i]);
    }

  return TRUE;
}

/* The formats come from the table above and from sentences of this file: as many %s as values. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"

char *
genlock_error_describe_text (const char *text,
                             GenlockTranslateFunc translate)
{
  /* The empty text stands for the head of the catalogue. */
  if (*text == '\0')
    return g_strdup (text);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      char *values[MAX_VALUES] = { NULL };
      char *sentence;

      if (!match_format (formats[i].text, text, values))
        continue;

      for (guint j = 0; j < MAX_VALUES; j++)
        if (formats[i].words & (1 << j))
          {
            g_autofree char *value = g_steal_pointer (&values[j]);

            values[j] = genlock_error_describe_text (value, translate);
          }

      sentence = g_strdup_printf (translate (formats[i].text), values[0], values[1], values[2],
                                  values[3]);
      for (guint j = 0; j < MAX_VALUES; j++)
        g_free (values[j]);
      return sentence;
    }

  return g_strdup (translate (text));
}

static char *
dup_range (const GenlockField *field,
           GenlockTranslateFunc translate)
{
  const char *label = translate (field->label);
  g_autofree char *most = NULL;

  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_REAL:
      if (field->bounds.min == 0 && field->bounds.max == 0)
        return g_strdup_printf (translate (N_("%s is too large.")), label);

      /* Translators: a field, the least and the greatest number that it may hold */
      return g_strdup_printf (translate (N_("%s must be from %.16g to %.16g.")), label,
                              field->bounds.min,
                              field->bounds.max);

    case GENLOCK_TEXT:
    case GENLOCK_REF:
      if (field->bounds.max == 0)
        return g_strdup_printf (translate (N_("%s is too long.")), label);

      most = g_strdup_printf ("%.0f", field->bounds.max);
      return g_strdup_printf (translate (N_("%s is longer than %s characters.")), label, most);

    case GENLOCK_BOOL:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      break;
    }

  return g_strdup_printf (translate (N_("%s cannot have this value.")), label);
}

/* "Status must be one of Planning, Ready, …" */
static char *
dup_choices (const GenlockField *field,
             GenlockTranslateFunc translate)
{
  g_autoptr (GString) words = g_string_new (NULL);

  for (const GenlockChoice *choice = field->choices; choice->word != NULL; choice++)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", translate (choice->label));

  return g_strdup_printf (translate (N_("%s must be one of: %s.")), translate (field->label),
                          words->str);
}

static const char *
get_type_format (const GenlockField *field)
{
  switch (field->type)
    {
    case GENLOCK_INT:
      return N_("%s must be a whole number.");

    case GENLOCK_REAL:
      return N_("%s must be a number with at most three decimals.");

    case GENLOCK_BOOL:
      return N_("%s must be yes or no.");

    case GENLOCK_DAY:
      return N_("%s must be a day such as 2026-05-02.");

    case GENLOCK_INSTANT:
      return N_("%s must be a time such as 2026-05-02T08:00:00.000Z.");

    case GENLOCK_ID:
    case GENLOCK_LINK:
      return N_("%s must be an ID, a UUID.");

    case GENLOCK_JSON:
      return N_("%s must be JSON.");

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_REF:
      break;
    }

  return N_("%s must be text.");
}

static char *
dup_model_sentence (const GError *error,
                    GenlockTranslateFunc translate)
{
  const GenlockTable *table = genlock_model_error_get_table (error);
  const GenlockField *field;

  if (table == NULL || error->code == GENLOCK_MODEL_ERROR_RULE)
    return genlock_error_describe_text (error->message, translate);

  field = genlock_table_get_field (table, genlock_model_error_get_field (error));
  if (error->code == GENLOCK_MODEL_ERROR_MISSING)
    return g_strdup_printf (translate (N_("%s must not be empty.")), translate (field->label));
  if (field->type == GENLOCK_ENUM)
    return dup_choices (field, translate);
  if (error->code == GENLOCK_MODEL_ERROR_RANGE)
    return dup_range (field, translate);

  return g_strdup_printf (translate (get_type_format (field)), translate (field->label));
}

#pragma GCC diagnostic pop

char *
genlock_error_describe (const GError *error,
                        GenlockTranslateFunc translate)
{
  g_return_val_if_fail (error != NULL, NULL);

  return error->domain == GENLOCK_MODEL_ERROR
         ? dup_model_sentence (error, translate)
         : genlock_error_describe_text (error->message, translate);
}

const char *
genlock_error_get_format (guint index)
{
  return index < G_N_ELEMENTS (formats) ? formats[index].text : NULL;
}
