/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of older data share: shows as lists of JSON objects, from many files. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/model/genlock-instant.h"
#include "interchange/genlock-legacy.h"

/* Every word for a kind of entity, squeezed, and the one by which it goes. */
static const struct
{
  const char *word;
  const char *kind;
} kinds[] = {
  { "productions", "productions" },
  { "sources", "sources" },
  { "computers", "computers" },
  { "sends", "sends" },
  { "records", "records" },
  { "streams", "streams" },
  { "ccus", "ccus" },
  { "cameras", "cameras" },
  { "mediaservers", "mediaservers" },
  { "mediaserverlayers", "mediaserverlayers" },
  { "videoswitchers", "videoswitchers" },
  { "visionswitchers", "videoswitchers" },
  { "camswitchers", "videoswitchers" },
  { "cameraswitchers", "videoswitchers" },
  { "routers", "routers" },
  { "cablesnakes", "cablesnakes" },
  { "snakes", "cablesnakes" },
  { "cables", "cables" },
  { "connections", "connections" },
  { "deviceports", "deviceports" },
  { "formats", "formats" },
  { "ledscreens", "ledscreens" },
  { "projectionscreens", "projectionscreens" },
  { "projectionsurfaces", "projectionsurfaces" },
  { "ipaddresses", "ipaddresses" },
  { "checklist", "checklist" },
  { "checklistitems", "checklist" },
  { "presets", "presets" },
  { "serverallocations", "serverallocations" },
  { "usedequipmentids", "usedequipmentids" },
  { "equipment", "equipment" },
  { "equipmentspecs", "equipment" },
  { "customequipment", "equipment" },
  { "connectortypes", "lookups" },
  { "sourcetypes", "lookups" },
  { "framerates", "lookups" },
  { "resolutions", "lookups" },
  { "defaultchecklistitems", "lookups" },
};

static void
unref_node (gpointer node)
{
  if (node != NULL)
    json_node_unref (node);
}

GenlockLegacyList *
genlock_legacy_list_new (JsonArray *rows,
                         guint file,
                         const char *place)
{
  GenlockLegacyList *list = g_new0 (GenlockLegacyList, 1);

  list->rows = g_ptr_array_new_full (json_array_get_length (rows), unref_node);
  for (guint i = 0; i < json_array_get_length (rows); i++)
    g_ptr_array_add (list->rows, json_node_ref (json_array_get_element (rows, i)));
  list->file = file;
  list->place = g_strdup (place);

  return list;
}

void
genlock_legacy_list_free (GenlockLegacyList *list)
{
  g_ptr_array_unref (list->rows);
  g_free (list->place);
  g_free (list);
}

void
genlock_legacy_project_free (GenlockLegacyProject *project)
{
  g_free (project->place);
  g_free (project->id);
  g_clear_pointer (&project->production, json_object_unref);
  g_clear_pointer (&project->rest, json_object_unref);
  g_hash_table_unref (project->lists);
  g_free (project);
}

static GenlockLegacyProject *
project_new (GenlockLegacyRank rank,
             guint file,
             const char *place)
{
  GenlockLegacyProject *project = g_new0 (GenlockLegacyProject, 1);

  project->rank = rank;
  project->file = file;
  project->place = g_strdup (place);
  project->lists = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                          (GDestroyNotify) g_ptr_array_unref);

  return project;
}

void
genlock_legacy_init (GenlockLegacy *self,
                     GenlockImportPlan *plan,
                     const GenlockImportOptions *options,
                     GCancellable *cancellable)
{
  *self = (GenlockLegacy) { .plan = plan, .options = options, .cancellable = cancellable };
  self->projects = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_project_free);
  self->equipment = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_list_free);
  self->archived = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->places = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->specs_by_id = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->specs_by_model = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                                (GDestroyNotify) g_ptr_array_unref);
}

void
genlock_legacy_clear (GenlockLegacy *self)
{
  g_ptr_array_unref (self->projects);
  g_ptr_array_unref (self->equipment);
  g_clear_pointer (&self->loose, genlock_legacy_project_free);
  g_hash_table_unref (self->archived);
  g_hash_table_unref (self->places);
  g_hash_table_unref (self->specs_by_id);
  g_hash_table_unref (self->specs_by_model);
  g_clear_pointer (&self->specs, g_ptr_array_unref);
}

GenlockLegacyProject *
genlock_legacy_add_project (GenlockLegacy *self,
                            GenlockLegacyRank rank,
                            guint file,
                            const char *place,
                            JsonObject *production,
                            const char *id)
{
  GenlockLegacyProject *project = project_new (rank, file, place);

  project->production = production != NULL ? json_object_ref (production) : NULL;
  project->id = g_strdup (id);
  g_ptr_array_add (self->projects, project);

  return project;
}

GenlockLegacyProject *
genlock_legacy_get_loose (GenlockLegacy *self,
                          guint file)
{
  if (self->loose == NULL)
    self->loose = project_new (GENLOCK_LEGACY_RANK_EXPORT, file, "");

  return self->loose;
}

static const char *
find_word (const char *name)
{
  char squeezed[64];

  genlock_legacy_squeeze (name, squeezed, sizeof squeezed);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (squeezed, kinds[i].word) == 0)
        return kinds[i].kind;
    }

  return NULL;
}

const char *
genlock_legacy_find_kind (const char *name)
{
  g_auto (GStrv) parts = NULL;
  const char *kind = NULL;

  if (strchr (name, '/') == NULL)
    return find_word (name);

  parts = g_strsplit_set (name, "/?#&=", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = find_word (parts[i]);

      if (found != NULL)
        kind = found;
    }

  return kind;
}

void
genlock_legacy_project_add_list (GenlockLegacyProject *project,
                                 const char *name,
                                 JsonArray *rows,
                                 guint file,
                                 const char *place)
{
  const char *kind = genlock_legacy_find_kind (name);
  GPtrArray *lists;

  g_return_if_fail (kind != NULL);

  lists = g_hash_table_lookup (project->lists, kind);
  if (lists == NULL)
    {
      lists = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_legacy_list_free);
      g_hash_table_insert (project->lists, g_strdup (kind), lists);
    }
  g_ptr_array_add (lists, genlock_legacy_list_new (rows, file, place));
}

GPtrArray *
genlock_legacy_project_get_lists (const GenlockLegacyProject *project,
                                  const char *name)
{
  return g_hash_table_lookup (project->lists, name);
}

void
genlock_legacy_add_equipment (GenlockLegacy *self,
                              JsonArray *rows,
                              guint file,
                              const char *place,
                              gint64 modified,
                              guint rank)
{
  GenlockLegacyList *list = genlock_legacy_list_new (rows, file, place);

  list->modified = modified;
  list->rank = rank;
  g_ptr_array_add (self->equipment, list);
}

void
genlock_legacy_report (GenlockLegacy *self,
                       GenlockImportSeverity severity,
                       guint file,
                       const char *place,
                       const char *value,
                       const char *reason)
{
  genlock_import_report_add (self->plan->report, severity,
                             g_ptr_array_index (self->plan->names, file), NULL, place, value,
                             reason);
}

gint64
genlock_legacy_get_time (JsonObject *object,
                         const char *name)
{
  JsonNode *node = json_object_get_member (object, name);
  gint64 instant = 0;

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return 0;
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return json_node_get_int (node);
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    genlock_instant_parse_lenient (json_node_get_string (node), &instant);

  return instant;
}

const char *
genlock_legacy_get_string (JsonObject *object,
                           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node)
      || json_node_get_value_type (node) != G_TYPE_STRING)
    return NULL;

  return json_node_get_string (node);
}

JsonObject *
genlock_legacy_get_object (JsonObject *object,
                           const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

JsonArray *
genlock_legacy_get_array (JsonObject *object,
                          const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

JsonObject *
genlock_legacy_get_element (JsonArray *array,
                            guint index)
{
  JsonNode *node = json_array_get_element (array, index);

  return JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

char *
genlock_legacy_join (const char *first,
                     const char *second)
{
  return *first == '\0' ? g_strdup (second) : g_strdup_printf ("%s.%s", first, second);
}

char *
genlock_legacy_join_index (const char *first,
                           guint index)
{
  return g_strdup_printf ("%s[%u]", first, index);
}
