/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which labels and names the devices of a show have. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-devices.h"
#include "ui/devices/genlock-taken.h"

void
genlock_taken_free (GenlockTaken *taken)
{
  g_hash_table_unref (taken->labels);
  g_hash_table_unref (taken->names);
  g_free (taken);
}

static void
add (GHashTable *set,
     const GenlockRecord *device,
     guint field)
{
  const char *text = genlock_record_get_text (device, field);

  if (text != NULL && *text != '\0')
    g_hash_table_add (set, g_utf8_casefold (text, -1));
}

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GPtrArray) devices = genlock_store_list_finish (GENLOCK_STORE (source), result,
                                                             &error);
  GenlockTaken *taken;

  if (devices == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  taken = g_new0 (GenlockTaken, 1);
  taken->labels = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  taken->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < devices->len; i++)
    {
      add (taken->labels, g_ptr_array_index (devices, i), GENLOCK_DEVICE_LABEL);
      add (taken->names, g_ptr_array_index (devices, i), GENLOCK_DEVICE_NAME);
    }

  g_task_return_pointer (task, taken, (GDestroyNotify) genlock_taken_free);
}

void
genlock_taken_read_async (GenlockStore *store,
                          const char *production_id,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_devices);

  g_task_set_source_tag (task, genlock_taken_read_async);
  genlock_query_set_parent (query, production_id);
  genlock_store_list_async (store, query, cancellable, listed_cb, task);
}

GenlockTaken *
genlock_taken_read_finish (GAsyncResult *result,
                           GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
