/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gestures on a piece of equipment itself: its form and its formats. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "core/model/genlock-json-canonical.h"
#include "core/model/genlock-json-reader.h"
#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-private.h"
#include "equipment/genlock-spec-edit.h"

/* (transfer full) (nullable): what @patch (transfer full) changes of @spec. */
static GenlockBatch *
build (const GenlockRecord *spec,
       GenlockRecord *patch)
{
  g_autoptr (GenlockRecord) owned = patch;
  GenlockRecord *change = genlock_record_diff (spec, patch);
  GenlockBatch *batch;

  if (change == NULL)
    return NULL;

  batch = genlock_batch_new ("EDIT");
  genlock_batch_update (batch, change);

  return batch;
}

static gboolean
check_architecture (const GenlockRecord *spec,
                    const GenlockRecord *patch,
                    GError **error)
{
  g_autoptr (GPtrArray) cards = genlock_ports_list_cards (spec);

  if (cards->len == 0
      || g_strcmp0 (genlock_record_get_text (patch, GENLOCK_EQUIPMENT_SPEC_IO_ARCHITECTURE),
                    "DIRECT") != 0)
    return TRUE;

  g_set_error (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_REFUSED,
               ngettext ("The frame has %u card. Remove it before the frame becomes a direct "
                         "device.",
                         "The frame has %u cards. Remove them before the frame becomes a direct "
                         "device.", cards->len), cards->len);

  return FALSE;
}

GenlockBatch *
genlock_spec_set_build (const GenlockRecord *spec,
                        guint field,
                        const char *text,
                        GError **error)
{
  g_autoptr (GenlockRecord) patch = genlock_port_patch (spec);

  if (!genlock_port_set_text (patch, field, text, error)
      || !check_architecture (spec, patch, error))
    return NULL;

  return build (spec, g_steal_pointer (&patch));
}

static gboolean
holds_text (JsonNode *node)
{
  return json_node_get_value_type (node) == G_TYPE_STRING;
}

char **
genlock_spec_get_formats (const GenlockRecord *spec,
                          GError **error)
{
  const char *text = genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  JsonArray *array;

  if (text == NULL || strcmp (text, "null") == 0)
    return g_strv_builder_end (builder);

  node = genlock_json_parse (text, strlen (text), NULL, NULL);
  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node))
    {
      g_set_error_literal (error, GENLOCK_EQUIPMENT_ERROR, GENLOCK_EQUIPMENT_ERROR_RULES,
                           _("The formats of the device are no list. Make a new one."));
      return NULL;
    }

  array = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);
      g_autofree char *written = holds_text (element) ? json_node_dup_string (element)
                                                      : genlock_json_canonicalize (element);

      g_strv_builder_add (builder, written);
    }

  return g_strv_builder_end (builder);
}

/* What is no text in the list was given as JSON, and goes back as that. */
static JsonNode *
make_format (const char *text)
{
  g_autoptr (JsonNode) parsed = NULL;

  if (*text == '{' || *text == '[')
    parsed = genlock_json_parse (text, strlen (text), NULL, NULL);

  return parsed != NULL ? g_steal_pointer (&parsed)
                        : json_node_init_string (json_node_alloc (), text);
}

static void
set_formats (GenlockRecord *patch,
             const char * const *formats)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  JsonArray *array = json_array_new ();
  g_autoptr (JsonNode) node = json_node_init_array (json_node_alloc (), array);

  for (guint i = 0; formats[i] != NULL; i++)
    {
      char *text = g_strstrip (g_strdup (formats[i]));

      if (g_hash_table_contains (seen, text) || *text == '\0')
        {
          g_free (text);
          continue;
        }

      g_hash_table_add (seen, text);
      json_array_add_element (array, make_format (text));
    }

  if (json_array_get_length (array) == 0)
    genlock_record_set_null (patch, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS);
  else
    genlock_record_take_text (patch, GENLOCK_EQUIPMENT_SPEC_DEVICE_FORMATS,
                              genlock_json_canonicalize (node));
  json_array_unref (array);
}

GenlockBatch *
genlock_spec_formats_build (const GenlockRecord *spec,
                            const char * const *formats)
{
  GenlockRecord *patch = genlock_port_patch (spec);

  set_formats (patch, formats);

  return build (spec, patch);
}

/* The list with the formats of ports that it lacks; @n_ports: how many ports have one. */
static char **
join_formats (const GenlockRecord *spec,
              char **formats,
              guint *n_ports)
{
  g_autoptr (GArray) ports = genlock_ports_list (spec);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; formats[i] != NULL; i++)
    {
      g_hash_table_add (seen, formats[i]);
      g_strv_builder_add (builder, formats[i]);
    }

  *n_ports = 0;
  for (guint i = 0; i < ports->len; i++)
    {
      const char *format = genlock_record_get_text (g_array_index (ports, GenlockPort, i).record,
                                                    GENLOCK_PORT_FORMAT);

      if (format == NULL || *format == '\0')
        continue;

      (*n_ports)++;
      if (g_hash_table_add (seen, (gpointer) format))
        g_strv_builder_add (builder, format);
    }

  return g_strv_builder_end (builder);
}

GenlockBatch *
genlock_spec_format_by_io_build (const GenlockRecord *spec,
                                 gboolean by_io)
{
  g_auto (GStrv) formats = genlock_spec_get_formats (spec, NULL);
  GenlockRecord *patch = genlock_port_patch (spec);
  guint n_ports;

  genlock_record_set_bool (patch, GENLOCK_EQUIPMENT_SPEC_FORMAT_BY_IO, by_io);
  /* A list that cannot be read is left alone. */
  if (!by_io && formats != NULL)
    {
      g_auto (GStrv) joined = join_formats (spec, formats, &n_ports);

      if (g_strv_length (joined) > g_strv_length (formats))
        set_formats (patch, (const char * const *) joined);
    }

  return build (spec, patch);
}

char *
genlock_spec_format_by_io_dup_text (const GenlockRecord *spec,
                                    gboolean by_io)
{
  g_auto (GStrv) formats = genlock_spec_get_formats (spec, NULL);
  g_auto (GStrv) joined = NULL;
  g_autofree char *list = NULL;
  guint n_ports;

  if (by_io)
    return g_strdup (formats != NULL && formats[0] != NULL
                     ? _("Each port has a format of its own. The list of the device is kept.")
                     : _("Each port has a format of its own."));

  if (formats == NULL)
    return g_strdup (_("The formats of the ports are kept."));

  joined = join_formats (spec, formats, &n_ports);
  if (n_ports == 0)
    return g_strdup (_("The formats are those of the device."));

  if (g_strv_length (joined) == g_strv_length (formats))
    return g_strdup_printf (ngettext ("The formats are those of the device. That of %u port is "
                                      "kept.",
                                      "The formats are those of the device. Those of %u ports are "
                                      "kept.", n_ports), n_ports);

  list = g_strjoinv (", ", joined + g_strv_length (formats));

  return g_strdup_printf (ngettext ("The format of %1$u port is kept and joins the list of the "
                                    "device: %2$s.",
                                    "The formats of %1$u ports are kept and join the list of the "
                                    "device: %2$s.", n_ports), n_ports, list);
}
