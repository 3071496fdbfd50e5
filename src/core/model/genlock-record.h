/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of any table: a description and a value per field, with the rows nested in it. */

#pragma once

#include "core/schema/genlock-schema.h"

G_BEGIN_DECLS

/**
 * GenlockRecord:
 *
 * A row, whole or partial: a field that is absent says nothing, one that is null is empty.
 * Reference-counted (atomically); whoever has handed a record on no longer changes it.
 */
typedef struct _GenlockRecord GenlockRecord;

/**
 * genlock_record_new:
 * @table: the description
 *
 * Returns: (transfer full): a row of which every field is absent
 */
GenlockRecord *genlock_record_new (const GenlockTable *table);

/**
 * genlock_record_new_row:
 * @table: the description
 * @id: (nullable): a canonical UUID; %NULL makes a random one
 *
 * Returns: (transfer full): a new row: the id, every preset of the description, and null in
 *   each field that may be null; others are absent until set
 */
GenlockRecord *genlock_record_new_row (const GenlockTable *table,
                                       const char *id);

GenlockRecord *genlock_record_ref (GenlockRecord *record);
void genlock_record_unref (GenlockRecord *record);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockRecord, genlock_record_unref)

/**
 * genlock_record_copy:
 * @record: a row
 *
 * Returns: (transfer full): a row of one's own, with copies of its children
 */
GenlockRecord *genlock_record_copy (const GenlockRecord *record);

const GenlockTable *genlock_record_get_table (const GenlockRecord *record);

/**
 * genlock_record_get_id:
 * @record: a row
 *
 * Returns: (transfer none) (nullable): the id of a row of a replicating table
 */
const char *genlock_record_get_id (const GenlockRecord *record);

/**
 * genlock_record_get_name:
 * @record: a row
 *
 * Returns: (transfer none): what people call it: the first of the table's name fields that is
 *   neither null nor empty, else ""
 */
const char *genlock_record_get_name (const GenlockRecord *record);

/**
 * genlock_record_get_value:
 * @record: a row
 * @field: an index of the table's enum
 *
 * Returns: (transfer none): the value, which may be absent
 */
const GenlockValue *genlock_record_get_value (const GenlockRecord *record,
                                              guint field);

/**
 * genlock_record_peek_values:
 * @record: a row
 *
 * Returns: (transfer none): all values, as many as the table has fields
 */
GenlockValue *genlock_record_peek_values (GenlockRecord *record);

gboolean genlock_record_is_absent (const GenlockRecord *record,
                                   guint field);

/* Neither absent nor null. */
gboolean genlock_record_has (const GenlockRecord *record,
                             guint field);

/* The text; %NULL where it is absent or null. */
const char *genlock_record_get_text (const GenlockRecord *record,
                                     guint field);

/* The integer or truth; 0 where it is absent or null. */
gint64 genlock_record_get_int (const GenlockRecord *record,
                               guint field);
gboolean genlock_record_get_bool (const GenlockRecord *record,
                                  guint field);

/* The number; 0 where it is absent or null. */
double genlock_record_get_real (const GenlockRecord *record,
                                guint field);

/* %NULL makes the field null. */
void genlock_record_set_text (GenlockRecord *record,
                              guint field,
                              const char *text);
void genlock_record_take_text (GenlockRecord *record,
                               guint field,
                               char *text);
void genlock_record_set_int (GenlockRecord *record,
                             guint field,
                             gint64 integer);
void genlock_record_set_bool (GenlockRecord *record,
                              guint field,
                              gboolean truth);

/* Rounds to three decimals; @real is finite. */
void genlock_record_set_real (GenlockRecord *record,
                              guint field,
                              double real);
void genlock_record_set_null (GenlockRecord *record,
                              guint field);
void genlock_record_unset (GenlockRecord *record,
                           guint field);
void genlock_record_set_value (GenlockRecord *record,
                               guint field,
                               const GenlockValue *value);

/**
 * genlock_record_equal:
 * @a: a row
 * @b: another of the same table
 *
 * Returns: whether id and all fields that are not meta are equal, children not looked at
 */
gboolean genlock_record_equal (const GenlockRecord *a,
                               const GenlockRecord *b);

/**
 * genlock_record_diff:
 * @before: a whole row
 * @after: a row of the same table; absent fields are not looked at
 *
 * Returns: (transfer full) (nullable): the id and those fields of @after, meta fields aside,
 *   that differ from @before; %NULL where none does
 */
GenlockRecord *genlock_record_diff (const GenlockRecord *before,
                                    const GenlockRecord *after);

/**
 * genlock_record_get_children:
 * @record: a row
 * @table: a table nested in the record's
 *
 * Returns: (transfer none) (nullable) (element-type GenlockRecord): the nested rows in their
 *   order; %NULL where nothing is said of them
 */
GPtrArray *genlock_record_get_children (const GenlockRecord *record,
                                        const GenlockTable *table);

/**
 * genlock_record_add_child:
 * @record: a row
 * @child: (transfer full): a row of a table nested in it
 *
 * Appends @child and sets its link to @record where that has an id.
 */
void genlock_record_add_child (GenlockRecord *record,
                               GenlockRecord *child);

/* From now on the row says that it has no children of @table. */
void genlock_record_clear_children (GenlockRecord *record,
                                    const GenlockTable *table);

G_END_DECLS
