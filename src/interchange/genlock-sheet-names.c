/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rows of a show are called in a sheet, and which row a name in a sheet means. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-devices.h"
#include "core/schema/genlock-equipment-specs.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-sheet-names.h"

struct _GenlockSheetNames
{
  GenlockSnapshot *snapshot; /* unowned */
  char *production_id; /* owned */
  GenlockImportPlan *plan; /* unowned, nullable */
  GHashTable *rows; /* owned (element-type utf8 GenlockRecord): fetched by id; NULL: not there */
  GHashTable *indexes; /* owned: table → GHashTable: folded text → record, NULL: several */
  GHashTable *ports; /* owned: id of a device → GHashTable of genlock_import_ports_index() */
};

static void
unref_record (gpointer record)
{
  if (record != NULL)
    genlock_record_unref (record);
}

GenlockSheetNames *
genlock_sheet_names_new (GenlockSnapshot *snapshot,
                         const char *production_id,
                         GenlockImportPlan *plan)
{
  GenlockSheetNames *names = g_new0 (GenlockSheetNames, 1);

  names->snapshot = snapshot;
  names->production_id = g_strdup (production_id);
  names->plan = plan;
  names->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_record);
  names->indexes = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);
  names->ports = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                        (GDestroyNotify) g_hash_table_unref);

  return names;
}

void
genlock_sheet_names_free (GenlockSheetNames *names)
{
  g_hash_table_unref (names->indexes);
  g_hash_table_unref (names->ports);
  g_hash_table_unref (names->rows);
  g_free (names->production_id);
  g_free (names);
}

GenlockRecord *
genlock_sheet_names_get (GenlockSheetNames *names,
                         const GenlockTable *table,
                         const char *id)
{
  GenlockImportRow *row = NULL;
  GenlockRecord *record;
  gpointer known;

  if (id == NULL)
    return NULL;
  if (g_hash_table_lookup_extended (names->rows, id, NULL, &known))
    return known;

  record = genlock_snapshot_get (names->snapshot, table, id, NULL);
  if (record == NULL && names->plan != NULL)
    row = genlock_import_plan_find_row (names->plan, id);
  if (row != NULL && genlock_record_get_table (row->entry.record) == table)
    record = genlock_record_ref (row->entry.record);
  g_hash_table_insert (names->rows, g_strdup (id), record);

  return record;
}

static char *
dup_make_and_model (GenlockRecord *spec)
{
  return g_strdup_printf ("%s %s",
                          genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MANUFACTURER),
                          genlock_record_get_text (spec, GENLOCK_EQUIPMENT_SPEC_MODEL));
}

char *
genlock_sheet_names_dup (GenlockSheetNames *names,
                         const GenlockTable *table,
                         const char *id)
{
  GenlockRecord *record = genlock_sheet_names_get (names, table, id);

  if (record == NULL)
    return g_strdup ("");

  return table == &genlock_equipment_specs ? dup_make_and_model (record)
                                           : g_strdup (genlock_record_get_name (record));
}

/* @rank: of several names of a row the lower one counts first. */
static void
index_name (GHashTable *index,
            guint rank,
            const char *text,
            GenlockRecord *record)
{
  g_autofree char *folded = genlock_import_ports_fold (text);
  g_autofree char *key = g_strdup_printf ("%u %s", rank, folded);
  gpointer before;

  if (*folded == '\0')
    return;
  if (g_hash_table_lookup_extended (index, key, NULL, &before)
      && (before == NULL
          || strcmp (genlock_record_get_id (before), genlock_record_get_id (record)) != 0))
    record = NULL;
  g_hash_table_insert (index, g_steal_pointer (&key),
                       record != NULL ? genlock_record_ref (record) : NULL);
}

static void
index_record (GHashTable *index,
              GenlockRecord *record)
{
  const GenlockTable *table = genlock_record_get_table (record);
  g_autofree char *whole = NULL;

  if (genlock_record_get_bool (record, GENLOCK_META_IS_DELETED))
    return;

  if (table == &genlock_equipment_specs)
    {
      whole = dup_make_and_model (record);
      index_name (index, 0, whole, record);
      index_name (index, 1, genlock_record_get_text (record, GENLOCK_EQUIPMENT_SPEC_MODEL), record);
      return;
    }

  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    index_name (index, i, genlock_record_get_text (record, table->name_fields[i]), record);
}

static void
index_plan (GHashTable *index,
            GenlockImportPlan *plan,
            const GenlockTable *table)
{
  for (guint s = 0; s < plan->shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (plan->shows, s);

      if (show != plan->sheet_show && show != plan->equipment)
        continue;
      for (guint g = 0; g < show->groups->len; g++)
        {
          const GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

          for (guint i = 0; group->table == table && i < group->entries->len; i++)
            {
              const GenlockImportEntry *entry = g_ptr_array_index (group->entries, i);

              index_record (index, entry->record);
            }
        }
    }
}

static GHashTable *
get_index (GenlockSheetNames *names,
           const GenlockTable *table)
{
  GHashTable *index = g_hash_table_lookup (names->indexes, table);
  g_autoptr (GenlockQuery) query = NULL;
  g_autoptr (GPtrArray) rows = NULL;

  if (index != NULL)
    return index;

  index = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, unref_record);
  query = genlock_query_new (table);
  if (table->parent_field != 0)
    genlock_query_set_parent (query, names->production_id);
  rows = genlock_snapshot_list (names->snapshot, query, NULL);
  for (guint i = 0; rows != NULL && i < rows->len; i++)
    index_record (index, rows->pdata[i]);
  if (names->plan != NULL)
    index_plan (index, names->plan, table);
  g_hash_table_insert (names->indexes, (gpointer) table, index);

  return index;
}

GenlockRecord *
genlock_sheet_names_find (GenlockSheetNames *names,
                          const GenlockTable *table,
                          const char *text,
                          gboolean *is_ambiguous)
{
  GHashTable *index = get_index (names, table);
  g_autofree char *folded = genlock_import_ports_fold (text);

  *is_ambiguous = FALSE;
  for (guint rank = 0; rank < 3; rank++)
    {
      g_autofree char *key = g_strdup_printf ("%u %s", rank, folded);
      gpointer found;

      if (!g_hash_table_lookup_extended (index, key, NULL, &found))
        continue;
      *is_ambiguous = found == NULL;
      return found;
    }

  return NULL;
}

static GenlockRecord *
get_spec (GenlockSheetNames *names,
          const char *device_id)
{
  GenlockRecord *device = genlock_sheet_names_get (names, &genlock_devices, device_id);

  return device == NULL ? NULL
         : genlock_sheet_names_get (names, &genlock_equipment_specs,
                                    genlock_record_get_text (device, GENLOCK_DEVICE_EQUIPMENT_ID));
}

GenlockRecord *
genlock_sheet_names_find_port (GenlockSheetNames *names,
                               const char *device_id,
                               const char *direction,
                               const char *text)
{
  GenlockRecord *spec = device_id != NULL ? get_spec (names, device_id) : NULL;
  GHashTable *index;
  g_autoptr (GPtrArray) ports = NULL;

  if (spec == NULL || text == NULL)
    return NULL;

  index = g_hash_table_lookup (names->ports, device_id);
  ports = genlock_import_ports_list (spec);
  for (guint i = 0; i < ports->len; i++)
    if (strcmp (genlock_record_get_id (ports->pdata[i]), text) == 0)
      return ports->pdata[i];

  if (index == NULL)
    {
      index = genlock_import_ports_index (spec);
      g_hash_table_insert (names->ports, g_strdup (device_id), index);
    }

  return genlock_import_ports_find (index, direction, text, NULL);
}
