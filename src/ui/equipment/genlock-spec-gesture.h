/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done to specs: applied, then said with a way back. */

#pragma once

#include <gtk/gtk.h>

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockSpecDone:
 * @id: (nullable): the spec that the gesture was about
 * @from: the widget that asked for it
 *
 * It is done.
 */
typedef void (*GenlockSpecDone) (const char *id,
                                 GtkWidget *from);

/**
 * genlock_spec_apply:
 * @from: a widget in the window; nothing is said any more where it is gone
 * @store: the store
 * @batch: what to change
 * @words: said with an undo button when it is done
 * @id: (nullable): handed to @done
 * @done: (nullable): called after
 *
 * Applies @batch on the store thread; an error is said by a toast.
 */
void genlock_spec_apply (GtkWidget *from,
                         GenlockStore *store,
                         GenlockBatch *batch,
                         const char *words,
                         const char *id,
                         GenlockSpecDone done);

/* Copies @spec of the shipped library into the store. */
void genlock_spec_adopt (GtkWidget *from,
                         GenlockStore *store,
                         GenlockRecord *spec,
                         GenlockSpecDone done);

G_END_DECLS
