/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a transaction changed, for those who show it. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-changes-private.h"

struct _GenlockChanges
{
  gatomicrefcount ref_count;
  GArray *rows; /* owned (element-type GenlockChange) */
  GStringChunk *texts; /* owned: ids; shows only once */
  GHashTable *touched; /* owned (element-type GenlockTable GHashTable): tables and their shows */
  gint64 step;
  guint n_left;
};

GenlockChanges *
genlock_changes_new (void)
{
  GenlockChanges *changes = g_new0 (GenlockChanges, 1);

  g_atomic_ref_count_init (&changes->ref_count);
  changes->rows = g_array_new (FALSE, FALSE, sizeof (GenlockChange));
  changes->texts = g_string_chunk_new (4096);
  changes->touched = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_hash_table_unref);

  return changes;
}

GenlockChanges *
genlock_changes_ref (GenlockChanges *changes)
{
  g_atomic_ref_count_inc (&changes->ref_count);

  return changes;
}

void
genlock_changes_unref (GenlockChanges *changes)
{
  if (!g_atomic_ref_count_dec (&changes->ref_count))
    return;

  g_array_unref (changes->rows);
  g_string_chunk_free (changes->texts);
  g_hash_table_unref (changes->touched);
  g_free (changes);
}

static void
touch (GenlockChanges *changes,
       const GenlockTable *table,
       const char *production_id)
{
  GHashTable *shows = g_hash_table_lookup (changes->touched, table);

  if (shows == NULL)
    {
      shows = g_hash_table_new (g_str_hash, g_str_equal);
      g_hash_table_insert (changes->touched, (gpointer) table, shows);
    }

  if (production_id != NULL)
    g_hash_table_add (shows, (gpointer) production_id);
}

void
genlock_changes_add (GenlockChanges *changes,
                     const GenlockChange *change)
{
  GenlockChange copy = *change;

  copy.id = g_string_chunk_insert (changes->texts, change->id);
  if (change->production_id != NULL)
    copy.production_id = g_string_chunk_insert_const (changes->texts, change->production_id);
  g_array_append_val (changes->rows, copy);

  /* A row that is shown nested in its parent changes what is shown of the parent. */
  for (const GenlockTable *table = copy.table; table != NULL;
       table = table->nested_as != NULL ? table->fields[table->parent_field].target : NULL)
    touch (changes, table, copy.production_id);
}

void
genlock_changes_set_step (GenlockChanges *changes,
                          gint64 step)
{
  changes->step = step;
}

void
genlock_changes_set_n_left (GenlockChanges *changes,
                            guint n_left)
{
  changes->n_left = n_left;
}

guint
genlock_changes_get_length (const GenlockChanges *changes)
{
  return changes->rows->len;
}

const GenlockChange *
genlock_changes_get (const GenlockChanges *changes,
                     guint index)
{
  g_return_val_if_fail (index < changes->rows->len, NULL);

  return &g_array_index (changes->rows, GenlockChange, index);
}

gboolean
genlock_changes_touch (const GenlockChanges *changes,
                       const GenlockTable *table,
                       const char *production_id)
{
  GHashTable *shows = g_hash_table_lookup (changes->touched, table);

  return shows != NULL && (production_id == NULL || g_hash_table_contains (shows, production_id));
}

gint64
genlock_changes_get_step (const GenlockChanges *changes)
{
  return changes->step;
}

guint
genlock_changes_get_n_left (const GenlockChanges *changes)
{
  return changes->n_left;
}
