/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What older shows hold and Genlock has no table for: named one by one in the report. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "interchange/genlock-legacy-show.h"

/* Kinds that are one line each in the report, and why they are not carried over. */
static const struct
{
  const char *kind;
  const char *reason;
} lines[] = {
  { "checklist", N_("Genlock has no checklists; the item stays in the original file") },
  { "mediaserverlayers", N_("Genlock does not plan the layers of media servers") },
  { "presets", N_("Genlock has no presets of switchers and routers") },
  { "serverallocations", N_("Genlock does not plan the layers of media servers") },
};

/* Kinds of which every field is named. */
static const char * const fields[] = { "ledscreens", "projectionscreens", "projectionsurfaces" };

/* What says how VideoDept looked, squeezed. */
static const char * const preferences[] = {
  "activetab", "searchquery", "theme", "accentcolor", "collapsedcategories", "uipreferences",
  "sidebarcollapsed", "lastopenedprojectid", "userrole",
};

static void
report_line (GenlockLegacyShow *self,
             GenlockLegacyObject *object,
             gconstpointer data)
{
  g_autofree char *title = genlock_legacy_object_dup_text (object, "item", "title", "name",
                                                           "serverId", NULL);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (JsonObject) rest = NULL;
  g_autofree char *json = NULL;
  g_autofree char *value = NULL;

  rest = genlock_legacy_object_dup_rest (object);
  if (rest != NULL)
    {
      json_node_set_object (node, rest);
      json = genlock_legacy_dup_value (node);
    }
  value = g_strjoin (" ", title != NULL ? title : "?", json, NULL);
  genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, NULL, value, data);
}

static void
report_fields (GenlockLegacyShow *self,
               GenlockLegacyObject *object,
               gconstpointer data)
{
  g_autofree char *name = genlock_legacy_object_dup_text (object, "name", "id", NULL);

  genlock_legacy_object_report (object, GENLOCK_IMPORT_LOST, NULL, name,
                                N_("Genlock does not plan LED walls and projection screens; its "
                                   "fields follow"));
}

static void
report_format (GenlockLegacyShow *self,
               GenlockLegacyObject *object,
               gconstpointer data)
{
  g_autofree char *name = genlock_legacy_object_dup_text (object, "id", "name", NULL);
  g_autoptr (JsonObject) rest = genlock_legacy_object_dup_rest (object);

  genlock_legacy_object_report (object, GENLOCK_IMPORT_INFO, NULL, name,
                                N_("A list of formats to choose from; Genlock works them out"));
}

static void
report_used (GenlockLegacyShow *self,
             const GenlockLegacyList *list)
{
  for (guint i = 0; i < list->rows->len; i++)
    {
      JsonNode *node = g_ptr_array_index (list->rows, i);
      g_autofree char *place = genlock_legacy_join_index (list->place, i);
      g_autofree char *id = genlock_legacy_dup_value (node);

      if (genlock_legacy_is_empty (node))
        continue;
      if (genlock_legacy_find_spec (self->legacy, id) == NULL)
        genlock_legacy_show_report (self, GENLOCK_IMPORT_LOST, list->file, place, id,
                                    N_("The files hold no equipment of this id"));
    }
}

static gboolean
is_one_of (const char *name,
           const char * const *words,
           gsize n_words)
{
  char squeezed[64];

  genlock_legacy_squeeze (name, squeezed, sizeof squeezed);
  for (gsize i = 0; i < n_words; i++)
    {
      if (strcmp (squeezed, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Members of the show's object that are no lists of rows. */
static void
report_members (GenlockLegacyShow *self)
{
  const GenlockLegacyProject *project = self->project;
  g_autoptr (GList) names = NULL;
  GenlockLegacyObject object;

  if (project->rest == NULL)
    return;

  genlock_legacy_object_init (&object, self->legacy->plan, self->show->title, project->file,
                              project->place, project->rest);
  names = json_object_get_members (project->rest);
  for (GList *l = names; l != NULL; l = l->next)
    {
      JsonNode *node = json_object_get_member (project->rest, l->data);
      g_autofree char *value = NULL;
      gboolean is_lookup = g_strcmp0 (genlock_legacy_find_kind (l->data), "lookups") == 0;

      if (genlock_legacy_is_empty (node)
          || (!is_lookup && !is_one_of (l->data, preferences, G_N_ELEMENTS (preferences))))
        continue;
      value = genlock_legacy_dup_value (node);
      genlock_legacy_object_report (&object, GENLOCK_IMPORT_INFO, l->data, value,
                                    is_lookup
                                    ? N_("A list of words to choose from; Genlock offers its own "
                                         "and keeps every word that a show uses")
                                    : N_("VideoDept's preferences; Genlock has its own"));
      json_object_set_null_member (project->rest, l->data);
    }
  genlock_legacy_object_ignore (&object, "id", NULL);
  genlock_legacy_object_finish (&object);
}

void
genlock_legacy_show_report_rest (GenlockLegacyShow *self)
{
  GPtrArray *used = genlock_legacy_project_get_lists (self->project, "usedequipmentids");

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    genlock_legacy_show_each (self, lines[i].kind, report_line, lines[i].reason);
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    genlock_legacy_show_each (self, fields[i], report_fields, NULL);
  genlock_legacy_show_each (self, "formats", report_format, NULL);
  for (guint i = 0; used != NULL && i < used->len; i++)
    report_used (self, g_ptr_array_index (used, i));
  report_members (self);
}
