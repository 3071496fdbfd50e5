/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of any table: a description and a value per field, with the rows nested in it. */

#define G_LOG_DOMAIN "genlock-model"

#include "config.h"

#include <math.h>
#include <string.h>

#include "core/model/genlock-record.h"

typedef struct
{
  const GenlockTable *table;
  GPtrArray *rows; /* owned (element-type GenlockRecord) */
} Children;

struct _GenlockRecord
{
  gatomicrefcount ref_count;
  const GenlockTable *table;
  GArray *children; /* owned, nullable (element-type Children) */
  GenlockValue values[];
};

static void
clear_children (gpointer data)
{
  Children *children = data;

  g_ptr_array_unref (children->rows);
}

static Children *
find_children (const GenlockRecord *record,
               const GenlockTable *table)
{
  for (guint i = 0; record->children != NULL && i < record->children->len; i++)
    {
      Children *children = &g_array_index (record->children, Children, i);

      if (children->table == table)
        return children;
    }

  return NULL;
}

static GPtrArray *
ensure_children (GenlockRecord *record,
                 const GenlockTable *table)
{
  Children *found = find_children (record, table);
  Children children;

  if (found != NULL)
    return found->rows;

  if (record->children == NULL)
    {
      record->children = g_array_new (FALSE, FALSE, sizeof (Children));
      g_array_set_clear_func (record->children, clear_children);
    }

  children.table = table;
  children.rows = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  g_array_append_val (record->children, children);

  return children.rows;
}

/* What the description presets, as the value that it stands for. */
static void
set_preset (GenlockRecord *record,
            guint index)
{
  const GenlockField *field = genlock_table_get_field (record->table, index);

  if (field->preset == NULL)
    {
      if (field->flags & GENLOCK_NULLABLE)
        genlock_record_set_null (record, index);

      return;
    }

  switch (field->type)
    {
    case GENLOCK_BOOL:
      genlock_record_set_bool (record, index, strcmp (field->preset, "true") == 0);
      return;

    case GENLOCK_INT:
      genlock_record_set_int (record, index, g_ascii_strtoll (field->preset, NULL, 10));
      return;

    case GENLOCK_REAL:
      genlock_record_set_real (record, index, g_ascii_strtod (field->preset, NULL));
      return;

    case GENLOCK_TEXT:
    case GENLOCK_ENUM:
    case GENLOCK_ID:
    case GENLOCK_LINK:
    case GENLOCK_REF:
    case GENLOCK_DAY:
    case GENLOCK_INSTANT:
    case GENLOCK_JSON:
      genlock_record_set_text (record, index, field->preset);
      return;
    }

  g_assert_not_reached ();
}

GenlockRecord *
genlock_record_new (const GenlockTable *table)
{
  gsize size = sizeof (GenlockRecord) + table->n_fields * sizeof (GenlockValue);
  GenlockRecord *record = g_malloc0 (size);

  g_atomic_ref_count_init (&record->ref_count);
  record->table = table;

  return record;
}

GenlockRecord *
genlock_record_new_row (const GenlockTable *table,
                        const char *id)
{
  GenlockRecord *record = genlock_record_new (table);

  for (guint i = 0; i < table->n_fields; i++)
    set_preset (record, i);

  if (genlock_table_replicates (table))
    {
      if (id != NULL)
        genlock_record_set_text (record, GENLOCK_META_ID, id);
      else
        genlock_record_take_text (record, GENLOCK_META_ID, g_uuid_string_random ());
    }

  return record;
}

GenlockRecord *
genlock_record_ref (GenlockRecord *record)
{
  g_atomic_ref_count_inc (&record->ref_count);

  return record;
}

void
genlock_record_unref (GenlockRecord *record)
{
  if (!g_atomic_ref_count_dec (&record->ref_count))
    return;

  for (guint i = 0; i < record->table->n_fields; i++)
    genlock_value_clear (&record->values[i]);

  g_clear_pointer (&record->children, g_array_unref);
  g_free (record);
}

GenlockRecord *
genlock_record_copy (const GenlockRecord *record)
{
  GenlockRecord *copy = genlock_record_new (record->table);

  for (guint i = 0; i < record->table->n_fields; i++)
    copy->values[i] = genlock_value_copy (&record->values[i]);

  for (guint i = 0; record->children != NULL && i < record->children->len; i++)
    {
      const Children *children = &g_array_index (record->children, Children, i);
      GPtrArray *rows = ensure_children (copy, children->table);

      for (guint j = 0; j < children->rows->len; j++)
        g_ptr_array_add (rows, genlock_record_copy (children->rows->pdata[j]));
    }

  return copy;
}

const GenlockTable *
genlock_record_get_table (const GenlockRecord *record)
{
  return record->table;
}

const char *
genlock_record_get_id (const GenlockRecord *record)
{
  g_return_val_if_fail (genlock_table_replicates (record->table), NULL);

  return genlock_record_get_text (record, GENLOCK_META_ID);
}

const char *
genlock_record_get_name (const GenlockRecord *record)
{
  const guint *fields = record->table->name_fields;

  for (guint i = 0; fields != NULL && fields[i] != 0; i++)
    {
      const char *text = genlock_record_get_text (record, fields[i]);

      if (text != NULL && *text != '\0')
        return text;
    }

  return "";
}

const GenlockValue *
genlock_record_get_value (const GenlockRecord *record,
                          guint field)
{
  g_return_val_if_fail (field < record->table->n_fields, NULL);

  return &record->values[field];
}

GenlockValue *
genlock_record_peek_values (GenlockRecord *record)
{
  return record->values;
}

gboolean
genlock_record_is_absent (const GenlockRecord *record,
                          guint field)
{
  return genlock_record_get_value (record, field)->kind == GENLOCK_VALUE_ABSENT;
}

gboolean
genlock_record_has (const GenlockRecord *record,
                    guint field)
{
  return genlock_value_has (genlock_record_get_value (record, field));
}

const char *
genlock_record_get_text (const GenlockRecord *record,
                         guint field)
{
  const GenlockValue *value = genlock_record_get_value (record, field);

  return value->kind == GENLOCK_VALUE_TEXT ? value->text : NULL;
}

gint64
genlock_record_get_int (const GenlockRecord *record,
                        guint field)
{
  const GenlockValue *value = genlock_record_get_value (record, field);

  return value->kind == GENLOCK_VALUE_INT ? value->integer : 0;
}

gboolean
genlock_record_get_bool (const GenlockRecord *record,
                         guint field)
{
  return genlock_record_get_int (record, field) != 0;
}

double
genlock_record_get_real (const GenlockRecord *record,
                         guint field)
{
  const GenlockValue *value = genlock_record_get_value (record, field);

  return value->kind == GENLOCK_VALUE_REAL ? value->real : 0.0;
}

void
genlock_record_set_text (GenlockRecord *record,
                         guint field,
                         const char *text)
{
  genlock_record_take_text (record, field, g_strdup (text));
}

void
genlock_record_take_text (GenlockRecord *record,
                          guint field,
                          char *text)
{
  g_return_if_fail (field < record->table->n_fields);

  genlock_value_clear (&record->values[field]);
  record->values[field].kind = text != NULL ? GENLOCK_VALUE_TEXT : GENLOCK_VALUE_NULL;
  record->values[field].text = text;
}

void
genlock_record_set_int (GenlockRecord *record,
                        guint field,
                        gint64 integer)
{
  g_return_if_fail (field < record->table->n_fields);

  genlock_value_clear (&record->values[field]);
  record->values[field].kind = GENLOCK_VALUE_INT;
  record->values[field].integer = integer;
}

void
genlock_record_set_bool (GenlockRecord *record,
                         guint field,
                         gboolean truth)
{
  genlock_record_set_int (record, field, truth != FALSE);
}

void
genlock_record_set_real (GenlockRecord *record,
                         guint field,
                         double real)
{
  g_return_if_fail (field < record->table->n_fields);
  g_return_if_fail (isfinite (real));

  genlock_value_clear (&record->values[field]);
  record->values[field].kind = GENLOCK_VALUE_REAL;
  record->values[field].real = genlock_value_round (real);
}

void
genlock_record_set_null (GenlockRecord *record,
                         guint field)
{
  genlock_record_take_text (record, field, NULL);
}

void
genlock_record_unset (GenlockRecord *record,
                      guint field)
{
  g_return_if_fail (field < record->table->n_fields);

  genlock_value_clear (&record->values[field]);
}

void
genlock_record_set_value (GenlockRecord *record,
                          guint field,
                          const GenlockValue *value)
{
  GenlockValue copy = genlock_value_copy (value);

  g_return_if_fail (field < record->table->n_fields);

  genlock_value_clear (&record->values[field]);
  record->values[field] = copy;
}

gboolean
genlock_record_equal (const GenlockRecord *a,
                      const GenlockRecord *b)
{
  g_return_val_if_fail (a->table == b->table, FALSE);

  if (a->table->n_meta > 0
      && !genlock_value_equal (&a->values[GENLOCK_META_ID], &b->values[GENLOCK_META_ID]))
    return FALSE;

  for (guint i = a->table->n_meta; i < a->table->n_fields; i++)
    if (!genlock_value_equal (&a->values[i], &b->values[i]))
      return FALSE;

  return TRUE;
}

GenlockRecord *
genlock_record_diff (const GenlockRecord *before,
                     const GenlockRecord *after)
{
  g_autoptr (GenlockRecord) diff = genlock_record_new (before->table);
  gboolean differs = FALSE;

  g_return_val_if_fail (before->table == after->table, NULL);

  for (guint i = before->table->n_meta; i < before->table->n_fields; i++)
    if (after->values[i].kind != GENLOCK_VALUE_ABSENT
        && !genlock_value_equal (&before->values[i], &after->values[i]))
      {
        diff->values[i] = genlock_value_copy (&after->values[i]);
        differs = TRUE;
      }

  if (!differs)
    return NULL;

  if (before->table->n_meta > 0)
    diff->values[GENLOCK_META_ID] = genlock_value_copy (&before->values[GENLOCK_META_ID]);

  return g_steal_pointer (&diff);
}

GPtrArray *
genlock_record_get_children (const GenlockRecord *record,
                             const GenlockTable *table)
{
  const Children *children = find_children (record, table);

  return children != NULL ? children->rows : NULL;
}

void
genlock_record_add_child (GenlockRecord *record,
                          GenlockRecord *child)
{
  guint parent_field = child->table->parent_field;

  g_return_if_fail (child->table->nested_as != NULL);
  g_return_if_fail (child->table->fields[parent_field].target == record->table);

  if (genlock_record_get_id (record) != NULL)
    genlock_record_set_text (child, parent_field, genlock_record_get_id (record));

  g_ptr_array_add (ensure_children (record, child->table), child);
}

void
genlock_record_clear_children (GenlockRecord *record,
                               const GenlockTable *table)
{
  g_ptr_array_set_size (ensure_children (record, table), 0);
}
