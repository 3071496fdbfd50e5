/* SPDX-FileCopyrightText: 2026 The Genlock authors */
/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who changed what when: the entries that a transaction adds to the change log. */

#pragma once

#include "core/store/genlock-work.h"

G_BEGIN_DECLS

/* Days that entries are kept. */
#define GENLOCK_CHANGE_LOG_DAYS 90

/* Of a table to which a transaction adds more rows than this it says only how many. */
#define GENLOCK_CHANGE_LOG_MAX_ADDED 100

/**
 * genlock_change_log_write:
 * @work: all that a transaction has changed
 * @error: #GenlockStoreError
 *
 * One entry for each changed row: of each field what it was and what it is. A row that was added
 * has no "before", and of its fields only isDeleted (false) is said: the others can be read from
 * the row, or from the entries that follow. Where very many rows were added to a table, one entry
 * says {"rows":{"after":100000}}, with the show (else the first row) as its record. Now and
 * then entries older than %GENLOCK_CHANGE_LOG_DAYS are removed.
 *
 * Returns: whether there was no error
 */
gboolean genlock_change_log_write (GenlockWork *work,
                                   GError **error);

G_END_DECLS
