/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The queries of a list: one at a time, the next where something has changed meanwhile. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-list-private.h"
#include "core/store/genlock-query-private.h"

/* Rows around the place that was asked for last, whose records come with a new order. */
#define WINDOW_ROWS 256

/* What a first screen shows; the rest of the first page follows as it is asked for. */
#define FIRST_ROWS 64

/* From so many rows on the first search would be felt. */
#define WARM_ROWS 5000

/* Before that people see the list: what they look at comes first. In milliseconds. */
#define WARM_DELAY 250

static GenlockRefresh *
make_refresh (GenlockList *self)
{
  GenlockRefresh *refresh = g_new0 (GenlockRefresh, 1);

  refresh->query = genlock_query_copy (self->query);
  refresh->order = genlock_order_ref (self->order);
  refresh->sizes = genlock_scope_sizes_ref (self->store->sizes);
  refresh->forget_rows = self->forget_rows;
  refresh->forget_text = self->forget_text;
  refresh->forget_keys = self->forget_keys;
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
  genlock_list_stop_warming (self);
  self->refreshing = TRUE;
  self->warming = refresh->warm;
  self->stale = FALSE;
  self->sent_rows = self->forget_rows;
  self->sent_text = self->forget_text;
  self->sent_keys = self->forget_keys;
  self->forget_rows = FALSE;
  self->forget_text = FALSE;
  self->forget_keys = FALSE;
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  genlock_store_run_async (self->store, genlock_refresh_work, refresh,
                           (GDestroyNotify) genlock_refresh_free,
                           (GDestroyNotify) genlock_refresh_free, self->cancellable, refreshed_cb,
                           make_weak (self));
}

void
genlock_list_start_refresh (GenlockList *list)
{
  if (list->refreshing)
    {
      /* A search waits for what is being read for it. */
      if (list->warming && list->query->search == NULL)
        g_cancellable_cancel (list->cancellable);

      list->stale = TRUE;
    }
  else
    {
      send_refresh (list, make_refresh (list));
    }

  g_object_notify (G_OBJECT (list), "loading");
}

void
genlock_list_stop_warming (GenlockList *list)
{
  if (list->warm_later == NULL)
    return;

  g_source_destroy (list->warm_later);
  g_clear_pointer (&list->warm_later, g_source_unref);
}

static gboolean
warm_cb (gpointer user_data)
{
  GenlockList *self = user_data;
  GenlockRefresh *refresh = make_refresh (self);

  self->warmed = TRUE;
  refresh->warm = TRUE;
  send_refresh (self, refresh);

  return G_SOURCE_REMOVE;
}

/* Nothing is under way any more: time to be ready for the first search of a large list. */
static void
settle (GenlockList *self)
{
  if (!self->warmed && self->query != NULL && self->rowids->len >= WARM_ROWS)
    {
      self->warm_later = g_timeout_source_new (WARM_DELAY);
      g_source_set_callback (self->warm_later, warm_cb, self, NULL);
      g_source_attach (self->warm_later, self->store->context);
    }

  g_object_notify (G_OBJECT (self), "loading");
}

/* What was to be forgotten may be there still. */
static void
take_failure (GenlockList *self,
              const GError *error)
{
  self->forget_rows |= self->sent_rows;
  self->forget_text |= self->sent_text;
  self->forget_keys |= self->sent_keys;

  if (self->warming)
    self->warmed = FALSE;
  else if (self->query != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    genlock_list_fail_order (self, error);
}

static void
take_result (GenlockList *self,
             GenlockRefresh *refresh)
{
  if (self->warming || refresh->serial != self->serial
      || !genlock_query_equal (refresh->query, self->query))
    return;

  self->fresh = FALSE;
  self->query_changed = FALSE;
  self->order_failed = FALSE;
  genlock_list_recover (self);

  /* Known before anybody asks, so that no row is empty for a frame. */
  genlock_list_put_records (self, refresh->generation, refresh->rowids, refresh->records);

  /* Who was told of a record may have asked for something else. */
  if (refresh->serial == self->serial)
    genlock_list_take_refresh (self, refresh);
}

/* Whoever is told of a result meanwhile finds it still under way, so that no second query starts
 * beside the next one. */
static void
refreshed_cb (GObject *object,
              GAsyncResult *result,
              gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  GenlockRefresh *refresh = genlock_store_run_finish (GENLOCK_STORE (object), result, &error);
  g_autoptr (GenlockList) self = take_weak (user_data);
  gboolean was_warming = self != NULL && self->warming;

  if (self != NULL && refresh != NULL)
    take_result (self, refresh);
  else if (self != NULL)
    take_failure (self, error);

  g_clear_pointer (&refresh, genlock_refresh_free);

  if (self == NULL || self->store == NULL)
    return;

  self->refreshing = FALSE;
  self->warming = FALSE;

  if (self->stale)
    send_refresh (self, make_refresh (self));
  else if (!was_warming)
    settle (self);
}
