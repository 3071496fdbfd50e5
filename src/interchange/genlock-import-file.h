/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads a file that may be anything. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * genlock_import_file_read:
 * @path: a file
 * @cancellable: (nullable): stops it
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Refuses folders, pipes and devices, what is larger than %GENLOCK_IMPORT_MAX_BYTES, and a file
 * that changes while it is read.
 *
 * Returns: (transfer full) (nullable): all of its bytes
 */
GBytes *genlock_import_file_read (const char *path,
                                  GCancellable *cancellable,
                                  GError **error);

G_END_DECLS
