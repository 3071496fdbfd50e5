/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what there is to find. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "ui/find/genlock-find-load.h"

static const GenlockTable * const of_show[] = {
  &genlock_sources,
  &genlock_devices,
  &genlock_sends,
  &genlock_connections,
};

/* What the worker gets. */
typedef struct
{
  GenlockStore *store; /* owned */
  char *production_id; /* owned, nullable */
  GenlockFindIndex *index; /* owned, nullable: has the equipment already */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_object_unref (work->store);
  g_free (work->production_id);
  g_clear_pointer (&work->index, genlock_find_index_free);
  g_free (work);
}

static gboolean
add_table (Work *work,
           const GenlockTable *table,
           const char *parent_id,
           GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);
  g_autoptr (GPtrArray) rows = NULL;

  genlock_query_set_parent (query, parent_id);
  rows = genlock_store_list (work->store, query, error);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    genlock_find_index_add_record (work->index, rows->pdata[i]);

  return rows != NULL;
}

static void
load (GTask *task,
      gpointer source,
      gpointer data,
      GCancellable *cancellable)
{
  Work *work = data;
  GError *error = NULL;
  gboolean whole = add_table (work, &genlock_productions, NULL, &error);

  for (guint i = 0; whole && work->production_id != NULL && i < G_N_ELEMENTS (of_show); i++)
    {
      whole = add_table (work, of_show[i], work->production_id, &error);
      if (g_task_return_error_if_cancelled (task))
        {
          g_clear_error (&error);
          return;
        }
    }
  if (!whole)
    {
      g_task_return_error (task, error);
      return;
    }

  genlock_find_index_sort (work->index);
  g_task_return_pointer (task, g_steal_pointer (&work->index),
                         (GDestroyNotify) genlock_find_index_free);
}

void
genlock_find_load_async (GenlockStore *store,
                         const char *production_id,
                         GenlockNames *equipment,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_auto (GStrv) names = genlock_names_list (equipment);
  Work *work = g_new0 (Work, 1);

  work->store = g_object_ref (store);
  work->production_id = g_strdup (production_id);
  work->index = genlock_find_index_new ();
  for (guint i = 0; names[i] != NULL; i++)
    {
      const char *id = genlock_names_find (equipment, names[i]);

      if (id != NULL)
        genlock_find_index_add (work->index, GENLOCK_FIND_EQUIPMENT, id, NULL, names[i],
                                genlock_names_get_detail (equipment, id));
    }

  g_task_set_source_tag (task, genlock_find_load_async);
  g_task_set_task_data (task, work, work_free);
  g_task_run_in_thread (task, load);
}

GenlockFindIndex *
genlock_find_load_finish (GAsyncResult *result,
                          GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
