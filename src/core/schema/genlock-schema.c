/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of all tables. */

#define G_LOG_DOMAIN "genlock-schema"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-addresses.h"
#include "core/schema/genlock-change-log.h"
#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-dismissals.h"
#include "core/schema/genlock-equipment-card-io.h"
#include "core/schema/genlock-equipment-cards.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-graph-nodes.h"
#include "core/schema/genlock-prints.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-schema.h"
#include "core/schema/genlock-sends.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/schema/genlock-sources.h"
#include "core/schema/genlock-sync-conflicts.h"
#include "core/schema/genlock-sync-dirty.h"
#include "core/schema/genlock-sync-log.h"
#include "core/schema/genlock-undo-steps.h"

const GenlockTable * const genlock_schema_tables[] = {
  &genlock_productions,
  &genlock_equipment_specs,
  &genlock_equipment_io_ports,
  &genlock_equipment_cards,
  &genlock_equipment_card_io,
  &genlock_sources,
  &genlock_source_outputs,
  &genlock_sends,
  &genlock_devices,
  &genlock_connections,
  &genlock_graph_nodes,
  &genlock_dismissals,
  &genlock_addresses,
  &genlock_prints,
  &genlock_sync_conflicts,
  &genlock_change_log,
  &genlock_sync_log,
  &genlock_sync_dirty,
  &genlock_undo_steps,
  NULL,
};

const GenlockTable *
genlock_schema_find_table (const char *name)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *table = genlock_schema_tables[i];

      if (strcmp (table->name, name) == 0 || g_strcmp0 (table->alias, name) == 0)
        return table;
    }

  return NULL;
}

gboolean
genlock_table_replicates (const GenlockTable *table)
{
  return table->n_meta > 0;
}

const GenlockTable *
genlock_table_find_child (const GenlockTable *table,
                          const char *nested_as)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];

      if (g_strcmp0 (child->nested_as, nested_as) == 0
          && child->fields[child->parent_field].target == table)
        return child;
    }

  return NULL;
}

gboolean
genlock_table_is_nested (const GenlockTable *table,
                         const GenlockTable *parent)
{
  return table->nested_as != NULL && table->fields[table->parent_field].target == parent;
}
