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

/**
 * genlock_import_file_list:
 * @paths: (array zero-terminated=1): files and folders
 * @are_listed: (out) (transfer full) (array): of each file whether it comes from a folder, so that
 *   nobody chose it by itself
 * @cancellable: (nullable): stops it
 * @error: #GenlockImportError, %G_IO_ERROR_CANCELLED
 *
 * Puts the YAML files of each folder, also of those in it, in its place, in the order of names;
 * hidden ones and links are passed over. A folder with more than 1000 such files, 64 MiB of them
 * together, or 20000 files and folders of any kind is refused
 * (%GENLOCK_IMPORT_ERROR_TOO_LARGE).
 *
 * Returns: (transfer full) (nullable): files only, but for folders that have none
 */
char **genlock_import_file_list (const char * const *paths,
                                 gboolean **are_listed,
                                 GCancellable *cancellable,
                                 GError **error);

G_END_DECLS
