/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shipped library, read once for all who need it. */

#pragma once

#include <gio/gio.h>

#include "equipment/genlock-library.h"

G_BEGIN_DECLS

/* Reads the library in a worker, unless it was read already. Call from the main thread. */
void genlock_shipped_load_async (GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);

/* (transfer full) (nullable) */
GenlockLibrary *genlock_shipped_load_finish (GAsyncResult *result,
                                             GError **error);

G_END_DECLS
