/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files in the format of the shipped library that came from elsewhere. */

#pragma once

#include <json-glib/json-glib.h>

#include "equipment/genlock-library.h"

G_BEGIN_DECLS

/**
 * genlock_library_new_for_files:
 * @names: (array length=n_files): what the files are called in problems
 * @roots: (array length=n_files): their JSON, which is not kept
 * @n_files: how many
 *
 * Reads files of the same format that somebody else wrote; cards and frames may stand in different
 * ones.
 *
 * Returns: (transfer full): the library
 */
GenlockLibrary *genlock_library_new_for_files (const char * const *names,
                                               const JsonNode * const *roots,
                                               guint n_files);

G_END_DECLS
