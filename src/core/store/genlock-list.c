/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a query as a list model that fetches what is looked at. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-difference.h"
#include "core/store/genlock-effect.h"
#include "core/store/genlock-list-private.h"
#include "core/store/genlock-query-private.h"

/* Rows around the place that was asked for last, whose records come with a new order. */
#define WINDOW_ROWS 256

/* What a first screen shows; the rest of the first page follows as it is asked for. */
#define FIRST_ROWS 64

/* From so many rows on the first search would be felt. */
#define WARM_ROWS 5000

enum
{
  PROP_STORE = 1,
  PROP_QUERY,
  PROP_N_ITEMS,
  PROP_LOADING,
  PROP_ERROR,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static void genlock_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GenlockList, genlock_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, genlock_list_model_init))

static guint
count_items (GenlockList *self)
{
  if (self->old_rowids == NULL)
    return self->rowids->len + self->n_rest;

  return self->new_end + self->old_rowids->len + self->old_rest - self->old_start;
}

static gint64
get_known (GArray *rowids,
           guint place)
{
  return place < rowids->len ? g_array_index (rowids, gint64, place) : 0;
}

gint64
genlock_list_get_rowid (GenlockList *list,
                        guint position)
{
  if (list->old_rowids == NULL || position < list->new_end)
    return get_known (list->rowids, position);

  return get_known (list->old_rowids, position - list->new_end + list->old_start);
}

/* Those who hear of one run of the difference see the list as it is between two runs. */
static void
tell_splice (GenlockList *self,
             const GenlockSplice *splice)
{
  self->new_end = splice->new_start + splice->added;
  self->old_start = splice->old_start + splice->removed;
  if (splice->removed > 0 || splice->added > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), splice->new_start, splice->removed,
                                splice->added);
}

/* @rowids: (transfer full): the new order, of which @n_rest rows follow later; @splices: how it
 * differs from the one so far */
static void
take_order (GenlockList *self,
            GArray *rowids,
            guint n_rest,
            const GenlockSplice *splices,
            guint n_splices)
{
  guint n_before = count_items (self);

  self->old_rowids = self->rowids;
  self->old_rest = self->n_rest;
  self->rowids = rowids;
  self->n_rest = n_rest;
  self->serial++;
  self->new_end = 0;
  self->old_start = 0;

  for (guint i = 0; i < n_splices; i++)
    tell_splice (self, &splices[i]);

  g_clear_pointer (&self->old_rowids, g_array_unref);
  genlock_list_forget_places (self);

  if (count_items (self) != n_before)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_ITEMS]);
}

/* The same where all behind the first @n_same rows is new. */
static void
take_order_from (GenlockList *self,
                 GArray *rowids,
                 guint n_rest,
                 guint n_same)
{
  GenlockSplice splice = {
    .old_start = n_same,
    .removed = count_items (self) - n_same,
    .new_start = n_same,
    .added = rowids->len + n_rest - n_same,
  };

  take_order (self, rowids, n_rest, &splice, 1);
}

static void
take_head (GenlockList *self,
           GenlockRefresh *refresh)
{
  GArray *head = refresh->after;

  self->unknown_asked = FALSE;
  take_order_from (self, g_array_ref (head), refresh->n_total - head->len, 0);

  /* The rest of the order follows. */
  self->stale = TRUE;
}

/* The whole order after its head: what was counted then is filled in, mostly unnoticed. */
static void
take_rest (GenlockList *self,
           GenlockRefresh *refresh)
{
  GArray *after = refresh->after;
  guint n_same = 0;

  while (n_same < self->rowids->len && n_same < after->len
         && g_array_index (after, gint64, n_same) == g_array_index (self->rowids, gint64, n_same))
    n_same++;

  if (n_same == self->rowids->len && after->len == count_items (self) && !self->unknown_asked)
    take_order (self, g_array_ref (after), 0, NULL, 0);
  else
    take_order_from (self, g_array_ref (after), 0, n_same);
}

static void
take_refresh (GenlockList *self,
              GenlockRefresh *refresh)
{
  /* Known before anybody asks, so that no row is empty for a frame. */
  if (refresh->generation == self->generation)
    genlock_list_put_records (self, refresh->rowids, refresh->records);

  if (refresh->is_head)
    take_head (self, refresh);
  else if (self->n_rest > 0)
    take_rest (self, refresh);
  else
    take_order (self, g_array_ref (refresh->after), 0,
                (const GenlockSplice *) refresh->splices->data, refresh->splices->len);
}

static void
set_error (GenlockList *self,
           const GError *error)
{
  const char *message = error != NULL ? error->message : NULL;

  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ERROR]);
}

static GenlockRefresh *
make_refresh (GenlockList *self)
{
  GenlockRefresh *refresh = g_new0 (GenlockRefresh, 1);

  refresh->query = genlock_query_copy (self->query);
  refresh->order = genlock_order_ref (self->order);
  refresh->sizes = genlock_scope_sizes_ref (self->store->sizes);
  refresh->forget_rows = self->forget_rows;
  refresh->forget_text = self->forget_text;
  refresh->head_is_enough = self->fresh;
  refresh->before = g_array_ref (self->rowids);
  refresh->serial = self->serial;
  refresh->generation = self->generation;
  refresh->first = self->fresh || self->looked_at < WINDOW_ROWS / 2
                   ? 0 : self->looked_at - WINDOW_ROWS / 2;
  refresh->n_rows = self->fresh ? FIRST_ROWS : self->query_changed ? WINDOW_ROWS : 0;

  return refresh;
}

/* A refresh under way keeps no list alive that nobody looks at any more. */
static GWeakRef *
make_weak (GenlockList *self)
{
  GWeakRef *weak = g_new (GWeakRef, 1);

  g_weak_ref_init (weak, self);

  return weak;
}

/* (transfer full) (nullable); @weak: (transfer full) */
static GenlockList *
take_weak (GWeakRef *weak)
{
  GenlockList *self = g_weak_ref_get (weak);

  g_weak_ref_clear (weak);
  g_free (weak);

  return self;
}

static void refreshed_cb (GObject *object,
                          GAsyncResult *result,
                          gpointer user_data);

/* @refresh: (transfer full) */
static void
send_refresh (GenlockList *self,
              GenlockRefresh *refresh)
{
  self->refreshing = TRUE;
  self->warming = refresh->warm;
  self->stale = FALSE;
  self->sent_rows = self->forget_rows;
  self->sent_text = self->forget_text;
  self->forget_rows = FALSE;
  self->forget_text = FALSE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  genlock_store_run_async (self->store, genlock_refresh_work, refresh,
                           (GDestroyNotify) genlock_refresh_free,
                           (GDestroyNotify) genlock_refresh_free, self->cancellable, refreshed_cb,
                           make_weak (self));
}

static void
start_refresh (GenlockList *self)
{
  if (self->refreshing)
    {
      /* A search waits for what is being read for it. */
      if (self->warming && self->query->search == NULL)
        g_cancellable_cancel (self->cancellable);

      self->stale = TRUE;
    }
  else
    {
      send_refresh (self, make_refresh (self));
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

/* Nothing is under way any more: time to be ready for the first search of a large list. */
static void
settle (GenlockList *self)
{
  if (!self->warmed && self->query != NULL && self->rowids->len >= WARM_ROWS)
    {
      GenlockRefresh *refresh = make_refresh (self);

      self->warmed = TRUE;
      refresh->warm = TRUE;
      send_refresh (self, refresh);
    }

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOADING]);
}

static void
refreshed_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GenlockRefresh *refresh = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);
  g_autoptr (GenlockList) self = take_weak (user_data);
  gboolean was_warming;

  if (self == NULL)
    {
      g_clear_pointer (&refresh, genlock_refresh_free);
      return;
    }

  was_warming = self->warming;
  self->refreshing = FALSE;
  self->warming = FALSE;

  if (refresh == NULL)
    {
      self->forget_rows |= self->sent_rows;
      self->forget_text |= self->sent_text;
      self->warmed &= !was_warming;
    }

  if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    set_error (self, error);

  if (refresh != NULL && !refresh->warm && refresh->serial == self->serial
      && genlock_query_equal (refresh->query, self->query))
    {
      self->fresh = FALSE;
      self->query_changed = FALSE;
      take_refresh (self, refresh);
    }

  g_clear_pointer (&refresh, genlock_refresh_free);

  if (self->stale)
    send_refresh (self, make_refresh (self));
  else if (!was_warming)
    settle (self);
}

static void
store_changed_cb (GenlockStore *store,
                  gpointer changes,
                  gpointer user_data)
{
  GenlockList *self = user_data;
  GenlockEffect effect;

  if (self->query == NULL)
    return;

  effect = genlock_effect_of (self->query, changes);
  self->forget_rows |= effect.rows;
  self->forget_text |= effect.text;
  self->warmed &= !effect.text;
  genlock_list_patch (self, changes);

  if (effect.order)
    start_refresh (self);
}

/* Rows of another table, or none: nothing of what is there stays. */
static void
empty (GenlockList *self)
{
  self->generation++;
  g_array_set_size (self->wanted, 0);
  g_hash_table_remove_all (self->pending);
  take_order_from (self, g_array_new (FALSE, FALSE, sizeof (gint64)), 0, 0);
  genlock_list_cache_clear (self->cache);
}

/* @query: (transfer full) (nullable) */
static void
replace_query (GenlockList *self,
               GenlockQuery *query)
{
  g_autoptr (GenlockQuery) before = g_steal_pointer (&self->query);
  gboolean same_table = before != NULL && query != NULL && before->table == query->table;

  /* What is kept is of the rows before: from here on nobody says what changes among them. */
  if (!same_table || !genlock_query_same_scope (before, query))
    {
      self->forget_rows = TRUE;
      self->warmed = FALSE;
    }

  if (before != NULL && !same_table)
    empty (self);

  self->query = query;
  self->query_changed = TRUE;
  self->fresh |= !same_table || count_items (self) == 0
                 || g_strcmp0 (before->parent_id, query->parent_id) != 0;

  if (self->refreshing && !self->warming)
    g_cancellable_cancel (self->cancellable);

  self->stale = FALSE;
  if (query != NULL)
    start_refresh (self);
}

static GType
genlock_list_get_item_type (GListModel *model)
{
  GenlockList *self = GENLOCK_LIST (model);

  return self->query != NULL ? genlock_row_get_type_for_table (self->query->table)
         : GENLOCK_TYPE_ROW;
}

static guint
genlock_list_get_n_items (GListModel *model)
{
  return count_items (GENLOCK_LIST (model));
}

static gpointer
genlock_list_get_item (GListModel *model,
                       guint position)
{
  GenlockList *self = GENLOCK_LIST (model);
  GenlockRow *row;
  gint64 rowid;

  if (position >= count_items (self))
    return NULL;

  rowid = genlock_list_get_rowid (self, position);
  self->looked_at = position;

  if (rowid == 0)
    {
      self->unknown_asked = TRUE;
      return genlock_row_new (self->query->table, NULL);
    }

  row = genlock_list_cache_get_row (self->cache, self->query->table, rowid);
  if (genlock_row_get_record (row) == NULL)
    genlock_list_want (self, position);

  return row;
}

static void
genlock_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = genlock_list_get_item_type;
  iface->get_n_items = genlock_list_get_n_items;
  iface->get_item = genlock_list_get_item;
}

static void
genlock_list_dispose (GObject *object)
{
  GenlockList *self = GENLOCK_LIST (object);

  if (self->store != NULL)
    g_signal_handlers_disconnect_by_func (self->store, store_changed_cb, self);

  if (self->refreshing)
    g_cancellable_cancel (self->cancellable);

  g_clear_object (&self->store);

  G_OBJECT_CLASS (genlock_list_parent_class)->dispose (object);
}

static void
genlock_list_finalize (GObject *object)
{
  GenlockList *self = GENLOCK_LIST (object);

  g_clear_pointer (&self->query, genlock_query_free);
  g_clear_object (&self->cancellable);
  g_array_unref (self->rowids);
  g_array_unref (self->wanted);
  g_hash_table_unref (self->pending);
  genlock_list_cache_free (self->cache);
  genlock_order_unref (self->order);
  g_free (self->error);

  G_OBJECT_CLASS (genlock_list_parent_class)->finalize (object);
}

static void
genlock_list_get_property (GObject *object,
                           guint prop_id,
                           GValue *value,
                           GParamSpec *pspec)
{
  GenlockList *self = GENLOCK_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      g_value_set_object (value, self->store);
      break;

    case PROP_QUERY:
      g_value_set_pointer (value, self->query);
      break;

    case PROP_N_ITEMS:
      g_value_set_uint (value, count_items (self));
      break;

    case PROP_LOADING:
      g_value_set_boolean (value, genlock_list_get_loading (self));
      break;

    case PROP_ERROR:
      g_value_set_string (value, self->error);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_list_set_property (GObject *object,
                           guint prop_id,
                           const GValue *value,
                           GParamSpec *pspec)
{
  GenlockList *self = GENLOCK_LIST (object);

  switch (prop_id)
    {
    case PROP_STORE:
      self->store = g_value_dup_object (value);
      g_signal_connect (self->store, "changed", G_CALLBACK (store_changed_cb), self);
      break;

    case PROP_QUERY:
      genlock_list_set_query (self, g_value_get_pointer (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
genlock_list_class_init (GenlockListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags changing = G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = genlock_list_dispose;
  object_class->finalize = genlock_list_finalize;
  object_class->get_property = genlock_list_get_property;
  object_class->set_property = genlock_list_set_property;

  properties[PROP_STORE] =
    g_param_spec_object ("store", NULL, NULL, GENLOCK_TYPE_STORE,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_QUERY] =
    g_param_spec_pointer ("query", NULL, NULL, G_PARAM_READWRITE | changing);
  properties[PROP_N_ITEMS] =
    g_param_spec_uint ("n-items", NULL, NULL, 0, G_MAXUINT, 0, G_PARAM_READABLE | changing);
  properties[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | changing);
  properties[PROP_ERROR] =
    g_param_spec_string ("error", NULL, NULL, NULL, G_PARAM_READABLE | changing);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
genlock_list_init (GenlockList *self)
{
  self->rowids = g_array_new (FALSE, FALSE, sizeof (gint64));
  self->wanted = g_array_new (FALSE, FALSE, sizeof (guint));
  self->pending = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->cache = genlock_list_cache_new ();
  self->order = genlock_order_new ();
}

GenlockList *
genlock_list_new (GenlockStore *store,
                  const GenlockQuery *query)
{
  GenlockList *list;

  g_return_val_if_fail (GENLOCK_IS_STORE (store), NULL);

  list = g_object_new (GENLOCK_TYPE_LIST, "store", store, NULL);
  genlock_list_set_query (list, query);

  return list;
}

void
genlock_list_set_query (GenlockList *list,
                        const GenlockQuery *query)
{
  g_return_if_fail (GENLOCK_IS_LIST (list));

  if (genlock_query_equal (list->query, query))
    return;

  replace_query (list, query != NULL ? genlock_query_copy (query) : NULL);
  g_object_notify_by_pspec (G_OBJECT (list), properties[PROP_QUERY]);
}

const GenlockQuery *
genlock_list_get_query (GenlockList *list)
{
  g_return_val_if_fail (GENLOCK_IS_LIST (list), NULL);

  return list->query;
}

gboolean
genlock_list_get_loading (GenlockList *list)
{
  g_return_val_if_fail (GENLOCK_IS_LIST (list), FALSE);

  return (list->refreshing && !list->warming) || list->stale;
}
