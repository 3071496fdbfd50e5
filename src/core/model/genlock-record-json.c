/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as JSON: camelCase names, children nested under their key. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>

#include "core/model/genlock-instant.h"
#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-record-json.h"
#include "core/model/genlock-text.h"
#include "core/model/genlock-uuid.h"
#include "core/model/genlock-validate.h"

static void
write_value (GString *json,
             const GenlockField *field,
             const GenlockValue *value)
{
  switch (value->kind)
    {
    case GENLOCK_VALUE_ABSENT:
    case GENLOCK_VALUE_NULL:
      genlock_json_write_null (json);
      return;

    case GENLOCK_VALUE_INT:
      if (field->type == GENLOCK_BOOL)
        genlock_json_write_boolean (json, value->integer != 0);
      else
        genlock_json_write_int (json, value->integer);
      return;

    case GENLOCK_VALUE_REAL:
      genlock_json_write_double (json, value->real);
      return;

    case GENLOCK_VALUE_TEXT:
      if (field->type == GENLOCK_JSON)
        genlock_json_write_raw (json, value->text);
      else
        genlock_json_write_string (json, value->text);
      return;
    }

  g_assert_not_reached ();
}

static void
write_children (GString *json,
                const GenlockRecord *record)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *children = genlock_record_get_children (record, table);

      if (children == NULL)
        continue;

      genlock_json_write_key (json, table->nested_as);
      genlock_json_write_begin_array (json);
      for (guint j = 0; j < children->len; j++)
        genlock_record_write_json (children->pdata[j], json);
      genlock_json_write_end_array (json);
    }
}

void
genlock_record_write_json (const GenlockRecord *record,
                           GString *json)
{
  const GenlockTable *table = genlock_record_get_table (record);

  genlock_json_write_begin_object (json);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);

      if (genlock_record_is_absent (record, i) || (field->flags & GENLOCK_PRIVATE))
        continue;

      genlock_json_write_key (json, field->json);
      write_value (json, field, genlock_record_get_value (record, i));
    }

  write_children (json, record);
  genlock_json_write_end_object (json);
}

void
genlock_record_write_json_value (const GenlockRecord *record,
                                 guint field,
                                 GString *json)
{
  const GenlockTable *table = genlock_record_get_table (record);

  write_value (json, genlock_table_get_field (table, field),
               genlock_record_get_value (record, field));
}

static gboolean
refuse_type (const GenlockTable *table,
             guint index,
             const char *what,
             GError **error)
{
  g_autofree char *sentence = NULL;

  sentence = g_strdup_printf ("%s must be %s", genlock_table_get_field (table, index)->label, what);
  g_propagate_error (error, genlock_model_error_new (GENLOCK_MODEL_ERROR_TYPE, table, index,
                                                     sentence));

  return FALSE;
}

/* Days, times and ids come in more than one spelling; the database knows one. What cannot be
 * read stays as it is, for the validation to refuse. */
static char *
respell (const GenlockField *field,
         char *text)
{
  char *canonical = NULL;
  gint64 instant;

  switch (field->type)
    {
    case GENLOCK_DAY:
      if (genlock_instant_parse_day (text, &instant))
        canonical = genlock_instant_format (instant);
      break;

    case GENLOCK_INSTANT:
      if (genlock_instant_parse_lenient (text, &instant))
        canonical = genlock_instant_format (instant);
      break;

    case GENLOCK_ID:
    case GENLOCK_LINK:
      canonical = genlock_uuid_canonicalize (text);
      break;

    case GENLOCK_TEXT:
    case GENLOCK_INT:
    case GENLOCK_REAL:
    case GENLOCK_BOOL:
    case GENLOCK_ENUM:
    case GENLOCK_REF:
    case GENLOCK_JSON:
      break;
    }

  if (canonical == NULL)
    return text;

  g_free (text);

  return canonical;
}

static gboolean
read_text (const GenlockTable *table,
           guint index,
           JsonNode *node,
           GenlockValue *value,
           GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return refuse_type (table, index, "text", error);

  value->text = genlock_text_normalize (json_node_get_string (node), -1, error);
  if (value->text == NULL)
    return FALSE;

  value->kind = GENLOCK_VALUE_TEXT;
  value->text = respell (genlock_table_get_field (table, index), value->text);

  return TRUE;
}

static gboolean
read_number (const GenlockTable *table,
             guint index,
             JsonNode *node,
             GenlockValue *value,
             GError **error)
{
  gboolean whole = genlock_table_get_field (table, index)->type == GENLOCK_INT;
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return refuse_type (table, index, whole ? "a whole number" : "a number", error);

  if (!whole)
    {
      value->kind = GENLOCK_VALUE_REAL;
      value->real = genlock_value_round (json_node_get_double (node));
      return TRUE;
    }

  /* 1920.0 is a whole number in JSON. */
  if (type == G_TYPE_DOUBLE
      && (fabs (json_node_get_double (node)) > 0x1p53
          || json_node_get_double (node) != trunc (json_node_get_double (node))))
    return refuse_type (table, index, "a whole number", error);

  value->kind = GENLOCK_VALUE_INT;
  value->integer = json_node_get_int (node);

  return TRUE;
}

static gboolean
read_bool (const GenlockTable *table,
           guint index,
           JsonNode *node,
           GenlockValue *value,
           GError **error)
{
  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_BOOLEAN)
    return refuse_type (table, index, "true or false", error);

  value->kind = GENLOCK_VALUE_INT;
  value->integer = json_node_get_boolean (node);

  return TRUE;
}

static gboolean
read_value (const GenlockTable *table,
            guint index,
            JsonNode *node,
            GenlockValue *value,
            GError **error)
{
  if (JSON_NODE_HOLDS_NULL (node))
    {
      value->kind = GENLOCK_VALUE_NULL;
      return TRUE;
    }

  switch (genlock_table_get_field (table, index)->type)
    {
    case GENLOCK_INT:
    case GENLOCK_REAL:
      return read_number (table, index, node, value, error);

    case GENLOCK_BOOL:
      return read_bool (table, index, node, value, error);

    case GENLOCK_JSON:
      value->kind = GENLOCK_VALUE_TEXT;
      value->text = genlock_json_canonicalize (node);
      return TRUE;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
      return read_text (table, index, node, value, error);
    }

  g_assert_not_reached ();
}

/* A child that does not say its place stands where it stands in the array. */
static void
place_child (GenlockRecord *child,
             guint position)
{
  const GenlockTable *table = genlock_record_get_table (child);
  const guint *place = table->place_fields;

  for (guint i = 0; place != NULL && place[i] != 0; i++)
    if (table->fields[place[i]].type == GENLOCK_INT
        && !(table->fields[place[i]].flags & GENLOCK_NULLABLE)
        && genlock_record_is_absent (child, place[i]))
      genlock_record_set_int (child, place[i], position);
}

static gboolean
read_children (GenlockRecord *record,
               const GenlockTable *table,
               JsonNode *node,
               GPtrArray *unknown,
               GError **error)
{
  JsonArray *array;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_TYPE,
                   "“%s” must be an array", table->nested_as);
      return FALSE;
    }

  genlock_record_clear_children (record, table);
  array = json_node_get_array (node);

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      GenlockRecord *child;

      if (!JSON_NODE_HOLDS_OBJECT (element))
        {
          g_set_error (error, GENLOCK_MODEL_ERROR, GENLOCK_MODEL_ERROR_TYPE,
                       "“%s” must hold objects", table->nested_as);
          return FALSE;
        }

      child = genlock_record_from_json (table, json_node_get_object (element), unknown, error);
      if (child == NULL)
        return FALSE;

      place_child (child, i + 1);
      genlock_record_add_child (record, child);
    }

  return TRUE;
}

static gboolean
read_member (GenlockRecord *record,
             const char *name,
             JsonNode *node,
             GPtrArray *unknown,
             GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockTable *child = genlock_table_find_child (table, name);
  GenlockValue value = { 0 };
  guint index;

  if (child != NULL)
    return read_children (record, child, node, unknown, error);

  if (!genlock_table_find_json (table, name, &index)
      || (genlock_table_get_field (table, index)->flags & GENLOCK_PRIVATE))
    {
      if (unknown != NULL)
        g_ptr_array_add (unknown, g_strdup (name));
      return TRUE;
    }

  if (!read_value (table, index, node, &value, error))
    return FALSE;

  genlock_record_set_value (record, index, &value);
  genlock_value_clear (&value);

  return genlock_value_validate (table, index, genlock_record_get_value (record, index), error);
}

GenlockRecord *
genlock_record_from_json (const GenlockTable *table,
                          JsonObject *object,
                          GPtrArray *unknown,
                          GError **error)
{
  g_autoptr (GenlockRecord) record = genlock_record_new (table);
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_member (record, name, node, unknown, error))
      return NULL;

  return g_steal_pointer (&record);
}
