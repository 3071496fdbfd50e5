/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deleting a row with what hangs on it, and bringing both back. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-cascade.h"
#include "core/store/genlock-references.h"
#include "core/store/genlock-rules.h"

static GPtrArray *
list_dependents (GenlockWork *work,
                 const GenlockReference *reference,
                 const char *id,
                 GError **error)
{
  const GenlockField *field = &reference->table->fields[reference->field];
  g_autofree char *where = NULL;

  /* The words are those of the descriptions. */
  if (reference->word != NULL)
    where = g_strdup_printf ("%s = :id AND %s = '%s' AND is_deleted = 0", field->name,
                             reference->table->fields[field->ref_field].name, reference->word);
  else
    where = g_strdup_printf ("%s = :id AND is_deleted = 0", field->name);

  return genlock_work_list (work, reference->table, where, id, error);
}

static gboolean
set_null (GenlockWork *work,
          GenlockWorkRow *row,
          guint field,
          GError **error)
{
  GenlockRecord *after = genlock_record_copy (row->after);

  genlock_record_set_null (after, field);

  return genlock_work_write (work, row, after, error);
}

/* TRUE with @stays where the row still says something without that end. */
static gboolean
detach (GenlockWork *work,
        GenlockWorkRow *row,
        guint field,
        gboolean *stays,
        GError **error)
{
  g_autoptr (GenlockRecord) after = genlock_record_copy (row->after);

  *stays = row->table->detach (genlock_record_peek_values (after), field);

  return !*stays || genlock_work_write (work, row, g_steal_pointer (&after), error);
}

/* What the deletion of the row with @id means for one that refers to it. */
static gboolean
release (GenlockWork *work,
         GenlockWorkRow *row,
         guint field,
         const char *mark,
         GPtrArray *queue,
         GError **error)
{
  gboolean stays = FALSE;

  switch (row->table->fields[field].on_delete)
    {
    case GENLOCK_KEEP:
      return TRUE;

    case GENLOCK_SET_NULL:
      return set_null (work, row, field, error);

    case GENLOCK_DETACH:
      if (!detach (work, row, field, &stays, error))
        return FALSE;
      break;

    case GENLOCK_CASCADE:
      break;
    }

  if (stays)
    return TRUE;

  g_ptr_array_add (queue, row);

  return genlock_work_mark (work, row, TRUE, mark, error);
}

static gboolean
release_all (GenlockWork *work,
             const GenlockReference *reference,
             const char *id,
             const char *mark,
             GPtrArray *queue,
             GError **error)
{
  g_autoptr (GPtrArray) rows = list_dependents (work, reference, id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (!genlock_work_go_on (work, error)
        || !release (work, rows->pdata[i], reference->field, mark, queue, error))
      return FALSE;

  return rows != NULL;
}

gboolean
genlock_cascade_spread (GenlockWork *work,
                        GenlockWorkRow *row,
                        GError **error)
{
  g_autofree char *mark = g_strdup (genlock_record_get_id (row->after));
  g_autoptr (GPtrArray) queue = g_ptr_array_new ();

  g_ptr_array_add (queue, row);

  /* Breadth first: all rows of a show go as the show's before the rows that hang on them. */
  for (guint i = 0; i < queue->len; i++)
    {
      GenlockWorkRow *gone = queue->pdata[i];
      guint n_references;
      const GenlockReference *references = genlock_references_to (gone->table, &n_references);

      for (guint j = 0; j < n_references; j++)
        if (!release_all (work, &references[j], genlock_record_get_id (gone->after), mark, queue,
                          error))
          return FALSE;
    }

  return TRUE;
}

gboolean
genlock_cascade_delete (GenlockWork *work,
                        GenlockWorkRow *row,
                        GError **error)
{
  if (!genlock_work_row_is_live (row))
    return TRUE;

  return genlock_work_mark (work, row, TRUE, NULL, error)
         && genlock_cascade_spread (work, row, error);
}

/* @dead: (out): the row that @field names where that is deleted */
static gboolean
find_dead_target (GenlockWork *work,
                  GenlockWorkRow *row,
                  guint field,
                  GHashTable *reviving,
                  GenlockWorkRow **dead,
                  GError **error)
{
  GenlockWorkRow *target;
  gboolean names;

  *dead = NULL;

  if (!genlock_work_find_target (work, row, field, &names, &target, error))
    return FALSE;

  /* A row that never was says nothing. */
  if (target != NULL
      && !genlock_work_row_is_live (target)
      && (reviving == NULL || !g_hash_table_contains (reviving, target)))
    *dead = target;

  return TRUE;
}

gboolean
genlock_cascade_find_blocker (GenlockWork *work,
                              GenlockWorkRow *row,
                              GHashTable *reviving,
                              GenlockWorkRow **blocker,
                              GError **error)
{
  const GenlockTable *table = row->table;

  *blocker = NULL;

  for (guint i = table->n_meta; i < table->n_fields && *blocker == NULL; i++)
    {
      GenlockOnDelete on_delete = table->fields[i].on_delete;

      if ((on_delete == GENLOCK_CASCADE || on_delete == GENLOCK_DETACH)
          && !find_dead_target (work, row, i, reviving, blocker, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
genlock_cascade_empty_dead_links (GenlockWork *work,
                                  GenlockWorkRow *row,
                                  GError **error)
{
  const GenlockTable *table = row->table;

  for (guint i = table->n_meta; i < table->n_fields; i++)
    {
      GenlockWorkRow *dead = NULL;

      if (table->fields[i].on_delete != GENLOCK_SET_NULL)
        continue;

      if (!find_dead_target (work, row, i, NULL, &dead, error)
          || (dead != NULL && !set_null (work, row, i, error)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
collect_marked (GenlockWork *work,
                const GenlockTable *table,
                const char *id,
                GPtrArray *list,
                GHashTable *set,
                GError **error)
{
  static const char marked[] = "deleted_with = :id AND is_deleted = 1";
  g_autoptr (GPtrArray) rows = genlock_work_list (work, table, marked, id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    if (g_hash_table_add (set, rows->pdata[i]))
      g_ptr_array_add (list, rows->pdata[i]);

  return rows != NULL;
}

/* The row that a person deleted may have taken rows of any table along; one that went with it was
 * at most what kept rows that refer to it from coming back. */
static gboolean
collect (GenlockWork *work,
         GenlockWorkRow *root,
         GPtrArray *list,
         GHashTable *set,
         GError **error)
{
  g_ptr_array_add (list, root);
  g_hash_table_add (set, root);

  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    if (genlock_table_replicates (genlock_schema_tables[i])
        && !collect_marked (work, genlock_schema_tables[i], genlock_record_get_id (root->after),
                            list, set, error))
      return FALSE;

  for (guint i = 1; i < list->len; i++)
    {
      GenlockWorkRow *row = list->pdata[i];
      guint n_references;
      const GenlockReference *references = genlock_references_to (row->table, &n_references);

      for (guint j = 0; j < n_references; j++)
        if (!collect_marked (work, references[j].table, genlock_record_get_id (row->after), list,
                             set, error))
          return FALSE;

      if (!genlock_work_go_on (work, error))
        return FALSE;
    }

  return TRUE;
}

/* Takes rows out of @set that cannot come back, until no further one has to go. */
static gboolean
hold_back (GenlockWork *work,
           GPtrArray *list,
           GHashTable *set,
           GError **error)
{
  gboolean again = TRUE;

  while (again)
    {
      again = FALSE;

      for (guint i = 1; i < list->len; i++)
        {
          GenlockWorkRow *row = list->pdata[i];
          GenlockWorkRow *blocker;

          if (!g_hash_table_contains (set, row))
            continue;

          if (!genlock_cascade_find_blocker (work, row, set, &blocker, error))
            return FALSE;

          if (blocker == NULL)
            continue;

          again = TRUE;
          g_hash_table_remove (set, row);
          if (!genlock_work_mark (work, row, TRUE, genlock_record_get_id (blocker->after), error))
            return FALSE;
        }
    }

  return TRUE;
}

static gboolean
revive (GenlockWork *work,
        GPtrArray *list,
        GHashTable *set,
        GError **error)
{
  for (guint i = 0; i < list->len; i++)
    if (g_hash_table_contains (set, list->pdata[i])
        && (!genlock_work_go_on (work, error)
            || !genlock_work_mark (work, list->pdata[i], FALSE, NULL, error)))
      return FALSE;

  for (guint i = 0; i < list->len; i++)
    if (g_hash_table_contains (set, list->pdata[i])
        && (!genlock_cascade_empty_dead_links (work, list->pdata[i], error)
            || !genlock_rules_unplace (work, list->pdata[i], error)))
      return FALSE;

  return TRUE;
}

gboolean
genlock_cascade_undelete (GenlockWork *work,
                          GenlockWorkRow *row,
                          GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  g_autoptr (GHashTable) set = NULL;
  GenlockWorkRow *blocker;

  if (genlock_work_row_is_live (row))
    return TRUE;

  if (!genlock_cascade_find_blocker (work, row, NULL, &blocker, error))
    return FALSE;

  if (blocker != NULL)
    {
      g_set_error_literal (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_CONFLICT,
                           N_("This cannot come back while what it belongs to is deleted. "
                              "Restore that first."));
      return FALSE;
    }

  list = g_ptr_array_new ();
  set = g_hash_table_new (NULL, NULL);

  return collect (work, row, list, set, error)
         && hold_back (work, list, set, error)
         && revive (work, list, set, error);
}
