/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows given with the rows nested in them: merged into what is there. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/model/genlock-validate.h"
#include "core/store/genlock-batch-private.h"
#include "core/store/genlock-cascade.h"
#include "core/store/genlock-insert.h"
#include "core/store/genlock-nested.h"

/* The children of one table while they are matched with what is given. */
typedef struct
{
  const GenlockTable *table;
  const char *parent_id;
  GPtrArray *entries; /* unowned (element-type GenlockRecord) */
  GPtrArray *rows; /* owned (element-type GenlockWorkRow): live and dead */
  GHashTable *by_id; /* owned (element-type utf8 GenlockWorkRow) */
  GHashTable *matched; /* owned (element-type GenlockRecord GenlockWorkRow) */
  GHashTable *taken; /* owned (element-type GenlockWorkRow) */
} Set;

static gboolean
prepare_set (GenlockWork *work,
             Set *set,
             GError **error)
{
  const char *link = set->table->fields[set->table->parent_field].name;
  g_autofree char *where = g_strdup_printf ("%s = :id ORDER BY rowid", link);

  set->rows = genlock_work_list (work, set->table, where, set->parent_id, error);
  if (set->rows == NULL)
    return FALSE;

  set->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  set->matched = g_hash_table_new (NULL, NULL);
  set->taken = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < set->rows->len; i++)
    {
      GenlockWorkRow *row = set->rows->pdata[i];

      g_hash_table_insert (set->by_id, (gpointer) genlock_record_get_id (row->after), row);
    }

  return TRUE;
}

static void
clear_set (Set *set)
{
  g_clear_pointer (&set->rows, g_ptr_array_unref);
  g_clear_pointer (&set->by_id, g_hash_table_unref);
  g_clear_pointer (&set->matched, g_hash_table_unref);
  g_clear_pointer (&set->taken, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Set, clear_set)

static void
match (Set *set,
       GenlockRecord *entry,
       GenlockWorkRow *row)
{
  g_hash_table_insert (set->matched, entry, row);
  g_hash_table_add (set->taken, row);
}

/* Entries that name a child find it, wherever it stands now. */
static gboolean
match_by_id (GenlockWork *work,
             Set *set,
             GError **error)
{
  for (guint i = 0; i < set->entries->len; i++)
    {
      GenlockRecord *entry = set->entries->pdata[i];
      const char *id = genlock_record_get_id (entry);
      GenlockWorkRow *row = id != NULL ? g_hash_table_lookup (set->by_id, id) : NULL;
      g_autoptr (GError) missing = NULL;

      if (id == NULL)
        continue;

      if (row != NULL && !g_hash_table_contains (set->taken, row))
        {
          match (set, entry, row);
          continue;
        }

      if (row != NULL || genlock_work_find (work, set->table, id, &missing) != NULL)
        {
          g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT,
                               N_("Two rows have the same ID, or one belongs elsewhere. Leave the "
                                  "ID out to add a new one."));
          return FALSE;
        }

      if (!g_error_matches (missing, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND))
        {
          g_propagate_error (error, g_steal_pointer (&missing));
          return FALSE;
        }
    }

  return TRUE;
}

/* A place that is null is no place: any number of cards may be without a slot. */
static gboolean
is_at_place (const GenlockTable *table,
             const GenlockRecord *entry,
             const GenlockRecord *preset,
             const GenlockWorkRow *row)
{
  if (table->place_fields == NULL || table->place_fields[0] == 0)
    return FALSE;

  for (guint i = 0; table->place_fields[i] != 0; i++)
    {
      guint field = table->place_fields[i];
      const GenlockValue *place = genlock_record_get_value (
        genlock_record_is_absent (entry, field) ? preset : entry, field);

      if (!genlock_value_has (place)
          || !genlock_value_equal (place, genlock_record_get_value (row->after, field)))
        return FALSE;
    }

  return TRUE;
}

static void
match_by_place (Set *set)
{
  g_autoptr (GenlockRecord) preset = genlock_record_new_row (set->table, "");

  for (guint i = 0; i < set->entries->len; i++)
    {
      GenlockRecord *entry = set->entries->pdata[i];

      if (g_hash_table_contains (set->matched, entry))
        continue;

      for (guint j = 0; j < set->rows->len; j++)
        {
          GenlockWorkRow *row = set->rows->pdata[j];

          if (genlock_work_row_is_live (row)
              && !g_hash_table_contains (set->taken, row)
              && is_at_place (set->table, entry, preset, row))
            {
              match (set, entry, row);
              break;
            }
        }
    }
}

static gboolean
delete_unnamed (GenlockWork *work,
                Set *set,
                GError **error)
{
  for (guint i = 0; i < set->rows->len; i++)
    if (!g_hash_table_contains (set->taken, set->rows->pdata[i])
        && !genlock_cascade_delete (work, set->rows->pdata[i], error))
      return FALSE;

  return TRUE;
}

/* The link to the parent is what the nesting says, whatever the entry says. */
static GenlockRecord *
dup_linked (const Set *set,
            const GenlockRecord *entry)
{
  GenlockRecord *linked = genlock_record_copy (entry);

  genlock_record_set_text (linked, set->table->parent_field, set->parent_id);

  return linked;
}

static gboolean
write_entry (GenlockWork *work,
             const Set *set,
             GenlockRecord *entry,
             GError **error)
{
  g_autoptr (GenlockRecord) linked = dup_linked (set, entry);
  GenlockWorkRow *row = g_hash_table_lookup (set->matched, entry);

  if (row == NULL)
    {
      g_autoptr (GPtrArray) records = g_ptr_array_new ();

      genlock_batch_name_rows (linked);
      g_ptr_array_add (records, linked);

      return genlock_insert_rows (work, records, error);
    }

  return genlock_cascade_undelete (work, row, error)
         && genlock_nested_apply (work, row, linked, error);
}

static gboolean
apply_set (GenlockWork *work,
           const char *parent_id,
           const GenlockTable *table,
           GPtrArray *entries,
           GError **error)
{
  g_auto (Set) set = { .table = table, .parent_id = parent_id, .entries = entries };

  if (!prepare_set (work, &set, error) || !match_by_id (work, &set, error))
    return FALSE;

  match_by_place (&set);
  if (!delete_unnamed (work, &set, error))
    return FALSE;

  for (guint i = 0; i < entries->len; i++)
    if (!write_entry (work, &set, entries->pdata[i], error))
      return FALSE;

  return TRUE;
}

gboolean
genlock_nested_overlay (GenlockWork *work,
                        GenlockWorkRow *row,
                        const GenlockRecord *given,
                        GError **error)
{
  g_autoptr (GenlockRecord) after = genlock_record_copy (row->after);
  gboolean changes = FALSE;

  for (guint i = row->table->n_meta; i < row->table->n_fields; i++)
    if (!genlock_record_is_absent (given, i)
        && !genlock_value_equal (genlock_record_get_value (given, i),
                                 genlock_record_get_value (after, i)))
      {
        genlock_record_set_value (after, i, genlock_record_get_value (given, i));
        changes = TRUE;
      }

  if (!changes)
    return TRUE;

  return genlock_record_validate (after, error)
         && genlock_work_write (work, row, g_steal_pointer (&after), error);
}

gboolean
genlock_nested_apply (GenlockWork *work,
                      GenlockWorkRow *row,
                      GenlockRecord *given,
                      GError **error)
{
  g_autofree char *id = NULL;

  if (!genlock_nested_overlay (work, row, given, error))
    return FALSE;

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      GPtrArray *entries = genlock_record_get_children (given, genlock_schema_tables[i]);

      if (entries == NULL)
        continue;

      if (id == NULL)
        id = g_strdup (genlock_record_get_id (row->after));

      if (!apply_set (work, id, genlock_schema_tables[i], entries, error))
        return FALSE;
    }

  return TRUE;
}
