/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a gesture on rows has to know first: the rows, and which labels and names are taken. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "ui/lists/genlock-gather.h"

typedef struct
{
  GenlockQuery *query;       /* owned */
  guint label_field;
  guint name_field;
  GenlockGathered *gathered; /* owned, nullable */
} Gather;

static void
gather_free (gpointer data)
{
  Gather *gather = data;

  genlock_query_free (gather->query);
  g_clear_pointer (&gather->gathered, genlock_gathered_free);
  g_free (gather);
}

void
genlock_gathered_free (GenlockGathered *gathered)
{
  g_clear_pointer (&gathered->records, g_ptr_array_unref);
  g_hash_table_unref (gathered->labels);
  g_hash_table_unref (gathered->names);
  g_free (gathered);
}

static gboolean
add_words (GTask *task,
           GObject *store,
           GAsyncResult *result,
           GHashTable *words)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (store), result, &error);

  if (counts == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return FALSE;
    }

  for (guint i = 0; i < counts->len; i++)
    {
      const char *word = g_array_index (counts, GenlockCount, i).word;

      if (word != NULL)
        g_hash_table_add (words, g_utf8_casefold (word, -1));
    }

  return TRUE;
}

static void
names_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Gather *gather = g_task_get_task_data (task);

  if (add_words (task, source, result, gather->gathered->names))
    g_task_return_pointer (task, g_steal_pointer (&gather->gathered),
                           (GDestroyNotify) genlock_gathered_free);
}

static void
labels_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Gather *gather = g_task_get_task_data (task);

  if (!add_words (task, source, result, gather->gathered->labels))
    return;

  if (gather->name_field == 0)
    g_task_return_pointer (task, g_steal_pointer (&gather->gathered),
                           (GDestroyNotify) genlock_gathered_free);
  else
    genlock_store_count_async (GENLOCK_STORE (source), gather->query, gather->name_field,
                               g_task_get_cancellable (task), names_cb, g_object_ref (task));
}

static void
fetch_cb (GObject *source,
          GAsyncResult *result,
          gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Gather *gather = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;

  gather->gathered->records = genlock_list_fetch_finish (GENLOCK_LIST (source), result, &error);
  if (gather->gathered->records == NULL)
    g_task_return_error (task, g_steal_pointer (&error));
  else
    genlock_store_count_async (g_task_get_source_object (task), gather->query,
                               gather->label_field, g_task_get_cancellable (task), labels_cb,
                               g_object_ref (task));
}

/* Before anything that takes its time: places are those of rows only as long as nothing changes. */
static void
fetch (GTask *task,
       GenlockList *list,
       GtkBitset *rows)
{
  g_autofree guint *positions = g_new (guint, gtk_bitset_get_size (rows) + 1);
  GtkBitsetIter iter;
  guint row;
  gsize n = 0;

  for (gboolean more = gtk_bitset_iter_init_first (&iter, rows, &row);
       more;
       more = gtk_bitset_iter_next (&iter, &row))
    positions[n++] = row;

  genlock_list_fetch_async (list, positions, n, g_task_get_cancellable (task), fetch_cb, task);
}

void
genlock_gather_async (GenlockStore *store,
                      GenlockList *list,
                      const GenlockListKind *kind,
                      const char *production_id,
                      GtkBitset *rows,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  Gather *gather = g_new0 (Gather, 1);

  g_task_set_source_tag (task, genlock_gather_async);
  gather->query = genlock_query_new (kind->table);
  genlock_query_set_parent (gather->query, production_id);
  gather->label_field = kind->label;
  gather->name_field = kind->name;
  gather->gathered = g_new0 (GenlockGathered, 1);
  gather->gathered->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gather->gathered->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_task_set_task_data (task, gather, gather_free);

  fetch (task, list, rows);
}

GenlockGathered *
genlock_gather_finish (GAsyncResult *result,
                       GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
