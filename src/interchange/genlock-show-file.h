/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Show files (.genlock): one show with everything that belongs to it, as JSON. */

#pragma once

#include "core/store/genlock-store.h"

G_BEGIN_DECLS

/* The value of "format" and the newest "formatVersion" that this program writes and reads. */
#define GENLOCK_SHOW_FILE_FORMAT "genlock-show"
#define GENLOCK_SHOW_FILE_VERSION 1

/**
 * genlock_show_file_print:
 * @store: a store
 * @production_id: a show
 * @error: #GenlockStoreError
 *
 * Writes one JSON object, a row a line, the same rows always as the same bytes:
 * |[
 * {"format":"genlock-show","formatVersion":1,"program":"0.1.0",
 *  "productions":[{…}],
 *  "equipment_specs":[{…,"ports":[…],"cards":[{…,"ports":[…]}]}],
 *  "sources":[{…,"outputs":[…]}],
 *  …}
 * ]|
 * Keys are the tables of the schema that have rows; rows are as REST prints them, live ones only,
 * without what belongs to a database (version, times of syncing). Of the library it holds what
 * the show's sources, sends and devices refer to.
 *
 * Returns: (transfer full) (nullable): the text
 */
GString *genlock_show_file_print (GenlockStore *store,
                                  const char *production_id,
                                  GError **error);

/**
 * genlock_show_file_write:
 * @store: a store
 * @production_id: a show
 * @path: the file, replaced only when the new one is whole and on disk
 * @error: #GenlockStoreError, #GFileError
 *
 * Returns: whether the show was written
 */
gboolean genlock_show_file_write (GenlockStore *store,
                                  const char *production_id,
                                  const char *path,
                                  GError **error);

G_END_DECLS
