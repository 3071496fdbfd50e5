/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that a transaction has looked at: how it found them and how it leaves them. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/model/genlock-instant.h"
#include "core/model/genlock-validate.h"
#include "core/schema/genlock-productions.h"
#include "core/store/genlock-batch-private.h"
#include "core/store/genlock-references.h"
#include "core/store/genlock-row-sql.h"
#include "core/store/genlock-work.h"

#define LOOKS_BETWEEN_CANCELS 64

/* Looking for what is too old costs as much as a whole edit: one transaction of 32 does it. */
#define MILLISECONDS_BETWEEN_SWEEPS 32

static void
free_row (gpointer data)
{
  GenlockWorkRow *row = data;

  g_clear_pointer (&row->before, genlock_record_unref);
  genlock_record_unref (row->after);
  g_free (row);
}

void
genlock_work_init (GenlockWork *work,
                   GenlockDatabase *database,
                   const char *author,
                   const char *device,
                   GCancellable *cancellable)
{
  gint64 now = genlock_instant_now ();

  *work = (GenlockWork) {
    .database = database,
    .cancellable = cancellable,
    .author = author,
    .device = device,
    .now = genlock_instant_format (now),
    .instant = now,
    .is_sweeping = now % MILLISECONDS_BETWEEN_SWEEPS == 0,
    .rows = g_ptr_array_new_with_free_func (free_row),
    .tables = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref),
  };
}

void
genlock_work_clear (GenlockWork *work)
{
  g_clear_pointer (&work->tables, g_hash_table_unref);
  g_clear_pointer (&work->rows, g_ptr_array_unref);
  g_clear_pointer (&work->now, g_free);
}

static void
tell_fraction (GenlockWork *work)
{
  double part = work->n_part > 0 ? (double) work->n_part_looks / work->n_part : 0;

  if (work->batch != NULL)
    genlock_batch_set_fraction (work->batch, work->begun + work->share * MIN (part, 1));
}

void
genlock_work_begin_part (GenlockWork *work,
                         guint n_looks,
                         double share)
{
  work->begun += work->share;
  work->share = share;
  work->n_part = n_looks;
  work->n_part_looks = 0;
  tell_fraction (work);
}

gboolean
genlock_work_go_on (GenlockWork *work,
                    GError **error)
{
  work->n_part_looks++;
  if (work->n_looks++ % LOOKS_BETWEEN_CANCELS != 0)
    return TRUE;

  tell_fraction (work);
  return !g_cancellable_set_error_if_cancelled (work->cancellable, error);
}

static GHashTable *
get_ids (GenlockWork *work,
         const GenlockTable *table)
{
  GHashTable *ids = g_hash_table_lookup (work->tables, table);

  if (ids == NULL)
    {
      ids = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (work->tables, (gpointer) table, ids);
    }

  return ids;
}

/* The id of a row never changes, and some record of the row holds it as long as the row lives:
 * the first one, which is kept as @before or replaced only together with the key. */
static GenlockWorkRow *
add_row (GenlockWork *work,
         GenlockRecord *before,
         GenlockRecord *after)
{
  GenlockWorkRow *row = g_new0 (GenlockWorkRow, 1);

  row->table = genlock_record_get_table (after);
  row->before = before;
  row->after = after;
  g_ptr_array_add (work->rows, row);
  g_hash_table_insert (get_ids (work, row->table), (gpointer) genlock_record_get_id (after), row);

  return row;
}

/* Replaces how the row is now and hands the key of the table over to the new record. */
static void
take_after (GenlockWork *work,
            GenlockWorkRow *row,
            GenlockRecord *after)
{
  g_hash_table_replace (get_ids (work, row->table), (gpointer) genlock_record_get_id (after), row);
  genlock_record_unref (row->after);
  row->after = after;
}

GenlockWorkRow *
genlock_work_peek (GenlockWork *work,
                   const GenlockTable *table,
                   const char *id)
{
  return g_hash_table_lookup (get_ids (work, table), id);
}

GenlockWorkRow *
genlock_work_find (GenlockWork *work,
                   const GenlockTable *table,
                   const char *id,
                   GError **error)
{
  GenlockWorkRow *row = genlock_work_peek (work, table, id);
  GenlockRecord *record;

  if (row != NULL && !row->is_fresh)
    return row;

  record = genlock_row_sql_get (work->database, table, id, error);
  if (record == NULL)
    return NULL;

  if (row == NULL)
    return add_row (work, genlock_record_ref (record), record);

  take_after (work, row, record);
  row->is_fresh = FALSE;

  return row;
}

GPtrArray *
genlock_work_list (GenlockWork *work,
                   const GenlockTable *table,
                   const char *where,
                   const char *id,
                   GError **error)
{
  g_autoptr (GPtrArray) records = genlock_row_sql_list (work->database, table, where, id, error);
  GPtrArray *rows;

  if (records == NULL)
    return NULL;

  rows = g_ptr_array_sized_new (records->len);
  for (guint i = 0; i < records->len; i++)
    {
      GenlockRecord *record = records->pdata[i];
      GenlockWorkRow *row = genlock_work_peek (work, table, genlock_record_get_id (record));

      if (row == NULL)
        {
          row = add_row (work, genlock_record_ref (record), genlock_record_ref (record));
        }
      else if (row->is_fresh)
        {
          take_after (work, row, genlock_record_ref (record));
          row->is_fresh = FALSE;
        }

      g_ptr_array_add (rows, row);
    }

  return rows;
}

/* What is absent and has a preset gets it; most rows come whole and are taken as they are. */
static GenlockRecord *
complete (GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_autoptr (GenlockRecord) preset = NULL;
  GenlockRecord *whole = NULL;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      if (!genlock_record_is_absent (record, i)
          || genlock_table_get_field (table, i)->preset == NULL)
        continue;

      if (whole == NULL)
        {
          preset = genlock_record_new_row (table, genlock_record_get_id (record));
          whole = genlock_record_copy (record);
        }

      genlock_record_set_value (whole, i, genlock_record_get_value (preset, i));
    }

  return whole != NULL ? whole : genlock_record_ref (record);
}

static gboolean
check_new (const GenlockRecord *record,
           GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);
  guint parent = table->parent_field;
  g_autofree char *sentence = NULL;

  if (!genlock_record_validate (record, error))
    return FALSE;

  if (parent == 0 || genlock_record_has (record, parent))
    return TRUE;

  sentence = g_strdup_printf ("%s is missing", table->fields[parent].label);
  g_propagate_error (error, genlock_model_error_new (GENLOCK_MODEL_ERROR_MISSING, table, parent,
                                                     sentence));

  return FALSE;
}

static void
bind_new (GenlockWork *work,
          GenlockStatement *statement,
          const GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  const GenlockValue zero = { .kind = GENLOCK_VALUE_INT, .integer = 0 };

  genlock_statement_bind_text_at (statement, GENLOCK_META_ID, genlock_record_get_id (record));
  genlock_statement_bind_text_at (statement, GENLOCK_META_CREATED_AT, work->now);
  genlock_statement_bind_text_at (statement, GENLOCK_META_UPDATED_AT, work->now);
  genlock_statement_bind_text_at (statement, GENLOCK_META_SYNCED_AT, NULL);
  genlock_statement_bind_text_at (statement, GENLOCK_META_LAST_MODIFIED_BY, work->author);
  genlock_statement_bind_value_at (statement, GENLOCK_META_IS_DELETED, &zero);
  genlock_statement_bind_text_at (statement, GENLOCK_META_DELETED_WITH, NULL);
  genlock_statement_bind_value_at (statement, GENLOCK_META_VERSION, &zero);
  genlock_statement_bind_text_at (statement, GENLOCK_META_SEQ, NULL);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    genlock_statement_bind_value_at (statement, i, genlock_record_get_value (record, i));
}

gboolean
genlock_work_insert (GenlockWork *work,
                     GenlockStatement *statement,
                     GenlockRecord *record,
                     gboolean *taken,
                     GError **error)
{
  g_autoptr (GenlockRecord) whole = complete (record);

  *taken = FALSE;

  if (!check_new (whole, error))
    return FALSE;

  bind_new (work, statement, whole);
  if (!genlock_statement_run (statement, error))
    return FALSE;

  if (genlock_database_get_n_changed (work->database) == 0)
    {
      *taken = TRUE;
      return TRUE;
    }

  work->n_writes++;
  add_row (work, NULL, g_steal_pointer (&whole))->is_fresh = TRUE;

  return TRUE;
}

static guint64
get_differing (const GenlockRecord *a,
               const GenlockRecord *b)
{
  const GenlockTable *table = genlock_record_get_table (a);
  guint64 fields = 0;

  for (guint i = 0; i < table->n_fields; i++)
    if (!genlock_value_equal (genlock_record_get_value (a, i), genlock_record_get_value (b, i)))
      fields |= GENLOCK_FIELD_BIT (i);

  return fields;
}

gboolean
genlock_work_write (GenlockWork *work,
                    GenlockWorkRow *row,
                    GenlockRecord *after,
                    GError **error)
{
  guint64 fields = get_differing (row->after, after);

  if (fields == 0)
    {
      genlock_record_unref (after);
      return TRUE;
    }

  genlock_record_set_text (after, GENLOCK_META_UPDATED_AT, work->now);
  genlock_record_set_text (after, GENLOCK_META_LAST_MODIFIED_BY, work->author);
  fields |= GENLOCK_FIELD_BIT (GENLOCK_META_UPDATED_AT)
            | GENLOCK_FIELD_BIT (GENLOCK_META_LAST_MODIFIED_BY);
  take_after (work, row, after);
  work->n_writes++;

  return genlock_row_sql_write_update (work->database, after, fields, error);
}

gboolean
genlock_work_mark (GenlockWork *work,
                   GenlockWorkRow *row,
                   gboolean deleted,
                   const char *deleted_with,
                   GError **error)
{
  GenlockRecord *after = genlock_record_copy (row->after);

  genlock_record_set_bool (after, GENLOCK_META_IS_DELETED, deleted);
  genlock_record_set_text (after, GENLOCK_META_DELETED_WITH, deleted_with);

  return genlock_work_write (work, row, after, error);
}

gboolean
genlock_work_row_is_live (const GenlockWorkRow *row)
{
  return !genlock_record_get_bool (row->after, GENLOCK_META_IS_DELETED);
}

gboolean
genlock_work_row_was_live (const GenlockWorkRow *row)
{
  return row->before != NULL && !genlock_record_get_bool (row->before, GENLOCK_META_IS_DELETED);
}

guint64
genlock_work_row_get_changed (const GenlockWorkRow *row)
{
  const guint64 kept = GENLOCK_FIELD_BIT (GENLOCK_META_CREATED_AT)
                       | GENLOCK_FIELD_BIT (GENLOCK_META_UPDATED_AT)
                       | GENLOCK_FIELD_BIT (GENLOCK_META_SYNCED_AT)
                       | GENLOCK_FIELD_BIT (GENLOCK_META_LAST_MODIFIED_BY)
                       | GENLOCK_FIELD_BIT (GENLOCK_META_VERSION)
                       | GENLOCK_FIELD_BIT (GENLOCK_META_SEQ);

  if (row->before == row->after)
    return 0;

  if (row->before == NULL)
    return GENLOCK_FIELD_BIT (row->table->n_fields) - 1;

  return get_differing (row->before, row->after) & ~kept;
}

gboolean
genlock_work_find_target (GenlockWork *work,
                          GenlockWorkRow *row,
                          guint field,
                          gboolean *names,
                          GenlockWorkRow **target,
                          GError **error)
{
  const char *id;
  const GenlockTable *table = genlock_references_resolve (row->after, field, &id);
  g_autoptr (GError) missing = NULL;

  *names = table != NULL;
  *target = NULL;

  if (table == NULL)
    return TRUE;

  *target = genlock_work_peek (work, table, id);
  if (*target == NULL)
    *target = genlock_work_find (work, table, id, &missing);

  if (*target != NULL
      || g_error_matches (missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&missing));

  return FALSE;
}

gboolean
genlock_work_find_production (GenlockWork *work,
                              GenlockWorkRow *row,
                              const char **id,
                              GError **error)
{
  *id = NULL;

  while (row->table != &genlock_productions)
    {
      const GenlockTable *table = row->table;
      const GenlockTable *parent;
      const char *parent_id;

      if (table->parent_field == 0)
        return TRUE;

      parent = table->fields[table->parent_field].target;
      parent_id = genlock_record_get_text (row->after, table->parent_field);
      if (parent == &genlock_productions)
        {
          *id = parent_id;
          return TRUE;
        }

      if (parent->parent_field == 0)
        return TRUE;

      row = genlock_work_peek (work, parent, parent_id);
      if (row == NULL)
        row = genlock_work_find (work, parent, parent_id, error);
      if (row == NULL)
        return FALSE;
    }

  *id = genlock_record_get_id (row->after);

  return TRUE;
}
