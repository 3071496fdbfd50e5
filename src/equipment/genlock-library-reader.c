/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of the library's JSON objects, and the complaints about them. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "equipment/genlock-library-private.h"

void
genlock_library_reader_init (GenlockLibraryReader *reader,
                             GPtrArray *problems,
                             const char *file)
{
  *reader = (GenlockLibraryReader) {
    .problems = problems,
    .file = file,
    .place = g_string_new (NULL),
  };
}

void
genlock_library_reader_clear (GenlockLibraryReader *reader)
{
  g_string_free (reader->place, TRUE);
}

void
genlock_library_reader_complain (GenlockLibraryReader *reader,
                                 const char *key,
                                 const char *format,
                                 ...)
{
  GenlockLibraryProblem *problem = g_new0 (GenlockLibraryProblem, 1);
  gsize place = genlock_library_reader_enter (reader, key, -1);
  va_list args;

  va_start (args, format);
  problem->message = g_strdup_vprintf (format, args);
  va_end (args);
  problem->file = g_strdup (reader->file);
  problem->entry = g_strdup (reader->entry);
  problem->place = reader->place->len > 0 ? g_strdup (reader->place->str) : NULL;
  g_ptr_array_add (reader->problems, problem);
  genlock_library_reader_leave (reader, place);
}

gsize
genlock_library_reader_enter (GenlockLibraryReader *reader,
                              const char *key,
                              int index)
{
  gsize place = reader->place->len;

  if (key == NULL)
    return place;
  if (place > 0)
    g_string_append_c (reader->place, '.');
  g_string_append (reader->place, key);
  if (index >= 0)
    g_string_append_printf (reader->place, "[%d]", index);

  return place;
}

void
genlock_library_reader_leave (GenlockLibraryReader *reader,
                              gsize place)
{
  g_string_truncate (reader->place, place);
}

void
genlock_library_reader_check_keys (GenlockLibraryReader *reader,
                                   JsonObject *object,
                                   const char * const *known)
{
  g_autoptr (GList) members = json_object_get_members (object);

  for (GList *member = members; member != NULL; member = member->next)
    if (!g_strv_contains (known, member->data))
      genlock_library_reader_complain (reader, member->data, "this key is not known");
}

/* The member, and whether its absence or null is a problem. */
static JsonNode *
find_member (GenlockLibraryReader *reader,
             JsonObject *object,
             const char *key,
             gboolean needed)
{
  JsonNode *node = json_object_get_member (object, key);

  if (node == NULL && needed)
    genlock_library_reader_complain (reader, key, "is missing");
  if (node != NULL && JSON_NODE_HOLDS_NULL (node))
    {
      genlock_library_reader_complain (reader, key, "is null; leave it out");
      return NULL;
    }

  return node;
}

static gboolean
holds (JsonNode *node,
       GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
check_text (GenlockLibraryReader *reader,
            JsonNode *node,
            const char *key,
            guint max)
{
  glong length;

  if (!holds (node, G_TYPE_STRING))
    {
      genlock_library_reader_complain (reader, key, "is no text");
      return FALSE;
    }
  length = g_utf8_strlen (json_node_get_string (node), -1);
  if (length >= 1 && length <= (glong) max)
    return TRUE;

  genlock_library_reader_complain (reader, key, "has %ld characters; 1 to %u are allowed", length,
                                   max);
  return FALSE;
}

const char *
genlock_library_reader_text (GenlockLibraryReader *reader,
                             JsonObject *object,
                             const char *key,
                             guint max,
                             gboolean needed)
{
  JsonNode *node = find_member (reader, object, key, needed);

  if (node == NULL || !check_text (reader, node, key, max))
    return NULL;

  return json_node_get_string (node);
}

gint64
genlock_library_reader_int (GenlockLibraryReader *reader,
                            JsonObject *object,
                            const char *key,
                            gint64 min,
                            gint64 max,
                            gint64 preset)
{
  JsonNode *node = find_member (reader, object, key, preset < min);
  gint64 value;

  if (node == NULL)
    return preset;
  if (!holds (node, G_TYPE_INT64))
    {
      genlock_library_reader_complain (reader, key, "is no whole number");
      return preset;
    }
  value = json_node_get_int (node);
  if (value >= min && value <= max)
    return value;

  genlock_library_reader_complain (reader, key, "is %" G_GINT64_FORMAT "; %" G_GINT64_FORMAT
                                   " to %" G_GINT64_FORMAT " are allowed", value, min, max);
  return preset;
}

gboolean
genlock_library_reader_bool (GenlockLibraryReader *reader,
                             JsonObject *object,
                             const char *key,
                             gboolean preset)
{
  JsonNode *node = find_member (reader, object, key, FALSE);

  if (node == NULL)
    return preset;
  if (holds (node, G_TYPE_BOOLEAN))
    return json_node_get_boolean (node);

  genlock_library_reader_complain (reader, key, "is neither true nor false");
  return preset;
}

JsonArray *
genlock_library_reader_array (GenlockLibraryReader *reader,
                              JsonObject *object,
                              const char *key,
                              gboolean needed)
{
  JsonNode *node = find_member (reader, object, key, needed);

  if (node == NULL)
    return NULL;
  if (JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    return json_node_get_array (node);

  genlock_library_reader_complain (reader, key, "is no list, or an empty one");
  return NULL;
}

char **
genlock_library_reader_texts (GenlockLibraryReader *reader,
                              JsonObject *object,
                              const char *key)
{
  JsonArray *array = genlock_library_reader_array (reader, object, key, TRUE);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      gsize place = genlock_library_reader_enter (reader, key, (int) i);

      if (check_text (reader, node, NULL, 200))
        {
          const char *text = json_node_get_string (node);

          if (!g_hash_table_add (seen, (gpointer) text))
            genlock_library_reader_complain (reader, NULL, "“%s” stands twice", text);
          g_strv_builder_add (builder, text);
        }
      genlock_library_reader_leave (reader, place);
    }

  return g_strv_builder_end (builder);
}

JsonObject *
genlock_library_reader_object (GenlockLibraryReader *reader,
                               JsonArray *array,
                               const char *key,
                               guint index)
{
  JsonNode *node = json_array_get_element (array, index);
  gsize place;

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  place = genlock_library_reader_enter (reader, key, (int) index);
  genlock_library_reader_complain (reader, NULL, "is no object");
  genlock_library_reader_leave (reader, place);

  return NULL;
}
