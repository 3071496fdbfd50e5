/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What changes mean to a query. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "core/store/genlock-children.h"
#include "core/store/genlock-effect.h"
#include "core/store/genlock-query-private.h"

static guint64
bit (guint field)
{
  return G_GUINT64_CONSTANT (1) << field;
}

static guint64
get_name_bits (const GenlockTable *table)
{
  guint64 bits = 0;

  for (guint i = 0; table->name_fields != NULL && table->name_fields[i] != 0; i++)
    bits |= bit (table->name_fields[i]);

  return bits;
}

static guint64
get_searched_bits (const GenlockTable *table)
{
  guint64 bits = 0;

  for (guint i = 0; i < table->n_fields; i++)
    if (genlock_table_get_field (table, i)->flags & GENLOCK_SEARCHED)
      bits |= bit (i);

  return bits;
}

static guint64
get_filter_bits (const GenlockQuery *query)
{
  guint64 bits = 0;

  for (guint i = 0; i < query->filters->len; i++)
    bits |= bit (g_array_index (query->filters, GenlockFilter, i).field);

  return bits;
}

/* Whether a field of @table, of those in @fields, is a link to @target. */
static gboolean
links_to (const GenlockTable *table,
          guint64 fields,
          const GenlockTable *target)
{
  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      const GenlockField *field = genlock_table_get_field (table, i);

      if (!(fields & bit (i)))
        continue;

      if (field->target == target)
        return TRUE;

      for (const GenlockRefTarget *ref = field->ref_targets;
           ref != NULL && ref->word != NULL;
           ref++)
        if (ref->table == target)
          return TRUE;
    }

  return FALSE;
}

/* Another show's rows change without being missed here. One that came, went or moved has the bit of
 * its parent set: it may have been here before, whatever its show is now. */
static gboolean
is_elsewhere (const GenlockQuery *query,
              const GenlockChange *change)
{
  const GenlockTable *table = query->table;

  return query->parent_id != NULL && change->production_id != NULL
         && table->fields[table->parent_field].target == &genlock_productions
         && !(change->fields & bit (table->parent_field))
         && g_strcmp0 (change->production_id, query->parent_id) != 0;
}

static void
add_own (GenlockEffect *effect,
         const GenlockQuery *query,
         const GenlockChange *change)
{
  const GenlockTable *table = query->table;
  guint64 scope = get_name_bits (table);

  if (table->parent_field != 0)
    scope |= bit (table->parent_field);
  if (query->then_field != 0)
    scope |= bit (query->then_field);
  if (genlock_table_replicates (table))
    scope |= bit (GENLOCK_META_IS_DELETED);

  if (change->came || change->went || (change->fields & scope))
    effect->rows = effect->order = TRUE;

  if (change->fields & get_filter_bits (query))
    effect->order = TRUE;

  if (query->sort_child == NULL && (change->fields & bit (query->sort_field)))
    effect->order = TRUE;

  if (change->came || change->went || (change->fields & get_searched_bits (table)))
    {
      effect->text = TRUE;
      effect->order |= query->search != NULL;
    }
}

static void
add_related (GenlockEffect *effect,
             const GenlockQuery *query,
             const GenlockChange *change)
{
  const GenlockTable *table = query->table;

  if (genlock_children_are_below (change->table, table))
    {
      effect->text = TRUE;
      effect->order |= query->search != NULL || query->sort_child == change->table
                       || query->sort_count;
    }

  if (links_to (table, get_searched_bits (table), change->table))
    {
      effect->text = TRUE;
      effect->order |= query->search != NULL;
    }

  if (query->sort_field != 0
      && links_to (query->sort_child != NULL ? query->sort_child : table, bit (query->sort_field),
                   change->table))
    effect->order = TRUE;

  if (query->then_field != 0 && links_to (table, bit (query->then_field), change->table))
    effect->rows = effect->order = TRUE;
}

GenlockEffect
genlock_effect_of (const GenlockQuery *query,
                   const GenlockChanges *changes)
{
  GenlockEffect effect = { FALSE, FALSE, FALSE };

  if (changes == NULL)
    return (GenlockEffect) { TRUE, TRUE, TRUE };

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      if (change->table != query->table)
        add_related (&effect, query, change);
      else if (!is_elsewhere (query, change))
        add_own (&effect, query, change);
    }

  return effect;
}
