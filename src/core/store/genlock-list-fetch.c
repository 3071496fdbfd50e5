/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a list gets the records of its rows, in pages. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-list-private.h"
#include "core/store/genlock-query-private.h"

/* Rows are fetched in pages of this many, around the one that is asked for. */
#define PAGE_ROWS 128

/* Pages under way at a time; what is asked for meanwhile waits, the latest is served first. */
#define MAX_FETCHES 2
#define MAX_WANTED 64

/* Rows of which only their holders know where they stand are fetched this many at a time. */
#define MAX_MISSING 512

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
                           (GDestroyNotify) genlock_fetch_free, NULL,
                           genlock_list_fetched_cb,
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

static void
take_fetch (GenlockList *self,
            GenlockFetch *fetch)
{
  GArray *rowids = fetch->rowids;
  guint n_taken;

  mark_pending (self, rowids, FALSE);
  if (self->query == NULL || fetch->table != self->query->table)
    return;

  genlock_list_recover (self);
  n_taken = genlock_list_put_records (self, fetch->generation, rowids, fetch->records);

  /* Who was told of a record may have set another query, or none. */
  if (n_taken < rowids->len && self->query != NULL && fetch->table == self->query->table)
    {
      GArray *rest = g_array_new (FALSE, FALSE, sizeof (gint64));

      g_array_append_vals (rest, &g_array_index (rowids, gint64, n_taken), rowids->len - n_taken);
      start_fetch (self, rest);
    }
}

void
genlock_list_fetched_cb (GObject *object,
                         GAsyncResult *result,
                         gpointer user_data)
{
  g_autoptr (GenlockList) self = user_data;
  g_autoptr (GError) error = NULL;
  GenlockFetch *fetch = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);

  self->n_fetches--;

  if (fetch == NULL)
    {
      /* The next one who asks tries again, at once. */
      g_hash_table_remove_all (self->pending);
      if (self->query != NULL)
        genlock_list_fail_records (self, error);
      return;
    }

  take_fetch (self, fetch);
  genlock_fetch_free (fetch);
  serve_wanted (self);
}

/* Somebody has changed rows while these were read, or when told of one of them: from then on nobody
 * knows which are old. */
guint
genlock_list_put_records (GenlockList *list,
                          guint64 generation,
                          GArray *rowids,
                          GPtrArray *records)
{
  guint i = 0;

  for (; i < records->len && generation == list->generation; i++)
    if (g_ptr_array_index (records, i) != NULL)
      genlock_list_cache_put (list->cache, g_array_index (rowids, gint64, i),
                              g_ptr_array_index (records, i));

  return i;
}

void
genlock_list_reload (GenlockList *list)
{
  g_autoptr (GArray) held = NULL;

  list->records_failed = FALSE;
  genlock_list_cache_expire (list->cache);
  held = genlock_list_cache_get_held (list->cache);

  if (held->len > 0 && list->query != NULL)
    start_fetch (list, g_steal_pointer (&held));
  else
    genlock_list_recover (list);
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
