/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dumps of VideoDept's API: replies under their addresses, rows of several shows mixed. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-legacy.h"

typedef struct
{
  GenlockLegacy *legacy;
  guint file;
  const char *place;    /* nullable; of the one list */
  GHashTable *projects; /* id or uuid of a production → GenlockLegacyProject */
  GenlockLegacyProject *only; /* the one show of the dump, where it has one only */
  guint n_projects;
} Dump;

gboolean
genlock_legacy_is_api_dump (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *kind = genlock_legacy_find_kind (l->data);

      if (kind != NULL && (strchr (l->data, '/') != NULL || strcmp (kind, "productions") == 0
                           || strchr (l->data, '-') != NULL))
        return TRUE;
    }

  return FALSE;
}

/* (transfer full) (nullable): the rows of a reply: an array, one in an envelope, or one row */
static JsonArray *
dup_rows (JsonNode *node,
          const char *kind)
{
  static const char * const envelopes[] = { "data", "rows", "items", "results" };
  JsonObject *object;
  JsonArray *rows;
  g_autoptr (GList) names = NULL;

  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_array_ref (json_node_get_array (node));
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return NULL;

  object = json_node_get_object (node);
  for (guint i = 0; i < G_N_ELEMENTS (envelopes); i++)
    {
      rows = genlock_legacy_get_array (object, envelopes[i]);
      if (rows != NULL)
        return json_array_ref (rows);
    }
  names = json_object_get_members (object);
  for (GList *l = names; l != NULL; l = l->next)
    {
      rows = genlock_legacy_get_array (object, l->data);
      if (rows != NULL && g_strcmp0 (genlock_legacy_find_kind (l->data), kind) == 0)
        return json_array_ref (rows);
    }
  if (json_object_get_size (object) == 0)
    return NULL;

  rows = json_array_new ();
  json_array_add_object_element (rows, json_object_ref (object));

  return rows;
}

static void
register_id (Dump *dump,
             JsonObject *production,
             const char *name,
             GenlockLegacyProject *project)
{
  const char *id = genlock_legacy_get_string (production, name);

  if (id != NULL && *id != '\0')
    g_hash_table_insert (dump->projects, g_ascii_strdown (id, -1), project);
}

static void
read_productions (Dump *dump,
                  JsonArray *rows,
                  const char *place)
{
  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *production = genlock_legacy_get_element (rows, i);
      g_autofree char *at = genlock_legacy_join_index (place, i);
      guint before = dump->legacy->projects->len;
      GenlockLegacyProject *project;

      if (production == NULL)
        {
          genlock_legacy_report (dump->legacy, GENLOCK_IMPORT_LOST, dump->file, at, NULL,
                                 N_("This is not a show"));
          continue;
        }
      genlock_legacy_read_project (dump->legacy, production, GENLOCK_LEGACY_RANK_API, dump->file,
                                   at);
      if (dump->legacy->projects->len == before)
        {
          /* It is deleted, and so are its rows. */
          register_id (dump, production, "id", NULL);
          register_id (dump, production, "uuid", NULL);
          continue;
        }
      project = g_ptr_array_index (dump->legacy->projects, before);
      project->modified = MAX (genlock_legacy_get_time (production, "updatedAt"),
                               genlock_legacy_get_time (production, "updated_at"));
      register_id (dump, production, "id", project);
      register_id (dump, production, "uuid", project);
      dump->only = project;
      dump->n_projects++;
    }
}

/* A show that rows name and the dump does not hold. */
static GenlockLegacyProject *
make_project (Dump *dump,
              const char *id,
              const char *place)
{
  g_autoptr (JsonObject) production = json_object_new ();
  GenlockLegacyProject *project;

  json_object_set_string_member (production, "id", id);
  json_object_set_string_member (production, "showName", id);
  project = genlock_legacy_add_project (dump->legacy, GENLOCK_LEGACY_RANK_API, dump->file, place,
                                        production, id);
  genlock_legacy_report (dump->legacy, GENLOCK_IMPORT_CHANGED, dump->file, place, id,
                         N_("The file does not hold the show that these rows belong to: it is "
                            "named by its id"));
  register_id (dump, production, "id", project);

  return project;
}

/* (nullable): the show that the address names: ".../production/ID" */
static const char *
find_in_address (Dump *dump,
                 const char *address,
                 char **id)
{
  g_auto (GStrv) parts = g_strsplit_set (address, "/?#", -1);

  for (guint i = 0; parts[i] != NULL && parts[i + 1] != NULL; i++)
    {
      if (strcmp (parts[i], "production") == 0 || strcmp (parts[i], "productions") == 0)
        {
          *id = g_ascii_strdown (parts[i + 1], -1);
          return *id;
        }
    }

  return NULL;
}

/* (nullable): %NULL for rows of a show that is deleted. */
static GenlockLegacyProject *
find_project (Dump *dump,
              JsonObject *row,
              const char *address,
              const char *place)
{
  static const char * const names[] = { "productionId", "production_id", "productionUuid",
                                        "production_uuid" };
  g_autofree char *id = NULL;
  GenlockLegacyProject *project;

  for (guint i = 0; id == NULL && row != NULL && i < G_N_ELEMENTS (names); i++)
    {
      const char *text = genlock_legacy_get_string (row, names[i]);

      if (text != NULL && *text != '\0')
        id = g_ascii_strdown (text, -1);
    }
  if (id == NULL)
    find_in_address (dump, address, &id);
  if (id == NULL)
    return dump->n_projects == 1 ? dump->only : genlock_legacy_get_loose (dump->legacy, dump->file);

  if (g_hash_table_contains (dump->projects, id))
    return g_hash_table_lookup (dump->projects, id);

  project = NULL;
  if (dump->n_projects == 1)
    project = dump->only;

  return project != NULL ? project : make_project (dump, id, place);
}

/* Rows keep their places of the file, so those of several shows stay in one list with gaps: one
 * list per run of rows of the same show. */
static void
read_rows (Dump *dump,
           const char *address,
           const char *place,
           const char *kind,
           JsonArray *rows)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) json_array_unref);
  GHashTableIter iter;
  gpointer key;
  gpointer value;

  for (guint i = 0; i < json_array_get_length (rows); i++)
    {
      JsonObject *row = genlock_legacy_get_element (rows, i);
      GenlockLegacyProject *project = find_project (dump, row, address, place);
      JsonArray *list = project != NULL ? g_hash_table_lookup (lists, project) : NULL;

      if (project == NULL)
        {
          g_autofree char *at = genlock_legacy_join_index (place, i);

          genlock_legacy_report (dump->legacy, GENLOCK_IMPORT_INFO, dump->file, at, NULL,
                                 N_("The show of this row is deleted in VideoDept"));
          continue;
        }
      if (list == NULL)
        {
          list = json_array_new ();
          g_hash_table_insert (lists, project, list);
        }
      if (row != NULL)
        g_hash_table_insert (dump->legacy->places, row, genlock_legacy_join_index (place, i));
      json_array_add_element (list, json_node_copy (json_array_get_element (rows, i)));
    }

  g_hash_table_iter_init (&iter, lists);
  while (g_hash_table_iter_next (&iter, &key, &value))
    genlock_legacy_project_add_list (key, kind, value, dump->file, place);
}

static void
read_member (Dump *dump,
             const char *address,
             JsonNode *node)
{
  const char *kind = genlock_legacy_find_kind (address);
  g_autoptr (JsonArray) rows = kind != NULL ? dup_rows (node, kind) : NULL;
  const char *place = dump->place != NULL ? dump->place : address;

  if (rows == NULL || strcmp (kind, "lookups") == 0 || strcmp (kind, "formats") == 0)
    {
      g_autofree char *value = genlock_legacy_dup_value (node);

      if (genlock_legacy_is_empty (node))
        return;
      genlock_legacy_report (dump->legacy,
                             kind != NULL ? GENLOCK_IMPORT_INFO : GENLOCK_IMPORT_LOST, dump->file,
                             address, genlock_legacy_is_secret (address) ? NULL : value,
                             kind != NULL
                             ? N_("A list of words to choose from; Genlock offers its own and "
                                  "keeps every word that a show uses")
                             : N_("Genlock has no field for this"));
    }
  else if (strcmp (kind, "equipment") == 0)
    {
      genlock_legacy_add_equipment (dump->legacy, rows, dump->file, place, 0, 30);
    }
  else if (strcmp (kind, "productions") != 0)
    {
      read_rows (dump, address, place, kind, rows);
    }
}

void
genlock_legacy_read_api_dump (GenlockLegacy *self,
                              JsonObject *object,
                              guint file,
                              const char *place)
{
  g_autoptr (GList) names = json_object_get_members (object);
  g_autoptr (GHashTable) projects = NULL;
  Dump dump = { self, file, place, NULL, NULL, 0 };

  projects = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  dump.projects = projects;
  for (GList *l = names; l != NULL; l = l->next)
    {
      g_autoptr (JsonArray) rows = NULL;

      if (g_strcmp0 (genlock_legacy_find_kind (l->data), "productions") == 0)
        rows = dup_rows (json_object_get_member (object, l->data), "productions");
      if (rows != NULL)
        read_productions (&dump, rows, place != NULL ? place : l->data);
    }
  for (GList *l = names; l != NULL; l = l->next)
    read_member (&dump, l->data, json_object_get_member (object, l->data));
}
