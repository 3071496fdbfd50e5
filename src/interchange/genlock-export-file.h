/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Puts what was exported into a file, whole or not at all. */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * genlock_export_file_write:
 * @path: (type filename): the file; replaced only when the new one is whole and on disk
 * @text: what to write
 * @error: #GFileError; %G_FILE_ERROR_TXTBSY where @path belongs to a database that is open
 *
 * Returns: whether it was written
 */
gboolean genlock_export_file_write (const char *path,
                                    const GString *text,
                                    GError **error);

G_END_DECLS
