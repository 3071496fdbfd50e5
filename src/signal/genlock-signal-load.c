/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a show that its signal graph and its rules look at. */

#define G_LOG_DOMAIN "genlock-signal"

#include "config.h"

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-sources.h"
#include "core/store/genlock-snapshot.h"
#include "signal/genlock-signal-load.h"

const GenlockSignalTable genlock_signal_tables[] = {
  { &genlock_sources, GENLOCK_SOURCE_EQUIPMENT_ID },
  { &genlock_devices, GENLOCK_DEVICE_EQUIPMENT_ID },
  { &genlock_sends, GENLOCK_SEND_EQUIPMENT_ID },
  { &genlock_connections, 0 },
  { &genlock_dismissals, 0 },
  { &genlock_addresses, 0 },
  { &genlock_graph_nodes, 0 },
  { NULL },
};

static gboolean
load_specs (GenlockSnapshot *snapshot,
            GHashTable *ids,
            GPtrArray *rows,
            GError **error)
{
  GHashTableIter iter;
  const char *id;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, (gpointer *) &id, NULL))
    {
      g_autoptr (GError) missing = NULL;
      GenlockRecord *spec = genlock_snapshot_get (snapshot, &genlock_equipment_specs, id, &missing);

      if (spec != NULL)
        g_ptr_array_add (rows, spec);
      else if (!g_error_matches (missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return FALSE;
        }
    }

  return TRUE;
}

/* Deleted cables: what stood on them is not given to another. */
static gboolean
load_old_labels (GenlockSnapshot *snapshot,
                 const char *production_id,
                 GPtrArray *rows,
                 GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_connections);
  g_autoptr (GPtrArray) found = NULL;

  genlock_query_set_parent (query, production_id);
  genlock_query_set_deleted (query, TRUE, TRUE);
  found = genlock_snapshot_list (snapshot, query, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (genlock_record_has (found->pdata[i], GENLOCK_CONNECTION_CABLE_LABEL))
      g_ptr_array_add (rows, genlock_record_ref (found->pdata[i]));

  return found != NULL;
}

GPtrArray *
genlock_signal_load (GenlockStore *store,
                     const char *production_id,
                     GError **error)
{
  g_autoptr (GenlockSnapshot) snapshot = genlock_snapshot_new (store, error);
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (
    (GDestroyNotify) genlock_record_unref);
  g_autoptr (GHashTable) specs = g_hash_table_new (g_str_hash, g_str_equal);

  if (snapshot == NULL)
    return NULL;

  for (const GenlockSignalTable *of = genlock_signal_tables; of->table != NULL; of++)
    {
      g_autoptr (GenlockQuery) query = genlock_query_new (of->table);
      g_autoptr (GPtrArray) found = NULL;

      genlock_query_set_parent (query, production_id);
      found = genlock_snapshot_list (snapshot, query, error);
      if (found == NULL)
        return NULL;

      for (guint j = 0; j < found->len; j++)
        {
          const char *spec = NULL;

          if (of->equipment != 0)
            spec = genlock_record_get_text (found->pdata[j], of->equipment);
          if (spec != NULL)
            g_hash_table_add (specs, (char *) spec);
          g_ptr_array_add (rows, genlock_record_ref (found->pdata[j]));
        }
    }

  /* The rows hold the ids. */
  return load_specs (snapshot, specs, rows, error)
         && load_old_labels (snapshot, production_id, rows, error) ? g_steal_pointer (&rows) : NULL;
}
