/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one text of a JSON value, so that equal values are equal bytes. */
#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/model/genlock-json-writer.h"

static int
compare_members (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static void
write_object (GString    *json,
              JsonObject *object)
{
  g_autoptr (GPtrArray) members = g_ptr_array_sized_new (json_object_get_size (object));
  JsonObjectIter iter;
  const char *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &member, NULL))
    g_ptr_array_add (members, (gpointer) member);
  g_ptr_array_sort (members, compare_members);

  genlock_json_write_begin_object (json);
  for (guint i = 0; i < members->len; i++)
    {
      member = members->pdata[i];
      genlock_json_write_key (json, member);
      genlock_json_write_node (json, json_object_get_member (object, member));
    }
  genlock_json_write_end_object (json);
}

static void
write_array (GString   *json,
             JsonArray *array)
{
  guint length = json_array_get_length (array);

  genlock_json_write_begin_array (json);
  for (guint i = 0; i < length; i++)
    genlock_json_write_node (json, json_array_get_element (array, i));
  genlock_json_write_end_array (json);
}

static void
write_value (GString  *json,
             JsonNode *node)
{
  GType type = json_node_get_value_type (node);

  if (type == G_TYPE_STRING)
    genlock_json_write_string (json, json_node_get_string (node));
  else if (type == G_TYPE_INT64)
    genlock_json_write_int (json, json_node_get_int (node));
  else if (type == G_TYPE_DOUBLE)
    genlock_json_write_double (json, json_node_get_double (node));
  else
    genlock_json_write_boolean (json, json_node_get_boolean (node));
}

void
genlock_json_write_node (GString  *json,
                         JsonNode *node)
{
  switch (node != NULL ? json_node_get_node_type (node) : JSON_NODE_NULL)
    {
    case JSON_NODE_OBJECT:
      write_object (json, json_node_get_object (node));
      break;
    case JSON_NODE_ARRAY:
      write_array (json, json_node_get_array (node));
      break;
    case JSON_NODE_VALUE:
      write_value (json, node);
      break;
    case JSON_NODE_NULL:
      genlock_json_write_null (json);
      break;
    }
}

char *
genlock_json_canonicalize (JsonNode *node)
{
  GString *json = g_string_new (NULL);

  genlock_json_write_node (json, node);
  return g_string_free (json, FALSE);
}

char *
genlock_json_canonicalize_text (const char  *text,
                                GError     **error)
{
  g_autoptr (JsonNode) node = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  node = genlock_json_parse (text, strlen (text), &genlock_json_limits_network, error);
  return node != NULL ? genlock_json_canonicalize (node) : NULL;
}

gboolean
genlock_json_is_canonical (const char *text)
{
  g_autofree char *canonical = genlock_json_canonicalize_text (text, NULL);

  return g_strcmp0 (text, canonical) == 0;
}
