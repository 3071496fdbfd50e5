/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what when: the entries that a transaction adds to the change log. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/model/genlock-instant.h"
#include "core/store/genlock-change-log-writer.h"
#include "core/store/genlock-row-text.h"

/* The rows of one table that were added to one show, told by their number. */
typedef struct
{
  const GenlockTable *table;
  const char *production_id; /* nullable */
  const char *record_id;
  guint n_rows;
} Addition;

static const char insert_entry[] =
  "INSERT INTO change_log (production_id, table_name, record_id, fields, author, device, at) "
  "VALUES (:production, :table, :id, :fields, :author, :device, :at)";

/* Entries are added in the order of their times, so the oldest stand first: no index is needed. */
static const char delete_old[] =
  "DELETE FROM change_log WHERE id IN (SELECT id FROM change_log ORDER BY id LIMIT 1000) "
  "AND at < :at";

static gboolean
was_added (const GenlockWorkRow *row)
{
  return row->before == NULL && genlock_work_row_is_live (row);
}

/* (element-type GenlockTable uint): how many rows were added to which table. */
static GHashTable *
count_added (GenlockWork *work)
{
  GHashTable *counts = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < work->rows->len; i++)
    {
      const GenlockWorkRow *row = work->rows->pdata[i];
      gpointer table = (gpointer) row->table;

      if (was_added (row))
        g_hash_table_insert (counts, table,
                             GUINT_TO_POINTER (GPOINTER_TO_UINT (g_hash_table_lookup (counts,
                                                                                      table)) + 1));
    }

  return counts;
}

static gboolean
write_entry (GenlockWork *work,
             GenlockStatement *insert,
             const GenlockTable *table,
             const char *production_id,
             const char *record_id,
             const char *fields,
             GError **error)
{
  genlock_statement_bind_text (insert, ":production", production_id);
  genlock_statement_bind_text (insert, ":table", table->name);
  genlock_statement_bind_text (insert, ":id", record_id);
  genlock_statement_bind_text (insert, ":fields", fields);
  genlock_statement_bind_text (insert, ":author", work->author);
  genlock_statement_bind_text (insert, ":device", work->device);
  genlock_statement_bind_text (insert, ":at", work->now);

  return genlock_statement_run (insert, error);
}

static gboolean
write_row (GenlockWork *work,
           GenlockStatement *insert,
           GenlockWorkRow *row,
           GError **error)
{
  const char *id = genlock_record_get_id (row->after);
  g_autoptr (GString) fields = NULL;
  const char *production_id;

  if (!genlock_work_find_production (work, row, &production_id, error))
    return FALSE;

  if (row->before == NULL)
    return write_entry (work, insert, row->table, production_id, id,
                        "{\"isDeleted\":{\"after\":false}}", error);

  fields = g_string_new (NULL);
  genlock_row_text_append_pairs (row->before, row->after, genlock_work_row_get_changed (row),
                                 fields);

  return write_entry (work, insert, row->table, production_id, id, fields->str, error);
}

static gboolean
count_row (GenlockWork *work,
           GenlockWorkRow *row,
           GArray *additions,
           GError **error)
{
  const char *production_id;
  Addition addition = { .table = row->table, .n_rows = 1 };

  if (!genlock_work_find_production (work, row, &production_id, error))
    return FALSE;

  /* Rows of one show mostly stand together. */
  for (guint i = additions->len; i > 0; i--)
    {
      Addition *known = &g_array_index (additions, Addition, i - 1);

      if (known->table == row->table && g_strcmp0 (known->production_id, production_id) == 0)
        {
          known->n_rows++;
          return TRUE;
        }
    }

  addition.production_id = production_id;
  addition.record_id = production_id != NULL ? production_id : genlock_record_get_id (row->after);
  g_array_append_val (additions, addition);

  return TRUE;
}

static gboolean
write_additions (GenlockWork *work,
                 GenlockStatement *insert,
                 GArray *additions,
                 GError **error)
{
  for (guint i = 0; i < additions->len; i++)
    {
      const Addition *addition = &g_array_index (additions, Addition, i);
      g_autofree char *fields = g_strdup_printf ("{\"rows\":{\"after\":%u}}", addition->n_rows);

      if (!write_entry (work, insert, addition->table, addition->production_id,
                        addition->record_id, fields, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
write_entries (GenlockWork *work,
               GError **error)
{
  g_autoptr (GenlockStatement) insert = genlock_database_prepare (work->database, insert_entry,
                                                                  error);
  g_autoptr (GHashTable) counts = count_added (work);
  g_autoptr (GArray) additions = g_array_new (FALSE, FALSE, sizeof (Addition));

  if (insert == NULL)
    return FALSE;

  for (guint i = 0; i < work->rows->len; i++)
    {
      GenlockWorkRow *row = work->rows->pdata[i];
      guint n_added = GPOINTER_TO_UINT (g_hash_table_lookup (counts, row->table));
      gboolean is_many = was_added (row) && n_added > GENLOCK_CHANGE_LOG_MAX_ADDED;

      if (!genlock_work_go_on (work, error))
        return FALSE;

      if (!genlock_work_row_get_changed (row)
          || (row->before == NULL && !genlock_work_row_is_live (row)))
        continue;

      if (!(is_many
            ? count_row (work, row, additions, error)
            : write_row (work, insert, row, error)))
        return FALSE;
    }

  return write_additions (work, insert, additions, error);
}

static gboolean
sweep (GenlockWork *work,
       GError **error)
{
  g_autoptr (GenlockStatement) statement = NULL;
  g_autofree char *at = NULL;

  if (!work->is_sweeping)
    return TRUE;

  statement = genlock_database_prepare (work->database, delete_old, error);
  if (statement == NULL)
    return FALSE;

  at = genlock_instant_format (genlock_instant_add_days (work->instant,
                                                         -GENLOCK_CHANGE_LOG_DAYS));
  genlock_statement_bind_text (statement, ":at", at);

  return genlock_statement_run (statement, error);
}

gboolean
genlock_change_log_write (GenlockWork *work,
                          GError **error)
{
  return write_entries (work, error) && sweep (work, error);
}
