/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whole rows of a list for those who work on them. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-list-private.h"
#include "core/store/genlock-query-private.h"

static gboolean
look_up (GenlockList *self,
         const char *id,
         gint64 *rowid)
{
  GenlockReaders *readers = self->store->readers;
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE id = :id",
                                          self->query->table->name);
  GenlockDatabase *database = genlock_readers_borrow (readers, TRUE, NULL);
  GenlockStatement *statement;

  if (database == NULL)
    return FALSE;

  statement = genlock_database_prepare (database, sql, NULL);
  if (statement != NULL)
    {
      genlock_statement_bind_text (statement, ":id", id);
      if (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
        *rowid = genlock_statement_read_int (statement, 0);

      genlock_statement_release (statement);
    }

  genlock_readers_return (readers, database);

  return *rowid != 0;
}

gboolean
genlock_list_find (GenlockList *list,
                   const char *id,
                   guint *position)
{
  guint n_items;
  gint64 rowid;

  g_return_val_if_fail (GENLOCK_IS_LIST (list), FALSE);

  if (list->query == NULL)
    return FALSE;

  rowid = genlock_list_cache_find (list->cache, id);
  if (rowid == 0 && !look_up (list, id, &rowid))
    return FALSE;

  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < n_items; i++)
    if (genlock_list_get_rowid (list, i) == rowid)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void rows_fetched_cb (GObject *object,
                             GAsyncResult *result,
                             gpointer user_data);

/* @task: (transfer full); @rowids: (transfer full) */
static void
fetch_rowids (GenlockList *self,
              GTask *task,
              const GenlockTable *table,
              GArray *rowids)
{
  GenlockFetch *fetch = g_new0 (GenlockFetch, 1);

  fetch->table = table;
  fetch->rowids = rowids;
  fetch->generation = self->generation;
  genlock_store_run_async (self->store, genlock_fetch_work, fetch,
                           (GDestroyNotify) genlock_fetch_free,
                           (GDestroyNotify) genlock_fetch_free, g_task_get_cancellable (task),
                           rows_fetched_cb, task);
}

/* Rows that are gone are no rows. */
static GPtrArray *
steal_rows (GenlockFetch *fetch)
{
  for (guint i = fetch->records->len; i > 0; i--)
    if (g_ptr_array_index (fetch->records, i - 1) == NULL)
      g_ptr_array_remove_index (fetch->records, i - 1);

  return g_steal_pointer (&fetch->records);
}

static void
rows_fetched_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GenlockList *self = g_task_get_source_object (task);
  GenlockFetch *fetch = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);

  if (fetch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Something has changed while these were read. */
  if (fetch->generation != self->generation)
    fetch_rowids (self, g_steal_pointer (&task), fetch->table, g_array_ref (fetch->rowids));
  else
    g_task_return_pointer (task, steal_rows (fetch), (GDestroyNotify) g_ptr_array_unref);

  genlock_fetch_free (fetch);
}

static void
fetch_rows (GenlockList *self,
            GTask *task,
            GArray *positions)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  GArray *rowids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) < n_items)
      {
        gint64 rowid = genlock_list_get_rowid (self, g_array_index (positions, guint, i));

        g_array_append_val (rowids, rowid);
      }

  fetch_rowids (self, g_object_ref (task), self->query->table, rowids);
}

/* Without the order that the places were in there is no saying which rows were meant. */
static void
refuse_rows (GenlockList *self,
             GTask *task)
{
  g_task_return_new_error (task, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED, "%s",
                           self->error != NULL ? self->error
                           : N_("The list has changed meanwhile. Try again."));
}

/* Somebody wants rows of which only the number is known yet. */
typedef struct
{
  GTask *task; /* owned */
  GArray *positions; /* owned (element-type guint) */
  guint64 turn; /* of the list that they are places in */
} Waiting;

static void
waiting_free (gpointer data,
              GClosure *closure)
{
  Waiting *waiting = data;

  g_object_unref (waiting->task);
  g_array_unref (waiting->positions);
  g_free (waiting);
}

static void
loading_cb (GenlockList *self,
            GParamSpec *pspec,
            gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GArray) positions = NULL;
  gboolean has_turned = waiting->turn != self->turn;

  if (genlock_list_get_loading (self) && !has_turned)
    return;

  task = g_object_ref (waiting->task);
  positions = g_array_ref (waiting->positions);
  g_signal_handlers_disconnect_by_func (self, loading_cb, waiting);

  if (self->query != NULL && self->n_rest == 0 && !has_turned)
    fetch_rows (self, task, positions);
  else
    refuse_rows (self, task);
}

void
genlock_list_fetch_async (GenlockList *list,
                          const guint *positions,
                          gsize n_positions,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GArray) places = NULL;
  Waiting *waiting;

  g_return_if_fail (GENLOCK_IS_LIST (list));

  task = g_task_new (list, cancellable, callback, user_data);
  g_task_set_source_tag (task, genlock_list_fetch_async);
  places = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), positions,
                                (guint) n_positions);

  if (list->query == NULL)
    {
      g_task_return_pointer (task,
                             g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                             genlock_record_unref),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  if (list->n_rest == 0)
    {
      fetch_rows (list, task, places);
      return;
    }

  if (!genlock_list_get_loading (list))
    {
      refuse_rows (list, task);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->task = g_steal_pointer (&task);
  waiting->positions = g_steal_pointer (&places);
  waiting->turn = list->turn;
  g_signal_connect_data (list, "notify::loading", G_CALLBACK (loading_cb), waiting, waiting_free,
                         0);
}

GPtrArray *
genlock_list_fetch_finish (GenlockList *list,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, list), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
