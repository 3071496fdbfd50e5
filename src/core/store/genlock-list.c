/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a query as a list model that fetches what is looked at. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-effect.h"
#include "core/store/genlock-list-private.h"
#include "core/store/genlock-query-private.h"

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

static void
store_changed_cb (GenlockStore *store,
                  gpointer changes,
                  gpointer user_data)
{
  g_autoptr (GenlockList) self = g_object_ref (user_data);
  GenlockEffect effect;

  if (self->query == NULL)
    return;

  effect = genlock_effect_of (self->query, changes);
  self->forget_rows |= effect.rows;
  self->forget_text |= effect.text;
  self->forget_keys = TRUE;
  self->warmed &= !effect.text;
  genlock_list_patch (self, self->records_failed ? NULL : changes);

  /* Who was told of a record may have set another query, or none. */
  if (self->query != NULL && (effect.order || self->order_failed))
    genlock_list_start_refresh (self);
}

/* Rows of another table, or none: nothing of what is there stays. */
static void
empty (GenlockList *self)
{
  self->generation++;
  g_array_set_size (self->wanted, 0);
  g_hash_table_remove_all (self->pending);
  genlock_list_take_none (self);
  genlock_list_cache_clear (self->cache);
  self->order_failed = FALSE;
  self->records_failed = FALSE;
  genlock_list_recover (self);
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

  genlock_list_stop_warming (self);
  if (before != NULL && !same_table)
    empty (self);

  self->query = query;
  self->query_changed = TRUE;
  self->fresh |= !same_table || genlock_list_count_items (self) == 0
                 || g_strcmp0 (before->parent_id, query->parent_id) != 0;

  if (self->refreshing && !self->warming)
    g_cancellable_cancel (self->cancellable);

  self->stale = FALSE;
  if (query != NULL)
    genlock_list_start_refresh (self);
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
  return genlock_list_count_items (GENLOCK_LIST (model));
}

static gpointer
genlock_list_get_item (GListModel *model,
                       guint position)
{
  GenlockList *self = GENLOCK_LIST (model);
  GenlockRow *row;
  gint64 rowid;

  if (position >= genlock_list_count_items (self))
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

  genlock_list_stop_retry (self);
  genlock_list_stop_warming (self);
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
      g_value_set_uint (value, genlock_list_count_items (self));
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

void
genlock_list_set_max_runs (GenlockList *list,
                           guint max_runs)
{
  g_return_if_fail (GENLOCK_IS_LIST (list));

  list->max_runs = max_runs;
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
