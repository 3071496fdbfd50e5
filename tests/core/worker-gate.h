/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workers of a store that are held up, so that a test says what happens when. */

#pragma once

#include "core/store/genlock-store-private.h"

typedef struct
{
  GMutex mutex;
  GCond cond;
  gboolean open;
  guint n_waiting;
} WorkerGate;

/* Stops all workers but @n_free; those do what is asked of them one after the other. */
void worker_gate_close (WorkerGate *gate,
                        GenlockStore *store,
                        guint n_free);
void worker_gate_open (WorkerGate *gate);

/* With one free worker: blocks until it has done all that was asked of it so far, of which nobody
 * has been told yet. */
void worker_gate_let_work (WorkerGate *gate,
                           GenlockStore *store);
