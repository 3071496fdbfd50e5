/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the one batch of a plan's chosen rows, with what they need. */

#define G_LOG_DOMAIN "genlock-interchange"

#include "config.h"

#include "core/schema/genlock-connections.h"
#include "core/schema/genlock-equipment-specs.h"
#include "core/schema/genlock-productions.h"
#include "interchange/genlock-import-plan-private.h"

typedef struct
{
  GenlockImportPlan *plan; /* unowned */
  GenlockBatch *batch;     /* owned */
  GHashTable *taken;       /* (element-type GenlockImportRow), a set: what goes in the batch */
} Builder;

/* Whether a link to the row holds after the import. */
static gboolean
will_be_there (const Builder *builder,
               GenlockImportRow *row)
{
  return row->entry.state == GENLOCK_IMPORT_EQUAL || row->entry.state == GENLOCK_IMPORT_DIFFERENT
         || g_hash_table_contains (builder->taken, row);
}

/* The row of the plan that a field points at; NULL where it points at none of this plan. */
static GenlockImportRow *
find_target (const Builder *builder,
             GenlockRecord *record,
             guint field)
{
  const GenlockField *description = genlock_table_get_field (genlock_record_get_table (record),
                                                             field);
  const char *id;

  if (description->type != GENLOCK_LINK && description->type != GENLOCK_REF)
    return NULL;
  id = genlock_record_get_text (record, field);

  return id != NULL ? genlock_import_plan_find_row (builder->plan, id) : NULL;
}

static void
take (Builder *builder,
      GenlockImportRow *row)
{
  GenlockRecord *record = row->entry.record;
  const GenlockTable *table = genlock_record_get_table (record);

  if (row->entry.state == GENLOCK_IMPORT_EQUAL || !g_hash_table_add (builder->taken, row))
    return;

  /* The show and the equipment come along; a device that someone left out does not. */
  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      GenlockImportRow *target = find_target (builder, record, i);
      const GenlockTable *other;

      if (target == NULL || will_be_there (builder, target))
        continue;
      other = genlock_record_get_table (target->entry.record);
      if (other == &genlock_productions || other == &genlock_equipment_specs)
        take (builder, target);
    }
}

static void
take_chosen (Builder *builder)
{
  GPtrArray *shows = builder->plan->shows;

  for (guint s = 0; s < shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (shows, s);

      if (show->production != NULL && show->production->is_chosen)
        take (builder, (GenlockImportRow *) show->production);
      for (guint g = 0; g < show->groups->len; g++)
        {
          const GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

          for (guint i = 0; i < group->entries->len; i++)
            {
              GenlockImportRow *row = g_ptr_array_index (group->entries, i);

              if (row->entry.is_chosen)
                take (builder, row);
            }
        }
    }
}

/* @record: (inout): replaced by a copy where a link had to be emptied. Returns: whether the row
 * still says something. */
static gboolean
fit (const Builder *builder,
     GenlockRecord **record)
{
  const GenlockTable *table = genlock_record_get_table (*record);
  gboolean copied = FALSE;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      GenlockImportRow *target = find_target (builder, *record, i);

      if (target == NULL || will_be_there (builder, target))
        continue;
      if (table == &genlock_connections
          || !(genlock_table_get_field (table, i)->flags & GENLOCK_NULLABLE))
        return FALSE;
      if (!copied)
        {
          GenlockRecord *copy = genlock_record_copy (*record);

          genlock_record_unref (*record);
          *record = copy;
          copied = TRUE;
        }
      genlock_record_set_null (*record, i);
    }

  return TRUE;
}

static void
copy_children (GenlockRecord *from,
               GenlockRecord *to)
{
  const GenlockTable *table = genlock_record_get_table (from);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *child = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (child->nested_as != NULL
          && genlock_table_get_field (child, child->parent_field)->target == table)
        children = genlock_record_get_children (from, child);
      if (children == NULL)
        continue;
      genlock_record_clear_children (to, child);
      for (guint c = 0; c < children->len; c++)
        genlock_record_add_child (to, genlock_record_copy (g_ptr_array_index (children, c)));
    }
}

static void
add_update (Builder *builder,
            GenlockImportRow *row,
            GenlockRecord *record)
{
  g_autoptr (GenlockRecord) update = genlock_record_diff (row->existing, record);

  if (update == NULL && !row->entry.children_differ)
    return;
  if (update == NULL)
    {
      update = genlock_record_new (genlock_record_get_table (record));
      genlock_record_set_text (update, GENLOCK_META_ID, genlock_record_get_id (record));
    }
  if (row->entry.children_differ)
    copy_children (record, update);
  genlock_batch_update (builder->batch, g_steal_pointer (&update));
}

static void
add_row (Builder *builder,
         GenlockImportRow *row)
{
  g_autoptr (GenlockRecord) record = NULL;

  if (!g_hash_table_contains (builder->taken, row))
    return;

  record = genlock_record_ref (row->entry.record);
  if (!fit (builder, &record))
    return;

  if (row->entry.state == GENLOCK_IMPORT_DIFFERENT)
    add_update (builder, row, record);
  else
    genlock_batch_insert (builder->batch, g_steal_pointer (&record));
}

static void
add_table (Builder *builder,
           const GenlockTable *table)
{
  GPtrArray *shows = builder->plan->shows;

  for (guint s = 0; s < shows->len; s++)
    {
      const GenlockImportShow *show = g_ptr_array_index (shows, s);

      if (table == &genlock_productions && show->production != NULL)
        add_row (builder, (GenlockImportRow *) show->production);
      for (guint g = 0; g < show->groups->len; g++)
        {
          const GenlockImportGroup *group = g_ptr_array_index (show->groups, g);

          for (guint i = 0; group->table == table && i < group->entries->len; i++)
            add_row (builder, g_ptr_array_index (group->entries, i));
        }
    }
}

GenlockBatch *
genlock_import_plan_build_batch (GenlockImportPlan *plan)
{
  Builder builder = { plan, genlock_batch_new ("IMPORT"), NULL };

  builder.taken = g_hash_table_new (NULL, NULL);
  take_chosen (&builder);
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    add_table (&builder, genlock_schema_tables[i]);
  g_hash_table_unref (builder.taken);

  return builder.batch;
}
