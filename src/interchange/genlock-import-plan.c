/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of a plan: shows, groups, rows, counts and choices. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-validate.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "interchange/genlock-import-question-private.h"

static void
row_free (gpointer data)
{
  GenlockImportRow *row = data;

  genlock_record_unref (row->entry.record);
  genlock_record_unref (row->parsed);
  g_clear_pointer (&row->existing, genlock_record_unref);
  g_free (row->entry.place);
  g_free (row->model);
  g_clear_pointer (&row->cells, g_hash_table_unref);
  g_free (row);
}

static void
group_free (gpointer data)
{
  GenlockImportGroup *group = data;

  g_ptr_array_unref (group->entries);
  g_free (group);
}

static void
show_free (gpointer data)
{
  GenlockImportShow *show = data;

  g_clear_pointer (&show->production, row_free);
  g_ptr_array_unref (show->groups);
  g_free (show->title);
  g_free (show);
}

GenlockImportPlan *
genlock_import_plan_new (void)
{
  GenlockImportPlan *plan = g_new0 (GenlockImportPlan, 1);

  g_atomic_ref_count_init (&plan->references);
  plan->shows = g_ptr_array_new_with_free_func (show_free);
  plan->names = g_ptr_array_new_with_free_func (g_free);
  plan->kept = g_ptr_array_new_with_free_func (g_free);
  plan->contents = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  plan->report = genlock_import_report_new ();
  plan->questions = genlock_import_questions_new (NULL);
  plan->rows = g_hash_table_new (g_str_hash, g_str_equal);
  plan->stands_for = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  return plan;
}

GenlockImportPlan *
genlock_import_plan_ref (GenlockImportPlan *plan)
{
  g_atomic_ref_count_inc (&plan->references);

  return plan;
}

void
genlock_import_plan_unref (GenlockImportPlan *plan)
{
  if (!g_atomic_ref_count_dec (&plan->references))
    return;

  /* The show may have been set aside for the one in which its rows were found. */
  if (plan->sheet_show != NULL)
    plan->sheet_show->production = plan->sheet_production;
  g_free (plan->sheet_production_id);
  g_free (plan->found_production_id);
  g_hash_table_unref (plan->rows);
  g_hash_table_unref (plan->stands_for);
  g_ptr_array_unref (plan->shows);
  g_ptr_array_unref (plan->names);
  g_ptr_array_unref (plan->contents);
  g_ptr_array_unref (plan->kept);
  genlock_import_report_free (plan->report);
  genlock_import_questions_free (plan->questions);
  g_free (plan);
}

guint
genlock_import_plan_add_file (GenlockImportPlan *plan,
                              const char *name,
                              GBytes *bytes)
{
  g_ptr_array_add (plan->names, g_filename_display_basename (name));
  g_ptr_array_add (plan->contents, g_bytes_ref (bytes));

  return plan->names->len - 1;
}

static GenlockImportRow *
row_new (GenlockRecord *record,
         guint file,
         const char *place)
{
  GenlockImportRow *row = g_new0 (GenlockImportRow, 1);

  row->parsed = record;
  row->entry.record = genlock_record_ref (record);
  row->entry.is_chosen = TRUE;
  row->entry.file = file;
  row->entry.place = g_strdup (place);

  return row;
}

char *
genlock_import_plan_dup_title (GenlockRecord *production)
{
  const char *name = genlock_record_get_text (production, GENLOCK_PRODUCTION_SHOW_NAME);
  const char *client = genlock_record_get_text (production, GENLOCK_PRODUCTION_CLIENT);

  if (client == NULL || *client == '\0')
    return g_strdup (name);

  return g_strdup_printf ("%s – %s", name, client);
}

static GenlockImportShow *
add_show (GenlockImportPlan *plan)
{
  GenlockImportShow *show = g_new0 (GenlockImportShow, 1);

  show->groups = g_ptr_array_new_with_free_func (group_free);
  /* The equipment stays last. */
  g_ptr_array_insert (plan->shows, plan->equipment != NULL ? (int) plan->shows->len - 1 : -1,
                      show);

  return show;
}

GenlockImportShow *
genlock_import_plan_add_show (GenlockImportPlan *plan,
                              GenlockRecord *production,
                              gboolean exists,
                              guint file,
                              const char *place)
{
  g_autoptr (GenlockRecord) owned = production;
  GenlockImportShow *show;
  GenlockImportRow *row;

  if (genlock_import_plan_find_row (plan, genlock_record_get_id (production)) != NULL)
    return NULL;

  show = add_show (plan);
  show->title = genlock_import_plan_dup_title (production);
  if (exists)
    return show;

  row = row_new (g_steal_pointer (&owned), file, place);
  show->production = &row->entry;
  g_hash_table_insert (plan->rows, (gpointer) genlock_record_get_id (production), row);

  return show;
}

GenlockImportShow *
genlock_import_plan_get_equipment (GenlockImportPlan *plan)
{
  if (plan->equipment == NULL)
    plan->equipment = add_show (plan);

  return plan->equipment;
}

static GenlockImportGroup *
find_group (GenlockImportShow *show,
            const GenlockTable *table)
{
  GenlockImportGroup *group;

  for (guint i = 0; i < show->groups->len; i++)
    {
      group = g_ptr_array_index (show->groups, i);
      if (group->table == table)
        return group;
    }

  group = g_new0 (GenlockImportGroup, 1);
  group->table = table;
  group->entries = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (show->groups, group);

  return group;
}

GenlockImportRow *
genlock_import_plan_add_row (GenlockImportPlan *plan,
                             GenlockImportShow *show,
                             GenlockRecord *record,
                             guint file,
                             const char *place)
{
  g_autoptr (GenlockRecord) owned = record;
  GenlockImportGroup *group;
  GenlockImportRow *row;

  if (genlock_import_plan_find_row (plan, genlock_record_get_id (record)) != NULL)
    return NULL;

  group = find_group (show, genlock_record_get_table (record));
  row = row_new (g_steal_pointer (&owned), file, place);
  g_ptr_array_add (group->entries, row);
  g_hash_table_insert (plan->rows, (gpointer) genlock_record_get_id (record), row);

  return row;
}

GenlockImportRow *
genlock_import_plan_find_row (GenlockImportPlan *plan,
                              const char *id)
{
  return g_hash_table_lookup (plan->rows, id);
}

static gboolean
is_whole (GenlockRecord *record,
          GError **error)
{
  const GenlockTable *table = genlock_record_get_table (record);

  if (!genlock_record_validate (record, error))
    return FALSE;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (child->nested_as != NULL
          && genlock_table_get_field (child, child->parent_field)->target == table)
        children = genlock_record_get_children (record, child);
      for (guint c = 0; children != NULL && c < children->len; c++)
        {
          if (!is_whole (g_ptr_array_index (children, c), error))
            return FALSE;
        }
    }

  return TRUE;
}

static void
drop_broken (GenlockImportPlan *plan,
             GenlockImportShow *show,
             GenlockImportGroup *group)
{
  g_autoptr (GPtrArray) all = group->entries;

  group->entries = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_set_free_func (all, NULL);
  for (guint i = 0; i < all->len; i++)
    {
      GenlockImportRow *row = g_ptr_array_index (all, i);
      g_autoptr (GError) error = NULL;

      if (is_whole (row->parsed, &error))
        {
          g_ptr_array_add (group->entries, row);
          continue;
        }
      genlock_import_report_add (plan->report, GENLOCK_IMPORT_LOST,
                                 g_ptr_array_index (plan->names, row->entry.file), show->title,
                                 row->entry.place, error->message,
                                 N_("The row breaks a rule of the database"));
      g_hash_table_remove (plan->rows, genlock_record_get_id (row->parsed));
      row_free (row);
    }
}

/* Parents stand before children in the schema, and so does what a person looks at first. */
static int
compare_groups (gconstpointer a,
                gconstpointer b)
{
  const GenlockTable *first = (*(GenlockImportGroup * const *) a)->table;
  const GenlockTable *second = (*(GenlockImportGroup * const *) b)->table;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      if (genlock_schema_tables[i] == first)
        return first == second ? 0 : -1;
      if (genlock_schema_tables[i] == second)
        return 1;
    }

  return 0;
}

void
genlock_import_plan_finish (GenlockImportPlan *plan)
{
  for (guint s = 0; s < plan->shows->len; s++)
    {
      GenlockImportShow *show = g_ptr_array_index (plan->shows, s);

      for (guint g = show->groups->len; g > 0; g--)
        {
          GenlockImportGroup *group = g_ptr_array_index (show->groups, g - 1);

          drop_broken (plan, show, group);
          if (group->entries->len == 0)
            g_ptr_array_remove_index (show->groups, g - 1);
        }
      g_ptr_array_sort (show->groups, compare_groups);
    }

  if (plan->equipment != NULL && plan->equipment->groups->len == 0)
    {
      g_ptr_array_remove (plan->shows, plan->equipment);
      plan->equipment = NULL;
    }
}

const char *
genlock_import_table_label (const GenlockTable *table)
{
  return g_dgettext (GETTEXT_PACKAGE, table->label_plural);
}

GPtrArray *
genlock_import_plan_get_shows (GenlockImportPlan *plan)
{
  return plan->shows;
}

GenlockImportReport *
genlock_import_plan_get_report (GenlockImportPlan *plan)
{
  return plan->report;
}

gboolean
genlock_import_plan_asks_show (GenlockImportPlan *plan)
{
  return plan->asks_show;
}

static void
count_entry (const GenlockImportEntry *entry,
             GenlockImportCounts *counts)
{
  counts->n[entry->state]++;
  counts->n_samples += entry->is_sample;
  counts->n_chosen += entry->is_chosen;
  counts->n_open += entry->state != GENLOCK_IMPORT_EQUAL;
}

static void
count_group (const GenlockImportGroup *group,
             GenlockImportCounts *counts)
{
  for (guint i = 0; i < group->entries->len; i++)
    count_entry (g_ptr_array_index (group->entries, i), counts);
}

static void
count_show (const GenlockImportShow *show,
            GenlockImportCounts *counts)
{
  if (show->production != NULL)
    count_entry (show->production, counts);
  for (guint i = 0; i < show->groups->len; i++)
    count_group (g_ptr_array_index (show->groups, i), counts);
}

void
genlock_import_plan_count (GenlockImportPlan *plan,
                           GenlockImportCounts *counts)
{
  *counts = (GenlockImportCounts) { 0 };
  for (guint i = 0; i < plan->shows->len; i++)
    count_show (g_ptr_array_index (plan->shows, i), counts);
}

void
genlock_import_show_count (const GenlockImportShow *show,
                           GenlockImportCounts *counts)
{
  *counts = (GenlockImportCounts) { 0 };
  count_show (show, counts);
}

void
genlock_import_group_count (const GenlockImportGroup *group,
                            GenlockImportCounts *counts)
{
  *counts = (GenlockImportCounts) { 0 };
  count_group (group, counts);
}

GenlockRecord *
genlock_import_entry_get_existing (const GenlockImportEntry *entry)
{
  return ((const GenlockImportRow *) entry)->existing;
}

const GenlockImportEntry *
genlock_import_plan_find (GenlockImportPlan *plan,
                          const char *id)
{
  const GenlockImportRow *row = genlock_import_plan_find_row (plan, id);

  return row != NULL ? &row->entry : NULL;
}

static void
choose (GenlockImportEntry *entry,
        gboolean chosen,
        gboolean different)
{
  if (entry->state == GENLOCK_IMPORT_EQUAL)
    return;
  if (chosen && entry->state == GENLOCK_IMPORT_DIFFERENT && !different)
    return;

  entry->is_chosen = chosen;
}

void
genlock_import_plan_choose (GenlockImportPlan *plan,
                            GenlockImportEntry *entry,
                            gboolean chosen)
{
  choose (entry, chosen, TRUE);
}

void
genlock_import_plan_choose_group (GenlockImportPlan *plan,
                                  GenlockImportGroup *group,
                                  gboolean chosen,
                                  gboolean different)
{
  for (guint i = 0; i < group->entries->len; i++)
    choose (g_ptr_array_index (group->entries, i), chosen, different);
}

void
genlock_import_plan_choose_show (GenlockImportPlan *plan,
                                 GenlockImportShow *show,
                                 gboolean chosen,
                                 gboolean different)
{
  if (show->production != NULL)
    choose (show->production, chosen, different);
  for (guint i = 0; i < show->groups->len; i++)
    genlock_import_plan_choose_group (plan, g_ptr_array_index (show->groups, i), chosen,
                                      different);
}

static void
choose_samples (GenlockImportShow *show,
                gboolean chosen)
{
  guint n_chosen = 0;

  for (guint g = 0; g < show->groups->len; g++)
    {
      GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

      for (guint i = 0; i < group->entries->len; i++)
        {
          GenlockImportEntry *entry = g_ptr_array_index (group->entries, i);

          if (entry->is_sample)
            choose (entry, chosen, FALSE);
          n_chosen += entry->is_chosen;
        }
    }
  if (show->production != NULL && show->production->is_sample)
    choose (show->production, chosen || n_chosen > 0, FALSE);
}

void
genlock_import_plan_choose_samples (GenlockImportPlan *plan,
                                    gboolean chosen)
{
  for (guint i = 0; i < plan->shows->len; i++)
    choose_samples (g_ptr_array_index (plan->shows, i), chosen);
}

void
genlock_import_plan_choose_different (GenlockImportPlan *plan,
                                      gboolean chosen)
{
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, plan->rows);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GenlockImportEntry *entry = value;

      if (entry->state == GENLOCK_IMPORT_DIFFERENT)
        entry->is_chosen = chosen;
    }
}

guint
genlock_import_plan_get_n_files (GenlockImportPlan *plan)
{
  return plan->names->len;
}

const char *
genlock_import_plan_get_file_name (GenlockImportPlan *plan,
                                   guint file)
{
  g_return_val_if_fail (file < plan->names->len, NULL);

  return g_ptr_array_index (plan->names, file);
}
