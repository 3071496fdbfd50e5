/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Compares a plan with what the database holds. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <string.h>

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-io-ports.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "core/schema/genlock-source-outputs.h"
#include "interchange/genlock-import-plan-private.h"
#include "interchange/genlock-import-ports.h"

/* id → GenlockRecord, live and deleted rows */
typedef GHashTable Rows;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Rows, g_hash_table_unref)

/* What the database holds of a plan: one table of rows per group, in the order of the plan. */
typedef struct
{
  GPtrArray *groups;      /* (element-type Rows), owned; NULL where nothing can be there */
  GPtrArray *productions; /* (element-type GenlockRecord), owned; nullable elements */
  GPtrArray *equipment;   /* (element-type GenlockRecord), owned, nullable */
} Snapshot;

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

static void
snapshot_clear (Snapshot *snapshot)
{
  g_clear_pointer (&snapshot->groups, g_ptr_array_unref);
  g_clear_pointer (&snapshot->productions, g_ptr_array_unref);
  g_clear_pointer (&snapshot->equipment, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Snapshot, snapshot_clear)

static GPtrArray *
list_all (GenlockStore *store,
          const GenlockTable *table,
          const char *parent_id,
          GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (table);

  if (parent_id != NULL)
    genlock_query_set_parent (query, parent_id);
  genlock_query_set_deleted (query, TRUE, FALSE);

  return genlock_store_list (store, query, error);
}

static Rows *
index_rows (GPtrArray *records)
{
  Rows *rows = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
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
take_production (GenlockStore *store,
                 const GenlockImportShow *show,
                 GenlockRecord **record,
                 GError **error)
{
  g_autoptr (GError) local_error = NULL;

  *record = NULL;
  if (show->production == NULL)
    return TRUE;

  *record = genlock_store_get (store, &genlock_productions,
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
take_group (Snapshot *snapshot,
            const GenlockImportPlan *plan,
            GenlockStore *store,
            const GenlockImportShow *show,
            const GenlockImportGroup *group,
            GenlockRecord *production,
            GError **error)
{
  g_autoptr (GPtrArray) records = NULL;

  /* No row of a show can be there before the show itself. */
  if (show->production != NULL && production == NULL)
    {
      g_ptr_array_add (snapshot->groups, NULL);
      return TRUE;
    }

  records = list_all (store, group->table, find_parent_id (plan, show, group), error);
  if (records == NULL)
    return FALSE;

  g_ptr_array_add (snapshot->groups, index_rows (records));
  if (group->table == &genlock_equipment_specs && snapshot->equipment == NULL)
    snapshot->equipment = g_ptr_array_ref (records);

  return TRUE;
}

static gboolean
take_snapshot (Snapshot *snapshot,
               GenlockImportPlan *plan,
               GenlockStore *store,
               GCancellable *cancellable,
               GError **error)
{
  snapshot->groups = g_ptr_array_new_with_free_func (unref_rows);
  snapshot->productions = g_ptr_array_new_with_free_func (unref_record);
  for (guint s = 0; s < plan->shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (plan->shows, s);
      GenlockRecord *production = NULL;

      if (!take_production (store, show, &production, error))
        return FALSE;

      g_ptr_array_add (snapshot->productions, production);
      for (guint g = 0; g < show->groups->len; g++)
        {
          if (g_cancellable_set_error_if_cancelled (cancellable, error))
            return FALSE;
          if (!take_group (snapshot, plan, store, show, g_ptr_array_index (show->groups, g),
                           production, error))
            return FALSE;
        }
    }

  return TRUE;
}

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
  g_autoptr (Rows) rows = g_hash_table_new (g_str_hash, g_str_equal);
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
static GHashTable *
index_models (GPtrArray *equipment)
{
  GHashTable *models = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; equipment != NULL && i < equipment->len; i++)
    {
      GenlockRecord *spec = g_ptr_array_index (equipment, i);
      g_autofree char *folded = NULL;
      GPtrArray *specs;

      if (is_deleted (spec))
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

static void
stand_in (GenlockImportPlan *plan,
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

/* The row as the file has it, with the database's equipment in place of the file's. */
static void
resolve (GenlockImportPlan *plan,
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

/* A row of a sheet says only what the sheet has columns for. */
static void
overlay (GenlockImportPlan *plan,
         GenlockImportRow *row,
         GenlockRecord *existing)
{
  const GenlockTable *table = genlock_record_get_table (row->parsed);
  gboolean changes = existing != NULL && !is_deleted (existing);
  GenlockRecord *record = genlock_record_copy (changes ? existing : row->parsed);
  GPtrArray *outputs = genlock_record_get_children (row->parsed, &genlock_source_outputs);

  for (guint i = table->n_meta; changes && i < table->n_fields; i++)
    {
      if (row->said & (G_GUINT64_CONSTANT (1) << i))
        genlock_record_set_value (record, i, genlock_record_get_value (row->parsed, i));
    }
  if (changes && outputs != NULL)
    overlay_outputs (record, existing, outputs);
  if (plan->found_production_id != NULL)
    genlock_record_set_text (record, table->parent_field, plan->found_production_id);
  genlock_record_unref (row->entry.record);
  row->entry.record = record;
}

static void
compare_group (GenlockImportPlan *plan,
               const GenlockImportGroup *group,
               Rows *rows)
{
  for (guint i = 0; i < group->entries->len; i++)
    {
      GenlockImportRow *row = g_ptr_array_index (group->entries, i);

      GenlockRecord *existing = NULL;

      if (rows != NULL)
        existing = g_hash_table_lookup (rows, genlock_record_get_id (row->parsed));
      if (row->said != 0)
        overlay (plan, row, existing);
      else
        resolve (plan, row);
      compare_row (row, existing);
    }
}

static void
compare_equipment (GenlockImportPlan *plan,
                   const Snapshot *snapshot)
{
  g_autoptr (GHashTable) models = index_models (snapshot->equipment);

  for (guint g = 0; plan->equipment != NULL && g < plan->equipment->groups->len; g++)
    {
      const GenlockImportGroup *group = g_ptr_array_index (plan->equipment->groups, g);
      guint first = snapshot->groups->len - plan->equipment->groups->len;

      compare_group (plan, group, g_ptr_array_index (snapshot->groups, first + g));
      for (guint i = 0; i < group->entries->len; i++)
        {
          GenlockImportRow *row = g_ptr_array_index (group->entries, i);

          if (row->entry.state == GENLOCK_IMPORT_NEW && row->match != GENLOCK_IMPORT_MATCH_ID)
            stand_in (plan, row, models);
        }
    }
}

static gboolean
take_sheet_show (GenlockImportPlan *plan,
                 GenlockStore *store,
                 const char *production_id,
                 GError **error)
{
  g_autoptr (GenlockRecord) production = NULL;

  production = genlock_store_get (store, &genlock_productions, production_id, error);
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
                 GenlockStore *store,
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

          found = genlock_store_get (store, group->table, genlock_record_get_id (row->parsed),
                                     &local_error);
          if (found == NULL
              && !g_error_matches (local_error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
            {
              g_propagate_error (error, g_steal_pointer (&local_error));
              return FALSE;
            }
          if (found == NULL)
            continue;
          return take_sheet_show (plan, store,
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
            GenlockStore *store,
            GError **error)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);
  g_autoptr (GPtrArray) productions = genlock_store_list (store, query, error);
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
  g_auto (Snapshot) snapshot = { 0 };
  guint next = 0;

  if (plan->sheet_show != NULL && !find_sheet_show (plan, store, error))
    return FALSE;
  if (!take_snapshot (&snapshot, plan, store, cancellable, error))
    return FALSE;

  /* The equipment first: what stands for it decides what the rows of the shows say. */
  g_hash_table_remove_all (plan->stands_for);
  compare_equipment (plan, &snapshot);
  for (guint s = 0; s < plan->shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (plan->shows, s);

      if (show == plan->equipment)
        continue;
      if (show->production != NULL)
        compare_row ((GenlockImportRow *) show->production,
                     g_ptr_array_index (snapshot.productions, s));
      for (guint g = 0; g < show->groups->len; g++)
        compare_group (plan, g_ptr_array_index (show->groups, g),
                       g_ptr_array_index (snapshot.groups, next++));
    }

  return find_twins (plan, store, error);
}
