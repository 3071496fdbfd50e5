/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds out by its content which of the older shapes a JSON value has. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-reader.h"
#include "interchange/genlock-legacy.h"

/* The stores of one database may stand in another object; so may the reply of a server. */
#define MAX_WRAPPERS 4

static gboolean
has (JsonObject *object,
     const char *name)
{
  return json_object_has_member (object, name);
}

static gboolean
has_text (JsonObject *object,
          const char *camel,
          const char *snake)
{
  return genlock_legacy_get_string (object, camel) != NULL
         || genlock_legacy_get_string (object, snake) != NULL;
}

/* Whether the object holds a list of something that a show has. */
static gboolean
holds_lists (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      if (genlock_legacy_find_kind (l->data) != NULL
          && genlock_legacy_get_array (object, l->data) != NULL)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_production (JsonObject *object)
{
  return has_text (object, "showName", "show_name")
         || (has_text (object, "client", "client")
             && (has (object, "loadIn") || has (object, "load_in") || has (object, "venue")));
}

/* Whether everything of a project that is no list goes elsewhere. */
static void
read_member (GenlockLegacy *self,
             GenlockLegacyProject *project,
             JsonObject *object,
             const char *name,
             const char *place)
{
  JsonNode *node = json_object_get_member (object, name);
  const char *kind = genlock_legacy_find_kind (name);

  if (strcmp (name, "production") == 0 && project->production != NULL)
    return;

  if (kind == NULL || !JSON_NODE_HOLDS_ARRAY (node) || strcmp (kind, "lookups") == 0)
    {
      if (project->rest == NULL)
        project->rest = json_object_new ();
      json_object_set_member (project->rest, name, json_node_copy (node));
    }
  else if (strcmp (kind, "equipment") == 0)
    {
      gboolean is_custom = strcmp (name, "customEquipment") == 0;

      genlock_legacy_add_equipment (self, json_node_get_array (node), project->file, place,
                                    genlock_legacy_get_time (object, "lastUpdated"), is_custom);
    }
  else
    {
      genlock_legacy_project_add_list (project, name, json_node_get_array (node), project->file,
                                       place);
    }
}

static gboolean
is_deleted (JsonObject *production)
{
  static const char * const names[] = { "isDeleted", "is_deleted" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonNode *node = json_object_get_member (production, names[i]);

      if (node != NULL && JSON_NODE_HOLDS_VALUE (node) && json_node_get_boolean (node))
        return TRUE;
    }

  return FALSE;
}

/* Early servers kept a whole project in the metadata of the show. */
static void
read_metadata (GenlockLegacy *self,
               GenlockLegacyProject *project)
{
  JsonObject *metadata;
  g_autofree char *place = NULL;
  GenlockLegacyProject *inner;
  g_autoptr (GList) names = NULL;

  metadata = project->production != NULL
             ? genlock_legacy_get_object (project->production, "metadata") : NULL;
  if (metadata == NULL || !holds_lists (metadata))
    return;

  place = genlock_legacy_join (project->place, "production.metadata");
  inner = genlock_legacy_add_project (self, GENLOCK_LEGACY_RANK_BACKUP, project->file, place,
                                      project->production, project->id);
  inner->modified = genlock_legacy_get_time (metadata, "modified");
  names = json_object_get_members (metadata);
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autofree char *at = genlock_legacy_join (place, l->data);

      read_member (self, inner, metadata, l->data, at);
    }
}

void
genlock_legacy_read_project (GenlockLegacy *self,
                             JsonObject *object,
                             GenlockLegacyRank rank,
                             guint file,
                             const char *place)
{
  g_autoptr (GList) names = json_object_get_members (object);
  JsonObject *production = genlock_legacy_get_object (object, "production");
  GenlockLegacyProject *project;

  if (production == NULL && is_production (object))
    production = object;
  if (production != NULL && is_deleted (production))
    {
      genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, place,
                             genlock_legacy_get_string (production, "showName"),
                             N_("Deleted in VideoDept"));
      return;
    }
  if (production != NULL)
    project = genlock_legacy_add_project (self, rank, file, place, production,
                                          genlock_legacy_get_string (object, "id"));
  else
    project = genlock_legacy_get_loose (self, file);

  project->modified = MAX (project->modified, genlock_legacy_get_time (object, "modified"));
  for (GList *l = names; l != NULL && production != object; l = l->next)
    {
      g_autofree char *at = genlock_legacy_join (place, l->data);

      read_member (self, project, object, l->data, at);
    }
  read_metadata (self, project);
}

/* One element of a dump: the project itself, or {key, value} as a database viewer writes it. */
static void
read_projects (GenlockLegacy *self,
               JsonArray *projects,
               GenlockLegacyRank rank,
               guint file,
               const char *place)
{
  for (guint i = 0; i < json_array_get_length (projects); i++)
    {
      JsonObject *project = genlock_legacy_get_element (projects, i);
      g_autofree char *at = genlock_legacy_join_index (place, i);

      if (project != NULL && genlock_legacy_get_object (project, "value") != NULL)
        project = genlock_legacy_get_object (project, "value");
      if (project != NULL)
        genlock_legacy_read_project (self, project, rank, file, at);
      else
        genlock_legacy_report (self, GENLOCK_IMPORT_LOST, file, at, NULL,
                               N_("This is not a show"));
    }
}

/* An export or a database: the lists of shows, and what stands beside them. */
static void
read_shows (GenlockLegacy *self,
            JsonObject *object,
            guint file)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      g_autofree char *value = NULL;

      if ((strcmp (l->data, "shows") == 0 || strcmp (l->data, "projects") == 0)
          && JSON_NODE_HOLDS_ARRAY (node))
        {
          read_projects (self, json_node_get_array (node), GENLOCK_LEGACY_RANK_EXPORT, file,
                         l->data);
          continue;
        }
      if (genlock_legacy_is_empty (node))
        continue;
      value = genlock_legacy_dup_value (node);
      if (strcmp (l->data, "changes") == 0)
        genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, l->data, value,
                               N_("VideoDept's history of changes; Genlock begins its own"));
      else if (strcmp (l->data, "version") == 0 || strcmp (l->data, "exportedAt") == 0)
        genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, l->data, value,
                               N_("VideoDept's own bookkeeping; Genlock keeps its own"));
      else
        genlock_legacy_report (self, GENLOCK_IMPORT_LOST, file, l->data, value,
                               N_("Genlock has no field for this"));
    }
}

static gboolean
is_equipment (JsonObject *object)
{
  return has (object, "ioArchitecture") || has (object, "io_architecture")
         || has (object, "deviceFormats") || has (object, "equipment_io_ports")
         || (has_text (object, "manufacturer", "manufacturer")
             && has_text (object, "model", "model") && !has (object, "name"));
}

/* (nullable): the kind of list whose first row this is. */
static const char *
find_row_kind (JsonObject *object)
{
  const char *id = genlock_legacy_get_string (object, "id");

  if (is_equipment (object))
    return "equipment";
  if (is_production (object))
    return "productions";
  if (has (object, "ip"))
    return has (object, "inputs") ? "videoSwitchers" : "ipAddresses";
  if (has (object, "inputs") && has (object, "outputs"))
    return "videoSwitchers";
  if (has (object, "completed") && (has (object, "item") || has (object, "title")))
    return "checklist";
  if (has (object, "ccuId") || has (object, "lensType") || has (object, "maxZoom"))
    return "cameras";
  if (!has (object, "type") || !has (object, "name"))
    return NULL;
  if (has (object, "outputConnector") || has (object, "output_connector")
      || (id != NULL && (g_str_has_prefix (id, "DST") || g_str_has_prefix (id, "SEND"))))
    return "sends";
  if (has (object, "outputs") || has (object, "category")
      || (id != NULL && (g_str_has_prefix (id, "SRC") || g_str_has_prefix (id, "COMP"))))
    return "sources";

  return has (object, "output") ? "sends" : NULL;
}

/* Object.entries (localStorage): pairs of key and value */
static JsonObject *
dup_entries (JsonArray *array)
{
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);
      JsonArray *pair = JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
      JsonNode *key;

      if (pair == NULL || json_array_get_length (pair) != 2)
        continue;
      key = json_array_get_element (pair, 0);
      if (JSON_NODE_HOLDS_VALUE (key) && json_node_get_value_type (key) == G_TYPE_STRING)
        json_object_set_member (object, json_node_get_string (key),
                                json_node_copy (json_array_get_element (pair, 1)));
    }

  return object;
}

static const char *
find_address (JsonObject *reply)
{
  static const char * const names[] = { "endpoint", "url", "path", "request" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      const char *address = genlock_legacy_get_string (reply, names[i]);

      if (address != NULL && genlock_legacy_find_kind (address) != NULL)
        return address;
    }

  return NULL;
}

/* [{"url": …, "data": …}] as {url: data} */
static JsonObject *
dup_replies (JsonArray *array)
{
  static const char * const names[] = { "data", "body", "response", "json", "result", "rows" };
  JsonObject *object = json_object_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *reply = genlock_legacy_get_element (array, i);
      const char *address = reply != NULL ? find_address (reply) : NULL;

      for (guint n = 0; address != NULL && n < G_N_ELEMENTS (names); n++)
        {
          if (!has (reply, names[n]))
            continue;
          json_object_set_member (object, address,
                                  json_node_copy (json_object_get_member (reply, names[n])));
          break;
        }
    }

  return object;
}

static JsonObject *
find_first_object (JsonArray *array)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = genlock_legacy_get_element (array, i);

      if (object != NULL)
        return object;
    }

  return NULL;
}

static gboolean
is_journal (JsonObject *object)
{
  return has (object, "timestamp") && has (object, "action");
}

gboolean
genlock_legacy_read_array (GenlockLegacy *self,
                           JsonArray *array,
                           guint file,
                           const char *place)
{
  JsonObject *first = find_first_object (array);
  const char *kind;

  if (first == NULL)
    return FALSE;

  if (genlock_legacy_get_object (first, "production") != NULL
      || genlock_legacy_get_object (first, "value") != NULL)
    {
      read_projects (self, array, GENLOCK_LEGACY_RANK_EXPORT, file, place);
      return TRUE;
    }
  if (find_address (first) != NULL)
    {
      g_autoptr (JsonObject) replies = dup_replies (array);

      genlock_legacy_read_api_dump (self, replies, file, NULL);
      return TRUE;
    }
  if (is_journal (first))
    {
      genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, place, NULL,
                             N_("VideoDept's history of changes; Genlock begins its own"));
      return TRUE;
    }

  kind = find_row_kind (first);
  if (kind != NULL)
    {
      g_autoptr (JsonObject) dump = json_object_new ();

      json_object_set_array_member (dump, kind, json_array_ref (array));
      genlock_legacy_read_api_dump (self, dump, file, place);
    }

  return kind != NULL;
}

static gboolean
read_object (GenlockLegacy *self,
             JsonObject *object,
             guint file,
             guint wrappers,
             GError **error)
{
  static const char * const names[] = { "VideoDeptDB", "stores", "data", "databases" };

  if (genlock_legacy_is_local_storage (object))
    return genlock_legacy_read_local_storage (self, object, file, error);
  if (genlock_legacy_get_object (object, "state") != NULL)
    return genlock_legacy_read_state (self, genlock_legacy_get_object (object, "state"),
                                      GENLOCK_LEGACY_RANK_STORAGE, file, "state");
  if (genlock_legacy_get_array (object, "shows") != NULL
      || genlock_legacy_get_array (object, "projects") != NULL)
    {
      read_shows (self, object, file);
      return TRUE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (names) && wrappers < MAX_WRAPPERS; i++)
    {
      JsonObject *inner = genlock_legacy_get_object (object, names[i]);
      JsonArray *rows = genlock_legacy_get_array (object, names[i]);

      if (inner != NULL && read_object (self, inner, file, wrappers + 1, error))
        return TRUE;
      if (error != NULL && *error != NULL)
        return FALSE;
      if (rows != NULL && genlock_legacy_read_array (self, rows, file, names[i]))
        return TRUE;
    }
  if (genlock_legacy_is_api_dump (object))
    {
      genlock_legacy_read_api_dump (self, object, file, NULL);
      return TRUE;
    }
  if (genlock_legacy_get_object (object, "production") != NULL && has (object, "version"))
    {
      genlock_legacy_read_project (self, object, GENLOCK_LEGACY_RANK_EXPORT, file, "");
      return TRUE;
    }
  if (is_production (object))
    {
      genlock_legacy_read_project (self, object, GENLOCK_LEGACY_RANK_API, file, "");
      return TRUE;
    }

  return genlock_legacy_read_state (self, object, GENLOCK_LEGACY_RANK_STORAGE, file, "");
}

/* A value that was copied as a JavaScript string: parsed twice, as in localStorage. */
static gboolean
read_text (GenlockLegacy *self,
           const char *text,
           guint file,
           GError **error)
{
  g_autoptr (JsonNode) root = genlock_json_parse (text, strlen (text), &genlock_json_limits_file,
                                                  error);

  if (root == NULL)
    return FALSE;
  if (JSON_NODE_HOLDS_VALUE (root))
    return FALSE;

  return genlock_legacy_read_json (self, root, file, error);
}

gboolean
genlock_legacy_read_json (GenlockLegacy *self,
                          JsonNode *root,
                          guint file,
                          GError **error)
{
  if (JSON_NODE_HOLDS_OBJECT (root))
    return read_object (self, json_node_get_object (root), file, 0, error);

  if (JSON_NODE_HOLDS_ARRAY (root))
    {
      JsonArray *array = json_node_get_array (root);
      g_autoptr (JsonObject) entries = dup_entries (array);

      if (genlock_legacy_is_local_storage (entries))
        return genlock_legacy_read_local_storage (self, entries, file, error);

      return genlock_legacy_read_array (self, array, file, "");
    }

  if (JSON_NODE_HOLDS_VALUE (root) && json_node_get_value_type (root) == G_TYPE_STRING)
    return read_text (self, json_node_get_string (root), file, error);

  return FALSE;
}
