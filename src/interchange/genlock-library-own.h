/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the format of the library that comes with Genlock. */

#pragma once

#include "interchange/genlock-library-import.h"

G_BEGIN_DECLS

/* Of such a file. */
typedef struct _GenlockLibraryOwnFile GenlockLibraryOwnFile;
void genlock_library_own_file_free (gpointer data);

/* Whether a JSON value is one; data/library/README.md describes them. */
gboolean genlock_library_own_is (JsonNode *root);

/* Takes a value that genlock_library_own_is(). */
void genlock_library_own_read (GenlockLibraryImport *self,
                               JsonNode *root,
                               guint file);

/**
 * genlock_library_own_finish:
 * @self: all files
 * @error: %GENLOCK_IMPORT_ERROR_RULES: the first thing that is wrong, with its entry and place
 *
 * Makes equipment of the devices, with the ids that copies of the shipped library have; cards that
 * no device comes with are kept as those of their maker.
 *
 * Returns: whether all entries are sound
 */
gboolean genlock_library_own_finish (GenlockLibraryImport *self,
                                     GError **error);

G_END_DECLS
