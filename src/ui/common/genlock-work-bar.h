/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bar that says how far a long change is, and stops it. */

#pragma once

#include <adwaita.h>

#include "core/store/genlock-batch.h"

G_BEGIN_DECLS

/**
 * GenlockWorkBar:
 *
 * Slides up when a change takes longer than half a second; shows the first of several at a time.
 */
#define GENLOCK_TYPE_WORK_BAR (genlock_work_bar_get_type ())
G_DECLARE_FINAL_TYPE (GenlockWorkBar, genlock_work_bar, GENLOCK, WORK_BAR, AdwBin)

/**
 * genlock_work_bar_start:
 * @bar: a bar
 * @words: what is done: "Changing 12000 sources…"
 * @batch: (nullable): what a store applies from now on; %NULL where it is only looked for
 * @cancellable: cancelled where somebody stops it
 */
void genlock_work_bar_start (GenlockWorkBar *bar,
                             const char *words,
                             GenlockBatch *batch,
                             GCancellable *cancellable);

/* What @cancellable would have stopped is over. The bar waits a moment for what follows on it. */
void genlock_work_bar_stop (GenlockWorkBar *bar,
                            GCancellable *cancellable);

G_END_DECLS
