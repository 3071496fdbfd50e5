/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a plan with what the database holds. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "core/store/genlock-snapshot.h"
#include "interchange/genlock-equipment-csv.h"
#include "interchange/genlock-import-ports.h"
#include "interchange/genlock-import-stand-in.h"
#include "interchange/genlock-import-stored.h"
#include "interchange/genlock-sheet-links.h"

static gboolean
is_deleted (GenlockRecord *record)
{
  return genlock_record_get_bool (record, GENLOCK_META_IS_DELETED);
}

static gboolean children_equal (GenlockRecord *before,
                                GenlockRecord *after);

static gboolean
rows_equal (GPtrArray *before,
            GPtrArray *after)
{
  g_autoptr (GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);
  guint n_live = 0;

  for (guint i = 0; before != NULL && i < before->len; i++)
    {
      GenlockRecord *record = g_ptr_array_index (before, i);

      if (is_deleted (record))
        continue;
      n_live++;
      g_hash_table_insert (rows, (gpointer) genlock_record_get_id (record), record);
    }
  if (n_live != after->len)
    return FALSE;

  for (guint i = 0; i < after->len; i++)
    {
      GenlockRecord *record = g_ptr_array_index (after, i);
      GenlockRecord *existing = g_hash_table_lookup (rows, genlock_record_get_id (record));
      g_autoptr (GenlockRecord) difference = NULL;

      if (existing == NULL)
        return FALSE;
      difference = genlock_record_diff (existing, record);
      if (difference != NULL || !children_equal (existing, record))
        return FALSE;
    }

  return TRUE;
}

/* Whether all children that @after speaks of stand alike in @before. */
static gboolean
children_equal (GenlockRecord *before,
                GenlockRecord *after)
{
  const GenlockTable *table = genlock_record_get_table (after);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (child->nested_as != NULL
          && genlock_table_get_field (child, child->parent_field)->target == table)
        children = genlock_record_get_children (after, child);
      if (children != NULL
          && !rows_equal (genlock_record_get_children (before, child), children))
        return FALSE;
    }

  return TRUE;
}

static guint64
find_fields (GenlockRecord *difference)
{
  const GenlockTable *table = genlock_record_get_table (difference);
  guint64 fields = 0;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      if (!genlock_record_is_absent (difference, i))
        fields |= G_GUINT64_CONSTANT (1) << i;
    }

  return fields;
}

static void
compare_row (GenlockImportRow *row,
             GenlockRecord *existing)
{
  g_autoptr (GenlockRecord) difference = NULL;

  g_clear_pointer (&row->existing, genlock_record_unref);
  row->entry.fields = 0;
  row->entry.children_differ = FALSE;
  row->entry.state = GENLOCK_IMPORT_NEW;
  row->entry.is_chosen = TRUE;
  if (existing == NULL)
    return;

  if (is_deleted (existing))
    {
      row->entry.state = GENLOCK_IMPORT_DELETED;
      return;
    }

  difference = genlock_record_diff (existing, row->entry.record);
  row->entry.children_differ = !children_equal (existing, row->entry.record);
  row->entry.is_chosen = FALSE;
  if (difference == NULL && !row->entry.children_differ)
    {
      row->entry.state = GENLOCK_IMPORT_EQUAL;
      return;
    }

  row->entry.state = GENLOCK_IMPORT_DIFFERENT;
  row->entry.fields = difference != NULL ? find_fields (difference) : 0;
  row->existing = genlock_record_ref (existing);
}
/* Outputs that a sheet names by their connectors alone: those of the database keep all else. */
static void
overlay_outputs (GenlockRecord *record,
                 GenlockRecord *existing,
                 GPtrArray *wanted)
{
  GPtrArray *before = genlock_record_get_children (existing, &genlock_source_outputs);
  guint n_before = before != NULL ? before->len : 0;

  genlock_record_clear_children (record, &genlock_source_outputs);
  for (guint i = 0; i < wanted->len; i++)
    {
      GenlockRecord *output = g_ptr_array_index (wanted, i);
      GenlockRecord *copy = genlock_record_copy (i < n_before ? g_ptr_array_index (before, i)
                                                              : output);

      genlock_record_set_value (copy, GENLOCK_SOURCE_OUTPUT_CONNECTOR,
                                genlock_record_get_value (output,
                                                          GENLOCK_SOURCE_OUTPUT_CONNECTOR));
      genlock_record_add_child (record, copy);
    }
}

/* A row of a sheet says only what the sheet has columns for. Returns: whether that is anything. */
static gboolean
overlay (GenlockImportPlan *plan,
         GenlockSheetNames *names,
         GenlockImportRow *row,
         GenlockRecord *existing)
{
  const GenlockTable *table = genlock_record_get_table (row->parsed);
  gboolean changes = existing != NULL && !is_deleted (existing);
  gboolean says;
  GenlockRecord *record = genlock_record_copy (changes ? existing : row->parsed);
  GPtrArray *outputs = genlock_record_get_children (row->parsed, &genlock_source_outputs);

  for (guint i = table->n_meta; changes && i < table->n_fields; i++)
    {
      if (row->said & (G_GUINT64_CONSTANT (1) << i))
        genlock_record_set_value (record, i, genlock_record_get_value (row->parsed, i));
    }
  if (changes && outputs != NULL)
    overlay_outputs (record, existing, outputs);
  if (changes && table == &genlock_equipment_specs)
    genlock_equipment_csv_overlay (record, existing, row->parsed);
  if (plan->found_production_id != NULL && table->parent_field != 0)
    genlock_record_set_text (record, table->parent_field, plan->found_production_id);
  says = genlock_sheet_links_apply (names, plan, row, record, changes ? existing : NULL);
  genlock_record_unref (row->entry.record);
  row->entry.record = record;

  return says;
}

static void
compare_group (GenlockImportPlan *plan,
               GenlockSheetNames *names,
               const GenlockImportGroup *group,
               GHashTable *rows)
{
  for (guint i = 0; i < group->entries->len; i++)
    {
      GenlockImportRow *row = g_ptr_array_index (group->entries, i);

      GenlockRecord *existing = NULL;
      gboolean says = TRUE;

      if (rows != NULL)
        existing = g_hash_table_lookup (rows, genlock_record_get_id (row->parsed));
      if (row->cells != NULL)
        says = overlay (plan, names, row, existing);
      else
        genlock_import_stand_in_resolve (plan, row);
      compare_row (row, existing);
      row->entry.is_chosen = row->entry.is_chosen && says;
    }
}

static void
compare_equipment (GenlockImportPlan *plan,
                   GenlockSheetNames *names,
                   const GenlockImportStored *stored)
{
  g_autoptr (GHashTable) models = genlock_import_stand_in_index (stored->equipment);

  for (guint g = 0; plan->equipment != NULL && g < plan->equipment->groups->len; g++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (plan->equipment->groups, g);
      guint first = stored->groups->len - plan->equipment->groups->len;

      compare_group (plan, names, group, g_ptr_array_index (stored->groups, first + g));
      for (guint i = 0; i < group->entries->len; i++)
        {
          GenlockImportRow *row = g_ptr_array_index (group->entries, i);

          if (row->entry.state == GENLOCK_IMPORT_NEW && row->match != GENLOCK_IMPORT_MATCH_ID)
            genlock_import_stand_in_try (plan, row, models);
        }
    }
}

static gboolean
take_sheet_show (GenlockImportPlan *plan,
                 GenlockSnapshot *snapshot,
                 const char *production_id,
                 GError **error)
{
  g_autoptr (GenlockRecord) production = NULL;

  production = genlock_snapshot_get (snapshot, &genlock_productions, production_id, error);
  if (production == NULL)
    return FALSE;

  plan->found_production_id = g_strdup (production_id);
  plan->sheet_show->production = NULL;
  g_free (plan->sheet_show->title);
  plan->sheet_show->title = genlock_import_plan_dup_title (production);

  return TRUE;
}

/* Our own sheets name no show: it is the one in which the database has their rows. */
static gboolean
find_sheet_show (GenlockImportPlan *plan,
                 GenlockSnapshot *snapshot,
                 GError **error)
{
  GenlockImportShow *show = plan->sheet_show;

  g_clear_pointer (&plan->found_production_id, g_free);
  show->production = plan->sheet_production;
  for (guint g = 0; g < show->groups->len; g++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

      for (guint i = 0; i < group->entries->len; i++)
        {
          const GenlockImportRow *row = g_ptr_array_index (group->entries, i);
          g_autoptr (GenlockRecord) found = NULL;
          g_autoptr (GError) local_error = NULL;

          found = genlock_snapshot_get (snapshot, group->table, genlock_record_get_id (row->parsed),
                                        &local_error);
          if (found == NULL
              && !g_error_matches (local_error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          if (found == NULL)
            continue;
          return take_sheet_show (plan, snapshot,
                                  genlock_record_get_text (found, group->table->parent_field),
                                  error);
        }
    }

  return TRUE;
}

static char *
dup_show_key (GenlockRecord *production)
{
  g_autofree char *client = NULL;
  g_autofree char *name = NULL;

  client = genlock_import_ports_fold (genlock_record_get_text (production,
                                                               GENLOCK_PRODUCTION_CLIENT));
  name = genlock_import_ports_fold (genlock_record_get_text (production,
                                                             GENLOCK_PRODUCTION_SHOW_NAME));

  return g_strdup_printf ("%s\n%s", client, name);
}

/* New shows that may be there already under another load-in. */
static gboolean
find_twins (GenlockImportPlan *plan,
            GenlockSnapshot *snapshot,
            GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);
  g_autoptr (GPtrArray) productions = genlock_snapshot_list (snapshot, query, error);
  g_autoptr (GHashTable) names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  if (productions == NULL)
    return FALSE;

  for (guint i = 0; i < productions->len; i++)
    g_hash_table_add (names, dup_show_key (g_ptr_array_index (productions, i)));
  for (guint i = 0; i < plan->shows->len; i++)
    {
      GenlockImportShow *show = g_ptr_array_index (plan->shows, i);
      g_autofree char *key = NULL;

      show->has_twin = FALSE;
      if (show->production == NULL || show->production->state != GENLOCK_IMPORT_NEW)
        continue;
      key = dup_show_key (show->production->record);
      show->has_twin = g_hash_table_contains (names, key);
    }

  return TRUE;
}

gboolean
genlock_import_plan_compare (GenlockImportPlan *plan,
                             GenlockStore *store,
                             GCancellable *cancellable,
                             GError **error)
{
  g_auto (GenlockImportStored) stored = { 0 };
  g_autoptr (GenlockSnapshot) snapshot = genlock_snapshot_new (store, error);
  g_autoptr (GenlockSheetNames) names = NULL;
  guint next = 0;

  if (snapshot == NULL
      || (plan->sheet_show != NULL && !find_sheet_show (plan, snapshot, error))
      || !genlock_import_stored_read (&stored, plan, snapshot, cancellable, error))
    return FALSE;

  names = genlock_sheet_names_new (snapshot, plan->found_production_id != NULL
                                             ? plan->found_production_id
                                             : plan->sheet_production_id, plan);

  /* The equipment first: what stands for it decides what the rows of the shows say. */
  g_hash_table_remove_all (plan->stands_for);
  compare_equipment (plan, names, &stored);
  for (guint s = 0; s < plan->shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (plan->shows, s);

      if (show == plan->equipment)
        continue;
      if (show->production != NULL)
        compare_row ((GenlockImportRow *) show->production,
                     g_ptr_array_index (stored.productions, s));
      for (guint g = 0; g < show->groups->len; g++)
        compare_group (plan, names, g_ptr_array_index (show->groups, g),
                       g_ptr_array_index (stored.groups, next++));
    }

  return find_twins (plan, snapshot, error);
}
