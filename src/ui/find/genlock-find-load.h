/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading what there is to find. */

#pragma once

#include <gio/gio.h>

#include "core/store/genlock-store.h"
#include "ui/common/genlock-names.h"
#include "ui/find/genlock-find-index.h"

G_BEGIN_DECLS

/**
 * genlock_find_load_async:
 * @store: a store
 * @production_id: (nullable): the show that is open
 * @equipment: the names of all equipment
 * @cancellable: (nullable): stops it
 * @callback: called when it is done
 * @user_data: for @callback
 *
 * Reads the shows and the rows of one of them in a worker.
 */
void genlock_find_load_async (GenlockStore *store,
                              const char *production_id,
                              GenlockNames *equipment,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data);

/* (transfer full) (nullable): in order. */
GenlockFindIndex *genlock_find_load_finish (GAsyncResult *result,
                                            GError **error);

G_END_DECLS
