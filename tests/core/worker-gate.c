/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workers of a store that are held up, so that a test says what happens when. */

#include "config.h"

#include "worker-gate.h"

static gpointer
wait_work (GenlockReaders *readers,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  WorkerGate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->n_waiting++;
  g_cond_broadcast (&gate->cond);
  while (!gate->open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);

  return NULL;
}

static gpointer
pass_work (GenlockReaders *readers,
           gpointer data,
           GCancellable *cancellable,
           GError **error)
{
  WorkerGate *gate = data;

  g_mutex_lock (&gate->mutex);
  gate->n_waiting = 0;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);

  return NULL;
}

void
worker_gate_close (WorkerGate *gate,
                   GenlockStore *store,
                   guint n_free)
{
  guint n_workers = (guint) g_thread_pool_get_max_threads (store->workers) - n_free;

  g_mutex_init (&gate->mutex);
  g_cond_init (&gate->cond);
  gate->open = FALSE;
  gate->n_waiting = 0;

  for (guint i = 0; i < n_workers; i++)
    genlock_store_run_detached (store, wait_work, gate, NULL);

  g_mutex_lock (&gate->mutex);
  while (gate->n_waiting < n_workers)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

void
worker_gate_open (WorkerGate *gate)
{
  g_mutex_lock (&gate->mutex);
  gate->open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);
}

void
worker_gate_let_work (WorkerGate *gate,
                      GenlockStore *store)
{
  g_mutex_lock (&gate->mutex);
  gate->n_waiting = G_MAXUINT;
  genlock_store_run_detached (store, pass_work, gate, NULL);
  while (gate->n_waiting != 0)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}
