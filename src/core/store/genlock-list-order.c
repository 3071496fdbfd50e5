/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of a list, and how others are told of a new one. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-difference.h"
#include "core/store/genlock-list-private.h"

guint
genlock_list_count_items (GenlockList *list)
{
  if (list->old_rowids == NULL)
    return list->rowids->len + list->n_rest;

  return list->new_end + list->old_rowids->len + list->old_rest - list->old_start;
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

/* Somebody who was told of a part wants another order at once: what they see by now is the order
 * that it follows. */
static void
stop_telling (GenlockList *self)
{
  GArray *seen;
  guint n_items;

  if (self->old_rowids == NULL)
    return;

  n_items = genlock_list_count_items (self);
  seen = g_array_sized_new (FALSE, FALSE, sizeof (gint64), n_items);
  for (guint i = 0; i < n_items; i++)
    {
      gint64 rowid = genlock_list_get_rowid (self, i);

      g_array_append_val (seen, rowid);
    }

  g_clear_pointer (&self->old_rowids, g_array_unref);
  g_array_unref (self->rowids);
  self->rowids = seen;
  self->n_rest = 0;
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
  guint n_before = genlock_list_count_items (self);
  guint64 serial = ++self->serial;

  self->old_rowids = self->rowids;
  self->old_rest = self->n_rest;
  self->rowids = rowids;
  self->n_rest = n_rest;
  self->new_end = 0;
  self->old_start = 0;

  for (guint i = 0; i < n_splices && self->serial == serial; i++)
    tell_splice (self, &splices[i]);

  if (self->serial != serial)
    return;

  g_clear_pointer (&self->old_rowids, g_array_unref);
  genlock_list_forget_places (self);

  if (genlock_list_count_items (self) != n_before)
    g_object_notify (G_OBJECT (self), "n-items");
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
    .removed = genlock_list_count_items (self) - n_same,
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

  /* The rest of the order follows. */
  self->stale = TRUE;
  self->unknown_asked = FALSE;
  self->turn++;
  take_order_from (self, g_array_ref (head), refresh->n_total - head->len, 0);
}

/* The whole order after its head: what was counted then is filled in, mostly unnoticed. */
static void
take_rest (GenlockList *self,
           GenlockRefresh *refresh)
{
  GArray *after = refresh->after;
  gboolean only_filled;
  guint n_same = 0;

  while (n_same < self->rowids->len && n_same < after->len
         && g_array_index (after, gint64, n_same) == g_array_index (self->rowids, gint64, n_same))
    n_same++;

  only_filled = n_same == self->rowids->len && after->len == genlock_list_count_items (self);
  self->turn += !only_filled;

  if (only_filled && !self->unknown_asked)
    take_order (self, g_array_ref (after), 0, NULL, 0);
  else
    take_order_from (self, g_array_ref (after), 0, n_same);
}

/* One run from the first to the last, with what is the same between them. */
static void
join (GArray *splices)
{
  GenlockSplice *first = &g_array_index (splices, GenlockSplice, 0);
  const GenlockSplice *last = &g_array_index (splices, GenlockSplice, splices->len - 1);

  first->removed = last->old_start + last->removed - first->old_start;
  first->added = last->new_start + last->added - first->new_start;
  g_array_set_size (splices, 1);
}

void
genlock_list_take_refresh (GenlockList *list,
                           GenlockRefresh *refresh)
{
  if (refresh->is_head)
    {
      take_head (list, refresh);
    }
  else if (list->n_rest > 0)
    {
      take_rest (list, refresh);
    }
  else
    {
      list->turn += refresh->splices->len > 0;
      if (list->max_runs > 0 && refresh->splices->len > list->max_runs)
        join (refresh->splices);
      take_order (list, g_array_ref (refresh->after), 0,
                  (const GenlockSplice *) refresh->splices->data, refresh->splices->len);
    }
}

void
genlock_list_take_none (GenlockList *list)
{
  stop_telling (list);
  list->turn++;
  take_order_from (list, g_array_new (FALSE, FALSE, sizeof (gint64)), 0, 0);
}
