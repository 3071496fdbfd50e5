/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the readers of older data share: shows as lists of JSON objects, from many files. */

#pragma once

#include "interchange/genlock-import.h"
#include "interchange/genlock-legacy-object.h"

G_BEGIN_DECLS

/**
 * GenlockLegacyRank:
 *
 * Whose word counts where one show comes from several sources; the higher the better.
 */
typedef enum
{
  GENLOCK_LEGACY_RANK_BACKUP,  /* the copy that VideoDept's migration left in localStorage */
  GENLOCK_LEGACY_RANK_STORAGE, /* localStorage, which goes stale beside IndexedDB */
  GENLOCK_LEGACY_RANK_API,
  GENLOCK_LEGACY_RANK_EXPORT,  /* exports and IndexedDB */
} GenlockLegacyRank;

/**
 * GenlockLegacyList:
 * @rows: (element-type JsonNode): owned; %NULL for a row that was read and is not needed again
 * @file: which file
 * @place: the place of the list in it: "shows[0].sources"
 * @modified: milliseconds since 1970; 0 = not known
 * @rank: of lists as old the one with the higher rank counts
 *
 * A list of one kind of entity.
 */
typedef struct
{
  GPtrArray *rows;
  guint file;
  char *place;
  gint64 modified;
  guint rank;
} GenlockLegacyList;

/**
 * GenlockLegacyProject:
 * @rank: see #GenlockLegacyRank
 * @modified: milliseconds since 1970; 0 = not known
 * @file: which file
 * @place: where it stands; "" is the whole file
 * @production: (nullable): the object of the show itself, owned
 * @id: (nullable): of the project, owned
 * @lists: squeezed name → GPtrArray of GenlockLegacyList: "sources", "videoswitchers"
 * @rest: (nullable): members that are no lists, owned
 *
 * One copy of one show.
 */
typedef struct
{
  GenlockLegacyRank rank;
  gint64 modified;
  guint file;
  char *place;
  JsonObject *production;
  char *id;
  GHashTable *lists;
  JsonObject *rest;
} GenlockLegacyProject;

/**
 * GenlockLegacy:
 * @plan: what is filled, unowned
 * @options: unowned
 * @projects: (element-type GenlockLegacyProject): as they were found
 * @equipment: (element-type GenlockLegacyList): equipment, the newest list first
 * @loose: (nullable): lists that name no show
 * @archived: ids of projects that were archived
 * @places: rows that are no JSON of the file but of a sheet → their place; unowned keys
 * @specs: what is known of equipment, see genlock-legacy-equipment.h
 * @specs_by_id: id or uuid → GenlockLegacySpec
 * @specs_by_model: folded model → GPtrArray of GenlockLegacySpec
 * @show_name: what a show without a name is called, unowned
 * @cancellable: (nullable): unowned
 * @progress: (nullable): told how far the rows are
 * @user_data: for @progress
 * @n_done: rows that are read
 * @n_rows: rows that there are
 *
 * All that the files of one delivery hold, before it is made into rows.
 */
typedef struct
{
  GenlockImportPlan *plan;
  const GenlockImportOptions *options;
  GPtrArray *projects;
  GPtrArray *equipment;
  GenlockLegacyProject *loose;
  GHashTable *archived;
  GHashTable *places;
  GPtrArray *specs;
  GHashTable *specs_by_id;
  GHashTable *specs_by_model;
  const char *show_name;
  GCancellable *cancellable;
  GenlockImportProgressFunc progress;
  gpointer user_data;
  guint n_done;
  guint n_rows;
} GenlockLegacy;

void genlock_legacy_init (GenlockLegacy *self,
                          GenlockImportPlan *plan,
                          const GenlockImportOptions *options,
                          GCancellable *cancellable);
void genlock_legacy_clear (GenlockLegacy *self);

/* @id: (nullable). Returns: (transfer none): an empty project, already in the list. */
GenlockLegacyProject *genlock_legacy_add_project (GenlockLegacy *self,
                                                  GenlockLegacyRank rank,
                                                  guint file,
                                                  const char *place,
                                                  JsonObject *production,
                                                  const char *id);

/* The lists that name no show, made on first use. */
GenlockLegacyProject *genlock_legacy_get_loose (GenlockLegacy *self,
                                                guint file);

/* @name: in any spelling; other words for one thing are brought together. */
void genlock_legacy_project_add_list (GenlockLegacyProject *project,
                                      const char *name,
                                      JsonArray *rows,
                                      guint file,
                                      const char *place);

/* (nullable) (element-type GenlockLegacyList) */
GPtrArray *genlock_legacy_project_get_lists (const GenlockLegacyProject *project,
                                             const char *name);

void genlock_legacy_project_free (GenlockLegacyProject *project);

GenlockLegacyList *genlock_legacy_list_new (JsonArray *rows,
                                            guint file,
                                            const char *place);
void genlock_legacy_list_free (GenlockLegacyList *list);

/* (nullable): the word by which a list of entities goes, "sources" for "computers" and
 * "/api/sources/production/5"; %NULL where it is none. */
const char *genlock_legacy_find_kind (const char *name);

/* Members that a project object holds go into @project: lists as lists, else into rest. */
void genlock_legacy_read_project (GenlockLegacy *self,
                                  JsonObject *object,
                                  GenlockLegacyRank rank,
                                  guint file,
                                  const char *place);

/**
 * genlock_legacy_read_json:
 * @self: what is filled
 * @root: the value of a file
 * @file: which file
 *
 * Finds out which shape it is.
 *
 * Returns: whether it is any
 */
gboolean genlock_legacy_read_json (GenlockLegacy *self,
                                   JsonNode *root,
                                   guint file,
                                   GError **error);

/* A list of rows of whatever kind. Returns: whether it is any. */
gboolean genlock_legacy_read_array (GenlockLegacy *self,
                                    JsonArray *array,
                                    guint file,
                                    const char *place);

/* The whole localStorage, or its values under their keys. */
gboolean genlock_legacy_is_local_storage (JsonObject *object);
gboolean genlock_legacy_read_local_storage (GenlockLegacy *self,
                                            JsonObject *object,
                                            guint file,
                                            GError **error);

/* A value {"state": …} or the state itself. Returns: whether it is one that is known. */
gboolean genlock_legacy_read_state (GenlockLegacy *self,
                                    JsonObject *state,
                                    GenlockLegacyRank rank,
                                    guint file,
                                    const char *place);

/* Replies of the API, under their addresses or names. */
gboolean genlock_legacy_is_api_dump (JsonObject *object);
/* @place: (nullable): where the one list stands that @object holds, for a list without a name. */
void genlock_legacy_read_api_dump (GenlockLegacy *self,
                                   JsonObject *object,
                                   guint file,
                                   const char *place);

/* Brings the copies of each show together and makes rows of all. */
gboolean genlock_legacy_finish (GenlockLegacy *self,
                                GenlockImportProgressFunc progress,
                                gpointer user_data,
                                GError **error);

/* Equipment of @modified; see #GenlockLegacyList. */
void genlock_legacy_add_equipment (GenlockLegacy *self,
                                   JsonArray *rows,
                                   guint file,
                                   const char *place,
                                   gint64 modified,
                                   guint rank);

/* Reports about something that is no row. */
void genlock_legacy_report (GenlockLegacy *self,
                            GenlockImportSeverity severity,
                            guint file,
                            const char *place,
                            const char *value,
                            const char *reason);

/* A time in milliseconds or as text; 0 where there is none. */
gint64 genlock_legacy_get_time (JsonObject *object,
                                const char *name);

/* (nullable): a member that is text, else %NULL. */
const char *genlock_legacy_get_string (JsonObject *object,
                                       const char *name);

/* (nullable): a member that is an object, an array. */
JsonObject *genlock_legacy_get_object (JsonObject *object,
                                       const char *name);
JsonArray *genlock_legacy_get_array (JsonObject *object,
                                     const char *name);

/* (nullable): element @index where it is an object. */
JsonObject *genlock_legacy_get_element (JsonArray *array,
                                        guint index);

/* (transfer full): @first.@second or @first[@index]; @first may be "". */
char *genlock_legacy_join (const char *first,
                           const char *second);
char *genlock_legacy_join_index (const char *first,
                                 guint index);

G_END_DECLS
