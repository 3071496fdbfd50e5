/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list has of its rows: the objects in others' hands, the records fetched last. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-list-cache.h"

/* Some screens full; a record with its children takes about 1.5 KB. */
#define MAX_RECORDS 2048

/* An object that somebody has. */
typedef struct
{
  gint64 rowid;
  GenlockListCache *cache; /* unowned */
  GenlockRow *row;         /* unowned, watched */
} Held;

/* A record that is kept. */
typedef struct
{
  gint64 rowid;
  GenlockRecord *record; /* owned */
  GList link;            /* in the queue of use; its data is this */
} Kept;

struct _GenlockListCache
{
  GHashTable *held; /* owned (element-type gint64 Held) */
  GHashTable *kept; /* owned (element-type gint64 Kept) */
  GQueue use;       /* the least recently used record first */
};

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  genlock_record_unref (kept->record);
  g_free (kept);
}

GenlockListCache *
genlock_list_cache_new (void)
{
  GenlockListCache *cache = g_new0 (GenlockListCache, 1);

  cache->held = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  cache->kept = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, kept_free);
  g_queue_init (&cache->use);

  return cache;
}

void
genlock_list_cache_free (GenlockListCache *cache)
{
  genlock_list_cache_clear (cache);
  g_hash_table_unref (cache->held);
  g_hash_table_unref (cache->kept);
  g_free (cache);
}

static void
row_gone_cb (gpointer user_data,
             GObject *where_the_row_was)
{
  Held *held = user_data;

  g_hash_table_remove (held->cache->held, &held->rowid);
}

static GenlockRecord *
use_record (GenlockListCache *cache,
            gint64 rowid)
{
  Kept *kept = g_hash_table_lookup (cache->kept, &rowid);

  if (kept == NULL)
    return NULL;

  g_queue_unlink (&cache->use, &kept->link);
  g_queue_push_tail_link (&cache->use, &kept->link);

  return kept->record;
}

GenlockRow *
genlock_list_cache_get_row (GenlockListCache *cache,
                            const GenlockTable *table,
                            gint64 rowid)
{
  Held *held = g_hash_table_lookup (cache->held, &rowid);

  if (held != NULL)
    return g_object_ref (held->row);

  held = g_new0 (Held, 1);
  held->rowid = rowid;
  held->cache = cache;
  held->row = genlock_row_new (table, use_record (cache, rowid));
  g_object_weak_ref (G_OBJECT (held->row), row_gone_cb, held);
  g_hash_table_insert (cache->held, &held->rowid, held);

  return held->row;
}

static GenlockRecord *
peek_record (GenlockListCache *cache,
             gint64 rowid)
{
  Held *held = g_hash_table_lookup (cache->held, &rowid);
  Kept *kept;

  if (held != NULL && genlock_row_get_record (held->row) != NULL)
    return genlock_row_get_record (held->row);

  kept = g_hash_table_lookup (cache->kept, &rowid);

  return kept != NULL ? kept->record : NULL;
}

gboolean
genlock_list_cache_knows (GenlockListCache *cache,
                          gint64 rowid)
{
  return peek_record (cache, rowid) != NULL;
}

gboolean
genlock_list_cache_holds (GenlockListCache *cache,
                          gint64 rowid)
{
  return g_hash_table_contains (cache->held, &rowid);
}

static void
drop (GenlockListCache *cache,
      Kept *kept)
{
  g_queue_unlink (&cache->use, &kept->link);
  g_hash_table_remove (cache->kept, &kept->rowid);
}

void
genlock_list_cache_put (GenlockListCache *cache,
                        gint64 rowid,
                        GenlockRecord *record)
{
  Held *held = g_hash_table_lookup (cache->held, &rowid);
  Kept *kept = g_hash_table_lookup (cache->kept, &rowid);

  if (kept != NULL)
    drop (cache, kept);

  kept = g_new0 (Kept, 1);
  kept->rowid = rowid;
  kept->record = genlock_record_ref (record);
  kept->link.data = kept;
  g_hash_table_insert (cache->kept, &kept->rowid, kept);
  g_queue_push_tail_link (&cache->use, &kept->link);

  while (cache->use.length > MAX_RECORDS)
    drop (cache, g_queue_peek_head (&cache->use));

  /* Whoever is told may drop the row: it is looked at no further. */
  if (held != NULL)
    {
      g_autoptr (GenlockRow) row = g_object_ref (held->row);

      genlock_row_set_record (row, record);
    }
}

void
genlock_list_cache_expire (GenlockListCache *cache)
{
  while (cache->use.length > 0)
    drop (cache, g_queue_peek_head (&cache->use));
}

void
genlock_list_cache_clear (GenlockListCache *cache)
{
  GHashTableIter iter;
  gpointer value;

  genlock_list_cache_expire (cache);

  g_hash_table_iter_init (&iter, cache->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      Held *held = value;

      g_object_weak_unref (G_OBJECT (held->row), row_gone_cb, held);
      g_hash_table_iter_remove (&iter);
    }
}

GArray *
genlock_list_cache_get_held (GenlockListCache *cache)
{
  GArray *rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GHashTableIter iter;
  gpointer key;

  g_hash_table_iter_init (&iter, cache->held);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_array_append_vals (rowids, key, 1);

  return rowids;
}

gint64
genlock_list_cache_find (GenlockListCache *cache,
                         const char *id)
{
  for (const GList *link = cache->use.tail; link != NULL; link = link->prev)
    {
      const Kept *kept = link->data;

      if (g_strcmp0 (genlock_record_get_id (kept->record), id) == 0)
        return kept->rowid;
    }

  return 0;
}

static gboolean
has_nested (GenlockRecord *record,
            const GenlockTable *table,
            const char *id)
{
  for (guint i = 0; genlock_schema_tables[i] != NULL; i++)
    {
      const GenlockTable *nested = genlock_schema_tables[i];
      GPtrArray *children = NULL;

      if (genlock_table_is_nested (nested, genlock_record_get_table (record)))
        children = genlock_record_get_children (record, nested);

      for (guint k = 0; children != NULL && k < children->len; k++)
        {
          GenlockRecord *child = g_ptr_array_index (children, k);

          if ((nested == table && g_strcmp0 (genlock_record_get_id (child), id) == 0)
              || has_nested (child, table, id))
            return TRUE;
        }
    }

  return FALSE;
}

void
genlock_list_cache_find_parents (GenlockListCache *cache,
                                 const GenlockTable *table,
                                 const char *id,
                                 GHashTable *ids)
{
  GHashTableIter iter;
  gpointer value;

  for (const GList *link = cache->use.head; link != NULL; link = link->next)
    {
      const Kept *kept = link->data;

      if (has_nested (kept->record, table, id))
        g_hash_table_add (ids, g_strdup (genlock_record_get_id (kept->record)));
    }

  g_hash_table_iter_init (&iter, cache->held);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      GenlockRecord *record = genlock_row_get_record (((const Held *) value)->row);

      if (record != NULL && has_nested (record, table, id))
        g_hash_table_add (ids, g_strdup (genlock_record_get_id (record)));
    }
}
