/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ports in the library's files: groups that are alike, and what they expand to. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <string.h>

#include "core/model/genlock-connector.h"
#include "equipment/genlock-library-private.h"
#include "equipment/genlock-port-pattern.h"

static void
ports_free (gpointer data)
{
  GenlockLibraryPorts *ports = data;

  g_free (ports->pattern);
  g_strfreev (ports->labels);
  g_free (ports->format);
  g_free (ports);
}

/* The exact word: an alias would be another word in the database. */
static const char *
find_io_type (const char *word)
{
  gsize n_connectors;
  const GenlockConnector *connectors = genlock_connector_get_all (&n_connectors);

  for (gsize i = 0; i < n_connectors; i++)
    if (strcmp (connectors[i].name, word) == 0)
      return connectors[i].name;

  return NULL;
}

static void
read_io_type (GenlockLibraryReader *reader,
              JsonObject *object,
              GenlockLibraryPorts *ports)
{
  const char *word = genlock_library_reader_text (reader, object, "ioType", 100, TRUE);
  const GenlockConnector *meant;

  if (word == NULL)
    return;
  ports->io_type = find_io_type (word);
  if (ports->io_type != NULL)
    return;

  meant = genlock_connector_find (word);
  if (meant != NULL)
    genlock_library_reader_complain (reader, "ioType", "“%s” is written “%s”", word, meant->name);
  else
    genlock_library_reader_complain (reader, "ioType", "“%s” is no connector that is known", word);
}

static void
read_port_type (GenlockLibraryReader *reader,
                JsonObject *object,
                GenlockLibraryPorts *ports)
{
  const char *word = genlock_library_reader_text (reader, object, "portType", 20, TRUE);

  ports->is_output = g_strcmp0 (word, "OUTPUT") == 0;
  if (word != NULL && !ports->is_output && strcmp (word, "INPUT") != 0)
    genlock_library_reader_complain (reader, "portType", "“%s” is neither INPUT nor OUTPUT", word);
}

static void
read_pattern (GenlockLibraryReader *reader,
              JsonObject *object,
              GenlockLibraryPorts *ports)
{
  const char *pattern = genlock_library_reader_text (reader, object, "labels", 200, TRUE);
  g_autoptr (GError) error = NULL;

  if (pattern == NULL)
    return;
  ports->pattern = g_strdup (pattern);
  ports->count = genlock_port_pattern_count (pattern, GENLOCK_LIBRARY_MAX_PORTS, &error);
  if (ports->count == 0)
    genlock_library_reader_complain (reader, "labels", "“%s”: %s", pattern, error->message);
}

/* One label as it is, several as a pattern or one by one. */
static void
read_labels (GenlockLibraryReader *reader,
             JsonObject *object,
             GenlockLibraryPorts *ports)
{
  JsonNode *labels = json_object_get_member (object, "labels");

  if (json_object_has_member (object, "label") == (labels != NULL))
    genlock_library_reader_complain (reader, "label", "either “label” or “labels” is needed");
  else if (labels == NULL)
    {
      const char *label = genlock_library_reader_text (reader, object, "label", 200, TRUE);

      ports->labels = g_new0 (char *, 2);
      ports->labels[0] = g_strdup (label);
      ports->count = 1;
    }
  else if (JSON_NODE_HOLDS_ARRAY (labels))
    {
      ports->labels = genlock_library_reader_texts (reader, object, "labels");
      ports->count = g_strv_length (ports->labels);
    }
  else
    read_pattern (reader, object, ports);
}

/* A count adds nothing, but it catches a slip in the labels. */
static void
check_count (GenlockLibraryReader *reader,
             JsonObject *object,
             const GenlockLibraryPorts *ports)
{
  gint64 count;

  if (!json_object_has_member (object, "count"))
    return;
  count = genlock_library_reader_int (reader, object, "count", 1, GENLOCK_LIBRARY_MAX_PORTS, 0);
  if (count > 0 && count != ports->count)
    genlock_library_reader_complain (reader, "count", "is %" G_GINT64_FORMAT
                                     ", but there are %u labels", count, ports->count);
}

static GenlockLibraryPorts *
read_group (GenlockLibraryReader *reader,
            JsonObject *object)
{
  static const char * const known[] = {
    "portType", "ioType", "label", "labels", "count", "format", NULL,
  };
  GenlockLibraryPorts *ports = g_new0 (GenlockLibraryPorts, 1);

  genlock_library_reader_check_keys (reader, object, known);
  read_port_type (reader, object, ports);
  read_io_type (reader, object, ports);
  read_labels (reader, object, ports);
  check_count (reader, object, ports);
  ports->format = g_strdup (genlock_library_reader_text (reader, object, "format", 100, FALSE));

  return ports;
}

static void
check_label_cb (const GenlockLibraryPorts *ports,
                const char *label,
                guint index,
                gpointer user_data)
{
  GHashTable *labels = user_data;

  g_hash_table_add (labels, g_strdup_printf ("%d%s", ports->is_output, label));
}

/* Two inputs of one name could not be told apart on paper. */
static void
check_ports (GenlockLibraryReader *reader,
             const GPtrArray *ports,
             guint count,
             guint max)
{
  g_autoptr (GHashTable) labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (count > max)
    {
      genlock_library_reader_complain (reader, "ports", "are %u; %u are the most", count, max);
      return;
    }
  genlock_library_foreach_port (ports, check_label_cb, labels);
  if (g_hash_table_size (labels) != count)
    genlock_library_reader_complain (reader, "ports", "two ports of one direction share a label");
}

GPtrArray *
genlock_library_read_ports (GenlockLibraryReader *reader,
                            JsonObject *object,
                            gboolean needed,
                            guint max,
                            guint *n_inputs,
                            guint *n_outputs)
{
  g_autoptr (GPtrArray) ports = g_ptr_array_new_with_free_func (ports_free);
  JsonArray *array = genlock_library_reader_array (reader, object, "ports", needed);
  guint n_problems = reader->problems->len;
  guint counts[2] = { 0, 0 };

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      JsonObject *group = genlock_library_reader_object (reader, array, "ports", i);
      gsize place = genlock_library_reader_enter (reader, "ports", (int) i);

      if (group != NULL)
        {
          GenlockLibraryPorts *read = read_group (reader, group);

          g_ptr_array_add (ports, read);
          counts[read->is_output] += read->count;
        }
      genlock_library_reader_leave (reader, place);
    }

  if (reader->problems->len == n_problems)
    check_ports (reader, ports, counts[0] + counts[1], max);
  *n_inputs = counts[0];
  *n_outputs = counts[1];

  return g_steal_pointer (&ports);
}

void
genlock_library_foreach_port (const GPtrArray *ports,
                              GenlockLibraryPortFunc make,
                              gpointer user_data)
{
  guint indexes[2] = { 0, 0 };

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockLibraryPorts *group = ports->pdata[i];
      g_auto (GStrv) made = NULL;
      char **labels = group->labels;

      if (group->pattern != NULL)
        labels = made = genlock_port_pattern_expand (group->pattern, GENLOCK_LIBRARY_MAX_PORTS,
                                                     NULL);
      for (guint j = 0; labels != NULL && labels[j] != NULL; j++)
        make (group, labels[j], ++indexes[group->is_output], user_data);
    }
}

static JsonObject *
describe_group (const GenlockLibraryPorts *group,
                const char *key,
                const char *label)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "portType", group->is_output ? "OUTPUT" : "INPUT");
  json_object_set_string_member (object, "ioType", group->io_type);
  json_object_set_string_member (object, key, label);
  if (group->format != NULL)
    json_object_set_string_member (object, "format", group->format);

  return object;
}

JsonArray *
genlock_library_describe_ports (const GPtrArray *ports)
{
  JsonArray *array = json_array_new ();

  for (guint i = 0; i < ports->len; i++)
    {
      const GenlockLibraryPorts *group = ports->pdata[i];

      if (group->pattern != NULL)
        json_array_add_object_element (array, describe_group (group, "labels", group->pattern));
      for (guint j = 0; group->pattern == NULL && group->labels[j] != NULL; j++)
        json_array_add_object_element (array, describe_group (group, "label", group->labels[j]));
    }

  return array;
}
