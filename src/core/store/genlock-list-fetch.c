/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list gets the records of its rows. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "core/store/genlock-list-private.h"
#include "core/store/genlock-load.h"
#include "core/store/genlock-query-private.h"

/* Rows are fetched in pages of this many, around the one that is asked for. */
#define PAGE_ROWS 128

/* Pages under way at a time; what is asked for meanwhile waits, the latest is served first. */
#define MAX_FETCHES 2
#define MAX_WANTED 64

/* Rows of which only their holders know where they stand are fetched this many at a time. */
#define MAX_MISSING 512

/* So many rows that changed are read at once, each by one look-up; more go to a worker. */
#define MAX_PATCHES 16

static void
mark_pending (GenlockList *self,
              GArray *rowids,
              gboolean pending)
{
  for (guint i = 0; i < rowids->len; i++)
    {
      gint64 *rowid = &g_array_index (rowids, gint64, i);

      if (pending)
        g_hash_table_add (self->pending, g_memdup2 (rowid, sizeof *rowid));
      else
        g_hash_table_remove (self->pending, rowid);
    }
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data);

/* @rowids: (transfer full) */
static void
start_fetch (GenlockList *self,
             GArray *rowids)
{
  GenlockFetch *fetch = g_new0 (GenlockFetch, 1);

  fetch->table = self->query->table;
  fetch->rowids = rowids;
  fetch->generation = self->generation;
  self->n_fetches++;
  mark_pending (self, rowids, TRUE);
  genlock_store_run_async (self->store, genlock_fetch_work, fetch,
                           (GDestroyNotify) genlock_fetch_free,
                           (GDestroyNotify) genlock_fetch_free, NULL, fetched_cb,
                           g_object_ref (self));
}

/* The rows of a page whose records are neither known nor under way. */
static GArray *
collect_page (GenlockList *self,
              guint position)
{
  GArray *rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  guint first = position - position % PAGE_ROWS;
  guint end = MIN (first + PAGE_ROWS, g_list_model_get_n_items (G_LIST_MODEL (self)));

  for (guint i = first; i < end; i++)
    {
      gint64 rowid = genlock_list_get_rowid (self, i);

      if (rowid != 0 && !genlock_list_cache_knows (self->cache, rowid)
          && !g_hash_table_contains (self->pending, &rowid))
        g_array_append_val (rowids, rowid);
    }

  return rowids;
}

/* Whether somebody still has one of @rowids: those scrolled past are not fetched. */
static gboolean
is_looked_at (GenlockList *self,
              GArray *rowids)
{
  for (guint i = 0; i < rowids->len; i++)
    if (genlock_list_cache_holds (self->cache, g_array_index (rowids, gint64, i)))
      return TRUE;

  return FALSE;
}

/* Rows that somebody has without their records. */
static GArray *
collect_missing (GenlockList *self)
{
  g_autoptr (GArray) held = genlock_list_cache_get_held (self->cache);
  GArray *rowids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < held->len && rowids->len < MAX_MISSING; i++)
    {
      gint64 rowid = g_array_index (held, gint64, i);

      if (!genlock_list_cache_knows (self->cache, rowid)
          && !g_hash_table_contains (self->pending, &rowid))
        g_array_append_val (rowids, rowid);
    }

  return rowids;
}

static void
serve_missing (GenlockList *self)
{
  while (self->missing && self->n_fetches < MAX_FETCHES)
    {
      g_autoptr (GArray) rowids = collect_missing (self);

      self->missing = rowids->len == MAX_MISSING;
      if (rowids->len > 0)
        start_fetch (self, g_steal_pointer (&rowids));
    }
}

static void
serve_wanted (GenlockList *self)
{
  while (self->n_fetches < MAX_FETCHES && self->wanted->len > 0)
    {
      guint position = g_array_index (self->wanted, guint, self->wanted->len - 1);
      g_autoptr (GArray) rowids = collect_page (self, position);

      g_array_set_size (self->wanted, self->wanted->len - 1);
      if (is_looked_at (self, rowids))
        start_fetch (self, g_steal_pointer (&rowids));
    }

  serve_missing (self);
}

/* Somebody has changed rows while these were read: nobody knows which of them are old. */
static gboolean
is_outdated (GenlockList *self,
             const GenlockFetch *fetch)
{
  return fetch->generation != self->generation;
}

static void
fetched_cb (GObject *object,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockList) self = user_data;
  g_autoptr (GError) error = NULL;
  GenlockFetch *fetch = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);

  self->n_fetches--;

  if (fetch == NULL)
    {
      /* The next one who asks tries again. */
      g_hash_table_remove_all (self->pending);
      g_message ("Cannot read rows: %s", error->message);
      return;
    }

  mark_pending (self, fetch->rowids, FALSE);

  if (self->query == NULL || fetch->table != self->query->table)
    ; /* nobody wants these any more */
  else if (is_outdated (self, fetch))
    start_fetch (self, g_array_ref (fetch->rowids));
  else
    genlock_list_put_records (self, fetch->rowids, fetch->records);

  genlock_fetch_free (fetch);
  serve_wanted (self);
}

void
genlock_list_put_records (GenlockList *list,
                          GArray *rowids,
                          GPtrArray *records)
{
  for (guint i = 0; i < records->len; i++)
    if (g_ptr_array_index (records, i) != NULL)
      genlock_list_cache_put (list->cache, g_array_index (rowids, gint64, i),
                              g_ptr_array_index (records, i));
}

void
genlock_list_want (GenlockList *list,
                   guint position)
{
  gint64 rowid = genlock_list_get_rowid (list, position);
  guint last = list->wanted->len;

  if (rowid == 0 || g_hash_table_contains (list->pending, &rowid))
    return;

  if (list->n_fetches < MAX_FETCHES)
    {
      start_fetch (list, collect_page (list, position));
      return;
    }

  if (last > 0
      && g_array_index (list->wanted, guint, last - 1) / PAGE_ROWS == position / PAGE_ROWS)
    return;

  if (last >= MAX_WANTED)
    {
      g_array_remove_index (list->wanted, 0);
      list->missing = TRUE;
    }

  g_array_append_val (list->wanted, position);
}

void
genlock_list_forget_places (GenlockList *list)
{
  if (list->wanted->len == 0)
    return;

  g_array_set_size (list->wanted, 0);
  list->missing = TRUE;
}

/* The row of the list's table in which row @id of @table is nested, however deep. */
static char *
climb (GenlockDatabase *database,
       const GenlockTable *table,
       const char *id,
       const GenlockTable *target)
{
  g_autofree char *at = g_strdup (id);

  while (table != target && at != NULL)
    {
      const GenlockField *link = &table->fields[table->parent_field];
      g_autofree char *sql = g_strdup_printf ("SELECT %s FROM %s WHERE id = :id", link->name,
                                              table->name);
      g_autoptr (GenlockStatement) statement = genlock_database_prepare (database, sql, NULL);
      g_autofree char *child = g_steal_pointer (&at);

      if (statement == NULL)
        return NULL;

      genlock_statement_bind_text (statement, ":id", child);
      if (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
        at = g_strdup (genlock_statement_read_text (statement, 0));

      table = link->target;
    }

  return g_steal_pointer (&at);
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

/* The rows that changed, by their ids. */
static GHashTable *
collect_ids (GenlockList *self,
             GenlockDatabase *database,
             const GenlockChanges *changes)
{
  GHashTable *ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  const GenlockTable *table = self->query->table;

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);
      char *id = NULL;

      if (is_within (change->table, table))
        id = climb (database, change->table, change->id, table);
      if (id != NULL)
        g_hash_table_add (ids, id);
    }

  return ids;
}

static void
patch_now (GenlockList *self,
           const GenlockChanges *changes)
{
  GenlockReaders *readers = self->store->readers;
  GenlockDatabase *database = genlock_readers_borrow (readers, TRUE, NULL);
  g_autoptr (GHashTable) ids = NULL;
  g_autoptr (GArray) rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) records = NULL;
  GHashTableIter iter;
  gpointer id;

  if (database == NULL)
    return;

  records = g_ptr_array_new_with_free_func ((GDestroyNotify) genlock_record_unref);
  ids = collect_ids (self, database, changes);

  g_hash_table_iter_init (&iter, ids);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    {
      gint64 rowid = 0;
      GenlockRecord *record = genlock_load_row (database, self->query->table, id, &rowid, NULL);

      if (record == NULL)
        continue;

      g_array_append_val (rowids, rowid);
      g_ptr_array_add (records, record);
    }

  genlock_readers_return (readers, database);
  genlock_list_put_records (self, rowids, records);
}

void
genlock_list_patch (GenlockList *list,
                    const GenlockChanges *changes)
{
  guint n = changes != NULL ? count_relevant (list, changes) : G_MAXUINT;
  g_autoptr (GArray) held = NULL;

  if (n == 0)
    return;

  list->generation++;

  if (n <= MAX_PATCHES)
    {
      patch_now (list, changes);
      return;
    }

  genlock_list_cache_expire (list->cache);
  held = genlock_list_cache_get_held (list->cache);
  if (held->len > 0)
    start_fetch (list, g_steal_pointer (&held));
}

static gboolean
look_up (GenlockList *self,
         const char *id,
         gint64 *rowid)
{
  GenlockReaders *readers = self->store->readers;
  g_autofree char *sql = g_strdup_printf ("SELECT rowid FROM %s WHERE id = :id",
                                          self->query->table->name);
  GenlockDatabase *database = genlock_readers_borrow (readers, TRUE, NULL);
  GenlockStatement *statement;

  if (database == NULL)
    return FALSE;

  statement = genlock_database_prepare (database, sql, NULL);
  if (statement != NULL)
    {
      genlock_statement_bind_text (statement, ":id", id);
      if (genlock_statement_step (statement, NULL) == GENLOCK_STATEMENT_ROW)
        *rowid = genlock_statement_read_int (statement, 0);

      genlock_statement_release (statement);
    }

  genlock_readers_return (readers, database);

  return *rowid != 0;
}

gboolean
genlock_list_find (GenlockList *list,
                   const char *id,
                   guint *position)
{
  guint n_items;
  gint64 rowid;

  g_return_val_if_fail (GENLOCK_IS_LIST (list), FALSE);

  if (list->query == NULL)
    return FALSE;

  rowid = genlock_list_cache_find (list->cache, id);
  if (rowid == 0 && !look_up (list, id, &rowid))
    return FALSE;

  n_items = g_list_model_get_n_items (G_LIST_MODEL (list));
  for (guint i = 0; i < n_items; i++)
    if (genlock_list_get_rowid (list, i) == rowid)
      {
        *position = i;
        return TRUE;
      }

  return FALSE;
}

static void
rows_fetched_cb (GObject *object,
                 GAsyncResult *result,
                 gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  GenlockFetch *fetch = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);

  if (fetch == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }

  /* Rows that are gone are no rows. */
  for (guint i = fetch->records->len; i > 0; i--)
    if (g_ptr_array_index (fetch->records, i - 1) == NULL)
      g_ptr_array_remove_index (fetch->records, i - 1);

  g_task_return_pointer (task, g_steal_pointer (&fetch->records),
                         (GDestroyNotify) g_ptr_array_unref);
  genlock_fetch_free (fetch);
}

/* Somebody wants rows of which only the number is known yet. */
typedef struct
{
  GTask *task; /* owned */
  GArray *positions; /* owned (element-type guint) */
} Waiting;

static void
waiting_free (gpointer data,
              GClosure *closure)
{
  Waiting *waiting = data;

  g_object_unref (waiting->task);
  g_array_unref (waiting->positions);
  g_free (waiting);
}

static void
fetch_rows (GenlockList *self,
            GTask *task,
            GArray *positions)
{
  guint n_items = g_list_model_get_n_items (G_LIST_MODEL (self));
  GenlockFetch *fetch = g_new0 (GenlockFetch, 1);

  fetch->table = self->query->table;
  fetch->rowids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (guint i = 0; i < positions->len; i++)
    if (g_array_index (positions, guint, i) < n_items)
      {
        gint64 rowid = genlock_list_get_rowid (self, g_array_index (positions, guint, i));

        g_array_append_val (fetch->rowids, rowid);
      }

  genlock_store_run_async (self->store, genlock_fetch_work, fetch,
                           (GDestroyNotify) genlock_fetch_free,
                           (GDestroyNotify) genlock_fetch_free, g_task_get_cancellable (task),
                           rows_fetched_cb, g_object_ref (task));
}

static void
loading_cb (GenlockList *self,
            GParamSpec *pspec,
            gpointer user_data)
{
  Waiting *waiting = user_data;
  g_autoptr (GTask) task = NULL;
  g_autoptr (GArray) positions = NULL;

  if (genlock_list_get_loading (self))
    return;

  task = g_object_ref (waiting->task);
  positions = g_array_ref (waiting->positions);
  g_signal_handlers_disconnect_by_func (self, loading_cb, waiting);

  /* Without the order, for whatever reason, there is no saying which rows were meant. */
  if (self->query != NULL && self->n_rest == 0)
    fetch_rows (self, task, positions);
  else
    g_task_return_new_error (task, GENLOCK_STORE_ERROR, GENLOCK_STORE_ERROR_FAILED, "%s",
                             self->error != NULL ? self->error
                             : N_("The list has changed meanwhile. Try again."));
}

void
genlock_list_fetch_async (GenlockList *list,
                          const guint *positions,
                          gsize n_positions,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GArray) places = NULL;
  Waiting *waiting;

  g_return_if_fail (GENLOCK_IS_LIST (list));

  task = g_task_new (list, cancellable, callback, user_data);
  g_task_set_source_tag (task, genlock_list_fetch_async);
  places = g_array_append_vals (g_array_new (FALSE, FALSE, sizeof (guint)), positions,
                                (guint) n_positions);

  if (list->query == NULL)
    {
      g_task_return_pointer (task,
                             g_ptr_array_new_with_free_func ((GDestroyNotify)
                                                             genlock_record_unref),
                             (GDestroyNotify) g_ptr_array_unref);
      return;
    }

  if (list->n_rest == 0)
    {
      fetch_rows (list, task, places);
      return;
    }

  waiting = g_new0 (Waiting, 1);
  waiting->task = g_steal_pointer (&task);
  waiting->positions = g_steal_pointer (&places);
  g_signal_connect_data (list, "notify::loading", G_CALLBACK (loading_cb), waiting, waiting_free,
                         0);
}

GPtrArray *
genlock_list_fetch_finish (GenlockList *list,
                           GAsyncResult *result,
                           GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, list), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
