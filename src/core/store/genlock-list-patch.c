/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the records of a list follow what changes in the store. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-list-private.h"
#include "core/store/genlock-load.h"
#include "core/store/genlock-query-private.h"

/* So many rows that changed are read at once, each by one look-up; more go to a worker. */
#define MAX_PATCHES 16

static gboolean
read_parent (GenlockDatabase *database,
             const GenlockTable *table,
             const char *id,
             char **parent)
{
  g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id",
                                          table->fields[table->parent_field].name, table->name);
  g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, NULL);
  GenlockStatementResult result = GENLOCK_STATEMENT_FAILED;

  *parent = NULL;
  if (statement == NULL)
    return FALSE;

  genlock_statement_bind_text (statement, ":id", id);
  result = genlock_statement_step (statement, NULL);
  if (result == GENLOCK_STATEMENT_ROW)
    *parent = g_strdup (genlock_statement_read_text (statement, 0));

  return result != GENLOCK_STATEMENT_FAILED;
}

/* The row of @target in which row @id of @table is nested, however deep: in @found, %NULL where
 * there is none. FALSE where the database cannot be read. */
static gboolean
climb (GenlockDatabase *database,
       const GenlockTable *table,
       const char *id,
       const GenlockTable *target,
       char **found)
{
  g_autofree char *at = g_strdup (id);

  for (; table != target && at != NULL; table = table->fields[table->parent_field].target)
    {
      g_autofree char *child = g_steal_pointer (&at);

      if (!read_parent (database, table, child, &at))
        return FALSE;
    }

  *found = g_steal_pointer (&at);

  return TRUE;
}

static gboolean
is_within (const GenlockTable *table,
           const GenlockTable *target)
{
  while (table != target && table->nested_as != NULL)
    table = table->fields[table->parent_field].target;

  return table == target;
}

/* Changes of rows of this list's table and of what is nested in it. */
static guint
count_relevant (GenlockList *self,
                const GenlockChanges *changes)
{
  guint n = 0;

  for (guint i = 0; i < genlock_changes_get_length (changes) && n <= MAX_PATCHES; i++)
    n += is_within (genlock_changes_get (changes, i)->table, self->query->table);

  return n;
}

/* The rows that a change touches: the one that it is in now, and those that showed it so far. */
static gboolean
add_ids (GenlockList *self,
         GenlockDatabase *database,
         const GenlockChange *change,
         GHashTable *ids)
{
  const GenlockTable *table = self->query->table;
  char *id = NULL;

  if (!climb (database, change->table, change->id, table, &id))
    return FALSE;

  if (id != NULL)
    g_hash_table_add (ids, id);
  if (change->table != table)
    genlock_list_cache_find_parents (self->cache, change->table, change->id, ids);

  return TRUE;
}

/* (transfer full) (nullable): the ids of the rows that changed. */
static GHashTable *
collect_ids (GenlockList *self,
             const GenlockChanges *changes)
{
  GenlockReaders *readers = self->store->readers;
  GenlockDatabase *database = genlock_readers_borrow (readers, TRUE, NULL);
  g_autoptr (GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gboolean done = database != NULL;

  if (database == NULL)
    return NULL;

  for (guint i = 0; i < genlock_changes_get_length (changes) && done; i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      if (is_within (change->table, self->query->table))
        done = add_ids (self, database, change, ids);
    }

  genlock_readers_return (readers, database);

  return done ? g_steal_pointer (&ids) : NULL;
}

/* Reads and tells one row. Whoever is told may change the next one: each is read when its turn has
 * come. */
static gboolean
patch_row (GenlockList *self,
           const GenlockTable *table,
           const char *id)
{
  GenlockReaders *readers = self->store->readers;
  GenlockDatabase *database = genlock_readers_borrow (readers, TRUE, NULL);
  g_autoptr (GenlockRecord) record = NULL;
  g_autoptr (GError) error = NULL;
  gint64 rowid = 0;

  if (database == NULL)
    return FALSE;

  record = genlock_load_row (database, table, id, &rowid, &error);
  genlock_readers_return (readers, database);

  if (record == NULL)
    return g_error_matches (error, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_NOT_FOUND);

  genlock_list_cache_put (self->cache, rowid, record);

  return TRUE;
}

static gboolean
patch_now (GenlockList *self,
           const GenlockChanges *changes)
{
  const GenlockTable *table = self->query->table;
  g_autoptr (GHashTable) ids = collect_ids (self, changes);
  GHashTableIter iter;
  gpointer id;

  if (ids == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      /* Who was told of the row before may have set another query, or closed the store. */
      if (self->query == NULL || self->query->table != table || self->store == NULL)
        return TRUE;

      if (!patch_row (self, table, id))
        return FALSE;
    }

  return TRUE;
}

void
genlock_list_patch (GenlockList *list,
                    const GenlockChanges *changes)
{
  guint n = changes != NULL ? count_relevant (list, changes) : G_MAXUINT;

  if (n == 0)
    return;

  list->generation++;

  if (n > MAX_PATCHES || !patch_now (list, changes))
    genlock_list_reload (list);
}
