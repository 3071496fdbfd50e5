/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads show files (.genlock) into the plan of an import. */

#pragma once

#include <json-glib/json-glib.h>

#include "interchange/genlock-import-plan-private.h"

G_BEGIN_DECLS

/* Whether @object says that it is a show file, of whatever version. */
gboolean genlock_show_file_is (JsonObject *object);

/**
 * genlock_show_file_read:
 * @object: genlock_show_file_is() it, and the strict reader has passed it
 * @plan: where its rows are added; they keep their ids
 * @file: the number of the file in @plan
 * @error: %GENLOCK_IMPORT_ERROR_UNKNOWN where a newer Genlock wrote it or it holds no show
 *
 * A row that breaks a rule is left out and reported.
 *
 * Returns: whether it was read
 */
gboolean genlock_show_file_read (JsonObject *object,
                                 GenlockImportPlan *plan,
                                 guint file,
                                 GError **error);

G_END_DECLS
