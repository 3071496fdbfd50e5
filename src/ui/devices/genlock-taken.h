/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which labels and names the devices of a show have. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/**
 * GenlockTaken:
 * @labels: (element-type utf8): casefolded
 * @names: (element-type utf8): casefolded
 */
typedef struct
{
  GHashTable *labels;
  GHashTable *names;
} GenlockTaken;

void genlock_taken_free (GenlockTaken *taken);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GenlockTaken, genlock_taken_free)

void genlock_taken_read_async (GenlockStore *store,
                               const char *production_id,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);

/* (transfer full) (nullable) */
GenlockTaken *genlock_taken_read_finish (GAsyncResult *result,
                                         GError **error);

G_END_DECLS
