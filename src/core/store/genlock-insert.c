/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Adding rows, one or a hundred thousand. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-cascade.h"
#include "core/store/genlock-index-pause.h"
#include "core/store/genlock-insert.h"
#include "core/store/genlock-nested.h"
#include "core/store/genlock-row-sql.h"

/* The rows of one table that are to be added. */
static GPtrArray *
get_list (GHashTable *lists,
          const GenlockTable *table)
{
  GPtrArray *list = g_hash_table_lookup (lists, table);

  if (list == NULL)
    {
      list = g_ptr_array_new ();
      g_hash_table_insert (lists, (gpointer) table, list);
    }

  return list;
}

/* Tables that are nested in another come after it, so these rows are added later. */
static void
queue_nested (GHashTable *lists,
              const GenlockRecord *record)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *children = table->nested_as != NULL
                            ? genlock_record_get_children (record, table) : NULL;

      for (guint j = 0; children != NULL && j < children->len; j++)
        g_ptr_array_add (get_list (lists, table), children->pdata[j]);
    }
}

static gboolean
add_list (GenlockWork *work,
          const GenlockTable *table,
          GPtrArray *list,
          GHashTable *lists,
          GPtrArray *taken,
          GError **error)
{
  g_autofree char *sql = genlock_row_sql_insert (table);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (work->database, sql, error);

  if (statement == NULL)
    return FALSE;

  for (guint i = 0; i < list->len; i++)
    {
      GenlockRecord *record = list->pdata[i];
      gboolean is_taken;

      if (!genlock_work_go_on (work, error)
          || !genlock_work_insert (work, statement, record, &is_taken, error))
        return FALSE;

      if (is_taken)
        g_ptr_array_add (taken, record);
      else
        queue_nested (lists, record);
    }

  return TRUE;
}

/* Of many rows it is faster to sort their index entries at the end than to file each. */
static gboolean
add_table (GenlockWork *work,
           const GenlockTable *table,
           GPtrArray *list,
           GHashTable *lists,
           GPtrArray *taken,
           GError **error)
{
  g_autoptr (GenlockIndexPause) pause = NULL;

  if (!genlock_index_pause_begin (work->database, table, list->len, &pause, error)
      || !add_list (work, table, list, lists, taken, error))
    return FALSE;

  return pause == NULL || genlock_index_pause_end (pause, error);
}

/* A row that was live when the transaction began is somebody else's. */
static gboolean
revive (GenlockWork *work,
        GenlockRecord *record,
        GError **error)
{
  GenlockWorkRow *row = genlock_work_find (work, genlock_record_get_table (record),
                                           genlock_record_get_id (record), error);

  if (row == NULL)
    return FALSE;

  if (genlock_work_row_is_live (row)
      && (row->before == NULL || genlock_work_row_was_live (row)))
    {
      g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_EXISTS,
                           N_("There is a row with this ID already. Change that one, or add a "
                              "new one without an ID."));
      return FALSE;
    }

  /* The values come first: they may name a parent that is live in place of one that is not. */
  row->is_renewed = TRUE;

  return genlock_nested_overlay (work, row, record, error)
         && genlock_cascade_undelete (work, row, error)
         && genlock_nested_apply (work, row, record, error);
}

gboolean
genlock_insert_rows (GenlockWork *work,
                     GPtrArray *records,
                     GError **error)
{
  g_autoptr (GHashTable) lists = g_hash_table_new_full (NULL, NULL, NULL,
                                                        (GDestroyNotify) g_ptr_array_unref);
  g_autoptr (GPtrArray) taken = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (get_list (lists, genlock_record_get_table (records->pdata[i])),
                     records->pdata[i]);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];
      GPtrArray *list = g_hash_table_lookup (lists, table);

      if (list != NULL && !add_table (work, table, list, lists, taken, error))
        return FALSE;
    }

  for (guint i = 0; i < taken->len; i++)
    if (!genlock_work_go_on (work, error) || !revive (work, taken->pdata[i], error))
      return FALSE;

  return TRUE;
}
