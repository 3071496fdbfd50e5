/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a list does when the database cannot be read: it says so and tries again. */

#define G_LOG_DOMAIN "genlock-store"

#include "config.h"

#include "core/store/genlock-list-private.h"

/* s: the first time; then twice as long, up to the last */
#define FIRST_DELAY 1
#define LAST_DELAY 32

static void
set_error (GenlockList *self,
           const char *message)
{
  if (g_strcmp0 (self->error, message) == 0)
    return;

  g_free (self->error);
  self->error = g_strdup (message);
  if (message != NULL)
    g_message ("Cannot read a list: %s", message);

  g_object_notify (G_OBJECT (self), "error");
}

void
genlock_list_stop_retry (GenlockList *list)
{
  if (list->retry == NULL)
    return;

  g_source_destroy (list->retry);
  g_clear_pointer (&list->retry, g_source_unref);
}

void
genlock_list_retry (GenlockList *list)
{
  gboolean order = list->order_failed;

  if (list->records_failed)
    genlock_list_reload (list);

  if (order && list->query != NULL)
    genlock_list_start_refresh (list);
}

static gboolean
retry_cb (gpointer user_data)
{
  g_autoptr (GenlockList) self = g_object_ref (user_data);

  g_clear_pointer (&self->retry, g_source_unref);
  genlock_list_retry (self);

  return G_SOURCE_REMOVE;
}

/* A closed database stays closed. */
static void
fail (GenlockList *self,
      const GError *error)
{
  set_error (self, error->message);

  if (self->retry != NULL || self->store == NULL || self->store->closed)
    return;

  self->retry_delay = CLAMP (self->retry_delay * 2, FIRST_DELAY, LAST_DELAY);
  self->retry = g_timeout_source_new_seconds (self->retry_delay);
  g_source_set_callback (self->retry, retry_cb, self, NULL);
  g_source_attach (self->retry, self->store->context);
}

void
genlock_list_recover (GenlockList *list)
{
  if (list->order_failed || list->records_failed)
    return;

  genlock_list_stop_retry (list);
  list->retry_delay = 0;
  set_error (list, NULL);
}

void
genlock_list_fail_order (GenlockList *list,
                         const GError *error)
{
  list->order_failed = TRUE;

  /* What is there answers another question. */
  if (list->query_changed)
    {
      list->fresh = TRUE;
      genlock_list_take_none (list);
    }

  fail (list, error);
}

void
genlock_list_fail_records (GenlockList *list,
                           const GError *error)
{
  list->records_failed = TRUE;
  fail (list, error);
}
