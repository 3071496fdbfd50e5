/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads from a store which shows use a piece of equipment. */

#define G_LOG_DOMAIN "genlock-equipment"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-snapshot.h"
#include "equipment/genlock-spec-usage.h"

/* What is read, one after the other: the first three name the specs, the last two the devices. */
typedef enum
{
  READ_DEVICES,
  READ_SOURCES,
  READ_SENDS,
  READ_THROUGH,
  READ_TO,
  READ_PRODUCTIONS,
  N_READS,
} Read;

/* A reading under way. */
typedef struct
{
  GStrv spec_ids; /* owned */
  GPtrArray *rows[N_READS]; /* owned */
  Read next;
} Reading;

static void
free_reading (gpointer data)
{
  Reading *reading = data;

  g_strfreev (reading->spec_ids);
  for (guint i = 0; i < N_READS; i++)
    g_clear_pointer (&reading->rows[i], g_ptr_array_unref);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, free_reading)

static GenlockQuery *
make_filter (const GenlockTable *table,
             guint field,
             const char * const *words)
{
  GenlockQuery *query = genlock_query_new (table);

  genlock_query_set_filter (query, field, words, FALSE);

  return query;
}

/* The ids of @rows, or what @field of them says. */
static char **
list_ids (GPtrArray *rows,
          guint field)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < rows->len; i++)
    {
      const char *id = genlock_record_get_text (rows->pdata[i], field);

      if (id != NULL && g_hash_table_add (seen, (gpointer) id))
        g_strv_builder_add (builder, id);
    }

  return g_strv_builder_end (builder);
}

/* (transfer full) (nullable): what is to be read next; %NULL where nothing can come of it. */
static GenlockQuery *
make_query (const Reading *reading)
{
  const char * const *specs = (const char * const *) reading->spec_ids;
  g_auto (GStrv) devices = NULL;

  if (reading->next > READ_DEVICES)
    devices = list_ids (reading->rows[READ_DEVICES], GENLOCK_META_ID);

  switch (reading->next)
    {
    case READ_DEVICES:
      return *specs != NULL ? make_filter (&genlock_devices, GENLOCK_DEVICE_EQUIPMENT_ID, specs)
                            : NULL;

    case READ_SOURCES:
      return *specs != NULL ? make_filter (&genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID, specs)
                            : NULL;

    case READ_SENDS:
      return *specs != NULL ? make_filter (&genlock_sends, GENLOCK_SEND_EQUIPMENT_ID, specs)
                            : NULL;

    case READ_THROUGH:
      return devices[0] != NULL
             ? make_filter (&genlock_connections, GENLOCK_CONNECTION_INTERMEDIATE_ID,
                            (const char * const *) devices)
             : NULL;

    case READ_TO:
      return devices[0] != NULL
             ? make_filter (&genlock_connections, GENLOCK_CONNECTION_DESTINATION_ID,
                            (const char * const *) devices)
             : NULL;

    case READ_PRODUCTIONS:
      return genlock_query_new (&genlock_productions);

    case N_READS:
      break;
    }

  g_assert_not_reached ();
}

/* @rows: (transfer full) (nullable) */
static void
take_rows (Reading *reading,
           GPtrArray *rows)
{
  reading->rows[reading->next++] = rows != NULL ? rows : g_ptr_array_new ();
}

static GenlockSpecUsage *
finish_reading (Reading *reading)
{
  g_autoptr (GPtrArray) connections = g_ptr_array_new ();

  for (Read read = READ_THROUGH; read <= READ_TO; read++)
    for (guint i = 0; i < reading->rows[read]->len; i++)
      g_ptr_array_add (connections, reading->rows[read]->pdata[i]);

  return genlock_spec_usage_new (reading->rows[READ_PRODUCTIONS], reading->rows[READ_DEVICES],
                                 reading->rows[READ_SOURCES], reading->rows[READ_SENDS],
                                 connections);
}

static Reading *
start_reading (const char * const *spec_ids)
{
  Reading *reading = g_new0 (Reading, 1);

  reading->spec_ids = g_strdupv ((GStrv) spec_ids);

  return reading;
}

GenlockSpecUsage *
genlock_spec_usage_read (GenlockStore *store,
                         const char * const *spec_ids,
                         GError **error)
{
  g_autoptr (GenlockSnapshot) snapshot = genlock_snapshot_new (store, error);
  g_autoptr (Reading) reading = start_reading (spec_ids);

  if (snapshot == NULL)
    return NULL;

  while (reading->next < N_READS)
    {
      g_autoptr (GenlockQuery) query = make_query (reading);
      GPtrArray *rows = NULL;

      if (query != NULL)
        {
          rows = genlock_snapshot_list (snapshot, query, error);
          if (rows == NULL)
            return NULL;
        }

      take_rows (reading, rows);
    }

  return finish_reading (reading);
}

static void
read_on (GTask *task);

static void
listed_cb (GObject *source,
           GAsyncResult *result,
           gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GPtrArray *rows = genlock_store_list_finish (GENLOCK_STORE (source), result, &error);

  if (rows == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  take_rows (g_task_get_task_data (task), rows);
  read_on (task);
}

static void
read_on (GTask *task)
{
  Reading *reading = g_task_get_task_data (task);

  while (reading->next < N_READS)
    {
      g_autoptr (GenlockQuery) query = make_query (reading);

      if (query != NULL)
        {
          genlock_store_list_async (g_task_get_source_object (task), query,
                                    g_task_get_cancellable (task), listed_cb,
                                    g_object_ref (task));
          return;
        }

      take_rows (reading, NULL);
    }

  g_task_return_pointer (task, finish_reading (reading),
                         (GDestroyNotify) genlock_spec_usage_unref);
}

void
genlock_spec_usage_read_async (GenlockStore *store,
                               const char * const *spec_ids,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, genlock_spec_usage_read_async);
  g_task_set_task_data (task, start_reading (spec_ids), free_reading);
  read_on (task);
}

GenlockSpecUsage *
genlock_spec_usage_read_finish (GenlockStore *store,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
