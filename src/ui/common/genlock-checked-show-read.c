/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a checked show is read: all of it, or what has changed. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/store/genlock-snapshot.h"
#include "signal/genlock-signal-load.h"
#include "ui/common/genlock-checked-show-read.h"
#include "ui/common/genlock-shipped.h"

/* A reading under way. */
typedef struct
{
  GenlockStore *store;     /* owned */
  char *production_id;     /* owned, nullable */
  GenlockLibrary *library; /* owned, nullable */
  GArray *keys;            /* owned, nullable (element-type GenlockShowKey) */
} Reading;

static void
reading_free (gpointer data)
{
  Reading *reading = data;

  g_clear_pointer (&reading->keys, g_array_unref);
  g_clear_pointer (&reading->library, genlock_library_unref);
  g_clear_object (&reading->store);
  g_free (reading->production_id);
  g_free (reading);
}

void
genlock_show_loaded_free (GenlockShowLoaded *loaded)
{
  g_clear_pointer (&loaded->check, genlock_signal_check_free);
  g_clear_pointer (&loaded->graph, genlock_signal_graph_free);
  g_clear_pointer (&loaded->places, g_ptr_array_unref);
  g_free (loaded);
}

static void
clear_key (gpointer data)
{
  GenlockShowKey *key = data;

  g_free (key->id);
}

GArray *
genlock_show_keys_new (void)
{
  GArray *keys = g_array_new (FALSE, FALSE, sizeof (GenlockShowKey));

  g_array_set_clear_func (keys, clear_key);

  return keys;
}

/* (nullable): how the rules look at it. */
static const GenlockSignalTable *
find (const GenlockTable *table)
{
  for (const GenlockSignalTable *of = genlock_signal_tables; of->table != NULL; of++)
    if (of->table == table)
      return of;

  return NULL;
}

const GenlockTable *
genlock_show_find_table (const GenlockTable *table)
{
  while (table != NULL)
    {
      if (table == &genlock_equipment_specs || find (table) != NULL)
        return table;

      table = table->parent_field != 0 && table->nested_as != NULL
              ? table->fields[table->parent_field].target
              : NULL;
    }

  return NULL;
}

static void
load_in_thread (GTask *task,
                gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  Reading *reading = task_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows = genlock_signal_load (reading->store, reading->production_id, &error);
  GenlockShowLoaded *loaded;

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  loaded = g_new0 (GenlockShowLoaded, 1);
  loaded->graph = genlock_signal_graph_new (NULL);
  loaded->check = genlock_signal_check_new (loaded->graph, reading->library);
  loaded->places = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  /* What others name comes first. */
  for (guint i = rows->len; i > 0; i--)
    {
      GenlockRecord *row = rows->pdata[i - 1];

      if (genlock_record_get_table (row) == &genlock_graph_nodes)
        g_ptr_array_add (loaded->places, genlock_record_ref (row));
      genlock_signal_check_set (loaded->check, row);
    }
  genlock_signal_check_update (loaded->check);
  g_task_return_pointer (task, loaded, (GDestroyNotify) genlock_show_loaded_free);
}

/* Without a library there are no converters to suggest; all else works. */
static void
shipped_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Reading *reading = g_task_get_task_data (task);

  reading->library = genlock_shipped_load_finish (result, NULL);
  if (!g_task_return_error_if_cancelled (task))
    g_task_run_in_thread (task, load_in_thread);
}

void
genlock_show_load_async (GenlockStore *store,
                         const char *production_id,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, genlock_show_load_async);
  reading->store = g_object_ref (store);
  reading->production_id = g_strdup (production_id);
  g_task_set_task_data (task, reading, reading_free);
  genlock_shipped_load_async (cancellable, shipped_cb, task);
}

GenlockShowLoaded *
genlock_show_load_finish (GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* A row that was never there, or is swept, is none: FALSE is for all else. */
static gboolean
get_row (GenlockSnapshot *snapshot,
         const GenlockTable *table,
         const char *id,
         GenlockRecord **row,
         GError **error)
{
  g_autoptr (GError) missing = NULL;

  *row = genlock_snapshot_get (snapshot, table, id, &missing);
  if (*row != NULL || g_error_matches (missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&missing));
  return FALSE;
}

/* The row that @key is, or is nested in. */
static gboolean
get_whole (GenlockSnapshot *snapshot,
           const GenlockShowKey *key,
           GenlockRecord **row,
           GError **error)
{
  const GenlockTable *top = genlock_show_find_table (key->table);

  if (!get_row (snapshot, key->table, key->id, row, error))
    return FALSE;

  while (*row != NULL && genlock_record_get_table (*row) != top)
    {
      g_autoptr (GenlockRecord) child = *row;
      const GenlockTable *table = genlock_record_get_table (child);
      const char *parent = genlock_record_get_text (child, table->parent_field);

      *row = NULL;
      if (parent != NULL
          && !get_row (snapshot, table->fields[table->parent_field].target, parent, row, error))
        return FALSE;
    }

  return TRUE;
}

static gboolean
add_equipment (GenlockSnapshot *snapshot,
               const GenlockRecord *row,
               GHashTable *seen,
               GPtrArray *rows,
               GError **error)
{
  const GenlockSignalTable *of = find (genlock_record_get_table (row));
  const char *id = of != NULL && of->equipment != 0 ? genlock_record_get_text (row, of->equipment)
                                                    : NULL;
  GenlockRecord *spec;

  if (id == NULL || !g_hash_table_add (seen, g_strdup (id)))
    return TRUE;
  if (!get_row (snapshot, &genlock_equipment_specs, id, &spec, error))
    return FALSE;

  if (spec != NULL)
    g_ptr_array_add (rows, spec);

  return TRUE;
}

static GPtrArray *
fetch (Reading *reading,
       GError **error)
{
  g_autoptr (GenlockSnapshot) snapshot = genlock_snapshot_new (reading->store, error);
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (snapshot == NULL)
    return NULL;

  for (guint i = 0; i < reading->keys->len; i++)
    {
      g_autoptr (GenlockRecord) row = NULL;

      if (!get_whole (snapshot, &g_array_index (reading->keys, GenlockShowKey, i), &row, error))
        return NULL;
      if (row == NULL || !g_hash_table_add (seen, g_strdup (genlock_record_get_id (row))))
        continue;
      /* Before the row that names it. */
      if (!add_equipment (snapshot, row, seen, rows, error))
        return NULL;
      g_ptr_array_add (rows, g_steal_pointer (&row));
    }

  return g_steal_pointer (&rows);
}

static void
fetch_in_thread (GTask *task,
                 gpointer source,
                 gpointer task_data,
                 GCancellable *cancellable)
{
  GError *error = NULL;
  GPtrArray *rows = fetch (task_data, &error);

  if (rows != NULL)
    g_task_return_pointer (task, rows, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

void
genlock_show_fetch_async (GenlockStore *store,
                          GArray *keys,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Reading *reading = g_new0 (Reading, 1);

  g_task_set_source_tag (task, genlock_show_fetch_async);
  reading->store = g_object_ref (store);
  reading->keys = keys;
  g_task_set_task_data (task, reading, reading_free);
  g_task_run_in_thread (task, fetch_in_thread);
}

GPtrArray *
genlock_show_fetch_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
