/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of the rows that a link can lead to. */

#pragma once

#include "core/store/genlock-database.h"

G_BEGIN_DECLS

/**
 * genlock_linked_names:
 * @database: a read connection
 * @field: a link or a reference
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): what people call each row that
 *   @field can lead to, by id: the first of its name fields that is not empty
 */
GHashTable *genlock_linked_names (GenlockDatabase *database,
                                  const GenlockField *field,
                                  GError **error);

/**
 * genlock_linked_texts:
 * @database: a read connection
 * @field: a link or a reference
 * @error: #GenlockStoreError
 *
 * Returns: (transfer full) (nullable) (element-type utf8 utf8): the searched text of each row
 *   that @field can lead to, by id, fields separated by line breaks
 */
GHashTable *genlock_linked_texts (GenlockDatabase *database,
                                  const GenlockField *field,
                                  GError **error);

G_END_DECLS
