/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The browser's localStorage: the value of one key, or all of them. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "core/model/genlock-json-reader.h"
#include "interchange/genlock-legacy.h"

typedef enum
{
  KEY_STATE,
  KEY_BACKUP,
  KEY_EQUIPMENT,
  KEY_ARCHIVED,
  KEY_PREFERENCES,
  KEY_HISTORY,
  KEY_VENUES,
} Kind;

static const struct
{
  const char *key;
  Kind kind;
} keys[] = {
  { "video-production-storage", KEY_STATE },
  { "production-store", KEY_STATE },
  { "video-production-storage-backup", KEY_BACKUP },
  { "equipment-library", KEY_EQUIPMENT },
  { "equipment-library-v2", KEY_EQUIPMENT },
  { "archived-shows", KEY_ARCHIVED },
  { "app-preferences", KEY_PREFERENCES },
  { "settings-expanded-sections", KEY_PREFERENCES },
  { "viddept-migrated-v2", KEY_PREFERENCES },
  { "production-logs", KEY_HISTORY },
  { "vd-venue-store", KEY_VENUES },
};

static int
find_key (const char *key)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (strcmp (key, keys[i].key) == 0)
        return (int) i;
    }

  return -1;
}

gboolean
genlock_legacy_is_local_storage (JsonObject *object)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      if (json_object_has_member (object, keys[i].key))
        return TRUE;
    }

  return FALSE;
}

static const char *
translate (const char *message)
{
  return g_dgettext (GETTEXT_PACKAGE, message);
}

/* (transfer full) (nullable): the value; the browser keeps it as text. */
static JsonNode *
parse_value (GenlockLegacy *self,
             const char *key,
             JsonNode *node,
             guint file,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autofree char *sentence = NULL;
  const char *text;
  JsonNode *value;

  if (!JSON_NODE_HOLDS_VALUE (node) || json_node_get_value_type (node) != G_TYPE_STRING)
    return json_node_ref (node);

  text = json_node_get_string (node);
  value = genlock_json_parse (text, strlen (text), &genlock_json_limits_file, &local_error);
  if (value != NULL)
    return value;

  sentence = genlock_json_error_describe (local_error, translate);
  g_set_error (error, GENLOCK_IMPORT_ERROR, GENLOCK_IMPORT_ERROR_SYNTAX,
               _("“%s”, the value of “%s”: %s"),
               (const char *) g_ptr_array_index (self->plan->names, file), key, sentence);

  return NULL;
}

static JsonObject *
get_state (JsonNode *value)
{
  JsonObject *object = JSON_NODE_HOLDS_OBJECT (value) ? json_node_get_object (value) : NULL;
  JsonObject *state = object != NULL ? genlock_legacy_get_object (object, "state") : NULL;

  return state != NULL ? state : object;
}

static void
read_archived (GenlockLegacy *self,
               JsonNode *value)
{
  JsonArray *ids = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; ids != NULL && i < json_array_get_length (ids); i++)
    {
      JsonNode *id = json_array_get_element (ids, i);

      if (JSON_NODE_HOLDS_VALUE (id) && json_node_get_value_type (id) == G_TYPE_STRING)
        g_hash_table_add (self->archived, json_node_dup_string (id));
    }
}

/* User-made equipment stayed behind in the older key when its name changed. */
static void
read_library (GenlockLegacy *self,
              JsonObject *state,
              const char *key,
              guint file)
{
  static const char * const names[] = { "customEquipment", "equipmentSpecs" };
  guint rank = g_str_has_suffix (key, "-v2") ? 20 : 10;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      JsonArray *rows = genlock_legacy_get_array (state, names[i]);
      g_autofree char *place = g_strdup_printf ("%s.state.%s", key, names[i]);

      if (rows != NULL)
        genlock_legacy_add_equipment (self, rows, file, place,
                                      genlock_legacy_get_time (state, "lastUpdated"),
                                      rank + (i == 0));
    }
}

static gboolean
read_known (GenlockLegacy *self,
            const char *key,
            Kind kind,
            JsonNode *node,
            guint file,
            GError **error)
{
  g_autoptr (JsonNode) value = parse_value (self, key, node, file, error);
  g_autofree char *text = NULL;
  JsonObject *state;

  if (value == NULL)
    return FALSE;

  state = get_state (value);
  if ((kind == KEY_STATE || kind == KEY_BACKUP) && state != NULL)
    {
      genlock_legacy_read_state (self, state,
                                 kind == KEY_STATE ? GENLOCK_LEGACY_RANK_STORAGE
                                                   : GENLOCK_LEGACY_RANK_BACKUP, file, key);
      return TRUE;
    }
  if (kind == KEY_EQUIPMENT && state != NULL)
    {
      read_library (self, state, key, file);
      return TRUE;
    }
  if (kind == KEY_ARCHIVED)
    {
      read_archived (self, value);
      return TRUE;
    }

  text = genlock_legacy_dup_value (value);
  if (kind == KEY_PREFERENCES)
    genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, key, text,
                           N_("VideoDept's preferences; Genlock has its own"));
  else if (kind == KEY_HISTORY)
    genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, key, text,
                           N_("VideoDept's history of changes; Genlock begins its own"));
  else if (kind == KEY_VENUES)
    genlock_legacy_report (self, GENLOCK_IMPORT_LOST, file, key, text,
                           N_("Genlock has no room plans"));
  else
    genlock_legacy_report (self, GENLOCK_IMPORT_LOST, file, key, text,
                           N_("The value is not what VideoDept writes"));

  return TRUE;
}

gboolean
genlock_legacy_read_local_storage (GenlockLegacy *self,
                                   JsonObject *object,
                                   guint file,
                                   GError **error)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (object, l->data);
      int known = find_key (l->data);

      if (known >= 0 && !genlock_legacy_is_empty (node))
        {
          if (!read_known (self, l->data, keys[known].kind, node, file, error))
            return FALSE;
        }
      else if (known < 0)
        {
          g_autofree char *value = genlock_legacy_dup_value (node);

          genlock_legacy_report (self, GENLOCK_IMPORT_INFO, file, l->data,
                                 genlock_legacy_is_secret (l->data) ? NULL : value,
                                 N_("Not part of a show"));
        }
    }

  return TRUE;
}

/* (nullable): the sentence that says why a state that holds no show is not carried over. */
static const char *
find_reason (JsonObject *state,
             GenlockImportSeverity *severity)
{
  *severity = GENLOCK_IMPORT_INFO;
  if (json_object_get_size (state) == 0)
    return N_("The state is empty");
  if (json_object_has_member (state, "theme") || json_object_has_member (state, "activeTab"))
    return N_("VideoDept's preferences; Genlock has its own");
  if (json_object_has_member (state, "venues"))
    {
      *severity = GENLOCK_IMPORT_LOST;
      return N_("Genlock has no room plans");
    }

  return NULL;
}

gboolean
genlock_legacy_read_state (GenlockLegacy *self,
                           JsonObject *state,
                           GenlockLegacyRank rank,
                           guint file,
                           const char *place)
{
  g_autoptr (GList) names = json_object_get_members (state);
  gboolean is_known = genlock_legacy_get_object (state, "production") != NULL;
  GenlockImportSeverity severity;
  const char *reason;

  for (GList *l = names; l != NULL && !is_known; l = l->next)
    is_known = genlock_legacy_find_kind (l->data) != NULL
               && genlock_legacy_get_array (state, l->data) != NULL;
  if (is_known)
    {
      genlock_legacy_read_project (self, state, rank, file, place);
      return TRUE;
    }

  reason = find_reason (state, &severity);
  if (reason == NULL || (*place == '\0' && json_object_get_size (state) == 0))
    return FALSE;

  genlock_legacy_report (self, severity, file, *place != '\0' ? place : "state", NULL, reason);
  return TRUE;
}
