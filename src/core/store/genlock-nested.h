/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rows given with the rows nested in them: merged into what is there. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/**
 * genlock_nested_overlay:
 * @row: a row that is whole, live or deleted
 * @given: fields to change; meta fields and nested rows are not looked at
 * @error: #GenlockModelError, #GenlockStoreError
 *
 * Returns: whether there was no error
 */
gboolean genlock_nested_overlay (GenlockWork *work,
                                 GenlockWorkRow *row,
                                 const GenlockRecord *given,
                                 GError **error);

/**
 * genlock_nested_apply:
 * @row: a live row that is whole
 * @given: fields to change, and of each nested table that it says something of, the whole set
 * @error: #GenlockModelError, #GenlockStoreError
 *
 * Meta fields of @given are not looked at. An entry with the id of a child updates or revives it;
 * any other takes the live child at the same place, else it is added; a live child that no entry
 * names is deleted. An id under another parent is %GENLOCK_STORE_ERROR_CONFLICT.
 *
 * Returns: whether there was no error
 */
gboolean genlock_nested_apply (GenlockWork *work,
                               GenlockWorkRow *row,
                               GenlockRecord *given,
                               GError **error);

G_END_DECLS
