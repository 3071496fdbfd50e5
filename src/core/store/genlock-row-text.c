/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows as JSON text in columns of the store's own tables. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"
#include "core/model/genlock-record-json.h"
#include "core/store/genlock-row-text.h"
#include "core/store/genlock-store-error.h"

/* Our own text: only damage can make it longer or deeper than what went into the database. */
static const GenlockJsonLimits limits = {
  .bytes = 512 * 1024 * 1024,
  .string_bytes = 512 * 1024 * 1024,
  .members = 1000000,
  .depth = 256,
};

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer user_data)
{
  const GenlockTable *table = user_data;

  return strcmp (genlock_table_get_field (table, *(const guint *) a)->json,
                 genlock_table_get_field (table, *(const guint *) b)->json);
}

static guint *
sort_fields (const GenlockTable *table)
{
  guint *order = g_new (guint, table->n_fields);

  for (guint i = 0; i < table->n_fields; i++)
    order[i] = i;

  g_qsort_with_data (order, (int) table->n_fields, sizeof *order, compare_names, (gpointer) table);

  return order;
}

/* The fields in the order of the bytes of their names, as canonical JSON wants them. */
static const guint *
get_order (const GenlockTable *table)
{
  static GHashTable *orders;

  if (g_once_init_enter (&orders))
    {
      GHashTable *made = g_hash_table_new (NULL, NULL);

      for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
        g_hash_table_insert (made, (gpointer) genlock_schema_tables[i],
                             sort_fields (genlock_schema_tables[i]));

      g_once_init_leave (&orders, made);
    }

  return g_hash_table_lookup (orders, table);
}

static gboolean
is_shown (const GenlockRecord *record,
          guint field)
{
  const GenlockTable *table = genlock_record_get_table (record);

  return !genlock_record_is_absent (record, field)
         && !(genlock_table_get_field (table, field)->flags & GENLOCK_PRIVATE);
}

void
genlock_row_text_append (const GenlockRecord *record,
                         guint64 fields,
                         GString *json)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const guint *order = get_order (table);

  genlock_json_write_begin_object (json);
  for (guint i = 0; i < table->n_fields; i++)
    if ((fields & (G_GUINT64_CONSTANT (1) << order[i])) && is_shown (record, order[i]))
      {
        genlock_json_write_key (json, genlock_table_get_field (table, order[i])->json);
        genlock_record_write_json_value (record, order[i], json);
      }
  genlock_json_write_end_object (json);
}

char *
genlock_row_text_write (const GenlockRecord *record)
{
  GString *json = g_string_new (NULL);

  genlock_row_text_append (record, G_MAXUINT64, json);

  return g_string_free (json, FALSE);
}

void
genlock_row_text_append_pairs (const GenlockRecord *before,
                               const GenlockRecord *after,
                               guint64 fields,
                               GString *json)
{
  const GenlockTable *table = genlock_record_get_table (after);
  const guint *order = get_order (table);

  genlock_json_write_begin_object (json);
  for (guint i = 0; i < table->n_fields; i++)
    {
      if (!(fields & (G_GUINT64_CONSTANT (1) << order[i])) || !is_shown (after, order[i]))
        continue;

      genlock_json_write_key (json, genlock_table_get_field (table, order[i])->json);
      genlock_json_write_begin_object (json);
      genlock_json_write_key (json, "after");
      genlock_record_write_json_value (after, order[i], json);
      if (before != NULL)
        {
          genlock_json_write_key (json, "before");
          genlock_record_write_json_value (before, order[i], json);
        }
      genlock_json_write_end_object (json);
    }
  genlock_json_write_end_object (json);
}

static gboolean
read_number (const GenlockField *field,
             JsonNode *node,
             GenlockValue *value)
{
  GType type = JSON_NODE_HOLDS_VALUE (node) ? json_node_get_value_type (node) : G_TYPE_INVALID;

  if (type != G_TYPE_INT64 && type != G_TYPE_DOUBLE)
    return FALSE;

  if (field->type == GENLOCK_REAL)
    *value = (GenlockValue) { .kind = GENLOCK_VALUE_REAL, .real = json_node_get_double (node) };
  else
    *value = (GenlockValue) { .kind = GENLOCK_VALUE_INT, .integer = json_node_get_int (node) };

  return TRUE;
}

static gboolean
read_value (const GenlockField *field,
            JsonNode *node,
            GenlockValue *value)
{
  if (JSON_NODE_HOLDS_NULL (node))
    {
      value->kind = GENLOCK_VALUE_NULL;
      return TRUE;
    }

  switch (field->type)
    {
    case GENLOCK_INT:
    case GENLOCK_REAL:
      return read_number (field, node, value);

    case GENLOCK_BOOL:
      value->kind = GENLOCK_VALUE_INT;
      value->integer = JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node);
      return TRUE;

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
      if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
        return FALSE;
      value->kind = GENLOCK_VALUE_TEXT;
      value->text = g_strdup (json_node_get_string (node));
      return TRUE;
    }

  g_assert_not_reached ();
}

static gboolean
read_object (GenlockRecord *record,
             JsonObject *object)
{
  const GenlockTable *table = genlock_record_get_table (record);
  GenlockValue *values = genlock_record_peek_values (record);

  for (guint i = 0; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);
      JsonNode *node = json_object_get_member (object, field->json);

      if (node != NULL && !read_value (field, node, &values[i]))
        return FALSE;
    }

  return TRUE;
}

GenlockRecord *
genlock_row_text_from_object (const GenlockTable *table,
                              JsonObject *object,
                              GError **error)
{
  g_autoptr (GenlockRecord) record = genlock_record_new (table);

  if (read_object (record, object))
    return g_steal_pointer (&record);

  g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED,
                       N_("What the database remembers of a change is damaged. Restore a backup "
                          "or salvage the database."));

  return NULL;
}

JsonNode *
genlock_row_text_parse (const char *text,
                        gsize length,
                        GError **error)
{
  JsonNode *node = genlock_json_parse (text, length, &limits, NULL);

  if (node != NULL && JSON_NODE_HOLDS_OBJECT (node))
    return node;

  g_clear_pointer (&node, json_node_unref);
  g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_DAMAGED,
                       N_("What the database remembers of a change is damaged. Restore a backup "
                          "or salvage the database."));

  return NULL;
}

GenlockRecord *
genlock_row_text_read (const GenlockTable *table,
                       const char *text,
                       GError **error)
{
  g_autoptr (JsonNode) node = genlock_row_text_parse (text, strlen (text), error);

  if (node == NULL)
    return NULL;

  return genlock_row_text_from_object (table, json_node_get_object (node), error);
}
