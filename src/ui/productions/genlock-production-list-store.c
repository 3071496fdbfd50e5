/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of shows and its store: what is asked for, counted, gone and back. */

#define G_LOG_DOMAIN "genlock-ui"

#include "config.h"

#include "core/schema/genlock-productions.h"
#include "ui/productions/genlock-production-list-private.h"

/* A field to sort by and its direction: what changed last comes first. */
static const struct
{
  const char *word;
  guint field;
  gboolean descending;
} sorts[] = {
  { "load-in", GENLOCK_PRODUCTION_LOAD_IN, FALSE },
  { "name", 0, FALSE },
  { "client", GENLOCK_PRODUCTION_CLIENT, FALSE },
  { "status", GENLOCK_PRODUCTION_STATUS, FALSE },
  { "changed", GENLOCK_META_UPDATED_AT, TRUE },
};

GenlockQuery *
genlock_production_list_make_query (GenlockProductionList *self)
{
  GenlockQuery *query = genlock_query_new (&genlock_productions);
  g_autofree char *status = g_ascii_strup (self->filter, -1);
  gboolean current = g_str_equal (self->filter, "current");
  const char * const words[] = { current ? "ARCHIVED" : status, NULL };

  if (!g_str_equal (self->filter, "all"))
    genlock_query_set_filter (query, GENLOCK_PRODUCTION_STATUS, words, current);
  genlock_query_set_search (query, gtk_editable_get_text (self->search_entry));
  for (guint i = 0; i < G_N_ELEMENTS (sorts); i++)
    if (g_str_equal (sorts[i].word, self->sort))
      genlock_query_set_sort (query, sorts[i].field, sorts[i].descending);

  return query;
}

static void
counted_cb (GObject *source,
            GAsyncResult *result,
            gpointer user_data)
{
  g_autoptr (GenlockProductionList) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) counts = genlock_store_count_finish (GENLOCK_STORE (source), result, &error);
  guint n = 0;

  if (counts == NULL)
    {
      if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        return;
      /* The file is damaged, so there was something in it; the list says what is wrong. */
      g_message ("The shows could not be counted: %s", error->message);
      n = 1;
    }

  for (guint i = 0; counts != NULL && i < counts->len; i++)
    n += g_array_index (counts, GenlockCount, i).n;
  if (self->n_shows == (int) n)
    return;

  self->n_shows = n;
  g_object_notify (G_OBJECT (self), "n-shows");
  if (self->list != NULL)
    genlock_production_list_loaded (self);
}

static void
count (GenlockProductionList *self)
{
  g_autoptr (GenlockQuery) query = genlock_query_new (&genlock_productions);

  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  self->counting = g_cancellable_new ();
  genlock_store_count_async (self->store, query, GENLOCK_PRODUCTION_STATUS, self->counting,
                             counted_cb, g_object_ref (self));
}

/* Whether the show that is open is still there. */
static gboolean
is_gone (GenlockProductionList *self,
         GenlockChanges *changes)
{
  g_autoptr (GenlockRecord) record = NULL;

  if (self->selected == NULL)
    return FALSE;

  for (guint i = 0; changes != NULL && i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      if (change->table == &genlock_productions && g_str_equal (change->id, self->selected))
        return change->went;
    }
  if (changes != NULL)
    return FALSE;

  record = genlock_store_get (self->store, &genlock_productions, self->selected, NULL);
  return record == NULL || genlock_record_get_bool (record, GENLOCK_META_IS_DELETED);
}

/* Whether the show whose deletion closed it is there again and nothing else is open. */
static gboolean
is_back (GenlockProductionList *self,
         GenlockChanges *changes)
{
  if (self->lost == NULL || self->selected != NULL || changes == NULL)
    return FALSE;

  for (guint i = 0; i < genlock_changes_get_length (changes); i++)
    {
      const GenlockChange *change = genlock_changes_get (changes, i);

      if (change->table == &genlock_productions && g_str_equal (change->id, self->lost))
        return change->came;
    }

  return FALSE;
}

static void
changed_cb (GenlockProductionList *self,
            GenlockChanges *changes)
{
  if (changes != NULL && !genlock_changes_touch (changes, &genlock_productions, NULL))
    return;

  if (is_gone (self, changes))
    {
      g_free (self->lost);
      self->lost = g_strdup (self->selected);
      genlock_production_list_set_selected (self, NULL);
    }
  else if (is_back (self, changes))
    {
      g_autofree char *id = g_steal_pointer (&self->lost);

      genlock_production_list_select (self, id);
    }
  count (self);
}

static void
drop_store (GenlockProductionList *self)
{
  g_cancellable_cancel (self->counting);
  g_clear_object (&self->counting);
  if (self->store != NULL)
    g_signal_handlers_disconnect_by_data (self->store, self);
  if (self->list != NULL)
    g_signal_handlers_disconnect_by_data (self->list, self);
  if (self->selection != NULL)
    gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->list);
  g_clear_object (&self->store);
  self->n_shows = -1;
}

void
genlock_production_list_set_store (GenlockProductionList *self,
                                   GenlockStore *store)
{
  g_autoptr (GenlockQuery) query = NULL;

  g_return_if_fail (GENLOCK_IS_PRODUCTION_LIST (self));
  g_return_if_fail (store == NULL || GENLOCK_IS_STORE (store));

  if (store == self->store)
    return;

  drop_store (self);
  if (store != NULL)
    {
      query = genlock_production_list_make_query (self);
      self->store = g_object_ref (store);
      self->list = genlock_list_new (store, query);
      g_signal_connect_object (store, "changed", G_CALLBACK (changed_cb), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (store, "notify::writable",
                               G_CALLBACK (genlock_production_list_update_actions), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (self->list, "notify::loading",
                               G_CALLBACK (genlock_production_list_loaded), self,
                               G_CONNECT_SWAPPED);
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->list));
      count (self);
      genlock_production_list_update_actions (self);
    }
  g_object_notify (G_OBJECT (self), "store");
}
