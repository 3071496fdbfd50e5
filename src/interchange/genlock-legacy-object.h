/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads one object of older data leniently, and reports whatever was not asked for. */

#pragma once

#include <json-glib/json-glib.h>

#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

#define GENLOCK_LEGACY_MAX_USED 64

/**
 * GenlockLegacyObject:
 * @plan: where reports go, unowned
 * @show: (nullable): the title of the show, unowned
 * @file: which file of the plan
 * @place: where the object stands: "sources[3]"; unowned
 * @object: the object, unowned
 * @has_snake_names: whether it has members in snake_case
 *
 * Every member that is asked for is marked; genlock_legacy_object_finish() reports the others, so
 * that nothing is lost in silence. Names are given in camelCase; the same in snake_case is found
 * too. Of several names the first with a value counts: null, "" and what is missing are one.
 */
typedef struct
{
  GenlockImportPlan *plan;
  const char *show;
  guint file;
  const char *place;
  JsonObject *object;
  gboolean has_snake_names;
  const char *used[GENLOCK_LEGACY_MAX_USED];
  guint n_used;
} GenlockLegacyObject;

void genlock_legacy_object_init (GenlockLegacyObject *self,
                                 GenlockImportPlan *plan,
                                 const char *show,
                                 guint file,
                                 const char *place,
                                 JsonObject *object);

/* (nullable): a value that is not empty. */
JsonNode *genlock_legacy_object_get (GenlockLegacyObject *self,
                                     ...) G_GNUC_NULL_TERMINATED;

/* (transfer full) (nullable): the text, also of a number; stripped, in NFC, never empty. */
char *genlock_legacy_object_dup_text (GenlockLegacyObject *self,
                                      ...) G_GNUC_NULL_TERMINATED;

/* (transfer full) (nullable): the same, a connector by its usual word where it is a known one;
 * "-" is none. */
char *genlock_legacy_object_dup_connector (GenlockLegacyObject *self,
                                           ...) G_GNUC_NULL_TERMINATED;

/* Whether there is a number, also as text. */
gboolean genlock_legacy_object_get_number (GenlockLegacyObject *self,
                                           double *number,
                                           ...) G_GNUC_NULL_TERMINATED;

/* Whether there is a truth and it is so; also as number or text. */
gboolean genlock_legacy_object_is (GenlockLegacyObject *self,
                                   ...) G_GNUC_NULL_TERMINATED;

/* (nullable): an array. */
JsonArray *genlock_legacy_object_get_array (GenlockLegacyObject *self,
                                            ...) G_GNUC_NULL_TERMINATED;

/**
 * genlock_legacy_object_set:
 * @self: an object
 * @record: a row
 * @field: a field, in which the value goes as its type asks: numbers also as text, days in any
 *   form, choices in any case; what does not fit is reported and leaves the field as it was
 */
void genlock_legacy_object_set (GenlockLegacyObject *self,
                                GenlockRecord *record,
                                guint field,
                                ...) G_GNUC_NULL_TERMINATED;

/* Puts a text in a field of @record, cut to what it may hold, which is reported. %NULL and ""
 * leave the field as it was. @name: the member, for the report. */
void genlock_legacy_object_put_text (GenlockLegacyObject *self,
                                     GenlockRecord *record,
                                     guint field,
                                     const char *name,
                                     const char *text);

/* Puts any value in a JSON field of @record; one that it cannot hold is reported. */
void genlock_legacy_object_put_json (GenlockLegacyObject *self,
                                     GenlockRecord *record,
                                     guint field,
                                     const char *name,
                                     JsonNode *node);

/* Marks members that say nothing to a person: ids that were used elsewhere. */
void genlock_legacy_object_ignore (GenlockLegacyObject *self,
                                   ...) G_GNUC_NULL_TERMINATED;

/* Reports about the member @name (nullable: the object itself). */
void genlock_legacy_object_report (GenlockLegacyObject *self,
                                   GenlockImportSeverity severity,
                                   const char *name,
                                   const char *value,
                                   const char *reason);

/* (transfer full) (nullable): an object of the members that nobody asked for, bookkeeping and
 * secrets aside, which are then asked for. */
JsonObject *genlock_legacy_object_dup_rest (GenlockLegacyObject *self);

/* Reports every member that nobody asked for. */
void genlock_legacy_object_finish (GenlockLegacyObject *self);

/* genlock_legacy_object_get() for those who have the names as a list. */
JsonNode *genlock_legacy_object_get_valist (GenlockLegacyObject *self,
                                            va_list names);

/* (transfer full) (nullable): the text of a value, also of a number; stripped, in NFC. */
char *genlock_legacy_dup_text (JsonNode *node);

/* Whether a value is a finite number, also as text. */
gboolean genlock_legacy_to_number (JsonNode *node,
                                   double *number);

/* Whether a value says nothing: null, "", [], {}. */
gboolean genlock_legacy_is_empty (JsonNode *node);

/* (transfer full): a value for a report: text as it is, all else as JSON. */
char *genlock_legacy_dup_value (JsonNode *node);

/* Whether a member of that name holds a secret, whose value no report shows. */
gboolean genlock_legacy_is_secret (const char *name);

/* The one spelling of a name: lower case, letters and digits only. @buffer holds @size bytes. */
const char *genlock_legacy_squeeze (const char *name,
                                    char *buffer,
                                    gsize size);

G_END_DECLS
