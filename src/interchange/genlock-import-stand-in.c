/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Equipment of the database in place of the same in a file. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-import-stand-in.h"

/* @map: (nullable): id of a port of @spec → id of the port of @candidate, or its label */
static gboolean
match_ports (GenlockRecord *spec,
             GenlockRecord *candidate,
             GenlockImportMatch match,
             GHashTable *map)
{
  g_autoptr (GPtrArray) wanted = genlock_import_ports_list (spec);
  g_autoptr (GHashTable) index = genlock_import_ports_index (candidate);

  for (guint i = 0; i < wanted->len; i++)
    {
      GenlockRecord *port = g_ptr_array_index (wanted, i);
      const char *type = genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_PORT_TYPE);
      const char *label = genlock_record_get_text (port, GENLOCK_EQUIPMENT_IO_PORT_LABEL);
      GenlockRecord *found = genlock_import_ports_find (index, type, label, NULL);

      if (found == NULL && match == GENLOCK_IMPORT_MATCH_PORTS)
        return FALSE;
      if (found == NULL)
        found = genlock_import_ports_find (index, type, NULL,
                                           genlock_record_get_text (
                                             port, GENLOCK_EQUIPMENT_IO_PORT_IO_TYPE));
      if (map != NULL && (found != NULL || label != NULL))
        g_hash_table_insert (map, g_strdup (genlock_record_get_id (port)),
                             g_strdup (found != NULL ? genlock_record_get_id (found) : label));
    }

  return TRUE;
}

/* Folded model → GPtrArray of live equipment */
GHashTable *
genlock_import_stand_in_index (GPtrArray *equipment)
{
  GHashTable *models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; equipment != NULL && i < equipment->len; i++)
    {
      GenlockRecord *spec = g_ptr_array_index (equipment, i);
      g_autofree char *folded = NULL;
      GPtrArray *specs;

      if (genlock_record_get_bool (spec, GENLOCK_META_IS_DELETED))
        continue;
      folded = genlock_import_ports_fold (genlock_record_get_text (spec,
                                                                   GENLOCK_EQUIPMENT_SPEC_MODEL));
      specs = g_hash_table_lookup (models, folded);
      if (specs == NULL)
        {
          specs = g_ptr_array_new ();
          g_hash_table_insert (models, g_steal_pointer (&folded), specs);
        }
      g_ptr_array_add (specs, spec);
    }

  return models;
}

static gboolean
is_same_maker (const GenlockImportRow *row,
               GenlockRecord *candidate)
{
  g_autofree char *ours = NULL;
  g_autofree char *theirs = NULL;

  if (row->any_maker)
    return TRUE;

  ours = genlock_import_ports_fold (genlock_record_get_text (row->parsed,
                                                             GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));
  theirs = genlock_import_ports_fold (genlock_record_get_text (
                                        candidate, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER));

  return strcmp (ours, theirs) == 0;
}

/* The one with the smallest id, so that the choice does not depend on the order of the list. */
static GenlockRecord *
find_stand_in (const GenlockImportRow *row,
               GHashTable *models)
{
  const char *model = row->model;
  g_autofree char *folded = NULL;
  GPtrArray *specs;
  GenlockRecord *found = NULL;

  if (model == NULL)
    model = genlock_record_get_text (row->parsed, GENLOCK_EQUIPMENT_SPEC_MODEL);
  folded = genlock_import_ports_fold (model);
  specs = g_hash_table_lookup (models, folded);
  for (guint i = 0; specs != NULL && i < specs->len; i++)
    {
      GenlockRecord *candidate = g_ptr_array_index (specs, i);

      if (is_same_maker (row, candidate) && match_ports (row->parsed, candidate, row->match, NULL)
          && (found == NULL || strcmp (genlock_record_get_id (candidate),
                                       genlock_record_get_id (found)) < 0))
        found = candidate;
    }

  return found;
}

void
genlock_import_stand_in_try (GenlockImportPlan *plan,
                             GenlockImportRow *row,
                             GHashTable *models)
{
  GenlockRecord *found = find_stand_in (row, models);

  if (found == NULL)
    return;

  match_ports (row->parsed, found, row->match, plan->stands_for);
  g_hash_table_insert (plan->stands_for, g_strdup (genlock_record_get_id (row->parsed)),
                       g_strdup (genlock_record_get_id (found)));
  genlock_record_unref (row->entry.record);
  row->entry.record = genlock_record_ref (found);
  row->entry.state = GENLOCK_IMPORT_EQUAL;
  row->entry.is_chosen = FALSE;
}

static gboolean
may_be_replaced (const GenlockTable *table,
                 guint field)
{
  if (table == &genlock_connections)
    return field == GENLOCK_CONNECTION_INTERMEDIATE_INPUT
           || field == GENLOCK_CONNECTION_INTERMEDIATE_OUTPUT
           || field == GENLOCK_CONNECTION_DESTINATION_INPUT;

  return genlock_table_get_field (table, field)->target == &genlock_equipment_specs;
}

void
genlock_import_stand_in_resolve (GenlockImportPlan *plan,
                                 GenlockImportRow *row)
{
  const GenlockTable *table = genlock_record_get_table (row->parsed);
  g_autoptr (GenlockRecord) record = genlock_record_ref (row->parsed);

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const char *text;

      if (g_hash_table_size (plan->stands_for) == 0 || !may_be_replaced (table, i))
        continue;
      text = genlock_record_get_text (record, i);
      text = text != NULL ? g_hash_table_lookup (plan->stands_for, text) : NULL;
      if (text == NULL)
        continue;
      if (record == row->parsed)
        {
          genlock_record_unref (record);
          record = genlock_record_copy (row->parsed);
        }
      genlock_record_set_text (record, i, text);
    }

  genlock_record_unref (row->entry.record);
  row->entry.record = g_steal_pointer (&record);
}
