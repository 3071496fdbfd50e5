/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device templates of EasySchematic: JSON, and those inside its projects. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/schema/genlock-equipment-specs.h"
#include "equipment/genlock-port-edit.h"
#include "interchange/genlock-easyschematic-private.h"
#include "interchange/genlock-legacy.h"

#define CARD_TYPE "expansion-card"

/* Members of a template that have fields of their own, and those of a device that is drawn which
 * say where and how. */
static const char * const own_members[] = {
  "id", "manufacturer", "modelNumber", "ports", "slots", "layerId", "groupId", "icon", "color",
  "headerColor", "hiddenPorts", "showAllPorts", "baseLabel", "hostname", "row", NULL,
};

void
genlock_easyschematic_template_free (gpointer data)
{
  GenlockEasyschematicTemplate *template = data;

  json_object_unref (template->object);
  g_free (template->place);
  g_free (template);
}

static gboolean
is_template (JsonObject *object)
{
  return object != NULL && genlock_legacy_get_string (object, "deviceType") != NULL
         && (genlock_legacy_get_array (object, "ports") != NULL
             || genlock_legacy_get_array (object, "slots") != NULL);
}

/* A project has nodes and edges; a template of this name has neither. */
static gboolean
is_project (JsonObject *object)
{
  return (genlock_legacy_get_array (object, "nodes") != NULL
          && genlock_legacy_get_array (object, "edges") != NULL)
         || genlock_legacy_get_array (object, "customTemplates") != NULL;
}

gboolean
genlock_easyschematic_is (JsonNode *root)
{
  JsonArray *array;

  if (JSON_NODE_HOLDS_OBJECT (root))
    return is_template (json_node_get_object (root)) || is_project (json_node_get_object (root));
  if (!JSON_NODE_HOLDS_ARRAY (root))
    return FALSE;

  array = json_node_get_array (root);
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (is_template (genlock_legacy_get_element (array, i)))
      return TRUE;

  return FALSE;
}

static gboolean
is_generic (JsonObject *object)
{
  const char *manufacturer = genlock_legacy_get_string (object, "manufacturer");

  return manufacturer == NULL || *manufacturer == '\0'
         || g_ascii_strcasecmp (manufacturer, "Generic") == 0;
}

static const char *
get_model (JsonObject *object)
{
  const char *model = genlock_legacy_get_string (object, "modelNumber");

  return model != NULL && *model != '\0' ? model : genlock_legacy_get_string (object, "label");
}

static const char *
get_manufacturer (JsonObject *object)
{
  return is_generic (object) ? "Generic" : genlock_legacy_get_string (object, "manufacturer");
}

gboolean
genlock_easyschematic_add (GenlockLibraryImport *self,
                           JsonObject *object,
                           guint file,
                           const char *place,
                           GError **error)
{
  static const char * const needed[] = { "label", "deviceType" };
  const char *where = *place != '\0' ? place : _("the template");
  GenlockEasyschematicTemplate *template;

  for (guint i = 0; i < G_N_ELEMENTS (needed); i++)
    {
      const char *text = genlock_legacy_get_string (object, needed[i]);
      g_autofree char *sentence = NULL;

      if (text != NULL && *text != '\0')
        continue;
      sentence = g_strdup_printf (_("“%s” is missing. A template has to have it."), needed[i]);
      return genlock_library_import_refuse (self, file, where, sentence, error);
    }

  template = g_new0 (GenlockEasyschematicTemplate, 1);
  template->object = json_object_ref (object);
  template->file = file;
  template->place = g_strdup (place);
  g_ptr_array_add (self->templates, template);

  return TRUE;
}

static gboolean
read_array (GenlockLibraryImport *self,
            JsonArray *array,
            guint file,
            const char *place,
            GError **error)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = genlock_legacy_get_element (array, i);
      g_autofree char *at = genlock_legacy_join_index (place, i);

      if (object == NULL)
        return genlock_library_import_refuse (self, file, at, _("This is not a template."), error);
      if (!genlock_easyschematic_add (self, object, file, at, error))
        return FALSE;
    }

  return TRUE;
}

/* Devices that are drawn: what they are, each model once. */
static gboolean
read_nodes (GenlockLibraryImport *self,
            JsonArray *nodes,
            guint file,
            GError **error)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < json_array_get_length (nodes); i++)
    {
      JsonObject *node = genlock_legacy_get_element (nodes, i);
      JsonObject *data = node != NULL ? genlock_legacy_get_object (node, "data") : NULL;
      g_autofree char *place = g_strdup_printf ("nodes[%u].data", i);

      if (!is_template (data))
        continue;
      if (get_model (data) != NULL
          && !g_hash_table_add (seen, g_strdup_printf ("%s\n%s", get_manufacturer (data),
                                                       get_model (data))))
        continue;
      if (!genlock_easyschematic_add (self, data, file, place, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_project (GenlockLibraryImport *self,
              JsonObject *project,
              guint file,
              GError **error)
{
  JsonArray *templates = genlock_legacy_get_array (project, "customTemplates");
  JsonArray *nodes = genlock_legacy_get_array (project, "nodes");
  JsonArray *edges = genlock_legacy_get_array (project, "edges");

  if (edges != NULL && json_array_get_length (edges) > 0)
    genlock_library_import_report (self, GENLOCK_IMPORT_LOST, file, "edges", NULL,
                                   N_("Only the devices of a drawing are imported, as equipment; "
                                      "its cables are not"));

  return (templates == NULL || read_array (self, templates, file, "customTemplates", error))
         && (nodes == NULL || read_nodes (self, nodes, file, error));
}

gboolean
genlock_easyschematic_read (GenlockLibraryImport *self,
                            JsonNode *root,
                            guint file,
                            GError **error)
{
  JsonObject *object;

  if (JSON_NODE_HOLDS_ARRAY (root))
    return read_array (self, json_node_get_array (root), file, "", error);

  object = json_node_get_object (root);

  return is_template (object) ? genlock_easyschematic_add (self, object, file, "", error)
                              : read_project (self, object, file, error);
}

char *
genlock_easyschematic_dup_place (const GenlockEasyschematicTemplate *template,
                                 JsonObject *object,
                                 const char *list,
                                 guint index)
{
  JsonNode *row = json_object_get_member (object, "row");

  /* In a template anything may be called so. */
  if (row != NULL && json_node_get_value_type (row) == G_TYPE_INT64)
    return g_strdup_printf (_("row %u"), (guint) json_node_get_int (row));

  return g_strdup_printf ("%s%s%s[%u]", template->place, *template->place != '\0' ? "." : "", list,
                          index);
}

static const char *
read_direction (JsonObject *port)
{
  const char *word = genlock_legacy_get_string (port, "direction");

  if (word == NULL)
    return NULL;
  if (g_ascii_strcasecmp (word, "input") == 0 || g_ascii_strcasecmp (word, "in") == 0)
    return "INPUT";
  if (g_ascii_strcasecmp (word, "output") == 0 || g_ascii_strcasecmp (word, "out") == 0)
    return "OUTPUT";
  if (g_ascii_strcasecmp (word, "bidirectional") == 0 || g_ascii_strcasecmp (word, "both") == 0
      || g_ascii_strcasecmp (word, "passthrough") == 0)
    return "BOTH";

  return NULL;
}

static gboolean
add_port (GenlockLibraryImport *self,
          const GenlockEasyschematicTemplate *template,
          GenlockRecord *parent,
          JsonObject *port,
          const char *place,
          GError **error)
{
  const char *signal = genlock_legacy_get_string (port, "signalType");
  const char *label = genlock_legacy_get_string (port, "label");
  const char *direction = read_direction (port);
  const char *io_type;

  if (signal == NULL || *signal == '\0')
    return genlock_library_import_refuse (self, template->file, place,
                                          _("This port does not say its signal."), error);
  if (direction == NULL)
    return genlock_library_import_refuse (self, template->file, place,
                                          _("This port is no input, output or bidirectional one. "
                                            "Give it a direction."), error);

  io_type = genlock_easyschematic_find_connector (signal, genlock_legacy_get_string (
                                                    port, "connectorType"),
                                                  label != NULL ? label : "");
  if (io_type == NULL)
    {
      genlock_library_import_report (self, GENLOCK_IMPORT_INFO, template->file, place, label,
                                     N_("Power is not planned as a port"));
      return TRUE;
    }
  if (strcmp (direction, "BOTH") == 0)
    genlock_library_import_report (self, GENLOCK_IMPORT_CHANGED, template->file, place, label,
                                   N_("A port of both directions is kept as an input and an "
                                      "output"));
  genlock_library_import_add_port (parent, direction, io_type,
                                   label != NULL && *label != '\0' ? label : NULL);

  return TRUE;
}

gboolean
genlock_easyschematic_add_ports (GenlockLibraryImport *self,
                                 const GenlockEasyschematicTemplate *template,
                                 GenlockRecord *parent,
                                 JsonArray *ports,
                                 const char *list,
                                 GError **error)
{
  gboolean is_spec = genlock_record_get_table (parent) == &genlock_equipment_specs;
  g_autofree char *where = g_strdup_printf ("%s%s%s", template->place,
                                            *template->place != '\0' ? "." : "", list);

  if (ports == NULL)
    return TRUE;
  if (!genlock_library_import_check_count (self, json_array_get_length (ports),
                                           is_spec ? GENLOCK_PORTS_MAX : GENLOCK_CARD_PORTS_MAX,
                                           template->file, where, error))
    return FALSE;

  for (guint i = 0; i < json_array_get_length (ports); i++)
    {
      JsonObject *port = genlock_legacy_get_element (ports, i);
      g_autofree char *place = NULL;

      if (port == NULL)
        return genlock_library_import_refuse (self, template->file, where,
                                              _("There is something in it that is not a port."),
                                              error);
      place = genlock_easyschematic_dup_place (template, port, list, i);
      if (!add_port (self, template, parent, port, place, error))
        return FALSE;
    }

  return TRUE;
}

/* All that has no field stays in the details. */
static JsonObject *
make_details (JsonObject *object)
{
  JsonObject *details = json_object_new ();
  JsonObject *rest = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *member;

  json_object_iter_init (&iter, object);
  while (json_object_iter_next (&iter, &name, &member))
    if (!g_strv_contains (own_members, name) && !JSON_NODE_HOLDS_NULL (member))
      json_object_set_member (rest, name, json_node_copy (member));
  json_object_set_object_member (details, "easySchematic", rest);

  return details;
}

static gboolean
is_card (const GenlockEasyschematicTemplate *template)
{
  const char *type = genlock_legacy_get_string (template->object, "deviceType");

  return g_ascii_strcasecmp (type, CARD_TYPE) == 0;
}

static gboolean
make_card (GenlockLibraryImport *self,
           const GenlockEasyschematicTemplate *template,
           GError **error)
{
  JsonObject *object = template->object;
  g_autoptr (GenlockRecord) card = NULL;
  GenlockLibraryImportCard *entry;

  card = genlock_library_import_make_card (NULL, 0, genlock_legacy_get_string (object, "label"));
  if (!genlock_easyschematic_add_ports (self, template, card,
                                        genlock_legacy_get_array (object, "ports"), "ports",
                                        error))
    return FALSE;

  entry = genlock_library_import_add_card (self, genlock_legacy_get_string (object, "id"),
                                           get_manufacturer (object), card,
                                           genlock_legacy_get_string (object, "slotFamily"),
                                           template->file, template->place);
  entry->template = template;

  return TRUE;
}

/* Ports that a drawn device counts among its own, though they are on a card. */
static JsonArray *
list_own_ports (JsonObject *object)
{
  JsonArray *ports = genlock_legacy_get_array (object, "ports");
  JsonArray *slots = genlock_legacy_get_array (object, "slots");
  g_autoptr (GHashTable) taken = g_hash_table_new (g_str_hash, g_str_equal);
  JsonArray *own;

  if (ports == NULL)
    return NULL;

  for (guint i = 0; slots != NULL && i < json_array_get_length (slots); i++)
    {
      JsonObject *slot = genlock_legacy_get_element (slots, i);
      JsonArray *ids = slot != NULL ? genlock_legacy_get_array (slot, "portIds") : NULL;

      for (guint k = 0; ids != NULL && k < json_array_get_length (ids); k++)
        if (JSON_NODE_HOLDS_VALUE (json_array_get_element (ids, k))
            && json_array_get_string_element (ids, k) != NULL)
          g_hash_table_add (taken, (gpointer) json_array_get_string_element (ids, k));
    }
  if (g_hash_table_size (taken) == 0)
    return json_array_ref (ports);

  own = json_array_new ();
  for (guint i = 0; i < json_array_get_length (ports); i++)
    {
      JsonObject *port = genlock_legacy_get_element (ports, i);
      const char *id = port != NULL ? genlock_legacy_get_string (port, "id") : NULL;

      if (id == NULL || !g_hash_table_contains (taken, id))
        json_array_add_element (own, json_node_copy (json_array_get_element (ports, i)));
    }

  return own;
}

static gboolean
make_device (GenlockLibraryImport *self,
             const GenlockEasyschematicTemplate *template,
             GError **error)
{
  JsonObject *object = template->object;
  const char *type = genlock_legacy_get_string (object, "deviceType");
  const char *category = genlock_easyschematic_find_category (type);
  g_autoptr (JsonObject) details = make_details (object);
  g_autoptr (JsonArray) ports = list_own_ports (object);
  g_autoptr (GenlockSlotRules) rules = NULL;
  g_autoptr (GenlockRecord) spec = NULL;

  spec = genlock_library_import_make_spec ("easyschematic", category, get_manufacturer (object),
                                           get_model (object));
  genlock_record_set_bool (spec, GENLOCK_EQUIPMENT_SPEC_IS_SECONDARY_DEVICE,
                           g_ascii_strcasecmp (type, "adapter") == 0);
  if (strcmp (category, "OTHER") == 0)
    genlock_library_import_report (self, GENLOCK_IMPORT_INFO, template->file, template->place, type,
                                   N_("Genlock has no such category: it goes under “Other”, and "
                                      "the word stays in the details"));
  if (!genlock_easyschematic_add_ports (self, template, spec, ports, "ports", error))
    return FALSE;
  if (genlock_legacy_get_array (object, "slots") != NULL
      && json_array_get_length (genlock_legacy_get_array (object, "slots")) > 0)
    {
      rules = genlock_easyschematic_read_slots (self, template, spec, error);
      if (rules == NULL)
        return FALSE;
    }

  return genlock_library_import_add_spec (self, g_steal_pointer (&spec), details, rules,
                                          template->file, template->place, error);
}

gboolean
genlock_easyschematic_finish (GenlockLibraryImport *self,
                              GCancellable *cancellable,
                              GError **error)
{
  for (guint pass = 0; pass < 2; pass++)
    {
      for (guint i = 0; i < self->templates->len; i++)
        {
          const GenlockEasyschematicTemplate *template = self->templates->pdata[i];

          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (is_card (template) != (pass == 0))
            continue;
          if (pass == 0 ? !make_card (self, template, error) : !make_device (self, template, error))
            return FALSE;
        }
    }

  return TRUE;
}
