/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the database holds of a plan, read once. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "interchange/genlock-import-stored.h"

static void
unref_rows (gpointer rows)
{
  if (rows != NULL)
    g_hash_table_unref (rows);
}

static void
unref_record (gpointer record)
{
  if (record != NULL)
    genlock_record_unref (record);
}

void
genlock_import_stored_clear (GenlockImportStored *stored)
{
  g_clear_pointer (&stored->groups, g_ptr_array_unref);
  g_clear_pointer (&stored->productions, g_ptr_array_unref);
  g_clear_pointer (&stored->equipment, g_ptr_array_unref);
}

static GPtrArray *
list_all (GenlockSnapshot *snapshot,
          const GenlockTable *table,
          const char *parent_id,
          GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);

  if (parent_id != NULL)
    genlock_query_set_parent (query, parent_id);
  genlock_query_set_deleted (query, TRUE, FALSE);

  return genlock_snapshot_list (snapshot, query, error);
}

static GHashTable *
index_rows (GPtrArray *records)
{
  GHashTable *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) genlock_record_unref);

  for (guint i = 0; i < records->len; i++)
    {
      GenlockRecord *record = g_ptr_array_index (records, i);

      g_hash_table_insert (rows, (gpointer) genlock_record_get_id (record),
                           genlock_record_ref (record));
    }

  return rows;
}

/* @record: (out) (nullable): the show as the database has it */
static gboolean
take_production (GenlockSnapshot *snapshot,
                 const GenlockImportShow *show,
                 GenlockRecord **record,
                 GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *record = NULL;
  if (show->production == NULL)
    return TRUE;

  *record = genlock_snapshot_get (snapshot, &genlock_productions,
                                  genlock_record_get_id (show->production->record), &local_error);
  if (*record != NULL
      || g_error_matches (local_error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
    return TRUE;

  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static const char *
find_parent_id (const GenlockImportPlan *plan,
                const GenlockImportShow *show,
                const GenlockImportGroup *group)
{
  const GenlockImportRow *row = g_ptr_array_index (group->entries, 0);

  if (show == plan->sheet_show && plan->found_production_id != NULL)
    return plan->found_production_id;

  return group->table->parent_field == 0
         ? NULL : genlock_record_get_text (row->parsed, group->table->parent_field);
}

static gboolean
take_group (GenlockImportStored *stored,
            const GenlockImportPlan *plan,
            GenlockSnapshot *snapshot,
            const GenlockImportShow *show,
            const GenlockImportGroup *group,
            GenlockRecord *production,
            GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  /* No row of a show can be there before the show itself. */
  if (show->production != NULL && production == NULL)
    {
      g_ptr_array_add (stored->groups, NULL);
      return TRUE;
    }

  records = list_all (snapshot, group->table, find_parent_id (plan, show, group), error);
  if (records == NULL)
    return FALSE;

  g_ptr_array_add (stored->groups, index_rows (records));
  if (group->table == &genlock_equipment_specs && stored->equipment == NULL)
    stored->equipment = g_ptr_array_ref (records);

  return TRUE;
}

gboolean
genlock_import_stored_read (GenlockImportStored *stored,
                            GenlockImportPlan *plan,
                            GenlockSnapshot *snapshot,
                            GCancellable *cancellable,
                            GError **error)
{
  *stored = (GenlockImportStored) { 0 };
  stored->groups = g_ptr_array_new_with_free_func (unref_rows);
  stored->productions = g_ptr_array_new_with_free_func (unref_record);
  for (guint s = 0; s < plan->shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (plan->shows, s);
      GenlockRecord *production = NULL;

      if (!take_production (snapshot, show, &production, error))
        return FALSE;

      g_ptr_array_add (stored->productions, production);
      for (guint g = 0; g < show->groups->len; g++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (!take_group (stored, plan, snapshot, show, g_ptr_array_index (show->groups, g),
                           production, error))
            return FALSE;
        }
    }

  return TRUE;
}
