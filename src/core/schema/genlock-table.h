/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a table is described: its fields, links, indexes and rules, as const data. */

#pragma once

#include <glib.h>

#include "core/schema/genlock-value.h"

G_BEGIN_DECLS

typedef struct _GenlockField GenlockField;
typedef struct _GenlockTable GenlockTable;

/**
 * GenlockFieldType:
 * @GENLOCK_TEXT: UTF-8 in NFC without U+0000; bounds count characters
 * @GENLOCK_INT: an integer within ±2^53; bounds are values
 * @GENLOCK_REAL: a finite number with at most three decimals; bounds are values
 * @GENLOCK_BOOL: true or false
 * @GENLOCK_ENUM: one of the field's choices, as a word
 * @GENLOCK_ID: a UUID in lower case that names no table
 * @GENLOCK_LINK: the id of a row of the field's target
 * @GENLOCK_REF: the id of a row of one of several tables; another field says which
 * @GENLOCK_DAY: a calendar day, written as its midnight in UTC
 * @GENLOCK_INSTANT: a time in UTC, "2026-11-22T08:00:00.000Z"
 * @GENLOCK_JSON: canonical JSON text
 *
 * Behaviour belongs to the type, data to the field: each consumer is one file with one
 * switch over this, without default, so that -Wswitch names every place for a new type.
 */
typedef enum
{
  GENLOCK_TEXT,
  GENLOCK_INT,
  GENLOCK_REAL,
  GENLOCK_BOOL,
  GENLOCK_ENUM,
  GENLOCK_ID,
  GENLOCK_LINK,
  GENLOCK_REF,
  GENLOCK_DAY,
  GENLOCK_INSTANT,
  GENLOCK_JSON,
} GenlockFieldType;

/**
 * GenlockFieldFlags:
 * @GENLOCK_NULLABLE: may be null
 * @GENLOCK_AUTO: merge class auto: of two changes the last to arrive wins, without a conflict
 * @GENLOCK_SEARCHED: looked at by the search of lists; of a link what it leads to
 * @GENLOCK_META: kept by the store, never set by a person
 * @GENLOCK_PRIVATE: not part of the JSON of a row
 */
typedef enum
{
  GENLOCK_NULLABLE = 1 << 0,
  GENLOCK_AUTO = 1 << 1,
  GENLOCK_SEARCHED = 1 << 2,
  GENLOCK_META = 1 << 3,
  GENLOCK_PRIVATE = 1 << 4,
} GenlockFieldFlags;

/**
 * GenlockOnDelete:
 * @GENLOCK_KEEP: the deletion of the target changes nothing
 * @GENLOCK_CASCADE: the row is tombstoned with its target
 * @GENLOCK_SET_NULL: the field becomes null
 * @GENLOCK_DETACH: the table's detach() decides: the row loses an end or goes
 *
 * What the store does when it tombstones the target of a link; the keys in SQL do nothing.
 */
typedef enum
{
  GENLOCK_KEEP,
  GENLOCK_CASCADE,
  GENLOCK_SET_NULL,
  GENLOCK_DETACH,
} GenlockOnDelete;

/**
 * GenlockChoice:
 * @word: on the wire and in the database
 * @label: for people, marked for translation
 */
typedef struct
{
  const char *word;
  const char *label;
} GenlockChoice;

/**
 * GenlockRefTarget:
 * @word: the value of the deciding field
 * @table: the table that it stands for
 */
typedef struct
{
  const char *word;
  const GenlockTable *table;
} GenlockRefTarget;

/**
 * GenlockBounds:
 * @min: the smallest value or length
 * @max: the greatest; 0 with @min 0 means unbounded
 */
typedef struct
{
  double min;
  double max;
} GenlockBounds;

#define GENLOCK_BOUNDS(least, most) { .min = (least), .max = (most) }

/**
 * GenlockField:
 * @name: in SQL, snake_case
 * @json: in JSON, camelCase
 * @label: for people, marked for translation
 * @unit: (nullable): of a number, for people: "px", "Hz", "m"
 * @type: what it holds
 * @flags: see #GenlockFieldFlags
 * @bounds: of a number's value or a text's length in characters
 * @choices: (array zero-terminated=1) (nullable): for %GENLOCK_ENUM, ends with a %NULL word
 * @preset: (nullable): the value of a new row, as canonical text ("true", "1", "PLANNING")
 * @target: (nullable): for %GENLOCK_LINK
 * @ref_targets: (array zero-terminated=1) (nullable): for %GENLOCK_REF, ends with a %NULL word
 * @ref_field: for %GENLOCK_REF, the field that holds the deciding word
 * @on_delete: for links and refs
 * @width: of a list column in characters; 0 = not offered as a column
 */
struct _GenlockField
{
  const char *name;
  const char *json;
  const char *label;
  const char *unit;
  GenlockFieldType type;
  GenlockFieldFlags flags;
  GenlockBounds bounds;
  const GenlockChoice *choices;
  const char *preset;
  const GenlockTable *target;
  const GenlockRefTarget *ref_targets;
  guint ref_field;
  GenlockOnDelete on_delete;
  guint width;
};

/* The fields that every replicating row begins with. */
enum
{
  GENLOCK_META_ID,
  GENLOCK_META_CREATED_AT,
  GENLOCK_META_UPDATED_AT,
  GENLOCK_META_SYNCED_AT,
  GENLOCK_META_LAST_MODIFIED_BY,
  GENLOCK_META_IS_DELETED,
  GENLOCK_META_DELETED_WITH,
  GENLOCK_META_VERSION,
  GENLOCK_META_SEQ,
  GENLOCK_N_META,
};

/**
 * GenlockTable:
 * @name: in SQL, snake_case, plural
 * @alias: (nullable): another word for it on the command line
 * @label: for people: one row, lower case, marked for translation
 * @label_plural: several rows
 * @n_meta: %GENLOCK_N_META for a replicating table, 0 for one that stays in its database
 * @fields: (array length=n_fields): indexed by the table's own enum; the first @n_meta entries
 *   are empty, use genlock_table_get_field()
 * @n_fields: the number of fields with the meta fields
 * @primary_key: (nullable): columns of the key of a table that does not replicate
 * @indexes: (array zero-terminated=1) (nullable): column lists, as SQL
 * @parent_field: the link to the row that this one belongs to; 0 = none
 * @nested_as: (nullable): the key of the array in the parent's JSON that holds these rows
 * @place_fields: (array zero-terminated=1): the fields that say a child's place among its
 *   siblings, for nested arrays; ends with 0
 * @name_fields: (array zero-terminated=1): the fields by which people name a row, best first;
 *   ends with 0
 * @check: (nullable): the rule across fields; sets @field and @sentence (marked for
 *   translation) where it fails
 * @detach: (nullable): for %GENLOCK_DETACH: empties in @values what ended on the row that
 *   @ref_field names and returns whether @values still says something
 */
struct _GenlockTable
{
  const char *name;
  const char *alias;
  const char *label;
  const char *label_plural;
  guint n_meta;
  const GenlockField *fields;
  guint n_fields;
  const char *primary_key;
  const char * const *indexes;
  guint parent_field;
  const char *nested_as;
  const guint *place_fields;
  const guint *name_fields;
  gboolean (*check) (const GenlockValue *values,
                     guint *field,
                     const char **sentence);
  gboolean (*detach) (GenlockValue *values,
                      guint ref_field);
};

/**
 * genlock_table_get_field:
 * @table: a table
 * @index: below @table's n_fields
 *
 * Returns: (transfer none): the description of the field, meta fields included
 */
const GenlockField *genlock_table_get_field (const GenlockTable *table,
                                             guint index);

/**
 * genlock_table_find_field:
 * @table: a table
 * @name: a name as in SQL
 * @index: (out): its place
 *
 * Returns: whether @table has such a field
 */
gboolean genlock_table_find_field (const GenlockTable *table,
                                   const char *name,
                                   guint *index);

/**
 * genlock_table_find_json:
 * @table: a table
 * @json: a name as in JSON
 * @index: (out): its place
 *
 * Returns: whether @table has such a field
 */
gboolean genlock_table_find_json (const GenlockTable *table,
                                  const char *json,
                                  guint *index);

/**
 * genlock_field_has_choice:
 * @field: a field of type %GENLOCK_ENUM
 * @word: a word
 *
 * Returns: whether @word is one of the field's choices
 */
gboolean genlock_field_has_choice (const GenlockField *field,
                                   const char *word);

/**
 * genlock_field_get_choice_label:
 * @field: a field of type %GENLOCK_ENUM
 * @word: one of its choices
 *
 * Returns: (transfer none): the label, to be translated; @word where it is no choice
 */
const char *genlock_field_get_choice_label (const GenlockField *field,
                                            const char *word);

/**
 * genlock_field_get_ref_table:
 * @field: a field of type %GENLOCK_REF
 * @word: (nullable): the value of the deciding field
 *
 * Returns: (transfer none) (nullable): the table that @word stands for
 */
const GenlockTable *genlock_field_get_ref_table (const GenlockField *field,
                                                 const char *word);

G_END_DECLS
