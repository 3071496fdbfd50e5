/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts the values of older data in the fields of a row, as their types ask. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-validate.h"
#include "interchange/genlock-legacy-object.h"

void
genlock_legacy_object_put_text (GenlockLegacyObject *self,
                                GenlockRecord *record,
                                guint field,
                                const char *name,
                                const char *text)
{
  const GenlockField *description;
  glong max;

  if (text == NULL || *text == '\0')
    return;

  description = genlock_table_get_field (genlock_record_get_table (record), field);
  max = (glong) description->bounds.max;
  if (max > 0 && g_utf8_strlen (text, -1) > max)
    {
      const char *end = g_utf8_offset_to_pointer (text, max - 1);

      genlock_legacy_object_report (self, GENLOCK_IMPORT_CHANGED, name, text,
                                    N_("The text is longer than its field and was cut"));
      genlock_record_take_text (record, field,
                                g_strdup_printf ("%.*s…", (int) (end - text), text));
      return;
    }

  genlock_record_set_text (record, field, text);
}

static void
set_number (GenlockLegacyObject *self,
            GenlockRecord *record,
            guint field,
            const char *name,
            JsonNode *node)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockField *description = genlock_table_get_field (table, field);
  g_autofree char *text = genlock_legacy_dup_value (node);
  double number = 0;

  if (!genlock_legacy_to_number (node, &number)
      || (description->type == GENLOCK_INT && number != floor (number)))
    {
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, text,
                                    N_("This is not a number"));
      return;
    }
  /* VideoDept writes 0 for "not known". */
  if (number == 0 && description->bounds.min > 0)
    return;
  if (number < description->bounds.min || number > description->bounds.max)
    {
      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, text,
                                    N_("The number is out of range"));
      return;
    }

  if (description->type == GENLOCK_REAL)
    genlock_record_set_real (record, field, number);
  else
    genlock_record_set_int (record, field, (gint64) number);
}

static void
set_day (GenlockLegacyObject *self,
         GenlockRecord *record,
         guint field,
         const char *name,
         JsonNode *node)
{
  g_autofree char *text = genlock_legacy_dup_value (node);
  gint64 day;

  if (genlock_instant_parse_day (text, &day))
    genlock_record_take_text (record, field, genlock_instant_format (day));
  else
    genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, text,
                                  N_("This is not a date"));
}

static void
set_parsed (GenlockLegacyObject *self,
            GenlockRecord *record,
            guint field,
            const char *name,
            JsonNode *node)
{
  g_autofree char *text = genlock_legacy_dup_text (node);
  GenlockValue value = { 0 };

  if (text != NULL && genlock_field_parse (genlock_record_get_table (record), field, text, &value,
                                           NULL))
    {
      genlock_record_set_value (record, field, &value);
      genlock_value_clear (&value);
      return;
    }

  genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, text,
                                N_("This is none of the words that the field may hold"));
}

void
genlock_legacy_object_put_json (GenlockLegacyObject *self,
                                GenlockRecord *record,
                                guint field,
                                const char *name,
                                JsonNode *node)
{
  g_autofree char *text = genlock_json_canonicalize (node);

  /* What is too deep or too large for a column could never be sent. */
  if (genlock_json_is_canonical (text))
    genlock_record_take_text (record, field, g_steal_pointer (&text));
  else
    genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, text,
                                  N_("The value is too large or too deep for its field"));
}

static void
set_text (GenlockLegacyObject *self,
          GenlockRecord *record,
          guint field,
          const char *name,
          JsonNode *node)
{
  g_autofree char *text = genlock_legacy_dup_text (node);

  if (text == NULL)
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      genlock_legacy_object_report (self, GENLOCK_IMPORT_LOST, name, value,
                                    N_("This is not a text"));
      return;
    }

  genlock_legacy_object_put_text (self, record, field, name, text);
}

void
genlock_legacy_object_set (GenlockLegacyObject *self,
                           GenlockRecord *record,
                           guint field,
                           ...)
{
  const GenlockField *description;
  JsonNode *node;
  const char *name;
  va_list names;

  va_start (names, field);
  node = genlock_legacy_object_get_valist (self, names);
  va_end (names);
  if (node == NULL)
    return;

  va_start (names, field);
  name = va_arg (names, const char *);
  va_end (names);
  description = genlock_table_get_field (genlock_record_get_table (record), field);
  switch (description->type)
    {
    case GENLOCK_TEXT:
      set_text (self, record, field, name, node);
      return;

    case GENLOCK_INT:
    case GENLOCK_REAL:
      set_number (self, record, field, name, node);
      return;

    case GENLOCK_DAY:
      set_day (self, record, field, name, node);
      return;

    case GENLOCK_JSON:
      genlock_legacy_object_put_json (self, record, field, name, node);
      return;

    case GENLOCK_BOOL:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_INSTANT:
      set_parsed (self, record, field, name, node);
      return;
    }

  g_assert_not_reached ();
}
